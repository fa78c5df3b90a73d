//! JSON types that both halves of the admin API share.

use domain::identity::{SignIn, SignedIn};
use poem_openapi::Object;
use time::OffsetDateTime;

/// What somebody types to be let in.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Credentials {
    /// The e-mail address of the account.
    email: String,
    /// Its password.
    password: String,
}

impl Credentials {
    pub(crate) fn into_attempt(self) -> SignIn {
        SignIn::new(&self.email, &self.password)
    }
}

/// What proves who somebody is, from now on.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Session {
    /// Sent as `Authorization: Bearer …`.
    pub(crate) access_token: String,
    /// Always `Bearer`.
    pub(crate) token_type: String,
    /// For how many seconds it is good.
    pub(crate) expires_in: i64,
    /// Until when it is good.
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
