//! What a postal address has in each country: fields, form of the postal code, regions.
//!
//! The rules are Google's (libaddressinput); `scripts/address-rules.py` writes them.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use isocountry::CountryCode;
use regex::Regex;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

static COUNTRIES: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("countries.json")).unwrap_or_else(|error| {
        // A test reads the file, which is part of the program.
        unreachable!("countries.json: {error}")
    })
});

/// Whether it is the code of a country by ISO 3166-1 alpha-2, in upper case: `GB`, not `UK`.
pub fn is_country(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_uppercase()) && CountryCode::for_alpha2(code).is_ok()
}

/// The rules of one country.
#[derive(Debug, Deserialize)]
pub struct Country {
    /// What labels have, of address (`A`), city (`C`), region (`S`) and postal code (`Z`).
    fields: String,
    /// What an address cannot be delivered without.
    required: String,
    /// Whether postal codes are in upper case.
    upper: bool,
    /// What a region is called: `state`, `province`, `prefecture` …
    region: String,
    /// What the postal code is called: `postal`, `zip`, `pin`, `eircode`.
    code: String,
    pattern: Option<String>,
    example: Option<String>,
    /// What labels say, and other names of the same region.
    #[serde(default)]
    regions: Vec<Vec<String>>,
    #[serde(skip)]
    form: OnceLock<Option<Regex>>,
}

/// What is wrong with a postal code or a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Odd {
    Missing(String),
    Malformed(String),
}

impl Country {
    /// The rules of a country by ISO 3166-1; of those without any in the data, an address and a city.
    pub fn of(code: &str) -> Option<&'static Self> {
        static PLAIN: LazyLock<Country> = LazyLock::new(|| Country {
            fields: "AC".to_owned(),
            required: "AC".to_owned(),
            upper: false,
            region: "province".to_owned(),
            code: "postal".to_owned(),
            pattern: None,
            example: None,
            regions: Vec::new(),
            form: OnceLock::new(),
        });
        is_country(code).then(|| COUNTRIES.get(code).unwrap_or(&PLAIN))
    }

    /// Whether an address cannot do without a city.
    pub fn needs_city(&self) -> bool {
        self.required.contains('C')
    }

    /// Whether an address cannot do without a region.
    pub fn needs_region(&self) -> bool {
        self.required.contains('S')
    }

    /// Whether an address cannot do without a postal code.
    pub fn needs_postal_code(&self) -> bool {
        self.required.contains('Z')
    }

    /// The postal code in its form. Countries without postal codes take whatever is typed.
    pub(super) fn postal_code(&self, typed: &str) -> Result<String, Odd> {
        if typed.is_empty() {
            return if self.needs_postal_code() {
                Err(Odd::Missing(self.code_rule()))
            } else {
                Ok(String::new())
            };
        }
        // Full-width digits are digits.
        let mut code: String = typed.nfkc().collect();
        if self.upper || self.pattern.is_some() {
            code = code.to_uppercase();
        }
        match self.form() {
            Some(form) if !form.is_match(&code) => Err(Odd::Malformed(self.code_rule())),
            _ => Ok(code),
        }
    }

    fn form(&self) -> Option<&Regex> {
        let compile = |pattern: &String| Regex::new(&format!("^(?:{pattern})$")).ok();
        self.form
            .get_or_init(|| self.pattern.as_ref().and_then(compile))
            .as_ref()
    }

    fn code_rule(&self) -> String {
        let name = match self.code.as_str() {
            "zip" => "a ZIP code",
            "pin" => "a PIN code",
            "eircode" => "an Eircode",
            _ => "a postal code",
        };
        match &self.example {
            Some(example) => format!("{name} such as {example}"),
            None => name.to_owned(),
        }
    }

    /// The region as labels write it, from its code or one of its names.
    pub(super) fn region(&self, typed: &str) -> Result<Option<String>, Odd> {
        if typed.is_empty() {
            return if self.needs_region() {
                Err(Odd::Missing(self.region_rule()))
            } else {
                Ok(None)
            };
        }
        if self.regions.is_empty() {
            return Ok(Some(typed.to_owned()));
        }
        let wanted = folded(typed);
        for names in &self.regions {
            let Some(label) = names.first() else { continue };
            if let Some(found) = names.iter().find(|name| folded(name) == wanted) {
                // A name in the reader's own letters stays; codes and Latin names become what labels say.
                let is_name = found.chars().count() > 3;
                let kept = if label.is_ascii() || !is_name {
                    label
                } else {
                    found
                };
                return Ok(Some(kept.clone()));
            }
        }
        Err(Odd::Malformed(self.region_rule()))
    }

    fn region_rule(&self) -> String {
        let article = if self.region.starts_with(['a', 'e', 'i', 'o']) {
            "an"
        } else {
            "a"
        };
        let example = self.regions.iter().find_map(|names| {
            let latin = names.iter().find(|name| name.is_ascii());
            latin.or_else(|| names.first())
        });
        match example {
            Some(example) => format!("{article} {} such as {example}", self.region),
            None => format!("{article} {}", self.region),
        }
    }

    /// Whether labels have a region, and which there are: what labels say, and other names.
    pub fn regions(&self) -> Option<&[Vec<String>]> {
        self.fields.contains('S').then_some(self.regions.as_slice())
    }
}

/// A name as people compare it: without marks, case and punctuation.
fn folded(name: &str) -> String {
    name.nfkd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_of_the_data_is_one_and_its_rules_hold_for_its_own_examples() {
        assert!(COUNTRIES.len() > 240);
        for (code, country) in COUNTRIES.iter() {
            // Ascension, Kosovo and Tristan da Cunha have post, but no code of ISO 3166-1.
            assert!(
                is_country(code) || ["AC", "TA", "XK"].contains(&code.as_str()),
                "{code}"
            );
            if country.pattern.is_some() {
                assert!(country.form().is_some(), "{code}");
            }
            if let Some(example) = &country.example {
                assert_eq!(country.postal_code(example), Ok(example.clone()), "{code}");
            }
            for names in &country.regions {
                for name in names {
                    assert!(country.region(name).is_ok(), "{code} {name}");
                }
                assert_eq!(
                    country.region(&names[0]),
                    Ok(Some(names[0].clone())),
                    "{code}"
                );
            }
        }
    }

    #[test]
    fn countries_are_those_of_iso_3166() {
        for (code, is) in [
            ("DE", true),
            ("GB", true),
            ("XK", false),
            ("UK", false),
            ("ZZ", false),
            ("de", false),
            ("DEU", false),
            ("", false),
        ] {
            assert_eq!(is_country(code), is, "{code}");
            assert_eq!(Country::of(code).is_some(), is, "{code}");
        }
    }

    #[test]
    fn regions_are_found_by_code_and_by_name() {
        for (country, typed, found) in [
            ("US", "ny", Some("NY")),
            ("US", "New York", Some("NY")),
            ("US", "Bavaria", None),
            ("BR", "Sao Paulo", Some("SP")),
            ("CA", "Québec", Some("QC")),
            ("JP", "Tokyo", Some("Tokyo")),
            ("JP", "東京都", Some("東京都")),
            ("JP", "13", Some("東京都")),
            ("HK", "kowloon", Some("Kowloon")),
            ("AE", "Dubai", Some("Dubai")),
            ("DE", "Bayern", Some("Bayern")),
        ] {
            let region = Country::of(country).unwrap().region(typed).ok().flatten();
            assert_eq!(region.as_deref(), found, "{country} {typed}");
        }
    }

    #[test]
    fn postal_codes_have_the_form_of_their_country() {
        for (country, typed, code) in [
            ("DE", "10115", Some("10115")),
            ("DE", "1011", None),
            ("GB", "sw1a 1aa", Some("SW1A 1AA")),
            ("JP", "１００-０００１", Some("100-0001")),
            ("US", "10001-1234", Some("10001-1234")),
            ("US", "ABC", None),
            ("NL", "1012 ab", Some("1012 AB")),
            ("HK", "", Some("")),
            ("HK", "0000", Some("0000")),
            ("IE", "", Some("")),
            ("IE", "d02 af30", Some("D02 AF30")),
            ("FR", "", None),
        ] {
            let found = Country::of(country).unwrap().postal_code(typed).ok();
            assert_eq!(found.as_deref(), code, "{country} {typed}");
        }
    }
}
