//! What can be wrong with a request about a review.

use std::borrow::Cow;

use db::DbError;
use imaging::Unfit;
use kernel::ports::ObjectStoreError;
use kernel::{Case, Denied, Fault, FieldFault};
use time::OffsetDateTime;

use super::ReviewStatus;
use crate::orders::OrderError;
use crate::tenancy::TenancyError;

/// Why a review cannot be what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// No such review, product or order, or somebody else's.
    #[error("there is no such review")]
    NotFound,
    /// The line is not one of the shopper's.
    #[error("there is no such order line")]
    LineUnknown,
    /// The order was not paid.
    #[error("only what was bought can be reviewed: the order is not paid")]
    NotBought,
    /// The line, or the merchant's part of the order, has a review already, perhaps one that was taken back.
    #[error("this has been reviewed already for the order")]
    AlreadyReviewed,
    /// The shopper works for the store.
    #[error("staff of the store cannot review its goods or its merchants")]
    OwnGoods,
    /// The time to change it is over.
    #[error("the review could be changed until {0}")]
    WindowOver(OffsetDateTime),
    /// The review's status does not allow it.
    #[error("the review is {0}")]
    WrongStatus(ReviewStatus),
    /// Its author has appealed before.
    #[error("an appeal has been decided already")]
    AppealedBefore,
    /// It has as many pictures as it may.
    #[error("a review has 4 pictures at most")]
    TooManyPictures,
    /// The upload is no picture that can be shown.
    #[error("the picture cannot be kept: {0}")]
    Picture(#[from] Unfit),
    /// Pictures cannot be kept.
    #[error("pictures cannot be kept at the moment")]
    Media(#[from] ObjectStoreError),
    /// Some fields cannot be what they are.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The order could not be read, or is not the caller's.
    #[error(transparent)]
    Orders(#[from] OrderError),
    /// The storefront could not be read.
    #[error(transparent)]
    Tenancy(#[from] TenancyError),
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the review could not be read or written")]
    Db(#[from] DbError),
}

impl ReviewError {
    /// Case of [`LineUnknown`](Self::LineUnknown).
    pub const ORDER_LINE_NOT_FOUND: Case = OrderError::ORDER_LINE_NOT_FOUND;
    /// Case of [`NotBought`](Self::NotBought).
    pub const ORDER_NOT_PAID: Case = Case::rejected("order_not_paid");
    /// Case of [`AlreadyReviewed`](Self::AlreadyReviewed).
    pub const REVIEW_EXISTS: Case = Case::conflict("review_exists");
    /// Case of [`OwnGoods`](Self::OwnGoods).
    pub const REVIEW_OF_OWN_GOODS: Case = Case::rejected("review_of_own_goods");
    /// Case of [`WindowOver`](Self::WindowOver).
    pub const REVIEW_EDIT_WINDOW_OVER: Case = Case::conflict("review_edit_window_over");
    /// Case of [`WrongStatus`](Self::WrongStatus).
    pub const REVIEW_WRONG_STATUS: Case = Case::conflict("review_wrong_status");
    /// Case of [`AppealedBefore`](Self::AppealedBefore).
    pub const REVIEW_APPEALED: Case = Case::conflict("review_appealed");
    /// Case of [`TooManyPictures`](Self::TooManyPictures).
    pub const TOO_MANY_PICTURES: Case = Case::conflict("too_many_pictures");
    /// Case of [`Media`](Self::Media).
    pub const MEDIA_UNAVAILABLE: Case = Case::unavailable("media_unavailable");
}

impl Fault for ReviewError {
    fn case(&self) -> Case {
        match self {
            Self::NotFound => Case::NOT_FOUND,
            Self::LineUnknown => Self::ORDER_LINE_NOT_FOUND,
            Self::NotBought => Self::ORDER_NOT_PAID,
            Self::AlreadyReviewed => Self::REVIEW_EXISTS,
            Self::OwnGoods => Self::REVIEW_OF_OWN_GOODS,
            Self::WindowOver(_) => Self::REVIEW_EDIT_WINDOW_OVER,
            Self::WrongStatus(_) => Self::REVIEW_WRONG_STATUS,
            Self::AppealedBefore => Self::REVIEW_APPEALED,
            Self::TooManyPictures => Self::TOO_MANY_PICTURES,
            Self::Picture(unfit) => unfit.case(),
            Self::Media(_) => Self::MEDIA_UNAVAILABLE,
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::Orders(error) => error.case(),
            Self::Tenancy(error) => error.case(),
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(faults) => Cow::Borrowed(faults),
            Self::LineUnknown => Cow::Owned(vec![FieldFault::new(
                "/order_line_id",
                "unknown",
                "a line of an order of yours",
            )]),
            Self::Orders(error) => error.fields(),
            Self::Tenancy(error) => error.fields(),
            Self::NotFound
            | Self::NotBought
            | Self::AlreadyReviewed
            | Self::OwnGoods
            | Self::WindowOver(_)
            | Self::WrongStatus(_)
            | Self::AppealedBefore
            | Self::TooManyPictures
            | Self::Picture(_)
            | Self::Media(_)
            | Self::Denied(_)
            | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Orders(error) => error.retry_after_seconds(),
            Self::Tenancy(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            Self::NotFound
            | Self::LineUnknown
            | Self::NotBought
            | Self::AlreadyReviewed
            | Self::OwnGoods
            | Self::WindowOver(_)
            | Self::WrongStatus(_)
            | Self::AppealedBefore
            | Self::TooManyPictures
            | Self::Picture(_)
            | Self::Media(_)
            | Self::Invalid(_)
            | Self::Denied(_) => None,
        }
    }
}
