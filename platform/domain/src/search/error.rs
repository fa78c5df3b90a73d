//! What can be wrong with a search.

use std::borrow::Cow;

use db::DbError;
use kernel::{Case, Denied, Fault, FieldFault};

use crate::tenancy::TenancyError;

/// Why a search cannot be answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The cursor is of another search, or no cursor at all.
    #[error("the cursor does not belong to this search; begin again without one")]
    CursorInvalid,
    /// Fields that cannot be what they are.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The storefront could not be found or read.
    #[error(transparent)]
    Tenancy(#[from] TenancyError),
    /// The index could not be read or written.
    #[error("the search index could not be read or written")]
    Db(#[from] DbError),
}

impl SearchError {
    /// Case of [`CursorInvalid`](Self::CursorInvalid).
    pub const CURSOR_INVALID: Case = Case::invalid("cursor_invalid");

    pub(super) fn field(name: &'static str, code: &'static str, rule: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldFault::new(name, code, rule.into())])
    }
}

impl Fault for SearchError {
    fn case(&self) -> Case {
        match self {
            Self::CursorInvalid => Self::CURSOR_INVALID,
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::Denied(denied) => denied.case(),
            Self::Tenancy(error) => error.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(fields) => Cow::Borrowed(fields),
            Self::Tenancy(error) => error.fields(),
            Self::CursorInvalid => Cow::Owned(vec![FieldFault::new(
                "cursor",
                "cursor_invalid",
                "the next_cursor of a page of this search",
            )]),
            Self::Denied(_) | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Db(error) => error.retry_after_seconds(),
            Self::Tenancy(error) => error.retry_after_seconds(),
            Self::CursorInvalid | Self::Invalid(_) | Self::Denied(_) => None,
        }
    }
}
