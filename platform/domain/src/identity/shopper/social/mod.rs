//! Signing in with an account at another company's: providers that a tenant chooses, and what shoppers link to them.
//!
//! A provider's word opens an account for an address that has none, and no existing one: its owner links the
//! identity after signing in some other way. Of a browser that is sent away, the database knows hashes only; what the
//! nonce and the PKCE verifier are made from stays in the browser.

mod error;
mod links;
mod providers;
mod sign_in;

pub(in crate::identity) use providers::client_secret_context;

use kernel::config::Secret;
use kernel::ids::{IdentityProviderId, LinkedIdentityId};
use time::OffsetDateTime;

use super::model::ShopperSession;

pub use error::SocialError;
pub use sign_in::ReturnPath;

/// A company whose accounts shoppers may sign in with, without the secret that it gave out.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct IdentityProvider {
    /// Its id.
    pub id: IdentityProviderId,
    /// What shoppers know it as.
    pub name: String,
    /// Its issuer, as its ID tokens name it.
    pub issuer: String,
    /// The client id that it gave out.
    pub client_id: String,
    /// Whether shoppers may sign in with it.
    pub is_enabled: bool,
    /// Since when it is there.
    pub created_at: OffsetDateTime,
    /// When it was last changed.
    pub updated_at: OffsetDateTime,
}

/// A provider to be added.
#[derive(Debug)]
pub struct NewIdentityProvider {
    /// What shoppers know it as.
    pub name: String,
    /// Its issuer.
    pub issuer: String,
    /// The client id that it gave out.
    pub client_id: String,
    /// The secret that it gave out.
    pub client_secret: Secret<String>,
    /// Whether shoppers may sign in with it.
    pub is_enabled: bool,
}

/// What is to become different about a provider.
#[derive(Debug, Default)]
pub struct IdentityProviderChange {
    /// What shoppers know it as.
    pub name: Option<String>,
    /// The client id that it gave out.
    pub client_id: Option<String>,
    /// The secret that it gave out.
    pub client_secret: Option<Secret<String>>,
    /// Whether shoppers may sign in with it.
    pub is_enabled: Option<bool>,
}

/// A browser that is to go to a provider.
#[derive(Debug)]
pub struct SocialStart {
    /// Where it goes.
    pub authorization_url: String,
    /// What it keeps, and shows when it comes back.
    pub browser_token: Secret<String>,
    /// Until when it can come back.
    pub expires_at: OffsetDateTime,
}

/// A browser that has come back from a provider.
#[derive(Debug)]
pub struct SocialReturn {
    /// The state that the provider sent back.
    pub state: String,
    /// The code that the provider gave.
    pub code: Secret<String>,
    /// The issuer that the provider named, if it named one.
    pub issuer: Option<String>,
    /// What the browser kept.
    pub browser_token: Secret<String>,
    /// Where the provider sent it.
    pub redirect_uri: String,
}

/// A shopper who has signed in with a provider.
#[derive(Debug, Clone)]
pub struct SocialSession {
    /// The session.
    pub session: ShopperSession,
    /// The path of the shop that the shopper came from.
    pub return_to: String,
}

/// An account at a provider that a shopper's account is linked to.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LinkedIdentity {
    /// Its id.
    pub id: LinkedIdentityId,
    /// Where it is.
    pub provider_id: IdentityProviderId,
    /// What shoppers know the provider as.
    pub provider_name: String,
    /// The address that the provider had verified when it was linked.
    pub email: String,
    /// Since when it is linked.
    pub created_at: OffsetDateTime,
    /// When its owner last signed in with it.
    pub last_used_at: OffsetDateTime,
}
