//! Tenancy: tenants, the storefronts and merchants they have, and the hosts and keys that lead to them.
//!
//! Owns `tenants`, `storefronts`, `brand_versions`, `brand_images`, `hosts`, `publishable_keys`, `merchants` and `counters`, and writes
//! a new storefront's first `shipping_options`. Invariants:
//! - a host leads to one storefront of one tenant, and an unknown host leads nowhere;
//! - a tenant is there with everything it needs to sell, or not at all;
//! - asking twice for the same tenant gives one tenant, also when both ask at once;
//! - a brand kit can be read: its text has enough contrast.
//!
//! [`Tenancy`] serves requests; [`Provisioning`] creates tenants, as another role of the database.
//!
//! May import `identity`, for the owner's account.

mod brand;
mod brand_images;
mod checks;
mod contrast;
mod draft;
mod error;
mod finder;
mod kit;
mod model;
mod provisioning;
mod service;
mod shipping;
mod store;
mod storefronts;
mod versions;

pub use brand::{Brand, BrandDraft, Colors, Fonts, Radius};
pub use brand_images::{BrandImage, BrandImageError, BrandImages};
pub use draft::{
    AddStorefront, CreateTenant, MerchantDraft, OwnerDraft, StorefrontDraft, TaxDraft, TenantDraft,
};
pub use error::TenancyError;
pub use kit::{BrandKit, FONTS, KitDraft, KitStatus, KitVersion, LegalPage};
pub use model::{
    Merchant, OpenStorefront, ProvisionedTenant, Sibling, Storefront, Tax, Tenant, TenantPage,
    TenantStatus,
};
pub use provisioning::{ListTenants, Origin, Platform, Provisioned, Provisioning};
pub use service::Tenancy;
pub use shipping::{RateDraft, ShippingDraft, TierDraft};
pub use store::{
    default_merchant, first_currency, markets, merchant_by_vendor, merchants, storefront,
};
pub use storefronts::AddHost;
pub use versions::{KitState, Preview};
