//! Why somebody was not written to.

use kernel::ports::MailError;
use kernel::{Fault, Kind};

use crate::identity::IdentityError;
use crate::tenancy::TenancyError;

/// A letter could not be written or sent.
#[derive(Debug, thiserror::Error)]
pub enum NotificationError {
    /// Nobody takes the letter.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The person could not be read.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// The brand could not be read.
    #[error(transparent)]
    Tenancy(#[from] TenancyError),
    /// The letter could not be written.
    #[error("the letter could not be written: {0}")]
    Template(#[from] askama::Error),
}

impl Fault for NotificationError {
    fn kind(&self) -> Kind {
        match self {
            Self::Mail(error) => error.kind(),
            Self::Identity(error) => error.kind(),
            Self::Tenancy(error) => error.kind(),
            Self::Template(_) => Kind::Internal,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Mail(error) => error.code(),
            Self::Identity(error) => error.code(),
            Self::Tenancy(error) => error.code(),
            Self::Template(_) => "internal",
        }
    }
}
