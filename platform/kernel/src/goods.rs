//! Words about goods: slugs, stock keeping units, quantities.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Text that does not have the form that the word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{rule}")]
pub struct Malformed {
    /// What would be right.
    pub rule: &'static str,
}

/// The last part of an address: lower-case letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Slug(String);

impl Slug {
    const RULE: Malformed = Malformed {
        rule: "1 to 255 lower-case letters, digits, hyphens and underscores",
    };

    /// Takes text that is a slug already.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let is_slug = (1..=255).contains(&text.chars().count())
            && text
                .chars()
                .all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || c == '-' || c == '_');
        if is_slug {
            Ok(Self(text.to_owned()))
        } else {
            Err(Self::RULE)
        }
    }

    /// Makes a slug of any text: `Mugs & Cups` becomes `mugs-cups`.
    pub fn of(text: &str) -> Result<Self, Malformed> {
        let words: Vec<String> = text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let joined: String = words.join("-").chars().take(255).collect();
        Self::parse(joined.trim_end_matches('-'))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::parse(text)
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How many of something: 1 to 999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(i32);

impl Quantity {
    /// The most that one line can hold.
    pub const MAX: i32 = 999;

    /// Takes a number that is within bounds.
    pub fn parse(number: i64) -> Result<Self, Malformed> {
        i32::try_from(number)
            .ok()
            .filter(|number| (1..=Self::MAX).contains(number))
            .map(Self)
            .ok_or(Malformed {
                rule: "a whole number from 1 to 999",
            })
    }

    /// The number.
    pub const fn get(self) -> i32 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_any_text_with_a_letter_in_it() {
        assert_eq!(
            Slug::of("Mugs & Cups!").map(|slug| slug.to_string()),
            Ok("mugs-cups".into())
        );
        assert_eq!(
            Slug::of("Grüße").map(|slug| slug.to_string()),
            Ok("grüße".into())
        );
        assert!(Slug::of("!!!").is_err());
        assert!(Slug::parse("Mugs").is_err());
    }

    #[test]
    fn quantities_are_bounded() {
        assert_eq!(Quantity::parse(999).map(Quantity::get), Ok(999));
        for number in [0, -1, 1000, i64::MAX] {
            assert!(Quantity::parse(number).is_err());
        }
    }
}
