//! What can be wrong with a request about a return.

use std::borrow::Cow;

use db::DbError;
use kernel::ids::ReturnId;
use kernel::{Case, Denied, Fault, FieldFault};

use super::ReturnStatus;
use crate::orders::OrderError;

/// A return could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum ReturnError {
    /// Absent, or another order's.
    #[error("there is no return {0}")]
    NotFound(ReturnId),
    /// The tenant has no such storefront.
    #[error("there is no such storefront")]
    StorefrontNotFound,
    /// The return is not in a state for this.
    #[error("return {id} is {status}, which does not allow this")]
    WrongStatus {
        /// The return.
        id: ReturnId,
        /// Its status.
        status: ReturnStatus,
    },
    /// Units have come already.
    #[error("units of return {0} were received; receive the rest, or none, with `is_final`")]
    PartlyReceived(ReturnId),
    /// Nothing of the order can be sent back by the shopper now.
    #[error(
        "nothing of the order can be returned: it was not delivered yet, was delivered too long ago, or is in a return already"
    )]
    WindowClosed,
    /// More units than can come back.
    #[error("the return exceeds what can come back")]
    TooLarge(Vec<FieldFault>),
    /// Counts that cannot be.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The order.
    #[error(transparent)]
    Order(#[from] OrderError),
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the return could not be read or written")]
    Db(#[from] DbError),
}

impl ReturnError {
    /// Case of [`WrongStatus`](Self::WrongStatus) and [`PartlyReceived`](Self::PartlyReceived).
    pub const RETURN_WRONG_STATUS: Case = Case::conflict("return_wrong_status");
    /// Case of [`WindowClosed`](Self::WindowClosed).
    pub const RETURN_WINDOW_CLOSED: Case = Case::conflict("return_window_closed");
    /// Case of [`TooLarge`](Self::TooLarge).
    pub const RETURN_TOO_LARGE: Case = Case::rejected("return_too_large");
}

impl Fault for ReturnError {
    fn case(&self) -> Case {
        match self {
            Self::NotFound(_) | Self::StorefrontNotFound => Case::NOT_FOUND,
            Self::WrongStatus { .. } | Self::PartlyReceived(_) => Self::RETURN_WRONG_STATUS,
            Self::WindowClosed => Self::RETURN_WINDOW_CLOSED,
            Self::TooLarge(_) => Self::RETURN_TOO_LARGE,
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::Order(error) => error.case(),
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::TooLarge(faults) | Self::Invalid(faults) => Cow::Borrowed(faults),
            Self::Order(error) => error.fields(),
            Self::NotFound(_)
            | Self::StorefrontNotFound
            | Self::WrongStatus { .. }
            | Self::PartlyReceived(_)
            | Self::WindowClosed
            | Self::Denied(_)
            | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Order(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            _ => None,
        }
    }
}
