//! New tenants as operators send them.

use domain::tenancy;
use gateway::IdempotencyKey;
use kernel::Currency;
use kernel::config::Secret;
use kernel::ids::TenantId;
use poem_openapi::Object;

use super::shipping::CreateShippingOption;

/// A tenant to create. Absent fields get defaults.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateTenant {
    /// Slug, unique on the platform and the first label of the tenant's host: lower-case letters, digits, hyphens.
    slug: String,
    /// Tenant name.
    name: String,
    /// Owner of the tenant.
    owner: CreateOwner,
    /// First storefront.
    storefront: CreateStorefront,
    /// Merchants, the default one first; by default one with the tenant's name.
    #[oai(default)]
    merchants: Vec<CreateMerchant>,
    /// Shipping options of the first storefront; by default one that is free.
    #[oai(default)]
    shipping_options: Vec<CreateShippingOption>,
    /// Further hosts, such as `shop.example.com`.
    #[oai(default)]
    hosts: Vec<String>,
}

/// The owner of a new tenant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateOwner {
    /// E-mail address. If it has a staff account, that account becomes the owner and keeps its
    /// password.
    email: String,
    /// Password of the new account: 15 to 1024 characters.
    password: String,
    /// Name of the owner; the e-mail address by default.
    name: Option<String>,
}

/// Settings of a new storefront.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateStorefront {
    /// Currency of all prices (ISO 4217).
    currency: Currency,
    /// Country it sells from (ISO 3166-1 alpha-2).
    country: String,
    /// Language and region (BCP 47); English by default.
    locale: Option<String>,
    /// Tagline.
    tagline: Option<String>,
    /// Tax; none by default.
    tax: Option<CreateTax>,
    /// Brand; dark text on white by default.
    brand: Option<CreateBrand>,
}

/// A storefront to create. Absent fields get defaults.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateTenantStorefront {
    /// Slug, unique in the tenant. The storefront's host under the platform's domain is the tenant's slug, a
    /// hyphen and this.
    slug: String,
    /// Store name; the tenant's name by default.
    name: Option<String>,
    /// Settings.
    storefront: CreateStorefront,
    /// Shipping options; by default one that is free.
    #[oai(default)]
    shipping_options: Vec<CreateShippingOption>,
    /// Further hosts, such as `shop.example.com`.
    #[oai(default)]
    hosts: Vec<String>,
}

/// The tax of a new storefront.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateTax {
    /// Whether prices include tax.
    included: bool,
    /// Rate in parts per million: 190000 is 19 %.
    rate_ppm: i32,
    /// Name of the tax on receipts.
    name: String,
}

/// A brand.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateBrand {
    /// Brand name; the tenant's name by default.
    name: Option<String>,
    /// `https` URL of the logo, or a path on the storefront's host.
    logo_url: Option<String>,
    /// Colours. Text needs a contrast of at least 4.5:1 on its background.
    colors: Option<CreateColors>,
    /// Fonts.
    fonts: Option<CreateFonts>,
}

/// Colours, each as `#rrggbb`.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateColors {
    /// Colour of buttons and links.
    primary: String,
    /// Text colour on `primary`.
    on_primary: String,
    /// Background of pages.
    background: String,
    /// Background of cards.
    surface: String,
    /// Text colour on `background` and `surface`.
    text: String,
    /// Accent colour.
    accent: String,
}

/// Font families.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateFonts {
    /// Font of headings.
    heading: String,
    /// Font of body text.
    body: String,
}

/// A merchant to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateMerchant {
    /// Slug, matched by imports: the vendor's name in lower case with hyphens.
    slug: String,
    /// Merchant name.
    name: String,
    /// Commission of the platform in basis points: 500 is 5 %.
    #[oai(default)]
    commission_bps: i32,
}

impl CreateTenant {
    pub(super) fn into_command(self, key: Option<&IdempotencyKey>) -> tenancy::CreateTenant {
        tenancy::CreateTenant {
            draft: self.into(),
            idempotency_key: key.map(|key| key.as_str().to_owned()),
        }
    }
}

impl CreateTenantStorefront {
    pub(super) fn into_command(self, tenant_id: TenantId) -> tenancy::AddStorefront {
        tenancy::AddStorefront {
            tenant_id,
            slug: self.slug,
            name: self.name,
            storefront: self.storefront.into(),
            shipping_options: self.shipping_options.into_iter().map(Into::into).collect(),
            hosts: self.hosts,
        }
    }
}

impl From<CreateTenant> for tenancy::TenantDraft {
    fn from(body: CreateTenant) -> Self {
        Self {
            slug: body.slug,
            name: body.name,
            owner: tenancy::OwnerDraft {
                email: body.owner.email,
                password: Secret::new(body.owner.password),
                name: body.owner.name,
            },
            storefront: body.storefront.into(),
            merchants: body.merchants.into_iter().map(Into::into).collect(),
            shipping_options: body.shipping_options.into_iter().map(Into::into).collect(),
            hosts: body.hosts,
        }
    }
}

impl From<CreateStorefront> for tenancy::StorefrontDraft {
    fn from(body: CreateStorefront) -> Self {
        Self {
            currency: body.currency.code().to_owned(),
            country: body.country,
            locale: body.locale,
            tagline: body.tagline,
            tax: body.tax.map(|tax| tenancy::TaxDraft {
                included: tax.included,
                rate_ppm: tax.rate_ppm,
                name: tax.name,
            }),
            brand: body.brand.map(Into::into),
        }
    }
}

impl From<CreateBrand> for tenancy::BrandDraft {
    fn from(body: CreateBrand) -> Self {
        Self {
            name: body.name,
            logo_url: body.logo_url,
            colors: body.colors.map(|colors| tenancy::Colors {
                primary: colors.primary,
                on_primary: colors.on_primary,
                background: colors.background,
                surface: colors.surface,
                text: colors.text,
                accent: colors.accent,
            }),
            fonts: body.fonts.map(|fonts| tenancy::Fonts {
                heading: fonts.heading,
                body: fonts.body,
            }),
            favicon_url: None,
            radius: None,
        }
    }
}

impl From<CreateMerchant> for tenancy::MerchantDraft {
    fn from(body: CreateMerchant) -> Self {
        Self {
            slug: body.slug,
            name: body.name,
            commission_bps: body.commission_bps,
        }
    }
}
