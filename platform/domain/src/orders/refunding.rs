//! Giving money back: recorded first, then asked of the provider, then settled.

use db::{Claim, ClaimKey, DbError, Stored, TenantTx};
use kernel::ids::{OrderId, OrderLineId, RefundId, ReturnId};
use kernel::ports::{PaymentsError, RefundPayment, RefundShare, RefundState};
use kernel::{Actor, Caller, Event, Money, OrderNews, Permission};
use serde::Serialize;
use time::{Duration, OffsetDateTime};
use tracing::{info, warn};

use super::capture::check_captured;
use super::planning::{Asked, planned};
use super::store::{self, NewRefund};
use super::{
    Order, OrderError, OrderStatus, Orders, PaymentStatus, Refund, RefundStatus, RequestRefund,
    Requested, WantedRefund, tell,
};

const OPERATION: &str = "orders.refund";
/// How long whoever asks for a refund has to carry it out before the worker does.
const HEAD_START: Duration = Duration::seconds(15);
const REASON_PAID_LATE: &str = "paid after the order had been cancelled";

/// What is left to do of a request.
enum Prepared {
    Replay(Stored),
    Recorded(RefundId),
}

impl Orders {
    /// Gives money back for an order.
    ///
    /// The refund is recorded, and its units are taken from the order's lines, before the provider
    /// is asked. When the provider cannot be reached the answer is the refund as it is: it has been
    /// accepted and will be carried out. The same key again gets the same answer.
    pub async fn request_refund(
        &self,
        caller: &Caller,
        command: RequestRefund,
    ) -> Result<Requested, OrderError> {
        caller.require(Permission::RefundsCreate)?;
        let gone = self
            .payments
            .gone_elsewhere(caller, command.order_id)
            .await?;
        let refund_id = match self.prepare_refund(caller, (&command, &gone)).await? {
            Prepared::Replay(stored) => {
                return Ok(Requested {
                    refund: serde_json::from_value(stored.body).map_err(DbError::unreadable)?,
                    is_replayed: true,
                });
            }
            Prepared::Recorded(refund_id) => refund_id,
        };
        let state = match self.ask_provider(caller, refund_id).await {
            Ok(state) => state,
            Err(OrderError::Payments(why)) => {
                warn!(refund.id = %refund_id, error = %why, "a refund will be carried out later");
                None
            }
            Err(error) => return Err(error),
        };
        let mut tx = self.db.begin(caller).await?;
        let refund = settle(&mut tx, refund_id, state).await?;
        let answer = Stored {
            status: 201,
            body: serde_json::to_value(&refund).map_err(DbError::unreadable)?,
        };
        let principal = caller.actor().to_string();
        tx.finish_key(&principal, &command.key, &answer).await?;
        tx.commit().await?;
        Ok(Requested {
            refund,
            is_replayed: false,
        })
    }

    async fn prepare_refund(
        &self,
        caller: &Caller,
        (command, gone): (&RequestRefund, &[RefundShare]),
    ) -> Result<Prepared, OrderError> {
        let now = self.clock.now();
        let principal = caller.actor().to_string();
        let request = fingerprint(command)?;
        let claim = ClaimKey {
            principal: &principal,
            key: &command.key,
            operation: OPERATION,
            request: &request,
            now,
        };
        let mut tx = self.db.begin(caller).await?;
        match tx.claim_key(&claim).await? {
            Claim::Run => {}
            Claim::Resume(recorded) => {
                let id = recorded.parse().map_err(DbError::unreadable)?;
                tx.commit().await?;
                return Ok(Prepared::Recorded(id));
            }
            Claim::Replay(stored) => return Ok(Prepared::Replay(stored)),
            Claim::InFlight => return Err(OrderError::InProgress),
            Claim::Mismatch => return Err(OrderError::KeyReused),
        }
        let order = store::lock(&mut tx, command.order_id)
            .await?
            .ok_or(OrderError::NotFound(command.order_id))?;
        check_captured(&order)?;
        let id = RefundId::from_uuid(self.ids.uuid());
        let wanted = Wanted {
            id,
            asked: Asked::of(command),
            reason: &command.reason,
            gone,
            by: caller.actor(),
            now,
        };
        record(&mut tx, &order, &wanted).await?;
        let event = Event::RefundRequested {
            refund_id: id,
            order_id: order.id,
        };
        tx.publish_at(&event, now + HEAD_START).await?;
        // The recovery point of a refund is the refund.
        let until = now + Duration::MINUTE;
        tx.advance_key(&principal, &command.key, &id.to_string(), until)
            .await?;
        tx.commit().await?;
        info!(order.id = %order.id, refund.id = %id, "a refund for order {} is recorded", order.number);
        Ok(Prepared::Recorded(id))
    }

    /// Asks the provider to carry a refund out, and tells how that ended; nothing when the refund
    /// has been carried out before.
    pub(super) async fn ask_provider(
        &self,
        caller: &Caller,
        refund_id: RefundId,
    ) -> Result<Option<RefundState>, OrderError> {
        let mut tx = self.db.begin(caller).await?;
        let refund = store::find_refund(&mut tx, refund_id)
            .await?
            .ok_or(OrderError::RefundNotFound(refund_id))?;
        if refund.status != RefundStatus::Requested {
            return Ok(None);
        }
        let shares = store::refund_shares(&mut tx, refund_id).await?;
        drop(tx);
        let request = RefundPayment {
            refund_id,
            order_id: refund.order_id,
            amount: refund.amount,
            reason: refund.reason,
            shares,
        };
        match self.payments.refund(caller, request).await {
            Ok(state) => Ok(Some(state)),
            Err(
                why @ (PaymentsError::Refused(_)
                | PaymentsError::TooMuch(_)
                | PaymentsError::NotFound(_)),
            ) => Ok(Some(RefundState::Failed(why.to_string()))),
            Err(
                why @ (PaymentsError::Unavailable
                | PaymentsError::InProgress
                | PaymentsError::Storage(_)),
            ) => Err(why.into()),
        }
    }
}

/// The parts of a request that make it the same request.
fn fingerprint(command: &RequestRefund) -> Result<Vec<u8>, OrderError> {
    #[derive(Serialize)]
    struct Canonical<'a> {
        order_id: OrderId,
        is_full: bool,
        lines: Vec<(OrderLineId, i32)>,
        shipping: bool,
        reason: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        amount: Option<Money>,
        #[serde(skip_serializing_if = "Option::is_none")]
        return_id: Option<ReturnId>,
    }
    let (is_full, lines, shipping, amount) = match &command.wanted {
        WantedRefund::Full => (true, Vec::new(), true, None),
        WantedRefund::Part {
            lines,
            shipping,
            amount,
        } => {
            let lines = lines.iter().map(|(id, quantity)| (*id, quantity.get()));
            (false, lines.collect(), *shipping, *amount)
        }
    };
    let canonical = Canonical {
        order_id: command.order_id,
        is_full,
        lines,
        shipping,
        reason: &command.reason,
        amount,
        return_id: command.return_id,
    };
    Ok(serde_json::to_vec(&canonical).map_err(DbError::unreadable)?)
}

/// A refund that should be recorded.
struct Wanted<'a> {
    id: RefundId,
    asked: Asked<'a>,
    reason: &'a str,
    /// What went back by other ways.
    gone: &'a [RefundShare],
    by: Actor,
    now: OffsetDateTime,
}

/// Records a refund for an order that the caller has locked.
async fn record(tx: &mut TenantTx, order: &Order, wanted: &Wanted<'_>) -> Result<(), OrderError> {
    let (plan, shares) = planned(tx, order, (&wanted.asked, wanted.gone)).await?;
    let new = NewRefund {
        id: wanted.id,
        order_id: order.id,
        reason: wanted.reason,
        plan: &plan,
        return_id: wanted.asked.return_id,
        is_left_out: order.status == OrderStatus::Authorized,
        shares: &shares,
        created_at: wanted.now,
        created_by: wanted.by.to_string(),
    };
    store::insert_refund(tx, &new).await?;
    Ok(())
}

/// Records a refund in the transaction of what it is for, and has the worker carry it out, unless the capture of an
/// authorized order does; nothing when nothing was paid for it. The caller has locked the order.
pub(super) async fn refund_units(
    tx: &mut TenantTx,
    order: &Order,
    command: &RequestRefund,
    (gone, id): (&[RefundShare], RefundId),
    (by, now): (Actor, OffsetDateTime),
) -> Result<Option<RefundId>, OrderError> {
    let wanted = Wanted {
        id,
        asked: Asked::of(command),
        reason: &command.reason,
        gone,
        by,
        now,
    };
    match record(tx, order, &wanted).await {
        Ok(()) => {}
        Err(OrderError::RefundEmpty) => return Ok(None),
        Err(error) => return Err(error),
    }
    if order.status != OrderStatus::Authorized {
        tx.publish(&Event::RefundRequested {
            refund_id: id,
            order_id: order.id,
        })
        .await?;
    }
    Ok(Some(id))
}

/// Records that everything goes back which was paid for a cancelled order, and has the worker
/// carry it out. The caller has locked the order and marked it as paid after all.
pub(crate) async fn refund_late_payment(
    tx: &mut TenantTx,
    order_id: OrderId,
    id: RefundId,
    now: OffsetDateTime,
) -> Result<(), OrderError> {
    let order = store::find(tx, order_id)
        .await?
        .ok_or(OrderError::NotFound(order_id))?;
    let wanted = Wanted {
        id,
        asked: Asked {
            wanted: &WantedRefund::Full,
            return_id: None,
        },
        reason: REASON_PAID_LATE,
        gone: &[],
        by: Actor::System,
        now,
    };
    record(tx, &order, &wanted).await?;
    tx.publish(&Event::RefundRequested {
        refund_id: id,
        order_id,
    })
    .await?;
    Ok(())
}

/// Takes note of how far a refund is and of what that means for its order. News that is older than
/// what is known changes nothing.
pub(super) async fn settle(
    tx: &mut TenantTx,
    refund_id: RefundId,
    state: Option<RefundState>,
) -> Result<Refund, OrderError> {
    let unknown = || OrderError::RefundNotFound(refund_id);
    let found = store::find_refund(tx, refund_id)
        .await?
        .ok_or_else(unknown)?;
    let order = store::lock(tx, found.order_id)
        .await?
        .ok_or(OrderError::NotFound(found.order_id))?;
    let mut refund = store::find_refund(tx, refund_id)
        .await?
        .ok_or_else(unknown)?;
    let (next, failure) = match state {
        None => return Ok(refund),
        Some(RefundState::Pending) => (RefundStatus::Pending, None),
        Some(RefundState::Succeeded) => (RefundStatus::Succeeded, None),
        Some(RefundState::Failed(why)) => (RefundStatus::Failed, Some(why)),
    };
    if !refund.status.may_become(next) {
        return Ok(refund);
    }
    store::move_refund(tx, refund_id, next, failure.as_deref()).await?;
    let amount = refund.amount.minor;
    match (refund.status, next) {
        (_, RefundStatus::Succeeded) => {
            set_refunded(tx, &order, order.refunded_minor + amount).await?;
            // Of what was never taken nothing comes back.
            if refund.is_left_out {
                let order_id = order.id;
                tx.publish(&Event::OrderDocumentsDue { order_id }).await?;
            } else {
                let news = OrderNews::Refunded { refund_id };
                tell(tx, (order.id, order.storefront_id), news).await?;
            }
        }
        (RefundStatus::Succeeded, RefundStatus::Failed) => {
            store::give_units_back(tx, refund_id).await?;
            set_refunded(tx, &order, order.refunded_minor - amount).await?;
        }
        (_, RefundStatus::Failed) => store::give_units_back(tx, refund_id).await?,
        (_, RefundStatus::Requested | RefundStatus::Pending) => {}
    }
    refund.status = next;
    refund.failure = failure;
    Ok(refund)
}

async fn set_refunded(
    tx: &mut TenantTx,
    order: &Order,
    refunded_minor: i64,
) -> Result<(), OrderError> {
    use super::OrderStatus::{Paid, Refunded};

    let payment_status = PaymentStatus::of(order.total_minor, refunded_minor);
    let wanted = if payment_status == PaymentStatus::Refunded {
        Refunded
    } else {
        Paid
    };
    // A cancelled order that was paid late stays cancelled, whatever becomes of its money.
    let is_paid_order = matches!(order.status, Paid | Refunded);
    let status = if is_paid_order && order.status.may_become(wanted) {
        wanted
    } else {
        order.status
    };
    store::set_refunded(tx, order, refunded_minor, payment_status, status).await?;
    Ok(())
}
