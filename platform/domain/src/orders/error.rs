//! What can be wrong with a wish about an order.

use std::borrow::Cow;

use db::DbError;
use kernel::ids::{OrderId, OrderLineId, RefundId};
use kernel::ports::PaymentsError;
use kernel::{Denied, Fault, FieldFault, Kind, Money, MoneyError};

use super::OrderStatus;

/// An order could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum OrderError {
    /// Absent, somebody else's, or the token is another order's.
    #[error("there is no order {0}")]
    NotFound(OrderId),
    /// The order has no such line.
    #[error("the order has no line {0}")]
    LineNotFound(OrderLineId),
    /// There is no such refund.
    #[error("there is no refund {0}")]
    RefundNotFound(RefundId),
    /// The order is not in a state for this.
    #[error("order {id} is {status}, which does not allow this")]
    WrongStatus {
        /// The order.
        id: OrderId,
        /// What it is doing.
        status: OrderStatus,
    },
    /// The order has not been paid, so there is nothing to give back.
    #[error("order {0} has not been paid")]
    NotPaid(OrderId),
    /// More than what is left.
    #[error("the refund exceeds what can still be given back")]
    RefundTooLarge(Vec<FieldFault>),
    /// It would give nothing back.
    #[error("there is nothing to give back")]
    RefundEmpty,
    /// One line twice.
    #[error("a line is named twice")]
    LineTwice(FieldFault),
    /// The key was used for another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// The same request is being worked on.
    #[error("the same request is being worked on")]
    InProgress,
    /// A payment came that is not the order's total.
    #[error("order {id} costs {expected}, but {paid} were paid")]
    AmountMismatch {
        /// The order.
        id: OrderId,
        /// What it costs.
        expected: Money,
        /// What came.
        paid: Money,
    },
    /// Amounts that do not add up.
    #[error("the amounts of the order do not add up")]
    Money(#[from] MoneyError),
    /// The payment could not be dealt with.
    #[error(transparent)]
    Payments(#[from] PaymentsError),
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the order could not be read or written")]
    Db(#[from] DbError),
}

impl Fault for OrderError {
    fn kind(&self) -> Kind {
        match self {
            Self::NotFound(_) | Self::LineNotFound(_) | Self::RefundNotFound(_) => Kind::NotFound,
            Self::WrongStatus { .. } | Self::NotPaid(_) | Self::InProgress => Kind::Conflict,
            Self::RefundTooLarge(_) | Self::RefundEmpty | Self::KeyReused => Kind::Rejected,
            Self::LineTwice(_) => Kind::Invalid,
            Self::AmountMismatch { .. } | Self::Money(_) => Kind::Internal,
            Self::Payments(error) => error.kind(),
            Self::Denied(denied) => denied.kind(),
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "order_not_found",
            Self::LineNotFound(_) => "order_line_not_found",
            Self::RefundNotFound(_) => "refund_not_found",
            Self::WrongStatus { .. } | Self::NotPaid(_) => "order_wrong_status",
            Self::RefundTooLarge(_) => "refund_too_large",
            Self::RefundEmpty => "refund_empty",
            Self::LineTwice(_) => "invalid_request",
            Self::KeyReused => "idempotency_key_reused",
            Self::InProgress => "request_in_progress",
            Self::AmountMismatch { .. } | Self::Money(_) => "internal",
            Self::Payments(error) => error.code(),
            Self::Denied(denied) => denied.code(),
            Self::Db(error) => error.code(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::RefundTooLarge(faults) => Cow::Borrowed(faults),
            Self::LineTwice(fault) => Cow::Owned(vec![fault.clone()]),
            Self::NotFound(_)
            | Self::LineNotFound(_)
            | Self::RefundNotFound(_)
            | Self::WrongStatus { .. }
            | Self::NotPaid(_)
            | Self::RefundEmpty
            | Self::KeyReused
            | Self::InProgress
            | Self::AmountMismatch { .. }
            | Self::Money(_)
            | Self::Payments(_)
            | Self::Denied(_)
            | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::InProgress => Some(1),
            Self::Payments(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            Self::NotFound(_)
            | Self::LineNotFound(_)
            | Self::RefundNotFound(_)
            | Self::WrongStatus { .. }
            | Self::NotPaid(_)
            | Self::RefundTooLarge(_)
            | Self::RefundEmpty
            | Self::LineTwice(_)
            | Self::KeyReused
            | Self::AmountMismatch { .. }
            | Self::Money(_)
            | Self::Denied(_) => None,
        }
    }
}
