//! Which orders to list, and in what order.

use std::fmt;
use std::str::FromStr;

use kernel::ids::OrderId;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{OrderFulfillment, OrderSort, OrderStatus, OrderSummary, PaymentStatus};

/// An id is made a moment before or after its order's date.
const SKEW: Duration = Duration::HOUR;
/// What sorts behind every text that begins alike.
const LAST: char = char::MAX;

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
    /// Only the one with this number, or those whose e-mail address begins with this.
    pub search: Option<String>,
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

/// Where a page ends: at an order, and at the status that the list is sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The order.
    pub id: OrderId,
    /// The status that it had then; empty in a list that is sorted by date.
    pub status: String,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.status.is_empty() {
            return self.id.fmt(f);
        }
        write!(f, "{}/{}", self.status, self.id)
    }
}

impl FromStr for Position {
    type Err = kernel::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (status, id) = text.split_once('/').unwrap_or(("", text));
        Ok(Self {
            id: id.parse()?,
            status: status.to_owned(),
        })
    }
}

/// What a search looks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Search {
    pub(super) number: Option<i64>,
    /// From which address on, and up to which.
    pub(super) email: Option<(String, String)>,
}

impl Search {
    pub(super) fn of(text: Option<&str>) -> Self {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
            return Self::default();
        };
        if let Ok(number) = text.trim_start_matches('#').parse() {
            return Self {
                number: Some(number),
                email: None,
            };
        }
        let from = text.to_lowercase();
        let to = format!("{from}{LAST}");
        Self {
            number: None,
            email: Some((from, to)),
        }
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
            status: match sort {
                OrderSort::Newest | OrderSort::Oldest => String::new(),
                OrderSort::PaymentStatus => order.payment_status.name().to_owned(),
                OrderSort::FulfillmentStatus => order.fulfillment_status.name().to_owned(),
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
    fn a_search_is_a_number_or_the_beginning_of_an_address() {
        assert_eq!(Search::of(Some(" #1001 ")).number, Some(1001));
        assert_eq!(Search::of(Some("1001")).email, None);
        let anna = Search::of(Some("Anna@")).email.unwrap();
        assert!(anna.0 == "anna@" && anna.1.starts_with("anna@"));
        assert_eq!(Search::of(Some("  ")), Search::default());
        assert_eq!(Search::of(None), Search::default());
    }

    #[test]
    fn ids_of_a_moment_lie_between_those_of_the_moments_around_it() {
        let id = Uuid::from_u128(0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_d881);
        assert!(first_id(datetime!(2023-06-14 00:00 UTC)) < id);
        assert!(first_id(datetime!(2023-06-15 00:00 UTC)) > id);
        assert_eq!(first_id(datetime!(1901-01-01 00:00 UTC)), Uuid::nil());
    }
}
