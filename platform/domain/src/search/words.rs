//! Text as words. Documents and queries are taken apart in the same way, before the database stems them.

pub(super) use kernel::text::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word, in characters; the rest of a longer one is left out.
const WORD_MAX: usize = 40;

/// The words of a text in lower case. A number and the letters beside it are two words, so that `500ml` and
/// `500 ml` are the same.
pub(super) fn words(text: &str) -> Vec<String> {
    split(text).into_iter().filter_map(Run::whole).collect()
}

/// The same as a document has them: of scripts that do not separate words, each character and each pair.
pub(super) fn indexed(text: &str, most: usize) -> String {
    let parts = split(text)
        .into_iter()
        .take(most)
        .flat_map(|run| run.parts(true));
    joined(parts)
}

/// The same as a query asks for them.
pub(super) fn asked(text: &str) -> Vec<String> {
    split(text)
        .into_iter()
        .flat_map(|run| run.parts(false))
        .collect()
}

/// Words between spaces.
fn joined(parts: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&part);
    }
    text
}

/// A text in lower case, without accents and punctuation: what two writings of it have in common.
pub(super) fn plain(text: &str) -> String {
    joined(words(text).iter().map(|word| fold(word)))
}

/// A code such as a stock keeping unit, without what people leave out or add.
pub(super) fn code(text: &str) -> Option<String> {
    let letters = text.chars().flat_map(char::to_lowercase);
    let code: String = letters.filter(|c| c.is_alphanumeric()).take(64).collect();
    let code = fold(&code);
    (code.len() >= 3).then_some(code)
}

/// The text of HTML that was cleaned.
pub(super) fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut is_in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => is_in_tag = true,
            '>' if is_in_tag => {
                is_in_tag = false;
                text.push(' ');
            }
            _ if is_in_tag => {}
            other => text.push(other),
        }
    }
    for entity in ["&amp;", "&nbsp;", "&lt;", "&gt;", "&quot;", "&#39;"] {
        text = text.replace(entity, " ");
    }
    text
}

/// What a run of characters is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Letters,
    Digits,
    /// Words follow each other without spaces.
    Unspaced,
}

#[derive(Debug)]
struct Run {
    script: Script,
    text: String,
}

impl Run {
    fn whole(self) -> Option<String> {
        let text: String = self.text.chars().take(WORD_MAX).collect();
        (!text.is_empty()).then_some(text)
    }

    fn parts(self, with_single_ones: bool) -> Vec<String> {
        let letters: Vec<char> = self.text.chars().collect();
        if self.script != Script::Unspaced {
            return self.whole().into_iter().collect();
        }
        let pairs = letters.windows(2).map(|pair| pair.iter().collect());
        let mut parts: Vec<String> = pairs.collect();
        if with_single_ones || parts.is_empty() {
            parts.extend(letters.iter().map(char::to_string));
        }
        parts
    }
}

fn split(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut is_open = false;
    let normal = text.nfkc().flat_map(char::to_lowercase).nfc();
    for letter in normal {
        let script = if is_combining_mark(letter) {
            if let Some(last) = runs.last_mut().filter(|_| is_open) {
                last.text.push(letter);
            }
            continue;
        } else if is_unspaced(letter) {
            Script::Unspaced
        } else if letter.is_numeric() {
            Script::Digits
        } else if letter.is_alphabetic() {
            Script::Letters
        } else {
            is_open = false;
            continue;
        };
        match runs.last_mut() {
            Some(last) if is_open && last.script == script => last.text.push(letter),
            _ => runs.push(Run {
                script,
                text: letter.to_string(),
            }),
        }
        is_open = true;
    }
    runs
}

/// Han, Kana, Thai, Lao, Burmese and Khmer.
const fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{323af}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_or_digits() {
        assert_eq!(
            words("Grüne Tassen, 500ml!"),
            ["grüne", "tassen", "500", "ml"]
        );
        assert_eq!(words("AUR-01FJELL_Chalk"), ["aur", "01", "fjell", "chalk"]);
        assert_eq!(words(" '; drop table -- %_*:&|!()<>\\"), ["drop", "table"]);
        assert_eq!(words("\0\u{feff}"), Vec::<String>::new());
        assert_eq!(words("e\u{301}te\u{301}"), ["été"]);
        assert_eq!(words("हिन्दी किताब"), ["हिन्दी", "किताब"]);
    }

    #[test]
    fn scripts_without_spaces_are_found_by_pairs() {
        assert_eq!(indexed("咖啡杯", 9), "咖啡 啡杯 咖 啡 杯");
        assert_eq!(asked("咖啡杯"), ["咖啡", "啡杯"]);
        assert_eq!(asked("杯"), ["杯"]);
        assert_eq!(asked("マグ mug"), ["マグ", "mug"]);
    }

    #[test]
    fn accents_and_punctuation_do_not_matter() {
        assert_eq!(plain("Crème-Brûlée  Straße"), "creme brulee strasse");
        assert_eq!(
            code("aur-01 fjell/CHALK").as_deref(),
            Some("aur01fjellchalk")
        );
        assert_eq!(code("-a-"), None);
    }

    #[test]
    fn the_text_of_html_is_what_readers_see() {
        assert_eq!(
            words(&text_of("<p>Tea &amp; <b>cups</b></p>1<br>2")),
            ["tea", "cups", "1", "2"]
        );
    }
}
