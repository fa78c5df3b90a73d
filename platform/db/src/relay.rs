//! The transaction that moves messages, and the outbox as the queue of one machine.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use kernel::ids::{MessageId, TenantId};
use kernel::{Event, Lane};
use sqlx::{PgConnection, Postgres, Transaction};
use uuid::Uuid;

use crate::DbError;
use crate::claim::claim;
use crate::pool::{self, Pool, PoolOptions};
use crate::roles;
use crate::tenant::begin_with;

/// Postgres, as the role that sees messages of every tenant, and nothing else.
#[derive(Clone, Debug)]
pub struct RelayDb {
    pool: Pool,
    /// For each lane, the tenant that the last claim in turn ended with.
    last_tenants: Arc<[Mutex<Uuid>; Lane::ALL.len()]>,
}

/// What waits in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Backlog {
    /// Messages that should have been handled by now.
    pub pending: i64,
    /// Messages that were set aside.
    pub dead: i64,
    /// How old the oldest pending one is.
    pub oldest_seconds: i64,
    /// Payments that succeeded more than five minutes ago, and whose orders do not know it: not even
    /// that an order was paid too late.
    pub payments_without_order: i64,
    /// How long ago the oldest payment succeeded whose order was not told of it.
    pub money_without_order_seconds: i64,
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
    /// How often it has been claimed, this time included, and not put off by an outage.
    pub attempts: i32,
    /// How often an outage has put it off.
    pub postponed: i32,
    /// The span that published it, when its request is traced.
    pub traceparent: Option<String>,
}

impl RelayDb {
    /// A pool for `url`. Connects when needed.
    pub fn connect(url: &str, options: PoolOptions) -> Result<Self, DbError> {
        Ok(Self {
            pool: pool::connect(url, "relay", options)?,
            last_tenants: Arc::default(),
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
    pub async fn begin_async_commit(&self) -> Result<RelayTx, DbError> {
        let open = "BEGIN; SET LOCAL synchronous_commit = off".to_owned();
        Ok(RelayTx {
            tx: begin_with(&self.pool, open).await?,
        })
    }

    /// Claims messages of `lane` that are ready, at most `limit`, for `lease`: a worker that dies
    /// gives them back by not finishing. Messages that cannot be read are set aside as dead.
    pub async fn claim(
        &self,
        lane: Lane,
        limit: i64,
        lease: Duration,
    ) -> Result<Vec<Message>, DbError> {
        self.finish_and_claim(lane, &[], limit, lease).await
    }

    /// Forgets messages that are handled.
    pub async fn finish(&self, messages: &[(TenantId, MessageId)]) -> Result<(), DbError> {
        self.finish_and_claim(Lane::Orders, messages, 0, Duration::ZERO)
            .await
            .map(|_| ())
    }

    /// Forgets the messages `done`, which are handled, and claims others, at most `limit`, which may have
    /// waited for those.
    pub async fn finish_and_claim(
        &self,
        lane: Lane,
        done: &[(TenantId, MessageId)],
        limit: i64,
        lease: Duration,
    ) -> Result<Vec<Message>, DbError> {
        // Losing this delivers messages once more, which has no second effect.
        let mut tx = self.begin_async_commit().await?;
        if !done.is_empty() {
            forget(tx.conn(), done).await?;
        }
        let claimed = if limit > 0 {
            claim(tx.conn(), lane, (limit, 1), lease, self.last_tenant(lane)).await?
        } else {
            Vec::new()
        };
        tx.commit().await?;
        Ok(claimed)
    }

    /// Where the last claim of a lane ended.
    pub(crate) fn last_tenant(&self, lane: Lane) -> &Mutex<Uuid> {
        let [orders, mail, search, pictures, documents] = &*self.last_tenants;
        match lane {
            Lane::Orders => orders,
            Lane::Mail => mail,
            Lane::Search => search,
            Lane::Pictures => pictures,
            Lane::Documents => documents,
        }
    }

    /// Gives a message that failed back, to be tried again after `delay`.
    pub async fn retry(
        &self,
        message: &Message,
        delay: Duration,
        why: &str,
    ) -> Result<(), DbError> {
        self.give_back(message, delay, why, 0).await
    }

    /// Gives back a message whose turn an outage took: the attempt does not count.
    pub async fn postpone(
        &self,
        message: &Message,
        delay: Duration,
        why: &str,
    ) -> Result<(), DbError> {
        self.give_back(message, delay, why, 1).await
    }

    async fn give_back(
        &self,
        message: &Message,
        delay: Duration,
        why: &str,
        postponed: i32,
    ) -> Result<(), DbError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "update outbox
                set available_at = now() + make_interval(secs => $3), last_error = $4,
                    attempts = attempts - $5, postponed = postponed + $5
              where tenant_id = $1 and id = $2",
        )
        .bind(message.tenant_id)
        .bind(message.id)
        .bind(delay.as_secs_f64())
        .bind(why)
        .bind(postponed)
        .execute(tx.conn())
        .await?;
        tx.commit().await
    }

    /// Sets a message aside for people to look at; it is not tried again.
    pub async fn set_aside(&self, message: &Message, why: &str) -> Result<(), DbError> {
        let mut tx = self.begin().await?;
        bury(tx.conn(), message.tenant_id, message.id, why).await?;
        tx.commit().await
    }

    /// What waits, and what was set aside.
    pub async fn backlog(&self) -> Result<Backlog, DbError> {
        let mut tx = self.begin().await?;
        Ok(sqlx::query_as(
            "select count(*) filter (where dead_at is null and available_at <= now()) as pending,
                    count(*) filter (where dead_at is not null) as dead,
                    coalesce(extract(epoch from now() - min(available_at)
                      filter (where dead_at is null and available_at <= now())), 0)::bigint
                      as oldest_seconds,
                    count(*) filter (where topic = 'payment.succeeded'
                                       and created_at < now() - interval '5 minutes')
                      as payments_without_order,
                    coalesce(extract(epoch from now() - min(created_at)
                      filter (where topic = 'payment.succeeded')), 0)::bigint
                      as money_without_order_seconds
               from outbox",
        )
        .fetch_one(tx.conn())
        .await?)
    }

    /// Whether the role is confined as it must be; the text says what is wrong.
    pub async fn check_role(&self) -> Result<Result<(), String>, DbError> {
        roles::check(self.begin().await?.conn(), "stoa_relay").await
    }

    /// Tells how many connections are used and waited for.
    pub fn measure(&self) {
        self.pool.measure();
    }

    /// Closes every connection, after the ones in use are given back.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

async fn forget(
    conn: &mut PgConnection,
    messages: &[(TenantId, MessageId)],
) -> Result<(), DbError> {
    let tenants: Vec<_> = messages.iter().map(|message| message.0).collect();
    let ids: Vec<_> = messages.iter().map(|message| message.1).collect();
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

/// Sets a message aside. What it says of a person goes with it: who it was about may have left.
pub(crate) async fn bury(
    conn: &mut PgConnection,
    tenant_id: TenantId,
    id: MessageId,
    why: &str,
) -> Result<(), DbError> {
    sqlx::query(
        "update outbox
            set dead_at = now(), last_error = $3, payload = payload - 'email' - 'first_name'
          where tenant_id = $1 and id = $2",
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
