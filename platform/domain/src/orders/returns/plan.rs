//! Which units can come back.

use std::cmp::Reverse;

use kernel::FieldFault;
use kernel::goods::Quantity;
use kernel::ids::OrderLineId;
use time::{Duration, OffsetDateTime};

use super::{NotReturnable, Received, Return, ReturnError, ReturnLine, ReturnableLine};
use crate::orders::{Fulfillment, FulfillmentStatus, OrderError, OrderLine};

/// Units that can come back, by line.
pub(super) type Returnable = Vec<(OrderLineId, i32)>;

/// What staff can take back: everything that is shipped and in no other return.
pub(super) fn shipped(lines: &[OrderLine]) -> Returnable {
    let left = |line: &OrderLine| line.fulfilled_quantity - line.returning_quantity;
    lines.iter().map(|line| (line.id, left(line))).collect()
}

/// What the shopper can send back: what was delivered at most `days` ago and is in no other return.
pub(in crate::orders) fn delivered(
    lines: &[OrderLine],
    parcels: &[Fulfillment],
    (days, now): (i32, OffsetDateTime),
) -> Vec<ReturnableLine> {
    let of = |line| delivered_of(line, parcels, (days, now));
    lines.iter().map(of).collect()
}

fn delivered_of(
    line: &OrderLine,
    parcels: &[Fulfillment],
    (days, now): (i32, OffsetDateTime),
) -> ReturnableLine {
    let window = Duration::days(i64::from(days));
    let mut units: Vec<(OffsetDateTime, i32)> = Vec::new();
    for parcel in parcels {
        let delivered = (parcel.status == FulfillmentStatus::Delivered)
            .then_some(parcel.delivered_at)
            .flatten();
        if let Some(at) = delivered {
            let mine = parcel.lines.iter().filter(|unit| unit.line_id == line.id);
            units.extend(mine.map(|unit| (at + window, unit.quantity)));
        }
    }
    units.sort_unstable_by_key(|(until, _)| Reverse(*until));
    let all: i32 = units.iter().map(|(_, quantity)| quantity).sum();
    let open = line.fulfilled_quantity - line.returning_quantity;
    let (mut quantity, mut last) = (0, None);
    // A return does not say which parcel its units came in: those of the oldest parcels count as returned first.
    for (until, count) in units {
        let more = count.min(open - quantity);
        if days == 0 || line.is_final_sale || until < now || more <= 0 {
            break;
        }
        quantity += more;
        last = Some(until);
    }
    let why_none = if days == 0 {
        NotReturnable::NotOffered
    } else if line.is_final_sale {
        NotReturnable::FinalSale
    } else if all < line.quantity - line.cancelled_quantity || all == 0 {
        NotReturnable::NotDelivered
    } else if open <= 0 {
        NotReturnable::NothingLeft
    } else {
        NotReturnable::WindowClosed
    };
    ReturnableLine {
        line_id: line.id,
        quantity,
        until: last,
        why_none: (quantity == 0).then_some(why_none),
    }
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
