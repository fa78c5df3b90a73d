//! What a product says of itself: in one type wherever it is written, kept and shown.
//!
//! A new field is a column of `products`, a field here, and its name in the statements of `catalog::store`.

use poem_openapi::Object;
use serde::{Deserialize, Serialize};

use crate::Change;
use crate::fault::Check;

/// The longest title, subtitle, vendor, type or tag, in characters.
pub const NAME_MAX: usize = 255;
/// The longest description, in bytes.
pub const DESCRIPTION_MAX: usize = 512 * 1024;
/// The longest title or description for search engines, in characters.
pub const SEO_MAX: usize = 1_000;
/// The most tags.
pub const TAGS_MAX: usize = 250;

/// What a product says of itself. In rows and documents the fields are called as here, in the API as it names them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow, Object)]
#[oai(skip_serializing_if_is_none)]
pub struct ProductText {
    /// Title.
    pub title: String,
    /// One line below the title; absent if none was set.
    pub subtitle: Option<String>,
    /// Description as sanitised HTML, without scripts, styles and forms.
    #[oai(rename = "description")]
    pub description_html: String,
    /// Vendor name.
    pub vendor: String,
    /// Product type.
    pub product_type: String,
    /// Tags.
    pub tags: Vec<String>,
    /// Title for search engines; absent if none was set.
    pub seo_title: Option<String>,
    /// Description for search engines; absent if none was set.
    pub seo_description: Option<String>,
    /// Whether shoppers cannot return it.
    #[oai(rename = "final_sale")]
    pub is_final_sale: bool,
}

/// Changes of what a product says of itself: what is not given stays. It is sent to the database as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Object)]
pub struct ProductTextChange {
    /// Title. A body names it itself: a new product must have one.
    #[oai(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// One line below the title.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub subtitle: Change<String>,
    /// Description as HTML; scripts, styles and forms are removed.
    #[oai(rename = "description")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_html: Option<String>,
    /// Vendor name. Does not change the merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// Product type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_type: Option<String>,
    /// Tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Title for search engines.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub seo_title: Change<String>,
    /// Description for search engines.
    #[serde(skip_serializing_if = "Change::is_keep")]
    pub seo_description: Change<String>,
    /// Whether shoppers cannot return it. Holds for orders placed from then on.
    #[oai(rename = "final_sale")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_final_sale: Option<bool>,
}

impl ProductTextChange {
    /// What `text` becomes.
    #[must_use]
    pub fn applied_to(self, text: ProductText) -> ProductText {
        ProductText {
            title: self.title.unwrap_or(text.title),
            subtitle: self.subtitle.applied_to(text.subtitle),
            description_html: self.description_html.unwrap_or(text.description_html),
            vendor: self.vendor.unwrap_or(text.vendor),
            product_type: self.product_type.unwrap_or(text.product_type),
            tags: self.tags.unwrap_or(text.tags),
            seo_title: self.seo_title.applied_to(text.seo_title),
            seo_description: self.seo_description.applied_to(text.seo_description),
            is_final_sale: self.is_final_sale.unwrap_or(text.is_final_sale),
        }
    }
}

impl ProductText {
    /// Finds what is wrong with it, by the fields of the API.
    pub fn check(&self, check: &mut Check) {
        check.name(&self.title, NAME_MAX, "/title");
        let subtitle = self.subtitle.as_deref().unwrap_or_default();
        check.line(subtitle, NAME_MAX, "/subtitle");
        let is_html =
            self.description_html.len() <= DESCRIPTION_MAX && !self.description_html.contains('\0');
        check.unless(is_html, "/description", "at most 524288 bytes of HTML");
        check.line(&self.vendor, NAME_MAX, "/vendor");
        check.line(&self.product_type, NAME_MAX, "/product_type");
        check.unless(self.tags.len() <= TAGS_MAX, "/tags", "at most 250 tags");
        for (index, tag) in self.tags.iter().enumerate() {
            check.name(tag, NAME_MAX, format!("/tags/{index}"));
        }
        check.line(
            self.seo_title.as_deref().unwrap_or_default(),
            SEO_MAX,
            "/seo_title",
        );
        check.line(
            self.seo_description.as_deref().unwrap_or_default(),
            SEO_MAX,
            "/seo_description",
        );
    }
}
