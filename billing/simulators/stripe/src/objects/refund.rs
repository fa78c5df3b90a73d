//! Refunds of captured charges, up to what was captured and not yet refunded.

use serde_json::{Value, json};

use super::{charge, dispute};
use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    ids, methods,
    methods::Behaviour,
    money,
    rows::{Charge, Meta, Refund},
    store::{Later, Movement, State, table::Scope},
};

const REASONS: &[&str] = &["duplicate", "fraudulent", "requested_by_customer"];

/// The object.
pub(crate) fn present(row: &Refund) -> Value {
    let destination = match row.source_transfer_reversal {
        Some(_) => Value::Null,
        None => json!({
            "type": "card",
            "card": {
                "reference": null,
                "reference_status": "pending",
                "reference_type": "acquirer_reference_number",
                "type": "refund",
            },
        }),
    };
    let mut object = json!({
        "id": row.id,
        "object": "refund",
        "amount": row.amount,
        "balance_transaction": row.balance_transaction,
        "charge": row.charge,
        "created": row.created,
        "currency": row.currency,
        "customer": null,
        "customer_account": null,
        "destination_details": destination,
        "metadata": row.metadata,
        "payment_intent": row.payment_intent,
        "payment_method": null,
        "reason": row.reason,
        "receipt_number": null,
        "source_transfer_reversal": row.source_transfer_reversal,
        "status": row.status,
        "transfer_reversal": null,
    });
    if let Value::Object(members) = &mut object {
        if row.status == "pending" {
            members.insert("pending_reason".to_owned(), json!("processing"));
        }
        if let Some(reason) = &row.failure_reason {
            members.insert("failure_reason".to_owned(), json!(reason));
            let transaction = json!(row.failure_balance_transaction);
            members.insert("failure_balance_transaction".to_owned(), transaction);
        }
    }
    object
}

pub(crate) fn retrieve(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let row = state.refunds.get(&call.account, id);
    row.map(present)
        .ok_or_else(|| Refusal::not_found("refund", id, "id"))
}

pub(crate) fn list(state: &mut State, mut call: Call) -> Outcome<Value> {
    let (page, created) = call::dated_page(&mut call.params)?;
    let charge = call.params.text("charge")?;
    let intent = call.params.text("payment_intent")?;
    call.params.finish()?;
    let key = match (&charge, &intent) {
        (Some(charge), _) => Some(("charge", charge.as_str())),
        (None, Some(intent)) => Some(("payment_intent", intent.as_str())),
        (None, None) => None,
    };
    let scope = Scope {
        account: &call.account,
        key,
    };
    let keep = |row: &Refund| {
        created.includes(row.created) && (intent.is_none() || row.payment_intent == intent)
    };
    call::list(&state.refunds, scope, &page, "/v1/refunds", keep, present)
}

pub(crate) fn create(state: &mut State, mut call: Call) -> Outcome<Value> {
    let params = &mut call.params;
    let charge_id = params.text("charge")?;
    let intent_id = params.text("payment_intent")?;
    let amount = params.integer("amount")?;
    if let Some(amount) = amount {
        money::positive(amount)?;
    }
    let reason = params.choice("reason", REASONS)?;
    let reverses = params.boolean("reverse_transfer")?.unwrap_or(false);
    let returns_fee = params.boolean("refund_application_fee")?.unwrap_or(false);
    let mut metadata = Meta::new();
    if let Some(change) = params.metadata()? {
        change.apply(&mut metadata);
    }
    call.params.finish()?;

    let row = source(
        state,
        &call.account,
        charge_id.as_deref(),
        intent_id.as_deref(),
    )?;
    if reverses {
        let message = format!(
            "Cannot reverse transfer on charge: Charge {} does not have an \
                               associated transfer.",
            row.id
        );
        return Err(Refusal::failed(None, message).about("reverse_transfer"));
    }
    if returns_fee {
        let message = format!(
            "Attempting to refund_application_fee on charge {}, but it has no \
                               application fee.",
            row.id
        );
        return Err(Refusal::failed(None, message).about("refund_application_fee"));
    }
    if dispute::holds(state, &row.id) {
        let message = format!(
            "Charge {} has been charged back; cannot issue a refund.",
            row.id
        );
        return Err(Refusal::failed(Some("charge_disputed"), message));
    }
    let left = row.amount_captured.saturating_sub(row.amount_refunded);
    if left == 0 {
        let message = format!("Charge {} has already been refunded.", row.id);
        return Err(Refusal::failed(Some("charge_already_refunded"), message));
    }
    let amount = amount.unwrap_or(left);
    if amount > left {
        let message = format!(
            "Refund amount ({amount}) is greater than unrefunded amount on charge ({left})"
        );
        return Err(Refusal::failed(None, message).about("amount"));
    }
    Ok(refund(state, &row, amount, reason, metadata))
}

/// A refund with a mind of its own (`pm_card_pendingRefund`, `pm_card_refundFail`) changes now.
pub(crate) fn change(state: &mut State, id: &str) {
    let Some(row) = state.refunds.any(id).cloned() else {
        return;
    };
    let before = json!({ "status": row.status });
    match row.becomes.as_deref() {
        Some("succeeded") => state
            .refunds
            .change(id, |row| row.status = "succeeded".into()),
        Some("failed") => fail(state, &row),
        _ => return,
    }
    state.refunds.change(id, |row| row.becomes = None);
    let Some(row) = state.refunds.any(id).cloned() else {
        return;
    };
    let object = present(&row);
    if row.status == "failed" {
        state.emit(&row.account, "refund.failed", &object, None);
    }
    state.emit(
        &row.account,
        "refund.updated",
        &object,
        Some(before.clone()),
    );
    state.emit(&row.account, "charge.refund.updated", &object, Some(before));
}

fn source(
    state: &State,
    account: &str,
    charge: Option<&str>,
    intent: Option<&str>,
) -> Outcome<Charge> {
    let id = match (charge, intent) {
        (Some(charge), None) => charge.to_owned(),
        (_, Some(id)) => {
            let missing = || Refusal::missing("payment_intent", id, "payment_intent");
            let intent = state.intents.get(account, id).ok_or_else(missing)?;
            let paid = intent
                .latest_charge
                .clone()
                .filter(|_| intent.status == "succeeded");
            let paid = paid.ok_or_else(|| {
                let message = format!(
                    "This PaymentIntent ({id}) does not have a successful charge to refund."
                );
                Refusal::failed(Some("payment_intent_unexpected_state"), message)
            })?;
            if charge.is_some_and(|charge| charge != paid) {
                let message = "The charge and the payment_intent do not belong together.";
                return Err(Refusal::failed(None, message).about("charge"));
            }
            paid
        }
        (None, None) => {
            let message = "One of the following params should be provided for this request: \
                           payment_intent or charge.";
            return Err(Refusal::invalid(
                Some("parameter_missing"),
                "charge",
                message,
            ));
        }
    };
    let row = state.charges.get(account, &id);
    let row = row.ok_or_else(|| Refusal::missing("charge", &id, "charge"))?;
    if row.status == "succeeded" && row.captured && row.source_transfer.is_none() {
        return Ok(row.clone());
    }
    let message = format!("Charge {id} has not been captured and cannot be refunded.");
    Err(Refusal::failed(None, message).about("charge"))
}

fn refund(
    state: &mut State,
    charge: &Charge,
    amount: i64,
    reason: Option<String>,
    metadata: Meta,
) -> Value {
    charge::settle(state, &charge.id);
    let available_on = charge::availability(state, state.charges.any(&charge.id).unwrap_or(charge));
    let card = charge.card.as_deref().and_then(methods::card);
    let (status, becomes) = match card.map(|card| card.behaviour) {
        Some(Behaviour::RefundPends) => ("pending", Some("succeeded".to_owned())),
        Some(Behaviour::RefundFails) => ("succeeded", Some("failed".to_owned())),
        _ => ("succeeded", None),
    };
    let id = ids::new("re");
    let transaction = state.book(Movement {
        account: &charge.account,
        amount: amount.saturating_neg(),
        fee: 0,
        currency: &charge.currency,
        available_on: available_on.max(state.now),
        kind: "refund",
        source: Some(&id),
        description: Some(format!("REFUND FOR CHARGE ({})", charge.id)),
    });
    let row = Refund {
        id: id.clone(),
        account: charge.account.clone(),
        amount,
        currency: charge.currency.clone(),
        created: state.now,
        charge: charge.id.clone(),
        payment_intent: charge.payment_intent.clone(),
        status: status.into(),
        reason,
        metadata,
        balance_transaction: Some(transaction),
        failure_reason: None,
        failure_balance_transaction: None,
        source_transfer_reversal: None,
        becomes,
    };
    let object = present(&row);
    if row.becomes.is_some() {
        state.later(Later::ChangeRefund(id));
    }
    state.refunds.put(row);
    state.emit(&charge.account, "refund.created", &object, None);
    add_refunded(state, &charge.id, amount);
    if let Some(row) = state.charges.any(&charge.id) {
        let shown = charge::present(row);
        let before = json!({ "amount_refunded": charge.amount_refunded });
        state.emit(&charge.account, "charge.refunded", &shown, Some(before));
    }
    object
}

/// The bank sent the money back: it returns to the balance, and the charge is as before.
fn fail(state: &mut State, row: &Refund) {
    let transaction = state.book(Movement {
        account: &row.account,
        amount: row.amount,
        fee: 0,
        currency: &row.currency,
        available_on: state.now,
        kind: "refund_failure",
        source: Some(&row.id),
        description: Some(format!("REFUND FAILURE ({})", row.charge)),
    });
    state.refunds.change(&row.id, |row| {
        row.status = "failed".into();
        row.failure_reason = Some("unknown".to_owned());
        row.failure_balance_transaction = Some(transaction);
    });
    add_refunded(state, &row.charge, row.amount.saturating_neg());
}

fn add_refunded(state: &mut State, charge: &str, amount: i64) {
    state.charges.change(charge, |row| {
        row.amount_refunded = row.amount_refunded.saturating_add(amount);
    });
}
