//! Claiming messages of the outbox, fairly among tenants.

use std::sync::Mutex;
use std::time::Duration;

use kernel::ids::{MessageId, TenantId};
use kernel::{Event, Lane};
use serde::Deserialize;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::DbError;
use crate::relay::{Message, bury};

/// How many messages one tenant can have in a claim, so that none waits behind a noisy one.
const PER_TENANT: i64 = 20;

/// A message that fails this often is set aside for people to look at.
pub const MOST_ATTEMPTS: i32 = 20;

#[derive(sqlx::FromRow)]
pub(crate) struct MessageRow {
    tenant_id: TenantId,
    id: MessageId,
    payload: serde_json::Value,
    attempts: i32,
    postponed: i32,
    traceparent: Option<String>,
}

/// Only the oldest unsent message of an aggregate is ready; those that wait for it take no turns of their tenant. `$5` attempts are counted: none when nobody works on it yet.
const CLAIM_OLDEST: &str = "with waiting as materialized (
   select tenant_id, id, seq, aggregate,
          row_number() over (partition by tenant_id order by seq) as turn
     from (select distinct on (tenant_id, aggregate) tenant_id, id, seq, aggregate
             from (select tenant_id, id, seq, aggregate
                     from outbox
                    where lane = $4 and dead_at is null and available_at <= now()
                    order by available_at, seq
                    limit 1000) ready
            order by tenant_id, aggregate, seq) oldest
 ), chosen as (
   select o.place
     from (select * from waiting where turn <= $2 order by turn, seq) w
    cross join lateral (
          select ctid as place
            from outbox
           where tenant_id = w.tenant_id and id = w.id
             and available_at <= now() and dead_at is null
             and not exists (select from outbox earlier
                              where earlier.tenant_id = w.tenant_id
                                and earlier.aggregate = w.aggregate
                                and earlier.seq < w.seq and earlier.dead_at is null)
             for update skip locked) o
    limit $1
 )
 update outbox
    set available_at = now() + make_interval(secs => $3), attempts = attempts + $5
  where ctid = any (array(select place from chosen))
 returning tenant_id, id, payload, attempts, postponed, traceparent";

/// The same, tenant by tenant behind the one in `$6`: a step of the index for each, whatever it has. Of the aggregates of
/// a tenant's first messages the oldest ones are taken: one that was tried before stands behind those that wait for it,
/// and they would wait for ever if it had to be among the first itself.
const CLAIM_IN_TURN: &str = "with recursive tenants as (
   (select tenant_id, 1 as step
      from outbox
     where lane = $4 and dead_at is null and tenant_id > $6
     order by tenant_id
     limit 1)
   union all
   select next.tenant_id, tenants.step + 1
     from tenants
    cross join lateral (select tenant_id
                          from outbox
                         where lane = $4 and dead_at is null and tenant_id > tenants.tenant_id
                         order by tenant_id
                         limit 1) next
    where tenants.step < 500
 ), waiting as materialized (
   select ready.*
     from tenants
    cross join lateral (
          select o.tenant_id, o.id, o.seq, o.aggregate,
                 row_number() over (order by o.available_at, o.seq) as turn
            from (select tenant_id, id, seq, aggregate, available_at
                    from outbox
                   where lane = $4 and tenant_id = tenants.tenant_id
                     and dead_at is null and available_at <= now()
                   order by available_at, seq
                   limit $2) o) ready
 ), heads as materialized (
   select w.tenant_id, head.id, min(w.turn) as turn
     from waiting w
    cross join lateral (
          select id
            from outbox
           where tenant_id = w.tenant_id and aggregate = w.aggregate and dead_at is null
           order by seq
           limit 1) head
    group by w.tenant_id, head.id
 ), chosen as (
   select o.place
     from (select * from heads order by turn, tenant_id) w
    cross join lateral (
          select ctid as place
            from outbox
           where tenant_id = w.tenant_id and id = w.id and lane = $4
             and available_at <= now() and dead_at is null
             for update skip locked) o
    limit $1
 )
 update outbox
    set available_at = now() + make_interval(secs => $3), attempts = attempts + $5
  where ctid = any (array(select place from chosen))
 returning tenant_id, id, payload, attempts, postponed, traceparent";

/// Claims the oldest messages, fairly among the tenants that have some of the 1,000 oldest. When more
/// than those wait, one tenant may have them all: then the tenants take turns, from where the last
/// claim ended.
pub(crate) async fn claim(
    conn: &mut PgConnection,
    lane: Lane,
    (limit, attempts): (i64, i32),
    lease: Duration,
    last_tenant: &Mutex<Uuid>,
) -> Result<Vec<Message>, DbError> {
    let rows = if is_crowded(conn, lane).await? {
        let after = last_tenant.lock().map_or(Uuid::nil(), |last| *last);
        let rows = claim_with(
            conn,
            CLAIM_IN_TURN,
            lane,
            (limit, attempts),
            lease,
            Some(after),
        )
        .await?;
        let is_full = i64::try_from(rows.len()).unwrap_or(i64::MAX) >= limit;
        let next = rows.iter().map(|row| row.tenant_id).max();
        if let Ok(mut last) = last_tenant.lock() {
            *last = next.filter(|_| is_full).map_or(Uuid::nil(), TenantId::uuid);
        }
        rows
    } else {
        claim_with(conn, CLAIM_OLDEST, lane, (limit, attempts), lease, None).await?
    };
    let mut messages = Vec::with_capacity(rows.len());
    for row in rows {
        match read(&row) {
            Ok(message) => messages.push(message),
            Err(why) => bury(conn, row.tenant_id, row.id, &why).await?,
        }
    }
    Ok(messages)
}

/// The message in a row; what cannot be read, or has never had an outcome, is set aside.
pub(crate) fn read(row: &MessageRow) -> Result<Message, String> {
    if row.attempts > MOST_ATTEMPTS {
        return Err(format!(
            "claimed {MOST_ATTEMPTS} times, and no worker lived to tell what became of it"
        ));
    }
    let event = Event::deserialize(&row.payload).map_err(|why| why.to_string())?;
    Ok(Message {
        id: row.id,
        tenant_id: row.tenant_id,
        event,
        attempts: row.attempts,
        postponed: row.postponed,
        traceparent: row.traceparent.clone(),
    })
}

/// Whether more messages are ready than one look takes in.
async fn is_crowded(conn: &mut PgConnection, lane: Lane) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from outbox
                         where lane = $1 and dead_at is null and available_at <= now()
                         order by available_at, seq
                        offset 999 limit 1)",
    )
    .bind(lane.name())
    .fetch_one(conn)
    .await?)
}

async fn claim_with(
    conn: &mut PgConnection,
    statement: &'static str,
    lane: Lane,
    (limit, attempts): (i64, i32),
    lease: Duration,
    after: Option<Uuid>,
) -> Result<Vec<MessageRow>, DbError> {
    let mut query = sqlx::query_as(statement)
        .bind(limit)
        .bind(PER_TENANT)
        .bind(lease.as_secs_f64())
        .bind(lane.name())
        .bind(attempts);
    if let Some(after) = after {
        query = query.bind(after);
    }
    Ok(query.fetch_all(conn).await?)
}
