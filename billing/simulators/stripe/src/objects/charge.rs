//! Charges: made by confirming an intent, booked to the balance once they are captured.

use serde_json::{Value, json};

use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    ids, methods,
    methods::Behaviour,
    money,
    rows::{Charge, Failure, Intent},
    store::{Movement, State, table::Scope},
};

const DAY: i64 = 24 * 3600;
/// How long a card that is authorised online can be captured.
const AUTHORISED_DAYS: i64 = 7;

impl Charge {
    /// Captured, and still without its balance transaction.
    pub(crate) fn is_unsettled(&self) -> bool {
        self.status == "succeeded"
            && self.captured
            && self.balance_transaction.is_none()
            && self.source_transfer.is_none()
    }
}

/// The object.
pub(crate) fn present(row: &Charge) -> Value {
    let card = row.card.as_deref().and_then(methods::card);
    let failure = row.failure.as_ref();
    let details = match &card {
        Some(card) => methods::details(card, row.amount, capture_before(row), failure),
        None => json!({ "type": "stripe_account", "stripe_account": {} }),
    };
    let paid = row.status == "succeeded";
    json!({
        "id": row.id,
        "object": "charge",
        "amount": row.amount,
        "amount_captured": row.amount_captured,
        "amount_refunded": row.amount_refunded,
        "application": null,
        "application_fee": null,
        "application_fee_amount": null,
        "balance_transaction": row.balance_transaction,
        "billing_details": methods::billing_details(),
        "calculated_statement_descriptor": descriptor(row),
        "captured": row.captured,
        "created": row.created,
        "currency": row.currency,
        "customer": null,
        "description": row.description,
        "disputed": row.disputed,
        "failure_balance_transaction": null,
        "failure_code": failure.map(|failure| &failure.code),
        "failure_message": failure.map(|failure| &failure.message),
        "fraud_details": {},
        "livemode": false,
        "metadata": row.metadata,
        "on_behalf_of": null,
        "outcome": outcome(row),
        "paid": paid,
        "payment_intent": row.payment_intent,
        "payment_method": row.payment_method,
        "payment_method_details": details,
        "presentment_details": null,
        "radar_options": {},
        "receipt_email": row.receipt_email,
        "receipt_number": null,
        "receipt_url": paid.then(|| format!("https://pay.stripe.com/receipts/{}", row.id)),
        "refunded": row.amount_refunded > 0 && row.amount_refunded == refundable_total(row),
        "review": null,
        "shipping": row.shipping,
        "source": null,
        "source_transfer": row.source_transfer,
        "statement_descriptor": row.statement_descriptor,
        "statement_descriptor_suffix": row.statement_descriptor_suffix,
        "status": row.status,
        "transfer_data": null,
        "transfer_group": row.transfer_group,
    })
}

pub(crate) fn retrieve(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let row = state.charges.get(&call.account, id);
    row.map(present)
        .ok_or_else(|| Refusal::not_found("charge", id, "id"))
}

pub(crate) fn list(state: &mut State, mut call: Call) -> Outcome<Value> {
    let (page, created) = call::dated_page(&mut call.params)?;
    let intent = call.params.text("payment_intent")?;
    let group = call.params.text("transfer_group")?;
    call.params.finish()?;
    let key = match (&intent, &group) {
        (Some(intent), _) => Some(("payment_intent", intent.as_str())),
        (None, Some(group)) => Some(("transfer_group", group.as_str())),
        (None, None) => None,
    };
    let scope = Scope {
        account: &call.account,
        key,
    };
    let keep = |row: &Charge| {
        created.includes(row.created) && (group.is_none() || row.transfer_group == group)
    };
    call::list(&state.charges, scope, &page, "/v1/charges", keep, present)
}

/// Records a charge of an intent and returns its id.
pub(crate) fn record(
    state: &mut State,
    intent: &Intent,
    captured: bool,
    failure: Option<Failure>,
) -> String {
    let row = Charge {
        id: ids::new("ch"),
        account: intent.account.clone(),
        amount: intent.amount,
        amount_captured: if captured { intent.amount } else { 0 },
        amount_refunded: 0,
        captured,
        currency: intent.currency.clone(),
        created: state.now,
        status: if failure.is_some() {
            "failed"
        } else {
            "succeeded"
        }
        .into(),
        failure,
        balance_transaction: None,
        payment_intent: Some(intent.id.clone()),
        card: intent.card.clone(),
        payment_method: intent.payment_method.clone(),
        description: intent.description.clone(),
        metadata: intent.metadata.clone(),
        receipt_email: intent.receipt_email.clone(),
        shipping: intent.shipping.clone(),
        statement_descriptor: intent.statement_descriptor.clone(),
        statement_descriptor_suffix: intent.statement_descriptor_suffix.clone(),
        transfer_group: intent.transfer_group.clone(),
        source_transfer: None,
        transferred: 0,
        disputed: false,
    };
    let id = row.id.clone();
    state.charges.put(row);
    id
}

/// Books a captured charge, with its fee, to the balance.
pub(crate) fn book(state: &mut State, id: &str) {
    let Some(row) = state
        .charges
        .any(id)
        .filter(|row| row.is_unsettled())
        .cloned()
    else {
        return;
    };
    let card = row.card.as_deref().and_then(methods::card);
    let at_once = card.is_some_and(|card| matches!(card.behaviour, Behaviour::BypassPending));
    let available_on = if at_once {
        state.now
    } else {
        usual_availability(state)
    };
    let transaction = state.book(Movement {
        account: &row.account,
        amount: row.amount_captured,
        fee: money::fee(&state.config.clone(), row.amount_captured, &row.currency),
        currency: &row.currency,
        available_on,
        kind: "charge",
        source: Some(&row.id),
        description: row.description.clone(),
    });
    state
        .charges
        .change(id, |row| row.balance_transaction = Some(transaction));
}

/// Books a charge that had been left for later, and tells of it.
pub(crate) fn settle(state: &mut State, id: &str) {
    if !state.charges.any(id).is_some_and(Charge::is_unsettled) {
        return;
    }
    book(state, id);
    if let Some(row) = state.charges.any(id) {
        let (account, object) = (row.account.clone(), present(row));
        let before = json!({ "balance_transaction": null });
        state.emit(&account, "charge.updated", &object, Some(before));
    }
}

/// Captures an authorised charge.
pub(crate) fn capture(state: &mut State, id: &str, amount: i64) {
    state.charges.change(id, |row| {
        row.captured = true;
        row.amount_captured = amount;
    });
    book(state, id);
    if let Some(row) = state.charges.any(id) {
        let (account, object) = (row.account.clone(), present(row));
        state.emit(&account, "charge.captured", &object, None);
    }
}

/// Until when an authorised charge can be captured.
pub(crate) fn capture_before(row: &Charge) -> Option<i64> {
    let waits = row.status == "succeeded" && !row.captured && row.amount_refunded == 0;
    waits.then(|| row.created.saturating_add(AUTHORISED_DAYS * DAY))
}

/// Lets go of an authorised charge that is not going to be captured.
pub(crate) fn release(state: &mut State, id: &str) {
    state
        .charges
        .change(id, |row| row.amount_refunded = row.amount);
    if let Some(row) = state.charges.any(id) {
        let (account, object) = (row.account.clone(), present(row));
        state.emit(&account, "charge.refunded", &object, None);
    }
}

/// When the money of a charge made now becomes available.
pub(crate) fn usual_availability(state: &State) -> i64 {
    state
        .now
        .saturating_add(state.config.available_after_days.saturating_mul(DAY))
}

/// When the money of this charge is or was available.
pub(crate) fn availability(state: &State, row: &Charge) -> i64 {
    let transaction = row.balance_transaction.as_deref();
    let transaction = transaction.and_then(|id| state.transactions.any(id));
    transaction.map_or_else(|| usual_availability(state), |booked| booked.available_on)
}

fn refundable_total(row: &Charge) -> i64 {
    if row.captured {
        row.amount_captured
    } else {
        row.amount
    }
}

fn descriptor(row: &Charge) -> Option<String> {
    row.card.as_ref()?;
    Some(match &row.statement_descriptor_suffix {
        Some(suffix) => format!("SIMULATOR* {}", suffix.to_ascii_uppercase()),
        None => "SIMULATOR".to_owned(),
    })
}

fn outcome(row: &Charge) -> Value {
    if row.card.is_none() {
        return Value::Null;
    }
    let Some(failure) = &row.failure else {
        return json!({
            "advice_code": null,
            "network_advice_code": null,
            "network_decline_code": null,
            "network_status": "approved_by_network",
            "reason": null,
            "risk_level": "normal",
            "risk_score": 20,
            "seller_message": "Payment complete.",
            "type": "authorized",
        });
    };
    let (status, kind, level) = if failure.blocked {
        ("not_sent_to_network", "blocked", "highest")
    } else {
        ("declined_by_network", "issuer_declined", "normal")
    };
    json!({
        "advice_code": "try_again_later",
        "network_advice_code": null,
        "network_decline_code": null,
        "network_status": status,
        "reason": failure.decline_code,
        "risk_level": level,
        "risk_score": 20,
        "seller_message": "The bank did not return any further details with this decline.",
        "type": kind,
    })
}
