//! New tenants as operators send them.

use domain::tenancy;
use gateway::IdempotencyKey;
use kernel::config::Secret;
use kernel::ids::TenantId;
use poem_openapi::Object;

/// A new tenant. What is left out gets a sensible default.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateTenant {
    /// The first part of its host: lower-case letters, digits and hyphens. No other tenant has it.
    slug: String,
    /// What people call it.
    name: String,
    /// To whom it belongs.
    owner: CreateOwner,
    /// Its first storefront.
    storefront: CreateStorefront,
    /// Its sellers, the default one first. One with the tenant's own name unless given.
    #[oai(default)]
    merchants: Vec<CreateMerchant>,
    /// How its storefront ships. One free way unless given.
    #[oai(default)]
    shipping_options: Vec<CreateShippingOption>,
    /// Hosts beside the one below the platform's domain, such as `shop.example.com`.
    #[oai(default)]
    hosts: Vec<String>,
}

/// The owner of a new tenant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateOwner {
    /// The address. If it has an account already, that one becomes the owner and keeps its
    /// password.
    email: String,
    /// The password of a new account: 15 to 1024 characters.
    password: String,
    /// What the person is called; the address unless given.
    name: Option<String>,
}

/// What a new storefront is like.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateStorefront {
    /// The currency of all its prices, as ISO 4217 writes it.
    currency: String,
    /// The country it sells from, as ISO 3166-1 alpha-2 writes it.
    country: String,
    /// The language and region it speaks, as BCP 47 writes it; English unless given.
    locale: Option<String>,
    /// What it stands for, in a few words.
    tagline: Option<String>,
    /// Its tax; none unless given.
    tax: Option<CreateTax>,
    /// How it looks; dark on white unless given.
    brand: Option<CreateBrand>,
}

/// Another storefront of a tenant. What is left out gets a sensible default.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateTenantStorefront {
    /// What the tenant calls it. Its host below the platform's domain is the tenant's slug, a
    /// hyphen and this.
    slug: String,
    /// What shoppers call it; the tenant's name unless given.
    name: Option<String>,
    /// What it is like.
    storefront: CreateStorefront,
    /// How it ships. One free way unless given.
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
    /// Whether prices are shown with it.
    included: bool,
    /// The rate in parts per million: 190000 is 19 %.
    rate_ppm: i32,
    /// What it is called on a receipt.
    name: String,
}

/// A new brand kit.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateBrand {
    /// What the brand is called; the tenant's name unless given.
    name: Option<String>,
    /// An `https` address of its picture, or a path on the storefront's own host.
    logo_url: Option<String>,
    /// Its colours. Text must have a contrast of 4.5 to 1 at least.
    colors: Option<CreateColors>,
    /// Its fonts.
    fonts: Option<CreateFonts>,
}

/// Colours as `#rrggbb`.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateColors {
    /// Buttons and links.
    primary: String,
    /// Text on `primary`.
    on_primary: String,
    /// The page.
    background: String,
    /// Cards on the page.
    surface: String,
    /// Text on `background` and `surface`.
    text: String,
    /// Ornaments.
    accent: String,
}

/// Names of font families.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateFonts {
    /// For headings.
    heading: String,
    /// For everything else.
    body: String,
}

/// A seller of a new tenant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateMerchant {
    /// What imports call it: the vendor's name in lower case, with hyphens.
    slug: String,
    /// What people call it.
    name: String,
    /// The platform's commission on its goods, in hundredths of a per cent.
    #[oai(default)]
    commission_bps: i32,
}

/// A way to ship.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateShippingOption {
    /// What shoppers read.
    name: String,
    /// `flat` with `price_minor`, or `by_weight` with `tiers`.
    kind: String,
    /// The price in minor units of the storefront's currency.
    price_minor: Option<i64>,
    /// The prices by weight, the lightest first.
    tiers: Option<Vec<CreateShippingTier>>,
    /// Where it ships to, as ISO 3166-1 alpha-2 writes it; everywhere unless given.
    countries: Option<Vec<String>>,
}

/// What a parcel up to some weight costs.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateShippingTier {
    /// The heaviest that it is for.
    up_to_grams: i64,
    /// The price in minor units.
    price_minor: i64,
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
            currency: body.currency,
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

impl From<CreateShippingOption> for tenancy::ShippingDraft {
    fn from(body: CreateShippingOption) -> Self {
        let tier = |tier: CreateShippingTier| tenancy::ShippingTier {
            up_to_grams: tier.up_to_grams,
            price_minor: tier.price_minor,
        };
        Self {
            name: body.name,
            kind: body.kind,
            price_minor: body.price_minor,
            tiers: body
                .tiers
                .map(|tiers| tiers.into_iter().map(tier).collect()),
            countries: body.countries,
        }
    }
}
