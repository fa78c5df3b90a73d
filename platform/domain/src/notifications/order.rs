//! What people are written about orders.

use kernel::OrderNews;

use time::OffsetDateTime;

use super::words::{LetterText, Words, moment, texts};
use crate::orders::{OrderLetter, Tracking};

/// The most kinds of goods that a letter names.
const MOST_GOODS: usize = 20;

/// A letter to a shopper.
pub(super) fn text(
    letter: &OrderLetter,
    news: OrderNews,
    words: &Words<'_>,
) -> LetterText<'static> {
    let (number, goods) = (letter.number.to_string(), goods(letter, words));
    let message = || letter.message.clone();
    match news {
        OrderNews::Confirmed if letter.authorized_until.is_some() => {
            texts::order_authorized(number, goods, letter.total.to_string())
        }
        OrderNews::Confirmed => texts::order_confirmed(number, goods, letter.total.to_string()),
        OrderNews::Shipped { .. } => {
            texts::order_shipped(number, goods).with_second(tracking(&letter.tracking, words))
        }
        OrderNews::Delivered { .. } => texts::order_delivered(number, goods),
        OrderNews::Cancelled => texts::order_cancelled(number, goods),
        OrderNews::UnitsCancelled { .. } => {
            let money = letter.refunded.map(|refunded| {
                if letter.is_left_out {
                    texts::order_units_left_out()
                } else {
                    texts::order_units_refunded(refunded.to_string())
                }
            });
            let money = money.map(|it| words.say(it));
            texts::order_units_cancelled(number, goods).with_second(money)
        }
        OrderNews::Refunded { .. } => {
            let amount = letter.refunded.unwrap_or(letter.total);
            texts::order_refunded(number, amount.to_string())
        }
        OrderNews::ReturnApproved { .. } => {
            texts::return_approved(number, goods).with_second(message())
        }
        OrderNews::ReturnRejected { .. } => {
            texts::return_rejected(number, goods).with_second(message())
        }
        OrderNews::ReturnReceived { .. } => {
            texts::return_received(number, goods).with_second(message())
        }
    }
}

/// A letter to the staff about a new order.
pub(super) fn new_order(letter: &OrderLetter, words: &Words<'_>) -> LetterText<'static> {
    let (number, total) = (letter.number.to_string(), letter.total.to_string());
    match letter.authorized_until {
        Some(until) => {
            texts::new_order_authorized(number, goods(letter, words), total, moment(until))
        }
        None => texts::new_order(number, goods(letter, words), total),
    }
}

/// A letter to the staff about an authorization that ends soon.
pub(super) fn authorization(letter: &OrderLetter, until: OffsetDateTime) -> LetterText<'static> {
    let (number, total) = (letter.number.to_string(), letter.total.to_string());
    texts::authorization_ends(number, total, moment(until))
}

fn goods(letter: &OrderLetter, words: &Words<'_>) -> String {
    let goods = letter.goods.iter();
    let goods: Vec<String> = goods
        .map(|(quantity, name)| format!("{quantity} × {name}"))
        .collect();
    join(&goods, words)
}

/// The names of goods, and how many more there are.
pub(super) fn join(goods: &[String], words: &Words<'_>) -> String {
    let mut named: Vec<String> = goods.iter().take(MOST_GOODS).cloned().collect();
    let rest = goods.len() - named.len();
    if rest > 0 {
        named.push(words.say(texts::more(rest)));
    }
    named.join(", ")
}

fn tracking(tracking: &Tracking, words: &Words<'_>) -> Option<String> {
    let told = [
        tracking.carrier.as_ref().map(texts::tracking_carrier),
        tracking.number.as_ref().map(texts::tracking_number),
        tracking.url.as_ref().map(texts::tracking_page),
    ];
    let told: Vec<String> = told.into_iter().flatten().map(|it| words.say(it)).collect();
    // No stop behind an address: mail programs take it for a part of the link.
    (!told.is_empty()).then(|| told.join(". "))
}

#[cfg(test)]
mod tests {
    use kernel::ids::{FulfillmentId, OrderId, RefundId};
    use kernel::{Currency, Money};
    use uuid::Uuid;

    use super::*;
    use crate::notifications::words::Said;

    fn english(letter: &OrderLetter, news: OrderNews, brand: &str) -> (String, String, String) {
        let words = Words::of("en", brand);
        said(words.write(text(letter, news, &words)))
    }

    fn german(letter: &OrderLetter, news: OrderNews, brand: &str) -> (String, String, String) {
        let words = Words::of("de", brand);
        said(words.write(text(letter, news, &words)))
    }

    fn new_in_english(letter: &OrderLetter, brand: &str) -> (String, String, String) {
        let words = Words::of("en", brand);
        said(words.write(new_order(letter, &words)))
    }

    fn said(said: Said) -> (String, String, String) {
        let [first, second] = said.paragraphs;
        (said.subject, first, second)
    }

    fn letter() -> OrderLetter {
        OrderLetter {
            order_id: OrderId::from_uuid(Uuid::nil()),
            number: 1001,
            total: Money::new(2870, Currency::Eur),
            goods: vec![(2, "Mug (Blue)".to_owned()), (1, "Bowl".to_owned())],
            tracking: Tracking::default(),
            refunded: Some(Money::new(1190, Currency::Eur)),
            is_left_out: false,
            authorized_until: None,
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
