//! Every statement about staff, memberships and operators.

use db::{DbError, OperatorTx, TenantTx};
use kernel::contact::Email;
use kernel::ids::{OperatorId, StaffId};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Operator, PasswordHash, Role};

/// A member of the tenant's staff, as kept.
pub(super) struct StaffRow {
    pub(super) id: StaffId,
    pub(super) name: String,
    pub(super) hash: PasswordHash,
    pub(super) role: Role,
}

pub(super) async fn find_staff(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<StaffRow>, DbError> {
    let row: Option<(Uuid, String, String, String)> = sqlx::query_as(
        "select s.id, s.name, s.password_hash, m.role
           from staff s
           join memberships m on m.tenant_id = $1 and m.staff_id = s.id
          where s.email = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(email.as_str())
    .fetch_optional(tx.conn())
    .await?;
    row.map(|(id, name, hash, role)| {
        Ok(StaffRow {
            id: StaffId::from_uuid(id),
            name,
            hash: PasswordHash::from_row(hash),
            role: role.parse().map_err(DbError::unreadable)?,
        })
    })
    .transpose()
}

/// What somebody is in the tenant of the transaction, if anything.
pub(super) async fn role(tx: &mut TenantTx, staff_id: StaffId) -> Result<Option<Role>, DbError> {
    let role: Option<String> =
        sqlx::query_scalar("select role from memberships where tenant_id = $1 and staff_id = $2")
            .bind(tx.tenant_id().uuid())
            .bind(staff_id.uuid())
            .fetch_optional(tx.conn())
            .await?;
    role.map(|role| role.parse().map_err(DbError::unreadable))
        .transpose()
}

/// Keeps a stronger hash of the same password, unless the password has changed meanwhile.
pub(super) async fn strengthen(
    tx: &mut TenantTx,
    staff_id: StaffId,
    old: &PasswordHash,
    new: &PasswordHash,
) -> Result<(), DbError> {
    sqlx::query("update staff set password_hash = $3 where id = $1 and password_hash = $2")
        .bind(staff_id.uuid())
        .bind(old.as_str())
        .bind(new.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Adds an account, unless the address has one; tells whose the address is, and whether it is new.
pub(super) async fn put_staff(
    tx: &mut TenantTx,
    id: StaffId,
    email: &Email,
    name: &str,
    hash: &PasswordHash,
    now: OffsetDateTime,
) -> Result<(StaffId, bool), DbError> {
    let inserted = sqlx::query(
        "insert into staff (id, email, name, password_hash, created_at)
         values ($1, $2, $3, $4, $5)
         on conflict (email) do nothing",
    )
    .bind(id.uuid())
    .bind(email.as_str())
    .bind(name)
    .bind(hash.as_str())
    .bind(now)
    .execute(tx.conn())
    .await?;
    if inserted.rows_affected() == 1 {
        return Ok((id, true));
    }
    let id: Uuid = sqlx::query_scalar("select id from staff where email = $1")
        .bind(email.as_str())
        .fetch_one(tx.conn())
        .await?;
    Ok((StaffId::from_uuid(id), false))
}

pub(super) async fn put_membership(
    tx: &mut TenantTx,
    staff_id: StaffId,
    role: Role,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into memberships (tenant_id, staff_id, role, created_at) values ($1, $2, $3, $4)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(staff_id.uuid())
    .bind(role.name())
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn find_operator(
    tx: &mut OperatorTx,
    email: &Email,
) -> Result<Option<(Operator, PasswordHash)>, DbError> {
    let row: Option<(Uuid, String, String)> =
        sqlx::query_as("select id, name, password_hash from operators where email = $1")
            .bind(email.as_str())
            .fetch_optional(tx.conn())
            .await?;
    Ok(row.map(|(id, name, hash)| {
        let id = OperatorId::from_uuid(id);
        (Operator { id, name }, PasswordHash::from_row(hash))
    }))
}

pub(super) async fn operator_exists(
    tx: &mut OperatorTx,
    operator_id: OperatorId,
) -> Result<bool, DbError> {
    Ok(
        sqlx::query_scalar("select exists (select from operators where id = $1)")
            .bind(operator_id.uuid())
            .fetch_one(tx.conn())
            .await?,
    )
}

/// Adds an operator, or gives the one with this address another name and password; tells who it
/// is, and whether it is new.
pub(super) async fn put_operator(
    tx: &mut OperatorTx,
    id: OperatorId,
    email: &Email,
    name: &str,
    hash: &PasswordHash,
    now: OffsetDateTime,
) -> Result<(OperatorId, bool), DbError> {
    let kept: Uuid = sqlx::query_scalar(
        "insert into operators (id, email, name, password_hash, created_at)
         values ($1, $2, $3, $4, $5)
         on conflict (email) do update
            set name = excluded.name, password_hash = excluded.password_hash
         returning id",
    )
    .bind(id.uuid())
    .bind(email.as_str())
    .bind(name)
    .bind(hash.as_str())
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok((OperatorId::from_uuid(kept), kept == id.uuid()))
}
