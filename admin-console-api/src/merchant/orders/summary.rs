//! An order in a list of the tenant's staff.

use domain::orders::{self, OrderSummary};
use gateway::json::Money;
use kernel::ids::OrderId;
use poem_openapi::Object;
use time::OffsetDateTime;

/// An order in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderSummary")]
pub(in crate::merchant) struct Summary {
    /// Order id.
    id: OrderId,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    number: i64,
    /// Order status.
    status: orders::OrderStatus,
    /// Payment status of the order.
    payment_status: orders::PaymentStatus,
    /// Fulfillment status of the order.
    fulfillment_status: orders::OrderFulfillment,
    /// Contact e-mail of the shopper.
    email: String,
    /// Order total.
    total: Money,
    /// Amount refunded so far.
    refunded: Money,
    /// When the order was placed.
    placed_at: OffsetDateTime,
}

impl From<OrderSummary> for Summary {
    fn from(order: OrderSummary) -> Self {
        let OrderSummary {
            id,
            number,
            status,
            payment_status,
            fulfillment_status,
            email,
            total,
            refunded,
            placed_at,
        } = order;
        Self {
            id,
            number,
            status,
            payment_status,
            fulfillment_status,
            email: email.as_str().to_owned(),
            total: total.into(),
            refunded: refunded.into(),
            placed_at,
        }
    }
}
