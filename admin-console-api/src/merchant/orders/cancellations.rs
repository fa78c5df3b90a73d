//! Cancelling units of an order: what is asked for, and what comes of it.

use domain::orders::{self, CancelUnits, CancelledUnits};
use gateway::{IdempotencyKey, Invalid};
use kernel::goods::Quantity;
use kernel::ids::{CancellationId, OrderId, OrderLineId, RefundId};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

use super::quantity;
use super::refunds::reason;

/// Units of an order to cancel.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateCancellation {
    /// Lines to cancel units of, each line once.
    #[oai(validator(max_items = 100, min_items = 1))]
    lines: Vec<CancelledLine>,
    /// Whether the units go back into stock.
    #[oai(default = "yes")]
    restock: bool,
    /// Whether the units are refunded.
    #[oai(default = "yes")]
    refund: bool,
    /// Whether the shipping is refunded with them, all of it.
    #[oai(default)]
    shipping: bool,
    /// Reason, kept with the cancellation and its refund; the shopper does not see it.
    #[oai(default, validator(max_length = 500))]
    reason: String,
}

const fn yes() -> bool {
    true
}

/// Units of a line to cancel.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CancelledLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity to cancel.
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i64,
}

impl CreateCancellation {
    pub(super) fn into_command(
        self,
        order_id: OrderId,
        key: &IdempotencyKey,
    ) -> Result<CancelUnits, Invalid> {
        if self.shipping && !self.refund {
            let rule = "false when refund is false";
            return Err(Invalid::field("/shipping", "contradictory", rule));
        }
        let lines = self.lines.iter().enumerate();
        let lines = lines
            .map(|(index, line)| Ok((line.line_id, quantity(index, line.quantity)?)))
            .collect::<Result<Vec<(OrderLineId, Quantity)>, Invalid>>()?;
        Ok(CancelUnits {
            order_id,
            key: key.as_str().to_owned(),
            lines,
            is_restocked: self.restock,
            is_refunded: self.refund,
            includes_shipping: self.shipping,
            reason: reason(self.reason)?,
        })
    }
}

/// Response of create-cancellation.
#[derive(ApiResponse)]
pub(super) enum CancellationCreated {
    /// The cancellation.
    #[oai(status = 201)]
    Created(
        Json<Cancellation>,
        /// URL of the order, which lists its cancellations.
        #[oai(header = "Location")]
        String,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
}

impl From<CancelledUnits> for CancellationCreated {
    fn from(cancelled: CancelledUnits) -> Self {
        let replayed = cancelled.is_replayed.then(|| "true".to_owned());
        let location = format!("/admin/v1/orders/{}", cancelled.cancellation.order_id);
        Self::Created(Json(cancelled.cancellation.into()), location, replayed)
    }
}

/// Units of an order that are cancelled.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct Cancellation {
    /// Cancellation id.
    id: CancellationId,
    /// Units that are cancelled.
    lines: Vec<CancellationLine>,
    /// Whether the units went back into stock.
    restocked: bool,
    /// Refund of the units, whose status the order shows; absent when nothing is refunded.
    refund_id: Option<RefundId>,
    /// Reason.
    reason: String,
    /// When the units were cancelled.
    created_at: OffsetDateTime,
    /// Who cancelled them: the id of a staff member or secret key.
    created_by: String,
}

/// Units of a line that are cancelled.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CancellationLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity cancelled.
    quantity: i32,
}

impl From<orders::Cancellation> for Cancellation {
    fn from(found: orders::Cancellation) -> Self {
        let lines = found.lines.into_iter().map(|line| CancellationLine {
            line_id: line.line_id,
            quantity: line.quantity,
        });
        Self {
            id: found.id,
            lines: lines.collect(),
            restocked: found.is_restocked,
            refund_id: found.refund_id,
            reason: found.reason,
            created_at: found.created_at,
            created_by: found.created_by,
        }
    }
}
