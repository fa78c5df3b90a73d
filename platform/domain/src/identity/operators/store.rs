//! Every statement about operators.

use db::{DbError, OperatorTx};
use kernel::contact::Email;
use kernel::ids::OperatorId;
use time::OffsetDateTime;

use super::Operator;
use crate::identity::PasswordHash;

/// What is kept of a second factor.
#[derive(Debug, Default, sqlx::FromRow)]
pub(super) struct Factor {
    pub(super) totp_sealed: Option<Vec<u8>>,
    pub(super) totp_enrolled_at: Option<OffsetDateTime>,
    pub(super) recovery_codes: i32,
}

pub(super) async fn find(
    tx: &mut OperatorTx,
    email: &Email,
) -> Result<Option<(Operator, PasswordHash)>, DbError> {
    let row: Option<(OperatorId, String, String)> =
        sqlx::query_as("select id, name, password_hash from operator_credentials($1)")
            .bind(email.as_str())
            .fetch_optional(tx.conn())
            .await?;
    Ok(row.map(|(id, name, hash)| (Operator { id, name }, PasswordHash::from_row(hash))))
}

pub(super) async fn exists(tx: &mut OperatorTx, id: OperatorId) -> Result<bool, DbError> {
    Ok(
        sqlx::query_scalar("select exists (select from operators where id = $1)")
            .bind(id)
            .fetch_one(tx.conn())
            .await?,
    )
}

/// Who it is, and the address to sign in with.
pub(super) async fn profile(
    tx: &mut OperatorTx,
    id: OperatorId,
) -> Result<Option<(Operator, Email)>, DbError> {
    let row: Option<(String, Email)> =
        sqlx::query_as("select name, email from operators where id = $1")
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    Ok(row.map(|(name, email)| (Operator { id, name }, email)))
}

/// Adds an operator, or gives the one with this address another name and password; tells who it
/// is, and whether it is new.
pub(super) async fn put(
    tx: &mut OperatorTx,
    id: OperatorId,
    email: &Email,
    name: &str,
    hash: &PasswordHash,
    now: OffsetDateTime,
) -> Result<(OperatorId, bool), DbError> {
    let kept: OperatorId = sqlx::query_scalar(
        "insert into operators (id, email, name, password_hash, created_at)
         values ($1, $2, $3, $4, $5)
         on conflict (email) do update
            set name = $3, password_hash = $4
         returning id",
    )
    .bind(id)
    .bind(email.as_str())
    .bind(name)
    .bind(hash.as_str())
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok((kept, kept == id))
}

pub(super) async fn factor(tx: &mut OperatorTx, id: OperatorId) -> Result<Factor, DbError> {
    let factor: Option<Factor> = sqlx::query_as(
        "select totp_sealed, totp_enrolled_at, cardinality(recovery_hashes) as recovery_codes
           from operators where id = $1",
    )
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(factor.unwrap_or_default())
}

/// Keeps a seed that is not confirmed yet; `false` when there is a confirmed one.
pub(super) async fn begin_factor(
    tx: &mut OperatorTx,
    id: OperatorId,
    sealed: &[u8],
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update operators set totp_sealed = $2, totp_last_step = null
          where id = $1 and totp_enrolled_at is null",
    )
    .bind(id)
    .bind(sealed)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Confirms the seed with the time step of its first code; `false` when it is another by now.
pub(super) async fn confirm_factor(
    tx: &mut OperatorTx,
    id: OperatorId,
    (sealed, step): (&[u8], i64),
    (recovery_hashes, now): (&[Vec<u8>], OffsetDateTime),
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update operators
            set totp_enrolled_at = $4, totp_last_step = $3, recovery_hashes = $5
          where id = $1 and totp_sealed = $2 and totp_enrolled_at is null",
    )
    .bind(id)
    .bind(sealed)
    .bind(step)
    .bind(now)
    .bind(recovery_hashes)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Uses up the codes of a time step and of all before it; `false` when they are used up already.
pub(super) async fn use_step(
    tx: &mut OperatorTx,
    id: OperatorId,
    step: i64,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update operators set totp_last_step = $2
          where id = $1 and totp_enrolled_at is not null
            and (totp_last_step is null or totp_last_step < $2)",
    )
    .bind(id)
    .bind(step)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Uses up a recovery code; `false` when there is no such code.
pub(super) async fn use_recovery(
    tx: &mut OperatorTx,
    id: OperatorId,
    hash: &[u8],
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update operators set recovery_hashes = array_remove(recovery_hashes, $2)
          where id = $1 and totp_enrolled_at is not null and $2 = any (recovery_hashes)",
    )
    .bind(id)
    .bind(hash)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn replace_recovery(
    tx: &mut OperatorTx,
    id: OperatorId,
    hashes: &[Vec<u8>],
) -> Result<(), DbError> {
    sqlx::query("update operators set recovery_hashes = $2 where id = $1")
        .bind(id)
        .bind(hashes)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn remove_factor(tx: &mut OperatorTx, id: OperatorId) -> Result<(), DbError> {
    sqlx::query(
        "update operators
            set totp_sealed = null, totp_enrolled_at = null, totp_last_step = null, recovery_hashes = '{}'
          where id = $1",
    )
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The seeds of all operators, as they are encrypted.
pub(in crate::identity) async fn seeds(
    tx: &mut OperatorTx,
) -> Result<Vec<(OperatorId, Vec<u8>)>, DbError> {
    Ok(
        sqlx::query_as("select id, totp_sealed from operators where totp_sealed is not null")
            .fetch_all(tx.conn())
            .await?,
    )
}

/// Keeps a seed as it is encrypted now, unless it has changed; whether it was still there.
pub(in crate::identity) async fn replace_seed(
    tx: &mut OperatorTx,
    id: OperatorId,
    (sealed, again): (&[u8], &[u8]),
) -> Result<bool, DbError> {
    let done =
        sqlx::query("update operators set totp_sealed = $3 where id = $1 and totp_sealed = $2")
            .bind(id)
            .bind(sealed)
            .bind(again)
            .execute(tx.conn())
            .await?;
    Ok(done.rows_affected() == 1)
}
