//! Links of letters to an order's page.

use db::{DbError, TenantTx};
use kernel::ids::OrderId;
use time::OffsetDateTime;

/// Makes a token good for an order.
pub(crate) async fn insert_link(
    tx: &mut TenantTx,
    order_id: OrderId,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into order_links (tenant_id, order_id, token_hash, created_at)
         values ($1, $2, $3, $4)",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .bind(token_hash)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether a letter about the order had this token.
pub(in crate::orders) async fn has_link(
    tx: &mut TenantTx,
    order_id: OrderId,
    token_hash: &[u8],
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from order_links
                         where tenant_id = $1 and order_id = $2 and token_hash = $3)",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .bind(token_hash)
    .fetch_one(tx.conn())
    .await?)
}
