//! Every statement about secret keys.

use std::net::IpAddr;

use db::{DbError, TenantTx};
use kernel::ids::{ApiKeyId, StaffId};
use kernel::{Permission, Permissions};
use time::OffsetDateTime;
use uuid::Uuid;

use super::ApiKey;

#[derive(sqlx::FromRow)]
struct KeyRow {
    id: Uuid,
    name: String,
    last_four: String,
    authorities: Vec<String>,
    networks: Vec<String>,
    created_at: OffsetDateTime,
    created_by: Uuid,
    expires_at: Option<OffsetDateTime>,
    revoked_at: Option<OffsetDateTime>,
    last_used_at: Option<OffsetDateTime>,
}

impl From<KeyRow> for ApiKey {
    fn from(row: KeyRow) -> Self {
        Self {
            id: ApiKeyId::from_uuid(row.id),
            name: row.name,
            last_four: row.last_four,
            authorities: permissions(&row.authorities),
            networks: row.networks,
            created_at: row.created_at,
            created_by: StaffId::from_uuid(row.created_by),
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
            last_used_at: row.last_used_at,
        }
    }
}

/// What is not an authority any more allows nothing.
fn permissions(names: &[String]) -> Permissions {
    let known = Permission::ALL.iter().copied();
    known
        .filter(|permission| names.iter().any(|name| name == permission.name()))
        .collect()
}

/// A key that works, as a request finds it.
pub(super) struct Found {
    pub(super) id: ApiKeyId,
    pub(super) authorities: Permissions,
    /// Whether its use was last noted more than a minute ago.
    pub(super) is_use_noted_late: bool,
}

/// The key with this hash, if it works for this client now.
pub(super) async fn find(
    tx: &mut TenantTx,
    key_sha256: &[u8],
    client: IpAddr,
    now: OffsetDateTime,
) -> Result<Option<Found>, DbError> {
    let row: Option<(Uuid, Vec<String>, bool)> = sqlx::query_as(
        "select id, authorities,
                coalesce(last_used_at < $4::timestamptz - interval '1 minute', true)
           from api_keys
          where tenant_id = $1 and key_sha256 = $2 and revoked_at is null
            and (expires_at is null or expires_at > $4)
            and (cardinality(networks) = 0 or $3::text::inet <<= any (networks::inet[]))",
    )
    .bind(tx.tenant_id().uuid())
    .bind(key_sha256)
    .bind(client.to_canonical().to_string())
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|(id, authorities, is_use_noted_late)| Found {
        id: ApiKeyId::from_uuid(id),
        authorities: permissions(&authorities),
        is_use_noted_late,
    }))
}

pub(super) async fn note_use(
    tx: &mut TenantTx,
    id: ApiKeyId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query("update api_keys set last_used_at = $3 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id().uuid())
        .bind(id.uuid())
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn list(tx: &mut TenantTx) -> Result<Vec<ApiKey>, DbError> {
    let rows: Vec<KeyRow> = sqlx::query_as(
        "select id, name, last_four, authorities, networks, created_at, created_by, expires_at,
                revoked_at, last_used_at
           from api_keys
          where tenant_id = $1
          order by id desc
          limit 1000",
    )
    .bind(tx.tenant_id().uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(ApiKey::from).collect())
}

/// The key, which nobody else changes until the transaction ends.
pub(super) async fn lock(tx: &mut TenantTx, id: ApiKeyId) -> Result<Option<ApiKey>, DbError> {
    let row: Option<KeyRow> = sqlx::query_as(
        "select id, name, last_four, authorities, networks, created_at, created_by, expires_at,
                revoked_at, last_used_at
           from api_keys
          where tenant_id = $1 and id = $2
            for no key update",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(ApiKey::from))
}

/// How many keys work.
pub(super) async fn working(tx: &mut TenantTx, now: OffsetDateTime) -> Result<i64, DbError> {
    Ok(sqlx::query_scalar(
        "select count(*) from api_keys
          where tenant_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(now)
    .fetch_one(tx.conn())
    .await?)
}

pub(super) async fn insert(
    tx: &mut TenantTx,
    key: &ApiKey,
    key_sha256: &[u8],
) -> Result<(), DbError> {
    let authorities: Vec<&str> = key.authorities.iter().map(Permission::name).collect();
    sqlx::query(
        "insert into api_keys
                (tenant_id, id, name, last_four, key_sha256, authorities, networks, created_at,
                 created_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(key.id.uuid())
    .bind(&key.name)
    .bind(&key.last_four)
    .bind(key_sha256)
    .bind(authorities)
    .bind(&key.networks)
    .bind(key.created_at)
    .bind(key.created_by.uuid())
    .bind(key.expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn expire(
    tx: &mut TenantTx,
    id: ApiKeyId,
    at: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query("update api_keys set expires_at = $3 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id().uuid())
        .bind(id.uuid())
        .bind(at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Revokes the key, if it was not before; returns it as it is then.
pub(super) async fn revoke(
    tx: &mut TenantTx,
    id: ApiKeyId,
    now: OffsetDateTime,
) -> Result<Option<ApiKey>, DbError> {
    let row: Option<KeyRow> = sqlx::query_as(
        "update api_keys set revoked_at = coalesce(revoked_at, $3)
          where tenant_id = $1 and id = $2
         returning id, name, last_four, authorities, networks, created_at, created_by, expires_at,
                   revoked_at, last_used_at",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(ApiKey::from))
}
