//! What staff are written about stock that runs low.

use super::words::{LetterText, Words, texts};
use crate::inventory::ScarceVariant;

/// The scarcest in the subject, and how many there are beside it.
pub(super) fn text(variants: &[ScarceVariant], words: &Words<'_>) -> LetterText<'static> {
    let listed: Vec<String> = variants
        .iter()
        .map(|it| words.say(texts::low_stock_variant(name(it), it.sellable)))
        .collect();
    let (units, first) = variants
        .first()
        .map_or((0, String::new()), |it| (it.sellable, name(it)));
    let others = variants.len().saturating_sub(1);
    texts::low_stock(units, first, others, listed.join(", "))
}

fn name(variant: &ScarceVariant) -> String {
    let ScarceVariant {
        title,
        variant_title,
        sku,
        ..
    } = variant;
    let mut name = title.clone();
    if !variant_title.is_empty() {
        name.push_str(" – ");
        name.push_str(variant_title);
    }
    if let Some(sku) = sku {
        name.push_str(" [");
        name.push_str(sku);
        name.push(']');
    }
    name
}
