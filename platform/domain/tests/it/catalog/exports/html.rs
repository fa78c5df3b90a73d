//! What a reader sees of a description.

use unicode_normalization::UnicodeNormalization;

/// The letters and pictures of HTML, without blanks.
pub(super) fn visible(html: &str) -> String {
    let mut seen = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        seen.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        if let Some((_, source)) = tag.split_once("src=\"").filter(|_| tag.starts_with("img")) {
            seen.push_str(source.split('"').next().unwrap());
        }
        rest = after;
    }
    seen.push_str(rest);
    for (entity, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        seen = seen.replace(entity, letter);
    }
    seen.nfc()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}
