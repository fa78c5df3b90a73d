//! Every statement about memberships and invitations.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{InvitationId, RoleId, StaffId};
use time::OffsetDateTime;

use super::{Colleague, Invitation, OWNER};
use crate::identity::{AssignedRole, PasswordHash, Role};

/// What somebody is in a tenant.
#[derive(Debug, Clone, Copy)]
pub(in crate::identity) struct Membership {
    pub(in crate::identity) role: AssignedRole,
    /// Version of a role of the tenant's own.
    pub(in crate::identity) version: i32,
    pub(super) suspended_at: Option<OffsetDateTime>,
}

type MembershipRow = (
    Option<Role>,
    Option<RoleId>,
    Option<i32>,
    Option<OffsetDateTime>,
);

fn of_row((role, role_id, version, suspended_at): MembershipRow) -> Result<Membership, DbError> {
    Ok(Membership {
        role: one(role, role_id)?,
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
        "select m.role, m.role_id, r.version, m.suspended_at
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

/// An account that may sign in, as kept.
pub(in crate::identity) struct Account {
    pub(in crate::identity) id: StaffId,
    pub(in crate::identity) name: String,
    pub(in crate::identity) hash: PasswordHash,
    pub(in crate::identity) role: AssignedRole,
}

type AccountRow = (StaffId, String, String, Option<Role>, Option<RoleId>);

pub(in crate::identity) async fn sign_in(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<Account>, DbError> {
    // No role that serves requests reads `staff`: the function finds one person, of this tenant.
    let row: Option<AccountRow> =
        sqlx::query_as("select id, name, password_hash, role, role_id from staff_sign_in($1)")
            .bind(email.as_str())
            .fetch_optional(tx.conn())
            .await?;
    row.map(|(id, name, hash, role, role_id)| {
        Ok(Account {
            id,
            name,
            hash: PasswordHash::from_row(hash),
            role: one(role, role_id)?,
        })
    })
    .transpose()
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    id: StaffId,
    email: Email,
    name: String,
    role: Option<Role>,
    role_id: Option<RoleId>,
    created_at: OffsetDateTime,
    suspended_at: Option<OffsetDateTime>,
}

pub(super) async fn members(tx: &mut TenantTx) -> Result<Vec<Colleague>, DbError> {
    let rows: Vec<MemberRow> = sqlx::query_as(
        "select id, email, name, role, role_id, created_at, suspended_at from staff_members()",
    )
    .fetch_all(tx.conn())
    .await?;
    let member = |row: MemberRow| {
        Ok(Colleague {
            id: row.id,
            email: row.email,
            name: row.name,
            role: one(row.role, row.role_id)?,
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
        "select role, role_id, null::integer, suspended_at from memberships
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
    role: AssignedRole,
    suspended_at: Option<OffsetDateTime>,
) -> Result<(), DbError> {
    let (built_in, own) = role.columns();
    sqlx::query(
        "update memberships set role = $3, role_id = $4, suspended_at = $5
          where tenant_id = $1 and staff_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(built_in)
    .bind(own)
    .bind(suspended_at)
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
    role: AssignedRole,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let (built_in, own) = role.columns();
    sqlx::query(
        "insert into memberships (tenant_id, staff_id, role, role_id, created_at)
         values ($1, $2, $3, $4, $5)
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(built_in)
    .bind(own)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct InvitationRow {
    id: InvitationId,
    email: Email,
    role: Option<Role>,
    role_id: Option<RoleId>,
    invited_by: StaffId,
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
}

fn invitation(row: InvitationRow) -> Result<Invitation, DbError> {
    Ok(Invitation {
        id: row.id,
        email: row.email,
        role: one(row.role, row.role_id)?,
        invited_by: row.invited_by,
        created_at: row.created_at,
        expires_at: row.expires_at,
    })
}

/// Invitations that can still be accepted, the latest first.
pub(super) async fn invitations(
    tx: &mut TenantTx,
    now: OffsetDateTime,
) -> Result<Vec<Invitation>, DbError> {
    let rows: Vec<InvitationRow> = sqlx::query_as(
        "select id, email, role, role_id, invited_by, created_at, expires_at
           from staff_invitations
          where tenant_id = $1 and accepted_at is null and revoked_at is null and expires_at > $2
          order by id desc",
    )
    .bind(tx.tenant_id())
    .bind(now)
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(invitation).collect()
}

pub(super) async fn insert_invitation(tx: &mut TenantTx, new: &Invitation) -> Result<(), DbError> {
    let (built_in, own) = new.role.columns();
    sqlx::query(
        "insert into staff_invitations
                (tenant_id, id, email, role, role_id, token_hashes, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, '{}', $6, $7, $8)",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.email.as_str())
    .bind(built_in)
    .bind(own)
    .bind(new.invited_by)
    .bind(new.created_at)
    .bind(new.expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends the open invitations of an address, which a new one replaces.
pub(super) async fn revoke_of(
    tx: &mut TenantTx,
    email: &Email,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update staff_invitations set revoked_at = $3
          where tenant_id = $1 and email = $2 and accepted_at is null and revoked_at is null",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends an open invitation; whether there was one.
pub(super) async fn revoke(
    tx: &mut TenantTx,
    id: InvitationId,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let revoked = sqlx::query(
        "update staff_invitations set revoked_at = $3
          where tenant_id = $1 and id = $2 and accepted_at is null and revoked_at is null",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(revoked.rows_affected() == 1)
}

/// Lets another token open the invitation, and the four before it; whom it is for, if it is still open.
pub(super) async fn add_token(
    tx: &mut TenantTx,
    id: InvitationId,
    token_sha256: &[u8],
    now: OffsetDateTime,
) -> Result<Option<Email>, DbError> {
    Ok(sqlx::query_scalar(
        "update staff_invitations
            set token_hashes = (array_prepend($3::bytea, token_hashes))[1:5]
          where tenant_id = $1 and id = $2 and accepted_at is null and revoked_at is null
            and expires_at > $4
         returning email",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(token_sha256)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// The open invitation that a token opens, which nobody else accepts until the transaction ends.
pub(super) async fn opened(
    tx: &mut TenantTx,
    token_sha256: &[u8],
    now: OffsetDateTime,
) -> Result<Option<Invitation>, DbError> {
    let row: Option<InvitationRow> = sqlx::query_as(
        "select id, email, role, role_id, invited_by, created_at, expires_at
           from staff_invitations
          where tenant_id = $1 and accepted_at is null and revoked_at is null and expires_at > $3
            and $2 = any (token_hashes)
            for update",
    )
    .bind(tx.tenant_id())
    .bind(token_sha256)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    row.map(invitation).transpose()
}

pub(super) async fn accept(
    tx: &mut TenantTx,
    id: InvitationId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update staff_invitations set accepted_at = $3, token_hashes = '{}'
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The account of an invited address: the one there is, or a new one if a hash is given.
pub(super) async fn enrol(
    tx: &mut TenantTx,
    email: &Email,
    (id, name, hash): (StaffId, &str, Option<&PasswordHash>),
    now: OffsetDateTime,
) -> Result<Option<(StaffId, bool)>, DbError> {
    Ok(
        sqlx::query_as("select id, is_new from enrol_invited($1, $2, $3, $4, $5)")
            .bind(email.as_str())
            .bind(id)
            .bind(name)
            .bind(hash.map(PasswordHash::as_str))
            .bind(now)
            .fetch_optional(tx.conn())
            .await?,
    )
}
