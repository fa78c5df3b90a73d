//! Which orders to list, and in what order.

use std::fmt;
use std::str::FromStr;

use kernel::Currency;
use kernel::ids::{MerchantId, OrderId, ProductId, StorefrontId, UserId};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{OrderFulfillment, OrderSort, OrderStatus, OrderSummary, PaymentStatus};

/// An id is made a moment before or after its order's date.
const SKEW: Duration = Duration::HOUR;

/// Which of the own orders to list: the newest first.
#[derive(Debug, Clone, Copy, Default)]
pub struct ListOwnOrders {
    /// Only those placed before this one.
    pub after: Option<OrderId>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}

/// Which orders to list.
#[derive(Debug, Clone, Default)]
pub struct ListOrders {
    /// Only those with this status.
    pub status: Option<OrderStatus>,
    /// Only those with this payment status.
    pub payment_status: Option<PaymentStatus>,
    /// Only those with this fulfillment status.
    pub fulfillment_status: Option<OrderFulfillment>,
    /// Only those placed then or later.
    pub placed_from: Option<OffsetDateTime>,
    /// Only those placed earlier.
    pub placed_before: Option<OffsetDateTime>,
    /// Only the one with this number, and those whose e-mail address, name, phone number, SKUs or tracking numbers are
    /// like this.
    pub search: Option<String>,
    /// Only those of this account.
    pub customer_id: Option<UserId>,
    /// Only those with goods of this merchant.
    pub merchant_id: Option<MerchantId>,
    /// Only those with this product.
    pub product_id: Option<ProductId>,
    /// Only those of this storefront.
    pub storefront_id: Option<StorefrontId>,
    /// Only those that go there.
    pub country: Option<String>,
    /// Only those in this currency.
    pub currency: Option<Currency>,
    /// Only those whose total is this or more, in minor units.
    pub total_from: Option<i64>,
    /// Only those whose total is this or less, in minor units.
    pub total_to: Option<i64>,
    /// Only those with this tag.
    pub tag: Option<String>,
    /// The archived ones, instead of the others.
    pub is_archived: bool,
    /// In which order.
    pub sort: OrderSort,
    /// Where the page before ended.
    pub after: Option<Position>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}

/// Where a page ends: at an order, and at what the list is sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The order.
    pub id: OrderId,
    /// The status or total that it had then; empty in a list that is sorted by date.
    pub key: String,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.key.is_empty() {
            return self.id.fmt(f);
        }
        write!(f, "{}/{}", self.key, self.id)
    }
}

impl FromStr for Position {
    type Err = kernel::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (key, id) = text.split_once('/').unwrap_or(("", text));
        Ok(Self {
            id: id.parse()?,
            key: key.to_owned(),
        })
    }
}

impl ListOrders {
    /// Ids that no order of the wanted dates lies outside of: ids grow with time, and their index is
    /// what lists are read by.
    pub(super) fn id_bounds(&self) -> (Option<Uuid>, Option<Uuid>) {
        (
            self.placed_from.map(|from| first_id(from - SKEW)),
            self.placed_before.map(|before| first_id(before + SKEW)),
        )
    }
}

/// The smallest UUIDv7 of a moment: its first 48 bits are milliseconds.
fn first_id(at: OffsetDateTime) -> Uuid {
    let milliseconds = u128::try_from(at.unix_timestamp_nanos() / 1_000_000).unwrap_or_default();
    Uuid::from_u128(milliseconds.min((1 << 48) - 1) << 80)
}

/// A part of a list.
#[derive(Debug, Clone)]
pub struct OrderPage {
    /// The orders.
    pub orders: Vec<OrderSummary>,
    /// Where the next part begins; none at the end.
    pub next: Option<Position>,
}

impl OrderPage {
    /// The first `limit` of the orders that were found; one more says that there are more.
    pub(super) fn of(mut orders: Vec<OrderSummary>, limit: u32, sort: OrderSort) -> Self {
        let is_more = orders.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if is_more {
            orders.pop();
        }
        let next = orders.last().filter(|_| is_more).map(|order| Position {
            id: order.id,
            key: match sort {
                OrderSort::Newest | OrderSort::Oldest => String::new(),
                OrderSort::PaymentStatus => order.payment_status.name().to_owned(),
                OrderSort::FulfillmentStatus => order.fulfillment_status.name().to_owned(),
                OrderSort::Largest => order.total.minor.to_string(),
            },
        });
        Self { orders, next }
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn ids_of_a_moment_lie_between_those_of_the_moments_around_it() {
        let id = Uuid::from_u128(0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_d881);
        assert!(first_id(datetime!(2023-06-14 00:00 UTC)) < id);
        assert!(first_id(datetime!(2023-06-15 00:00 UTC)) > id);
        assert_eq!(first_id(datetime!(1901-01-01 00:00 UTC)), Uuid::nil());
    }
}
