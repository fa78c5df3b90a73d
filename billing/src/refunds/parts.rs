//! A refund's parts: checked against what is left of each share. Pure.

use std::collections::BTreeSet;

use kernel::ids::MerchantId;
use kernel::money::{allocate, rate};
use kernel::ports::{RefundPayment, RefundShare};
use kernel::{Money, MoneyError};

use super::Part;
use crate::payments::{Payment, Share, ShareChange};
use crate::{BillingError, split};

/// Refuses a request that contradicts itself: a mistake of ours, never the shopper's.
pub(super) fn check(request: &RefundPayment) -> Result<(), BillingError> {
    let merchants: BTreeSet<MerchantId> = request.shares.iter().map(|it| it.merchant_id).collect();
    let is_sound = request
        .shares
        .iter()
        .all(|it| it.gross_minor > 0 && (0..=it.gross_minor).contains(&it.goods_net_minor));
    let sum = request
        .shares
        .iter()
        .try_fold(0_i64, |sum, it| sum.checked_add(it.gross_minor));
    if is_sound && merchants.len() == request.shares.len() && sum == Some(request.amount.minor) {
        Ok(())
    } else {
        Err(BillingError::Contradiction(
            "the parts do not add up to the refund",
        ))
    }
}

/// A part of a share. What is held from a refund that came back is given first; for the rest, the
/// commission goes back with the goods.
pub(super) fn new_part(
    payment: &Payment,
    share: &Share,
    wanted: &RefundShare,
) -> Result<Part, BillingError> {
    let left = share.gross_minor - share.refunded_minor;
    let (net, left_net) = (
        wanted.goods_net_minor,
        share.goods_net_minor - share.refunded_net_minor,
    );
    // Taxes and shipping: whatever is not goods.
    let (rest, left_rest) = (wanted.gross_minor - net, left - left_net);
    if net > left_net || rest > left_rest {
        return Err(BillingError::TooMuch(Money::new(left, payment.currency())));
    }
    let held_net_minor = net.min(share.held_net_minor);
    let held_minor = held_net_minor + rest.min(share.held_minor - share.held_net_minor);
    let commission_minor = split::commission_back(
        share.commission_minor,
        share.goods_net_minor,
        share.refunded_net_minor + share.held_net_minor + net - held_net_minor,
        share.commission_back_minor,
    )?;
    Ok(Part {
        merchant_id: share.merchant_id,
        goods_net_minor: net,
        gross_minor: wanted.gross_minor,
        held_net_minor,
        held_minor,
        commission_minor: commission_minor.min(wanted.gross_minor - held_minor),
    })
}

/// The parts of money that went back by itself, in proportion to what is left of each share: goods and
/// the rest in proportion, too.
pub(super) fn proportional(
    shares: &[Share],
    amount_minor: i64,
) -> Result<Vec<RefundShare>, MoneyError> {
    let left: Vec<i64> = shares
        .iter()
        .map(|share| share.gross_minor - share.refunded_minor)
        .collect();
    let parts = allocate(amount_minor, &left)?;
    shares
        .iter()
        .zip(left.iter().zip(parts))
        .filter(|(_, (_, part))| *part > 0)
        .map(|(share, (left, part))| {
            let left_net = share.goods_net_minor - share.refunded_net_minor;
            Ok(RefundShare {
                merchant_id: share.merchant_id,
                goods_net_minor: rate(part, left_net, *left)?,
                gross_minor: part,
            })
        })
        .collect()
}

/// What happens to a refund, as far as its shares count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// It is asked for.
    Asked,
    /// The provider never carried it out: as if it had not been asked for.
    Refused,
    /// It was carried out and came back: the merchants have given it, the shopper has not got it.
    CameBack,
}

/// By how much each share changes.
pub(super) fn changes<'a>(
    parts: impl IntoIterator<Item = &'a Part>,
    count: Count,
) -> Vec<ShareChange> {
    parts
        .into_iter()
        .map(|part| {
            let asked = ShareChange {
                merchant_id: part.merchant_id,
                refunded_net_minor: part.goods_net_minor,
                refunded_minor: part.gross_minor,
                held_net_minor: -part.held_net_minor,
                held_minor: -part.held_minor,
                commission_back_minor: part.commission_minor,
            };
            match count {
                Count::Asked => asked,
                Count::Refused => ShareChange {
                    merchant_id: part.merchant_id,
                    refunded_net_minor: -asked.refunded_net_minor,
                    refunded_minor: -asked.refunded_minor,
                    held_net_minor: -asked.held_net_minor,
                    held_minor: -asked.held_minor,
                    commission_back_minor: -asked.commission_back_minor,
                },
                Count::CameBack => ShareChange {
                    merchant_id: part.merchant_id,
                    refunded_net_minor: -part.goods_net_minor,
                    refunded_minor: -part.gross_minor,
                    held_net_minor: part.goods_net_minor,
                    held_minor: part.gross_minor,
                    commission_back_minor: 0,
                },
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use kernel::ids::{OrderId, PaymentId};
    use kernel::ports::CaptureMethod;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::payments::Status;

    fn share(number: u128, net: i64, rest: i64) -> Share {
        Share {
            merchant_id: MerchantId::from_uuid(Uuid::from_u128(number)),
            goods_net_minor: net,
            gross_minor: net + rest,
            commission_minor: net / 10,
            refunded_net_minor: 0,
            refunded_minor: 0,
            held_net_minor: 0,
            held_minor: 0,
            commission_back_minor: 0,
            taken_back_minor: 0,
        }
    }

    #[test]
    fn five_euros_of_three_shares_are_taken_in_proportion() {
        let shares = [share(1, 1000, 190), share(2, 500, 95), share(3, 10, 0)];

        let parts = proportional(&shares, 500).unwrap();

        let parts: Vec<(i64, i64)> = parts
            .iter()
            .map(|part| (part.goods_net_minor, part.gross_minor))
            .collect();
        assert_eq!(parts, [(278, 331), (139, 166), (3, 3)]);
    }

    proptest! {
        /// Whatever goes back in whatever steps, no share gives more goods, or more of the rest, than it has.
        #[test]
        fn money_that_went_back_by_itself_never_exceeds_a_share(
            shares in prop::collection::vec((0_i64..5_000, 0_i64..900), 1..5),
            steps in prop::collection::vec(1_i64..4_000, 1..12),
        ) {
            let mut shares: Vec<Share> = (1..)
                .zip(&shares)
                .map(|(number, &(net, rest))| share(number, net, rest))
                .collect();
            let total: i64 = shares.iter().map(|share| share.gross_minor).sum();
            let payment = Payment {
                id: PaymentId::from_uuid(Uuid::nil()),
                order_id: OrderId::from_uuid(Uuid::nil()),
                status: Status::Succeeded,
                amount: Money::new(total, Currency::Eur),
                capture_method: CaptureMethod::Automatic,
                captured_minor: None,
                description: String::new(),
                provider_id: None,
                provider_fee_minor: None,
                refunded_minor: 0,
                last_error: None,
                created_at: time::OffsetDateTime::UNIX_EPOCH,
            };
            let mut left = total;
            for step in steps {
                let amount = step.min(left);
                if amount == 0 {
                    break;
                }
                let parts = proportional(&shares, amount).unwrap();
                prop_assert_eq!(parts.iter().map(|part| part.gross_minor).sum::<i64>(), amount);
                for part in &parts {
                    let share = shares.iter_mut().find(|it| it.merchant_id == part.merchant_id).unwrap();
                    let planned = new_part(&payment, share, part).unwrap();
                    share.refunded_minor += part.gross_minor;
                    share.refunded_net_minor += part.goods_net_minor;
                    share.commission_back_minor += planned.commission_minor;
                }
                left -= amount;
            }
            for share in &shares {
                prop_assert!(share.refunded_minor <= share.gross_minor);
                prop_assert!(share.refunded_net_minor <= share.goods_net_minor);
                prop_assert!(share.commission_back_minor <= share.commission_minor);
            }
        }
    }
}
