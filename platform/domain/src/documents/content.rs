//! What is printed on an invoice or a credit note, as it is kept. It is read for as long as documents are: fields are
//! added with a default and never change their meaning.

use kernel::Currency;
use kernel::contact::PostalAddress;
use kernel::money::MAX_MINOR;
use serde::{Deserialize, Serialize};
use time::Date;

use super::DocumentError;
use super::settings::InvoicingSettings;
use crate::pricing::Taxed;
use crate::tenancy::Storefront;

/// Everything on an invoice or a credit note but its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Content {
    /// The language and region of the store, as BCP 47 writes it.
    pub(super) locale: String,
    pub(super) currency: Currency,
    pub(super) brand: BrandCopy,
    pub(super) seller: Seller,
    pub(super) buyer: Buyer,
    pub(super) order_number: i64,
    /// Days in the tenant's time zone.
    pub(super) issued_on: Date,
    pub(super) ordered_on: Date,
    pub(super) paid_on: Option<Date>,
    /// The invoice that a credit note is for.
    pub(super) invoice: Option<InvoiceRef>,
    /// Why a credit note was issued.
    pub(super) reason: Option<String>,
    /// Whether amounts of lines and shipping contain the tax.
    pub(super) is_tax_included: bool,
    pub(super) tax_name: String,
    pub(super) lines: Vec<Line>,
    pub(super) shipping: Option<Line>,
    pub(super) taxes: Vec<TaxOfRate>,
    pub(super) tax_minor: i64,
    pub(super) total_minor: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct BrandCopy {
    pub(super) name: String,
    /// As `#rrggbb`.
    pub(super) color: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seller {
    pub(super) legal_name: String,
    pub(super) address: PostalAddress,
    pub(super) tax_number: Option<String>,
    pub(super) vat_number: Option<String>,
    pub(super) register_number: Option<String>,
    pub(super) email: Option<String>,
    pub(super) footer: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Buyer {
    pub(super) email: String,
    /// Who is billed; none in an order without any address.
    pub(super) address: Option<PostalAddress>,
    /// Where it goes, when that is another address.
    pub(super) shipping_address: Option<PostalAddress>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct InvoiceRef {
    pub(super) number: String,
    pub(super) issued_on: Date,
}

/// What is charged or given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) title: String,
    #[serde(default)]
    pub(super) variant_title: String,
    #[serde(default)]
    pub(super) sku: Option<String>,
    pub(super) quantity: i32,
    /// What one costs as it was shown; none where there is no such price.
    #[serde(default)]
    pub(super) unit_price_minor: Option<i64>,
    /// What was taken off the shown price.
    #[serde(default)]
    pub(super) discount_minor: i64,
    /// The rate of its tax in parts per million.
    pub(super) rate_ppm: i32,
    pub(super) net_minor: i64,
    pub(super) tax_minor: i64,
}

/// What all lines of a rate come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TaxOfRate {
    pub(super) rate_ppm: i32,
    pub(super) net_minor: i64,
    pub(super) tax_minor: i64,
}

impl Line {
    /// The amount as the store shows prices.
    pub(super) const fn shown_minor(&self, is_tax_included: bool) -> i64 {
        if is_tax_included {
            self.net_minor.saturating_add(self.tax_minor)
        } else {
            self.net_minor
        }
    }
}

impl Content {
    /// What is charged or given back, shipping included.
    pub(super) fn charges(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().chain(&self.shipping)
    }

    /// What was taken off shown prices.
    pub(super) fn discount_minor(&self) -> i64 {
        self.charges().map(|line| line.discount_minor).sum()
    }

    /// Adds the taxes up by rate, and compares the sums with what the order or the refund says.
    pub(super) fn balanced(mut self) -> Result<Self, DocumentError> {
        self.taxes = taxes(self.charges());
        let tax = sum(self.taxes.iter().map(|it| it.tax_minor));
        let net = sum(self.taxes.iter().map(|it| it.net_minor));
        let gross = net.zip(tax).and_then(|(net, tax)| net.checked_add(tax));
        let is_whole = (0..=MAX_MINOR).contains(&self.total_minor);
        let adds_up = tax == Some(self.tax_minor) && gross == Some(self.total_minor);
        if is_whole && adds_up && self.charges().all(|line| self.is_priced(line)) {
            Ok(self)
        } else {
            Err(DocumentError::Unbalanced(self.order_number))
        }
    }

    /// Whether a line's price, times its quantity and less what was taken off, is its amount.
    fn is_priced(&self, line: &Line) -> bool {
        let shown = line.unit_price_minor.map(|price| {
            price
                .checked_mul(i64::from(line.quantity))
                .and_then(|shown| shown.checked_sub(line.discount_minor))
        });
        shown.is_none_or(|shown| shown == Some(line.shown_minor(self.is_tax_included)))
    }
}

fn sum(parts: impl IntoIterator<Item = i64>) -> Option<i64> {
    parts.into_iter().try_fold(0_i64, i64::checked_add)
}

fn taxes<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<TaxOfRate> {
    let mut taxes: Vec<TaxOfRate> = Vec::new();
    for line in lines {
        let at = taxes.iter().position(|tax| tax.rate_ppm == line.rate_ppm);
        match at.and_then(|at| taxes.get_mut(at)) {
            Some(tax) => {
                tax.net_minor = tax.net_minor.saturating_add(line.net_minor);
                tax.tax_minor = tax.tax_minor.saturating_add(line.tax_minor);
            }
            None => taxes.push(TaxOfRate {
                rate_ppm: line.rate_ppm,
                net_minor: line.net_minor,
                tax_minor: line.tax_minor,
            }),
        }
    }
    // The highest rate first.
    taxes.sort_by_key(|tax| std::cmp::Reverse(tax.rate_ppm));
    taxes
}

/// The rate of an amount: goods that are not taxed have no tax, and what is too small for a tax has the order's.
pub(super) fn rate_of(taxed: Taxed, rate_ppm: i32) -> i32 {
    let due = kernel::money::rate(taxed.net_minor, i64::from(rate_ppm), 1_000_000);
    if taxed.tax_minor == 0 && due.is_ok_and(|due| due > 0) {
        0
    } else {
        rate_ppm
    }
}

impl BrandCopy {
    pub(super) fn of(storefront: &Storefront) -> Self {
        Self {
            name: storefront.brand.name.clone(),
            color: storefront.brand.colors.primary.clone(),
        }
    }
}

impl Seller {
    /// The seller as the settings have it, or what they lack.
    pub(super) fn of(settings: &InvoicingSettings) -> Result<Self, DocumentError> {
        let missing = settings.missing();
        match (&settings.legal_name, &settings.address) {
            (Some(legal_name), Some(address)) if missing.is_empty() => Ok(Self {
                legal_name: legal_name.clone(),
                address: address.clone(),
                tax_number: settings.tax_number.clone(),
                vat_number: settings.vat_number.clone(),
                register_number: settings.register_number.clone(),
                email: settings.email.clone(),
                footer: settings.footer.clone(),
            }),
            _ => Err(DocumentError::SellerIncomplete(missing)),
        }
    }
}
