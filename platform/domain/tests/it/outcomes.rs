//! What becomes of an order: paid, declined, expired, called off, paid too late.

use domain::cart::CartStatus;
use domain::checkout::CancelOrder;
use domain::orders::{OrderStatus, PaymentStatus, RefundStatus};
use kernel::ids::{OrderId, PaymentId};
use kernel::{Event, Fault, Kind};
use testkit::Trouble;
use time::Duration;

use crate::shop::{Basket, Shop, euro};
use crate::wares::{Ware, nobody};
use kernel::ids::VariantId;

/// A shop where somebody has placed an order for one of `stock` mugs.
async fn placed(stock: i32) -> (Shop, VariantId, Basket, OrderId) {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(stock)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let order_id = shop.place(&basket, "key").await.unwrap().order.id;
    (shop, mug, basket, order_id)
}

async fn status(shop: &Shop, order_id: OrderId) -> (OrderStatus, PaymentStatus) {
    let order = shop.order(order_id).await.order;
    (order.status, order.payment_status)
}

#[tokio::test]
async fn a_payment_sells_the_stock_and_closes_the_cart_once() {
    let (shop, mug, basket, order_id) = placed(5).await;
    let event = shop.payments.succeed(order_id);

    shop.hear(event.clone()).await;
    shop.hear(event).await;

    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::Paid, PaymentStatus::Paid)
    );
    assert_eq!(shop.stock(mug).await, (4, 0));
    assert_eq!(shop.cart_status(basket.id).await, "completed");
    // The reminder comes later and finds nothing to do.
    shop.hear(Event::OrderExpiryDue { order_id }).await;
    shop.hear(shop.payments.decline(order_id)).await;
    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::Paid, PaymentStatus::Paid)
    );
    assert_eq!(shop.stock(mug).await, (4, 0));
}

#[tokio::test]
async fn a_payment_of_another_amount_pays_for_nothing() {
    let (shop, mug, _, order_id) = placed(5).await;
    let event = Event::PaymentSucceeded {
        payment_id: PaymentId::from_uuid(nobody()),
        order_id,
        amount: euro(1),
    };
    let message = db::Message {
        id: kernel::ids::MessageId::from_uuid(nobody()),
        tenant_id: shop.tenant_id,
        event,
        attempts: 1,
        postponed: 0,
        traceparent: None,
    };

    let refused = shop.checkout.handle(&message).await.unwrap_err();

    assert_eq!(refused.kind(), Kind::Internal);
    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::PendingPayment, PaymentStatus::Unpaid)
    );
    assert_eq!(shop.stock(mug).await, (5, 1));
}

#[tokio::test]
async fn a_decline_opens_the_cart_and_keeps_the_stock() {
    let (shop, mug, basket, order_id) = placed(1).await;

    shop.hear(shop.payments.decline(order_id)).await;

    let cart = shop.look(&basket).await;
    assert_eq!(cart.status, CartStatus::Open);
    assert!(
        cart.requirements().is_empty(),
        "the last mug is this cart's"
    );
    assert_eq!(shop.stock(mug).await, (1, 1));
    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::PendingPayment, PaymentStatus::Unpaid)
    );
    let again = shop.place(&basket, "another key").await.unwrap();
    assert_eq!(again.order.id, order_id);
    assert_eq!(shop.look(&basket).await.status, CartStatus::Completing);
}

#[tokio::test]
async fn an_order_whose_time_is_over_gives_its_stock_back() {
    let (shop, mug, basket, order_id) = placed(1).await;
    shop.clock.forward(Duration::minutes(30));

    shop.hear(Event::OrderExpiryDue { order_id }).await;
    shop.hear(Event::OrderExpiryDue { order_id }).await;

    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::Cancelled, PaymentStatus::Unpaid)
    );
    assert_eq!(shop.stock(mug).await, (1, 0));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Open);
    let heard = shop.work().await;
    assert!(heard.contains(&Event::OrderCancelled { order_id }));

    // The same cart can be bought again, as a new order.
    let again = shop.place(&basket, "another key").await.unwrap();
    assert!(again.is_new);
    assert_ne!(again.order.id, order_id);
    assert_eq!(shop.stock(mug).await, (1, 1));
}

#[tokio::test]
async fn an_order_whose_time_is_over_is_replaced_before_the_reminder_comes() {
    let (shop, mug, basket, order_id) = placed(1).await;
    shop.clock.forward(Duration::minutes(31));

    let again = shop.place(&basket, "another key").await.unwrap();

    assert_ne!(again.order.id, order_id);
    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::Cancelled, PaymentStatus::Unpaid)
    );
    assert_eq!(shop.stock(mug).await, (1, 1));
    shop.hear(Event::OrderExpiryDue { order_id }).await;
    assert_eq!(shop.look(&basket).await.status, CartStatus::Completing);
}

#[tokio::test]
async fn an_order_does_not_expire_while_its_payment_cannot_be_called_off() {
    let (shop, mug, _, order_id) = placed(1).await;
    shop.payments.set_trouble(Some(Trouble::Down));
    let message = db::Message {
        id: kernel::ids::MessageId::from_uuid(nobody()),
        tenant_id: shop.tenant_id,
        event: Event::OrderExpiryDue { order_id },
        attempts: 1,
        postponed: 0,
        traceparent: None,
    };

    let refused = shop.checkout.handle(&message).await.unwrap_err();

    assert_eq!(refused.kind(), Kind::Unavailable);
    assert_eq!(shop.stock(mug).await, (1, 1));
    shop.payments.set_trouble(None);
    shop.checkout.handle(&message).await.unwrap();
    assert_eq!(shop.stock(mug).await, (1, 0));
}

#[tokio::test]
async fn an_order_that_is_paid_at_the_last_moment_does_not_expire() {
    let (shop, mug, basket, order_id) = placed(1).await;
    let event = shop.payments.succeed(order_id);

    shop.hear(Event::OrderExpiryDue { order_id }).await;

    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::Paid, PaymentStatus::Paid)
    );
    assert_eq!(shop.stock(mug).await, (0, 0));
    assert_eq!(shop.cart_status(basket.id).await, "completed");
    shop.hear(event).await;
    assert_eq!(shop.stock(mug).await, (0, 0));
}

#[tokio::test]
async fn money_that_comes_late_takes_the_stock_again() {
    let (shop, mug, basket, order_id) = placed(1).await;
    shop.hear(Event::OrderExpiryDue { order_id }).await;
    assert_eq!(shop.stock(mug).await, (1, 0));

    let late = Event::PaymentSucceeded {
        payment_id: PaymentId::from_uuid(nobody()),
        order_id,
        amount: euro(1680),
    };
    shop.hear(late.clone()).await;
    shop.hear(late).await;

    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::Paid, PaymentStatus::Paid)
    );
    assert_eq!(shop.order(order_id).await.order.cancelled_at, None);
    assert_eq!(shop.stock(mug).await, (0, 0));
    assert_eq!(shop.cart_status(basket.id).await, "completed");
    assert!(shop.payments.refunds().is_empty());
}

#[tokio::test]
async fn money_that_comes_when_the_stock_is_gone_goes_back() {
    let (shop, mug, _, order_id) = placed(1).await;
    // The provider has it open again, as when its cancellation is overtaken by the shopper.
    shop.hear(Event::OrderExpiryDue { order_id }).await;
    let sold = shop.paid_order(&[(mug, 1)]).await;
    let opened = shop.payments.succeed_late(order_id);

    shop.hear(opened.clone()).await;
    shop.hear(opened).await;

    let details = shop.order(order_id).await;
    assert_eq!(
        (details.order.status, details.order.payment_status),
        (OrderStatus::Cancelled, PaymentStatus::Paid)
    );
    assert_eq!(details.refunds.len(), 1);
    assert_eq!(details.refunds[0].status, RefundStatus::Requested);
    assert_eq!(details.refunds[0].amount, euro(1680));
    assert_eq!(details.refunds[0].created_by, "system");

    shop.work().await;
    let details = shop.order(order_id).await;
    assert_eq!(details.refunds[0].status, RefundStatus::Succeeded);
    assert_eq!(
        (details.order.status, details.order.payment_status),
        (OrderStatus::Cancelled, PaymentStatus::Refunded)
    );
    assert_eq!(shop.payments.refunds().len(), 1);
    assert_eq!(shop.stock(mug).await, (0, 0));
    assert_eq!(status(&shop, sold).await.0, OrderStatus::Paid);
}

#[tokio::test]
async fn money_for_an_order_that_was_replaced_goes_back() {
    let (shop, mug, basket, first) = placed(5).await;
    shop.hear(shop.payments.decline(first)).await;
    shop.deliver_to(&basket, "AT", shop.flat).await;
    let second = shop.place(&basket, "another key").await.unwrap().order.id;
    let late = shop.payments.succeed_late(first);

    shop.hear(late).await;
    shop.work().await;

    assert_eq!(
        status(&shop, first).await,
        (OrderStatus::Cancelled, PaymentStatus::Refunded)
    );
    assert_eq!(
        status(&shop, second).await,
        (OrderStatus::PendingPayment, PaymentStatus::Unpaid)
    );
    assert_eq!(shop.stock(mug).await, (5, 1));
    assert_eq!(shop.cart_status(basket.id).await, "completing");
}

#[tokio::test]
async fn staff_call_unpaid_orders_off_and_paid_ones_not() {
    let (shop, mug, basket, order_id) = placed(5).await;
    let command = CancelOrder { order_id };

    let denied = shop.checkout.cancel(&shop.visitor, command).await;
    assert_eq!(denied.unwrap_err().kind(), Kind::Forbidden);
    shop.checkout.cancel(&shop.staff, command).await.unwrap();
    shop.checkout.cancel(&shop.staff, command).await.unwrap();
    assert_eq!(
        status(&shop, order_id).await,
        (OrderStatus::Cancelled, PaymentStatus::Unpaid)
    );
    assert_eq!(shop.stock(mug).await, (5, 0));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Open);

    let paid = shop.paid_order(&[(mug, 1)]).await;
    let refused = shop
        .checkout
        .cancel(&shop.staff, CancelOrder { order_id: paid })
        .await
        .unwrap_err();
    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Conflict, "order_wrong_status")
    );
    let absent = CancelOrder {
        order_id: OrderId::from_uuid(nobody()),
    };
    let unknown = shop.checkout.cancel(&shop.staff, absent).await.unwrap_err();
    assert_eq!(unknown.kind(), Kind::NotFound);
}
