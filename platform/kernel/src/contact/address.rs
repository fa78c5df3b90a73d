//! Where goods go.

use serde::{Deserialize, Serialize};

use super::country::{Country, Odd};
use crate::fault::FieldFault;
use crate::text::line;

/// Where goods go. What is empty is not there: fields that are text here were once required, and
/// programs of the release before still read them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostalAddress {
    /// Given name, or the only one.
    #[serde(default)]
    pub first_name: String,
    /// Family name.
    #[serde(default)]
    pub last_name: String,
    /// Street and number.
    pub street_name: String,
    /// City or town.
    #[serde(default)]
    pub city: String,
    /// Postal code, as the country writes it.
    #[serde(default)]
    pub postal_code: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
    /// Company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Flat, floor, building, district: what the street's line has no room for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_line: Option<String>,
    /// State, province, prefecture, county, as labels write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Where the carrier calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// The fields of one address that are wrong.
struct Faults<'a> {
    /// The address in the request, such as `/shipping_address`.
    at: &'a str,
    found: Vec<FieldFault>,
}

impl Faults<'_> {
    fn add(&mut self, name: &str, code: &'static str, rule: impl Into<String>) {
        let pointer = format!("{}/{name}", self.at);
        self.found.push(FieldFault::new(pointer, code, rule));
    }

    /// A line that may be empty.
    fn line(&mut self, name: &str, value: &str, max: usize) -> String {
        if value.trim().is_empty() {
            return String::new();
        }
        line(value, max).unwrap_or_else(|| {
            self.add(
                name,
                "malformed",
                format!("1 to {max} characters without line breaks and invisible characters"),
            );
            String::new()
        })
    }

    fn optional(&mut self, name: &str, value: Option<&String>, max: usize) -> Option<String> {
        let value = self.line(name, value?, max);
        (!value.is_empty()).then_some(value)
    }

    /// The value by the country's rule; nothing when it is odd.
    fn checked<T: Default>(&mut self, name: &str, value: Result<T, Odd>) -> T {
        match value {
            Ok(value) => value,
            Err(Odd::Missing(rule)) => {
                self.add(name, "required", rule);
                T::default()
            }
            Err(Odd::Malformed(rule)) => {
                self.add(name, "malformed", rule);
                T::default()
            }
        }
    }
}

impl PostalAddress {
    /// Checks every field by the rules of the country and brings it into form; all that is wrong is
    /// told at once. `at` is where the address is in the request.
    pub fn parse(self, at: &str) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults {
            at,
            found: Vec::new(),
        };
        let is_whole = |found: &[FieldFault], name: &str| {
            let end = format!("/{name}");
            !found.iter().any(|fault| fault.pointer.ends_with(&end))
        };
        let mut address = Self {
            first_name: faults.line("first_name", &self.first_name, 100),
            last_name: faults.line("last_name", &self.last_name, 100),
            company: faults.optional("company", self.company.as_ref(), 100),
            street_name: faults.line("street_name", &self.street_name, 200),
            second_line: faults.optional("second_line", self.second_line.as_ref(), 200),
            city: faults.line("city", &self.city, 100),
            region: faults.optional("region", self.region.as_ref(), 100),
            postal_code: faults.line("postal_code", &self.postal_code, 20),
            phone: faults.optional("phone", self.phone.as_ref(), 32),
            country: self.country,
        };
        let mut missing = |name: &str, is_empty: bool, rule: &str| {
            if is_empty && is_whole(&faults.found, name) {
                faults.add(name, "required", rule);
            }
        };
        missing(
            "first_name",
            address.is_unnamed() && self.last_name.trim().is_empty(),
            "a name: first_name, last_name or company",
        );
        missing(
            "street_name",
            address.street_name.is_empty(),
            "street and number",
        );
        let country = Country::of(&address.country);
        if let Some(country) = country {
            missing(
                "city",
                address.city.is_empty() && country.needs_city(),
                "a city or town",
            );
            if is_whole(&faults.found, "region") {
                let typed = address.region.as_deref().unwrap_or_default();
                address.region = faults.checked("region", country.region(typed));
            }
            if is_whole(&faults.found, "postal_code") {
                let code = country.postal_code(&address.postal_code);
                address.postal_code = faults.checked("postal_code", code);
            }
        } else {
            let rule = "an ISO 3166-1 alpha-2 code in upper case, such as DE";
            faults.add("country", "malformed", rule);
        }
        if address
            .phone
            .as_deref()
            .is_some_and(|phone| !is_phone(phone))
        {
            let rule = "a phone number of 5 to 15 digits, such as +49 30 1234567";
            faults.add("phone", "malformed", rule);
        }
        if faults.found.is_empty() {
            Ok(address)
        } else {
            Err(faults.found)
        }
    }

    fn is_unnamed(&self) -> bool {
        self.first_name.is_empty() && self.last_name.is_empty() && self.company.is_none()
    }
}

/// Digits as people group them; a plus only begins. ITU-T E.164 has 15 digits at most.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let rest = text.strip_prefix('+').unwrap_or(text);
    let is_grouping = |c: char| c.is_ascii_digit() || " -./()".contains(c);
    (5..=15).contains(&digits) && rest.chars().all(is_grouping)
}
