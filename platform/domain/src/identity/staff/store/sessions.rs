//! Every statement about the devices that staff is signed in on.

use db::{DbError, TenantTx};
use kernel::ids::{SessionId, StaffId};
use time::OffsetDateTime;

use crate::identity::staff::sessions::StaffDevice;

/// A refresh token that was presented, of a session that is not over.
#[derive(Debug)]
pub(in crate::identity::staff) struct Presented {
    pub(in crate::identity::staff) session_id: SessionId,
    pub(in crate::identity::staff) staff_id: StaffId,
    pub(in crate::identity::staff) began_at: OffsetDateTime,
    pub(in crate::identity::staff) used_at: Option<OffsetDateTime>,
}

pub(in crate::identity::staff) async fn put(
    tx: &mut TenantTx,
    staff_id: StaffId,
    device: &StaffDevice,
    verified_at: Option<OffsetDateTime>,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into staff_sessions
                (tenant_id, id, staff_id, device, created_at, last_used_at, expires_at, verified_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tx.tenant_id())
    .bind(device.id)
    .bind(staff_id)
    .bind(&device.name)
    .bind(device.created_at)
    .bind(device.last_used_at)
    .bind(device.expires_at)
    .bind(verified_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::identity::staff) async fn put_token(
    tx: &mut TenantTx,
    session_id: SessionId,
    hash: &[u8],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into staff_refresh_tokens (tenant_id, token_hash, session_id, issued_at)
         values ($1, $2, $3, $4)",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(session_id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What is known of a refresh token. Its session is locked: of two who bring one token the second sees that
/// it was used.
pub(in crate::identity::staff) async fn present(
    tx: &mut TenantTx,
    hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<Presented>, DbError> {
    let session: Option<(SessionId, StaffId, OffsetDateTime)> = sqlx::query_as(
        "select s.id, s.staff_id, s.created_at
           from staff_refresh_tokens t
           join staff_sessions s on s.tenant_id = $1 and s.id = t.session_id
           left join staff_security f on f.staff_id = s.staff_id
          where t.tenant_id = $1 and t.token_hash = $2 and s.expires_at > $3
            and (f.sessions_valid_from is null or s.created_at >= f.sessions_valid_from)
            for update of s",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    let Some((session_id, staff_id, began_at)) = session else {
        return Ok(None);
    };
    // Read under the lock: what was read before it may be from before another's turn.
    let used_at: Option<OffsetDateTime> = sqlx::query_scalar(
        "select used_at from staff_refresh_tokens where tenant_id = $1 and token_hash = $2",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .fetch_one(tx.conn())
    .await?;
    Ok(Some(Presented {
        session_id,
        staff_id,
        began_at,
        used_at,
    }))
}

pub(in crate::identity::staff) async fn consume(
    tx: &mut TenantTx,
    hash: &[u8],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update staff_refresh_tokens set used_at = $3 where tenant_id = $1 and token_hash = $2",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::identity::staff) async fn prolong(
    tx: &mut TenantTx,
    id: SessionId,
    now: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update staff_sessions set last_used_at = $3, expires_at = $4 where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes that a second factor was given in a session.
pub(in crate::identity::staff) async fn verify(
    tx: &mut TenantTx,
    id: SessionId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query("update staff_sessions set verified_at = $3 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The sessions of a member that are not over, the one used last first.
pub(in crate::identity::staff) async fn of_member(
    tx: &mut TenantTx,
    staff_id: StaffId,
    now: OffsetDateTime,
) -> Result<Vec<StaffDevice>, DbError> {
    Ok(sqlx::query_as(
        "select s.id, s.device as name, s.created_at, s.last_used_at, s.expires_at
           from staff_sessions s
           left join staff_security f on f.staff_id = s.staff_id
          where s.tenant_id = $1 and s.staff_id = $2 and s.expires_at > $3
            and (f.sessions_valid_from is null or s.created_at >= f.sessions_valid_from)
          order by s.last_used_at desc, s.id desc
          limit 100",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(now)
    .fetch_all(tx.conn())
    .await?)
}

pub(in crate::identity::staff) async fn end(
    tx: &mut TenantTx,
    staff_id: StaffId,
    id: SessionId,
) -> Result<bool, DbError> {
    let ended = sqlx::query(
        "delete from staff_sessions where tenant_id = $1 and id = $2 and staff_id = $3",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(staff_id)
    .execute(tx.conn())
    .await?;
    Ok(ended.rows_affected() == 1)
}

pub(in crate::identity::staff) async fn end_by_token(
    tx: &mut TenantTx,
    hash: &[u8],
) -> Result<(), DbError> {
    sqlx::query(
        "delete from staff_sessions s using staff_refresh_tokens t
          where t.tenant_id = $1 and t.token_hash = $2
            and s.tenant_id = $1 and s.id = t.session_id",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends every session of a member but this one.
pub(in crate::identity::staff) async fn end_others(
    tx: &mut TenantTx,
    staff_id: StaffId,
    kept: SessionId,
) -> Result<(), DbError> {
    sqlx::query("delete from staff_sessions where tenant_id = $1 and staff_id = $2 and id <> $3")
        .bind(tx.tenant_id())
        .bind(staff_id)
        .bind(kept)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends all but the `most` sessions of a member that were used last.
pub(in crate::identity::staff) async fn end_surplus(
    tx: &mut TenantTx,
    staff_id: StaffId,
    most: i64,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from staff_sessions
          where tenant_id = $1
            and id in (select id from staff_sessions
                        where tenant_id = $1 and staff_id = $2
                        order by last_used_at desc, id desc
                       offset $3)",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(most)
    .execute(tx.conn())
    .await?;
    Ok(())
}
