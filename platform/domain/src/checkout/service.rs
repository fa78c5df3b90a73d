//! Placing an order: prepared in one transaction, opened at the provider in none, recorded in
//! another.

use std::sync::Arc;

use db::{Db, DbError, Stored};
use kernel::ports::{
    CancelOutcome, CaptureMethod, Clock, Ids, OpenPayment, OpenedPayment, PaymentProvider,
    Payments, PaymentsError, Share,
};
use kernel::{Caller, Currency, Permission};
use tracing::{info, warn};

use super::cancelling::wrong_status;
use super::model::Answer;
use super::prepare::{Prepared, Ready};
use super::refusal::KeptRefusal;
use super::{CheckoutError, CheckoutPolicy, PlaceOrder, Placed, PlacedOrder};
use crate::orders::{CaptureRule, OrderStatus};
use crate::pricing::PricingError;
use crate::{cart, orders};

/// How often an order that no longer fits its cart is called off before the shopper is asked to
/// come back: the cart keeps changing under us.
const TRIES: usize = 3;

/// Turns carts into orders.
#[derive(Clone)]
pub struct Checkout {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Ids,
    pub(super) payments: Arc<dyn Payments>,
    pub(super) policy: CheckoutPolicy,
}

impl Checkout {
    /// A checkout whose orders are paid through `payments`.
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        ids: Ids,
        payments: Arc<dyn Payments>,
        policy: CheckoutPolicy,
    ) -> Self {
        Self {
            db,
            clock,
            ids,
            payments,
            policy,
        }
    }

    /// The providers that can take a storefront's currency.
    pub fn providers(&self, currency: Currency) -> Vec<PaymentProvider> {
        let all = PaymentProvider::ALL.iter().copied();
        all.filter(|provider| self.payments.limits(*provider, currency).is_some())
            .collect()
    }

    /// Turns a cart into an order and opens its payment.
    ///
    /// No transaction is open while we wait for the provider. A repeated call finds what the first
    /// one has done and goes on from there: the same key gets the same answer, another key finds
    /// the cart's order. An order that no longer fits its cart is called off first.
    pub async fn place(
        &self,
        caller: &Caller,
        command: PlaceOrder,
    ) -> Result<Placed, CheckoutError> {
        caller.require(Permission::OrdersPlace)?;
        let placed = self.place_or_refuse(caller, &command).await;
        if let Err(refused) = &placed {
            self.keep_refusal(caller, &command, refused).await;
            self.tell_of_refusal(caller, &command, refused).await;
        }
        placed
    }

    async fn place_or_refuse(
        &self,
        caller: &Caller,
        command: &PlaceOrder,
    ) -> Result<Placed, CheckoutError> {
        let mut standing = None;
        for _ in 0..TRIES {
            match self.prepare(caller, command, standing).await? {
                Prepared::Replay(stored) => {
                    if let Some(refused) = KeptRefusal::read(&stored)? {
                        return Err(refused);
                    }
                    let answer: Answer =
                        serde_json::from_value(stored.body).map_err(DbError::unreadable)?;
                    return Ok(answer.replay(command, stored.status)?);
                }
                Prepared::Ready(ready) => return self.pay(caller, command, ready).await,
                Prepared::Stale(order_id) => {
                    match self.payments.cancel(caller, order_id).await? {
                        CancelOutcome::Cancelled => {
                            self.cancel_unpaid_order(caller, order_id).await?;
                        }
                        // The shopper has paid for it: that order stands.
                        CancelOutcome::AlreadySucceeded | CancelOutcome::Authorized => {
                            standing = Some(order_id);
                        }
                    }
                }
            }
        }
        Err(CheckoutError::InProgress)
    }

    async fn pay(
        &self,
        caller: &Caller,
        command: &PlaceOrder,
        ready: Ready,
    ) -> Result<Placed, CheckoutError> {
        let payment = if ready.is_free() {
            None
        } else {
            Some(self.open_payment(caller, command, &ready).await?)
        };
        let placed = Placed {
            order: PlacedOrder {
                id: ready.order_id,
                number: ready.number,
                status: ready.status,
                total: ready.total,
                token: command.order_token(ready.order_id)?,
            },
            payment,
            is_new: ready.is_new,
            is_replayed: false,
        };
        if !self.remember(caller, command, &placed).await? {
            self.cancel_payment(caller, ready.order_id).await?;
            self.step_back(caller, command, &ready, false).await;
            return Err(wrong_status(ready.order_id, OrderStatus::Cancelled));
        }
        if placed.is_new {
            metrics::counter!("orders_placed_total").increment(1);
        }
        info!(order.id = %placed.order.id, "order {} is placed", placed.order.number);
        Ok(placed)
    }

    async fn open_payment(
        &self,
        caller: &Caller,
        command: &PlaceOrder,
        ready: &Ready,
    ) -> Result<OpenedPayment, CheckoutError> {
        let request = OpenPayment {
            order_id: ready.order_id,
            provider: command.provider.ok_or_else(CheckoutError::no_provider)?,
            amount: ready.total,
            capture: match ready.capture {
                CaptureRule::Automatic => CaptureMethod::Automatic,
                CaptureRule::Manual | CaptureRule::OnFulfillment => CaptureMethod::Manual,
            },
            description: format!("{} order {}", ready.storefront_name, ready.number),
            shares: ready
                .shares
                .iter()
                .map(|share| {
                    Ok(Share {
                        merchant_id: share.merchant_id,
                        goods_net_minor: share.goods.net_minor,
                        gross_minor: share.gross_minor()?,
                    })
                })
                .collect::<Result<_, PricingError>>()
                .map_err(cart::CartError::from)?,
        };
        match self.payments.open(caller, request).await {
            Ok(payment) => Ok(payment),
            // It will not change its mind: what the order holds goes back at once.
            Err(why @ PaymentsError::Refused(_)) => {
                self.cancel_unpaid_order(caller, ready.order_id).await?;
                self.step_back(caller, command, ready, false).await;
                Err(why.into())
            }
            Err(why) => {
                let is_busy = matches!(why, PaymentsError::InProgress);
                self.step_back(caller, command, ready, !is_busy).await;
                Err(why.into())
            }
        }
    }

    /// Keeps the answer for whoever asks again with the same key. Without it they would be given
    /// the same order and the same payment, so there is no need to wait for the disk. `false` when
    /// the order has been cancelled while its payment was being opened: then nothing is kept.
    async fn remember(
        &self,
        caller: &Caller,
        command: &PlaceOrder,
        placed: &Placed,
    ) -> Result<bool, CheckoutError> {
        let answer = Stored {
            status: if placed.is_new { 201 } else { 200 },
            body: serde_json::to_value(Answer::of(command, placed)?)
                .map_err(DbError::unreadable)?,
        };
        let principal = command.cart_id.to_string();
        let mut tx = self.db.begin_async_commit(caller).await?;
        let key = (principal.as_str(), command.idempotency_key.as_str());
        let is_kept = orders::finish_key(&mut tx, placed.order.id, key, &answer).await?;
        tx.commit().await?;
        Ok(is_kept)
    }

    /// The payment could not be opened: the key may be used again at once, and the cart be changed
    /// unless another request is opening the payment. The order stays, and the next try finds it.
    /// When this fails too, the key's lease and the cart's lock run out by themselves.
    async fn step_back(
        &self,
        caller: &Caller,
        command: &PlaceOrder,
        ready: &Ready,
        reopens_cart: bool,
    ) {
        let order_id = ready.order_id;
        let released = async {
            let mut tx = self.db.begin(caller).await?;
            if reopens_cart {
                cart::reopen(&mut tx, command.cart_id, order_id).await?;
            }
            let principal = command.cart_id.to_string();
            let (point, now) = (ready.recovery_point(), self.clock.now());
            tx.advance_key(&principal, &command.idempotency_key, point, now)
                .await?;
            tx.commit().await
        };
        if let Err(error) = released.await {
            warn!(order.id = %order_id, %error, "a cart stays locked until its lock runs out");
        }
    }
}
