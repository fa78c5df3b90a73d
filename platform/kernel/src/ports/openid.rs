//! Signing in with an account at another company's (OpenID Connect).

use async_trait::async_trait;
use time::OffsetDateTime;

use crate::config::Secret;
use crate::fault::{Case, Fault};

/// What an issuer knows a shop as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenIdClient {
    /// The issuer, exactly as its ID tokens name it.
    pub issuer: String,
    /// The client id that it gave out.
    pub client_id: String,
    /// Where it sends browsers back to.
    pub redirect_uri: String,
}

/// What one browser is sent to the issuer with, and comes back with.
#[derive(Debug, Clone)]
pub struct OpenIdRequest {
    /// Comes back with the browser.
    pub state: String,
    /// Comes back in the ID token.
    pub nonce: String,
    /// Whose digest goes along, and which redeems the code (RFC 7636).
    pub verifier: Secret<String>,
}

/// What a browser came back with.
#[derive(Debug, Clone)]
pub struct OpenIdGrant {
    /// The code.
    pub code: Secret<String>,
    /// The issuer that says that the code is its own (RFC 9207), if one says so.
    pub issuer: Option<String>,
    /// The client's secret.
    pub client_secret: Secret<String>,
    /// The nonce that was sent.
    pub nonce: String,
    /// The verifier whose digest was sent.
    pub verifier: Secret<String>,
}

/// Somebody as an issuer knows them. The ID token was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenIdPerson {
    /// Who it is at the issuer. It never changes and is never another person's.
    pub subject: String,
    /// The e-mail address, if the issuer tells it.
    pub email: Option<String>,
    /// Whether the issuer says that it belongs to the person.
    pub is_email_verified: bool,
    /// Given name.
    pub given_name: Option<String>,
    /// Family name.
    pub family_name: Option<String>,
    /// The whole name.
    pub name: Option<String>,
}

/// Why an issuer is not believed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum OpenIdError {
    /// It cannot be reached, or does not answer as it should.
    #[error("the identity provider does not answer at the moment: {0}")]
    Unavailable(String),
    /// Its address, or what it publishes about itself, cannot be used.
    #[error("the identity provider cannot be used: {0}")]
    Unusable(String),
    /// It does not take the code.
    #[error("the identity provider does not take the code: {0}")]
    Refused(String),
    /// Its ID token is not right.
    #[error("the identity provider's ID token is not right: {0}")]
    Untrusted(String),
}

impl OpenIdError {
    /// Case of [`Unavailable`](Self::Unavailable) and [`Unusable`](Self::Unusable).
    pub const IDENTITY_PROVIDER_UNAVAILABLE: Case =
        Case::unavailable("identity_provider_unavailable");
    /// Case of [`Refused`](Self::Refused).
    pub const INVALID_CODE: Case = Case::invalid("invalid_code");
    /// Case of [`Untrusted`](Self::Untrusted).
    pub const ID_TOKEN_REFUSED: Case = Case::rejected("id_token_refused");
}

impl Fault for OpenIdError {
    fn case(&self) -> Case {
        match self {
            Self::Unavailable(_) | Self::Unusable(_) => Self::IDENTITY_PROVIDER_UNAVAILABLE,
            Self::Refused(_) => Self::INVALID_CODE,
            Self::Untrusted(_) => Self::ID_TOKEN_REFUSED,
        }
    }
}

/// Issuers of ID tokens. It asks other machines: never call it inside a transaction.
#[async_trait]
pub trait OpenIdIssuers: Send + Sync {
    /// Reads anew what an issuer publishes about itself; fails unless it can be used.
    async fn check(&self, issuer: &str) -> Result<(), OpenIdError>;

    /// The address at the issuer that a browser is sent to.
    async fn authorization_url(
        &self,
        client: &OpenIdClient,
        request: &OpenIdRequest,
    ) -> Result<String, OpenIdError>;

    /// Redeems a code, once, and checks the ID token that it is good for, at `now`.
    async fn redeem(
        &self,
        client: &OpenIdClient,
        grant: &OpenIdGrant,
        now: OffsetDateTime,
    ) -> Result<OpenIdPerson, OpenIdError>;
}
