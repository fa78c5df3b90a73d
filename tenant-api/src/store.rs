//! The store that a visitor is in.

use domain::tenancy;
use gateway::{ApiResult, Visitor};
use kernel::ports::PaymentProvider;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct StoreApi(pub(crate) App);

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Store")]
impl StoreApi {
    /// Show the store
    ///
    /// What a shop's front needs before anything else: names, looks, currency, tax and ways to pay
    /// of the storefront that the host or the publishable key names.
    #[oai(path = "/store", method = "get", operation_id = "storefront_get_store")]
    async fn get_store(&self, visitor: Visitor) -> ApiResult<Json<Store>> {
        let storefront = self.0.tenancy.visited(visitor.caller()).await?;
        Ok(Json(tenancy::Storefront::clone(&storefront).into()))
    }
}

/// A storefront as its visitors see it.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Store {
    /// The storefront's id.
    id: String,
    /// What shoppers call it.
    name: String,
    /// What it stands for, in a few words.
    tagline: Option<String>,
    /// The language and region it speaks, as BCP 47 writes it.
    locale: String,
    /// The country it sells from, as ISO 3166-1 alpha-2 writes it.
    country: String,
    /// The currency of all its prices, as ISO 4217 writes it.
    currency: String,
    /// Its tax.
    tax: StoreTax,
    /// How it looks.
    brand: StoreBrand,
    /// Whom shoppers can pay through.
    payment_providers: Vec<String>,
}

/// A storefront's tax.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StoreTax {
    /// Whether prices are shown with it.
    included: bool,
    /// What it is called.
    name: String,
    /// The rate in per cent, as a decimal number: `19`, `8.25`.
    rate: String,
}

/// A brand kit. Text can be read: on its grounds it has a contrast of 4.5 to 1 at least.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct StoreBrand {
    /// What the brand is called.
    name: String,
    /// The address of its picture, perhaps relative to the store's own.
    logo_url: Option<String>,
    /// Its colours.
    colors: StoreColors,
    /// Its fonts.
    fonts: StoreFonts,
}

/// Colours as `#rrggbb`.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StoreColors {
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
struct StoreFonts {
    /// For headings.
    heading: String,
    /// For everything else.
    body: String,
}

impl From<tenancy::Storefront> for Store {
    fn from(storefront: tenancy::Storefront) -> Self {
        let tenancy::Storefront {
            id,
            slug: _,
            name,
            tagline,
            locale,
            country,
            currency,
            tax,
            brand,
        } = storefront;
        Self {
            id: id.to_string(),
            name,
            tagline,
            locale,
            country,
            currency: currency.code().to_owned(),
            tax: tax.into(),
            brand: brand.into(),
            payment_providers: PaymentProvider::ALL
                .iter()
                .map(|provider| provider.name().to_owned())
                .collect(),
        }
    }
}

impl From<tenancy::Tax> for StoreTax {
    fn from(tax: tenancy::Tax) -> Self {
        Self {
            rate: tax.rate_percent(),
            included: tax.is_included,
            name: tax.name,
        }
    }
}

impl From<tenancy::Brand> for StoreBrand {
    fn from(brand: tenancy::Brand) -> Self {
        let tenancy::Brand {
            name,
            logo_url,
            colors,
            fonts,
        } = brand;
        let tenancy::Colors {
            primary,
            on_primary,
            background,
            surface,
            text,
            accent,
        } = colors;
        let tenancy::Fonts { heading, body } = fonts;
        Self {
            name,
            logo_url,
            colors: StoreColors {
                primary,
                on_primary,
                background,
                surface,
                text,
                accent,
            },
            fonts: StoreFonts { heading, body },
        }
    }
}
