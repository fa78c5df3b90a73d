//! What can be wrong with a request to the catalogue.

use std::borrow::Cow;

use db::DbError;
use imaging::Unfit;
use kernel::ports::{ObjectStoreError, ProductDocumentsError};
use kernel::{Case, Denied, Fault, FieldFault};

use crate::tenancy::TenancyError;

/// Why the catalogue cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// No such product, or none that is for sale here.
    #[error("there is no such product")]
    ProductNotFound,
    /// It was for sale here, and was archived.
    #[error("the product is no longer sold")]
    ProductGone,
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
    /// The merchant that was named is not one of this tenant.
    #[error("there is no such merchant")]
    MerchantNotFound,
    /// Unpaid orders hold back more than that.
    #[error("more units than that are held back by orders")]
    StockReserved,
    /// The product has no such picture, or the category has none.
    #[error("there is no such image")]
    ImageNotFound,
    /// No such category.
    #[error("there is no such category")]
    CategoryNotFound,
    /// The bytes are no picture of a kind that is taken.
    #[error("an image is a JPEG, PNG or WebP file, whatever its name or type says")]
    ImageUnsupported,
    /// The bytes begin like a picture and are none.
    #[error("the image ends early or is damaged")]
    ImageUnreadable,
    /// The picture has too many pixels.
    #[error("an image has 25 million pixels and 16,000 pixels a side at most")]
    ImageTooLarge,
    /// The product has enough pictures.
    #[error("a product has 50 images at most")]
    TooManyImages,
    /// Pictures can neither be kept nor read.
    #[error("images cannot be kept at the moment")]
    Media(#[from] ObjectStoreError),
    /// Documents can neither be put nor removed. Reads do without them.
    #[error(transparent)]
    Documents(#[from] ProductDocumentsError),
    /// No such customer group, or the customer is not in it.
    #[error("there is no such customer group, or the customer is not in it")]
    GroupNotFound,
    /// Another group has the name.
    #[error("another customer group has this name")]
    GroupNameTaken,
    /// Products are limited to the group.
    #[error("products are shown to this customer group only; show them to others first")]
    GroupInUse,
    /// The tenant has as many groups as it may.
    #[error("the tenant has 100 customer groups; delete one first")]
    TooManyGroups,
    /// Groups that the request names are not the tenant's.
    #[error("some customer groups do not exist")]
    GroupsUnknown(Vec<FieldFault>),
    /// Customers that the request names are not the tenant's.
    #[error("some customers do not exist")]
    CustomersUnknown(Vec<FieldFault>),
    /// Variants that the request names are not the tenant's.
    #[error("some variants do not exist")]
    VariantsUnknown(Vec<FieldFault>),
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

impl CatalogError {
    /// Case of [`CursorInvalid`](Self::CursorInvalid).
    pub const CURSOR_INVALID: Case = Case::invalid("cursor_invalid");
    /// Case of [`ProductGone`](Self::ProductGone).
    pub const PRODUCT_GONE: Case = Case::gone("product_gone");
    /// Case of [`VersionMismatch`](Self::VersionMismatch).
    pub const VERSION_MISMATCH: Case = Case::conflict("version_mismatch");
    /// Case of [`SlugTaken`](Self::SlugTaken).
    pub const SLUG_TAKEN: Case = Case::conflict("slug_taken");
    /// Case of [`SkuTaken`](Self::SkuTaken).
    pub const SKU_TAKEN: Case = Case::conflict("sku_taken");
    /// Case of [`MerchantNotFound`](Self::MerchantNotFound).
    pub const MERCHANT_NOT_FOUND: Case = Case::rejected("merchant_not_found");
    /// Case of [`ImageUnsupported`](Self::ImageUnsupported).
    pub const IMAGE_UNSUPPORTED: Case = Unfit::IMAGE_UNSUPPORTED;
    /// Case of [`ImageUnreadable`](Self::ImageUnreadable).
    pub const IMAGE_UNREADABLE: Case = Unfit::IMAGE_UNREADABLE;
    /// Case of [`ImageTooLarge`](Self::ImageTooLarge).
    pub const IMAGE_TOO_LARGE: Case = Unfit::IMAGE_TOO_LARGE;
    /// Case of [`TooManyImages`](Self::TooManyImages).
    pub const TOO_MANY_IMAGES: Case = Case::conflict("too_many_images");
    /// Case of [`Media`](Self::Media).
    pub const MEDIA_UNAVAILABLE: Case = Case::unavailable("media_unavailable");
    /// Case of [`GroupNameTaken`](Self::GroupNameTaken).
    pub const GROUP_NAME_TAKEN: Case = Case::conflict("customer_group_name_taken");
    /// Case of [`GroupInUse`](Self::GroupInUse).
    pub const GROUP_IN_USE: Case = Case::conflict("customer_group_in_use");
    /// Case of [`TooManyGroups`](Self::TooManyGroups).
    pub const TOO_MANY_GROUPS: Case = Case::conflict("too_many_customer_groups");
    /// Case of [`GroupsUnknown`](Self::GroupsUnknown).
    pub const GROUP_NOT_FOUND: Case = Case::rejected("customer_group_not_found");
    /// Case of [`CustomersUnknown`](Self::CustomersUnknown).
    pub const CUSTOMER_NOT_FOUND: Case = Case::rejected("customer_not_found");
    /// Case of [`VariantsUnknown`](Self::VariantsUnknown).
    pub const VARIANT_NOT_FOUND: Case = Case::rejected("variant_not_found");
    /// Case of [`StockReserved`](Self::StockReserved).
    pub const STOCK_RESERVED: Case = Case::conflict("stock_reserved");
}

impl Fault for CatalogError {
    fn case(&self) -> Case {
        match self {
            Self::ProductNotFound
            | Self::VariantNotFound
            | Self::ImageNotFound
            | Self::CategoryNotFound
            | Self::GroupNotFound => Case::NOT_FOUND,
            Self::ProductGone => Self::PRODUCT_GONE,
            Self::CursorInvalid => Self::CURSOR_INVALID,
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::VersionMismatch { .. } => Self::VERSION_MISMATCH,
            Self::SlugTaken => Self::SLUG_TAKEN,
            Self::SkuTaken => Self::SKU_TAKEN,
            Self::MerchantNotFound => Self::MERCHANT_NOT_FOUND,
            Self::StockReserved => Self::STOCK_RESERVED,
            Self::ImageUnsupported => Self::IMAGE_UNSUPPORTED,
            Self::ImageUnreadable => Self::IMAGE_UNREADABLE,
            Self::ImageTooLarge => Self::IMAGE_TOO_LARGE,
            Self::TooManyImages => Self::TOO_MANY_IMAGES,
            Self::Media(_) => Self::MEDIA_UNAVAILABLE,
            Self::Documents(_) => ProductDocumentsError::DOCUMENTS_UNAVAILABLE,
            Self::GroupNameTaken => Self::GROUP_NAME_TAKEN,
            Self::GroupInUse => Self::GROUP_IN_USE,
            Self::TooManyGroups => Self::TOO_MANY_GROUPS,
            Self::GroupsUnknown(_) => Self::GROUP_NOT_FOUND,
            Self::CustomersUnknown(_) => Self::CUSTOMER_NOT_FOUND,
            Self::VariantsUnknown(_) => Self::VARIANT_NOT_FOUND,
            Self::Denied(denied) => denied.case(),
            Self::Tenancy(error) => error.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(fields)
            | Self::GroupsUnknown(fields)
            | Self::CustomersUnknown(fields)
            | Self::VariantsUnknown(fields) => Cow::Borrowed(fields),
            Self::Tenancy(error) => error.fields(),
            Self::CursorInvalid => Cow::Owned(vec![FieldFault::new(
                "cursor",
                "cursor_invalid",
                "the next_cursor of a page of this list",
            )]),
            Self::MerchantNotFound => Cow::Owned(vec![FieldFault::new(
                "/merchant_id",
                "not_found",
                "a merchant of this tenant",
            )]),
            Self::ProductNotFound
            | Self::ProductGone
            | Self::VariantNotFound
            | Self::VersionMismatch { .. }
            | Self::SlugTaken
            | Self::SkuTaken
            | Self::StockReserved
            | Self::ImageNotFound
            | Self::CategoryNotFound
            | Self::ImageUnsupported
            | Self::ImageUnreadable
            | Self::ImageTooLarge
            | Self::TooManyImages
            | Self::GroupNotFound
            | Self::GroupNameTaken
            | Self::GroupInUse
            | Self::TooManyGroups
            | Self::Media(_)
            | Self::Documents(_)
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
