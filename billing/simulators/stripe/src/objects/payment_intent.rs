//! Payment intents: retrieve, list, update; the rest is in `create`, `confirm` and `capture`.

use serde_json::{Value, json};

use super::shipping;
use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    form::Params,
    ids, methods, money, publishable,
    rows::Intent,
    store::{State, table::Scope},
};

const NOT_SIMULATED: &[&str] = &[
    "application_fee_amount",
    "confirmation_token",
    "customer",
    "customer_account",
    "mandate",
    "mandate_data",
    "on_behalf_of",
    "payment_method_data",
    "transfer_data",
];

/// The object.
pub(crate) fn present(row: &Intent) -> Value {
    let automatic = row.automatic.as_ref();
    json!({
        "id": row.id,
        "object": "payment_intent",
        "amount": row.amount,
        "amount_capturable": row.amount_capturable,
        "amount_details": { "tip": {} },
        "amount_received": row.amount_received,
        "application": null,
        "application_fee_amount": null,
        "automatic_payment_methods":
            automatic.map(|redirects| json!({ "allow_redirects": redirects, "enabled": true })),
        "canceled_at": row.canceled_at,
        "cancellation_reason": row.cancellation_reason,
        "capture_method": row.capture_method,
        "client_secret": row.client_secret,
        "confirmation_method": row.confirmation_method,
        "created": row.created,
        "currency": row.currency,
        "customer": null,
        "customer_account": null,
        "description": row.description,
        "excluded_payment_method_types": null,
        "last_payment_error": row.last_payment_error,
        "latest_charge": row.latest_charge,
        "livemode": false,
        "metadata": row.metadata,
        "next_action": row.next_action,
        "on_behalf_of": null,
        "payment_method": row.payment_method,
        "payment_method_configuration_details": null,
        "payment_method_options": {
            "card": {
                "installments": null,
                "mandate_options": null,
                "network": null,
                "request_three_d_secure": "automatic",
            },
        },
        "payment_method_types": ["card"],
        "processing": null,
        "receipt_email": row.receipt_email,
        "review": null,
        "setup_future_usage": row.setup_future_usage,
        "shipping": row.shipping,
        "source": null,
        "statement_descriptor": row.statement_descriptor,
        "statement_descriptor_suffix": row.statement_descriptor_suffix,
        "status": row.status,
        "transfer_data": null,
        "transfer_group": row.transfer_group,
    })
}

/// The object as the caller may see it.
pub(crate) fn present_to(call: &Call, row: &Intent) -> Value {
    let mut object = present(row);
    if call.publishable {
        publishable::cut(&mut object);
    }
    object
}

/// The caller's intent of this id; with a publishable key only with its client secret.
pub(crate) fn find(state: &State, call: &mut Call, id: &str) -> Outcome<Intent> {
    let secret = call.params.text("client_secret")?;
    let not_found = || Refusal::not_found("payment_intent", id, "intent");
    let intent = state.intents.get(&call.account, id).ok_or_else(not_found)?;
    match secret {
        Some(secret) if secret != intent.client_secret => {
            let message = "The client_secret provided does not match the client_secret associated \
                           with the PaymentIntent.";
            let code = Some("payment_intent_invalid_parameter");
            Err(Refusal::invalid(code, "client_secret", message))
        }
        None if call.publishable => Err(Refusal::invalid(
            Some("parameter_missing"),
            "client_secret",
            "Missing required param: client_secret.",
        )),
        _ => Ok(intent.clone()),
    }
}

pub(crate) fn retrieve(state: &mut State, mut call: Call, id: &str) -> Outcome<Value> {
    let intent = find(state, &mut call, id)?;
    let object = present_to(&call, &intent);
    call.params.finish()?;
    Ok(object)
}

pub(crate) fn list(state: &mut State, mut call: Call) -> Outcome<Value> {
    let (page, created) = call::dated_page(&mut call.params)?;
    let customer = call.params.text("customer")?;
    call.params.finish()?;
    let scope = Scope {
        account: &call.account,
        key: None,
    };
    let keep = |row: &Intent| created.includes(row.created) && customer.is_none();
    call::list(
        &state.intents,
        scope,
        &page,
        "/v1/payment_intents",
        keep,
        present,
    )
}

pub(crate) fn update(state: &mut State, mut call: Call, id: &str) -> Outcome<Value> {
    let mut intent = find(state, &mut call, id)?;
    let params = &mut call.params;
    let open = is_open(&intent.status);
    let amount = params.integer("amount")?;
    let currency = params
        .text("currency")?
        .map(|code| money::currency(&code, "currency"));
    let currency = currency.transpose()?;
    if let Some(currency) = &currency {
        money::chargeable(amount.unwrap_or(intent.amount), currency)?;
    } else if let Some(amount) = amount {
        money::chargeable(amount, &intent.currency)?;
    }
    if !open && (amount.is_some() || currency.is_some()) {
        let message = format!(
            "This PaymentIntent's amount could not be updated because it has a status of {}. You \
             may only update the amount of a PaymentIntent with one of the following statuses: \
             requires_payment_method, requires_confirmation, requires_action.",
            intent.status
        );
        return Err(unexpected_state(&intent, message));
    }
    intent.amount = amount.unwrap_or(intent.amount);
    intent.currency = currency.unwrap_or(intent.currency);
    describe(&mut intent, params)?;
    call.params.finish()?;
    let object = present(&intent);
    state.intents.put(intent);
    Ok(object)
}

/// The refusal of an operation that the intent's status does not allow.
pub(crate) fn unexpected_state(intent: &Intent, message: String) -> Refusal {
    Refusal::failed(Some("payment_intent_unexpected_state"), message)
        .with("payment_intent", present(intent))
}

pub(crate) fn is_open(status: &str) -> bool {
    matches!(
        status,
        "requires_payment_method" | "requires_confirmation" | "requires_action"
    )
}

/// Puts a card behind the intent.
pub(crate) fn attach(intent: &mut Intent, token: &str) -> Outcome<()> {
    if intent.payment_method.as_deref() == Some(token) && intent.card.is_some() {
        return Ok(());
    }
    if methods::card(token).is_none() {
        return Err(match token {
            _ if token.starts_with("pm_card_") || token.starts_with("pm_us") => {
                Refusal::not_simulated(token)
            }
            _ => Refusal::missing("PaymentMethod", token, "payment_method"),
        });
    }
    intent.card = Some(token.to_owned());
    intent.payment_method = Some(ids::new("pm"));
    Ok(())
}

/// Reads what create and update share.
pub(super) fn describe(intent: &mut Intent, params: &mut Params) -> Outcome<()> {
    if let Some(name) = NOT_SIMULATED
        .iter()
        .find(|name| params.names().iter().any(|n| n == *name))
    {
        return Err(Refusal::not_simulated(name));
    }
    let fields = [
        ("description", &mut intent.description),
        ("receipt_email", &mut intent.receipt_email),
        ("statement_descriptor", &mut intent.statement_descriptor),
        (
            "statement_descriptor_suffix",
            &mut intent.statement_descriptor_suffix,
        ),
        ("transfer_group", &mut intent.transfer_group),
    ];
    for (name, field) in fields {
        params.unsettable(name)?.apply(field);
    }
    shipping::read(params)?.apply(&mut intent.shipping);
    if let Some(usage) = params.choice("setup_future_usage", &["off_session", "on_session"])? {
        intent.setup_future_usage = Some(usage);
    }
    if let Some(types) = params.list("payment_method_types")?
        && types.iter().any(|kind| kind != "card")
    {
        return Err(Refusal::not_simulated("payment_method_types"));
    }
    let _known_and_without_effect = params.anything("payment_method_options");
    if let Some(change) = params.metadata()? {
        change.apply(&mut intent.metadata);
    }
    if let Some(token) = params.text("payment_method")? {
        attach(intent, &token)?;
        if intent.status == "requires_payment_method" {
            intent.status = "requires_confirmation".into();
        }
    }
    Ok(())
}
