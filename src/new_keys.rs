//! New keys, as the settings hold them.

use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use rand::RngCore;

/// An Ed25519 private key in PEM form: one of `TOKEN_KEYS`.
pub(crate) fn signing_key() -> Result<String, ed25519_dalek::pkcs8::Error> {
    let key = SigningKey::from_bytes(&random()).to_pkcs8_pem(LineEnding::LF)?;
    Ok(key.to_string())
}

/// 64 hexadecimal digits: one of `ENCRYPTION_KEYS`.
pub(crate) fn encryption_key() -> String {
    hex::encode(random())
}

fn random() -> [u8; 32] {
    let mut bytes = [0_u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}
