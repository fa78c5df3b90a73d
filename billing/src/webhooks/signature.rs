//! The signature on a webhook: an HMAC over the moment and the raw body.

use hmac::{Hmac, Mac};
use kernel::config::Secret;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use time::{Duration, OffsetDateTime};

/// How old a message may be.
const OLDEST: Duration = Duration::seconds(300);
/// How far ahead of ours the sender's clock may be.
const NEWEST: Duration = Duration::seconds(60);
/// More signatures than any rotation needs.
const SIGNATURES: usize = 8;

/// Whether `header` proves that `body` was sent, just now, by somebody who knows one of `secrets`.
pub fn verify(header: &str, body: &[u8], secrets: &[Secret<String>], now: OffsetDateTime) -> bool {
    let Some((timestamp, signatures)) = parse(header) else {
        return false;
    };
    let Ok(moment) = OffsetDateTime::from_unix_timestamp(timestamp) else {
        return false;
    };
    if now - moment > OLDEST || moment - now > NEWEST {
        return false;
    }
    let mut is_proven = false;
    for secret in secrets {
        let Some(expected) = mac(secret.expose(), timestamp, body) else {
            return false;
        };
        for signature in &signatures {
            is_proven |= bool::from(expected.as_slice().ct_eq(signature));
        }
    }
    is_proven
}

/// The header that a sender with `secret` puts on `body`.
pub fn header(secret: &str, body: &[u8], now: OffsetDateTime) -> String {
    let timestamp = now.unix_timestamp();
    let signature = mac(secret, timestamp, body).map_or_else(String::new, hex::encode);
    format!("t={timestamp},v1={signature}")
}

/// `t=…,v1=…,v1=…`; other schemes, such as the `v0` of test events, prove nothing.
fn parse(header: &str) -> Option<(i64, Vec<Vec<u8>>)> {
    let mut timestamp = None;
    let mut signatures = Vec::new();
    for part in header.split(',') {
        match part.trim().split_once('=')? {
            ("t", value) if timestamp.is_none() => timestamp = Some(value.parse().ok()?),
            ("t", _) => return None,
            ("v1", value) if signatures.len() < SIGNATURES => {
                signatures.push(hex::decode(value).ok()?);
            }
            _ => {}
        }
    }
    Some((timestamp?, signatures))
}

/// Any secret is a key; `None` cannot happen, and proves nothing.
fn mac(secret: &str, timestamp: i64, body: &[u8]) -> Option<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(timestamp.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    Some(mac.finalize().into_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const NOW: OffsetDateTime = datetime!(2026-10-01 12:00 UTC);
    const BODY: &[u8] = br#"{"id":"evt_1"}"#;

    fn secrets(texts: &[&str]) -> Vec<Secret<String>> {
        texts
            .iter()
            .map(|it| Secret::new((*it).to_owned()))
            .collect()
    }

    #[test]
    fn a_signature_of_another_implementation_is_accepted() {
        // printf '1790856000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_one
        let header =
            "t=1790856000,v1=8b88be938c0637a2201bef37438e213ce73d81dd68757dd3e1dbf6e6dd26003b";

        assert!(verify(header, BODY, &secrets(&["whsec_one"]), NOW));
    }

    #[test]
    fn any_of_two_secrets_proves_a_message_while_they_are_rotated() {
        let old = header("whsec_old", BODY, NOW);
        let both = format!(
            "{old},{}",
            header("whsec_new", BODY, NOW).split_once(',').unwrap().1
        );

        assert!(verify(
            &old,
            BODY,
            &secrets(&["whsec_new", "whsec_old"]),
            NOW
        ));
        assert!(verify(&both, BODY, &secrets(&["whsec_new"]), NOW));
        assert!(!verify(&old, BODY, &secrets(&["whsec_new"]), NOW));
        assert!(!verify(&old, BODY, &[], NOW));
    }

    #[test]
    fn stale_future_and_changed_messages_are_refused() {
        let keys = secrets(&["whsec_one"]);
        let signed = |moment| header("whsec_one", BODY, moment);

        assert!(verify(&signed(NOW - OLDEST), BODY, &keys, NOW));
        assert!(!verify(
            &signed(NOW - OLDEST - Duration::SECOND),
            BODY,
            &keys,
            NOW
        ));
        assert!(verify(&signed(NOW + NEWEST), BODY, &keys, NOW));
        assert!(!verify(
            &signed(NOW + NEWEST + Duration::SECOND),
            BODY,
            &keys,
            NOW
        ));
        assert!(!verify(&signed(NOW), br#"{"id": "evt_1"}"#, &keys, NOW));
    }

    #[test]
    fn headers_that_prove_nothing_are_refused() {
        let keys = secrets(&["whsec_one"]);
        let good = header("whsec_one", BODY, NOW);
        let (t, v1) = good.split_once(',').unwrap();
        let v0 = v1.replace("v1=", "v0=");

        for header in [
            "",
            t,
            v1,
            "t=,v1=",
            "t=x,v1=00",
            &format!("{t},{v0}"),
            &format!("{t},v1=zz"),
            &format!("{t},{t},{v1}"),
            &format!("{t},v1="),
        ] {
            assert!(!verify(header, BODY, &keys, NOW), "{header} was accepted");
        }
    }
}
