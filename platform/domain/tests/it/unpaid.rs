//! Orders that are never paid: how much one client can hold back with them, and what is refused before
//! anything is written.

use std::net::IpAddr;

use domain::cart::UpdateCart;
use domain::checkout::{CancelOrder, CheckoutError, PlaceOrder, Placed};
use kernel::contact::Email;
use kernel::ids::VariantId;
use kernel::{Change, Fault, Kind};

use crate::shop::{Basket, Shop, request};
use crate::wares::Ware;

async fn place_from(shop: &Shop, basket: &Basket, client: &str) -> Result<Placed, CheckoutError> {
    let total = shop.look(basket).await.total();
    let client: IpAddr = client.parse().unwrap();
    let command = PlaceOrder {
        client: Some(client),
        ..request(basket, "key", total)
    };
    shop.checkout.place(&shop.visitor, command).await
}

async fn basket_of(shop: &Shop, goods: &[(VariantId, i64)], email: &str) -> Basket {
    let basket = shop.full_cart(goods).await;
    let command = UpdateCart {
        cart_id: basket.id,
        email: Change::Set(Email::parse(email).unwrap()),
        shipping_address: Change::Keep,
        shipping_address_id: None,
        billing_address: Change::Keep,
        billing_address_id: None,
        shipping_option_id: Change::Keep,
    };
    let updated = shop.carts.update(&shop.visitor, &basket.token, command);
    updated.await.unwrap();
    basket
}

fn plenty() -> Ware {
    Ware {
        stock: Some(900),
        ..Ware::new(1190)
    }
}

#[tokio::test]
async fn one_client_does_not_hold_a_stores_whole_stock() {
    let shop = Shop::new().await;
    let mug = shop.sell(plenty()).await;
    let other = shop.sell(plenty()).await;
    let first = basket_of(&shop, &[(mug, 150)], "a@example.com").await;
    let second = basket_of(&shop, &[(other, 51)], "b@example.com").await;

    place_from(&shop, &first, "192.0.2.1").await.unwrap();
    let refused = place_from(&shop, &second, "192.0.2.1").await.unwrap_err();

    assert_eq!(
        (
            refused.kind(),
            refused.code(),
            refused.retry_after_seconds()
        ),
        (Kind::Throttled, "too_many_unpaid_orders", Some(300))
    );
    assert_eq!(shop.stock(other).await, (900, 0), "nothing is held back");
    place_from(&shop, &second, "192.0.2.2").await.unwrap();
}

#[tokio::test]
async fn an_address_is_counted_wherever_it_comes_from_and_a_paid_order_is_not() {
    let shop = Shop::new().await;
    let mug = shop.sell(plenty()).await;
    let mut placed = Vec::new();
    for number in 0..30_u8 {
        let basket = basket_of(&shop, &[(mug, 1)], "a@example.com").await;
        let client = format!("192.0.2.{number}");
        placed.push(place_from(&shop, &basket, &client).await.unwrap());
    }
    let one_more = basket_of(&shop, &[(mug, 1)], "a@example.com").await;

    let refused = place_from(&shop, &one_more, "192.0.2.99")
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "too_many_unpaid_orders");
    let paid = shop.payments.succeed(placed[0].order.id);
    shop.hear(paid).await;
    place_from(&shop, &one_more, "192.0.2.98").await.unwrap();
}

#[tokio::test]
async fn one_house_of_ipv6_is_one_client() {
    let shop = Shop::new().await;
    let mug = shop.sell(plenty()).await;
    let first = basket_of(&shop, &[(mug, 150)], "a@example.com").await;
    let second = basket_of(&shop, &[(mug, 51)], "b@example.com").await;

    place_from(&shop, &first, "2001:db8::1").await.unwrap();
    assert!(place_from(&shop, &second, "2001:db8::ffff").await.is_err());
    assert!(place_from(&shop, &second, "2001:db8:0:1::1").await.is_ok());
}

/// Many requests at once do not get past the count together.
#[tokio::test]
async fn orders_at_the_same_moment_are_counted_one_after_another() {
    let shop = Shop::new().await;
    let mug = shop.sell(plenty()).await;
    let mut baskets = Vec::new();
    for number in 0..6 {
        let email = format!("{number}@example.com");
        baskets.push(basket_of(&shop, &[(mug, 90)], &email).await);
    }

    let placed = baskets
        .iter()
        .map(|basket| place_from(&shop, basket, "192.0.2.1"));
    let placed = futures_util::future::join_all(placed).await;

    assert_eq!(placed.iter().filter(|placed| placed.is_ok()).count(), 2);
    assert_eq!(shop.stock(mug).await, (900, 180));
}

#[tokio::test]
async fn an_amount_that_no_provider_takes_is_refused_before_anything_is_written() {
    let shop = Shop::new().await;
    for (price, code) in [(30, "total_too_small"), (100_000_000, "total_too_large")] {
        let ware = shop
            .sell(Ware {
                stock: Some(1),
                requires_shipping: false,
                ..Ware::new(price)
            })
            .await;
        let basket = shop.full_cart(&[(ware, 1)]).await;

        let refused = shop.place(&basket, "key").await.unwrap_err();

        assert_eq!((refused.kind(), refused.code()), (Kind::Rejected, code));
        assert_eq!(shop.stock(ware).await, (1, 0));
    }
    assert_eq!(shop.order_counts().await, (0, 0));
}

/// A refusal is an answer: the same request again is told the same.
#[tokio::test]
async fn a_refusal_is_kept_under_its_key() {
    let shop = Shop::new().await;
    let mug = shop
        .sell(Ware {
            stock: Some(1),
            ..Ware::new(1190)
        })
        .await;
    let first = shop.full_cart(&[(mug, 1)]).await;
    let second = shop.full_cart(&[(mug, 1)]).await;
    let placed = shop.place(&first, "key").await.unwrap();

    let refused = shop.place(&second, "key").await.unwrap_err();
    shop.checkout
        .cancel(
            &shop.staff,
            CancelOrder {
                order_id: placed.order.id,
            },
        )
        .await
        .unwrap();
    let again = shop.place(&second, "key").await.unwrap_err();

    assert_eq!(refused.code(), "insufficient_stock");
    assert_eq!(
        (again.code(), again.members()),
        (refused.code(), refused.members())
    );
    assert!(shop.place(&second, "another key").await.is_ok());
}
