//! Applying webhooks: fetch what they are about, apply the facts, note what became of them.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::{FutureExt, StreamExt, stream};

use super::ending::{Ending, Failed};
use super::store::{self, Verdict, Waiting, WebhookBacklog};
use super::{Subject, Told};
use crate::{Billing, BillingError};

/// Objects that are fetched and applied at the same time.
const CONCURRENT: usize = 16;
/// How long one object may take, well under the lease of the webhooks about it.
const DEADLINE: Duration = Duration::from_secs(20);

impl Billing {
    /// Applies webhooks that wait, at most `limit` of them, and says how many those were.
    pub async fn apply_webhooks(&self, limit: i64) -> Result<usize, BillingError> {
        let mut tx = self.relay.begin_async_commit().await?;
        let claimed = store::claim(&mut tx, limit, self.policy.webhook_lease).await?;
        if claimed.is_empty() {
            return Ok(0);
        }
        tx.commit().await?;
        let count = claimed.len();
        let groups: Vec<_> = by_subject(claimed).into_iter().collect();
        let verdicts: Vec<Vec<Verdict>> = stream::iter(groups)
            .map(|(subject, events)| async move {
                let ending = self.apply_in_time(subject.as_ref(), &events).await;
                events
                    .iter()
                    .map(|event| self.verdict(event, &ending))
                    .collect()
            })
            .buffer_unordered(CONCURRENT)
            .collect()
            .await;
        // Losing this applies them once more.
        let mut tx = self.relay.begin_async_commit().await?;
        let verdicts = verdicts.concat();
        store::finish(&mut tx, &verdicts).await?;
        tx.commit().await?;
        for verdict in &verdicts {
            metrics::counter!("webhooks_applied_total", "outcome" => verdict.outcome())
                .increment(1);
        }
        Ok(count)
    }

    /// What waits to be applied, and what was set aside for people.
    pub async fn webhook_backlog(&self) -> Result<WebhookBacklog, BillingError> {
        Ok(store::backlog(&mut self.relay.begin().await?).await?)
    }

    /// Applies what is told about one object. A panic or a delay there is that object's alone.
    async fn apply_in_time(&self, subject: Option<&Subject>, events: &[Waiting]) -> Ending {
        let work = AssertUnwindSafe(self.apply_events(subject, events)).catch_unwind();
        match tokio::time::timeout(DEADLINE, work).await {
            Ok(Ok(ending)) => ending,
            Ok(Err(_)) => Ending::Again(None, "applying it panicked".to_owned()),
            Err(_) => Ending::Out(format!("not applied within {} s", DEADLINE.as_secs())),
        }
    }

    async fn apply_events(&self, subject: Option<&Subject>, events: &[Waiting]) -> Ending {
        if events
            .iter()
            .any(|event| event.livemode != self.stripe.is_live())
        {
            return Ending::Aside(None, "live and test mode are mixed up".to_owned());
        }
        let Some(subject) = subject else {
            return Ending::Aside(None, "it is about nothing we know".to_owned());
        };
        let ending = match self.apply_subject(subject, events).await {
            Ok(ending) => ending,
            Err(failed) => failed.into(),
        };
        self.named(ending, events)
            .await
            .unwrap_or_else(|error| Failed::Billing(error).into())
    }
}

/// What is told about the same object is applied once.
fn by_subject(events: Vec<Waiting>) -> BTreeMap<Option<Subject>, Vec<Waiting>> {
    let mut groups: BTreeMap<_, Vec<Waiting>> = BTreeMap::new();
    for event in events {
        let text = |name: &str| event.payload.get(name).and_then(|it| it.as_str());
        let subject = Subject::of(Told {
            kind: &event.kind,
            object_id: &event.object_id,
            payment_intent: text("payment_intent"),
            account: text("account"),
        });
        groups.entry(subject).or_default().push(event);
    }
    groups
}
