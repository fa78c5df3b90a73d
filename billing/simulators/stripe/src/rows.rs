//! What is kept of each object; how it looks on the wire is decided in `objects/`.

#![expect(
    clippy::struct_field_names,
    reason = "fields are named as Stripe names them"
)]

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use serde_json::{Value, value::RawValue};

use crate::store::table::Row;

pub(crate) type Meta = BTreeMap<String, String>;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Intent {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) status: Cow<'static, str>,
    pub(crate) created: i64,
    pub(crate) client_secret: String,
    pub(crate) capture_method: String,
    pub(crate) confirmation_method: String,
    /// `allow_redirects` of automatic payment methods; `None` when they are off.
    pub(crate) automatic: Option<String>,
    pub(crate) amount_received: i64,
    pub(crate) amount_capturable: i64,
    pub(crate) description: Option<String>,
    pub(crate) metadata: Meta,
    /// The test token that stands for the card, such as `pm_card_visa`.
    pub(crate) card: Option<String>,
    pub(crate) payment_method: Option<String>,
    pub(crate) latest_charge: Option<String>,
    pub(crate) last_payment_error: Option<Value>,
    pub(crate) next_action: Option<Value>,
    pub(crate) receipt_email: Option<String>,
    pub(crate) setup_future_usage: Option<String>,
    pub(crate) shipping: Option<Value>,
    pub(crate) statement_descriptor: Option<String>,
    pub(crate) statement_descriptor_suffix: Option<String>,
    pub(crate) transfer_group: Option<String>,
    pub(crate) canceled_at: Option<i64>,
    pub(crate) cancellation_reason: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Charge {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) amount: i64,
    pub(crate) amount_captured: i64,
    pub(crate) amount_refunded: i64,
    pub(crate) captured: bool,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) status: Cow<'static, str>,
    /// The decline, by its token, when it failed.
    pub(crate) failure: Option<Failure>,
    pub(crate) balance_transaction: Option<String>,
    pub(crate) payment_intent: Option<String>,
    pub(crate) card: Option<String>,
    pub(crate) payment_method: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) metadata: Meta,
    pub(crate) receipt_email: Option<String>,
    pub(crate) shipping: Option<Value>,
    pub(crate) statement_descriptor: Option<String>,
    pub(crate) statement_descriptor_suffix: Option<String>,
    pub(crate) transfer_group: Option<String>,
    /// On a connected account: the transfer that this payment is the other side of.
    pub(crate) source_transfer: Option<String>,
    /// The sum of transfers that name this charge as their source.
    pub(crate) transferred: i64,
    /// Somebody has disputed it, whatever became of that.
    #[serde(default)]
    pub(crate) disputed: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Failure {
    pub(crate) code: String,
    pub(crate) decline_code: String,
    pub(crate) message: String,
    pub(crate) blocked: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) charge: String,
    pub(crate) payment_intent: Option<String>,
    pub(crate) status: Cow<'static, str>,
    pub(crate) reason: Option<String>,
    pub(crate) metadata: Meta,
    pub(crate) balance_transaction: Option<String>,
    pub(crate) failure_reason: Option<String>,
    pub(crate) failure_balance_transaction: Option<String>,
    /// On a connected account: the reversal that this refund is the other side of.
    pub(crate) source_transfer_reversal: Option<String>,
    /// What will become of it by itself: `succeeded` or `failed`.
    pub(crate) becomes: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Transfer {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) amount: i64,
    pub(crate) amount_reversed: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) description: Option<String>,
    pub(crate) destination: String,
    pub(crate) destination_payment: String,
    pub(crate) metadata: Meta,
    pub(crate) balance_transaction: String,
    pub(crate) source_transaction: Option<String>,
    pub(crate) transfer_group: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Reversal {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) transfer: String,
    pub(crate) balance_transaction: String,
    pub(crate) destination_payment_refund: String,
    pub(crate) metadata: Meta,
}

/// A shopper's bank asks for a charge's money back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Dispute {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) charge: String,
    pub(crate) payment_intent: Option<String>,
    pub(crate) reason: String,
    pub(crate) status: Cow<'static, str>,
    pub(crate) due_by: Option<i64>,
    /// What Stripe took for it.
    pub(crate) fee: i64,
    /// The withdrawal, and the reinstatement after it.
    pub(crate) balance_transactions: Vec<String>,
}

/// A movement of one account's balance.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Transaction {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) amount: i64,
    pub(crate) fee: i64,
    pub(crate) currency: String,
    pub(crate) created: i64,
    pub(crate) available_on: i64,
    pub(crate) kind: String,
    pub(crate) source: Option<String>,
    pub(crate) description: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) id: String,
    /// The account that made it: always the platform.
    pub(crate) account: String,
    pub(crate) created: i64,
    pub(crate) kind: String,
    pub(crate) country: String,
    pub(crate) default_currency: String,
    pub(crate) email: Option<String>,
    pub(crate) business_type: Option<String>,
    pub(crate) business_profile: BTreeMap<String, String>,
    pub(crate) capabilities: BTreeMap<String, String>,
    pub(crate) controller: BTreeMap<String, String>,
    pub(crate) details_submitted: bool,
    pub(crate) restricted: bool,
    pub(crate) metadata: Meta,
}

/// An onboarding page, good for one opening.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Link {
    pub(crate) id: String,
    /// The connected account that is onboarded.
    pub(crate) account: String,
    pub(crate) expires_at: i64,
    pub(crate) return_url: String,
    pub(crate) refresh_url: String,
    pub(crate) used: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Endpoint {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) created: i64,
    pub(crate) url: String,
    pub(crate) secret: String,
    pub(crate) enabled_events: Vec<String>,
    /// Receives connected accounts' events.
    pub(crate) connect: bool,
    /// Receives the account's own events.
    pub(crate) own: bool,
    pub(crate) description: Option<String>,
    pub(crate) metadata: Meta,
    pub(crate) deleted: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Event {
    pub(crate) id: String,
    /// Whose event: the platform or a connected account.
    pub(crate) account: String,
    pub(crate) created: i64,
    pub(crate) kind: String,
    pub(crate) object: Box<RawValue>,
    pub(crate) previous: Option<Box<RawValue>>,
    pub(crate) request_id: Option<String>,
    pub(crate) idempotency_key: Option<String>,
    /// Endpoints that have not answered 2xx yet.
    pub(crate) waiting: Vec<String>,
}

/// An answer kept under an idempotency key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) account: String,
    pub(crate) key: String,
    pub(crate) fingerprint: String,
    pub(crate) at: i64,
    pub(crate) status: u16,
    pub(crate) body: Box<RawValue>,
    pub(crate) request_id: String,
}

/// The fields that lists filter by.
macro_rules! rows {
    ($($row:ident($created:ident) { $($key:literal => $value:expr),* })*) => {$(
        impl Row for $row {
            fn id(&self) -> &str {
                &self.id
            }

            fn account(&self) -> &str {
                &self.account
            }

            fn created(&self) -> i64 {
                self.$created
            }

            fn keys(&self) -> Vec<(&'static str, String)> {
                let read: &[(&'static str, fn(&Self) -> Option<&String>)] = &[$(($key, $value)),*];
                read.iter()
                    .filter_map(|(key, value)| Some((*key, value(self)?.clone())))
                    .collect()
            }
        }
    )*};
}

rows! {
    Intent(created) {}
    Charge(created) {
        "payment_intent" => |row| row.payment_intent.as_ref(),
        "transfer_group" => |row| row.transfer_group.as_ref()
    }
    Refund(created) {
        "charge" => |row| Some(&row.charge),
        "payment_intent" => |row| row.payment_intent.as_ref()
    }
    Transfer(created) {
        "transfer_group" => |row| row.transfer_group.as_ref(),
        "destination" => |row| Some(&row.destination)
    }
    Reversal(created) { "transfer" => |row| Some(&row.transfer) }
    Dispute(created) {
        "charge" => |row| Some(&row.charge),
        "payment_intent" => |row| row.payment_intent.as_ref()
    }
    Transaction(created) {
        "source" => |row| row.source.as_ref(),
        "type" => |row| Some(&row.kind)
    }
    Account(created) {}
    Link(expires_at) {}
    Endpoint(created) {}
}
