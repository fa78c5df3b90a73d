//! What can go wrong in billing, in the words of the request and the world.

use std::borrow::Cow;

use db::DbError;
use kernel::fault::AnyFault;
use kernel::ids::{MerchantId, OrderId};
use kernel::ports::PaymentsError;
use kernel::{Case, Denied, Fault, FieldFault, Money, MoneyError};

use crate::ledger::Unbalanced;

/// Why billing could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum BillingError {
    /// The provider is out or slow; the same request may be made again.
    #[error("the payment provider cannot be reached at the moment")]
    Unavailable,
    /// Another request for the same thing is talking to the provider right now.
    #[error("the same payment is being worked on by another request")]
    InProgress,
    /// The provider understood and refused.
    #[error("the payment provider refused: {0}")]
    Refused(String),
    /// More than has been paid and not given back.
    #[error("the refund exceeds the {0} that can still be given back")]
    TooMuch(Money),
    /// There is no payment for that order.
    #[error("there is no payment for {0}")]
    NotFound(OrderId),
    /// A page to come back to that is not the store's.
    #[error("a link leads back to the store's own hosts only")]
    NotOwnHost(Vec<FieldFault>),
    /// The merchant does not exist.
    #[error("{0} does not exist")]
    MerchantNotFound(MerchantId),
    /// The merchant's account at the provider is still being made.
    #[error("{0} has no account at the payment provider yet")]
    NoAccount(MerchantId),
    /// The caller lacks a permission.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the books could not be read or written")]
    Db(#[from] DbError),
    /// What was asked for contradicts itself or what is known: a mistake of ours.
    #[error("the request contradicts itself: {0}")]
    Contradiction(&'static str),
    /// Amounts that cannot be reckoned with.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// Entries that do not balance: a mistake of ours.
    #[error(transparent)]
    Unbalanced(#[from] Unbalanced),
}

impl BillingError {
    /// Case of [`Unavailable`](Self::Unavailable).
    pub const PAYMENT_PROVIDER_UNAVAILABLE: Case =
        Case::unavailable("payment_provider_unavailable");
    /// Case of [`InProgress`](Self::InProgress).
    pub const COMPLETION_IN_PROGRESS: Case = Case::conflict("completion_in_progress");
    /// Case of [`NoAccount`](Self::NoAccount).
    pub const MERCHANT_ACCOUNT_NOT_READY: Case = Case::conflict("merchant_account_not_ready");
    /// Case of [`Refused`](Self::Refused).
    pub const PAYMENT_REFUSED: Case = Case::rejected("payment_refused");
    /// Case of [`TooMuch`](Self::TooMuch).
    pub const REFUND_TOO_LARGE: Case = Case::rejected("refund_too_large");
}

impl Fault for BillingError {
    fn case(&self) -> Case {
        match self {
            Self::Unavailable => Self::PAYMENT_PROVIDER_UNAVAILABLE,
            Self::InProgress => Self::COMPLETION_IN_PROGRESS,
            Self::NoAccount(_) => Self::MERCHANT_ACCOUNT_NOT_READY,
            Self::NotOwnHost(_) => Case::INVALID_REQUEST,
            Self::Refused(_) => Self::PAYMENT_REFUSED,
            Self::TooMuch(_) => Self::REFUND_TOO_LARGE,
            Self::NotFound(_) | Self::MerchantNotFound(_) => Case::NOT_FOUND,
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
            Self::Contradiction(_) | Self::Money(_) | Self::Unbalanced(_) => Case::INTERNAL,
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::NotOwnHost(faults) => Cow::Borrowed(faults),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Unavailable => Some(5),
            Self::InProgress | Self::NoAccount(_) => Some(1),
            Self::Db(error) => error.retry_after_seconds(),
            Self::Refused(_)
            | Self::NotOwnHost(_)
            | Self::TooMuch(_)
            | Self::NotFound(_)
            | Self::MerchantNotFound(_)
            | Self::Denied(_)
            | Self::Contradiction(_)
            | Self::Money(_)
            | Self::Unbalanced(_) => None,
        }
    }
}

impl From<BillingError> for PaymentsError {
    fn from(error: BillingError) -> Self {
        match error {
            BillingError::Unavailable => Self::Unavailable,
            BillingError::InProgress => Self::InProgress,
            BillingError::Refused(why) => Self::Refused(why),
            BillingError::TooMuch(left) => Self::TooMuch(left),
            BillingError::NotFound(order_id) => Self::NotFound(order_id),
            BillingError::MerchantNotFound(_)
            | BillingError::NotOwnHost(_)
            | BillingError::NoAccount(_)
            | BillingError::Denied(_)
            | BillingError::Db(_)
            | BillingError::Contradiction(_)
            | BillingError::Money(_)
            | BillingError::Unbalanced(_) => Self::Storage(AnyFault::new(error)),
        }
    }
}

/// Why a webhook was not taken.
#[derive(Debug, thiserror::Error)]
pub enum WebhookError {
    /// The signature is missing, malformed, stale or made with another secret.
    #[error("the signature does not prove where the message comes from")]
    Signature,
    /// The signature is right, but the body is not an event.
    #[error("the body is not an event")]
    Malformed,
    /// The event could not be stored; the provider will send it again.
    #[error("the event could not be stored")]
    Db(#[from] DbError),
}

impl WebhookError {
    /// Case of [`Signature`](Self::Signature).
    pub const WEBHOOK_SIGNATURE_INVALID: Case = Case::invalid("webhook_signature_invalid");
    /// Case of [`Malformed`](Self::Malformed).
    pub const WEBHOOK_MALFORMED: Case = Case::invalid("webhook_malformed");
    /// Case of [`Db`](Self::Db).
    pub const DATABASE_UNAVAILABLE: Case = Case::unavailable("database_unavailable");
}

impl Fault for WebhookError {
    fn case(&self) -> Case {
        match self {
            Self::Signature => Self::WEBHOOK_SIGNATURE_INVALID,
            Self::Malformed => Self::WEBHOOK_MALFORMED,
            Self::Db(_) => Self::DATABASE_UNAVAILABLE,
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Db(_) => Some(2),
            Self::Signature | Self::Malformed => None,
        }
    }
}
