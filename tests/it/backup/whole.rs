//! An installation that is restored from a backup goes on.

use testkit::TestDb;

use super::{back_up, balances, contents, restored, superuser};
use crate::harness::{System, send};
use crate::processes::{Running, free_port, ready, stoa};

/// What takes away what Postgres gives everybody in a new database: it is in no backup.
const CONFINE: &str = "do $$ begin
    execute format('revoke temporary on database %I from public', current_database());
  end $$";

fn program(system: &System, db: &TestDb, port: u16) -> std::process::Command {
    let mut command = stoa(db, port);
    let kept = system
        .settings
        .iter()
        .filter(|(name, _)| !name.starts_with("DATABASE_"));
    command.envs(kept.map(|(name, value)| (name, value)));
    command
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_installation_comes_back_with_its_orders_and_its_books() {
    let mut system = System::start().await;
    let (mut orders, mut tenants) = (Vec::new(), Vec::new());
    for slug in ["aurora", "borealis"] {
        let shop = system.shop(slug, &[("one", 500)]).await;
        shop.stock(&[("one/mug", 1490, 10)]).await;
        let shopper = shop.ready_shopper(&[("mug", 2)]).await;
        let bought = shopper.buy().await;
        orders.push((
            shop.host.clone(),
            bought.clone(),
            shopper.order(&bought).await,
        ));
        tenants.push(shop.tenant_id.clone());
    }
    system.is_settled().await;
    system.halt().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stoa.dump");
    back_up(&system.db, &file);

    let again = restored(&file).await;

    for tenant in &tenants {
        assert_eq!(
            contents(&again, tenant).await,
            contents(&system.db, tenant).await
        );
    }
    let books = balances(&again).await;
    assert_eq!(books, balances(&system.db).await);
    assert!(books.iter().any(|(_, _, sum)| *sum != 0), "{books:?}");
    let (_running, port) = start_again(&system, &again).await;
    system.address = format!("127.0.0.1:{port}").parse().unwrap();
    for (host, bought, before) in &orders {
        let path = format!("/storefront/v1/orders/{}", bought.order_id);
        let order = system.request(reqwest::Method::GET, host, &path);
        let order = send(order.header("order-token", &bought.order_token)).await;
        assert_eq!(&order.expect(200), before);
    }
    roles_are_confined(&system, &again, port);

    // And it sells: the next order has the next number.
    let shop = system.reopen("aurora").await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let placed = shopper.place().await;
    assert_eq!(shopper.order(&placed).await["number"], 1002);
    system.close().await;
}

/// The program on the restored database: not before what a dump does not have was done.
async fn start_again(system: &System, again: &TestDb) -> (Running, u16) {
    let port = free_port();
    let refused = program(system, again, port).arg("serve").output().unwrap();
    let why = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2), "{why}");
    assert!(why.contains("may create temporary tables"), "{why}");
    sqlx::raw_sql(CONFINE)
        .execute(&mut superuser(again).await)
        .await
        .unwrap();
    let mut serve = program(system, again, port);
    let running = Running(serve.args(["serve", "--with-worker"]).spawn().unwrap());
    assert_eq!(ready(port).await.status(), 200);
    (running, port)
}

fn roles_are_confined(system: &System, again: &TestDb, port: u16) {
    let mut doctor = program(system, again, port);
    let doctor = tokio::task::block_in_place(|| doctor.arg("doctor").output().unwrap());
    let told = String::from_utf8(doctor.stdout).unwrap();
    for check in [
        "DATABASE_URL",
        "DATABASE_RELAY_URL",
        "DATABASE_OPERATOR_URL",
        "schema",
    ] {
        assert!(told.contains(&format!("ok    {check}: ")), "{told}");
    }
}
