//! What the staff is written about a dispute.

use kernel::Money;
use kernel::ids::OrderId;
use time::OffsetDateTime;

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
    /// Subject and paragraphs.
    pub(super) fn english(&self, brand: &str) -> (String, String, String) {
        let (number, amount) = (self.order_number, self.amount);
        let deadline = match self.due_by {
            Some(due_by) => format!(
                "Submit evidence to the payment provider by {}.",
                moment(due_by)
            ),
            None => "Submit evidence to the payment provider within a few days.".to_owned(),
        };
        let reason = match self.reason.as_str() {
            "fraudulent" => "fraud",
            "credit_not_processed" => "credit not received",
            "duplicate" => "charged twice",
            "general" => "none given",
            "unrecognized" => "payment not recognised",
            other => &other.replace('_', " "),
        };
        (
            format!("Order {number} at {brand} is disputed"),
            format!("the shopper's bank disputes {amount} of order {number}. Reason: {reason}. {deadline}"),
            "Without evidence in time the dispute is lost, and each merchant bears its share of the amount. The order shows the dispute's status.".to_owned(),
        )
    }

    /// The same in German.
    pub(super) fn german(&self, brand: &str) -> (String, String, String) {
        let (number, amount) = (self.order_number, self.amount);
        let deadline = match self.due_by {
            Some(due_by) => format!(
                "Reichen Sie bis {} Nachweise beim Zahlungsdienst ein.",
                moment(due_by)
            ),
            None => {
                "Reichen Sie Nachweise in den nächsten Tagen beim Zahlungsdienst ein.".to_owned()
            }
        };
        let reason = match self.reason.as_str() {
            "fraudulent" => "Betrug",
            "product_not_received" => "Ware nicht erhalten",
            "product_unacceptable" => "Ware mangelhaft",
            "credit_not_processed" => "Gutschrift nicht erhalten",
            "subscription_canceled" => "Abonnement gekündigt",
            "duplicate" => "doppelt abgebucht",
            "general" => "keiner angegeben",
            "unrecognized" => "Zahlung nicht wiedererkannt",
            other => &other.replace('_', " "),
        };
        (
            format!("Bestellung {number} bei {brand} wird angefochten"),
            format!("die Bank des Käufers ficht {amount} der Bestellung {number} an. Grund: {reason}. {deadline}"),
            "Ohne rechtzeitige Nachweise geht der Fall verloren, und jeder Händler trägt seinen Anteil des Betrags. Die Bestellung zeigt den Stand.".to_owned(),
        )
    }
}

/// A moment as people read it, in the time that no place owns.
fn moment(at: OffsetDateTime) -> String {
    let at = at.to_offset(time::UtcOffset::UTC);
    let (hour, minute) = (at.hour(), at.minute());
    format!("{} {hour:02}:{minute:02} UTC", at.date())
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use time::macros::datetime;
    use uuid::Uuid;

    use super::*;

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
