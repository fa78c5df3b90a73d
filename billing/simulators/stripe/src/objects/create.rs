//! Creating payment intents, which may confirm them at once.

use serde_json::Value;

use super::{confirm, payment_intent};
use crate::{
    call::Call,
    error::Outcome,
    form::Params,
    ids, money,
    rows::{Intent, Meta},
    store::State,
};

const CAPTURE_METHODS: &[&str] = &["automatic", "automatic_async", "manual"];

pub(crate) fn create(state: &mut State, mut call: Call) -> Outcome<Value> {
    let params = &mut call.params;
    let amount = params.required_integer("amount")?;
    let currency = money::currency(&params.required_text("currency")?, "currency")?;
    money::chargeable(amount, &currency)?;
    let confirm = params.boolean("confirm")?.unwrap_or(false);
    let automatic = automatic(params)?;
    let mut intent = Intent {
        id: ids::new("pi"),
        account: call.account.clone(),
        amount,
        currency,
        status: "requires_payment_method".into(),
        created: state.now,
        client_secret: String::new(),
        capture_method: params
            .choice("capture_method", CAPTURE_METHODS)?
            .unwrap_or_else(|| "automatic_async".to_owned()),
        confirmation_method: params
            .choice("confirmation_method", &["automatic", "manual"])?
            .unwrap_or_else(|| "automatic".to_owned()),
        automatic,
        amount_received: 0,
        amount_capturable: 0,
        description: None,
        metadata: Meta::new(),
        card: None,
        payment_method: None,
        latest_charge: None,
        last_payment_error: None,
        next_action: None,
        receipt_email: None,
        setup_future_usage: None,
        shipping: None,
        statement_descriptor: None,
        statement_descriptor_suffix: None,
        transfer_group: None,
        canceled_at: None,
        cancellation_reason: None,
    };
    intent.client_secret = format!("{}_secret_{}", intent.id, ids::random(25));
    payment_intent::describe(&mut intent, params)?;
    let how = if confirm {
        Some(confirm::How::read(&mut call, &intent)?)
    } else {
        None
    };
    std::mem::take(&mut call.params).finish()?;
    if how.is_some() {
        confirm::card(&intent)?;
    }

    let object = payment_intent::present(&intent);
    let (account, id) = (intent.account.clone(), intent.id.clone());
    state.intents.put(intent);
    state.emit(&account, "payment_intent.created", &object, None);
    match how {
        None => Ok(object),
        Some(how) => confirm::run(state, &call, &id, how),
    }
}

fn automatic(params: &mut Params) -> Outcome<Option<String>> {
    let Some(mut branch) = params.branch("automatic_payment_methods")? else {
        // Stripe turns them on when the caller names no types.
        let named = params
            .names()
            .iter()
            .any(|name| name == "payment_method_types");
        return Ok((!named).then(|| "always".to_owned()));
    };
    let enabled = branch.boolean("enabled")?.unwrap_or(false);
    let redirects = branch.choice("allow_redirects", &["always", "never"])?;
    branch.finish()?;
    Ok(enabled.then(|| redirects.unwrap_or_else(|| "always".to_owned())))
}
