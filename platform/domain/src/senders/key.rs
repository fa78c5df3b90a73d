//! Keys that e-mails are signed with.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::config::Secret;
use kernel::ids::SenderDomainId;
use rsa::RsaPrivateKey;
use rsa::pkcs1::{EncodeRsaPrivateKey, LineEnding};
use rsa::pkcs8::EncodePublicKey;
use rsa::rand_core::OsRng;

use super::SenderError;

/// What every receiver takes (RFC 8301), and what fits into a record.
const BITS: usize = 2048;

/// A new pair of keys: the private one in PEM form, and the public one as records have it. Takes a processor for a
/// while.
pub(super) fn generate() -> Result<(Secret<String>, String), SenderError> {
    let failed = |why: &dyn std::fmt::Display| SenderError::Key(why.to_string());
    let key = RsaPrivateKey::new(&mut OsRng, BITS).map_err(|e| failed(&e))?;
    let pem = key.to_pkcs1_pem(LineEnding::LF).map_err(|e| failed(&e))?;
    let public = key.to_public_key().to_public_key_der();
    let public = STANDARD.encode(public.map_err(|e| failed(&e))?.as_bytes());
    Ok((Secret::new(pem.to_string()), public))
}

/// The selector of a domain: another one for each, so that two installations, or an old key and its successor, can be
/// published at the same time.
pub(super) fn selector(id: SenderDomainId) -> String {
    let id = id.uuid().simple().to_string();
    let (_, end) = id.split_at(id.len() - 8);
    format!("stoa-{end}")
}
