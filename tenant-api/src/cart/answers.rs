//! A cart as its shopper sees it.

use domain::cart::{self, CartStatus};
use domain::catalog::image_address;
use gateway::Address;
use gateway::json::Money;
use kernel::ids::{CartId, CartLineId, ProductId, ShippingOptionId, VariantId};
use kernel::{Currency, FieldFault};
use poem_openapi::Object;

use crate::json::{Totals, money};

/// A cart.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct Cart {
    /// Cart id.
    id: CartId,
    /// Access token of the cart, sent as the header `Cart-Token`. Returned once, when the cart is
    /// created.
    pub(super) token: Option<String>,
    /// Cart status.
    status: CartStatus,
    /// Currency of every amount.
    currency: Currency,
    /// Whether prices include tax.
    tax_included: bool,
    /// Contact e-mail; absent until it is set.
    email: Option<String>,
    /// Shipping address; absent until it is set.
    shipping_address: Option<Address>,
    /// Billing address; absent when it is the shipping address.
    billing_address: Option<Address>,
    /// Id of the chosen shipping option; absent until one is chosen.
    shipping_option_id: Option<ShippingOptionId>,
    /// Lines, in the order in which they were added.
    lines: Vec<CartLine>,
    /// Totals, recalculated on every read.
    totals: Totals,
    /// What is missing before checkout; checkout rejects the cart with the same list.
    requirements: Vec<Requirement>,
}

/// A cart line.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CartLine {
    /// Line id.
    id: CartLineId,
    /// Variant.
    variant_id: VariantId,
    /// Product; absent when it is no longer on sale.
    product_id: Option<ProductId>,
    /// Product title.
    title: String,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    variant_title: String,
    /// Stock keeping unit (SKU).
    sku: Option<String>,
    /// Quantity, 1 to 999.
    quantity: i32,
    /// Current price of one unit.
    unit_price: Money,
    /// Line total; zero when the variant is no longer on sale.
    total: Money,
    /// URL of the image; absent without one.
    image: Option<String>,
    /// Whether the line can be bought in this quantity.
    available: bool,
    /// What changed since the line was last updated: `price_changed`, `insufficient_stock`,
    /// `not_sellable`.
    notices: Vec<String>,
}

/// A missing or invalid field.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Requirement {
    /// JSON pointer to the field of the cart.
    pointer: String,
    /// Stable code, such as `required`.
    code: String,
    /// What would be valid.
    detail: String,
}

/// A shipping option.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ShippingOption {
    /// Shipping option id.
    id: ShippingOptionId,
    /// Name of the option.
    name: String,
    /// Price for this cart.
    price: Money,
}

impl From<cart::OfferedShipping> for ShippingOption {
    fn from(option: cart::OfferedShipping) -> Self {
        let cart::OfferedShipping { id, name, price } = option;
        Self {
            id,
            name,
            price: price.into(),
        }
    }
}

impl From<cart::Cart> for Cart {
    fn from(cart: cart::Cart) -> Self {
        let requirements = cart.requirements().into_iter().map(Requirement::from);
        let requirements = requirements.collect();
        let cart::Cart {
            id,
            storefront_id: _,
            storefront_name: _,
            status,
            order_id: _,
            currency,
            tax,
            tax_name: _,
            email,
            shipping_address,
            billing_address,
            shipping,
            lines,
            quote,
        } = cart;
        Self {
            id,
            token: None,
            status,
            currency,
            tax_included: tax.is_included,
            email: email.map(|email| email.as_str().to_owned()),
            shipping_address: shipping_address.map(Address::from),
            billing_address: billing_address.map(Address::from),
            shipping_option_id: shipping.map(|chosen| chosen.id),
            lines: lines
                .into_iter()
                .map(|line| CartLine::of(line, currency))
                .collect(),
            totals: Totals {
                items: money(quote.items_minor, currency),
                shipping: money(quote.shipping_minor, currency),
                tax: money(quote.tax_minor, currency),
                total: money(quote.total_minor, currency),
            },
            requirements,
        }
    }
}

impl CartLine {
    fn of(line: cart::CartLine, currency: Currency) -> Self {
        let unit_price = money(line.unit_price_minor(), currency);
        let available = line.is_available();
        let notices = line.notices().into_iter().map(str::to_owned).collect();
        let cart::CartLine {
            id,
            variant_id,
            quantity,
            title,
            variant_title,
            shown_price_minor: _,
            offer,
            available: _,
            quoted,
        } = line;
        let total = quoted.map_or(0, |quoted| quoted.shown_minor);
        let offer = offer.as_ref();
        Self {
            id,
            variant_id,
            product_id: offer.map(|offer| offer.product_id),
            title: offer.map_or(title, |offer| offer.title.clone()),
            variant_title: offer.map_or(variant_title, |offer| offer.variant_title.clone()),
            sku: offer.and_then(|offer| offer.sku.clone()),
            quantity,
            unit_price,
            total: money(total, currency),
            image: offer.and_then(|offer| offer.image_key.as_deref().map(image_address)),
            available,
            notices,
        }
    }
}

impl From<FieldFault> for Requirement {
    fn from(fault: FieldFault) -> Self {
        let FieldFault {
            pointer,
            code,
            detail,
        } = fault;
        Self {
            pointer,
            code: code.to_owned(),
            detail,
        }
    }
}
