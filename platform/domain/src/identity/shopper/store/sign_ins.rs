//! Every statement about browsers that were sent to an identity provider.

use db::{DbError, TenantTx};
use kernel::ids::{IdentityProviderId, StorefrontId, UserId};
use time::OffsetDateTime;

/// A browser that leaves.
#[derive(Debug)]
pub(in crate::identity::shopper) struct Departure {
    pub(in crate::identity::shopper) state_hash: Vec<u8>,
    pub(in crate::identity::shopper) browser_hash: Vec<u8>,
    pub(in crate::identity::shopper) storefront_id: StorefrontId,
    pub(in crate::identity::shopper) provider_id: IdentityProviderId,
    pub(in crate::identity::shopper) return_to: String,
}

/// An identity that is to be linked to an account.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::identity::shopper) struct Waiting {
    pub(in crate::identity::shopper) user_id: UserId,
    pub(in crate::identity::shopper) provider_id: IdentityProviderId,
    pub(in crate::identity::shopper) subject: String,
    pub(in crate::identity::shopper) email: String,
}

/// Records that a browser leaves; `false` when there is no such provider any more.
pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    departure: &Departure,
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into social_sign_ins (tenant_id, state_hash, browser_hash, storefront_id, provider_id,
                                      return_to, created_at, expires_at)
         select $1, $2, $3, $4, p.id, $6, $7, $8
           from identity_providers p
          where p.tenant_id = $1 and p.id = $5 and p.is_enabled
            for key share",
    )
    .bind(tx.tenant_id())
    .bind(&departure.state_hash)
    .bind(&departure.browser_hash)
    .bind(departure.storefront_id)
    .bind(departure.provider_id)
    .bind(&departure.return_to)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Uses the state up that a browser brings back: which provider it was at, and where it came from. Nothing for another
/// browser's state, and nothing is used up then.
pub(in crate::identity::shopper) async fn take(
    tx: &mut TenantTx,
    (state_hash, browser_hash): (&[u8], &[u8]),
    storefront_id: StorefrontId,
    now: OffsetDateTime,
) -> Result<Option<(IdentityProviderId, String)>, DbError> {
    Ok(sqlx::query_as(
        "update social_sign_ins set used_at = $5
          where tenant_id = $1 and state_hash = $2 and browser_hash = $3 and storefront_id = $4
            and used_at is null and expires_at > $5
         returning provider_id, return_to",
    )
    .bind(tx.tenant_id())
    .bind(state_hash)
    .bind(browser_hash)
    .bind(storefront_id)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// Keeps what a browser brought back until the account's owner has signed in.
pub(in crate::identity::shopper) async fn wait(
    tx: &mut TenantTx,
    browser_hash: &[u8],
    waiting: &Waiting,
    until: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update social_sign_ins set user_id = $3, subject = $4, email = $5, expires_at = $6
          where tenant_id = $1 and browser_hash = $2 and used_at is not null",
    )
    .bind(tx.tenant_id())
    .bind(browser_hash)
    .bind(waiting.user_id)
    .bind(&waiting.subject)
    .bind(&waiting.email)
    .bind(until)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Uses up what waits for this account.
pub(in crate::identity::shopper) async fn take_waiting(
    tx: &mut TenantTx,
    browser_hash: &[u8],
    user_id: UserId,
    now: OffsetDateTime,
) -> Result<Option<Waiting>, DbError> {
    Ok(sqlx::query_as(
        "delete from social_sign_ins
          where tenant_id = $1 and browser_hash = $2 and user_id = $3 and expires_at > $4
         returning user_id, provider_id, subject, email",
    )
    .bind(tx.tenant_id())
    .bind(browser_hash)
    .bind(user_id)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}
