//! A cart with today's prices, and what it still needs.

use kernel::contact::{Email, PostalAddress};
use kernel::goods::Quantity;
use kernel::ids::{
    AddressId, CartId, CartLineId, OrderId, ShippingOptionId, StorefrontId, VariantId,
};
use kernel::{Change, Currency, FieldFault, Money};

use crate::catalog::Sellable;
use crate::pricing::{
    Parcel, PricedLine, PricingError, Quote, QuotedLine, ShippingRate, TaxRule, quote,
};

/// The most lines that a cart can hold.
pub(super) const MAX_LINES: usize = 100;

kernel::words! {
    /// Cart status.
    pub enum CartStatus {
        /// Can be changed.
        Open = "open",
        /// Locked: its order awaits payment.
        Completing = "completing",
        /// Its order was paid.
        Completed = "completed",
    }
}

/// The way to ship that the shopper has chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenShipping {
    /// Which one.
    pub id: ShippingOptionId,
    /// What the storefront calls it.
    pub name: String,
    /// What it costs as it is shown; none when it does not take this cart where it should go.
    pub price_minor: Option<i64>,
}

/// A way to ship that takes the cart where it should go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedShipping {
    /// Which one.
    pub id: ShippingOptionId,
    /// What the storefront calls it.
    pub name: String,
    /// What it costs as it is shown.
    pub price: Money,
}

/// One line of a cart.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CartLine {
    /// Its id.
    pub id: CartLineId,
    /// What is bought.
    pub variant_id: VariantId,
    /// How many.
    pub quantity: i32,
    /// The product's title when the line was last changed.
    pub title: String,
    /// The variant's title when the line was last changed.
    pub variant_title: String,
    /// The price of one when the line was last changed.
    #[sqlx(rename = "unit_price_minor")]
    pub shown_price_minor: i64,
    /// The variant as it is sold now; none when it no longer is.
    #[sqlx(skip)]
    pub offer: Option<Sellable>,
    /// How many the cart can have, what its own order holds back included; none: without limit.
    #[sqlx(skip)]
    pub available: Option<i64>,
    /// What the line comes to; none when the variant is no longer sold.
    #[sqlx(skip)]
    pub quoted: Option<QuotedLine>,
}

impl CartLine {
    /// Whether the line can be bought as it is.
    pub fn is_available(&self) -> bool {
        self.offer.is_some() && self.is_in_stock()
    }

    fn is_in_stock(&self) -> bool {
        self.available
            .is_none_or(|available| available >= i64::from(self.quantity))
    }

    /// The price of one: today's, or the last known one of what is no longer sold.
    pub fn unit_price_minor(&self) -> i64 {
        self.offer
            .as_ref()
            .map_or(self.shown_price_minor, |offer| offer.unit_price_minor)
    }

    /// What is not as the shopper left it: `not_sellable`, `insufficient_stock`, `price_changed`.
    pub fn notices(&self) -> Vec<&'static str> {
        if self.offer.is_none() {
            return vec!["not_sellable"];
        }
        let mut notices = Vec::new();
        if !self.is_in_stock() {
            notices.push("insufficient_stock");
        }
        if self.unit_price_minor() != self.shown_price_minor {
            notices.push("price_changed");
        }
        notices
    }
}

/// A cart, priced a moment ago.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cart {
    /// Its id.
    pub id: CartId,
    /// Where it was made.
    pub storefront_id: StorefrontId,
    /// What the storefront is called.
    pub storefront_name: String,
    /// What it is doing.
    pub status: CartStatus,
    /// The order that it last became, if it did; that order may have been cancelled since.
    pub order_id: Option<OrderId>,
    /// The currency of every amount.
    pub currency: Currency,
    /// How it is taxed.
    pub tax: TaxRule,
    /// What the tax is called.
    pub tax_name: String,
    /// Whom to write to.
    pub email: Option<Email>,
    /// Where it goes.
    pub shipping_address: Option<PostalAddress>,
    /// Who is billed; none: where it goes.
    pub billing_address: Option<PostalAddress>,
    /// How it gets there.
    pub shipping: Option<ChosenShipping>,
    /// What is bought, in the order in which it was added.
    pub lines: Vec<CartLine>,
    /// What it comes to. Lines that are no longer sold count for nothing.
    pub quote: Quote,
}

impl Cart {
    /// Whether anything in it has to be shipped.
    pub fn needs_shipping(&self) -> bool {
        self.offers().any(|(_, offer)| offer.requires_shipping)
    }

    /// Who is billed: the shipping address unless there is another.
    pub fn billing_address(&self) -> Option<&PostalAddress> {
        self.billing_address
            .as_ref()
            .or(self.shipping_address.as_ref())
    }

    /// What is shipped, and where.
    pub fn parcel(&self) -> Parcel<'_> {
        parcel(&self.lines, self.shipping_address.as_ref())
    }

    /// The lines that can be sold, with what they are sold as.
    pub fn offers(&self) -> impl Iterator<Item = (&CartLine, &Sellable)> {
        offers(&self.lines)
    }

    /// The total, as the shopper should see it.
    pub const fn total(&self) -> Money {
        Money::new(self.quote.total_minor, self.currency)
    }

    /// Everything that keeps the cart from becoming an order, stock aside.
    pub fn gaps(&self) -> Vec<FieldFault> {
        let mut gaps = Vec::new();
        let mut gap = |pointer: String, code, detail: &str| {
            gaps.push(FieldFault::new(pointer, code, detail));
        };
        if self.lines.is_empty() {
            gap("/lines".into(), "required", "the cart is empty");
        }
        for (index, line) in self.lines.iter().enumerate() {
            if line.offer.is_none() {
                let detail = "this is no longer sold; remove the line";
                gap(format!("/lines/{index}"), "not_sellable", detail);
            }
        }
        if self.email.is_none() {
            gap("/email".into(), "required", "an e-mail address");
        }
        if self.needs_shipping() {
            if self.shipping_address.is_none() {
                let detail = "an address to ship to";
                gap("/shipping_address".into(), "required", detail);
            }
            match &self.shipping {
                None => {
                    let detail = "one of the cart's shipping options";
                    gap("/shipping_option_id".into(), "required", detail);
                }
                Some(chosen) if chosen.price_minor.is_none() => {
                    let detail = "an option that takes this cart where it should go";
                    gap("/shipping_option_id".into(), "not_offered", detail);
                }
                Some(_) => {}
            }
        }
        gaps
    }

    /// Everything that keeps the cart from becoming an order.
    pub fn requirements(&self) -> Vec<FieldFault> {
        let mut requirements = self.gaps();
        for (index, line) in self.lines.iter().enumerate() {
            if let (Some(_), Some(available)) = (&line.offer, line.available)
                && !line.is_in_stock()
            {
                requirements.push(FieldFault::new(
                    format!("/lines/{index}/quantity"),
                    "insufficient_stock",
                    format!("at most {available}, which is what is left"),
                ));
            }
        }
        requirements
    }
}

fn offers(lines: &[CartLine]) -> impl Iterator<Item = (&CartLine, &Sellable)> {
    lines
        .iter()
        .filter_map(|line| line.offer.as_ref().map(|offer| (line, offer)))
}

/// What of `lines` is shipped to `address`.
pub(super) fn parcel<'a>(lines: &[CartLine], address: Option<&'a PostalAddress>) -> Parcel<'a> {
    let weight_grams = offers(lines)
        .filter(|(_, offer)| offer.requires_shipping)
        .map(|(line, offer)| i64::from(offer.weight_grams) * i64::from(line.quantity))
        .sum();
    Parcel {
        weight_grams,
        country: address.map(|address| address.country.as_str()),
    }
}

/// Prices `lines` and tells each one what it comes to.
pub(super) fn quote_lines(
    lines: &mut [CartLine],
    shipping: Option<&ChosenShipping>,
    tax: TaxRule,
) -> Result<Quote, PricingError> {
    let priced: Vec<PricedLine> = offers(lines)
        .map(|(line, offer)| PricedLine {
            merchant_id: offer.merchant_id,
            unit_price_minor: offer.unit_price_minor,
            quantity: line.quantity,
            is_taxable: offer.is_taxable,
            requires_shipping: offer.requires_shipping,
        })
        .collect();
    let is_shipped = priced.iter().any(|line| line.requires_shipping);
    let shipping_minor = shipping
        .filter(|_| is_shipped)
        .and_then(|chosen| chosen.price_minor)
        .unwrap_or(0);
    let quote = quote(&priced, shipping_minor, tax)?;
    let mut quoted = quote.lines.iter().copied();
    for line in lines.iter_mut().filter(|line| line.offer.is_some()) {
        line.quoted = quoted.next();
    }
    Ok(quote)
}

/// A way to ship, as the storefront has set it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShippingOption {
    pub(super) id: ShippingOptionId,
    pub(super) name: String,
    pub(super) rate: ShippingRate,
    pub(super) countries: Option<Vec<String>>,
}

impl ShippingOption {
    pub(super) fn price(&self, parcel: Parcel<'_>) -> Option<i64> {
        self.rate.price(parcel, self.countries.as_deref())
    }

    pub(super) fn chosen(&self, parcel: Parcel<'_>) -> ChosenShipping {
        ChosenShipping {
            id: self.id,
            name: self.name.clone(),
            price_minor: self.price(parcel),
        }
    }
}

/// More of a variant.
#[derive(Debug, Clone, Copy)]
pub struct AddLine {
    /// The cart.
    pub cart_id: CartId,
    /// What to add.
    pub variant_id: VariantId,
    /// How many more.
    pub quantity: Quantity,
}

/// Another quantity of a line.
#[derive(Debug, Clone, Copy)]
pub struct ChangeLine {
    /// The cart.
    pub cart_id: CartId,
    /// The line.
    pub line_id: CartLineId,
    /// How many it should hold; none removes it.
    pub quantity: Option<Quantity>,
}

/// Who buys, and how it gets there.
#[derive(Debug, Clone)]
pub struct UpdateCart {
    /// The cart.
    pub cart_id: CartId,
    /// Whom to write to.
    pub email: Change<Email>,
    /// Where it goes.
    pub shipping_address: Change<PostalAddress>,
    /// Where it goes, as an address of the caller's address book.
    pub shipping_address_id: Option<AddressId>,
    /// Who is billed; cleared: where it goes.
    pub billing_address: Change<PostalAddress>,
    /// Who is billed, as an address of the caller's address book.
    pub billing_address_id: Option<AddressId>,
    /// How it gets there.
    pub shipping_option_id: Change<ShippingOptionId>,
}
