//! JSON types that several nouns share.

use gateway::json::Money;
use kernel::{Currency, Money as Amount, Rating as Stars};
use poem_openapi::Object;

/// Totals of a cart or an order.
#[derive(Debug, Clone, Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Totals {
    /// Sum of the lines, with or without tax as prices are shown.
    pub(crate) items: Money,
    /// Shipping, with or without tax as prices are shown.
    pub(crate) shipping: Money,
    /// Tax: included in `items` and `shipping` when prices include tax, else added to them.
    pub(crate) tax: Money,
    /// Total to pay.
    pub(crate) total: Money,
}

/// `minor` units of `currency`, as JSON has it.
pub(crate) fn money(minor: i64, currency: Currency) -> Money {
    Amount::new(minor, currency).into()
}

/// Rating of a product by its published reviews.
#[derive(Debug, Clone, Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Rating {
    /// Mean of 1 to 5 stars with two decimal places, rounded half up, such as `4.33`.
    average: String,
    /// Number of published reviews.
    count: i64,
}

impl From<Stars> for Rating {
    fn from(rating: Stars) -> Self {
        Self {
            average: rating.average(),
            count: rating.count(),
        }
    }
}
