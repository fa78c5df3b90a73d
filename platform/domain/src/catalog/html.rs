//! Descriptions come from people and files, and are shown in shoppers' browsers.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;

/// Text, lists, tables, links and pictures; no scripts, no styles, no frames, no forms.
static RULES: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut rules = Builder::default();
    rules
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener noreferrer nofollow"));
    rules
});

/// `html` without whatever could do harm. Clean text comes back as it is, but for line ends.
pub(crate) fn clean(html: &str) -> String {
    if html.contains(['<', '>', '&', '\r']) {
        RULES.clean(html).to_string()
    } else {
        html.to_owned()
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
            assert_eq!(clean(html), cleaned, "{html}");
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing_more() {
        let once = clean("<p>Fish & <b>chips<p>x</b> &lt;y&gt; <a href='https://a.example/?b&c'>d");

        assert_eq!(clean(&once), once);
    }
}
