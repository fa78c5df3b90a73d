//! Payments on their way: declined, waiting for the bank, or told of while the provider is out.

use serde_json::json;

use crate::house::House;

#[tokio::test]
async fn a_message_waits_while_the_provider_cannot_be_asked() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let secret = house.open(&request).await.unwrap().client_secret.unwrap();
    let out = json!({"method": "GET", "path_contains": "/v1/", "kind": "drop_before", "times": 0});
    house.sim.control("faults", &out).await;
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;

    house.billing.apply_webhooks(10).await.unwrap();
    let ends = house.webhook_ends("payment_intent.succeeded").await;
    assert_eq!(ends[0].0, "received");
    assert_eq!(house.told("payment.succeeded"), 0);

    house.sim.clear_faults().await;
    house.settle().await;
    assert_eq!(house.told("payment.succeeded"), 1);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_declined_card_is_told_once_for_each_attempt_and_the_next_one_may_pay() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let secret = house.open(&request).await.unwrap().client_secret.unwrap();

    for attempt in 1..=2 {
        let status = house
            .sim
            .confirm(&secret, "pm_card_visa_chargeDeclined")
            .await;
        assert_eq!(status, 402);
        house.settle().await;
        assert_eq!(house.told("payment.declined"), attempt);
        assert_eq!(house.payment_status().await, "open");
    }
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
    house.settle().await;

    assert_eq!(house.told("payment.succeeded"), 1);
    assert_eq!(house.told("payment.declined"), 2);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_payment_that_needs_the_shoppers_bank_waits_for_it() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let secret = house.open(&request).await.unwrap().client_secret.unwrap();
    let intent = secret.split_once("_secret").unwrap().0.to_owned();

    assert_eq!(
        house
            .sim
            .confirm(&secret, "pm_card_authenticationRequired")
            .await,
        200
    );
    house.settle().await;
    assert_eq!(house.payment_status().await, "action_required");

    let control = format!("payment_intents/{intent}/complete_3ds");
    house
        .sim
        .control(&control, &json!({"outcome": "succeed"}))
        .await;
    house.settle().await;
    assert_eq!(house.payment_status().await, "succeeded");
    assert_eq!(house.told("payment.succeeded"), 1);
}
