//! What can go wrong in billing, in the words of the request and the world.

use db::DbError;
use kernel::fault::AnyFault;
use kernel::ids::{MerchantId, OrderId};
use kernel::ports::PaymentsError;
use kernel::{Denied, Fault, Kind, Money, MoneyError};

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

impl Fault for BillingError {
    fn kind(&self) -> Kind {
        match self {
            Self::Unavailable => Kind::Unavailable,
            Self::InProgress | Self::NoAccount(_) => Kind::Conflict,
            Self::Refused(_) | Self::TooMuch(_) => Kind::Rejected,
            Self::NotFound(_) | Self::MerchantNotFound(_) => Kind::NotFound,
            Self::Denied(denied) => denied.kind(),
            Self::Db(error) => error.kind(),
            Self::Contradiction(_) | Self::Money(_) | Self::Unbalanced(_) => Kind::Internal,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Unavailable => "payment_provider_unavailable",
            Self::InProgress => "completion_in_progress",
            Self::Refused(_) => "payment_refused",
            Self::TooMuch(_) => "refund_too_large",
            Self::NotFound(_) => "payment_not_found",
            Self::MerchantNotFound(_) => "merchant_not_found",
            Self::NoAccount(_) => "merchant_account_not_ready",
            Self::Denied(denied) => denied.code(),
            Self::Db(error) => error.code(),
            Self::Contradiction(_) | Self::Money(_) | Self::Unbalanced(_) => "internal",
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Unavailable => Some(5),
            Self::InProgress | Self::NoAccount(_) => Some(1),
            Self::Db(error) => error.retry_after_seconds(),
            Self::Refused(_)
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

impl Fault for WebhookError {
    fn kind(&self) -> Kind {
        match self {
            Self::Signature | Self::Malformed => Kind::Invalid,
            Self::Db(_) => Kind::Unavailable,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Signature => "webhook_signature_invalid",
            Self::Malformed => "webhook_malformed",
            Self::Db(_) => "database_unavailable",
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Db(_) => Some(2),
            Self::Signature | Self::Malformed => None,
        }
    }
}
