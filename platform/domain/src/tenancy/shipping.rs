//! The ways to ship that a new storefront starts with.

use kernel::contact::is_country;
use kernel::money::MAX_MINOR;
use kernel::{Currency, FieldFault, Money};
use serde::{Deserialize, Serialize};

use super::brand::is_line;

const MOST_TIERS: usize = 20;

/// A way to ship as somebody wrote it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShippingDraft {
    /// What shoppers read.
    pub name: String,
    /// What it costs, in the storefront's currency.
    pub rate: RateDraft,
    /// Where it ships to; everywhere unless given.
    pub countries: Option<Vec<String>>,
}

/// What a way to ship costs: one price, or one by weight.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum RateDraft {
    /// The same for every parcel.
    Flat {
        /// The price.
        price: Money,
    },
    /// By the weight of the parcel.
    ByWeight {
        /// The prices, the lightest parcels first.
        tiers: Vec<TierDraft>,
    },
}

/// What a parcel up to some weight costs, as somebody wrote it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierDraft {
    /// The heaviest that it is for.
    pub up_to_grams: i64,
    /// The price.
    pub price: Money,
}

/// What a parcel up to some weight costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct ShippingTier {
    pub(super) up_to_grams: i64,
    pub(super) price_minor: i64,
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
    /// What a storefront without requests gets: one way that costs nothing.
    pub(super) fn standard() -> Self {
        Self {
            name: "Standard shipping".to_owned(),
            price: ShippingPrice::Flat(0),
            countries: None,
        }
    }
}

impl ShippingDraft {
    /// The option, or everything that is wrong with it. `pointer` is where it stands; a storefront
    /// whose `currency` cannot be read has been told so.
    pub(super) fn parse(
        self,
        pointer: &str,
        currency: Option<Currency>,
    ) -> Result<NewShippingOption, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut refuse = |field: &str, rule: &str| {
            let pointer = format!("{pointer}/{field}");
            faults.push(FieldFault::new(pointer, "malformed", rule));
        };
        let name = self.name.trim().to_owned();
        if !is_line(&name, 200) {
            refuse("name", "1 to 200 characters without line breaks");
        }
        let price = self.rate.parse(currency, &mut refuse);
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

impl RateDraft {
    fn parse(
        self,
        currency: Option<Currency>,
        refuse: &mut impl FnMut(&str, &str),
    ) -> ShippingPrice {
        let mut minor = |price: Money, field: &str| {
            if !(0..=MAX_MINOR).contains(&price.minor) {
                refuse(
                    &format!("{field}/amount"),
                    "an amount in minor units, 0 or more",
                );
            }
            if currency.is_some_and(|currency| price.currency != currency) {
                refuse(&format!("{field}/currency"), "the storefront's currency");
            }
            price.minor
        };
        match self {
            Self::Flat { price } => ShippingPrice::Flat(minor(price, "rate/price")),
            Self::ByWeight { tiers } => {
                let tier = |(index, tier): (usize, TierDraft)| ShippingTier {
                    up_to_grams: tier.up_to_grams,
                    price_minor: minor(tier.price, &format!("rate/tiers/{index}/price")),
                };
                let tiers: Vec<ShippingTier> = tiers.into_iter().enumerate().map(tier).collect();
                if !are_tiers(&tiers) {
                    refuse(
                        "rate/tiers",
                        "1 to 20 tiers, each heavier than the one before",
                    );
                }
                ShippingPrice::ByWeight(tiers)
            }
        }
    }
}

fn are_tiers(tiers: &[ShippingTier]) -> bool {
    (1..=MOST_TIERS).contains(&tiers.len())
        && tiers.iter().all(|tier| tier.up_to_grams > 0)
        && tiers.is_sorted_by(|light, heavy| light.up_to_grams < heavy.up_to_grams)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        code.parse().unwrap()
    }

    fn by_weight(grams: &[i64]) -> ShippingDraft {
        let tier = |&up_to_grams| TierDraft {
            up_to_grams,
            price: Money::new(490, currency("EUR")),
        };
        ShippingDraft {
            name: "Parcel".to_owned(),
            rate: RateDraft::ByWeight {
                tiers: grams.iter().map(tier).collect(),
            },
            countries: Some(vec!["DE".to_owned(), "AT".to_owned(), "DE".to_owned()]),
        }
    }

    #[test]
    fn tiers_grow() {
        let euro = Some(currency("EUR"));
        let parsed = by_weight(&[1000, 5000]).parse("/0", euro).unwrap();
        assert_eq!(
            parsed.countries,
            Some(vec!["AT".to_owned(), "DE".to_owned()])
        );

        for grams in [&[][..], &[0], &[5000, 1000], &[1000, 1000]] {
            let faults = by_weight(grams).parse("/0", euro).unwrap_err();
            assert_eq!(faults[0].pointer, "/0/rate/tiers", "{grams:?}");
        }
    }

    #[test]
    fn prices_are_in_the_storefronts_currency_and_cost_something_or_nothing() {
        let mut draft = by_weight(&[1000]);
        let faults = draft.clone().parse("/1", Some(currency("USD")));
        let pointer = &faults.unwrap_err()[0].pointer;
        assert_eq!(pointer, "/1/rate/tiers/0/price/currency");

        draft.rate = RateDraft::Flat {
            price: Money::new(-1, currency("EUR")),
        };
        let faults = draft.parse("/1", Some(currency("EUR"))).unwrap_err();
        assert_eq!(faults[0].pointer, "/1/rate/price/amount");
    }
}
