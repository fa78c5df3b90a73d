//! The first phase of placing an order: all that is decided, in one transaction.

use db::{Claim, ClaimKey, Stored, TenantTx};
use kernel::ids::OrderId;
use kernel::{Caller, Event, FunnelStep, Money};
use time::{Duration, OffsetDateTime};

use super::model::{order_of, quote_hash};
use super::{Checkout, CheckoutError, PlaceOrder, store};
use crate::cart::{self, Cart};
use crate::identity;
use crate::inventory::{self, InventoryError};
use crate::orders::{self, CaptureRule, NewOrder, Order, OrderStatus};
use crate::pricing::MerchantShare;

const OPERATION: &str = "checkout.place";
/// How long one request has to open the payment before another may.
const LEASE: Duration = Duration::MINUTE;
/// Recovery points: whether the request made its order or found it. A key is committed together
/// with its order, so one that is claimed has made its order unless it says otherwise.
const ORDER_PLACED: &str = "started";
const ORDER_FOUND: &str = "order_found";

/// What is left to do.
pub(super) enum Prepared {
    /// Nothing: the request has been answered before.
    Replay(Stored),
    /// Open the payment of this order.
    Ready(Ready),
    /// Call this order off: the cart is no longer what it was.
    Stale(OrderId),
}

/// An order whose payment can be opened.
pub(super) struct Ready {
    pub(super) order_id: OrderId,
    pub(super) number: i64,
    pub(super) status: OrderStatus,
    pub(super) total: Money,
    pub(super) capture: CaptureRule,
    pub(super) shares: Vec<MerchantShare>,
    pub(super) storefront_name: String,
    pub(super) is_new: bool,
}

impl Ready {
    /// Whether there is nothing to pay. Such an order was paid when it was made.
    pub(super) const fn is_free(&self) -> bool {
        self.total.minor == 0
    }

    /// How far a request with this order is: it tells a later attempt what to answer.
    pub(super) const fn recovery_point(&self) -> &'static str {
        if self.is_new {
            ORDER_PLACED
        } else {
            ORDER_FOUND
        }
    }
}

impl Checkout {
    /// Finds or makes the order of the cart. `standing` is an order that could not be called off,
    /// because it is paid: it is the cart's order, whatever has become of the cart.
    pub(super) async fn prepare(
        &self,
        caller: &Caller,
        command: &PlaceOrder,
        standing: Option<OrderId>,
    ) -> Result<Prepared, CheckoutError> {
        let now = self.clock.now();
        // Nobody is answered before the payment of this order is on the disk, which comes after it
        // in the log. Until then other orders of the tenant need not wait for the disk with us.
        let mut tx = self.db.begin_async_commit(caller).await?;
        // The cart's token is checked before the key is looked at: a key is no credential.
        let found = cart::lock(&mut tx, caller, command.cart_id, &command.token, now).await?;
        let was_new = match self.claim(&mut tx, command, now).await? {
            Claim::Run => false,
            Claim::Resume(point) => point == ORDER_PLACED,
            Claim::Replay(stored) => return Ok(Prepared::Replay(stored)),
            Claim::InFlight => return Err(CheckoutError::InProgress),
            Claim::Mismatch => return Err(CheckoutError::KeyReused),
        };
        let cart = cart::price(&mut tx, found).await?;
        let existing = match cart.order_id {
            Some(order_id) => orders::find(&mut tx, order_id).await?,
            None => None,
        };
        let prepared = match existing {
            Some(order) if order.status == OrderStatus::Cancelled => {
                self.make(&mut tx, command, &cart, now).await?
            }
            Some(order)
                if order.status == OrderStatus::PendingPayment && standing != Some(order.id) =>
            {
                self.resume(&mut tx, command, &cart, order, was_new).await?
            }
            Some(order) => go_on(&mut tx, &cart, &order, was_new).await?,
            None => self.make(&mut tx, command, &cart, now).await?,
        };
        if let Prepared::Ready(ready) = &prepared {
            if !ready.is_new {
                let (principal, until) = (command.cart_id.to_string(), now + LEASE);
                tx.advance_key(&principal, &command.idempotency_key, ORDER_FOUND, until)
                    .await?;
            }
            tx.commit().await?;
        }
        Ok(prepared)
    }

    pub(super) async fn claim(
        &self,
        tx: &mut TenantTx,
        command: &PlaceOrder,
        now: OffsetDateTime,
    ) -> Result<Claim, CheckoutError> {
        let claim = ClaimKey {
            principal: &command.cart_id.to_string(),
            key: &command.idempotency_key,
            operation: OPERATION,
            request: &command.fingerprint()?,
            now,
        };
        Ok(tx.claim_key(&claim).await?)
    }

    /// Goes on with the order that waits for its payment, if the cart is still what it was.
    async fn resume(
        &self,
        tx: &mut TenantTx,
        command: &PlaceOrder,
        cart: &Cart,
        order: Order,
        was_new: bool,
    ) -> Result<Prepared, CheckoutError> {
        check(cart, command)?;
        let now = self.clock.now();
        if order.quote_hash != quote_hash(cart)? || order.expires_at <= now {
            return Ok(Prepared::Stale(order.id));
        }
        let until = now + self.policy.completing_lock;
        cart::start_completing(tx, cart.id, order.id, until).await?;
        go_on(tx, cart, &order, was_new).await
    }

    /// Makes the order: holds the stock back, freezes everything and locks the cart.
    async fn make(
        &self,
        tx: &mut TenantTx,
        command: &PlaceOrder,
        cart: &Cart,
        now: OffsetDateTime,
    ) -> Result<Prepared, CheckoutError> {
        check(cart, command)?;
        let total = cart.total();
        if let Some(provider) = command.provider.filter(|_| total.minor > 0) {
            self.check_amount(provider, total)?;
        }
        check_stock(cart)?;
        let id = OrderId::from_uuid(self.ids.uuid());
        let expires_at = now + inventory::reservation(tx, self.policy.reservation).await?;
        let token = command.order_token(id)?;
        let mut order = order_of(cart, id, &token, now, expires_at)?
            .ok_or_else(|| CheckoutError::Incomplete(cart.requirements()))?;
        order.capture = store::capture_rule(tx).await?;
        order.client = command.client_digest(tx.tenant_id());
        self.check_unpaid(tx, &order).await?;
        if identity::is_blocked(tx, &order.email).await? {
            return Err(CheckoutError::CustomerBlocked);
        }
        order.user_id = identity::account_of(tx, &order.email).await?;
        let wanted: Vec<_> = cart
            .offers()
            .map(|(line, _)| (line.variant_id, line.quantity))
            .collect();
        let until = now + self.policy.completing_lock;
        cart::start_completing(tx, cart.id, id, until).await?;
        let expiry = Event::OrderExpiryDue { order_id: id };
        let placed = step_taken(&order, FunnelStep::OrderPlaced, now);
        let events = [(&placed, None), (&expiry, Some(expires_at))];
        let due = if total.minor > 0 { 2 } else { 1 };
        tx.publish_all(events.get(..due).unwrap_or(&events)).await?;
        // Last, because every other order for the same goods waits from here on.
        inventory::reserve(tx, id, &wanted, expires_at).await?;
        let number = orders::insert(tx, &order).await?;
        let status = if total.minor > 0 {
            OrderStatus::PendingPayment
        } else {
            complete(tx, &order, now).await?;
            OrderStatus::Paid
        };
        Ok(Prepared::Ready(Ready {
            order_id: id,
            number,
            status,
            total,
            capture: order.capture,
            shares: order.shares,
            storefront_name: cart.storefront_name.clone(),
            is_new: true,
        }))
    }
}

/// An order that comes to nothing waits for nobody: it is paid, and its stock sold.
async fn complete(
    tx: &mut TenantTx,
    order: &NewOrder,
    now: OffsetDateTime,
) -> Result<(), CheckoutError> {
    orders::mark_paid(tx, order.id, now).await?;
    orders::tell_of_payment(tx, (order.id, order.storefront_id)).await?;
    // No payment tells the reports of it.
    let booked = Event::OrderBooked { order_id: order.id };
    let paid = step_taken(order, FunnelStep::OrderPaid, now);
    tx.publish_all(&[(&booked, None), (&paid, None)]).await?;
    inventory::convert(tx, order.id).await?;
    cart::complete(tx, order.cart_id, order.id).await?;
    Ok(())
}

fn step_taken(order: &NewOrder, step: FunnelStep, at: OffsetDateTime) -> Event {
    Event::FunnelStepTaken {
        step,
        cart_id: order.cart_id,
        storefront_id: order.storefront_id,
        at,
    }
}

async fn go_on(
    tx: &mut TenantTx,
    cart: &Cart,
    order: &Order,
    is_new: bool,
) -> Result<Prepared, CheckoutError> {
    Ok(Prepared::Ready(Ready {
        order_id: order.id,
        number: order.number,
        status: order.status,
        total: order.total(),
        capture: order.capture,
        shares: orders::shares(tx, order.id).await?,
        storefront_name: cart.storefront_name.clone(),
        is_new,
    }))
}

/// Turns away whoever comes after the last unit is gone, before anything is written or locked.
/// Whoever gets past this may still be too late: only holding the stock back tells.
fn check_stock(cart: &Cart) -> Result<(), InventoryError> {
    let short = cart.offers().find_map(|(line, _)| {
        let available = line.available?;
        (available < i64::from(line.quantity)).then_some((line.variant_id, available))
    });
    match short {
        Some((variant_id, available)) => Err(InventoryError::InsufficientStock {
            variant_id,
            available,
        }),
        None => Ok(()),
    }
}

/// Whether the cart is complete and comes to what the shopper expects to pay.
fn check(cart: &Cart, command: &PlaceOrder) -> Result<(), CheckoutError> {
    if !cart.gaps().is_empty() {
        return Err(CheckoutError::Incomplete(cart.requirements()));
    }
    if cart.total() != command.expected_total {
        return Err(CheckoutError::CartChanged(cart.total()));
    }
    if cart.total().minor > 0 && command.provider.is_none() {
        return Err(CheckoutError::no_provider());
    }
    Ok(())
}
