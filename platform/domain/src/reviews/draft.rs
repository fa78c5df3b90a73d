//! What shoppers and staff type, in the form that it is kept in.

use kernel::{FieldFault, Stars, text};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::ReviewError;

const LONGEST_TITLE: usize = 120;
const LONGEST_TEXT: usize = 5000;
const LONGEST_NAME: usize = 60;

/// A review as its author writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewDraft {
    /// The stars.
    pub(super) rating: Stars,
    /// The headline.
    pub(super) title: Option<String>,
    /// The text.
    pub(super) body: Option<String>,
    /// The name to show.
    pub(super) author_name: Option<String>,
}

impl ReviewDraft {
    /// Takes a review as it was typed. An empty text is none.
    pub fn parse(
        rating: i64,
        title: Option<&str>,
        body: Option<&str>,
        author_name: Option<&str>,
    ) -> Result<Self, ReviewError> {
        let mut faults = Vec::new();
        let stars = Stars::parse(rating);
        if let Err(malformed) = stars {
            faults.push(FieldFault::new("/rating", "out_of_range", malformed.rule));
        }
        let mut take =
            |text: Option<&str>, pointer, rule, parse: &dyn Fn(&str) -> Option<String>| {
                let text = text.filter(|text| !text.trim().is_empty())?;
                let parsed = parse(text);
                if parsed.is_none() {
                    faults.push(FieldFault::new(pointer, "malformed", rule));
                }
                parsed
            };
        let rule = "at most 120 characters in one line";
        let title = take(title, "/title", rule, &|text| {
            text::prose(text, LONGEST_TITLE).filter(|text| !text.contains('\n'))
        });
        let rule = "at most 5000 characters, without control characters";
        let body = take(body, "/text", rule, &|text| text::prose(text, LONGEST_TEXT));
        let rule = "at most 60 characters in one line";
        let name = take(author_name, "/author_name", rule, &|text| {
            text::line(text, LONGEST_NAME)
        });
        match stars {
            Ok(rating) if faults.is_empty() => Ok(Self {
                rating,
                title,
                body,
                author_name: name,
            }),
            _ => Err(ReviewError::Invalid(faults)),
        }
    }

    /// What finds texts that are the same but for case, spaces and signs; none without a letter or digit.
    pub(super) fn fingerprint(&self) -> Option<Vec<u8>> {
        let letters = self.letters();
        (!letters.is_empty()).then(|| Sha256::digest(letters).to_vec())
    }

    /// Whether the text is so long that no two shoppers write it by chance.
    pub(super) fn is_distinct(&self) -> bool {
        self.letters().chars().count() >= 40
    }

    fn letters(&self) -> String {
        let body = self.body.as_deref().unwrap_or_default();
        body.nfkc()
            .flat_map(char::to_lowercase)
            .filter(|c| c.is_alphanumeric())
            .collect()
    }
}

/// Takes a text of the staff's or of an appeal, of the field `pointer`.
pub fn parse_text(text: &str, max: usize, pointer: &str) -> Result<String, ReviewError> {
    text::prose(text, max).ok_or_else(|| {
        let rule = format!("1 to {max} characters, without control characters");
        ReviewError::Invalid(vec![FieldFault::new(pointer, "malformed", rule)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(draft: Result<ReviewDraft, ReviewError>) -> Vec<String> {
        match draft {
            Err(ReviewError::Invalid(faults)) => faults.into_iter().map(|it| it.pointer).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_draft_names_every_field_that_is_wrong() {
        let long = "x".repeat(10_000);
        let all = ReviewDraft::parse(0, Some("a\nb"), Some(&long), Some("A\0"));
        assert_eq!(faults(all), ["/rating", "/title", "/text", "/author_name"]);
        let bare = ReviewDraft::parse(5, Some(" "), None, None).unwrap();
        assert_eq!((bare.title, bare.body), (None, None));
    }

    #[test]
    fn texts_are_the_same_whatever_their_signs() {
        let of = |text| {
            ReviewDraft::parse(5, None, Some(text), None)
                .unwrap()
                .fingerprint()
        };
        assert_eq!(of("Great mug!"), of("GREAT  ｍug…"));
        assert_ne!(of("Great mug"), of("Great jug"));
        assert_eq!(of("!!!"), None);
    }
}
