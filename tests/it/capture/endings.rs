//! How a promise of money ends when nobody takes it: it is let go, it runs out, or what was shipped is taken in time.

use reqwest::Method;
use serde_json::{Value, json};

use super::{booked, intent, on_hand, statuses};
use crate::harness::System;

#[tokio::test]
async fn an_authorized_order_that_is_cancelled_costs_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    shop.captures("on_fulfillment").await;
    let order = shop.ready_shopper(&[("mug", 4)]).await.buy_later().await;
    assert_eq!(on_hand(&system).await, 6);

    let cancelled = shop.cancel(&order).await.expect(200);
    assert_eq!(statuses(&cancelled), ["cancelled", "unpaid"]);
    assert_eq!(shop.cancel(&order).await.expect(200)["status"], "cancelled");
    system.is_settled().await;

    assert_eq!(
        (booked(&system, "sale").await, on_hand(&system).await),
        (0, 10)
    );
    assert_eq!(intent(&system, &order).await["status"], "canceled");
    let letters = system.letters("anna@example.com").await;
    let told = letters
        .iter()
        .filter(|it| it.subject.ends_with("was cancelled"));
    assert_eq!(told.count(), 1);
    let late = shop.capture(&order, json!({})).await;
    assert_eq!((late.status, late.code()), (409, "order_wrong_status"));
    let shipped = shop.fulfill(&order.order_id, "f-1", &json!({})).await;
    assert_eq!(
        (shipped.status, shipped.code()),
        (409, "order_wrong_status")
    );
    system.settle().await;
}

#[tokio::test]
async fn a_promise_that_runs_out_cancels_the_order() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    shop.captures("manual").await;
    let shopper = shop.ready_shopper(&[("mug", 4)]).await;
    let order = shopper.buy_later().await;

    // Two days before, staff are told.
    system
        .execute(
            "update outbox set available_at = now() where topic = 'order.authorization_end_due'",
        )
        .await;
    let letter = system.letter("owner@aurora.test", 2).await;
    assert!(
        letter.subject.contains("is to be captured"),
        "{}",
        letter.subject
    );
    let week = json!({"advance_seconds": 7 * 86_400 + 1});
    system.sim(Method::POST, "clock", week).await;

    shopper.becomes(&order, "cancelled").await;
    system.is_settled().await;
    assert_eq!(
        statuses(&shop.shown_to_staff(&order).await),
        ["cancelled", "unpaid"]
    );
    assert_eq!(
        (booked(&system, "sale").await, on_hand(&system).await),
        (0, 10)
    );
    system.settle().await;
}

#[tokio::test]
async fn what_was_shipped_is_taken_before_the_promise_ends() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    shop.captures("on_fulfillment").await;
    let shopper = shop.ready_shopper(&[("mug", 4)]).await;
    let order = shopper.buy_later().await;
    let idle = shop.ready_shopper(&[("mug", 1)]).await.buy_later().await;
    let line = shop.shown_to_staff(&order).await["lines"][0]["id"].clone();
    let one = json!({"lines": [{"line_id": line, "quantity": 1}]});
    shop.fulfill(&order.order_id, "f-1", &one).await.expect(201);
    system.is_settled().await;
    assert_eq!(
        statuses(&shop.shown_to_staff(&order).await),
        ["authorized"; 2]
    );

    system
        .execute("update orders set capture_before = now() + interval '11 hours'")
        .await;
    system
        .execute(
            "update outbox set available_at = now() where topic = 'order.authorization_end_due'",
        )
        .await;

    shopper.becomes(&order, "paid").await;
    system.is_settled().await;
    let seen = shop.shown_to_staff(&order).await;
    assert_eq!(statuses(&seen), ["paid", "paid"]);
    assert_eq!(seen["fulfillment_status"], "partially_fulfilled");
    // Of the other order nothing was shipped: staff decide.
    assert_eq!(
        statuses(&shop.shown_to_staff(&idle).await),
        ["authorized"; 2]
    );
    shop.cancel(&idle).await.expect(200);
    system.settle().await;
}

#[tokio::test]
async fn a_provider_that_is_out_is_asked_again_and_nothing_moves_meanwhile() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    shop.captures("on_fulfillment").await;
    let shopper = shop.ready_shopper(&[("mug", 2)]).await;
    let order = shopper.buy_later().await;
    let line = shop.shown_to_staff(&order).await["lines"][0]["id"].clone();

    // The provider captures, and its answer is lost.
    let fault = json!({"kind": "drop_after_commit", "path_contains": "/capture"});
    system.sim(Method::POST, "faults", fault).await;
    let lost = shop.capture(&order, json!({})).await;
    assert_eq!(
        (lost.status, lost.code()),
        (503, "payment_provider_unavailable")
    );
    let one = json!({"lines": [{"line_id": line, "quantity": 1}]});
    let cancelled = shop.cancel_units(&order.order_id, "c-1", &one).await;
    let let_go = shop.cancel(&order).await;
    for answer in [cancelled, let_go] {
        // Unless the provider's own message was quicker.
        assert_eq!(answer.status, 409, "{}", answer.text);
    }
    system
        .execute("update outbox set available_at = now() where topic = 'order.capture_check_due'")
        .await;

    shopper.becomes(&order, "paid").await;
    system.is_settled().await;
    assert_eq!(
        statuses(&shop.shown_to_staff(&order).await),
        ["paid", "paid"]
    );
    assert_eq!(booked(&system, "sale").await, 1);
    system.settle().await;
}

#[tokio::test]
async fn strangers_capture_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    shop.captures("manual").await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy_later().await;
    let other = system.shop("borea", &[]).await;

    let foreign = other.capture(&order, json!({})).await;
    assert_eq!((foreign.status, foreign.code()), (404, "not_found"));
    shop.enrol("support@aurora.test", "support").await;
    let token = shop.sign_in("support@aurora.test").await;
    let path = format!("/admin/v1/orders/{}/capture", order.order_id);
    let asked = system.request(Method::POST, &shop.host, &path);
    let denied = crate::harness::send(asked.bearer_auth(token).json(&json!({}))).await;
    assert_eq!((denied.status, denied.code()), (403, "permission_denied"));
    assert_eq!(
        statuses(&shop.shown_to_staff(&order).await),
        ["authorized"; 2]
    );
    let settings = other.admin(Method::GET, "/payment-settings", Value::Null);
    assert_eq!(settings.await.expect(200), json!({"capture": "automatic"}));
    shop.cancel(&order).await.expect(200);
    system.settle().await;
}
