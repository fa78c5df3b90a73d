//! How applying what was told about an object ended, and what that means for each message.

use std::time::Duration;

use kernel::Caller;
use kernel::ids::{MerchantId, PaymentId, TenantId};
use tracing::{error, warn};

use super::store::{Verdict, Waiting};
use super::{is_applied, matters_of_anybody};
use crate::providers::stripe::CallError;
use crate::{Billing, BillingError, payments};

const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_mins(5);

/// Whose object it is, and what people know it by.
#[derive(Debug, Clone)]
pub(super) struct Whose {
    pub(super) tenant_id: TenantId,
    pub(super) about: About,
}

/// What of a tenant's an object belongs to.
#[derive(Debug, Clone)]
pub(super) enum About {
    Payment(PaymentId),
    Merchant(MerchantId),
    /// In words, such as `Aurora order 1001`.
    Named(String),
}

/// What became of everything that was told about one object.
pub(super) enum Ending {
    /// Its state is known.
    Known(Whose),
    /// Nobody here has anything to do with it.
    NotOurs,
    /// People should look.
    Aside(Option<Whose>, String),
    /// Later, for as long as it takes: the provider or the database is out.
    Out(String),
    /// Later, a few times.
    Again(Option<Whose>, String),
}

/// A failure on the way, to be sorted by whose it is.
pub(super) enum Failed {
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

impl From<Failed> for Ending {
    fn from(failed: Failed) -> Self {
        match failed {
            // Also an account that has withdrawn from the platform.
            Failed::Call(CallError::Refused {
                status: 403 | 404, ..
            }) => Self::Aside(None, "the provider does not know the object".to_owned()),
            // Asking again will not change its mind for ever.
            Failed::Call(error @ (CallError::Refused { .. } | CallError::Lost)) => {
                Self::Again(None, error.to_string())
            }
            Failed::Call(error @ (CallError::Unavailable { .. } | CallError::InUse)) => {
                Self::Out(error.to_string())
            }
            Failed::Billing(BillingError::Db(error)) => Self::Out(error.to_string()),
            Failed::Billing(error) => Self::Again(None, error.to_string()),
        }
    }
}

impl Whose {
    /// The words of [`About::Named`].
    fn name(&self) -> &str {
        match &self.about {
            About::Named(name) => name,
            About::Payment(_) | About::Merchant(_) => "",
        }
    }
}

impl Billing {
    /// Finds out what people know the object by, if somebody is going to read it.
    pub(super) async fn named(
        &self,
        ending: Ending,
        events: &[Waiting],
    ) -> Result<Ending, BillingError> {
        let is_read = events.iter().any(|event| !is_applied(&event.kind));
        Ok(match ending {
            Ending::Known(whose) if is_read => Ending::Known(self.name_of(whose).await?),
            Ending::Aside(Some(whose), why) => Ending::Aside(Some(self.name_of(whose).await?), why),
            Ending::Again(Some(whose), why) => Ending::Again(Some(self.name_of(whose).await?), why),
            Ending::Known(_)
            | Ending::NotOurs
            | Ending::Aside(None, _)
            | Ending::Again(None, _)
            | Ending::Out(_) => ending,
        })
    }

    async fn name_of(&self, whose: Whose) -> Result<Whose, BillingError> {
        let name = match whose.about {
            About::Named(name) => name,
            About::Merchant(merchant_id) => merchant_id.to_string(),
            About::Payment(payment_id) => {
                let caller = Caller::system(whose.tenant_id);
                let mut tx = self.db.begin(&caller).await?;
                let description = payments::description(&mut tx, payment_id).await?;
                description.unwrap_or_else(|| payment_id.to_string())
            }
        };
        Ok(Whose {
            tenant_id: whose.tenant_id,
            about: About::Named(name),
        })
    }

    /// What an ending means for one of the messages.
    pub(super) fn verdict(&self, event: &Waiting, ending: &Ending) -> Verdict {
        let is_last = event.attempts >= self.policy.webhook_attempts;
        let (status, tenant_id, note) = match ending {
            Ending::Known(whose) if is_applied(&event.kind) => {
                ("applied", Some(whose.tenant_id), None)
            }
            Ending::Known(whose) => {
                let (kind, object, name) = (&event.kind, &event.object_id, whose.name());
                aside(
                    event,
                    Some(whose),
                    format!("{kind} {object} is for people: {name}"),
                )
            }
            Ending::NotOurs if matters_of_anybody(&event.kind) => {
                aside(event, None, NOT_OURS.to_owned())
            }
            Ending::NotOurs => ("ignored", None, Some(NOT_OURS.to_owned())),
            Ending::Aside(whose, why) => aside(event, whose.as_ref(), why.clone()),
            Ending::Again(whose, why) if is_last => aside(event, whose.as_ref(), why.clone()),
            Ending::Again(_, why) | Ending::Out(why) => {
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

const NOT_OURS: &str = "the object was not made by us";

fn aside(
    event: &Waiting,
    whose: Option<&Whose>,
    why: String,
) -> (&'static str, Option<TenantId>, Option<String>) {
    let name = whose.map_or("", Whose::name);
    let note = if name.is_empty() || why.ends_with(name) {
        why
    } else {
        format!("{why}: {name}")
    };
    error!(event.id = %event.event_id, event.type = %event.kind, "set aside: {note}");
    ("quarantined", whose.map(|it| it.tenant_id), Some(note))
}
