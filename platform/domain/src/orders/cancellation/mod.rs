//! Units of a paid order that will not be shipped.
//!
//! Invariants:
//! - a unit is shipped or cancelled, never both: the database's line counts them;
//! - units, their refund and the letter are of one transaction, and so is their stock, which `checkout` puts back.

mod model;
mod plan;
mod store;

pub use model::{CancelUnits, Cancellation, CancellationLine, CancelledUnits};
pub(super) use store::{find as find_cancellation, of_order};

use db::TenantTx;
use kernel::ids::{CancellationId, RefundId, VariantId};
use kernel::ports::RefundShare;
use kernel::{Actor, OrderNews};
use time::OffsetDateTime;

use super::refunding::refund_units;
use super::{Order, OrderError, RequestRefund, WantedRefund, fulfillment, tell};

/// What a cancellation is written down with.
pub(crate) struct NewCancellation<'a> {
    pub(crate) id: CancellationId,
    /// The id of its refund, if there is something to give back.
    pub(crate) refund_id: RefundId,
    /// What went back by other ways.
    pub(crate) gone: &'a [RefundShare],
    pub(crate) by: Actor,
    pub(crate) now: OffsetDateTime,
}

/// Cancels units of a paid order that the caller has locked; also tells which goes back into stock, and how many.
pub(crate) async fn cancel_units(
    tx: &mut TenantTx,
    order: &Order,
    command: &CancelUnits,
    new: &NewCancellation<'_>,
) -> Result<(Cancellation, Vec<(VariantId, i32)>), OrderError> {
    let lines = super::store::lines(tx, order.id).await?;
    let planned = plan::plan(&lines, &command.lines)?;
    let refund_id = if command.is_refunded {
        let refund = RequestRefund {
            order_id: order.id,
            key: String::new(),
            wanted: WantedRefund::Part {
                lines: command.lines.clone(),
                shipping: command.includes_shipping,
                amount: None,
            },
            return_id: None,
            reason: command.reason.clone(),
        };
        let (what, when) = ((new.gone, new.refund_id), (new.by, new.now));
        refund_units(tx, order, &refund, what, when).await?
    } else {
        None
    };
    let cancellation = Cancellation {
        id: new.id,
        order_id: order.id,
        reason: command.reason.clone(),
        is_restocked: command.is_restocked,
        refund_id,
        lines: planned,
        created_at: new.now,
        created_by: new.by.to_string(),
    };
    store::insert(tx, &cancellation).await?;
    fulfillment::set_status(tx, order.id).await?;
    let news = OrderNews::UnitsCancelled {
        cancellation_id: new.id,
    };
    tell(tx, (order.id, order.storefront_id), news).await?;
    let variant = |line: &CancellationLine| {
        let found = lines.iter().find(|it| it.id == line.line_id)?;
        Some((found.variant_id, line.quantity))
    };
    let mut units: Vec<(VariantId, i32)> = if command.is_restocked {
        cancellation.lines.iter().filter_map(variant).collect()
    } else {
        Vec::new()
    };
    units.sort_unstable();
    Ok((cancellation, units))
}
