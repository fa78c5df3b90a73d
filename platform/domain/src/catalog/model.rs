//! What a catalogue is made of, as those who read it see it.

use kernel::ids::{CategoryId, ImageId, MerchantId, ProductId, VariantId};
use kernel::product::ProductText;
use kernel::{Money, Rating, Seller};
use time::OffsetDateTime;

use super::ProductStatus;
use super::pictures::Image;
use crate::inventory::{ShownStock, Stock};

kernel::words! {
    /// Sort order of products.
    #[derive(Default)]
    pub enum Sort as "ProductSort" {
        /// Newest first.
        #[default]
        Newest = "newest",
        /// By title, as readers of the storefront's language sort.
        Title = "title",
        /// Cheapest first.
        PriceAscending = "price_asc",
        /// Most expensive first.
        PriceDescending = "price_desc",
        /// Best rated first, by a Bayesian mean: a few reviews count less than many, none as 3.5 stars.
        Rating = "rating",
    }
}

/// The most things on a page.
pub const PAGE_MAX: u32 = 100;

/// Which page of a storefront's list.
#[derive(Debug, Clone)]
pub struct ListProducts {
    /// How many, 1 to [`PAGE_MAX`].
    pub limit: u32,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// The slug of a category; those below it are part of it.
    pub category: Option<String>,
    /// In which order.
    pub sort: Sort,
}

/// Which page of the admin console's list, the latest first.
#[derive(Debug, Clone)]
pub struct ListAllProducts {
    /// How many, 1 to [`PAGE_MAX`].
    pub limit: u32,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// Only those with this status.
    pub status: Option<ProductStatus>,
    /// Only those with this in their title or vendor, or as a stock keeping unit or barcode.
    pub text: Option<String>,
}

/// Which page of the admin console's list of categories, the oldest first: each stands behind the one above it.
#[derive(Debug, Clone)]
pub struct ListCategories {
    /// How many, 1 to [`PAGE_MAX`].
    pub limit: u32,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub data: Vec<T>,
    /// Where it ends, if more follows.
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// Nothing, and no more of it.
    pub(super) const fn empty() -> Self {
        Self {
            data: Vec::new(),
            next_cursor: None,
        }
    }
}

/// A product in a storefront's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductCard {
    /// Its id.
    pub id: ProductId,
    /// The last part of its address.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// What its cheapest variant costs.
    pub price: Money,
    /// Whether any of its variants can be sold at this moment.
    pub is_available: bool,
    /// Its first picture.
    pub image: Option<Image>,
    /// What its published reviews come to; none without reviews.
    pub rating: Option<Rating>,
}

impl ProductCard {
    /// Describes its picture in the language of a storefront's locale.
    pub(super) fn speak(&mut self, locale: &str) {
        if let Some(image) = &mut self.image {
            image.speak(locale);
        }
    }
}

/// A product as a storefront shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// The last part of its address.
    pub slug: String,
    /// Who sells it.
    pub merchant: Seller,
    /// What it says of itself.
    pub text: ProductText,
    /// What its cheapest variant costs.
    pub price: Money,
    /// Whether any of its variants can be sold at this moment.
    pub is_available: bool,
    /// Its pictures, in their order.
    pub images: Vec<Image>,
    /// What its variants differ in.
    pub options: Vec<ProductOption>,
    /// Those that have a price here.
    pub variants: Vec<Variant>,
    /// Its places in the tree, from the root.
    pub categories: Vec<Category>,
    /// What its published reviews come to; none without reviews.
    pub rating: Option<Rating>,
}

impl Product {
    /// Describes its pictures in the language of a storefront's locale.
    pub(super) fn speak(&mut self, locale: &str) {
        let variants = self.variants.iter_mut().filter_map(|it| it.image.as_mut());
        for image in self.images.iter_mut().chain(variants) {
            image.speak(locale);
        }
    }
}

/// Something that the variants of a product differ in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductOption {
    /// What it is called.
    pub name: String,
    /// The values that variants have, in the order of the variants.
    pub values: Vec<String>,
}

/// A variant as a storefront shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its id.
    pub id: VariantId,
    /// Its stock keeping unit.
    pub sku: Option<String>,
    /// What tells it from the others; the product's title when nothing does.
    pub title: String,
    /// A value for each option of the product.
    pub option_values: Vec<String>,
    /// What it costs.
    pub price: Money,
    /// What it used to cost, when that is more.
    pub compare_at: Option<Money>,
    /// Whether it can be sold at this moment.
    pub is_available: bool,
    /// What the storefront shows of its stock.
    pub stock: Option<ShownStock>,
    /// A picture of its own.
    pub image: Option<Image>,
}

/// A place in the catalogue's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// The last part of its address.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// The slug of the place above it.
    pub parent: Option<String>,
    /// Its picture; none where only its name is shown, as with a product.
    pub image: Option<Image>,
}

/// A product in the admin console's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductSummary {
    /// Its id.
    pub id: ProductId,
    /// The last part of its address.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Whether it is for sale.
    pub status: ProductStatus,
    /// Whose it is.
    pub vendor: String,
    /// How many variants it has that are not archived.
    pub variants: i64,
    /// How often it has been changed.
    pub version: i32,
    /// When it was last changed.
    pub updated_at: OffsetDateTime,
    /// Its first picture.
    pub image: Option<Image>,
}

/// A product as the admin console shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductRecord {
    /// Its id.
    pub id: ProductId,
    /// Who sells it.
    pub merchant_id: MerchantId,
    /// The last part of its address.
    pub slug: String,
    /// What it says of itself.
    pub text: ProductText,
    /// Whether it is for sale.
    pub status: ProductStatus,
    /// How often it has been changed.
    pub version: i32,
    /// Since when it exists.
    pub created_at: OffsetDateTime,
    /// When it was last changed.
    pub updated_at: OffsetDateTime,
    /// Its pictures, in their order.
    pub images: Vec<(ImageId, Image)>,
    /// The names of its options.
    pub options: Vec<String>,
    /// Its variants, those that are archived last.
    pub variants: Vec<VariantRecord>,
    /// Its places in the tree, from the root.
    pub categories: Vec<Category>,
}

/// A variant as the admin console shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantRecord {
    /// Its id.
    pub id: VariantId,
    /// Its stock keeping unit.
    pub sku: Option<String>,
    /// What tells it from the others; empty when nothing does.
    pub title: String,
    /// A value for each option of the product.
    pub option_values: Vec<String>,
    /// A number that scanners read.
    pub barcode: Option<String>,
    /// What it weighs; 0 when it is not known.
    pub weight_grams: i32,
    /// Whether it has to be shipped.
    pub requires_shipping: bool,
    /// Whether tax is due on it.
    pub is_taxable: bool,
    /// Whether it is no longer sold.
    pub is_archived: bool,
    /// Its picture.
    pub image_id: Option<ImageId>,
    /// What it costs, in each currency, and what it used to cost.
    pub prices: Vec<(Money, Option<Money>)>,
    /// Its stock; none when it is not tracked.
    pub stock: Option<Stock>,
}

/// A variant that can be put into a cart, in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sellable {
    /// The variant.
    pub variant_id: VariantId,
    /// Its product.
    pub product_id: ProductId,
    /// Who sells it.
    pub merchant_id: MerchantId,
    /// Its stock keeping unit.
    pub sku: Option<String>,
    /// The product's title.
    pub title: String,
    /// What tells it from the product's other variants, such as `Blue / XL`; empty when it has none.
    pub variant_title: String,
    /// Where its picture is, for [`image_address`].
    pub image_key: Option<String>,
    /// What one unit costs, in minor units of the currency that was asked for.
    pub unit_price_minor: i64,
    /// What one unit weighs; 0 when it is not known.
    pub weight_grams: i32,
    /// Whether it has to be shipped.
    pub requires_shipping: bool,
    /// Whether tax is due on it.
    pub is_taxable: bool,
    /// Whether shoppers cannot return it.
    pub is_final_sale: bool,
    /// Its stock; none when it is not tracked.
    pub stock: Option<Stock>,
}

/// What a product that is active is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searchable {
    /// The product.
    pub id: ProductId,
    /// Whether only members of customer groups see it.
    pub is_restricted: bool,
    /// Who sells it.
    pub merchant_id: MerchantId,
    /// What it is called.
    pub title: String,
    /// What it is, as HTML.
    pub description_html: String,
    /// Whose it is.
    pub vendor: String,
    /// What kind of thing it is.
    pub product_type: String,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The names of its options.
    pub options: Vec<String>,
    /// Its places in the tree, from the root.
    pub categories: Vec<(CategoryId, String)>,
    /// Its variants that are not archived.
    pub variants: Vec<SearchableVariant>,
}

/// What a variant is found by.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct SearchableVariant {
    /// Its stock keeping unit.
    pub sku: Option<String>,
    /// A number that scanners read.
    pub barcode: Option<String>,
    /// A value for each option of the product.
    pub option_values: Vec<String>,
    /// What it costs, in each currency.
    pub prices: std::collections::BTreeMap<String, i64>,
    /// Whether it can be sold at this moment.
    pub is_available: bool,
}

/// Products in one part of a sitemap. Search engines take up to 50,000.
pub const SITEMAP_PART: u64 = 10_000;

/// A product as a search engine is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapProduct {
    /// The last part of its address.
    pub slug: String,
    /// When it last changed.
    pub updated_at: OffsetDateTime,
}
