//! Events: their order, their content, and how they are listed.

use serde_json::json;

use crate::harness::{Receiver, Sim, config, text};

#[tokio::test]
async fn a_payment_and_its_refund_tell_their_story() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let charge = sim.settled(10_000, "usd", "pm_card_visa").await;
    let call = sim
        .post("/v1/transfers")
        .with("amount", 5000)
        .with("currency", "usd");
    let call = call
        .with("destination", &merchant)
        .with("source_transaction", &charge);
    let transfer = text(&call.ok().await["id"]);
    sim.post(format!("/v1/transfers/{transfer}/reversals"))
        .ok()
        .await;
    sim.post("/v1/refunds").with("charge", &charge).ok().await;

    let listed = sim.get("/v1/events").with("limit", 100).ok().await;

    let events = listed["data"].as_array().unwrap();
    let types: Vec<_> = events
        .iter()
        .rev()
        .map(|event| text(&event["type"]))
        .collect();
    assert_eq!(
        types,
        [
            "payment_intent.created",
            "charge.succeeded",
            "payment_intent.succeeded",
            "charge.updated",
            "transfer.created",
            "transfer.reversed",
            "refund.created",
            "charge.refunded",
        ]
    );
}

#[tokio::test]
async fn declines_authentication_and_cancellation_have_their_events() {
    let sim = Sim::start().await;
    let confirm = async |card: &str| {
        let call = sim
            .intent(1000, "usd")
            .with("confirm", true)
            .with("payment_method", card);
        call.send().await
    };
    confirm("pm_card_visa_chargeDeclined").await;
    let waiting = confirm("pm_card_threeDSecure2Required").await.ok();
    sim.post(format!(
        "/v1/payment_intents/{}/cancel",
        text(&waiting["id"])
    ))
    .ok()
    .await;

    for kind in [
        "charge.failed",
        "payment_intent.payment_failed",
        "payment_intent.requires_action",
        "payment_intent.canceled",
    ] {
        let listed = sim.get("/v1/events").with("type", kind).ok().await;
        assert_eq!(listed["data"].as_array().unwrap().len(), 1, "{kind}");
    }
    let both = sim
        .get("/v1/events")
        .with("type", "payment_intent.*")
        .ok()
        .await;
    assert_eq!(both["data"].as_array().unwrap().len(), 5);
    let listed = sim
        .get("/v1/events")
        .with("types[0]", "charge.failed")
        .ok()
        .await;
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_event_names_its_version_and_the_request_that_caused_it() {
    let sim = Sim::start().await;
    let made = sim.intent(1000, "usd").key("k1").send().await;

    let listed = sim.get("/v1/events").ok().await;

    let event = &listed["data"][0];
    assert_eq!(event["api_version"], "2026-09-30.endive");
    assert_eq!(event["request"]["idempotency_key"], "k1");
    assert_eq!(event["request"]["id"], made.header("request-id").unwrap());
    assert_eq!(event["data"]["object"], made.json);
    let one = sim
        .get(format!("/v1/events/{}", text(&event["id"])))
        .ok()
        .await;
    assert_eq!(one, *event);
}

#[tokio::test]
async fn events_are_listed_by_time_and_by_delivery() {
    let hooks = Receiver::start().await;
    hooks.refuse(1);
    let sim = Sim::start_with(stripe_sim::Config {
        webhook_retry_first: std::time::Duration::from_mins(1),
        ..hooks.config()
    })
    .await;
    sim.intent(1000, "usd").ok().await;
    crate::harness::eventually("one try", async || hooks.all().len() == 1).await;
    let later = sim
        .control("clock", json!({ "advance_seconds": 100 }))
        .await;
    sim.intent(1000, "usd").ok().await;
    let count = async |name: &str, value: String| {
        let listed = sim.get("/v1/events").with(name, value).ok().await;
        listed["data"].as_array().unwrap().len()
    };
    crate::harness::eventually("the second is taken", async || {
        count("delivery_success", "true".to_owned()).await == 1
    })
    .await;

    assert_eq!(count("delivery_success", "false".to_owned()).await, 1);
    assert_eq!(count("created[gte]", later["now"].to_string()).await, 1);
    assert_eq!(count("created[lt]", later["now"].to_string()).await, 1);
}

#[tokio::test]
async fn the_oldest_delivered_events_are_let_go() {
    let sim = Sim::start_with(stripe_sim::Config {
        keep_events: 3,
        ..config()
    })
    .await;
    for _ in 0..5 {
        sim.intent(1000, "usd").ok().await;
    }

    let listed = sim.get("/v1/events").ok().await;

    assert_eq!(listed["data"].as_array().unwrap().len(), 3);
}
