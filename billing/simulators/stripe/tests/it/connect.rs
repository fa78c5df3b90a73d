//! Connected accounts and their onboarding.

use serde_json::json;
use stripe_sim::Config;

use crate::harness::{Receiver, Sim, text};

#[tokio::test]
async fn an_account_is_onboarded_through_its_link_once() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(Config {
        auto_onboard: false,
        ..hooks.config()
    })
    .await;
    let merchant = sim.merchant().await;
    let path = format!("/v1/accounts/{merchant}");
    let before = sim.get(&path).ok().await;
    assert_eq!(before["capabilities"]["transfers"], "inactive");
    assert_eq!(before["details_submitted"], false);
    assert_ne!(before["requirements"]["currently_due"], json!([]));
    let link = sim
        .post("/v1/account_links")
        .with("account", &merchant)
        .with("type", "account_onboarding")
        .with("refresh_url", "http://shop.test/again")
        .with("return_url", "http://shop.test/done")
        .ok()
        .await;
    let page = text(&link["url"]);
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    let client = client.no_proxy().build().unwrap();
    assert_eq!(client.get(&page).send().await.unwrap().status(), 200);

    let done = client.post(&page).send().await.unwrap();

    assert_eq!(
        (done.status().as_u16(), &done.headers()["location"]),
        (303, &"http://shop.test/done".parse().unwrap())
    );
    let after = sim.get(&path).ok().await;
    assert_eq!(after["capabilities"]["transfers"], "active");
    assert_eq!(
        (&after["details_submitted"], &after["payouts_enabled"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(after["requirements"]["currently_due"], json!([]));
    let event = hooks.wait_for("account.updated").await.event;
    assert_eq!(event["account"], merchant);
    assert_eq!(
        event["data"]["object"]["capabilities"]["transfers"],
        "active"
    );
    assert_eq!(
        event["data"]["previous_attributes"]["details_submitted"],
        false
    );
    let again = client.get(&page).send().await.unwrap();
    assert_eq!(again.headers()["location"], "http://shop.test/again");
}

#[tokio::test]
async fn a_link_expires() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let call = sim.post("/v1/account_links").with("account", &merchant);
    let call = call
        .with("type", "account_onboarding")
        .with("return_url", "http://shop.test/done");
    let incomplete = call.send().await;
    let link = call
        .with("refresh_url", "http://shop.test/again")
        .ok()
        .await;

    sim.control("clock", json!({ "advance_seconds": 3600 }))
        .await;
    let late = sim.client.post(text(&link["url"])).send().await.unwrap();

    assert_eq!(incomplete.code(), (400, "parameter_missing"));
    assert_eq!(late.status(), 404);
}

#[tokio::test]
async fn accounts_are_made_by_type_or_by_controller() {
    let sim = Sim::start().await;
    let by_controller = sim
        .post("/v1/accounts")
        .with("country", "DE")
        .with("controller[fees][payer]", "application")
        .with("controller[losses][payments]", "application")
        .with("controller[stripe_dashboard][type]", "express")
        .with("capabilities[transfers][requested]", true)
        .with("capabilities[card_payments][requested]", true)
        .with("business_profile[url]", "https://shop.test")
        .with("metadata[merchant_id]", "mer_1")
        .ok()
        .await;
    let both = sim.post("/v1/accounts").with("type", "express");
    let both = both
        .with("controller[fees][payer]", "application")
        .send()
        .await;

    assert_eq!(by_controller["type"], "none");
    assert_eq!(by_controller["default_currency"], "eur");
    assert_eq!(
        by_controller["controller"]["stripe_dashboard"]["type"],
        "express"
    );
    assert_eq!(
        by_controller["business_profile"]["url"],
        "https://shop.test"
    );
    assert_eq!(
        by_controller["capabilities"],
        json!({ "card_payments": "active", "transfers": "active" })
    );
    assert_eq!(both.status, 400);
    let path = format!("/v1/accounts/{}", text(&by_controller["id"]));
    let changed = sim
        .post(&path)
        .with("metadata[merchant_id]", "mer_2")
        .ok()
        .await;
    assert_eq!(changed["metadata"], json!({ "merchant_id": "mer_2" }));
    assert_eq!(sim.get(&path).ok().await, changed);
}

#[tokio::test]
async fn restricting_an_account_is_told() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(Config {
        auto_onboard: true,
        ..hooks.config()
    })
    .await;
    let merchant = sim.merchant().await;

    sim.control(&format!("accounts/{merchant}/restrict"), json!({}))
        .await;

    let event = hooks.wait_for("account.updated").await.event;
    assert_eq!(
        event["data"]["object"]["capabilities"]["transfers"],
        "inactive"
    );
    assert_eq!(event["data"]["object"]["payouts_enabled"], false);
}
