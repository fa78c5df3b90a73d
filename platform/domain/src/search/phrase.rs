//! A query as the engine reads it: its words, what they may stand for, and what means the same.

use std::collections::HashMap;

use super::engine::{Vocabulary, VocabularyKind};
use super::slips::{distance, forgiven};
use super::words::{asked, fold, plain};

/// The most words of a query that are looked for; further ones are ignored.
pub(super) const WORDS_MAX: usize = 8;
/// The most words that one synonym consists of.
const SPAN_MAX: usize = 4;
/// How many completions of a word are looked for.
const COMPLETIONS: usize = 30;

/// A query, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its words, as they were written but for their case.
    pub(super) words: Vec<String>,
    /// The same without accents.
    pub(super) folded: Vec<String>,
}

/// Groups of terms that mean the same.
pub(super) type Synonyms = Vec<Vec<String>>;

impl Phrase {
    pub(super) fn parse(query: &str) -> Self {
        let mut words = asked(query);
        words.truncate(WORDS_MAX);
        Self {
            folded: words.iter().map(|word| fold(word)).collect(),
            words,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// In lower case, without accents and punctuation.
    pub(super) fn plain(&self) -> String {
        self.folded.join(" ")
    }

    /// The terms that synonyms are looked up by: each run of up to four words.
    pub(super) fn spans(&self) -> Vec<String> {
        let lengths = 1..=SPAN_MAX.min(self.folded.len());
        let spans = lengths.flat_map(|length| self.folded.windows(length));
        spans.map(|span| key(&span.join(" "))).collect()
    }

    /// Every word as it is, for `to_tsquery`.
    pub(super) fn strict(&self) -> String {
        let words: Vec<String> = self.words.iter().map(|word| quoted(word)).collect();
        words.join(" & ")
    }

    /// Every word or what it may stand for, for `to_tsquery`: completions of the last word, compounds that end
    /// with a word, and synonyms. With `any` one of the words is enough.
    pub(super) fn broad(
        &self,
        vocabulary: &[Vocabulary],
        synonyms: &Synonyms,
        any: bool,
    ) -> String {
        let mut units = Vec::new();
        let mut index = 0;
        while index < self.words.len() {
            let (length, others) = self.longest_span(index, synonyms);
            let mut choices = if length > 1 {
                vec![all_of(self.words.iter().skip(index).take(length))]
            } else {
                self.choices(index, vocabulary)
            };
            choices.extend(others.iter().map(|term| all_of(asked(term).iter())));
            units.push(format!("({})", choices.join(" | ")));
            index += length;
        }
        units.join(if any { " | " } else { " & " })
    }

    /// The longest run of words from `index` on that has synonyms, and these; else the word alone.
    fn longest_span<'s>(&self, index: usize, synonyms: &'s Synonyms) -> (usize, Vec<&'s String>) {
        let most = SPAN_MAX.min(self.folded.len() - index);
        for length in (1..=most).rev() {
            let words: Vec<&str> = self
                .folded
                .iter()
                .skip(index)
                .take(length)
                .map(String::as_str)
                .collect();
            let span = words.join(" ");
            let groups = synonyms
                .iter()
                .filter(|group| group.iter().any(|term| is_same(term, &span)));
            let others: Vec<&String> = groups
                .flatten()
                .filter(|term| !is_same(term, &span))
                .collect();
            if !others.is_empty() {
                return (length, others);
            }
        }
        (1, Vec::new())
    }

    fn choices(&self, index: usize, vocabulary: &[Vocabulary]) -> Vec<String> {
        let word = self
            .words
            .get(index)
            .map(String::as_str)
            .unwrap_or_default();
        let folded = self
            .folded
            .get(index)
            .map(String::as_str)
            .unwrap_or_default();
        let is_last = index + 1 == self.words.len();
        // One letter begins too many words, unless others stand before it.
        let is_long = index > 0 || folded.chars().count() >= 2 || !folded.is_ascii();
        let mut choices = vec![quoted(word)];
        let of_word = vocabulary.iter().filter(|found| found.word == folded);
        let stands_for = of_word.filter(|found| match found.kind {
            VocabularyKind::Begins => is_last && is_long && found.term != folded,
            VocabularyKind::Ends => true,
            VocabularyKind::Known | VocabularyKind::Similar => false,
        });
        choices.extend(
            stands_for
                .take(2 * COMPLETIONS)
                .map(|found| quoted(&found.term)),
        );
        choices
    }

    /// The phrase with words that no document has replaced by those that were probably meant; none if there is
    /// nothing to replace.
    pub(super) fn corrected(&self, vocabulary: &[Vocabulary]) -> Option<Self> {
        let mut best: HashMap<&str, (usize, i32, &str)> = HashMap::new();
        let is_known = |word: &str| {
            let mut of_word = vocabulary.iter().filter(|found| found.word == word);
            of_word.any(|found| found.kind == VocabularyKind::Known)
        };
        for found in vocabulary
            .iter()
            .filter(|found| found.kind == VocabularyKind::Similar)
        {
            let Some(slips) = distance(&found.word, &found.term, forgiven(&found.word)) else {
                continue;
            };
            let candidate = (slips, -found.documents, found.term.as_str());
            let known = best.entry(&found.word).or_insert(candidate);
            *known = candidate.min(*known);
        }
        let mut is_changed = false;
        let words = self.folded.iter().zip(&self.words).map(|(folded, word)| {
            match best.get(folded.as_str()).filter(|_| !is_known(folded)) {
                Some((_, _, term)) => {
                    is_changed = true;
                    (*term).to_owned()
                }
                None => word.clone(),
            }
        });
        let words: Vec<String> = words.collect();
        is_changed.then(|| Self {
            folded: words.iter().map(|word| fold(word)).collect(),
            words,
        })
    }
}

/// Whether the words of a query are this term of a synonym.
fn is_same(term: &str, span: &str) -> bool {
    key(&plain(term)) == key(span)
}

/// What a plain term and its plural with an `s` have in common: synonyms are compared by it.
pub(super) fn key(plain: &str) -> String {
    let singular = |word: &str| {
        let hisses = ["ch", "sh", "ss", "x", "z"];
        let after_hiss = word
            .strip_suffix("es")
            .filter(|stem| hisses.iter().any(|it| stem.ends_with(it)));
        let after_other = word
            .strip_suffix('s')
            .filter(|stem| stem.len() >= 3 && !stem.ends_with('s'));
        after_hiss.or(after_other).unwrap_or(word).to_owned()
    };
    let words: Vec<String> = plain.split(' ').map(singular).collect();
    words.join(" ")
}

fn all_of<'w>(words: impl Iterator<Item = &'w String>) -> String {
    let words: Vec<String> = words.map(|word| quoted(word)).collect();
    format!("({})", words.join(" & "))
}

/// A word as `to_tsquery` reads it. Words are letters and digits; nothing of them could end the quotation.
fn quoted(word: &str) -> String {
    let letters: String = word.chars().filter(|c| *c != '\'' && *c != '\\').collect();
    format!("'{letters}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word: &str, kind: VocabularyKind, term: &str, documents: i32) -> Vocabulary {
        Vocabulary {
            word: word.to_owned(),
            kind,
            term: term.to_owned(),
            documents,
        }
    }

    #[test]
    fn the_last_word_is_completed_and_synonyms_stand_beside_words() {
        let phrase = Phrase::parse("Blue love  seat cov");
        let vocabulary = [
            found("blue", VocabularyKind::Begins, "bluebell", 2),
            found("cov", VocabularyKind::Begins, "cover", 3),
            found("seat", VocabularyKind::Ends, "loveseat", 1),
        ];
        let synonyms = vec![vec!["Love-Seats".to_owned(), "sofa".to_owned()]];

        assert_eq!(phrase.strict(), "'blue' & 'love' & 'seat' & 'cov'");
        assert_eq!(
            phrase.broad(&vocabulary, &synonyms, false),
            "('blue') & (('love' & 'seat') | ('sofa')) & ('cov' | 'cover')"
        );
        assert!(phrase.spans().contains(&"love seat".to_owned()));
    }

    #[test]
    fn words_that_nothing_has_are_corrected_by_the_fewest_slips() {
        let phrase = Phrase::parse("fjel mgu");
        let vocabulary = [
            found("fjel", VocabularyKind::Known, "fjel", 1),
            found("mgu", VocabularyKind::Similar, "magnum", 9),
            found("mgu", VocabularyKind::Similar, "mud", 1),
            found("mgu", VocabularyKind::Similar, "mug", 4),
        ];

        assert_eq!(phrase.corrected(&vocabulary).unwrap().plain(), "fjel mug");
        assert_eq!(Phrase::parse("fjel").corrected(&vocabulary), None);
    }

    #[test]
    fn a_query_of_nothing_but_signs_is_empty() {
        for text in ["", " \t", "'; --", "&|!():*<->\\", "%_"] {
            assert!(Phrase::parse(text).is_empty(), "{text}");
        }
        let many = "word ".repeat(2_000);
        assert_eq!(Phrase::parse(&many).words.len(), WORDS_MAX);
    }
}
