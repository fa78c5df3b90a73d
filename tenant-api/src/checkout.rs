//! Checkout: turning the cart into an order and a payment.

use domain::checkout::{CheckoutError, PlaceOrder, Placed, PlacedOrder};
use domain::inventory::InventoryError;
use domain::orders::{OrderError, OrderStatus};
use gateway::json::Money;
use gateway::{ApiResult, CartToken, Contract, Cost, IdempotencyKey, Invalid, Visitor};
use kernel::Permission;
use kernel::ids::{CartId, OrderId};
use kernel::ports::{OpenedPayment, PaymentProvider, PaymentStatus, PaymentsError};
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct CheckoutApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("storefront_place_order")
    .costs(Cost::Order)
    .needs(&[Permission::OrdersPlace])
    .fails(&[
        CheckoutError::CHECKOUT_INCOMPLETE,
        CheckoutError::CART_CHANGED,
        CheckoutError::TOTAL_TOO_SMALL,
        CheckoutError::TOTAL_TOO_LARGE,
        CheckoutError::CURRENCY_NOT_SUPPORTED,
        CheckoutError::TOO_MANY_UNPAID_ORDERS,
        CheckoutError::CUSTOMER_BLOCKED,
        CheckoutError::COMPLETION_IN_PROGRESS,
        CheckoutError::IDEMPOTENCY_KEY_REUSED,
        InventoryError::INSUFFICIENT_STOCK,
        OrderError::ORDER_WRONG_STATUS,
        PaymentsError::PAYMENT_FAILED,
        PaymentsError::PAYMENT_PROVIDER_UNAVAILABLE,
    ])];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Checkout")]
impl CheckoutApi {
    /// Place an order
    ///
    /// Freezes the cart, reserves its stock for half an hour and opens the payment, which the browser or
    /// app then confirms with the provider and `client_secret`. Returns 409 `cart_changed` if the cart's
    /// total is not `expected_total`. An order whose total is zero is `paid` at once, without `payment`.
    ///
    /// Repeating the request with the same `Idempotency-Key` returns the same response. With another key,
    /// a cart that was placed before returns its order.
    #[oai(
        path = "/carts/:cart_id/checkout",
        method = "post",
        operation_id = "storefront_place_order"
    )]
    async fn place_order(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<CartId>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CheckoutRequest>,
    ) -> ApiResult<CheckoutPlaced> {
        let mut command = body.0.into_command(cart_id.0, token.0.key, &key.0)?;
        command.client = Some(visitor.client_ip());
        let placed = self.0.checkout.place(visitor.caller(), command).await?;
        Ok(placed.into())
    }
}

/// A checkout request.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CheckoutRequest {
    /// Total that the shopper was shown and agrees to pay.
    expected_total: Money,
    /// Payment provider. Required unless the total is zero.
    payment_provider: Option<PaymentProvider>,
}

impl CheckoutRequest {
    fn into_command(
        self,
        cart_id: CartId,
        token: String,
        key: &IdempotencyKey,
    ) -> Result<PlaceOrder, Invalid> {
        let expected_total = self.expected_total.parse("/expected_total")?;
        if self.payment_provider.is_none() && expected_total.minor > 0 {
            let rule = "a payment provider, such as `stripe`, unless the total is zero";
            return Err(Invalid::field("/payment_provider", "required", rule));
        }
        Ok(PlaceOrder {
            cart_id,
            token,
            idempotency_key: key.as_str().to_owned(),
            expected_total,
            provider: self.payment_provider,
            client: None,
        })
    }
}

/// Response of checkout.
#[derive(ApiResponse)]
enum CheckoutPlaced {
    /// The order was placed, and awaits payment unless its total is zero.
    #[oai(status = 201)]
    Created(
        Json<Checkout>,
        /// URL of the order.
        #[oai(header = "Location")]
        String,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
    /// The cart was placed before; this is its order.
    #[oai(status = 200)]
    Found(
        Json<Checkout>,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
}

/// A placed order and its payment.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Checkout {
    /// The placed order.
    order: CheckoutOrder,
    /// Payment to confirm; absent when the total is zero.
    payment: Option<CheckoutPayment>,
}

/// A placed order.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CheckoutOrder {
    /// Order id.
    id: OrderId,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    number: i64,
    /// Order status.
    status: OrderStatus,
    /// Order total.
    total: Money,
    /// Access token of the order, sent as the header `Order-Token`.
    token: String,
}

/// A payment to confirm.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CheckoutPayment {
    /// Payment provider.
    provider: PaymentProvider,
    /// Payment status.
    status: PaymentStatus,
    /// Client secret with which the browser or app confirms the payment; absent once it needs no confirmation.
    client_secret: Option<String>,
    /// Publishable key of the payment provider.
    publishable_key: String,
    /// Connected account of the payment; absent when it is the platform's own.
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
        let location = format!("/storefront/v1/orders/{}", order.id);
        let body = Json(Checkout {
            order: order.into(),
            payment: payment.map(Into::into),
        });
        let replayed = is_replayed.then(|| "true".to_owned());
        if is_new {
            Self::Created(body, location, replayed)
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
            id,
            number,
            status,
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
            provider,
            status,
            client_secret,
            publishable_key,
            account,
        }
    }
}
