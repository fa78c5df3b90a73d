//! Checkout: turning the cart into an order and a payment.

use domain::checkout::{PlaceOrder, Placed, PlacedOrder};
use gateway::json::{self, Money};
use gateway::{ApiResult, CartToken, Id, IdempotencyKey, Invalid, Visitor};
use kernel::ids::CartId;
use kernel::ports::OpenedPayment;
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct CheckoutApi(pub(crate) App);

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Checkout")]
impl CheckoutApi {
    /// Place the order
    ///
    /// Freezes what the cart holds, keeps its stock for half an hour and opens the payment, which is
    /// then confirmed with the provider and `client_secret`. `expected_total` is what the shopper
    /// was shown; when the cart comes to something else it is refused with `cart_changed`.
    ///
    /// The same `Idempotency-Key` again gets the same answer. With another key a cart that has been
    /// placed already is answered with its order.
    #[oai(
        path = "/carts/:cart_id/checkout",
        method = "post",
        operation_id = "storefront_place_order"
    )]
    async fn place_order(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<Id<CartId>>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CheckoutRequest>,
    ) -> ApiResult<CheckoutPlaced> {
        let command = body.0.into_command(cart_id.0.0, token.0.key, &key.0)?;
        let placed = self.0.checkout.place(visitor.caller(), command).await?;
        Ok(placed.into())
    }
}

/// What the shopper agrees to.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CheckoutRequest {
    /// The total that the shopper was shown.
    expected_total: Money,
    /// Who takes the money: `stripe`.
    payment_provider: String,
}

impl CheckoutRequest {
    fn into_command(
        self,
        cart_id: CartId,
        token: String,
        key: &IdempotencyKey,
    ) -> Result<PlaceOrder, Invalid> {
        Ok(PlaceOrder {
            cart_id,
            token,
            idempotency_key: key.as_str().to_owned(),
            expected_total: self.expected_total.parse("/expected_total")?,
            provider: json::parse(&self.payment_provider, "/payment_provider")?,
        })
    }
}

/// How placing an order ends.
#[derive(ApiResponse)]
enum CheckoutPlaced {
    /// The order is placed, and waits for its payment.
    #[oai(status = 201)]
    Created(
        Json<Checkout>,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
    /// The cart had been placed; this is its order.
    #[oai(status = 200)]
    Found(
        Json<Checkout>,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
}

/// An order and the payment it waits for.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Checkout {
    /// The order.
    order: CheckoutOrder,
    /// Its payment.
    payment: CheckoutPayment,
}

/// A placed order.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CheckoutOrder {
    /// Its id.
    id: String,
    /// Its number, which people use.
    number: i64,
    /// What it is doing; see the order.
    status: String,
    /// What the shopper pays.
    total: Money,
    /// What the order is reached with, as the header `Order-Token`.
    token: String,
}

/// A payment that waits for the shopper.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CheckoutPayment {
    /// Who takes the money.
    provider: String,
    /// `open`, `action_required`, `processing`, `succeeded`, `cancelled` or `failed`.
    status: String,
    /// What the shopper's browser or app confirms the payment with.
    client_secret: Option<String>,
    /// The provider's key for browsers and apps.
    publishable_key: String,
    /// The provider's account that the payment belongs to, when it is not the platform's own.
    account: Option<String>,
}

impl From<Placed> for CheckoutPlaced {
    fn from(placed: Placed) -> Self {
        let Placed {
            order,
            payment,
            is_new,
            is_replayed,
        } = placed;
        let body = Json(Checkout {
            order: order.into(),
            payment: payment.into(),
        });
        let replayed = is_replayed.then(|| "true".to_owned());
        if is_new {
            Self::Created(body, replayed)
        } else {
            Self::Found(body, replayed)
        }
    }
}

impl From<PlacedOrder> for CheckoutOrder {
    fn from(order: PlacedOrder) -> Self {
        let PlacedOrder {
            id,
            number,
            status,
            total,
            token,
        } = order;
        Self {
            id: id.to_string(),
            number,
            status: status.name().to_owned(),
            total: total.into(),
            token,
        }
    }
}

impl From<OpenedPayment> for CheckoutPayment {
    fn from(payment: OpenedPayment) -> Self {
        let OpenedPayment {
            payment_id: _,
            provider,
            status,
            client_secret,
            publishable_key,
            account,
        } = payment;
        Self {
            provider: provider.name().to_owned(),
            status,
            client_secret,
            publishable_key,
            account,
        }
    }
}
