//! A refund's parts: checked against what is left of each share. Pure.

use std::collections::BTreeSet;

use kernel::Money;
use kernel::ids::MerchantId;
use kernel::ports::{RefundPayment, RefundShare};

use super::Part;
use crate::payments::{Payment, Share};
use crate::{BillingError, split};

/// Refuses a wish that contradicts itself: a mistake of ours, never the shopper's.
pub(super) fn check(wish: &RefundPayment) -> Result<(), BillingError> {
    let merchants: BTreeSet<MerchantId> = wish.shares.iter().map(|it| it.merchant_id).collect();
    let is_sound = wish
        .shares
        .iter()
        .all(|it| it.gross_minor > 0 && (0..=it.gross_minor).contains(&it.goods_net_minor));
    let sum = wish
        .shares
        .iter()
        .try_fold(0_i64, |sum, it| sum.checked_add(it.gross_minor));
    if is_sound && merchants.len() == wish.shares.len() && sum == Some(wish.amount.minor) {
        Ok(())
    } else {
        Err(BillingError::Contradiction(
            "the parts do not add up to the refund",
        ))
    }
}

/// A part of a share, with the commission that goes back with it.
pub(super) fn new_part(
    payment: &Payment,
    share: &Share,
    wanted: &RefundShare,
) -> Result<Part, BillingError> {
    let left = share.gross_minor - share.refunded_minor;
    let left_net = share.goods_net_minor - share.refunded_net_minor;
    if wanted.gross_minor > left || wanted.goods_net_minor > left_net {
        return Err(BillingError::TooMuch(Money::new(left, payment.currency())));
    }
    let commission_minor = split::commission_back(
        share.commission_minor,
        share.goods_net_minor,
        share.refunded_net_minor,
        wanted.goods_net_minor,
    )?;
    Ok(Part {
        merchant_id: share.merchant_id,
        goods_net_minor: wanted.goods_net_minor,
        gross_minor: wanted.gross_minor,
        commission_minor,
    })
}

/// The parts as the payment counts them.
pub(super) fn counted<'a>(
    parts: impl IntoIterator<Item = &'a Part>,
) -> Vec<(MerchantId, i64, i64)> {
    parts
        .into_iter()
        .map(|part| (part.merchant_id, part.goods_net_minor, part.gross_minor))
        .collect()
}
