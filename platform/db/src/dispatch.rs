//! The outbox when a queue stands between it and those who work on its messages.

use std::time::Duration;

use kernel::Lane;
use kernel::ids::{MessageId, TenantId};
use kernel::ports::WorkTicket;

use crate::DbError;
use crate::claim::{self, MessageRow};
use crate::relay::{Message, RelayDb, bury};

impl RelayDb {
    /// Claims messages of `lane` that are ready, at most `limit`, to hand them to a queue: nobody works on them
    /// yet, so no attempt is counted. What the queue loses comes again after `lease`.
    pub async fn dispatch(
        &self,
        lane: Lane,
        limit: i64,
        lease: Duration,
    ) -> Result<Vec<WorkTicket>, DbError> {
        let mut tx = self.begin_async_commit().await?;
        let last = self.last_tenant(lane);
        let messages = claim::claim(tx.conn(), lane, (limit, 0), lease, last).await?;
        tx.commit().await?;
        let tickets = messages.iter().map(|message| WorkTicket {
            tenant_id: message.tenant_id,
            message_id: message.id,
            attempts: message.attempts,
            postponed: message.postponed,
        });
        Ok(tickets.collect())
    }

    /// Gives messages back that no queue took. Those that were worked on meanwhile stay as they are.
    pub async fn release(&self, tickets: &[WorkTicket]) -> Result<(), DbError> {
        let (tenants, ids, attempts, postponed) = columns(tickets);
        let mut tx = self.begin().await?;
        sqlx::query(
            "update outbox o
                set available_at = now()
               from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[])
                      as given (tenant_id, id, attempts, postponed)
              where o.tenant_id = given.tenant_id and o.id = given.id
                and o.attempts = given.attempts and o.postponed = given.postponed",
        )
        .bind(tenants)
        .bind(ids)
        .bind(attempts)
        .bind(postponed)
        .execute(tx.conn())
        .await?;
        tx.commit().await
    }

    /// Takes on the message of a ticket for `lease`, and counts the attempt. None when the ticket is void: the
    /// message is done, or was taken on since the ticket was made.
    pub async fn take(
        &self,
        ticket: &WorkTicket,
        lease: Duration,
    ) -> Result<Option<Message>, DbError> {
        let mut tx = self.begin().await?;
        let row: Option<MessageRow> = sqlx::query_as(
            "update outbox
                set available_at = now() + make_interval(secs => $5), attempts = attempts + 1
              where tenant_id = $1 and id = $2 and attempts = $3 and postponed = $4
                and dead_at is null
             returning tenant_id, id, payload, attempts, postponed, traceparent",
        )
        .bind(ticket.tenant_id)
        .bind(ticket.message_id)
        .bind(ticket.attempts)
        .bind(ticket.postponed)
        .bind(lease.as_secs_f64())
        .fetch_optional(tx.conn())
        .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let message = match claim::read(&row) {
            Ok(message) => Some(message),
            Err(why) => {
                bury(tx.conn(), ticket.tenant_id, ticket.message_id, &why).await?;
                None
            }
        };
        tx.commit().await?;
        Ok(message)
    }
}

type Columns = (Vec<TenantId>, Vec<MessageId>, Vec<i32>, Vec<i32>);

fn columns(tickets: &[WorkTicket]) -> Columns {
    let mut columns = Columns::default();
    for ticket in tickets {
        columns.0.push(ticket.tenant_id);
        columns.1.push(ticket.message_id);
        columns.2.push(ticket.attempts);
        columns.3.push(ticket.postponed);
    }
    columns
}
