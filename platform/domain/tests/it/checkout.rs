//! Placing orders: the completion contract, one shopper at a time.

use domain::cart::CartStatus;
use domain::checkout::PlaceOrder;
use domain::orders::{OrderStatus, PaymentStatus};
use kernel::{Caller, Fault, Kind, Permissions};
use serde_json::json;
use testkit::Trouble;

use crate::shop::{Shop, euro, request};
use crate::wares::{Ware, nobody};

#[tokio::test]
async fn a_cart_becomes_an_order_that_waits_for_its_payment() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(5)).await;
    let bowl = shop.sell(Ware::new(2000).of_merchant(1)).await;
    let basket = shop.full_cart(&[(mug, 2), (bowl, 1)]).await;

    let placed = shop.place(&basket, "first key").await.unwrap();

    assert!(placed.is_new && !placed.is_replayed);
    assert_eq!(placed.order.number, 1001);
    assert_eq!(placed.order.status, OrderStatus::PendingPayment);
    assert_eq!(placed.order.total, euro(2380 + 2000 + 490));
    assert_eq!(placed.payment.unwrap().status.name(), "open");
    assert_eq!(shop.stock(mug).await, (5, 2));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Completing);

    let details = shop.order(placed.order.id).await;
    assert_eq!(details.order.items_minor, 4380);
    assert_eq!(details.order.shipping_minor, 490);
    assert_eq!(details.order.tax_minor, 380 + 319 + 78);
    assert_eq!(details.order.payment_status, PaymentStatus::Unpaid);
    assert_eq!(details.order.shipping_name.as_deref(), Some("Standard"));
    assert_eq!(details.lines.len(), 2);
    assert_eq!(details.lines[0].title, "Mug");
    assert_eq!(details.lines[0].taxed.net_minor, 2000);
    let parts: i64 = details
        .shares
        .iter()
        .map(|share| share.gross_minor().unwrap())
        .sum();
    assert_eq!(parts, placed.order.total.minor);
    assert_eq!(details.shares.len(), 2);
}

#[tokio::test]
async fn the_shopper_reaches_the_order_with_its_token_only() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let other = shop.full_cart(&[(mug, 1)]).await;
    let placed = shop.place(&basket, "key").await.unwrap().order;
    let foreign = shop.place(&other, "key").await.unwrap().order;

    let mine = shop
        .orders
        .get_own(&shop.visitor, placed.id, &placed.token)
        .await
        .unwrap();
    assert_eq!(mine.order.number, placed.number);

    let neighbour = Caller::visitor(
        shop.tenant_id,
        kernel::ids::StorefrontId::from_uuid(nobody()),
        Permissions::all(),
    );
    let absent = kernel::ids::OrderId::from_uuid(nobody());
    for (caller, id, token) in [
        (&shop.visitor, placed.id, foreign.token.as_str()),
        (&shop.visitor, placed.id, basket.token.as_str()),
        (&shop.visitor, absent, &placed.token),
        (&neighbour, placed.id, &placed.token),
    ] {
        let refused = shop.orders.get_own(caller, id, token).await.unwrap_err();
        assert_eq!(
            (refused.kind(), refused.code()),
            (Kind::NotFound, "not_found")
        );
    }
}

#[tokio::test]
async fn nobody_pays_an_amount_that_was_not_shown() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(5)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let shown = shop.look(&basket).await.total();
    shop.set_price(mug, 1200).await;

    let refused = shop
        .place_expecting(&basket, "key", shown)
        .await
        .unwrap_err();

    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Conflict, "cart_changed")
    );
    let current = json!({"amount": 1690, "currency": "EUR"});
    assert_eq!(refused.members(), [("current_total", current)]);
    assert_eq!(shop.order_counts().await, (0, 0));
    assert_eq!(shop.stock(mug).await, (5, 0));
    assert_eq!(shop.payments.opened(), 0);

    // Nothing was kept under the key: it can be used for what is shown now.
    let placed = shop.place(&basket, "key").await.unwrap();
    assert_eq!(placed.order.total, euro(1690));
}

#[tokio::test]
async fn what_is_missing_is_told_by_the_cart_and_by_the_checkout_alike() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(5)).await;
    let basket = shop.cart().await;
    let empty = shop.place(&basket, "key").await.unwrap_err();
    assert_eq!(empty.fields(), shop.look(&basket).await.requirements());

    shop.add(&basket, mug, 2).await;
    let refused = shop.place(&basket, "key").await.unwrap_err();

    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Rejected, "checkout_incomplete")
    );
    let requirements = shop.look(&basket).await.requirements();
    assert_eq!(refused.fields(), requirements);
    assert_eq!(requirements.len(), 3);
    assert_eq!(shop.order_counts().await, (0, 0));
}

#[tokio::test]
async fn what_is_sold_out_by_now_is_told_with_what_is_left() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(5)).await;
    let basket = shop.full_cart(&[(mug, 3)]).await;
    shop.sql("update stock_levels set on_hand = 2", |query| query)
        .await;

    let refused = shop.place(&basket, "key").await.unwrap_err();

    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Conflict, "insufficient_stock")
    );
    assert_eq!(
        refused.members(),
        [("variant_id", json!(mug)), ("available", json!(2))]
    );
    assert_eq!(shop.stock(mug).await, (2, 0));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Open);
    assert_eq!(shop.work().await, []);
}

#[tokio::test]
async fn what_costs_nothing_is_paid_at_once_and_sold() {
    let shop = Shop::new().await;
    let sample = shop
        .sell(Ware {
            requires_shipping: false,
            ..Ware::new(0).stock(5)
        })
        .await;
    let basket = shop.full_cart(&[(sample, 2)]).await;
    let unnamed = PlaceOrder {
        provider: None,
        ..request(&basket, "key", euro(0))
    };

    let placed = shop
        .checkout
        .place(&shop.visitor, unnamed.clone())
        .await
        .unwrap();

    assert_eq!(placed.order.status, OrderStatus::Paid);
    assert_eq!(placed.payment, None);
    assert_eq!(shop.stock(sample).await, (3, 0));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Completed);
    assert_eq!(
        shop.order(placed.order.id).await.order.payment_status,
        PaymentStatus::Paid
    );
    assert_eq!(shop.payments.opened(), 0);
    // Nobody comes to call it off.
    shop.clock.forward(time::Duration::hours(2));
    assert_eq!(shop.work().await, []);

    let again = shop.checkout.place(&shop.visitor, unnamed).await.unwrap();
    assert!(again.is_new && again.is_replayed);
    assert_eq!((again.order, again.payment), (placed.order.clone(), None));
    let other_key = shop.place(&basket, "another").await.unwrap();
    assert!(!other_key.is_new);
    assert_eq!((other_key.order, other_key.payment), (placed.order, None));
    assert_eq!(shop.order_counts().await, (1, 0));
}

#[tokio::test]
async fn what_costs_something_needs_somebody_who_takes_the_money() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(5)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let total = shop.look(&basket).await.total();
    let unnamed = PlaceOrder {
        provider: None,
        ..request(&basket, "key", total)
    };

    let refused = shop
        .checkout
        .place(&shop.visitor, unnamed)
        .await
        .unwrap_err();

    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Rejected, "checkout_incomplete")
    );
    assert_eq!(refused.fields()[0].pointer, "/payment_provider");
    assert_eq!(shop.order_counts().await, (0, 0));
    shop.place(&basket, "key").await.unwrap();
}

#[tokio::test]
async fn a_cart_is_placed_with_its_own_token_only() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let other = shop.cart().await;
    let total = shop.look(&basket).await.total();
    shop.place(&basket, "key").await.unwrap();

    let stolen = PlaceOrder {
        token: other.token,
        ..request(&basket, "key", total)
    };
    let refused = shop
        .checkout
        .place(&shop.visitor, stolen)
        .await
        .unwrap_err();

    assert_eq!(refused.kind(), Kind::NotFound);
    let nobody = Caller::visitor(shop.tenant_id, shop.storefront_id, Permissions::empty());
    let denied = shop
        .checkout
        .place(&nobody, request(&basket, "key", total))
        .await
        .unwrap_err();
    assert_eq!(denied.kind(), Kind::Forbidden);
}

#[tokio::test]
async fn a_provider_that_is_out_leaves_the_cart_open_and_the_next_try_completes_the_order() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(1)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    shop.payments.set_trouble(Some(Trouble::Down));

    let refused = shop.place(&basket, "key").await.unwrap_err();

    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Unavailable, "payment_provider_unavailable")
    );
    assert!(refused.retry_after_seconds().is_some());
    let cart = shop.look(&basket).await;
    assert_eq!(cart.status, CartStatus::Open);
    assert!(
        cart.requirements().is_empty(),
        "the cart's own order holds its stock"
    );
    assert_eq!(shop.stock(mug).await, (1, 1));
    assert_eq!(shop.order_counts().await, (1, 0));

    shop.payments.set_trouble(None);
    let placed = shop.place(&basket, "key").await.unwrap();
    assert!(placed.is_new && !placed.is_replayed);
    assert_eq!(placed.order.number, 1001);
    assert_eq!(shop.order_counts().await, (1, 0));
    assert_eq!(shop.stock(mug).await, (1, 1));
}

#[tokio::test]
async fn a_provider_that_refuses_leaves_the_cart_open() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    shop.payments.set_trouble(Some(Trouble::Refuses));

    let refused = shop.place(&basket, "key").await.unwrap_err();

    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Rejected, "payment_failed")
    );
    assert_eq!(shop.look(&basket).await.status, CartStatus::Open);
    assert_eq!(shop.order_counts().await, (0, 1));
}

#[tokio::test]
async fn another_request_at_the_same_payment_is_a_conflict_that_passes() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    shop.payments.set_trouble(Some(Trouble::Busy));

    let refused = shop.place(&basket, "key").await.unwrap_err();

    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Conflict, "completion_in_progress")
    );
    assert_eq!(shop.look(&basket).await.status, CartStatus::Completing);
    shop.payments.set_trouble(None);
    assert!(shop.place(&basket, "key").await.is_ok());
}
