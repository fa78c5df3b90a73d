//! A cart as its shopper sees it.

use domain::cart;
use domain::catalog::image_address;
use gateway::json::Money;
use kernel::{Currency, FieldFault};
use poem_openapi::Object;

use crate::json::{Address, Totals, money};

/// What a shopper is about to buy.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct Cart {
    /// Its id.
    id: String,
    /// What it is reached with, as the header `Cart-Token`. Shown when the cart is made, and never
    /// again.
    pub(super) token: Option<String>,
    /// `open`, `completing` while its order waits for the payment, or `completed`.
    status: String,
    /// The currency of every amount.
    currency: String,
    /// Whether prices are shown with tax.
    tax_included: bool,
    /// Whom to write to.
    email: Option<String>,
    /// Where it goes.
    shipping_address: Option<Address>,
    /// How it gets there.
    shipping_option_id: Option<String>,
    /// What is bought, in the order in which it was added.
    lines: Vec<CartLine>,
    /// What it comes to, reckoned at this moment.
    totals: Totals,
    /// What is missing before it can be ordered; the checkout refuses it with the same list.
    requirements: Vec<Requirement>,
}

/// One line of a cart.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CartLine {
    /// Its id.
    id: String,
    /// What is bought.
    variant_id: String,
    /// Its product; absent when it is no longer sold.
    product_id: Option<String>,
    /// The product's title.
    title: String,
    /// What tells the variant from the product's others; empty when there are none.
    variant_title: String,
    /// Its stock keeping unit.
    sku: Option<String>,
    /// How many.
    quantity: i32,
    /// What one costs today.
    unit_price: Money,
    /// What the line comes to; nothing when it is no longer sold.
    total: Money,
    /// The address of its picture.
    image: Option<String>,
    /// Whether the line can be bought as it is.
    available: bool,
    /// What has changed since the line was last touched: `price_changed`, `insufficient_stock`,
    /// `not_sellable`.
    notices: Vec<String>,
}

/// Something that is missing.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Requirement {
    /// Where, as a JSON pointer into the cart.
    pointer: String,
    /// A stable code, such as `required`.
    code: String,
    /// What would be right.
    detail: String,
}

/// Ways to ship.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ShippingOptionPage {
    /// The options.
    pub(super) data: Vec<ShippingOption>,
    /// Always false: a storefront's options fit on one page.
    pub(super) has_more: bool,
}

/// A way to ship.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct ShippingOption {
    /// Its id.
    id: String,
    /// What the store calls it.
    name: String,
    /// What it costs for this cart.
    price: Money,
}

impl From<cart::OfferedShipping> for ShippingOption {
    fn from(option: cart::OfferedShipping) -> Self {
        let cart::OfferedShipping { id, name, price } = option;
        Self {
            id: id.to_string(),
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
            shipping,
            lines,
            quote,
        } = cart;
        Self {
            id: id.to_string(),
            token: None,
            status: status.name().to_owned(),
            currency: currency.code().to_owned(),
            tax_included: tax.is_included,
            email: email.map(|email| email.as_str().to_owned()),
            shipping_address: shipping_address.map(Address::from),
            shipping_option_id: shipping.map(|chosen| chosen.id.to_string()),
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
            id: id.to_string(),
            variant_id: variant_id.to_string(),
            product_id: offer.map(|offer| offer.product_id.to_string()),
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
