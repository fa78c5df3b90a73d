//! Verifies messages in the format of Standard Webhooks.

use std::fmt;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::HeaderMap;
use ring::hmac;
use time::OffsetDateTime;

/// How far the clocks of sender and receiver may be apart.
const TOLERANCE: Duration = Duration::from_secs(300);

/// Why a message is not trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebhookError {
    /// `webhook-id`, `webhook-timestamp` or `webhook-signature` is missing or malformed.
    MalformedHeader(&'static str),
    /// The secret is not base64, with or without `whsec_` before it.
    MalformedSecret,
    /// It was sent more than five minutes ago: somebody may be sending it again.
    TooOld,
    /// It was sent more than five minutes in the future.
    TooNew,
    /// No signature is right: the secret is another one, or the message was changed.
    WrongSignature,
}

impl fmt::Display for WebhookError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MalformedHeader(name) => write!(formatter, "the header `{name}` is missing or malformed"),
            Self::MalformedSecret => formatter.write_str("the secret is not base64 after `whsec_`"),
            Self::TooOld => formatter.write_str("the message is too old"),
            Self::TooNew => formatter.write_str("the message is from the future"),
            Self::WrongSignature => formatter.write_str("no signature of the message is right"),
        }
    }
}

impl std::error::Error for WebhookError {}

/// Returns the id of a message whose signature is right; an id that was seen before is a repetition.
///
/// `body` must be the bytes as they came: JSON that was parsed and written again has another signature.
pub fn verify_webhook<'a>(body: &[u8], headers: &'a HeaderMap, secret: &str) -> Result<&'a str, WebhookError> {
    verify_webhook_at(body, headers, secret, OffsetDateTime::now_utc())
}

/// The same, at another time than now.
pub fn verify_webhook_at<'a>(
    body: &[u8],
    headers: &'a HeaderMap,
    secret: &str,
    now: OffsetDateTime,
) -> Result<&'a str, WebhookError> {
    let secret = STANDARD
        .decode(secret.strip_prefix("whsec_").unwrap_or(secret))
        .ok()
        .filter(|it| !it.is_empty())
        .ok_or(WebhookError::MalformedSecret)?;
    let id = header(headers, "webhook-id")?;
    let timestamp = header(headers, "webhook-timestamp")?;
    let signatures = header(headers, "webhook-signature")?;
    let malformed = WebhookError::MalformedHeader("webhook-timestamp");
    if !timestamp.bytes().all(|it| it.is_ascii_digit()) {
        return Err(malformed);
    }
    let sent = timestamp.parse().ok().and_then(|it| OffsetDateTime::from_unix_timestamp(it).ok()).ok_or(malformed)?;

    let mut signed = format!("{id}.{timestamp}.").into_bytes();
    signed.extend_from_slice(body);
    let key = hmac::Key::new(hmac::HMAC_SHA256, &secret);
    // More than one while the sender changes its secret. `verify` takes the same time for every signature.
    let mut candidates = signatures.split(' ').filter_map(|it| STANDARD.decode(it.strip_prefix("v1,")?).ok());
    if !candidates.any(|it| hmac::verify(&key, &signed, &it).is_ok()) {
        return Err(WebhookError::WrongSignature);
    }
    if now - sent > TOLERANCE {
        return Err(WebhookError::TooOld);
    }
    if sent - now > TOLERANCE {
        return Err(WebhookError::TooNew);
    }
    Ok(id)
}

fn header<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<&'a str, WebhookError> {
    headers
        .get(name)
        .and_then(|it| it.to_str().ok())
        .filter(|it| !it.is_empty())
        .ok_or(WebhookError::MalformedHeader(name))
}
