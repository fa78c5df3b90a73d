//! A database that went back to a backup: what the provider has sent since is not sent again.

use std::time::Duration;

use billing::Policy;
use kernel::ids::{OrderId, PaymentId};
use kernel::ports::Clock;
use serde_json::{Value, json};

use crate::house::{House, Plan, signed};
use crate::sim::WEBHOOK_SECRET;

const PATH: &str = "/v1/transfers";

/// So much goes to the platform that the provider itself would let a share be sent three times.
fn small_shares() -> Plan {
    Plan {
        merchants: vec![7000, 8000],
        ..Plan::default()
    }
}

fn searching() -> Plan {
    let policy = small_shares().policy;
    Plan {
        policy: Policy {
            transfer_search_after: Duration::ZERO,
            ..policy
        },
        ..small_shares()
    }
}

impl House {
    /// What a provider told since is sent again from its dashboard.
    async fn tell_everything_again(&self) {
        for kind in [
            "payment_intent.succeeded",
            "charge.succeeded",
            "charge.updated",
        ] {
            for event in self.sim.events(kind).await {
                let (header, body) = signed(&event, WEBHOOK_SECRET, self.clock.now());
                let received = self.billing.receive_webhook(Some(&header), &body).await;
                received.unwrap();
            }
        }
        self.settle().await;
    }

    async fn transfers(&self) -> Vec<(String, i64, Option<String>)> {
        sqlx::query_as(
            "select status, amount_minor, last_error from transfers where tenant_id = $1
              order by amount_minor",
        )
        .bind(self.tenant.uuid())
        .fetch_all(&mut self.superuser().await)
        .await
        .unwrap()
    }

    /// How often a list of transfers was read. Webhooks about a transfer read that one.
    async fn searches(&self) -> usize {
        let calls = self.sim.calls_of("GET", PATH).await;
        calls.iter().filter(|call| call["path"] == PATH).count()
    }

    /// Sells while the first merchant's account takes no money.
    async fn sell_restricted(&self, parts: &[(i64, i64)]) {
        let account = self.account_name(0).await;
        let no_news = json!({"mode": "drop", "types": ["account.updated"]});
        self.sim.webhooks(&no_news).await;
        let restrict = format!("accounts/{account}/restrict");
        self.sim.control(&restrict, &json!({})).await;
        self.sell_blocked(parts).await;
    }

    async fn activate(&self) {
        let account = self.account_name(0).await;
        self.sim.webhooks(&json!({"mode": "normal"})).await;
        let activate = format!("accounts/{account}/activate");
        self.sim.control(&activate, &json!({})).await;
    }

    /// Sends some of the only payment to the first merchant, marked as its share.
    async fn send_by_hand(&self, minor: i64) -> Value {
        let (payment, order, charge): (PaymentId, OrderId, String) =
            sqlx::query_as("select id, order_id, charge_id from payments where tenant_id = $1")
                .bind(self.tenant.uuid())
                .fetch_one(&mut self.superuser().await)
                .await
                .unwrap();
        let account = self.account_name(0).await;
        let form = format!(
            "amount={minor}&currency=eur&destination={account}&source_transaction={charge}\
             &transfer_group={order}&metadata[payment_id]={payment}"
        );
        self.sim.api("POST", "/transfers", &form).await
    }

    /// Works until retries have come round. News that the provider lost stay lost, so it never is quiet.
    async fn work_on(&self) {
        for _ in 0..25 {
            self.hurry().await;
            tokio::time::sleep(Duration::from_millis(20)).await;
            self.work().await;
        }
    }
}

#[tokio::test]
async fn shares_that_no_row_knows_any_more_are_recorded_and_not_sent_again() {
    let house = House::build(small_shares()).await;
    let request = house.request(&[(1000, 1190), (500, 595)]);
    let opened = house.open(&request).await.unwrap();
    house.settle().await;
    let backup = house.test.back_up().await;
    let secret = opened.client_secret.unwrap();
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
    house.settle().await;
    let sent = [house.account(0).await, house.account(1).await];
    assert_eq!(house.sim.count("transfers").await, 2);
    // What is sent at once costs no search.
    assert_eq!(house.searches().await, 0);

    house.test.go_back_to(&backup).await;
    house.clock.forward(time::Duration::minutes(10));
    assert_eq!(house.transfers().await, []);
    house.tell_everything_again().await;

    assert_eq!(house.sim.count("transfers").await, 2);
    assert_eq!(house.sim.calls("POST", PATH).await, 2);
    assert_eq!([house.account(0).await, house.account(1).await], sent);
    let statuses: Vec<_> = house.transfers().await;
    assert!(statuses.iter().all(|it| it.0 == "paid"), "{statuses:?}");
    house.assert_sound().await;
}

#[tokio::test]
async fn a_share_that_was_due_at_the_backup_is_not_sent_again() {
    let house = House::build(searching()).await;
    house.sell_restricted(&[(1000, 1190)]).await;
    assert_eq!(house.transfers().await[0].0, "blocked");
    let backup = house.test.back_up().await;
    house.activate().await;
    house.work_on().await;
    assert_eq!(house.sim.count("transfers").await, 1);
    let sent = house.account(0).await;

    house.test.go_back_to(&backup).await;
    assert_eq!(house.transfers().await[0].0, "blocked");
    house.work_on().await;

    assert_eq!(house.sim.count("transfers").await, 1);
    assert_eq!(house.account(0).await, sent);
    assert_eq!(house.transfers().await[0].0, "paid");
    house.assert_sound().await;
}

#[tokio::test]
async fn a_share_that_was_never_sent_is_sent_after_the_search() {
    let house = House::build(searching()).await;

    house.sell(&[(1000, 1190), (500, 595)]).await;

    assert_eq!(house.searches().await, 2);
    assert_eq!(house.sim.count("transfers").await, 2);
    house.assert_sound().await;
}

#[tokio::test]
async fn another_amount_at_the_provider_is_left_to_an_operator() {
    let house = House::build(searching()).await;
    house.sell_restricted(&[(1000, 1190)]).await;
    house.activate().await;
    let made = house.send_by_hand(7).await;

    house.work_on().await;

    let name = made["id"].as_str().unwrap();
    let [(status, _, Some(why))] = &house.transfers().await[..] else {
        panic!("one transfer, with a reason");
    };
    assert_eq!(status, "blocked");
    let expected = format!(
        "the provider shows {name} for this share of 4.25 EUR, which it is not: settle it by hand"
    );
    assert_eq!(*why, expected);
    assert_eq!(house.sim.count("transfers").await, 1);

    // Whoever has settled it takes our mark off.
    house
        .sim
        .api(
            "POST",
            &format!("/transfers/{name}"),
            "metadata[payment_id]=",
        )
        .await;
    house.work_on().await;
    assert_eq!(house.sim.count("transfers").await, 2);
    assert_eq!(house.transfers().await[0].0, "paid");
    assert_eq!(house.account(0).await, 425 + 7);
}
