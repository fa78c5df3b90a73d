//! Events that nothing applies: set aside for people, with the order's number, when they are about ours.

use serde_json::{Value, json};

use crate::house::{House, Plan};

fn event(number: u32, kind: &str, object: &Value) -> Value {
    json!({
        "id": format!("evt_{number}"), "type": kind, "livemode": false,
        "data": {"object": object},
    })
}

impl House {
    /// How the events ended that were delivered by hand, by their numbers: status and note.
    async fn ends_of_mine(&self) -> Vec<(String, Option<String>)> {
        sqlx::query_as(
            "select status, note from webhook_events where event_id ~ '^evt_[0-9]$' order by event_id",
        )
        .fetch_all(&mut self.superuser().await)
        .await
        .unwrap()
    }
}

#[tokio::test]
async fn what_is_not_applied_is_set_aside_with_the_order_s_number() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190)]).await;
    let intent = house.intent(order).await;
    let hint = json!({"tenant_id": house.tenant});
    let transfer: String = house
        .value("select provider_id from transfers where tenant_id = $1")
        .await;
    let account = house.account_name(0).await;
    let warning = json!({"id": "issfr_1", "payment_intent": intent});
    let of_payment = json!({"id": intent, "metadata": hint});
    let mut payout = event(4, "payout.failed", &json!({"id": "po_1"}));
    payout["account"] = json!(account);
    let mut own_payout = event(5, "payout.failed", &json!({"id": "po_2"}));
    own_payout["account"] = Value::Null;
    let mut inside = event(8, "charge.refunded", &json!({"id": "py_1"}));
    inside["account"] = json!(account);

    for told in [
        event(1, "radar.early_fraud_warning.created", &warning),
        event(2, "payment_intent.partially_funded", &of_payment),
        event(3, "transfer.failed", &json!({"id": transfer})),
        payout,
        own_payout,
        event(
            6,
            "charge.succeeded",
            &json!({"id": "ch_1", "payment_intent": intent}),
        ),
        event(7, "customer.created", &json!({"id": "cus_1"})),
        inside,
        event(
            9,
            "review.opened",
            &json!({"id": "prv_1", "payment_intent": "pi_absent"}),
        ),
    ] {
        house.deliver(&told).await.unwrap();
    }
    house.settle().await;

    let ends = house.ends_of_mine().await;
    let ends: Vec<(&str, &str)> = ends
        .iter()
        .map(|(status, note)| (status.as_str(), note.as_deref().unwrap_or_default()))
        .collect();
    let merchant = format!("payout.failed po_1 is for people: {}", house.merchants[0]);
    let fraud = "radar.early_fraud_warning.created issfr_1 is for people: Aurora order 1001";
    let funded =
        format!("payment_intent.partially_funded {intent} is for people: Aurora order 1001");
    let failed = format!("transfer.failed {transfer} is for people: Aurora order 1001");
    assert_eq!(
        ends,
        [
            ("quarantined", fraud),
            ("quarantined", funded.as_str()),
            ("quarantined", failed.as_str()),
            ("quarantined", merchant.as_str()),
            (
                "quarantined",
                "po_2 did not reach the platform's own bank account"
            ),
            ("applied", ""),
            ("ignored", ""),
            ("ignored", ""),
            ("quarantined", "the provider does not know the object"),
        ]
    );
    let aside = house.billing.webhook_backlog().await.unwrap().set_aside;
    assert_eq!(aside, 6);
}

#[tokio::test]
async fn a_transfer_taken_back_by_hand_is_set_aside_with_the_order_s_number() {
    let house = House::build(Plan {
        policy: billing::Policy {
            webhook_attempts: 2,
            ..Plan::default().policy
        },
        ..Plan::default()
    })
    .await;
    house.sell(&[(1000, 1190)]).await;
    let transfer: String = house
        .value("select provider_id from transfers where tenant_id = $1")
        .await;

    let path = format!("/transfers/{transfer}/reversals");
    house.sim.api("POST", &path, "amount=100").await;
    house.settle().await;

    let ends = house.webhook_ends("transfer.reversed").await;
    assert_eq!(ends[0].0, "quarantined");
    let note = ends[0].1.as_deref().unwrap();
    assert!(note.contains("was taken back, and not by us"), "{note}");
    assert!(note.ends_with("Aurora order 1001"), "{note}");
}
