//! Many shoppers and many requests at once: one order for the last unit, one order for a cart.

use domain::cart::{Cart, UpdateCart};
use futures_util::future::join_all;
use kernel::contact::Email;
use kernel::ids::VariantId;
use kernel::{Change, Fault};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sqlx::{Connection, PgConnection};

use crate::shop::{Basket, Shop, address, request};
use crate::wares::Ware;

/// A number to draw everything else from; shown, so that a failure can be repeated.
fn seed() -> u64 {
    let seed = rand::rng().random();
    println!("seed {seed}");
    seed
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_shoppers_one_gets_the_last_unit() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(1)).await;
    let mut baskets = Vec::new();
    for _ in 0..50 {
        baskets.push(shop.full_cart(&[(mug, 1)]).await);
    }

    let outcomes = join_all(baskets.iter().map(|basket| shop.place(basket, "key"))).await;

    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    for refused in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert_eq!(refused.code(), "insufficient_stock", "{refused}");
    }
    assert_eq!(shop.stock(mug).await, (1, 1));
    assert_eq!(shop.order_counts().await, (1, 0));
    assert_eq!(shop.payments.opened(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_for_the_same_goods_in_any_order_sell_exactly_what_there_is() {
    let seed = seed();
    let mut random = StdRng::seed_from_u64(seed);
    let shop = Shop::new().await;
    let mut wares: Vec<VariantId> = Vec::new();
    for _ in 0..4 {
        wares.push(shop.sell(Ware::new(500).stock(10)).await);
    }
    let mut baskets: Vec<(Basket, Vec<(VariantId, i64)>)> = Vec::new();
    for _ in 0..40 {
        let mut goods = Vec::new();
        for _ in 0..random.random_range(1..=3) {
            let ware = wares[random.random_range(0..wares.len())];
            if goods.iter().all(|(chosen, _)| *chosen != ware) {
                goods.push((ware, random.random_range(1..=3)));
            }
        }
        baskets.push((shop.full_cart(&goods).await, goods));
    }

    let outcomes = join_all(baskets.iter().map(|(basket, _)| shop.place(basket, "key"))).await;

    let mut sold = std::collections::HashMap::<VariantId, i64>::new();
    for ((_, goods), outcome) in baskets.iter().zip(&outcomes) {
        match outcome {
            Ok(_) => {
                for (ware, quantity) in goods {
                    *sold.entry(*ware).or_default() += quantity;
                }
            }
            Err(refused) => assert_eq!(refused.code(), "insufficient_stock", "{refused}"),
        }
    }
    for ware in wares {
        let (on_hand, reserved) = shop.stock(ware).await;
        assert_eq!(on_hand, 10);
        assert_eq!(i64::from(reserved), sold.get(&ware).copied().unwrap_or(0));
        assert!(reserved <= on_hand);
    }
    let placed = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert!(placed >= 4, "{placed} orders were placed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_requests_with_one_key_place_one_order() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(100)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let total = shop.look(&basket).await.total();

    let attempts = (0..100).map(|_| {
        let command = request(&basket, "key", total);
        shop.checkout.place(&shop.visitor, command)
    });
    let outcomes = join_all(attempts).await;

    let first = outcomes.iter().find_map(|outcome| outcome.as_ref().ok());
    let first = first.expect("one request succeeds");
    for outcome in &outcomes {
        match outcome {
            Ok(placed) => assert_eq!(placed.order, first.order),
            Err(refused) => assert_eq!(refused.code(), "completion_in_progress", "{refused}"),
        }
    }
    assert_eq!(shop.order_counts().await, (1, 0));
    assert_eq!(shop.payments.opened(), 1);
    assert_eq!(shop.stock(mug).await, (100, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_with_keys_of_their_own_place_one_order() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(100)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let total = shop.look(&basket).await.total();

    let attempts = (0..30).map(|number| {
        let command = request(&basket, &format!("key {number}"), total);
        shop.checkout.place(&shop.visitor, command)
    });
    let outcomes = join_all(attempts).await;

    let placed: Vec<_> = outcomes
        .iter()
        .filter_map(|outcome| outcome.as_ref().ok())
        .collect();
    assert_eq!(placed.len(), 30);
    assert_eq!(placed.iter().filter(|placed| placed.is_new).count(), 1);
    assert!(placed.iter().all(|one| one.order == placed[0].order));
    assert_eq!(shop.order_counts().await, (1, 0));
    assert_eq!(shop.payments.opened(), 1);
    assert_eq!(shop.stock(mug).await, (100, 1));
}

/// All wait for the same cart. Each must see what those before it have written, and keep it.
#[tokio::test(flavor = "multi_thread")]
async fn changes_of_a_cart_at_the_same_moment_all_stay() {
    let shop = Shop::new().await;
    let basket = shop.cart().await;
    let patch = |email: Option<&str>, address, shipping_option_id| {
        let command = UpdateCart {
            cart_id: basket.id,
            email: email.map_or(Change::Keep, |email| {
                Change::Set(Email::parse(email).unwrap())
            }),
            shipping_address: address,
            shipping_address_id: None,
            billing_address: Change::Keep,
            billing_address_id: None,
            shipping_option_id,
        };
        shop.carts.update(&shop.visitor, &basket.token, command)
    };
    let mut conn = PgConnection::connect(&shop.test.superuser_url())
        .await
        .unwrap();
    let mut holder = conn.begin().await.unwrap();
    sqlx::query("select from carts where id = $1 for update")
        .bind(basket.id.uuid())
        .execute(&mut *holder)
        .await
        .unwrap();

    let first = patch(None, Change::Keep, Change::Set(shop.flat));
    let second = async {
        shop.test.until_waiting(1).await;
        patch(Some("anna@example.com"), Change::Keep, Change::Keep).await
    };
    let third = async {
        shop.test.until_waiting(2).await;
        patch(None, Change::Set(address("DE")), Change::Keep).await
    };
    let release = async {
        shop.test.until_waiting(3).await;
        holder.rollback().await.unwrap();
    };
    let (first, second, third, ()) = tokio::join!(first, second, third, release);

    let filled = |cart: &Cart| {
        let fields = [
            cart.email.is_some(),
            cart.shipping_address.is_some(),
            cart.shipping.is_some(),
        ];
        fields.into_iter().filter(|is_filled| *is_filled).count()
    };
    let mut seen = [first, second, third].map(|cart| filled(&cart.unwrap()));
    // Whoever comes first: it is the database that decides.
    seen.sort_unstable();
    assert_eq!(seen, [1, 2, 3]);
    assert_eq!(filled(&shop.look(&basket).await), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_waits_neither_for_the_provider_nor_in_line() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(9)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let total = shop.look(&basket).await.total();
    shop.payments.hold();

    let first = shop
        .checkout
        .place(&shop.visitor, request(&basket, "key", total));
    let second = async {
        while shop.order_counts().await == (0, 0) {
            tokio::task::yield_now().await;
        }
        let refused = shop
            .checkout
            .place(&shop.visitor, request(&basket, "key", total))
            .await
            .unwrap_err();
        shop.payments.let_go();
        refused
    };
    let (placed, refused) = tokio::join!(first, second);

    assert!(placed.unwrap().is_new);
    assert_eq!(refused.code(), "completion_in_progress");
}
