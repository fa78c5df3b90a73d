//! What can go wrong with tenants.

use std::borrow::Cow;

use db::DbError;
use kernel::host::Host;
use kernel::{Case, Denied, Fault, FieldFault};

use crate::identity::IdentityError;

/// Why a tenant, a storefront or a host is not what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum TenancyError {
    /// Some fields do not have the form they must have.
    #[error("some fields of the request are not valid")]
    Malformed(Vec<FieldFault>),
    /// The colours of the brand kit are none, or people could not read its text.
    #[error("some colours of the brand cannot be used")]
    BrandRefused(Vec<FieldFault>),
    /// Another tenant, or the same one with other contents, has the slug.
    #[error("there is another tenant with the slug {0}")]
    SlugTaken(String),
    /// The tenant has a storefront with the slug, with other contents.
    #[error("the tenant has another storefront with the slug {0}")]
    StorefrontSlugTaken(String),
    /// The host leads somewhere already.
    #[error("the host {} leads to another storefront", .0.as_str())]
    HostTaken(Host),
    /// The same Idempotency-Key came with another request before.
    #[error("this Idempotency-Key was used for another tenant")]
    KeyReused,
    /// There is no such tenant.
    #[error("there is no such tenant")]
    TenantNotFound,
    /// There is no such storefront.
    #[error("there is no such storefront")]
    StorefrontNotFound,
    /// The brand kit has no such page.
    #[error("there is no such page")]
    PageNotFound,
    /// There is no draft to look at.
    #[error("the storefront has no draft of its brand")]
    NoDraft,
    /// The brand kit has no such version.
    #[error("the brand has no such version")]
    VersionNotFound(Vec<FieldFault>),
    /// The request's body names a storefront that the tenant does not have.
    #[error("the tenant has no such storefront")]
    StorefrontUnknown(FieldFault),
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The owner's account could not be made.
    #[error("the owner's account could not be made")]
    Owner(#[source] IdentityError),
    /// The rows could not be read or written.
    #[error("the tenant could not be read or written")]
    Db(#[from] DbError),
}

impl TenancyError {
    /// Case of [`BrandRefused`](Self::BrandRefused).
    pub const BRAND_REFUSED: Case = Case::rejected("brand_refused");
    /// Case of [`StorefrontUnknown`](Self::StorefrontUnknown).
    pub const STOREFRONT_NOT_FOUND: Case = Case::rejected("storefront_not_found");
    /// Case of [`KeyReused`](Self::KeyReused).
    pub const IDEMPOTENCY_KEY_REUSED: Case = Case::rejected("idempotency_key_reused");
    /// Case of [`SlugTaken`](Self::SlugTaken).
    pub const TENANT_SLUG_TAKEN: Case = Case::conflict("tenant_slug_taken");
    /// Case of [`StorefrontSlugTaken`](Self::StorefrontSlugTaken).
    pub const STOREFRONT_SLUG_TAKEN: Case = Case::conflict("storefront_slug_taken");
    /// Case of [`HostTaken`](Self::HostTaken).
    pub const HOST_TAKEN: Case = Case::conflict("host_taken");
    /// Case of [`NoDraft`](Self::NoDraft).
    pub const NO_DRAFT: Case = Case::conflict("no_draft");
    /// Case of [`VersionNotFound`](Self::VersionNotFound).
    pub const VERSION_NOT_FOUND: Case = Case::rejected("version_not_found");
}

impl Fault for TenancyError {
    fn case(&self) -> Case {
        match self {
            Self::Malformed(_) => Case::INVALID_REQUEST,
            Self::BrandRefused(_) => Self::BRAND_REFUSED,
            Self::StorefrontUnknown(_) => Self::STOREFRONT_NOT_FOUND,
            Self::KeyReused => Self::IDEMPOTENCY_KEY_REUSED,
            Self::SlugTaken(_) => Self::TENANT_SLUG_TAKEN,
            Self::StorefrontSlugTaken(_) => Self::STOREFRONT_SLUG_TAKEN,
            Self::HostTaken(_) => Self::HOST_TAKEN,
            Self::NoDraft => Self::NO_DRAFT,
            Self::VersionNotFound(_) => Self::VERSION_NOT_FOUND,
            Self::TenantNotFound | Self::StorefrontNotFound | Self::PageNotFound => Case::NOT_FOUND,
            Self::Denied(denied) => denied.case(),
            Self::Owner(error) => error.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Malformed(fields)
            | Self::BrandRefused(fields)
            | Self::VersionNotFound(fields) => Cow::Borrowed(fields),
            Self::StorefrontUnknown(field) => Cow::Borrowed(std::slice::from_ref(field)),
            Self::SlugTaken(_)
            | Self::StorefrontSlugTaken(_)
            | Self::HostTaken(_)
            | Self::KeyReused
            | Self::TenantNotFound
            | Self::StorefrontNotFound
            | Self::PageNotFound
            | Self::NoDraft
            | Self::Denied(_)
            | Self::Owner(_)
            | Self::Db(_) => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Owner(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            Self::Malformed(_)
            | Self::BrandRefused(_)
            | Self::StorefrontUnknown(_)
            | Self::SlugTaken(_)
            | Self::StorefrontSlugTaken(_)
            | Self::HostTaken(_)
            | Self::KeyReused
            | Self::TenantNotFound
            | Self::StorefrontNotFound
            | Self::PageNotFound
            | Self::NoDraft
            | Self::VersionNotFound(_)
            | Self::Denied(_) => None,
        }
    }
}
