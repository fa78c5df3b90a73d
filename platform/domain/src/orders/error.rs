//! What can be wrong with a request about an order.

use std::borrow::Cow;

use db::DbError;
use kernel::ids::{FulfillmentId, MerchantId, OrderId, OrderNoteId, RefundId};
use kernel::ports::PaymentsError;
use kernel::{Case, Denied, Fault, FieldFault, Money, MoneyError};

use super::{FulfillmentStatus, OrderStatus};

/// An order could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum OrderError {
    /// Absent, somebody else's, or the token is another order's.
    #[error("there is no order {0}")]
    NotFound(OrderId),
    /// Nobody visits a storefront, where orders have numbers.
    #[error("there is no order {0} here")]
    NumberNotFound(i64),
    /// Not the code of the last mail about the order, or not good any more; or there is no such order.
    #[error(
        "the code is not the one of the last e-mail about this order, or it was used or has expired"
    )]
    BadCode,
    /// There is no such merchant, or it is not the caller's.
    #[error("there is no merchant {0}")]
    MerchantNotFound(MerchantId),
    /// The order has no such line.
    #[error("the order has no such line")]
    LineUnknown(FieldFault),
    /// There is no such refund.
    #[error("there is no refund {0}")]
    RefundNotFound(RefundId),
    /// The order has no such fulfillment.
    #[error("there is no fulfillment {0}")]
    FulfillmentNotFound(FulfillmentId),
    /// The fulfillment is not in a state for this.
    #[error("fulfillment {id} is {status}, which does not allow this")]
    FulfillmentWrongStatus {
        /// The fulfillment.
        id: FulfillmentId,
        /// Its status.
        status: FulfillmentStatus,
    },
    /// Units of the fulfillment come back.
    #[error("units of fulfillment {0} are in a return; cancel the return first")]
    ReturnOpen(FulfillmentId),
    /// More units than are left to ship.
    #[error("the fulfillment exceeds what is left to ship")]
    FulfillmentTooLarge(Vec<FieldFault>),
    /// More units than are neither shipped nor cancelled.
    #[error("the cancellation exceeds what is neither shipped nor cancelled")]
    CancellationTooLarge(Vec<FieldFault>),
    /// Nothing is left to ship.
    #[error("nothing is left to ship")]
    NothingToFulfill(FieldFault),
    /// Lines of several merchants, who ship by themselves.
    #[error("a fulfillment is of one merchant")]
    SeveralMerchants(FieldFault),
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
    /// The order is authorized: its money is to be captured first.
    #[error("the payment of order {0} is not captured: capture it first")]
    NotCaptured(OrderId),
    /// Units of an authorized order are shipped.
    #[error(
        "units of order {0} are shipped: capture its payment, and cancel units that are not shipped"
    )]
    PartlyShipped(OrderId),
    /// More than what the bank has set aside, or nothing.
    #[error("the amount is not what can be captured")]
    CaptureTooLarge(FieldFault),
    /// More than what is left.
    #[error("the refund exceeds what can still be given back")]
    RefundTooLarge(Vec<FieldFault>),
    /// The order has no such note.
    #[error("there is no note {0}")]
    NoteNotFound(OrderNoteId),
    /// The note is somebody else's.
    #[error("note {0} is another staff member's")]
    NoteNotOwn(OrderNoteId),
    /// The tenant has no such order, which the body names.
    #[error("there is no such order")]
    OrderUnknown(FieldFault),
    /// More tags than an order can have.
    #[error("the order would have more than {0} tags")]
    TooManyTags(usize),
    /// The order has no such return.
    #[error("the order has no such return")]
    ReturnUnknown(FieldFault),
    /// An amount in another currency than the order's.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
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

impl OrderError {
    /// Case of [`BadCode`](Self::BadCode).
    pub const INVALID_ORDER_CODE: Case = Case::invalid("invalid_order_code");
    /// Case of [`WrongStatus`](Self::WrongStatus) and [`NotPaid`](Self::NotPaid).
    pub const ORDER_WRONG_STATUS: Case = Case::conflict("order_wrong_status");
    /// Case of [`InProgress`](Self::InProgress).
    pub const REQUEST_IN_PROGRESS: Case = Case::conflict("request_in_progress");
    /// Case of [`LineUnknown`](Self::LineUnknown).
    pub const ORDER_LINE_NOT_FOUND: Case = Case::rejected("order_line_not_found");
    /// Case of [`FulfillmentWrongStatus`](Self::FulfillmentWrongStatus).
    pub const FULFILLMENT_WRONG_STATUS: Case = Case::conflict("fulfillment_wrong_status");
    /// Case of [`ReturnOpen`](Self::ReturnOpen).
    pub const RETURN_OPEN: Case = Case::conflict("return_open");
    /// Case of [`FulfillmentTooLarge`](Self::FulfillmentTooLarge).
    pub const FULFILLMENT_TOO_LARGE: Case = Case::rejected("fulfillment_too_large");
    /// Case of [`CancellationTooLarge`](Self::CancellationTooLarge).
    pub const CANCELLATION_TOO_LARGE: Case = Case::rejected("cancellation_too_large");
    /// Case of [`NothingToFulfill`](Self::NothingToFulfill).
    pub const NOTHING_TO_FULFILL: Case = Case::rejected("nothing_to_fulfill");
    /// Case of [`SeveralMerchants`](Self::SeveralMerchants).
    pub const SEVERAL_MERCHANTS: Case = Case::rejected("several_merchants");
    /// Case of [`RefundTooLarge`](Self::RefundTooLarge).
    pub const REFUND_TOO_LARGE: Case = Case::rejected("refund_too_large");
    /// Case of [`CaptureTooLarge`](Self::CaptureTooLarge).
    pub const CAPTURE_TOO_LARGE: Case = Case::rejected("capture_too_large");
    /// Case of [`RefundEmpty`](Self::RefundEmpty).
    pub const REFUND_EMPTY: Case = Case::rejected("refund_empty");
    /// Case of [`NoteNotOwn`](Self::NoteNotOwn).
    pub const ORDER_NOTE_NOT_OWN: Case = Case::forbidden("order_note_not_own");
    /// Case of [`OrderUnknown`](Self::OrderUnknown).
    pub const ORDER_NOT_FOUND: Case = Case::rejected("order_not_found");
    /// Case of [`TooManyTags`](Self::TooManyTags).
    pub const TOO_MANY_TAGS: Case = Case::conflict("too_many_tags");
    /// Case of [`ReturnUnknown`](Self::ReturnUnknown).
    pub const RETURN_NOT_FOUND: Case = Case::rejected("return_not_found");
    /// Case of [`KeyReused`](Self::KeyReused).
    pub const IDEMPOTENCY_KEY_REUSED: Case = Case::rejected("idempotency_key_reused");
}

impl Fault for OrderError {
    fn case(&self) -> Case {
        match self {
            Self::NotFound(_)
            | Self::NumberNotFound(_)
            | Self::MerchantNotFound(_)
            | Self::RefundNotFound(_)
            | Self::NoteNotFound(_)
            | Self::FulfillmentNotFound(_) => Case::NOT_FOUND,
            Self::BadCode => Self::INVALID_ORDER_CODE,
            Self::NoteNotOwn(_) => Self::ORDER_NOTE_NOT_OWN,
            Self::OrderUnknown(_) => Self::ORDER_NOT_FOUND,
            Self::TooManyTags(_) => Self::TOO_MANY_TAGS,
            Self::FulfillmentWrongStatus { .. } => Self::FULFILLMENT_WRONG_STATUS,
            Self::ReturnOpen(_) => Self::RETURN_OPEN,
            Self::FulfillmentTooLarge(_) => Self::FULFILLMENT_TOO_LARGE,
            Self::CancellationTooLarge(_) => Self::CANCELLATION_TOO_LARGE,
            Self::NothingToFulfill(_) => Self::NOTHING_TO_FULFILL,
            Self::SeveralMerchants(_) => Self::SEVERAL_MERCHANTS,
            Self::WrongStatus { .. }
            | Self::NotPaid(_)
            | Self::NotCaptured(_)
            | Self::PartlyShipped(_) => Self::ORDER_WRONG_STATUS,
            Self::CaptureTooLarge(_) => Self::CAPTURE_TOO_LARGE,
            Self::InProgress => Self::REQUEST_IN_PROGRESS,
            Self::LineUnknown(_) => Self::ORDER_LINE_NOT_FOUND,
            Self::RefundTooLarge(_) => Self::REFUND_TOO_LARGE,
            Self::RefundEmpty => Self::REFUND_EMPTY,
            Self::KeyReused => Self::IDEMPOTENCY_KEY_REUSED,
            Self::ReturnUnknown(_) => Self::RETURN_NOT_FOUND,
            Self::LineTwice(_) | Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::AmountMismatch { .. } | Self::Money(_) => Case::INTERNAL,
            Self::Payments(error) => error.case(),
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::RefundTooLarge(faults)
            | Self::FulfillmentTooLarge(faults)
            | Self::CancellationTooLarge(faults)
            | Self::Invalid(faults) => Cow::Borrowed(faults),
            Self::LineTwice(fault)
            | Self::CaptureTooLarge(fault)
            | Self::LineUnknown(fault)
            | Self::ReturnUnknown(fault)
            | Self::OrderUnknown(fault)
            | Self::NothingToFulfill(fault)
            | Self::SeveralMerchants(fault) => Cow::Owned(vec![fault.clone()]),
            Self::NotFound(_)
            | Self::NumberNotFound(_)
            | Self::BadCode
            | Self::MerchantNotFound(_)
            | Self::FulfillmentNotFound(_)
            | Self::FulfillmentWrongStatus { .. }
            | Self::ReturnOpen(_)
            | Self::RefundNotFound(_)
            | Self::NoteNotFound(_)
            | Self::NoteNotOwn(_)
            | Self::TooManyTags(_)
            | Self::WrongStatus { .. }
            | Self::NotPaid(_)
            | Self::NotCaptured(_)
            | Self::PartlyShipped(_)
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
            | Self::NumberNotFound(_)
            | Self::BadCode
            | Self::MerchantNotFound(_)
            | Self::FulfillmentNotFound(_)
            | Self::FulfillmentWrongStatus { .. }
            | Self::ReturnOpen(_)
            | Self::FulfillmentTooLarge(_)
            | Self::CancellationTooLarge(_)
            | Self::NothingToFulfill(_)
            | Self::SeveralMerchants(_)
            | Self::LineUnknown(_)
            | Self::RefundNotFound(_)
            | Self::NoteNotFound(_)
            | Self::NoteNotOwn(_)
            | Self::TooManyTags(_)
            | Self::WrongStatus { .. }
            | Self::NotPaid(_)
            | Self::NotCaptured(_)
            | Self::PartlyShipped(_)
            | Self::CaptureTooLarge(_)
            | Self::RefundTooLarge(_)
            | Self::RefundEmpty
            | Self::ReturnUnknown(_)
            | Self::OrderUnknown(_)
            | Self::Invalid(_)
            | Self::LineTwice(_)
            | Self::KeyReused
            | Self::AmountMismatch { .. }
            | Self::Money(_)
            | Self::Denied(_) => None,
        }
    }
}
