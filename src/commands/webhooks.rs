//! `stoa webhooks`: webhooks that were set aside.

use std::collections::BTreeSet;

use billing::{Quarantine, QuarantineFilter, QuarantinedWebhook};
use clap::{Args, Subcommand};
use serde_json::json;

use super::set_aside::{
    AT_ONCE, Connected, Listing, Narrowed, age, conclude, moment, plain, table,
};
use super::{CommandError, say};

/// Webhooks that were set aside
#[derive(Debug, Clone, Subcommand)]
pub enum WebhooksCommand {
    /// List webhooks that were set aside, and why
    List(ListWebhooks),
    /// Apply webhooks once more, as if they had just come
    Retry(ChosenWebhooks),
}

/// What `stoa webhooks list` is told.
#[derive(Debug, Clone, Args)]
pub struct ListWebhooks {
    #[command(flatten)]
    listing: Listing,
}

/// Which webhooks. The command ends with 0 when all of them were found, with 3 when some were, and with
/// 2 when none was.
#[derive(Debug, Clone, Args)]
pub struct ChosenWebhooks {
    /// Their ids at Stripe, as the list shows them
    #[arg(value_name = "ID", conflicts_with_all = ["all", "tenant", "topic"])]
    ids: Vec<String>,
    /// All that were set aside, narrowed by --tenant and --type
    #[arg(long, required_unless_present = "ids")]
    all: bool,
    #[command(flatten)]
    narrowed: Narrowed,
}

impl WebhooksCommand {
    /// Runs the command with the settings of the environment: `DATABASE_URL` and
    /// `DATABASE_RELAY_URL`.
    pub async fn run(self) -> Result<(), CommandError> {
        let connected = Connected::open().await?;
        let quarantine = Quarantine::new(connected.relay.clone());
        let outcome = match &self {
            Self::List(list) => list.run(&connected, &quarantine).await,
            Self::Retry(chosen) => chosen.retry(&connected, &quarantine).await,
        };
        connected.close().await;
        outcome
    }
}

impl ListWebhooks {
    async fn run(
        &self,
        connected: &Connected,
        quarantine: &Quarantine,
    ) -> Result<(), CommandError> {
        let Listing {
            narrowed,
            limit,
            json,
        } = &self.listing;
        let filter = QuarantineFilter {
            tenant_id: connected.tenant(narrowed).await?,
            kind: narrowed.topic.clone(),
            ids: None,
        };
        let found = quarantine.list(&filter, Some(*limit)).await;
        let found = found.map_err(|why| CommandError::failed("webhooks list", why))?;
        if *json {
            let list: Vec<_> = found.iter().map(in_json).collect();
            say(&format!("{:#}", json!(list)));
        } else if found.is_empty() {
            say("no webhook was set aside");
        } else {
            let rows: Vec<_> = found.iter().map(in_words).collect();
            let headings = ["ID", "TENANT", "TYPE", "ATTEMPTS", "RECEIVED", "LAST ERROR"];
            say(&table(headings, &rows));
        }
        Ok(())
    }
}

impl ChosenWebhooks {
    async fn retry(
        &self,
        connected: &Connected,
        quarantine: &Quarantine,
    ) -> Result<(), CommandError> {
        let filter = QuarantineFilter {
            tenant_id: connected.tenant(&self.narrowed).await?,
            kind: self.narrowed.topic.clone(),
            ids: (!self.all).then(|| self.ids.clone()),
        };
        let failed = |why| CommandError::failed("webhooks retry", why);
        let found = quarantine.list(&filter, None).await.map_err(failed)?;
        let found: Vec<String> = found.into_iter().map(|webhook| webhook.event_id).collect();
        let mut done = BTreeSet::new();
        for some in found.chunks(AT_ONCE) {
            done.extend(quarantine.retry(some).await.map_err(failed)?);
        }
        // Also what was there a moment ago, and was retried by another command since.
        let asked: BTreeSet<_> = self.ids.iter().chain(&found).cloned().collect();
        let refused: Vec<_> = asked
            .difference(&done)
            .map(|id| format!("{id}: no webhook with this id was set aside"))
            .collect();
        conclude(done.len(), "will be applied again", &refused)
    }
}

fn in_words(webhook: &QuarantinedWebhook) -> [String; 6] {
    let tenant = webhook.tenant_id.map(|id| id.to_string());
    [
        plain(Some(&webhook.event_id)),
        tenant.unwrap_or_else(|| "-".to_owned()),
        plain(Some(&webhook.kind)),
        webhook.attempts.to_string(),
        format!("{} ago", age(webhook.age_seconds)),
        plain(webhook.note.as_deref()),
    ]
}

fn in_json(webhook: &QuarantinedWebhook) -> serde_json::Value {
    json!({
        "id": webhook.event_id,
        "tenant_id": webhook.tenant_id.map(|id| id.to_string()),
        "type": webhook.kind,
        "attempts": webhook.attempts,
        "received_at": moment(webhook.received_at),
        "age_seconds": webhook.age_seconds,
        "last_error": webhook.note,
    })
}
