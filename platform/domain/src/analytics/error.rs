//! What can be wrong with a report.

use std::borrow::Cow;

use db::DbError;
use kernel::{Case, Denied, Fault, FieldFault};

/// Why a report cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum AnalyticsError {
    /// Fields that cannot be what they are.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The reports are being made again.
    #[error("the reports are being made again; ask a little later")]
    Rebuilding,
    /// Events count only when the visitor agreed.
    #[error("the store counts visits only with the visitor's consent")]
    ConsentRequired,
    /// All events are about products that the tenant does not sell.
    #[error("the store does not sell these products")]
    ProductsNotFound(Vec<FieldFault>),
    /// The request is for no storefront.
    #[error("there is no storefront here")]
    NoStorefront,
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the report could not be read or written")]
    Db(#[from] DbError),
}

impl AnalyticsError {
    /// Case of [`Rebuilding`](Self::Rebuilding).
    pub const REPORTS_REBUILDING: Case = Case::conflict("reports_rebuilding");

    /// Case of [`ConsentRequired`](Self::ConsentRequired).
    pub const CONSENT_REQUIRED: Case = Case::rejected("consent_required");

    /// Case of [`ProductsNotFound`](Self::ProductsNotFound).
    pub const PRODUCT_NOT_FOUND: Case = Case::rejected("product_not_found");

    pub(super) fn field(name: &'static str, code: &'static str, rule: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldFault::new(name, code, rule.into())])
    }
}

impl Fault for AnalyticsError {
    fn case(&self) -> Case {
        match self {
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::Rebuilding => Self::REPORTS_REBUILDING,
            Self::ConsentRequired => Self::CONSENT_REQUIRED,
            Self::ProductsNotFound(_) => Self::PRODUCT_NOT_FOUND,
            Self::NoStorefront => Case::NOT_FOUND,
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(fields) | Self::ProductsNotFound(fields) => Cow::Borrowed(fields),
            Self::Rebuilding
            | Self::ConsentRequired
            | Self::NoStorefront
            | Self::Denied(_)
            | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Db(error) => error.retry_after_seconds(),
            Self::Invalid(_)
            | Self::Rebuilding
            | Self::ConsentRequired
            | Self::ProductsNotFound(_)
            | Self::NoStorefront
            | Self::Denied(_) => None,
        }
    }
}
