//! How the store makes sure that reviews are by shoppers who bought what they review, as Directive (EU) 2019/2161 asks
//! stores to say.

use super::model::Reviewed;

const ENGLISH: &str = "Only shoppers who bought a product here can review it: each review belongs to a line of a paid order, and a line has one review. The store's staff cannot review its own goods. Good and bad reviews are treated alike, and the store cannot change a rating.";
const ENGLISH_MODERATED: &str = "Only shoppers who bought a product here can review it: each review belongs to a line of a paid order, and a line has one review. The store's staff cannot review its own goods. Each review is checked before it is published; good and bad reviews are treated alike, and the store cannot change a rating.";
const GERMAN: &str = "Nur wer ein Produkt hier gekauft hat, kann es bewerten: Jede Bewertung gehört zu einer Position einer bezahlten Bestellung, und eine Position hat eine Bewertung. Mitarbeiter des Ladens können dessen Waren nicht bewerten. Gute und schlechte Bewertungen werden gleich behandelt, und der Laden kann keine Sterne ändern.";
const GERMAN_MODERATED: &str = "Nur wer ein Produkt hier gekauft hat, kann es bewerten: Jede Bewertung gehört zu einer Position einer bezahlten Bestellung, und eine Position hat eine Bewertung. Mitarbeiter des Ladens können dessen Waren nicht bewerten. Jede Bewertung wird vor der Veröffentlichung geprüft; gute und schlechte werden gleich behandelt, und der Laden kann keine Sterne ändern.";

const OF_MERCHANT: &str = "Only shoppers who bought from this merchant here can review it: each review belongs to the merchant's part of a paid order, and an order has one review of each of its merchants. Staff of the store and of its merchants cannot review them. Good and bad reviews are treated alike, and neither the store nor the merchant can change a rating.";
const OF_MERCHANT_MODERATED: &str = "Only shoppers who bought from this merchant here can review it: each review belongs to the merchant's part of a paid order, and an order has one review of each of its merchants. Staff of the store and of its merchants cannot review them. Each review is checked before it is published; good and bad reviews are treated alike, and neither the store nor the merchant can change a rating.";
const GERMAN_OF_MERCHANT: &str = "Nur wer hier bei diesem Händler gekauft hat, kann ihn bewerten: Jede Bewertung gehört zum Teil des Händlers an einer bezahlten Bestellung, und eine Bestellung hat eine Bewertung je Händler. Mitarbeiter des Ladens und seiner Händler können diese nicht bewerten. Gute und schlechte Bewertungen werden gleich behandelt, und weder der Laden noch der Händler kann Sterne ändern.";
const GERMAN_OF_MERCHANT_MODERATED: &str = "Nur wer hier bei diesem Händler gekauft hat, kann ihn bewerten: Jede Bewertung gehört zum Teil des Händlers an einer bezahlten Bestellung, und eine Bestellung hat eine Bewertung je Händler. Mitarbeiter des Ladens und seiner Händler können diese nicht bewerten. Jede Bewertung wird vor der Veröffentlichung geprüft; gute und schlechte werden gleich behandelt, und weder der Laden noch der Händler kann Sterne ändern.";

/// The statement in the language of a locale such as `de-DE`, or in English.
pub(super) fn statement(locale: &str, reviewed: Reviewed, is_moderated: bool) -> &'static str {
    let language = locale.split(['-', '_']).next().unwrap_or_default();
    let is_german = language.eq_ignore_ascii_case("de");
    match (reviewed, is_german, is_moderated) {
        (Reviewed::Product(_), true, true) => GERMAN_MODERATED,
        (Reviewed::Product(_), true, false) => GERMAN,
        (Reviewed::Product(_), false, true) => ENGLISH_MODERATED,
        (Reviewed::Product(_), false, false) => ENGLISH,
        (Reviewed::Merchant(_), true, true) => GERMAN_OF_MERCHANT_MODERATED,
        (Reviewed::Merchant(_), true, false) => GERMAN_OF_MERCHANT,
        (Reviewed::Merchant(_), false, true) => OF_MERCHANT_MODERATED,
        (Reviewed::Merchant(_), false, false) => OF_MERCHANT,
    }
}
