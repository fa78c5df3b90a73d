//! Every statement about links that reset a password.

use db::{DbError, TenantTx};
use kernel::ids::UserId;
use time::OffsetDateTime;

pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    user_id: UserId,
    token_hash: &[u8],
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<(), DbError> {
    sqlx::query(
        "insert into reset_links (tenant_id, token_hash, user_id, created_at, expires_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(user_id)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whose password a link resets, if it is good.
pub(in crate::identity::shopper) async fn user_id(
    tx: &mut TenantTx,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<UserId>, DbError> {
    Ok(sqlx::query_scalar(
        "select user_id from reset_links
          where tenant_id = $1 and token_hash = $2 and expires_at > $3",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// Uses a link up; `false` when it is not good any more.
pub(in crate::identity::shopper) async fn take(
    tx: &mut TenantTx,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "delete from reset_links where tenant_id = $1 and token_hash = $2 and expires_at > $3",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends every link of an account, and its code to sign in with.
pub(in crate::identity::shopper) async fn end_all(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<(), DbError> {
    sqlx::query("delete from reset_links where tenant_id = $1 and user_id = $2")
        .bind(tx.tenant_id())
        .bind(user_id)
        .execute(tx.conn())
        .await?;
    sqlx::query("delete from login_codes where tenant_id = $1 and user_id = $2")
        .bind(tx.tenant_id())
        .bind(user_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}
