//! Why somebody was not written to.

use std::borrow::Cow;

use db::DbError;
use kernel::ports::{MailError, TextError};
use kernel::{Case, Denied, Fault, FieldFault};

use crate::identity::{IdentityError, StaffError};
use crate::orders::OrderError;
use crate::reviews::ReviewError;
use crate::tenancy::TenancyError;

/// A letter could not be written or sent.
#[derive(Debug, thiserror::Error)]
pub enum NotificationError {
    /// Nobody takes the letter.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// Nobody takes the text message.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Some fields cannot be what they are.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The person could not be read.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// The invitation could not be read.
    #[error(transparent)]
    Staff(#[from] StaffError),
    /// The order could not be read.
    #[error(transparent)]
    Orders(#[from] OrderError),
    /// The reviews could not be read.
    #[error(transparent)]
    Reviews(#[from] ReviewError),
    /// The brand could not be read.
    #[error(transparent)]
    Tenancy(#[from] TenancyError),
    /// No such address is on the list.
    #[error("there is no such suppressed address")]
    SuppressionNotFound,
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("suppressed addresses could not be read or written")]
    Db(#[from] DbError),
    /// The letter could not be written.
    #[error("the letter could not be written: {0}")]
    Template(#[from] askama::Error),
}

impl Fault for NotificationError {
    fn case(&self) -> Case {
        match self {
            Self::Mail(error) => error.case(),
            Self::Text(error) => error.case(),
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::Identity(error) => error.case(),
            Self::Staff(error) => error.case(),
            Self::Orders(error) => error.case(),
            Self::Reviews(error) => error.case(),
            Self::Tenancy(error) => error.case(),
            Self::SuppressionNotFound => Case::NOT_FOUND,
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
            Self::Template(_) => Case::INTERNAL,
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(faults) => Cow::Borrowed(faults),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn is_permanent(&self) -> bool {
        match self {
            Self::Mail(error) => error.is_permanent(),
            Self::Text(error) => error.is_permanent(),
            Self::Identity(error) => error.is_permanent(),
            Self::Staff(error) => error.is_permanent(),
            Self::Orders(error) => error.is_permanent(),
            Self::Reviews(error) => error.is_permanent(),
            Self::Tenancy(error) => error.is_permanent(),
            Self::SuppressionNotFound | Self::Invalid(_) | Self::Denied(_) => true,
            Self::Db(error) => error.is_permanent(),
            Self::Template(_) => false,
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Db(error) => error.retry_after_seconds(),
            _ => None,
        }
    }
}
