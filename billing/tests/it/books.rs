//! Everything at once: random sales, refunds here and at the provider, and disputes, under random faults;
//! and the books at the end.

use kernel::ids::OrderId;
use kernel::ports::{PaymentsError, RefundState};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};

use crate::house::{House, Plan};

/// What a merchant has of an order that can still be given back: goods, and all of it.
type Left = (i64, i64);

fn seed() -> u64 {
    let given = kernel::config::Env::of_process().optional("STOA_TEST_SEED");
    let seed = given.unwrap_or_else(|| rand::rng().random());
    println!("seed {seed}");
    seed
}

/// A part of what is left, its goods and the rest in any proportion.
fn some_of((net, gross): Left, random: &mut StdRng) -> (i64, i64) {
    if random.random_bool(0.3) {
        return (net, gross);
    }
    let part = random.random_range(0..=net);
    let rest = random.random_range(0..=gross - net);
    (part, part + rest)
}

impl House {
    /// What is left of each merchant's part, as far as it is known here.
    async fn left(&self, order: OrderId) -> Vec<Left> {
        let merchants: Vec<_> = self
            .merchants
            .iter()
            .map(|merchant| merchant.uuid())
            .collect();
        sqlx::query_as(
            "select s.goods_net_minor - s.refunded_net_minor, s.gross_minor - s.refunded_minor
               from payment_shares s
               join payments p on p.tenant_id = s.tenant_id and p.id = s.payment_id
              where p.order_id = $1
              order by array_position($2, s.merchant_id)",
        )
        .bind(order.uuid())
        .bind(merchants)
        .fetch_all(&mut self.superuser().await)
        .await
        .unwrap()
    }

    /// Sells these parts, and has them paid with money that is there at once.
    async fn sell_somehow(&self, parts: &[(i64, i64)]) -> OrderId {
        let request = self.request(parts);
        let opened = loop {
            if let Ok(opened) = self.open(&request).await {
                break opened;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        };
        let secret = opened.client_secret.unwrap();
        let card = "pm_card_bypassPending";
        assert_eq!(self.sim.confirm(&secret, card).await, 200);
        request.order_id
    }

    /// Gives some of a sale back, if the payment has been booked by now and something is left. The provider
    /// may know better.
    async fn give_back(&self, order: OrderId, random: &mut StdRng) {
        let left = self.left(order).await;
        let amounts: Vec<(i64, i64)> = left.into_iter().map(|it| some_of(it, random)).collect();
        let request = self.refund_request(order, &amounts);
        if request.amount.minor == 0 {
            return;
        }
        loop {
            match self.refund(&request).await {
                Ok(RefundState::Succeeded | RefundState::Failed(_))
                | Err(PaymentsError::TooMuch(_)) => break,
                Ok(RefundState::Pending) => panic!("no card here makes a refund wait"),
                Err(PaymentsError::NotFound(_)) => {
                    self.work().await;
                }
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
            }
        }
    }

    /// Somebody gives money back at the provider, which refuses what is too much.
    async fn give_back_there(&self, order: OrderId, random: &mut StdRng) {
        let minor = random.random_range(1..9_000);
        self.refund_there(order, minor).await;
    }

    /// A bank disputes a payment, or decides about it.
    async fn go_to_the_bank(&self, order: OrderId, random: &mut StdRng) {
        let path = format!("payment_intents/{}/dispute", self.intent(order).await);
        let opening = json!({
            "amount": random.random_range(1..15_000), "fee": random.random_range(0..2_000),
            "inquiry": random.random_bool(0.2),
        });
        self.sim.try_control(&path, &opening).await;
        let mut open = self.disputes_there().await;
        open.retain(|dispute| dispute["status"] != "won" && dispute["status"] != "lost");
        if open.is_empty() || random.random_bool(0.4) {
            return;
        }
        let dispute = &open[random.random_range(0..open.len())];
        let path = format!("disputes/{}", dispute["id"].as_str().unwrap());
        let outcomes = [
            "won",
            "won",
            "lost",
            "under_review",
            "escalated",
            "warning_closed",
        ];
        let outcome = outcomes[random.random_range(0..outcomes.len())];
        let mut turn = json!({"outcome": outcome});
        if outcome == "won" {
            turn["returns_fee"] = json!(random.random_bool(0.5));
        }
        self.sim.try_control(&path, &turn).await;
    }

    async fn disputes_there(&self) -> Vec<Value> {
        let list = self.sim.api("GET", "/disputes?limit=100", "").await;
        list["data"].as_array().unwrap().clone()
    }

    /// What disputes have taken at the provider, and not given back.
    async fn out_there(&self) -> i64 {
        let disputes = self.disputes_there().await;
        let movements = disputes
            .iter()
            .flat_map(|dispute| dispute["balance_transactions"].as_array().unwrap());
        -movements
            .map(|it| it["amount"].as_i64().unwrap())
            .sum::<i64>()
    }
}

async fn buy(house: &House, random: &mut StdRng) -> OrderId {
    let parts: Vec<(i64, i64)> = house
        .merchants
        .iter()
        .map(|_| {
            let net = random.random_range(60..20_000);
            (net, net + random.random_range(0..3_000))
        })
        .collect();
    house.sell_somehow(&parts).await
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
                "method": "POST", "path_contains": path, "key_contains": ":", "kind": kind,
                "times": 0, "probability": 0.08, "seed": seed,
            });
            house.sim.control("faults", &fault).await;
        }
    }
    house
        .sim
        .webhooks(&json!({"mode": "reorder", "ms": 5}))
        .await;
}

/// Sells, gives back and disputes in a random order; the orders.
async fn trade(house: &House, random: &mut StdRng) -> Vec<OrderId> {
    let mut sales = Vec::new();
    for _ in 0..12 {
        sales.push(buy(house, random).await);
        for _ in 0..2 {
            let order = sales[random.random_range(0..sales.len())];
            match random.random_range(0..6) {
                0 | 1 => house.give_back(order, random).await,
                2 => house.give_back_there(order, random).await,
                3 | 4 => house.go_to_the_bank(order, random).await,
                _ => {
                    house.work().await;
                }
            }
        }
    }
    sales
}

#[tokio::test]
async fn whatever_happens_every_cent_is_where_it_belongs() {
    let seed = seed();
    let mut random = StdRng::seed_from_u64(seed);
    // The first merchant is the platform itself: it has money to give back what disputes took.
    let house = House::build(Plan {
        merchants: vec![10_000, 1000, 0, 1333],
        ..Plan::default()
    })
    .await;
    let capital = house.sell_somehow(&[(900_000, 900_000)]).await;
    house.settle().await;
    make_trouble(&house, seed % 1_000_000).await;

    let mut sales = trade(&house, &mut random).await;
    sales.push(capital);
    house.sim.clear_faults().await;
    for _ in 0..3 {
        house.hurry().await;
        house.settle().await;
    }

    house.assert_sound().await;
    let refunded = house.sim.state().await["sums"]["refunds"]["eur"].as_i64();
    let out = house.out_there().await;
    println!("{refunded:?} refunded, {out} disputed");
    let counted: i64 = house
        .value("select sum(refunded_minor)::bigint from payments where tenant_id = $1")
        .await;
    assert_eq!(counted, refunded.unwrap_or(0) + out);
    let lost: i64 = house
        .value(
            "select coalesce(sum(r.amount_minor), 0)::bigint
               from disputes d
               join payment_refunds r on r.tenant_id = d.tenant_id and r.id = d.taking_id
              where d.tenant_id = $1 and d.is_lost",
        )
        .await;
    assert_eq!(house.balance("dispute_suspense", None).await, out - lost);
    assert_eq!(house.balance("dispute_loss", None).await, 0);
    assert_eq!(house.told("payment.succeeded"), sales.len());
    let aside: i64 = house
        .value("select count(*) from webhook_events where status = 'quarantined' and $1::uuid is not null")
        .await;
    assert_eq!(aside, 0);
    for merchant in 0..house.merchants.len() {
        assert_merchant(&house, &sales, merchant).await;
    }
}

/// A merchant is owed what is withheld for disputes that are open, and what it earned is what it has,
/// less what it owes.
async fn assert_merchant(house: &House, sales: &[OrderId], merchant: usize) {
    let withheld: i64 = sqlx::query_scalar(
        "select coalesce(sum(part.gross_minor - part.held_minor - part.commission_minor), 0)::bigint
           from disputes d
           join payment_refund_shares part
             on part.tenant_id = d.tenant_id and part.refund_id = d.taking_id
          where not d.is_lost and part.merchant_id = $1",
    )
    .bind(house.merchants[merchant].uuid())
    .fetch_one(&mut house.superuser().await)
    .await
    .unwrap();
    let payable = house.balance("merchant_payable", Some(merchant)).await;
    assert_eq!(payable, -withheld, "{merchant}");
    let mut left = 0;
    for &order in sales {
        let trace = house.trace(order).await;
        assert_eq!(trace.sum.minor, 0);
        left += trace
            .shares
            .iter()
            .filter(|share| share.merchant_id == house.merchants[merchant])
            .map(|share| share.left.minor)
            .sum::<i64>();
    }
    let owes = house.balance("merchant_receivable", Some(merchant)).await;
    assert_eq!(house.account(merchant).await - owes, left, "{merchant}");
}
