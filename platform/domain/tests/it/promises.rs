//! Orders whose money is promised and not taken: the promise that comes late, the one that is broken, and the money that
//! was taken elsewhere.

use domain::orders::{CaptureRule, OrderStatus, PaymentStatus, RefundStatus};
use kernel::ids::{OrderId, PaymentId, VariantId};
use kernel::ports::Clock;
use kernel::{Caller, Event};
use time::Duration;

use crate::shop::{Basket, Shop, euro};
use crate::wares::{Ware, nobody};

/// A shop whose orders are captured by hand, with an order for one of `stock` mugs.
async fn placed(stock: i32) -> (Shop, VariantId, Basket, OrderId) {
    let shop = Shop::new().await;
    let caller = Caller::system(shop.tenant_id);
    let rule = CaptureRule::Manual;
    shop.checkout.set_capture_rule(&caller, rule).await.unwrap();
    let mug = shop.sell(Ware::new(1190).stock(stock)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let order_id = shop.place(&basket, "key").await.unwrap().order.id;
    (shop, mug, basket, order_id)
}

async fn status(shop: &Shop, order_id: OrderId) -> (OrderStatus, PaymentStatus) {
    let order = shop.order(order_id).await.order;
    (order.status, order.payment_status)
}

const STANDS: (OrderStatus, PaymentStatus) = (OrderStatus::Authorized, PaymentStatus::Authorized);
const IS_OVER: (OrderStatus, PaymentStatus) = (OrderStatus::Cancelled, PaymentStatus::Unpaid);

fn in_a_week(shop: &Shop) -> time::OffsetDateTime {
    shop.clock.now() + Duration::days(7)
}

#[tokio::test]
async fn a_promise_sells_the_stock_once_and_outlives_the_time_to_pay() {
    let (shop, mug, basket, order_id) = placed(5).await;
    let event = shop.payments.authorize(order_id, in_a_week(&shop));

    shop.hear(event.clone()).await;
    shop.hear(event).await;
    shop.clock.forward(Duration::minutes(31));
    shop.hear(Event::OrderExpiryDue { order_id }).await;
    shop.hear(shop.payments.decline(order_id)).await;

    assert_eq!(status(&shop, order_id).await, STANDS);
    assert_eq!(shop.stock(mug).await, (4, 0));
    assert_eq!(shop.cart_status(basket.id).await, "completed");
    assert!(shop.payments.is_live(order_id));
}

#[tokio::test]
async fn a_promise_that_no_order_has_heard_of_is_not_called_off() {
    let (shop, mug, _, order_id) = placed(5).await;
    let event = shop.payments.authorize(order_id, in_a_week(&shop));
    shop.clock.forward(Duration::minutes(31));

    shop.hear(Event::OrderExpiryDue { order_id }).await;
    shop.hear(event).await;

    assert_eq!(status(&shop, order_id).await, STANDS);
    assert_eq!(shop.stock(mug).await, (4, 0));
}

#[tokio::test]
async fn a_promise_that_comes_when_the_stock_is_gone_is_let_go() {
    let (shop, mug, _, order_id) = placed(1).await;
    shop.clock.forward(Duration::minutes(31));
    shop.hear(Event::OrderExpiryDue { order_id }).await;
    let other = shop.full_cart(&[(mug, 1)]).await;
    shop.place(&other, "other").await.unwrap();
    // The provider's cancellation was overtaken by the shopper.
    let late = Event::PaymentAuthorized {
        payment_id: PaymentId::from_uuid(nobody()),
        order_id,
        amount: euro(1680),
        capture_before: in_a_week(&shop),
    };

    shop.hear(late).await;

    assert_eq!(status(&shop, order_id).await, IS_OVER);
    assert_eq!(shop.stock(mug).await, (1, 1));
    assert!(!shop.payments.is_live(order_id));
}

#[tokio::test]
async fn a_promise_that_is_broken_puts_the_stock_back_once() {
    let (shop, mug, _, order_id) = placed(5).await;
    shop.hear(shop.payments.authorize(order_id, in_a_week(&shop)))
        .await;
    let broken = Event::PaymentCancelled {
        payment_id: PaymentId::from_uuid(nobody()),
        order_id,
    };

    shop.hear(broken.clone()).await;
    shop.hear(broken).await;

    assert_eq!(status(&shop, order_id).await, IS_OVER);
    assert_eq!(shop.stock(mug).await, (5, 0));
}

#[tokio::test]
async fn money_that_was_taken_at_the_provider_pays_the_order() {
    let (shop, mug, _, order_id) = placed(5).await;
    shop.hear(shop.payments.authorize(order_id, in_a_week(&shop)))
        .await;

    let taken = shop.payments.succeed(order_id);
    shop.hear(taken.clone()).await;
    shop.hear(taken).await;

    let paid = (OrderStatus::Paid, PaymentStatus::Paid);
    assert_eq!(status(&shop, order_id).await, paid);
    assert_eq!(shop.stock(mug).await, (4, 0));
    let refunds = shop.order(order_id).await.refunds;
    assert!(
        refunds
            .iter()
            .all(|it| it.status == RefundStatus::Succeeded)
    );
}
