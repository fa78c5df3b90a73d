//! Refunds: how much, of what, and the ones that change their mind.

use serde_json::json;

use crate::harness::{Receiver, Sim, eventually, text};

#[tokio::test]
async fn refunds_never_exceed_what_was_captured() {
    let sim = Sim::start().await;
    let intent = sim.paid(1000, "usd", "pm_card_visa").await;
    let refund = || {
        sim.post("/v1/refunds")
            .with("payment_intent", text(&intent["id"]))
    };

    let first = refund()
        .with("amount", 300)
        .with("reason", "requested_by_customer")
        .ok()
        .await;
    let too_much = refund().with("amount", 701).send().await;
    let rest = refund().ok().await;
    let again = refund().send().await;

    assert_eq!(
        (&first["status"], &first["amount"]),
        (&json!("succeeded"), &json!(300))
    );
    assert!(first["balance_transaction"].is_string());
    assert_eq!(too_much.status, 400);
    assert_eq!(too_much.json["error"]["param"], "amount");
    assert_eq!(rest["amount"], 700);
    assert_eq!(again.code(), (400, "charge_already_refunded"));
    let charge = sim.get(format!("/v1/charges/{}", text(&intent["latest_charge"])));
    let charge = charge.with("expand[]", "refunds").ok().await;
    assert_eq!(
        (&charge["amount_refunded"], &charge["refunded"]),
        (&json!(1000), &json!(true))
    );
    assert_eq!(charge["refunds"]["data"].as_array().unwrap().len(), 2);
    assert_eq!(
        sim.balance(None, "usd").await,
        (0, -59),
        "the fee is not given back"
    );
}

#[tokio::test]
async fn a_refund_is_found_by_its_payment_and_by_its_id() {
    let sim = Sim::start().await;
    let intent = sim.paid(1000, "usd", "pm_card_visa").await;
    let other = sim.paid(1000, "usd", "pm_card_visa").await;
    let make = |intent: &serde_json::Value| {
        sim.post("/v1/refunds")
            .with("payment_intent", text(&intent["id"]))
            .with("amount", 100)
    };
    let refund = make(&intent).with("metadata[op_id]", "op_1").ok().await;
    make(&other).ok().await;

    let by_intent = sim
        .get("/v1/refunds")
        .with("payment_intent", text(&intent["id"]))
        .ok()
        .await;
    let by_charge = sim
        .get("/v1/refunds")
        .with("charge", text(&refund["charge"]))
        .ok()
        .await;
    let by_id = sim
        .get(format!("/v1/refunds/{}", text(&refund["id"])))
        .ok()
        .await;

    assert_eq!(by_intent["data"], json!([refund]));
    assert_eq!(by_charge["data"], json!([refund]));
    assert_eq!(by_id, refund);
}

#[tokio::test]
async fn what_cannot_be_refunded_is_refused() {
    let sim = Sim::start().await;
    let open = text(&sim.intent(1000, "usd").ok().await["id"]);
    let paid = sim.paid(1000, "usd", "pm_card_visa").await;
    let charge = text(&paid["latest_charge"]);
    let refund = || sim.post("/v1/refunds");

    let unpaid = refund().with("payment_intent", open).send().await;
    let unknown = refund().with("charge", "ch_nothing").send().await;
    let nothing = refund().send().await;
    let reversing = refund()
        .with("charge", &charge)
        .with("reverse_transfer", true)
        .send()
        .await;
    let fee = refund()
        .with("charge", &charge)
        .with("refund_application_fee", true)
        .send()
        .await;

    assert_eq!(unpaid.status, 400);
    assert_eq!(unknown.code(), (400, "resource_missing"));
    assert_eq!(nothing.code(), (400, "parameter_missing"));
    assert_eq!(reversing.status, 400);
    assert_eq!(fee.status, 400);
    assert_eq!(sim.state().await["counts"]["refunds"], 0);
}

#[tokio::test]
async fn a_pending_refund_succeeds_later() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;
    let charge = sim.settled(1000, "usd", "pm_card_pendingRefund").await;

    let refund = sim.post("/v1/refunds").with("charge", charge).ok().await;

    assert_eq!(refund["status"], "pending");
    let updated = hooks.wait_for("refund.updated").await.event;
    assert_eq!(updated["data"]["object"]["status"], "succeeded");
    assert_eq!(
        updated["data"]["previous_attributes"],
        json!({ "status": "pending" })
    );
    hooks.wait_for("charge.refund.updated").await;
}

#[tokio::test]
async fn a_failed_refund_brings_the_money_back() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;
    let charge = sim.settled(1000, "usd", "pm_card_refundFail").await;

    let refund = sim.post("/v1/refunds").with("charge", &charge).ok().await;

    assert_eq!(refund["status"], "succeeded");
    let failed = hooks.wait_for("refund.failed").await.event;
    assert_eq!(failed["data"]["object"]["status"], "failed");
    assert!(failed["data"]["object"]["failure_balance_transaction"].is_string());
    eventually("the money is back", async || {
        let (available, pending) = sim.balance(None, "usd").await;
        available + pending == 1000 - 59
    })
    .await;
    let charge = sim.get(format!("/v1/charges/{charge}")).ok().await;
    assert_eq!(
        (&charge["amount_refunded"], &charge["refunded"]),
        (&json!(0), &json!(false))
    );
}
