//! Taking a webhook: proven, stored, answered. Everything else happens later.

use serde::Deserialize;
use tracing::debug;

use super::signature;
use super::store::{self, Arrival};
use super::{Subject, Told};
use crate::providers::stripe::answers::{Expandable, Metadata, Reference};
use crate::{Billing, WebhookError};

#[derive(Deserialize)]
struct Envelope {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    livemode: bool,
    account: Option<String>,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Object,
}

/// The object of the event: not what it is, which is fetched, but where it is.
#[derive(Deserialize)]
struct Object {
    #[serde(default)]
    id: String,
    payment_intent: Option<Expandable<Reference>>,
    #[serde(default)]
    metadata: Metadata,
}

impl Billing {
    /// Stores a webhook of Stripe's. `header` is its `Stripe-Signature`, `body` the bytes as they
    /// came. Once this has returned `Ok`, the event is not lost; a repeated one changes nothing.
    pub async fn receive_webhook(
        &self,
        header: Option<&str>,
        body: &[u8],
    ) -> Result<(), WebhookError> {
        let received = self.store_webhook(header, body).await;
        let outcome = match &received {
            Ok(true) => "stored",
            Ok(false) => "ignored",
            Err(WebhookError::Signature | WebhookError::Malformed) => "refused",
            Err(WebhookError::Db(_)) => "failed",
        };
        metrics::counter!("webhooks_received_total", "outcome" => outcome).increment(1);
        received.map(|_| ())
    }

    /// Whether the event is one that is going to be applied.
    async fn store_webhook(&self, header: Option<&str>, body: &[u8]) -> Result<bool, WebhookError> {
        let secrets = &self.settings.webhook_secrets;
        let header = header.ok_or(WebhookError::Signature)?;
        if !signature::verify(header, body, secrets, self.clock.now()) {
            return Err(WebhookError::Signature);
        }
        let event: Envelope = serde_json::from_slice(body).map_err(|_| WebhookError::Malformed)?;
        if event.id.is_empty() || event.id.len() > 255 {
            return Err(WebhookError::Malformed);
        }
        let object = event.data.object;
        let payment_intent = object
            .payment_intent
            .as_ref()
            .map(super::super::providers::stripe::answers::Expandable::id);
        let subject = Subject::of(Told {
            kind: &event.kind,
            object_id: &object.id,
            payment_intent,
            account: event.account.as_deref(),
        });
        let arrival = Arrival {
            event_id: &event.id,
            kind: &event.kind,
            object_id: &object.id,
            is_live: event.livemode,
            account_id: event.account.as_deref(),
            payload: serde_json::json!({
                "payment_intent": payment_intent,
                "tenant_id": object.metadata.tenant_id(),
                "account": event.account,
            }),
            is_used: subject.is_some(),
        };
        let mut tx = if arrival.is_used {
            self.relay.begin().await?
        } else {
            self.relay.begin_async_commit().await?
        };
        store::insert(&mut tx, &arrival).await?;
        tx.commit().await?;
        if arrival.is_used {
            self.webhook_arrived.notify_one();
        }
        debug!(event.id = %event.id, event.type = %event.kind, "webhook stored");
        Ok(arrival.is_used)
    }
}
