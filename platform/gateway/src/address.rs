//! Postal addresses as every API has them.

use kernel::FieldFault;
use kernel::contact::PostalAddress;
use poem_openapi::Object;

/// A postal address. The country decides which fields an address needs, what a postal code looks like and
/// which regions there are.
#[derive(Debug, Clone, Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub struct Address {
    /// Given name, or the only one. An address has a first name, a last name or a company.
    #[oai(validator(max_length = 100))]
    first_name: Option<String>,
    /// Family name.
    #[oai(validator(max_length = 100))]
    last_name: Option<String>,
    /// Company.
    #[oai(validator(max_length = 100))]
    company: Option<String>,
    /// Street and number.
    #[oai(validator(max_length = 200))]
    street_name: String,
    /// Flat, floor, building, district: what the first line has no room for.
    #[oai(validator(max_length = 200))]
    second_line: Option<String>,
    /// City or town. Required in most countries.
    #[oai(validator(max_length = 100))]
    city: Option<String>,
    /// State, province, prefecture, county: its code (`NY`) or one of its names, answered as labels write
    /// it. Required where addresses have one, such as `US`, `CA`, `AU`, `BR`, `IN`, `JP`.
    #[oai(validator(max_length = 100))]
    region: Option<String>,
    /// Postal code, in the form of the country. Required where there are postal codes.
    #[oai(validator(max_length = 20))]
    postal_code: Option<String>,
    /// The country, as ISO 3166-1 alpha-2 writes it.
    #[oai(validator(min_length = 2, max_length = 2))]
    country: String,
    /// Where the carrier calls: 5 to 15 digits, grouped as you like.
    #[oai(validator(max_length = 32))]
    phone: Option<String>,
}

impl Address {
    /// Names the company that the address is of, unless it names somebody.
    #[must_use]
    pub fn of_company(mut self, name: &str) -> Self {
        let names = [&self.first_name, &self.last_name, &self.company];
        let is_named = names
            .iter()
            .any(|name| name.as_ref().is_some_and(|it| !it.trim().is_empty()));
        if !is_named {
            // An address has room for less than a legal name may have.
            self.company = Some(name.chars().take(100).collect());
        }
        self
    }

    /// The address, or everything that is wrong with it; `at` is its place in the request.
    pub fn parse(self, at: &str) -> Result<PostalAddress, Vec<FieldFault>> {
        PostalAddress {
            first_name: self.first_name.unwrap_or_default(),
            last_name: self.last_name.unwrap_or_default(),
            company: self.company,
            street_name: self.street_name,
            second_line: self.second_line,
            city: self.city.unwrap_or_default(),
            region: self.region,
            postal_code: self.postal_code.unwrap_or_default(),
            country: self.country,
            phone: self.phone,
        }
        .parse(at)
    }
}

impl From<PostalAddress> for Address {
    fn from(address: PostalAddress) -> Self {
        let present = |text: String| (!text.is_empty()).then_some(text);
        Self {
            first_name: present(address.first_name),
            last_name: present(address.last_name),
            company: address.company,
            street_name: address.street_name,
            second_line: address.second_line,
            city: present(address.city),
            region: address.region,
            postal_code: present(address.postal_code),
            country: address.country,
            phone: address.phone,
        }
    }
}
