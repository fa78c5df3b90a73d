//! Who is calling: the platform with its secret key, or a browser with the publishable key.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::{
    config::Config,
    error::{Outcome, Refusal},
};

/// Which key was shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Key {
    Secret,
    Publishable,
}

/// Checks the key: `Bearer`, the user of `Basic`, or the form field `key` that Stripe.js sends.
pub(crate) fn authenticate(
    config: &Config,
    authorization: Option<&str>,
    field: Option<&str>,
) -> Outcome<Key> {
    let shown = authorization
        .and_then(from_header)
        .or_else(|| field.map(str::to_owned));
    let Some(shown) = shown else {
        return Err(unauthorized(
            None,
            "You did not provide an API key. You need to provide your API key in the Authorization \
             header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
        ));
    };
    let is = |key: &str| bool::from(key.as_bytes().ct_eq(shown.as_bytes()));
    if is(&config.secret_key) {
        return Ok(Key::Secret);
    }
    if is(&config.publishable_key) {
        return Ok(Key::Publishable);
    }
    let tail: String = shown
        .chars()
        .skip(shown.chars().count().saturating_sub(4))
        .collect();
    Err(unauthorized(
        None,
        &format!("Invalid API Key provided: ****{tail}"),
    ))
}

/// The refusal of a publishable key where a secret one is needed.
pub(crate) fn secret_key_required() -> Refusal {
    unauthorized(
        Some("secret_key_required"),
        "This API call cannot be made with a publishable API key. Please use a secret API key. You \
         can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.",
    )
}

/// `Stripe-Signature`'s `v1`: HMAC-SHA256 of `{timestamp}.{body}` in hex.
pub(crate) fn sign(secret: &str, timestamp: i64, body: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return String::new();
    };
    mac.update(timestamp.to_string().as_bytes());
    mac.update(b".");
    mac.update(body.as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

fn unauthorized(code: Option<&'static str>, message: &str) -> Refusal {
    Refusal::early(401, "invalid_request_error", code, message)
}

fn from_header(value: &str) -> Option<String> {
    let (scheme, rest) = value.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(rest.trim().to_owned());
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(base64(rest.trim())?).ok()?;
    text.split(':').next().map(str::to_owned)
}

/// Decodes standard base64; `None` when it is none.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for letter in text.trim_end_matches('=').bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).ok()?);
            bits &= (1 << held) - 1;
        }
    }
    Some(bytes)
}
