//! The HTML document around what the script rendered, and the policy that says what may run in it.
//!
//! The policy names hashes and no nonces: the same bytes go to every visitor, a CDN and a browser may
//! keep them, and a 304 carries the same policy as the page that it confirms.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::bundle::Manifest;
use crate::page::{Direction, Rendered};

/// What a document is made of besides the page.
pub(crate) struct Frame<'a> {
    pub(crate) manifest: &'a Manifest,
    /// The brand's style sheet.
    pub(crate) css: &'a str,
    pub(crate) brand_name: &'a str,
    pub(crate) locale: &'a str,
    pub(crate) theme_color: &'a str,
    /// What the browser goes on from, as JSON.
    pub(crate) state: &'a str,
}

/// The document of a rendered page. Without one, the browser renders it from the state.
pub(crate) fn document(frame: &Frame<'_>, page: Option<&Rendered>) -> String {
    let (head, body) = page.map_or(("", ""), |page| (&page.head, &page.body));
    let lang = page.map_or(frame.locale, |page| &page.lang);
    let lang = if is_language(lang) { lang } else { "en" };
    let dir = page.map_or(Direction::Ltr, |page| page.dir).name();
    let mut html = String::with_capacity(head.len() + body.len() + frame.state.len() + 4096);
    let mut push = |parts: &[&str]| parts.iter().for_each(|part| html.push_str(part));
    push(&[
        "<!doctype html><html lang=\"",
        lang,
        "\" dir=\"",
        dir,
        "\"><head><meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">",
        "<style>",
        frame.css,
        "</style>",
    ]);
    for path in &frame.manifest.styles {
        push(&["<link rel=\"stylesheet\" href=\"", &escaped(path), "\">"]);
    }
    if page.is_none() {
        let icon = "</title><link rel=\"icon\" href=\"/favicon.ico\">";
        push(&["<title>", &escaped(frame.brand_name), icon]);
    }
    push(&[
        head,
        "<meta name=\"theme-color\" content=\"",
        &escaped(frame.theme_color),
        "\"><link rel=\"manifest\" href=\"/manifest.webmanifest\">",
    ]);
    for path in &frame.manifest.preload {
        push(&["<link rel=\"modulepreload\" href=\"", &escaped(path), "\">"]);
    }
    push(&[
        "<script type=\"module\" src=\"",
        &escaped(&frame.manifest.entry),
        "\"></script></head><body><div id=\"root\">",
        body,
        "</div><script type=\"application/json\" id=\"stoa-data\">",
        &frame.state.replace('<', "\\u003c"),
        "</script></body></html>",
    ]);
    html
}

/// The policy of a page with this style sheet and this payment script.
pub(crate) fn policy(css: &str, stripe_js: &str) -> String {
    let style = STANDARD.encode(Sha256::digest(css));
    let stripe = origin(stripe_js);
    // Stripe's own script asks for these (https://docs.stripe.com/security/guide#content-security-policy).
    let (connect, frame) = if stripe == "https://js.stripe.com" {
        (
            "https://api.stripe.com".to_owned(),
            "https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com".to_owned(),
        )
    } else {
        (stripe.clone(), stripe.clone())
    };
    format!(
        "default-src 'none'; script-src 'self' {stripe}; style-src 'self' 'sha256-{style}'; \
         img-src 'self' data: https:; font-src 'self'; manifest-src 'self'; \
         connect-src 'self' {connect}; frame-src {frame}; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
}

/// `scheme://host:port` of an address.
fn origin(address: &str) -> String {
    url::Url::parse(address)
        .map_or_else(|_| String::new(), |url| url.origin().ascii_serialization())
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn is_language(text: &str) -> bool {
    (2..=35).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        Manifest {
            entry: "/assets/main-1.js".to_owned(),
            styles: vec!["/assets/main-2.css".to_owned()],
            preload: vec![],
        }
    }

    #[test]
    fn state_cannot_end_its_script_and_a_name_cannot_end_its_title() {
        let manifest = manifest();
        let frame = Frame {
            manifest: &manifest,
            css: ":root{}",
            brand_name: "</title><script>alert(1)</script>",
            locale: "en-GB\" onload=\"x",
            theme_color: "#123456",
            state: r#"{"title":"</script><script>alert(1)</script>"}"#,
        };

        let html = document(&frame, None);

        assert!(html.starts_with("<!doctype html><html lang=\"en\" dir=\"ltr\">"));
        assert!(
            html.contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>")
        );
        assert!(html.contains(r#"{"title":"\u003c/script>\u003cscript>alert(1)\u003c/script>"}"#));
        assert_eq!(html.matches("<script").count(), 2);
    }

    #[test]
    fn the_policy_allows_our_files_this_style_sheet_and_the_payment_script() {
        let policy = policy(":root{}", "https://js.stripe.com/v3/");

        let hash = STANDARD.encode(Sha256::digest(":root{}"));
        assert!(policy.contains("script-src 'self' https://js.stripe.com;"));
        assert!(policy.contains(&format!("style-src 'self' 'sha256-{hash}';")));
        assert!(policy.contains("connect-src 'self' https://api.stripe.com;"));
        assert!(!policy.contains("unsafe"));
    }
}
