//! Every statement on `webhook_events`.

use std::time::Duration;

use db::{DbError, RelayTx};
use kernel::ids::TenantId;
use uuid::Uuid;

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

/// Notes what became of messages.
pub(super) async fn finish(tx: &mut RelayTx, verdicts: &[Verdict]) -> Result<(), DbError> {
    let ids: Vec<&str> = verdicts.iter().map(|it| it.event_id.as_str()).collect();
    let statuses: Vec<&str> = verdicts.iter().map(|it| it.status).collect();
    let tenants: Vec<Option<Uuid>> = verdicts
        .iter()
        .map(|it| it.tenant_id.map(TenantId::uuid))
        .collect();
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

/// Forgets messages that nothing is left to do about, at most 10,000 at a time.
pub(super) async fn forget(tx: &mut RelayTx, age: Duration) -> Result<u64, DbError> {
    let done = sqlx::query(
        "delete from webhook_events e
          using (select provider, event_id from webhook_events
                  where status in ('applied', 'ignored')
                    and received_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where e.provider = old.provider and e.event_id = old.event_id",
    )
    .bind(age.as_secs_f64())
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// How many messages wait, and how many were set aside for people.
pub(super) async fn backlog(tx: &mut RelayTx) -> Result<(i64, i64), DbError> {
    Ok(sqlx::query_as(
        "select count(*) filter (where status = 'received'),
                count(*) filter (where status = 'quarantined')
           from webhook_events
          where status in ('received', 'quarantined')",
    )
    .fetch_one(tx.conn())
    .await?)
}
