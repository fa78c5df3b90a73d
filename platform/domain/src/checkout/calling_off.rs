//! Calling an unpaid order off: first its payment, then the order itself.

use db::TenantTx;
use kernel::ids::OrderId;
use kernel::ports::CancelOutcome;
use kernel::{Caller, Event, Permission};
use tracing::info;

use super::{Checkout, CheckoutError};
use crate::orders::{self, OrderError, OrderStatus};
use crate::{cart, inventory};

/// The wish to call an unpaid order off.
#[derive(Debug, Clone, Copy)]
pub struct CancelOrder {
    /// The order.
    pub order_id: OrderId,
}

impl Checkout {
    /// Calls an unpaid order off: its payment is cancelled at the provider, its stock given back
    /// and its cart opened. Doing it again changes nothing.
    pub async fn cancel(&self, caller: &Caller, command: CancelOrder) -> Result<(), CheckoutError> {
        caller.require(Permission::OrdersCancel)?;
        let order_id = command.order_id;
        let status = self.status_of(caller, order_id).await?;
        match status {
            OrderStatus::Cancelled => return Ok(()),
            OrderStatus::PendingPayment => {}
            OrderStatus::Paid | OrderStatus::Refunded => {
                return Err(wrong_status(order_id, status));
            }
        }
        match self.payments.cancel(caller, order_id).await? {
            CancelOutcome::Cancelled => self.give_up(caller, order_id).await,
            CancelOutcome::AlreadySucceeded => Err(wrong_status(order_id, OrderStatus::Paid)),
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
        match self.payments.cancel(caller, order_id).await? {
            CancelOutcome::Cancelled => self.give_up(caller, order_id).await,
            CancelOutcome::AlreadySucceeded => self.accept_payment(caller, order_id, None).await,
        }
    }

    /// Cancels an order whose payment has been cancelled. Doing it again changes nothing.
    pub(super) async fn give_up(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        if orders::cancel(&mut tx, order_id, self.clock.now()).await? {
            let order = find(&mut tx, order_id).await?;
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

fn wrong_status(id: OrderId, status: OrderStatus) -> CheckoutError {
    OrderError::WrongStatus { id, status }.into()
}
