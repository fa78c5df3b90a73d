//! What can be wrong with a request to the catalogue.

use std::borrow::Cow;

use db::DbError;
use kernel::{Denied, Fault, FieldFault, Kind};

use crate::tenancy::TenancyError;

/// Why the catalogue cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// No such product, or none that is for sale here.
    #[error("there is no such product")]
    ProductNotFound,
    /// No such variant.
    #[error("there is no such variant")]
    VariantNotFound,
    /// The cursor is of another list, or no cursor at all.
    #[error("the cursor does not belong to this list; begin again without one")]
    CursorInvalid,
    /// Fields that cannot be what they are.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// Somebody else has changed the product meanwhile.
    #[error("the product has been changed meanwhile and has the version {current}")]
    VersionMismatch {
        /// The version it has.
        current: i32,
    },
    /// Another product has the slug.
    #[error("another product has this slug")]
    SlugTaken,
    /// Another variant has the stock keeping unit.
    #[error("another variant has this stock keeping unit")]
    SkuTaken,
    /// Unpaid orders hold back more than that.
    #[error("more units than that are held back by orders")]
    StockReserved,
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The storefront could not be found or read.
    #[error(transparent)]
    Tenancy(#[from] TenancyError),
    /// The catalogue could not be read or written.
    #[error("the catalogue could not be read or written")]
    Db(#[from] DbError),
}

impl Fault for CatalogError {
    fn kind(&self) -> Kind {
        match self {
            Self::ProductNotFound | Self::VariantNotFound => Kind::NotFound,
            Self::CursorInvalid | Self::Invalid(_) => Kind::Invalid,
            Self::VersionMismatch { .. }
            | Self::SlugTaken
            | Self::SkuTaken
            | Self::StockReserved => Kind::Conflict,
            Self::Denied(denied) => denied.kind(),
            Self::Tenancy(error) => error.kind(),
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::ProductNotFound => "product_not_found",
            Self::VariantNotFound => "variant_not_found",
            Self::CursorInvalid => "cursor_invalid",
            Self::Invalid(_) => "invalid_request",
            Self::VersionMismatch { .. } => "version_mismatch",
            Self::SlugTaken => "slug_taken",
            Self::SkuTaken => "sku_taken",
            Self::StockReserved => "stock_reserved",
            Self::Denied(denied) => denied.code(),
            Self::Tenancy(error) => error.code(),
            Self::Db(error) => error.code(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(fields) => Cow::Borrowed(fields),
            Self::Tenancy(error) => error.fields(),
            Self::CursorInvalid => Cow::Owned(vec![FieldFault::new(
                "cursor",
                "cursor_invalid",
                "the next_cursor of a page of this list",
            )]),
            Self::ProductNotFound
            | Self::VariantNotFound
            | Self::VersionMismatch { .. }
            | Self::SlugTaken
            | Self::SkuTaken
            | Self::StockReserved
            | Self::Denied(_)
            | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Db(error) => error.retry_after_seconds(),
            Self::Tenancy(error) => error.retry_after_seconds(),
            _ => None,
        }
    }

    fn members(&self) -> Vec<(&'static str, serde_json::Value)> {
        match self {
            Self::VersionMismatch { current } => vec![("current_version", (*current).into())],
            _ => Vec::new(),
        }
    }
}
