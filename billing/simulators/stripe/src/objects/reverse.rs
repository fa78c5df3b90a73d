//! Reversing transfers: money back from a connected account, up to what was sent and what it has.

use serde_json::Value;

use super::{charge, reversal, transfer};
use crate::{
    call::Call,
    error::{Outcome, Refusal},
    ids, money,
    rows::{Meta, Refund, Reversal, Transfer},
    store::{Movement, State},
};

pub(crate) fn reverse(state: &mut State, mut call: Call, transfer: &str) -> Outcome<Value> {
    let amount = call.params.integer("amount")?;
    if let Some(amount) = amount {
        money::positive(amount)?;
    }
    let description = call.params.text("description")?;
    let returns_fee = call
        .params
        .boolean("refund_application_fee")?
        .unwrap_or(false);
    let mut metadata = Meta::new();
    if let Some(change) = call.params.metadata()? {
        change.apply(&mut metadata);
    }
    call.params.finish()?;

    let Some(row) = state.transfers.get(&call.account, transfer).cloned() else {
        return Err(Refusal::not_found("transfer", transfer, "id"));
    };
    if returns_fee {
        let message = "This transfer has no application fee to refund.";
        return Err(Refusal::failed(None, message).about("refund_application_fee"));
    }
    let left = row.amount.saturating_sub(row.amount_reversed);
    if left == 0 {
        let message = format!("Transfer {transfer} is already fully reversed.");
        return Err(Refusal::failed(None, message));
    }
    let amount = amount.unwrap_or(left);
    if amount > left {
        let message = format!(
            "Transfer reversal amount ({amount}) is greater than unreversed amount on transfer \
             ({left})"
        );
        return Err(Refusal::failed(None, message).about("amount"));
    }
    if state
        .balances
        .purse(&row.destination, &row.currency)
        .total()
        < amount
    {
        let message = format!(
            "The destination account {} does not have enough balance to cover the reversal of \
             {amount} {}.",
            row.destination, row.currency
        );
        return Err(Refusal::failed(Some("balance_insufficient"), message).about("amount"));
    }
    Ok(book(state, &row, amount, description, metadata))
}

fn book(
    state: &mut State,
    row: &Transfer,
    amount: i64,
    description: Option<String>,
    metadata: Meta,
) -> Value {
    let id = ids::new("trr");
    let available_on = state
        .charges
        .any(&row.destination_payment)
        .map_or(state.now, |payment| {
            charge::availability(state, payment).max(state.now)
        });
    let refund = give_back(state, row, &id, amount, available_on);
    let transaction = state.book(Movement {
        account: &row.account,
        amount,
        fee: 0,
        currency: &row.currency,
        available_on,
        kind: "transfer_refund",
        source: Some(&id),
        description,
    });
    let reversal = Reversal {
        id,
        account: row.account.clone(),
        amount,
        currency: row.currency.clone(),
        created: state.now,
        transfer: row.id.clone(),
        balance_transaction: transaction,
        destination_payment_refund: refund,
        metadata,
    };
    let object = reversal::present(&reversal);
    state.reversals.put(reversal);
    state.transfers.change(&row.id, |row| {
        row.amount_reversed = row.amount_reversed.saturating_add(amount);
    });
    if let Some(row) = state.transfers.any(&row.id) {
        let (account, shown) = (row.account.clone(), transfer::present(state, row));
        state.emit(&account, "transfer.reversed", &shown, None);
    }
    object
}

/// The other side: a refund of the payment on the connected account.
fn give_back(
    state: &mut State,
    transfer: &Transfer,
    reversal: &str,
    amount: i64,
    available_on: i64,
) -> String {
    let id = ids::new("pyr");
    let transaction = state.book(Movement {
        account: &transfer.destination,
        amount: amount.saturating_neg(),
        fee: 0,
        currency: &transfer.currency,
        available_on,
        kind: "payment_refund",
        source: Some(&id),
        description: Some("REFUND FOR PAYMENT".to_owned()),
    });
    state.refunds.put(Refund {
        id: id.clone(),
        account: transfer.destination.clone(),
        amount,
        currency: transfer.currency.clone(),
        created: state.now,
        charge: transfer.destination_payment.clone(),
        payment_intent: None,
        status: "succeeded".into(),
        reason: None,
        metadata: Meta::new(),
        balance_transaction: Some(transaction),
        failure_reason: None,
        failure_balance_transaction: None,
        source_transfer_reversal: Some(reversal.to_owned()),
        becomes: None,
    });
    state
        .charges
        .change(&transfer.destination_payment, |payment| {
            payment.amount_refunded = payment.amount_refunded.saturating_add(amount);
        });
    id
}
