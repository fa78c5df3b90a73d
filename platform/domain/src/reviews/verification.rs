//! How the store makes sure that reviews are by shoppers who bought the product, as Directive (EU) 2019/2161 asks
//! stores to say.

const ENGLISH: &str = "Only shoppers who bought a product here can review it: each review belongs to a line of a paid order, and a line has one review. The store's staff cannot review its own goods. Good and bad reviews are treated alike, and the store cannot change a rating.";
const ENGLISH_MODERATED: &str = "Only shoppers who bought a product here can review it: each review belongs to a line of a paid order, and a line has one review. The store's staff cannot review its own goods. Each review is checked before it is published; good and bad reviews are treated alike, and the store cannot change a rating.";
const GERMAN: &str = "Nur wer ein Produkt hier gekauft hat, kann es bewerten: Jede Bewertung gehört zu einer Position einer bezahlten Bestellung, und eine Position hat eine Bewertung. Mitarbeiter des Ladens können dessen Waren nicht bewerten. Gute und schlechte Bewertungen werden gleich behandelt, und der Laden kann keine Sterne ändern.";
const GERMAN_MODERATED: &str = "Nur wer ein Produkt hier gekauft hat, kann es bewerten: Jede Bewertung gehört zu einer Position einer bezahlten Bestellung, und eine Position hat eine Bewertung. Mitarbeiter des Ladens können dessen Waren nicht bewerten. Jede Bewertung wird vor der Veröffentlichung geprüft; gute und schlechte werden gleich behandelt, und der Laden kann keine Sterne ändern.";

/// The statement in the language of a locale such as `de-DE`, or in English.
pub(super) fn statement(locale: &str, is_moderated: bool) -> &'static str {
    let language = locale.split(['-', '_']).next().unwrap_or_default();
    match (language.eq_ignore_ascii_case("de"), is_moderated) {
        (true, true) => GERMAN_MODERATED,
        (true, false) => GERMAN,
        (false, true) => ENGLISH_MODERATED,
        (false, false) => ENGLISH,
    }
}
