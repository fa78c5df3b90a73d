//! What letters and text messages say. The words stand in Fluent files, one a language, in `platform/domain/letters`;
//! which texts there are stands in `texts`.

pub(super) mod texts;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use time::{OffsetDateTime, UtcOffset};
use tracing::error;

/// The languages by their codes. The first is written where there is no other.
const FILES: [(&str, &str); 2] = [
    ("en", include_str!("../../../letters/en.ftl")),
    ("de", include_str!("../../../letters/de.ftl")),
];

static LANGUAGES: LazyLock<[Language; FILES.len()]> =
    LazyLock::new(|| FILES.map(|(code, words)| Language::read(code, words)));

struct Language {
    code: &'static str,
    texts: FluentBundle<FluentResource>,
}

impl Language {
    /// What is wrong with a file, a test tells.
    fn read(code: &'static str, words: &str) -> Self {
        let mut texts = FluentBundle::new_concurrent(vec![code.parse().unwrap_or_default()]);
        // Its marks around values would be seen in subjects and be paid for in text messages.
        texts.set_use_isolating(false);
        let read = FluentResource::try_new(words.to_owned());
        texts.add_resource_overriding(read.unwrap_or_else(|(rest, _)| rest));
        Self { code, texts }
    }
}

/// A text and what it is told; that is never read as Fluent.
pub(super) struct Phrase<'a> {
    id: &'static str,
    told: FluentArgs<'a>,
}

/// A text that has the parts of a letter.
pub(super) struct LetterText<'a> {
    phrase: Phrase<'a>,
    second: Option<String>,
}

impl<'a> From<Phrase<'a>> for LetterText<'a> {
    fn from(phrase: Phrase<'a>) -> Self {
        Self {
            phrase,
            second: None,
        }
    }
}

impl LetterText<'_> {
    /// The same with another second paragraph, if there is one.
    pub(super) fn with_second(mut self, second: Option<String>) -> Self {
        self.second = second;
        self
    }
}

/// What a letter says.
pub(super) struct Said {
    pub(super) subject: String,
    pub(super) paragraphs: [String; 2],
    pub(super) label: String,
}

/// The words of a brand, in its language.
pub(super) struct Words<'a> {
    language: &'static Language,
    brand: &'a str,
}

impl<'a> Words<'a> {
    /// Those of a locale such as `de-DE`.
    pub(super) fn of(locale: &str, brand: &'a str) -> Self {
        let code = locale.split(['-', '_']).next().unwrap_or_default();
        let is_it = |it: &&Language| it.code.eq_ignore_ascii_case(code);
        let [first, ..] = &*LANGUAGES;
        let language = LANGUAGES.iter().find(is_it).unwrap_or(first);
        Self { language, brand }
    }

    pub(super) const fn code(&self) -> &'static str {
        self.language.code
    }

    pub(super) fn say(&self, mut phrase: Phrase<'_>) -> String {
        phrase.told.set("brand", self.brand.to_owned());
        self.part(&phrase, None)
    }

    pub(super) fn write(&self, mut letter: LetterText<'_>) -> Said {
        letter.phrase.told.set("brand", self.brand.to_owned());
        let part = |name| self.part(&letter.phrase, name);
        Said {
            subject: part(None),
            paragraphs: [
                part(Some("first")),
                letter.second.unwrap_or_else(|| part(Some("second"))),
            ],
            label: part(Some("label")),
        }
    }

    fn part(&self, phrase: &Phrase<'_>, name: Option<&str>) -> String {
        self.find(phrase, name).unwrap_or_else(|faults| {
            error!(text = phrase.id, part = name, ?faults, "a text is wrong");
            String::new()
        })
    }

    fn find(&self, phrase: &Phrase<'_>, name: Option<&str>) -> Result<String, Vec<FluentError>> {
        let texts = &self.language.texts;
        let pattern = texts.get_message(phrase.id).and_then(|text| match name {
            Some(name) => text.get_attribute(name).map(|part| part.value()),
            None => text.value(),
        });
        let mut faults = Vec::new();
        let pattern = pattern.ok_or_else(Vec::new)?;
        let said = texts.format_pattern(pattern, Some(&phrase.told), &mut faults);
        if faults.is_empty() {
            Ok(said.into_owned())
        } else {
            Err(faults)
        }
    }
}

/// A moment as people read it, in the time that no place owns.
pub(super) fn moment(at: OffsetDateTime) -> String {
    let at = at.to_offset(UtcOffset::UTC);
    let (hour, minute) = (at.hour(), at.minute());
    format!("{} {hour:02}:{minute:02} UTC", at.date())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::texts::{LETTERS, PHRASES};
    use super::*;

    const PARTS: [&str; 3] = ["first", "second", "label"];

    /// The texts of a file, each with its parts and with what it is told.
    fn read(file: &str) -> BTreeMap<&str, BTreeSet<String>> {
        let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let mut id = "";
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_alphabetic() || c == '-') {
                id = line.split(" =").next().unwrap();
                assert!(!found.contains_key(id), "{id} is there twice");
            }
            let of_it = found.entry(id).or_default();
            let part = line.trim_start().strip_prefix('.');
            of_it.extend(part.map(|part| format!(".{}", part.split(" =").next().unwrap())));
            for told in line.split('$').skip(1) {
                let end = told.find(|c: char| !c.is_alphanumeric() && c != '_');
                of_it.insert(told[..end.unwrap()].to_owned());
            }
        }
        found
    }

    #[test]
    fn every_language_has_every_text_with_what_it_is_told() {
        let letters = LETTERS.iter().map(|(id, told)| (id, told, &PARTS[..]));
        let phrases = PHRASES.iter().map(|(id, told)| (id, told, &[][..]));
        let expected: BTreeMap<&str, BTreeSet<String>> = letters
            .chain(phrases)
            .map(|(id, told, parts)| {
                let parts = parts.iter().map(|part| format!(".{part}"));
                let told = told.iter().map(|told| (*told).to_owned());
                (*id, parts.chain(told).collect())
            })
            .collect();
        for (code, file) in FILES {
            let faults = FluentResource::try_new(file.to_owned()).err();
            assert_eq!(faults.map(|(_, faults)| faults), None, "{code}");
            let mut found = read(file);
            // Terms are a language's own, and each is used.
            for term in found.keys().filter(|id| id.starts_with('-')) {
                assert!(file.contains(&format!("{{ {term} }}")), "{code}: {term}");
            }
            found.retain(|id, _| !id.is_empty() && !id.starts_with('-'));
            for told in found.values_mut() {
                told.remove("brand");
            }
            assert_eq!(found, expected, "{code}");
        }
    }

    #[test]
    fn what_a_text_is_told_stands_in_it_as_it_is() {
        let value = "{ $brand } { -sign-in } {\"a\"} \u{5d0} <b>";
        for (code, _) in FILES {
            let words = Words::of(code, "Aurora");
            for (all, parts) in [(LETTERS, &PARTS[..]), (PHRASES, &[])] {
                for (id, told) in all {
                    let mut told: FluentArgs = told.iter().map(|told| (*told, value)).collect();
                    told.set("brand", value);
                    let phrase = Phrase { id, told };
                    let parts = parts.iter().map(|part| Some(*part)).chain([None]);
                    let said: String = parts
                        .map(|part| words.find(&phrase, part).unwrap())
                        .collect();
                    let rest = said.replace(value, "");
                    let is_plain = !rest.contains(['{', '}', '\u{2068}', '\u{2069}', '$']);
                    assert!(is_plain, "{code}: {id}: {said}");
                }
            }
        }
    }

    #[test]
    fn a_locale_has_its_language_or_english() {
        for (locale, code) in [
            ("en-GB", "en"),
            ("de", "de"),
            ("de_AT", "de"),
            ("DE-CH", "de"),
            ("fr-FR", "en"),
            ("den", "en"),
            ("", "en"),
        ] {
            assert_eq!(Words::of(locale, "Aurora").code(), code, "{locale}");
        }
    }

    #[test]
    fn what_is_not_there_is_told_to_the_log_and_the_rest_is_sent() {
        let words = Words::of("en", "Aurora");
        let none = Phrase {
            id: "none",
            told: FluentArgs::new(),
        };
        assert_eq!(words.say(none), "");
    }
}
