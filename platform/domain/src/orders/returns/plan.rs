//! Which units can come back.

use kernel::FieldFault;
use kernel::goods::Quantity;
use kernel::ids::OrderLineId;
use time::{Duration, OffsetDateTime};

use super::{Received, Return, ReturnError, ReturnLine};
use crate::orders::{Fulfillment, FulfillmentStatus, OrderError, OrderLine};

/// Units that can come back, by line.
pub(super) type Returnable = Vec<(OrderLineId, i32)>;

/// What staff can take back: everything that is shipped and in no other return.
pub(super) fn shipped(lines: &[OrderLine]) -> Returnable {
    let left = |line: &OrderLine| line.fulfilled_quantity - line.returning_quantity;
    lines.iter().map(|line| (line.id, left(line))).collect()
}

/// What the shopper can send back: what was delivered at most `days` ago and is in no other return.
pub(super) fn delivered(
    lines: &[OrderLine],
    parcels: &[Fulfillment],
    (days, now): (i32, OffsetDateTime),
) -> Returnable {
    let since = now - Duration::days(i64::from(days));
    let is_in_time = |parcel: &&Fulfillment| {
        parcel.status == FulfillmentStatus::Delivered
            && parcel.delivered_at.is_some_and(|at| at >= since)
    };
    let units = |id: OrderLineId| -> i32 {
        let parcels = parcels.iter().filter(is_in_time);
        let units = parcels.flat_map(|parcel| parcel.lines.iter());
        units
            .filter(|unit| unit.line_id == id)
            .map(|unit| unit.quantity)
            .sum()
    };
    // A return does not say which parcel its units came in: those of the oldest parcels count as returned first.
    let left =
        |line: &OrderLine| units(line.id).min(line.fulfilled_quantity - line.returning_quantity);
    lines.iter().map(|line| (line.id, left(line))).collect()
}

/// The lines of a return of the wanted units.
pub(super) fn plan(
    returnable: &Returnable,
    wanted: &[(OrderLineId, Quantity)],
) -> Result<Vec<ReturnLine>, ReturnError> {
    let mut faults = Vec::new();
    let mut lines: Vec<ReturnLine> = Vec::with_capacity(wanted.len());
    for (index, &(line_id, quantity)) in wanted.iter().enumerate() {
        let pointer = format!("/lines/{index}/line_id");
        let Some(&(_, left)) = returnable.iter().find(|(id, _)| *id == line_id) else {
            let fault = FieldFault::new(pointer, "unknown", "a line of this order");
            return Err(OrderError::LineUnknown(fault).into());
        };
        if lines.iter().any(|line| line.line_id == line_id) {
            let fault = FieldFault::new(pointer, "repeated", "each line once");
            return Err(OrderError::LineTwice(fault).into());
        }
        if quantity.get() > left {
            faults.push(FieldFault::new(
                format!("/lines/{index}/quantity"),
                "return_too_large",
                format!("at most {left}, which is what can be returned of {line_id}"),
            ));
        }
        lines.push(ReturnLine {
            line_id,
            quantity: quantity.get(),
            received_quantity: 0,
            restocked_quantity: 0,
        });
    }
    if faults.is_empty() {
        Ok(lines)
    } else {
        Err(ReturnError::TooLarge(faults))
    }
}

/// The lines of a return after what has come of it; counts never go down.
pub(super) fn receive(found: &Return, received: &Received) -> Result<Vec<ReturnLine>, ReturnError> {
    let mut lines = found.lines.clone();
    let mut faults = Vec::new();
    for (index, &(line_id, came, restocked)) in received.lines.iter().enumerate() {
        let field = |name: &str| format!("/lines/{index}/{name}");
        let Some(line) = lines.iter_mut().find(|line| line.line_id == line_id) else {
            let rule = "a line of this return";
            faults.push(FieldFault::new(field("line_id"), "unknown", rule));
            continue;
        };
        let (least, most) = (line.received_quantity, line.quantity);
        if !(least..=most).contains(&came) {
            let rule = format!("{least} to {most}: all units that came until now");
            faults.push(FieldFault::new(
                field("received_quantity"),
                "out_of_range",
                rule,
            ));
        }
        let (least, most) = (line.restocked_quantity, came.max(line.restocked_quantity));
        if !(least..=most).contains(&restocked) {
            let rule = format!("{least} to {most}: all units that went back into stock until now");
            faults.push(FieldFault::new(
                field("restocked_quantity"),
                "out_of_range",
                rule,
            ));
        }
        line.received_quantity = came;
        line.restocked_quantity = restocked;
    }
    if faults.is_empty() {
        Ok(lines)
    } else {
        Err(ReturnError::Invalid(faults))
    }
}
