//! Every statement about tenants, storefronts, hosts, keys and merchants.

pub(super) mod brand_images;
mod finder;
mod provisioning;
mod storefronts;
mod versions;

pub(super) use finder::{every_tenant, storefront_by_host, storefront_by_key, tenant_called};
pub(super) use provisioning::{
    TenantRow, insert_merchant, insert_publishable_key, insert_shipping_option, insert_storefront,
    insert_tenant, list_tenants, make_primary, open_storefronts, put_host, rivals, start_counters,
    tenant, tenant_by_slug,
};
pub use storefronts::{
    default_merchant, first_currency, markets, merchant_by_vendor, merchants, storefront,
};
pub(super) use storefronts::{primary_host, set_logo, siblings};
pub(super) use versions::{
    created_at, delete_draft, kit, kit_previewed, kit_versions, lock_storefront, publish,
    save_draft, set_preview,
};
