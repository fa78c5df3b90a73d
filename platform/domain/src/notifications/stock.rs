//! What staff are written about stock that runs low.

use crate::inventory::ScarceVariant;

/// Subject and two paragraphs.
type Text = (String, String, String);

pub(super) fn english(variants: &[ScarceVariant], brand: &str) -> Text {
    let listed = listed(variants, "sold out", "left");
    (
        subject(variants, "Sold out", "Low stock", "more", brand),
        format!("these variants run low or are sold out at {brand}: {listed}."),
        "Change the low-stock thresholds, or see the stock alerts, in the admin API.".to_owned(),
    )
}

pub(super) fn german(variants: &[ScarceVariant], brand: &str) -> Text {
    let listed = listed(variants, "ausverkauft", "übrig");
    (
        subject(variants, "Ausverkauft", "Knapper Bestand", "weitere", brand),
        format!("diese Varianten werden bei {brand} knapp oder sind ausverkauft: {listed}."),
        "Meldebestände ändern Sie in der Admin-API; dort stehen auch die Bestandsmeldungen."
            .to_owned(),
    )
}

/// The scarcest, and how many there are beside it.
fn subject(
    variants: &[ScarceVariant],
    sold_out: &str,
    low: &str,
    more: &str,
    brand: &str,
) -> String {
    let Some(first) = variants.first() else {
        return brand.to_owned();
    };
    let what = if first.sellable == 0 { sold_out } else { low };
    let name = name(first);
    match variants.len() - 1 {
        0 => format!("{what}: {name}"),
        others => format!("{what}: {name} (+{others} {more})"),
    }
}

fn listed(variants: &[ScarceVariant], sold_out: &str, left: &str) -> String {
    let line = |it: &ScarceVariant| match it.sellable {
        0 => format!("{} ({sold_out})", name(it)),
        units => format!("{} ({units} {left})", name(it)),
    };
    let lines: Vec<String> = variants.iter().map(line).collect();
    lines.join(", ")
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
