//! Merchants' accounts: made once, known to be ready, and the shares that waited for them.

use billing::{BillingError, OnboardingUrls, ReturnUrl};
use kernel::host::Host;
use kernel::ids::MerchantId;
use kernel::ports::Ids;
use kernel::{Caller, Event, Fault, Permission};
use serde_json::json;

use crate::house::{House, Plan};

fn waiting() -> Plan {
    Plan {
        auto_onboard: false,
        ..Plan::default()
    }
}

impl House {
    async fn account_statuses(&self) -> Vec<String> {
        let accounts = self
            .billing
            .connected_accounts(&self.caller())
            .await
            .unwrap();
        accounts
            .into_iter()
            .map(|account| account.status.name().to_owned())
            .collect()
    }

    async fn new_merchant(&self) -> MerchantId {
        let merchant = MerchantId::from_uuid(Ids.uuid());
        sqlx::query(
            "insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
             values ($1, $2, 'late', 'Late', 1000, false, now())",
        )
        .bind(self.tenant.uuid())
        .bind(merchant.uuid())
        .execute(&mut self.superuser().await)
        .await
        .unwrap();
        merchant
    }

    async fn announce(&self, merchant_id: MerchantId) {
        let mut tx = self.db.begin(&self.caller()).await.unwrap();
        tx.publish(&Event::MerchantCreated { merchant_id })
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_merchant_gets_one_account_however_often_it_is_announced() {
    let house = House::new().await;
    assert_eq!(house.sim.count("accounts").await, 2);

    for &merchant in &house.merchants {
        house.announce(merchant).await;
    }
    house.settle().await;

    assert_eq!(house.sim.count("accounts").await, 2);
    assert_eq!(house.account_statuses().await, ["active", "active"]);
}

#[tokio::test]
async fn an_account_whose_answer_was_lost_is_not_made_twice() {
    for kind in [
        "drop_before",
        "drop_after_commit",
        "error_500_before",
        "error_500_after_commit",
    ] {
        let house = House::new().await;
        let merchant = house.new_merchant().await;
        house.sim.fault("/v1/accounts", kind).await;

        house.announce(merchant).await;
        for _ in 0..50 {
            house.work().await;
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }

        assert_eq!(house.sim.count("accounts").await, 3, "{kind}");
        assert_eq!(house.account_statuses().await, ["active"; 3], "{kind}");
    }
}

#[tokio::test]
async fn shares_wait_for_the_account_and_are_sent_when_it_is_ready() {
    let house = House::build(waiting()).await;
    assert_eq!(house.account_statuses().await, ["onboarding", "onboarding"]);

    house.sell_blocked(&[(1000, 1190)]).await;
    assert_eq!(house.sim.count("transfers").await, 0);
    let status: String = house
        .value("select status from transfers where tenant_id = $1")
        .await;
    assert_eq!(status, "blocked");
    assert_eq!(
        house.balance("merchant_payable", Some(0)).await,
        -(1190 - 100 - 65)
    );

    let account = house.account_name(0).await;
    house
        .sim
        .control(&format!("accounts/{account}/activate"), &json!({}))
        .await;
    house.settle().await;

    assert_eq!(house.sim.count("transfers").await, 1);
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    assert_eq!(house.account(0).await, 1190 - 100 - 65);
    house.assert_sound().await;
}

#[tokio::test]
async fn shares_that_waited_are_sent_although_nobody_is_told_that_the_account_is_ready() {
    let house = House::build(waiting()).await;
    house.sell_blocked(&[(1000, 1190)]).await;
    house.sim.webhooks(&json!({"mode": "drop"})).await;
    let account = house.account_name(0).await;
    house
        .sim
        .control(&format!("accounts/{account}/activate"), &json!({}))
        .await;
    assert_eq!(house.account_statuses().await, ["onboarding", "onboarding"]);

    for _ in 0..30 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        house.work().await;
    }

    assert_eq!(house.account_statuses().await, ["active", "onboarding"]);
    assert!(house.webhook_ends("account.updated").await.is_empty());
    assert_eq!(house.sim.count("transfers").await, 1);
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    assert_eq!(house.account(0).await, 1190 - 100 - 65);
    house.assert_sound().await;
}

/// The key is as good as ever; it is the account that the provider no longer shows.
#[tokio::test]
async fn what_is_told_of_an_account_that_has_left_is_set_aside() {
    let house = House::new().await;
    let left = json!({
        "id": "evt_left", "type": "account.updated", "livemode": false,
        "data": {"object": {"id": "acct_gone"}},
    });

    house.deliver(&left).await.unwrap();
    house.settle().await;

    let ends = house.webhook_ends("account.updated").await;
    let note = "the provider does not know the object".to_owned();
    assert_eq!(ends.last(), Some(&("quarantined".to_owned(), Some(note))));
    assert_eq!(house.account_statuses().await, ["active", "active"]);
}

#[tokio::test]
async fn a_merchant_is_led_to_a_page_that_asks_for_its_details() {
    let house = House::build(waiting()).await;
    let urls = OnboardingUrls {
        refresh: ReturnUrl::parse("https://aurora.example/onboarding").unwrap(),
        back: ReturnUrl::parse("https://aurora.example/onboarded").unwrap(),
    };
    let merchant = house.merchants[0];
    let hosts = [Host::parse("aurora.example").unwrap()];

    let link = house
        .billing
        .onboarding_link(&house.caller(), merchant, &urls, &hosts)
        .await
        .unwrap();

    assert!(link.url.starts_with("http"), "{}", link.url);
    let others = [Host::parse("meridian.example").unwrap()];
    let elsewhere = house
        .billing
        .onboarding_link(&house.caller(), merchant, &urls, &others)
        .await
        .unwrap_err();
    let fields = elsewhere.fields();
    let fields: Vec<_> = fields
        .iter()
        .map(|it| (it.pointer.as_str(), it.code))
        .collect();
    assert_eq!(
        fields,
        [
            ("/return_url", "not_allowed"),
            ("/refresh_url", "not_allowed")
        ]
    );
    let absent = MerchantId::from_uuid(Ids.uuid());
    let refused = house
        .billing
        .onboarding_link(&house.caller(), absent, &urls, &hosts)
        .await;
    assert!(matches!(refused, Err(BillingError::MerchantNotFound(it)) if it == absent));
    let nobody = Caller::staff(
        house.tenant,
        kernel::ids::StaffId::from_uuid(Ids.uuid()),
        Permission::MerchantsRead.into(),
    );
    let denied = house
        .billing
        .onboarding_link(&nobody, merchant, &urls, &hosts)
        .await
        .unwrap_err();
    assert_eq!(denied.code(), "permission_denied");
}

#[tokio::test]
async fn the_books_are_for_those_who_may_read_them() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190)]).await;
    let nobody = Caller::staff(
        house.tenant,
        kernel::ids::StaffId::from_uuid(Ids.uuid()),
        kernel::permission::Permissions::empty(),
    );

    assert_eq!(
        house.billing.balances(&nobody).await.unwrap_err().code(),
        "permission_denied"
    );
    assert_eq!(
        house
            .billing
            .trace(&nobody, order)
            .await
            .unwrap_err()
            .code(),
        "permission_denied"
    );
    assert!(house.billing.connected_accounts(&nobody).await.is_err());
    let stranger = Caller::system(kernel::ids::TenantId::from_uuid(Ids.uuid()));
    let absent = house.billing.trace(&stranger, order).await.unwrap();
    assert_eq!(absent, None);
    assert_eq!(house.billing.balances(&stranger).await.unwrap(), []);
}
