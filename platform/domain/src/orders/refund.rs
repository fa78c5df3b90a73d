//! Money that is given back: what it is, and how much of it.

use kernel::goods::Quantity;
use kernel::ids::{MerchantId, OrderId, OrderLineId, RefundId, ReturnId};
pub use kernel::ports::RefundStatus;
use kernel::{FieldFault, Money, MoneyError, money};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::OrderError;
use crate::pricing::Taxed;

/// Money that is given back for an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// Its id, here and in billing.
    pub id: RefundId,
    /// The order.
    pub order_id: OrderId,
    /// How far it is.
    pub status: RefundStatus,
    /// Why.
    pub reason: String,
    /// What the shopper gets.
    pub amount: Money,
    /// Whether shipping is given back.
    pub includes_shipping: bool,
    /// Why it failed.
    pub failure: Option<String>,
    /// The return whose units are given back.
    #[serde(default)]
    pub return_id: Option<ReturnId>,
    /// Whether the capture of the payment leaves it out: it is never taken from the shopper.
    #[serde(default)]
    pub is_left_out: bool,
    /// The lines that are given back.
    pub lines: Vec<RefundLine>,
    /// When it was asked for.
    #[serde(with = "time::serde::rfc3339")]
    pub created_at: OffsetDateTime,
    /// Who asked for it; `provider` when it was made at the payment provider.
    pub created_by: String,
}

/// What is given back of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundLine {
    /// The line of the order.
    pub line_id: OrderLineId,
    /// How many.
    pub quantity: i32,
    /// What the shopper gets for them.
    pub amount: Money,
}

/// What to give back.
#[derive(Debug, Clone)]
pub enum WantedRefund {
    /// Everything that is left.
    Full,
    /// Some units of some lines, and shipping or not.
    Part {
        /// How many of which line; each line once.
        lines: Vec<(OrderLineId, Quantity)>,
        /// Whether all of the shipping is given back, which can be done once.
        shipping: bool,
        /// What is given back beside them; of each merchant in proportion to what is left.
        amount: Option<Money>,
    },
}

/// The request to give money back.
#[derive(Debug, Clone)]
pub struct RequestRefund {
    /// The order.
    pub order_id: OrderId,
    /// What makes it safe to ask again.
    pub key: String,
    /// What to give back.
    pub wanted: WantedRefund,
    /// The return whose received units are given back: of those all, or the lines that are wanted.
    pub return_id: Option<ReturnId>,
    /// Why.
    pub reason: String,
}

/// A refund that was asked for.
#[derive(Debug, Clone)]
pub struct Requested {
    /// The refund.
    pub refund: Refund,
    /// Whether this is the answer to an earlier request with the same key.
    pub is_replayed: bool,
}

/// What of a line can be given back, and what has been.
#[derive(Debug, Clone, Copy)]
pub(super) struct Refundable {
    pub(super) line_id: OrderLineId,
    pub(super) merchant_id: MerchantId,
    pub(super) quantity: i32,
    pub(super) refunded_quantity: i32,
    pub(super) taxed: Taxed,
    /// What refunds that have not failed have given back of it.
    pub(super) given: Taxed,
}

/// What of the shipping can be given back.
#[derive(Debug, Clone, Copy)]
pub(super) struct RefundableShipping {
    pub(super) gross_minor: i64,
    pub(super) is_refunded: bool,
}

/// A part of a line that will be given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PlannedLine {
    pub(super) line_id: OrderLineId,
    pub(super) quantity: i32,
    pub(super) taxed: Taxed,
}

/// What will be given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) lines: Vec<PlannedLine>,
    pub(super) includes_shipping: bool,
    /// What is given back beside lines and shipping.
    pub(super) extra_minor: i64,
    pub(super) amount_minor: i64,
}

/// Reckons a refund: of each line what is due for all units given back so far, less what has been
/// given. However the units are spread over refunds, all of them together return the line exactly.
pub(super) fn plan(
    lines: &[Refundable],
    shipping: RefundableShipping,
    wanted: &WantedRefund,
) -> Result<Plan, OrderError> {
    let plan = match wanted {
        WantedRefund::Full => plan_full(lines, shipping)?,
        WantedRefund::Part {
            lines: wanted,
            shipping: wants_shipping,
            amount,
        } => {
            let planned = plan_lines(lines, wanted)?;
            if *wants_shipping && shipping.is_refunded {
                return Err(too_large("/shipping", "shipping has been given back"));
            }
            let mut plan = total(planned, shipping, *wants_shipping)?;
            plan.extra_minor = amount.map_or(0, |amount| amount.minor);
            plan.amount_minor = plan
                .amount_minor
                .checked_add(plan.extra_minor)
                .ok_or(MoneyError::Overflow)?;
            plan
        }
    };
    if plan.amount_minor == 0 {
        return Err(OrderError::RefundEmpty);
    }
    Ok(plan)
}

fn plan_full(lines: &[Refundable], shipping: RefundableShipping) -> Result<Plan, OrderError> {
    let mut planned = Vec::new();
    for line in lines {
        let left = line.quantity - line.refunded_quantity;
        if left > 0 {
            planned.push(step(line, left)?);
        }
    }
    if planned.is_empty() && shipping.is_refunded {
        return Err(too_large("/full", "the order is refunded in full"));
    }
    total(planned, shipping, !shipping.is_refunded)
}

fn plan_lines(
    lines: &[Refundable],
    wanted: &[(OrderLineId, Quantity)],
) -> Result<Vec<PlannedLine>, OrderError> {
    let mut planned: Vec<PlannedLine> = Vec::with_capacity(wanted.len());
    let mut faults = Vec::new();
    for (index, &(line_id, quantity)) in wanted.iter().enumerate() {
        if planned.iter().any(|line| line.line_id == line_id) {
            return Err(OrderError::LineTwice(FieldFault::new(
                format!("/lines/{index}/line_id"),
                "repeated",
                "each line once",
            )));
        }
        let line = lines
            .iter()
            .find(|line| line.line_id == line_id)
            .ok_or_else(|| {
                OrderError::LineUnknown(FieldFault::new(
                    format!("/lines/{index}/line_id"),
                    "unknown",
                    "a line of this order",
                ))
            })?;
        let left = line.quantity - line.refunded_quantity;
        if quantity.get() > left {
            faults.push(FieldFault::new(
                format!("/lines/{index}/quantity"),
                "refund_too_large",
                format!("at most {left}, which is what is left of {line_id}"),
            ));
        } else {
            planned.push(step(line, quantity.get())?);
        }
    }
    if faults.is_empty() {
        Ok(planned)
    } else {
        Err(OrderError::RefundTooLarge(faults))
    }
}

/// `quantity` more of a line. A refund that failed out of turn may have left a minor unit more
/// given than is due by now; then this step gives nothing, and a later one evens it out.
fn step(line: &Refundable, quantity: i32) -> Result<PlannedLine, MoneyError> {
    let base = i64::from(line.quantity);
    let done = i64::from(line.refunded_quantity) + i64::from(quantity);
    let due = |part: i64, given: i64| Ok((money::due(part, base, done)? - given).max(0));
    Ok(PlannedLine {
        line_id: line.line_id,
        quantity,
        taxed: Taxed {
            net_minor: due(line.taxed.net_minor, line.given.net_minor)?,
            tax_minor: due(line.taxed.tax_minor, line.given.tax_minor)?,
        },
    })
}

fn total(
    lines: Vec<PlannedLine>,
    shipping: RefundableShipping,
    wants_shipping: bool,
) -> Result<Plan, OrderError> {
    let includes_shipping = wants_shipping && shipping.gross_minor > 0;
    let mut amount_minor = if includes_shipping {
        shipping.gross_minor
    } else {
        0
    };
    for line in &lines {
        amount_minor = amount_minor
            .checked_add(line.taxed.net_minor)
            .and_then(|sum| sum.checked_add(line.taxed.tax_minor))
            .ok_or(MoneyError::Overflow)?;
    }
    Ok(Plan {
        lines,
        includes_shipping,
        extra_minor: 0,
        amount_minor,
    })
}

fn too_large(pointer: &str, detail: &str) -> OrderError {
    OrderError::RefundTooLarge(vec![FieldFault::new(pointer, "refund_too_large", detail)])
}

#[cfg(test)]
mod tests {
    use kernel::ports::Ids;
    use proptest::prelude::*;

    use super::*;

    fn line(quantity: i32, net_minor: i64, tax_minor: i64) -> Refundable {
        Refundable {
            line_id: OrderLineId::from_uuid(Ids.uuid()),
            merchant_id: MerchantId::from_uuid(Ids.uuid()),
            quantity,
            refunded_quantity: 0,
            taxed: Taxed {
                net_minor,
                tax_minor,
            },
            given: Taxed::default(),
        }
    }

    const SHIPPING: RefundableShipping = RefundableShipping {
        gross_minor: 490,
        is_refunded: false,
    };

    fn part(line: &Refundable, quantity: i64) -> WantedRefund {
        WantedRefund::Part {
            lines: vec![(line.line_id, Quantity::parse(quantity).unwrap())],
            shipping: false,
            amount: None,
        }
    }

    #[test]
    fn a_full_refund_is_what_is_left() {
        let mut first = line(3, 1000, 190);
        first.refunded_quantity = 1;
        first.given = Taxed {
            net_minor: 333,
            tax_minor: 63,
        };
        let mut second = line(1, 500, 95);
        second.refunded_quantity = 1;

        let plan = plan(&[first, second], SHIPPING, &WantedRefund::Full).unwrap();

        assert_eq!(plan.lines.len(), 1);
        assert!(plan.includes_shipping);
        assert_eq!(plan.amount_minor, 667 + 127 + 490);
    }

    #[test]
    fn more_than_is_left_is_refused_and_the_line_is_named() {
        let first = line(2, 1000, 0);

        let refused = plan(&[first], SHIPPING, &part(&first, 3)).unwrap_err();

        let OrderError::RefundTooLarge(faults) = refused else {
            panic!("{refused}");
        };
        assert_eq!(faults[0].pointer, "/lines/0/quantity");
        assert_eq!(faults[0].code, "refund_too_large");
        assert!(faults[0].detail.contains(&first.line_id.to_string()));
    }

    #[test]
    fn what_would_give_nothing_back_is_refused() {
        let free = line(2, 0, 0);
        let none = WantedRefund::Part {
            lines: Vec::new(),
            shipping: false,
            amount: None,
        };
        let given_back = RefundableShipping {
            is_refunded: true,
            ..SHIPPING
        };

        assert!(matches!(
            plan(&[free], SHIPPING, &part(&free, 1)),
            Err(OrderError::RefundEmpty)
        ));
        assert!(matches!(
            plan(&[free], SHIPPING, &none),
            Err(OrderError::RefundEmpty)
        ));
        assert!(matches!(
            plan(&[], given_back, &WantedRefund::Full),
            Err(OrderError::RefundTooLarge(_))
        ));
    }

    proptest! {
        /// Refunds succeed or fail in any order; whatever was given in the end is the whole line.
        #[test]
        fn units_given_back_in_any_steps_return_the_line(
            net_minor in 0_i64..100_000,
            tax_minor in 0_i64..20_000,
            quantity in 1_i32..40,
            steps in prop::collection::vec((1_i32..6, any::<bool>()), 1..60),
        ) {
            let mut line = line(quantity, net_minor, tax_minor);
            let mut live: Vec<PlannedLine> = Vec::new();
            let given = |live: &[PlannedLine]| live.iter().fold(Taxed::default(), |sum, planned| {
                sum.plus(planned.taxed).unwrap()
            });
            for (units, fails) in steps {
                if fails && !live.is_empty() {
                    let failed = live.remove(live.len() / 2);
                    line.refunded_quantity -= failed.quantity;
                } else if line.refunded_quantity < quantity {
                    let units = units.min(quantity - line.refunded_quantity);
                    live.push(step(&line, units).unwrap());
                    line.refunded_quantity += units;
                }
                line.given = given(&live);
                prop_assert!(line.given.net_minor <= net_minor);
                prop_assert!(line.given.tax_minor <= tax_minor);
            }
            let left = quantity - line.refunded_quantity;
            if left > 0 {
                live.push(step(&line, left).unwrap());
            }
            prop_assert_eq!(given(&live), Taxed { net_minor, tax_minor });
        }
    }
}
