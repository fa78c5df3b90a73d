//! Every statement about identities that accounts are linked to.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{IdentityProviderId, LinkedIdentityId, UserId};
use kernel::ports::Ids;
use time::OffsetDateTime;

use super::sign_ins::Waiting;
use crate::identity::shopper::social::LinkedIdentity;

/// Links an identity; nothing when it is linked already.
pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    identity: &Waiting,
    now: OffsetDateTime,
) -> Result<Option<LinkedIdentityId>, DbError> {
    Ok(sqlx::query_scalar(
        "insert into linked_identities (tenant_id, id, user_id, provider_id, subject, email,
                                        created_at, last_used_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)
         on conflict (tenant_id, provider_id, subject) do nothing
         returning id",
    )
    .bind(tx.tenant_id())
    .bind(LinkedIdentityId::from_uuid(Ids.uuid()))
    .bind(identity.user_id)
    .bind(identity.provider_id)
    .bind(&identity.subject)
    .bind(&identity.email)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// Whose account an identity is linked to; it counts as used.
pub(in crate::identity::shopper) async fn touch(
    tx: &mut TenantTx,
    (provider_id, subject): (IdentityProviderId, &str),
    now: OffsetDateTime,
) -> Result<Option<UserId>, DbError> {
    Ok(sqlx::query_scalar(
        "update linked_identities set last_used_at = $4
          where tenant_id = $1 and provider_id = $2 and subject = $3
         returning user_id",
    )
    .bind(tx.tenant_id())
    .bind(provider_id)
    .bind(subject)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// An account's identities, the oldest first.
pub(in crate::identity::shopper) async fn of_user(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<Vec<LinkedIdentity>, DbError> {
    Ok(sqlx::query_as(
        "select i.id, i.provider_id, p.name as provider_name, i.email, i.created_at, i.last_used_at
           from linked_identities i
           join identity_providers p on p.tenant_id = i.tenant_id and p.id = i.provider_id
          where i.tenant_id = $1 and i.user_id = $2
          order by i.created_at, i.id",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Whether somebody can sign in with an identity of the account.
pub(in crate::identity::shopper) async fn is_usable(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (
           select from linked_identities i
             join identity_providers p on p.tenant_id = i.tenant_id and p.id = i.provider_id
            where i.tenant_id = $1 and i.user_id = $2 and p.is_enabled)",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .fetch_one(tx.conn())
    .await?)
}

pub(in crate::identity::shopper) async fn delete(
    tx: &mut TenantTx,
    user_id: UserId,
    id: LinkedIdentityId,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "delete from linked_identities where tenant_id = $1 and user_id = $2 and id = $3",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends the links of an account but those of its own address: whoever reads that is its owner, and whoever else was let
/// in may have linked an identity of theirs.
pub(in crate::identity::shopper) async fn delete_others(
    tx: &mut TenantTx,
    user_id: UserId,
    email: &Email,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from linked_identities where tenant_id = $1 and user_id = $2 and email <> $3",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(email.as_str())
    .execute(tx.conn())
    .await?;
    Ok(())
}
