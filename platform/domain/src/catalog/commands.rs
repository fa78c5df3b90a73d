//! What staff can ask for, and what makes it fit to be written.

use kernel::fault::{Check, FieldFault, is_line};
use kernel::goods::Slug;
use kernel::ids::{MerchantId, ProductId, VariantId};
use kernel::money::MAX_MINOR;
use kernel::product::{NAME_MAX, ProductText, ProductTextChange};
use kernel::{Currency, Money};
use unicode_normalization::UnicodeNormalization;

use super::draft::{
    CATEGORY_DEPTH_MAX, CATEGORY_NAME_MAX, OPTIONS_MAX, PriceDraft, ProductDraft, ProductStatus,
    StockDraft, VARIANTS_MAX, VariantDraft,
};
use super::error::CatalogError;
use super::store::slugs::short_id;
use crate::html::Unclean;

/// A new product.
#[derive(Debug, Clone)]
pub struct CreateProduct {
    /// The last part of its address; made of the title unless given, with a number behind it when
    /// another product has it.
    pub slug: Option<String>,
    /// What it says of itself.
    pub text: ProductText,
    /// Whether it is for sale.
    pub status: ProductStatus,
    /// Who sells it; the default merchant unless given.
    pub merchant_id: Option<MerchantId>,
    /// Its place in the tree, from the root; places that are missing are made.
    pub category: Vec<String>,
    /// What its variants differ in.
    pub options: Vec<String>,
    /// Its variants: one at least, and only one when it has no options.
    pub variants: Vec<CreateVariant>,
}

/// A variant of a new product.
#[derive(Debug, Clone)]
pub struct CreateVariant {
    /// Its stock keeping unit.
    pub sku: Option<String>,
    /// A value for each option, in their order.
    pub option_values: Vec<String>,
    /// A number that scanners read.
    pub barcode: Option<String>,
    /// What it weighs; 0 when it is not known.
    pub weight_grams: i32,
    /// Whether it has to be shipped.
    pub requires_shipping: bool,
    /// Whether tax is due on it.
    pub is_taxable: bool,
    /// What it costs.
    pub price: Option<Money>,
    /// Units in the house; none, and it is not tracked.
    pub on_hand: Option<i32>,
    /// Whether more may be sold than there is.
    pub allow_backorder: bool,
}

/// Changes of a product; what is not given stays.
#[derive(Debug, Clone)]
pub struct UpdateProduct {
    /// The product.
    pub product_id: ProductId,
    /// The version that the caller has seen; without it, whatever it is now.
    pub version: Option<i32>,
    /// Whether it is for sale.
    pub status: Option<ProductStatus>,
    /// What it says of itself.
    pub text: ProductTextChange,
}

/// A new price of a variant, in the currency of the price.
#[derive(Debug, Clone, Copy)]
pub struct SetPrice {
    /// The variant.
    pub variant_id: VariantId,
    /// What it costs.
    pub price: Money,
    /// What it used to cost, in the same currency.
    pub compare_at: Option<Money>,
}

/// What somebody counted.
#[derive(Debug, Clone, Copy)]
pub struct SetStock {
    /// The variant.
    pub variant_id: VariantId,
    /// Units in the house; none, and it is no longer tracked.
    pub on_hand: Option<i32>,
    /// Whether more may be sold than there is.
    pub allow_backorder: bool,
}

/// The slug of a product whose title has no letters or digits.
fn made_up_slug() -> String {
    format!("product-{}", short_id())
}

/// A fault of one field.
pub(super) fn invalid(pointer: &str, code: &'static str, rule: &str) -> CatalogError {
    CatalogError::Invalid(vec![FieldFault::new(pointer, code, rule)])
}

/// The fault of a description that is not kept.
pub(super) fn unclean(why: Unclean) -> CatalogError {
    invalid("/description", why.code(), &why.to_string())
}

fn units(check: &mut Check, on_hand: Option<i32>, pointer: impl Into<String>) {
    check.unless(on_hand.is_none_or(|units| units >= 0), pointer, "0 or more");
}

fn amount(check: &mut Check, money: Option<Money>, pointer: impl Into<String>) {
    let is_amount = money.is_none_or(|money| (0..=MAX_MINOR).contains(&money.minor));
    check.unless(is_amount, pointer, "0 to 9007199254740991");
}

impl CreateProduct {
    /// What is to be written, with the description as it was given, and the currency of its prices.
    pub(super) fn into_draft(self) -> Result<(ProductDraft, Currency), CatalogError> {
        let mut check = Check::default();
        self.text.check(&mut check);
        self.check_category(&mut check);
        self.check_variants(&mut check);
        let slug = match &self.slug {
            Some(slug) => Slug::parse(slug),
            None => Slug::of(&self.text.title).or_else(|_| Slug::parse(&made_up_slug())),
        };
        if let Err(why) = &slug {
            check.unless(false, "/slug", why.rule);
        }
        let mut currencies = self.variants.iter().filter_map(|v| Some(v.price?.currency));
        let currency = currencies.next().unwrap_or(Currency::Eur);
        check.unless(
            currencies.all(|other| other == currency),
            "/variants",
            "prices in one currency",
        );
        check.done().map_err(CatalogError::Invalid)?;
        let draft = ProductDraft {
            slug: slug.map_err(|why| invalid("/slug", "malformed", why.rule))?,
            text: ProductText {
                title: self.text.title.trim().to_owned(),
                ..self.text
            },
            status: self.status,
            category: self
                .category
                .iter()
                .map(|name| name.nfc().collect())
                .collect(),
            options: self.options,
            variants: self.variants.into_iter().map(VariantDraft::from).collect(),
            images: Vec::new(),
        };
        Ok((draft, currency))
    }

    fn check_category(&self, check: &mut Check) {
        let is_name = |name: &String| {
            is_line(name, CATEGORY_NAME_MAX) && name.chars().any(char::is_alphanumeric)
        };
        let is_path =
            self.category.len() <= CATEGORY_DEPTH_MAX && self.category.iter().all(is_name);
        check.unless(
            is_path,
            "/category",
            "at most 8 names of at most 200 characters",
        );
    }

    fn check_variants(&self, check: &mut Check) {
        check.unless(
            self.options.len() <= OPTIONS_MAX,
            "/options",
            "at most 3 options",
        );
        for (index, name) in self.options.iter().enumerate() {
            check.name(name, NAME_MAX, format!("/options/{index}"));
        }
        let is_count = (1..=VARIANTS_MAX).contains(&self.variants.len());
        check.unless(is_count, "/variants", "1 to 2048 variants");
        for (index, variant) in self.variants.iter().enumerate() {
            let at = |field: &str| format!("/variants/{index}/{field}");
            let is_complete = variant.option_values.len() == self.options.len();
            check.unless(is_complete, at("options"), "a value for each option");
            for value in &variant.option_values {
                check.name(value, NAME_MAX, at("options"));
            }
            if let Some(sku) = &variant.sku {
                check.name(sku, NAME_MAX, at("sku"));
            }
            check.line(
                variant.barcode.as_deref().unwrap_or_default(),
                NAME_MAX,
                at("barcode"),
            );
            check.unless(variant.weight_grams >= 0, at("weight_grams"), "0 or more");
            units(check, variant.on_hand, at("on_hand"));
            amount(check, variant.price, at("price/amount"));
            let mut others = self.variants.iter().take(index);
            let is_unique = others.all(|other| other.option_values != variant.option_values);
            check.unless(is_unique, format!("/variants/{index}"), "unlike the others");
        }
    }
}

impl From<CreateVariant> for VariantDraft {
    fn from(variant: CreateVariant) -> Self {
        Self {
            sku: variant.sku,
            option_values: variant.option_values,
            barcode: variant.barcode,
            weight_grams: variant.weight_grams,
            requires_shipping: variant.requires_shipping,
            is_taxable: variant.is_taxable,
            price: variant.price.map(|price| PriceDraft {
                amount_minor: price.minor,
                compare_at_minor: None,
            }),
            stock: match variant.on_hand {
                Some(_) => StockDraft::Tracked {
                    on_hand: variant.on_hand,
                    allow_backorder: variant.allow_backorder,
                },
                None => StockDraft::Untracked,
            },
            image: None,
        }
    }
}

impl UpdateProduct {
    pub(super) fn check(&self) -> Result<(), CatalogError> {
        let mut check = Check::default();
        // What is not given is right already.
        let right = ProductText {
            title: "-".to_owned(),
            ..ProductText::default()
        };
        self.text.clone().applied_to(right).check(&mut check);
        check.done().map_err(CatalogError::Invalid)
    }
}

impl SetPrice {
    pub(super) fn price(&self) -> Result<PriceDraft, CatalogError> {
        let mut check = Check::default();
        amount(&mut check, Some(self.price), "/price/amount");
        amount(&mut check, self.compare_at, "/compare_at/amount");
        let is_same = |money: Money| money.currency == self.price.currency;
        let rule = "the currency of the price";
        check.unless(
            self.compare_at.is_none_or(is_same),
            "/compare_at/currency",
            rule,
        );
        check.done().map_err(CatalogError::Invalid)?;
        Ok(PriceDraft {
            amount_minor: self.price.minor,
            compare_at_minor: self.compare_at.map(|money| money.minor),
        })
    }
}

impl SetStock {
    pub(super) fn check(&self) -> Result<(), CatalogError> {
        let mut check = Check::default();
        units(&mut check, self.on_hand, "/on_hand");
        check.done().map_err(CatalogError::Invalid)
    }
}
