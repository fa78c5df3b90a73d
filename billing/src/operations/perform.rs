//! Making a recorded call: sent with its key while the provider remembers keys, afterwards only
//! looked up.

use kernel::Caller;
use serde::de::DeserializeOwned;
use time::Duration;
use tracing::warn;

use super::{Operation, Outcome, Purpose, finish};
use crate::providers::stripe::CallError;
use crate::providers::stripe::answers::{List, Listed};
use crate::{Billing, BillingError};

/// How many pages of a list are read in search of an object.
const PAGES: usize = 50;
/// How far the provider's clock may be from ours.
const CLOCK_DRIFT: Duration = Duration::minutes(10);

impl Billing {
    /// Makes the call, with no transaction open. An unfinished call that is too old for its key, or
    /// whose kept answer is a failure that says nothing, is looked up instead.
    pub(crate) async fn perform<T: DeserializeOwned>(
        &self,
        operation: &Operation,
    ) -> Result<T, CallError> {
        if self.age(operation.created_at) >= self.policy.key_lifetime {
            return self.look_up(operation).await;
        }
        let call = &operation.call;
        match self
            .stripe
            .post(&call.path, &call.body, Some(&operation.key))
            .await
        {
            Err(CallError::Unavailable {
                is_stored: true, ..
            }) => self.look_up(operation).await,
            answered => answered,
        }
    }

    /// Searches the provider for the object that carries the operation's id.
    async fn look_up<T: DeserializeOwned>(&self, operation: &Operation) -> Result<T, CallError> {
        if let Purpose::CancelPayment | Purpose::CapturePayment = operation.purpose {
            // They make no object; whoever calls looks at the payment itself.
            return Err(CallError::Lost);
        }
        warn!(
            operation.id = %operation.id,
            "looking operation {} up, since sending it again would say nothing",
            operation.id
        );
        let list = list_path(operation, self.policy.key_lifetime);
        let mut after = String::new();
        for _ in 0..PAGES {
            let page: List = self.stripe.get(&format!("{list}{after}")).await?;
            let mut final_id = None;
            for object in page.data {
                let listed = Listed::of(&object)?;
                if listed.metadata.id("op_id") == Some(operation.id) {
                    return serde_json::from_value(object)
                        .map_err(|why| unreadable(&why.to_string()));
                }
                final_id = Some(listed.id);
            }
            match final_id {
                Some(id) if page.has_more => after = format!("&starting_after={id}"),
                _ => return Err(CallError::Lost),
            }
        }
        Err(unreadable("the list does not end"))
    }

    /// Notes a call that did not succeed, when nothing but the operation's own row changes by it,
    /// and says what that means for whoever asked.
    pub(crate) async fn note_failure(
        &self,
        caller: &Caller,
        operation: &Operation,
        error: CallError,
    ) -> Result<BillingError, BillingError> {
        let mut tx = self.db.begin_async_commit(caller).await?;
        let outcome = Outcome::of(&error);
        finish(&mut tx, operation.id, outcome, self.clock.now()).await?;
        tx.commit().await?;
        Ok(BillingError::from_call(&error))
    }
}

impl<'a> Outcome<'a> {
    /// What a failed call means for the operation's row.
    pub(crate) fn of(error: &'a CallError) -> Self {
        match error {
            CallError::Unavailable { why, .. } => Self::Unknown { why },
            CallError::InUse => Self::Unknown {
                why: "the provider is working on it",
            },
            CallError::Refused { code, message, .. } => Self::Failed { code, message },
            CallError::Lost => Self::Failed {
                code: "lost",
                message: "the provider never carried it out",
            },
        }
    }
}

impl BillingError {
    /// What a failed call means for whoever asked.
    pub(crate) fn from_call(error: &CallError) -> Self {
        match error {
            CallError::Unavailable { .. } | CallError::Lost => Self::Unavailable,
            CallError::InUse => Self::InProgress,
            CallError::Refused { .. } => Self::Refused(error.refusal()),
        }
    }
}

impl Listed {
    fn of(object: &serde_json::Value) -> Result<Self, CallError> {
        serde::Deserialize::deserialize(object)
            .map_err(|why: serde_json::Error| unreadable(&why.to_string()))
    }
}

fn unreadable(why: &str) -> CallError {
    CallError::Unavailable {
        why: why.to_owned(),
        is_stored: false,
    }
}

/// The list that the operation's object would be in, its query begun.
fn list_path(operation: &Operation, key_lifetime: std::time::Duration) -> String {
    let path = &operation.call.path;
    match operation.purpose {
        Purpose::OpenPayment | Purpose::Account => {
            let from = (operation.created_at - CLOCK_DRIFT).unix_timestamp();
            let to = (operation.created_at + key_lifetime + CLOCK_DRIFT).unix_timestamp();
            format!("{path}?limit=100&created[gte]={from}&created[lte]={to}")
        }
        Purpose::Refund => {
            let intent = form_value(&operation.call.body, "payment_intent");
            format!("{path}?limit=100&payment_intent={intent}")
        }
        Purpose::Transfer => {
            let group = form_value(&operation.call.body, "transfer_group");
            format!("{path}?limit=100&transfer_group={group}")
        }
        Purpose::Reversal | Purpose::CancelPayment | Purpose::CapturePayment => {
            format!("{path}?limit=100")
        }
    }
}

fn form_value(body: &str, name: &str) -> String {
    url::form_urlencoded::parse(body.as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}
