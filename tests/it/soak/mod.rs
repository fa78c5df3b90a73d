//! The API and the worker are killed again and again while shoppers buy. Nothing that was
//! acknowledged is lost, nobody is charged twice, nothing is sold twice or held back for nobody, and
//! the books agree with the provider. Meanwhile somebody gives money back at the provider, and banks
//! dispute payments.
//!
//! A hundred kills by default; `STOA_SOAK_KILLS=1000 cargo nextest run soak` for the long one.

mod client;

use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use kernel::ports::{Clock, SystemClock};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;

use self::client::{Client, GIVEN_BACK, TooLate};
use crate::harness::{Shop, System};
use crate::stock_locations::DISAGREE;

const SHOPPERS: usize = 6;
const STOCK: i64 = 100_000;
/// Pieces of what everybody wants.
const SCARCE: i64 = 10;
/// How often each shopper buys at least, on a machine of any speed: together more than is there of
/// what is scarce.
const ROUNDS: usize = 2;

fn setting(name: &str, usual: u64) -> u64 {
    std::env::vars()
        .find(|(key, _)| key == name)
        .map_or(usual, |(_, value)| value.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kills_at_any_moment_lose_no_order_and_no_cent() {
    let seed = setting(
        "STOA_SOAK_SEED",
        SystemClock.now().unix_timestamp().unsigned_abs(),
    );
    let kills = setting("STOA_SOAK_KILLS", 100);
    println!("STOA_SOAK_SEED={seed} STOA_SOAK_KILLS={kills}");
    let mut random = StdRng::seed_from_u64(seed);
    let mut system = System::start().await;
    let (host, variants) = {
        let shop = system.shop("aurora", &[("one", 500), ("two", 1000)]).await;
        shop.stock(&[("one/mug", 1490, STOCK), ("two/cup", 990, SCARCE)])
            .await;
        let variants = [shop.variant("cup").await, shop.variant("mug").await];
        spread(&shop, &variants[0]).await;
        (shop.host.clone(), variants)
    };
    system.is_quiet().await;
    system.halt().await;

    let mut victims = [
        Process::start(&system, "serve"),
        Process::start(&system, "worker"),
    ];
    let client = Arc::new(Client::new(&system, host, variants, random.random()));
    let crowd = Crowd::send(&client);
    for _ in 0..kills {
        tokio::time::sleep(Duration::from_millis(random.random_range(50..700))).await;
        victims[random.random_range(0..2)]
            .kill_and_start(&system)
            .await;
    }
    let bought = crowd.come_home().await;

    nothing_is_lost(&system, &client, &bought).await;
    what_others_did_is_known(&system, &client).await;
    println!(
        "{} orders bought through {kills} kills, {} requests made again, {} shoppers too late",
        bought.len(),
        client.again.load(Ordering::Relaxed),
        client.too_late.load(Ordering::Relaxed)
    );
    // As long as there is a worker: reminders become due at any time.
    system.is_settled().await;
    for victim in &mut victims {
        victim.child.kill().await.unwrap();
    }
    system.close().await;
}

/// Divides what is scarce among three locations.
async fn spread(shop: &Shop<'_>, variant: &str) {
    let main = shop.main().await;
    shop.count(variant, &main, json!({"on_hand": SCARCE - 7}))
        .await
        .expect(200);
    for (name, units) in [("North", 3), ("South", 4)] {
        let location = shop.location(name, units).await;
        let count = shop.count(variant, &location, json!({"on_hand": units}));
        count.await.expect(200);
    }
}

/// Every acknowledged order is there and paid once, and nothing was sold or charged twice.
async fn nothing_is_lost(system: &System, client: &Client, bought: &[(String, String)]) {
    for (order_id, token) in bought {
        client.is_paid(order_id, token).await;
    }
    system.is_quiet().await;
    let paid = system
        .number("select count(*) from orders where status = 'paid'")
        .await;
    assert_eq!(
        paid,
        i64::try_from(bought.len()).unwrap(),
        "paid orders and confirmed payments"
    );
    let state = system.sim(Method::GET, "state", Value::Null).await;
    assert_eq!(
        state["counts"]["charges"].as_i64(),
        Some(paid),
        "a charge for each paid order"
    );
    assert_eq!(
        state["counts"]["transfers"].as_i64(),
        Some(paid),
        "a transfer for each share"
    );
    let left = system
        .number("select sum(on_hand)::bigint from stock_levels")
        .await;
    assert_eq!(STOCK + SCARCE - left, paid, "one piece for each paid order");
    let scarce = system
        .number(
            "select coalesce(sum(l.quantity), 0)::bigint
               from order_lines l
               join orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
              where o.status = 'paid' and l.sku = 'cup'",
        )
        .await;
    assert_eq!(scarce, SCARCE, "each scarce piece is sold, and sold once");
    assert!(client.too_late.load(Ordering::Relaxed) > 0);
    let held = "select coalesce(sum(reserved), 0)::bigint from stock_levels";
    assert_eq!(system.number(held).await, 0, "nothing is held back");
    assert_eq!(
        system.number(DISAGREE).await,
        0,
        "every unit is accounted for"
    );
    let short = "select count(*) from location_stock where on_hand < 0";
    assert_eq!(
        system.number(short).await,
        0,
        "no location sold what it did not have"
    );
    let kept = "select count(*) from reservations where status = 'active'";
    assert_eq!(system.number(kept).await, 0);
    let twice = "select count(*) from (select cart_id from orders where status <> 'cancelled'
                                        group by tenant_id, cart_id having count(*) > 1) more";
    assert_eq!(system.number(twice).await, 0);
}

/// What was given back at the provider is on the orders, and what was disputed is known.
async fn what_others_did_is_known(system: &System, client: &Client) {
    let refunded = "select coalesce(sum(refunded_minor), 0)::bigint from orders";
    assert_eq!(
        system.number(refunded).await,
        GIVEN_BACK * client.refunds.load(Ordering::Relaxed)
    );
    let lost = "select count(*) from disputes where status = 'lost' and is_lost";
    assert_eq!(
        system.number(lost).await,
        client.disputes.load(Ordering::Relaxed)
    );
    println!(
        "{} refunds at the provider and {} disputes",
        client.refunds.load(Ordering::Relaxed),
        client.disputes.load(Ordering::Relaxed)
    );
}

/// Shoppers who buy until they are called home.
struct Crowd {
    is_over: Arc<AtomicBool>,
    shoppers: Vec<JoinHandle<Vec<(String, String)>>>,
}

impl Crowd {
    fn send(client: &Arc<Client>) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let shopper = |_| {
            let (client, is_over) = (Arc::clone(client), Arc::clone(&is_over));
            tokio::spawn(async move {
                let mut bought = Vec::new();
                let mut rounds = 0;
                while rounds < ROUNDS || !is_over.load(Ordering::Relaxed) {
                    rounds += 1;
                    for variant in &client.variants {
                        match client.buy(variant).await {
                            Ok(order) => bought.push(order),
                            Err(TooLate) => {
                                client.too_late.fetch_add(1, Ordering::Relaxed);
                            }
                        }
                    }
                }
                bought
            })
        };
        let shoppers = (0..SHOPPERS).map(shopper).collect();
        Self { is_over, shoppers }
    }

    /// What they bought: each an order and its token.
    async fn come_home(self) -> Vec<(String, String)> {
        self.is_over.store(true, Ordering::Relaxed);
        let mut bought = Vec::new();
        for shopper in self.shoppers {
            bought.extend(shopper.await.unwrap());
        }
        bought
    }
}

/// A process of the program that is killed and started again.
struct Process {
    command: &'static str,
    child: Child,
}

impl Process {
    fn start(system: &System, command: &'static str) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_stoa"))
            .arg(command)
            .env_clear()
            .envs(system.settings.iter().map(|(name, value)| (name, value)))
            .env("LISTEN_ADDR", system.address.to_string())
            .env("LOG", "error")
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        Self { command, child }
    }

    async fn kill_and_start(&mut self, system: &System) {
        self.child.kill().await.unwrap();
        *self = Self::start(system, self.command);
    }
}
