//! What is agreed to when an order is placed, and what comes of it.

use db::DbError;
use hmac::{Hmac, Mac};
use kernel::Money;
use kernel::ids::{CartId, OrderId, PaymentId};
use kernel::ports::{Ids, OpenedPayment, PaymentProvider};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};

use crate::cart::{Cart, CartLine};
use crate::catalog::Sellable;
use crate::orders::{NewOrder, NewOrderLine, OrderStatus};

/// How long things are held for a shopper who pays.
#[derive(Debug, Clone, Copy)]
pub struct CheckoutPolicy {
    /// How long an unpaid order holds its stock back.
    pub reservation: Duration,
    /// How long a cart stays locked while it is paid for.
    pub completing_lock: Duration,
}

impl Default for CheckoutPolicy {
    fn default() -> Self {
        Self {
            reservation: Duration::minutes(30),
            completing_lock: Duration::minutes(5),
        }
    }
}

/// The wish to turn a cart into an order.
#[derive(Debug, Clone)]
pub struct PlaceOrder {
    /// The cart.
    pub cart_id: CartId,
    /// What it is reached with.
    pub token: String,
    /// What makes it safe to ask again.
    pub idempotency_key: String,
    /// What the shopper was shown and agrees to pay.
    pub expected_total: Money,
    /// Who takes the money.
    pub provider: PaymentProvider,
}

impl PlaceOrder {
    /// The parts that make a request the same request.
    pub(super) fn fingerprint(&self) -> Result<Vec<u8>, DbError> {
        #[derive(Serialize)]
        struct Canonical {
            cart_id: CartId,
            expected_total: Money,
            provider: &'static str,
        }
        let canonical = Canonical {
            cart_id: self.cart_id,
            expected_total: self.expected_total,
            provider: self.provider.name(),
        };
        serde_json::to_vec(&canonical).map_err(DbError::unreadable)
    }

    /// What the shopper reaches the order with. It follows from the cart's token, so that a repeated
    /// request can show it again although only its hash is kept.
    pub(super) fn order_token(&self, order_id: OrderId) -> Result<String, DbError> {
        let mut code =
            Hmac::<Sha256>::new_from_slice(self.token.as_bytes()).map_err(DbError::unreadable)?;
        code.update(b"order ");
        code.update(order_id.to_string().as_bytes());
        Ok(hex::encode(code.finalize().into_bytes()))
    }
}

/// A placed order, as its shopper sees it first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedOrder {
    /// Its id.
    pub id: OrderId,
    /// Its number.
    pub number: i64,
    /// What it was doing.
    pub status: OrderStatus,
    /// What the shopper pays.
    pub total: Money,
    /// What the shopper reaches it with.
    pub token: String,
}

/// What placing an order came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The order.
    pub order: PlacedOrder,
    /// Its payment.
    pub payment: OpenedPayment,
    /// Whether this request made the order; otherwise an earlier one had.
    pub is_new: bool,
    /// Whether this is the answer to an earlier request with the same key.
    pub is_replayed: bool,
}

/// The answer as it is kept under its key: all but the token, which is nobody's to keep.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Answer {
    order_id: OrderId,
    number: i64,
    status: OrderStatus,
    total: Money,
    payment_id: PaymentId,
    provider: String,
    payment_status: String,
    client_secret: Option<String>,
    publishable_key: String,
    account: Option<String>,
}

impl Answer {
    pub(super) fn of(placed: &Placed) -> Self {
        Self {
            order_id: placed.order.id,
            number: placed.order.number,
            status: placed.order.status,
            total: placed.order.total,
            payment_id: placed.payment.payment_id,
            provider: placed.payment.provider.name().to_owned(),
            payment_status: placed.payment.status.clone(),
            client_secret: placed.payment.client_secret.clone(),
            publishable_key: placed.payment.publishable_key.clone(),
            account: placed.payment.account.clone(),
        }
    }

    pub(super) fn replay(self, command: &PlaceOrder, status: u16) -> Result<Placed, DbError> {
        Ok(Placed {
            order: PlacedOrder {
                id: self.order_id,
                number: self.number,
                status: self.status,
                total: self.total,
                token: command.order_token(self.order_id)?,
            },
            payment: OpenedPayment {
                payment_id: self.payment_id,
                provider: self.provider.parse().map_err(DbError::unreadable)?,
                status: self.payment_status,
                client_secret: self.client_secret,
                publishable_key: self.publishable_key,
                account: self.account,
            },
            is_new: status == 201,
            is_replayed: true,
        })
    }
}

/// A digest of all that the shopper agrees to: a cart with another content has another one.
pub(super) fn quote_hash(cart: &Cart) -> Result<Vec<u8>, DbError> {
    let lines: Vec<_> = cart
        .offers()
        .map(|(line, offer)| (line.variant_id, line.quantity, offer.unit_price_minor))
        .collect();
    let agreed = serde_json::to_vec(&(
        lines,
        cart.shipping.as_ref().map(|chosen| chosen.id),
        cart.quote.shipping_minor,
        &cart.shipping_address,
        &cart.email,
        (cart.tax.is_included, cart.tax.rate_ppm),
        cart.total(),
    ))
    .map_err(DbError::unreadable)?;
    Ok(Sha256::digest(agreed).to_vec())
}

/// The order that a complete cart becomes; nothing when the cart has no e-mail address.
pub(super) fn order_of(
    cart: &Cart,
    id: OrderId,
    token: &str,
    placed_at: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<Option<NewOrder>, DbError> {
    let Some(email) = cart.email.clone() else {
        return Ok(None);
    };
    let is_shipped = cart.needs_shipping();
    Ok(Some(NewOrder {
        id,
        storefront_id: cart.storefront_id,
        cart_id: cart.id,
        quote_hash: quote_hash(cart)?,
        token_hash: Ids::token_hash(token),
        email,
        user_id: None,
        shipping_address: cart.shipping_address.clone().filter(|_| is_shipped),
        shipping_name: cart
            .shipping
            .as_ref()
            .filter(|_| is_shipped)
            .map(|chosen| chosen.name.clone()),
        currency: cart.currency,
        tax: cart.tax,
        tax_name: cart.tax_name.clone(),
        items_minor: cart.quote.items_minor,
        shipping_minor: cart.quote.shipping_minor,
        tax_minor: cart.quote.tax_minor,
        total_minor: cart.quote.total_minor,
        lines: (0..).zip(cart.offers()).map(order_line).collect(),
        shares: cart.quote.shares.clone(),
        placed_at,
        expires_at,
    }))
}

fn order_line((position, (line, offer)): (i32, (&CartLine, &Sellable))) -> NewOrderLine {
    let taxed = line.quoted.map(|quoted| quoted.taxed).unwrap_or_default();
    NewOrderLine {
        id: Ids.uuid(),
        position,
        product_id: offer.product_id.uuid(),
        variant_id: offer.variant_id.uuid(),
        merchant_id: offer.merchant_id.uuid(),
        sku: offer.sku.clone(),
        title: offer.title.clone(),
        variant_title: offer.variant_title.clone(),
        image_key: offer.image_key.clone(),
        quantity: line.quantity,
        unit_price_minor: offer.unit_price_minor,
        net_minor: taxed.net_minor,
        tax_minor: taxed.tax_minor,
    }
}
