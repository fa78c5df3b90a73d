//! What results are counted by: codes in the index, and what they say.

use kernel::ids::{CategoryId, MerchantId};
use kernel::{Currency, Money};
use uuid::Uuid;

use super::engine::Found;
use super::model::{CategoryCount, MerchantCount};

/// Between an option's name and its value.
const SEPARATOR: char = '\u{1f}';
/// The value that imports give a product without options.
pub(super) const NO_OPTION: &str = "Default Title";
/// What the ranges of the price facet begin with, in whole units of the currency.
const STEPS: [i64; 9] = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000];

/// A value and how many products have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueCount {
    /// The value.
    pub value: String,
    /// How many products have it.
    pub count: i64,
}

/// An option and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionFacet {
    /// The option's name.
    pub name: String,
    /// Its values, those that most products have first.
    pub values: Vec<ValueCount>,
}

/// Products in a range of prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceRange {
    /// The least price.
    pub from: Money,
    /// The price that is too high; none in the last range.
    pub below: Option<Money>,
    /// How many products.
    pub count: i64,
}

/// What products cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceFacet {
    /// The least price.
    pub min: Money,
    /// The highest price.
    pub max: Money,
    /// Ranges that have products, ascending.
    pub ranges: Vec<PriceRange>,
}

/// Counts of everything that was found. What a facet counts leaves that facet's own filter out of account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// By category.
    pub categories: Vec<CategoryCount>,
    /// By merchant.
    pub merchants: Vec<MerchantCount>,
    /// By vendor.
    pub vendors: Vec<ValueCount>,
    /// By each option.
    pub options: Vec<OptionFacet>,
    /// By price; none when nothing was found.
    pub price: Option<PriceFacet>,
    /// How many can be bought now.
    pub available: i64,
    /// How many cannot.
    pub unavailable: i64,
}

pub(super) fn merchant(id: MerchantId) -> String {
    format!("m:{}", id.uuid())
}

pub(super) fn category(id: CategoryId) -> String {
    format!("c:{}", id.uuid())
}

pub(super) fn vendor(name: &str) -> String {
    format!("v:{name}")
}

pub(super) fn option(name: &str, value: &str) -> String {
    format!("{}{SEPARATOR}{value}", option_dim(name))
}

pub(super) fn option_dim(name: &str) -> String {
    format!("o:{name}")
}

/// Whether an option says something about its product.
pub(super) fn is_option(name: &str, value: &str) -> bool {
    value != NO_OPTION && !value.is_empty() && !name.contains(SEPARATOR)
}

/// The steps of the price facet in minor units.
pub(super) fn price_steps(currency: Currency) -> Vec<i64> {
    let unit = 10_i64.pow(currency.exponent());
    // Where money has no minor unit, prices are in hundreds.
    let unit = if currency.exponent() == 0 { 100 } else { unit };
    STEPS.iter().map(|step| step * unit).collect()
}

/// What the codes say that need nothing but themselves.
pub(super) fn plain_facets(found: &Found, currency: Currency) -> Facets {
    let mut facets = Facets {
        available: found.available,
        unavailable: found.unavailable,
        price: price_facet(found, currency),
        ..Facets::default()
    };
    for (code, &count) in &found.codes {
        match code.split_at_checked(2) {
            Some(("v:", name)) => facets.vendors.push(ValueCount {
                value: name.to_owned(),
                count,
            }),
            Some(("o:", option)) => {
                if let Some((name, value)) = option.split_once(SEPARATOR) {
                    add(&mut facets.options, name, value, count);
                }
            }
            _ => {}
        }
    }
    sort(&mut facets.vendors);
    for option in &mut facets.options {
        sort(&mut option.values);
    }
    facets
}

/// The ids in the codes that begin with `kind`, with their counts.
pub(super) fn ids(found: &Found, kind: &str) -> Vec<(Uuid, i64)> {
    let codes = found.codes.iter();
    let ids = codes.filter_map(|(code, &count)| {
        let id = code.strip_prefix(kind)?.parse().ok()?;
        Some((id, count))
    });
    ids.collect()
}

fn add(options: &mut Vec<OptionFacet>, name: &str, value: &str, count: i64) {
    let value = ValueCount {
        value: value.to_owned(),
        count,
    };
    match options.iter_mut().find(|option| option.name == name) {
        Some(option) => option.values.push(value),
        None => options.push(OptionFacet {
            name: name.to_owned(),
            values: vec![value],
        }),
    }
}

/// Most first; those that are equal by name.
fn sort(values: &mut [ValueCount]) {
    values.sort_by(|one, other| {
        other
            .count
            .cmp(&one.count)
            .then_with(|| one.value.cmp(&other.value))
    });
}

fn price_facet(found: &Found, currency: Currency) -> Option<PriceFacet> {
    let (min, max) = found.prices?;
    let steps = price_steps(currency);
    let step = |index: i32| {
        usize::try_from(index)
            .ok()
            .and_then(|index| steps.get(index))
    };
    let range = |(&index, &count): (&i32, &i64)| PriceRange {
        from: Money::new(step(index - 1).copied().unwrap_or(0), currency),
        below: step(index).map(|&minor| Money::new(minor, currency)),
        count,
    };
    Some(PriceFacet {
        min: Money::new(min, currency),
        max: Money::new(max, currency),
        ranges: found.steps.iter().map(range).collect(),
    })
}
