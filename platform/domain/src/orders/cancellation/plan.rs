//! Which units can be cancelled.

use kernel::FieldFault;
use kernel::goods::Quantity;
use kernel::ids::OrderLineId;

use super::CancellationLine;
use crate::orders::{OrderError, OrderLine};

/// The wanted units, of lines that nobody else changes now.
pub(super) fn plan(
    lines: &[OrderLine],
    wanted: &[(OrderLineId, Quantity)],
) -> Result<Vec<CancellationLine>, OrderError> {
    let mut planned: Vec<CancellationLine> = Vec::with_capacity(wanted.len());
    let mut faults = Vec::new();
    for (index, &(line_id, quantity)) in wanted.iter().enumerate() {
        let pointer = format!("/lines/{index}/line_id");
        let Some(line) = lines.iter().find(|line| line.id == line_id) else {
            let fault = FieldFault::new(pointer, "unknown", "a line of this order");
            return Err(OrderError::LineUnknown(fault));
        };
        if planned.iter().any(|line| line.line_id == line_id) {
            let fault = FieldFault::new(pointer, "repeated", "each line once");
            return Err(OrderError::LineTwice(fault));
        }
        let (quantity, left) = (quantity.get(), line.unshipped());
        if quantity > left {
            faults.push(FieldFault::new(
                format!("/lines/{index}/quantity"),
                "cancellation_too_large",
                format!(
                    "at most {left}, which is what is neither shipped nor cancelled of {line_id}"
                ),
            ));
        }
        planned.push(CancellationLine { line_id, quantity });
    }
    if faults.is_empty() {
        Ok(planned)
    } else {
        Err(OrderError::CancellationTooLarge(faults))
    }
}
