//! What it costs to ship, and whether an option is offered at all.

use serde::{Deserialize, Serialize};

/// One step of a price by weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeightTier {
    /// The heaviest parcel that this price is for.
    pub up_to_grams: i64,
    /// The price.
    pub price_minor: i64,
}

/// How an option is priced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShippingRate {
    /// The same for every parcel.
    Flat(i64),
    /// By weight; a parcel heavier than every tier is not taken.
    ByWeight(Vec<WeightTier>),
}

/// What is shipped, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parcel<'a> {
    /// Everything that needs shipping, in grams.
    pub weight_grams: i64,
    /// ISO 3166-1 alpha-2; none while the shopper has not said it.
    pub country: Option<&'a str>,
}

impl ShippingRate {
    /// The price of shipping `parcel` to one of `countries` (none: everywhere), as it is shown, or
    /// nothing when the option is not offered. A country that is not known yet rules nothing out.
    pub fn price(&self, parcel: Parcel<'_>, countries: Option<&[String]>) -> Option<i64> {
        if let (Some(country), Some(countries)) = (parcel.country, countries)
            && !countries.iter().any(|served| served == country)
        {
            return None;
        }
        match self {
            Self::Flat(price_minor) => Some(*price_minor),
            Self::ByWeight(tiers) => tiers
                .iter()
                .filter(|tier| parcel.weight_grams <= tier.up_to_grams)
                .min_by_key(|tier| tier.up_to_grams)
                .map(|tier| tier.price_minor),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parcel(weight_grams: i64, country: Option<&str>) -> Parcel<'_> {
        Parcel {
            weight_grams,
            country,
        }
    }

    #[test]
    fn the_lightest_tier_that_fits_is_the_price() {
        let rate = ShippingRate::ByWeight(vec![
            WeightTier {
                up_to_grams: 5000,
                price_minor: 900,
            },
            WeightTier {
                up_to_grams: 1000,
                price_minor: 490,
            },
        ]);

        assert_eq!(rate.price(parcel(0, None), None), Some(490));
        assert_eq!(rate.price(parcel(1000, None), None), Some(490));
        assert_eq!(rate.price(parcel(1001, None), None), Some(900));
        assert_eq!(rate.price(parcel(5001, None), None), None);
    }

    #[test]
    fn an_option_is_offered_where_it_ships_to() {
        let countries = ["DE".to_owned(), "AT".to_owned()];
        let rate = ShippingRate::Flat(490);

        assert_eq!(
            rate.price(parcel(1, Some("AT")), Some(&countries)),
            Some(490)
        );
        assert_eq!(rate.price(parcel(1, Some("FR")), Some(&countries)), None);
        assert_eq!(rate.price(parcel(1, None), Some(&countries)), Some(490));
        assert_eq!(rate.price(parcel(1, Some("FR")), None), Some(490));
    }
}
