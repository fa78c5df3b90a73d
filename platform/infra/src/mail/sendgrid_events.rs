//! SendGrid's event webhook: what became of messages, signed by SendGrid (ECDSA over P-256).

use std::str::FromStr;

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::contact::Email;
use kernel::ports::{MailCall, MailEvent, MailEventKind, MailFeedback, MailFeedbackError};
use ring::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use serde::Deserialize;

/// What a P-256 key in DER form (RFC 5480) begins with; the point follows.
const P256_HEADER: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a,
    0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];
const POINT_LEN: usize = 65;

/// Reads SendGrid's calls with the key that its console shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendGridEvents {
    point: Vec<u8>,
}

/// Text that is not the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be the verification key that SendGrid shows for the signed event webhook")]
pub struct BadEventsKey;

impl FromStr for SendGridEvents {
    type Err = BadEventsKey;

    fn from_str(text: &str) -> Result<Self, BadEventsKey> {
        let der = STANDARD.decode(text.trim()).map_err(|_| BadEventsKey)?;
        let point = der.strip_prefix(&P256_HEADER).ok_or(BadEventsKey)?;
        if point.len() == POINT_LEN {
            Ok(Self {
                point: point.to_vec(),
            })
        } else {
            Err(BadEventsKey)
        }
    }
}

/// An event, of which the rest does not matter.
#[derive(Deserialize)]
struct Told {
    event: String,
    #[serde(default)]
    email: String,
    /// Of a bounce: `bounce` for good, `blocked` for now.
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    status: String,
    /// Whom we wrote for; absent from mail that is not ours.
    #[serde(default)]
    tenant_id: String,
    #[serde(default)]
    mail_id: String,
}

impl Told {
    fn event(self) -> Option<MailEvent> {
        let kind = match (self.event.as_str(), self.kind.as_str()) {
            ("bounce", "blocked") => return None,
            ("bounce", _) => MailEventKind::Bounced,
            ("spamreport", _) => MailEventKind::Complained,
            _ => return None,
        };
        let is_code = |text: &String| {
            (1..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        };
        Some(MailEvent {
            tenant_id: self.tenant_id.parse().ok()?,
            mail_id: self.mail_id.parse().ok(),
            to: Email::parse(&self.email).ok()?,
            kind,
            status: Some(self.status).filter(is_code),
        })
    }
}

#[async_trait]
impl MailFeedback for SendGridEvents {
    async fn read(&self, call: &MailCall<'_>) -> Result<Vec<MailEvent>, MailFeedbackError> {
        let signature = STANDARD.decode(call.signature);
        let signature = signature.map_err(|_| MailFeedbackError::Unsigned)?;
        let signed = [call.timestamp.as_bytes(), call.body].concat();
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &self.point)
            .verify(&signed, &signature)
            .map_err(|_| MailFeedbackError::Unsigned)?;
        let told: Vec<Told> =
            serde_json::from_slice(call.body).map_err(|_| MailFeedbackError::Malformed)?;
        Ok(told.into_iter().filter_map(Told::event).collect())
    }
}
