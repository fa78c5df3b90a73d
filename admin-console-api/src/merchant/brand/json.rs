//! Storefronts and brands in JSON.

use std::collections::BTreeMap;

use domain::tenancy::{self, KitState, KitStatus, KitVersion, Radius};
use kernel::ids::StorefrontId;
use poem_openapi::Object;
use time::OffsetDateTime;

/// A storefront.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct AdminStorefront {
    /// Storefront id.
    id: StorefrontId,
    /// Slug.
    slug: String,
    /// Store name.
    name: String,
    /// Language and region (BCP 47), such as `de-DE`.
    locale: String,
    /// Currency of all prices (ISO 4217).
    currency: kernel::Currency,
    /// Domains, the primary one first.
    hosts: Vec<String>,
    /// Publishable key for programs that call a host of the platform.
    publishable_key: String,
}

/// The brand of a storefront.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct BrandState {
    /// What shoppers see. Version 0 is what the storefront was created with.
    published: SavedBrand,
    /// The draft; absent without one.
    draft: Option<SavedBrand>,
}

/// A saved version of a brand.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct SavedBrand {
    /// Version and status.
    version: BrandVersion,
    /// The brand.
    brand: BrandKit,
}

/// A version of a brand.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct BrandVersion {
    /// Version number, counting up.
    number: i32,
    /// Status.
    status: KitStatus,
    /// When it was last saved.
    saved_at: OffsetDateTime,
    /// When it was last published; absent if it never was.
    published_at: Option<OffsetDateTime>,
}

/// A brand: how a storefront looks, its own texts and its legal pages.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct BrandKit {
    /// Brand name, 1 to 200 characters.
    name: String,
    /// `https` URL of the logo, or a path on the storefront's host; absent for none.
    logo_url: Option<String>,
    /// `https` URL of the icon that browsers show, or a path on the storefront's host; absent for the first
    /// letter of the store's name.
    favicon_url: Option<String>,
    /// Colours.
    colors: BrandColors,
    /// Fonts.
    fonts: BrandFonts,
    /// How round corners are; `medium` by default.
    radius: Option<Radius>,
    /// Texts in the brand's own words, by the key of the message they replace; up to 500, each up to 1,000
    /// characters.
    #[oai(default)]
    texts: BTreeMap<String, String>,
    /// Legal pages, in the order of the footer; up to 20.
    #[oai(default)]
    pages: Vec<BrandPage>,
}

/// Colours, each as `#rrggbb`.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct BrandColors {
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

/// Fonts: `system-ui`, or one of Bitter, DM Sans, Inter, Lora, Manrope, Playfair Display, Source Serif 4 and
/// Work Sans.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct BrandFonts {
    /// Font of headings.
    heading: String,
    /// Font of body text.
    body: String,
}

/// A legal page.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct BrandPage {
    /// Slug: the last part of the page's URL.
    slug: String,
    /// Title, 1 to 200 characters.
    title: String,
    /// Text as HTML, up to 102,400 bytes. Scripts, styles and forms are removed.
    html: String,
}

/// The version to publish.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct PublishBrand {
    /// Version number: the draft's, or an earlier one's.
    pub(super) version: i32,
}

/// A link that shows the draft.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct PreviewLink {
    /// URL of the storefront with the draft.
    pub(super) url: String,
    /// When it stops working.
    pub(super) expires_at: OffsetDateTime,
}

impl From<tenancy::OpenStorefront> for AdminStorefront {
    fn from(open: tenancy::OpenStorefront) -> Self {
        Self {
            id: open.storefront.id,
            slug: open.storefront.slug,
            name: open.storefront.name,
            locale: open.storefront.locale,
            currency: open.storefront.currency,
            hosts: open
                .hosts
                .iter()
                .map(|host| host.as_str().to_owned())
                .collect(),
            publishable_key: open.publishable_key,
        }
    }
}

impl From<KitState> for BrandState {
    fn from(state: KitState) -> Self {
        Self {
            published: state.published.into(),
            draft: state.draft.map(Into::into),
        }
    }
}

impl From<(KitVersion, tenancy::BrandKit)> for SavedBrand {
    fn from((version, kit): (KitVersion, tenancy::BrandKit)) -> Self {
        Self {
            version: version.into(),
            brand: kit.into(),
        }
    }
}

impl From<KitVersion> for BrandVersion {
    fn from(version: KitVersion) -> Self {
        let KitVersion {
            version,
            status,
            saved_at,
            published_at,
        } = version;
        Self {
            number: version,
            status,
            saved_at,
            published_at,
        }
    }
}

impl From<tenancy::BrandKit> for BrandKit {
    fn from(kit: tenancy::BrandKit) -> Self {
        let tenancy::Brand {
            name,
            logo_url,
            favicon_url,
            colors,
            fonts,
            radius,
        } = kit.brand;
        Self {
            name,
            logo_url,
            favicon_url,
            colors: colors.into(),
            fonts: BrandFonts {
                heading: fonts.heading,
                body: fonts.body,
            },
            radius: Some(radius),
            texts: kit.texts,
            pages: kit.pages.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<tenancy::Colors> for BrandColors {
    fn from(colors: tenancy::Colors) -> Self {
        Self {
            primary: colors.primary,
            on_primary: colors.on_primary,
            background: colors.background,
            surface: colors.surface,
            text: colors.text,
            accent: colors.accent,
        }
    }
}

impl From<BrandColors> for tenancy::Colors {
    fn from(colors: BrandColors) -> Self {
        Self {
            primary: colors.primary,
            on_primary: colors.on_primary,
            background: colors.background,
            surface: colors.surface,
            text: colors.text,
            accent: colors.accent,
        }
    }
}

impl From<tenancy::LegalPage> for BrandPage {
    fn from(page: tenancy::LegalPage) -> Self {
        Self {
            slug: page.slug,
            title: page.title,
            html: page.html,
        }
    }
}

impl From<BrandKit> for tenancy::KitDraft {
    fn from(kit: BrandKit) -> Self {
        let page = |page: BrandPage| tenancy::LegalPage {
            slug: page.slug,
            title: page.title,
            html: page.html,
        };
        Self {
            brand: tenancy::BrandDraft {
                name: Some(kit.name),
                logo_url: kit.logo_url,
                favicon_url: kit.favicon_url,
                colors: Some(kit.colors.into()),
                fonts: Some(tenancy::Fonts {
                    heading: kit.fonts.heading,
                    body: kit.fonts.body,
                }),
                radius: kit.radius,
            },
            texts: kit.texts,
            pages: kit.pages.into_iter().map(page).collect(),
        }
    }
}
