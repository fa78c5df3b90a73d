//! Every statement about e-mails that were sent.

use db::{DbError, TenantTx};
use kernel::OrderNews;
use kernel::contact::Email;
use kernel::ids::{EmailId, OrderId, StorefrontId, UserId};
use kernel::ports::MailProvider;
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{EmailCopy, EmailKind, EmailOutcome, ListEmails, SentEmail};

/// An e-mail for the log.
#[derive(Debug)]
pub(super) struct NewEmail<'a> {
    pub(super) id: EmailId,
    pub(super) mail_id: Uuid,
    pub(super) storefront_id: StorefrontId,
    pub(super) kind: EmailKind,
    /// None when it goes to the address of the order.
    pub(super) recipient: Option<&'a Email>,
    pub(super) order_id: Option<OrderId>,
    pub(super) user_id: Option<UserId>,
    pub(super) news: Option<OrderNews>,
    pub(super) resend_of: Option<EmailId>,
    pub(super) outcome: EmailOutcome,
    pub(super) provider: Option<MailProvider>,
    pub(super) subject: Option<&'a str>,
    pub(super) copy: Option<&'a EmailCopy>,
    pub(super) created_at: OffsetDateTime,
}

/// What staff asked to be sent again.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Queued {
    pub(super) order_id: OrderId,
    pub(super) mail_id: Uuid,
    pub(super) news: Json<OrderNews>,
}

/// Adds an e-mail; one that was written before has become this now.
pub(super) async fn put(tx: &mut TenantTx, new: &NewEmail<'_>) -> Result<(), DbError> {
    sqlx::query(
        "insert into emails (tenant_id, id, mail_id, storefront_id, kind, recipient, order_id, user_id, news,
                             resend_of, outcome, provider, subject, body_text, body_html, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         on conflict (tenant_id, mail_id) do update
            set outcome = excluded.outcome,
                provider = excluded.provider,
                subject = excluded.subject,
                body_text = excluded.body_text,
                body_html = excluded.body_html",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.mail_id)
    .bind(new.storefront_id)
    .bind(new.kind)
    .bind(new.recipient.map(Email::as_str))
    .bind(new.order_id)
    .bind(new.user_id)
    .bind(new.news.map(Json))
    .bind(new.resend_of)
    .bind(new.outcome)
    .bind(new.provider)
    .bind(new.subject)
    .bind(new.copy.map(|copy| copy.text.as_str()))
    .bind(new.copy.map(|copy| copy.html.as_str()))
    .bind(new.created_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What became of an e-mail so far.
pub(super) async fn outcome(
    tx: &mut TenantTx,
    mail_id: Uuid,
) -> Result<Option<EmailOutcome>, DbError> {
    Ok(
        sqlx::query_scalar("select outcome from emails where tenant_id = $1 and mail_id = $2")
            .bind(tx.tenant_id())
            .bind(mail_id)
            .fetch_optional(tx.conn())
            .await?,
    )
}

/// An e-mail that a provider took has become this.
pub(super) async fn note(
    tx: &mut TenantTx,
    mail_id: Uuid,
    outcome: EmailOutcome,
) -> Result<(), DbError> {
    sqlx::query(
        "update emails set outcome = $3
          where tenant_id = $1 and mail_id = $2 and outcome in ('sent', 'bounced')",
    )
    .bind(tx.tenant_id())
    .bind(mail_id)
    .bind(outcome)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn list(
    tx: &mut TenantTx,
    query: &ListEmails,
    limit: u32,
) -> Result<Vec<SentEmail>, DbError> {
    Ok(sqlx::query_as(
        "select e.id, e.kind, coalesce(e.recipient, o.email) as recipient, e.order_id, e.subject, e.outcome, e.provider,
                e.resend_of, e.body_text is not null as has_copy, e.created_at
           from emails e
           left join orders o on o.tenant_id = e.tenant_id and o.id = e.order_id
          where e.tenant_id = $1 and ($2::uuid is null or e.id < $2) and ($3::uuid is null or e.order_id = $3)
            and ($4::text is null or e.outcome = $4)
          order by e.id desc
          limit $5",
    )
    .bind(tx.tenant_id())
    .bind(query.after)
    .bind(query.order_id)
    .bind(query.outcome)
    .bind(i64::from(limit))
    .fetch_all(tx.conn())
    .await?)
}

/// The same of one address.
pub(super) async fn list_to(
    tx: &mut TenantTx,
    (query, to): (&ListEmails, &Email),
    limit: u32,
) -> Result<Vec<SentEmail>, DbError> {
    Ok(sqlx::query_as(
        "select e.id, e.kind, $6 as recipient, e.order_id, e.subject, e.outcome, e.provider,
                e.resend_of, e.body_text is not null as has_copy, e.created_at
           from (select id from emails where tenant_id = $1 and recipient = $6
                 union all
                 select s.id from orders o
                   join emails s on s.tenant_id = o.tenant_id and s.order_id = o.id and s.recipient is null
                  where o.tenant_id = $1 and o.email = $6) mine
           join emails e on e.tenant_id = $1 and e.id = mine.id
          where ($2::uuid is null or e.id < $2) and ($3::uuid is null or e.order_id = $3)
            and ($4::text is null or e.outcome = $4)
          order by e.id desc
          limit $5",
    )
    .bind(tx.tenant_id())
    .bind(query.after)
    .bind(query.order_id)
    .bind(query.outcome)
    .bind(i64::from(limit))
    .bind(to.as_str())
    .fetch_all(tx.conn())
    .await?)
}

pub(super) async fn find(tx: &mut TenantTx, id: EmailId) -> Result<Option<SentEmail>, DbError> {
    Ok(sqlx::query_as(
        "select e.id, e.kind, coalesce(e.recipient, o.email) as recipient, e.order_id, e.subject, e.outcome, e.provider,
                e.resend_of, e.body_text is not null as has_copy, e.created_at
           from emails e
           left join orders o on o.tenant_id = e.tenant_id and o.id = e.order_id
          where e.tenant_id = $1 and e.id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

pub(super) async fn copy(tx: &mut TenantTx, id: EmailId) -> Result<Option<EmailCopy>, DbError> {
    Ok(sqlx::query_as(
        "select body_text as text, body_html as html
           from emails
          where tenant_id = $1 and id = $2 and body_text is not null",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Where an e-mail was sent from and what it told; it is sent again by one at a time.
pub(super) async fn lock(
    tx: &mut TenantTx,
    id: EmailId,
) -> Result<Option<(StorefrontId, Option<Json<OrderNews>>)>, DbError> {
    Ok(sqlx::query_as(
        "select storefront_id, news from emails where tenant_id = $1 and id = $2 for update",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Whether an e-mail waits to be sent again since this moment, or later.
pub(super) async fn is_waiting(
    tx: &mut TenantTx,
    id: EmailId,
    since: OffsetDateTime,
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from emails
                         where tenant_id = $1 and resend_of = $2 and outcome = 'queued' and created_at > $3)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(since)
    .fetch_one(tx.conn())
    .await?)
}

pub(super) async fn queued(tx: &mut TenantTx, id: EmailId) -> Result<Option<Queued>, DbError> {
    Ok(sqlx::query_as(
        "select order_id, mail_id, news
           from emails
          where tenant_id = $1 and id = $2 and outcome in ('queued', 'refused') and order_id is not null
            and news is not null",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Ends an e-mail that was queued.
pub(super) async fn end(
    tx: &mut TenantTx,
    id: EmailId,
    outcome: EmailOutcome,
) -> Result<(), DbError> {
    sqlx::query("update emails set outcome = $3 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .bind(outcome)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What went to an address that an account had is the account's.
pub(super) async fn claim(tx: &mut TenantTx, to: &Email, user_id: UserId) -> Result<(), DbError> {
    sqlx::query(
        "update emails set user_id = $3 where tenant_id = $1 and recipient = $2 and user_id is null",
    )
    .bind(tx.tenant_id())
    .bind(to.as_str())
    .bind(user_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Deletes what went to an address, and what belongs to the account that had it.
pub(super) async fn forget(
    tx: &mut TenantTx,
    to: &Email,
    user_id: Option<UserId>,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from emails
          where tenant_id = $1
            and (recipient = $2 or user_id = $3
                 or recipient is null and order_id in (select id from orders where tenant_id = $1 and email = $2))",
    )
    .bind(tx.tenant_id())
    .bind(to.as_str())
    .bind(user_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}
