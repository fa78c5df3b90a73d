//! A deploy that shoppers do not notice: a process that is told to stop loses no request, and two
//! versions of each process share one database without doing anything twice.

use std::process::{Command, Stdio};
use std::time::Duration;

use futures_util::future::join_all;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use crate::harness::{Shop, System, send, text};
use crate::processes::{Running, free_port, ready};

/// Requests that are under way when the process is told to stop.
const UNDER_WAY: usize = 50;
/// Purchases of the shared database.
const PURCHASES: usize = 16;

fn start(system: &System, command: &str, port: u16, changed: &[(&str, &str)]) -> Running {
    let child = Command::new(env!("CARGO_BIN_EXE_stoa"))
        .arg(command)
        .env_clear()
        .envs(system.settings.iter().map(|(name, value)| (name, value)))
        .envs(changed.iter().copied())
        .env("LISTEN_ADDR", format!("127.0.0.1:{port}"))
        .env("LOG", "error")
        .stdout(Stdio::null())
        .spawn();
    Running(child.unwrap())
}

fn at(shop: &Shop<'_>, port: u16, method: Method, path: &str) -> RequestBuilder {
    let url = format!("http://127.0.0.1:{port}/storefront/v1{path}");
    let request = shop.system.http.request(method, url);
    request.header("host", &shop.host)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_told_to_stop_answers_what_has_begun() {
    let mut system = System::start().await;
    let host = system.shop("aurora", &[("one", 500)]).await.host.clone();
    system.is_quiet().await;
    system.halt().await;
    let port = free_port();
    let mut running = start(&system, "serve", port, &[("DATABASE_POOL_MAX", "60")]);
    assert_eq!(ready(port).await.status(), 200);
    let create = || {
        let url = format!("http://127.0.0.1:{port}/storefront/v1/carts");
        let create = system.http.post(url).header("host", &host);
        tokio::spawn(create.json(&json!({})).send())
    };
    create().await.unwrap().unwrap();

    // Every request waits in the middle of its work.
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    let mut held = superuser.begin().await.unwrap();
    sqlx::query("lock table carts in access exclusive mode")
        .execute(&mut *held)
        .await
        .unwrap();
    let requests: Vec<_> = (0..UNDER_WAY).map(|_| create()).collect();
    system.db.until_waiting(50).await;
    running.told_to_stop();
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(running.0.try_wait().unwrap(), None, "it waits for them");
    let late = tokio::net::TcpStream::connect(("127.0.0.1", port)).await;
    assert!(late.is_err(), "and takes no more");
    held.rollback().await.unwrap();

    let mut statuses = Vec::new();
    for request in join_all(requests).await {
        let answer = request.unwrap().unwrap();
        statuses.push(answer.status().as_u16());
        let body: Value = answer.json().await.unwrap();
        assert!(!text(&body, "/token").is_empty());
    }
    assert_eq!(statuses, [201; UNDER_WAY]);
    assert_eq!(running.ends_within(Duration::from_secs(10)), Some(0));
    let carts = system.number("select count(*) from carts").await;
    assert_eq!(carts, 51);
    system.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_are_taken_until_balancers_have_seen_that_it_stops() {
    let mut system = System::start().await;
    let host = system.shop("aurora", &[("one", 500)]).await.host.clone();
    system.is_quiet().await;
    system.halt().await;
    let port = free_port();
    let mut running = start(&system, "serve", port, &[("SHUTDOWN_DELAY_SECONDS", "2")]);
    assert_eq!(ready(port).await.status(), 200);

    running.told_to_stop();
    tokio::time::sleep(Duration::from_millis(300)).await;

    let health = ready(port).await;
    assert_eq!(health.status(), 503);
    let health: Value = health.json().await.unwrap();
    assert_eq!(health["failing"], json!(["draining"]));
    let url = format!("http://127.0.0.1:{port}/storefront/v1/carts");
    let create = system.http.post(url).header("host", &host).json(&json!({}));
    assert_eq!(create.send().await.unwrap().status(), 201);
    assert_eq!(running.ends_within(Duration::from_secs(10)), Some(0));
    system.close().await;
}

/// Buys one mug. Each step goes to the one or the other process, and the order is asked for at both at
/// once, as an app does that was answered too late.
async fn buy(shop: &Shop<'_>, ports: [u16; 2], variant: &str) -> String {
    let [one, other] = ports;
    let cart = at(shop, one, Method::POST, "/carts").json(&json!({}));
    let cart = send(cart).await.expect(201);
    let (id, token) = (text(&cart, "/id"), text(&cart, "/token"));
    let with = |port, method, path: &str| {
        at(shop, port, method, &format!("/carts/{id}{path}")).header("cart-token", &token)
    };
    let line = json!({"variant_id": variant, "quantity": 1});
    send(with(other, Method::POST, "/lines").json(&line))
        .await
        .expect(200);
    let options = send(with(one, Method::GET, "/shipping-options"))
        .await
        .expect(200);
    let who = json!({
        "email": "anna@example.com",
        "shipping_address": {
            "first_name": "Anna", "last_name": "Berg", "street_name": "Lange Straße 1",
            "city": "Berlin", "postal_code": "10115", "country": "DE",
        },
        "shipping_option_id": text(&options, "/data/0/id"),
    });
    let cart = send(with(other, Method::PATCH, "").json(&who))
        .await
        .expect(200);
    let order = json!({"expected_total": cart["totals"]["total"], "payment_provider": "stripe"});
    let key = format!("key-{id}");
    let checkout = async |port| loop {
        let checkout = with(port, Method::POST, "/checkout").header("idempotency-key", &key);
        let answer = send(checkout.json(&order)).await;
        if answer.status != 409 {
            return answer.expect(201);
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    };
    let (first, second) = tokio::join!(checkout(one), checkout(other));
    assert_eq!(first, second);
    let secret = text(&first, "/payment/client_secret");
    let intent = secret.split("_secret").next().unwrap();
    let url = format!(
        "{}/v1/payment_intents/{intent}/confirm",
        shop.system.stripe.url()
    );
    let form = [
        ("client_secret", secret.as_str()),
        ("payment_method", "pm_card_visa"),
    ];
    let confirm = shop.system.http.post(url).bearer_auth("pk_test_stoa");
    send(confirm.form(&form)).await.expect(200);
    text(&first, "/order/id")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_of_each_process_share_a_database_and_do_nothing_twice() {
    let mut system = System::start().await;
    let variant = {
        let shop = system.shop("aurora", &[("one", 500)]).await;
        shop.stock(&[("one/mug", 1490, 1000)]).await;
        shop.variant("mug").await
    };
    system.is_quiet().await;
    system.halt().await;
    // Webhooks come to the first.
    let ports = [system.address.port(), free_port()];
    let serving = ports.map(|port| start(&system, "serve", port, &[]));
    let working = [(), ()].map(|()| start(&system, "worker", 0, &[]));
    for port in ports {
        assert_eq!(ready(port).await.status(), 200);
    }
    let shop = system.reopen("aurora").await;

    let bought = join_all((0..PURCHASES).map(|turn| {
        let ports = [ports[turn % 2], ports[(turn + 1) % 2]];
        buy(&shop, ports, &variant)
    }))
    .await;

    system.is_settled().await;
    let mut orders = bought.clone();
    orders.sort();
    orders.dedup();
    assert_eq!(orders.len(), PURCHASES);
    let purchases = i64::try_from(PURCHASES).unwrap();
    for counted in [
        "select count(*) from orders",
        "select count(*) from orders where status = 'paid'",
        "select count(distinct number) from orders",
        "select count(*) from payments where status = 'succeeded'",
        "select count(*) from transfers",
        "select 1000 - sum(on_hand)::bigint from stock_levels",
    ] {
        assert_eq!(system.number(counted).await, purchases, "{counted}");
    }
    let state = system.sim(Method::GET, "state", Value::Null).await;
    assert_eq!(state["counts"]["charges"], purchases);
    assert_eq!(state["counts"]["transfers"], purchases);
    drop((serving, working));
    system.close().await;
}

/// What goes back to the version before finds a schema that it does not know.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_version_before_serves_on_the_new_schema_and_does_not_migrate_it() {
    let mut system = System::start().await;
    system.halt().await;
    system
        .execute(
            "insert into refinery_schema_history
             select 9999, 'of_the_next_release', applied_on, checksum from refinery_schema_history
              order by version desc limit 1",
        )
        .await;
    let port = free_port();
    let _running = start(&system, "serve", port, &[]);
    assert_eq!(ready(port).await.status(), 200);

    let migrate = Command::new(env!("CARGO_BIN_EXE_stoa"))
        .arg("migrate")
        .env_clear()
        .env("DATABASE_OWNER_URL", system.db.owner_url())
        .output()
        .unwrap();

    assert_eq!(migrate.status.code(), Some(1), "{migrate:?}");
    let why = String::from_utf8(migrate.stderr).unwrap();
    assert!(why.contains("of_the_next_release"), "{why}");
    system.close().await;
}
