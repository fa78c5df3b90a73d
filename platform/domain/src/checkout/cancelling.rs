//! Calling an unpaid order off: first its payment, then the order itself.

use db::TenantTx;
use kernel::ids::OrderId;
use kernel::ports::{CancelOutcome, PaymentsError};
use kernel::{Caller, Event, OrderNews, Permission};
use time::Duration;
use tracing::{info, warn};

use super::{Checkout, CheckoutError};
use crate::orders::{self, OrderError, OrderStatus};
use crate::{cart, inventory};

/// When an order is looked at again whose payment could not be called off when its time was over.
const LATER: Duration = Duration::HOUR;

/// The request to call an unpaid order off.
#[derive(Debug, Clone, Copy)]
pub struct CancelOrder {
    /// The order.
    pub order_id: OrderId,
}

impl Checkout {
    /// Calls an unpaid order off: its payment is cancelled at the provider, its stock given back
    /// and its cart opened. The money of an authorized one is let go. Doing it again changes nothing.
    pub async fn cancel(&self, caller: &Caller, command: CancelOrder) -> Result<(), CheckoutError> {
        caller.require(Permission::OrdersCancel)?;
        let order_id = command.order_id;
        let status = self.status_of(caller, order_id).await?;
        match status {
            OrderStatus::Cancelled => return Ok(()),
            OrderStatus::PendingPayment => {}
            OrderStatus::Authorized => return self.let_go(caller, order_id).await,
            OrderStatus::Paid | OrderStatus::Refunded => {
                return Err(wrong_status(order_id, status));
            }
        }
        match self.payments.cancel(caller, order_id).await? {
            CancelOutcome::Cancelled => self.cancel_and_tell(caller, order_id).await,
            CancelOutcome::AlreadySucceeded => Err(wrong_status(order_id, OrderStatus::Paid)),
            CancelOutcome::Authorized => Err(wrong_status(order_id, OrderStatus::Authorized)),
        }
    }

    /// The time of an unpaid order is over. A payment that came first makes the order paid.
    pub(super) async fn expire(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        if self.status_of(caller, order_id).await? != OrderStatus::PendingPayment {
            return Ok(());
        }
        match self.payments.cancel(caller, order_id).await {
            Ok(CancelOutcome::Cancelled) => self.cancel_unpaid_order(caller, order_id).await,
            Ok(CancelOutcome::AlreadySucceeded) => {
                self.accept_payment(caller, order_id, None).await
            }
            // The order hears of it.
            Ok(CancelOutcome::Authorized) => Ok(()),
            // A bank is at it, and only that can take days. What comes of it is told; this is for
            // the case that it is not.
            Err(PaymentsError::Refused(why)) => {
                info!(order.id = %order_id, "{order_id} does not expire yet: {why}");
                let mut tx = self.db.begin(caller).await?;
                let again = Event::OrderExpiryDue { order_id };
                tx.publish_at(&again, self.clock.now() + LATER).await?;
                Ok(tx.commit().await?)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Calls off what a request has opened for an order that was being cancelled at the same moment:
    /// it found the order waiting, while whoever cancelled it found no payment.
    pub(super) async fn cancel_payment(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        if self.status_of(caller, order_id).await? != OrderStatus::Cancelled {
            return Ok(());
        }
        match self.payments.let_go(caller, order_id).await {
            Ok(CancelOutcome::Cancelled | CancelOutcome::Authorized) => Ok(()),
            Ok(CancelOutcome::AlreadySucceeded) => {
                self.accept_payment(caller, order_id, None).await
            }
            // What comes of it is told, and then it is called off or accepted.
            Err(PaymentsError::Refused(why)) => {
                warn!(order.id = %order_id, "{order_id} is cancelled, its payment is not: {why}");
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Cancels an order whose payment has been cancelled. Doing it again changes nothing.
    pub(super) async fn cancel_unpaid_order(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        self.cancel_order(caller, order_id, false).await
    }

    /// The same by the store, of which the shopper is told. One that expires was never confirmed to anybody:
    /// its address may be a stranger's.
    async fn cancel_and_tell(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        self.cancel_order(caller, order_id, true).await
    }

    async fn cancel_order(
        &self,
        caller: &Caller,
        order_id: OrderId,
        is_told: bool,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        if orders::cancel(&mut tx, order_id, self.clock.now()).await? {
            let order = find(&mut tx, order_id).await?;
            if is_told {
                orders::tell(
                    &mut tx,
                    (order.id, order.storefront_id),
                    OrderNews::Cancelled,
                )
                .await?;
            }
            inventory::release(&mut tx, order_id).await?;
            cart::reopen(&mut tx, order.cart_id, order_id).await?;
            tx.publish(&Event::OrderCancelled { order_id }).await?;
            tx.commit().await?;
            info!(order.id = %order_id, "order {} is cancelled", order.number);
        }
        Ok(())
    }

    async fn status_of(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<OrderStatus, CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        Ok(find(&mut tx, order_id).await?.status)
    }
}

async fn find(tx: &mut TenantTx, order_id: OrderId) -> Result<orders::Order, CheckoutError> {
    let found = orders::find(tx, order_id).await?;
    Ok(found.ok_or(OrderError::NotFound(order_id))?)
}

pub(super) fn wrong_status(id: OrderId, status: OrderStatus) -> CheckoutError {
    OrderError::WrongStatus { id, status }.into()
}
