//! Applying webhooks: fetch what they are about, apply the facts, note what became of them.

use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use kernel::Caller;
use kernel::ids::{MerchantId, PaymentId, RefundId, TenantId, TransferId};
use tracing::{error, warn};

use super::Subject;
use super::store::{self, Verdict, Waiting};
use crate::payments::{self, Applied, EXPANDED};
use crate::providers::stripe::CallError;
use crate::providers::stripe::answers::{Account, Intent, Metadata, Refund, Transfer};
use crate::refunds::Told;
use crate::{Billing, BillingError, transfers};

/// Objects that are fetched and applied at the same time.
const CONCURRENT: usize = 8;
const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_mins(5);

/// What became of everything that was told about one object.
enum Ending {
    /// Its state is known.
    Known(TenantId),
    /// People should look.
    Aside(Option<TenantId>, String),
    /// Later, for as long as it takes: the provider or the database is out.
    Out(String),
    /// Later, a few times.
    Again(String),
}

impl Billing {
    /// Applies webhooks that wait, at most `limit` of them, and says how many those were.
    pub async fn apply_webhooks(&self, limit: i64) -> Result<usize, BillingError> {
        let mut tx = self.relay.begin_unhurried().await?;
        let claimed = store::claim(&mut tx, limit, self.policy.webhook_lease).await?;
        if claimed.is_empty() {
            return Ok(0);
        }
        tx.commit().await?;
        let count = claimed.len();
        let groups: Vec<_> = by_subject(claimed).into_iter().collect();
        let verdicts: Vec<Vec<Verdict>> = stream::iter(groups)
            .map(|(subject, events)| async move {
                let ending = self.apply_subject(subject.as_ref(), &events).await;
                events
                    .iter()
                    .map(|event| self.verdict(event, &ending))
                    .collect()
            })
            .buffer_unordered(CONCURRENT)
            .collect()
            .await;
        // Losing this applies them once more.
        let mut tx = self.relay.begin_unhurried().await?;
        store::finish(&mut tx, &verdicts.concat()).await?;
        tx.commit().await?;
        Ok(count)
    }

    /// Forgets webhooks older than `age` that nothing is left to do about; at most 10,000 at a time.
    pub async fn forget_webhooks(&self, age: Duration) -> Result<u64, BillingError> {
        let mut tx = self.relay.begin().await?;
        let forgotten = store::forget(&mut tx, age).await?;
        tx.commit().await?;
        Ok(forgotten)
    }

    /// How many webhooks wait to be applied, and how many were set aside for people.
    pub async fn webhook_backlog(&self) -> Result<(i64, i64), BillingError> {
        Ok(store::backlog(&mut self.relay.begin().await?).await?)
    }

    async fn apply_subject(&self, subject: Option<&Subject>, events: &[Waiting]) -> Ending {
        if events
            .iter()
            .any(|event| event.livemode != self.stripe.is_live())
        {
            return Ending::Aside(None, "live and test mode are mixed up".to_owned());
        }
        let ended = match subject {
            Some(Subject::Payment(id)) => self.apply_payment(id, events).await,
            Some(Subject::Refund(id)) => self.apply_refund_of(id).await,
            Some(Subject::Transfer(id)) => self.apply_transfer(id).await,
            Some(Subject::Account(id)) => self.apply_account_of(id).await,
            None => Ok(Ending::Aside(
                None,
                "it is about nothing we know".to_owned(),
            )),
        };
        ended.unwrap_or_else(|failed| match failed {
            // Also an account that has withdrawn from the platform.
            Failed::Call(CallError::Refused {
                status: 403 | 404, ..
            }) => Ending::Aside(None, "the provider does not know the object".to_owned()),
            Failed::Call(error) => Ending::Out(error.to_string()),
            Failed::Billing(BillingError::Db(error)) => Ending::Out(error.to_string()),
            Failed::Billing(error) => Ending::Again(error.to_string()),
        })
    }

    async fn apply_payment(&self, id: &str, events: &[Waiting]) -> Result<Ending, Failed> {
        let hint = events.iter().find_map(hinted_tenant);
        // The first news of a payment are news; those after it were perhaps seen with it.
        let is_first = events.iter().any(is_first_news);
        if let Some(tenant_id) = hint
            && !is_first
            && self.is_final(tenant_id, id).await?
        {
            return Ok(Ending::Known(tenant_id));
        }
        let intent: Intent = self
            .stripe
            .get(&format!("/payment_intents/{id}{EXPANDED}"))
            .await?;
        let Some((tenant_id, payment_id)) = owner::<PaymentId>(&intent.metadata, "payment_id")
        else {
            return Ok(not_ours());
        };
        let caller = Caller::system(tenant_id);
        Ok(
            match self.apply_intent(&caller, payment_id, &intent).await? {
                Applied::Known => Ending::Known(tenant_id),
                Applied::Quarantined(why) => Ending::Aside(Some(tenant_id), why),
            },
        )
    }

    /// Whether nothing new can be told about a payment of that tenant. The hint comes from the
    /// message; the answer from the tenant's own rows.
    async fn is_final(&self, tenant_id: TenantId, provider_id: &str) -> Result<bool, Failed> {
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        let payment = payments::find_by_provider_id(&mut tx, provider_id).await?;
        Ok(payment.is_some_and(|payment| payment.is_final()))
    }

    async fn apply_refund_of(&self, id: &str) -> Result<Ending, Failed> {
        let refund: Refund = self.stripe.get(&format!("/refunds/{id}")).await?;
        let Some((tenant_id, refund_id)) = owner::<RefundId>(&refund.metadata, "refund_id") else {
            return Ok(not_ours());
        };
        let caller = Caller::system(tenant_id);
        Ok(
            match self.apply_refund(&caller, refund_id, &refund).await? {
                Told::State(_) => Ending::Known(tenant_id),
                Told::Foreign(why) => Ending::Aside(Some(tenant_id), why),
            },
        )
    }

    /// Our own reversals are recorded from their answers; this notices those that are not ours.
    async fn apply_transfer(&self, id: &str) -> Result<Ending, Failed> {
        let transfer: Transfer = self.stripe.get(&format!("/transfers/{id}")).await?;
        let Some((tenant_id, transfer_id)) = owner::<TransferId>(&transfer.metadata, "transfer_id")
        else {
            return Ok(not_ours());
        };
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        let known = transfers::reversed_minor(&mut tx, transfer_id).await?;
        Ok(match known {
            Some((name, _)) if name != transfer.id => {
                Ending::Aside(Some(tenant_id), format!("{transfer_id} is {name}"))
            }
            Some((_, reversed)) if reversed == transfer.amount_reversed => Ending::Known(tenant_id),
            _ => Ending::Again(format!(
                "{} of {transfer_id} was taken back, and not by us",
                transfer.amount_reversed
            )),
        })
    }

    async fn apply_account_of(&self, id: &str) -> Result<Ending, Failed> {
        let account: Account = self.stripe.get(&format!("/accounts/{id}")).await?;
        let Some((tenant_id, merchant_id)) = owner::<MerchantId>(&account.metadata, "merchant_id")
        else {
            return Ok(not_ours());
        };
        let caller = Caller::system(tenant_id);
        Ok(
            match self.apply_account(&caller, merchant_id, &account).await? {
                Applied::Known => Ending::Known(tenant_id),
                Applied::Quarantined(why) => Ending::Aside(Some(tenant_id), why),
            },
        )
    }

    fn verdict(&self, event: &Waiting, ending: &Ending) -> Verdict {
        let (status, tenant_id, note) = match ending {
            Ending::Known(tenant_id) => ("applied", Some(*tenant_id), None),
            Ending::Aside(tenant_id, why) => {
                error!(event.id = %event.event_id, event.type = %event.kind, "set aside: {why}");
                ("quarantined", *tenant_id, Some(why.clone()))
            }
            Ending::Again(why) if event.attempts >= self.policy.webhook_attempts => {
                error!(event.id = %event.event_id, event.type = %event.kind, "set aside: {why}");
                ("quarantined", None, Some(why.clone()))
            }
            Ending::Again(why) | Ending::Out(why) => {
                warn!(event.id = %event.event_id, event.type = %event.kind, "later: {why}");
                ("received", None, Some(why.clone()))
            }
        };
        let doublings = u32::try_from(event.attempts - 1).unwrap_or(0).min(20);
        let wait = FIRST_WAIT.saturating_mul(2_u32.pow(doublings));
        Verdict {
            event_id: event.event_id.clone(),
            status,
            tenant_id,
            note,
            retry_after: wait.min(LONGEST_WAIT),
        }
    }
}

/// A failure on the way, to be sorted by whose it is.
enum Failed {
    Call(CallError),
    Billing(BillingError),
}

impl From<CallError> for Failed {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl<E: Into<BillingError>> From<E> for Failed {
    fn from(error: E) -> Self {
        Self::Billing(error.into())
    }
}

/// What is told about the same object is applied once.
fn by_subject(events: Vec<Waiting>) -> BTreeMap<Option<Subject>, Vec<Waiting>> {
    let mut groups: BTreeMap<_, Vec<Waiting>> = BTreeMap::new();
    for event in events {
        let payment_intent = event
            .payload
            .get("payment_intent")
            .and_then(|it| it.as_str());
        let subject = Subject::of(&event.kind, &event.object_id, payment_intent);
        groups.entry(subject).or_default().push(event);
    }
    groups
}

/// What tells for the first time, and not again, that a payment has succeeded.
fn is_first_news(event: &Waiting) -> bool {
    event.kind == "payment_intent.succeeded" && event.attempts == 1
}

fn hinted_tenant(event: &Waiting) -> Option<TenantId> {
    event.payload.get("tenant_id")?.as_str()?.parse().ok()
}

/// Whose object it is, by what we wrote on it when we made it.
fn owner<T: std::str::FromStr>(metadata: &Metadata, name: &str) -> Option<(TenantId, T)> {
    Some((metadata.tenant_id()?, metadata.id(name)?))
}

fn not_ours() -> Ending {
    Ending::Aside(None, "the object was not made by us".to_owned())
}
