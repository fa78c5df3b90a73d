//! A merchant's part of the tenant's orders.

use billing::Earnings;
use domain::orders::{
    self, ListMerchantOrders, MerchantOrder, MerchantOrderSummary, OrderFulfillment, OrderStatus,
};
use gateway::json::Money;
use gateway::{Address, ApiResult, Contract, Cursor, Limit, Page, Staff};
use kernel::ids::{MerchantId, OrderId, OrderLineId, ProductId, StorefrontId, VariantId};
use kernel::{Currency, Money as Amount, Permission};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use super::money::Transfer;
use super::orders::{Fulfillment, Share};
use crate::{App, Tag};

pub(crate) struct MerchantOrdersApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_merchant_orders")
        .needs(&[Permission::OrdersRead])
        .for_merchants_too(),
    Contract::of("admin_get_merchant_order")
        .needs(&[Permission::OrdersRead])
        .for_merchants_too(),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminMerchants")]
impl MerchantOrdersApi {
    /// List a merchant's orders
    ///
    /// Paid orders that hold something of the merchant's, newest first, each with the merchant's share of it.
    /// A merchant's own staff see those of their merchant.
    #[oai(
        path = "/merchants/:merchant_id/orders",
        method = "get",
        operation_id = "admin_list_merchant_orders"
    )]
    async fn list(
        &self,
        staff: Staff,
        /// Id of the merchant.
        merchant_id: Path<MerchantId>,
        /// Only orders whose lines of this merchant have this fulfillment status.
        fulfillment_status: Query<Option<OrderFulfillment>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same merchant and filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<Summary>>> {
        let caller = staff.caller();
        let status = fulfillment_status.0.map(OrderFulfillment::name);
        let list = format!(
            "{}/merchant_orders/{}/{}",
            caller.tenant_id(),
            merchant_id.0,
            status.unwrap_or_default()
        );
        let query = ListMerchantOrders {
            merchant_id: merchant_id.0,
            fulfillment_status: fulfillment_status.0,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let (found, is_more) = self.0.orders.list_of_merchant(caller, query).await?;
        let next = found.last().filter(|_| is_more).map(|order| order.id);
        Ok(Json(Page::behind(found, &list, next)))
    }

    /// Get a merchant's part of an order
    ///
    /// The merchant's lines and parcels of a paid order, where to ship them, and what the merchant is paid.
    /// Not what other merchants sold in the same purchase, nor the shopper's e-mail address.
    #[oai(
        path = "/merchants/:merchant_id/orders/:order_id",
        method = "get",
        operation_id = "admin_get_merchant_order"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the merchant.
        merchant_id: Path<MerchantId>,
        /// Id of the order.
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<Order>> {
        let (caller, merchant_id, id) = (staff.caller(), merchant_id.0, order_id.0);
        let order = self.0.orders.get_of_merchant(caller, merchant_id, id);
        let order = order.await?;
        let earnings = self.0.billing.earnings(caller, merchant_id, id).await?;
        Ok(Json(Order::of(order, earnings)))
    }
}

/// A merchant's part of an order, in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "MerchantOrderSummary")]
struct Summary {
    /// Order id.
    id: OrderId,
    /// Order number, unique in the tenant.
    number: i64,
    /// Order status.
    status: OrderStatus,
    /// Fulfillment status of the merchant's lines.
    fulfillment_status: OrderFulfillment,
    /// The merchant's share of the order: goods and shipping with tax.
    total: Money,
    /// When the order was placed.
    placed_at: OffsetDateTime,
}

/// A merchant's part of an order.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "MerchantOrder"
)]
struct Order {
    /// Order id.
    id: OrderId,
    /// Order number, unique in the tenant.
    number: i64,
    /// Storefront of the order.
    storefront_id: StorefrontId,
    /// Order status.
    status: OrderStatus,
    /// Fulfillment status of the merchant's lines.
    fulfillment_status: OrderFulfillment,
    /// Shipping address; absent when nothing is shipped.
    shipping_address: Option<Address>,
    /// The merchant's lines.
    lines: Vec<Line>,
    /// The merchant's parcels, oldest first.
    fulfillments: Vec<Fulfillment>,
    /// The merchant's share of the order.
    share: Share,
    /// What the merchant is paid; absent for an order that cost nothing.
    earnings: Option<OrderEarnings>,
    /// When the order was placed.
    placed_at: OffsetDateTime,
    /// When it was paid.
    paid_at: OffsetDateTime,
    /// When it was cancelled; absent unless it was.
    cancelled_at: Option<OffsetDateTime>,
}

/// A line of the merchant's.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "MerchantOrderLine"
)]
struct Line {
    /// Line id.
    id: OrderLineId,
    /// Product id.
    product_id: ProductId,
    /// Variant id.
    variant_id: VariantId,
    /// Product title.
    title: String,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    variant_title: String,
    /// Stock keeping unit (SKU).
    sku: Option<String>,
    /// Quantity ordered.
    quantity: i32,
    /// Quantity shipped.
    fulfilled_quantity: i32,
    /// Quantity cancelled by the store, which is not shipped.
    cancelled_quantity: i32,
    /// Quantity refunded or being refunded.
    refunded_quantity: i32,
    /// Line total without tax.
    net: Money,
    /// Tax of the line.
    tax: Money,
}

/// What a merchant is paid for its part of an order.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "MerchantOrderEarnings"
)]
struct OrderEarnings {
    /// The merchant's part of what the shopper paid.
    gross: Money,
    /// The platform's commission.
    commission: Money,
    /// The merchant's part of the payment provider's fee; absent until it is known.
    provider_fee: Option<Money>,
    /// What the merchant gave back of its part, to the shopper or the shopper's bank.
    refunded: Money,
    /// Commission that came back with it.
    commission_returned: Money,
    /// Transfers to the merchant's account.
    transfers: Vec<Transfer>,
}

impl From<MerchantOrderSummary> for Summary {
    fn from(it: MerchantOrderSummary) -> Self {
        Self {
            id: it.id,
            number: it.number,
            status: it.status,
            fulfillment_status: it.fulfillment_status,
            total: it.total.into(),
            placed_at: it.placed_at,
        }
    }
}

impl From<Earnings> for OrderEarnings {
    fn from(it: Earnings) -> Self {
        Self {
            gross: it.gross.into(),
            commission: it.commission.into(),
            provider_fee: it.provider_fee.map(Money::from),
            refunded: it.refunded.into(),
            commission_returned: it.commission_returned.into(),
            transfers: it.transfers.into_iter().map(Transfer::from).collect(),
        }
    }
}

impl Line {
    fn of(line: orders::OrderLine, currency: Currency) -> Self {
        let money = |minor| Money::from(Amount::new(minor, currency));
        Self {
            id: line.id,
            product_id: line.product_id,
            variant_id: line.variant_id,
            title: line.title,
            variant_title: line.variant_title,
            sku: line.sku,
            quantity: line.quantity,
            fulfilled_quantity: line.fulfilled_quantity,
            cancelled_quantity: line.cancelled_quantity,
            refunded_quantity: line.refunded_quantity,
            net: money(line.taxed.net_minor),
            tax: money(line.taxed.tax_minor),
        }
    }
}

impl Order {
    fn of(part: MerchantOrder, earnings: Option<Earnings>) -> Self {
        let MerchantOrder {
            order,
            lines,
            share,
            fulfillments,
        } = part;
        let currency = order.currency;
        let lines = lines.into_iter().map(|line| Line::of(line, currency));
        Self {
            id: order.id,
            number: order.number,
            storefront_id: order.storefront_id,
            status: order.status,
            fulfillment_status: order.fulfillment_status,
            shipping_address: order.shipping_address.map(Address::from),
            lines: lines.collect(),
            fulfillments: fulfillments.into_iter().map(Fulfillment::from).collect(),
            share: Share::of(share, currency),
            earnings: earnings.map(OrderEarnings::from),
            placed_at: order.placed_at,
            paid_at: order.paid_at,
            cancelled_at: order.cancelled_at,
        }
    }
}
