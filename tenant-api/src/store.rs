//! The store that a visitor is in.

use std::collections::BTreeMap;

use domain::tenancy::{self, Radius};
use gateway::{ApiResult, Contract, Visitor};
use kernel::ids::StorefrontId;
use kernel::ports::PaymentProvider;
use kernel::{Currency, Permission};
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct StoreApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_get_store")
        .cached()
        .needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_get_page")
        .cached()
        .needs(&[Permission::StorefrontRead]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Store")]
impl StoreApi {
    /// Show the store
    ///
    /// Name, brand, language, currency, tax and payment providers of the storefront that the host or the
    /// publishable key selects.
    #[oai(path = "/store", method = "get", operation_id = "storefront_get_store")]
    async fn get_store(
        &self,
        visitor: Visitor,
        /// Token of a preview link: the draft of the brand instead of the published one. Ignored once it has
        /// expired.
        #[oai(name = "Stoa-Brand-Preview")]
        preview: Header<Option<String>>,
    ) -> ApiResult<Json<Store>> {
        let tenancy = &self.0.tenancy;
        let caller = visitor.caller();
        let storefront = tenancy.visited(caller).await?;
        let providers = self.0.checkout.providers(storefront.currency);
        let events_need_consent = self.0.analytics.asks_for_consent(caller).await;
        let draft = match &preview.0 {
            Some(token) => tenancy.previewed_kit(caller, token).await?,
            None => None,
        };
        let brand = if let Some((version, kit)) = draft {
            StoreBrand::of(&version, kit)
        } else {
            let kit = tenancy.visited_kit(caller).await?;
            StoreBrand::of(&kit.0, kit.1.clone())
        };
        let storefront = tenancy::Storefront::clone(&storefront);
        let shown = Shown {
            brand,
            providers: &providers,
            events_need_consent,
        };
        Ok(Json(Store::of(storefront, shown)))
    }

    /// Show a legal page
    ///
    /// A page of the brand, such as an imprint, terms or a privacy policy.
    #[oai(
        path = "/pages/:slug",
        method = "get",
        operation_id = "storefront_get_page"
    )]
    async fn get_page(
        &self,
        visitor: Visitor,
        /// Slug of the page.
        slug: Path<String>,
    ) -> ApiResult<Json<StorePage>> {
        let tenancy = &self.0.tenancy;
        let page = tenancy.legal_page(visitor.caller(), &slug.0).await?;
        Ok(Json(StorePage {
            slug: page.slug,
            title: page.title,
            html: page.html,
        }))
    }
}

/// Public settings of a storefront.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Store {
    /// Storefront id.
    id: StorefrontId,
    /// Store name.
    name: String,
    /// Tagline; absent if none was set.
    tagline: Option<String>,
    /// Language and region (BCP 47), such as `de-DE`.
    locale: String,
    /// Country it sells from (ISO 3166-1 alpha-2).
    country: String,
    /// Currency of all prices (ISO 4217).
    currency: Currency,
    /// Tax of the storefront.
    tax: StoreTax,
    /// Brand of the storefront.
    brand: StoreBrand,
    /// Payment providers that take the storefront's currency.
    payment_providers: Vec<String>,
    /// Whether visitors have to agree before events of their visits may be sent; without it, they count anyway.
    events_need_consent: bool,
}

/// What a store has beside its storefront.
struct Shown<'a> {
    brand: StoreBrand,
    providers: &'a [PaymentProvider],
    events_need_consent: bool,
}

/// A storefront's tax.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StoreTax {
    /// Whether prices include tax.
    included: bool,
    /// Name of the tax, such as `VAT`.
    name: String,
    /// Rate in per cent as a decimal number, such as `19` or `8.25`.
    rate: String,
}

/// A brand. Text has a contrast of at least 4.5:1 on its backgrounds.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct StoreBrand {
    /// Brand name.
    name: String,
    /// URL of the logo, absolute or relative to the storefront's host; absent without one.
    logo_url: Option<String>,
    /// Colours.
    colors: StoreColors,
    /// Fonts.
    fonts: StoreFonts,
    /// How round corners are.
    radius: Radius,
    /// URL of the icon that browsers show, absolute or relative to the storefront's host; absent without one.
    favicon_url: Option<String>,
    /// Texts in the brand's own words, by the key of the message they replace.
    texts: BTreeMap<String, String>,
    /// Legal pages, in the order of the footer.
    pages: Vec<StorePageLink>,
    /// Version of the brand. It changes when another one is published.
    version: i32,
}

/// A reference to a legal page.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StorePageLink {
    /// Slug: the last part of the page's URL.
    slug: String,
    /// Title.
    title: String,
}

/// A legal page.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StorePage {
    /// Slug: the last part of the page's URL.
    slug: String,
    /// Title.
    title: String,
    /// Text as sanitised HTML, without scripts, styles and forms.
    html: String,
}

/// Colours, each as `#rrggbb`.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StoreColors {
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
struct StoreFonts {
    /// Font of headings.
    heading: String,
    /// Font of body text.
    body: String,
}

impl Store {
    fn of(storefront: tenancy::Storefront, shown: Shown<'_>) -> Self {
        let tenancy::Storefront {
            id,
            slug: _,
            name,
            tagline,
            locale,
            country,
            currency,
            tax,
            brand: _,
        } = storefront;
        Self {
            id,
            name,
            tagline,
            locale,
            country,
            currency,
            tax: tax.into(),
            brand: shown.brand,
            payment_providers: shown
                .providers
                .iter()
                .map(|provider| provider.name().to_owned())
                .collect(),
            events_need_consent: shown.events_need_consent,
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

impl StoreBrand {
    fn of(version: &tenancy::KitVersion, kit: tenancy::BrandKit) -> Self {
        let tenancy::Brand {
            name,
            logo_url,
            favicon_url,
            colors,
            fonts,
            radius,
        } = kit.brand;
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
            radius,
            favicon_url,
            texts: kit.texts,
            pages: kit
                .pages
                .into_iter()
                .map(|page| StorePageLink {
                    slug: page.slug,
                    title: page.title,
                })
                .collect(),
            version: version.version,
        }
    }
}
