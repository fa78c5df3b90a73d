//! A whole scenario in which every request, answer and event is checked against Stripe's own document.
//! Skipped, and said so, when the document is not there.

use std::path::PathBuf;

use serde_json::{Value, json};
use stripe_sim::Config;

use crate::harness::{Receiver, Sim, eventually, text};

const PUBLISHED: &str = "../shared/data/stripe/openapi-2023-08-16.trimmed.json";

fn document() -> Option<PathBuf> {
    let named = std::env::vars().find(|(name, _)| name == "STOA_STRIPE_SCHEMA");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let path = named.map_or_else(|| root.join(PUBLISHED), |(_, path)| PathBuf::from(path));
    path.exists().then_some(path)
}

#[tokio::test]
async fn every_request_answer_and_event_fits_stripe_s_published_schema() {
    let Some(path) = document() else {
        println!("skipped: no published schema at {PUBLISHED}");
        return;
    };
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(Config {
        schema: Some(path),
        ..hooks.config()
    })
    .await;
    let merchant = sim.merchant().await;
    sim.get(format!("/v1/accounts/{merchant}")).ok().await;
    let link = sim.post("/v1/account_links").with("account", &merchant);
    let link = link
        .with("type", "account_onboarding")
        .with("return_url", "http://shop.test/a");
    link.with("refresh_url", "http://shop.test/b").ok().await;

    pay(&sim).await;
    decline_and_cancel(&sim).await;
    move_money(&sim, &merchant).await;
    dispute(&sim).await;
    read_everything(&sim, &merchant).await;
    expand_everything(&sim).await;
    shop_in_a_browser(&sim).await;
    eventually("all events are sent", async || {
        let waiting = sim.get("/v1/events").with("delivery_success", false);
        waiting.ok().await["data"] == json!([])
    })
    .await;

    let report = sim.get("/_sim/schema_violations").ok().await;
    assert_eq!(report["count"], 0, "{report:#}");
    let report = &report["report"];
    assert_eq!(report["request_violations"], 0, "{report:#}");
    assert_eq!(report["response_violations"], 0, "{report:#}");
    assert_eq!(report["event_violations"], 0, "{report:#}");
    assert!(report["responses_checked"].as_u64().unwrap() > 30);
    assert!(report["requests_checked"].as_u64().unwrap() > 15);
    assert!(report["events_checked"].as_u64().unwrap() > 25);
}

#[tokio::test]
async fn what_does_not_fit_is_told() {
    let Some(path) = document() else {
        println!("skipped: no published schema at {PUBLISHED}");
        return;
    };
    let mut wrong: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    wrong["components"]["schemas"]["charge"]["properties"]["paid"] = json!({ "type": "string" });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.json");
    std::fs::write(&path, wrong.to_string()).unwrap();
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(Config {
        schema: Some(path),
        ..hooks.config()
    })
    .await;

    let intent = sim.paid(1000, "usd", "pm_card_visa").await;
    let read = sim.get(format!("/v1/payment_intents/{}", text(&intent["id"])));
    let plain = read.clone().send().await;
    let expanded = read.with("expand[]", "latest_charge").send().await;
    hooks.wait_for("charge.succeeded").await;

    assert_eq!(plain.status, 200);
    assert_eq!(expanded.status, 500);
    let message = text(&expanded.json["error"]["message"]);
    assert!(message.contains("/latest_charge/paid"), "{message}");
    let report = sim.get("/_sim/schema_violations").ok().await;
    let report = &report["report"];
    assert_eq!(report["request_violations"], 0, "{report:#}");
    assert_eq!(report["response_violations"], 1, "{report:#}");
    let kept = report["newest"].as_array().unwrap();
    let of_event = kept.iter().find(|kept| kept["side"] == "event").unwrap();
    assert_eq!(of_event["operation"], "charge.succeeded", "{report:#}");
}

/// A dispute that is won, and an inquiry.
async fn dispute(sim: &Sim) {
    let charge = sim.settled(1000, "usd", "pm_card_visa").await;
    let path = format!("charges/{charge}/dispute");
    let opened = sim.control(&path, json!({})).await;
    let path = format!("disputes/{}", text(&opened["id"]));
    sim.control(&path, json!({ "outcome": "won" })).await;
    sim.get(format!("/v1/{path}")).ok().await;
    let charge = sim.settled(1000, "usd", "pm_card_visa").await;
    let path = format!("charges/{charge}/dispute");
    sim.control(&path, json!({ "inquiry": true })).await;
}

/// Everything that Stoa or a merchant's own program would expand, also through lists.
async fn expand_everything(sim: &Sim) {
    for (path, expand) in [
        (
            "/v1/payment_intents",
            "data.latest_charge.balance_transaction",
        ),
        ("/v1/charges", "data.payment_intent"),
        ("/v1/charges", "data.refunds"),
        ("/v1/refunds", "data.charge"),
        ("/v1/disputes", "data.payment_intent"),
        (
            "/v1/transfers",
            "data.destination_payment.balance_transaction",
        ),
        ("/v1/transfers", "data.source_transaction"),
        ("/v1/transfers", "data.destination"),
        ("/v1/balance_transactions", "data.source"),
    ] {
        let listed = sim.get(path).with("expand[]", expand).ok().await;
        assert_ne!(listed["data"], json!([]), "{path} {expand}");
    }
}

/// A declined and a good confirmation by the publishable key, and the reading of what became of it.
async fn shop_in_a_browser(sim: &Sim) {
    let intent = sim.intent(1000, "usd").ok().await;
    let path = format!("/v1/payment_intents/{}", text(&intent["id"]));
    let secret = text(&intent["client_secret"]);
    let confirm = async |card: &str| {
        let call = sim.post(format!("{path}/confirm")).publishable();
        let call = call.with("client_secret", &secret);
        call.with("payment_method", card).send().await.status
    };

    assert_eq!(confirm("pm_card_visa_chargeDeclined").await, 402);
    assert_eq!(confirm("pm_card_visa").await, 200);
    assert_eq!(confirm("pm_card_visa").await, 400);
    let read = sim.get(&path).publishable();
    read.with("client_secret", &secret).ok().await;
}

async fn pay(sim: &Sim) {
    let intent = sim
        .post("/v1/payment_intents")
        .with("amount", 10_000)
        .with("currency", "usd")
        .with("automatic_payment_methods[enabled]", true)
        .with("transfer_group", "order_1")
        .with("description", "Order 1")
        .with("statement_descriptor_suffix", "AURORA")
        .with("shipping[name]", "Ann")
        .with("shipping[address][line1]", "Street 1")
        .with("shipping[address][country]", "DE")
        .with("metadata[op_id]", "op_1")
        .ok()
        .await;
    let path = format!("/v1/payment_intents/{}", text(&intent["id"]));
    sim.post(&path)
        .with("amount", 12_000)
        .with("metadata[b]", 1)
        .ok()
        .await;
    let confirm = sim
        .post(format!("{path}/confirm"))
        .with("payment_method", "pm_card_visa");
    confirm
        .with("return_url", "http://shop.test/back")
        .ok()
        .await;
    sim.get(path).ok().await;
    let call = sim
        .intent(700, "usd")
        .with("capture_method", "manual")
        .with("confirm", true);
    let held = text(&call.with("payment_method", "pm_card_amex").ok().await["id"]);
    let capture = sim.post(format!("/v1/payment_intents/{held}/capture"));
    capture.with("amount_to_capture", 600).ok().await;
}

async fn decline_and_cancel(sim: &Sim) {
    let intent = text(&sim.intent(1000, "jpy").ok().await["id"]);
    let confirm = sim.post(format!("/v1/payment_intents/{intent}/confirm"));
    let declined = confirm
        .clone()
        .with("payment_method", "pm_card_visa_chargeDeclined");
    assert_eq!(declined.send().await.status, 402);
    let waiting = confirm.with("payment_method", "pm_card_authenticationRequired");
    assert_eq!(waiting.ok().await["status"], "requires_action");
    let cancel = sim.post(format!("/v1/payment_intents/{intent}/cancel"));
    cancel.with("cancellation_reason", "abandoned").ok().await;
    assert_eq!(sim.intent(10, "usd").send().await.status, 400);
    assert_eq!(sim.get("/v1/charges/ch_x").send().await.status, 404);
}

async fn move_money(sim: &Sim, merchant: &str) {
    let charge = sim.settled(10_000, "usd", "pm_card_refundFail").await;
    let call = sim
        .post("/v1/transfers")
        .with("amount", 5000)
        .with("currency", "usd");
    let call = call
        .with("destination", merchant)
        .with("source_transaction", &charge);
    let transfer = call
        .with("transfer_group", "order_1")
        .with("metadata[a]", 1)
        .ok()
        .await;
    let reversals = format!("/v1/transfers/{}/reversals", text(&transfer["id"]));
    sim.post(&reversals)
        .with("amount", 1000)
        .with("metadata[a]", 1)
        .ok()
        .await;
    sim.get(&reversals).ok().await;
    sim.get(format!("/v1/transfers/{}", text(&transfer["id"])))
        .ok()
        .await;
    let refund = sim
        .post("/v1/refunds")
        .with("charge", &charge)
        .with("amount", 500);
    let refund = text(&refund.with("reason", "duplicate").ok().await["id"]);
    eventually("the refund fails", async || {
        sim.get(format!("/v1/refunds/{refund}")).ok().await["status"] == "failed"
    })
    .await;
    let pending = sim.settled(10_000, "usd", "pm_card_pendingRefund").await;
    assert_eq!(
        sim.post("/v1/refunds").with("charge", pending).ok().await["status"],
        "pending"
    );
    sim.control(&format!("accounts/{merchant}/restrict"), json!({}))
        .await;
    let refused = sim
        .post("/v1/transfers")
        .with("amount", 1)
        .with("currency", "usd");
    assert_eq!(
        refused.with("destination", merchant).send().await.status,
        400
    );
}

async fn read_everything(sim: &Sim, merchant: &str) {
    for path in [
        "/v1/payment_intents",
        "/v1/charges",
        "/v1/refunds",
        "/v1/disputes",
        "/v1/transfers",
        "/v1/balance",
        "/v1/balance_transactions",
        "/v1/events",
    ] {
        sim.get(path).ok().await;
        sim.get(path).on(merchant).ok().await;
    }
    let events = sim.get("/v1/events").with("limit", 1).ok().await;
    sim.get(format!("/v1/events/{}", text(&events["data"][0]["id"])))
        .ok()
        .await;
    let rows = sim
        .get("/v1/balance_transactions")
        .with("limit", 1)
        .ok()
        .await;
    sim.get(format!(
        "/v1/balance_transactions/{}",
        text(&rows["data"][0]["id"])
    ))
    .ok()
    .await;
    let endpoint = sim
        .post("/v1/webhook_endpoints")
        .with("url", "http://127.0.0.1:9/x");
    endpoint
        .with("enabled_events[0]", "charge.updated")
        .ok()
        .await;
}
