//! Reading orders.

use db::{DbError, TenantTx};
use kernel::contact::{Email, PostalAddress};
use kernel::ids::{
    CartId, MerchantId, OrderId, OrderLineId, ProductId, StorefrontId, UserId, VariantId,
};
use kernel::{Currency, Money};
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::orders::{ListOrders, Order, OrderLine, OrderSummary};
use crate::pricing::{MerchantShare, TaxRule, Taxed};

#[derive(sqlx::FromRow)]
struct OrderRow {
    id: Uuid,
    number: i64,
    storefront_id: Uuid,
    cart_id: Uuid,
    quote_hash: Vec<u8>,
    token_hash: Vec<u8>,
    status: String,
    payment_status: String,
    email: String,
    shipping_address: Option<Json<PostalAddress>>,
    shipping_name: Option<String>,
    currency: String,
    tax_included: bool,
    tax_rate_ppm: i32,
    tax_name: String,
    items_minor: i64,
    shipping_minor: i64,
    tax_minor: i64,
    total_minor: i64,
    refunded_minor: i64,
    placed_at: OffsetDateTime,
    paid_at: Option<OffsetDateTime>,
    cancelled_at: Option<OffsetDateTime>,
    expires_at: OffsetDateTime,
}

impl TryFrom<OrderRow> for Order {
    type Error = DbError;

    fn try_from(row: OrderRow) -> Result<Self, DbError> {
        Ok(Self {
            id: OrderId::from_uuid(row.id),
            number: row.number,
            storefront_id: StorefrontId::from_uuid(row.storefront_id),
            cart_id: CartId::from_uuid(row.cart_id),
            quote_hash: row.quote_hash,
            status: row.status.parse()?,
            payment_status: row.payment_status.parse()?,
            email: Email::parse(&row.email).map_err(DbError::unreadable)?,
            shipping_address: row.shipping_address.map(|address| address.0),
            shipping_name: row.shipping_name,
            currency: row.currency.parse().map_err(DbError::unreadable)?,
            tax: TaxRule {
                is_included: row.tax_included,
                rate_ppm: row.tax_rate_ppm,
            },
            tax_name: row.tax_name,
            items_minor: row.items_minor,
            shipping_minor: row.shipping_minor,
            tax_minor: row.tax_minor,
            total_minor: row.total_minor,
            refunded_minor: row.refunded_minor,
            placed_at: row.placed_at,
            paid_at: row.paid_at,
            cancelled_at: row.cancelled_at,
            expires_at: row.expires_at,
        })
    }
}

/// The order.
pub(crate) async fn find(tx: &mut TenantTx, id: OrderId) -> Result<Option<Order>, DbError> {
    Ok(find_with_token(tx, id).await?.map(|(order, _)| order))
}

/// The order, and the hash of what the shopper reaches it with.
pub(in crate::orders) async fn find_with_token(
    tx: &mut TenantTx,
    id: OrderId,
) -> Result<Option<(Order, Vec<u8>)>, DbError> {
    let row: Option<OrderRow> = sqlx::query_as(
        "select id, number, storefront_id, cart_id, quote_hash, token_hash, status, payment_status,
                email, shipping_address, shipping_name, currency, tax_included, tax_rate_ppm,
                tax_name, items_minor, shipping_minor, tax_minor, total_minor, refunded_minor,
                placed_at, paid_at, cancelled_at, expires_at
           from orders
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    row.map(|mut row| {
        let token_hash = std::mem::take(&mut row.token_hash);
        Ok((Order::try_from(row)?, token_hash))
    })
    .transpose()
}

/// The order; nobody else can change it until the transaction ends.
pub(crate) async fn lock(tx: &mut TenantTx, id: OrderId) -> Result<Option<Order>, DbError> {
    let row: Option<OrderRow> = sqlx::query_as(
        "select id, number, storefront_id, cart_id, quote_hash, token_hash, status, payment_status,
                email, shipping_address, shipping_name, currency, tax_included, tax_rate_ppm,
                tax_name, items_minor, shipping_minor, tax_minor, total_minor, refunded_minor,
                placed_at, paid_at, cancelled_at, expires_at
           from orders
          where tenant_id = $1 and id = $2
            for update",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    row.map(Order::try_from).transpose()
}

/// The one order of a cart that is not cancelled.
pub(crate) async fn find_by_cart(
    tx: &mut TenantTx,
    cart_id: CartId,
) -> Result<Option<OrderId>, DbError> {
    let id: Option<Uuid> = sqlx::query_scalar(
        "select id from orders where tenant_id = $1 and cart_id = $2 and status <> 'cancelled'",
    )
    .bind(tx.tenant_id().uuid())
    .bind(cart_id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(OrderId::from_uuid))
}

#[derive(sqlx::FromRow)]
struct LineRow {
    id: Uuid,
    product_id: Uuid,
    variant_id: Uuid,
    merchant_id: Uuid,
    sku: Option<String>,
    title: String,
    variant_title: String,
    image_key: Option<String>,
    quantity: i32,
    unit_price_minor: i64,
    net_minor: i64,
    tax_minor: i64,
    refunded_quantity: i32,
}

/// The lines of an order, in the cart's order.
pub(crate) async fn lines(tx: &mut TenantTx, order_id: OrderId) -> Result<Vec<OrderLine>, DbError> {
    let rows: Vec<LineRow> = sqlx::query_as(
        "select id, product_id, variant_id, merchant_id, sku, title, variant_title, image_key,
                quantity, unit_price_minor, net_minor, tax_minor, refunded_quantity
           from order_lines
          where tenant_id = $1 and order_id = $2
          order by position",
    )
    .bind(tx.tenant_id().uuid())
    .bind(order_id.uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OrderLine {
            id: OrderLineId::from_uuid(row.id),
            product_id: ProductId::from_uuid(row.product_id),
            variant_id: VariantId::from_uuid(row.variant_id),
            merchant_id: MerchantId::from_uuid(row.merchant_id),
            sku: row.sku,
            title: row.title,
            variant_title: row.variant_title,
            image_key: row.image_key,
            quantity: row.quantity,
            unit_price_minor: row.unit_price_minor,
            taxed: Taxed {
                net_minor: row.net_minor,
                tax_minor: row.tax_minor,
            },
            refunded_quantity: row.refunded_quantity,
        })
        .collect())
}

/// Each merchant's part of an order.
pub(crate) async fn shares(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<MerchantShare>, DbError> {
    let rows: Vec<(Uuid, i64, i64, i64, i64)> = sqlx::query_as(
        "select merchant_id, goods_net_minor, goods_tax_minor, shipping_net_minor,
                shipping_tax_minor
           from order_shares
          where tenant_id = $1 and order_id = $2
          order by merchant_id",
    )
    .bind(tx.tenant_id().uuid())
    .bind(order_id.uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| MerchantShare {
            merchant_id: MerchantId::from_uuid(row.0),
            goods: Taxed {
                net_minor: row.1,
                tax_minor: row.2,
            },
            shipping: Taxed {
                net_minor: row.3,
                tax_minor: row.4,
            },
        })
        .collect())
}

#[derive(sqlx::FromRow)]
struct SummaryRow {
    id: Uuid,
    number: i64,
    status: String,
    payment_status: String,
    email: String,
    currency: String,
    total_minor: i64,
    refunded_minor: i64,
    placed_at: OffsetDateTime,
}

impl TryFrom<SummaryRow> for OrderSummary {
    type Error = DbError;

    fn try_from(row: SummaryRow) -> Result<Self, DbError> {
        let currency: Currency = row.currency.parse().map_err(DbError::unreadable)?;
        Ok(Self {
            id: OrderId::from_uuid(row.id),
            number: row.number,
            status: row.status.parse()?,
            payment_status: row.payment_status.parse()?,
            email: Email::parse(&row.email).map_err(DbError::unreadable)?,
            total: Money::new(row.total_minor, currency),
            refunded: Money::new(row.refunded_minor, currency),
            placed_at: row.placed_at,
        })
    }
}

/// The newest orders first, `limit` of them. Ids grow with time, so they are the order.
pub(in crate::orders) async fn list(
    tx: &mut TenantTx,
    query: ListOrders,
    limit: i64,
) -> Result<Vec<OrderSummary>, DbError> {
    let rows: Vec<SummaryRow> = match query.status {
        Some(status) => {
            sqlx::query_as(
                "select id, number, status, payment_status, email, currency, total_minor,
                        refunded_minor, placed_at
                   from orders
                  where tenant_id = $1 and ($2::uuid is null or id < $2) and status = $4
                  order by id desc
                  limit $3",
            )
            .bind(tx.tenant_id().uuid())
            .bind(query.after.map(OrderId::uuid))
            .bind(limit)
            .bind(status.name())
            .fetch_all(tx.conn())
            .await?
        }
        None => {
            sqlx::query_as(
                "select id, number, status, payment_status, email, currency, total_minor,
                        refunded_minor, placed_at
                   from orders
                  where tenant_id = $1 and ($2::uuid is null or id < $2)
                  order by id desc
                  limit $3",
            )
            .bind(tx.tenant_id().uuid())
            .bind(query.after.map(OrderId::uuid))
            .bind(limit)
            .fetch_all(tx.conn())
            .await?
        }
    };
    rows.into_iter().map(OrderSummary::try_from).collect()
}

/// The newest orders of an account first, `limit` of them.
pub(in crate::orders) async fn list_of(
    tx: &mut TenantTx,
    user_id: UserId,
    after: Option<OrderId>,
    limit: i64,
) -> Result<Vec<OrderSummary>, DbError> {
    let rows: Vec<SummaryRow> = sqlx::query_as(
        "select id, number, status, payment_status, email, currency, total_minor,
                refunded_minor, placed_at
           from orders
          where tenant_id = $1 and user_id = $2 and ($3::uuid is null or id < $3)
          order by id desc
          limit $4",
    )
    .bind(tx.tenant_id().uuid())
    .bind(user_id.uuid())
    .bind(after.map(OrderId::uuid))
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(OrderSummary::try_from).collect()
}

/// Whether an order is of this account.
pub(in crate::orders) async fn is_of(
    tx: &mut TenantTx,
    user_id: UserId,
    id: OrderId,
) -> Result<bool, DbError> {
    let is_of = sqlx::query_scalar(
        "select exists (select from orders where tenant_id = $1 and id = $2 and user_id = $3)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(user_id.uuid())
    .fetch_one(tx.conn())
    .await?;
    Ok(is_of)
}
