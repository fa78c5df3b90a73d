//! What payment providers tell, signed by them.

use billing::WebhookError;
use gateway::{ApiResult, Contract, Cost, PlatformHost, RawJson};
use poem_openapi::param::Header;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct WebhooksApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] =
    &[Contract::of("webhook_stripe").costs(Cost::Webhook).fails(&[
        WebhookError::WEBHOOK_SIGNATURE_INVALID,
        WebhookError::WEBHOOK_MALFORMED,
    ])];

#[OpenApi(prefix_path = "/webhooks", tag = "Tag::Webhooks")]
impl WebhooksApi {
    /// Receive a Stripe webhook
    ///
    /// Rejects events whose signature does not verify. A 200 means
    /// that the event is stored; receiving it again changes nothing.
    #[oai(path = "/stripe", method = "post", operation_id = "webhook_stripe")]
    async fn stripe(
        &self,
        _host: PlatformHost,
        /// Timestamp and signatures, in Stripe's format.
        #[oai(name = "Stripe-Signature")]
        signature: Header<Option<String>>,
        body: RawJson,
    ) -> ApiResult<Json<Received>> {
        let billing = &self.0.billing;
        billing
            .receive_webhook(signature.as_deref(), &body.0)
            .await?;
        Ok(Json(Received { received: true }))
    }
}

/// The event was stored.
#[derive(Object)]
struct Received {
    /// Always true.
    received: bool,
}
