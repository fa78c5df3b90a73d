//! Every statement about staff and memberships.

use db::{DbError, TenantTx};
use kernel::Permission;
use kernel::contact::Email;
use kernel::ids::StaffId;
use time::OffsetDateTime;

use super::{PasswordHash, Role, StaffLetter};

/// The people with one of these built-in roles in the tenant of the transaction, or with one of its own
/// that allows this, but for those who do not want the letter: address and name.
pub(super) async fn staff_addresses(
    tx: &mut TenantTx,
    roles: &[&str],
    permission: Permission,
    letter: Option<StaffLetter>,
) -> Result<Vec<(Email, String)>, DbError> {
    Ok(sqlx::query_as(
        "select h.email, h.name
           from staff_holding($2, array(select role_id from role_authorities
                                         where tenant_id = $1 and authority = $3)) h
          where not exists (select from muted_letters m
                              join staff_members() s on s.id = m.staff_id
                             where m.tenant_id = $1 and m.letter = $4 and s.email = h.email)",
    )
    .bind(tx.tenant_id())
    .bind(roles)
    .bind(permission.name())
    .bind(letter)
    .fetch_all(tx.conn())
    .await?)
}

/// Whether somebody who works in the tenant of the transaction signs in with this address, or with another
/// tag of the same mailbox (`name+tag@`).
pub(crate) async fn is_staff_address(tx: &mut TenantTx, email: &Email) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from staff_members() s
                         where regexp_replace(s.email, '\\+[^@]*@', '@')
                             = regexp_replace($1, '\\+[^@]*@', '@'))",
    )
    .bind(email.as_str())
    .fetch_one(tx.conn())
    .await?)
}

/// Keeps a stronger hash of the same password, unless the password has changed meanwhile.
pub(super) async fn strengthen(
    tx: &mut TenantTx,
    staff_id: StaffId,
    old: &PasswordHash,
    new: &PasswordHash,
) -> Result<(), DbError> {
    sqlx::query("select strengthen_staff_password($1, $2, $3)")
        .bind(staff_id)
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
    .bind(id)
    .bind(email.as_str())
    .bind(name)
    .bind(hash.as_str())
    .bind(now)
    .execute(tx.conn())
    .await?;
    if inserted.rows_affected() == 1 {
        return Ok((id, true));
    }
    let id: StaffId = sqlx::query_scalar("select id from staff where email = $1")
        .bind(email.as_str())
        .fetch_one(tx.conn())
        .await?;
    Ok((id, false))
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
    .bind(tx.tenant_id())
    .bind(staff_id)
    .bind(role)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
