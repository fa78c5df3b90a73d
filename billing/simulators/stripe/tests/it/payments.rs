//! Payment intents: confirming, declines, authentication, capture, cancellation, updates.

use serde_json::json;

use crate::harness::{Sim, text};

/// Card, code and decline code.
const DECLINES: &[(&str, &str, &str)] = &[
    (
        "pm_card_visa_chargeDeclined",
        "card_declined",
        "generic_decline",
    ),
    (
        "pm_card_visa_chargeDeclinedInsufficientFunds",
        "card_declined",
        "insufficient_funds",
    ),
    (
        "pm_card_visa_chargeDeclinedLostCard",
        "card_declined",
        "lost_card",
    ),
    (
        "pm_card_visa_chargeDeclinedStolenCard",
        "card_declined",
        "stolen_card",
    ),
    (
        "pm_card_chargeDeclinedExpiredCard",
        "expired_card",
        "expired_card",
    ),
    (
        "pm_card_chargeDeclinedIncorrectCvc",
        "incorrect_cvc",
        "incorrect_cvc",
    ),
    (
        "pm_card_chargeDeclinedProcessingError",
        "processing_error",
        "processing_error",
    ),
    (
        "pm_card_visa_chargeDeclinedVelocityLimitExceeded",
        "card_declined",
        "card_velocity_exceeded",
    ),
    (
        "pm_card_chargeCustomerFail",
        "card_declined",
        "generic_decline",
    ),
    ("pm_card_radarBlock", "card_declined", "fraudulent"),
];

#[tokio::test]
async fn every_declined_card_tells_why_and_leaves_the_intent_open() {
    let sim = Sim::start().await;
    for &(card, code, decline_code) in DECLINES {
        let intent = text(&sim.intent(1000, "usd").ok().await["id"]);
        let path = format!("/v1/payment_intents/{intent}/confirm");

        let declined = sim.post(&path).with("payment_method", card).send().await;

        assert_eq!(declined.code(), (402, code), "{card}");
        let error = &declined.json["error"];
        assert_eq!(error["type"], "card_error");
        assert_eq!(error["decline_code"], decline_code);
        assert_eq!(error["payment_intent"]["status"], "requires_payment_method");
        assert_eq!(error["payment_intent"]["last_payment_error"]["code"], code);
        let charge = sim
            .get(format!("/v1/charges/{}", text(&error["charge"])))
            .ok()
            .await;
        assert_eq!(
            (&charge["status"], &charge["paid"]),
            (&json!("failed"), &json!(false))
        );
        let retried = sim
            .post(&path)
            .with("payment_method", "pm_card_visa")
            .ok()
            .await;
        assert_eq!(retried["status"], "succeeded", "another card may follow");
    }
    assert_eq!(sim.balance(None, "usd").await.0, 0);
}

#[tokio::test]
async fn an_authentication_is_asked_for_and_decides() {
    let sim = Sim::start().await;
    for (card, outcome, status) in [
        ("pm_card_authenticationRequired", "succeed", "succeeded"),
        (
            "pm_card_threeDSecure2Required",
            "fail",
            "requires_payment_method",
        ),
        (
            "pm_card_threeDSecureRequiredChargeDeclined",
            "succeed",
            "requires_payment_method",
        ),
    ] {
        let intent = text(&sim.intent(1000, "usd").ok().await["id"]);
        let call = sim.post(format!("/v1/payment_intents/{intent}/confirm"));
        let call = call
            .with("payment_method", card)
            .with("return_url", "http://shop.test/back");
        let waiting = call.ok().await;
        assert_eq!(waiting["status"], "requires_action");
        assert_eq!(waiting["next_action"]["type"], "redirect_to_url");
        let page = text(&waiting["next_action"]["redirect_to_url"]["url"]);
        assert_eq!(sim.client.get(page).send().await.unwrap().status(), 200);

        let path = format!("payment_intents/{intent}/complete_3ds");
        let after = sim.control(&path, json!({ "outcome": outcome })).await;

        assert_eq!(after["status"], status, "{card}");
        assert!(after["next_action"].is_null());
    }
    let off_session = sim
        .intent(1000, "usd")
        .with("confirm", true)
        .with("off_session", true);
    let refused = off_session
        .with("payment_method", "pm_card_authenticationRequired")
        .send()
        .await;
    assert_eq!(refused.code(), (402, "authentication_required"));
}

#[tokio::test]
async fn a_secret_key_confirmation_needs_a_return_url_when_redirects_are_allowed() {
    let sim = Sim::start().await;
    let call = sim
        .post("/v1/payment_intents")
        .with("amount", 1000)
        .with("currency", "usd");
    let call = call
        .with("automatic_payment_methods[enabled]", true)
        .with("confirm", true);
    let call = call.with("payment_method", "pm_card_visa");

    let refused = call.send().await;
    let paid = call
        .clone()
        .with("return_url", "http://shop.test/back")
        .ok()
        .await;

    assert_eq!(refused.status, 400);
    assert_eq!(paid["status"], "succeeded");
    assert_eq!(
        sim.state().await["counts"]["payment_intents"],
        1,
        "the refused one made none"
    );
}

#[tokio::test]
async fn an_authorised_payment_is_captured_in_part_or_let_go() {
    let sim = Sim::start().await;
    let authorised = async || {
        let call = sim
            .intent(5000, "usd")
            .with("capture_method", "manual")
            .with("confirm", true);
        let intent = call.with("payment_method", "pm_card_visa").ok().await;
        assert_eq!(intent["status"], "requires_capture");
        assert_eq!(intent["amount_capturable"], 5000);
        text(&intent["id"])
    };
    let (captured, let_go) = (authorised().await, authorised().await);

    let too_much = sim.post(format!("/v1/payment_intents/{captured}/capture"));
    let too_much = too_much.with("amount_to_capture", 5001).send().await;
    let capture = sim.post(format!("/v1/payment_intents/{captured}/capture"));
    let after = capture.with("amount_to_capture", 3000).ok().await;
    let cancel = sim.post(format!("/v1/payment_intents/{let_go}/cancel"));
    let canceled = cancel.with("cancellation_reason", "abandoned").ok().await;

    assert_eq!(too_much.code(), (400, "amount_too_large"));
    assert_eq!(
        (&after["status"], &after["amount_received"]),
        (&json!("succeeded"), &json!(3000))
    );
    assert_eq!(canceled["status"], "canceled");
    assert_eq!(canceled["cancellation_reason"], "abandoned");
    assert_eq!(
        sim.balance(None, "usd").await,
        (0, 3000 - 117),
        "booked is what was captured"
    );
    let again = sim
        .post(format!("/v1/payment_intents/{let_go}/cancel"))
        .send()
        .await;
    assert_eq!(again.code(), (400, "payment_intent_unexpected_state"));
    assert_eq!(again.json["error"]["payment_intent"]["id"], let_go);
}

#[tokio::test]
async fn an_intent_is_changed_while_it_is_open_and_its_metadata_always() {
    let sim = Sim::start().await;
    let intent = sim
        .intent(1000, "usd")
        .with("metadata[a]", 1)
        .with("metadata[b]", 2)
        .ok()
        .await;
    let path = format!("/v1/payment_intents/{}", text(&intent["id"]));

    let changed = sim
        .post(&path)
        .with("amount", 1500)
        .with("metadata[a]", "")
        .ok()
        .await;
    let confirm = sim
        .post(format!("{path}/confirm"))
        .with("payment_method", "pm_card_visa");
    confirm.ok().await;
    let refused = sim.post(&path).with("amount", 2000).send().await;
    let noted = sim.post(&path).with("metadata[c]", 3).ok().await;

    assert_eq!(changed["amount"], 1500);
    assert_eq!(changed["metadata"], json!({ "b": "2" }));
    assert_eq!(refused.code(), (400, "payment_intent_unexpected_state"));
    assert_eq!(noted["metadata"], json!({ "b": "2", "c": "3" }));
    assert_eq!(noted["amount"], 1500);
    let twice = confirm.send().await;
    assert_eq!(twice.code(), (400, "payment_intent_unexpected_state"));
}

#[tokio::test]
async fn amounts_are_within_what_the_currency_allows() {
    let sim = Sim::start().await;
    for (amount, currency, code) in [
        (0, "usd", "parameter_invalid_integer"),
        (-5, "usd", "parameter_invalid_integer"),
        (49, "usd", "amount_too_small"),
        (49, "jpy", "amount_too_small"),
        (100_000_000, "usd", "amount_too_large"),
        (1001, "kwd", "parameter_invalid_integer"),
        (1000, "xyz", "none"),
    ] {
        let refused = sim.intent(amount, currency).send().await;

        assert_eq!(refused.code(), (400, code), "{amount} {currency}");
    }
    sim.intent(1000, "kwd").ok().await;
    assert_eq!(sim.state().await["counts"]["payment_intents"], 1);
}

#[tokio::test]
async fn a_payment_method_can_be_named_before_it_is_confirmed() {
    let sim = Sim::start().await;
    let intent = sim
        .intent(1000, "usd")
        .with("payment_method", "pm_card_visa")
        .ok()
        .await;
    let without = text(&sim.intent(1000, "usd").ok().await["id"]);

    let path = format!("/v1/payment_intents/{}/confirm", text(&intent["id"]));
    let confirmed = sim.post(path).ok().await;
    let refused = sim
        .post(format!("/v1/payment_intents/{without}/confirm"))
        .send()
        .await;
    let unknown = sim
        .intent(1000, "usd")
        .with("payment_method", "pm_nothing")
        .send()
        .await;

    assert_eq!(intent["status"], "requires_confirmation");
    assert_eq!(confirmed["status"], "succeeded");
    assert_eq!(refused.code(), (400, "payment_intent_unexpected_state"));
    assert_eq!(unknown.code(), (400, "resource_missing"));
}
