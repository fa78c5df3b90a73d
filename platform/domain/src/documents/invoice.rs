//! What is on the invoice of an order.

use super::DocumentError;
use super::content::{Content, Line, rate_of};
use crate::orders::{Order, OrderLine};
use crate::pricing::{MerchantShare, Taxed};

/// The lines, the shipping and the sums of an order, on top of what its documents share.
pub(super) fn invoice(
    shared: Content,
    order: &Order,
    (lines, parts): (&[OrderLine], &[MerchantShare]),
) -> Result<Content, DocumentError> {
    let lines: Vec<Line> = lines.iter().map(|line| of_line(order, line)).collect();
    let shipping = shipping(parts)?;
    let is_shipped = order.shipping_minor > 0 || order.shipping_name.is_some();
    Content {
        lines,
        shipping: is_shipped.then(|| of_shipping(order, shipping)),
        tax_minor: order.tax_minor,
        total_minor: order.total_minor,
        ..shared
    }
    .balanced()
}

/// What of an order is shipping, of all merchants together.
pub(super) fn shipping(shares: &[MerchantShare]) -> Result<Taxed, DocumentError> {
    let mut sum = Taxed::default();
    for share in shares {
        sum = sum.plus(share.shipping)?;
    }
    Ok(sum)
}

fn of_line(order: &Order, line: &OrderLine) -> Line {
    let mut new = Line {
        title: line.title.clone(),
        variant_title: line.variant_title.clone(),
        sku: line.sku.clone(),
        quantity: line.quantity,
        unit_price_minor: Some(line.unit_price_minor),
        discount_minor: 0,
        rate_ppm: rate_of(line.taxed, order.tax.rate_ppm),
        net_minor: line.taxed.net_minor,
        tax_minor: line.taxed.tax_minor,
    };
    // What the shopper pays less than the shown price was taken off.
    new.discount_minor = line
        .shown_minor()
        .saturating_sub(new.shown_minor(order.tax.is_included));
    new
}

fn of_shipping(order: &Order, taxed: Taxed) -> Line {
    let mut new = Line {
        title: order.shipping_name.clone().unwrap_or_default(),
        variant_title: String::new(),
        sku: None,
        quantity: 1,
        unit_price_minor: Some(order.shipping_minor),
        discount_minor: 0,
        rate_ppm: rate_of(taxed, order.tax.rate_ppm),
        net_minor: taxed.net_minor,
        tax_minor: taxed.tax_minor,
    };
    new.discount_minor = order
        .shipping_minor
        .saturating_sub(new.shown_minor(order.tax.is_included));
    new
}
