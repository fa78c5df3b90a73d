//! The brand kit: how a storefront looks, checked so that its text can be read.

use kernel::FieldFault;
use serde::{Deserialize, Serialize};
use url::Url;

use super::contrast::{channels, is_legible, nearest_legible};

/// What [`is_address`] asks for.
pub(super) const ADDRESS_RULE: &str = "an https address, or a path that begins with /";

/// How a storefront looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    /// What the brand is called.
    pub name: String,
    /// Its picture: an `https` address, or a path on the storefront's own host.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo_url: Option<String>,
    /// The icon that browsers show, written like the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub favicon_url: Option<String>,
    /// Its colours.
    pub colors: Colors,
    /// Its fonts.
    pub fonts: Fonts,
    /// How round its corners are.
    #[serde(default = "Radius::usual")]
    pub radius: Radius,
}

kernel::words! {
    /// How round corners are.
    pub enum Radius {
        /// Square.
        None = "none",
        /// 4 pixels.
        Small = "small",
        /// 8 pixels.
        Medium = "medium",
        /// 16 pixels.
        Large = "large",
    }
}

impl Radius {
    /// What a brand has that says nothing.
    const fn usual() -> Self {
        Self::Medium
    }
}

/// Colours as `#rrggbb`, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colors {
    /// Buttons and links.
    pub primary: String,
    /// Text on `primary`.
    pub on_primary: String,
    /// The page.
    pub background: String,
    /// Cards on the page.
    pub surface: String,
    /// Text on `background` and `surface`.
    pub text: String,
    /// Ornaments.
    pub accent: String,
}

/// Names of font families.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    /// For headings.
    pub heading: String,
    /// For everything else.
    pub body: String,
}

/// A brand kit as somebody wrote it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrandDraft {
    /// What the brand is called; the tenant's name unless given.
    pub name: Option<String>,
    /// Its picture.
    pub logo_url: Option<String>,
    /// Its colours; black on white unless given.
    pub colors: Option<Colors>,
    /// Its fonts; the reader's own unless given.
    pub fonts: Option<Fonts>,
    /// Its icon.
    #[serde(default)]
    pub favicon_url: Option<String>,
    /// How round its corners are; 8 pixels unless given.
    #[serde(default)]
    pub radius: Option<Radius>,
}

/// What is wrong with a brand kit: fields that have another form, and colours that nobody could
/// read.
#[derive(Debug, Default)]
pub(super) struct BrandFaults {
    pub(super) malformed: Vec<FieldFault>,
    pub(super) colors: Vec<FieldFault>,
}

impl BrandDraft {
    /// The brand kit, or everything that is wrong with it. `pointer` is where it stands.
    pub(super) fn parse(self, name: &str, pointer: &str) -> Result<Brand, BrandFaults> {
        let mut faults = BrandFaults::default();
        let given = self.name.map(|name| name.trim().to_owned());
        // The tenant's name was checked where it stands.
        if given.as_deref().is_some_and(|name| !is_line(name, 200)) {
            let rule = "1 to 200 characters without line breaks";
            faults.refuse(format!("{pointer}/name"), rule);
        }
        let name = given.unwrap_or_else(|| name.to_owned());
        if self.logo_url.as_deref().is_some_and(|url| !is_address(url)) {
            faults.refuse(format!("{pointer}/logo_url"), ADDRESS_RULE);
        }
        let icon = self.favicon_url.as_deref();
        if icon.is_some_and(|url| !is_address(url)) {
            faults.refuse(format!("{pointer}/favicon_url"), ADDRESS_RULE);
        }
        let fonts = self.fonts.unwrap_or_else(Fonts::of_the_reader);
        for (field, font) in [("heading", &fonts.heading), ("body", &fonts.body)] {
            if !is_font(font) {
                let rule = "1 to 100 letters, digits, spaces, commas and hyphens";
                faults.refuse(format!("{pointer}/fonts/{field}"), rule);
            }
        }
        let colors = self.colors.unwrap_or_else(Colors::plain).in_lower_case();
        colors.check(&format!("{pointer}/colors"), &mut faults);
        if faults.malformed.is_empty() && faults.colors.is_empty() {
            Ok(Brand {
                name,
                logo_url: self.logo_url,
                favicon_url: self.favicon_url,
                colors,
                fonts,
                radius: self.radius.unwrap_or(Radius::usual()),
            })
        } else {
            Err(faults)
        }
    }
}

impl BrandFaults {
    pub(super) fn refuse(&mut self, pointer: String, rule: &str) {
        self.malformed
            .push(FieldFault::new(pointer, "malformed", rule));
    }
}

impl Colors {
    fn plain() -> Self {
        Self {
            primary: "#1f2937".to_owned(),
            on_primary: "#ffffff".to_owned(),
            background: "#ffffff".to_owned(),
            surface: "#f5f5f4".to_owned(),
            text: "#1c1917".to_owned(),
            accent: "#b45309".to_owned(),
        }
    }

    fn in_lower_case(mut self) -> Self {
        for color in [
            &mut self.primary,
            &mut self.on_primary,
            &mut self.background,
            &mut self.surface,
            &mut self.text,
            &mut self.accent,
        ] {
            color.make_ascii_lowercase();
        }
        self
    }

    /// The form of every colour, and the contrast of every pair that text is made of: 4.5 to 1,
    /// which is what WCAG 2.2 (1.4.3) asks for.
    fn check(&self, pointer: &str, faults: &mut BrandFaults) {
        for (field, color) in [
            ("primary", &self.primary),
            ("on_primary", &self.on_primary),
            ("background", &self.background),
            ("surface", &self.surface),
            ("text", &self.text),
            ("accent", &self.accent),
        ] {
            if channels(color).is_none() {
                faults.colors.push(FieldFault::new(
                    format!("{pointer}/{field}"),
                    "malformed",
                    "a colour such as #1f2937",
                ));
            }
        }
        for (field, text, (ground_name, ground)) in [
            ("on_primary", &self.on_primary, ("primary", &self.primary)),
            ("text", &self.text, ("background", &self.background)),
            ("text", &self.text, ("surface", &self.surface)),
        ] {
            let (Some(front), Some(back)) = (channels(text), channels(ground)) else {
                continue;
            };
            if !is_legible(front, back) {
                let better = nearest_legible(front, back);
                faults.colors.push(FieldFault::new(
                    format!("{pointer}/{field}"),
                    "contrast_too_low",
                    format!(
                        "a contrast of at least 4.5 to 1 with {ground_name} ({ground}), such as {better}"
                    ),
                ));
            }
        }
    }
}

impl Fonts {
    fn of_the_reader() -> Self {
        Self {
            heading: "system-ui".to_owned(),
            body: "system-ui".to_owned(),
        }
    }
}

/// Text that fits on one line.
pub(super) fn is_line(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.chars().count()) && !text.contains(char::is_control)
}

/// Names end up in style sheets, where quotes, braces and semicolons would mean something.
fn is_font(name: &str) -> bool {
    (1..=100).contains(&name.len())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == ',' || c == '-')
}

pub(super) fn is_address(text: &str) -> bool {
    if text.len() > 2000 || text.contains(|c: char| c.is_control() || c.is_whitespace()) {
        return false;
    }
    if text.starts_with('/') {
        return !text.starts_with("//") && !text.contains('\\');
    }
    Url::parse(text).is_ok_and(|url| url.scheme() == "https" && url.has_host())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointers(faults: &[FieldFault]) -> Vec<&str> {
        faults.iter().map(|fault| fault.pointer.as_str()).collect()
    }

    #[test]
    fn a_brand_without_wishes_is_legible() {
        let brand = BrandDraft::default().parse("Aurora", "/brand").unwrap();

        assert_eq!(brand.name, "Aurora");
        assert_eq!(brand.colors, Colors::plain());
    }

    #[test]
    fn grey_on_grey_is_refused_and_names_both_grounds() {
        let colors = Colors {
            text: "#777777".to_owned(),
            background: "#ffffff".to_owned(),
            surface: "#888888".to_owned(),
            on_primary: "#1F2937".to_owned(),
            ..Colors::plain()
        };

        let faults = BrandDraft {
            colors: Some(colors),
            ..BrandDraft::default()
        }
        .parse("Aurora", "/brand")
        .unwrap_err();

        assert!(faults.malformed.is_empty());
        assert_eq!(
            pointers(&faults.colors),
            [
                "/brand/colors/on_primary",
                "/brand/colors/text",
                "/brand/colors/text"
            ]
        );
    }

    #[test]
    fn what_would_mean_something_in_a_page_is_refused() {
        let draft = BrandDraft {
            name: Some("two\nlines".to_owned()),
            logo_url: Some("javascript:alert(1)".to_owned()),
            favicon_url: Some("//evil.example/icon".to_owned()),
            radius: None,
            colors: Some(Colors {
                accent: "#12345g".to_owned(),
                ..Colors::plain()
            }),
            fonts: Some(Fonts {
                heading: "x; } body {".to_owned(),
                body: "Inter".to_owned(),
            }),
        };

        let faults = draft.parse("Aurora", "/brand").unwrap_err();

        assert_eq!(
            pointers(&faults.malformed),
            [
                "/brand/name",
                "/brand/logo_url",
                "/brand/favicon_url",
                "/brand/fonts/heading"
            ]
        );
        assert_eq!(pointers(&faults.colors), ["/brand/colors/accent"]);
    }

    #[test]
    fn a_logo_is_safe_to_show() {
        for url in ["https://cdn.example/logo.webp", "/media/logo.webp"] {
            assert!(is_address(url), "{url}");
        }
        for url in [
            "http://cdn.example/l",
            "//evil.example/l",
            "/\\evil",
            "data:x",
            "l.png",
            "",
        ] {
            assert!(!is_address(url), "{url}");
        }
    }
}
