//! Confirming a payment intent: the card decides whether it succeeds, is declined or asks for
//! authentication.

use serde_json::{Value, json};

use super::{charge, payment_intent, shipping};
use crate::{
    call::Call,
    error::{Outcome, Refusal},
    methods::{self, Behaviour, Card},
    rows::{Failure, Intent},
    store::{Later, State},
};

/// What Stripe.js adds to a confirmation for Stripe's own use.
const SENT_BY_STRIPE_JS: &[&str] = &[
    "_stripe_account",
    "_stripe_version",
    "client_attribution_metadata",
    "expected_payment_method_type",
];

/// The parameters of a confirmation.
pub(crate) struct How {
    return_url: Option<String>,
    off_session: bool,
    error_on_requires_action: bool,
}

impl How {
    /// Reads what confirming needs, from a confirm call or a create call with `confirm=true`.
    pub(crate) fn read(call: &mut Call, intent: &Intent) -> Outcome<Self> {
        let params = &mut call.params;
        let how = Self {
            return_url: params.text("return_url")?,
            off_session: !matches!(params.text("off_session")?.as_deref(), None | Some("false")),
            error_on_requires_action: params.boolean("error_on_requires_action")?.unwrap_or(false),
        };
        let sdk = params.boolean("use_stripe_sdk")?.unwrap_or(false);
        let redirects = intent.automatic.as_deref() == Some("always");
        if redirects && how.return_url.is_none() && !call.publishable && !sdk && !how.off_session {
            let message = "This PaymentIntent is configured to accept payment methods enabled in your \
                 Dashboard. Because some of these payment methods might redirect your customer off \
                 of your page, you must provide a `return_url`. If you don't want to accept \
                 redirect-based payment methods, set `automatic_payment_methods[enabled]` to \
                 `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating \
                 Setup Intents and Payment Intents.";
            return Err(Refusal::failed(None, message));
        }
        Ok(how)
    }
}

pub(crate) fn confirm(state: &mut State, mut call: Call, id: &str) -> Outcome<Value> {
    let mut intent = payment_intent::find(state, &mut call, id)?;
    let how = How::read(&mut call, &intent)?;
    let token = call.params.text("payment_method")?;
    shipping::read(&mut call.params)?.apply(&mut intent.shipping);
    call.params
        .unsettable("receipt_email")?
        .apply(&mut intent.receipt_email);
    let _known_and_without_effect = call.params.anything("payment_method_options");
    for browser_only in SENT_BY_STRIPE_JS {
        if call.publishable {
            let _sent_by_stripe_js = call.params.anything(browser_only);
        }
    }
    std::mem::take(&mut call.params).finish()?;
    may_confirm(&intent)?;
    if let Some(token) = &token {
        payment_intent::attach(&mut intent, token)?;
    }
    state.intents.put(intent);
    run(state, &call, id, how)
}

/// Confirms an intent that has its payment method.
pub(crate) fn run(state: &mut State, call: &Call, id: &str, how: How) -> Outcome<Value> {
    let Some(intent) = state.intents.get(&call.account, id).cloned() else {
        return Err(Refusal::not_found("payment_intent", id, "intent"));
    };
    may_confirm(&intent)?;
    let card = card(&intent)?;
    match &card.behaviour {
        Behaviour::Decline(failure) => Err(decline(state, &intent, &card, failure)),
        Behaviour::Authenticate | Behaviour::AuthenticateThenDecline => {
            authenticate(state, call, &intent, &card, how)
        }
        Behaviour::Succeed
        | Behaviour::BypassPending
        | Behaviour::RefundFails
        | Behaviour::RefundPends => {
            let intent = succeed(state, &intent);
            Ok(payment_intent::present_to(call, &intent))
        }
    }
}

/// The card behind the intent.
pub(crate) fn card(intent: &Intent) -> Outcome<Card> {
    intent.card.as_deref().and_then(methods::card).ok_or_else(|| {
        let message = "You cannot confirm this PaymentIntent because it's missing a payment method. \
                       You can either update the PaymentIntent with a payment method and then \
                       confirm it again, or confirm it again directly with a payment method.";
        payment_intent::unexpected_state(intent, message.to_owned())
    })
}

/// Ends a 3-D Secure authentication, as the shopper's bank would.
pub(crate) fn complete_authentication(
    state: &mut State,
    id: &str,
    succeeds: bool,
) -> Outcome<Value> {
    let Some(intent) = state.intents.any(id).cloned() else {
        return Err(Refusal::not_found("payment_intent", id, "intent"));
    };
    let card = intent.card.as_deref().and_then(methods::card);
    let Some(card) = card.filter(|_| intent.status == "requires_action") else {
        let message = format!(
            "This PaymentIntent is {} and waits for nothing",
            intent.status
        );
        return Err(payment_intent::unexpected_state(&intent, message));
    };
    if !succeeds {
        let error = json!({
            "type": "invalid_request_error",
            "code": "payment_intent_authentication_failure",
            "message": "The provided PaymentMethod has failed authentication. You can provide \
                        payment_method_data or a new PaymentMethod to attempt to fulfill this \
                        PaymentIntent again.",
            "payment_method": payment_method(&intent, &card, state.now),
        });
        let intent = back_to_start(state, &intent, None, error);
        return Ok(payment_intent::present(&intent));
    }
    if matches!(card.behaviour, Behaviour::AuthenticateThenDecline) {
        let _declined = decline(
            state,
            &intent,
            &card,
            &methods::decline_after_authentication(),
        );
    } else {
        succeed(state, &intent);
    }
    let intent = state.intents.any(id).cloned().unwrap_or(intent);
    Ok(payment_intent::present(&intent))
}

fn may_confirm(intent: &Intent) -> Outcome<()> {
    if payment_intent::is_open(&intent.status) {
        return Ok(());
    }
    let message = match intent.status.as_ref() {
        "succeeded" => "You cannot confirm this PaymentIntent because it has already succeeded \
                        after being previously confirmed."
            .to_owned(),
        status => format!(
            "This PaymentIntent's status is {status}. Only PaymentIntents with one of the following \
             statuses may be confirmed: requires_confirmation, requires_action."
        ),
    };
    Err(payment_intent::unexpected_state(intent, message))
}

fn succeed(state: &mut State, intent: &Intent) -> Intent {
    let captured = intent.capture_method != "manual";
    let charge = charge::record(state, intent, captured, None);
    let mut intent = intent.clone();
    intent.latest_charge = Some(charge.clone());
    intent.next_action = None;
    intent.last_payment_error = None;
    if captured {
        intent.status = "succeeded".into();
        intent.amount_received = intent.amount;
    } else {
        intent.status = "requires_capture".into();
        intent.amount_capturable = intent.amount;
    }
    if intent.capture_method == "automatic" {
        charge::book(state, &charge);
    }
    let account = intent.account.clone();
    if let Some(row) = state.charges.any(&charge) {
        let object = charge::present(row);
        state.emit(&account, "charge.succeeded", &object, None);
    }
    let object = payment_intent::present(&intent);
    let kind = if captured {
        "payment_intent.succeeded"
    } else {
        "payment_intent.amount_capturable_updated"
    };
    state.emit(&account, kind, &object, None);
    if intent.capture_method == "automatic_async" {
        state.later(Later::Settle(charge));
    }
    state.intents.put(intent.clone());
    intent
}

fn authenticate(
    state: &mut State,
    call: &Call,
    intent: &Intent,
    card: &Card,
    how: How,
) -> Outcome<Value> {
    if how.off_session || how.error_on_requires_action {
        let failure = Failure {
            code: "authentication_required".to_owned(),
            decline_code: "authentication_required".to_owned(),
            message: "Your card was declined. This transaction requires authentication.".to_owned(),
            blocked: false,
        };
        return Err(decline(state, intent, card, &failure));
    }
    let mut intent = intent.clone();
    let page = format!(
        "{}/_sim/payment_intents/{}/authenticate",
        state.url, intent.id
    );
    intent.status = "requires_action".into();
    intent.next_action = Some(match how.return_url {
        Some(return_url) => json!({
            "type": "redirect_to_url",
            "redirect_to_url": { "url": page, "return_url": return_url },
        }),
        None => json!({
            "type": "use_stripe_sdk",
            "use_stripe_sdk": { "type": "three_d_secure_redirect", "stripe_js": page },
        }),
    });
    let object = payment_intent::present(&intent);
    state.emit(
        &intent.account,
        "payment_intent.requires_action",
        &object,
        None,
    );
    let answer = payment_intent::present_to(call, &intent);
    state.intents.put(intent);
    Ok(answer)
}

/// Records a declined charge and gives the 402 that tells of it.
fn decline(state: &mut State, intent: &Intent, card: &Card, failure: &Failure) -> Refusal {
    let charge = charge::record(state, intent, false, Some(failure.clone()));
    if let Some(row) = state.charges.any(&charge) {
        let object = charge::present(row);
        state.emit(&intent.account, "charge.failed", &object, None);
    }
    let method = payment_method(intent, card, state.now);
    let error = json!({
        "type": "card_error",
        "charge": charge,
        "code": failure.code,
        "decline_code": failure.decline_code,
        "doc_url": format!("https://stripe.com/docs/error-codes/{}", failure.code.replace('_', "-")),
        "message": failure.message,
        "payment_method": method,
    });
    let intent = back_to_start(state, intent, Some(charge.clone()), error);
    let code = known_code(&failure.code);
    let mut refusal = Refusal::early(402, "card_error", code, failure.message.clone());
    refusal.executed = true;
    if failure.code == "incorrect_cvc" {
        refusal.param = Some("cvc".to_owned());
    }
    refusal
        .with("charge", json!(charge))
        .with("decline_code", json!(failure.decline_code))
        .with("payment_intent", payment_intent::present(&intent))
        .with("payment_method", method)
}

/// The intent after a failed try: it wants another payment method.
fn back_to_start(
    state: &mut State,
    intent: &Intent,
    charge: Option<String>,
    error: Value,
) -> Intent {
    let mut intent = intent.clone();
    intent.status = "requires_payment_method".into();
    intent.latest_charge = charge.or(intent.latest_charge);
    intent.card = None;
    intent.payment_method = None;
    intent.next_action = None;
    intent.last_payment_error = Some(error);
    let object = payment_intent::present(&intent);
    state.emit(
        &intent.account,
        "payment_intent.payment_failed",
        &object,
        None,
    );
    state.intents.put(intent.clone());
    intent
}

fn payment_method(intent: &Intent, card: &Card, now: i64) -> Value {
    let id = intent.payment_method.as_deref().unwrap_or("pm_unknown");
    methods::payment_method(id, card, now)
}

fn known_code(code: &str) -> Option<&'static str> {
    const CODES: &[&str] = &[
        "authentication_required",
        "card_declined",
        "expired_card",
        "incorrect_cvc",
        "processing_error",
    ];
    CODES.iter().find(|known| **known == code).copied()
}
