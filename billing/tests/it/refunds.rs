//! Refunds: never more than was paid, each once, and every merchant gives back its part.

use std::time::Duration;

use kernel::Fault;
use kernel::ids::OrderId;
use kernel::ports::{Ids, PaymentsError, RefundState};
use sqlx::{AssertSqlSafe, Connection};

use crate::house::House;

const PATH: &str = "/v1/refunds";

#[tokio::test]
async fn a_full_refund_takes_back_what_was_sent_and_the_fee_is_a_debt() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190), (500, 595)]).await;

    let state = house
        .refund(&house.refund_request(order, &[(1000, 1190), (500, 595)]))
        .await;
    house.settle().await;

    assert_eq!(state.unwrap(), RefundState::Succeeded);
    assert_eq!(house.told("refund.succeeded"), 1);
    assert_eq!(house.account(0).await, 0);
    assert_eq!(house.account(1).await, 0);
    assert_eq!(house.balance("platform_fee_revenue", None).await, 0);
    // The provider keeps its fee of 82: the merchants owe it, each its part.
    assert_eq!(house.balance("merchant_receivable", Some(0)).await, 55);
    assert_eq!(house.balance("merchant_receivable", Some(1)).await, 27);
    assert_eq!(house.balance("stripe_clearing", None).await, -82);
    let trace = house.trace(order).await;
    assert_eq!(trace.sum.minor, 0);
    assert_eq!(trace.shares[0].left.minor, -55);
    assert_eq!(trace.refunds[0].status.name(), "succeeded");
    house.assert_sound().await;
}

#[tokio::test]
async fn a_debt_is_paid_from_the_next_shares() {
    let house = House::new().await;
    let first = house.sell(&[(1000, 1190)]).await;
    house
        .refund(&house.refund_request(first, &[(1000, 1190)]))
        .await
        .unwrap();
    house.settle().await;
    assert_eq!(house.balance("merchant_receivable", Some(0)).await, 65);

    house.sell(&[(1000, 1190)]).await;

    assert_eq!(house.balance("merchant_receivable", Some(0)).await, 0);
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    assert_eq!(house.account(0).await, 1190 - 100 - 65 - 65);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_part_goes_back_with_its_commission() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190), (500, 595)]).await;
    let before = house.account(0).await;

    house
        .refund(&house.refund_request(order, &[(333, 396), (0, 0)]))
        .await
        .unwrap();
    house.settle().await;

    // 33.3 of the commission of 100 goes back.
    assert_eq!(house.balance("platform_fee_revenue", None).await, -125 + 33);
    assert_eq!(house.account(0).await, before - (396 - 33));
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    house.assert_sound().await;
}

#[tokio::test]
async fn asking_again_finds_the_same_refund() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190)]).await;
    let request = house.refund_request(order, &[(500, 595)]);

    assert_eq!(
        house.refund(&request).await.unwrap(),
        RefundState::Succeeded
    );
    assert_eq!(
        house.refund(&request).await.unwrap(),
        RefundState::Succeeded
    );
    house.settle().await;

    assert_eq!(house.sim.count("refunds").await, 1);
    assert_eq!(house.sim.calls("POST", PATH).await, 1);
    assert_eq!(house.told("refund.succeeded"), 1);
}

#[tokio::test]
async fn no_more_than_was_paid_goes_back_in_all_or_for_a_merchant() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190), (500, 595)]).await;

    let all = house
        .refund(&house.refund_request(order, &[(1000, 1191), (500, 595)]))
        .await;
    let one = house
        .refund(&house.refund_request(order, &[(1100, 1190)]))
        .await;
    let net = house
        .refund(&house.refund_request(order, &[(0, 1190)]))
        .await;
    let other = OrderId::from_uuid(Ids.uuid());
    let none = house.refund(&house.refund_request(other, &[(1, 1)])).await;

    for refused in [all, one, net] {
        assert!(
            matches!(refused, Err(PaymentsError::TooMuch(_))),
            "{refused:?}"
        );
    }
    assert!(matches!(none, Err(PaymentsError::NotFound(it)) if it == other));
    assert_eq!(house.sim.calls("POST", PATH).await, 0);
    let rows: i64 = house
        .value("select count(*) from payment_refunds where tenant_id = $1")
        .await;
    assert_eq!(rows, 0);
}

#[tokio::test]
async fn many_refunds_at_once_never_exceed_what_was_paid() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1000)]).await;
    let requests: Vec<_> = (0..8)
        .map(|_| house.refund_request(order, &[(300, 300)]))
        .collect();

    let ends =
        futures_util::future::join_all(requests.iter().map(|request| house.refund(request))).await;
    house.settle().await;

    let done = ends
        .iter()
        .filter(|end| matches!(end, Ok(RefundState::Succeeded)))
        .count();
    assert_eq!(done, 3, "{ends:?}");
    assert_eq!(house.sim.count("refunds").await, 3);
    let refunded: i64 = house
        .value("select refunded_minor from payments where tenant_id = $1")
        .await;
    assert_eq!(refunded, 900);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_refund_whose_answer_was_lost_is_made_once() {
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
        let order = house.sell(&[(1000, 1190)]).await;
        let request = house.refund_request(order, &[(1000, 1190)]);
        house.sim.fault(PATH, kind).await;

        let first = house.refund(&request).await.unwrap_err();
        assert!(first.retry_after_seconds().is_some(), "{kind}: {first:?}");
        for _ in 0..2 {
            house.hurry().await;
            house.settle().await;
        }

        // Without anybody asking again: the check has finished it.
        let made = index + 1;
        assert_eq!(house.told("refund.succeeded"), made, "{kind}");
        assert_eq!(
            house.sim.count("refunds").await,
            i64::try_from(made).unwrap(),
            "{kind}"
        );
        assert_eq!(
            house.refund(&request).await.unwrap(),
            RefundState::Succeeded,
            "{kind}"
        );
        let open: i64 = house
            .value(
                "select count(*) from provider_operations
                  where tenant_id = $1 and status in ('recorded', 'sent', 'unknown')",
            )
            .await;
        assert_eq!(open, 0, "{kind}");
        house.assert_sound().await;
    }
}

/// The first answer is lost. While somebody asks again, the webhook tells that the refund has been
/// made: whoever waits for the payment must see what the webhook has changed by then.
#[tokio::test(flavor = "multi_thread")]
async fn a_refund_that_is_asked_for_again_while_its_webhook_is_applied_is_made_once() {
    let house = House::new().await;
    let order = house
        .sell_with(&[(1000, 1190)], "pm_card_pendingRefund")
        .await;
    let request = house.refund_request(order, &[(500, 595)]);
    house.sim.fault(PATH, "drop_after_commit").await;
    house.refund(&request).await.unwrap_err();
    // What is told of the refund and what is told of the charge are applied beside each other.
    for kind in [
        "refund.created",
        "charge.refunded",
        "refund.updated",
        "charge.refund.updated",
    ] {
        while house.webhook_ends(kind).await.is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    let mut conn = house.superuser().await;
    let mut holder = conn.begin().await.unwrap();
    let lock = |table| format!("select id from {table} for update nowait");
    sqlx::query(AssertSqlSafe(lock("payments")))
        .execute(&mut *holder)
        .await
        .unwrap();
    let applied = house.billing.apply_webhooks(50);
    let again = async {
        house.test.until_waiting(2).await;
        house.refund(&request).await
    };
    let release = async {
        house.test.until_waiting(3).await;
        // Whoever has the payment may have its refunds: nobody holds one and waits for the payment.
        sqlx::query(AssertSqlSafe(lock("payment_refunds")))
            .execute(&mut *holder)
            .await
            .unwrap();
        holder.rollback().await.unwrap();
    };
    let (applied, again, ()) = tokio::join!(applied, again, release);
    house.settle().await;

    applied.unwrap();
    assert_eq!(again.unwrap(), RefundState::Succeeded);
    assert_eq!(house.sim.count("refunds").await, 1);
    assert_eq!(house.sim.calls("POST", PATH).await, 1);
    assert_eq!(house.told("refund.succeeded"), 1);
    assert_eq!(house.balance("customer_refund_payable", None).await, 0);
    assert_eq!(house.account(0).await, 1190 - 100 - 65 - (595 - 50));
    house.assert_sound().await;
}

#[tokio::test]
async fn a_reversal_whose_answer_was_lost_is_made_once() {
    let kinds = [
        "drop_before",
        "drop_after_commit",
        "error_500_before",
        "error_500_after_commit",
    ];
    let house = House::new().await;
    for (index, kind) in kinds.into_iter().enumerate() {
        let order = house.sell(&[(1000, 1000)]).await;
        let before = house.account(0).await;
        house.sim.fault("/reversals", kind).await;

        house
            .refund(&house.refund_request(order, &[(500, 500)]))
            .await
            .unwrap();
        house.settle().await;

        let made = i64::try_from(index).unwrap() + 1;
        assert_eq!(house.sim.count("reversals").await, made, "{kind}");
        assert_eq!(house.account(0).await, before - 450, "{kind}");
        house.assert_sound().await;
    }
}

#[tokio::test]
async fn parts_that_do_not_add_up_are_a_mistake_of_ours() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190)]).await;
    let mut request = house.refund_request(order, &[(500, 595)]);
    request.amount.minor += 1;

    assert_eq!(house.refund(&request).await.unwrap_err().code(), "internal");
    assert_eq!(house.sim.calls("POST", PATH).await, 0);
}
