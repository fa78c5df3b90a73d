//! Placing an order again: after the answer was lost, a crash, a decline or a change of mind.

use domain::cart::{CartStatus, ChangeLine, UpdateCart};
use domain::checkout::{CheckoutError, Placed};
use domain::orders::OrderStatus;
use kernel::goods::Quantity;
use kernel::{Change, Event, Fault, Kind};
use time::Duration;

use crate::shop::{Basket, Shop, euro, request};
use crate::wares::Ware;

async fn change_first_line(shop: &Shop, basket: &Basket, number: i64) {
    let line_id = shop.line_ids(basket).await[0];
    let command = ChangeLine {
        cart_id: basket.id,
        line_id,
        quantity: Some(Quantity::parse(number).unwrap()),
    };
    shop.carts
        .change_line(&shop.visitor, &basket.token, command)
        .await
        .unwrap();
}

fn same_order(first: &Placed, second: &Placed) -> bool {
    first.order == second.order && first.payment == second.payment
}

#[tokio::test]
async fn the_same_key_gets_the_same_answer_for_a_day() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(5)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let first = shop.place(&basket, "key").await.unwrap();
    let event = shop.payments.succeed(first.order.id);
    shop.hear(event).await;

    shop.clock.forward(Duration::hours(23));
    let again = shop.place(&basket, "key").await.unwrap();

    assert!(again.is_replayed && again.is_new);
    assert!(same_order(&first, &again));
    assert_eq!(shop.payments.opened(), 1);
    assert_eq!(shop.stock(mug).await, (4, 0));
}

#[tokio::test]
async fn another_key_finds_the_order_that_the_cart_has_become() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(1)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let first = shop.place(&basket, "one key").await.unwrap();

    let second = shop.place(&basket, "another key").await.unwrap();

    assert!(!second.is_new && !second.is_replayed);
    assert!(same_order(&first, &second));
    let replayed = shop.place(&basket, "another key").await.unwrap();
    assert!(!replayed.is_new && replayed.is_replayed);
    assert_eq!(shop.order_counts().await, (1, 0));
    assert_eq!(shop.stock(mug).await, (1, 1));
}

#[tokio::test]
async fn a_key_is_good_for_one_request_of_one_cart() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let other = shop.full_cart(&[(mug, 1)]).await;
    shop.place(&basket, "key").await.unwrap();

    let reused = shop.place_expecting(&basket, "key", euro(1)).await;
    assert!(matches!(reused, Err(CheckoutError::KeyReused)));

    let independent = shop.place(&other, "key").await.unwrap();
    assert!(independent.is_new);
}

#[tokio::test]
async fn a_crash_between_the_phases_is_finished_by_the_next_try() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(1)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let total = shop.look(&basket).await.total();

    // The request dies while the provider is asked.
    shop.payments.hold();
    let dying = shop
        .checkout
        .place(&shop.visitor, request(&basket, "key", total));
    let died = tokio::time::timeout(std::time::Duration::from_millis(500), dying).await;
    assert!(died.is_err());
    shop.payments.let_go();
    assert_eq!(shop.order_counts().await, (1, 0));

    let early = shop.place(&basket, "key").await.unwrap_err();
    assert_eq!(early.code(), "completion_in_progress");
    assert_eq!(early.retry_after_seconds(), Some(1));

    shop.clock.forward(Duration::seconds(61));
    let placed = shop.place(&basket, "key").await.unwrap();
    assert!(placed.is_new && !placed.is_replayed);
    assert_eq!(shop.order_counts().await, (1, 0));
    assert_eq!(shop.payments.opened(), 1);
    assert_eq!(shop.stock(mug).await, (1, 1));
}

#[tokio::test]
async fn a_crash_between_the_phases_does_not_keep_another_key_waiting() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(1)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let total = shop.look(&basket).await.total();
    shop.payments.hold();
    let dying = shop
        .checkout
        .place(&shop.visitor, request(&basket, "one key", total));
    let died = tokio::time::timeout(std::time::Duration::from_millis(500), dying).await;
    assert!(died.is_err());
    shop.payments.let_go();

    let placed = shop.place(&basket, "another key").await.unwrap();

    assert!(!placed.is_new);
    assert_eq!(placed.order.number, 1001);
    assert_eq!(shop.payments.opened(), 1);
}

#[tokio::test]
async fn a_cart_that_changed_after_a_decline_becomes_another_order() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(2)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let first = shop.place(&basket, "one key").await.unwrap().order;
    let event = shop.payments.decline(first.id);
    shop.hear(event).await;
    assert_eq!(shop.look(&basket).await.status, CartStatus::Open);

    change_first_line(&shop, &basket, 2).await;
    let second = shop.place(&basket, "another key").await.unwrap();

    assert!(second.is_new);
    assert_ne!(second.order.id, first.id);
    assert_eq!(second.order.total, euro(2 * 1190 + 490));
    assert_eq!(
        shop.order(first.id).await.order.status,
        OrderStatus::Cancelled
    );
    assert_eq!(shop.stock(mug).await, (2, 2));
    assert_eq!(shop.order_counts().await, (1, 1));
    let heard = shop.work().await;
    assert!(heard.contains(&Event::OrderCancelled { order_id: first.id }));
    assert_eq!(shop.cart_status(basket.id).await, "completing");
}

#[tokio::test]
async fn another_address_is_another_order_although_it_costs_the_same() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(2)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let first = shop.place(&basket, "one key").await.unwrap().order;
    let event = shop.payments.decline(first.id);
    shop.hear(event).await;

    shop.deliver_to(&basket, "AT", shop.flat).await;
    let second = shop.place(&basket, "another key").await.unwrap().order;

    assert_ne!(second.id, first.id);
    assert_eq!(second.total, first.total);
    assert_eq!(shop.stock(mug).await, (2, 1));
}

#[tokio::test]
async fn an_order_that_was_paid_stands_whatever_becomes_of_its_cart() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(3)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let first = shop.place(&basket, "one key").await.unwrap().order;
    shop.clock.forward(Duration::minutes(6));
    change_first_line(&shop, &basket, 2).await;
    // Paid at the provider; the news has not come yet.
    let news = shop.payments.succeed(first.id);

    let second = shop.place(&basket, "another key").await.unwrap();

    assert_eq!(second.order.id, first.id);
    assert_eq!(second.order.total, first.total);
    assert_eq!(second.payment.unwrap().status.name(), "succeeded");
    assert!(!second.is_new);
    let again = shop.place(&basket, "another key").await.unwrap();
    assert!(again.is_replayed);
    shop.hear(news).await;
    assert_eq!(shop.order(first.id).await.order.status, OrderStatus::Paid);
    assert_eq!(shop.cart_status(basket.id).await, "completed");
    assert_eq!(shop.stock(mug).await, (2, 0));
}

#[tokio::test]
async fn a_cart_that_was_paid_for_shows_its_order_and_cannot_be_changed() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(3)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let first = shop.place(&basket, "one key").await.unwrap().order;
    let event = shop.payments.succeed(first.id);
    shop.hear(event).await;
    shop.clock.forward(Duration::hours(1));

    let again = shop
        .place_expecting(&basket, "another key", euro(1))
        .await
        .unwrap();

    assert_eq!(again.order.id, first.id);
    assert_eq!(again.order.status, OrderStatus::Paid);
    assert_eq!(again.payment.unwrap().status.name(), "succeeded");
    assert_eq!(shop.payments.opened(), 1);
    let update = UpdateCart {
        cart_id: basket.id,
        email: Change::Clear,
        shipping_address: Change::Keep,
        shipping_address_id: None,
        billing_address: Change::Keep,
        billing_address_id: None,
        shipping_option_id: Change::Keep,
    };
    let refused = shop
        .carts
        .update(&shop.visitor, &basket.token, update)
        .await
        .unwrap_err();
    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Conflict, "cart_locked")
    );
}
