//! JSON types that several nouns share.

use gateway::json::Money;
use kernel::{Currency, Money as Amount};
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
