//! The transaction that moves messages, and the outbox as the queue of one machine.

use std::time::Duration;

use kernel::Event;
use kernel::ids::{MessageId, TenantId};
use sqlx::{PgConnection, PgPool, Postgres, Transaction};
use uuid::Uuid;

use crate::DbError;
use crate::pool::{self, PoolOptions};
use crate::roles;
use crate::tenant::begin_with;

/// How many messages one tenant can have in a claim, so that none waits behind a noisy one.
const PER_TENANT: i64 = 20;

/// Postgres, as the role that sees messages of every tenant, and nothing else.
#[derive(Clone, Debug)]
pub struct RelayDb {
    pool: PgPool,
}

/// A message of the outbox, claimed for a while.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its id, which consumers remember.
    pub id: MessageId,
    /// The tenant it belongs to.
    pub tenant_id: TenantId,
    /// What happened.
    pub event: Event,
    /// How often it has been claimed, this time included.
    pub attempts: i32,
}

#[derive(sqlx::FromRow)]
struct MessageRow {
    tenant_id: Uuid,
    id: Uuid,
    payload: serde_json::Value,
    attempts: i32,
}

impl RelayDb {
    /// A pool for `url`. Connects when needed.
    pub fn connect(url: &str, options: PoolOptions) -> Result<Self, DbError> {
        Ok(Self {
            pool: pool::connect(url, "stoa relay", options)?,
        })
    }

    /// Opens a transaction over the message tables.
    pub async fn begin(&self) -> Result<RelayTx, DbError> {
        Ok(RelayTx {
            tx: begin_with(&self.pool, "BEGIN".to_owned()).await?,
        })
    }

    /// Opens the same, and its commit will not wait for the disk. A power failure in the next moment
    /// may lose what it wrote, never half of it: for what would be done again anyway.
    pub async fn begin_unhurried(&self) -> Result<RelayTx, DbError> {
        let open = "BEGIN; SET LOCAL synchronous_commit = off".to_owned();
        Ok(RelayTx {
            tx: begin_with(&self.pool, open).await?,
        })
    }

    /// Claims messages that are ready, at most `limit`, for `lease`: a worker that dies gives them
    /// back by not finishing. Messages that cannot be read are set aside as dead.
    pub async fn claim(&self, limit: i64, lease: Duration) -> Result<Vec<Message>, DbError> {
        self.turn_over(&[], limit, lease).await
    }

    /// Forgets messages that are handled.
    pub async fn finish(&self, messages: &[(TenantId, MessageId)]) -> Result<(), DbError> {
        self.turn_over(messages, 0, Duration::ZERO)
            .await
            .map(|_| ())
    }

    /// Forgets the messages `done`, which are handled, and claims others, at most `limit`, which may have
    /// waited for those.
    pub async fn turn_over(
        &self,
        done: &[(TenantId, MessageId)],
        limit: i64,
        lease: Duration,
    ) -> Result<Vec<Message>, DbError> {
        // Losing this delivers messages once more, which has no second effect.
        let mut tx = self.begin_unhurried().await?;
        if !done.is_empty() {
            forget(tx.conn(), done).await?;
        }
        let claimed = if limit > 0 {
            claim(tx.conn(), limit, lease).await?
        } else {
            Vec::new()
        };
        tx.commit().await?;
        Ok(claimed)
    }

    /// Gives a message back, to be tried again after `delay`.
    pub async fn retry(
        &self,
        message: &Message,
        delay: Duration,
        why: &str,
    ) -> Result<(), DbError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "update outbox set available_at = now() + make_interval(secs => $3), last_error = $4
              where tenant_id = $1 and id = $2",
        )
        .bind(message.tenant_id.uuid())
        .bind(message.id.uuid())
        .bind(delay.as_secs_f64())
        .bind(why)
        .execute(tx.conn())
        .await?;
        tx.commit().await
    }

    /// Sets a message aside for people to look at; it is not tried again.
    pub async fn set_aside(&self, message: &Message, why: &str) -> Result<(), DbError> {
        let mut tx = self.begin().await?;
        bury(tx.conn(), message.tenant_id.uuid(), message.id.uuid(), why).await?;
        tx.commit().await
    }

    /// How many messages wait that should have been handled by now, how many are dead, and how old
    /// the oldest waiting one is, in seconds.
    pub async fn backlog(&self) -> Result<(i64, i64, i64), DbError> {
        let mut tx = self.begin().await?;
        Ok(sqlx::query_as(
            "select count(*) filter (where dead_at is null and available_at <= now()),
                    count(*) filter (where dead_at is not null),
                    coalesce(extract(epoch from now() - min(available_at)
                      filter (where dead_at is null and available_at <= now())), 0)::bigint
               from outbox",
        )
        .fetch_one(tx.conn())
        .await?)
    }

    /// Whether the role is confined as it must be; the text says what is wrong.
    pub async fn check_role(&self) -> Result<Result<(), String>, DbError> {
        roles::check(self.begin().await?.conn()).await
    }

    /// Closes every connection, after the ones in use are given back.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Only the oldest unsent message of an aggregate is ready; what cannot be read is set aside.
async fn claim(
    conn: &mut PgConnection,
    limit: i64,
    lease: Duration,
) -> Result<Vec<Message>, DbError> {
    let rows: Vec<MessageRow> = sqlx::query_as(
        "with waiting as materialized (
           select tenant_id, id, seq, aggregate,
                  row_number() over (partition by tenant_id order by seq) as turn
             from (select tenant_id, id, seq, aggregate
                     from outbox
                    where dead_at is null and available_at <= now()
                    order by available_at, seq
                    limit 1000) ready
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
            set available_at = now() + make_interval(secs => $3), attempts = attempts + 1
          where ctid = any (array(select place from chosen))
         returning tenant_id, id, payload, attempts",
    )
    .bind(limit)
    .bind(PER_TENANT)
    .bind(lease.as_secs_f64())
    .fetch_all(&mut *conn)
    .await?;
    let mut messages = Vec::with_capacity(rows.len());
    for row in rows {
        match serde_json::from_value(row.payload) {
            Ok(event) => messages.push(Message {
                id: MessageId::from_uuid(row.id),
                tenant_id: TenantId::from_uuid(row.tenant_id),
                event,
                attempts: row.attempts,
            }),
            Err(why) => bury(conn, row.tenant_id, row.id, &why.to_string()).await?,
        }
    }
    Ok(messages)
}

async fn forget(
    conn: &mut PgConnection,
    messages: &[(TenantId, MessageId)],
) -> Result<(), DbError> {
    let tenants: Vec<Uuid> = messages.iter().map(|message| message.0.uuid()).collect();
    let ids: Vec<Uuid> = messages.iter().map(|message| message.1.uuid()).collect();
    sqlx::query(
        "delete from outbox
          where ctid = any (array(
                select o.ctid
                  from unnest($1::uuid[], $2::uuid[]) as done (tenant_id, id)
                 cross join lateral (select ctid
                                       from outbox
                                      where tenant_id = done.tenant_id and id = done.id
                                      limit 1) o))",
    )
    .bind(tenants)
    .bind(ids)
    .execute(conn)
    .await?;
    Ok(())
}

async fn bury(
    conn: &mut PgConnection,
    tenant_id: Uuid,
    id: Uuid,
    why: &str,
) -> Result<(), DbError> {
    sqlx::query(
        "update outbox set dead_at = now(), last_error = $3 where tenant_id = $1 and id = $2",
    )
    .bind(tenant_id)
    .bind(id)
    .bind(why)
    .execute(conn)
    .await?;
    Ok(())
}

/// A transaction over the message tables.
#[must_use = "dropping a transaction rolls it back"]
#[derive(Debug)]
pub struct RelayTx {
    tx: Transaction<'static, Postgres>,
}

impl RelayTx {
    /// The connection, to run a statement on.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.tx
    }

    /// Keeps what was written.
    pub async fn commit(self) -> Result<(), DbError> {
        Ok(self.tx.commit().await?)
    }
}
