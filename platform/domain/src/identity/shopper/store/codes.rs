//! Every statement about codes that shoppers sign in with.

use db::{DbError, TenantTx};
use kernel::ids::UserId;
use time::OffsetDateTime;

pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    user_id: UserId,
    code_hash: &[u8],
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<(), DbError> {
    sqlx::query(
        "insert into login_codes (tenant_id, user_id, code_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, user_id) do update
            set code_hash = $3, created_at = $4, expires_at = $5",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(code_hash)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Uses a code up; `false` when it is not the account's, or not good any more.
pub(in crate::identity::shopper) async fn take(
    tx: &mut TenantTx,
    user_id: UserId,
    code_hash: &[u8],
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "delete from login_codes
          where tenant_id = $1 and user_id = $2 and code_hash = $3 and expires_at > $4",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(code_hash)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
