//! Balance transactions: when they appear, what they cost, when the money is available.

use std::collections::HashMap;

use serde_json::{Value, json};
use stripe_sim::{Config, FeeRule};

use crate::harness::{Receiver, Sim, config, text};

const DAYS_2: i64 = 2 * 24 * 3600;

#[tokio::test]
async fn a_charge_is_booked_a_little_later_and_says_so() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;

    let intent = sim.paid(16_378, "usd", "pm_card_visa").await;

    let charge = text(&intent["latest_charge"]);
    let succeeded = hooks.wait_for("charge.succeeded").await.event;
    assert!(succeeded["data"]["object"]["balance_transaction"].is_null());
    let updated = hooks.wait_for("charge.updated").await.event;
    assert_eq!(updated["data"]["object"]["id"], charge);
    assert_eq!(
        updated["data"]["previous_attributes"],
        json!({ "balance_transaction": null })
    );
    let transaction = text(&updated["data"]["object"]["balance_transaction"]);
    let booked = sim
        .get(format!("/v1/balance_transactions/{transaction}"))
        .ok()
        .await;
    assert_eq!(booked["type"], "charge");
    assert_eq!(booked["source"], charge);
    assert_eq!(
        (&booked["amount"], &booked["fee"]),
        (&json!(16_378), &json!(505))
    );
    assert_eq!(booked["net"], 15_873);
    assert_eq!(booked["fee_details"][0]["type"], "stripe_fee");
    assert_eq!(booked["fee_details"][0]["amount"], 505);
    assert_eq!(booked["status"], "pending");
}

#[tokio::test]
async fn with_automatic_capture_the_balance_transaction_is_there_at_once() {
    let sim = Sim::start().await;
    let call = sim
        .intent(1000, "usd")
        .with("capture_method", "automatic")
        .with("confirm", true);
    let call = call.with("payment_method", "pm_card_visa");

    let intent = call
        .with("expand[]", "latest_charge.balance_transaction")
        .ok()
        .await;

    assert_eq!(
        intent["latest_charge"]["balance_transaction"]["net"],
        1000 - 59
    );
}

#[tokio::test]
async fn pending_money_becomes_available_when_its_day_comes() {
    let sim = Sim::start().await;
    let charge = sim.settled(10_000, "usd", "pm_card_visa").await;
    assert_eq!(sim.balance(None, "usd").await, (0, 9680));

    sim.control("clock", json!({ "advance_seconds": DAYS_2 - 60 }))
        .await;
    assert_eq!(sim.balance(None, "usd").await, (0, 9680));
    sim.control("clock", json!({ "advance_seconds": 120 }))
        .await;

    assert_eq!(sim.balance(None, "usd").await, (9680, 0));
    let listed = sim
        .get("/v1/balance_transactions")
        .with("source", charge)
        .ok()
        .await;
    assert_eq!(listed["data"][0]["status"], "available");
}

#[tokio::test]
async fn a_card_that_bypasses_pending_is_available_at_once() {
    let sim = Sim::start().await;

    sim.settled(10_000, "usd", "pm_card_bypassPending").await;

    assert_eq!(sim.balance(None, "usd").await, (9680, 0));
}

#[tokio::test]
async fn fees_follow_the_currency() {
    let fees = HashMap::from([(
        "eur".to_owned(),
        FeeRule {
            basis_points: 150,
            fixed: 25,
        },
    )]);
    let sim = Sim::start_with(Config { fees, ..config() }).await;
    for (amount, currency, fee) in [(8269, "jpy", 298), (1000, "eur", 40), (1000, "usd", 59)] {
        let charge = sim.settled(amount, currency, "pm_card_visa").await;

        let listed = sim
            .get("/v1/balance_transactions")
            .with("source", charge)
            .ok()
            .await;

        assert_eq!(listed["data"][0]["fee"], fee, "{currency}");
        assert_eq!(sim.balance(None, currency).await, (0, amount - fee));
    }
}

#[tokio::test]
async fn the_balance_is_the_sum_of_its_transactions() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let charge = sim.settled(10_000, "usd", "pm_card_visa").await;
    let transfer = sim
        .post("/v1/transfers")
        .with("amount", 6000)
        .with("currency", "usd");
    let transfer = transfer
        .with("destination", &merchant)
        .with("source_transaction", &charge);
    let transfer = text(&transfer.ok().await["id"]);
    sim.post("/v1/refunds")
        .with("charge", &charge)
        .with("amount", 2500)
        .ok()
        .await;
    let path = format!("/v1/transfers/{transfer}/reversals");
    sim.post(path).with("amount", 1500).ok().await;

    for account in [None, Some(merchant.as_str())] {
        let call = sim.get("/v1/balance_transactions").with("limit", 100);
        let call = account.map_or(call.clone(), |account| call.on(account));
        let listed = call.ok().await;
        let transactions = listed["data"].as_array().unwrap();
        let net: i64 = transactions
            .iter()
            .map(|row| row["net"].as_i64().unwrap())
            .sum();

        let (available, pending) = sim.balance(account, "usd").await;

        assert_eq!(net, available + pending);
    }
    assert_eq!(
        sim.balance(None, "usd").await,
        (0, 10_000 - 320 - 6000 - 2500 + 1500)
    );
    assert_eq!(sim.balance(Some(&merchant), "usd").await, (0, 4500));
    let state = sim.state().await;
    let total: &Value = &state["balance"]["usd"]["total"];
    assert_eq!(*total, 10_000 - 320 - 6000 - 2500 + 1500);
    assert_eq!(state["sums"]["fees"]["usd"], 320);
}
