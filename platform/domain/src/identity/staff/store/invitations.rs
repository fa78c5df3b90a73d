//! Every statement about invitations.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{InvitationId, MerchantId, RoleId, StaffId};
use time::OffsetDateTime;

use super::one;
use crate::identity::staff::{Invitation, Position};
use crate::identity::{PasswordHash, Role};

#[derive(sqlx::FromRow)]
struct InvitationRow {
    id: InvitationId,
    email: Email,
    role: Option<Role>,
    role_id: Option<RoleId>,
    merchant_id: Option<MerchantId>,
    invited_by: StaffId,
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
}

fn invitation(row: InvitationRow) -> Result<Invitation, DbError> {
    Ok(Invitation {
        id: row.id,
        email: row.email,
        position: Position {
            role: one(row.role, row.role_id)?,
            merchant_id: row.merchant_id,
        },
        invited_by: row.invited_by,
        created_at: row.created_at,
        expires_at: row.expires_at,
    })
}

/// Invitations that can still be accepted, the latest first.
pub(in crate::identity::staff) async fn invitations(
    tx: &mut TenantTx,
    now: OffsetDateTime,
) -> Result<Vec<Invitation>, DbError> {
    let rows: Vec<InvitationRow> = sqlx::query_as(
        "select id, email, role, role_id, merchant_id, invited_by, created_at, expires_at
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

pub(in crate::identity::staff) async fn insert_invitation(
    tx: &mut TenantTx,
    new: &Invitation,
) -> Result<(), DbError> {
    let (built_in, own) = new.position.role.columns();
    sqlx::query(
        "insert into staff_invitations
                (tenant_id, id, email, role, role_id, token_hashes, invited_by, created_at, expires_at,
                 merchant_id)
         values ($1, $2, $3, $4, $5, '{}', $6, $7, $8, $9)",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.email.as_str())
    .bind(built_in)
    .bind(own)
    .bind(new.invited_by)
    .bind(new.created_at)
    .bind(new.expires_at)
    .bind(new.position.merchant_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends the open invitations of an address, which a new one replaces.
pub(in crate::identity::staff) async fn revoke_of(
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
pub(in crate::identity::staff) async fn revoke(
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
pub(in crate::identity::staff) async fn add_token(
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
pub(in crate::identity::staff) async fn opened(
    tx: &mut TenantTx,
    token_sha256: &[u8],
    now: OffsetDateTime,
) -> Result<Option<Invitation>, DbError> {
    let row: Option<InvitationRow> = sqlx::query_as(
        "select id, email, role, role_id, merchant_id, invited_by, created_at, expires_at
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

pub(in crate::identity::staff) async fn accept(
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
pub(in crate::identity::staff) async fn enrol(
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
