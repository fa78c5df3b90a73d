//! A brand as a file: `brand.json`, from which a tenant is made.

use std::collections::BTreeMap;

use domain::tenancy::{
    BrandDraft, Colors, Fonts, LegalPage, MerchantDraft, OwnerDraft, Radius, ShippingDraft,
    StorefrontDraft, TaxDraft, TenantDraft,
};
use serde::Deserialize;

/// What `brand.json` holds. Only the currency and the country have no default.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrandFile {
    /// The first part of the host.
    pub slug: Option<String>,
    /// What people call it.
    pub name: Option<String>,
    /// What it stands for.
    pub tagline: Option<String>,
    /// The currency of all prices.
    pub currency: Option<String>,
    /// The country it sells from.
    pub country: Option<String>,
    /// The language and region it speaks.
    pub locale: Option<String>,
    /// Its tax.
    pub tax: Option<TaxDraft>,
    /// How it looks.
    pub brand: Option<BrandKit>,
    /// Its sellers.
    #[serde(default)]
    pub merchants: Vec<MerchantDraft>,
    /// How it ships.
    #[serde(default)]
    pub shipping_options: Vec<ShippingDraft>,
    /// Further hosts.
    #[serde(default)]
    pub hosts: Vec<String>,
}

/// How a brand looks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrandKit {
    /// What the brand is called.
    pub name: Option<String>,
    /// A picture beside the file.
    pub logo: Option<String>,
    /// The address of a picture.
    pub logo_url: Option<String>,
    /// Its colours.
    pub colors: Option<Colors>,
    /// Its fonts.
    pub fonts: Option<Fonts>,
    /// How round its corners are.
    pub radius: Option<Radius>,
    /// Texts in its own words, by the key of the message.
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
    /// Its legal pages.
    #[serde(default)]
    pub pages: Vec<LegalPage>,
}

impl BrandFile {
    /// The picture beside the file, if there is one.
    pub fn logo(&self) -> Option<&str> {
        self.brand.as_ref()?.logo.as_deref()
    }

    /// The tenant that the file describes. What has no default and is not there is left empty, and
    /// refused with everything else that is wrong.
    pub fn into_draft(self, owner: OwnerDraft) -> TenantDraft {
        TenantDraft {
            slug: self.slug.unwrap_or_default(),
            name: self.name.unwrap_or_default(),
            owner,
            storefront: StorefrontDraft {
                currency: self.currency.unwrap_or_default(),
                country: self.country.unwrap_or_default(),
                locale: self.locale,
                tagline: self.tagline,
                tax: self.tax,
                brand: self.brand.map(|kit| BrandDraft {
                    name: kit.name,
                    logo_url: kit.logo_url,
                    colors: kit.colors,
                    fonts: kit.fonts,
                    favicon_url: None,
                    radius: kit.radius,
                }),
            },
            merchants: self.merchants,
            shipping_options: self.shipping_options,
            hosts: self.hosts,
        }
    }
}
