//! What Stripe answers: only the fields that are used, and every enumeration open to new values.

use std::collections::HashMap;
use std::str::FromStr;

use kernel::ids::TenantId;
use serde::Deserialize;

/// An object, or only its id.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Expandable<T> {
    /// The object.
    Object(T),
    /// Its id.
    Id(String),
}

impl<T> Expandable<T> {
    /// The object, when it came along.
    pub(crate) const fn object(&self) -> Option<&T> {
        match self {
            Self::Object(object) => Some(object),
            Self::Id(_) => None,
        }
    }
}

/// An object of which only the id is used, when it was made, and what we wrote on it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Reference {
    id: String,
    created: Option<i64>,
    #[serde(default)]
    pub(crate) metadata: Metadata,
}

impl Expandable<Reference> {
    /// The id, however it came.
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Object(object) => &object.id,
            Self::Id(id) => id,
        }
    }

    /// When it was made, in Unix seconds, if the object came along.
    pub(crate) fn created(&self) -> Option<i64> {
        self.object().and_then(|object| object.created)
    }
}

/// When an object was made, in Unix seconds, if there is one and it came along.
pub(crate) fn created(reference: Option<&Expandable<Reference>>) -> Option<i64> {
    reference.and_then(Expandable::created)
}

/// What we wrote on an object when we made it. An object that nothing was written on has `null`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "Option<HashMap<String, String>>")]
pub(crate) struct Metadata(HashMap<String, String>);

impl From<Option<HashMap<String, String>>> for Metadata {
    fn from(written: Option<HashMap<String, String>>) -> Self {
        Self(written.unwrap_or_default())
    }
}

impl Metadata {
    /// The id called `name`, if there is one and it is of that kind.
    pub(crate) fn id<T: FromStr>(&self, name: &str) -> Option<T> {
        self.0.get(name)?.parse().ok()
    }

    /// Whose object it claims to be. That is a hint: the tenant's own rows decide.
    pub(crate) fn tenant_id(&self) -> Option<TenantId> {
        self.id("tenant_id")
    }
}

/// How far a payment intent is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum IntentStatus {
    RequiresPaymentMethod,
    RequiresConfirmation,
    RequiresAction,
    Processing,
    RequiresCapture,
    Canceled,
    Succeeded,
    #[serde(other)]
    Other,
}

/// A payment intent.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Intent {
    pub(crate) id: String,
    pub(crate) status: IntentStatus,
    #[serde(default)]
    pub(crate) amount_received: i64,
    pub(crate) currency: String,
    pub(crate) client_secret: Option<String>,
    pub(crate) livemode: bool,
    pub(crate) latest_charge: Option<Expandable<Charge>>,
    pub(crate) last_payment_error: Option<PaymentFailure>,
    #[serde(default)]
    pub(crate) metadata: Metadata,
}

/// A charge.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Charge {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) balance_transaction: Option<Expandable<BalanceTransaction>>,
    payment_method_details: Option<MethodDetails>,
}

impl Charge {
    /// Until when it can be captured, in Unix seconds, if the provider says so.
    pub(crate) fn capture_before(&self) -> Option<i64> {
        let card = self.payment_method_details.as_ref()?.card.as_ref()?;
        card.capture_before
    }
}

/// What a charge was paid with.
#[derive(Debug, Clone, Deserialize)]
struct MethodDetails {
    card: Option<CardDetails>,
}

/// The card that a charge was paid with.
#[derive(Debug, Clone, Deserialize)]
struct CardDetails {
    capture_before: Option<i64>,
}

/// What a charge did to the platform's balance.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct BalanceTransaction {
    pub(crate) id: String,
    pub(crate) amount: i64,
    pub(crate) fee: i64,
    pub(crate) currency: String,
}

/// A balance transaction in the list of all: what one movement did to the platform's balance.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Movement {
    pub(crate) id: String,
    /// Minor units that the balance became larger by, after fees.
    pub(crate) net: i64,
    pub(crate) currency: String,
    #[serde(rename = "type")]
    kind: String,
    source: Option<Expandable<Reference>>,
}

impl Movement {
    /// When the charge was made that this books, in Unix seconds; `None` when it books something else.
    pub(crate) fn charged_at(&self) -> Option<i64> {
        let is_charge = matches!(self.kind.as_str(), "charge" | "payment");
        created(self.source.as_ref().filter(|_| is_charge))
    }
}

/// Why an attempt to pay failed.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct PaymentFailure {
    pub(crate) code: Option<String>,
    pub(crate) decline_code: Option<String>,
    pub(crate) charge: Option<String>,
}

impl PaymentFailure {
    /// The failure in one line; another attempt makes another line.
    pub(crate) fn line(&self) -> String {
        let code = self.decline_code.as_deref().or(self.code.as_deref());
        let code = code.unwrap_or("declined");
        match &self.charge {
            Some(charge) => format!("{code} ({charge})"),
            None => code.to_owned(),
        }
    }
}

/// How far a refund is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RefundStatus {
    Pending,
    RequiresAction,
    Succeeded,
    Failed,
    Canceled,
    #[serde(other)]
    Other,
}

/// A refund.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) status: Option<RefundStatus>,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) payment_intent: Option<Expandable<Reference>>,
    pub(crate) balance_transaction: Option<Expandable<Reference>>,
    pub(crate) reason: Option<String>,
    pub(crate) failure_reason: Option<String>,
    pub(crate) failure_balance_transaction: Option<Expandable<Reference>>,
    #[serde(default)]
    pub(crate) metadata: Metadata,
}

/// A dispute: a shopper's bank asks for a charge's money back.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Dispute {
    pub(crate) id: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) status: String,
    pub(crate) reason: String,
    pub(crate) payment_intent: Option<Expandable<Reference>>,
    /// What it did to the platform's balance: nothing yet, a withdrawal, and perhaps a reinstatement.
    pub(crate) balance_transactions: Vec<DisputeMovement>,
    pub(crate) evidence_details: EvidenceDetails,
}

/// What a dispute did to the platform's balance.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct DisputeMovement {
    pub(crate) id: String,
    /// Below zero a withdrawal, above a reinstatement.
    pub(crate) amount: i64,
    /// What it costs; below zero, what is given back of that.
    pub(crate) fee: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
}

/// Until when a dispute can be answered.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct EvidenceDetails {
    /// Unix seconds.
    pub(crate) due_by: Option<i64>,
}

/// A transfer to a connected account.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Transfer {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) destination: Option<Expandable<Reference>>,
    pub(crate) source_transaction: Option<Expandable<Reference>>,
    pub(crate) balance_transaction: Option<Expandable<Reference>>,
    #[serde(default)]
    pub(crate) amount_reversed: i64,
    #[serde(default)]
    pub(crate) metadata: Metadata,
}

impl Transfer {
    /// The account that it went to.
    pub(crate) fn destination_id(&self) -> Option<&str> {
        self.destination.as_ref().map(Expandable::id)
    }
}

/// A transfer taken back, in part or whole.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Reversal {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) balance_transaction: Option<Expandable<Reference>>,
}

/// A connected account.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Account {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) details_submitted: bool,
    #[serde(default)]
    pub(crate) capabilities: Capabilities,
    #[serde(default)]
    pub(crate) metadata: Metadata,
}

/// What a connected account may do.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Capabilities {
    pub(crate) transfers: Option<String>,
}

/// A page where a merchant gives Stripe its details. Works once.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct AccountLink {
    pub(crate) url: String,
    pub(crate) expires_at: i64,
}

/// One page of a list.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct List<T = serde_json::Value> {
    pub(crate) data: Vec<T>,
    #[serde(default)]
    pub(crate) has_more: bool,
}

/// An object of a list, as far as finding one's own goes.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Listed {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) metadata: Metadata,
}

/// What is wrong with a request.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct ErrorAnswer {
    #[serde(default, rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) code: String,
    #[serde(default)]
    pub(crate) message: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_fields_and_values_break_nothing() {
        let intent: Intent = serde_json::from_value(serde_json::json!({
            "id": "pi_1", "object": "payment_intent", "status": "requires_telepathy",
            "currency": "eur", "livemode": false, "client_secret": null,
            "latest_charge": {"id": "ch_1", "created": 1, "balance_transaction": "txn_1", "new": {}},
            "last_payment_error": null, "metadata": {"tenant_id": "nonsense"}, "brand_new": [1],
        }))
        .unwrap();

        assert_eq!(intent.status, IntentStatus::Other);
        assert_eq!(intent.metadata.tenant_id(), None);
        let charge = intent.latest_charge.unwrap();
        let charge = charge.object().unwrap();
        assert!(
            charge
                .balance_transaction
                .as_ref()
                .unwrap()
                .object()
                .is_none()
        );
    }

    #[test]
    fn an_object_that_nothing_was_written_on_is_understood() {
        let bare = serde_json::json!({
            "id": "re_1", "status": "succeeded", "amount": 1, "currency": "eur", "created": 1,
            "metadata": null,
        });
        let refund: Refund = serde_json::from_value(bare.clone()).unwrap();
        let listed: Listed = serde_json::from_value(bare).unwrap();

        assert_eq!(refund.metadata.tenant_id(), None);
        assert_eq!(
            (listed.id.as_str(), listed.metadata.tenant_id()),
            ("re_1", None)
        );
        let told: Listed = serde_json::from_value(serde_json::json!({
            "id": "re_2", "metadata": {"tenant_id": "tnt_00000000000000000000000001"},
        }))
        .unwrap();
        assert!(told.metadata.tenant_id().is_some());
    }

    #[test]
    fn each_failed_attempt_has_a_line_of_its_own() {
        let failure = |charge: Option<&str>| PaymentFailure {
            code: Some("card_declined".to_owned()),
            decline_code: Some("insufficient_funds".to_owned()),
            charge: charge.map(str::to_owned),
        };

        assert_eq!(failure(Some("ch_1")).line(), "insufficient_funds (ch_1)");
        assert_eq!(failure(None).line(), "insufficient_funds");
    }
}
