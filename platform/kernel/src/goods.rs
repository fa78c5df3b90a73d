//! Words about goods: slugs, stock keeping units, quantities.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text that does not have the form that the word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{rule}")]
pub struct Malformed {
    /// What would be right.
    pub rule: &'static str,
}

/// The last part of an address: lower-case letters with their marks, digits, hyphens and
/// underscores, in Unicode's composed form (NFC).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Slug(String);

impl Slug {
    const RULE: Malformed = Malformed {
        rule: "1 to 255 lower-case letters, digits, hyphens and underscores",
    };
    /// The most characters of a slug.
    const MAX: usize = 255;
    /// The most characters that a number is put behind.
    const STEM_MAX: usize = 240;

    /// Takes text that is a slug already, in whatever form Unicode can write it.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let text: String = text.nfc().collect();
        let is_slug = (1..=Self::MAX).contains(&text.chars().count())
            && !text.chars().next().is_some_and(is_mark)
            && text
                .chars()
                .all(|c| is_mark(c) || is_letter(c) || c == '-' || c == '_');
        if is_slug {
            Ok(Self(text))
        } else {
            Err(Self::RULE)
        }
    }

    /// Makes a slug of any text with a letter or digit: `Mugs & Cups` becomes `mugs-cups`. A mark
    /// stays with its letter; one that belongs to a symbol goes with it.
    pub fn of(text: &str) -> Result<Self, Malformed> {
        let mut slug = String::new();
        let mut is_word = false;
        let lower = text.nfc().collect::<String>().to_lowercase();
        for c in lower.nfc() {
            if is_letter(c) {
                if !is_word && !slug.is_empty() {
                    slug.push('-');
                }
                slug.push(c);
                is_word = true;
            } else if is_mark(c) && is_word {
                slug.push(c);
            } else if !is_selector(c) {
                is_word = false;
            }
        }
        let short: String = slug.chars().take(Self::MAX).collect();
        Self::parse(short.trim_end_matches('-'))
    }

    /// The same slug with something behind it that tells it from others: `mug` and `2` become
    /// `mug-2`.
    #[must_use]
    pub fn with_suffix(&self, suffix: impl fmt::Display) -> Self {
        let stem: String = self.0.chars().take(Self::STEM_MAX).collect();
        Self(format!("{}-{suffix}", stem.trim_end_matches('-')))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A letter or digit that has no other, lower one.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !c.is_uppercase()
}

/// A mark that belongs to the letter before it.
fn is_mark(c: char) -> bool {
    is_combining_mark(c) && !is_selector(c)
}

/// What only chooses between two pictures of one character.
const fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

impl FromStr for Slug {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::parse(text)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
    fn marks_stay_with_their_letters() {
        for (text, slug) in [
            ("ข้าว", "ข้าว"),
            ("ข่าว", "ข่าว"),
            ("हिन्दी", "हिन्दी"),
            ("Café Crème", "café-crème"),
            ("Cafe\u{301} Cre\u{300}me", "café-crème"),
            ("İnci Küpe", "i\u{307}nci-küpe"),
            ("a\u{fe0f}b", "ab"),
            ("\u{2603}\u{fe0f} Snow \u{301}x", "snow-x"),
            ("C++", "c"),
            ("Acme™ Wipes", "acme-wipes"),
            ("ΟΔΟΣ", "οδος"),
        ] {
            let made = Slug::of(text).unwrap();
            let expected: String = slug.nfc().collect();
            assert_eq!(made.as_str(), expected, "{text}");
            assert_eq!(Slug::parse(made.as_str()), Ok(made));
        }
        for text in ["\u{1f381}", "\u{1f381}\u{fe0f}", "???", "\u{301}"] {
            assert!(Slug::of(text).is_err(), "{text}");
            assert!(Slug::parse(text).is_err(), "{text}");
        }
        let composed = Slug::parse("grüße-ärger");
        assert_eq!(Slug::parse("gru\u{308}ße-a\u{308}rger"), composed);
    }

    #[test]
    fn a_suffix_fits_behind_any_slug() {
        let mug = Slug::parse("mug").unwrap();
        assert_eq!(mug.with_suffix(2).as_str(), "mug-2");
        let long = Slug::parse(&"x".repeat(255)).unwrap().with_suffix(100);
        assert_eq!(Slug::parse(long.as_str()), Ok(long));
    }

    #[test]
    fn quantities_are_bounded() {
        assert_eq!(Quantity::parse(999).map(Quantity::get), Ok(999));
        for number in [0, -1, 1000, i64::MAX] {
            assert!(Quantity::parse(number).is_err());
        }
    }
}
