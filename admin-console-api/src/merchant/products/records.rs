//! Products as the admin console shows them.

use std::collections::BTreeMap;

use domain::catalog::{self, ProductStatus};
use domain::inventory;
use gateway::json::Money;
use kernel::ids::{CategoryId, ImageId, MerchantId, ProductId, VariantId};
use kernel::picture::FocalPoint;
use kernel::product::ProductText;
use poem_openapi::Object;
use time::OffsetDateTime;

/// A product in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct AdminProductSummary {
    /// Product id.
    id: ProductId,
    /// Slug: the last part of the product's URL.
    slug: String,
    /// Title.
    title: String,
    /// Product status.
    status: ProductStatus,
    /// Vendor name.
    vendor: String,
    /// Number of variants that are not archived.
    variant_count: i64,
    /// Version: increases with every change.
    version: i32,
    /// When it was last changed.
    updated_at: OffsetDateTime,
    /// First image; absent without images.
    image: Option<AdminImage>,
}

/// An image.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(in crate::merchant) struct AdminImage {
    /// Image id; absent in lists and for the image of a category.
    id: Option<ImageId>,
    /// URL of the image, absolute or relative to the storefront's host.
    url: String,
    /// Alternative text, for languages without their own.
    alt: String,
    /// Alternative texts in other languages, by language tag.
    alt_translations: BTreeMap<String, String>,
    /// What stays visible where the image is cropped; absent for its middle.
    focal_point: Option<FocalPoint>,
    /// `BlurHash` of the image: a few colours to show until it is loaded. Absent until its sources are made.
    blurhash: Option<String>,
    /// Width in pixels; absent if unknown.
    width: Option<i32>,
    /// Height in pixels; absent if unknown.
    height: Option<i32>,
}

/// A product.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
pub(super) struct AdminProduct {
    /// Product id.
    id: ProductId,
    /// Merchant id.
    merchant_id: MerchantId,
    /// Slug: the last part of the product's URL.
    slug: String,
    #[oai(flatten)]
    text: ProductText,
    /// Product status.
    status: ProductStatus,
    /// Version: increases with every change; send it with a change to detect conflicts.
    version: i32,
    /// When the product was created.
    created_at: OffsetDateTime,
    /// When it was last changed.
    updated_at: OffsetDateTime,
    /// Images, in display order.
    images: Vec<AdminImage>,
    /// Options by which variants differ.
    options: Vec<String>,
    /// Variants, archived ones last.
    variants: Vec<AdminVariant>,
    /// Category path, from the root down.
    categories: Vec<AdminCategory>,
}

/// A variant of a product.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AdminVariant {
    /// Variant id.
    id: VariantId,
    /// Stock keeping unit (SKU); need not be unique.
    sku: Option<String>,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    title: String,
    /// Value of each product option, in the order of `options`.
    options: Vec<String>,
    /// Barcode (EAN, UPC, GTIN).
    barcode: Option<String>,
    /// Weight in grams; 0 if unknown.
    weight_grams: i32,
    /// Whether it is shipped.
    requires_shipping: bool,
    /// Whether it is taxed.
    taxable: bool,
    /// Whether the variant is archived.
    archived: bool,
    /// Image of the variant; absent without one.
    image_id: Option<ImageId>,
    /// Prices, one per currency.
    prices: Vec<AdminPrice>,
    /// Stock; absent if it is not tracked.
    stock: Option<AdminStock>,
}

/// A price in one currency.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct AdminPrice {
    /// Price.
    price: Money,
    /// Compare-at price; absent without one.
    compare_at: Option<Money>,
}

/// The stock of a variant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AdminStock {
    /// Units in stock, reserved units included.
    on_hand: i32,
    /// Units reserved by unpaid orders.
    reserved: i32,
    /// Whether it may be sold beyond its stock.
    allow_backorder: bool,
}

/// A category.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(in crate::merchant) struct AdminCategory {
    /// Category id.
    id: CategoryId,
    /// Slug: the last part of the category's URL.
    slug: String,
    /// Category name.
    name: String,
    /// Slug of the parent category; absent at the root.
    parent: Option<String>,
    /// Image; absent without one, and where a product names its categories.
    image: Option<AdminImage>,
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
            id,
            slug,
            title,
            status,
            vendor,
            variant_count: variants,
            version,
            updated_at,
            image: image.map(|image| AdminImage::new(None, image)),
        }
    }
}

impl AdminImage {
    pub(in crate::merchant) fn new(id: Option<ImageId>, image: catalog::Image) -> Self {
        let catalog::Image {
            url,
            alt,
            alts,
            focal_point,
            blurhash,
            size,
            sources: _,
        } = image;
        Self {
            id,
            url,
            alt,
            alt_translations: alts.into_map(),
            focal_point,
            blurhash,
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
            text,
            status,
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
            id,
            merchant_id,
            slug,
            text,
            status,
            version,
            created_at,
            updated_at,
            images: images
                .map(|(id, image)| AdminImage::new(Some(id), image))
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
            id,
            sku,
            title,
            options: option_values,
            barcode,
            weight_grams,
            requires_shipping,
            taxable: is_taxable,
            archived: is_archived,
            image_id,
            prices: prices.into_iter().map(price).collect(),
            stock: stock.map(AdminStock::from),
        }
    }
}

impl From<inventory::Stock> for AdminStock {
    fn from(stock: inventory::Stock) -> Self {
        Self {
            on_hand: stock.on_hand,
            reserved: stock.reserved,
            allow_backorder: stock.allow_backorder,
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
            image,
        } = category;
        Self {
            id,
            slug,
            name,
            parent,
            image: image.map(|image| AdminImage::new(None, image)),
        }
    }
}
