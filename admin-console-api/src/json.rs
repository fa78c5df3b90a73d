//! JSON types that both halves of the admin API share.

use domain::identity::{SignIn, SignedIn};
use poem_openapi::Object;
use time::OffsetDateTime;

/// Credentials.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Credentials {
    /// E-mail address of the account.
    email: String,
    /// Password of the account.
    password: String,
}

impl Credentials {
    pub(crate) fn into_attempt(self) -> SignIn {
        SignIn::new(&self.email, &self.password)
    }
}

/// A session.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Session {
    /// Access token, sent as `Authorization: Bearer …`.
    pub(crate) access_token: String,
    /// Token type: always `Bearer`.
    pub(crate) token_type: String,
    /// Lifetime of the access token in seconds.
    pub(crate) expires_in: i64,
    /// When the access token expires.
    pub(crate) expires_at: OffsetDateTime,
}

impl<P> From<&SignedIn<P>> for Session {
    fn from(signed_in: &SignedIn<P>) -> Self {
        Self {
            access_token: signed_in.access_token.expose().clone(),
            token_type: "Bearer".to_owned(),
            expires_in: signed_in.expires_in_seconds,
            expires_at: signed_in.expires_at,
        }
    }
}
