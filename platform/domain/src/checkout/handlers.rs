//! What becomes of an order when its payment has, and when its time is over.

use db::{Message, TenantTx};
use kernel::ids::{OrderId, RefundId};
use kernel::{Caller, Event, FunnelStep, Money};
use tracing::{info, warn};

use super::{Checkout, CheckoutError};
use crate::inventory::{InventoryError, MovementCause};
use crate::orders::{self, Order, OrderError, OrderStatus};
use crate::{cart, inventory};

/// How the inbox knows the checkout.
const CONSUMER: &str = "checkout.stock";

impl Checkout {
    /// Reacts to a message; one that is none of the checkout's business is ignored. Safe to repeat.
    pub async fn handle(&self, message: &Message) -> Result<(), CheckoutError> {
        let caller = Caller::system(message.tenant_id);
        match &message.event {
            Event::PaymentAuthorized {
                order_id,
                capture_before,
                ..
            } => self.authorize(&caller, *order_id, *capture_before).await,
            Event::CaptureCheckDue { order_id } => self.check_capture(&caller, *order_id).await,
            Event::AuthorizationEndDue { order_id } => self.foresee_end(&caller, *order_id).await,
            Event::PaymentSucceeded {
                order_id, amount, ..
            } => self.accept_payment(&caller, *order_id, Some(*amount)).await,
            Event::PaymentDeclined { order_id, .. } | Event::PaymentCancelled { order_id, .. } => {
                self.on_payment_failed(&caller, *order_id, &message.event)
                    .await
            }
            Event::OrderExpiryDue { order_id } => self.expire(&caller, *order_id).await,
            Event::OrderCancelled { order_id } => self.cancel_payment(&caller, *order_id).await,
            Event::UnitsRestocked {
                order_id,
                variant_id,
                quantity,
                ..
            } => {
                let mut tx = self.db.begin(&caller).await?;
                if tx.note_handled(CONSUMER, message.id).await? {
                    let of = (*order_id, MovementCause::Return);
                    inventory::put_back(&mut tx, of, (*variant_id, *quantity)).await?;
                    tx.commit().await?;
                }
                Ok(())
            }
            Event::AccountDeleted { user_id, email, .. } => {
                let mut tx = self.db.begin(&caller).await?;
                cart::forget_person(&mut tx, *user_id, email).await?;
                Ok(tx.commit().await?)
            }
            _ => Ok(()),
        }
    }

    /// An order's payment has succeeded: the order is paid, its stock sold and its cart closed.
    ///
    /// An order that had been cancelled by then takes its stock again; when that is gone, or the
    /// cart has become another order, the order stays cancelled and everything is given back.
    pub(super) async fn accept_payment(
        &self,
        caller: &Caller,
        order_id: OrderId,
        paid: Option<Money>,
    ) -> Result<(), CheckoutError> {
        // If a power failure loses this, it loses the mark on the message too, which comes again.
        let mut tx = self.db.begin_async_commit(caller).await?;
        let order = orders::lock(&mut tx, order_id)
            .await?
            .ok_or(OrderError::NotFound(order_id))?;
        if order.paid_at.is_some() {
            return Ok(());
        }
        if order.status == OrderStatus::Authorized {
            orders::captured(&mut tx, &order, (paid, self.clock.now())).await?;
            tx.commit().await?;
            info!(order.id = %order_id, "the payment of order {} is captured", order.number);
            return Ok(());
        }
        if let Some(paid) = paid
            && paid != order.total()
        {
            let (id, expected) = (order_id, order.total());
            return Err(OrderError::AmountMismatch { id, expected, paid }.into());
        }
        let is_taken = match order.status {
            OrderStatus::Cancelled => self.take_again(&mut tx, &order).await?,
            OrderStatus::PendingPayment
            | OrderStatus::Authorized
            | OrderStatus::Paid
            | OrderStatus::Refunded => true,
        };
        let now = self.clock.now();
        if is_taken {
            orders::mark_paid(&mut tx, order_id, now).await?;
            self.confirm(&mut tx, &order).await?;
        } else {
            orders::mark_paid_after_all(&mut tx, order_id, now).await?;
            let refund_id = RefundId::from_uuid(self.ids.uuid());
            orders::refund_late_payment(&mut tx, order_id, refund_id, now).await?;
            warn!(order.id = %order_id, "order {} was paid too late", order.number);
        }
        tx.commit().await?;
        if !is_taken {
            metrics::counter!("orders_paid_too_late_total").increment(1);
        }
        info!(order.id = %order_id, "the payment of order {} has come", order.number);
        Ok(())
    }

    /// The shopper has done what a shopper does: the stock is sold, the cart closed, and everybody is told.
    pub(super) async fn confirm(
        &self,
        tx: &mut TenantTx,
        order: &Order,
    ) -> Result<(), CheckoutError> {
        orders::tell_of_payment(tx, (order.id, order.storefront_id)).await?;
        inventory::convert(tx, order.id).await?;
        cart::complete(tx, order.cart_id, order.id).await?;
        tx.publish(&Event::FunnelStepTaken {
            step: FunnelStep::OrderPaid,
            cart_id: order.cart_id,
            storefront_id: order.storefront_id,
            at: self.clock.now(),
        })
        .await?;
        Ok(())
    }

    /// Holds the stock of a cancelled order back once more, if it is there and the cart has become
    /// no other order.
    pub(super) async fn take_again(
        &self,
        tx: &mut TenantTx,
        order: &Order,
    ) -> Result<bool, CheckoutError> {
        // Whoever places another order for this cart holds its row.
        cart::lock_row(tx, order.cart_id).await?;
        if orders::find_by_cart(tx, order.cart_id).await?.is_some() {
            return Ok(false);
        }
        let lines = orders::lines(tx, order.id).await?;
        let wanted: Vec<_> = lines
            .iter()
            .map(|line| (line.variant_id, line.quantity))
            .collect();
        let held_for = inventory::reservation(tx, self.policy.reservation).await?;
        let expires_at = self.clock.now() + held_for;
        match inventory::reserve(tx, order.id, &wanted, expires_at).await {
            Ok(()) => Ok(true),
            Err(InventoryError::InsufficientStock { .. }) => Ok(false),
            Err(error @ InventoryError::Db(_)) => Err(error.into()),
        }
    }

    /// The payment came to nothing, so far: the shopper may try again or change the cart. The order
    /// keeps its stock until its time is over, which it may be: nobody could call the payment off
    /// while the bank was at it.
    async fn on_payment_failed(
        &self,
        caller: &Caller,
        order_id: OrderId,
        failed: &Event,
    ) -> Result<(), CheckoutError> {
        let mut tx = self.db.begin(caller).await?;
        let order = orders::find(&mut tx, order_id)
            .await?
            .ok_or(OrderError::NotFound(order_id))?;
        match order.status {
            OrderStatus::PendingPayment if order.expires_at <= self.clock.now() => {
                drop(tx);
                self.expire(caller, order_id).await
            }
            OrderStatus::PendingPayment => {
                cart::reopen(&mut tx, order.cart_id, order_id).await?;
                Ok(tx.commit().await?)
            }
            OrderStatus::Cancelled => {
                drop(tx);
                self.cancel_payment(caller, order_id).await
            }
            // The authorization has ended, at the provider or by itself.
            OrderStatus::Authorized if matches!(failed, Event::PaymentCancelled { .. }) => {
                drop(tx);
                self.cancel_authorized(caller, order_id).await
            }
            OrderStatus::Authorized | OrderStatus::Paid | OrderStatus::Refunded => Ok(()),
        }
    }
}
