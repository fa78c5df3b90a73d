//! JSON types that several nouns share.

use gateway::json::Money;
use kernel::contact::PostalAddress;
use kernel::{Currency, Money as Amount};
use kernel::{FieldFault, contact};
use poem_openapi::Object;

/// Where goods go.
#[derive(Debug, Clone, Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Address {
    /// Given name.
    #[oai(validator(max_length = 100))]
    first_name: String,
    /// Family name.
    #[oai(validator(max_length = 100))]
    last_name: String,
    /// Street and number.
    #[oai(validator(max_length = 200))]
    street_name: String,
    /// Town.
    #[oai(validator(max_length = 100))]
    city: String,
    /// Postal code, as the country writes it.
    #[oai(validator(max_length = 20))]
    postal_code: String,
    /// The country, as ISO 3166-1 alpha-2 writes it.
    #[oai(validator(min_length = 2, max_length = 2))]
    country: String,
}

impl Address {
    /// The address, or everything that is wrong with it.
    pub(crate) fn parse(self) -> Result<PostalAddress, Vec<FieldFault>> {
        let Self {
            first_name,
            last_name,
            street_name,
            city,
            postal_code,
            country,
        } = self;
        PostalAddress {
            first_name,
            last_name,
            street_name,
            city,
            postal_code,
            country,
        }
        .parse()
    }
}

impl From<contact::PostalAddress> for Address {
    fn from(address: contact::PostalAddress) -> Self {
        let contact::PostalAddress {
            first_name,
            last_name,
            street_name,
            city,
            postal_code,
            country,
        } = address;
        Self {
            first_name,
            last_name,
            street_name,
            city,
            postal_code,
            country,
        }
    }
}

/// What a cart or an order comes to.
#[derive(Debug, Clone, Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Totals {
    /// What the lines cost, as prices are shown.
    pub(crate) items: Money,
    /// What shipping costs, as prices are shown.
    pub(crate) shipping: Money,
    /// All tax; part of the other amounts when prices are shown with tax, added to them when not.
    pub(crate) tax: Money,
    /// What the shopper pays.
    pub(crate) total: Money,
}

/// `minor` units of `currency`, as JSON has it.
pub(crate) fn money(minor: i64, currency: Currency) -> Money {
    Amount::new(minor, currency).into()
}
