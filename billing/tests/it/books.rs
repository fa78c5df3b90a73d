//! Everything at once: random sales and refunds under random faults, and the books at the end.

use kernel::ids::OrderId;
use kernel::ports::RefundState;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::json;

use crate::house::{House, Plan};

/// What one merchant has sold of an order, and given back.
#[derive(Clone, Copy, Default)]
struct Part {
    net: i64,
    gross: i64,
    left_net: i64,
    left: i64,
}

struct Sale {
    order: OrderId,
    parts: Vec<Part>,
}

fn seed() -> u64 {
    let given = kernel::config::Env::of_process().optional("STOA_TEST_SEED");
    let seed = given.unwrap_or_else(|| rand::rng().random());
    println!("seed {seed}");
    seed
}

/// A part of what is left, its goods and the rest in any proportion.
fn some_of(part: &Part, random: &mut StdRng) -> (i64, i64) {
    if random.random_bool(0.3) {
        return (part.left_net, part.left);
    }
    let net = random.random_range(0..=part.left_net);
    let rest = random.random_range(0..=part.left - part.left_net);
    (net, net + rest)
}

async fn buy(house: &House, random: &mut StdRng) -> Sale {
    let parts: Vec<Part> = house
        .merchants
        .iter()
        .map(|_| {
            let net = random.random_range(60..20_000);
            let gross = net + random.random_range(0..3_000);
            Part {
                net,
                gross,
                left_net: net,
                left: gross,
            }
        })
        .collect();
    let amounts: Vec<(i64, i64)> = parts.iter().map(|part| (part.net, part.gross)).collect();
    let wish = house.wish(&amounts);
    let opened = loop {
        if let Ok(opened) = house.open(&wish).await {
            break opened;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    };
    let secret = opened.client_secret.unwrap();
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
    Sale {
        order: wish.order_id,
        parts,
    }
}

/// Gives some of a sale back, if the payment has been booked by now.
async fn give_back(house: &House, sale: &mut Sale, random: &mut StdRng) {
    let amounts: Vec<(i64, i64)> = sale
        .parts
        .iter()
        .map(|part| some_of(part, random))
        .collect();
    let wish = house.refund_wish(sale.order, &amounts);
    if wish.amount.minor == 0 {
        return;
    }
    loop {
        match house.refund(&wish).await {
            Ok(RefundState::Succeeded) => break,
            Ok(other) => panic!("{other:?}"),
            Err(kernel::ports::PaymentsError::NotFound(_)) => {
                house.work().await;
            }
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
        }
    }
    for (part, (net, gross)) in sale.parts.iter_mut().zip(amounts) {
        part.left_net -= net;
        part.left -= gross;
    }
}

async fn make_trouble(house: &House, seed: u64) {
    for path in ["/v1/transfers", "/v1/refunds", "/reversals"] {
        for kind in [
            "drop_before",
            "drop_after_commit",
            "error_500_after_commit",
            "too_many_requests",
        ] {
            let fault = json!({
                "method": "POST", "path_contains": path, "kind": kind, "times": 0,
                "probability": 0.08, "seed": seed,
            });
            house.sim.control("faults", &fault).await;
        }
    }
    house
        .sim
        .webhooks(&json!({"mode": "reorder", "ms": 5}))
        .await;
}

#[tokio::test]
async fn whatever_happens_every_cent_is_where_it_belongs() {
    let seed = seed();
    let mut random = StdRng::seed_from_u64(seed);
    let house = House::build(Plan {
        merchants: vec![1000, 0, 1333],
        ..Plan::default()
    })
    .await;
    make_trouble(&house, seed % 1_000_000).await;

    let mut sales = Vec::new();
    for _ in 0..12 {
        sales.push(buy(&house, &mut random).await);
        if random.random_bool(0.5) {
            house.work().await;
        }
        if random.random_bool(0.7) {
            let index = random.random_range(0..sales.len());
            give_back(&house, &mut sales[index], &mut random).await;
        }
    }
    house.sim.clear_faults().await;
    for _ in 0..3 {
        house.hurry().await;
        house.settle().await;
    }

    house.assert_sound().await;
    let refunded: i64 = sales
        .iter()
        .flat_map(|sale| &sale.parts)
        .map(|part| part.gross - part.left)
        .sum();
    let counted: i64 = house
        .value("select sum(refunded_minor)::bigint from payments where tenant_id = $1")
        .await;
    assert_eq!(counted, refunded);
    assert_eq!(house.told("payment.succeeded"), sales.len());
    for merchant in 0..house.merchants.len() {
        assert_eq!(
            house.balance("merchant_payable", Some(merchant)).await,
            0,
            "{merchant}"
        );
        let mut left = 0;
        for sale in &sales {
            let trace = house.trace(sale.order).await;
            assert_eq!(trace.sum.minor, 0);
            left += trace.shares[merchant].left.minor;
        }
        // What it earned is what it has, less what it owes.
        let owes = house.balance("merchant_receivable", Some(merchant)).await;
        assert_eq!(house.account(merchant).await - owes, left, "{merchant}");
    }
}
