//! Orders, for the shopper who placed them.

use domain::catalog::image_address;
use domain::orders::{
    self, ListOwnOrders, NotReturnable, OrderDetails, OrderSummary, ReturnableLine,
};
use gateway::json::Money;
use gateway::{Address, ApiResult, Contract, Cursor, Limit, OrderToken, Page, Shopper, Visitor};
use kernel::ids::{OrderId, OrderLineId, ProductId, VariantId};
use kernel::{Currency, Permission, Seller};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use crate::fulfillments::{Fulfillment, shown};
use crate::json::{Totals, money};
use crate::{App, Tag};

pub(crate) struct OrdersApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_get_order").needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_list_own_orders").needs(&[Permission::AccountManage]),
    Contract::of("storefront_get_own_order").needs(&[Permission::AccountManage]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Orders")]
impl OrdersApi {
    /// Show an order
    ///
    /// Needs the order's token.
    #[oai(
        path = "/orders/:order_id",
        method = "get",
        operation_id = "storefront_get_order"
    )]
    async fn get_order(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<Order>> {
        let (id, token) = (order_id.0, &token.0.key);
        let details = self.0.orders.get_own(visitor.caller(), id, token).await?;
        Ok(Json(details.into()))
    }

    /// List orders of the account
    ///
    /// Newest first: every order placed with the account's e-mail address, signed in or as a guest, before or
    /// after the account was opened.
    #[oai(
        path = "/account/orders",
        method = "get",
        operation_id = "storefront_list_own_orders"
    )]
    async fn list_own_orders(
        &self,
        shopper: Shopper,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<Summary>>> {
        let caller = shopper.caller();
        let list = format!("account/orders/{}/{}", caller.tenant_id(), caller.actor());
        let query = ListOwnOrders {
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let page = self.0.orders.list_own(caller, query).await?;
        Ok(Json(Page::behind(page.orders, &list, page.next)))
    }

    /// Show an order of the account
    ///
    /// Returns 404 for an order of another shopper.
    #[oai(
        path = "/account/orders/:order_id",
        method = "get",
        operation_id = "storefront_get_own_order"
    )]
    async fn get_own_order(
        &self,
        shopper: Shopper,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<Order>> {
        let details = self
            .0
            .orders
            .get_of_account(shopper.caller(), order_id.0)
            .await?;
        Ok(Json(details.into()))
    }
}

/// An order in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OrderSummary")]
struct Summary {
    /// Order id.
    id: OrderId,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    number: i64,
    /// Order status.
    status: orders::OrderStatus,
    /// Payment status of the order.
    payment_status: orders::PaymentStatus,
    /// Fulfillment status of the order.
    fulfillment_status: orders::OrderFulfillment,
    /// Order total.
    total: Money,
    /// Amount refunded so far.
    refunded: Money,
    /// When the order was placed.
    placed_at: OffsetDateTime,
}

impl From<OrderSummary> for Summary {
    fn from(order: OrderSummary) -> Self {
        let OrderSummary {
            id,
            number,
            status,
            payment_status,
            fulfillment_status,
            email: _,
            total,
            refunded,
            placed_at,
        } = order;
        Self {
            id,
            number,
            status,
            payment_status,
            fulfillment_status,
            total: total.into(),
            refunded: refunded.into(),
            placed_at,
        }
    }
}

/// An order, as placed: prices and titles do not change later.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(crate) struct Order {
    /// Order id.
    id: OrderId,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    number: i64,
    /// Order status.
    status: orders::OrderStatus,
    /// Payment status of the order.
    payment_status: orders::PaymentStatus,
    /// Fulfillment status of the order.
    fulfillment_status: orders::OrderFulfillment,
    /// Currency of every amount.
    currency: Currency,
    /// Whether prices include tax.
    tax_included: bool,
    /// Name of the tax.
    tax_name: String,
    /// Contact e-mail.
    email: String,
    /// Shipping address; absent when nothing is shipped.
    shipping_address: Option<Address>,
    /// Billing address; absent in an order without any address.
    billing_address: Option<Address>,
    /// Name of the shipping option; absent when nothing is shipped.
    shipping_name: Option<String>,
    /// Lines.
    lines: Vec<OrderLine>,
    /// Totals of the order.
    totals: Totals,
    /// Parcels, oldest first, without cancelled ones.
    fulfillments: Vec<Fulfillment>,
    /// Amount refunded so far.
    refunded: Money,
    /// When the order was placed.
    placed_at: OffsetDateTime,
    /// When it was paid; absent until then.
    paid_at: Option<OffsetDateTime>,
    /// When it was cancelled; absent unless it was.
    cancelled_at: Option<OffsetDateTime>,
    /// When its stock reservation expires; absent once it is paid or cancelled.
    expires_at: Option<OffsetDateTime>,
}

/// An order line.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct OrderLine {
    /// Line id.
    id: OrderLineId,
    /// Product.
    product_id: ProductId,
    /// Variant.
    variant_id: VariantId,
    /// Merchant who sold it.
    merchant: Seller,
    /// Product title.
    title: String,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    variant_title: String,
    /// Stock keeping unit (SKU).
    sku: Option<String>,
    /// Quantity ordered.
    quantity: i32,
    /// Quantity refunded.
    refunded_quantity: i32,
    /// Quantity shipped.
    fulfilled_quantity: i32,
    /// Units in returns that are not rejected or cancelled.
    returning_quantity: i32,
    /// Quantity cancelled by the store, which is not shipped.
    cancelled_quantity: i32,
    /// Whether it was sold as final sale and cannot be returned.
    final_sale: bool,
    /// Units that a return can be requested of now.
    returnable_quantity: i32,
    /// Until when all of these can be returned; later there may be fewer, of several parcels. Absent when there
    /// are none.
    returnable_until: Option<OffsetDateTime>,
    /// Why no unit can be returned now; absent when some can.
    not_returnable_reason: Option<NotReturnable>,
    /// Price of one unit.
    unit_price: Money,
    /// Line total.
    total: Money,
    /// URL of the image; absent without one.
    image: Option<String>,
}

impl From<OrderDetails> for Order {
    fn from(details: OrderDetails) -> Self {
        let OrderDetails {
            order,
            lines,
            shares: _,
            refunds: _,
            fulfillments,
            cancellations: _,
            filed: _,
            returnable,
        } = details;
        let orders::Order {
            id,
            number,
            storefront_id: _,
            cart_id: _,
            quote_hash: _,
            status,
            payment_status,
            fulfillment_status,
            email,
            shipping_address,
            billing_address,
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
            ..
        } = order;
        let is_waiting = status == orders::OrderStatus::PendingPayment;
        Self {
            id,
            number,
            status,
            payment_status,
            fulfillment_status,
            currency,
            tax_included: tax.is_included,
            tax_name,
            email: email.as_str().to_owned(),
            shipping_address: shipping_address.map(Address::from),
            billing_address: billing_address.map(Address::from),
            shipping_name,
            lines: lines
                .into_iter()
                .map(|line| OrderLine::of(line, &returnable, currency))
                .collect(),
            totals: Totals {
                items: money(items_minor, currency),
                shipping: money(shipping_minor, currency),
                tax: money(tax_minor, currency),
                total: money(total_minor, currency),
            },
            fulfillments: shown(fulfillments),
            refunded: money(refunded_minor, currency),
            placed_at,
            paid_at,
            cancelled_at,
            expires_at: is_waiting.then_some(expires_at),
        }
    }
}

impl OrderLine {
    fn of(line: orders::OrderLine, returnable: &[ReturnableLine], currency: Currency) -> Self {
        let returnable = returnable.iter().find(|it| it.line_id == line.id);
        let total = line.shown_minor();
        let orders::OrderLine {
            id,
            product_id,
            variant_id,
            merchant_id: _,
            merchant,
            sku,
            title,
            variant_title,
            image_key,
            quantity,
            unit_price_minor,
            taxed: _,
            refunded_quantity,
            fulfilled_quantity,
            returning_quantity,
            cancelled_quantity,
            is_final_sale,
        } = line;
        Self {
            id,
            product_id,
            variant_id,
            merchant,
            title,
            variant_title,
            sku,
            quantity,
            refunded_quantity,
            fulfilled_quantity,
            returning_quantity,
            cancelled_quantity,
            final_sale: is_final_sale,
            returnable_quantity: returnable.map_or(0, |it| it.quantity),
            returnable_until: returnable.and_then(|it| it.until),
            not_returnable_reason: returnable.and_then(|it| it.why_none),
            unit_price: money(unit_price_minor, currency),
            total: money(total, currency),
            image: image_key.as_deref().map(image_address),
        }
    }
}
