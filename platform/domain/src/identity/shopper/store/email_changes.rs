//! Every statement about changes of e-mail addresses.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{EmailChangeId, UserId};
use time::OffsetDateTime;

kernel::words! {
    /// What a link in a letter about a change does.
    pub(in crate::identity::shopper) enum LinkPurpose {
        /// Makes the change.
        Confirm = "confirm",
        /// Takes it back.
        Undo = "undo",
    }
}

/// A change that was asked for.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::identity::shopper) struct EmailChange {
    pub(in crate::identity::shopper) id: EmailChangeId,
    pub(in crate::identity::shopper) user_id: UserId,
    pub(in crate::identity::shopper) old_email: Email,
    pub(in crate::identity::shopper) new_email: Email,
    pub(in crate::identity::shopper) confirmed_at: Option<OffsetDateTime>,
}

pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    change: &EmailChange,
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<(), DbError> {
    sqlx::query(
        "insert into email_changes (tenant_id, id, user_id, old_email, new_email, created_at,
                                    expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tx.tenant_id())
    .bind(change.id)
    .bind(change.user_id)
    .bind(change.old_email.as_str())
    .bind(change.new_email.as_str())
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A change that can still be confirmed or, once it is, taken back.
pub(in crate::identity::shopper) async fn find(
    tx: &mut TenantTx,
    id: EmailChangeId,
    now: OffsetDateTime,
) -> Result<Option<EmailChange>, DbError> {
    Ok(sqlx::query_as(
        "select id, user_id, old_email, new_email, confirmed_at from email_changes
          where tenant_id = $1 and id = $2 and expires_at > $3",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// The change that a link is about, if the link is good for this.
pub(in crate::identity::shopper) async fn of_link(
    tx: &mut TenantTx,
    token_hash: &[u8],
    purpose: LinkPurpose,
    now: OffsetDateTime,
) -> Result<Option<EmailChange>, DbError> {
    Ok(sqlx::query_as(
        "select c.id, c.user_id, c.old_email, c.new_email, c.confirmed_at
           from email_change_links l
           join email_changes c on c.tenant_id = $1 and c.id = l.change_id
          where l.tenant_id = $1 and l.token_hash = $2 and l.purpose = $3 and c.expires_at > $4",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(purpose)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::identity::shopper) async fn put_link(
    tx: &mut TenantTx,
    id: EmailChangeId,
    purpose: LinkPurpose,
    (token_hash, now): (&[u8], OffsetDateTime),
) -> Result<(), DbError> {
    sqlx::query(
        "insert into email_change_links (tenant_id, token_hash, change_id, purpose, created_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(id)
    .bind(purpose)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends every change of an account that is not confirmed, and its links.
pub(in crate::identity::shopper) async fn drop_pending(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from email_changes where tenant_id = $1 and user_id = $2 and confirmed_at is null",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends every change to an address that is not confirmed.
pub(in crate::identity::shopper) async fn drop_wanted(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from email_changes
          where tenant_id = $1 and new_email = $2 and confirmed_at is null",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends every change of an account that was confirmed at a time or later, and their links.
pub(in crate::identity::shopper) async fn drop_since(
    tx: &mut TenantTx,
    user_id: UserId,
    since: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from email_changes
          where tenant_id = $1 and user_id = $2 and confirmed_at >= $3",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(since)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Confirms a change of the address that the account has; `false` when somebody was faster. The links that
/// confirm it end.
pub(in crate::identity::shopper) async fn confirm(
    tx: &mut TenantTx,
    id: EmailChangeId,
    old_email: &Email,
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update email_changes set old_email = $3, confirmed_at = $4, expires_at = $5
          where tenant_id = $1 and id = $2 and confirmed_at is null and expires_at > $4",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(old_email.as_str())
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    sqlx::query("delete from email_change_links where tenant_id = $1 and change_id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}
