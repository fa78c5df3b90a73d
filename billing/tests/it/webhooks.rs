//! Webhooks: proven, stored, applied once; nothing is believed because a message says so.

use billing::{WebhookError, signature};
use kernel::Fault;
use kernel::ports::{Clock, SystemClock};
use serde_json::{Value, json};

use crate::house::{House, signed};
use crate::sim::WEBHOOK_SECRET;

impl House {
    pub(crate) async fn deliver(&self, event: &Value) -> Result<(), WebhookError> {
        let (header, body) = signed(event, WEBHOOK_SECRET, SystemClock.now());
        self.billing.receive_webhook(Some(&header), &body).await
    }

    async fn stored(&self) -> i64 {
        sqlx::query_scalar("select count(*) from webhook_events where type <> 'account.updated'")
            .fetch_one(&mut self.superuser().await)
            .await
            .unwrap()
    }
}

fn event(kind: &str, object: impl Into<Value>) -> Value {
    let object: Value = object.into();
    json!({"id": "evt_forged", "type": kind, "livemode": false, "data": {"object": object}})
}

#[tokio::test]
async fn a_payment_is_booked_when_the_provider_says_so() {
    let house = House::new().await;

    let order = house.sell(&[(1000, 1190), (500, 595)]).await;

    assert_eq!(house.told("payment.succeeded"), 1);
    // 2.9 % of 17.85, and 30 cents: 82, of which 55 and 27.
    assert_eq!(house.balance("platform_fee_revenue", None).await, -125);
    assert_eq!(house.balance("stripe_clearing", None).await, 125);
    for merchant in 0..2 {
        assert_eq!(house.balance("merchant_payable", Some(merchant)).await, 0);
    }
    assert_eq!(house.account(0).await, 1190 - 100 - 55);
    assert_eq!(house.account(1).await, 595 - 25 - 27);
    let trace = house.trace(order).await;
    let kinds: Vec<&str> = trace
        .transactions
        .iter()
        .map(|it| it.kind.as_str())
        .collect();
    assert_eq!(
        kinds,
        [
            "sale_captured",
            "commission",
            "provider_fee",
            "transfer",
            "transfer"
        ]
    );
    assert_eq!(trace.sum.minor, 0);
    assert_eq!(trace.shares[0].left.minor, 1035);
    assert_eq!(trace.shares[0].transferred.minor, 1035);
    house.assert_sound().await;
}

#[tokio::test]
async fn messages_that_prove_nothing_leave_no_row() {
    let house = House::new().await;
    let event = event("payment_intent.succeeded", json!({"id": "pi_1"}));
    let now = SystemClock.now();
    let (good, body) = signed(&event, WEBHOOK_SECRET, now);
    let (stale, _) = signed(&event, WEBHOOK_SECRET, now - time::Duration::seconds(301));
    let (future, _) = signed(&event, WEBHOOK_SECRET, now + time::Duration::seconds(90));
    let (forged, _) = signed(&event, "whsec_other", now);
    let v0 = good.replace("v1=", "v0=");
    let pretty = serde_json::to_vec_pretty(&event).unwrap();

    let refused = [
        (None, &body),
        (Some(stale.as_str()), &body),
        (Some(future.as_str()), &body),
        (Some(forged.as_str()), &body),
        (Some(v0.as_str()), &body),
        (Some(good.as_str()), &pretty),
    ];
    for (header, body) in refused {
        let error = house
            .billing
            .receive_webhook(header, body)
            .await
            .unwrap_err();
        assert_eq!(error.code(), "webhook_signature_invalid", "{header:?}");
    }
    for body in [b"".as_slice(), b"[]", br#"{"id":"evt_1"}"#] {
        let header = signature::header(WEBHOOK_SECRET, body, now);
        let error = house
            .billing
            .receive_webhook(Some(&header), body)
            .await
            .unwrap_err();
        assert_eq!(error.code(), "webhook_malformed");
    }

    assert_eq!(house.stored().await, 0);
    house
        .billing
        .receive_webhook(Some(&good), &body)
        .await
        .unwrap();
    assert_eq!(house.stored().await, 1);
}

#[tokio::test]
async fn a_message_is_not_taken_while_the_database_is_out() {
    let house = House::new().await;
    let event = event("payment_intent.succeeded", json!({"id": "pi_1"}));
    house.relay.close().await;

    let error = house.deliver(&event).await.unwrap_err();

    assert_eq!(error.kind(), kernel::Kind::Unavailable);
    assert_eq!(error.retry_after_seconds(), Some(2));
}

#[tokio::test]
async fn ten_copies_at_once_have_one_effect() {
    let house = House::new().await;
    house.sim.webhooks(&json!({"mode": "drop"})).await;
    let request = house.request(&[(1000, 1190)]);
    let secret = house.open(&request).await.unwrap().client_secret.unwrap();
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
    let succeeded = house.sim.events("payment_intent.succeeded").await.remove(0);

    let copies = (0..10).map(|_| house.deliver(&succeeded));
    let taken = futures_util::future::join_all(copies).await;
    let workers = (0..4).map(|_| house.billing.apply_webhooks(10));
    futures_util::future::join_all(workers).await;
    for _ in 0..3 {
        house.work().await;
    }

    assert!(taken.iter().all(Result::is_ok));
    assert_eq!(house.told("payment.succeeded"), 1);
    assert_eq!(
        house.webhook_ends("payment_intent.succeeded").await,
        [("applied".into(), None)]
    );
    let facts: i64 = house
        .value("select count(*) from ledger_transactions where tenant_id = $1 and kind = 'sale_captured'")
        .await;
    assert_eq!(facts, 1);
}

#[tokio::test]
async fn the_order_of_messages_does_not_matter() {
    for mode in ["duplicate", "reorder"] {
        let house = House::new().await;
        house.sim.webhooks(&json!({"mode": mode, "ms": 40})).await;

        for _ in 0..3 {
            house.sell(&[(1000, 1190), (500, 595)]).await;
        }

        assert_eq!(house.told("payment.succeeded"), 3, "{mode}");
        assert_eq!(house.sim.count("transfers").await, 6, "{mode}");
        assert_eq!(house.balance("stripe_clearing", None).await, 375, "{mode}");
        house.assert_sound().await;
    }
}

#[tokio::test]
async fn a_signature_of_the_old_or_the_new_secret_is_taken_while_they_are_rotated() {
    let house = House::new().await;
    house.sim.webhooks(&json!({"mode": "two_signatures"})).await;

    house.sell(&[(1000, 1190)]).await;

    assert_eq!(house.told("payment.succeeded"), 1);
}

#[tokio::test]
async fn forged_and_stale_deliveries_are_healed_by_the_check() {
    for mode in ["bad_signature", "old_timestamp", "drop"] {
        let house = House::new().await;
        house.sim.webhooks(&json!({"mode": mode})).await;
        let request = house.request(&[(1000, 1190)]);
        let secret = house.open(&request).await.unwrap().client_secret.unwrap();
        assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        house.work().await;
        assert_eq!(house.stored().await, 0, "{mode}");
        assert_eq!(house.payment_status().await, "open", "{mode}");

        house.hurry().await;
        for _ in 0..5 {
            house.work().await;
        }

        assert_eq!(house.told("payment.succeeded"), 1, "{mode}");
        assert_eq!(house.sim.count("transfers").await, 1, "{mode}");
        house.assert_sound().await;
    }
}

#[tokio::test]
async fn a_message_that_lies_changes_nothing() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let opened = house.open(&request).await.unwrap();
    let intent = opened
        .client_secret
        .unwrap()
        .split_once("_secret")
        .unwrap()
        .0
        .to_owned();
    let paid = json!({
        "id": intent, "status": "succeeded", "amount_received": 1190,
        "metadata": {"tenant_id": house.tenant, "payment_id": opened.payment_id},
    });

    house
        .deliver(&event("payment_intent.succeeded", paid))
        .await
        .unwrap();
    house.settle().await;

    // The message was proven, and told where to look. There, nothing has been paid.
    assert_eq!(house.payment_status().await, "open");
    assert_eq!(house.told("payment.succeeded"), 0);
}

#[tokio::test]
async fn what_is_not_ours_is_set_aside() {
    let house = House::new().await;
    let foreign = house
        .sim
        .api(
            "POST",
            "/payment_intents",
            "amount=1190&currency=eur&automatic_payment_methods[enabled]=true\
             &confirm=true&payment_method=pm_card_visa&return_url=https%3A%2F%2Fshop.example",
        )
        .await;
    assert_eq!(foreign["status"], "succeeded");
    house.settle().await;
    house
        .deliver(&event(
            "payment_intent.succeeded",
            json!({"id": "pi_absent"}),
        ))
        .await
        .unwrap();
    house.settle().await;

    let ends = house.webhook_ends("payment_intent.succeeded").await;
    let aside = |note: &str| ("quarantined".to_owned(), Some(note.to_owned()));
    assert_eq!(
        ends,
        [
            aside("the object was not made by us"),
            aside("the provider does not know the object")
        ]
    );
    let facts: i64 = house
        .value("select count(*) from ledger_transactions where tenant_id = $1")
        .await;
    assert_eq!(facts, 0);
}

/// Somebody copies our marks onto a payment of their own making: the tenant's rows tell it apart.
#[tokio::test]
async fn a_payment_that_borrows_our_marks_is_set_aside() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let opened = house.open(&request).await.unwrap();
    let form = format!(
        "amount=1190&currency=eur&automatic_payment_methods[enabled]=true&confirm=true\
         &payment_method=pm_card_visa&return_url=https%3A%2F%2Fshop.example\
         &metadata[tenant_id]={}&metadata[payment_id]={}",
        house.tenant, opened.payment_id
    );
    house.sim.api("POST", "/payment_intents", &form).await;
    house.settle().await;

    assert_eq!(house.payment_status().await, "open");
    let ends = house.webhook_ends("payment_intent.succeeded").await;
    assert_eq!(ends[0].0, "quarantined");
    assert!(
        ends[0].1.as_deref().unwrap().contains("is paid by pi_"),
        "{ends:?}"
    );
}

#[tokio::test]
async fn another_amount_is_kept_apart_and_pays_no_order() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let opened = house.open(&request).await.unwrap();
    let secret = opened.client_secret.unwrap();
    let intent = secret.split_once("_secret").unwrap().0.to_owned();
    let path = format!("/payment_intents/{intent}");
    house.sim.api("POST", &path, "amount=1000").await;
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
    house.settle().await;

    assert_eq!(house.told("payment.succeeded"), 0);
    assert_eq!(house.balance("unapplied_cash", None).await, -1000);
    assert_eq!(house.balance("stripe_clearing", None).await, 1000);
    let ends = house.webhook_ends("payment_intent.succeeded").await;
    assert_eq!(ends[0].0, "quarantined");
    assert_eq!(house.sim.count("transfers").await, 0);
}

#[tokio::test]
async fn events_of_live_mode_have_no_effect_with_a_test_key() {
    let house = House::new().await;
    let mut event = event("payment_intent.succeeded", json!({"id": "pi_1"}));
    event["livemode"] = json!(true);

    house.deliver(&event).await.unwrap();
    house.settle().await;

    let ends = house.webhook_ends("payment_intent.succeeded").await;
    let note = "live and test mode are mixed up".to_owned();
    assert_eq!(ends, [("quarantined".to_owned(), Some(note))]);
}

#[tokio::test]
async fn events_that_are_not_used_are_stored_and_ignored() {
    let house = House::new().await;

    house
        .deliver(&event("balance.available", json!({"object": "balance"})))
        .await
        .unwrap();
    house
        .deliver(&event("balance.available", json!({"object": "balance"})))
        .await
        .unwrap();

    let ends = house.webhook_ends("balance.available").await;
    assert_eq!(ends, [("ignored".to_owned(), None)]);
    assert_eq!(house.billing.apply_webhooks(10).await.unwrap(), 0);
}

#[tokio::test]
async fn nothing_is_fetched_for_what_is_known_already() {
    let house = House::new().await;
    house.sell(&[(1000, 1190)]).await;
    let fetched = house.sim.calls("GET", "/v1/payment_intents").await;
    // Opened, charged, succeeded and settled: once each, if they come one by one.
    assert!(fetched <= 4, "{fetched}");

    let mut again = house.sim.events("charge.updated").await.remove(0);
    again["id"] = json!("evt_again");
    house.deliver(&again).await.unwrap();
    house.settle().await;

    assert_eq!(house.sim.calls("GET", "/v1/payment_intents").await, fetched);
    assert_eq!(house.webhook_ends("charge.updated").await.len(), 2);
}
