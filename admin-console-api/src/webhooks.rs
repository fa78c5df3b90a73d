//! What payment providers tell, signed by them.

use gateway::{ApiResult, PlatformHost, RawJson};
use poem_openapi::param::Header;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct WebhooksApi(pub(crate) App);

#[OpenApi(prefix_path = "/webhooks", tag = "Tag::Webhooks")]
impl WebhooksApi {
    /// Take an event of Stripe's
    ///
    /// The signature proves where it comes from; anything else is refused. An answer of 200 means
    /// that the event is stored. The same event again changes nothing.
    #[oai(path = "/stripe", method = "post", operation_id = "webhook_stripe")]
    async fn stripe(
        &self,
        _host: PlatformHost,
        /// The time and the signatures, as Stripe writes them.
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

/// The event is stored.
#[derive(Object)]
struct Received {
    /// Always true.
    received: bool,
}
