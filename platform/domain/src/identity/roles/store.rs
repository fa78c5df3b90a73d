//! Every statement about roles.

use db::{DbError, TenantTx};
use kernel::ids::RoleId;
use kernel::{Permission, Permissions};
use time::OffsetDateTime;

use super::{OwnRole, RoleDraft};
use crate::identity::Role;
use crate::identity::staff::StaffError;

#[derive(sqlx::FromRow)]
struct RoleRow {
    id: RoleId,
    name: String,
    description: String,
    version: i32,
    created_at: OffsetDateTime,
    updated_at: OffsetDateTime,
    authorities: Vec<String>,
    members: i64,
}

impl From<RoleRow> for OwnRole {
    fn from(row: RoleRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            description: row.description,
            authorities: permissions(&row.authorities),
            version: row.version,
            members: row.members,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// What is not an authority any more allows nothing.
fn permissions(names: &[String]) -> Permissions {
    names
        .iter()
        .filter_map(|name| Permission::parse(name))
        .collect()
}

pub(super) async fn list(tx: &mut TenantTx) -> Result<Vec<OwnRole>, DbError> {
    let rows: Vec<RoleRow> = sqlx::query_as(
        "select r.id, r.name, r.description, r.version, r.created_at, r.updated_at,
                array(select a.authority from role_authorities a
                       where a.tenant_id = r.tenant_id and a.role_id = r.id
                       order by a.authority) as authorities,
                (select count(*) from memberships m
                  where m.tenant_id = r.tenant_id and m.role_id = r.id) as members
           from roles r
          where r.tenant_id = $1
          order by lower(r.name), r.id",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(OwnRole::from).collect())
}

pub(super) async fn find(tx: &mut TenantTx, id: RoleId) -> Result<Option<OwnRole>, DbError> {
    let row: Option<RoleRow> = sqlx::query_as(
        "select r.id, r.name, r.description, r.version, r.created_at, r.updated_at,
                array(select a.authority from role_authorities a
                       where a.tenant_id = r.tenant_id and a.role_id = r.id
                       order by a.authority) as authorities,
                (select count(*) from memberships m
                  where m.tenant_id = r.tenant_id and m.role_id = r.id) as members
           from roles r
          where r.tenant_id = $1 and r.id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(OwnRole::from))
}

pub(super) async fn members_of_built_in(tx: &mut TenantTx) -> Result<Vec<(Role, i64)>, DbError> {
    Ok(sqlx::query_as(
        "select role, count(*) from memberships
          where tenant_id = $1 and role is not null
          group by role",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

pub(super) async fn count(tx: &mut TenantTx) -> Result<i64, DbError> {
    Ok(
        sqlx::query_scalar("select count(*) from roles where tenant_id = $1")
            .bind(tx.tenant_id())
            .fetch_one(tx.conn())
            .await?,
    )
}

/// The version of a role, which a request compares with what it knows.
pub(super) async fn version(tx: &mut TenantTx, id: RoleId) -> Result<Option<i32>, DbError> {
    Ok(
        sqlx::query_scalar("select version from roles where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_optional(tx.conn())
            .await?,
    )
}

pub(super) async fn authorities(tx: &mut TenantTx, id: RoleId) -> Result<Vec<String>, DbError> {
    Ok(sqlx::query_scalar(
        "select authority from role_authorities where tenant_id = $1 and role_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

pub(super) async fn insert(
    tx: &mut TenantTx,
    id: RoleId,
    draft: &RoleDraft,
    now: OffsetDateTime,
) -> Result<(), StaffError> {
    sqlx::query(
        "insert into roles (tenant_id, id, name, description, version, created_at, updated_at)
         values ($1, $2, $3, $4, 1, $5, $5)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(draft.name.trim())
    .bind(draft.description.trim())
    .bind(now)
    .execute(tx.conn())
    .await
    .map_err(|error| StaffError::of_roles(error.into()))?;
    Ok(())
}

/// Changes the role; whether there is one.
pub(super) async fn update(
    tx: &mut TenantTx,
    id: RoleId,
    draft: &RoleDraft,
    now: OffsetDateTime,
) -> Result<bool, StaffError> {
    let changed = sqlx::query(
        "update roles set name = $3, description = $4, version = version + 1, updated_at = $5
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(draft.name.trim())
    .bind(draft.description.trim())
    .bind(now)
    .execute(tx.conn())
    .await
    .map_err(|error| StaffError::of_roles(error.into()))?;
    Ok(changed.rows_affected() == 1)
}

pub(super) async fn allow(
    tx: &mut TenantTx,
    id: RoleId,
    authorities: Permissions,
) -> Result<(), DbError> {
    let names: Vec<&str> = authorities.iter().map(Permission::name).collect();
    sqlx::query(
        "insert into role_authorities (tenant_id, role_id, authority)
         select $1, $2, name from unnest($3::text[]) as name",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(names)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn disallow_all(tx: &mut TenantTx, id: RoleId) -> Result<(), DbError> {
    sqlx::query("delete from role_authorities where tenant_id = $1 and role_id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Deletes the role unless somebody has it; whether there was one.
pub(super) async fn delete(tx: &mut TenantTx, id: RoleId) -> Result<bool, StaffError> {
    let deleted = sqlx::query("delete from roles where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await
        .map_err(|error| StaffError::of_roles(error.into()))?;
    Ok(deleted.rows_affected() == 1)
}
