//! Transfers from the platform to connected accounts.

use serde_json::{Value, json};

use super::{charge, reversal};
use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    ids, money,
    rows::{Charge, Meta, Transfer},
    store::{
        Movement, State,
        table::{Page, Scope},
    },
};

/// The object, with its newest ten reversals.
pub(crate) fn present(state: &State, row: &Transfer) -> Value {
    let url = format!("/v1/transfers/{}/reversals", row.id);
    let page = Page {
        limit: 10,
        ..Page::default()
    };
    let scope = Scope {
        account: &row.account,
        key: Some(("transfer", &row.id)),
    };
    let (reversals, more) = state
        .reversals
        .page(scope, &page, |_| true)
        .unwrap_or_default();
    let reversals = reversals.into_iter().map(reversal::present).collect();
    json!({
        "id": row.id,
        "object": "transfer",
        "amount": row.amount,
        "amount_reversed": row.amount_reversed,
        "balance_transaction": row.balance_transaction,
        "created": row.created,
        "currency": row.currency,
        "description": row.description,
        "destination": row.destination,
        "destination_payment": row.destination_payment,
        "livemode": false,
        "metadata": row.metadata,
        "reversals": call::list_object(&url, reversals, more),
        "reversed": row.amount_reversed == row.amount,
        "source_transaction": row.source_transaction,
        "source_type": "card",
        "transfer_group": row.transfer_group,
    })
}

pub(crate) fn retrieve(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let row = state.transfers.get(&call.account, id);
    let row = row.ok_or_else(|| Refusal::not_found("transfer", id, "id"))?;
    Ok(present(state, row))
}

pub(crate) fn list(state: &mut State, mut call: Call) -> Outcome<Value> {
    let (page, created) = call::dated_page(&mut call.params)?;
    let group = call.params.text("transfer_group")?;
    let destination = call.params.text("destination")?;
    call.params.finish()?;
    let key = match (&group, &destination) {
        (Some(group), _) => Some(("transfer_group", group.as_str())),
        (None, Some(destination)) => Some(("destination", destination.as_str())),
        (None, None) => None,
    };
    let scope = Scope {
        account: &call.account,
        key,
    };
    let keep = |row: &Transfer| {
        created.includes(row.created)
            && destination
                .as_ref()
                .is_none_or(|wanted| *wanted == row.destination)
    };
    let shown = |row: &Transfer| present(state, row);
    call::list(&state.transfers, scope, &page, "/v1/transfers", keep, shown)
}

pub(crate) fn update(state: &mut State, mut call: Call, id: &str) -> Outcome<Value> {
    let Some(mut row) = state.transfers.get(&call.account, id).cloned() else {
        return Err(Refusal::not_found("transfer", id, "id"));
    };
    call.params
        .unsettable("description")?
        .apply(&mut row.description);
    if let Some(change) = call.params.metadata()? {
        change.apply(&mut row.metadata);
    }
    call.params.finish()?;
    state.transfers.put(row.clone());
    let object = present(state, &row);
    state.emit(&row.account, "transfer.updated", &object, None);
    Ok(object)
}

/// What a new transfer is asked to be.
struct Order {
    amount: i64,
    currency: String,
    destination: String,
    source: Option<String>,
    group: Option<String>,
    description: Option<String>,
    metadata: Meta,
}

pub(crate) fn create(state: &mut State, mut call: Call) -> Outcome<Value> {
    let params = &mut call.params;
    let amount = params.required_integer("amount")?;
    money::positive(amount)?;
    let mut order = Order {
        amount,
        currency: money::currency(&params.required_text("currency")?, "currency")?,
        destination: params.required_text("destination")?,
        source: params.text("source_transaction")?,
        group: params.text("transfer_group")?,
        description: params.text("description")?,
        metadata: Meta::new(),
    };
    params.choice("source_type", &["bank_account", "card", "fpx"])?;
    if let Some(change) = params.metadata()? {
        change.apply(&mut order.metadata);
    }
    call.params.finish()?;

    check_destination(state, &order.destination)?;
    let Some(source) = order.source.clone() else {
        check_funds(state, &call.account, &order)?;
        let now = state.now;
        return Ok(transfer(state, &call.account, order, now));
    };
    let charge = check_source(state, &call.account, &source, &order)?;
    order.group = order.group.or_else(|| charge.transfer_group.clone());
    let available_on = charge::availability(state, &charge).max(state.now);
    state.charges.change(&source, |row| {
        row.transferred = row.transferred.saturating_add(order.amount);
    });
    Ok(transfer(state, &call.account, order, available_on))
}

fn check_destination(state: &State, id: &str) -> Outcome<()> {
    let missing = || Refusal::missing("destination", id, "destination");
    let account = state.accounts.any(id).ok_or_else(missing)?;
    if account.may_receive() {
        return Ok(());
    }
    let message = "Your destination account needs to have at least one of the following \
                   capabilities enabled: transfers, crypto_transfers, legacy_payments";
    Err(Refusal::failed(
        Some("insufficient_capabilities_for_transfer"),
        message,
    ))
}

fn check_source(state: &State, account: &str, id: &str, order: &Order) -> Outcome<Charge> {
    let param = "source_transaction";
    let charge = state.charges.get(account, id);
    let charge = charge.ok_or_else(|| Refusal::missing("charge", id, param))?;
    if charge.status != "succeeded" || !charge.captured {
        let message = format!(
            "The charge {id} cannot be the source of a transfer: it has not \
                               been captured."
        );
        return Err(Refusal::failed(None, message).about(param));
    }
    if charge.currency != order.currency {
        let message = format!(
            "The currency of source_transaction's balance transaction ({}) must be the same as the \
             transfer currency ({})",
            charge.currency, order.currency
        );
        return Err(Refusal::failed(None, message).about("currency"));
    }
    let left = charge.amount_captured.saturating_sub(charge.transferred);
    if order.amount > left {
        let message = format!(
            "Transfers using this transaction as a source must not exceed the source amount of \
             {}. (Attempted transfer of {}; {} already transferred.)",
            charge.amount_captured, order.amount, charge.transferred
        );
        return Err(Refusal::failed(None, message).about("amount"));
    }
    Ok(charge.clone())
}

fn check_funds(state: &State, account: &str, order: &Order) -> Outcome<()> {
    if state.balances.purse(account, &order.currency).available >= order.amount {
        return Ok(());
    }
    let message = "You have insufficient available funds in your Stripe account. Try adding funds \
                   directly to your available balance by creating Charges using the \
                   4000000000000077 test card. See: \
                   https://stripe.com/docs/testing#available-balance";
    Err(Refusal::failed(Some("balance_insufficient"), message))
}

fn transfer(state: &mut State, account: &str, order: Order, available_on: i64) -> Value {
    let id = ids::new("tr");
    let payment = receive(state, &id, &order, available_on);
    let transaction = state.book(Movement {
        account,
        amount: order.amount.saturating_neg(),
        fee: 0,
        currency: &order.currency,
        available_on,
        kind: "transfer",
        source: Some(&id),
        description: order.description.clone(),
    });
    let row = Transfer {
        id,
        account: account.to_owned(),
        amount: order.amount,
        amount_reversed: 0,
        currency: order.currency,
        created: state.now,
        description: order.description,
        destination: order.destination,
        destination_payment: payment,
        metadata: order.metadata,
        balance_transaction: transaction,
        source_transaction: order.source,
        transfer_group: order.group,
    };
    let object = present(state, &row);
    state.transfers.put(row);
    state.emit(account, "transfer.created", &object, None);
    object
}

/// The other side: a payment on the connected account.
fn receive(state: &mut State, transfer: &str, order: &Order, available_on: i64) -> String {
    let id = ids::new("py");
    let transaction = state.book(Movement {
        account: &order.destination,
        amount: order.amount,
        fee: 0,
        currency: &order.currency,
        available_on,
        kind: "payment",
        source: Some(&id),
        description: order.description.clone(),
    });
    let row = Charge {
        id: id.clone(),
        account: order.destination.clone(),
        amount: order.amount,
        amount_captured: order.amount,
        amount_refunded: 0,
        captured: true,
        currency: order.currency.clone(),
        created: state.now,
        status: "succeeded".into(),
        failure: None,
        balance_transaction: Some(transaction),
        payment_intent: None,
        card: None,
        payment_method: None,
        description: order.description.clone(),
        metadata: Meta::new(),
        receipt_email: None,
        shipping: None,
        statement_descriptor: None,
        statement_descriptor_suffix: None,
        transfer_group: order.group.clone(),
        source_transfer: Some(transfer.to_owned()),
        transferred: 0,
        disputed: false,
    };
    state.charges.put(row);
    id
}
