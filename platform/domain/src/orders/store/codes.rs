//! Codes from mails that show an order.

use db::{DbError, TenantTx};
use kernel::ids::{OrderId, StorefrontId};
use time::OffsetDateTime;

use crate::orders::OrderNamed;

/// The order of a storefront with this number and this address.
pub(in crate::orders) async fn find_named(
    tx: &mut TenantTx,
    named: &OrderNamed,
    storefront_id: StorefrontId,
) -> Result<Option<OrderId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from orders
          where tenant_id = $1 and number = $2 and email = $3 and storefront_id = $4",
    )
    .bind(tx.tenant_id())
    .bind(named.number)
    .bind(named.email.as_str())
    .bind(storefront_id)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::orders) async fn put_code(
    tx: &mut TenantTx,
    order_id: OrderId,
    (code_hash, tries): (&[u8], i16),
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<(), DbError> {
    sqlx::query(
        "insert into order_codes (tenant_id, order_id, code_hash, tries_left, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, order_id) do update
            set code_hash = excluded.code_hash, tries_left = excluded.tries_left,
                created_at = excluded.created_at, expires_at = excluded.expires_at",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .bind(code_hash)
    .bind(tries)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes a try of the code that was sent for an order: the order, and what is kept of the code. Nothing when there is
/// no such order, no code that is good, or no try left.
pub(in crate::orders) async fn try_code(
    tx: &mut TenantTx,
    named: &OrderNamed,
    storefront_id: StorefrontId,
    now: OffsetDateTime,
) -> Result<Option<(OrderId, Vec<u8>)>, DbError> {
    Ok(sqlx::query_as(
        "update order_codes c
            set tries_left = c.tries_left - 1
           from orders o
          where c.tenant_id = $1 and c.expires_at > $5 and c.tries_left > 0
            and o.tenant_id = $1 and o.id = c.order_id and o.number = $2 and o.email = $3
            and o.storefront_id = $4
         returning c.order_id, c.code_hash",
    )
    .bind(tx.tenant_id())
    .bind(named.number)
    .bind(named.email.as_str())
    .bind(storefront_id)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::orders) async fn drop_code(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<(), DbError> {
    sqlx::query("delete from order_codes where tenant_id = $1 and order_id = $2")
        .bind(tx.tenant_id())
        .bind(order_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}
