//! Which units a parcel takes.

use kernel::FieldFault;
use kernel::goods::Quantity;
use kernel::ids::{MerchantId, OrderLineId};

use super::{FulfillmentLine, ShippedGoods};
use crate::orders::{OrderError, OrderLine};

/// The merchant of a parcel and what is in it.
pub(super) type Parcel = (MerchantId, Vec<FulfillmentLine>);

/// The parcel that holds the wanted goods, of lines that nobody else changes now.
pub(super) fn plan(
    lines: &[OrderLine],
    merchant_id: Option<MerchantId>,
    goods: &ShippedGoods,
) -> Result<Parcel, OrderError> {
    match goods {
        ShippedGoods::Rest => plan_rest(lines, merchant_id),
        ShippedGoods::Lines(wanted) => plan_lines(lines, merchant_id, wanted),
    }
}

fn plan_rest(lines: &[OrderLine], wanted: Option<MerchantId>) -> Result<Parcel, OrderError> {
    let is_wanted = |line: &&OrderLine| wanted.is_none_or(|id| id == line.merchant_id);
    let rest: Vec<&OrderLine> = lines
        .iter()
        .filter(is_wanted)
        .filter(|line| line.unshipped() > 0)
        .collect();
    let Some(first) = rest.first() else {
        let rule = "a merchant with units left to ship";
        let fault = FieldFault::new("/merchant_id", "nothing_to_fulfill", rule);
        return Err(OrderError::NothingToFulfill(fault));
    };
    if rest
        .iter()
        .any(|line| line.merchant_id != first.merchant_id)
    {
        let rule = "several merchants have units left to ship: name one of them";
        let fault = FieldFault::new("/merchant_id", "required", rule);
        return Err(OrderError::SeveralMerchants(fault));
    }
    let units = rest.iter().map(|line| FulfillmentLine {
        line_id: line.id,
        quantity: line.unshipped(),
    });
    Ok((first.merchant_id, units.collect()))
}

fn plan_lines(
    lines: &[OrderLine],
    mut merchant: Option<MerchantId>,
    wanted: &[(OrderLineId, Quantity)],
) -> Result<Parcel, OrderError> {
    let mut parcel: Vec<FulfillmentLine> = Vec::with_capacity(wanted.len());
    let mut faults = Vec::new();
    for (index, &(line_id, quantity)) in wanted.iter().enumerate() {
        let pointer = format!("/lines/{index}/line_id");
        let line = lines.iter().find(|line| line.id == line_id);
        let Some(line) = line else {
            let fault = FieldFault::new(pointer, "unknown", "a line of this order");
            return Err(OrderError::LineUnknown(fault));
        };
        if wanted.iter().take(index).any(|(id, _)| *id == line_id) {
            let fault = FieldFault::new(pointer, "repeated", "each line once");
            return Err(OrderError::LineTwice(fault));
        }
        if *merchant.get_or_insert(line.merchant_id) != line.merchant_id {
            let rule = "lines of one merchant; another merchant ships in another fulfillment";
            let fault = FieldFault::new(pointer, "several_merchants", rule);
            return Err(OrderError::SeveralMerchants(fault));
        }
        let (quantity, left) = (quantity.get(), line.unshipped());
        if quantity > left {
            faults.push(FieldFault::new(
                format!("/lines/{index}/quantity"),
                "fulfillment_too_large",
                format!("at most {left}, which is what is left to ship of {line_id}"),
            ));
        }
        parcel.push(FulfillmentLine { line_id, quantity });
    }
    match merchant {
        _ if !faults.is_empty() => Err(OrderError::FulfillmentTooLarge(faults)),
        Some(merchant_id) if !parcel.is_empty() => Ok((merchant_id, parcel)),
        _ => {
            let fault = FieldFault::new("/lines", "required", "at least one line");
            Err(OrderError::NothingToFulfill(fault))
        }
    }
}
