//! Every statement about identity providers.

use db::{DbError, TenantTx};
use kernel::ids::IdentityProviderId;
use time::OffsetDateTime;

use crate::identity::shopper::social::{IdentityProvider, IdentityProviderChange};

/// The constraint that an issuer is one provider of a tenant.
pub(in crate::identity::shopper) const ONE_PROVIDER_AN_ISSUER: &str = "identity_providers_issuer";

pub(in crate::identity::shopper) async fn all(
    tx: &mut TenantTx,
) -> Result<Vec<IdentityProvider>, DbError> {
    Ok(sqlx::query_as(
        "select id, name, issuer, client_id, is_enabled, created_at, updated_at
           from identity_providers where tenant_id = $1 order by created_at, id",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// A provider and its encrypted secret.
pub(in crate::identity::shopper) async fn find(
    tx: &mut TenantTx,
    id: IdentityProviderId,
) -> Result<Option<(IdentityProvider, Vec<u8>)>, DbError> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        provider: IdentityProvider,
        secret_sealed: Vec<u8>,
    }
    let row: Option<Row> = sqlx::query_as(
        "select id, name, issuer, client_id, is_enabled, created_at, updated_at, secret_sealed
           from identity_providers where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.provider, row.secret_sealed)))
}

/// Adds a provider; `false` when there are `most` already.
pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    provider: &IdentityProvider,
    sealed: &[u8],
    most: i64,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into identity_providers (tenant_id, id, name, issuer, client_id, secret_sealed,
                                         is_enabled, created_at, updated_at)
         select $1, $2, $3, $4, $5, $6, $7, $8, $8
          where (select count(*) from identity_providers where tenant_id = $1) < $9",
    )
    .bind(tx.tenant_id())
    .bind(provider.id)
    .bind(&provider.name)
    .bind(&provider.issuer)
    .bind(&provider.client_id)
    .bind(sealed)
    .bind(provider.is_enabled)
    .bind(provider.created_at)
    .bind(most)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(in crate::identity::shopper) async fn change(
    tx: &mut TenantTx,
    id: IdentityProviderId,
    change: &IdentityProviderChange,
    (sealed, now): (Option<&[u8]>, OffsetDateTime),
) -> Result<Option<IdentityProvider>, DbError> {
    Ok(sqlx::query_as(
        "update identity_providers
            set name = coalesce($3, name), client_id = coalesce($4, client_id),
                secret_sealed = coalesce($5, secret_sealed), is_enabled = coalesce($6, is_enabled),
                updated_at = $7
          where tenant_id = $1 and id = $2
         returning id, name, issuer, client_id, is_enabled, created_at, updated_at",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(&change.name)
    .bind(&change.client_id)
    .bind(sealed)
    .bind(change.is_enabled)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::identity::shopper) async fn delete(
    tx: &mut TenantTx,
    id: IdentityProviderId,
) -> Result<bool, DbError> {
    let done = sqlx::query("delete from identity_providers where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}
