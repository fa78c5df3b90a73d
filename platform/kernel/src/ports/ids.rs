//! New ids and new secrets.

use rand::RngCore;
use uuid::Uuid;

/// Makes ids and tokens. UUIDv7: they sort by the moment they were made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ids;

impl Ids {
    /// A new id.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that makes ids"
    )]
    pub fn uuid(self) -> Uuid {
        Uuid::now_v7()
    }

    /// A new secret of 256 random bits, in hexadecimal. What is stored of it is its hash.
    pub fn token(self) -> String {
        let mut bytes = [0_u8; 32];
        rand::rng().fill_bytes(&mut bytes);
        hex::encode(bytes)
    }

    /// The SHA-256 of a token: what is kept of it.
    pub fn token_hash(token: &str) -> Vec<u8> {
        use sha2::Digest;
        sha2::Sha256::digest(token.as_bytes()).to_vec()
    }
}
