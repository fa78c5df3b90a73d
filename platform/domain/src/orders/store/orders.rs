//! Reading orders.

use db::{DbError, TenantTx};
use kernel::ids::{CartId, MerchantId, OrderId, UserId};

use crate::orders::{Order, OrderLine};
use crate::pricing::{MerchantShare, Taxed};

#[derive(sqlx::FromRow)]
struct OrderRow {
    #[sqlx(flatten)]
    order: Order,
    token_hash: Vec<u8>,
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
                fulfillment_status, email, shipping_address, billing_address, shipping_name, currency, tax_included,
                tax_rate_ppm, tax_name, items_minor, shipping_minor, tax_minor, total_minor, refunded_minor,
                placed_at, paid_at, cancelled_at, expires_at, capture, authorized_at, capture_before, payment_action
           from orders
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.order, row.token_hash)))
}

/// The order; nobody else can change it until the transaction ends.
pub(crate) async fn lock(tx: &mut TenantTx, id: OrderId) -> Result<Option<Order>, DbError> {
    Ok(sqlx::query_as(
        "select id, number, storefront_id, cart_id, quote_hash, status, payment_status,
                fulfillment_status, email, shipping_address, billing_address, shipping_name, currency, tax_included,
                tax_rate_ppm, tax_name, items_minor, shipping_minor, tax_minor, total_minor, refunded_minor,
                placed_at, paid_at, cancelled_at, expires_at, capture, authorized_at, capture_before, payment_action
           from orders
          where tenant_id = $1 and id = $2
            for update",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// The one order of a cart that is not cancelled.
pub(crate) async fn find_by_cart(
    tx: &mut TenantTx,
    cart_id: CartId,
) -> Result<Option<OrderId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from orders where tenant_id = $1 and cart_id = $2 and status <> 'cancelled'",
    )
    .bind(tx.tenant_id())
    .bind(cart_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// The lines of an order, in the cart's order.
pub(crate) async fn lines(tx: &mut TenantTx, order_id: OrderId) -> Result<Vec<OrderLine>, DbError> {
    Ok(sqlx::query_as(
        "select l.id, l.product_id, l.variant_id, l.merchant_id,
                json_build_object('slug', m.slug, 'name', m.name) as merchant, l.sku, l.title,
                l.variant_title, l.image_key, l.quantity, l.unit_price_minor, l.net_minor, l.tax_minor,
                l.refunded_quantity, l.fulfilled_quantity, l.returning_quantity,
                l.cancelled_quantity, l.is_final_sale
           from order_lines l
           join merchants m on m.tenant_id = $1 and m.id = l.merchant_id
          where l.tenant_id = $1 and l.order_id = $2
          order by l.position",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Each merchant's part of an order.
pub(crate) async fn shares(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<MerchantShare>, DbError> {
    let rows: Vec<(MerchantId, i64, i64, i64, i64)> = sqlx::query_as(
        "select merchant_id, goods_net_minor, goods_tax_minor, shipping_net_minor,
                shipping_tax_minor
           from order_shares
          where tenant_id = $1 and order_id = $2
          order by merchant_id",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| MerchantShare {
            merchant_id: row.0,
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

/// The account that an order is of.
pub(in crate::orders) async fn user_of(
    tx: &mut TenantTx,
    id: OrderId,
) -> Result<Option<UserId>, DbError> {
    let user_id: Option<Option<UserId>> =
        sqlx::query_scalar("select user_id from orders where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    Ok(user_id.flatten())
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
    .bind(tx.tenant_id())
    .bind(id)
    .bind(user_id)
    .fetch_one(tx.conn())
    .await?;
    Ok(is_of)
}
