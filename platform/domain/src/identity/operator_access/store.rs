//! Every statement about the access of operators to a tenant's data.

use db::{DbError, TenantTx};
use kernel::ids::{OperatorAccessId, OperatorId};
use kernel::ports::Ids;
use time::OffsetDateTime;

use super::OperatorAccess;

pub(super) async fn insert(
    tx: &mut TenantTx,
    access: &OperatorAccess,
    token_sha256: &[u8],
) -> Result<(), DbError> {
    sqlx::query(
        "insert into operator_access
                (tenant_id, id, operator_id, reason, ticket, may_write, token_sha256, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(tx.tenant_id())
    .bind(access.id)
    .bind(access.operator_id)
    .bind(&access.reason)
    .bind(&access.ticket)
    .bind(access.may_write)
    .bind(token_sha256)
    .bind(access.created_at)
    .bind(access.expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The access that a token opens now.
pub(super) async fn opened(
    tx: &mut TenantTx,
    token_sha256: &[u8],
    now: OffsetDateTime,
) -> Result<Option<(OperatorAccessId, OperatorId, bool)>, DbError> {
    Ok(sqlx::query_as(
        "select id, operator_id, may_write from operator_access
          where tenant_id = $1 and token_sha256 = $2 and ended_at is null and expires_at > $3",
    )
    .bind(tx.tenant_id())
    .bind(token_sha256)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

pub(super) async fn note_use(
    tx: &mut TenantTx,
    access_id: OperatorAccessId,
    operation: &str,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into operator_access_uses (tenant_id, id, access_id, operation, used_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(tx.tenant_id())
    .bind(Ids.uuid())
    .bind(access_id)
    .bind(operation)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The latest first.
pub(super) async fn list(tx: &mut TenantTx) -> Result<Vec<OperatorAccess>, DbError> {
    Ok(sqlx::query_as(
        "select id, operator_id, reason, ticket, may_write, created_at, expires_at, ended_at,
                (select count(*) from operator_access_uses u
                  where u.tenant_id = a.tenant_id and u.access_id = a.id) as requests
           from operator_access a
          where a.tenant_id = $1
          order by a.id desc
          limit 100",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

pub(super) async fn one(
    tx: &mut TenantTx,
    id: OperatorAccessId,
) -> Result<Option<OperatorAccess>, DbError> {
    Ok(sqlx::query_as(
        "select id, operator_id, reason, ticket, may_write, created_at, expires_at, ended_at,
                (select count(*) from operator_access_uses u
                  where u.tenant_id = a.tenant_id and u.access_id = a.id) as requests
           from operator_access a
          where a.tenant_id = $1 and a.id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Ends an access; `false` when there is none. One that is over stays as it is.
pub(super) async fn end(
    tx: &mut TenantTx,
    id: OperatorAccessId,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let ended = sqlx::query(
        "update operator_access set ended_at = coalesce(ended_at, least($3, expires_at))
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(ended.rows_affected() == 1)
}
