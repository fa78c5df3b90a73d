//! What of a product is found by which words.

use std::collections::BTreeSet;

use crate::catalog::{Searchable, SearchableVariant};

use super::engine::{Document, Market};
use super::facets;
use super::words::{code, fold, indexed, plain, text_of, words};

/// The most words of a description.
const DESCRIPTION_WORDS: usize = 2_000;
/// The most words of anything else.
const WORDS: usize = 500;
/// The most variants whose options and codes are found.
const VARIANTS: usize = 200;
/// The most facets of a document.
const FACETS: usize = 200;

/// The product's document in a market; none if it has no price there.
pub(super) fn document(product: &Searchable, market: Market) -> Option<Document> {
    let currency = market.currency.code();
    let priced = |variant: &&SearchableVariant| variant.prices.contains_key(currency);
    let variants: Vec<&SearchableVariant> = product.variants.iter().filter(priced).collect();
    let amounts = variants
        .iter()
        .filter_map(|variant| variant.prices.get(currency));
    let min_minor = *amounts.min()?;
    let kinds = kinds(product);
    let options = options(&variants);
    let codes = variants.iter().take(VARIANTS).flat_map(|variant| {
        let numbers = variant.sku.iter().chain(&variant.barcode);
        numbers.filter_map(|number| code(number))
    });
    let skus = variants.iter().take(VARIANTS);
    let skus: BTreeSet<&str> = skus.filter_map(|variant| variant.sku.as_deref()).collect();
    let skus: Vec<&str> = skus.into_iter().collect();
    let spoken = format!("{} {kinds} {options}", product.title);
    Some(Document {
        market,
        product_id: product.id,
        title: product.title.clone(),
        plain_title: plain(&product.title),
        title_words: indexed(&product.title, WORDS),
        kind_words: indexed(&kinds, WORDS),
        variant_words: indexed(&format!("{options} {}", skus.join(" ")), WORDS),
        description_words: indexed(&text_of(&product.description_html), DESCRIPTION_WORDS),
        codes: codes.collect::<BTreeSet<String>>().into_iter().collect(),
        is_restricted: product.is_restricted,
        // What completes and corrects words is the same for everybody.
        vocabulary: if product.is_restricted {
            Vec::new()
        } else {
            vocabulary(&spoken)
        },
        min_minor,
        is_available: variants.iter().any(|variant| variant.is_available),
        facets: facets_of(product, &variants),
    })
}

/// Everything that says what kind of thing it is.
fn kinds(product: &Searchable) -> String {
    let categories = product.categories.iter().map(|(_, name)| name.as_str());
    let mut kinds: Vec<&str> = vec![&product.vendor, &product.product_type];
    kinds.extend(categories);
    kinds.extend(product.tags.iter().map(String::as_str));
    kinds.join(" . ")
}

/// The values of its variants' options, each once.
fn options(variants: &[&SearchableVariant]) -> String {
    let values = variants.iter().take(VARIANTS);
    let values: BTreeSet<&str> = values
        .flat_map(|variant| variant.option_values.iter().map(String::as_str))
        .filter(|value| *value != facets::NO_OPTION)
        .collect();
    values.into_iter().collect::<Vec<_>>().join(" . ")
}

/// Words of two letters or more, each once.
fn vocabulary(spoken: &str) -> Vec<String> {
    let words = words(spoken).into_iter().map(|word| fold(&word));
    let words =
        words.filter(|word| word.chars().any(char::is_alphabetic) && word.chars().count() >= 2);
    let words: BTreeSet<String> = words.take(WORDS).collect();
    words.into_iter().collect()
}

fn facets_of(product: &Searchable, variants: &[&SearchableVariant]) -> Vec<String> {
    let mut codes = vec![facets::merchant(product.merchant_id)];
    if !product.vendor.is_empty() {
        codes.push(facets::vendor(&product.vendor));
    }
    codes.extend(
        product
            .categories
            .iter()
            .map(|(id, _)| facets::category(*id)),
    );
    let mut seen = BTreeSet::new();
    for variant in variants {
        for (name, value) in product.options.iter().zip(&variant.option_values) {
            if facets::is_option(name, value) && seen.insert((name, value)) {
                codes.push(facets::option(name, value));
            }
        }
    }
    codes.truncate(FACETS);
    codes
}
