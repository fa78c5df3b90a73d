//! Idempotency keys as Stripe v1 keeps them.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Sim, text};

#[tokio::test]
async fn the_same_key_and_parameters_answer_the_same() {
    let sim = Sim::start().await;
    let call = sim.intent(1000, "usd").key("k1");

    let first = call.send().await;
    let again = call.send().await;

    assert_eq!(again.json, first.json);
    assert_eq!(first.header("idempotent-replayed"), None);
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(again.header("original-request"), first.header("request-id"));
    assert_eq!(sim.state().await["counts"]["payment_intents"], 1);
}

#[tokio::test]
async fn other_parameters_under_a_key_are_refused() {
    let sim = Sim::start().await;
    sim.intent(1000, "usd").key("k1").ok().await;

    let other = sim.intent(1001, "usd").key("k1").send().await;
    let elsewhere = sim
        .post("/v1/refunds")
        .key("k1")
        .with("charge", "ch_x")
        .send()
        .await;

    for refused in [other, elsewhere] {
        assert_eq!(refused.status, 400);
        assert_eq!(refused.json["error"]["type"], "idempotency_error");
    }
    assert_eq!(sim.state().await["counts"]["payment_intents"], 1);
}

#[tokio::test]
async fn a_key_belongs_to_one_account() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;

    let ours = sim.intent(1000, "usd").key("k1").ok().await;
    let theirs = sim.intent(1000, "usd").key("k1").on(&merchant).ok().await;

    assert_ne!(ours["id"], theirs["id"]);
}

#[tokio::test]
async fn what_was_refused_before_it_began_is_not_kept() {
    let sim = Sim::start().await;
    let wrong = sim
        .post("/v1/payment_intents")
        .with("amount", "ten")
        .with("currency", "usd");
    assert_eq!(wrong.key("k1").send().await.status, 400);
    let nobody = sim.intent(1000, "usd").key("k1").without_authorization();
    assert_eq!(nobody.send().await.status, 401);
    sim.fault(json!({ "kind": "too_many_requests" })).await;
    assert_eq!(
        sim.intent(1000, "usd").key("k1").send().await.code(),
        (429, "rate_limit")
    );
    sim.fault(json!({ "kind": "conflict" })).await;
    assert_eq!(sim.intent(1000, "usd").key("k1").send().await.status, 409);

    let right = sim.intent(1000, "usd").key("k1").send().await;

    assert_eq!(right.status, 200);
    assert_eq!(right.header("idempotent-replayed"), None);
}

#[tokio::test]
async fn failures_after_it_began_are_kept() {
    let sim = Sim::start().await;
    let declined = sim
        .intent(1000, "usd")
        .with("confirm", true)
        .key("declined");
    let declined = declined.with("payment_method", "pm_card_visa_chargeDeclined");
    let refund = sim
        .post("/v1/refunds")
        .with("charge", "ch_nothing")
        .key("missing");

    for (call, status) in [(declined, 402), (refund, 400)] {
        let first = call.send().await;
        let again = call.send().await;

        assert_eq!((first.status, again.status), (status, status));
        assert_eq!(again.json, first.json);
        assert_eq!(again.header("idempotent-replayed"), Some("true"));
    }
    assert_eq!(sim.state().await["counts"]["charges"], 1);
}

#[tokio::test]
async fn a_kept_500_is_replayed_whether_or_not_it_was_done() {
    let sim = Sim::start().await;
    for (kind, done) in [("error_500_before", 0), ("error_500_after_commit", 1)] {
        sim.control("reset", json!({})).await;
        sim.fault(json!({ "kind": kind, "key_contains": "k1" }))
            .await;
        let call = sim.intent(1000, "usd").key("k1");

        let first = call.send().await;
        let again = call.send().await;

        assert_eq!((first.status, again.status), (500, 500), "{kind}");
        assert_eq!(again.header("idempotent-replayed"), Some("true"));
        assert_eq!(
            sim.state().await["counts"]["payment_intents"],
            done,
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_key_in_use_is_a_conflict() {
    let sim = Sim::start().await;
    sim.fault(json!({ "kind": "delay_ms", "ms": 300 })).await;
    let call = sim.intent(1000, "usd").key("k1");

    let (slow, meanwhile) = tokio::join!(call.send(), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        call.send().await
    });
    let after = call.send().await;

    assert_eq!(meanwhile.code(), (409, "idempotency_key_in_use"));
    assert_eq!(meanwhile.header("stripe-should-retry"), Some("true"));
    assert_eq!(slow.status, 200);
    assert_eq!(text(&after.json["id"]), text(&slow.json["id"]));
}

#[tokio::test]
async fn a_key_is_free_again_after_a_day() {
    let sim = Sim::start().await;
    let first = sim.intent(1000, "usd").key("k1").ok().await;
    sim.control("clock", json!({ "advance_seconds": 23 * 3600 }))
        .await;
    let same = sim.intent(1000, "usd").key("k1").ok().await;

    sim.control("clock", json!({ "advance_seconds": 2 * 3600 }))
        .await;
    let other = sim.intent(1000, "usd").key("k1").ok().await;

    assert_eq!(same["id"], first["id"]);
    assert_ne!(other["id"], first["id"]);
}
