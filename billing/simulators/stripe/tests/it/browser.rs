//! What a browser does with the publishable key, and how much it sees.

use serde_json::{Value, json};

use crate::harness::{Sim, text};

#[tokio::test]
async fn a_shopper_pays_with_the_publishable_key_and_the_client_secret() {
    let sim = Sim::start().await;
    let intent = sim
        .post("/v1/payment_intents")
        .with("amount", 2599)
        .with("currency", "EUR")
        .with("automatic_payment_methods[enabled]", true)
        .with("transfer_group", "order_1")
        .with("metadata[op_id]", "op_1")
        .ok()
        .await;
    assert_eq!(intent["status"], "requires_payment_method");
    assert_eq!(intent["currency"], "eur");
    let id = text(&intent["id"]);

    let confirmed = sim
        .post(format!("/v1/payment_intents/{id}/confirm"))
        .publishable()
        .with("client_secret", text(&intent["client_secret"]))
        .with("payment_method", "pm_card_visa")
        .ok()
        .await;

    assert_eq!(confirmed["status"], "succeeded");
    assert!(
        confirmed.get("metadata").is_none(),
        "the browser sees a part of the object"
    );
    assert!(confirmed.get("transfer_group").is_none());
    assert!(confirmed.get("latest_charge").is_none());
    let intent = sim.get(format!("/v1/payment_intents/{id}")).ok().await;
    assert_eq!(intent["amount_received"], 2599);
    assert_eq!(intent["metadata"], json!({ "op_id": "op_1" }));
    let charge = text(&intent["latest_charge"]);
    let charge = sim.get(format!("/v1/charges/{charge}")).ok().await;
    assert_eq!(charge["amount_captured"], 2599);
    assert_eq!(charge["transfer_group"], "order_1");
    assert_eq!(charge["metadata"], json!({ "op_id": "op_1" }));
    assert_eq!(charge["payment_intent"], id);
}

#[tokio::test]
async fn a_browser_reads_its_intent_with_the_right_client_secret_only() {
    let sim = Sim::start().await;
    let intent = sim.intent(1000, "usd").ok().await;
    let path = format!("/v1/payment_intents/{}", text(&intent["id"]));

    let none = sim.get(&path).publishable().send().await;
    let wrong = sim
        .get(&path)
        .publishable()
        .with("client_secret", "pi_x_secret_y")
        .send()
        .await;
    let secret = text(&intent["client_secret"]);
    let right = sim
        .get(&path)
        .publishable()
        .with("client_secret", &secret)
        .ok()
        .await;
    let by_field = sim
        .get(&path)
        .without_authorization()
        .with("key", "pk_test_stoa");
    let by_field = by_field.with("client_secret", &secret).ok().await;

    assert_eq!(none.code(), (400, "parameter_missing"));
    assert_eq!(wrong.code(), (400, "payment_intent_invalid_parameter"));
    assert_eq!(right["amount"], 1000);
    assert_eq!(by_field["amount"], 1000);
    let listed = sim.get("/v1/payment_intents").publishable().send().await;
    assert_eq!(listed.code(), (401, "secret_key_required"));
}

#[tokio::test]
async fn a_browser_may_call_from_another_origin() {
    let sim = Sim::start().await;
    let intent = text(&sim.intent(1000, "usd").ok().await["id"]);
    let path = format!("/v1/payment_intents/{intent}/confirm");

    let preflight = sim.options(&path).send().await;
    let answer = sim.post(&path).publishable().send().await;

    assert_eq!(preflight.status, 200);
    assert_eq!(preflight.header("access-control-allow-origin"), Some("*"));
    assert!(
        preflight
            .header("access-control-allow-headers")
            .unwrap()
            .contains("authorization")
    );
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
}

#[tokio::test]
async fn a_shop_loads_a_script_in_place_of_stripe_s() {
    let sim = Sim::start().await;

    let script = sim.get("/v3/").without_authorization().send().await;

    assert_eq!(script.status, 200);
    assert_eq!(
        script.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
}

/// The names of an object's members.
fn names(object: &Value) -> Vec<&String> {
    object.as_object().unwrap().keys().collect()
}

#[tokio::test]
async fn a_refusal_shows_a_browser_no_more_of_the_intent_than_it_may_read() {
    let sim = Sim::start().await;
    let call = sim.intent(1000, "usd").with("transfer_group", "order_1");
    let intent = call.with("metadata[op_id]", "op_1").ok().await;
    let path = format!("/v1/payment_intents/{}", text(&intent["id"]));
    let secret = text(&intent["client_secret"]);
    let read = sim.get(&path).publishable().with("client_secret", &secret);
    let read = read.ok().await;
    let confirm = sim.post(format!("{path}/confirm"));
    let by_browser = confirm.clone().publishable();
    let by_browser = by_browser.with("client_secret", &secret);

    let declined = by_browser.clone();
    let declined = declined.with("payment_method", "pm_card_visa_chargeDeclined");
    let declined = declined.send().await;
    let paid = by_browser.clone().with("payment_method", "pm_card_visa");
    paid.ok().await;
    let (too_late, told) = (by_browser.send().await, confirm.send().await);

    assert_eq!(declined.code(), (402, "card_declined"));
    let error = &declined.json["error"];
    assert_eq!(error["decline_code"], "generic_decline");
    assert_eq!(error["payment_intent"]["status"], "requires_payment_method");
    assert_eq!(names(&error["payment_intent"]), names(&read));
    assert_eq!(too_late.code(), (400, "payment_intent_unexpected_state"));
    let shown = &too_late.json["error"]["payment_intent"];
    assert_eq!(shown["status"], "succeeded");
    assert_eq!(names(shown), names(&read));
    let all = &told.json["error"]["payment_intent"];
    assert_eq!(all["metadata"], json!({ "op_id": "op_1" }), "the platform");
    assert_eq!(all["transfer_group"], "order_1");
}
