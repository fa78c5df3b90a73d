//! What is said of a picture: in one type wherever it is written, kept and shown.

use std::collections::BTreeMap;

use poem_openapi::Object;
use serde::{Deserialize, Serialize};

use crate::fault::Check;
use crate::text;

/// The longest alternative text, in characters.
pub const ALT_MAX: usize = 512;
/// The most languages that a picture is described in.
const LANGUAGES_MAX: usize = 50;
/// The right and the lower edge of a picture.
const EDGE: i32 = 1_000;
const ALT_RULE: &str = "at most 512 characters on one line";

/// The point of an image that stays visible where the image is cropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Object)]
#[oai(deny_unknown_fields)]
pub struct FocalPoint {
    /// Distance from the left edge in thousandths of the width, 0 to 1000.
    pub x: i32,
    /// Distance from the upper edge in thousandths of the height, 0 to 1000.
    pub y: i32,
}

impl FocalPoint {
    /// Finds what is wrong with it.
    pub fn check(self, check: &mut Check) {
        for (name, side) in [("x", self.x), ("y", self.y)] {
            let is_inside = (0..=EDGE).contains(&side);
            check.unless(is_inside, format!("/focal_point/{name}"), "0 to 1000");
        }
    }
}

/// What a picture shows, by language as BCP 47 writes it: `de`, or `de-AT` for one country's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Alts(BTreeMap<String, String>);

impl Alts {
    /// The texts as they are kept. One that is empty is none.
    pub fn parse(given: BTreeMap<String, String>, check: &mut Check) -> Self {
        let are_tags = given.len() <= LANGUAGES_MAX && given.keys().all(|tag| is_language(tag));
        let rule = "at most 50 language tags, such as de or de-AT";
        check.unless(are_tags, "/alt_translations", rule);
        let mut kept = BTreeMap::new();
        for (tag, alt) in given {
            let pointer = if are_tags {
                format!("/alt_translations/{tag}")
            } else {
                "/alt_translations".to_owned()
            };
            let alt = alt_text(&alt, pointer, check);
            if !alt.is_empty() {
                kept.insert(tag, alt);
            }
        }
        Self(kept)
    }

    /// The text for a storefront with this locale: its own, or its language's.
    pub fn of(&self, locale: &str) -> Option<&str> {
        let language = locale.split('-').next().unwrap_or_default();
        let found = self.0.get(locale).or_else(|| self.0.get(language));
        found.map(String::as_str)
    }

    /// All of them, by language.
    pub fn into_map(self) -> BTreeMap<String, String> {
        self.0
    }
}

/// An alternative text as it is kept; nothing is said with nothing but spaces.
pub fn alt_text(alt: &str, pointer: impl Into<String>, check: &mut Check) -> String {
    if alt.trim().is_empty() {
        return String::new();
    }
    let kept = text::line(alt, ALT_MAX);
    check.unless(kept.is_some(), pointer, ALT_RULE);
    kept.unwrap_or_default()
}

/// Whether this is a language tag as storefronts have them.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
        && tag.len() <= 35
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_storefront_gets_its_own_text_or_its_languages_or_none() {
        let given = [
            ("de", "Becher"),
            ("de-AT", "Häferl"),
            ("fr", " "),
            ("en", "Mug "),
        ];
        let given = given.map(|(tag, alt)| (tag.to_owned(), alt.to_owned()));
        let mut check = Check::default();

        let alts = Alts::parse(given.into(), &mut check);

        assert!(check.done().is_ok());
        for (locale, expected) in [
            ("de-AT", Some("Häferl")),
            ("de-DE", Some("Becher")),
            ("de", Some("Becher")),
            ("en-GB", Some("Mug")),
            ("fr-FR", None),
            ("it-IT", None),
        ] {
            assert_eq!(alts.of(locale), expected, "{locale}");
        }
    }
}
