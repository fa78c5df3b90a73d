//! `stoa outbox`: messages that were set aside.

use std::collections::BTreeSet;

use clap::{Args, Subcommand};
use db::{DeadFilter, DeadMessage};
use kernel::ids::{MessageId, TenantId};
use serde_json::json;

use super::set_aside::{
    AT_ONCE, Connected, Listing, Narrowed, age, conclude, moment, plain, table,
};
use super::{CommandError, say};

/// Messages that were set aside
#[derive(Debug, Clone, Subcommand)]
pub enum OutboxCommand {
    /// List messages that were set aside, and why
    List(List),
    /// Make messages ready again, as if they had never been tried
    Retry(Chosen),
    /// Delete messages; what they would have done is not done
    Drop(Chosen),
}

/// What `stoa outbox list` is told.
#[derive(Debug, Clone, Args)]
pub struct List {
    #[command(flatten)]
    listing: Listing,
}

/// Which messages. The command ends with 0 when all of them were found and changed, with 3 when some
/// were, and with 2 when none was.
#[derive(Debug, Clone, Args)]
pub struct Chosen {
    /// Their ids, as the list shows them
    #[arg(value_name = "ID", conflicts_with_all = ["all", "tenant", "topic"])]
    ids: Vec<MessageId>,
    /// All that were set aside, narrowed by --tenant and --topic
    #[arg(long, required_unless_present = "ids")]
    all: bool,
    #[command(flatten)]
    narrowed: Narrowed,
}

impl OutboxCommand {
    /// Runs the command with the settings of the environment: `DATABASE_URL` and
    /// `DATABASE_RELAY_URL`.
    pub async fn run(self) -> Result<(), CommandError> {
        if let Self::Drop(chosen) = &self {
            chosen.must_be_narrowed()?;
        }
        let connected = Connected::open().await?;
        let outcome = match &self {
            Self::List(list) => list.run(&connected).await,
            Self::Retry(chosen) => chosen.retry(&connected).await,
            Self::Drop(chosen) => chosen.delete(&connected).await,
        };
        connected.close().await;
        outcome
    }
}

impl List {
    async fn run(&self, connected: &Connected) -> Result<(), CommandError> {
        let Listing {
            narrowed,
            limit,
            json,
        } = &self.listing;
        let filter = DeadFilter {
            tenant_id: connected.tenant(narrowed).await?,
            topic: narrowed.topic.clone(),
            ids: None,
        };
        let found = connected.relay.dead_messages(&filter, Some(*limit)).await;
        let found = found.map_err(|why| CommandError::failed("outbox list", why))?;
        if *json {
            let list: Vec<_> = found.iter().map(in_json).collect();
            say(&format!("{:#}", json!(list)));
        } else if found.is_empty() {
            say("no message was set aside");
        } else {
            let rows: Vec<_> = found.iter().map(in_words).collect();
            let headings = [
                "ID",
                "TENANT",
                "TOPIC",
                "ATTEMPTS",
                "SET ASIDE",
                "LAST ERROR",
            ];
            say(&table(headings, &rows));
        }
        Ok(())
    }
}

impl Chosen {
    /// What would delete every message is more likely a slip.
    fn must_be_narrowed(&self) -> Result<(), CommandError> {
        if self.all && self.narrowed.tenant.is_none() && self.narrowed.topic.is_none() {
            let why = "outbox drop: --all must be narrowed by --tenant or --topic";
            return Err(CommandError::Unusable(why.to_owned()));
        }
        Ok(())
    }

    async fn retry(&self, connected: &Connected) -> Result<(), CommandError> {
        let (found, mut refused) = self.find(connected).await?;
        let mut ready = Vec::new();
        for message in found {
            match message.obstacle {
                Some(why) => refused.push(format!("{}: cannot be retried: {why}", message.id)),
                None => ready.push((message.tenant_id, message.id)),
            }
        }
        let mut done = 0;
        for some in ready.chunks(AT_ONCE) {
            let changed = connected.relay.retry_dead(some).await;
            let changed = changed.map_err(|why| CommandError::failed("outbox retry", why))?;
            refused.extend(gone(some, &changed));
            done += changed.len();
        }
        conclude(done, "ready again", &refused)
    }

    async fn delete(&self, connected: &Connected) -> Result<(), CommandError> {
        let (found, mut refused) = self.find(connected).await?;
        let found: Vec<_> = found.iter().map(|it| (it.tenant_id, it.id)).collect();
        let mut done = 0;
        for some in found.chunks(AT_ONCE) {
            let changed = connected.relay.drop_dead(some).await;
            let changed = changed.map_err(|why| CommandError::failed("outbox drop", why))?;
            refused.extend(gone(some, &changed));
            done += changed.len();
        }
        conclude(done, "deleted", &refused)
    }

    /// The messages that are meant, and a line for each id that is none.
    async fn find(
        &self,
        connected: &Connected,
    ) -> Result<(Vec<DeadMessage>, Vec<String>), CommandError> {
        let filter = DeadFilter {
            tenant_id: connected.tenant(&self.narrowed).await?,
            topic: self.narrowed.topic.clone(),
            ids: (!self.all).then(|| self.ids.clone()),
        };
        let found = connected.relay.dead_messages(&filter, None).await;
        let found = found.map_err(|why| CommandError::failed("outbox", why))?;
        let known: BTreeSet<_> = found.iter().map(|message| message.id).collect();
        let asked: BTreeSet<_> = self.ids.iter().copied().collect();
        let unknown = asked.difference(&known).map(unknown).collect();
        Ok((found, unknown))
    }
}

fn unknown(id: &MessageId) -> String {
    format!("{id}: no message with this id was set aside")
}

/// What was there a moment ago, and was changed by another command since.
fn gone(asked: &[(TenantId, MessageId)], changed: &[MessageId]) -> Vec<String> {
    let missing = asked.iter().filter(|message| !changed.contains(&message.1));
    missing.map(|message| unknown(&message.1)).collect()
}

fn in_words(message: &DeadMessage) -> [String; 6] {
    [
        message.id.to_string(),
        message.tenant_id.to_string(),
        plain(Some(&message.topic)),
        message.attempts.to_string(),
        format!("{} ago", age(message.age_seconds)),
        plain(message.last_error.as_deref()),
    ]
}

fn in_json(message: &DeadMessage) -> serde_json::Value {
    json!({
        "id": message.id.to_string(),
        "tenant_id": message.tenant_id.to_string(),
        "topic": message.topic,
        "attempts": message.attempts,
        "created_at": moment(message.created_at),
        "set_aside_at": moment(message.set_aside_at),
        "age_seconds": message.age_seconds,
        "last_error": message.last_error,
        "can_retry": message.obstacle.is_none(),
        "obstacle": message.obstacle,
    })
}
