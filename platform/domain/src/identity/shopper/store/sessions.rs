//! Every statement about the devices that shoppers are signed in on.

use db::{DbError, TenantTx};
use kernel::ids::{SessionId, UserId};
use time::OffsetDateTime;

use crate::identity::shopper::model::Session;

/// A refresh token that was presented, of a session that is not over.
#[derive(Debug)]
pub(in crate::identity::shopper) struct Presented {
    pub(in crate::identity::shopper) session_id: SessionId,
    pub(in crate::identity::shopper) user_id: UserId,
    pub(in crate::identity::shopper) began_at: OffsetDateTime,
    pub(in crate::identity::shopper) generation: i64,
    /// When the first token of its generation was used.
    pub(in crate::identity::shopper) first_used_at: Option<OffsetDateTime>,
    /// Whether a later generation, or a newer token of its own, was used.
    pub(in crate::identity::shopper) is_followed: bool,
}

/// A refresh token that is given.
#[derive(Debug)]
pub(in crate::identity::shopper) struct NewToken<'a> {
    pub(in crate::identity::shopper) session_id: SessionId,
    pub(in crate::identity::shopper) hash: &'a [u8],
    pub(in crate::identity::shopper) generation: i64,
}

pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    user_id: UserId,
    session: &Session,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into sessions (tenant_id, id, user_id, device, created_at, last_used_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tx.tenant_id())
    .bind(session.id)
    .bind(user_id)
    .bind(&session.device)
    .bind(session.created_at)
    .bind(session.last_used_at)
    .bind(session.expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::identity::shopper) async fn put_token(
    tx: &mut TenantTx,
    token: &NewToken<'_>,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into refresh_tokens (tenant_id, token_hash, session_id, generation, issued_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(tx.tenant_id())
    .bind(token.hash)
    .bind(token.session_id)
    .bind(token.generation)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What is known of a refresh token. Its session is locked, so that two who bring tokens of one
/// session come one after the other.
pub(in crate::identity::shopper) async fn present(
    tx: &mut TenantTx,
    hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<Presented>, DbError> {
    let session: Option<(SessionId, UserId, OffsetDateTime)> = sqlx::query_as(
        "select s.id, s.user_id, s.created_at
           from refresh_tokens t
           join sessions s on s.tenant_id = $1 and s.id = t.session_id
          where t.tenant_id = $1 and t.token_hash = $2 and s.expires_at > $3
            for update of s",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    let Some((session_id, user_id, began_at)) = session else {
        return Ok(None);
    };
    // Read under the lock: what was read before it may be from before another's turn.
    let row: Option<(i64, Option<OffsetDateTime>, bool)> = sqlx::query_as(
        "with family as (
           select token_hash, issued_at, consumed_at,
                  coalesce(generation, (extract(epoch from issued_at) * 1000000)::bigint) as generation
             from refresh_tokens
            where tenant_id = $1 and session_id = $3
         )
         select t.generation,
                (select min(other.consumed_at) from family other
                  where other.generation = t.generation),
                exists (select from family later
                         where later.consumed_at is not null
                           and (later.generation > t.generation
                                or later.generation = t.generation
                                   and later.issued_at > t.issued_at))
           from family t
          where t.token_hash = $2",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(session_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(
        row.map(|(generation, first_used_at, is_followed)| Presented {
            session_id,
            user_id,
            began_at,
            generation,
            first_used_at,
            is_followed,
        }),
    )
}

/// Marks a token as used, and what was given for it. The time of its first use stays.
pub(in crate::identity::shopper) async fn consume(
    tx: &mut TenantTx,
    hash: &[u8],
    successor: &[u8],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update refresh_tokens set consumed_at = coalesce(consumed_at, $4), successor = $3
          where tenant_id = $1 and token_hash = $2",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(successor)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Forgets tokens of a session that were used before `before`.
pub(in crate::identity::shopper) async fn forget_used(
    tx: &mut TenantTx,
    session_id: SessionId,
    before: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from refresh_tokens where tenant_id = $1 and session_id = $2 and consumed_at < $3",
    )
    .bind(tx.tenant_id())
    .bind(session_id)
    .bind(before)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::identity::shopper) async fn prolong(
    tx: &mut TenantTx,
    id: SessionId,
    now: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update sessions set last_used_at = $3, expires_at = $4 where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::identity::shopper) async fn is_live(
    tx: &mut TenantTx,
    user_id: UserId,
    id: SessionId,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let is_live = sqlx::query_scalar(
        "select exists (select from sessions
                         where tenant_id = $1 and id = $2 and user_id = $3 and expires_at > $4)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(user_id)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok(is_live)
}

pub(in crate::identity::shopper) async fn of_user(
    tx: &mut TenantTx,
    user_id: UserId,
    now: OffsetDateTime,
) -> Result<Vec<Session>, DbError> {
    type Row = (
        SessionId,
        String,
        OffsetDateTime,
        OffsetDateTime,
        OffsetDateTime,
    );
    let rows: Vec<Row> = sqlx::query_as(
        "select id, device, created_at, last_used_at, expires_at
           from sessions
          where tenant_id = $1 and user_id = $2 and expires_at > $3
          order by last_used_at desc, id desc
          limit 100",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(now)
    .fetch_all(tx.conn())
    .await?;
    let session = |(id, device, created_at, last_used_at, expires_at): Row| Session {
        id,
        device,
        created_at,
        last_used_at,
        expires_at,
    };
    Ok(rows.into_iter().map(session).collect())
}

pub(in crate::identity::shopper) async fn end(
    tx: &mut TenantTx,
    id: SessionId,
) -> Result<(), DbError> {
    sqlx::query("delete from sessions where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends a session if it is the user's; tells whether it was.
pub(in crate::identity::shopper) async fn end_own(
    tx: &mut TenantTx,
    user_id: UserId,
    id: SessionId,
) -> Result<bool, DbError> {
    let done =
        sqlx::query("delete from sessions where tenant_id = $1 and id = $2 and user_id = $3")
            .bind(tx.tenant_id())
            .bind(id)
            .bind(user_id)
            .execute(tx.conn())
            .await?;
    Ok(done.rows_affected() == 1)
}

pub(in crate::identity::shopper) async fn end_by_token(
    tx: &mut TenantTx,
    hash: &[u8],
) -> Result<(), DbError> {
    sqlx::query(
        "delete from sessions s using refresh_tokens t
          where t.tenant_id = $1 and t.token_hash = $2
            and s.tenant_id = $1 and s.id = t.session_id",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::identity) async fn end_all(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<(), DbError> {
    sqlx::query("delete from sessions where tenant_id = $1 and user_id = $2")
        .bind(tx.tenant_id())
        .bind(user_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends every session of a user but this one.
pub(in crate::identity::shopper) async fn end_others(
    tx: &mut TenantTx,
    user_id: UserId,
    kept: SessionId,
) -> Result<(), DbError> {
    sqlx::query("delete from sessions where tenant_id = $1 and user_id = $2 and id <> $3")
        .bind(tx.tenant_id())
        .bind(user_id)
        .bind(kept)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends all but the `most` sessions that were used last.
pub(in crate::identity::shopper) async fn end_surplus(
    tx: &mut TenantTx,
    user_id: UserId,
    most: i64,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from sessions
          where tenant_id = $1
            and id in (select id from sessions
                        where tenant_id = $1 and user_id = $2
                        order by last_used_at desc, id desc
                       offset $3)",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(most)
    .execute(tx.conn())
    .await?;
    Ok(())
}
