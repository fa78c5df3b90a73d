//! Every statement about tags and archived orders.

use std::collections::BTreeSet;

use db::{DbError, TenantTx};
use kernel::ids::OrderId;
use time::OffsetDateTime;

use super::Filed;

/// What an order is filed under.
pub(in crate::orders) async fn of_order(tx: &mut TenantTx, id: OrderId) -> Result<Filed, DbError> {
    let found: Option<(Vec<String>, Option<OffsetDateTime>)> = sqlx::query_as(
        "select array(select t.tag from order_tags t
                       where t.tenant_id = $1 and t.order_id = $2 order by t.tag),
                archived_at
           from orders
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    let (tags, archived_at) = found.unwrap_or_default();
    Ok(Filed { tags, archived_at })
}

/// Those of the orders that exist.
pub(super) async fn known(
    tx: &mut TenantTx,
    ids: &[OrderId],
) -> Result<BTreeSet<OrderId>, DbError> {
    let known: Vec<OrderId> =
        sqlx::query_scalar("select id from orders where tenant_id = $1 and id = any($2)")
            .bind(tx.tenant_id())
            .bind(ids)
            .fetch_all(tx.conn())
            .await?;
    Ok(known.into_iter().collect())
}

/// Gives an order tags; those that it has stay.
pub(super) async fn add_tags(
    tx: &mut TenantTx,
    id: OrderId,
    tags: &[String],
) -> Result<(), DbError> {
    sqlx::query(
        "insert into order_tags (tenant_id, order_id, tag)
         select $1, $2, tag from unnest($3::text[]) as tag
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(tags)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes tags from an order.
pub(super) async fn remove_tags(
    tx: &mut TenantTx,
    id: OrderId,
    tags: &[String],
) -> Result<(), DbError> {
    sqlx::query("delete from order_tags where tenant_id = $1 and order_id = $2 and tag = any($3)")
        .bind(tx.tenant_id())
        .bind(id)
        .bind(tags)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Takes all tags but these from an order.
pub(super) async fn keep_tags(
    tx: &mut TenantTx,
    id: OrderId,
    tags: &[String],
) -> Result<(), DbError> {
    sqlx::query("delete from order_tags where tenant_id = $1 and order_id = $2 and tag <> all($3)")
        .bind(tx.tenant_id())
        .bind(id)
        .bind(tags)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Archives an order from now on, or no more. One that is archived stays as it is.
pub(super) async fn archive(
    tx: &mut TenantTx,
    id: OrderId,
    at: Option<OffsetDateTime>,
) -> Result<(), DbError> {
    sqlx::query(
        "update orders
            set archived_at = $3
          where tenant_id = $1 and id = $2 and (archived_at is null) = ($3::timestamptz is not null)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(at)
    .execute(tx.conn())
    .await?;
    Ok(())
}
