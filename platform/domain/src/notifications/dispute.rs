//! What the staff is written about a dispute.

use kernel::Money;
use kernel::ids::OrderId;
use time::OffsetDateTime;

use super::words::{LetterText, Words, moment, texts};

/// A dispute that waits for the store's answer.
#[derive(Debug)]
pub(super) struct DisputeNotice {
    pub(super) order_id: OrderId,
    pub(super) order_number: i64,
    pub(super) amount: Money,
    /// In the provider's words.
    pub(super) reason: String,
    pub(super) due_by: Option<OffsetDateTime>,
}

impl DisputeNotice {
    pub(super) fn text(&self, words: &Words<'_>) -> LetterText<'_> {
        let deadline = match self.due_by {
            Some(due_by) => texts::dispute_deadline(moment(due_by)),
            None => texts::dispute_deadline_unknown(),
        };
        texts::dispute(
            self.order_number.to_string(),
            self.amount.to_string(),
            &self.reason,
            self.reason.replace('_', " "),
            words.say(deadline),
        )
    }
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use time::macros::datetime;
    use uuid::Uuid;

    use super::*;
    use crate::notifications::words::Said;

    impl DisputeNotice {
        fn english(&self, brand: &str) -> (String, String, String) {
            self.said(&Words::of("en", brand))
        }

        fn german(&self, brand: &str) -> (String, String, String) {
            self.said(&Words::of("de", brand))
        }

        fn said(&self, words: &Words<'_>) -> (String, String, String) {
            let Said {
                subject,
                paragraphs: [first, second],
                ..
            } = words.write(self.text(words));
            (subject, first, second)
        }
    }

    #[test]
    fn the_deadline_the_amount_and_the_reason_are_told() {
        let mut notice = DisputeNotice {
            order_id: OrderId::from_uuid(Uuid::nil()),
            order_number: 1001,
            amount: Money::new(1490, Currency::Eur),
            reason: "product_not_received".to_owned(),
            due_by: Some(datetime!(2026-12-08 23:59:59 UTC)),
        };

        let (subject, first, _) = notice.english("Aurora");
        assert_eq!(subject, "Order 1001 at Aurora is disputed");
        assert_eq!(
            first,
            "the shopper's bank disputes 14.90 EUR of order 1001. Reason: product not received. \
             Submit evidence to the payment provider by 2026-12-08 23:59 UTC."
        );
        let (_, first, _) = notice.german("Aurora");
        assert_eq!(
            first,
            "die Bank des Käufers ficht 14.90 EUR der Bestellung 1001 an. Grund: Ware nicht erhalten. \
             Reichen Sie bis 2026-12-08 23:59 UTC Nachweise beim Zahlungsdienst ein."
        );
        notice.due_by = None;
        assert!(
            notice
                .english("Aurora")
                .1
                .ends_with("Submit evidence to the payment provider within a few days.")
        );
    }
}
