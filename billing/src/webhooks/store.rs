//! Every statement on `webhook_events`.

use std::time::Duration;

use db::{DbError, RelayTx};
use kernel::ids::TenantId;
use time::OffsetDateTime;

/// A message as it is stored.
pub(super) struct Arrival<'a> {
    pub(super) event_id: &'a str,
    pub(super) kind: &'a str,
    pub(super) object_id: &'a str,
    pub(super) is_live: bool,
    pub(super) account_id: Option<&'a str>,
    pub(super) payload: serde_json::Value,
    pub(super) is_used: bool,
}

pub(super) async fn insert(tx: &mut RelayTx, event: &Arrival<'_>) -> Result<(), DbError> {
    sqlx::query(
        "insert into webhook_events
           (provider, event_id, type, object_id, livemode, account_id, payload, status,
            received_at, available_at)
         values ('stripe', $1, $2, $3, $4, $5, $6,
                 case when $7 then 'received' else 'ignored' end, now(), now())
         on conflict do nothing",
    )
    .bind(event.event_id)
    .bind(event.kind)
    .bind(event.object_id)
    .bind(event.is_live)
    .bind(event.account_id)
    .bind(&event.payload)
    .bind(event.is_used)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A message that waits to be applied.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Waiting {
    pub(super) event_id: String,
    #[sqlx(rename = "type")]
    pub(super) kind: String,
    pub(super) object_id: String,
    pub(super) livemode: bool,
    pub(super) attempts: i32,
    pub(super) payload: serde_json::Value,
}

/// Claims messages for `lease`: whoever dies gives them back by not finishing.
pub(super) async fn claim(
    tx: &mut RelayTx,
    limit: i64,
    lease: Duration,
) -> Result<Vec<Waiting>, DbError> {
    Ok(sqlx::query_as(
        "with ready as (
           select ctid as place
             from webhook_events
            where status = 'received' and available_at <= now()
            order by available_at
            limit $1
              for update skip locked
         )
         update webhook_events
            set available_at = now() + make_interval(secs => $2), attempts = attempts + 1
          where ctid = any (array(select place from ready))
         returning event_id, type, object_id, livemode, attempts, payload",
    )
    .bind(limit)
    .bind(lease.as_secs_f64())
    .fetch_all(tx.conn())
    .await?)
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) event_id: String,
    /// `applied`, `quarantined`, or `received`: to be tried again.
    pub(super) status: &'static str,
    pub(super) tenant_id: Option<TenantId>,
    pub(super) note: Option<String>,
    pub(super) retry_after: Duration,
}

impl Verdict {
    /// What became of the message, in the words of figures.
    pub(super) fn outcome(&self) -> &'static str {
        match self.status {
            "received" => "retried",
            "quarantined" => "set_aside",
            other => other,
        }
    }
}

/// Webhooks that are not done with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct WebhookBacklog {
    /// Those that wait to be applied.
    pub waiting: i64,
    /// Those that were set aside for people.
    pub set_aside: i64,
    /// How long ago the oldest waiting one came.
    pub oldest_seconds: i64,
}

/// Notes what became of messages.
pub(super) async fn finish(tx: &mut RelayTx, verdicts: &[Verdict]) -> Result<(), DbError> {
    let ids: Vec<&str> = verdicts.iter().map(|it| it.event_id.as_str()).collect();
    let statuses: Vec<&str> = verdicts.iter().map(|it| it.status).collect();
    let tenants: Vec<_> = verdicts.iter().map(|it| it.tenant_id).collect();
    let notes: Vec<Option<&str>> = verdicts.iter().map(|it| it.note.as_deref()).collect();
    let waits: Vec<f64> = verdicts
        .iter()
        .map(|it| it.retry_after.as_secs_f64())
        .collect();
    sqlx::query(
        "update webhook_events e
            set status = v.status, tenant_id = v.tenant_id, note = v.note,
                available_at = now() + make_interval(secs => v.wait)
           from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::double precision[])
                  as v (event_id, status, tenant_id, note, wait)
          where e.provider = 'stripe' and e.event_id = v.event_id and e.status = 'received'",
    )
    .bind(ids)
    .bind(statuses)
    .bind(tenants)
    .bind(notes)
    .bind(waits)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What waits, and what was set aside for people.
pub(super) async fn backlog(tx: &mut RelayTx) -> Result<WebhookBacklog, DbError> {
    Ok(sqlx::query_as(
        "select count(*) filter (where status = 'received') as waiting,
                count(*) filter (where status = 'quarantined') as set_aside,
                coalesce(extract(epoch from now() - min(received_at)
                  filter (where status = 'received')), 0)::bigint as oldest_seconds
           from webhook_events
          where status in ('received', 'quarantined')",
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Which messages that were set aside are meant; what is `None` narrows nothing.
#[derive(Debug, Clone, Default)]
pub struct QuarantineFilter {
    /// Those that were found to belong to one tenant.
    pub tenant_id: Option<TenantId>,
    /// Those of one type.
    pub kind: Option<String>,
    /// Those with one of these ids.
    pub ids: Option<Vec<String>>,
}

#[derive(Debug, sqlx::FromRow)]
pub(super) struct AsideRow {
    pub(super) event_id: String,
    #[sqlx(rename = "type")]
    pub(super) kind: String,
    pub(super) tenant_id: Option<TenantId>,
    pub(super) attempts: i32,
    pub(super) received_at: OffsetDateTime,
    pub(super) age_seconds: i64,
    pub(super) note: Option<String>,
}

/// Messages that were set aside, those of longest ago first.
pub(super) async fn quarantined(
    tx: &mut RelayTx,
    filter: &QuarantineFilter,
    limit: Option<i64>,
) -> Result<Vec<AsideRow>, DbError> {
    Ok(sqlx::query_as(
        "select event_id, type, tenant_id, attempts, received_at,
                extract(epoch from now() - received_at)::bigint as age_seconds, note
           from webhook_events
          where status = 'quarantined'
            and ($1::uuid is null or tenant_id = $1)
            and ($2::text is null or type = $2)
            and ($3::text[] is null or event_id = any($3))
          order by available_at, event_id
          limit $4",
    )
    .bind(filter.tenant_id)
    .bind(filter.kind.as_deref())
    .bind(filter.ids.as_deref())
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}

/// Makes messages that were set aside wait again, as if they had just come; returns those that were.
pub(super) async fn retry(tx: &mut RelayTx, ids: &[String]) -> Result<Vec<String>, DbError> {
    Ok(sqlx::query_scalar(
        "update webhook_events
            set status = 'received', attempts = 0, available_at = now()
          where provider = 'stripe' and event_id = any($1) and status = 'quarantined'
         returning event_id",
    )
    .bind(ids)
    .fetch_all(tx.conn())
    .await?)
}
