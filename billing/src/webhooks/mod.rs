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
mod receive;
pub mod signature;
mod store;

/// What an endpoint for Stoa has to be subscribed to. Other events are stored and ignored.
pub const WEBHOOK_EVENTS: &[&str] = &[
    "account.updated",
    "charge.updated",
    "payment_intent.canceled",
    "payment_intent.payment_failed",
    "payment_intent.processing",
    "payment_intent.requires_action",
    "payment_intent.succeeded",
    "refund.failed",
    "refund.updated",
    "transfer.reversed",
];

/// What a message is about: what to fetch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    Payment(String),
    Refund(String),
    Transfer(String),
    Account(String),
}

impl Subject {
    /// What an event is about, if it is one that we use. An object's id becomes part of a path, so
    /// it must look like one.
    fn of(kind: &str, object_id: &str, payment_intent: Option<&str>) -> Option<Self> {
        if !WEBHOOK_EVENTS.contains(&kind) {
            return None;
        }
        let (noun, _) = kind.split_once('.')?;
        let id = if noun == "charge" {
            payment_intent?
        } else {
            object_id
        };
        let is_plain = !id.is_empty()
            && id.len() <= 255
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !is_plain {
            return None;
        }
        let id = id.to_owned();
        match noun {
            "payment_intent" | "charge" => Some(Self::Payment(id)),
            "refund" => Some(Self::Refund(id)),
            "transfer" => Some(Self::Transfer(id)),
            "account" => Some(Self::Account(id)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_that_is_subscribed_to_has_a_subject() {
        for kind in WEBHOOK_EVENTS {
            assert!(Subject::of(kind, "id_1", Some("pi_1")).is_some(), "{kind}");
        }
    }

    #[test]
    fn what_is_fetched_is_named_by_an_id_and_nothing_else() {
        assert_eq!(
            Subject::of("charge.updated", "ch_1", Some("pi_1")),
            Some(Subject::Payment("pi_1".to_owned()))
        );
        assert_eq!(Subject::of("charge.updated", "ch_1", None), None);
        assert_eq!(Subject::of("refund.updated", "re_1/../x", None), None);
        assert_eq!(Subject::of("refund.updated", "", None), None);
        assert_eq!(Subject::of("balance.available", "x", None), None);
    }
}
