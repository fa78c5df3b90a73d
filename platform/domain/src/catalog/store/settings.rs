//! What a tenant wants of its catalogue.

use db::{DbError, TenantTx};

/// Whether no two variants that are sold may share a stock keeping unit.
pub(in crate::catalog) async fn unique_skus(tx: &mut TenantTx) -> Result<bool, DbError> {
    let found: Option<bool> =
        sqlx::query_scalar("select unique_skus from catalog_settings where tenant_id = $1")
            .bind(tx.tenant_id())
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.unwrap_or(false))
}

/// Keeps the setting as it is until the transaction ends: whoever writes variants needs it so.
pub(in crate::catalog) async fn hold(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query("select pg_advisory_xact_lock_shared(hashtextextended('skus/' || $1::text, 0))")
        .bind(tx.tenant_id())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Changes the setting. `variants_unique_sku_key` refuses it when variants share one.
pub(in crate::catalog) async fn set_unique_skus(
    tx: &mut TenantTx,
    are_unique: bool,
) -> Result<(), DbError> {
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('skus/' || $1::text, 0))")
        .bind(tx.tenant_id())
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into catalog_settings (tenant_id, unique_skus)
         values ($1, $2)
         on conflict (tenant_id) do update set unique_skus = excluded.unique_skus",
    )
    .bind(tx.tenant_id())
    .bind(are_unique)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "update variants
            set unique_sku = case when $2 then sku end
          where tenant_id = $1 and sku is not null",
    )
    .bind(tx.tenant_id())
    .bind(are_unique)
    .execute(tx.conn())
    .await?;
    Ok(())
}
