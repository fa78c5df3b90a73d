//! What providers of payments, mail and text messages tell, signed by them.

use billing::WebhookError;
use gateway::{ApiResult, Contract, Cost, PlatformHost, RawForm, RawJson, RawText};
use kernel::ids::{TenantId, TextMessageId};
use kernel::ports::{MailCall, MailFeedbackError, TextCall, TextFeedbackError};
use poem_openapi::param::{Header, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct WebhooksApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("webhook_stripe").costs(Cost::Webhook).fails(&[
        WebhookError::WEBHOOK_SIGNATURE_INVALID,
        WebhookError::WEBHOOK_MALFORMED,
    ]),
    Contract::of("webhook_sendgrid")
        .costs(Cost::Webhook)
        .fails(&[
            MailFeedbackError::WEBHOOK_SIGNATURE_INVALID,
            MailFeedbackError::WEBHOOK_MALFORMED,
        ]),
    Contract::of("webhook_ses").costs(Cost::Webhook).fails(&[
        MailFeedbackError::WEBHOOK_SIGNATURE_INVALID,
        MailFeedbackError::WEBHOOK_MALFORMED,
        MailFeedbackError::WEBHOOK_PROVIDER_UNAVAILABLE,
    ]),
    Contract::of("webhook_twilio").costs(Cost::Webhook).fails(&[
        TextFeedbackError::WEBHOOK_SIGNATURE_INVALID,
        TextFeedbackError::WEBHOOK_MALFORMED,
    ]),
];

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

    /// Receive a SendGrid event webhook
    ///
    /// Bounces and spam reports of e-mails that this installation sent: their addresses get no more mail from the
    /// tenant. Rejects calls whose signature does not verify. 404 unless SendGrid's key is configured.
    #[oai(path = "/sendgrid", method = "post", operation_id = "webhook_sendgrid")]
    async fn sendgrid(
        &self,
        _host: PlatformHost,
        /// Signature in base64.
        #[oai(name = "X-Twilio-Email-Event-Webhook-Signature")]
        signature: Header<Option<String>>,
        /// When the call was signed, in seconds since 1970.
        #[oai(name = "X-Twilio-Email-Event-Webhook-Timestamp")]
        timestamp: Header<Option<String>>,
        body: RawJson,
    ) -> ApiResult<Json<Received>> {
        let feedback = self.0.mail_feedback.as_ref();
        let feedback = feedback.ok_or(MailFeedbackError::NotExpected)?;
        let call = MailCall {
            timestamp: timestamp.0.as_deref().unwrap_or_default(),
            signature: signature.0.as_deref().unwrap_or_default(),
            body: &body.0,
        };
        let events = feedback.read(&call).await?;
        self.0.notifications.note_mail(events).await?;
        Ok(Json(Received { received: true }))
    }

    /// Receive an Amazon SES event notification
    ///
    /// Bounces and complaints of e-mails that this installation sent, through a topic of Amazon SNS: their addresses get no
    /// more mail from the tenant. A subscription of the configured topic is confirmed. Rejects calls that the topic did not
    /// sign with signature version 2. 404 unless a topic is configured.
    #[oai(path = "/ses", method = "post", operation_id = "webhook_ses")]
    async fn ses(
        &self,
        _host: PlatformHost,
        /// Message of Amazon SNS in JSON.
        body: RawText,
    ) -> ApiResult<Json<Received>> {
        let feedback = self.0.ses_feedback.as_ref();
        let feedback = feedback.ok_or(MailFeedbackError::NotExpected)?;
        let call = MailCall {
            timestamp: "",
            signature: "",
            body: &body.0,
        };
        let events = feedback.read(&call).await?;
        self.0.notifications.note_mail(events).await?;
        Ok(Json(Received { received: true }))
    }

    /// Receive a Twilio status callback
    ///
    /// What became of a text message that this installation sent. Rejects calls whose signature does not verify. 404
    /// unless text messages leave by Twilio.
    #[oai(path = "/twilio", method = "post", operation_id = "webhook_twilio")]
    async fn twilio(
        &self,
        _host: PlatformHost,
        /// Tenant that sent the message.
        tenant_id: Query<TenantId>,
        /// Id of the message.
        message_id: Query<TextMessageId>,
        /// Signature in base64.
        #[oai(name = "X-Twilio-Signature")]
        signature: Header<Option<String>>,
        body: RawForm,
    ) -> ApiResult<Json<Received>> {
        let feedback = self.0.text_feedback.as_ref();
        let feedback = feedback.ok_or(TextFeedbackError::NotExpected)?;
        let event = feedback.read(&TextCall {
            tenant_id: tenant_id.0,
            message_id: message_id.0,
            signature: signature.0.as_deref().unwrap_or_default(),
            body: &body.0,
        })?;
        if let Some(event) = event {
            let of = (tenant_id.0, message_id.0);
            self.0.notifications.note_text(of, &event).await?;
        }
        Ok(Json(Received { received: true }))
    }
}

/// The event was stored.
#[derive(Object)]
struct Received {
    /// Always true.
    received: bool,
}
