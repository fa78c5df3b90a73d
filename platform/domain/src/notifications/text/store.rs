//! Every statement about text messages.

use db::{DbError, TenantTx};
use kernel::ids::{FulfillmentId, OrderId, TextMessageId};
use kernel::ports::{TextEvent, TextEventKind};
use time::{OffsetDateTime, Time};

use super::{SmsSettings, TextNews};

pub(super) async fn settings(tx: &mut TenantTx) -> Result<Option<SmsSettings>, DbError> {
    Ok(sqlx::query_as(
        "select is_enabled, quiet_from, quiet_until, time_zone, monthly_segment_limit
           from sms_settings where tenant_id = $1",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?)
}

/// How many segments this month may have; messages are added one after the other from here on.
pub(super) async fn lock_limit(tx: &mut TenantTx) -> Result<i64, DbError> {
    let limit: Option<i32> = sqlx::query_scalar(
        "select monthly_segment_limit from sms_settings where tenant_id = $1 for update",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?;
    Ok(limit.unwrap_or_default().into())
}

pub(super) async fn put_settings(tx: &mut TenantTx, settings: &SmsSettings) -> Result<(), DbError> {
    sqlx::query(
        "insert into sms_settings
                (tenant_id, is_enabled, quiet_from, quiet_until, time_zone, monthly_segment_limit)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id) do update
            set is_enabled = excluded.is_enabled,
                quiet_from = excluded.quiet_from,
                quiet_until = excluded.quiet_until,
                time_zone = excluded.time_zone,
                monthly_segment_limit = excluded.monthly_segment_limit",
    )
    .bind(tx.tenant_id())
    .bind(settings.is_enabled)
    .bind(settings.quiet_from)
    .bind(settings.quiet_until)
    .bind(&settings.time_zone)
    .bind(settings.monthly_segment_limit)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether this is the IANA name of a zone: the database knows others too, which depend on its version or
/// count leap seconds.
pub(super) async fn has_zone(tx: &mut TenantTx, name: &str) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from pg_timezone_names
                         where name = $1 and (name = 'UTC' or name like '%/%')
                           and name not like 'posix/%' and name not like 'right/%')",
    )
    .bind(name)
    .fetch_one(tx.conn())
    .await?)
}

/// When the quiet hours end that it is at `now`; none when it is none.
pub(super) async fn quiet_end(
    tx: &mut TenantTx,
    now: OffsetDateTime,
    (from, until): (Time, Time),
    zone: &str,
) -> Result<Option<OffsetDateTime>, DbError> {
    Ok(sqlx::query_scalar(
        "select case
                  when q.begin < q.until and l.time >= q.begin and l.time < q.until
                    then (l.day + q.until) at time zone $4
                  when q.begin > q.until and l.time >= q.begin then (l.day + 1 + q.until) at time zone $4
                  when q.begin > q.until and l.time < q.until then (l.day + q.until) at time zone $4
                end
           from (select $2::time, $3::time) q (begin, until),
                (select ($1::timestamptz at time zone $4)::date, ($1::timestamptz at time zone $4)::time) l (day, time)",
    )
    .bind(now)
    .bind(from)
    .bind(until)
    .bind(zone)
    .fetch_one(tx.conn())
    .await?)
}

/// Segments of the calendar month of `now`; without those that the provider refused at once, which are not
/// paid for.
pub(super) async fn used(
    tx: &mut TenantTx,
    now: OffsetDateTime,
    zone: &str,
) -> Result<i64, DbError> {
    Ok(sqlx::query_scalar(
        "select coalesce(sum(segments), 0)::bigint from text_messages
          where tenant_id = $1 and (status <> 'failed' or provider_id is not null)
            and created_at >= date_trunc('month', $2::timestamptz at time zone $3) at time zone $3",
    )
    .bind(tx.tenant_id())
    .bind(now)
    .bind(zone)
    .fetch_one(tx.conn())
    .await?)
}

/// What the provider is going to be asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewText {
    pub(super) id: TextMessageId,
    pub(super) order_id: OrderId,
    pub(super) fulfillment_id: FulfillmentId,
    pub(super) news: TextNews,
    pub(super) segments: i32,
    pub(super) created_at: OffsetDateTime,
}

/// Whether there is a message about this already.
pub(super) async fn is_told(
    tx: &mut TenantTx,
    fulfillment_id: FulfillmentId,
    news: TextNews,
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from text_messages
                         where tenant_id = $1 and fulfillment_id = $2 and news = $3)",
    )
    .bind(tx.tenant_id())
    .bind(fulfillment_id)
    .bind(news)
    .fetch_one(tx.conn())
    .await?)
}

/// Adds a message; `false` when there is one about the same.
pub(super) async fn add(tx: &mut TenantTx, new: &NewText) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into text_messages
                (tenant_id, id, order_id, fulfillment_id, news, status, segments, created_at)
         values ($1, $2, $3, $4, $5, 'sending', $6, $7)
         on conflict (tenant_id, fulfillment_id, news) do nothing",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.order_id)
    .bind(new.fulfillment_id)
    .bind(new.news)
    .bind(new.segments)
    .bind(new.created_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The provider took it; it may have told more of it already.
pub(super) async fn taken(
    tx: &mut TenantTx,
    id: TextMessageId,
    provider_id: Option<&str>,
) -> Result<(), DbError> {
    sqlx::query(
        "update text_messages
            set status = case status when 'sending' then 'sent' else status end, provider_id = $3
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(provider_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The provider refused it.
pub(super) async fn refused(
    tx: &mut TenantTx,
    id: TextMessageId,
    code: Option<i32>,
) -> Result<(), DbError> {
    sqlx::query(
        "update text_messages set status = 'failed', error_code = $3
          where tenant_id = $1 and id = $2 and status = 'sending'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(code)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The provider did not take it, and is asked again later.
pub(super) async fn take_back(tx: &mut TenantTx, id: TextMessageId) -> Result<(), DbError> {
    sqlx::query(
        "delete from text_messages where tenant_id = $1 and id = $2 and status = 'sending'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What the provider told of a message: a status only moves forward, and only of the message that the provider
/// calls by this name. What it was about, if that was news.
pub(super) async fn note(
    tx: &mut TenantTx,
    id: TextMessageId,
    event: &TextEvent,
) -> Result<Option<(OrderId, FulfillmentId, TextNews)>, DbError> {
    let (status, code) = match event.kind {
        TextEventKind::Sent => ("sent", None),
        TextEventKind::Delivered => ("delivered", None),
        TextEventKind::Failed(code) => ("failed", code),
    };
    Ok(sqlx::query_as(
        "update text_messages
            set status = $3, provider_id = $4, error_code = $5
          where tenant_id = $1 and id = $2 and (provider_id is null or provider_id = $4)
            and (status = 'sending' or (status = 'sent' and $3 in ('delivered', 'failed')))
         returning order_id, fulfillment_id, news",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(status)
    .bind(&event.provider_id)
    .bind(code)
    .fetch_optional(tx.conn())
    .await?)
}
