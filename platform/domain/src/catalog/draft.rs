//! A product as it is to be: what the import and the admin console hand to the store.

use std::collections::BTreeMap;

use kernel::goods::Slug;
use kernel::product::ProductText;

/// The most variants that one product can have.
pub(super) const VARIANTS_MAX: usize = 2_048;
/// The most options that one product can have.
pub(super) const OPTIONS_MAX: usize = 3;
/// The most pictures that one product can have.
pub(super) const IMAGES_MAX: usize = 250;
/// The longest name of a category, in characters.
pub(super) const CATEGORY_NAME_MAX: usize = 200;
/// The deepest place in the tree of categories.
pub(super) const CATEGORY_DEPTH_MAX: usize = 8;

kernel::words! {
    /// Product status.
    pub enum ProductStatus {
        /// Not on sale yet.
        Draft = "draft",
        /// On sale wherever it has a price.
        Active = "active",
        /// No longer on sale.
        Archived = "archived",
    }
}

/// A product as it is to be. Whoever makes one keeps to the limits above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProductDraft {
    /// The last part of its address.
    pub(crate) slug: Slug,
    /// What it says of itself, cleaned; a merchant who is called like the vendor sells it.
    pub(crate) text: ProductText,
    /// Whether it is for sale.
    pub(crate) status: ProductStatus,
    /// Its place in the tree, from the root.
    pub(crate) category: Vec<String>,
    /// What its variants differ in.
    pub(crate) options: Vec<String>,
    /// At least one.
    pub(crate) variants: Vec<VariantDraft>,
    /// In the order in which they are shown.
    pub(crate) images: Vec<ImageDraft>,
}

/// A variant as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VariantDraft {
    /// Its stock keeping unit.
    pub(crate) sku: Option<String>,
    /// A value for each option of the product, in their order.
    pub(crate) option_values: Vec<String>,
    /// A number that scanners read.
    pub(crate) barcode: Option<String>,
    /// What it weighs; 0 when it is not known.
    pub(crate) weight_grams: i32,
    /// Whether it has to be shipped.
    pub(crate) requires_shipping: bool,
    /// Whether tax is due on it.
    pub(crate) is_taxable: bool,
    /// What it costs; none, not for sale.
    pub(crate) price: Option<PriceDraft>,
    /// How its stock is kept.
    pub(crate) stock: StockDraft,
    /// Its picture, as an index among the product's.
    pub(crate) image: Option<usize>,
}

impl VariantDraft {
    /// What tells it from the product's other variants.
    pub(crate) fn title(&self) -> String {
        self.option_values.join(" / ")
    }
}

/// A price as it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PriceDraft {
    /// Minor units of the currency.
    pub(crate) amount_minor: i64,
    /// What it used to cost.
    pub(crate) compare_at_minor: Option<i64>,
}

/// The stock of a variant as it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StockDraft {
    /// It can always be sold.
    Untracked,
    /// It is counted.
    Tracked {
        /// Units in the house; none leaves a known count as it is.
        on_hand: Option<i32>,
        /// Whether more may be sold than there is.
        allow_backorder: bool,
    },
}

/// A picture as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImageDraft {
    /// Where it was found: a path, or an address.
    pub(crate) source: String,
    /// What it shows, for those who cannot see it.
    pub(crate) alt: String,
    /// The same in other languages, by their tags; those that are not here stay as they are.
    pub(crate) alts: BTreeMap<String, String>,
    /// What is known of it when it is kept here.
    pub(crate) picture: Option<Picture>,
    /// Whether it was not found. One that is there already stays as it is.
    pub(crate) is_missing: bool,
}

/// A picture that is kept here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Its key in the object store.
    pub(crate) key: String,
    /// Its media type.
    pub(crate) content_type: &'static str,
    /// Its width in pixels.
    pub(crate) width: i32,
    /// Its height in pixels.
    pub(crate) height: i32,
}
