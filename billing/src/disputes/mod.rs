//! Disputes: a shopper's bank takes a payment's money back, and perhaps gives it again.
//!
//! Owns `disputes`. Invariants:
//! - a dispute moves money only as the provider's balance transactions say: each is a fact in the books
//!   once, however often and in whatever order it is told;
//! - as long as the provider has the money, the merchants' shares are taken in proportion to what is left
//!   of them; when it comes back they are given back, when it is lost the merchants bear it;
//! - the provider's fee is the merchants', by what each brought in.
//!
//! May use `payments`, `refunds` for what is taken, `transfers` and `ledger`.

mod books;
mod facts;
mod store;

use kernel::Money;
use kernel::ids::{DisputeId, RefundId};
use time::OffsetDateTime;

/// The query with which a dispute brings its payment along.
pub(crate) const EXPANDED: &str = "?expand[]=payment_intent";

/// A dispute of a payment.
#[derive(Debug, Clone)]
pub(crate) struct Dispute {
    pub(crate) id: DisputeId,
    pub(crate) provider_id: String,
    /// In the provider's words.
    pub(crate) status: String,
    pub(crate) reason: String,
    pub(crate) amount: Money,
    /// What the provider took for it and has not given back.
    pub(crate) fee_minor: i64,
    pub(crate) evidence_due_by: Option<OffsetDateTime>,
    /// What it takes of the shares, as long as the provider has the money.
    pub(crate) taking: Option<RefundId>,
    /// The merchants bear it.
    pub(crate) is_lost: bool,
    pub(crate) created_at: OffsetDateTime,
}

/// Whether a dispute in this status waits for the store's answer.
fn is_to_be_answered(status: &str) -> bool {
    matches!(
        status,
        "needs_response" | "warning_needs_response" | "appeal_needs_response"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_that_is_new_to_us_asks_for_nothing() {
        assert!(is_to_be_answered("needs_response"));
        assert!(is_to_be_answered("warning_needs_response"));
        for status in ["under_review", "won", "lost", "warning_closed", "invented"] {
            assert!(!is_to_be_answered(status), "{status}");
        }
    }
}
