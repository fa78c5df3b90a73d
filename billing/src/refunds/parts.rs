//! A refund's parts: checked against what is left of each share. Pure.

use std::collections::BTreeSet;

use kernel::Money;
use kernel::ids::MerchantId;
use kernel::ports::{RefundPayment, RefundShare};

use super::Part;
use crate::payments::{Payment, Share, ShareChange};
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
