//! A shopper has paid, and the message that tells the order is set aside: the order's expiry finishes it, and the
//! shopper is told.

use crate::harness::System;

#[tokio::test]
async fn an_order_whose_payment_was_set_aside_is_paid_by_its_expiry() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let order = shopper.place().await;
    let relay = &system.app.databases.relay;
    assert_eq!(
        relay.backlog().await.unwrap().money_without_order_seconds,
        0
    );

    // No order can be paid, as by a mistake of ours.
    system
        .execute(
            "create function no_order_is_paid() returns trigger language plpgsql as
             $$ begin raise exception 'not today'; end $$",
        )
        .await;
    system
        .execute(
            "create trigger no_order_is_paid before update on orders for each row
             when (new.payment_status = 'paid') execute function no_order_is_paid()",
        )
        .await;
    shopper.confirm(&order, "pm_card_visa").await.expect(200);
    let tried =
        "select count(*) from outbox where topic = 'payment.succeeded' and last_error is not null";
    system.until(tried, 1).await;
    system
        .execute("update outbox set dead_at = now(), created_at = now() - interval '20 minutes' where topic = 'payment.succeeded'")
        .await;
    system
        .execute("drop trigger no_order_is_paid on orders")
        .await;
    let backlog = relay.backlog().await.unwrap();
    assert_eq!(backlog.payments_without_order, 1);
    assert!((1200..1300).contains(&backlog.money_without_order_seconds));
    assert_eq!(shopper.order(&order).await["status"], "pending_payment");

    system
        .execute("update outbox set available_at = now() where topic = 'order.expiry_due'")
        .await;

    shopper.becomes(&order, "paid").await;
    // The message is left for people to look at. Handled once more it changes nothing, and the shopper is told once.
    system
        .execute("update outbox set dead_at = null, available_at = now() where topic = 'payment.succeeded'")
        .await;
    system.is_quiet().await;
    assert_eq!(
        relay.backlog().await.unwrap().money_without_order_seconds,
        0
    );
    let letter = system.letter("anna@example.com", 1).await;
    assert!(
        letter.subject.ends_with("is confirmed"),
        "{}",
        letter.subject
    );
    system.settle().await;
}
