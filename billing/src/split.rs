//! The split: who gets what of a payment, and who gives what back. Pure arithmetic on minor units.
//!
//! Rates that are agreed (commission) are rounded to even for each merchant; what is one sum for
//! all (the provider's fee) is allocated by the largest remainder; partial refunds telescope. So the
//! parts add up to the whole, to the cent, whatever happens in whatever order.

use kernel::MoneyError;
use kernel::money::{allocate, due, rate};

const BASIS_POINTS: i64 = 10_000;

/// The platform's commission on a merchant's goods, taxes and shipping left out.
pub fn commission(goods_net_minor: i64, commission_bps: i32) -> Result<i64, MoneyError> {
    rate(goods_net_minor, i64::from(commission_bps), BASIS_POINTS)
}

/// The part of the commission that goes back once `done` of `goods_net_minor` is given back in all,
/// and `returned` has gone back already. However refunds succeed and fail, all of it has gone back
/// when all of the goods have, and no cent more.
pub fn commission_back(
    commission_minor: i64,
    goods_net_minor: i64,
    done: i64,
    returned: i64,
) -> Result<i64, MoneyError> {
    if goods_net_minor == 0 {
        return Ok(0);
    }
    Ok((due(commission_minor, goods_net_minor, done)? - returned).max(0))
}

/// What is known of a merchant's share when the provider's fee becomes known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The merchant's part of what the shopper paid.
    pub gross_minor: i64,
    /// The platform's part of that.
    pub commission_minor: i64,
    /// What refunds have taken from the merchant already.
    pub taken_back_minor: i64,
}

/// What a merchant is left with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settlement {
    /// The merchant's part of the provider's fee.
    pub fee_minor: i64,
    /// What the merchant is owed; below zero, what it owes.
    pub owed_minor: i64,
}

/// Spreads the provider's fee over the shares by what each brought in.
pub fn settle(fee_minor: i64, claims: &[Claim]) -> Result<Vec<Settlement>, MoneyError> {
    let weights: Vec<i64> = claims.iter().map(|claim| claim.gross_minor).collect();
    let fees = allocate(fee_minor, &weights)?;
    claims
        .iter()
        .zip(fees)
        .map(|(claim, fee_minor)| {
            let owed_minor = claim
                .gross_minor
                .checked_sub(claim.commission_minor)
                .and_then(|left| left.checked_sub(fee_minor))
                .and_then(|left| left.checked_sub(claim.taken_back_minor))
                .ok_or(MoneyError::Overflow)?;
            Ok(Settlement {
                fee_minor,
                owed_minor,
            })
        })
        .collect()
}

/// Where a merchant's part of a refund comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakeBack {
    /// Out of the share: not sent, or sent and fetched back.
    pub from_share_minor: i64,
    /// Beyond that: the merchant owes it, and its next shares pay it.
    pub debt_minor: i64,
}

/// Takes `wanted` out of the `left` of a share, and the rest as a debt.
pub fn take_back(wanted: i64, left: i64) -> TakeBack {
    let from_share_minor = wanted.min(left).max(0);
    TakeBack {
        from_share_minor,
        debt_minor: wanted - from_share_minor,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Three merchants, 10 % commission, a provider's fee of 5.05: worked out by hand.
    #[test]
    fn a_cart_of_three_merchants_splits_to_the_cent() {
        let goods = [4204, 9345, 726];
        let gross = [5121, 10_116, 1141];
        let commissions = goods.map(|net| commission(net, 1000).unwrap());
        assert_eq!(commissions, [420, 934, 73]);

        let claims: Vec<Claim> = gross
            .into_iter()
            .zip(commissions)
            .map(|(gross_minor, commission_minor)| Claim {
                gross_minor,
                commission_minor,
                taken_back_minor: 0,
            })
            .collect();
        let settled = settle(505, &claims).unwrap();

        let fees: Vec<i64> = settled.iter().map(|part| part.fee_minor).collect();
        let owed: Vec<i64> = settled.iter().map(|part| part.owed_minor).collect();
        assert_eq!(fees, [158, 312, 35]);
        assert_eq!(owed, [4543, 8870, 1033]);
        assert_eq!(4543 + 8870 + 1033 + 1427 + 505, 16_378);

        // One of two, and one of three: what the shopper gets, less the commission that goes back.
        assert_eq!(commission_back(420, 4204, 1868, 0), Ok(187));
        assert_eq!(commission_back(934, 9345, 3115, 0), Ok(311));
        assert_eq!(
            take_back(2034 - 187, 4543),
            TakeBack {
                from_share_minor: 1847,
                debt_minor: 0
            }
        );
        assert_eq!(take_back(3372 - 311, 8870).from_share_minor, 3061);
    }

    #[test]
    fn what_the_provider_keeps_becomes_the_merchants_debt() {
        let all_of_it = take_back(5121 - 420, 4543);

        assert_eq!(all_of_it.from_share_minor, 4543);
        assert_eq!(all_of_it.debt_minor, 158);
    }

    proptest! {
        #[test]
        fn every_cent_of_a_payment_goes_somewhere(
            parts in prop::collection::vec((1_i64..1_000_000, 0_i64..50_000), 1..6),
            bps in 0_i32..=10_000,
            fee_bps in 0_i64..=500,
        ) {
            let claims: Vec<Claim> = parts
                .iter()
                .map(|&(net, rest)| Claim {
                    gross_minor: net + rest,
                    commission_minor: commission(net, bps).unwrap(),
                    taken_back_minor: 0,
                })
                .collect();
            let total: i64 = claims.iter().map(|claim| claim.gross_minor).sum();
            let fee = rate(total, fee_bps, BASIS_POINTS).unwrap() + 30;

            let settled = settle(fee, &claims).unwrap();

            let kept: i64 = claims.iter().map(|claim| claim.commission_minor).sum();
            let owed: i64 = settled.iter().map(|part| part.owed_minor).sum();
            prop_assert_eq!(owed + kept + fee, total);
        }

        #[test]
        fn partial_refunds_return_the_whole_commission(
            steps in prop::collection::vec(1_i64..10_000, 1..12),
            bps in 0_i32..=10_000,
        ) {
            let net: i64 = steps.iter().sum();
            let whole = commission(net, bps).unwrap();
            let (mut done, mut back) = (0, 0);
            for step in steps {
                done += step;
                let part = commission_back(whole, net, done, back).unwrap();
                prop_assert!((0..=step).contains(&part));
                back += part;
            }
            prop_assert_eq!(back, whole);
        }
    }
}
