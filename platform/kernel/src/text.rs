//! Text that people see: one line, without characters that hide or turn the others.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Takes one line of text as people type it: trimmed, composed (NFC), 1 to `max` characters, without
/// control characters, line ends and characters that reverse the reading direction or are invisible.
/// The two joiners stay: Persian and Indic names need them.
pub fn line(text: &str, max: usize) -> Option<String> {
    let text: String = text.trim().nfc().collect();
    let is_line = (1..=max).contains(&text.chars().count())
        && !text
            .chars()
            .any(|c| c.is_control() || (is_invisible(c) && !is_joiner(c)));
    // Joiners alone are not a name.
    (is_line && !text.chars().all(is_joiner)).then_some(text)
}

/// Takes text of several lines as people type it: trimmed, composed (NFC), at most one empty line between
/// two others, 1 to `max` characters. Invisible characters fall away, but for the joiners and variation
/// selectors that names and emoji need; other control characters than line ends are refused.
pub fn prose(text: &str, max: usize) -> Option<String> {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return None;
    }
    let seen =
        |c: &char| !is_invisible(*c) || is_joiner(*c) || matches!(c, '\u{fe0e}' | '\u{fe0f}');
    let text: String = text.nfc().filter(seen).collect();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !line.is_empty() || lines.last().is_some_and(|before| !before.is_empty()) {
            lines.push(line);
        }
    }
    let text = lines.join("\n").trim().to_owned();
    let is_prose = (1..=max).contains(&text.chars().count()) && !text.chars().all(is_joiner);
    is_prose.then_some(text)
}

/// A text without its accents, for comparing: what people type on another keyboard is the same.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            other => folded.push(other),
        }
    }
    folded
}

/// Whether a reader does not see this character, or sees the ones around it in another order: format
/// characters (`Cf`), line and paragraph separators, fillers and variation selectors.
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{600}'..='\u{605}'
            | '\u{61c}'
            | '\u{6dd}'
            | '\u{70f}'
            | '\u{890}'..='\u{891}'
            | '\u{8e2}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{110bd}'
            | '\u{110cd}'
            | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_composed_and_holds_nothing_that_readers_do_not_see() {
        assert_eq!(line(" Jose\u{301} ", 100), Some("Jos\u{e9}".into()));
        assert_eq!(line("نی\u{200c}ما", 100), Some("نی\u{200c}ما".into()));
        for text in [
            "",
            "  ",
            "\u{200d}",
            "Anna\u{202e}gnp.exe",
            "\u{2066}Anna",
            "An\nna",
            "An\u{2028}na",
            "An\u{200b}na",
            "\u{3164}",
            "\u{e0041}",
            "\u{feff}Anna",
        ] {
            assert_eq!(line(text, 100), None, "{text:?}");
        }
        assert_eq!(line(&"é".repeat(101), 100), None);
        assert!(line(&"e\u{301}".repeat(100), 100).is_some());
    }
    #[test]
    fn prose_has_lines_and_emoji_and_nothing_that_hides() {
        let typed = " Great!\r\n\r\n\r\nI love it \u{2764}\u{fe0f}\u{202e}\t:) \n";
        let kept = "Great!\n\nI love it \u{2764}\u{fe0f} :)";
        assert_eq!(prose(typed, 100).as_deref(), Some(kept));
        for text in [
            "",
            " \n ",
            "\u{200b}",
            "a\0b",
            "a\u{7}b",
            "\u{200d}\u{200d}",
        ] {
            assert_eq!(prose(text, 100), None, "{text:?}");
        }
        assert_eq!(prose(&"é".repeat(101), 100), None);
    }
}
