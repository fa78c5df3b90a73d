//! What can go wrong when somebody says who they are.

use db::DbError;
use kernel::{Fault, Kind};

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
            Self::Busy => Kind::Unavailable,
            Self::Broken(_) => Kind::Internal,
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::WrongCredentials => "invalid_credentials",
            Self::BadToken => "unauthenticated",
            Self::Busy => "sign_in_busy",
            Self::Broken(_) => "internal",
            Self::Db(error) => error.code(),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Busy => Some(2),
            Self::Db(error) => error.retry_after_seconds(),
            Self::WrongCredentials | Self::BadToken | Self::Broken(_) => None,
        }
    }
}
