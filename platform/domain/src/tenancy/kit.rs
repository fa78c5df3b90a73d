//! The brand kit: how a storefront looks, what it says in its own words, and its legal pages.

use std::collections::BTreeMap;

use kernel::FieldFault;
use kernel::goods::Slug;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::brand::{BrandFaults, is_line};
use super::{Brand, BrandDraft, TenancyError};
use crate::html;

/// The fonts that web shops bring along. `system-ui` is the reader's own.
pub const FONTS: [&str; 9] = [
    "system-ui",
    "Bitter",
    "DM Sans",
    "Inter",
    "Lora",
    "Manrope",
    "Playfair Display",
    "Source Serif 4",
    "Work Sans",
];

const MOST_TEXTS: usize = 500;
const MOST_PAGES: usize = 20;
const LONGEST_KEY: usize = 80;
const LONGEST_TEXT: usize = 1000;
const LONGEST_PAGE: usize = 100 * 1024;

/// A brand kit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandKit {
    /// How it looks.
    pub brand: Brand,
    /// Its own words, by the key of the message that they stand for.
    pub texts: BTreeMap<String, String>,
    /// Its legal pages, in the order of its footer.
    pub pages: Vec<LegalPage>,
}

/// A page of text, such as an imprint or terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalPage {
    /// The last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its text, as HTML without scripts, styles and forms.
    pub html: String,
}

/// A brand kit as somebody wrote it.
#[derive(Debug, Clone, Default)]
pub struct KitDraft {
    /// How it looks.
    pub brand: BrandDraft,
    /// Its own words.
    pub texts: BTreeMap<String, String>,
    /// Its legal pages.
    pub pages: Vec<LegalPage>,
}

kernel::words! {
    /// Status of a version of a brand kit.
    pub enum KitStatus {
        /// Being worked on; shoppers do not see it.
        Draft = "draft",
        /// What shoppers see.
        Published = "published",
        /// Published before, and not any more.
        Replaced = "replaced",
    }
}

/// A version of a storefront's brand kit.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct KitVersion {
    /// Counts up from 1; 0 is what the storefront was created with.
    pub version: i32,
    /// Whether shoppers see it.
    pub status: KitStatus,
    /// When it was last saved.
    pub saved_at: OffsetDateTime,
    /// When it was last published.
    pub published_at: Option<OffsetDateTime>,
}

impl BrandKit {
    /// About how many bytes it takes.
    pub(super) fn weight(&self) -> u32 {
        let texts = self.texts.iter().map(|(key, text)| key.len() + text.len());
        let pages = self.pages.iter();
        let pages = pages.map(|page| page.slug.len() + page.title.len() + page.html.len());
        u32::try_from(texts.chain(pages).sum::<usize>() + 1000).unwrap_or(u32::MAX)
    }
}

impl KitDraft {
    /// The brand kit, or everything that is wrong with it.
    pub(super) fn parse(self, name: &str) -> Result<BrandKit, TenancyError> {
        let mut faults = BrandFaults::default();
        let fonts = self.brand.fonts.clone();
        let brand = match self.brand.parse(name, "") {
            Ok(brand) => Some(brand),
            Err(found) => {
                faults = found;
                None
            }
        };
        if let Some(fonts) = fonts {
            for (field, font) in [("heading", &fonts.heading), ("body", &fonts.body)] {
                if !FONTS.contains(&font.as_str()) {
                    let rule = format!("one of {}", FONTS.join(", "));
                    faults.refuse(format!("/fonts/{field}"), &rule);
                }
            }
        }
        check_texts(&self.texts, &mut faults);
        let pages = clean_pages(self.pages, &mut faults);
        match brand {
            Some(brand) if faults.malformed.is_empty() => Ok(BrandKit {
                brand,
                texts: self.texts,
                pages,
            }),
            _ if !faults.malformed.is_empty() => Err(TenancyError::Malformed(faults.malformed)),
            _ => Err(TenancyError::BrandRefused(faults.colors)),
        }
    }
}

fn check_texts(texts: &BTreeMap<String, String>, faults: &mut BrandFaults) {
    if texts.len() > MOST_TEXTS {
        faults.refuse("/texts".to_owned(), "at most 500 texts");
    }
    for (key, text) in texts.iter().take(MOST_TEXTS) {
        let is_key = (1..=LONGEST_KEY).contains(&key.len())
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_');
        if !is_key {
            let rule = "keys of 1 to 80 letters, digits, dots and underscores";
            faults.refuse("/texts".to_owned(), rule);
            return;
        }
        if !is_text(text) {
            let rule = "1 to 1000 characters without control characters";
            faults.refuse(format!("/texts/{key}"), rule);
        }
    }
}

fn is_text(text: &str) -> bool {
    (1..=LONGEST_TEXT).contains(&text.chars().count())
        && !text.contains(|c: char| c.is_control() && c != '\n')
}

fn clean_pages(pages: Vec<LegalPage>, faults: &mut BrandFaults) -> Vec<LegalPage> {
    if pages.len() > MOST_PAGES {
        faults.refuse("/pages".to_owned(), "at most 20 pages");
        return Vec::new();
    }
    let mut clean: Vec<LegalPage> = Vec::new();
    for (index, page) in pages.into_iter().enumerate() {
        let at = |field: &str| format!("/pages/{index}/{field}");
        let slug = Slug::parse(&page.slug).map(|slug| slug.as_str().to_owned());
        match &slug {
            Err(why) => faults.refuse(at("slug"), why.rule),
            Ok(slug) if clean.iter().any(|other| other.slug == *slug) => {
                faults.refuse(at("slug"), "a slug that no other page has");
            }
            Ok(_) => {}
        }
        if !is_line(&page.title, 200) {
            let rule = "1 to 200 characters without line breaks";
            faults.refuse(at("title"), rule);
        }
        let html = html::clean(&page.html);
        let text = match html {
            Ok(_) if page.html.contains('\0') => {
                faults.refuse(at("html"), "HTML without NUL characters");
                continue;
            }
            Ok(text) if text.len() <= LONGEST_PAGE => text,
            Ok(_) => {
                faults.refuse(at("html"), "at most 102400 bytes of HTML");
                continue;
            }
            Err(why) => {
                let fault = FieldFault::new(at("html"), why.code(), why.to_string());
                faults.malformed.push(fault);
                continue;
            }
        };
        if let Ok(slug) = slug {
            clean.push(LegalPage {
                slug,
                title: page.title,
                html: text,
            });
        }
    }
    clean
}
