//! Products as the admin console shows them.

use domain::{catalog, inventory};
use gateway::json::Money;
use poem_openapi::Object;
use time::OffsetDateTime;

use super::commands::ProductState;

/// A page of products.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct AdminProductPage {
    /// The products.
    data: Vec<AdminProductSummary>,
    /// Whether more follow.
    has_more: bool,
    /// What to ask for to get them.
    next_cursor: Option<String>,
}

/// A product in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AdminProductSummary {
    /// The product's id.
    id: String,
    /// The last part of its address.
    slug: String,
    /// What it is called.
    title: String,
    /// Whether it is for sale.
    status: ProductState,
    /// Whose it is.
    vendor: String,
    /// How many variants it has that are not archived.
    variant_count: i64,
    /// How often it has been changed.
    version: i32,
    /// When it was last changed.
    updated_at: OffsetDateTime,
    /// Its first picture.
    image: Option<AdminImage>,
}

/// A picture.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AdminImage {
    /// The picture's id, where it is one of a product's.
    id: Option<String>,
    /// Its address, perhaps relative to the store's own.
    url: String,
    /// What it shows, for those who cannot see it.
    alt: String,
    /// Its width in pixels, if it is known.
    width: Option<i32>,
    /// Its height in pixels, if it is known.
    height: Option<i32>,
}

/// A product.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct AdminProduct {
    /// The product's id.
    id: String,
    /// Who sells it.
    merchant_id: String,
    /// The last part of its address.
    slug: String,
    /// What it is called.
    title: String,
    /// What it is, as HTML.
    description: String,
    /// Whose it is.
    vendor: String,
    /// What kind of thing it is.
    product_type: String,
    /// Words to find it by.
    tags: Vec<String>,
    /// Whether it is for sale.
    status: ProductState,
    /// A title for search engines.
    seo_title: Option<String>,
    /// A description for search engines.
    seo_description: Option<String>,
    /// How often it has been changed; send it back with a change.
    version: i32,
    /// Since when it exists.
    created_at: OffsetDateTime,
    /// When it was last changed.
    updated_at: OffsetDateTime,
    /// Its pictures, in their order.
    images: Vec<AdminImage>,
    /// What its variants differ in.
    options: Vec<String>,
    /// Its variants, those that are archived last.
    variants: Vec<AdminVariant>,
    /// Where it is in the store, from the top.
    categories: Vec<AdminCategory>,
}

/// A variant of a product.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AdminVariant {
    /// The variant's id.
    id: String,
    /// Its stock keeping unit.
    sku: Option<String>,
    /// What tells it from the others; empty when it is the only one.
    title: String,
    /// Its value of each of the product's options, in their order.
    options: Vec<String>,
    /// A number that scanners read.
    barcode: Option<String>,
    /// What it weighs; 0 when it is not known.
    weight_grams: i32,
    /// Whether it has to be shipped.
    requires_shipping: bool,
    /// Whether tax is due on it.
    taxable: bool,
    /// Whether it is no longer sold.
    archived: bool,
    /// The id of its picture.
    image_id: Option<String>,
    /// What it costs, in each currency.
    prices: Vec<AdminPrice>,
    /// Its stock, when it is tracked.
    stock: Option<AdminStock>,
}

/// A price in one currency.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AdminPrice {
    /// What it costs.
    price: Money,
    /// What it cost before.
    compare_at: Option<Money>,
}

/// The stock of a variant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AdminStock {
    /// Units in the house, those that are reserved included.
    on_hand: i32,
    /// Units that unpaid orders hold back.
    reserved: i32,
    /// Whether more may be sold than there is.
    allow_backorder: bool,
}

/// A place in the store.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AdminCategory {
    /// The category's id.
    id: String,
    /// The last part of its address.
    slug: String,
    /// What it is called.
    name: String,
    /// The slug of the category above it.
    parent: Option<String>,
}

impl From<catalog::Page<catalog::ProductSummary>> for AdminProductPage {
    fn from(page: catalog::Page<catalog::ProductSummary>) -> Self {
        let catalog::Page { data, next_cursor } = page;
        Self {
            data: data.into_iter().map(AdminProductSummary::from).collect(),
            has_more: next_cursor.is_some(),
            next_cursor,
        }
    }
}

impl From<catalog::ProductSummary> for AdminProductSummary {
    fn from(product: catalog::ProductSummary) -> Self {
        let catalog::ProductSummary {
            id,
            slug,
            title,
            status,
            vendor,
            variants,
            version,
            updated_at,
            image,
        } = product;
        Self {
            id: id.to_string(),
            slug,
            title,
            status: status.into(),
            vendor,
            variant_count: variants,
            version,
            updated_at,
            image: image.map(|image| AdminImage::new(None, image)),
        }
    }
}

impl AdminImage {
    fn new(id: Option<String>, image: catalog::Image) -> Self {
        let catalog::Image { url, alt, size } = image;
        Self {
            id,
            url,
            alt,
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
        }
    }
}

impl From<catalog::ProductRecord> for AdminProduct {
    fn from(product: catalog::ProductRecord) -> Self {
        let catalog::ProductRecord {
            id,
            merchant_id,
            slug,
            title,
            description_html,
            vendor,
            product_type,
            tags,
            status,
            seo_title,
            seo_description,
            version,
            created_at,
            updated_at,
            images,
            options,
            variants,
            categories,
        } = product;
        let images = images.into_iter();
        Self {
            id: id.to_string(),
            merchant_id: merchant_id.to_string(),
            slug,
            title,
            description: description_html,
            vendor,
            product_type,
            tags,
            status: status.into(),
            seo_title,
            seo_description,
            version,
            created_at,
            updated_at,
            images: images
                .map(|(id, image)| AdminImage::new(Some(id.to_string()), image))
                .collect(),
            options,
            variants: variants.into_iter().map(AdminVariant::from).collect(),
            categories: categories.into_iter().map(AdminCategory::from).collect(),
        }
    }
}

impl From<catalog::VariantRecord> for AdminVariant {
    fn from(variant: catalog::VariantRecord) -> Self {
        let catalog::VariantRecord {
            id,
            sku,
            title,
            option_values,
            barcode,
            weight_grams,
            requires_shipping,
            is_taxable,
            is_archived,
            image_id,
            prices,
            stock,
        } = variant;
        let price = |(price, compare_at): (kernel::Money, Option<kernel::Money>)| AdminPrice {
            price: price.into(),
            compare_at: compare_at.map(Money::from),
        };
        Self {
            id: id.to_string(),
            sku,
            title,
            options: option_values,
            barcode,
            weight_grams,
            requires_shipping,
            taxable: is_taxable,
            archived: is_archived,
            image_id: image_id.map(|id| id.to_string()),
            prices: prices.into_iter().map(price).collect(),
            stock: stock.map(AdminStock::from),
        }
    }
}

impl From<inventory::Stock> for AdminStock {
    fn from(stock: inventory::Stock) -> Self {
        let inventory::Stock {
            on_hand,
            reserved,
            allow_backorder,
        } = stock;
        Self {
            on_hand,
            reserved,
            allow_backorder,
        }
    }
}

impl From<catalog::Category> for AdminCategory {
    fn from(category: catalog::Category) -> Self {
        let catalog::Category {
            id,
            slug,
            name,
            parent,
        } = category;
        Self {
            id: id.to_string(),
            slug,
            name,
            parent,
        }
    }
}
