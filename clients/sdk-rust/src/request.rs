//! Builds a request from an operation and its parameters.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use ring::rand::{SecureRandom, SystemRandom};

/// What the document says of an operation, as far as sending it needs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Operation {
    pub(crate) method: &'static str,
    /// With `{name}` where a parameter goes.
    pub(crate) path: &'static str,
    pub(crate) takes_token: bool,
    pub(crate) accepts_idempotency_key: bool,
}

/// Everything but unreserved characters (RFC 3986) is encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// An empty segment or a dot would address another resource.
pub(crate) fn is_segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
}

/// A new key: 122 random bits, as a UUID.
pub(crate) fn new_idempotency_key() -> String {
    let mut bits = u128::from_be_bytes(random_bytes());
    bits = (bits & !(0xf << 76)) | (0x4 << 76);
    bits = (bits & !(0x3 << 62)) | (0x2 << 62);
    let mut key = format!("{bits:032x}");
    for at in [20, 16, 12, 8] {
        key.insert(at, '-');
    }
    key
}

pub(crate) fn random_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    // It only fails on systems without a source of randomness, on which there is no TLS either. A key has to be unique,
    // so the clock does there.
    if SystemRandom::new().fill(&mut bytes).is_err() {
        let now = time::OffsetDateTime::now_utc().unix_timestamp_nanos();
        bytes = now.to_be_bytes();
    }
    bytes
}
