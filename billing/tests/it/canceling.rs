//! Calling payments off, and the shopper who was faster.

use kernel::ids::OrderId;
use kernel::ports::{CancelOutcome, Ids, Payments, PaymentsError};

use crate::house::House;

impl House {
    async fn cancel(&self, order_id: OrderId) -> Result<CancelOutcome, PaymentsError> {
        self.billing.cancel(&self.caller(), order_id).await
    }
}

#[tokio::test]
async fn an_open_payment_is_cancelled_and_cannot_be_paid_any_more() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let opened = house.open(&request).await.unwrap();

    assert_eq!(
        house.cancel(request.order_id).await.unwrap(),
        CancelOutcome::Cancelled
    );
    assert_eq!(
        house.cancel(request.order_id).await.unwrap(),
        CancelOutcome::Cancelled
    );

    let secret = opened.client_secret.unwrap();
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 400);
    house.settle().await;
    assert_eq!(house.told("payment.cancelled"), 1);
    assert_eq!(house.told("payment.succeeded"), 0);
    assert_eq!(house.sim.calls("POST", "/cancel").await, 1);
}

#[tokio::test]
async fn an_order_without_a_payment_is_called_off_already() {
    let house = House::new().await;

    let outcome = house.cancel(OrderId::from_uuid(Ids.uuid())).await.unwrap();

    assert_eq!(outcome, CancelOutcome::Cancelled);
}

#[tokio::test]
async fn a_payment_that_the_shopper_has_made_meanwhile_stands() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let opened = house.open(&request).await.unwrap();
    let secret = opened.client_secret.unwrap();
    // The webhook does not come: only the provider knows that the shopper has paid.
    house
        .sim
        .webhooks(&serde_json::json!({"mode": "drop"}))
        .await;
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);

    let outcome = house.cancel(request.order_id).await.unwrap();

    assert_eq!(outcome, CancelOutcome::AlreadySucceeded);
    house.work().await;
    assert_eq!(house.told("payment.succeeded"), 1);
    assert_eq!(house.balance("platform_fee_revenue", None).await, -100);
    assert_eq!(
        house.cancel(request.order_id).await.unwrap(),
        CancelOutcome::AlreadySucceeded
    );
}

#[tokio::test]
async fn a_payment_that_may_be_open_is_opened_first_and_then_cancelled() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    house
        .sim
        .fault("/v1/payment_intents", "drop_after_commit")
        .await;
    house.open(&request).await.unwrap_err();

    assert_eq!(
        house.cancel(request.order_id).await.unwrap(),
        CancelOutcome::Cancelled
    );

    assert_eq!(house.sim.count("payment_intents").await, 1);
    let status: String = house
        .value("select status from payments where tenant_id = $1")
        .await;
    assert_eq!(status, "cancelled");
}

#[tokio::test]
async fn a_cancellation_whose_answer_was_lost_is_finished() {
    for kind in [
        "drop_before",
        "drop_after_commit",
        "error_500_before",
        "error_500_after_commit",
    ] {
        let house = House::new().await;
        let request = house.request(&[(1000, 1190)]);
        house.open(&request).await.unwrap();
        house.sim.fault("/cancel", kind).await;

        let first = house.cancel(request.order_id).await;
        assert!(
            matches!(first, Err(PaymentsError::Unavailable)),
            "{kind}: {first:?}"
        );
        for _ in 0..3 {
            house.hurry().await;
            house.settle().await;
        }

        let status: String = house
            .value("select status from payments where tenant_id = $1")
            .await;
        assert_eq!(status, "cancelled", "{kind}");
        assert_eq!(house.told("payment.cancelled"), 1, "{kind}");
        let open: i64 = house
            .value(
                "select count(*) from provider_operations
                  where tenant_id = $1 and status in ('recorded', 'sent', 'unknown')",
            )
            .await;
        assert_eq!(open, 0, "{kind}");
    }
}

#[tokio::test]
async fn while_the_provider_is_out_nothing_is_called_off() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    house.open(&request).await.unwrap();
    house.sim.faults("/cancel", "drop_before", 0).await;

    assert!(matches!(
        house.cancel(request.order_id).await,
        Err(PaymentsError::Unavailable)
    ));

    let status: String = house
        .value("select status from payments where tenant_id = $1")
        .await;
    assert_eq!(status, "open");
    house.sim.clear_faults().await;
    assert_eq!(
        house.cancel(request.order_id).await.unwrap(),
        CancelOutcome::Cancelled
    );
}
