//! Refunds that do not go as they should: pending, refused, come back, or without cover.

use kernel::ids::OrderId;
use kernel::ports::{CancelOutcome, Payments, RefundState};
use serde_json::json;

use crate::house::House;

#[tokio::test]
async fn a_pending_refund_succeeds_later() {
    let house = House::new().await;
    let order = house
        .sell_with(&[(1000, 1190)], "pm_card_pendingRefund")
        .await;

    let state = house
        .refund(&house.refund_request(order, &[(1000, 1190)]))
        .await
        .unwrap();
    assert_eq!(state, RefundState::Pending);
    for _ in 0..10 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        house.settle().await;
    }

    assert_eq!(house.told("refund.succeeded"), 1);
    assert_eq!(house.balance("customer_refund_payable", None).await, 0);
    assert_eq!(house.account(0).await, 0);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_pending_refund_succeeds_although_nobody_is_told() {
    let house = House::new().await;
    let order = house
        .sell_with(&[(1000, 1190)], "pm_card_pendingRefund")
        .await;
    house.sim.webhooks(&json!({"mode": "drop"})).await;
    let request = house.refund_request(order, &[(1000, 1190)]);
    assert_eq!(house.refund(&request).await.unwrap(), RefundState::Pending);
    let name: String = house
        .value("select provider_id from payment_refunds where tenant_id = $1")
        .await;
    let path = format!("/refunds/{name}");
    while house.sim.api("GET", &path, "").await["status"] != "succeeded" {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }

    // The first look finds the provider out, and is not the last.
    let out = json!({"method": "GET", "path_contains": "/v1/refunds/", "kind": "drop_before"});
    house.sim.control("faults", &out).await;
    for told in [0, 1, 1] {
        house.hurry().await;
        for _ in 0..3 {
            house.work().await;
        }
        assert_eq!(house.told("refund.succeeded"), told);
    }

    assert_eq!(
        house.refund(&request).await.unwrap(),
        RefundState::Succeeded
    );
    assert_eq!(house.sim.calls("POST", "/v1/refunds").await, 1);
    assert!(house.webhook_ends("refund.updated").await.is_empty());
    let reminders: i64 = house
        .value(
            "select count(*) from outbox
              where tenant_id = $1 and topic = 'operation.check_due'",
        )
        .await;
    assert_eq!(reminders, 0, "nothing is left to look at");
    assert_eq!(house.balance("customer_refund_payable", None).await, 0);
    house.assert_sound().await;
}

/// The money comes back days later. The merchant has given its part, which is the shopper's, and
/// is not asked again when the refund is made anew.
#[tokio::test]
async fn a_refund_that_came_back_is_owed_to_the_shopper_and_can_be_made_anew() {
    let house = House::new().await;
    let order = house
        .sell_with(&[(1000, 1190), (500, 595)], "pm_card_refundFail")
        .await;
    let before = house.account(0).await;
    let request = house.refund_request(order, &[(500, 595), (500, 595)]);

    assert_eq!(
        house.refund(&request).await.unwrap(),
        RefundState::Succeeded
    );
    for _ in 0..10 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        house.settle().await;
    }

    assert_eq!(house.told("refund.failed"), 1);
    assert!(matches!(
        house.refund(&request).await.unwrap(),
        RefundState::Failed(_)
    ));
    assert_eq!(house.balance("customer_refund_payable", None).await, -1190);
    assert_eq!(house.account(0).await, before - 545);
    house.assert_sound().await;

    // Half of the goods again, and the rest of them for the first time.
    let again = house.refund_request(order, &[(1000, 1190), (0, 0)]);
    house.refund(&again).await.unwrap();
    for _ in 0..10 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        house.settle().await;
    }

    // This one fails too, as the card does: only now the second half was taken from the merchant.
    let left = before - 545 - 545;
    assert_eq!(house.account(0).await, left.max(0));
    assert_eq!(
        house.balance("customer_refund_payable", None).await,
        -1190 - 595
    );
    let refunded: i64 = house
        .value("select refunded_minor from payments where tenant_id = $1")
        .await;
    assert_eq!(refunded, 0);
    let trace = house.trace(order).await;
    assert_eq!(trace.shares[0].commission_returned.minor, 100);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_refused_refund_gives_its_amounts_free() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190)]).await;
    // Somebody gives the money back behind our back: the provider has none left to give, and nobody has
    // told us yet.
    let intent: String = house
        .value("select provider_id from payments where tenant_id = $1")
        .await;
    house
        .sim
        .api(
            "POST",
            "/refunds",
            &format!("payment_intent={intent}&amount=1190"),
        )
        .await;

    let state = house
        .refund(&house.refund_request(order, &[(500, 595)]))
        .await
        .unwrap();
    house.settle().await;

    assert!(matches!(state, RefundState::Failed(_)), "{state:?}");
    assert_eq!(house.told("refund.failed"), 1);
    let counted: (i64, i64, i64) = sqlx::query_as(
        "select refunded_minor, refunded_net_minor, commission_back_minor from payment_shares
          where gross_minor > 0",
    )
    .fetch_one(&mut house.superuser().await)
    .await
    .unwrap();
    // Only theirs is counted, and what the merchant gives back.
    assert_eq!(counted, (1190, 1000, 100));
    assert_eq!(house.told("refund.found"), 1);
    assert_eq!(house.told("refund.succeeded"), 1);
    assert_eq!(house.account(0).await, 0);
    house.assert_sound().await;
}

#[tokio::test]
async fn what_an_empty_account_cannot_give_back_is_a_debt() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190)]).await;
    let account = house.account_name(0).await;
    house
        .sim
        .control(&format!("accounts/{account}/drain"), &json!({}))
        .await;

    let state = house
        .refund(&house.refund_request(order, &[(1000, 1190)]))
        .await
        .unwrap();
    house.settle().await;

    assert_eq!(
        state,
        RefundState::Succeeded,
        "the shopper does not wait for the merchant"
    );
    assert_eq!(house.sim.count("reversals").await, 0);
    assert_eq!(house.sim.calls("POST", "/reversals").await, 5);
    assert_eq!(house.balance("merchant_receivable", Some(0)).await, 1090);
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    house.assert_sound().await;

    // The next sale pays for it, as far as it goes.
    house.sell(&[(1000, 1190)]).await;
    assert_eq!(
        house.balance("merchant_receivable", Some(0)).await,
        1090 - 1025
    );
    assert_eq!(house.account(0).await, 0);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_refund_before_the_fee_is_known_makes_the_share_smaller() {
    let house = House::build(crate::house::Plan {
        settle: std::time::Duration::from_secs(2),
        ..crate::house::Plan::default()
    })
    .await;
    house.sim.webhooks(&json!({"mode": "drop"})).await;
    let request = house.request(&[(1000, 1190)]);
    let secret = house.open(&request).await.unwrap().client_secret.unwrap();
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
    // The provider has the money, and has not said what it keeps.
    let outcome = house
        .billing
        .cancel(&house.caller(), request.order_id)
        .await
        .unwrap();
    assert_eq!(outcome, CancelOutcome::AlreadySucceeded);
    let known: Option<i64> = house
        .value("select provider_fee_minor from payments where tenant_id = $1")
        .await;
    assert_eq!(known, None);

    house
        .refund(&house.refund_request(request.order_id, &[(500, 595)]))
        .await
        .unwrap();
    house.hurry().await;
    for _ in 0..5 {
        house.work().await;
    }

    assert_eq!(house.sim.count("reversals").await, 0);
    assert_eq!(house.account(0).await, 1190 - 100 - 65 - (595 - 50));
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_refund_of_a_share_that_waits_makes_it_smaller() {
    let house = House::build(crate::house::Plan {
        auto_onboard: false,
        ..crate::house::Plan::default()
    })
    .await;
    house.sell_blocked(&[(1000, 1190)]).await;
    let order: uuid::Uuid = house
        .value("select order_id from payments where tenant_id = $1")
        .await;
    let order = OrderId::from_uuid(order);

    house
        .refund(&house.refund_request(order, &[(500, 595)]))
        .await
        .unwrap();
    for _ in 0..5 {
        house.work().await;
    }
    let account = house.account_name(0).await;
    house
        .sim
        .control(&format!("accounts/{account}/activate"), &json!({}))
        .await;
    house.settle().await;

    assert_eq!(house.sim.count("reversals").await, 0);
    assert_eq!(house.account(0).await, 1190 - 100 - 65 - (595 - 50));
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    house.assert_sound().await;
}
