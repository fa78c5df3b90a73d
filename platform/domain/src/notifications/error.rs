//! Why somebody was not written to.

use std::borrow::Cow;

use db::DbError;
use kernel::ports::{MailError, TextError};
use kernel::{Case, Denied, Fault, FieldFault};

use super::EmailKind;
use crate::identity::{IdentityError, StaffError};
use crate::inventory::StockError;
use crate::orders::OrderError;
use crate::reviews::ReviewError;
use crate::senders::SenderError;
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
    /// The stock could not be read.
    #[error(transparent)]
    Stock(#[from] StockError),
    /// The brand could not be read.
    #[error(transparent)]
    Tenancy(#[from] TenancyError),
    /// The sender could not be read.
    #[error(transparent)]
    Sender(#[from] SenderError),
    /// No such address is on the list.
    #[error("there is no such suppressed address")]
    SuppressionNotFound,
    /// No such e-mail was sent.
    #[error("there is no such e-mail")]
    EmailNotFound,
    /// Only e-mails about orders are sent again.
    #[error("only e-mails to shoppers about orders can be sent again, and this is `{0}`")]
    EmailNotResendable(EmailKind),
    /// Its address gets no mail.
    #[error(
        "the address is suppressed: it gets no e-mail until it is removed from `/admin/v1/mail-suppressions`"
    )]
    EmailSuppressed,
    /// It is on its way again already.
    #[error("the e-mail is queued already: send it again when it has arrived and is not found")]
    EmailQueued,
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("e-mails or suppressed addresses could not be read or written")]
    Db(#[from] DbError),
    /// The letter could not be written.
    #[error("the letter could not be written: {0}")]
    Template(#[from] askama::Error),
}

impl NotificationError {
    /// Case of [`EmailNotResendable`](Self::EmailNotResendable).
    pub const EMAIL_NOT_RESENDABLE: Case = Case::conflict("email_not_resendable");
    /// Case of [`EmailSuppressed`](Self::EmailSuppressed).
    pub const EMAIL_SUPPRESSED: Case = Case::conflict("email_suppressed");
    /// Case of [`EmailQueued`](Self::EmailQueued).
    pub const EMAIL_QUEUED: Case = Case::conflict("email_queued");
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
            Self::Stock(error) => error.case(),
            Self::Tenancy(error) => error.case(),
            Self::Sender(error) => error.case(),
            Self::SuppressionNotFound | Self::EmailNotFound => Case::NOT_FOUND,
            Self::EmailNotResendable(_) => Self::EMAIL_NOT_RESENDABLE,
            Self::EmailSuppressed => Self::EMAIL_SUPPRESSED,
            Self::EmailQueued => Self::EMAIL_QUEUED,
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
            Self::Stock(error) => error.is_permanent(),
            Self::Tenancy(error) => error.is_permanent(),
            Self::Sender(error) => error.is_permanent(),
            Self::SuppressionNotFound
            | Self::EmailNotFound
            | Self::EmailNotResendable(_)
            | Self::EmailSuppressed
            | Self::EmailQueued
            | Self::Invalid(_)
            | Self::Denied(_) => true,
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
