//! Transfer reversals: retrieve, list; how one is made is in `reverse`.

use serde_json::{Value, json};

use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    rows::Reversal,
    store::{State, table::Scope},
};

/// The object.
pub(crate) fn present(row: &Reversal) -> Value {
    json!({
        "id": row.id,
        "object": "transfer_reversal",
        "amount": row.amount,
        "balance_transaction": row.balance_transaction,
        "created": row.created,
        "currency": row.currency,
        "destination_payment_refund": row.destination_payment_refund,
        "metadata": row.metadata,
        "source_refund": null,
        "transfer": row.transfer,
    })
}

pub(crate) fn retrieve(state: &mut State, call: Call, transfer: &str, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let row = state
        .reversals
        .get(&call.account, id)
        .filter(|row| row.transfer == transfer);
    row.map(present)
        .ok_or_else(|| Refusal::not_found("transfer reversal", id, "id"))
}

pub(crate) fn list(state: &mut State, mut call: Call, transfer: &str) -> Outcome<Value> {
    let page = call::page(&mut call.params)?;
    call.params.finish()?;
    if state.transfers.get(&call.account, transfer).is_none() {
        return Err(Refusal::not_found("transfer", transfer, "id"));
    }
    let scope = Scope {
        account: &call.account,
        key: Some(("transfer", transfer)),
    };
    let url = format!("/v1/transfers/{transfer}/reversals");
    call::list(&state.reversals, scope, &page, &url, |_| true, present)
}
