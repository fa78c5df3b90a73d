//! What can go wrong when somebody says who they are.

use std::borrow::Cow;

use db::DbError;
use kernel::{Denied, Fault, FieldFault, Kind};

/// Why somebody is not let in.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The e-mail is unknown, the password is wrong, or the account is not of this tenant: which of
    /// them it is, nobody learns.
    #[error("the e-mail address or the password is wrong")]
    WrongCredentials,
    /// The token is not one of ours, not for here, too old, or its owner was removed.
    #[error("a valid access token is needed")]
    BadToken,
    /// The token of a mail is not one of ours, was used, is too old, or a newer one was sent.
    #[error("the link is not valid any more; ask for a new one")]
    BadOneTimeToken,
    /// The password is one that is guessed first.
    #[error("the password is easily guessed")]
    WeakPassword,
    /// The password is not the account's.
    #[error("the password is not the one of the account")]
    WrongPassword,
    /// The caller is signed in on no such device.
    #[error("there is no such session")]
    SessionNotFound,
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Too many passwords are being checked already.
    #[error("too many people are signing in at the moment")]
    Busy,
    /// A stored hash cannot be read, or a token cannot be made.
    #[error("credentials could not be handled: {0}")]
    Broken(String),
    /// The rows could not be read or written.
    #[error("the account could not be read or written")]
    Db(#[from] DbError),
}

impl Fault for IdentityError {
    fn kind(&self) -> Kind {
        match self {
            Self::WrongCredentials | Self::BadToken => Kind::Unauthenticated,
            Self::BadOneTimeToken => Kind::Invalid,
            Self::WeakPassword | Self::WrongPassword => Kind::Rejected,
            Self::SessionNotFound => Kind::NotFound,
            Self::Denied(denied) => denied.kind(),
            Self::Busy => Kind::Unavailable,
            Self::Broken(_) => Kind::Internal,
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::WrongCredentials => "invalid_credentials",
            Self::BadToken => "unauthenticated",
            Self::BadOneTimeToken => "invalid_token",
            Self::WeakPassword => "weak_password",
            Self::WrongPassword => "wrong_password",
            Self::SessionNotFound => "session_not_found",
            Self::Denied(denied) => denied.code(),
            Self::Busy => "sign_in_busy",
            Self::Broken(_) => "internal",
            Self::Db(error) => error.code(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::WeakPassword => Cow::Owned(vec![FieldFault::new(
                "/password",
                self.code(),
                "one that nobody guesses, such as four words that have nothing to do with each other",
            )]),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Busy => Some(2),
            Self::Db(error) => error.retry_after_seconds(),
            Self::WrongCredentials
            | Self::BadToken
            | Self::BadOneTimeToken
            | Self::WeakPassword
            | Self::WrongPassword
            | Self::SessionNotFound
            | Self::Denied(_)
            | Self::Broken(_) => None,
        }
    }
}
