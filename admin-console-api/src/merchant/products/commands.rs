//! What staff sends about products.

use domain::catalog;
use gateway::Invalid;
use gateway::json::{self, Money};
use kernel::ids::{ProductId, VariantId};
use poem_openapi::{Enum, Object};

/// Whether a product is for sale.
#[derive(Debug, Clone, Copy, Enum)]
#[oai(rename_all = "snake_case")]
pub(super) enum ProductState {
    /// Not yet.
    Draft,
    /// Yes, wherever it has a price.
    Active,
    /// No longer.
    Archived,
}

impl From<ProductState> for catalog::ProductStatus {
    fn from(state: ProductState) -> Self {
        match state {
            ProductState::Draft => Self::Draft,
            ProductState::Active => Self::Active,
            ProductState::Archived => Self::Archived,
        }
    }
}

impl From<catalog::ProductStatus> for ProductState {
    fn from(status: catalog::ProductStatus) -> Self {
        match status {
            catalog::ProductStatus::Draft => Self::Draft,
            catalog::ProductStatus::Active => Self::Active,
            catalog::ProductStatus::Archived => Self::Archived,
        }
    }
}

/// A new product.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateProduct {
    /// The last part of its address; made of the title unless given.
    slug: Option<String>,
    /// What it is called.
    title: String,
    /// What it is, as HTML. What could do harm is taken out.
    #[oai(default)]
    description: String,
    /// Whose it is.
    #[oai(default)]
    vendor: String,
    /// What kind of thing it is.
    #[oai(default)]
    product_type: String,
    /// Words to find it by.
    #[oai(default)]
    tags: Vec<String>,
    /// Whether it is for sale.
    status: ProductState,
    /// Who sells it; the default merchant unless given.
    merchant_id: Option<String>,
    /// Its place in the store, from the top. Categories that are missing are made.
    #[oai(default)]
    category: Vec<String>,
    /// What its variants differ in.
    #[oai(default)]
    options: Vec<String>,
    /// One at least, and only one when there are no options.
    variants: Vec<CreateVariant>,
}

/// A variant of a new product.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
struct CreateVariant {
    /// Its stock keeping unit.
    sku: Option<String>,
    /// A value for each of the product's options, in their order.
    #[oai(default)]
    options: Vec<String>,
    /// A number that scanners read.
    barcode: Option<String>,
    /// What it weighs.
    #[oai(default)]
    weight_grams: i32,
    /// Whether it has to be shipped.
    #[oai(default = "yes")]
    requires_shipping: bool,
    /// Whether tax is due on it.
    #[oai(default = "yes")]
    taxable: bool,
    /// What it costs. Without a price it is not for sale.
    price: Option<Money>,
    /// Units in the house; not tracked unless given.
    on_hand: Option<i32>,
    /// Whether more may be sold than there is.
    #[oai(default)]
    allow_backorder: bool,
}

const fn yes() -> bool {
    true
}

impl CreateProduct {
    pub(super) fn into_command(self) -> Result<catalog::CreateProduct, Invalid> {
        let merchant_id = self.merchant_id.as_deref();
        let merchant_id = merchant_id.map(|text| json::parse(text, "/merchant_id"));
        let variants = self.variants.into_iter().enumerate();
        let variants: Result<Vec<_>, _> = variants
            .map(|(index, variant)| variant.into_command(&format!("/variants/{index}")))
            .collect();
        Ok(catalog::CreateProduct {
            slug: self.slug,
            title: self.title,
            description_html: self.description,
            vendor: self.vendor,
            product_type: self.product_type,
            tags: self.tags,
            status: self.status.into(),
            merchant_id: merchant_id.transpose()?,
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

/// Changes of a product; what is not sent stays.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ChangeProduct {
    /// The version that was read before.
    version: Option<i32>,
    /// What it is called.
    title: Option<String>,
    /// What it is, as HTML. What could do harm is taken out.
    description: Option<String>,
    /// Whether it is for sale.
    status: Option<ProductState>,
    /// Whose it is. Who sells it stays.
    vendor: Option<String>,
    /// Words to find it by.
    tags: Option<Vec<String>>,
}

impl ChangeProduct {
    pub(super) fn into_command(self, product_id: ProductId) -> catalog::UpdateProduct {
        catalog::UpdateProduct {
            product_id,
            version: self.version,
            title: self.title,
            description_html: self.description,
            status: self.status.map(ProductState::into),
            vendor: self.vendor,
            tags: self.tags,
        }
    }
}

/// A price.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
pub(super) struct SetPrice {
    /// What the variant costs.
    price: Money,
    /// What it cost before, in the same currency.
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

/// What was counted.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
pub(super) struct SetStock {
    /// Units in the house.
    on_hand: Option<i32>,
    /// Whether more may be sold than there is.
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
