//! What staff sends about products.

use domain::catalog::{self, ProductStatus};
use gateway::Invalid;
use gateway::json::Money;
use kernel::ids::{MerchantId, ProductId, VariantId};
use kernel::product::{ProductText, ProductTextChange};
use poem_openapi::Object;

/// A product to create.
#[derive(Debug, Object)]
pub(super) struct CreateProduct {
    /// Slug: the last part of the product's URL. By default made of the title, with a number appended if another
    /// product has it.
    slug: Option<String>,
    /// Title.
    title: String,
    #[oai(flatten)]
    text: ProductTextChange,
    /// Product status.
    status: ProductStatus,
    /// Merchant; the default merchant by default.
    merchant_id: Option<MerchantId>,
    /// Category path, from the root down. Missing categories are created.
    #[oai(default)]
    category: Vec<String>,
    /// Options by which variants differ.
    #[oai(default)]
    options: Vec<String>,
    /// Variants: at least one, and exactly one without options.
    variants: Vec<CreateVariant>,
}

/// A variant to create.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
struct CreateVariant {
    /// Stock keeping unit (SKU).
    sku: Option<String>,
    /// Value of each product option, in the order of `options`.
    #[oai(default)]
    options: Vec<String>,
    /// Barcode (EAN, UPC, GTIN).
    barcode: Option<String>,
    /// Weight in grams; 0 by default.
    #[oai(default)]
    weight_grams: i32,
    /// Whether it is shipped; `true` by default.
    #[oai(default = "yes")]
    requires_shipping: bool,
    /// Whether it is taxed; `true` by default.
    #[oai(default = "yes")]
    taxable: bool,
    /// Price. A variant without a price is not on sale.
    price: Option<Money>,
    /// Units in stock; absent means stock is not tracked.
    on_hand: Option<i32>,
    /// Whether it may be sold beyond its stock.
    #[oai(default)]
    allow_backorder: bool,
}

const fn yes() -> bool {
    true
}

impl CreateProduct {
    pub(super) fn into_command(self) -> Result<catalog::CreateProduct, Invalid> {
        let variants = self.variants.into_iter().enumerate();
        let variants: Result<Vec<_>, _> = variants
            .map(|(index, variant)| variant.into_command(&format!("/variants/{index}")))
            .collect();
        Ok(catalog::CreateProduct {
            slug: self.slug,
            text: self.text.applied_to(ProductText {
                title: self.title,
                ..ProductText::default()
            }),
            status: self.status,
            merchant_id: self.merchant_id,
            category: self.category,
            options: self.options,
            variants: variants?,
        })
    }
}

impl CreateVariant {
    fn into_command(self, pointer: &str) -> Result<catalog::CreateVariant, Invalid> {
        let price = self
            .price
            .map(|price| price.parse(&format!("{pointer}/price")));
        Ok(catalog::CreateVariant {
            sku: self.sku,
            option_values: self.options,
            barcode: self.barcode,
            weight_grams: self.weight_grams,
            requires_shipping: self.requires_shipping,
            is_taxable: self.taxable,
            price: price.transpose()?,
            on_hand: self.on_hand,
            allow_backorder: self.allow_backorder,
        })
    }
}

/// Fields to change; absent fields do not change.
#[derive(Debug, Object)]
pub(super) struct ChangeProduct {
    /// Version that was read; the change is rejected if the product has another one by now.
    version: Option<i32>,
    /// Title.
    title: Option<String>,
    /// Product status.
    status: Option<ProductStatus>,
    #[oai(flatten)]
    text: ProductTextChange,
}

impl ChangeProduct {
    pub(super) fn into_command(self, product_id: ProductId) -> catalog::UpdateProduct {
        catalog::UpdateProduct {
            product_id,
            version: self.version,
            status: self.status,
            text: ProductTextChange {
                title: self.title,
                ..self.text
            },
        }
    }
}

/// A price to set.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
pub(super) struct SetPrice {
    /// Price of the variant.
    price: Money,
    /// Compare-at price, in the same currency.
    compare_at: Option<Money>,
}

impl SetPrice {
    pub(super) fn into_command(self, variant_id: VariantId) -> Result<catalog::SetPrice, Invalid> {
        let compare_at = self.compare_at.map(|money| money.parse("/compare_at"));
        Ok(catalog::SetPrice {
            variant_id,
            price: self.price.parse("/price")?,
            compare_at: compare_at.transpose()?,
        })
    }
}

/// A stock count.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
pub(super) struct SetStock {
    /// Units in stock; absent ends tracking.
    on_hand: Option<i32>,
    /// Whether it may be sold beyond its stock.
    #[oai(default)]
    allow_backorder: bool,
}

impl SetStock {
    pub(super) const fn into_command(self, variant_id: VariantId) -> catalog::SetStock {
        catalog::SetStock {
            variant_id,
            on_hand: self.on_hand,
            allow_backorder: self.allow_backorder,
        }
    }
}
