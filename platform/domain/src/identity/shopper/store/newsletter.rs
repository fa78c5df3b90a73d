//! Every statement about the newsletter.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{StorefrontId, SubscriberId, UserId};
use time::OffsetDateTime;

use super::consents::ConsentRow;
use crate::identity::shopper::consents::{Consent, ConsentSource};
use crate::identity::shopper::newsletter::Subscriber;

kernel::words! {
    /// What a link of a letter about the newsletter is good for.
    pub(in crate::identity::shopper) enum LinkPurpose {
        /// Confirming a request.
        Confirm = "confirm",
        /// Ending the newsletter.
        Unsubscribe = "unsubscribe",
    }
}

/// A link of a letter.
#[derive(Debug)]
pub(in crate::identity::shopper) struct Link<'a> {
    pub(in crate::identity::shopper) purpose: LinkPurpose,
    pub(in crate::identity::shopper) email: &'a Email,
    pub(in crate::identity::shopper) user_id: Option<UserId>,
}

pub(in crate::identity::shopper) async fn put_link(
    tx: &mut TenantTx,
    link: &Link<'_>,
    token_hash: &[u8],
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<(), DbError> {
    sqlx::query(
        "insert into newsletter_links
                (tenant_id, token_hash, purpose, email, user_id, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(link.purpose)
    .bind(link.email.as_str())
    .bind(link.user_id)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Uses up a link that confirms; the address that it was sent to.
pub(in crate::identity::shopper) async fn take_confirm(
    tx: &mut TenantTx,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<Email>, DbError> {
    Ok(sqlx::query_scalar(
        "delete from newsletter_links
          where tenant_id = $1 and token_hash = $2 and purpose = 'confirm' and expires_at > $3
         returning email",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// Whom a link that unsubscribes was sent to.
pub(in crate::identity::shopper) async fn unsubscribe_link(
    tx: &mut TenantTx,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<(Email, Option<UserId>)>, DbError> {
    Ok(sqlx::query_as(
        "select email, user_id from newsletter_links
          where tenant_id = $1 and token_hash = $2 and purpose = 'unsubscribe' and expires_at > $3",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// Ends the links of an address that confirm.
pub(in crate::identity::shopper) async fn drop_confirms(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from newsletter_links where tenant_id = $1 and email = $2 and purpose = 'confirm'",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends every link of an address.
pub(in crate::identity::shopper) async fn drop_links(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<(), DbError> {
    sqlx::query("delete from newsletter_links where tenant_id = $1 and email = $2")
        .bind(tx.tenant_id())
        .bind(email.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Who an address without an account is. One that is not known is noted if it is `wanted`.
pub(in crate::identity::shopper) async fn subscriber(
    tx: &mut TenantTx,
    email: &Email,
    wanted: Option<(SubscriberId, OffsetDateTime)>,
) -> Result<Option<SubscriberId>, DbError> {
    if let Some((id, now)) = wanted {
        sqlx::query(
            "insert into newsletter_subscribers (tenant_id, id, email, created_at)
             values ($1, $2, $3, $4)
             on conflict (tenant_id, email) do nothing",
        )
        .bind(tx.tenant_id())
        .bind(id)
        .bind(email.as_str())
        .bind(now)
        .execute(tx.conn())
        .await?;
    }
    Ok(sqlx::query_scalar(
        "select id from newsletter_subscribers where tenant_id = $1 and email = $2",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .fetch_optional(tx.conn())
    .await?)
}

/// Records an answer of a subscriber unless the newest is the same.
pub(in crate::identity::shopper) async fn put_if_new(
    tx: &mut TenantTx,
    id: SubscriberId,
    answer: &Consent,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into consents (tenant_id, id, subscriber_id, purpose, is_given, source,
                               storefront_id, recorded_at)
         select $1, $2, $3, $4, $5, $6, $7, $8
          where $5 is distinct from (select is_given from consents
                                      where tenant_id = $1 and subscriber_id = $3
                                      order by id desc limit 1)",
    )
    .bind(tx.tenant_id())
    .bind(answer.id)
    .bind(id)
    .bind(answer.purpose)
    .bind(answer.is_given)
    .bind(answer.source)
    .bind(answer.storefront_id)
    .bind(answer.recorded_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Who an address without an account is, and what was answered last.
pub(in crate::identity::shopper) async fn subscriber_answer(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<(SubscriberId, Consent)>, DbError> {
    #[derive(sqlx::FromRow)]
    struct Row {
        subscriber_id: SubscriberId,
        #[sqlx(flatten)]
        consent: ConsentRow,
    }
    let row: Option<Row> = sqlx::query_as(
        "select s.id as subscriber_id, c.id, c.purpose, c.is_given, c.terms_version, c.source,
                c.storefront_id, c.recorded_at
           from newsletter_subscribers s
           join consents c on c.tenant_id = $1 and c.subscriber_id = s.id
          where s.tenant_id = $1 and s.email = $2
          order by c.id desc
          limit 1",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.subscriber_id, row.consent.into())))
}

/// When an account last said whether it wants the newsletter.
pub(in crate::identity::shopper) async fn last_said(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<Option<OffsetDateTime>, DbError> {
    Ok(sqlx::query_scalar(
        "select recorded_at from consents
          where tenant_id = $1 and user_id = $2 and purpose = 'marketing_email'
          order by id desc
          limit 1",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Whether an address gets the newsletter.
pub(in crate::identity::shopper) async fn is_subscribed(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<bool, DbError> {
    let found: Option<bool> = sqlx::query_scalar(
        "select coalesce(
                (select c.is_given from users u
                   join consents c on c.tenant_id = $1 and c.user_id = u.id
                                  and c.purpose = 'marketing_email'
                  where u.tenant_id = $1 and u.email = $2
                  order by c.id desc limit 1),
                (select c.is_given from newsletter_subscribers s
                   join consents c on c.tenant_id = $1 and c.subscriber_id = s.id
                  where s.tenant_id = $1 and s.email = $2
                  order by c.id desc limit 1))",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .fetch_one(tx.conn())
    .await?;
    Ok(found.unwrap_or(false))
}

/// Deletes a subscriber with the answers; the address.
pub(in crate::identity::shopper) async fn delete(
    tx: &mut TenantTx,
    id: SubscriberId,
) -> Result<Option<Email>, DbError> {
    Ok(sqlx::query_scalar(
        "delete from newsletter_subscribers where tenant_id = $1 and id = $2 returning email",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Forgets an address: who it is without an account, and the links of its letters.
pub(in crate::identity::shopper) async fn forget(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<(), DbError> {
    drop_links(tx, email).await?;
    if let Some(id) = subscriber(tx, email, None).await? {
        delete(tx, id).await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct SubscriberRow {
    email: Email,
    customer_id: Option<UserId>,
    subscriber_id: Option<SubscriberId>,
    source: ConsentSource,
    storefront_id: StorefrontId,
    recorded_at: OffsetDateTime,
}

/// Who gets the newsletter, by address: customers and subscribers together. Whoever is blocked gets none.
pub(in crate::identity::shopper) async fn list(
    tx: &mut TenantTx,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Subscriber>, DbError> {
    let rows: Vec<SubscriberRow> = sqlx::query_as(
        "select email, customer_id, subscriber_id, source, storefront_id, recorded_at
           from (select u.email, u.id as customer_id, null::uuid as subscriber_id, said.source,
                        said.storefront_id, said.recorded_at
                   from users u
                   join lateral (select c.is_given, c.source, c.storefront_id, c.recorded_at
                                   from consents c
                                  where c.tenant_id = $1 and c.user_id = u.id
                                    and c.purpose = 'marketing_email'
                                  order by c.id desc limit 1) said on said.is_given
                  where u.tenant_id = $1 and u.email > coalesce($2, '') and u.blocked_at is null
                  union all
                 select s.email, null, s.id, said.source, said.storefront_id, said.recorded_at
                   from newsletter_subscribers s
                   join lateral (select c.is_given, c.source, c.storefront_id, c.recorded_at
                                   from consents c
                                  where c.tenant_id = $1 and c.subscriber_id = s.id
                                  order by c.id desc limit 1) said on said.is_given
                  where s.tenant_id = $1 and s.email > coalesce($2, '')
                    and not exists (select from users u
                                     where u.tenant_id = $1 and u.email = s.email)) everybody
          order by email
          limit $3",
    )
    .bind(tx.tenant_id())
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    let subscriber = |row: SubscriberRow| Subscriber {
        email: row.email,
        customer_id: row.customer_id,
        subscriber_id: row.subscriber_id,
        source: row.source,
        storefront_id: row.storefront_id,
        subscribed_at: row.recorded_at,
    };
    Ok(rows.into_iter().map(subscriber).collect())
}
