//! What `/_sim/state` and `/_sim/log` tell.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    ids,
    request_log::{Entry, RequestLog},
    rows::Meta,
    store::{State, balances::Purse},
};

const MAX_LOG: usize = 10_000;

/// Counts, sums and balances; `op_key=` names the metadata key that must not repeat.
pub(crate) fn state(state: &State, query: &str) -> Value {
    let op_key = parameter(query, "op_key").unwrap_or_else(|| "op_id".to_owned());
    let connected: BTreeMap<_, _> = state
        .balances
        .all()
        .keys()
        .filter(|account| *account != ids::PLATFORM)
        .map(|account| (account, purses(state, account)))
        .collect();
    json!({
        "now": state.now,
        "persistent": state.is_kept(),
        "platform": ids::PLATFORM,
        "balance": purses(state, ids::PLATFORM),
        "connected": connected,
        "counts": {
            "accounts": state.accounts.len(),
            "payment_intents": state.intents.len(),
            "payment_intents_succeeded":
                state.intents.iter().filter(|row| row.status == "succeeded").count(),
            "charges": state.charges.iter().filter(|row| row.card.is_some()).count(),
            "charges_succeeded": state
                .charges
                .iter()
                .filter(|row| row.card.is_some() && row.status == "succeeded" && row.captured)
                .count(),
            "charges_unsettled": state.charges.iter().filter(|row| row.is_unsettled()).count(),
            "refunds": platform_refunds(state).count(),
            "transfers": state.transfers.len(),
            "reversals": state.reversals.len(),
            "disputes": state.disputes.len(),
            "balance_transactions": state.transactions.len(),
            "events": state.events.len(),
            "events_undelivered":
                state.events.iter().filter(|event| !event.waiting.is_empty()).count(),
            "webhooks_delivered": state.events.delivered_total(),
        },
        "sums": sums(state),
        "duplicates": duplicates(state, &op_key),
    })
}

/// An account's purses by currency.
pub(crate) fn purses(state: &State, account: &str) -> Value {
    let none = BTreeMap::new();
    let purses = state.balances.of(account).unwrap_or(&none);
    let shown = purses.iter().map(|(currency, purse)| {
        let Purse { pending, available } = *purse;
        (
            currency,
            json!({ "available": available, "pending": pending, "total": purse.total() }),
        )
    });
    json!(shown.collect::<BTreeMap<_, _>>())
}

/// The newest calls first; `path=`, `key=`, `method=` and `status=` filter, `limit=` cuts.
pub(crate) fn log(log: &RequestLog, query: &str) -> Vec<Entry> {
    let path = parameter(query, "path");
    let key = parameter(query, "key");
    let method = parameter(query, "method");
    let status = parameter(query, "status").and_then(|status| status.parse::<u16>().ok());
    let limit = parameter(query, "limit")
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(MAX_LOG);
    log.newest()
        .filter(|entry| {
            path.as_ref()
                .is_none_or(|path| entry.path.contains(path.as_str()))
        })
        .filter(|entry| method.as_ref().is_none_or(|method| entry.method == *method))
        .filter(|entry| status.is_none_or(|status| entry.status == status))
        .filter(|entry| {
            let shown = entry.idempotency_key.as_deref().unwrap_or_default();
            key.as_ref().is_none_or(|key| shown.contains(key.as_str()))
        })
        .take(limit)
        .cloned()
        .collect()
}

fn parameter(query: &str, name: &str) -> Option<String> {
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

fn platform_refunds(state: &State) -> impl Iterator<Item = &crate::rows::Refund> {
    state
        .refunds
        .iter()
        .filter(|row| row.source_transfer_reversal.is_none())
}

/// Sums per currency of what moved.
fn sums(state: &State) -> Value {
    let mut sums: BTreeMap<&str, BTreeMap<&str, i64>> = BTreeMap::new();
    let mut add = |name: &'static str, currency, amount: i64| {
        let sum = sums.entry(name).or_default().entry(currency).or_default();
        *sum = sum.saturating_add(amount);
    };
    for row in state
        .charges
        .iter()
        .filter(|row| row.card.is_some() && row.status == "succeeded")
    {
        add("charges", &row.currency, row.amount_captured);
    }
    for row in platform_refunds(state).filter(|row| row.status != "failed") {
        add("refunds", &row.currency, row.amount);
    }
    for row in state.transfers.iter() {
        add("transfers", &row.currency, row.amount);
    }
    for row in state.reversals.iter() {
        add("reversals", &row.currency, row.amount);
    }
    for row in state
        .transactions
        .iter()
        .filter(|row| row.account == ids::PLATFORM)
    {
        add("fees", &row.currency, row.fee);
    }
    json!(sums)
}

/// Objects of one kind that carry the same operation in their metadata: work done twice.
fn duplicates(state: &State, op_key: &str) -> Value {
    let mut seen: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for row in state.intents.iter() {
        remember(&mut seen, "payment_intent", op_key, &row.metadata, &row.id);
    }
    for row in platform_refunds(state) {
        remember(&mut seen, "refund", op_key, &row.metadata, &row.id);
    }
    for row in state.transfers.iter() {
        remember(&mut seen, "transfer", op_key, &row.metadata, &row.id);
    }
    for row in state.reversals.iter() {
        remember(
            &mut seen,
            "transfer_reversal",
            op_key,
            &row.metadata,
            &row.id,
        );
    }
    let twice = seen.into_iter().filter(|(_, ids)| ids.len() > 1);
    twice
        .map(|((kind, op), ids)| json!({ "object": kind, "op": op, "ids": ids }))
        .collect()
}

fn remember<'a>(
    seen: &mut BTreeMap<(&'a str, &'a str), Vec<&'a str>>,
    kind: &'a str,
    op_key: &str,
    metadata: &'a Meta,
    id: &'a str,
) {
    if let Some(op) = metadata.get(op_key) {
        seen.entry((kind, op)).or_default().push(id);
    }
}
