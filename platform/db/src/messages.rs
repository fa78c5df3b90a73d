//! Publishing to the outbox and remembering in the inbox, inside a tenant's transaction.

use kernel::Event;
use kernel::ids::MessageId;
use kernel::ports::Ids;
use time::OffsetDateTime;

use crate::{DbError, TenantTx};

impl TenantTx {
    /// Says that `event` happened, if and only if this transaction commits.
    pub async fn publish(&mut self, event: &Event) -> Result<(), DbError> {
        self.enqueue(event, None).await
    }

    /// Reminds of `event` at a later moment, if and only if this transaction commits.
    pub async fn publish_at(&mut self, event: &Event, at: OffsetDateTime) -> Result<(), DbError> {
        self.enqueue(event, Some(at)).await
    }

    async fn enqueue(&mut self, event: &Event, at: Option<OffsetDateTime>) -> Result<(), DbError> {
        let payload = serde_json::to_value(event).map_err(DbError::unreadable)?;
        sqlx::query(
            "insert into outbox (tenant_id, id, topic, aggregate, payload, available_at)
             values ($1, $2, $3, $4, $5, coalesce($6, now()))",
        )
        .bind(self.tenant_id.uuid())
        .bind(Ids.uuid())
        .bind(event.topic())
        .bind(event.aggregate())
        .bind(payload)
        .bind(at)
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
        .bind(self.tenant_id.uuid())
        .bind(consumer)
        .bind(message_id.uuid())
        .execute(self.conn())
        .await?;
        Ok(done.rows_affected() == 1)
    }
}
