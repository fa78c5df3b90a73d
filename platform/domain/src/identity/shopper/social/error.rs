//! What can go wrong with identity providers.

use std::borrow::Cow;

use db::DbError;
use kernel::ports::{KeyRingError, OpenIdError};
use kernel::{Case, Denied, Fault, FieldFault};

use crate::identity::IdentityError;

/// Why a provider is not taken, or somebody does not get in with it.
#[derive(Debug, thiserror::Error)]
pub enum SocialError {
    /// No such provider, or no such identity of the caller's.
    #[error("there is no such identity provider or linked identity")]
    NotFound,
    /// Fields that do not have the form they must have.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The issuer cannot be used.
    #[error("the issuer cannot be used")]
    IssuerRefused(String),
    /// Another provider has the issuer.
    #[error("the tenant has an identity provider with this issuer already")]
    IssuerInUse,
    /// The tenant has as many providers as it may.
    #[error("the tenant has 20 identity providers; delete one first")]
    TooManyProviders,
    /// The browser was not sent away from here, has come back already, or came back late.
    #[error("the sign-in is unknown, was used, or is too old; start again")]
    BadState,
    /// The provider does not say that the address is the shopper's.
    #[error("the identity provider has not verified an e-mail address of yours")]
    EmailNotVerified,
    /// The address has an account already.
    #[error("the e-mail address has an account; sign in to it and link the identity")]
    LinkRequired,
    /// Another account is linked to the identity.
    #[error("the identity is linked to another account")]
    IdentityInUse,
    /// The account has no other way in.
    #[error("the account has no password and no other identity; set a password first")]
    LastSignInMethod,
    /// The provider does not answer, or is not believed.
    #[error(transparent)]
    Issuer(#[from] OpenIdError),
    /// The client's secret could not be encrypted or decrypted.
    #[error(transparent)]
    Keys(#[from] KeyRingError),
    /// The account cannot be opened or entered.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the identity provider could not be read or written")]
    Db(#[from] DbError),
}

impl SocialError {
    /// Case of [`IssuerRefused`](Self::IssuerRefused).
    pub const ISSUER_REFUSED: Case = Case::rejected("issuer_refused");
    /// Case of [`IssuerInUse`](Self::IssuerInUse).
    pub const ISSUER_IN_USE: Case = Case::conflict("issuer_in_use");
    /// Case of [`TooManyProviders`](Self::TooManyProviders).
    pub const TOO_MANY_IDENTITY_PROVIDERS: Case = Case::conflict("too_many_identity_providers");
    /// Case of [`BadState`](Self::BadState).
    pub const INVALID_STATE: Case = Case::invalid("invalid_state");
    /// Case of [`EmailNotVerified`](Self::EmailNotVerified).
    pub const EMAIL_NOT_VERIFIED: Case = Case::rejected("email_not_verified");
    /// Case of [`LinkRequired`](Self::LinkRequired).
    pub const LINK_REQUIRED: Case = Case::conflict("link_required");
    /// Case of [`IdentityInUse`](Self::IdentityInUse).
    pub const IDENTITY_IN_USE: Case = Case::conflict("identity_in_use");
    /// Case of [`LastSignInMethod`](Self::LastSignInMethod).
    pub const LAST_SIGN_IN_METHOD: Case = Case::conflict("last_sign_in_method");
}

impl Fault for SocialError {
    fn case(&self) -> Case {
        match self {
            Self::NotFound => Case::NOT_FOUND,
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::IssuerRefused(_) => Self::ISSUER_REFUSED,
            Self::IssuerInUse => Self::ISSUER_IN_USE,
            Self::TooManyProviders => Self::TOO_MANY_IDENTITY_PROVIDERS,
            Self::BadState => Self::INVALID_STATE,
            Self::EmailNotVerified => Self::EMAIL_NOT_VERIFIED,
            Self::LinkRequired => Self::LINK_REQUIRED,
            Self::IdentityInUse => Self::IDENTITY_IN_USE,
            Self::LastSignInMethod => Self::LAST_SIGN_IN_METHOD,
            Self::Issuer(error) => error.case(),
            Self::Keys(error) => error.case(),
            Self::Identity(error) => error.case(),
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(faults) => Cow::Borrowed(faults),
            Self::IssuerRefused(why) => {
                Cow::Owned(vec![FieldFault::new("/issuer", self.code(), why.clone())])
            }
            Self::Identity(error) => error.fields(),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Identity(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            _ => None,
        }
    }
}
