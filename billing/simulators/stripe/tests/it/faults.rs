//! Faults that tests order.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::harness::{Sim, text};

#[tokio::test]
async fn a_dropped_call_is_a_transport_error_and_nothing_is_done() {
    let sim = Sim::start().await;
    sim.fault(json!({ "kind": "drop_before", "path_contains": "payment_intents" }))
        .await;
    let call = sim.intent(1000, "usd").key("k1");

    let dropped = call.try_send().await;

    assert!(
        dropped.is_err_and(|error| error.is_request()),
        "no answer at all"
    );
    assert_eq!(sim.state().await["counts"]["payment_intents"], 0);
    assert_eq!(call.send().await.header("idempotent-replayed"), None);
}

#[tokio::test]
async fn a_call_dropped_after_it_was_done_is_found_by_its_key() {
    let sim = Sim::start().await;
    sim.fault(json!({ "kind": "drop_after_commit", "method": "post" }))
        .await;
    let call = sim.intent(1000, "usd").key("k1");

    let dropped = call.try_send().await;

    assert!(dropped.is_err_and(|error| error.is_request()));
    assert_eq!(sim.state().await["counts"]["payment_intents"], 1);
    let again = call.send().await;
    assert_eq!(
        (again.status, again.header("idempotent-replayed")),
        (200, Some("true"))
    );
    assert_eq!(sim.state().await["counts"]["payment_intents"], 1);
}

#[tokio::test]
async fn a_garbled_answer_is_no_json_and_the_call_was_done() {
    let sim = Sim::start().await;
    sim.fault(json!({ "kind": "corrupt_json" })).await;
    let call = sim.intent(1000, "usd").key("k1");

    let garbled = call.send().await;
    let again = call.send().await;

    assert_eq!(garbled.status, 200);
    assert!(garbled.json.is_string(), "it does not parse");
    assert!(again.json["id"].is_string());
    assert_eq!(sim.state().await["counts"]["payment_intents"], 1);
}

#[tokio::test]
async fn a_delayed_call_goes_on_when_the_caller_has_gone() {
    let sim = Sim::start().await;
    sim.fault(json!({ "kind": "delay_ms", "ms": 150 })).await;
    let call = sim.intent(1000, "usd").key("k1");
    let begun = Instant::now();

    let left = tokio::time::timeout(Duration::from_millis(50), call.send()).await;

    assert!(left.is_err());
    crate::harness::eventually("it was done", async || {
        sim.state().await["counts"]["payment_intents"] == 1
    })
    .await;
    assert!(begun.elapsed() >= Duration::from_millis(150));
}

#[tokio::test]
async fn a_fault_strikes_as_often_as_ordered_and_only_what_it_names() {
    let sim = Sim::start().await;
    let fault = json!({ "kind": "too_many_requests", "times": 2, "key_contains": "transfer:" });
    sim.fault(fault).await;

    let other = sim.intent(1000, "usd").key("intent:1").send().await;
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(
            sim.intent(1000, "usd")
                .key("transfer:1")
                .send()
                .await
                .status,
        );
    }

    assert_eq!(other.status, 200);
    assert_eq!(statuses, [429, 429, 200]);
    sim.fault(json!({ "kind": "drop_before", "times": 0 }))
        .await;
    assert!(sim.get("/v1/balance").try_send().await.is_err());
    sim.client
        .delete(format!("{}/_sim/faults", sim.url()))
        .send()
        .await
        .unwrap();
    sim.get("/v1/balance").ok().await;
}

#[tokio::test]
async fn chance_is_repeatable_by_its_seed() {
    let sim = Sim::start().await;
    let mut runs = Vec::new();
    for _ in 0..2 {
        let fault = json!({ "kind": "conflict", "times": 0, "probability": 0.5, "seed": 7 });
        sim.fault(fault).await;
        let mut statuses = Vec::new();
        for _ in 0..20 {
            statuses.push(sim.get("/v1/balance").send().await.status);
        }
        sim.client
            .delete(format!("{}/_sim/faults", sim.url()))
            .send()
            .await
            .unwrap();
        runs.push(statuses);
    }

    assert_eq!(runs[0], runs[1]);
    assert!(runs[0].contains(&200) && runs[0].contains(&409));
}

#[tokio::test]
async fn the_log_tells_what_was_asked_and_what_was_done() {
    let sim = Sim::start().await;
    sim.fault(json!({ "kind": "drop_before", "key_contains": "k2" }))
        .await;
    sim.intent(1000, "usd").key("k1").ok().await;
    sim.intent(1000, "usd")
        .key("k2")
        .try_send()
        .await
        .err()
        .unwrap();
    sim.get("/v1/balance").ok().await;

    let log = sim
        .get("/_sim/log")
        .with("path", "payment_intents")
        .ok()
        .await;
    let by_key = sim.get("/_sim/log").with("key", "k1").ok().await;

    let entries = log["data"].as_array().unwrap();
    assert_eq!(entries.len(), 2, "newest first");
    assert_eq!(entries[0]["fault"], "drop_before");
    assert_eq!(entries[0]["status"], 0);
    assert_eq!(entries[1]["status"], 200);
    assert!(text(&entries[1]["request"]).contains("amount=1000"));
    assert_eq!(by_key["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn work_done_twice_shows_in_the_state() {
    let sim = Sim::start().await;
    for key in ["k1", "k2"] {
        sim.intent(1000, "usd")
            .with("metadata[op_id]", "op_1")
            .key(key)
            .ok()
            .await;
    }

    let state = sim.state().await;

    assert_eq!(state["duplicates"][0]["op"], "op_1");
    assert_eq!(state["duplicates"][0]["object"], "payment_intent");
    sim.control("reset", json!({})).await;
    let state = sim.state().await;
    assert_eq!(state["duplicates"], json!([]));
    assert_eq!(state["counts"]["payment_intents"], 0);
}
