//! The groups themselves.

use db::{DbError, TenantTx};
use kernel::ids::CustomerGroupId;
use time::OffsetDateTime;

use crate::catalog::groups::{CustomerGroup, CustomerGroupChange};

pub(in crate::catalog::groups) async fn list(
    tx: &mut TenantTx,
) -> Result<Vec<CustomerGroup>, DbError> {
    Ok(sqlx::query_as(
        "select g.id, g.name, g.discount_ppm, g.created_at, g.updated_at,
                (select count(*) from customer_group_members m
                  where m.tenant_id = $1 and m.group_id = g.id) as members
           from customer_groups g
          where g.tenant_id = $1
          order by lower(g.name)",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

pub(in crate::catalog::groups) async fn find(
    tx: &mut TenantTx,
    id: CustomerGroupId,
) -> Result<Option<CustomerGroup>, DbError> {
    Ok(sqlx::query_as(
        "select g.id, g.name, g.discount_ppm, g.created_at, g.updated_at,
                (select count(*) from customer_group_members m
                  where m.tenant_id = $1 and m.group_id = g.id) as members
           from customer_groups g
          where g.tenant_id = $1 and g.id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::catalog::groups) async fn count(tx: &mut TenantTx) -> Result<i64, DbError> {
    // Two that are created at once are counted one after the other.
    sqlx::query("select pg_advisory_xact_lock(7243121, hashtext($1::text))")
        .bind(tx.tenant_id().uuid())
        .execute(tx.conn())
        .await?;
    let found = sqlx::query_scalar("select count(*) from customer_groups where tenant_id = $1")
        .bind(tx.tenant_id())
        .fetch_one(tx.conn())
        .await?;
    Ok(found)
}

pub(in crate::catalog::groups) async fn insert(
    tx: &mut TenantTx,
    group: &CustomerGroup,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into customer_groups (tenant_id, id, name, discount_ppm, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5)",
    )
    .bind(tx.tenant_id())
    .bind(group.id)
    .bind(&group.name)
    .bind(group.discount_ppm)
    .bind(group.created_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::catalog::groups) async fn update(
    tx: &mut TenantTx,
    id: CustomerGroupId,
    change: &CustomerGroupChange,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update customer_groups
            set name = coalesce($3, name), discount_ppm = coalesce($4, discount_ppm), updated_at = $5
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(&change.name)
    .bind(change.discount_ppm)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::catalog::groups) async fn delete(
    tx: &mut TenantTx,
    id: CustomerGroupId,
) -> Result<bool, DbError> {
    let done = sqlx::query("delete from customer_groups where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps a group from being deleted until the transaction ends; whether there is one.
pub(in crate::catalog::groups) async fn lock(
    tx: &mut TenantTx,
    id: CustomerGroupId,
) -> Result<bool, DbError> {
    let found: Option<CustomerGroupId> = sqlx::query_scalar(
        "select id from customer_groups where tenant_id = $1 and id = $2 for key share",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.is_some())
}
