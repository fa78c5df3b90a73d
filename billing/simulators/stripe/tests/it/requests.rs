//! Keys, parameters, lists, expansion: what every call has in common.

use serde_json::json;

use crate::harness::{Sim, text};

#[tokio::test]
async fn a_call_needs_the_right_key() {
    let sim = Sim::start().await;
    let call = || sim.get("/v1/balance").without_authorization();

    let none = call().send().await;
    let wrong = call()
        .header("authorization", "Bearer sk_test_other")
        .send()
        .await;
    let basic = call()
        .header("authorization", "Basic c2tfdGVzdF9zdG9hOg==")
        .send()
        .await;
    let publishable = sim.get("/v1/balance").publishable().send().await;

    assert_eq!((none.status, wrong.status, basic.status), (401, 401, 200));
    assert!(!none.json["error"]["message"].as_str().unwrap().is_empty());
    assert_eq!(publishable.code(), (401, "secret_key_required"));
}

#[tokio::test]
async fn parameters_are_checked_by_name_and_kind() {
    let sim = Sim::start().await;
    let intent = || sim.post("/v1/payment_intents");
    let base = || intent().with("amount", 1000).with("currency", "usd");
    for (call, code, param) in [
        (
            intent().with("currency", "usd"),
            "parameter_missing",
            "amount",
        ),
        (
            intent().with("amount", 1000),
            "parameter_missing",
            "currency",
        ),
        (
            intent().with("amount", "10.5").with("currency", "usd"),
            "parameter_invalid_integer",
            "amount",
        ),
        (base().with("colour", "red"), "parameter_unknown", "colour"),
        (
            base().with("shipping[name]", "a").with("shipping[x][y]", 1),
            "parameter_unknown",
            "shipping[x][y]",
        ),
        (base().with("confirm", "maybe"), "none", "confirm"),
        (
            base().with("capture_method", "later"),
            "none",
            "capture_method",
        ),
        (
            intent().with("amount", "").with("currency", "usd"),
            "parameter_invalid_empty",
            "amount",
        ),
        (
            base().with("transfer_data[destination]", "acct_1"),
            "not_simulated",
            "transfer_data",
        ),
        (base().with("expand[]", "nonsense"), "none", "expand"),
    ] {
        let refused = call.send().await;

        assert_eq!(refused.code(), (400, code), "{param}: {}", refused.json);
        assert_eq!(refused.json["error"]["param"], param);
        assert_eq!(refused.json["error"]["type"], "invalid_request_error");
        assert!(refused.json["error"]["request_log_url"].is_string());
    }
    assert_eq!(sim.state().await["counts"]["payment_intents"], 0);
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let sim = Sim::start().await;
    for path in [
        "/v1/payment_intents/pi_x",
        "/v1/charges/ch_x",
        "/v1/refunds/re_x",
        "/v1/transfers/tr_x",
        "/v1/events/evt_x",
        "/v1/balance_transactions/txn_x",
    ] {
        assert_eq!(
            sim.get(path).send().await.code(),
            (404, "resource_missing"),
            "{path}"
        );
    }
    let account = sim.get("/v1/accounts/acct_x").send().await;
    assert_eq!(account.code(), (403, "account_invalid"));
    assert_eq!(sim.get("/v1/unicorns").send().await.status, 404);
    assert_eq!(sim.delete("/v1/charges/ch_x").send().await.status, 404);
}

#[tokio::test]
async fn lists_are_paged_newest_first() {
    let sim = Sim::start().await;
    let mut made = Vec::new();
    for _ in 0..5 {
        made.push(text(&sim.intent(1000, "usd").ok().await["id"]));
    }
    made.reverse();
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let call = sim.get("/v1/payment_intents").with("limit", 2);
        let call = after
            .as_ref()
            .map_or(call.clone(), |id| call.with("starting_after", id));
        let page = call.ok().await;
        assert_eq!(
            (&page["object"], &page["url"]),
            (&json!("list"), &json!("/v1/payment_intents"))
        );
        seen.extend(
            page["data"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| text(&row["id"])),
        );
        after = seen.last().cloned();
        if page["has_more"] == false {
            break;
        }
    }
    assert_eq!(seen, made);
    let back = sim
        .get("/v1/payment_intents")
        .with("ending_before", &made[2])
        .with("limit", 1);
    assert_eq!(back.ok().await["data"][0]["id"], made[1]);
    for (name, value) in [("limit", "0"), ("limit", "101"), ("starting_after", "pi_x")] {
        let refused = sim
            .get("/v1/payment_intents")
            .with(name, value)
            .send()
            .await;
        assert_eq!(refused.status, 400, "{name}={value}");
    }
}

#[tokio::test]
async fn ids_are_expanded_to_objects() {
    let sim = Sim::start().await;
    let charge = sim.settled(1000, "usd", "pm_card_visa").await;
    let intent = sim
        .get(format!("/v1/charges/{charge}"))
        .with("expand[]", "payment_intent");
    let intent = text(&intent.ok().await["payment_intent"]["id"]);

    let call = sim.get(format!("/v1/payment_intents/{intent}"));
    let nested = call
        .with("expand[]", "latest_charge.balance_transaction")
        .ok()
        .await;
    let call = sim
        .get("/v1/payment_intents")
        .with("expand[]", "data.latest_charge");
    let listed = call.ok().await;

    assert_eq!(nested["latest_charge"]["id"], charge);
    assert_eq!(nested["latest_charge"]["balance_transaction"]["fee"], 59);
    assert_eq!(listed["data"][0]["latest_charge"]["id"], charge);
}

#[tokio::test]
async fn every_answer_names_its_request_and_version() {
    let sim = Sim::start().await;

    let plain = sim.get("/v1/balance").send().await;
    let asked = sim
        .get("/v1/balance")
        .header("stripe-version", "2026-10-28.endive")
        .send()
        .await;
    let refused = sim.get("/v1/unicorns").send().await;

    assert!(plain.header("request-id").unwrap().starts_with("req_"));
    assert_eq!(plain.header("stripe-version"), Some("2026-09-30.endive"));
    assert_eq!(asked.header("stripe-version"), Some("2026-10-28.endive"));
    assert!(refused.header("request-id").unwrap().starts_with("req_"));
}

#[tokio::test]
async fn an_account_s_objects_are_its_own() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let ours = text(&sim.paid(1000, "usd", "pm_card_visa").await["id"]);
    let theirs = text(&sim.intent(1000, "usd").on(&merchant).ok().await["id"]);

    let crossed = sim
        .get(format!("/v1/payment_intents/{ours}"))
        .on(&merchant)
        .send()
        .await;
    let crossed_back = sim
        .get(format!("/v1/payment_intents/{theirs}"))
        .send()
        .await;
    let listed = sim.get("/v1/payment_intents").on(&merchant).ok().await;
    let nobody = sim.get("/v1/balance").on("acct_nobody").send().await;

    assert_eq!((crossed.status, crossed_back.status), (404, 404));
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
    assert_eq!(nobody.code(), (403, "account_invalid"));
}
