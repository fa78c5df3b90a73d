//! What every quote must hold, for any lines at all.

use kernel::ids::MerchantId;
use kernel::money::{self, MAX_MINOR};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn merchant(number: u128) -> MerchantId {
    MerchantId::from_uuid(Uuid::from_u128(number))
}

fn line(merchant_number: u128, unit_price_minor: i64, quantity: i32) -> PricedLine {
    PricedLine {
        merchant_id: merchant(merchant_number),
        unit_price_minor,
        quantity,
        is_taxable: true,
        requires_shipping: true,
    }
}

const fn rule(is_included: bool, rate_ppm: i32) -> TaxRule {
    TaxRule {
        is_included,
        rate_ppm,
    }
}

#[test]
fn tax_that_is_included_is_taken_out_of_the_price() {
    let quote = quote(&[line(1, 1190, 2)], 595, rule(true, 190_000)).unwrap();

    assert_eq!(quote.items_minor, 2380);
    assert_eq!(quote.shipping_minor, 595);
    assert_eq!(
        quote.lines[0].taxed,
        Taxed {
            net_minor: 2000,
            tax_minor: 380
        }
    );
    assert_eq!(
        quote.shipping,
        Taxed {
            net_minor: 500,
            tax_minor: 95
        }
    );
    assert_eq!(quote.tax_minor, 475);
    assert_eq!(quote.total_minor, 2975);
}

#[test]
fn tax_that_is_not_included_comes_on_top_and_ties_go_to_the_even_cent() {
    let mut untaxed = line(2, 333, 1);
    untaxed.is_taxable = false;

    let quote = quote(
        &[line(1, 10, 1), line(1, 30, 1), untaxed],
        0,
        rule(false, 50_000),
    )
    .unwrap();

    // 5 % of 10 is half a cent, of 30 one and a half.
    let taxes: Vec<i64> = quote
        .lines
        .iter()
        .map(|line| line.taxed.tax_minor)
        .collect();
    assert_eq!(taxes, [0, 2, 0]);
    assert_eq!(quote.items_minor, 373);
    assert_eq!(quote.total_minor, 375);
}

#[test]
fn shipping_is_shared_by_those_whose_goods_are_shipped() {
    let mut voucher = line(1, 5000, 1);
    voucher.requires_shipping = false;

    let quote = quote(
        &[voucher, line(2, 1000, 1), line(3, 2000, 1)],
        100,
        rule(false, 0),
    )
    .unwrap();

    let shipping: Vec<i64> = quote
        .shares
        .iter()
        .map(|share| share.shipping.net_minor)
        .collect();
    assert_eq!(shipping, [0, 33, 67]);
}

#[test]
fn shipping_of_free_goods_goes_to_the_first_who_ships() {
    let mut voucher = line(1, 0, 1);
    voucher.requires_shipping = false;

    let quote = quote(&[voucher, line(2, 0, 1), line(3, 0, 1)], 100, rule(true, 0)).unwrap();

    let shipping: Vec<i64> = quote
        .shares
        .iter()
        .map(|share| share.shipping.net_minor)
        .collect();
    assert_eq!(shipping, [0, 100, 0]);
}

#[test]
fn nothing_costs_nothing() {
    let quote = quote(&[], 0, rule(true, 190_000)).unwrap();

    assert_eq!((quote.items_minor, quote.total_minor), (0, 0));
    assert!(quote.shares.is_empty());
}

#[test]
fn amounts_out_of_bounds_are_errors() {
    let plain = rule(false, 0);
    assert_eq!(
        quote(&[line(1, MAX_MINOR, 2)], 0, plain),
        Err(PricingError::TooLarge)
    );
    assert_eq!(
        quote(&[line(1, i64::MAX, 999)], 0, plain),
        Err(PricingError::TooLarge)
    );
    assert_eq!(
        quote(&[line(1, MAX_MINOR, 1)], 1, plain),
        Err(PricingError::TooLarge)
    );
    assert_eq!(
        quote(&[line(1, -1, 1)], 0, plain),
        Err(PricingError::OutOfBounds)
    );
    assert_eq!(
        quote(&[line(1, 1, 0)], 0, plain),
        Err(PricingError::OutOfBounds)
    );
    assert_eq!(
        quote(&[line(1, 1, 1)], 0, rule(true, 1_000_001)),
        Err(PricingError::OutOfBounds)
    );
    assert_eq!(
        quote(&[line(1, MAX_MINOR, 1)], 0, plain).map(|quote| quote.total_minor),
        Ok(MAX_MINOR)
    );
}

fn any_line() -> impl Strategy<Value = PricedLine> {
    (
        1_u128..5,
        0_i64..10_000_000,
        1_i32..999,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(merchant_number, unit_price_minor, quantity, is_taxable, requires_shipping)| {
                PricedLine {
                    merchant_id: merchant(merchant_number),
                    unit_price_minor,
                    quantity,
                    is_taxable,
                    requires_shipping,
                }
            },
        )
}

proptest! {
    #[test]
    fn a_quote_adds_up_in_every_direction(
        lines in prop::collection::vec(any_line(), 1..12),
        shipping_minor in 0_i64..100_000,
        is_included in any::<bool>(),
        rate_ppm in 0_i32..=1_000_000,
    ) {
        let quote = quote(&lines, shipping_minor, rule(is_included, rate_ppm)).unwrap();

        let on_top = if is_included { 0 } else { quote.tax_minor };
        prop_assert_eq!(quote.total_minor, quote.items_minor + quote.shipping_minor + on_top);
        let taxed: i64 = quote.lines.iter().map(|line| line.taxed.gross_minor().unwrap()).sum();
        prop_assert_eq!(quote.total_minor, taxed + quote.shipping.gross_minor().unwrap());
        let tax: i64 = quote.lines.iter().map(|line| line.taxed.tax_minor).sum();
        prop_assert_eq!(quote.tax_minor, tax + quote.shipping.tax_minor);

        let parts: i64 = quote.shares.iter().map(|share| share.gross_minor().unwrap()).sum();
        prop_assert_eq!(quote.total_minor, parts);
        for share in &quote.shares {
            let mine = lines.iter().zip(&quote.lines)
                .filter(|(line, _)| line.merchant_id == share.merchant_id);
            let net: i64 = mine.map(|(_, quoted)| quoted.taxed.net_minor).sum();
            prop_assert_eq!(share.goods.net_minor, net);
            prop_assert!(share.shipping.net_minor >= 0 && share.shipping.tax_minor >= 0);
        }
    }

    #[test]
    fn giving_back_unit_by_unit_gives_back_the_line(
        unit_price_minor in 0_i64..1_000_000,
        quantity in 1_i32..50,
        is_included in any::<bool>(),
        rate_ppm in 0_i32..=1_000_000,
    ) {
        let lines = [line(1, unit_price_minor, quantity)];
        let taxed = quote(&lines, 0, rule(is_included, rate_ppm)).unwrap().lines[0].taxed;

        let (mut net, mut tax) = (0, 0);
        for unit in 0..i64::from(quantity) {
            let step = |part: i64| {
                let due = |done| money::due(part, i64::from(quantity), done).unwrap();
                due(unit + 1) - due(unit)
            };
            net += step(taxed.net_minor);
            tax += step(taxed.tax_minor);
        }
        prop_assert_eq!((net, tax), (taxed.net_minor, taxed.tax_minor));
    }
}
