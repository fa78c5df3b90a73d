//! Webhooks: signed messages that say where to look.
//!
//! Owns `webhook_events`. Invariants:
//! - nothing is stored whose signature does not prove where it comes from, and nothing is answered
//!   with success before it is stored;
//! - a message moves nothing by itself: the object it names is fetched, and facts are applied;
//! - what cannot be applied is set aside with a note, never dropped.
//!
//! May use every other part of billing.

mod apply;
mod ending;
mod quarantine;
mod receive;
pub mod signature;
mod store;
mod subjects;

pub use quarantine::{Quarantine, QuarantinedWebhook};
pub use store::{QuarantineFilter, WebhookBacklog};

/// What an endpoint for Stoa has to be subscribed to. Other events about our objects are set aside, unless
/// they say nothing that the object does not; those about other objects are stored and ignored.
pub const WEBHOOK_EVENTS: &[&str] = &[
    "account.updated",
    "charge.dispute.closed",
    "charge.dispute.created",
    "charge.dispute.funds_reinstated",
    "charge.dispute.funds_withdrawn",
    "charge.dispute.updated",
    "charge.refund.updated",
    "charge.refunded",
    "charge.updated",
    "payment_intent.amount_capturable_updated",
    "payment_intent.canceled",
    "payment_intent.payment_failed",
    "payment_intent.processing",
    "payment_intent.requires_action",
    "payment_intent.succeeded",
    "payout.canceled",
    "payout.failed",
    "refund.created",
    "refund.failed",
    "refund.updated",
    "transfer.reversed",
];

/// Events that need no subscription: once the object is applied, they leave nothing to be done.
const ALSO_APPLIED: &[&str] = &[
    "account.external_account.created",
    "account.external_account.deleted",
    "account.external_account.updated",
    "capability.updated",
    "charge.captured",
    "charge.expired",
    "charge.failed",
    "charge.pending",
    "charge.succeeded",
    "payment_intent.created",
    "payout.created",
    "payout.paid",
    "payout.reconciliation_completed",
    "payout.updated",
    "person.created",
    "person.deleted",
    "person.updated",
    "transfer.created",
    "transfer.updated",
];

/// Whether nothing is left to be done about an event when its object has been applied. For the others
/// people have to look.
fn is_applied(kind: &str) -> bool {
    let is_for_people = matches!(kind, "payout.canceled" | "payout.failed");
    ALSO_APPLIED.contains(&kind) || (WEBHOOK_EVENTS.contains(&kind) && !is_for_people)
}

/// Whether people should know that an event of this kind is about an object that is not ours: money came
/// or went that no order explains.
fn matters_of_anybody(kind: &str) -> bool {
    matches!(
        kind,
        "account.updated" | "charge.updated" | "transfer.reversed"
    ) || (kind.starts_with("payment_intent.") && WEBHOOK_EVENTS.contains(&kind))
}

/// What a message says about where to look.
#[derive(Debug, Clone, Copy)]
struct Told<'a> {
    kind: &'a str,
    object_id: &'a str,
    payment_intent: Option<&'a str>,
    /// The connected account in which it happened; none when it was the platform's own.
    account: Option<&'a str>,
}

/// What a message is about: what to fetch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    Payment(String),
    /// Every refund of a payment.
    RefundsOf(String),
    Refund(String),
    Dispute(String),
    Transfer(String),
    Account(String),
    /// Money on its way to the platform's own bank account.
    OwnPayout(String),
}

impl Subject {
    /// What an event is about, if it may be an object of ours. An object's id becomes part of a path, so
    /// it must look like one.
    fn of(told: Told<'_>) -> Option<Self> {
        let plain = |id: &str| is_plain(id).then(|| id.to_owned());
        let (noun, verb) = told.kind.split_once('.')?;
        if let Some(account) = told.account {
            // What happens inside a merchant's account is the merchant's; how it can be paid is ours, too.
            let is_about_it = matches!(noun, "account" | "capability" | "person" | "payout");
            return plain(account).filter(|_| is_about_it).map(Self::Account);
        }
        match noun {
            "charge" if verb.starts_with("dispute.") => plain(told.object_id).map(Self::Dispute),
            "charge" if verb.starts_with("refund.") => plain(told.object_id).map(Self::Refund),
            "charge" if verb == "refunded" => plain(told.payment_intent?).map(Self::RefundsOf),
            "payment_intent" => plain(told.object_id).map(Self::Payment),
            "refund" => plain(told.object_id).map(Self::Refund),
            "transfer" => plain(told.object_id).map(Self::Transfer),
            "account" if told.object_id.starts_with("acct_") => {
                plain(told.object_id).map(Self::Account)
            }
            "payout" if !is_applied(told.kind) => plain(told.object_id).map(Self::OwnPayout),
            // Whatever names a payment: charges, reviews, warnings of fraud.
            _ => plain(told.payment_intent?).map(Self::Payment),
        }
    }
}

fn is_plain(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 255
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(kind: &str, object_id: &str, payment_intent: Option<&str>) -> Option<Subject> {
        Subject::of(Told {
            kind,
            object_id,
            payment_intent,
            account: None,
        })
    }

    #[test]
    fn every_event_that_is_subscribed_to_has_a_subject() {
        for kind in WEBHOOK_EVENTS {
            let id = if kind.starts_with("account") {
                "acct_1"
            } else {
                "id_1"
            };
            assert!(about(kind, id, Some("pi_1")).is_some(), "{kind}");
        }
    }

    #[test]
    fn what_is_fetched_is_named_by_an_id_and_nothing_else() {
        let named = |subject: fn(String) -> Subject, id: &str| Some(subject(id.to_owned()));
        assert_eq!(
            about("charge.updated", "ch_1", Some("pi_1")),
            named(Subject::Payment, "pi_1")
        );
        assert_eq!(
            about("charge.refunded", "ch_1", Some("pi_1")),
            named(Subject::RefundsOf, "pi_1")
        );
        assert_eq!(
            about("charge.refund.updated", "re_1", Some("pi_1")),
            named(Subject::Refund, "re_1")
        );
        assert_eq!(
            about("charge.dispute.created", "du_1", Some("pi_1")),
            named(Subject::Dispute, "du_1")
        );
        assert_eq!(
            about("review.opened", "prv_1", Some("pi_1")),
            named(Subject::Payment, "pi_1")
        );
        assert_eq!(about("charge.updated", "ch_1", None), None);
        assert_eq!(about("refund.updated", "re_1/../x", None), None);
        assert_eq!(about("refund.updated", "", None), None);
        assert_eq!(about("balance.available", "x", None), None);
        assert_eq!(about("customer.created", "cus_1", None), None);
    }

    #[test]
    fn what_happens_in_a_merchant_s_account_is_ours_only_when_it_is_about_its_payouts() {
        let inside = |kind| {
            Subject::of(Told {
                kind,
                object_id: "id_1",
                payment_intent: Some("pi_1"),
                account: Some("acct_1"),
            })
        };
        let account = Some(Subject::Account("acct_1".to_owned()));

        assert_eq!(inside("payout.failed"), account);
        assert_eq!(inside("account.application.deauthorized"), account);
        assert_eq!(inside("charge.refunded"), None);
        assert_eq!(inside("refund.created"), None);
    }
}
