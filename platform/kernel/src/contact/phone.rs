//! Numbers that text messages can be sent to.

use std::fmt;

use phonenumber::Mode;
use phonenumber::country::Id;

/// A phone number in E.164: a plus, and up to 15 digits. It does not show in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Takes a number as people type it into an address of `country` (ISO 3166-1 alpha-2); nothing when it is not
    /// one of a country's numbers.
    pub fn parse(text: &str, country: &str) -> Option<Self> {
        let text = text.trim();
        // A number with a plus says itself where it is.
        let home = (!text.starts_with('+')).then(|| country.parse::<Id>().ok());
        if home == Some(None) {
            return None;
        }
        let number = phonenumber::parse(home.flatten(), text).ok()?;
        if !number.is_valid() || number.extension().is_some() {
            return None;
        }
        Some(Self(number.format().mode(Mode::E164).to_string()))
    }

    /// The number as text, such as `+4915112345678`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

/// So many last digits tell phone numbers apart, with and without the codes of country and area.
const KEY_DIGITS: usize = 8;
/// Fewer digits are no phone number.
const FEWEST_DIGITS: usize = 6;

/// What a phone number is found by, however it is typed; nothing when the text cannot be one.
pub fn phone_key(typed: &str) -> Option<String> {
    let is_typed = |c: char| c.is_ascii_digit() || " +-/().".contains(c);
    let digits: Vec<char> = typed.chars().filter(char::is_ascii_digit).collect();
    let last = digits.get(digits.len().saturating_sub(KEY_DIGITS)..)?;
    (typed.chars().all(is_typed) && digits.len() >= FEWEST_DIGITS).then(|| last.iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for (text, country) in [
            ("+49 1512 3456789", "FR"),
            ("01512 3456789", "DE"),
            (" 01512/345-6789 ", "DE"),
            ("0049 1512 3456789", "DE"),
        ] {
            let phone = Phone::parse(text, country);
            let phone = phone.as_ref().map(Phone::as_str);
            assert_eq!(phone, Some("+4915123456789"), "{text} in {country}");
        }
        for (text, country, e164) in [
            ("(202) 555-0143", "US", "+12025550143"),
            ("06 12 34 56 78", "FR", "+33612345678"),
            ("07911 123456", "GB", "+447911123456"),
        ] {
            let phone = Phone::parse(text, country).unwrap();
            assert_eq!(phone.as_str(), e164);
            assert_eq!(format!("{phone:?}"), "Phone(…)");
        }
    }

    #[test]
    fn what_is_no_number_of_a_country_is_none() {
        for (text, country) in [
            ("", "DE"),
            ("12345", "DE"),
            ("+49 1", "DE"),
            ("+999 123456789", "DE"),
            ("01512 3456789", "XX"),
            ("01512 3456789", ""),
            ("anna", "DE"),
        ] {
            assert_eq!(Phone::parse(text, country), None, "{text} in {country}");
        }
    }
}
