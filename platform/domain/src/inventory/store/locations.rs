//! Every statement about locations.

use db::{DbError, TenantTx};
use kernel::ids::LocationId;
use time::OffsetDateTime;

use crate::inventory::locations::{Location, LocationChange};

pub(in crate::inventory) async fn list(tx: &mut TenantTx) -> Result<Vec<Location>, DbError> {
    Ok(sqlx::query_as(
        "select id, name, priority, is_active, is_default, created_at, updated_at
           from locations
          where tenant_id = $1
          order by priority, id",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// The location, which is not changed by others until the transaction ends.
pub(in crate::inventory) async fn find(
    tx: &mut TenantTx,
    id: LocationId,
) -> Result<Option<Location>, DbError> {
    Ok(sqlx::query_as(
        "select id, name, priority, is_active, is_default, created_at, updated_at
           from locations
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::inventory) async fn count(tx: &mut TenantTx) -> Result<i64, DbError> {
    // Two that are created at once are counted one after the other.
    sqlx::query("select pg_advisory_xact_lock(7243122, hashtext($1::text))")
        .bind(tx.tenant_id().uuid())
        .execute(tx.conn())
        .await?;
    let found = sqlx::query_scalar("select count(*) from locations where tenant_id = $1")
        .bind(tx.tenant_id())
        .fetch_one(tx.conn())
        .await?;
    Ok(found)
}

pub(in crate::inventory) async fn insert(
    tx: &mut TenantTx,
    location: &Location,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into locations (tenant_id, id, name, priority, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5)",
    )
    .bind(tx.tenant_id())
    .bind(location.id)
    .bind(&location.name)
    .bind(location.priority)
    .bind(location.created_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Changes a location. The constraint `locations_default_is_active` refuses to switch the default one off.
pub(in crate::inventory) async fn update(
    tx: &mut TenantTx,
    id: LocationId,
    change: &LocationChange,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update locations
            set name = coalesce($3, name), priority = coalesce($4, priority),
                is_active = coalesce($5, is_active), updated_at = $6
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(&change.name)
    .bind(change.priority)
    .bind(change.is_active)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::inventory) async fn holds_stock(
    tx: &mut TenantTx,
    id: LocationId,
) -> Result<bool, DbError> {
    let found = sqlx::query_scalar(
        "select exists (select from location_stock
                         where tenant_id = $1 and location_id = $2 and on_hand <> 0)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_one(tx.conn())
    .await?;
    Ok(found)
}
