//! What can go wrong with tenants.

use std::borrow::Cow;

use db::DbError;
use kernel::host::Host;
use kernel::{Denied, Fault, FieldFault, Kind};

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

impl Fault for TenancyError {
    fn kind(&self) -> Kind {
        match self {
            Self::Malformed(_) => Kind::Invalid,
            Self::BrandRefused(_) | Self::KeyReused => Kind::Rejected,
            Self::SlugTaken(_) | Self::StorefrontSlugTaken(_) | Self::HostTaken(_) => {
                Kind::Conflict
            }
            Self::TenantNotFound | Self::StorefrontNotFound => Kind::NotFound,
            Self::Denied(denied) => denied.kind(),
            Self::Owner(error) => error.kind(),
            Self::Db(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "invalid_request",
            Self::BrandRefused(_) => "brand_refused",
            Self::SlugTaken(_) => "tenant_slug_taken",
            Self::StorefrontSlugTaken(_) => "storefront_slug_taken",
            Self::HostTaken(_) => "host_taken",
            Self::KeyReused => "idempotency_key_reused",
            Self::TenantNotFound => "tenant_not_found",
            Self::StorefrontNotFound => "storefront_not_found",
            Self::Denied(denied) => denied.code(),
            Self::Owner(error) => error.code(),
            Self::Db(error) => error.code(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Malformed(fields) | Self::BrandRefused(fields) => Cow::Borrowed(fields),
            Self::SlugTaken(_)
            | Self::StorefrontSlugTaken(_)
            | Self::HostTaken(_)
            | Self::KeyReused
            | Self::TenantNotFound
            | Self::StorefrontNotFound
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
            | Self::SlugTaken(_)
            | Self::StorefrontSlugTaken(_)
            | Self::HostTaken(_)
            | Self::KeyReused
            | Self::TenantNotFound
            | Self::StorefrontNotFound
            | Self::Denied(_) => None,
        }
    }
}
