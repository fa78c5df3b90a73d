//! An order as the tenant's staff sees it.

use billing::{DisputeTrace, TransferTrace};
use domain::orders::{self, OrderDetails};
use domain::pricing::{MerchantShare, Taxed};
use gateway::Address;
use gateway::json::Money;
use kernel::ids::{MerchantId, OrderId, OrderLineId, ProductId, StorefrontId, VariantId};
use kernel::{Currency, Money as Amount};
use poem_openapi::Object;
use time::OffsetDateTime;

use super::cancellations::Cancellation;
use super::fulfillments::Fulfillment;
use super::refunds::Refund;
use crate::merchant::money::{Dispute, Transfer};

fn money(minor: i64, currency: Currency) -> Money {
    Amount::new(minor, currency).into()
}

/// An order, with its shares, transfers, refunds and disputes.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminOrder"
)]
pub(super) struct Order {
    /// Order id.
    id: OrderId,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    number: i64,
    /// Storefront of the order.
    storefront_id: StorefrontId,
    /// Order status.
    status: orders::OrderStatus,
    /// Payment status of the order.
    payment_status: orders::PaymentStatus,
    /// Fulfillment status of the order.
    fulfillment_status: orders::OrderFulfillment,
    /// Currency of every amount.
    currency: Currency,
    /// Tax of the order.
    tax: OrderTax,
    /// Contact e-mail of the shopper.
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
    totals: OrderTotals,
    /// Each merchant's share; the shares sum to the total.
    shares: Vec<Share>,
    /// Transfers of the shares to the merchants' accounts.
    transfers: Vec<Transfer>,
    /// Refunds, oldest first.
    refunds: Vec<Refund>,
    /// Fulfillments (parcels), oldest first.
    fulfillments: Vec<Fulfillment>,
    /// Cancellations of units, oldest first.
    cancellations: Vec<Cancellation>,
    /// Disputes, oldest first.
    disputes: Vec<Dispute>,
    /// Tags, in alphabetical order.
    tags: Vec<String>,
    /// When it was archived; absent unless it is.
    archived_at: Option<OffsetDateTime>,
    /// When the order was placed.
    placed_at: OffsetDateTime,
    /// When it was paid; absent until then.
    paid_at: Option<OffsetDateTime>,
    /// When it was cancelled; absent unless it was.
    cancelled_at: Option<OffsetDateTime>,
    /// When its stock reservation expires unless it is paid.
    expires_at: OffsetDateTime,
    /// When its money is captured.
    capture: orders::CaptureRule,
    /// When its payment was authorized; absent when the money was taken at once.
    authorized_at: Option<OffsetDateTime>,
    /// When the authorization ends; absent unless it was authorized.
    capture_before: Option<OffsetDateTime>,
}

/// The tax of an order.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderTax")]
struct OrderTax {
    /// Whether prices include tax.
    included: bool,
    /// Name of the tax.
    name: String,
    /// Rate in parts per million: 190000 is 19 %.
    rate_ppm: i32,
}

/// An order line.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminOrderLine"
)]
struct OrderLine {
    /// Line id.
    id: OrderLineId,
    /// Merchant of the line.
    merchant_id: MerchantId,
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
    /// Quantity refunded or being refunded.
    refunded_quantity: i32,
    /// Quantity shipped.
    fulfilled_quantity: i32,
    /// Units in returns that are not rejected or cancelled.
    returning_quantity: i32,
    /// Quantity cancelled, which is not shipped.
    cancelled_quantity: i32,
    /// Whether it was sold as final sale; staff can take it back all the same.
    final_sale: bool,
    /// Price of one unit, with or without tax as prices are shown.
    unit_price: Money,
    /// Line total, with or without tax as prices are shown.
    total: Money,
    /// Line total without tax.
    net: Money,
    /// Tax of the line.
    tax: Money,
}

/// Totals of an order.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderTotals")]
struct OrderTotals {
    /// Sum of the lines, with or without tax as prices are shown.
    items: Money,
    /// Shipping, with or without tax as prices are shown.
    shipping: Money,
    /// Tax: included in `items` and `shipping` when prices include tax, else added to them.
    tax: Money,
    /// Order total.
    total: Money,
    /// Amount refunded so far.
    refunded: Money,
}

/// A merchant's share of an order.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderShare")]
pub(in crate::merchant) struct Share {
    /// Merchant id.
    merchant_id: MerchantId,
    /// Goods without tax: the base of the commission.
    goods_net: Money,
    /// Tax on the goods.
    goods_tax: Money,
    /// Shipping without tax.
    shipping_net: Money,
    /// Tax on the shipping.
    shipping_tax: Money,
    /// The whole share.
    total: Money,
}

impl OrderTotals {
    fn of(order: &orders::Order) -> Self {
        let money = |minor| money(minor, order.currency);
        Self {
            items: money(order.items_minor),
            shipping: money(order.shipping_minor),
            tax: money(order.tax_minor),
            total: money(order.total_minor),
            refunded: money(order.refunded_minor),
        }
    }
}

impl Order {
    pub(super) fn of(
        details: OrderDetails,
        transfers: Vec<TransferTrace>,
        disputes: Vec<DisputeTrace>,
    ) -> Self {
        let OrderDetails {
            order,
            lines,
            shares,
            refunds,
            fulfillments,
            cancellations,
            filed,
            returnable: _,
        } = details;
        let totals = OrderTotals::of(&order);
        let orders::Order {
            id,
            number,
            storefront_id,
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
            placed_at,
            paid_at,
            cancelled_at,
            expires_at,
            capture,
            authorized_at,
            capture_before,
            ..
        } = order;
        Self {
            id,
            number,
            storefront_id,
            status,
            payment_status,
            fulfillment_status,
            currency,
            tax: OrderTax {
                included: tax.is_included,
                name: tax_name,
                rate_ppm: tax.rate_ppm,
            },
            email: email.as_str().to_owned(),
            shipping_address: shipping_address.map(Address::from),
            billing_address: billing_address.map(Address::from),
            shipping_name,
            lines: OrderLine::all(lines, currency),
            totals,
            shares: Share::all(shares, currency),
            transfers: transfers.into_iter().map(Transfer::from).collect(),
            refunds: refunds.into_iter().map(Refund::from).collect(),
            fulfillments: fulfillments.into_iter().map(Fulfillment::from).collect(),
            cancellations: cancellations.into_iter().map(Cancellation::from).collect(),
            disputes: disputes.into_iter().map(Dispute::from).collect(),
            tags: filed.tags,
            archived_at: filed.archived_at,
            placed_at,
            paid_at,
            cancelled_at,
            expires_at,
            capture,
            authorized_at,
            capture_before,
        }
    }
}

impl OrderLine {
    fn all(lines: Vec<orders::OrderLine>, currency: Currency) -> Vec<Self> {
        let lines = lines.into_iter();
        lines.map(|line| Self::of(line, currency)).collect()
    }

    fn of(line: orders::OrderLine, currency: Currency) -> Self {
        let total = line.shown_minor();
        let orders::OrderLine {
            id,
            product_id,
            variant_id,
            merchant_id,
            merchant: _,
            sku,
            title,
            variant_title,
            image_key: _,
            quantity,
            unit_price_minor,
            taxed,
            refunded_quantity,
            fulfilled_quantity,
            returning_quantity,
            cancelled_quantity,
            is_final_sale,
        } = line;
        Self {
            id,
            merchant_id,
            product_id,
            variant_id,
            title,
            variant_title,
            sku,
            quantity,
            refunded_quantity,
            fulfilled_quantity,
            returning_quantity,
            cancelled_quantity,
            final_sale: is_final_sale,
            unit_price: money(unit_price_minor, currency),
            total: money(total, currency),
            net: money(taxed.net_minor, currency),
            tax: money(taxed.tax_minor, currency),
        }
    }
}

impl Share {
    fn all(shares: Vec<MerchantShare>, currency: Currency) -> Vec<Self> {
        let shares = shares.into_iter();
        shares.map(|share| Self::of(share, currency)).collect()
    }

    pub(in crate::merchant) fn of(share: MerchantShare, currency: Currency) -> Self {
        let MerchantShare {
            merchant_id,
            goods,
            shipping,
        } = share;
        // Parts of an order's total, which fits.
        let gross = |part: Taxed| part.net_minor.saturating_add(part.tax_minor);
        Self {
            merchant_id,
            goods_net: money(goods.net_minor, currency),
            goods_tax: money(goods.tax_minor, currency),
            shipping_net: money(shipping.net_minor, currency),
            shipping_tax: money(shipping.tax_minor, currency),
            total: money(gross(goods).saturating_add(gross(shipping)), currency),
        }
    }
}
