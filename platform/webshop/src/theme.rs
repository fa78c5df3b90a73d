//! The brand as custom properties of CSS. What is saved was checked; it is checked again here, where it
//! becomes part of a style sheet.

use std::fmt::Write;

use serde::Deserialize;

/// What of a store's brand decides how its pages look.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Brand {
    pub(crate) name: String,
    colors: Colors,
    fonts: Fonts,
    radius: Option<String>,
    pub(crate) favicon_url: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Colors {
    primary: String,
    on_primary: String,
    background: String,
    surface: String,
    text: String,
    accent: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Fonts {
    heading: String,
    body: String,
}

impl Brand {
    /// The style sheet.
    pub(crate) fn css(&self) -> String {
        let mut css = String::from(":root{");
        for (name, color) in [
            ("primary", &self.colors.primary),
            ("on-primary", &self.colors.on_primary),
            ("background", &self.colors.background),
            ("surface", &self.colors.surface),
            ("text", &self.colors.text),
            ("accent", &self.colors.accent),
        ] {
            if is_color(color) {
                let _ = write!(css, "--t-{name}:{color};");
            }
        }
        for (name, font) in [("heading", &self.fonts.heading), ("body", &self.fonts.body)] {
            let _ = write!(css, "--t-font-{name}:{};", family(font));
        }
        let radius = match self.radius.as_deref() {
            Some("none") => "0px",
            Some("small") => "4px",
            Some("large") => "16px",
            _ => "8px",
        };
        let _ = write!(css, "--t-radius:{radius}}}");
        css
    }

    /// The colours that a browser's own frame takes: of the bar and of the page.
    pub(crate) fn frame(&self) -> (&str, &str) {
        (&self.colors.primary, &self.colors.background)
    }

    /// The colours of an icon: its ground and its letter.
    pub(crate) fn icon(&self) -> (&str, &str) {
        (&self.colors.primary, &self.colors.on_primary)
    }
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The families, each in quotes unless CSS knows it by a keyword.
fn family(font: &str) -> String {
    const GENERIC: [&str; 5] = ["system-ui", "serif", "sans-serif", "monospace", "ui-serif"];
    let names = font.split(',').map(str::trim).filter(|name| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == ' ' || c == '-';
        !name.is_empty() && name.chars().all(is_plain)
    });
    let mut families: Vec<String> = names
        .map(|name| {
            if GENERIC.contains(&name) {
                name.to_owned()
            } else {
                format!("\"{name}\"")
            }
        })
        .collect();
    if !families.iter().any(|name| name == "system-ui") {
        families.push("system-ui".to_owned());
    }
    families.push("sans-serif".to_owned());
    families.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brand(primary: &str, heading: &str, radius: Option<&str>) -> Brand {
        Brand {
            name: "Aurora".to_owned(),
            colors: Colors {
                primary: primary.to_owned(),
                on_primary: "#ffffff".to_owned(),
                background: "#ffffff".to_owned(),
                surface: "#f5f5f4".to_owned(),
                text: "#1c1917".to_owned(),
                accent: "#b45309".to_owned(),
            },
            fonts: Fonts {
                heading: heading.to_owned(),
                body: "system-ui".to_owned(),
            },
            radius: radius.map(str::to_owned),
            favicon_url: None,
        }
    }

    #[test]
    fn a_brand_becomes_custom_properties() {
        assert_eq!(
            brand("#1f2937", "Work Sans, serif", Some("large")).css(),
            ":root{--t-primary:#1f2937;--t-on-primary:#ffffff;--t-background:#ffffff;\
             --t-surface:#f5f5f4;--t-text:#1c1917;--t-accent:#b45309;\
             --t-font-heading:\"Work Sans\",serif,system-ui,sans-serif;\
             --t-font-body:system-ui,sans-serif;--t-radius:16px}"
        );
    }

    #[test]
    fn what_would_end_a_declaration_is_left_out() {
        let css = brand(
            "red;}body{display:none",
            "x\"; } </style><script>, Inter",
            Some("1px}"),
        )
        .css();

        assert!(!css.contains("--t-primary"), "{css}");
        assert!(css.contains("--t-font-heading:\"Inter\",system-ui,sans-serif;"));
        assert!(css.ends_with("--t-radius:8px}"));
        assert_eq!(css.matches(['<', '{', '}']).count(), 2);
    }
}
