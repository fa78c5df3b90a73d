//! Webhooks: signed, sent until they are taken, and misbehaving on demand.

use hmac::{Hmac, Mac};
use serde_json::json;
use sha2::Sha256;

use crate::harness::{Arrived, Receiver, SIGNING, Sim, config, eventually, text};

/// The signatures of a webhook that are right, of how many, and the time they were made.
fn signatures(arrived: &Arrived) -> (usize, usize, u64) {
    let fields: Vec<_> = arrived
        .signature
        .split(',')
        .map(|field| field.split_once('=').unwrap())
        .collect();
    let time = fields.iter().find(|(name, _)| *name == "t").unwrap().1;
    let mut mac = Hmac::<Sha256>::new_from_slice(SIGNING.as_bytes()).unwrap();
    mac.update(format!("{time}.{}", arrived.body).as_bytes());
    let right = hex::encode(mac.finalize().into_bytes());
    let shown: Vec<_> = fields.iter().filter(|(name, _)| *name == "v1").collect();
    let good = shown.iter().filter(|(_, value)| *value == right).count();
    (good, shown.len(), time.parse().unwrap())
}

fn now() -> u64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs()
}

#[tokio::test]
async fn a_webhook_is_signed_with_the_endpoint_s_secret() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;

    sim.intent(1000, "usd").ok().await;

    let arrived = hooks.wait_for("payment_intent.created").await;
    let (good, all, time) = signatures(&arrived);
    assert_eq!((good, all), (1, 1));
    assert!(now().abs_diff(time) < 5);
    assert_eq!(arrived.event["pending_webhooks"], 1);
    eventually("it counts as delivered", async || {
        let listed = sim.get("/v1/events").ok().await;
        listed["data"][0]["pending_webhooks"] == 0
    })
    .await;
}

#[tokio::test]
async fn a_refused_webhook_is_sent_again() {
    let hooks = Receiver::start().await;
    hooks.refuse(3);
    let sim = Sim::start_with(hooks.config()).await;

    sim.intent(1000, "usd").ok().await;

    eventually("the fourth try", async || hooks.all().len() == 4).await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(hooks.all().len(), 4, "taken once, and not sent any more");
}

#[tokio::test]
async fn signatures_can_be_wrong_old_or_two() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;
    let next = async |mode: &str| {
        sim.control("webhooks", json!({ "mode": mode, "times": 1 }))
            .await;
        let before = hooks.all().len();
        sim.intent(1000, "usd").ok().await;
        eventually(mode, async || hooks.all().len() > before).await;
        signatures(&hooks.all()[before])
    };

    let (good, all, _) = next("bad_signature").await;
    assert_eq!((good, all), (0, 1));
    let (good, all, time) = next("old_timestamp").await;
    assert_eq!((good, all), (1, 1));
    assert!(now().abs_diff(time) > 500);
    let (good, all, _) = next("two_signatures").await;
    assert_eq!((good, all), (1, 2));
    let (good, all, _) = next("normal").await;
    assert_eq!((good, all), (1, 1));
}

#[tokio::test]
async fn webhooks_can_come_twice_late_reordered_or_never() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;

    sim.control("webhooks", json!({ "mode": "duplicate" }))
        .await;
    sim.intent(1000, "usd").ok().await;
    eventually("twice", async || hooks.all().len() == 2).await;
    assert_eq!(hooks.all()[0].event["id"], hooks.all()[1].event["id"]);

    sim.control(
        "webhooks",
        json!({ "mode": "reorder", "window": 3, "ms": 150 }),
    )
    .await;
    let before = hooks.all().len();
    let mut made = Vec::new();
    for _ in 0..3 {
        made.push(text(&sim.intent(1000, "usd").ok().await["id"]));
    }
    eventually("all three", async || hooks.all().len() == before + 3).await;
    let arrived: Vec<_> = hooks.all()[before..]
        .iter()
        .map(|hook| text(&hook.event["data"]["object"]["id"]))
        .collect();
    made.reverse();
    assert_eq!(arrived, made, "the last comes first");

    sim.control("webhooks", json!({ "mode": "drop" })).await;
    let before = hooks.all().len();
    sim.intent(1000, "usd").ok().await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(hooks.all().len(), before);
    let lost = sim
        .get("/v1/events")
        .with("delivery_success", false)
        .ok()
        .await;
    let lost = text(&lost["data"][0]["id"]);

    sim.control("webhooks", json!({ "mode": "normal" })).await;
    sim.control("webhooks/replay", json!({ "event_id": lost }))
        .await;
    eventually("replayed", async || hooks.all().len() == before + 1).await;
}

#[tokio::test]
async fn what_is_ordered_for_one_type_leaves_the_retries_of_others_alone() {
    let hooks = Receiver::start().await;
    let sim = Sim::start_with(hooks.config()).await;
    let order = json!({ "mode": "drop", "types": ["payment_intent.canceled"] });
    sim.control("webhooks", order).await;
    hooks.refuse(2);

    let intent = text(&sim.intent(1000, "usd").ok().await["id"]);
    let cancel = sim.post(format!("/v1/payment_intents/{intent}/cancel"));
    cancel.ok().await;

    eventually("the third try", async || hooks.all().len() == 3).await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(hooks.types(), ["payment_intent.created"; 3]);
}

#[tokio::test]
async fn a_webhook_that_was_taken_is_not_sent_again_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let hooks = Receiver::start().await;
    let with_data = || stripe_sim::Config {
        data: Some(folder.path().join("journal")),
        ..hooks.config()
    };
    let sim = Sim::start_with(with_data()).await;
    sim.paid(1000, "usd", "pm_card_visa").await;
    hooks.wait_for("charge.updated").await;
    eventually("all four are taken", async || {
        let waiting = sim.get("/v1/events").with("delivery_success", false);
        waiting.ok().await["data"] == json!([])
    })
    .await;
    sim.running.stop().await.unwrap();
    let sent = hooks.all().len();

    let sim = Sim::start_with(with_data()).await;

    sim.intent(1000, "usd").ok().await;
    eventually("the new one", async || hooks.all().len() > sent).await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!((sent, hooks.all().len()), (4, 5));
}

#[tokio::test]
async fn an_endpoint_takes_the_events_it_asked_for() {
    let (all, some) = (Receiver::start().await, Receiver::start().await);
    let sim = Sim::start().await;
    let make = async |hooks: &Receiver, kind: &str| {
        let call = sim.post("/v1/webhook_endpoints").with("url", &hooks.url);
        call.with("enabled_events[]", kind).ok().await
    };
    let everything = make(&all, "*").await;
    let endpoint = make(&some, "payment_intent.succeeded").await;
    assert!(text(&endpoint["secret"]).starts_with("whsec_"));

    sim.paid(1000, "usd", "pm_card_visa").await;

    some.wait_for("payment_intent.succeeded").await;
    all.wait_for("charge.updated").await;
    assert_eq!(some.types(), ["payment_intent.succeeded"]);
    let path = format!("/v1/webhook_endpoints/{}", text(&endpoint["id"]));
    assert!(sim.get(&path).ok().await.get("secret").is_none());
    assert_eq!(sim.delete(&path).ok().await["deleted"], true);
    assert_eq!(sim.get(&path).send().await.status, 404);
    let listed = sim.get("/v1/webhook_endpoints").ok().await;
    assert_eq!(listed["data"][0]["id"], everything["id"]);
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn undelivered_webhooks_survive_a_restart_and_follow_the_new_address() {
    let folder = tempfile::tempdir().unwrap();
    let data = Some(folder.path().join("journal"));
    let nowhere = Some((
        "http://127.0.0.1:9/hooks".to_owned(),
        "whsec_old".to_owned(),
    ));
    let sim = Sim::start_with(stripe_sim::Config {
        data: data.clone(),
        webhook: nowhere,
        ..config()
    })
    .await;
    sim.intent(1000, "usd").ok().await;
    sim.running.stop().await.unwrap();

    let hooks = Receiver::start().await;
    let sim = Sim::start_with(stripe_sim::Config {
        data,
        ..hooks.config()
    })
    .await;

    let arrived = hooks.wait_for("payment_intent.created").await;
    assert_eq!(signatures(&arrived).0, 1);
    let listed = sim.get("/v1/webhook_endpoints").ok().await;
    assert_eq!(
        listed["data"].as_array().unwrap().len(),
        1,
        "the same endpoint, moved"
    );
    assert_eq!(listed["data"][0]["url"], hooks.url);
}

#[tokio::test]
async fn the_endpoint_of_the_start_takes_the_types_it_was_started_with() {
    let folder = tempfile::tempdir().unwrap();
    let data = Some(folder.path().join("journal"));
    let hooks = Receiver::start().await;
    let with_types = |kinds: &[&str]| stripe_sim::Config {
        data: data.clone(),
        webhook_events: kinds.iter().map(|&kind| kind.to_owned()).collect(),
        ..hooks.config()
    };
    let sim = Sim::start_with(with_types(&["payment_intent.succeeded", "charge.updated"])).await;

    sim.paid(1000, "usd", "pm_card_visa").await;

    hooks.wait_for("payment_intent.succeeded").await;
    hooks.wait_for("charge.updated").await;
    assert_eq!(hooks.all().len(), 2, "the other two are not sent");
    sim.running.stop().await.unwrap();
    let sim = Sim::start_with(with_types(&["payment_intent.created"])).await;
    sim.paid(1000, "usd", "pm_card_visa").await;
    hooks.wait_for("payment_intent.created").await;
    let listed = sim.get("/v1/webhook_endpoints").ok().await;
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
    let events = &listed["data"][0]["enabled_events"];
    assert_eq!(*events, json!(["payment_intent.created"]));
}
