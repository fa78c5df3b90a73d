//! Webhooks that were set aside: what operators list and retry.

use db::{DbError, RelayDb};
use kernel::ids::TenantId;
use time::OffsetDateTime;

use super::store::{self, AsideRow, QuarantineFilter};

/// The webhooks that were set aside.
#[derive(Debug, Clone)]
pub struct Quarantine {
    relay: RelayDb,
}

/// A webhook that was set aside.
#[derive(Debug, Clone)]
pub struct QuarantinedWebhook {
    /// The provider's id of the event.
    pub event_id: String,
    /// The provider's type of the event.
    pub kind: String,
    /// The tenant whose object it is about; `None` when that was not found out.
    pub tenant_id: Option<TenantId>,
    /// How often it was tried.
    pub attempts: i32,
    /// When it was received.
    pub received_at: OffsetDateTime,
    /// The seconds since then.
    pub age_seconds: i64,
    /// Why it was set aside.
    pub note: Option<String>,
}

impl Quarantine {
    /// Those in the database of `relay`.
    pub fn new(relay: RelayDb) -> Self {
        Self { relay }
    }

    /// What was set aside, that of longest ago first, at most `limit`.
    pub async fn list(
        &self,
        filter: &QuarantineFilter,
        limit: Option<i64>,
    ) -> Result<Vec<QuarantinedWebhook>, DbError> {
        let mut tx = self.relay.begin().await?;
        let rows = store::quarantined(&mut tx, filter, limit).await?;
        Ok(rows.into_iter().map(AsideRow::into_webhook).collect())
    }

    /// Makes webhooks wait again, as if they had just come; returns the ids of those that were.
    pub async fn retry(&self, event_ids: &[String]) -> Result<Vec<String>, DbError> {
        let mut tx = self.relay.begin().await?;
        let retried = store::retry(&mut tx, event_ids).await?;
        tx.commit().await?;
        Ok(retried)
    }
}

impl AsideRow {
    fn into_webhook(self) -> QuarantinedWebhook {
        QuarantinedWebhook {
            event_id: self.event_id,
            kind: self.kind,
            tenant_id: self.tenant_id,
            attempts: self.attempts,
            received_at: self.received_at,
            age_seconds: self.age_seconds,
            note: self.note,
        }
    }
}
