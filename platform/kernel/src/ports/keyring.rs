//! How secrets that the database keeps are encrypted.

use std::fmt;

use async_trait::async_trait;
use uuid::Uuid;

use crate::config::Secret;
use crate::fault::{Case, Fault};
use crate::ids::TenantId;

/// What a sealed secret is and whose. It is part of the encryption: what was sealed for one tenant, purpose
/// or owner cannot be opened for another, wherever the bytes are copied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretContext {
    /// The tenant; none for what belongs to a person of several tenants or to the platform.
    pub tenant_id: Option<TenantId>,
    /// What it is for, such as `totp`.
    pub purpose: &'static str,
    /// The row that it belongs to.
    pub owner: Uuid,
}

impl fmt::Display for SecretContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tenant_id {
            Some(tenant_id) => write!(f, "{tenant_id}/{}/{}", self.purpose, self.owner),
            None => write!(f, "platform/{}/{}", self.purpose, self.owner),
        }
    }
}

/// Why a secret was not sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum KeyRingError {
    /// The bytes were not sealed for this context, with no key that is known, or were changed.
    #[error(
        "a secret cannot be opened: it was sealed for something else or with a key that is gone"
    )]
    Unopenable,
    /// The keys cannot be reached.
    #[error("the keys cannot be reached at the moment: {0}")]
    Unavailable(String),
}

impl KeyRingError {
    /// Case of [`Unavailable`](Self::Unavailable).
    pub const KEYS_UNAVAILABLE: Case = Case::unavailable("keys_unavailable");
}

impl Fault for KeyRingError {
    fn case(&self) -> Case {
        match self {
            Self::Unopenable => Case::INTERNAL,
            Self::Unavailable(_) => Self::KEYS_UNAVAILABLE,
        }
    }
}

/// Seals and opens secrets. It may ask another machine: never call it inside a transaction.
#[async_trait]
pub trait KeyRing: Send + Sync {
    /// Encrypts `secret` with the current key.
    async fn seal(&self, context: &SecretContext, secret: &[u8]) -> Result<Vec<u8>, KeyRingError>;

    /// Decrypts what `seal` made for the same context, with whichever key it used.
    async fn open(
        &self,
        context: &SecretContext,
        sealed: &[u8],
    ) -> Result<Secret<Vec<u8>>, KeyRingError>;
}
