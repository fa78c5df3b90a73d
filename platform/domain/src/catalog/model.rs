//! What a catalogue is made of.

use kernel::ids::{MerchantId, ProductId, VariantId};

use crate::inventory::Stock;

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
    /// Its stock; none when it is not tracked.
    pub stock: Option<Stock>,
}

/// The address of a picture: `/media/…` on the storefront's host for one that we keep, and the
/// address itself for one that is kept elsewhere.
pub fn image_address(image_key: &str) -> String {
    if image_key.starts_with("https://") || image_key.starts_with("http://") {
        image_key.to_owned()
    } else {
        format!("/media/{image_key}")
    }
}
