//! Money of an order that went back by other ways than units and shipping: as an amount, at the payment
//! provider, or because the shopper's bank took it. What is left can be given back.

use kernel::ids::MerchantId;
use kernel::ports::RefundShare;
use kernel::{FieldFault, money};

use super::OrderError;
use super::refund::{Plan, PlannedLine, Refundable, WantedRefund};
use crate::pricing::Taxed;

/// What the order's own refunds have left of a merchant's part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Remainder {
    pub(super) merchant_id: MerchantId,
    pub(super) goods_net_minor: i64,
    pub(super) gross_minor: i64,
    /// The merchant's part of the whole shipping.
    pub(super) shipping_minor: i64,
}

/// Fits a plan to what is left, and says what each merchant gives. A full refund becomes smaller; one of some
/// units is refused when it is more than is left of a merchant's part.
pub(super) fn fit(
    plan: Plan,
    lines: &[Refundable],
    remainders: &[Remainder],
    gone: &[RefundShare],
    wanted: &WantedRefund,
) -> Result<(Plan, Vec<RefundShare>), OrderError> {
    let left: Vec<RefundShare> = remainders
        .iter()
        .map(|remainder| left_of(remainder, gone))
        .collect();
    let mut parts: Vec<RefundShare> = remainders
        .iter()
        .map(|remainder| part_of(&plan, lines, remainder))
        .collect();
    match wanted {
        WantedRefund::Full if parts != left => {
            return everything_left(&plan, lines, remainders, left);
        }
        WantedRefund::Full => {}
        WantedRefund::Part { .. } => {
            for (part, left) in parts.iter().zip(&left) {
                check(part, left)?;
            }
            add(plan.extra_minor, &mut parts, &left)?;
        }
    }
    parts.retain(|part| part.gross_minor > 0);
    Ok((plan, parts))
}

fn check(part: &RefundShare, left: &RefundShare) -> Result<(), OrderError> {
    let (rest, left_rest) = (
        part.gross_minor - part.goods_net_minor,
        left.gross_minor - left.goods_net_minor,
    );
    if part.goods_net_minor <= left.goods_net_minor && rest <= left_rest {
        return Ok(());
    }
    Err(too_large(
        "",
        format!(
            "at most {} of {}, in minor units: refunds of an amount or at the payment provider, and \
             disputes, count too; `full` refunds what is left",
            left.gross_minor, left.merchant_id
        ),
    ))
}

/// Adds an amount to the parts: in proportion to what they leave of each merchant's, goods and the rest in
/// proportion, too.
fn add(
    extra_minor: i64,
    parts: &mut [RefundShare],
    left: &[RefundShare],
) -> Result<(), OrderError> {
    if extra_minor == 0 {
        return Ok(());
    }
    let rests: Vec<(i64, i64)> = parts
        .iter()
        .zip(left)
        .map(|(part, left)| {
            (
                left.goods_net_minor - part.goods_net_minor,
                left.gross_minor - part.gross_minor,
            )
        })
        .collect();
    let most: i64 = rests.iter().map(|(_, gross)| gross).sum();
    if extra_minor > most {
        let rule = format!("at most {most}, in minor units, which is what is left to refund");
        return Err(too_large("/amount/amount", rule));
    }
    let weights: Vec<i64> = rests.iter().map(|(_, gross)| *gross).collect();
    let extras = money::allocate(extra_minor, &weights)?;
    for ((part, (net, gross)), extra) in parts.iter_mut().zip(rests).zip(extras) {
        if extra > 0 {
            part.goods_net_minor += money::rate(extra, net, gross)?;
            part.gross_minor += extra;
        }
    }
    Ok(())
}

fn left_of(remainder: &Remainder, gone: &[RefundShare]) -> RefundShare {
    let gone = gone
        .iter()
        .find(|gone| gone.merchant_id == remainder.merchant_id);
    let (net, gross) = gone.map_or((0, 0), |gone| (gone.goods_net_minor, gone.gross_minor));
    let goods_net_minor = (remainder.goods_net_minor - net).max(0);
    RefundShare {
        merchant_id: remainder.merchant_id,
        goods_net_minor,
        gross_minor: (remainder.gross_minor - gross).max(goods_net_minor),
    }
}

/// A merchant's part of what is planned.
fn part_of(plan: &Plan, lines: &[Refundable], remainder: &Remainder) -> RefundShare {
    let mut part = RefundShare {
        merchant_id: remainder.merchant_id,
        goods_net_minor: 0,
        gross_minor: if plan.includes_shipping {
            remainder.shipping_minor
        } else {
            0
        },
    };
    for line in mine(plan, lines, remainder.merchant_id) {
        part.goods_net_minor += line.taxed.net_minor;
        part.gross_minor += gross(line);
    }
    part
}

/// Every unit and the shipping, for as much as is left of each merchant's part: each line is given back for
/// its share of that.
fn everything_left(
    plan: &Plan,
    lines: &[Refundable],
    remainders: &[Remainder],
    left: Vec<RefundShare>,
) -> Result<(Plan, Vec<RefundShare>), OrderError> {
    let mut smaller: Vec<PlannedLine> = Vec::with_capacity(plan.lines.len());
    for (remainder, left) in remainders.iter().zip(&left) {
        let mine: Vec<&PlannedLine> = mine(plan, lines, remainder.merchant_id).collect();
        let shipping = part_of(plan, &[], remainder).gross_minor;
        let weights: Vec<i64> = mine
            .iter()
            .map(|line| gross(line))
            .chain([shipping])
            .collect();
        let parts = if weights.iter().all(|&weight| weight == 0) {
            vec![0; weights.len()]
        } else {
            money::allocate(left.gross_minor, &weights)?
        };
        for (line, part) in mine.into_iter().zip(parts) {
            let net_minor = match gross(line) {
                0 => 0,
                whole => money::rate(part, line.taxed.net_minor, whole)?,
            };
            smaller.push(PlannedLine {
                taxed: Taxed {
                    net_minor,
                    tax_minor: part - net_minor,
                },
                ..*line
            });
        }
    }
    let left: Vec<RefundShare> = left.into_iter().filter(|it| it.gross_minor > 0).collect();
    let amount_minor = left.iter().map(|left| left.gross_minor).sum();
    if amount_minor == 0 {
        let rule = "the order is refunded in full".to_owned();
        return Err(too_large("/full", rule));
    }
    let plan = Plan {
        lines: smaller,
        amount_minor,
        extra_minor: 0,
        includes_shipping: plan.includes_shipping,
    };
    Ok((plan, left))
}

fn mine<'a>(
    plan: &'a Plan,
    lines: &'a [Refundable],
    merchant_id: MerchantId,
) -> impl Iterator<Item = &'a PlannedLine> {
    plan.lines.iter().filter(move |planned| {
        lines
            .iter()
            .any(|line| line.line_id == planned.line_id && line.merchant_id == merchant_id)
    })
}

const fn gross(line: &PlannedLine) -> i64 {
    line.taxed.net_minor + line.taxed.tax_minor
}

fn too_large(pointer: &str, detail: String) -> OrderError {
    OrderError::RefundTooLarge(vec![FieldFault::new(pointer, "refund_too_large", detail)])
}

#[cfg(test)]
mod tests {
    use kernel::ids::OrderLineId;
    use kernel::ports::Ids;
    use proptest::prelude::*;

    use super::*;
    use crate::orders::refund::{RefundableShipping, plan};

    fn merchant() -> MerchantId {
        MerchantId::from_uuid(Ids.uuid())
    }

    fn line(merchant_id: MerchantId, net_minor: i64, tax_minor: i64) -> Refundable {
        Refundable {
            line_id: OrderLineId::from_uuid(Ids.uuid()),
            merchant_id,
            quantity: 1,
            refunded_quantity: 0,
            taxed: Taxed {
                net_minor,
                tax_minor,
            },
            given: Taxed::default(),
        }
    }

    #[test]
    fn a_full_refund_is_what_is_left_of_each_part() {
        let (one, two) = (merchant(), merchant());
        let lines = [line(one, 1000, 190), line(one, 500, 95), line(two, 200, 38)];
        let remainders = [
            Remainder {
                merchant_id: one,
                goods_net_minor: 1500,
                gross_minor: 1785 + 490,
                shipping_minor: 490,
            },
            Remainder {
                merchant_id: two,
                goods_net_minor: 200,
                gross_minor: 238,
                shipping_minor: 0,
            },
        ];
        let gone = [
            RefundShare {
                merchant_id: one,
                goods_net_minor: 300,
                gross_minor: 455,
            },
            RefundShare {
                merchant_id: two,
                goods_net_minor: 200,
                gross_minor: 238,
            },
        ];
        let shipping = RefundableShipping {
            gross_minor: 490,
            is_refunded: false,
        };
        let full = plan(&lines, shipping, &WantedRefund::Full).unwrap();

        let (fitted, shares) = fit(full, &lines, &remainders, &gone, &WantedRefund::Full).unwrap();

        // 18.20 of 22.75 are left: four fifths of 11.90, 5.95 and 4.90.
        assert_eq!(fitted.amount_minor, 1820);
        assert_eq!(
            shares,
            [RefundShare {
                merchant_id: one,
                goods_net_minor: 1200,
                gross_minor: 1820
            }]
        );
        let amounts: Vec<i64> = fitted.lines.iter().map(gross).collect();
        assert_eq!(amounts, [952, 476, 0]);
        assert!(fitted.includes_shipping);
    }

    #[test]
    fn units_worth_more_than_is_left_are_refused() {
        let one = merchant();
        let lines = [line(one, 1000, 190)];
        let remainders = [Remainder {
            merchant_id: one,
            goods_net_minor: 1000,
            gross_minor: 1190,
            shipping_minor: 0,
        }];
        let gone = [RefundShare {
            merchant_id: one,
            goods_net_minor: 1,
            gross_minor: 1,
        }];
        let wanted = WantedRefund::Part {
            lines: vec![(lines[0].line_id, kernel::goods::Quantity::parse(1).unwrap())],
            shipping: false,
            amount: None,
        };
        let shipping = RefundableShipping {
            gross_minor: 0,
            is_refunded: false,
        };
        let one_unit = plan(&lines, shipping, &wanted).unwrap();

        let refused = fit(one_unit.clone(), &lines, &remainders, &gone, &wanted).unwrap_err();
        let OrderError::RefundTooLarge(faults) = refused else {
            panic!("{refused}");
        };
        assert!(
            faults[0].detail.starts_with("at most 1189 of"),
            "{faults:?}"
        );
        let untouched = fit(one_unit.clone(), &lines, &remainders, &[], &wanted).unwrap();
        let part = RefundShare {
            merchant_id: one,
            goods_net_minor: 1000,
            gross_minor: 1190,
        };
        assert_eq!(untouched, (one_unit, vec![part]));
    }

    proptest! {
        /// Amounts in any steps come to the whole, and no merchant gives more goods, or more of the rest, than
        /// it has.
        #[test]
        fn amounts_are_taken_of_what_is_left_of_each_part(
            shares in prop::collection::vec((0_i64..5_000, 0_i64..900), 1..5),
            steps in prop::collection::vec(1_i64..4_000, 1..12),
        ) {
            let mut left: Vec<RefundShare> = shares
                .iter()
                .map(|&(net, rest)| RefundShare {
                    merchant_id: merchant(),
                    goods_net_minor: net,
                    gross_minor: net + rest,
                })
                .collect();
            for step in steps {
                let most: i64 = left.iter().map(|part| part.gross_minor).sum();
                let nothing = |left: &RefundShare| RefundShare {
                    goods_net_minor: 0,
                    gross_minor: 0,
                    ..*left
                };
                let mut parts: Vec<RefundShare> = left.iter().map(nothing).collect();
                prop_assert!(add(most + 1, &mut parts, &left).is_err());
                let amount = step.min(most);
                add(amount, &mut parts, &left).unwrap();
                prop_assert_eq!(parts.iter().map(|part| part.gross_minor).sum::<i64>(), amount);
                for (part, left) in parts.iter().zip(&mut left) {
                    prop_assert!(check(part, left).is_ok());
                    left.goods_net_minor -= part.goods_net_minor;
                    left.gross_minor -= part.gross_minor;
                }
            }
        }
    }
}
