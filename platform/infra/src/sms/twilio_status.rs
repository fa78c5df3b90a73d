//! Twilio's status callbacks: what became of a message, signed with the account's token (HMAC-SHA1 over the
//! address and the fields of the form).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::config::Secret;
use kernel::ports::{TextCall, TextEvent, TextEventKind, TextFeedback, TextFeedbackError};
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, verify};
use url::form_urlencoded;

use super::TwilioAddress;
use super::twilio::callback;

/// The longest name of a message.
const LONGEST_ID: usize = 64;

/// Reads Twilio's calls with the account's token.
#[derive(Debug, Clone)]
pub struct TwilioStatus {
    token: Secret<String>,
    callback: String,
}

impl TwilioStatus {
    /// Calls to `callback`, of the account of `address`.
    pub fn new(address: &TwilioAddress, callback: &str) -> Self {
        Self {
            token: address.token.clone(),
            callback: callback.to_owned(),
        }
    }
}

impl TextFeedback for TwilioStatus {
    fn read(&self, call: &TextCall<'_>) -> Result<Option<TextEvent>, TextFeedbackError> {
        let signature = STANDARD.decode(call.signature);
        let signature = signature.map_err(|_| TextFeedbackError::Unsigned)?;
        let mut fields: Vec<(String, String)> =
            form_urlencoded::parse(call.body).into_owned().collect();
        fields.sort();
        let mut signed = callback(&self.callback, call.tenant_id, call.message_id);
        for (name, value) in &fields {
            signed.push_str(name);
            signed.push_str(value);
        }
        let key = Key::new(
            HMAC_SHA1_FOR_LEGACY_USE_ONLY,
            self.token.expose().as_bytes(),
        );
        verify(&key, signed.as_bytes(), &signature).map_err(|_| TextFeedbackError::Unsigned)?;
        let field = |wanted: &str| {
            let found = fields.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.as_str())
        };
        let provider_id = field("MessageSid").filter(|id| (1..=LONGEST_ID).contains(&id.len()));
        let (Some(provider_id), Some(status)) = (provider_id, field("MessageStatus")) else {
            return Err(TextFeedbackError::Malformed);
        };
        let kind = match status {
            "sent" => TextEventKind::Sent,
            "delivered" | "read" => TextEventKind::Delivered,
            "undelivered" | "failed" | "canceled" => {
                TextEventKind::Failed(field("ErrorCode").and_then(|code| code.parse().ok()))
            }
            // It is on its way, or it is a word that Twilio has added.
            _ => return Ok(None),
        };
        Ok(Some(TextEvent {
            provider_id: provider_id.to_owned(),
            kind,
        }))
    }
}
