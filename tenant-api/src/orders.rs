//! Orders, for the shopper who placed them.

use domain::catalog::image_address;
use domain::orders::{self, ListOwnOrders, OrderDetails, OrderPage, OrderSummary};
use gateway::json::Money;
use gateway::{ApiResult, Id, Invalid, OrderToken, Shopper, Visitor};
use kernel::Currency;
use kernel::ids::OrderId;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use crate::json::{Address, Totals, money};
use crate::{App, Tag};

pub(crate) struct OrdersApi(pub(crate) App);

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Orders")]
impl OrdersApi {
    /// Show an order
    ///
    /// Reached with the token that came with it.
    #[oai(
        path = "/orders/:order_id",
        method = "get",
        operation_id = "storefront_get_order"
    )]
    async fn get_order(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<Id<OrderId>>,
    ) -> ApiResult<Json<Order>> {
        let (id, token) = (order_id.0.0, &token.0.key);
        let details = self.0.orders.get_own(visitor.caller(), id, token).await?;
        Ok(Json(details.into()))
    }

    /// List the account's orders
    ///
    /// The newest first: every order that was placed with the address of the account, signed in or not,
    /// before there was an account or after.
    #[oai(
        path = "/account/orders",
        method = "get",
        operation_id = "storefront_list_own_orders"
    )]
    async fn list_own_orders(
        &self,
        shopper: Shopper,
        /// How many, at most 100.
        #[oai(
            default = "page_size",
            validator(minimum(value = "1"), maximum(value = "100"))
        )]
        limit: Query<u32>,
        /// The `next_cursor` of the page before.
        cursor: Query<Option<String>>,
    ) -> ApiResult<Json<OwnOrderPage>> {
        let query = ListOwnOrders {
            after: cursor.0.as_deref().map(after).transpose()?,
            limit: limit.0,
        };
        let page = self.0.orders.list_own(shopper.caller(), query).await?;
        Ok(Json(page.into()))
    }

    /// Show an order of the account
    #[oai(
        path = "/account/orders/:order_id",
        method = "get",
        operation_id = "storefront_get_own_order"
    )]
    async fn get_own_order(
        &self,
        shopper: Shopper,
        order_id: Path<Id<OrderId>>,
    ) -> ApiResult<Json<Order>> {
        let details = self
            .0
            .orders
            .get_of_account(shopper.caller(), order_id.0.0)
            .await?;
        Ok(Json(details.into()))
    }
}

fn page_size() -> u32 {
    20
}

/// The order that a page begins after.
fn after(cursor: &str) -> Result<OrderId, Invalid> {
    cursor
        .parse()
        .map_err(|_| Invalid::field("cursor", "malformed", "a `next_cursor` of an earlier page"))
}

/// Some of an account's orders.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct OwnOrderPage {
    /// The orders, the newest first.
    data: Vec<OwnOrder>,
    /// Whether there are more.
    has_more: bool,
    /// What the next page is asked for with.
    next_cursor: Option<String>,
}

/// An order in the list of an account.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OwnOrder {
    /// Its id.
    id: String,
    /// Its number, which people use.
    number: i64,
    /// `pending_payment`, `paid`, `refunded` or `cancelled`.
    status: String,
    /// Where the money is: `unpaid`, `paid`, `partially_refunded` or `refunded`.
    payment_status: String,
    /// What it came to.
    total: Money,
    /// What has been given back.
    refunded: Money,
    /// When it was placed.
    placed_at: OffsetDateTime,
}

impl From<OrderPage> for OwnOrderPage {
    fn from(page: OrderPage) -> Self {
        Self {
            has_more: page.next.is_some(),
            next_cursor: page.next.map(|id| id.to_string()),
            data: page.orders.into_iter().map(OwnOrder::from).collect(),
        }
    }
}

impl From<OrderSummary> for OwnOrder {
    fn from(order: OrderSummary) -> Self {
        let OrderSummary {
            id,
            number,
            status,
            payment_status,
            email: _,
            total,
            refunded,
            placed_at,
        } = order;
        Self {
            id: id.to_string(),
            number,
            status: status.name().to_owned(),
            payment_status: payment_status.name().to_owned(),
            total: total.into(),
            refunded: refunded.into(),
            placed_at,
        }
    }
}

/// What a shopper bought, as it was when it was bought.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Order {
    /// Its id.
    id: String,
    /// Its number, which people use.
    number: i64,
    /// `pending_payment`, `paid`, `refunded` or `cancelled`.
    status: String,
    /// Where the money is: `unpaid`, `paid`, `partially_refunded` or `refunded`.
    payment_status: String,
    /// The currency of every amount.
    currency: String,
    /// Whether prices were shown with tax.
    tax_included: bool,
    /// What the tax was called.
    tax_name: String,
    /// Whom we write to.
    email: String,
    /// Where it goes; absent when nothing has to be shipped.
    shipping_address: Option<Address>,
    /// How it gets there.
    shipping_name: Option<String>,
    /// What was bought.
    lines: Vec<OrderLine>,
    /// What it came to.
    totals: Totals,
    /// What has been given back.
    refunded: Money,
    /// When it was placed.
    placed_at: OffsetDateTime,
    /// When it was paid.
    paid_at: Option<OffsetDateTime>,
    /// When it was cancelled.
    cancelled_at: Option<OffsetDateTime>,
    /// Until when its stock is kept; absent once it is paid or cancelled.
    expires_at: Option<OffsetDateTime>,
}

/// One line of an order.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct OrderLine {
    /// Its id.
    id: String,
    /// The product.
    product_id: String,
    /// The variant.
    variant_id: String,
    /// The product's title.
    title: String,
    /// What told the variant from the product's others; empty when there were none.
    variant_title: String,
    /// Its stock keeping unit.
    sku: Option<String>,
    /// How many.
    quantity: i32,
    /// How many of them were given back.
    refunded_quantity: i32,
    /// What one cost.
    unit_price: Money,
    /// What the line came to.
    total: Money,
    /// The address of its picture.
    image: Option<String>,
}

impl From<OrderDetails> for Order {
    fn from(details: OrderDetails) -> Self {
        let OrderDetails {
            order,
            lines,
            shares: _,
            refunds: _,
        } = details;
        let orders::Order {
            id,
            number,
            storefront_id: _,
            cart_id: _,
            quote_hash: _,
            status,
            payment_status,
            email,
            shipping_address,
            shipping_name,
            currency,
            tax,
            tax_name,
            items_minor,
            shipping_minor,
            tax_minor,
            total_minor,
            refunded_minor,
            placed_at,
            paid_at,
            cancelled_at,
            expires_at,
        } = order;
        let is_waiting = status == orders::OrderStatus::PendingPayment;
        Self {
            id: id.to_string(),
            number,
            status: status.name().to_owned(),
            payment_status: payment_status.name().to_owned(),
            currency: currency.code().to_owned(),
            tax_included: tax.is_included,
            tax_name,
            email: email.as_str().to_owned(),
            shipping_address: shipping_address.map(Address::from),
            shipping_name,
            lines: lines
                .into_iter()
                .map(|line| OrderLine::of(line, currency))
                .collect(),
            totals: Totals {
                items: money(items_minor, currency),
                shipping: money(shipping_minor, currency),
                tax: money(tax_minor, currency),
                total: money(total_minor, currency),
            },
            refunded: money(refunded_minor, currency),
            placed_at,
            paid_at,
            cancelled_at,
            expires_at: is_waiting.then_some(expires_at),
        }
    }
}

impl OrderLine {
    fn of(line: orders::OrderLine, currency: Currency) -> Self {
        let total = line.shown_minor();
        let orders::OrderLine {
            id,
            product_id,
            variant_id,
            merchant_id: _,
            sku,
            title,
            variant_title,
            image_key,
            quantity,
            unit_price_minor,
            taxed: _,
            refunded_quantity,
        } = line;
        Self {
            id: id.to_string(),
            product_id: product_id.to_string(),
            variant_id: variant_id.to_string(),
            title,
            variant_title,
            sku,
            quantity,
            refunded_quantity,
            unit_price: money(unit_price_minor, currency),
            total: money(total, currency),
            image: image_key.as_deref().map(image_address),
        }
    }
}
