//! What people are written about orders.

use kernel::OrderNews;

use crate::orders::OrderLetter;

/// The most kinds of goods that a letter names.
const MOST_GOODS: usize = 20;

/// Subject and two paragraphs.
type Words = (String, String, String);

/// A letter to a shopper, in English.
pub(super) fn english(letter: &OrderLetter, news: OrderNews, brand: &str) -> Words {
    let (number, goods) = (letter.number, goods(letter, "more"));
    let (what, first, second) = match news {
        OrderNews::Confirmed => (
            "is confirmed",
            format!("thank you for your order {number}: {goods}. The total of {} is paid.", letter.total),
            "Keep this e-mail: its link shows the order and its parcels on any device. Anyone with the link can open it.".to_owned(),
        ),
        OrderNews::Shipped { .. } => (
            "was shipped",
            format!("a parcel of your order {number} is on its way: {goods}."),
            tracking(letter, ["The carrier is", "The tracking number is", "Track the parcel at"])
                .unwrap_or_else(|| "The order page shows when it is delivered.".to_owned()),
        ),
        OrderNews::Delivered { .. } => (
            "was delivered",
            format!("a parcel of your order {number} was delivered: {goods}."),
            "If it did not reach you, or something in it is damaged, write to us.".to_owned(),
        ),
        OrderNews::Cancelled => (
            "was cancelled",
            format!("your order {number} was cancelled: {goods}."),
            "Nothing is charged. You can order again at any time.".to_owned(),
        ),
        OrderNews::UnitsCancelled { .. } => (
            "was changed",
            format!("this was cancelled from your order {number}: {goods}."),
            letter.refunded.map_or_else(
                || "If you have questions, write to us.".to_owned(),
                |refunded| format!("We refund {refunded} to the card or account that you paid with."),
            ),
        ),
        OrderNews::Refunded { .. } => (
            "was refunded",
            format!("we refunded {} for your order {number}.", amount(letter)),
            "It reaches the card or account that you paid with within a few days.".to_owned(),
        ),
        OrderNews::ReturnApproved { .. } | OrderNews::ReturnRejected { .. } | OrderNews::ReturnReceived { .. } => {
            return returned(letter, news, &goods, brand);
        }
    };
    (format!("Order {number} at {brand} {what}"), first, second)
}

/// The same in German.
pub(super) fn german(letter: &OrderLetter, news: OrderNews, brand: &str) -> Words {
    let (number, goods) = (letter.number, goods(letter, "weitere"));
    let (what, first, second) = match news {
        OrderNews::Confirmed => (
            "ist bestätigt",
            format!("vielen Dank für Ihre Bestellung {number}: {goods}. Der Betrag von {} ist bezahlt.", letter.total),
            "Bewahren Sie diese E-Mail auf: Ihr Link zeigt die Bestellung und ihre Pakete auf jedem Gerät. Wer den Link hat, kann sie öffnen.".to_owned(),
        ),
        OrderNews::Shipped { .. } => (
            "wurde versandt",
            format!("ein Paket Ihrer Bestellung {number} ist unterwegs: {goods}."),
            tracking(letter, ["Es kommt mit", "Die Sendungsnummer ist", "Verfolgen Sie das Paket unter"])
                .unwrap_or_else(|| "Die Bestellseite zeigt, wann es zugestellt ist.".to_owned()),
        ),
        OrderNews::Delivered { .. } => (
            "wurde zugestellt",
            format!("ein Paket Ihrer Bestellung {number} wurde zugestellt: {goods}."),
            "Wenn es nicht bei Ihnen ist oder etwas beschädigt ist, schreiben Sie uns.".to_owned(),
        ),
        OrderNews::Cancelled => (
            "wurde storniert",
            format!("Ihre Bestellung {number} wurde storniert: {goods}."),
            "Es wird nichts abgebucht. Sie können jederzeit neu bestellen.".to_owned(),
        ),
        OrderNews::UnitsCancelled { .. } => (
            "wurde geändert",
            format!("dies wurde aus Ihrer Bestellung {number} storniert: {goods}."),
            letter.refunded.map_or_else(
                || "Wenn Sie Fragen haben, schreiben Sie uns.".to_owned(),
                |refunded| format!("Wir erstatten {refunded} auf die Karte oder das Konto, mit dem Sie bezahlt haben."),
            ),
        ),
        OrderNews::Refunded { .. } => (
            "wurde erstattet",
            format!("wir haben {} für Ihre Bestellung {number} erstattet.", amount(letter)),
            "Der Betrag erreicht die Karte oder das Konto, mit dem Sie bezahlt haben, in wenigen Tagen.".to_owned(),
        ),
        OrderNews::ReturnApproved { .. } | OrderNews::ReturnRejected { .. } | OrderNews::ReturnReceived { .. } => {
            return returned_in_german(letter, news, &goods, brand);
        }
    };
    (
        format!("Bestellung {number} bei {brand} {what}"),
        first,
        second,
    )
}

/// A letter to a shopper about a return, in English.
fn returned(letter: &OrderLetter, news: OrderNews, goods: &str, brand: &str) -> Words {
    let number = letter.number;
    let (what, first, second) = match news {
        OrderNews::ReturnApproved { .. } => (
            "is approved",
            format!("you can send this back from your order {number}: {goods}."),
            "The store refunds you when it has arrived.",
        ),
        OrderNews::ReturnRejected { .. } => (
            "is not possible",
            format!("the store does not take this back from your order {number}: {goods}."),
            "If you do not agree, write to the store.",
        ),
        _ => (
            "has arrived",
            format!("this has come back from your order {number}: {goods}."),
            "You hear from us when the refund is on its way.",
        ),
    };
    let second = letter.message.clone().unwrap_or_else(|| second.to_owned());
    (
        format!("Return of order {number} at {brand} {what}"),
        first,
        second,
    )
}

/// The same in German.
fn returned_in_german(letter: &OrderLetter, news: OrderNews, goods: &str, brand: &str) -> Words {
    let number = letter.number;
    let (what, first, second) = match news {
        OrderNews::ReturnApproved { .. } => (
            "ist möglich",
            format!("Sie können dies aus Ihrer Bestellung {number} zurücksenden: {goods}."),
            "Sie erhalten die Erstattung, wenn es angekommen ist.",
        ),
        OrderNews::ReturnRejected { .. } => (
            "ist nicht möglich",
            format!("der Laden nimmt dies aus Ihrer Bestellung {number} nicht zurück: {goods}."),
            "Wenn Sie nicht einverstanden sind, schreiben Sie dem Laden.",
        ),
        _ => (
            "ist angekommen",
            format!("dies ist aus Ihrer Bestellung {number} zurückgekommen: {goods}."),
            "Sie hören von uns, wenn die Erstattung unterwegs ist.",
        ),
    };
    let second = letter.message.clone().unwrap_or_else(|| second.to_owned());
    (
        format!("Die Rücksendung zu Bestellung {number} bei {brand} {what}"),
        first,
        second,
    )
}

/// A letter to the staff about a new order, in English.
pub(super) fn new_in_english(letter: &OrderLetter, brand: &str) -> Words {
    let (number, goods) = (letter.number, goods(letter, "more"));
    (
        format!("New order {number} at {brand}"),
        format!("order {number} is paid, {}: {goods}.", letter.total),
        "Ship it, and create a fulfillment in the order: the shopper is told by e-mail.".to_owned(),
    )
}

/// The same in German.
pub(super) fn new_in_german(letter: &OrderLetter, brand: &str) -> Words {
    let (number, goods) = (letter.number, goods(letter, "weitere"));
    (
        format!("Neue Bestellung {number} bei {brand}"),
        format!("Bestellung {number} ist bezahlt, {}: {goods}.", letter.total),
        "Versenden Sie sie und legen Sie das Paket in der Bestellung an: Der Käufer erfährt es per E-Mail.".to_owned(),
    )
}

fn goods(letter: &OrderLetter, more: &str) -> String {
    let goods = letter.goods.iter();
    let goods: Vec<String> = goods
        .map(|(quantity, name)| format!("{quantity} × {name}"))
        .collect();
    join(&goods, more)
}

/// The names of goods, and how many more there are.
pub(super) fn join(goods: &[String], more: &str) -> String {
    let mut named: Vec<String> = goods.iter().take(MOST_GOODS).cloned().collect();
    let rest = goods.len() - named.len();
    if rest > 0 {
        named.push(format!("{rest} {more}"));
    }
    named.join(", ")
}

fn tracking(letter: &OrderLetter, words: [&str; 3]) -> Option<String> {
    let tracking = &letter.tracking;
    let parts = [&tracking.carrier, &tracking.number, &tracking.url];
    let told: Vec<String> = words
        .iter()
        .zip(parts)
        .filter_map(|(word, part)| part.as_ref().map(|part| format!("{word} {part}")))
        .collect();
    // No stop behind an address: mail programs take it for a part of the link.
    (!told.is_empty()).then(|| told.join(". "))
}

fn amount(letter: &OrderLetter) -> String {
    letter.refunded.unwrap_or(letter.total).to_string()
}

#[cfg(test)]
mod tests {
    use kernel::ids::{FulfillmentId, OrderId, RefundId};
    use kernel::{Currency, Money};
    use uuid::Uuid;

    use super::*;
    use crate::orders::Tracking;

    fn letter() -> OrderLetter {
        OrderLetter {
            order_id: OrderId::from_uuid(Uuid::nil()),
            number: 1001,
            total: Money::new(2870, Currency::Eur),
            goods: vec![(2, "Mug (Blue)".to_owned()), (1, "Bowl".to_owned())],
            tracking: Tracking::default(),
            refunded: Some(Money::new(1190, Currency::Eur)),
            message: None,
        }
    }

    #[test]
    fn a_letter_tells_what_happened_to_what() {
        let mut letter = letter();
        let (subject, first, _) = english(&letter, OrderNews::Confirmed, "Aurora");
        assert_eq!(subject, "Order 1001 at Aurora is confirmed");
        assert_eq!(
            first,
            "thank you for your order 1001: 2 × Mug (Blue), 1 × Bowl. The total of 28.70 EUR is paid."
        );
        let fulfillment_id = FulfillmentId::from_uuid(Uuid::nil());
        let shipped = OrderNews::Shipped { fulfillment_id };
        let (_, _, second) = english(&letter, shipped, "Aurora");
        assert_eq!(second, "The order page shows when it is delivered.");
        letter.tracking = Tracking::parse(Some("GLS"), Some("7"), None).unwrap();
        let (_, _, second) = english(&letter, shipped, "Aurora");
        assert_eq!(
            second,
            "The carrier is GLS. The tracking number is 7. Track the parcel at https://gls-group.com/track/7"
        );
        let refund_id = RefundId::from_uuid(Uuid::nil());
        let (subject, first, _) = german(&letter, OrderNews::Refunded { refund_id }, "Aurora");
        assert_eq!(subject, "Bestellung 1001 bei Aurora wurde erstattet");
        assert_eq!(
            first,
            "wir haben 11.90 EUR für Ihre Bestellung 1001 erstattet."
        );
    }

    #[test]
    fn a_long_order_is_cut() {
        let mut letter = letter();
        letter.goods = vec![(1, "Mug".to_owned()); 23];
        let (_, first, _) = new_in_english(&letter, "Aurora");
        assert!(first.ends_with("1 × Mug, 3 more."), "{first}");
    }
}
