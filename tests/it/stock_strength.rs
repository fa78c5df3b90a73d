//! Many checkouts at once: none waits for another one for ever, and no unit is promised twice.

use futures_util::StreamExt;
use futures_util::stream;
use kernel::ports::{Clock, SystemClock};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};

use crate::harness::System;
use crate::stock_locations::DISAGREE;

const GOODS: [&str; 6] = ["mug", "bowl", "tray", "lamp", "vase", "rug"];
const BASKETS: usize = 200;
const AT_ONCE: usize = 16;

/// What a shopper puts into a cart: some of the goods, in any order.
fn basket(random: &mut StdRng) -> Vec<(&'static str, i64)> {
    let mut goods = GOODS;
    goods.shuffle(random);
    let kinds = random.random_range(2..=5);
    let some = goods.into_iter().take(kinds);
    some.map(|name| (name, random.random_range(1..=3)))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn checkouts_of_overlapping_baskets_never_deadlock_and_promise_no_unit_twice() {
    let seed = SystemClock.now().unix_timestamp().unsigned_abs();
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&GOODS.map(|name| (name, 1000, 60))).await;
    let baskets: Vec<_> = (0..BASKETS).map(|_| basket(&mut random)).collect();

    let (shop_ref, placed) = (&shop, stream::iter(baskets));
    let placed: Vec<i64> = placed
        .map(|goods| async move {
            let shopper = shop_ref.shopper().await;
            for (name, quantity) in &goods {
                let variant = shop_ref.variant(name).await;
                let added = shopper.add(&variant, *quantity).await;
                if added.status != 200 {
                    added.refused(409, "insufficient_stock");
                    return 0;
                }
            }
            shopper.address().await;
            let total = shopper.cart().await["totals"]["total"]["amount"].as_i64();
            let answer = shopper.checkout(&shopper.cart_id, total.unwrap()).await;
            if answer.status == 201 {
                return goods.iter().map(|(_, quantity)| quantity).sum();
            }
            // Somebody else was quicker, which the cart tells too.
            assert_eq!(answer.status, 409, "{}", answer.text);
            assert!(
                ["insufficient_stock", "cart_changed"].contains(&answer.code()),
                "{}",
                answer.text
            );
            0
        })
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;

    let promised: i64 = placed.iter().sum();
    let held = "select coalesce(sum(reserved), 0)::bigint from stock_levels";
    assert_eq!(system.number(held).await, promised);
    assert!(promised > 200, "only {promised} units were wanted");
    let over = "select count(*) from stock_levels where reserved > on_hand";
    assert_eq!(system.number(over).await, 0);
    let deadlocks = "select deadlocks from pg_stat_database where datname = current_database()";
    assert_eq!(system.number(deadlocks).await, 0);
    assert_eq!(system.number(DISAGREE).await, 0);
    system.settle().await;
}
