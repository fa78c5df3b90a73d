//! `expand[]`: ids in an answer replaced by the objects they name.

use serde_json::Value;

use crate::{
    error::{Outcome, Refusal},
    objects::{account, balance, charge, dispute, payment_intent, refund, reversal, transfer},
    store::{State, table::Scope},
};

const MAX_DEPTH: usize = 4;
const EXPANDABLE: &[&str] = &[
    "account",
    "balance_transaction",
    "charge",
    "destination",
    "destination_payment",
    "destination_payment_refund",
    "failure_balance_transaction",
    "latest_charge",
    "payment_intent",
    "refunds",
    "source",
    "source_transaction",
    "source_transfer",
    "source_transfer_reversal",
    "transfer",
];
/// Always `null` here, so expanding them changes nothing.
const ALWAYS_NULL: &[&str] = &[
    "application",
    "application_fee",
    "customer",
    "on_behalf_of",
    "review",
    "source_refund",
    "transfer_reversal",
];

/// Refuses paths that no object has, before anything is done.
pub(crate) fn check(paths: &[String]) -> Outcome<()> {
    for path in paths {
        let names = path.strip_prefix("data.").unwrap_or(path);
        if names.split('.').count() > MAX_DEPTH {
            let message = "You cannot expand more than 4 levels of a property.";
            return Err(Refusal::invalid(
                Some("property_expansion_max_depth"),
                "expand",
                message,
            ));
        }
        let unknown = names
            .split('.')
            .find(|name| !EXPANDABLE.contains(name) && !ALWAYS_NULL.contains(name));
        if let Some(name) = unknown {
            let message = format!("This property cannot be expanded ({name}).");
            return Err(Refusal::invalid(None, "expand", message));
        }
    }
    Ok(())
}

/// Expands every path in the answer.
pub(crate) fn apply(state: &State, answer: &mut Value, paths: &[String]) {
    for path in paths {
        let names: Vec<&str> = path.split('.').collect();
        walk(state, answer, &names);
    }
}

fn walk(state: &State, at: &mut Value, names: &[&str]) {
    let Some((name, rest)) = names.split_first() else {
        return;
    };
    if let Value::Array(items) = at {
        for item in items {
            walk(state, item, names);
        }
        return;
    }
    let Value::Object(members) = at else { return };
    if *name == "refunds"
        && let Some(id) = members.get("id").and_then(Value::as_str).map(str::to_owned)
    {
        members.insert("refunds".to_owned(), refunds(state, &id));
    }
    let Some(member) = members.get_mut(*name) else {
        return;
    };
    if let Value::String(id) = &*member
        && let Some(object) = object(state, id)
    {
        *member = object;
    }
    walk(state, member, rest);
}

fn object(state: &State, id: &str) -> Option<Value> {
    let (prefix, _) = id.split_once('_')?;
    match prefix {
        "pi" => state.intents.any(id).map(payment_intent::present),
        "ch" | "py" => state.charges.any(id).map(charge::present),
        "re" | "pyr" => state.refunds.any(id).map(refund::present),
        "tr" => state
            .transfers
            .any(id)
            .map(|row| transfer::present(state, row)),
        "trr" => state.reversals.any(id).map(reversal::present),
        "txn" => state
            .transactions
            .any(id)
            .map(|row| balance::present(row, state.now)),
        "du" => state
            .disputes
            .any(id)
            .map(|row| dispute::present(state, row)),
        "acct" => state.accounts.any(id).map(account::present),
        _ => None,
    }
}

fn refunds(state: &State, charge: &str) -> Value {
    let account = state
        .charges
        .any(charge)
        .map(|row| row.account.clone())
        .unwrap_or_default();
    let scope = Scope {
        account: &account,
        key: Some(("charge", charge)),
    };
    let rows = state
        .refunds
        .within(scope)
        .rev()
        .map(refund::present)
        .collect();
    crate::call::list_object(&format!("/v1/charges/{charge}/refunds"), rows, false)
}
