//! What a cancellation of units is.

use kernel::goods::Quantity;
use kernel::ids::{CancellationId, OrderId, OrderLineId, RefundId};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// Units of an order that are cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancellation {
    /// Its id.
    pub id: CancellationId,
    /// The order.
    pub order_id: OrderId,
    /// Why, for the staff.
    pub reason: String,
    /// Whether the units went back into stock.
    pub is_restocked: bool,
    /// The refund of the units; none when no money goes back.
    pub refund_id: Option<RefundId>,
    /// Which units.
    pub lines: Vec<CancellationLine>,
    /// When it was made.
    #[serde(with = "time::serde::rfc3339")]
    pub created_at: OffsetDateTime,
    /// Who made it.
    pub created_by: String,
}

/// Units of a line that are cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancellationLine {
    /// The line of the order.
    pub line_id: OrderLineId,
    /// How many.
    pub quantity: i32,
}

/// The request to cancel units.
#[derive(Debug, Clone)]
pub struct CancelUnits {
    /// The order.
    pub order_id: OrderId,
    /// What makes it safe to ask again.
    pub key: String,
    /// How many of which line; each line once.
    pub lines: Vec<(OrderLineId, Quantity)>,
    /// Whether they go back into stock.
    pub is_restocked: bool,
    /// Whether their money goes back.
    pub is_refunded: bool,
    /// Whether the shipping goes back with it.
    pub includes_shipping: bool,
    /// Why, for the staff.
    pub reason: String,
}

/// Units that were cancelled.
#[derive(Debug, Clone)]
pub struct CancelledUnits {
    /// The cancellation.
    pub cancellation: Cancellation,
    /// Whether this is the answer to an earlier request with the same key.
    pub is_replayed: bool,
}
