//! What is agreed to when an order is placed, and what comes of it.

use std::net::IpAddr;

use db::DbError;
use hmac::{Hmac, Mac};
use kernel::Money;
use kernel::ids::{CartId, OrderId, PaymentId, TenantId};
use kernel::ports::{Ids, OpenedPayment, PaymentProvider, PaymentStatus};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};

use super::sealed;
use crate::cart::{Cart, CartLine};
use crate::catalog::Sellable;
use crate::orders::{CaptureRule, NewOrder, NewOrderLine, OrderStatus};

/// How long things are held for a shopper who pays.
#[derive(Debug, Clone, Copy)]
pub struct CheckoutPolicy {
    /// How long an unpaid order holds its stock back.
    pub reservation: Duration,
    /// How long a cart stays locked while it is paid for.
    pub completing_lock: Duration,
    /// Unpaid orders that one client, or one e-mail address, may have at one tenant; 0 is any number.
    pub unpaid_orders: i64,
    /// Units in those orders, all together; 0 is any number.
    pub unpaid_units: i64,
}

impl Default for CheckoutPolicy {
    fn default() -> Self {
        Self {
            reservation: Duration::minutes(30),
            completing_lock: Duration::minutes(5),
            unpaid_orders: 30,
            unpaid_units: 200,
        }
    }
}

/// The request to turn a cart into an order.
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
    /// Who takes the money; nobody need be named for an order that comes to nothing.
    pub provider: Option<PaymentProvider>,
    /// Where the request came from; absent for the platform itself.
    pub client: Option<IpAddr>,
}

impl PlaceOrder {
    /// The parts that make a request the same request.
    pub(super) fn fingerprint(&self) -> Result<Vec<u8>, DbError> {
        #[derive(Serialize)]
        struct Canonical {
            cart_id: CartId,
            expected_total: Money,
            provider: Option<&'static str>,
        }
        let canonical = Canonical {
            cart_id: self.cart_id,
            expected_total: self.expected_total,
            provider: self.provider.map(PaymentProvider::name),
        };
        serde_json::to_vec(&canonical).map_err(DbError::unreadable)
    }

    /// A digest of where the request came from, which is no address: an IPv4 address, or an IPv6
    /// network of 64 bits, at one tenant.
    pub(super) fn client_digest(&self, tenant_id: TenantId) -> Option<Vec<u8>> {
        let bits = match self.client? {
            IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
            IpAddr::V6(v6) if v6.to_ipv4_mapped().is_some() => v6.to_bits(),
            IpAddr::V6(v6) => v6.to_bits() >> 64,
        };
        let mut digest = Sha256::new();
        digest.update(tenant_id.uuid().as_bytes());
        digest.update(bits.to_be_bytes());
        Some(digest.finalize().iter().take(16).copied().collect())
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
    /// Its payment; none when it came to nothing.
    pub payment: Option<OpenedPayment>,
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
    #[serde(flatten)]
    payment: Option<KeptPayment>,
}

/// The payment in an answer that is kept. What it is confirmed with is kept as `sealed` does.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptPayment {
    payment_id: PaymentId,
    provider: PaymentProvider,
    payment_status: PaymentStatus,
    sealed_client_secret: Option<String>,
    /// How the release before kept it; read while its answers are still repeated.
    #[serde(default, skip_serializing)]
    client_secret: Option<String>,
    publishable_key: String,
    account: Option<String>,
}

impl Answer {
    pub(super) fn of(command: &PlaceOrder, placed: &Placed) -> Result<Self, DbError> {
        let order_id = placed.order.id;
        let payment = placed.payment.as_ref();
        Ok(Self {
            order_id,
            number: placed.order.number,
            status: placed.order.status,
            total: placed.order.total,
            payment: payment
                .map(|payment| KeptPayment::of(command, order_id, payment))
                .transpose()?,
        })
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
            payment: self
                .payment
                .map(|payment| payment.replay(command, self.order_id))
                .transpose()?,
            is_new: status == 201,
            is_replayed: true,
        })
    }
}

impl KeptPayment {
    fn of(
        command: &PlaceOrder,
        order_id: OrderId,
        payment: &OpenedPayment,
    ) -> Result<Self, DbError> {
        let secret = payment.client_secret.as_deref();
        Ok(Self {
            payment_id: payment.payment_id,
            provider: payment.provider,
            payment_status: payment.status,
            sealed_client_secret: secret
                .map(|secret| sealed::seal(command, order_id, secret))
                .transpose()?,
            client_secret: None,
            publishable_key: payment.publishable_key.clone(),
            account: payment.account.clone(),
        })
    }

    fn replay(self, command: &PlaceOrder, order_id: OrderId) -> Result<OpenedPayment, DbError> {
        Ok(OpenedPayment {
            payment_id: self.payment_id,
            provider: self.provider,
            status: self.payment_status,
            client_secret: self
                .sealed_client_secret
                .map(|secret| sealed::open(command, order_id, &secret))
                .transpose()?
                .or(self.client_secret),
            publishable_key: self.publishable_key,
            account: self.account,
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
    let mut digest = Sha256::new_with_prefix(agreed);
    // Carts without one have the digest that the release before gave them.
    if let Some(address) = &cart.billing_address {
        digest.update(serde_json::to_vec(address).map_err(DbError::unreadable)?);
    }
    Ok(digest.finalize().to_vec())
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
        client: None,
        shipping_address: cart.shipping_address.clone().filter(|_| is_shipped),
        billing_address: cart.billing_address().cloned(),
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
        capture: CaptureRule::Automatic,
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
        is_final_sale: offer.is_final_sale,
    }
}
