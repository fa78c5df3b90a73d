//! Every statement about passwords and second factors of staff. The rows are of persons, whichever tenants
//! they work for; the database shows those of the transaction's tenant.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{SessionId, StaffId};
use kernel::ports::Ids;
use time::{Duration, OffsetDateTime};

use crate::identity::PasswordHash;

/// An address is sent one e-mail in this time, however many are requested.
const MAIL_INTERVAL: Duration = Duration::minutes(1);

/// What is kept of a second factor.
#[derive(Debug, Default, sqlx::FromRow)]
pub(in crate::identity::staff) struct Factor {
    pub(in crate::identity::staff) totp_sealed: Option<Vec<u8>>,
    pub(in crate::identity::staff) totp_enrolled_at: Option<OffsetDateTime>,
    pub(in crate::identity::staff) recovery_codes: i32,
}

pub(in crate::identity::staff) async fn factor(
    tx: &mut TenantTx,
    staff_id: StaffId,
) -> Result<Factor, DbError> {
    let factor: Option<Factor> = sqlx::query_as(
        "select totp_sealed, totp_enrolled_at, cardinality(recovery_hashes) as recovery_codes
           from staff_security where staff_id = $1",
    )
    .bind(staff_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(factor.unwrap_or_default())
}

/// Keeps a seed that is not confirmed yet; `false` when there is a confirmed one.
pub(in crate::identity::staff) async fn begin(
    tx: &mut TenantTx,
    staff_id: StaffId,
    sealed: &[u8],
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into staff_security (staff_id, totp_sealed) values ($1, $2)
         on conflict (staff_id) do update set totp_sealed = $2, totp_last_step = null
          where staff_security.totp_enrolled_at is null",
    )
    .bind(staff_id)
    .bind(sealed)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Confirms the seed with the time step of its first code; `false` when it is another by now.
pub(in crate::identity::staff) async fn confirm(
    tx: &mut TenantTx,
    staff_id: StaffId,
    sealed: &[u8],
    step: i64,
    (recovery_hashes, now): (&[Vec<u8>], OffsetDateTime),
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update staff_security
            set totp_enrolled_at = $4, totp_last_step = $3, recovery_hashes = $5
          where staff_id = $1 and totp_sealed = $2 and totp_enrolled_at is null",
    )
    .bind(staff_id)
    .bind(sealed)
    .bind(step)
    .bind(now)
    .bind(recovery_hashes)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Uses up the codes of a time step and of all before it; `false` when they are used up already.
pub(in crate::identity::staff) async fn use_step(
    tx: &mut TenantTx,
    staff_id: StaffId,
    step: i64,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update staff_security set totp_last_step = $2
          where staff_id = $1 and totp_enrolled_at is not null
            and (totp_last_step is null or totp_last_step < $2)",
    )
    .bind(staff_id)
    .bind(step)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Uses up a recovery code; `false` when there is no such code.
pub(in crate::identity::staff) async fn use_recovery(
    tx: &mut TenantTx,
    staff_id: StaffId,
    hash: &[u8],
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update staff_security set recovery_hashes = array_remove(recovery_hashes, $2)
          where staff_id = $1 and totp_enrolled_at is not null and $2 = any (recovery_hashes)",
    )
    .bind(staff_id)
    .bind(hash)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(in crate::identity::staff) async fn replace_recovery(
    tx: &mut TenantTx,
    staff_id: StaffId,
    hashes: &[Vec<u8>],
) -> Result<(), DbError> {
    sqlx::query("update staff_security set recovery_hashes = $2 where staff_id = $1")
        .bind(staff_id)
        .bind(hashes)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(in crate::identity::staff) async fn remove_factor(
    tx: &mut TenantTx,
    staff_id: StaffId,
) -> Result<(), DbError> {
    sqlx::query(
        "update staff_security
            set totp_sealed = null, totp_enrolled_at = null, totp_last_step = null, recovery_hashes = '{}'
          where staff_id = $1",
    )
    .bind(staff_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives a member another password, and ends every session that began before, in every tenant; `false` when
/// they work here no more.
pub(in crate::identity::staff) async fn set_password(
    tx: &mut TenantTx,
    staff_id: StaffId,
    hash: &PasswordHash,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let is_member: bool = sqlx::query_scalar("select set_staff_password($1, $2)")
        .bind(staff_id)
        .bind(hash.as_str())
        .fetch_one(tx.conn())
        .await?;
    if !is_member {
        return Ok(false);
    }
    sqlx::query(
        "insert into staff_security (staff_id, sessions_valid_from) values ($1, $2)
         on conflict (staff_id) do update set sessions_valid_from = $2",
    )
    .bind(staff_id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    sqlx::query("delete from staff_reset_links where tenant_id = $1 and staff_id = $2")
        .bind(tx.tenant_id())
        .bind(staff_id)
        .execute(tx.conn())
        .await?;
    Ok(true)
}

/// When a second factor was last given in a session.
pub(in crate::identity::staff) async fn verified_at(
    tx: &mut TenantTx,
    session_id: Option<SessionId>,
) -> Result<Option<OffsetDateTime>, DbError> {
    let row: Option<Option<OffsetDateTime>> = sqlx::query_scalar(
        "select verified_at from staff_sessions where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(session_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.flatten())
}

/// Takes the place of an e-mail to an address that anybody can request; `false` when one was sent a moment
/// ago.
pub(in crate::identity::staff) async fn take_mail_slot(
    tx: &mut TenantTx,
    email: &Email,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    // Apart from the places of shoppers, so that neither keeps a letter of the other from being sent.
    let place = Ids::token_hash(&format!("staff {}", email.as_str()));
    let done = sqlx::query(
        "insert into mail_slots (tenant_id, address_hash, purpose, taken_at, expires_at)
         values ($1, $2, 'reset', $3, $4)
         on conflict (tenant_id, address_hash, purpose) do update
            set taken_at = excluded.taken_at, expires_at = excluded.expires_at
          where mail_slots.expires_at <= excluded.taken_at",
    )
    .bind(tx.tenant_id())
    .bind(place)
    .bind(now)
    .bind(now + MAIL_INTERVAL)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(in crate::identity::staff) async fn put_reset_link(
    tx: &mut TenantTx,
    staff_id: StaffId,
    hash: &[u8],
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<(), DbError> {
    sqlx::query(
        "insert into staff_reset_links (tenant_id, token_hash, staff_id, created_at, expires_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(staff_id)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whose password a link resets, if it is good.
pub(in crate::identity::staff) async fn reset_link(
    tx: &mut TenantTx,
    hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<StaffId>, DbError> {
    Ok(sqlx::query_scalar(
        "select staff_id from staff_reset_links
          where tenant_id = $1 and token_hash = $2 and expires_at > $3",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// Uses a link up; whose it was, unless it is not good any more.
pub(in crate::identity::staff) async fn take_reset_link(
    tx: &mut TenantTx,
    hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<StaffId>, DbError> {
    Ok(sqlx::query_scalar(
        "delete from staff_reset_links
          where tenant_id = $1 and token_hash = $2 and expires_at > $3
         returning staff_id",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::identity::staff) async fn requires_factor(
    tx: &mut TenantTx,
) -> Result<bool, DbError> {
    let requires: Option<bool> = sqlx::query_scalar(
        "select requires_second_factor from staff_settings where tenant_id = $1",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?;
    Ok(requires.unwrap_or_default())
}

pub(in crate::identity::staff) async fn require_factor(
    tx: &mut TenantTx,
    requires: bool,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into staff_settings (tenant_id, requires_second_factor, updated_at) values ($1, $2, $3)
         on conflict (tenant_id) do update set requires_second_factor = $2, updated_at = $3
          where staff_settings.requires_second_factor <> $2",
    )
    .bind(tx.tenant_id())
    .bind(requires)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
