//! Messages that were set aside: what operators list, retry and drop.

use kernel::Event;
use kernel::ids::{MessageId, TenantId};
use serde::Deserialize;
use serde_json::{Value, json};
use time::OffsetDateTime;

use crate::{DbError, RelayDb};

/// Which dead messages are meant; what is `None` narrows nothing.
#[derive(Debug, Clone, Default)]
pub struct DeadFilter {
    /// Those of one tenant.
    pub tenant_id: Option<TenantId>,
    /// Those of one topic.
    pub topic: Option<String>,
    /// Those with one of these ids.
    pub ids: Option<Vec<MessageId>>,
}

/// A message that was set aside.
#[derive(Debug, Clone)]
pub struct DeadMessage {
    /// Its id.
    pub id: MessageId,
    /// The tenant it belongs to.
    pub tenant_id: TenantId,
    /// What happened, by name.
    pub topic: String,
    /// How often it was tried.
    pub attempts: i32,
    /// When it was published.
    pub created_at: OffsetDateTime,
    /// When it was set aside.
    pub set_aside_at: OffsetDateTime,
    /// The seconds since then.
    pub age_seconds: i64,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// Why it cannot be tried again; `None` when it can.
    pub obstacle: Option<String>,
}

#[derive(sqlx::FromRow)]
struct DeadRow {
    tenant_id: TenantId,
    id: MessageId,
    topic: String,
    attempts: i32,
    created_at: OffsetDateTime,
    dead_at: OffsetDateTime,
    age_seconds: i64,
    last_error: Option<String>,
    payload: Value,
}

impl RelayDb {
    /// Messages that were set aside, those of longest ago first, at most `limit`.
    pub async fn dead_messages(
        &self,
        filter: &DeadFilter,
        limit: Option<i64>,
    ) -> Result<Vec<DeadMessage>, DbError> {
        let mut tx = self.begin().await?;
        let rows: Vec<DeadRow> = sqlx::query_as(
            "select tenant_id, id, topic, attempts, created_at, dead_at,
                    extract(epoch from now() - dead_at)::bigint as age_seconds, last_error, payload
               from outbox
              where dead_at is not null
                and ($1::uuid is null or tenant_id = $1)
                and ($2::text is null or topic = $2)
                and ($3::uuid[] is null or id = any($3))
              order by dead_at, id
              limit $4",
        )
        .bind(filter.tenant_id)
        .bind(filter.topic.as_deref())
        .bind(filter.ids.as_ref())
        .bind(limit)
        .fetch_all(tx.conn())
        .await?;
        Ok(rows.into_iter().map(DeadRow::into_message).collect())
    }

    /// Makes dead messages ready again, as if they had never been tried; returns those that were.
    pub async fn retry_dead(
        &self,
        messages: &[(TenantId, MessageId)],
    ) -> Result<Vec<MessageId>, DbError> {
        self.change_dead(
            "update outbox o
                set dead_at = null, attempts = 0, postponed = 0, available_at = now()
               from unnest($1::uuid[], $2::uuid[]) as chosen (tenant_id, id)
              where o.tenant_id = chosen.tenant_id and o.id = chosen.id and o.dead_at is not null
             returning o.id",
            messages,
        )
        .await
    }

    /// Deletes dead messages; returns those that were.
    pub async fn drop_dead(
        &self,
        messages: &[(TenantId, MessageId)],
    ) -> Result<Vec<MessageId>, DbError> {
        self.change_dead(
            "delete from outbox o
              using unnest($1::uuid[], $2::uuid[]) as chosen (tenant_id, id)
              where o.tenant_id = chosen.tenant_id and o.id = chosen.id and o.dead_at is not null
             returning o.id",
            messages,
        )
        .await
    }

    async fn change_dead(
        &self,
        statement: &'static str,
        messages: &[(TenantId, MessageId)],
    ) -> Result<Vec<MessageId>, DbError> {
        let tenants: Vec<_> = messages.iter().map(|message| message.0).collect();
        let ids: Vec<_> = messages.iter().map(|message| message.1).collect();
        let mut tx = self.begin().await?;
        let changed = sqlx::query_scalar(statement)
            .bind(tenants)
            .bind(ids)
            .fetch_all(tx.conn())
            .await?;
        tx.commit().await?;
        Ok(changed)
    }
}

impl DeadRow {
    fn into_message(self) -> DeadMessage {
        DeadMessage {
            id: self.id,
            tenant_id: self.tenant_id,
            topic: self.topic,
            attempts: self.attempts,
            created_at: self.created_at,
            set_aside_at: self.dead_at,
            age_seconds: self.age_seconds,
            last_error: self.last_error,
            obstacle: obstacle(self.payload),
        }
    }
}

/// Why a message with this payload cannot be handled.
fn obstacle(mut payload: Value) -> Option<String> {
    let why = Event::deserialize(&payload).err()?;
    // What is taken away when a message is set aside; with it the message could be read.
    if let Some(fields) = payload.as_object_mut() {
        for (name, value) in [("email", "a@b.example"), ("first_name", "A")] {
            fields.entry(name).or_insert_with(|| json!(value));
        }
    }
    Some(if Event::deserialize(&payload).is_ok() {
        "its personal data was removed when it was set aside".to_owned()
    } else {
        format!("this version of the program cannot read it: {why}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-0000-0000-000000000001";

    #[test]
    fn a_message_without_its_personal_data_says_so() {
        let storefront = kernel::ids::StorefrontId::from_uuid(ID.parse().unwrap());
        let whole = serde_json::to_value(Event::PasswordForgotten {
            email: kernel::contact::Email::parse("anna@example.com").unwrap(),
            storefront_id: storefront,
        });
        let whole = whole.unwrap();
        let mut stripped = whole.clone();
        stripped.as_object_mut().unwrap().remove("email");

        assert_eq!(obstacle(whole), None);
        assert_eq!(
            obstacle(stripped).unwrap(),
            "its personal data was removed when it was set aside"
        );
        let unknown = obstacle(json!({"type": "something_new"})).unwrap();
        assert!(
            unknown.starts_with("this version of the program cannot read it: unknown variant"),
            "{unknown}"
        );
    }
}
