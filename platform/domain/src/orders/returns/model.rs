//! What a return is.

use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, ReturnId};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

kernel::words! {
    /// Status of a return.
    pub enum ReturnStatus {
        /// Asked for by the shopper; the store decides.
        Requested = "requested",
        /// The units may come.
        Approved = "approved",
        /// The store does not take the units back.
        Rejected = "rejected",
        /// Called off by the shopper or the store.
        Cancelled = "cancelled",
        /// The units came, or as many as will.
        Received = "received",
    }
}

kernel::words! {
    /// Why units come back.
    pub enum ReturnReason {
        /// Damaged or defective.
        Damaged = "damaged",
        /// Another product than was ordered.
        WrongItem = "wrong_item",
        /// Not as it was described.
        NotAsDescribed = "not_as_described",
        /// The wrong size or shape.
        DoesNotFit = "does_not_fit",
        /// The shopper does not want it any more.
        ChangedMind = "changed_mind",
        /// Something else.
        Other = "other",
    }
}

/// Units of an order that come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// Its id.
    pub id: ReturnId,
    /// The order.
    pub order_id: OrderId,
    /// Its status.
    pub status: ReturnStatus,
    /// Why.
    pub reason: ReturnReason,
    /// What whoever asked for it says.
    pub note: Option<String>,
    /// What the store says to the shopper.
    pub message: Option<String>,
    /// What comes back.
    pub lines: Vec<ReturnLine>,
    /// Who asked for it: `shopper`, or the id of a staff member or key.
    pub requested_by: String,
    /// When it was asked for.
    #[serde(with = "time::serde::rfc3339")]
    pub created_at: OffsetDateTime,
    /// When the store decided.
    #[serde(with = "time::serde::rfc3339::option")]
    pub decided_at: Option<OffsetDateTime>,
    /// When it was over.
    #[serde(with = "time::serde::rfc3339::option")]
    pub closed_at: Option<OffsetDateTime>,
}

/// Units of a line that come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnLine {
    /// The line of the order.
    pub line_id: OrderLineId,
    /// How many.
    pub quantity: i32,
    /// How many of them came.
    pub received_quantity: i32,
    /// How many of these went back into stock.
    pub restocked_quantity: i32,
}

kernel::words! {
    /// Why no unit of a line can be returned.
    pub enum NotReturnable {
        /// Units can be returned once they are delivered.
        NotDelivered = "not_delivered",
        /// All units are in returns.
        NothingLeft = "nothing_left",
        /// The units were delivered too long ago.
        WindowClosed = "window_closed",
        /// The storefront takes nothing back.
        NotOffered = "not_offered",
        /// The product was sold as final sale.
        FinalSale = "final_sale",
    }
}

/// What of a line the shopper can return now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturnableLine {
    /// The line of the order.
    pub line_id: OrderLineId,
    /// How many units.
    pub quantity: i32,
    /// Until when all of these can be returned; of several parcels, the first whose window closes.
    pub until: Option<OffsetDateTime>,
    /// Why there are none.
    pub why_none: Option<NotReturnable>,
}

/// A request for a return.
#[derive(Debug, Clone)]
pub struct RequestReturn {
    /// The order.
    pub order_id: OrderId,
    /// What makes it safe to ask again.
    pub key: String,
    /// Why.
    pub reason: ReturnReason,
    /// What whoever asks says.
    pub note: Option<String>,
    /// How many of which line; each line once.
    pub lines: Vec<(OrderLineId, Quantity)>,
}

/// A return that was asked for.
#[derive(Debug, Clone)]
pub struct RequestedReturn {
    /// The return.
    pub found: Return,
    /// Whether this is the answer to an earlier request with the same key.
    pub is_replayed: bool,
}

/// What has come of a return so far.
#[derive(Debug, Clone)]
pub struct Received {
    /// Of each line how many came, and how many of these go back into stock; all until now.
    pub lines: Vec<(OrderLineId, i32, i32)>,
    /// Whether no more will come.
    pub is_final: bool,
}

/// Which returns to list.
#[derive(Debug, Clone, Default)]
pub struct ListReturns {
    /// Only those with this status.
    pub status: Option<ReturnStatus>,
    /// Only those of this order.
    pub order_id: Option<OrderId>,
    /// Only those before this one.
    pub after: Option<ReturnId>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}

/// Returns, the newest first.
#[derive(Debug, Clone)]
pub struct ReturnPage {
    /// Those of this page.
    pub returns: Vec<Return>,
    /// Where the next page begins, if there is one.
    pub next: Option<ReturnId>,
}
