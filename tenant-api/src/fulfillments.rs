//! Parcels of an order, for the shopper who waits for them.

use domain::orders;
use kernel::ids::{FulfillmentId, OrderLineId};
use poem_openapi::Object;
use time::OffsetDateTime;

/// A parcel of an order.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(crate) struct Fulfillment {
    /// Fulfillment id.
    id: FulfillmentId,
    /// Fulfillment status.
    status: orders::FulfillmentStatus,
    /// Units in the parcel.
    lines: Vec<FulfillmentLine>,
    /// Carrier; absent if unknown.
    carrier: Option<String>,
    /// Tracking number; absent if unknown.
    tracking_number: Option<String>,
    /// Tracking URL, https; absent if unknown.
    tracking_url: Option<String>,
    /// When it was shipped.
    shipped_at: OffsetDateTime,
    /// When it was delivered; absent until then.
    delivered_at: Option<OffsetDateTime>,
}

/// Units of a line in a parcel.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct FulfillmentLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity in the parcel.
    quantity: i32,
}

/// The parcels that a shopper is shown: one that was cancelled never left.
pub(crate) fn shown(fulfillments: Vec<orders::Fulfillment>) -> Vec<Fulfillment> {
    fulfillments
        .into_iter()
        .filter(|it| it.status != orders::FulfillmentStatus::Cancelled)
        .map(Fulfillment::from)
        .collect()
}

impl From<orders::Fulfillment> for Fulfillment {
    fn from(fulfillment: orders::Fulfillment) -> Self {
        let orders::Fulfillment {
            id,
            order_id: _,
            merchant_id: _,
            status,
            tracking,
            lines,
            created_at,
            created_by: _,
            delivered_at,
            cancelled_at: _,
        } = fulfillment;
        let lines = lines.into_iter().map(|line| FulfillmentLine {
            line_id: line.line_id,
            quantity: line.quantity,
        });
        Self {
            id,
            status,
            lines: lines.collect(),
            carrier: tracking.carrier,
            tracking_number: tracking.number,
            tracking_url: tracking.url,
            shipped_at: created_at,
            delivered_at,
        }
    }
}
