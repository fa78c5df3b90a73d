//! Publishing to the outbox and remembering in the inbox, inside a tenant's transaction.

use kernel::Event;
use kernel::ids::MessageId;
use kernel::ports::Ids;
use time::OffsetDateTime;

use crate::{DbError, TenantTx};

impl TenantTx {
    /// Says that `event` happened, if and only if this transaction commits.
    pub async fn publish(&mut self, event: &Event) -> Result<(), DbError> {
        self.publish_all(&[(event, None)]).await
    }

    /// Reminds of `event` at a later moment, if and only if this transaction commits.
    pub async fn publish_at(&mut self, event: &Event, at: OffsetDateTime) -> Result<(), DbError> {
        self.publish_all(&[(event, Some(at))]).await
    }

    /// Publishes several events in one statement: those with a moment are reminders.
    pub async fn publish_all(
        &mut self,
        events: &[(&Event, Option<OffsetDateTime>)],
    ) -> Result<(), DbError> {
        if events.is_empty() {
            return Ok(());
        }
        let (mut ids, mut topics, mut aggregates) = (Vec::new(), Vec::new(), Vec::new());
        let (mut payloads, mut moments, mut lanes) = (Vec::new(), Vec::new(), Vec::new());
        for (event, at) in events {
            ids.push(Ids.uuid());
            topics.push(event.topic());
            aggregates.push(event.aggregate());
            payloads.push(serde_json::to_value(event).map_err(DbError::unreadable)?);
            moments.push(*at);
            lanes.push(event.lane().name());
        }
        sqlx::query(
            "insert into outbox (tenant_id, id, topic, aggregate, payload, available_at, lane,
                                 traceparent)
             select $1, e.id, e.topic, e.aggregate, e.payload, coalesce(e.at, now()), e.lane, $8
               from unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::timestamptz[],
                           $7::text[])
                    with ordinality as e (id, topic, aggregate, payload, at, lane, place)
              order by e.place",
        )
        .bind(self.tenant_id)
        .bind(ids)
        .bind(topics)
        .bind(aggregates)
        .bind(payloads)
        .bind(moments)
        .bind(lanes)
        .bind(kernel::trace::current())
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes that `consumer` handles the message; `false` when it has done so before.
    pub async fn note_handled(
        &mut self,
        consumer: &str,
        message_id: MessageId,
    ) -> Result<bool, DbError> {
        let done = sqlx::query(
            "insert into inbox (tenant_id, consumer, message_id) values ($1, $2, $3)
             on conflict do nothing",
        )
        .bind(self.tenant_id)
        .bind(consumer)
        .bind(message_id)
        .execute(self.conn())
        .await?;
        Ok(done.rows_affected() == 1)
    }
}
