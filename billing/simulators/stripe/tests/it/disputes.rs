//! Disputes: what they take, what comes back, and what is told on the way.

use serde_json::{Value, json};

use crate::harness::{Receiver, Sim, text};

impl Sim {
    async fn disputed(&self, charge: &str, opening: Value) -> String {
        let opened = self
            .control(&format!("charges/{charge}/dispute"), opening)
            .await;
        text(&opened["id"])
    }

    async fn total(&self) -> i64 {
        let (available, pending) = self.balance(None, "usd").await;
        available + pending
    }
}

#[tokio::test]
async fn a_dispute_takes_the_amount_and_a_fee_and_brings_the_amount_back_when_it_is_won() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;
    let charge = sim.settled(1000, "usd", "pm_card_visa").await;

    let opening = json!({ "reason": "product_not_received", "evidence_due_by": 2_000_000_000 });
    let id = sim.disputed(&charge, opening).await;

    assert_eq!(sim.total().await, 1000 - 59 - 1000 - 1500);
    let shown = sim.get(format!("/v1/disputes/{id}")).ok().await;
    let taken = &shown["balance_transactions"][0];
    assert_eq!(
        (
            &taken["amount"],
            &taken["fee"],
            &taken["net"],
            &taken["type"]
        ),
        (
            &json!(-1000),
            &json!(1500),
            &json!(-2500),
            &json!("adjustment")
        )
    );
    assert_eq!(taken["reporting_category"], "dispute");
    assert_eq!(taken["fee_details"][0]["description"], "Dispute fee");
    assert_eq!(
        (
            &shown["status"],
            &shown["reason"],
            &shown["evidence_details"]["due_by"]
        ),
        (
            &json!("needs_response"),
            &json!("product_not_received"),
            &json!(2_000_000_000)
        )
    );
    let of_charge = sim.get("/v1/disputes").with("charge", &charge).ok().await;
    assert_eq!(of_charge["data"], json!([shown]));
    let charge = sim.get(format!("/v1/charges/{charge}")).ok().await;
    assert_eq!(charge["disputed"], true);

    let path = format!("disputes/{id}");
    sim.control(&path, json!({ "outcome": "under_review" }))
        .await;
    let won = sim.control(&path, json!({ "outcome": "won" })).await;

    assert_eq!(won["status"], "won");
    assert_eq!(
        (
            &won["balance_transactions"][1]["net"],
            &won["balance_transactions"][1]["reporting_category"]
        ),
        (&json!(1000), &json!("dispute_reversal"))
    );
    assert_eq!(sim.total().await, 1000 - 59 - 1500, "the fee is kept");
    hooks.wait_for("charge.dispute.funds_reinstated").await;
    let mut told = hooks.types();
    told.retain(|kind| kind.starts_with("charge.dispute."));
    told.sort();
    assert_eq!(
        told,
        [
            "charge.dispute.closed",
            "charge.dispute.created",
            "charge.dispute.funds_reinstated",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.updated"
        ]
    );
}

#[tokio::test]
async fn a_fee_comes_back_when_that_is_wanted_and_a_lost_dispute_brings_nothing() {
    let sim = Sim::start().await;
    let first = sim.settled(1000, "usd", "pm_card_visa").await;
    let second = sim.settled(1000, "usd", "pm_card_visa").await;

    let won = sim
        .disputed(&first, json!({ "amount": 400, "fee": 700 }))
        .await;
    let lost = sim.disputed(&second, json!({ "fee": 0 })).await;
    let decide =
        async |id: &str, outcome: Value| sim.control(&format!("disputes/{id}"), outcome).await;
    decide(&won, json!({ "outcome": "won", "returns_fee": true })).await;
    decide(&lost, json!({ "outcome": "lost" })).await;

    assert_eq!(sim.total().await, 2 * (1000 - 59) - 1000);
}

#[tokio::test]
async fn a_disputed_charge_is_refunded_only_after_it_was_won() {
    let sim = Sim::start().await;
    let charge = sim.settled(1000, "usd", "pm_card_visa").await;
    let refund = || {
        sim.post("/v1/refunds")
            .with("charge", &charge)
            .with("amount", 100)
    };
    let id = sim.disputed(&charge, json!({ "amount": 500 })).await;

    assert_eq!(refund().send().await.code(), (400, "charge_disputed"));
    sim.control(&format!("disputes/{id}"), json!({ "outcome": "won" }))
        .await;
    refund().ok().await;
    let id = sim.disputed(&charge, json!({ "amount": 900 })).await;
    sim.control(&format!("disputes/{id}"), json!({ "outcome": "lost" }))
        .await;
    assert_eq!(refund().send().await.code(), (400, "charge_disputed"));
}

#[tokio::test]
async fn an_inquiry_takes_nothing_until_it_is_escalated() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;
    let charge = sim.settled(1000, "usd", "pm_card_visa").await;

    let id = sim.disputed(&charge, json!({ "inquiry": true })).await;
    let shown = sim.get(format!("/v1/disputes/{id}")).ok().await;
    assert_eq!(
        (&shown["status"], &shown["balance_transactions"]),
        (&json!("warning_needs_response"), &json!([]))
    );
    assert_eq!(shown["is_charge_refundable"], true);
    assert_eq!(sim.total().await, 1000 - 59);

    sim.control(&format!("disputes/{id}"), json!({ "outcome": "escalated" }))
        .await;
    assert_eq!(sim.total().await, 1000 - 59 - 2500);
    hooks.wait_for("charge.dispute.funds_withdrawn").await;
}
