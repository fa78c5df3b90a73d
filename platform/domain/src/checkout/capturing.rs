//! Taking the money of an authorized order, or letting it go.
//!
//! What is wanted is noted with the order before the provider is asked, and a message stands behind it until the answer
//! is known. Meanwhile nothing of the order is shipped or cancelled.

use db::TenantTx;
use kernel::ids::{OrderId, RefundId};
use kernel::ports::{CancelOutcome, CaptureOutcome, CapturePayment, PaymentsError};
use kernel::{Caller, Event, Money, OrderNews, Permission};
use time::{Duration, OffsetDateTime};
use tracing::{error, info, warn};

use super::cancelling::wrong_status;
use super::{Checkout, CheckoutError};
use crate::inventory::{self, MovementCause};
use crate::orders::{self, CaptureRule, LeaveOut, Order, OrderError, OrderStatus, PaymentAction};

/// How long whoever asks for it has to carry it out before the worker does.
const HEAD_START: Duration = Duration::seconds(15);
/// How long before an authorization ends what was shipped is captured, if nobody has done so.
const LAST_CALL: Duration = Duration::hours(12);
/// How long before it ends staff are told of it.
const FORESEEN: Duration = Duration::hours(48);

/// The request to take the money of an authorized order.
#[derive(Debug, Clone, Copy)]
pub struct CaptureOrder {
    /// The order.
    pub order_id: OrderId,
    /// What to take; none: all that was not cancelled.
    pub amount: Option<Money>,
}

impl Checkout {
    /// Takes the money of an authorized order. Doing it again changes nothing.
    pub async fn capture(
        &self,
        caller: &Caller,
        command: CaptureOrder,
    ) -> Result<(), CheckoutError> {
        caller.require(Permission::OrdersCapture)?;
        // The answer is the order.
        caller.require(Permission::OrdersRead)?;
        let id = command.order_id;
        let mut tx = self.db.begin(caller).await?;
        let order = locked(&mut tx, id).await?;
        match (order.status, order.payment_action) {
            (OrderStatus::Paid | OrderStatus::Refunded, _) if order.authorized_at.is_some() => {
                return Ok(());
            }
            (OrderStatus::Authorized, None) => {
                let wanted = LeaveOut {
                    capture: command.amount,
                    refund_id: RefundId::from_uuid(self.ids.uuid()),
                    by: caller.actor(),
                    now: self.clock.now(),
                };
                orders::leave_out(&mut tx, &order, wanted).await?;
                self.want(&mut tx, id, PaymentAction::Capture).await?;
            }
            (OrderStatus::Authorized, Some(PaymentAction::Capture)) => {
                let left = orders::capturable(&mut tx, &order).await?;
                if command.amount.is_some_and(|amount| amount != left) {
                    return Err(OrderError::InProgress.into());
                }
            }
            (OrderStatus::Authorized, Some(PaymentAction::Cancel)) => {
                return Err(OrderError::InProgress.into());
            }
            (status, _) => return Err(wrong_status(id, status)),
        }
        tx.commit().await?;
        self.carry_out(caller, id, PaymentAction::Capture).await
    }

    /// Lets the money of an authorized order go, of which nothing is shipped, and cancels the order.
    pub(super) async fn let_go(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        let order = locked(&mut tx, order_id).await?;
        match (order.status, order.payment_action) {
            (OrderStatus::Cancelled, _) => return Ok(()),
            (OrderStatus::Authorized, None) => {
                let lines = orders::lines(&mut tx, order_id).await?;
                if lines.iter().any(|line| line.fulfilled_quantity > 0) {
                    return Err(OrderError::PartlyShipped(order_id).into());
                }
                self.want(&mut tx, order_id, PaymentAction::Cancel).await?;
            }
            (OrderStatus::Authorized, Some(PaymentAction::Cancel)) => {}
            (OrderStatus::Authorized, Some(PaymentAction::Capture)) => {
                return Err(OrderError::InProgress.into());
            }
            (status, _) => return Err(wrong_status(order_id, status)),
        }
        tx.commit().await?;
        self.carry_out(caller, order_id, PaymentAction::Cancel)
            .await
    }

    /// Goes on with what the provider is to be asked for, or begins what the order's rule asks for by now.
    pub(super) async fn check_capture(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        let order = locked(&mut tx, order_id).await?;
        if order.status != OrderStatus::Authorized {
            return Ok(());
        }
        let Some(action) = (match order.payment_action {
            Some(action) => Some(action),
            None => due(&mut tx, &order, self.clock.now()).await?,
        }) else {
            return Ok(());
        };
        orders::set_payment_action(&mut tx, order_id, Some(action)).await?;
        tx.commit().await?;
        match self.carry_out(caller, order_id, action).await {
            // It will not change its mind by itself: staff see it, and may try again.
            Err(CheckoutError::Payments(PaymentsError::Refused(why))) => {
                error!(order.id = %order_id, "the payment of {order_id} could not be dealt with: {why}");
                Ok(())
            }
            done => done,
        }
    }

    /// Notes what the provider is to be asked for, with a message that stands behind it.
    async fn want(
        &self,
        tx: &mut TenantTx,
        order_id: OrderId,
        action: PaymentAction,
    ) -> Result<(), CheckoutError> {
        orders::set_payment_action(tx, order_id, Some(action)).await?;
        let later = self.clock.now() + HEAD_START;
        tx.publish_at(&Event::CaptureCheckDue { order_id }, later)
            .await?;
        Ok(())
    }

    async fn carry_out(
        &self,
        caller: &Caller,
        order_id: OrderId,
        action: PaymentAction,
    ) -> Result<(), CheckoutError> {
        let answered = match action {
            PaymentAction::Capture => self.ask_to_capture(caller, order_id).await,
            PaymentAction::Cancel => self.ask_to_let_go(caller, order_id).await,
        };
        if let Err(CheckoutError::Payments(PaymentsError::Refused(_))) = &answered {
            let mut tx = self.db.begin(caller).await?;
            orders::set_payment_action(&mut tx, order_id, None).await?;
            tx.commit().await?;
        }
        answered
    }

    async fn ask_to_capture(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        let left_out = orders::left_out(&mut tx, order_id).await?;
        drop(tx);
        let request = CapturePayment { order_id, left_out };
        match self.payments.capture(caller, request).await? {
            CaptureOutcome::Captured { amount } => {
                self.accept_payment(caller, order_id, Some(amount)).await
            }
            CaptureOutcome::Cancelled => self.cancel_authorized(caller, order_id).await,
        }
    }

    async fn ask_to_let_go(&self, caller: &Caller, order_id: OrderId) -> Result<(), CheckoutError> {
        match self.payments.let_go(caller, order_id).await? {
            CancelOutcome::Cancelled => self.cancel_authorized(caller, order_id).await,
            CancelOutcome::AlreadySucceeded => {
                self.accept_payment(caller, order_id, None).await?;
                Err(wrong_status(order_id, OrderStatus::Paid))
            }
            CancelOutcome::Authorized => Err(OrderError::InProgress.into()),
        }
    }

    /// The shopper's bank has set the money aside: the order stands, as if it were paid, but for the money.
    pub(super) async fn authorize(
        &self,
        caller: &Caller,
        order_id: OrderId,
        capture_before: OffsetDateTime,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin_async_commit(caller).await?;
        let order = locked(&mut tx, order_id).await?;
        let is_taken = match order.status {
            OrderStatus::PendingPayment => true,
            OrderStatus::Cancelled if order.authorized_at.is_some() => return Ok(()),
            OrderStatus::Cancelled => self.take_again(&mut tx, &order).await?,
            OrderStatus::Authorized | OrderStatus::Paid | OrderStatus::Refunded => return Ok(()),
        };
        if !is_taken {
            drop(tx);
            warn!(order.id = %order_id, "order {} was authorized too late", order.number);
            self.payments.let_go(caller, order_id).await?;
            return Ok(());
        }
        let now = self.clock.now();
        orders::mark_authorized(&mut tx, order_id, (now, capture_before)).await?;
        self.confirm(&mut tx, &order).await?;
        let reminder = Event::AuthorizationEndDue { order_id };
        tx.publish_at(&reminder, capture_before - FORESEEN).await?;
        tx.commit().await?;
        info!(order.id = %order_id, "the payment of order {} is authorized", order.number);
        Ok(())
    }

    /// An authorization ends soon: staff are told, and what was shipped is captured in time.
    pub(super) async fn foresee_end(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        let order = locked(&mut tx, order_id).await?;
        let (OrderStatus::Authorized, Some(end)) = (order.status, order.capture_before) else {
            return Ok(());
        };
        let now = self.clock.now();
        if now < end - LAST_CALL {
            orders::tell_of_authorization(&mut tx, &order).await?;
            let again = Event::AuthorizationEndDue { order_id };
            tx.publish_at(&again, end - LAST_CALL).await?;
            return Ok(tx.commit().await?);
        }
        drop(tx);
        self.check_capture(caller, order_id).await
    }

    /// The money of an authorized order will not be taken any more: the order is cancelled, what was not shipped goes
    /// back into stock, and the shopper is told. Doing it again changes nothing.
    pub(super) async fn cancel_authorized(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        let order = locked(&mut tx, order_id).await?;
        if order.status != OrderStatus::Authorized {
            return Ok(());
        }
        let lines = orders::lines(&mut tx, order_id).await?;
        orders::mark_let_go(&mut tx, order_id, self.clock.now()).await?;
        let mut units: Vec<_> = lines
            .iter()
            .filter(|line| line.unshipped() > 0)
            .map(|line| (line.variant_id, line.unshipped()))
            .collect();
        units.sort_unstable();
        for back in units {
            let of = (Some(order_id), MovementCause::Cancellation);
            inventory::put_back(&mut tx, of, back).await?;
        }
        let whose = (order_id, order.storefront_id);
        orders::tell(&mut tx, whose, OrderNews::Cancelled).await?;
        tx.publish(&Event::OrderCancelled { order_id }).await?;
        tx.commit().await?;
        if lines.iter().any(|line| line.fulfilled_quantity > 0) {
            metrics::counter!("orders_shipped_unpaid_total").increment(1);
            error!(order.id = %order_id, "order {} was shipped, and its authorization has ended", order.number);
        }
        info!(order.id = %order_id, "order {} is cancelled, and nothing was taken", order.number);
        Ok(())
    }
}

async fn locked(tx: &mut TenantTx, id: OrderId) -> Result<Order, CheckoutError> {
    let found = orders::lock(tx, id).await?;
    Ok(found.ok_or(OrderError::NotFound(id))?)
}

/// What is to become of the money of an order, by its rule and by what is shipped.
async fn due(
    tx: &mut TenantTx,
    order: &Order,
    now: OffsetDateTime,
) -> Result<Option<PaymentAction>, CheckoutError> {
    let lines = orders::lines(tx, order.id).await?;
    let is_shipped = lines.iter().any(|line| line.fulfilled_quantity > 0);
    let is_done = lines.iter().all(|line| line.unshipped() == 0);
    if orders::capturable(tx, order).await?.minor == 0 {
        return Ok(is_done.then_some(PaymentAction::Cancel));
    }
    let ends = order
        .capture_before
        .is_some_and(|end| end - LAST_CALL <= now);
    let is_due = is_done && order.capture == CaptureRule::OnFulfillment || is_shipped && ends;
    Ok(is_due.then_some(PaymentAction::Capture))
}
