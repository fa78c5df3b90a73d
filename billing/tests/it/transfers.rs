//! Transfers: each share once, whatever goes wrong, and never dropped.

use kernel::Event;
use kernel::ids::TransferId;
use serde_json::json;
use uuid::Uuid;

use crate::house::{House, Plan};

const PATH: &str = "/v1/transfers";

impl House {
    /// Sells while transfers cannot be made: it does not wait for them.
    pub(crate) async fn sell_blocked(&self, parts: &[(i64, i64)]) {
        let request = self.request(parts);
        let secret = self.open(&request).await.unwrap().client_secret.unwrap();
        assert_eq!(self.sim.confirm(&secret, "pm_card_visa").await, 200);
        for _ in 0..10 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            self.work().await;
        }
    }
}

#[tokio::test]
async fn a_transfer_whose_answer_was_lost_is_made_once() {
    let kinds = [
        "drop_before",
        "drop_after_commit",
        "too_many_requests",
        "conflict",
        "corrupt_json",
        "error_500_before",
        "error_500_after_commit",
    ];
    let house = House::new().await;
    for (index, kind) in kinds.into_iter().enumerate() {
        house.sim.fault(PATH, kind).await;

        house.sell(&[(1000, 1190)]).await;

        let made = i64::try_from(index).unwrap() + 1;
        assert_eq!(house.sim.count("transfers").await, made, "{kind}");
        assert_eq!(house.account(0).await, 1025 * made, "{kind}");
        house.assert_sound().await;
    }
}

#[tokio::test]
async fn a_transfer_that_is_due_twice_is_made_once() {
    let house = House::new().await;
    house.sell_blocked(&[(1000, 1190)]).await;
    house.settle().await;

    let id: Uuid = house
        .value("select id from transfers where tenant_id = $1")
        .await;
    let due = Event::TransferDue {
        transfer_id: TransferId::from_uuid(id),
        attempt: 0,
    };
    let mut tx = house.db.begin(&house.caller()).await.unwrap();
    tx.publish(&due).await.unwrap();
    tx.commit().await.unwrap();
    house.settle().await;

    assert_eq!(house.sim.count("transfers").await, 1);
    assert_eq!(house.sim.calls("POST", PATH).await, 1);
}

#[tokio::test]
async fn one_merchant_in_trouble_does_not_hold_up_the_other() {
    let house = House::new().await;
    let account = house.account_name(0).await;
    // We have not heard of it yet: the provider refuses the transfer.
    house
        .sim
        .webhooks(&json!({"mode": "drop", "types": ["account.updated"]}))
        .await;
    house
        .sim
        .control(&format!("accounts/{account}/restrict"), &json!({}))
        .await;

    house.sell_blocked(&[(1000, 1190), (500, 595)]).await;

    let statuses: Vec<(String, Option<String>)> = sqlx::query_as(
        "select t.status, t.last_error from transfers t where tenant_id = $1 order by merchant_id",
    )
    .bind(house.tenant.uuid())
    .fetch_all(&mut house.superuser().await)
    .await
    .unwrap();
    assert_eq!(statuses[0].0, "blocked");
    assert!(
        statuses[0]
            .1
            .as_deref()
            .unwrap()
            .contains("insufficient_capabilities"),
        "{statuses:?}"
    );
    assert_eq!(statuses[1], ("paid".to_owned(), None));

    house.sim.webhooks(&json!({"mode": "normal"})).await;
    house
        .sim
        .control(&format!("accounts/{account}/activate"), &json!({}))
        .await;
    // The message that was dropped never comes: the transfer is tried again anyway.
    for _ in 0..20 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        house.work().await;
    }
    assert_eq!(house.account(0).await, 1190 - 100 - 55);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_share_that_does_not_cover_the_fee_is_a_debt_and_no_transfer() {
    let house = House::build(Plan {
        merchants: vec![10_000, 0],
        ..Plan::default()
    })
    .await;

    // All of the first merchant's goods go to the platform: its part of the fee is left to pay.
    house.sell(&[(100, 100), (900, 900)]).await;

    assert_eq!(house.sim.count("transfers").await, 1);
    assert_eq!(house.balance("merchant_receivable", Some(0)).await, 6);
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    assert_eq!(house.account(1).await, 900 - 53);
    let status: String = house
        .value("select status from transfers where tenant_id = $1 and amount_minor = 0")
        .await;
    assert_eq!(status, "cancelled");
    house.assert_sound().await;
}

#[tokio::test]
async fn a_crash_while_a_transfer_is_on_its_way_sends_no_second_one() {
    let house = House::new().await;
    let slow = json!({"method": "POST", "path_contains": PATH, "kind": "delay_ms", "ms": 300});
    house.sim.control("faults", &slow).await;
    let request = house.request(&[(1000, 1190)]);
    let secret = house.open(&request).await.unwrap().client_secret.unwrap();
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);

    // A worker that is killed in the middle of the call.
    for _ in 0..6 {
        let patience = std::time::Duration::from_millis(60);
        let _ = tokio::time::timeout(patience, house.work()).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    house.hurry().await;
    sqlx::query("update webhook_events set available_at = now()")
        .execute(&mut house.superuser().await)
        .await
        .unwrap();
    house.settle().await;

    assert_eq!(house.sim.count("transfers").await, 1);
    assert_eq!(house.account(0).await, 1025);
    house.assert_sound().await;
}
