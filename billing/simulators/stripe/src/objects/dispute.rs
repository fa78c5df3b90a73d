//! Disputes: a shopper's bank takes a charge's money back, and perhaps gives it again. They are
//! opened and decided through the control API, as shoppers and banks do it outside of Stripe's.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::charge;
use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    ids,
    rows::{Charge, Dispute},
    store::{Movement, State, table::Scope},
};

const DAY: i64 = 24 * 3600;
/// What Stripe takes for a dispute unless a test says otherwise, in minor units.
const USUAL_FEE: i64 = 1500;

const EVIDENCE: &[&str] = &[
    "access_activity_log",
    "billing_address",
    "cancellation_policy",
    "cancellation_policy_disclosure",
    "cancellation_rebuttal",
    "customer_communication",
    "customer_email_address",
    "customer_name",
    "customer_purchase_ip",
    "customer_signature",
    "duplicate_charge_documentation",
    "duplicate_charge_explanation",
    "duplicate_charge_id",
    "product_description",
    "receipt",
    "refund_policy",
    "refund_policy_disclosure",
    "refund_refusal_explanation",
    "service_date",
    "service_documentation",
    "shipping_address",
    "shipping_carrier",
    "shipping_date",
    "shipping_documentation",
    "shipping_tracking_number",
    "uncategorized_file",
    "uncategorized_text",
];

/// What a dispute is opened with.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Opening {
    /// What is left of the charge, when it is absent.
    amount: Option<i64>,
    reason: Option<String>,
    /// Until when evidence counts: Unix seconds.
    evidence_due_by: Option<i64>,
    fee: Option<i64>,
    /// The bank only asks for now, and takes nothing.
    #[serde(default)]
    inquiry: bool,
}

/// How a dispute goes on.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields, tag = "outcome")]
pub(crate) enum Turn {
    /// Evidence was sent; the bank looks at it.
    UnderReview,
    /// An inquiry becomes a dispute that takes money.
    Escalated,
    /// The bank believes the merchant. Stripe keeps its fee, unless told otherwise.
    Won {
        #[serde(default)]
        returns_fee: bool,
    },
    /// The bank believes the shopper.
    Lost,
    /// An inquiry ends, and nothing has moved.
    WarningClosed,
}

/// The object.
pub(crate) fn present(state: &State, row: &Dispute) -> Value {
    let evidence: Map<String, Value> = EVIDENCE
        .iter()
        .map(|name| ((*name).to_owned(), Value::Null))
        .collect();
    let transactions: Vec<Value> = row
        .balance_transactions
        .iter()
        .filter_map(|id| state.transactions.any(id))
        .map(|booked| super::balance::present(booked, state.now))
        .collect();
    let is_past_due = row.due_by.is_some_and(|due_by| due_by < state.now);
    let was_answered = !matches!(&*row.status, "needs_response" | "warning_needs_response");
    json!({
        "id": row.id,
        "object": "dispute",
        "amount": row.amount,
        "balance_transactions": transactions,
        "charge": row.charge,
        "created": row.created,
        "currency": row.currency,
        "enhanced_eligibility_types": [],
        "evidence": evidence,
        "evidence_details": {
            "due_by": row.due_by,
            "enhanced_eligibility": {},
            "has_evidence": was_answered,
            "past_due": is_past_due,
            "submission_count": i64::from(was_answered),
        },
        "is_charge_refundable": row.status.starts_with("warning_"),
        "livemode": false,
        "metadata": {},
        "payment_intent": row.payment_intent,
        "payment_method_details": {
            "card": {
                "brand": "visa",
                "case_type": if row.status.starts_with("warning_") { "inquiry" } else { "chargeback" },
                "network_reason_code": "10.4",
            },
            "type": "card",
        },
        "reason": row.reason,
        "status": row.status,
    })
}

pub(crate) fn retrieve(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let row = state.disputes.get(&call.account, id);
    row.map(|row| present(state, row))
        .ok_or_else(|| Refusal::not_found("dispute", id, "id"))
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
    let keep = |row: &Dispute| {
        created.includes(row.created) && (intent.is_none() || row.payment_intent == intent)
    };
    let shown = |row: &Dispute| present(state, row);
    call::list(&state.disputes, scope, &page, "/v1/disputes", keep, shown)
}

/// Whether a charge cannot be refunded because its money is disputed, or was lost that way.
pub(crate) fn holds(state: &State, charge: &str) -> bool {
    of_charge(state, charge).any(|row| !row.status.starts_with("warning_") && row.status != "won")
}

fn of_charge<'a>(state: &'a State, charge: &'a str) -> impl Iterator<Item = &'a Dispute> {
    let scope = Scope {
        account: ids::PLATFORM,
        key: Some(("charge", charge)),
    };
    state.disputes.within(scope)
}

/// A shopper goes to the bank about a charge, or the charge of an intent.
pub(crate) fn open(state: &mut State, id: &str, opening: Opening) -> Outcome<Value> {
    let intent = state.intents.any(id);
    let paid_by = intent.and_then(|intent| intent.latest_charge.clone());
    let id = paid_by.unwrap_or_else(|| id.to_owned());
    let found = state.charges.get(ids::PLATFORM, &id);
    let charge = found
        .filter(|row| row.status == "succeeded" && row.captured)
        .cloned()
        .ok_or_else(|| Refusal::not_found("captured charge", &id, "id"))?;
    if of_charge(state, &id).any(|row| !is_closed(row)) {
        return Err(Refusal::failed(None, "The charge is disputed already."));
    }
    charge::settle(state, &id);
    let left = charge
        .amount_captured
        .saturating_sub(charge.amount_refunded);
    let amount = opening.amount.unwrap_or(left);
    if holds(state, &id) || !(1..=left).contains(&amount) {
        return Err(Refusal::failed(
            None,
            format!("{amount} of {left} cannot be disputed."),
        ));
    }
    let row = Dispute {
        id: ids::new("du"),
        account: charge.account.clone(),
        amount,
        currency: charge.currency.clone(),
        created: state.now,
        charge: id.clone(),
        payment_intent: charge.payment_intent,
        reason: opening.reason.unwrap_or_else(|| "fraudulent".to_owned()),
        status: if opening.inquiry {
            "warning_needs_response"
        } else {
            "needs_response"
        }
        .into(),
        due_by: Some(
            opening
                .evidence_due_by
                .unwrap_or_else(|| state.now.saturating_add(DAY.saturating_mul(9))),
        ),
        fee: opening.fee.unwrap_or(USUAL_FEE),
        balance_transactions: Vec::new(),
    };
    let dispute = row.id.clone();
    state.disputes.put(row);
    state.charges.change(&id, |row| row.disputed = true);
    if !opening.inquiry {
        withdraw(state, &dispute);
    }
    tell(state, &dispute, "charge.dispute.created", None);
    if !opening.inquiry {
        tell(state, &dispute, "charge.dispute.funds_withdrawn", None);
    }
    shown(state, &dispute)
}

/// The bank decides, or does something on the way there.
pub(crate) fn turn(state: &mut State, id: &str, turn: &Turn) -> Outcome<Value> {
    let Some(row) = state.disputes.any(id).cloned() else {
        return Err(Refusal::not_found("dispute", id, "id"));
    };
    let is_inquiry = row.status.starts_with("warning_");
    let next = match turn {
        Turn::UnderReview if is_inquiry => "warning_under_review",
        Turn::UnderReview => "under_review",
        Turn::Escalated if is_inquiry => "needs_response",
        Turn::Won { .. } if !is_inquiry => "won",
        Turn::Lost if !is_inquiry => "lost",
        Turn::WarningClosed if is_inquiry => "warning_closed",
        Turn::Escalated | Turn::Won { .. } | Turn::Lost | Turn::WarningClosed => "",
    };
    if is_closed(&row) || next.is_empty() {
        let message = format!("A dispute that is {} does not go on like that.", row.status);
        return Err(Refusal::failed(None, message));
    }
    state.disputes.change(id, |row| row.status = next.into());
    match turn {
        Turn::Escalated => withdraw(state, id),
        Turn::Won { returns_fee } => reinstate(state, id, *returns_fee),
        Turn::UnderReview | Turn::Lost | Turn::WarningClosed => {}
    }
    let before = json!({ "status": row.status });
    match turn {
        Turn::UnderReview => tell(state, id, "charge.dispute.updated", Some(before)),
        Turn::Escalated => {
            tell(state, id, "charge.dispute.updated", Some(before));
            tell(state, id, "charge.dispute.funds_withdrawn", None);
        }
        Turn::Won { .. } => {
            tell(state, id, "charge.dispute.closed", Some(before));
            tell(state, id, "charge.dispute.funds_reinstated", None);
        }
        Turn::Lost | Turn::WarningClosed => {
            tell(state, id, "charge.dispute.closed", Some(before));
        }
    }
    shown(state, id)
}

fn is_closed(row: &Dispute) -> bool {
    matches!(&*row.status, "won" | "lost" | "warning_closed")
}

/// The amount and the fee leave the balance, in one movement.
fn withdraw(state: &mut State, id: &str) {
    book(state, id, "withdrawal", |row| {
        (row.amount.saturating_neg(), row.fee)
    });
}

/// The amount comes back.
fn reinstate(state: &mut State, id: &str, returns_fee: bool) {
    book(state, id, "reversal", |row| {
        let fee = if returns_fee { row.fee } else { 0 };
        (row.amount, fee.saturating_neg())
    });
}

fn book(state: &mut State, id: &str, what: &str, how_much: impl FnOnce(&Dispute) -> (i64, i64)) {
    let Some(row) = state.disputes.any(id).cloned() else {
        return;
    };
    let charge: Option<Charge> = state.charges.any(&row.charge).cloned();
    let available_on = charge.map_or(state.now, |charge| charge::availability(state, &charge));
    let (amount, fee) = how_much(&row);
    let transaction = state.book(Movement {
        account: &row.account,
        amount,
        fee,
        currency: &row.currency,
        available_on: available_on.max(state.now),
        kind: "adjustment",
        source: Some(id),
        description: Some(format!("Chargeback {what} for {}", row.charge)),
    });
    state
        .disputes
        .change(id, |row| row.balance_transactions.push(transaction));
}

fn tell(state: &mut State, id: &str, kind: &str, before: Option<Value>) {
    if let Some(row) = state.disputes.any(id) {
        let (account, object) = (row.account.clone(), present(state, row));
        state.emit(&account, kind, &object, before);
    }
}

fn shown(state: &State, id: &str) -> Outcome<Value> {
    let row = state.disputes.any(id);
    row.map(|row| present(state, row))
        .ok_or_else(|| Refusal::not_found("dispute", id, "id"))
}
