//! The balance of an account, and the transactions behind it.

use serde_json::{Value, json};

use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    ids,
    rows::Transaction,
    store::{State, balances::Purse, table::Scope},
};

/// A balance transaction.
pub(crate) fn present(row: &Transaction, now: i64) -> Value {
    let fees = if row.fee == 0 {
        json!([])
    } else {
        json!([{
            "amount": row.fee,
            "application": null,
            "currency": row.currency,
            "description": if is_of_dispute(row) { "Dispute fee" } else { "Stripe processing fees" },
            "type": "stripe_fee",
        }])
    };
    json!({
        "id": row.id,
        "object": "balance_transaction",
        "amount": row.amount,
        "available_on": row.available_on,
        "balance_type": "payments",
        "created": row.created,
        "currency": row.currency,
        "description": row.description,
        "exchange_rate": null,
        "fee": row.fee,
        "fee_details": fees,
        "net": row.amount.saturating_sub(row.fee),
        "reporting_category": category(row),
        "source": row.source,
        "status": if row.available_on <= now { "available" } else { "pending" },
        "type": row.kind,
    })
}

pub(crate) fn retrieve(state: &mut State, call: Call) -> Outcome<Value> {
    let Call {
        account, params, ..
    } = call;
    params.finish()?;
    let purses = state.balances.of(&account);
    let amounts = |of: fn(&Purse) -> i64| -> Vec<Value> {
        let none = Purse::default();
        let purses = purses.into_iter().flatten();
        let mut amounts: Vec<_> = purses
            .map(|(currency, purse)| amount(currency, of(purse)))
            .collect();
        if amounts.is_empty() {
            amounts.push(amount("usd", of(&none)));
        }
        amounts
    };
    // Money that covers connected accounts' debts; there are none here.
    let reserved = (account == ids::PLATFORM).then(|| amounts(|_| 0));
    let mut balance = json!({
        "object": "balance",
        "available": amounts(|purse| purse.available),
        "livemode": false,
        "pending": amounts(|purse| purse.pending),
        "refund_and_dispute_prefunding": {
            "available": amounts(|_| 0),
            "pending": amounts(|_| 0),
        },
    });
    if let (Value::Object(members), Some(reserved)) = (&mut balance, reserved) {
        members.insert("connect_reserved".to_owned(), json!(reserved));
    }
    Ok(balance)
}

pub(crate) fn transaction(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let row = state.transactions.get(&call.account, id);
    let row = row.ok_or_else(|| Refusal::not_found("balance transaction", id, "id"))?;
    Ok(present(row, state.now))
}

pub(crate) fn transactions(state: &mut State, mut call: Call) -> Outcome<Value> {
    let (page, created) = call::dated_page(&mut call.params)?;
    let source = call.params.text("source")?;
    let kind = call.params.text("type")?;
    let currency = call.params.text("currency")?;
    call.params.finish()?;
    let key = match (&source, &kind) {
        (Some(source), _) => Some(("source", source.as_str())),
        (None, Some(kind)) => Some(("type", kind.as_str())),
        (None, None) => None,
    };
    let scope = Scope {
        account: &call.account,
        key,
    };
    let keep = |row: &Transaction| {
        created.includes(row.created)
            && kind.as_ref().is_none_or(|kind| *kind == row.kind)
            && currency
                .as_ref()
                .is_none_or(|currency| *currency == row.currency)
    };
    let shown = |row: &Transaction| present(row, state.now);
    call::list(
        &state.transactions,
        scope,
        &page,
        "/v1/balance_transactions",
        keep,
        shown,
    )
}

fn amount(currency: &str, amount: i64) -> Value {
    json!({ "amount": amount, "currency": currency, "source_types": { "card": amount } })
}

fn is_of_dispute(row: &Transaction) -> bool {
    let source = row.source.as_deref().unwrap_or_default();
    row.kind == "adjustment" && source.starts_with("du_")
}

fn category(row: &Transaction) -> &str {
    match row.kind.as_str() {
        "adjustment" if is_of_dispute(row) && row.amount < 0 => "dispute",
        "adjustment" if is_of_dispute(row) => "dispute_reversal",
        "payment" => "charge",
        "payment_refund" => "refund",
        "transfer_refund" => "transfer_reversal",
        other => other,
    }
}
