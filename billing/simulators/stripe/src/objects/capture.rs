//! Capturing and cancelling payment intents.

use serde_json::Value;

use super::{charge, payment_intent};
use crate::{
    call::Call,
    error::{Outcome, Refusal},
    rows::{Charge, Intent},
    store::State,
};

const REASONS: &[&str] = &[
    "abandoned",
    "duplicate",
    "fraudulent",
    "requested_by_customer",
];

pub(crate) fn capture(state: &mut State, mut call: Call, id: &str) -> Outcome<Value> {
    let mut intent = payment_intent::find(state, &mut call, id)?;
    let asked = call.params.integer("amount_to_capture")?;
    let suffix = call.params.unsettable("statement_descriptor_suffix")?;
    if let Some(change) = call.params.metadata()? {
        change.apply(&mut intent.metadata);
    }
    call.params.finish()?;
    let charge = intent.latest_charge.clone();
    let Some(charge) = charge.filter(|_| intent.status == "requires_capture") else {
        let message = format!(
            "This PaymentIntent could not be captured because it has a status of {}. Only a \
             PaymentIntent with one of the following statuses may be captured: requires_capture.",
            intent.status
        );
        return Err(payment_intent::unexpected_state(&intent, message));
    };
    let amount = asked.unwrap_or(intent.amount_capturable);
    if amount < 1 || amount > intent.amount_capturable {
        let code = Some("amount_too_large").filter(|_| amount > 0);
        let message = format!(
            "The amount to capture must be between 1 and {}, the amount that can be captured.",
            intent.amount_capturable
        );
        return Err(Refusal::failed(code, message).about("amount_to_capture"));
    }
    suffix.apply(&mut intent.statement_descriptor_suffix);
    charge::capture(state, &charge, amount);
    intent.status = "succeeded".into();
    intent.amount_received = amount;
    intent.amount_capturable = 0;
    let object = payment_intent::present(&intent);
    state.emit(&intent.account, "payment_intent.succeeded", &object, None);
    state.intents.put(intent);
    Ok(object)
}

pub(crate) fn cancel(state: &mut State, mut call: Call, id: &str) -> Outcome<Value> {
    let mut intent = payment_intent::find(state, &mut call, id)?;
    let reason = call.params.choice("cancellation_reason", REASONS)?;
    call.params.finish()?;
    if !is_cancellable(&intent) {
        let message = format!(
            "You cannot cancel this PaymentIntent because it has a status of {}. Only a \
             PaymentIntent with one of the following statuses may be canceled: \
             requires_payment_method, requires_capture, requires_confirmation, requires_action, \
             processing.",
            intent.status
        );
        return Err(payment_intent::unexpected_state(&intent, message));
    }
    if intent.status == "requires_capture"
        && let Some(charge) = intent.latest_charge.clone()
    {
        charge::release(state, &charge);
    }
    intent.status = "canceled".into();
    intent.amount_capturable = 0;
    intent.canceled_at = Some(state.now);
    intent.cancellation_reason = reason;
    intent.next_action = None;
    let object = payment_intent::present(&intent);
    state.emit(&intent.account, "payment_intent.canceled", &object, None);
    state.intents.put(intent);
    Ok(object)
}

/// Lets go of everything that was authorised and not captured in time.
pub(crate) fn expire(state: &mut State) {
    let now = state.now;
    let over = |row: &Charge| charge::capture_before(row).is_some_and(|moment| moment <= now);
    let expired: Vec<Charge> = state
        .charges
        .iter()
        .filter(|row| over(row))
        .cloned()
        .collect();
    for row in expired {
        charge::release(state, &row.id);
        if let Some(row) = state.charges.any(&row.id) {
            let (account, object) = (row.account.clone(), charge::present(row));
            state.emit(&account, "charge.expired", &object, None);
        }
        let intent = row.payment_intent.as_deref().unwrap_or_default();
        let Some(mut intent) = state.intents.any(intent).cloned() else {
            continue;
        };
        intent.status = "canceled".into();
        intent.amount_capturable = 0;
        intent.canceled_at = Some(now);
        intent.cancellation_reason = Some("automatic".to_owned());
        let object = payment_intent::present(&intent);
        state.emit(&intent.account, "payment_intent.canceled", &object, None);
        state.intents.put(intent);
    }
}

fn is_cancellable(intent: &Intent) -> bool {
    intent.status == "requires_capture" || payment_intent::is_open(&intent.status)
}
