//! What the program itself sees in a text: reasons to have somebody look at it before it is published.

use unicode_normalization::UnicodeNormalization;

use super::{ReviewDraft, ReviewHold};

/// Ends of host names that stand in advertising; any other host is found by `://`, `www.` or a path.
const ENDS: &[&str] = &[
    "app", "at", "biz", "ch", "cn", "co", "com", "de", "eu", "fr", "info", "io", "it", "link",
    "me", "net", "nl", "online", "org", "pl", "ru", "shop", "site", "store", "top", "uk", "us",
    "xyz",
];

/// Why the text should be looked at, whoever wrote it.
pub(super) fn holds(draft: &ReviewDraft) -> Vec<ReviewHold> {
    let texts = [&draft.title, &draft.body, &draft.author_name];
    let text: Vec<String> = texts
        .into_iter()
        .flatten()
        .map(|text| text.nfkc().flat_map(char::to_lowercase).collect())
        .collect();
    let mut found = Vec::new();
    if text.iter().any(|text| has_link(text)) {
        found.push(ReviewHold::Link);
    }
    if text.iter().any(|text| has_markup(text)) {
        found.push(ReviewHold::Markup);
    }
    found
}

fn has_link(text: &str) -> bool {
    if ["://", "www.", "mailto:"]
        .iter()
        .any(|sign| text.contains(sign))
    {
        return true;
    }
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let (host, has_path) = match word.split_once(['/', '?', '#']) {
            Some((host, _)) => (host, true),
            None => (word, false),
        };
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let Some((name, end)) = host.rsplit_once('.') else {
            return false;
        };
        let is_name = !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '.')
            && name.chars().any(char::is_alphabetic);
        let is_end = end.len() >= 2 && end.chars().all(char::is_alphabetic);
        is_name && (ENDS.contains(&end) || (is_end && (has_path || word.contains('@'))))
    })
}

fn has_markup(text: &str) -> bool {
    let opens = |sign: char| {
        text.split(sign)
            .skip(1)
            .any(|rest| rest.starts_with(|c: char| c.is_alphabetic() || c == '/' || c == '!'))
    };
    opens('<')
        || ["[url", "[img", "](", "&#", "&lt;"]
            .iter()
            .any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<ReviewHold> {
        holds(&ReviewDraft::parse(3, None, Some(text), None).unwrap())
    }

    #[test]
    fn links_and_markup_are_seen() {
        for text in [
            "see https://evil.example",
            "go to WWW.evil.example now",
            "cheap at evil-mugs.com!",
            "(evil.shop/deal?x=1)",
            "write to anna@example.test",
            "ｅｖｉｌ.com",
            "x.tk/win",
        ] {
            assert_eq!(of(text), [ReviewHold::Link], "{text}");
        }
        for text in [
            "<b>bold</b>",
            "a <script>",
            "[url=x]",
            "[x](y)",
            "&lt;b",
            "<!-- -->",
        ] {
            assert!(of(text).contains(&ReviewHold::Markup), "{text}");
        }
    }

    #[test]
    fn prose_is_let_through() {
        for text in [
            "It broke.The handle came off after 3.5 weeks",
            "I <3 it, 5 < 6",
            "Version 2.0 is better than 1.9.",
            "Good value, e.g. for students. And/or cats",
            "10/10 would buy again (really)",
            "Really? Yes. #mug",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }
}
