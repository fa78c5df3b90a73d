//! Descriptions and pages come from people and files, and are shown in shoppers' browsers.
//!
//! They are cleaned before they are kept. What would take the parser, or the browser, more time than
//! its length deserves is refused before it is parsed.

mod shape;

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use tokio::sync::Semaphore;

/// The longest text, before and after it is cleaned.
pub(crate) const HTML_MAX: usize = 512 * 1024;

/// Text, lists, tables, links and pictures; no scripts, no styles, no frames, no forms.
static RULES: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut rules = Builder::default();
    rules
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener noreferrer nofollow"));
    rules
});

/// How many descriptions are cleaned at once, so that those of one tenant leave a core to others.
static PLACES: Semaphore = Semaphore::const_new(2);
/// What is cleaned at once because it takes less time than to hand it over.
const SHORT: usize = 2 * 1024;

/// Why HTML is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unclean {
    /// The parser would take too long.
    #[error(
        "HTML whose tags are closed: at most 1000 elements inside each other, 200 attributes, no \
         long runs of formatting tags that stay open, and no thousands of & without a tag between"
    )]
    TooNested,
    /// There is too much of it, before or after cleaning.
    #[error("at most 524288 bytes of HTML, also after it is cleaned")]
    TooLong,
}

impl Unclean {
    /// What a program tells it by.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::TooNested => "html_too_nested",
            Self::TooLong => "html_too_long",
        }
    }
}

/// `html` without whatever could do harm. Clean text comes back as it is, but for line ends. It may
/// take a tenth of a second, so it is not for the threads that serve requests.
pub(crate) fn clean(html: &str) -> Result<String, Unclean> {
    if html.len() > HTML_MAX {
        return Err(Unclean::TooLong);
    }
    if !html.contains(['<', '>', '&', '\r']) {
        return Ok(html.to_owned());
    }
    if !shape::is_simple(html) {
        return Err(Unclean::TooNested);
    }
    let cleaned = RULES.clean(html).to_string();
    if cleaned.len() > HTML_MAX {
        return Err(Unclean::TooLong);
    }
    Ok(cleaned)
}

/// The same beside the threads that serve requests.
pub(crate) async fn clean_aside(html: String) -> Result<String, Unclean> {
    if html.len() <= SHORT {
        return clean(&html);
    }
    // Nobody closes it.
    let _place = PLACES.acquire().await.ok();
    match tokio::task::spawn_blocking(move || clean(&html)).await {
        Ok(cleaned) => cleaned,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(Unclean::TooLong),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_do_harm_is_taken_out() {
        for (html, cleaned) in [
            ("A mug.", "A mug."),
            (
                "<p>A <b>mug</b></p>\r\n<p>for tea</p>",
                "<p>A <b>mug</b></p>\n<p>for tea</p>",
            ),
            ("<script>alert(1)</script>A mug", "A mug"),
            ("<img src=x onerror=alert(1)>", "<img src=\"x\">"),
            (
                "<a href='javascript:alert(1)'>a</a>",
                "<a rel=\"noopener noreferrer nofollow\">a</a>",
            ),
            (
                "<a href=\"data:text/html,x\">a</a>",
                "<a rel=\"noopener noreferrer nofollow\">a</a>",
            ),
            ("<p style=\"position:fixed\">a</p>", "<p>a</p>"),
            ("<iframe src=//evil.example></iframe>a", "a"),
            ("<form action=/x><input name=a></form>", ""),
            ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ] {
            assert_eq!(clean(html).as_deref(), Ok(cleaned), "{html}");
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing_more() {
        let html = "<p>Fish & <b>chips<p>x</b> &lt;y&gt; <a href='https://a.example/?b&c'>d";
        let once = clean(html).unwrap();

        assert_eq!(clean(&once), Ok(once));
    }

    #[test]
    fn what_would_grow_without_bound_is_refused() {
        let html = |n: usize| {
            let open: Vec<String> = (0..n).map(|n| format!("<b a={n}>")).collect();
            let open = open.concat();
            format!("<div>{open}</div>{}", "<div>x</div>".repeat(n))
        };

        // A parser that goes on growing would not be back before the test's time is over.
        assert_eq!(clean(&html(3_200)), Err(Unclean::TooNested));
        assert_eq!(clean(&html(20_000)), Err(Unclean::TooNested));
        // It can be parsed, and is too long afterwards.
        assert_eq!(clean(&"&<br>".repeat(80_000)), Err(Unclean::TooLong));
        assert_eq!(clean(&"&amp;".repeat(100_000)), Err(Unclean::TooNested));
        assert_eq!(
            clean(&format!("<br>{}", "\u{b0} ".repeat(170_000))),
            Err(Unclean::TooNested)
        );
        assert!(clean(&"<p>salt &amp; pepper, 5\u{a0}g</p>".repeat(15_000)).is_ok());
        assert!(clean(&"<p><b>x</b></p>".repeat(30_000)).is_ok());
    }
}
