//! Which operation a method and a path mean.

use serde_json::Value;

use crate::{
    auth,
    call::Call,
    error::{Outcome, Refusal},
    objects::{
        account, account_link, balance, capture, charge, confirm, create, dispute, event,
        payment_intent, refund, reversal, reverse, transfer, webhook_endpoint,
    },
    store::State,
};

/// Runs the operation.
pub(crate) fn dispatch(state: &mut State, method: &str, path: &str, call: Call) -> Outcome<Value> {
    let rest = path
        .strip_prefix("/v1/")
        .unwrap_or_default()
        .trim_end_matches('/');
    let segments: Vec<&str> = rest.split('/').collect();
    if call.publishable && !is_for_browsers(method, &segments) {
        return Err(auth::secret_key_required());
    }
    match segments.split_first() {
        Some((&"payment_intents", rest)) => intents(state, method, rest, call),
        Some((
            &"charges"
            | &"refunds"
            | &"disputes"
            | &"events"
            | &"balance"
            | &"balance_transactions",
            _,
        )) => plain(state, method, &segments, call),
        Some((&"transfers", rest)) => transfers(state, method, rest, call),
        Some((&"accounts" | &"account_links" | &"webhook_endpoints", _)) => {
            connect(state, method, &segments, call)
        }
        _ => Err(unrecognized(method, path)),
    }
}

fn is_for_browsers(method: &str, segments: &[&str]) -> bool {
    matches!(
        (method, segments),
        ("GET", ["payment_intents", _]) | ("POST", ["payment_intents", _, "confirm"])
    )
}

fn intents(state: &mut State, method: &str, rest: &[&str], call: Call) -> Outcome<Value> {
    match (method, rest) {
        ("POST", []) => create::create(state, call),
        ("GET", []) => payment_intent::list(state, call),
        ("GET", [id]) => payment_intent::retrieve(state, call, id),
        ("POST", [id]) => payment_intent::update(state, call, id),
        ("POST", [id, "confirm"]) => confirm::confirm(state, call, id),
        ("POST", [id, "capture"]) => capture::capture(state, call, id),
        ("POST", [id, "cancel"]) => capture::cancel(state, call, id),
        _ => Err(unrecognized(
            method,
            &format!("/v1/payment_intents/{}", rest.join("/")),
        )),
    }
}

fn plain(state: &mut State, method: &str, segments: &[&str], call: Call) -> Outcome<Value> {
    match (method, segments) {
        ("GET", ["charges"]) => charge::list(state, call),
        ("GET", ["charges", id]) => charge::retrieve(state, call, id),
        ("POST", ["refunds"]) => refund::create(state, call),
        ("GET", ["refunds"]) => refund::list(state, call),
        ("GET", ["refunds", id]) => refund::retrieve(state, call, id),
        ("GET", ["disputes"]) => dispute::list(state, call),
        ("GET", ["disputes", id]) => dispute::retrieve(state, call, id),
        ("GET", ["events"]) => event::list(state, call),
        ("GET", ["events", id]) => event::retrieve(state, call, id),
        ("GET", ["balance"]) => balance::retrieve(state, call),
        ("GET", ["balance_transactions"]) => balance::transactions(state, call),
        ("GET", ["balance_transactions", id]) => balance::transaction(state, call, id),
        _ => Err(unrecognized(method, &format!("/v1/{}", segments.join("/")))),
    }
}

fn transfers(state: &mut State, method: &str, rest: &[&str], call: Call) -> Outcome<Value> {
    match (method, rest) {
        ("POST", []) => transfer::create(state, call),
        ("GET", []) => transfer::list(state, call),
        ("GET", [id]) => transfer::retrieve(state, call, id),
        ("POST", [id]) => transfer::update(state, call, id),
        ("POST", [id, "reversals"]) => reverse::reverse(state, call, id),
        ("GET", [id, "reversals"]) => reversal::list(state, call, id),
        ("GET", [id, "reversals", reversal]) => reversal::retrieve(state, call, id, reversal),
        _ => Err(unrecognized(
            method,
            &format!("/v1/transfers/{}", rest.join("/")),
        )),
    }
}

fn connect(state: &mut State, method: &str, segments: &[&str], call: Call) -> Outcome<Value> {
    match (method, segments) {
        ("POST", ["accounts"]) => account::create(state, call),
        ("GET", ["accounts"]) => account::list(state, call),
        ("GET", ["accounts", id]) => account::retrieve(state, call, id),
        ("POST", ["accounts", id]) => account::update(state, call, id),
        ("POST", ["account_links"]) => account_link::create(state, call),
        ("POST", ["webhook_endpoints"]) => webhook_endpoint::create(state, call),
        ("GET", ["webhook_endpoints"]) => webhook_endpoint::list(state, call),
        ("GET", ["webhook_endpoints", id]) => webhook_endpoint::retrieve(state, call, id),
        ("DELETE", ["webhook_endpoints", id]) => webhook_endpoint::delete(state, call, id),
        _ => Err(unrecognized(method, &format!("/v1/{}", segments.join("/")))),
    }
}

fn unrecognized(method: &str, path: &str) -> Refusal {
    let message = format!(
        "Unrecognized request URL ({method}: {path}). Please see https://stripe.com/docs or we can \
         help at https://support.stripe.com/."
    );
    let mut refusal = Refusal::failed(None, message);
    refusal.status = 404;
    refusal.executed = false;
    refusal
}
