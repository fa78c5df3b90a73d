//! The handle of a product, as its file writes it: what tells products apart.

use kernel::goods::Slug;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The most characters of a handle that are kept; of a longer one, its digest stands for the rest.
const KEPT: usize = 255;

/// A handle, and the slug that comes closest to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Handle {
    /// As the file writes it, in Unicode's composed form.
    pub(super) text: String,
    /// The handle itself where it can be an address, or else what is left of it.
    pub(super) slug: Slug,
}

/// What a handle is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// The file's own.
    File,
    /// The title of a product whose file gives it none.
    Title,
}

impl Handle {
    /// The handle that text is. None for text that is no handle, which is none but the empty one.
    pub(super) fn of(text: &str) -> Option<Self> {
        let whole: String = text.nfc().collect();
        let digest = hex::encode(Sha256::digest(whole.as_bytes()));
        let short = |digits| digest.chars().take(digits).collect::<String>();
        let slug = Slug::parse(&whole)
            .or_else(|_| Slug::of(&whole))
            .or_else(|_| Slug::parse(&format!("product-{}", short(8))));
        let text = if whole.chars().count() > KEPT {
            let beginning: String = whole.chars().take(KEPT).collect();
            format!("{beginning} {}", short(32))
        } else {
            whole
        };
        Some(Self {
            slug: slug.ok()?,
            text,
        })
    }

    /// The handle of a product whose file gives it none: its title, with hyphens for blanks. It keeps
    /// what no slug has, or else C++ and C# were one product.
    pub(super) fn of_title(title: &str) -> Option<Self> {
        let lower = title.nfc().collect::<String>().to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        Self::of(&words.join("-"))
    }

    /// Whether the handle is an address as it is.
    pub(super) fn is_address(&self) -> bool {
        self.text == self.slug.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_stays_an_address_wherever_it_can_be_one() {
        for (text, slug) in [
            ("mug", "mug"),
            ("tee_2", "tee_2"),
            ("cafe\u{301}-cre\u{300}me", "caf\u{e9}-cr\u{e8}me"),
            ("Blue-Mug", "blue-mug"),
            ("acme\u{2122}-wipes", "acme-wipes"),
            ("c++", "c"),
        ] {
            assert_eq!(Handle::of(text).unwrap().slug.as_str(), slug);
        }
        assert!(Handle::of("caf\u{e9}").unwrap().is_address());
        assert_eq!(Handle::of("cafe\u{301}"), Handle::of("caf\u{e9}"));
        assert!(!Handle::of("c#").unwrap().is_address());
        let gift = Handle::of("\u{1f381}").unwrap();
        assert_eq!(gift.slug.as_str().len(), "product-".len() + 8);
        assert_ne!(Handle::of("\u{1f380}").unwrap().slug, gift.slug);
        assert_eq!(Handle::of_title(" Blue  Mug "), Handle::of("blue-mug"));
        assert_ne!(Handle::of_title("C++"), Handle::of_title("C#"));
        let long = "x".repeat(300);
        assert_ne!(Handle::of(&long), Handle::of(&format!("{long}y")));
    }
}
