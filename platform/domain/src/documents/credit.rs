//! What is on the credit note of a refund.

use kernel::money;

use super::DocumentError;
use super::content::{Content, Line, rate_of};
use crate::orders::{Order, OrderLine, Refund, RefundedLine};
use crate::pricing::Taxed;

/// Parts per million that make a whole.
const WHOLE_PPM: i64 = 1_000_000;

/// What a refund gives back, and what is known about it.
pub(super) struct Credit<'a> {
    pub(super) order: &'a Order,
    pub(super) lines: &'a [OrderLine],
    /// All shipping of the order.
    pub(super) shipping: Taxed,
    pub(super) refund: &'a Refund,
    pub(super) refunded: &'a [RefundedLine],
    /// Total and tax of the credit notes that the invoice has had.
    pub(super) before: (i64, i64),
}

impl Credit<'_> {
    /// The lines, the shipping and the sums of the refund, on top of what the order's documents share.
    ///
    /// What a refund gives beside lines and shipping has no rate of its own: it is an adjustment under the order's.
    /// With the refund that gives the last of the total the tax of the whole invoice is credited, to the minor unit.
    pub(super) fn content(&self, shared: Content) -> Result<Content, DocumentError> {
        let total = self.refund.amount.minor;
        let lines: Vec<Line> = self
            .refunded
            .iter()
            .filter(|part| part.refund_id == self.refund.id)
            .filter_map(|part| self.of_line(part))
            .collect();
        let shipping = self.refund.includes_shipping.then(|| self.of_shipping());
        let mut known = Taxed::default();
        for line in lines.iter().chain(&shipping) {
            known = known.plus(Taxed {
                net_minor: line.net_minor,
                tax_minor: line.tax_minor,
            })?;
        }
        let rest = total - known.net_minor - known.tax_minor;
        let rate = i64::from(self.order.tax.rate_ppm);
        let mut tax = money::rate(rest, rate, WHOLE_PPM + rate)?;
        let (credited, credited_tax) = self.before;
        if credited + total == self.order.total_minor {
            tax = self.order.tax_minor - credited_tax - known.tax_minor;
        }
        let mut all = lines;
        if rest != 0 || tax != 0 {
            all.push(self.adjustment(rest - tax, tax));
        }
        Content {
            lines: all,
            shipping,
            reason: (!self.refund.reason.is_empty()).then(|| self.refund.reason.clone()),
            tax_minor: known.tax_minor + tax,
            total_minor: total,
            ..shared
        }
        .balanced()
    }

    fn of_line(&self, part: &RefundedLine) -> Option<Line> {
        let line = self.lines.iter().find(|line| line.id == part.line_id)?;
        Some(Line {
            title: line.title.clone(),
            variant_title: line.variant_title.clone(),
            sku: line.sku.clone(),
            quantity: part.quantity,
            unit_price_minor: None,
            discount_minor: 0,
            rate_ppm: rate_of(line.taxed, self.order.tax.rate_ppm),
            net_minor: part.taxed.net_minor,
            tax_minor: part.taxed.tax_minor,
        })
    }

    fn of_shipping(&self) -> Line {
        Line {
            title: self.order.shipping_name.clone().unwrap_or_default(),
            variant_title: String::new(),
            sku: None,
            quantity: 1,
            unit_price_minor: None,
            discount_minor: 0,
            rate_ppm: rate_of(self.shipping, self.order.tax.rate_ppm),
            net_minor: self.shipping.net_minor,
            tax_minor: self.shipping.tax_minor,
        }
    }

    /// A line without a title: the document's language has a word for it.
    const fn adjustment(&self, net_minor: i64, tax_minor: i64) -> Line {
        Line {
            title: String::new(),
            variant_title: String::new(),
            sku: None,
            quantity: 1,
            unit_price_minor: None,
            discount_minor: 0,
            rate_ppm: self.order.tax.rate_ppm,
            net_minor,
            tax_minor,
        }
    }
}
