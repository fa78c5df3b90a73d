//! An order as the tenant's staff sees it.

use billing::TransferTrace;
use domain::orders::{self, OrderDetails, OrderSummary};
use domain::pricing::{MerchantShare, Taxed};
use gateway::json::Money;
use kernel::contact::PostalAddress;
use kernel::{Currency, Money as Amount};
use poem_openapi::Object;
use time::OffsetDateTime;

use super::refunds::Refund;
use crate::merchant::money::Transfer;

fn money(minor: i64, currency: Currency) -> Money {
    Amount::new(minor, currency).into()
}

/// Orders.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminOrderPage"
)]
pub(super) struct OrderPage {
    /// The orders, the newest first.
    data: Vec<Summary>,
    /// Whether there are more.
    has_more: bool,
    /// What the next page is asked for with.
    next_cursor: Option<String>,
}

/// An order in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderSummary")]
struct Summary {
    /// Its id.
    id: String,
    /// Its number, which people use.
    number: i64,
    /// `pending_payment`, `paid`, `refunded` or `cancelled`.
    status: String,
    /// Where the money is: `unpaid`, `paid`, `partially_refunded` or `refunded`.
    payment_status: String,
    /// Whose it is.
    email: String,
    /// What it came to.
    total: Money,
    /// What has been given back.
    refunded: Money,
    /// When it was placed.
    placed_at: OffsetDateTime,
}

/// What a shopper bought, as it was when it was bought, and what became of its money.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminOrder"
)]
pub(super) struct Order {
    /// Its id.
    id: String,
    /// Its number, which people use.
    number: i64,
    /// Where it was placed.
    storefront_id: String,
    /// `pending_payment`, `paid`, `refunded` or `cancelled`.
    status: String,
    /// Where the money is: `unpaid`, `paid`, `partially_refunded` or `refunded`.
    payment_status: String,
    /// The currency of every amount.
    currency: String,
    /// How it was taxed.
    tax: OrderTax,
    /// Whose it is.
    email: String,
    /// Where it goes; absent when nothing has to be shipped.
    shipping_address: Option<OrderAddress>,
    /// How it gets there.
    shipping_name: Option<String>,
    /// What was bought.
    lines: Vec<OrderLine>,
    /// What it came to.
    totals: OrderTotals,
    /// Each merchant's part; the parts add up to the total.
    shares: Vec<Share>,
    /// Each merchant's part on its way to its account.
    transfers: Vec<Transfer>,
    /// What was given back, the first first.
    refunds: Vec<Refund>,
    /// When it was placed.
    placed_at: OffsetDateTime,
    /// When it was paid.
    paid_at: Option<OffsetDateTime>,
    /// When it was cancelled.
    cancelled_at: Option<OffsetDateTime>,
    /// When its stock is given back unless it is paid.
    expires_at: OffsetDateTime,
}

/// How an order was taxed.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderTax")]
struct OrderTax {
    /// Whether prices were shown with it.
    included: bool,
    /// What it was called.
    name: String,
    /// The rate in parts per million: 190000 is 19 %.
    rate_ppm: i32,
}

/// Where an order goes.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderAddress")]
struct OrderAddress {
    /// Given name.
    first_name: String,
    /// Family name.
    last_name: String,
    /// Street and number.
    street_name: String,
    /// Town.
    city: String,
    /// Postal code.
    postal_code: String,
    /// The country, as ISO 3166-1 alpha-2 writes it.
    country: String,
}

/// One line of an order.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminOrderLine"
)]
struct OrderLine {
    /// Its id.
    id: String,
    /// Who sold it.
    merchant_id: String,
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
    /// How many of them were given back, or are about to be.
    refunded_quantity: i32,
    /// What one cost as it was shown.
    unit_price: Money,
    /// What the line cost as it was shown.
    total: Money,
    /// The line without tax.
    net: Money,
    /// Its tax.
    tax: Money,
}

/// What an order came to.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderTotals")]
struct OrderTotals {
    /// What the lines cost, as prices were shown.
    items: Money,
    /// What shipping cost, as prices were shown.
    shipping: Money,
    /// All tax; part of the other amounts when prices were shown with tax, added to them when not.
    tax: Money,
    /// What the shopper pays.
    total: Money,
    /// What has been given back.
    refunded: Money,
}

/// One merchant's part of an order.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminOrderShare")]
struct Share {
    /// Whose part it is.
    merchant_id: String,
    /// Its goods without tax: what commission is reckoned on.
    goods_net: Money,
    /// The tax on its goods.
    goods_tax: Money,
    /// Its part of the shipping, without tax.
    shipping_net: Money,
    /// The tax on that.
    shipping_tax: Money,
    /// All of it.
    total: Money,
}

impl From<orders::OrderPage> for OrderPage {
    fn from(page: orders::OrderPage) -> Self {
        let orders::OrderPage { orders, next } = page;
        Self {
            data: orders.into_iter().map(Summary::from).collect(),
            has_more: next.is_some(),
            next_cursor: next.map(|id| id.to_string()),
        }
    }
}

impl From<OrderSummary> for Summary {
    fn from(order: OrderSummary) -> Self {
        let OrderSummary {
            id,
            number,
            status,
            payment_status,
            email,
            total,
            refunded,
            placed_at,
        } = order;
        Self {
            id: id.to_string(),
            number,
            status: status.name().to_owned(),
            payment_status: payment_status.name().to_owned(),
            email: email.as_str().to_owned(),
            total: total.into(),
            refunded: refunded.into(),
            placed_at,
        }
    }
}

impl Order {
    pub(super) fn of(details: OrderDetails, transfers: Vec<TransferTrace>) -> Self {
        let OrderDetails {
            order,
            lines,
            shares,
            refunds,
        } = details;
        let orders::Order {
            id,
            number,
            storefront_id,
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
        Self {
            id: id.to_string(),
            number,
            storefront_id: storefront_id.to_string(),
            status: status.name().to_owned(),
            payment_status: payment_status.name().to_owned(),
            currency: currency.code().to_owned(),
            tax: OrderTax {
                included: tax.is_included,
                name: tax_name,
                rate_ppm: tax.rate_ppm,
            },
            email: email.as_str().to_owned(),
            shipping_address: shipping_address.map(OrderAddress::from),
            shipping_name,
            lines: lines
                .into_iter()
                .map(|line| OrderLine::of(line, currency))
                .collect(),
            totals: OrderTotals {
                items: money(items_minor, currency),
                shipping: money(shipping_minor, currency),
                tax: money(tax_minor, currency),
                total: money(total_minor, currency),
                refunded: money(refunded_minor, currency),
            },
            shares: shares
                .into_iter()
                .map(|share| Share::of(share, currency))
                .collect(),
            transfers: transfers.into_iter().map(Transfer::from).collect(),
            refunds: refunds.into_iter().map(Refund::from).collect(),
            placed_at,
            paid_at,
            cancelled_at,
            expires_at,
        }
    }
}

impl From<PostalAddress> for OrderAddress {
    fn from(address: PostalAddress) -> Self {
        let PostalAddress {
            first_name,
            last_name,
            street_name,
            city,
            postal_code,
            country,
        } = address;
        Self {
            first_name,
            last_name,
            street_name,
            city,
            postal_code,
            country,
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
            merchant_id,
            sku,
            title,
            variant_title,
            image_key: _,
            quantity,
            unit_price_minor,
            taxed,
            refunded_quantity,
        } = line;
        Self {
            id: id.to_string(),
            merchant_id: merchant_id.to_string(),
            product_id: product_id.to_string(),
            variant_id: variant_id.to_string(),
            title,
            variant_title,
            sku,
            quantity,
            refunded_quantity,
            unit_price: money(unit_price_minor, currency),
            total: money(total, currency),
            net: money(taxed.net_minor, currency),
            tax: money(taxed.tax_minor, currency),
        }
    }
}

impl Share {
    fn of(share: MerchantShare, currency: Currency) -> Self {
        let MerchantShare {
            merchant_id,
            goods,
            shipping,
        } = share;
        // Parts of an order's total, which fits.
        let gross = |part: Taxed| part.net_minor.saturating_add(part.tax_minor);
        Self {
            merchant_id: merchant_id.to_string(),
            goods_net: money(goods.net_minor, currency),
            goods_tax: money(goods.tax_minor, currency),
            shipping_net: money(shipping.net_minor, currency),
            shipping_tax: money(shipping.tax_minor, currency),
            total: money(gross(goods).saturating_add(gross(shipping)), currency),
        }
    }
}
