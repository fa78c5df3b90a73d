//! Every statement about memberships.

pub(super) mod invitations;
pub(super) mod letters;
pub(super) mod security;
pub(super) mod sessions;
pub(super) mod switches;

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{MerchantId, RoleId, SessionId, StaffId};
use time::OffsetDateTime;

use super::{Colleague, OWNER, Position};
use crate::identity::{AssignedRole, PasswordHash, Role};

/// What somebody is in a tenant.
#[derive(Debug, Clone, Copy)]
pub(in crate::identity) struct Membership {
    pub(in crate::identity) role: AssignedRole,
    /// The merchant that it is held for.
    pub(in crate::identity) merchant_id: Option<MerchantId>,
    /// Version of a role of the tenant's own.
    pub(in crate::identity) version: i32,
    pub(super) suspended_at: Option<OffsetDateTime>,
}

type MembershipRow = (
    Option<Role>,
    Option<RoleId>,
    Option<MerchantId>,
    Option<i32>,
    Option<OffsetDateTime>,
);

fn of_row(row: MembershipRow) -> Result<Membership, DbError> {
    let (role, role_id, merchant_id, version, suspended_at) = row;
    Ok(Membership {
        role: one(role, role_id)?,
        merchant_id,
        version: version.unwrap_or_default(),
        suspended_at,
    })
}

fn one(role: Option<Role>, role_id: Option<RoleId>) -> Result<AssignedRole, DbError> {
    AssignedRole::of_row(role, role_id).ok_or_else(|| DbError::unreadable("no role"))
}

/// What somebody who may work is in the tenant of the transaction, if anything.
pub(in crate::identity) async fn membership(
    tx: &mut TenantTx,
    staff_id: StaffId,
) -> Result<Option<Membership>, DbError> {
    let row: Option<MembershipRow> = sqlx::query_as(
        "select m.role, m.role_id, m.merchant_id, r.version, m.suspended_at
           from memberships m
           left join roles r on r.tenant_id = m.tenant_id and r.id = m.role_id
          where m.tenant_id = $1 and m.staff_id = $2 and m.suspended_at is null",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .fetch_optional(tx.conn())
    .await?;
    row.map(of_row).transpose()
}

/// What is known of a second factor while its owner makes a request.
#[derive(Debug, Clone, Copy)]
pub(super) struct FactorState {
    pub(super) verified_at: Option<OffsetDateTime>,
    pub(super) is_enrolled: bool,
    pub(super) is_required: bool,
}

#[derive(sqlx::FromRow)]
struct InSessionRow {
    role: Option<Role>,
    role_id: Option<RoleId>,
    merchant_id: Option<MerchantId>,
    version: Option<i32>,
    verified_at: Option<OffsetDateTime>,
    is_enrolled: bool,
    is_required: bool,
}

/// The same, of somebody in a session that is not over, and what is known of their second factor.
pub(super) async fn in_session(
    tx: &mut TenantTx,
    staff_id: StaffId,
    session_id: SessionId,
    now: OffsetDateTime,
) -> Result<Option<(Membership, FactorState)>, DbError> {
    let row: Option<InSessionRow> = sqlx::query_as(
        "select m.role, m.role_id, m.merchant_id, r.version, s.verified_at,
                f.totp_enrolled_at is not null as is_enrolled,
                coalesce(t.requires_second_factor, false) as is_required
           from memberships m
           join staff_sessions s
             on s.tenant_id = m.tenant_id and s.id = $3 and s.staff_id = m.staff_id and s.expires_at > $4
           left join roles r on r.tenant_id = m.tenant_id and r.id = m.role_id
           left join staff_security f on f.staff_id = m.staff_id
           left join staff_settings t on t.tenant_id = m.tenant_id
          where m.tenant_id = $1 and m.staff_id = $2 and m.suspended_at is null
            and (f.sessions_valid_from is null or s.created_at >= f.sessions_valid_from)",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(session_id)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let membership = of_row((row.role, row.role_id, row.merchant_id, row.version, None))?;
    let factor = FactorState {
        verified_at: row.verified_at,
        is_enrolled: row.is_enrolled,
        is_required: row.is_required,
    };
    Ok(Some((membership, factor)))
}

/// An account that may sign in, as kept.
pub(in crate::identity) struct Account {
    pub(in crate::identity) id: StaffId,
    pub(in crate::identity) name: String,
    pub(in crate::identity) hash: PasswordHash,
}

pub(in crate::identity) async fn sign_in(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<Account>, DbError> {
    // No role that serves requests reads `staff`: the function finds one person, of this tenant.
    let row: Option<(StaffId, String, String)> =
        sqlx::query_as("select id, name, password_hash from staff_sign_in($1)")
            .bind(email.as_str())
            .fetch_optional(tx.conn())
            .await?;
    Ok(row.map(|(id, name, hash)| Account {
        id,
        name,
        hash: PasswordHash::from_row(hash),
    }))
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    id: StaffId,
    email: Email,
    name: String,
    role: Option<Role>,
    role_id: Option<RoleId>,
    merchant_id: Option<MerchantId>,
    created_at: OffsetDateTime,
    suspended_at: Option<OffsetDateTime>,
}

pub(super) async fn members(tx: &mut TenantTx) -> Result<Vec<Colleague>, DbError> {
    let rows: Vec<MemberRow> = sqlx::query_as(
        "select id, email, name, role, role_id, merchant_id, created_at, suspended_at
           from staff_members()",
    )
    .fetch_all(tx.conn())
    .await?;
    let member = |row: MemberRow| {
        Ok(Colleague {
            id: row.id,
            email: row.email,
            name: row.name,
            role: one(row.role, row.role_id)?,
            merchant_id: row.merchant_id,
            joined_at: row.created_at,
            suspended_at: row.suspended_at,
        })
    };
    rows.into_iter().map(member).collect()
}

/// Holds every owner's row, so that of two changes the second sees what the first has left.
pub(super) async fn lock_owners(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query(
        "select staff_id from memberships where tenant_id = $1 and role = $2
          order by staff_id for update",
    )
    .bind(tx.tenant_id())
    .bind(OWNER)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn lock(
    tx: &mut TenantTx,
    staff_id: StaffId,
) -> Result<Option<Membership>, DbError> {
    let row: Option<MembershipRow> = sqlx::query_as(
        "select role, role_id, merchant_id, null::integer, suspended_at from memberships
          where tenant_id = $1 and staff_id = $2
            for update",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .fetch_optional(tx.conn())
    .await?;
    row.map(of_row).transpose()
}

/// Owners who can sign in.
pub(super) async fn owners(tx: &mut TenantTx) -> Result<i64, DbError> {
    Ok(sqlx::query_scalar(
        "select count(*) from memberships
          where tenant_id = $1 and role = $2 and suspended_at is null",
    )
    .bind(tx.tenant_id())
    .bind(OWNER)
    .fetch_one(tx.conn())
    .await?)
}

pub(super) async fn role_exists(tx: &mut TenantTx, id: RoleId) -> Result<bool, DbError> {
    // Whoever deletes the role meanwhile waits, and then finds that somebody has it.
    let found: Option<i32> = sqlx::query_scalar(
        "select version from roles where tenant_id = $1 and id = $2 for key share",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.is_some())
}

pub(super) async fn update(
    tx: &mut TenantTx,
    staff_id: StaffId,
    position: Position,
    suspended_at: Option<OffsetDateTime>,
) -> Result<(), DbError> {
    let (built_in, own) = position.role.columns();
    sqlx::query(
        "update memberships set role = $3, role_id = $4, suspended_at = $5, merchant_id = $6
          where tenant_id = $1 and staff_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(built_in)
    .bind(own)
    .bind(suspended_at)
    .bind(position.merchant_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut TenantTx, staff_id: StaffId) -> Result<(), DbError> {
    sqlx::query("delete from memberships where tenant_id = $1 and staff_id = $2")
        .bind(tx.tenant_id())
        .bind(staff_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Adds a member; nothing when they are one.
pub(super) async fn join(
    tx: &mut TenantTx,
    staff_id: StaffId,
    position: Position,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let (built_in, own) = position.role.columns();
    sqlx::query(
        "insert into memberships (tenant_id, staff_id, role, role_id, created_at, merchant_id)
         values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(built_in)
    .bind(own)
    .bind(now)
    .bind(position.merchant_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}
