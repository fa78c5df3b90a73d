//! How far a tenant's reports are, and what it wants of them.

use db::{DbError, TenantTx};
use time::OffsetDateTime;

use super::customers;

/// How far a tenant's reports are.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(in crate::analytics) struct State {
    /// The zone that days are counted in.
    pub(in crate::analytics) time_zone: String,
    /// The last rebuild.
    pub(in crate::analytics) run: i64,
}

/// Locks the tenant's state, making it when it is not there: one writer at a time.
pub(in crate::analytics) async fn lock(tx: &mut TenantTx) -> Result<State, DbError> {
    sqlx::query(
        "insert into report_states (tenant_id, time_zone)
         values ($1, coalesce((select s.time_zone from report_settings s where s.tenant_id = $1), 'UTC'))
         on conflict (tenant_id) do nothing",
    )
    .bind(tx.tenant_id())
    .execute(tx.conn())
    .await?;
    Ok(
        sqlx::query_as("select time_zone, run from report_states where tenant_id = $1 for update")
            .bind(tx.tenant_id())
            .fetch_one(tx.conn())
            .await?,
    )
}

/// Forgets everything that was counted, and has it counted in the zone of the settings from now on. The number of
/// the rebuild.
pub(in crate::analytics) async fn clear(tx: &mut TenantTx) -> Result<i64, DbError> {
    sqlx::query("delete from report_entries where tenant_id = $1")
        .bind(tx.tenant_id())
        .execute(tx.conn())
        .await?;
    sqlx::query("delete from report_days where tenant_id = $1")
        .bind(tx.tenant_id())
        .execute(tx.conn())
        .await?;
    customers::clear(tx).await?;
    Ok(sqlx::query_scalar(
        "update report_states
            set run = run + 1, is_rebuilding = true,
                time_zone = coalesce((select s.time_zone from report_settings s where s.tenant_id = $1), 'UTC')
          where tenant_id = $1
         returning run",
    )
    .bind(tx.tenant_id())
    .fetch_one(tx.conn())
    .await?)
}

/// Every order is counted.
pub(in crate::analytics) async fn finish(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query("update report_states set is_rebuilding = false where tenant_id = $1")
        .bind(tx.tenant_id())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The zone that the tenant has set.
pub(in crate::analytics) async fn time_zone(tx: &mut TenantTx) -> Result<Option<String>, DbError> {
    Ok(
        sqlx::query_scalar("select time_zone from report_settings where tenant_id = $1")
            .bind(tx.tenant_id())
            .fetch_optional(tx.conn())
            .await?,
    )
}

/// How far reports can be read.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(in crate::analytics) struct Progress {
    /// The zone that days are counted in.
    pub(in crate::analytics) time_zone: String,
    pub(in crate::analytics) is_rebuilding: bool,
    pub(in crate::analytics) as_of: Option<OffsetDateTime>,
}

/// How far the tenant's reports are; none before the first order.
pub(in crate::analytics) async fn progress(tx: &mut TenantTx) -> Result<Option<Progress>, DbError> {
    Ok(sqlx::query_as(
        "select time_zone, is_rebuilding, as_of from report_states where tenant_id = $1",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?)
}

/// Whether the tenant's reports are being made again.
pub(in crate::analytics) async fn is_rebuilding(tx: &mut TenantTx) -> Result<bool, DbError> {
    let found = sqlx::query_scalar("select is_rebuilding from report_states where tenant_id = $1")
        .bind(tx.tenant_id())
        .fetch_optional(tx.conn())
        .await?;
    Ok(found.unwrap_or_default())
}

/// Sets the zone, and whether events need consent if that is said; whether they do.
pub(in crate::analytics) async fn put_settings(
    tx: &mut TenantTx,
    time_zone: &str,
    events_need_consent: Option<bool>,
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "insert into report_settings as s (tenant_id, time_zone, events_need_consent)
         values ($1, $2, coalesce($3, true))
         on conflict (tenant_id) do update
            set time_zone = excluded.time_zone,
                events_need_consent = coalesce($3, s.events_need_consent)
         returning events_need_consent",
    )
    .bind(tx.tenant_id())
    .bind(time_zone)
    .bind(events_need_consent)
    .fetch_one(tx.conn())
    .await?)
}

/// Whether events need consent.
pub(in crate::analytics) async fn events_need_consent(tx: &mut TenantTx) -> Result<bool, DbError> {
    let found =
        sqlx::query_scalar("select events_need_consent from report_settings where tenant_id = $1")
            .bind(tx.tenant_id())
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.unwrap_or(true))
}

/// Whether the database knows a time zone of this name.
pub(in crate::analytics) async fn has_zone(tx: &mut TenantTx, name: &str) -> Result<bool, DbError> {
    Ok(
        sqlx::query_scalar("select exists (select from pg_timezone_names where name = $1)")
            .bind(name)
            .fetch_one(tx.conn())
            .await?,
    )
}
