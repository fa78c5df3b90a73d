//! The ways to ship of a new storefront, as operators send them.

use domain::tenancy;
use gateway::json::Money;
use poem_openapi::{Object, Union};

/// A shipping option.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateShippingOption {
    /// Name shown to shoppers.
    name: String,
    /// What it costs, in the storefront's currency.
    rate: CreateShippingRate,
    /// Countries it ships to (ISO 3166-1 alpha-2); everywhere by default.
    countries: Option<Vec<String>>,
}

/// What a shipping option costs.
#[derive(Union)]
#[oai(discriminator_name = "kind", one_of = true)]
enum CreateShippingRate {
    #[oai(mapping = "flat")]
    Flat(FlatRate),
    #[oai(mapping = "by_weight")]
    ByWeight(WeightRate),
}

/// The same price for every parcel.
#[derive(Object)]
struct FlatRate {
    /// Price of a parcel.
    price: Money,
}

/// A price by the weight of the parcel.
#[derive(Object)]
struct WeightRate {
    /// Prices by weight, lightest first: 1 to 20, each heavier than the one before. What is heavier than
    /// the last is not shipped.
    tiers: Vec<WeightTier>,
}

/// Price of parcels up to a weight.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct WeightTier {
    /// Greatest weight in grams.
    up_to_grams: i64,
    /// Price of a parcel.
    price: Money,
}

impl From<CreateShippingOption> for tenancy::ShippingDraft {
    fn from(body: CreateShippingOption) -> Self {
        Self {
            name: body.name,
            rate: body.rate.into(),
            countries: body.countries,
        }
    }
}

impl From<CreateShippingRate> for tenancy::RateDraft {
    fn from(rate: CreateShippingRate) -> Self {
        match rate {
            CreateShippingRate::Flat(FlatRate { price }) => Self::Flat {
                price: money(&price),
            },
            CreateShippingRate::ByWeight(WeightRate { tiers }) => Self::ByWeight {
                tiers: tiers.into_iter().map(Into::into).collect(),
            },
        }
    }
}

impl From<WeightTier> for tenancy::TierDraft {
    fn from(tier: WeightTier) -> Self {
        Self {
            up_to_grams: tier.up_to_grams,
            price: money(&tier.price),
        }
    }
}

/// Its bounds are the business's.
const fn money(money: &Money) -> kernel::Money {
    kernel::Money::new(money.amount, money.currency)
}
