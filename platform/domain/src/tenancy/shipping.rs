//! The ways to ship that a new storefront starts with.

use kernel::FieldFault;
use kernel::money::MAX_MINOR;
use serde::{Deserialize, Serialize};

use super::brand::is_line;

const MOST_TIERS: usize = 20;

/// A way to ship as somebody wrote it: one price, or one by weight.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShippingDraft {
    /// What shoppers read.
    pub name: String,
    /// `flat` or `by_weight`.
    pub kind: String,
    /// The price of a `flat` one, in minor units of the storefront's currency.
    pub price_minor: Option<i64>,
    /// The prices of one `by_weight`, the lightest first.
    pub tiers: Option<Vec<ShippingTier>>,
    /// Where it ships to; everywhere unless given.
    pub countries: Option<Vec<String>>,
}

/// What a parcel up to some weight costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShippingTier {
    /// The heaviest that it is for.
    pub up_to_grams: i64,
    /// The price in minor units.
    pub price_minor: i64,
}

/// A way to ship that can be kept.
#[derive(Debug, Serialize)]
pub(super) struct NewShippingOption {
    pub(super) name: String,
    #[serde(flatten)]
    pub(super) price: ShippingPrice,
    pub(super) countries: Option<Vec<String>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ShippingPrice {
    Flat(i64),
    ByWeight(Vec<ShippingTier>),
}

impl NewShippingOption {
    /// What a storefront without wishes gets: one way that costs nothing.
    pub(super) fn standard() -> Self {
        Self {
            name: "Standard shipping".to_owned(),
            price: ShippingPrice::Flat(0),
            countries: None,
        }
    }
}

impl ShippingDraft {
    /// The option, or everything that is wrong with it. `pointer` is where it stands.
    pub(super) fn parse(self, pointer: &str) -> Result<NewShippingOption, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut refuse = |field: &str, rule: &str| {
            faults.push(FieldFault::new(
                format!("{pointer}/{field}"),
                "malformed",
                rule,
            ));
        };
        let name = self.name.trim().to_owned();
        if !is_line(&name, 200) {
            refuse("name", "1 to 200 characters without line breaks");
        }
        let price = match (self.kind.as_str(), self.price_minor, self.tiers) {
            ("flat", Some(price), None) => {
                if !is_price(price) {
                    refuse("price_minor", "an amount in minor units, 0 or more");
                }
                ShippingPrice::Flat(price)
            }
            ("by_weight", None, Some(tiers)) => {
                if !are_tiers(&tiers) {
                    refuse("tiers", "1 to 20 tiers, each heavier than the one before");
                }
                ShippingPrice::ByWeight(tiers)
            }
            _ => {
                refuse("kind", "flat with price_minor, or by_weight with tiers");
                ShippingPrice::Flat(0)
            }
        };
        let mut countries = self.countries;
        if let Some(countries) = &mut countries {
            countries.sort_unstable();
            countries.dedup();
            if countries.is_empty() || !countries.iter().all(|country| is_country(country)) {
                refuse("countries", "ISO 3166-1 alpha-2 codes, such as DE");
            }
        }
        if faults.is_empty() {
            Ok(NewShippingOption {
                name,
                price,
                countries,
            })
        } else {
            Err(faults)
        }
    }
}

fn is_price(minor: i64) -> bool {
    (0..=MAX_MINOR).contains(&minor)
}

fn are_tiers(tiers: &[ShippingTier]) -> bool {
    (1..=MOST_TIERS).contains(&tiers.len())
        && tiers
            .iter()
            .all(|tier| tier.up_to_grams > 0 && is_price(tier.price_minor))
        && tiers.is_sorted_by(|light, heavy| light.up_to_grams < heavy.up_to_grams)
}

/// Whether it has the form of a country's code.
pub(super) fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_weight(grams: &[i64]) -> ShippingDraft {
        let tier = |&up_to_grams| ShippingTier {
            up_to_grams,
            price_minor: 490,
        };
        ShippingDraft {
            name: "Parcel".to_owned(),
            kind: "by_weight".to_owned(),
            price_minor: None,
            tiers: Some(grams.iter().map(tier).collect()),
            countries: Some(vec!["DE".to_owned(), "AT".to_owned(), "DE".to_owned()]),
        }
    }

    #[test]
    fn tiers_grow() {
        let parsed = by_weight(&[1000, 5000]).parse("/0").unwrap();
        assert_eq!(
            parsed.countries,
            Some(vec!["AT".to_owned(), "DE".to_owned()])
        );

        for grams in [&[][..], &[0], &[5000, 1000], &[1000, 1000]] {
            let faults = by_weight(grams).parse("/0").unwrap_err();
            assert_eq!(faults[0].pointer, "/0/tiers", "{grams:?}");
        }
    }

    #[test]
    fn a_kind_and_its_price_belong_together() {
        let mut draft = by_weight(&[1000]);
        draft.kind = "flat".to_owned();

        let faults = draft.parse("/shipping_options/1").unwrap_err();

        assert_eq!(faults[0].pointer, "/shipping_options/1/kind");
    }
}
