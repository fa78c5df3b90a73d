//! From priced lines to a quote: line by line, then shipping, then each merchant's part.

use kernel::ids::MerchantId;
use kernel::money::{self, MAX_MINOR};

use super::PricingError;

/// Parts per million that make a whole.
const WHOLE_PPM: i64 = 1_000_000;

/// The one tax rate of a storefront.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct TaxRule {
    /// Whether the prices that shoppers see contain the tax.
    #[sqlx(rename = "tax_included")]
    pub is_included: bool,
    /// The rate in parts per million: 190,000 is 19 %.
    #[sqlx(rename = "tax_rate_ppm")]
    pub rate_ppm: i32,
}

/// One line to be priced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PricedLine {
    /// Who sells it.
    pub merchant_id: MerchantId,
    /// The price of one, as it is shown.
    pub unit_price_minor: i64,
    /// How many.
    pub quantity: i32,
    /// Whether it is taxed.
    pub is_taxable: bool,
    /// Whether it is shipped.
    pub requires_shipping: bool,
}

/// An amount without its tax, and the tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, sqlx::FromRow)]
pub struct Taxed {
    /// Without tax.
    pub net_minor: i64,
    /// The tax.
    pub tax_minor: i64,
}

impl Taxed {
    /// What the shopper pays: net and tax together.
    pub fn gross_minor(self) -> Result<i64, PricingError> {
        sum([self.net_minor, self.tax_minor])
    }

    /// Both parts added.
    pub fn plus(self, other: Self) -> Result<Self, PricingError> {
        Ok(Self {
            net_minor: sum([self.net_minor, other.net_minor])?,
            tax_minor: sum([self.tax_minor, other.tax_minor])?,
        })
    }
}

/// What a line comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotedLine {
    /// Unit price times quantity, as it is shown.
    pub shown_minor: i64,
    /// The same, taken apart.
    pub taxed: Taxed,
}

/// One merchant's part of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MerchantShare {
    /// Whose part it is.
    pub merchant_id: MerchantId,
    /// The merchant's lines.
    pub goods: Taxed,
    /// The merchant's part of the shipping.
    pub shipping: Taxed,
}

impl MerchantShare {
    /// All of it: what the shopper pays for this merchant's part.
    pub fn gross_minor(&self) -> Result<i64, PricingError> {
        self.goods.plus(self.shipping)?.gross_minor()
    }
}

/// What a cart comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Each line, in the order they were given.
    pub lines: Vec<QuotedLine>,
    /// What the lines cost as they are shown.
    pub items_minor: i64,
    /// What shipping costs as it is shown.
    pub shipping_minor: i64,
    /// Shipping, taken apart.
    pub shipping: Taxed,
    /// All tax.
    pub tax_minor: i64,
    /// What the shopper pays.
    pub total_minor: i64,
    /// Each merchant's part, in the order in which their first lines come.
    pub shares: Vec<MerchantShare>,
}

/// Prices `lines` and a shipment of `shipping_minor` under `rule`.
///
/// Tax is rounded per line, half to even. Shipping is shared by the merchants whose goods are
/// shipped, in proportion to what those goods cost without tax.
pub fn quote(
    lines: &[PricedLine],
    shipping_minor: i64,
    rule: TaxRule,
) -> Result<Quote, PricingError> {
    let quoted = lines
        .iter()
        .map(|line| quote_line(line, rule))
        .collect::<Result<Vec<_>, _>>()?;
    let shipping = taxed(shipping_minor, rule)?;
    let mut goods = Taxed::default();
    for line in &quoted {
        goods = goods.plus(line.taxed)?;
    }
    Ok(Quote {
        items_minor: sum(quoted.iter().map(|line| line.shown_minor))?,
        shipping_minor,
        shipping,
        tax_minor: sum([goods.tax_minor, shipping.tax_minor])?,
        total_minor: goods.plus(shipping)?.gross_minor()?,
        shares: shares(lines, &quoted, shipping)?,
        lines: quoted,
    })
}

fn quote_line(line: &PricedLine, rule: TaxRule) -> Result<QuotedLine, PricingError> {
    if line.quantity < 1 {
        return Err(PricingError::OutOfBounds);
    }
    let shown_minor = line
        .unit_price_minor
        .checked_mul(i64::from(line.quantity))
        .ok_or(PricingError::TooLarge)?;
    let taxed = if line.is_taxable {
        taxed(shown_minor, rule)?
    } else {
        Taxed {
            net_minor: bounded(shown_minor)?,
            tax_minor: 0,
        }
    };
    Ok(QuotedLine { shown_minor, taxed })
}

/// Takes an amount as it is shown apart into net and tax.
fn taxed(shown_minor: i64, rule: TaxRule) -> Result<Taxed, PricingError> {
    let rate_ppm = i64::from(rule.rate_ppm);
    if shown_minor < 0 || !(0..=WHOLE_PPM).contains(&rate_ppm) {
        return Err(PricingError::OutOfBounds);
    }
    bounded(shown_minor)?;
    if rule.is_included {
        let tax_minor = money::rate(shown_minor, rate_ppm, WHOLE_PPM + rate_ppm)?;
        Ok(Taxed {
            net_minor: shown_minor - tax_minor,
            tax_minor,
        })
    } else {
        Ok(Taxed {
            net_minor: shown_minor,
            tax_minor: money::rate(shown_minor, rate_ppm, WHOLE_PPM)?,
        })
    }
}

fn shares(
    lines: &[PricedLine],
    quoted: &[QuotedLine],
    shipping: Taxed,
) -> Result<Vec<MerchantShare>, PricingError> {
    let mut shares: Vec<MerchantShare> = Vec::new();
    let mut weights: Vec<i64> = Vec::new();
    let mut first_shipped = None;
    for (line, quoted) in lines.iter().zip(quoted) {
        let place = shares
            .iter()
            .position(|share| share.merchant_id == line.merchant_id);
        let place = place.unwrap_or_else(|| {
            shares.push(MerchantShare {
                merchant_id: line.merchant_id,
                goods: Taxed::default(),
                shipping: Taxed::default(),
            });
            weights.push(0);
            shares.len() - 1
        });
        if let (Some(share), Some(weight)) = (shares.get_mut(place), weights.get_mut(place)) {
            share.goods = share.goods.plus(quoted.taxed)?;
            if line.requires_shipping {
                *weight = sum([*weight, quoted.taxed.net_minor])?;
                first_shipped.get_or_insert(place);
            }
        }
    }
    if weights.iter().all(|&weight| weight == 0)
        && let Some(weight) = weights.get_mut(first_shipped.unwrap_or(0))
    {
        *weight = 1;
    }
    let nets = money::allocate(shipping.net_minor, &weights)?;
    let taxes = money::allocate(shipping.tax_minor, &weights)?;
    for (share, (net_minor, tax_minor)) in shares.iter_mut().zip(nets.into_iter().zip(taxes)) {
        share.shipping = Taxed {
            net_minor,
            tax_minor,
        };
    }
    Ok(shares)
}

fn sum(amounts: impl IntoIterator<Item = i64>) -> Result<i64, PricingError> {
    let total = amounts
        .into_iter()
        .try_fold(0_i64, i64::checked_add)
        .ok_or(PricingError::TooLarge)?;
    bounded(total)
}

fn bounded(minor: i64) -> Result<i64, PricingError> {
    if minor.unsigned_abs() <= MAX_MINOR.unsigned_abs() {
        Ok(minor)
    } else {
        Err(PricingError::TooLarge)
    }
}

#[cfg(test)]
mod tests;
