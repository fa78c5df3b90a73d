//! What the capture of an authorized order takes, and what it leaves out.
//!
//! Units that are cancelled before the money is taken, and what staff do not want to take, are refunds that the capture
//! leaves out: recorded like others, with their lines and each merchant's part, and carried out by taking less.

use db::TenantTx;
use kernel::ids::{OrderId, RefundId};
use kernel::ports::RefundPayment;
use kernel::{Actor, Event, FieldFault, Money};
use time::OffsetDateTime;

use super::refunding::refund_units;
use super::{Order, OrderError, OrderStatus, RequestRefund, WantedRefund, store};

const REASON: &str = "not captured";

/// What is not to be captured of an order, beside what was cancelled.
pub(crate) struct LeaveOut {
    /// What is to be captured; none: all that is left.
    pub(crate) capture: Option<Money>,
    /// The id of the refund of the rest.
    pub(crate) refund_id: RefundId,
    pub(crate) by: Actor,
    pub(crate) now: OffsetDateTime,
}

/// What is left to capture of an authorized order.
pub(crate) async fn capturable(tx: &mut TenantTx, order: &Order) -> Result<Money, OrderError> {
    let mut left = order.total_minor;
    for refund in left_out(tx, order.id).await? {
        left -= refund.amount.minor;
    }
    Ok(Money::new(left, order.currency))
}

/// The refunds that the capture of an order leaves out.
pub(crate) async fn left_out(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<RefundPayment>, OrderError> {
    let mut found = Vec::new();
    for refund_id in store::left_out(tx, order_id).await? {
        let refund = store::find_refund(tx, refund_id)
            .await?
            .ok_or(OrderError::RefundNotFound(refund_id))?;
        found.push(RefundPayment {
            refund_id,
            order_id,
            amount: refund.amount,
            reason: refund.reason,
            shares: store::refund_shares(tx, refund_id).await?,
        });
    }
    Ok(found)
}

/// Records that not all is to be captured of an order that the caller has locked: of each merchant in proportion.
pub(crate) async fn leave_out(
    tx: &mut TenantTx,
    order: &Order,
    wanted: LeaveOut,
) -> Result<(), OrderError> {
    let left = capturable(tx, order).await?;
    if left.minor == 0 {
        let rule = "an order of which something is left to capture: this one is cancelled in full";
        let fault = FieldFault::new("/amount", "capture_too_large", rule);
        return Err(OrderError::CaptureTooLarge(fault));
    }
    let Some(capture) = wanted.capture else {
        return Ok(());
    };
    if capture.currency != order.currency {
        let rule = format!("{}, the currency of the order", order.currency.code());
        let fault = FieldFault::new("/amount/currency", "wrong_currency", rule);
        return Err(OrderError::Invalid(vec![fault]));
    }
    if !(1..=left.minor).contains(&capture.minor) {
        let rule = format!("more than nothing, and at most {left}, which is left to capture");
        let fault = FieldFault::new("/amount/amount", "capture_too_large", rule);
        return Err(OrderError::CaptureTooLarge(fault));
    }
    if capture.minor == left.minor {
        return Ok(());
    }
    let refund = RequestRefund {
        order_id: order.id,
        key: String::new(),
        wanted: WantedRefund::Part {
            lines: Vec::new(),
            shipping: false,
            amount: Some(Money::new(left.minor - capture.minor, order.currency)),
        },
        return_id: None,
        reason: REASON.to_owned(),
    };
    let what = (&[][..], wanted.refund_id);
    refund_units(tx, order, &refund, what, (wanted.by, wanted.now)).await?;
    Ok(())
}

/// The money of an authorized order that the caller has locked is taken: `paid` of it, as far as that is known. What
/// was left out is settled with that; when nothing was left out at the provider after all, it is given back.
pub(crate) async fn captured(
    tx: &mut TenantTx,
    order: &Order,
    (paid, now): (Option<Money>, OffsetDateTime),
) -> Result<(), OrderError> {
    let (left, total) = (capturable(tx, order).await?, order.total());
    match paid {
        Some(paid) if paid == left => {}
        Some(paid) if paid == total => store::give_left_out_back(tx, order.id).await?,
        Some(paid) => {
            let (id, expected) = (order.id, left);
            return Err(OrderError::AmountMismatch { id, expected, paid });
        }
        None => {}
    }
    let waiting = store::refunds(tx, order.id).await?;
    store::mark_captured(tx, order.id, now).await?;
    let order_id = order.id;
    tx.publish(&Event::OrderDocumentsDue { order_id }).await?;
    for refund in waiting
        .iter()
        .filter(|refund| refund.status == super::RefundStatus::Requested)
    {
        let (refund_id, order_id) = (refund.id, order.id);
        tx.publish(&Event::RefundRequested {
            refund_id,
            order_id,
        })
        .await?;
    }
    Ok(())
}

/// Refuses money that is to go back before it came.
pub(super) const fn check_captured(order: &Order) -> Result<(), OrderError> {
    match order.status {
        OrderStatus::Authorized => Err(OrderError::NotCaptured(order.id)),
        _ => Ok(()),
    }
}
