//! How people are reached: e-mail addresses and postal addresses.

use serde::{Deserialize, Serialize};

use crate::fault::FieldFault;
use crate::goods::Malformed;

/// An e-mail address, in lower case.
///
/// The form is checked, not that somebody reads it: one `@`, a domain with a dot, at most 254
/// characters (RFC 5321, section 4.5.3.1).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Takes an address as people write it.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let refused = Malformed {
            rule: "an e-mail address such as name@example.com",
        };
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(refused)?;
        let is_domain = domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            });
        let is_local = (1..=64).contains(&local.len())
            && local
                .chars()
                .all(|c| !c.is_whitespace() && !c.is_control() && !"@,;:<>()[]\\\"".contains(c));
        if text.len() <= 254 && is_domain && is_local {
            Ok(Self(text.to_lowercase()))
        } else {
            Err(refused)
        }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where goods go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostalAddress {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Street and number.
    pub street_name: String,
    /// Town.
    pub city: String,
    /// Postal code, as the country writes it.
    pub postal_code: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
}

impl PostalAddress {
    /// Checks every field and trims it; all that is wrong is told at once.
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut text = |name: &str, value: String, max: usize| {
            let value = value.trim().to_owned();
            if value.is_empty()
                || value.chars().count() > max
                || value.chars().any(char::is_control)
            {
                faults.push(FieldFault::new(
                    format!("/shipping_address/{name}"),
                    "malformed",
                    format!("1 to {max} characters without line breaks"),
                ));
            }
            value
        };
        let address = Self {
            first_name: text("first_name", self.first_name, 100),
            last_name: text("last_name", self.last_name, 100),
            street_name: text("street_name", self.street_name, 200),
            city: text("city", self.city, 100),
            postal_code: text("postal_code", self.postal_code, 20),
            country: self.country,
        };
        if address.country.len() != 2 || !address.country.chars().all(|c| c.is_ascii_uppercase()) {
            faults.push(FieldFault::new(
                "/shipping_address/country",
                "malformed",
                "an ISO 3166-1 alpha-2 code in upper case, such as DE",
            ));
        }
        if faults.is_empty() {
            Ok(address)
        } else {
            Err(faults)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_text() {
        assert_eq!(
            Email::parse(" Anna@Example.COM ").map(|e| e.0),
            Ok("anna@example.com".into())
        );
        for text in [
            "",
            "anna",
            "anna@",
            "@example.com",
            "anna@example",
            "a b@example.com",
            "a@b@c.de",
            "a@-b.de",
        ] {
            let parsed = Email::parse(text);
            assert!(
                parsed.is_err(),
                "{text} was taken for an address: {parsed:?}"
            );
        }
    }
}
