//! `stoa tenant restore`: one tenant comes back, and no other is touched.

use std::process::Output;
use std::time::Duration;

use db::restore::LEFT_OUT;
use serde_json::{Value, json};
use sqlx::Connection;
use testkit::TestDb;

use super::{back_up, contents, restored, superuser};
use crate::harness::{Shop, System};
use crate::processes::stoa;

fn restore(system: &System, backup: &TestDb, arguments: &[&str]) -> Output {
    let mut command = stoa(&system.db, 0);
    command
        .env("STOA_RESTORE_FROM", backup.owner_url())
        .args(["tenant", "restore"])
        .args(arguments);
    tokio::task::block_in_place(|| command.output().unwrap())
}

#[track_caller]
fn refused(output: &Output, line: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told.trim_end(), line);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
}

#[track_caller]
fn done(output: &Output) -> Value {
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

async fn execute(db: &TestDb, statement: &'static str) {
    sqlx::raw_sql(statement)
        .execute(&mut superuser(db).await)
        .await
        .unwrap();
}

async fn ready_shop<'s>(system: &'s System, slug: &str) -> Shop<'s> {
    let shop = system.shop(slug, &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 50), ("one/cup", 990, 50)])
        .await;
    buy(&shop).await;
    shop
}

/// Buys a mug; gives the order's number.
async fn buy(shop: &Shop<'_>) -> i64 {
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let bought = shopper.buy().await;
    shopper.order(&bought).await["number"].as_i64().unwrap()
}

async fn backup_of(system: &System) -> TestDb {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stoa.dump");
    back_up(&system.db, &file);
    restored(&file).await
}

/// The tenant has what the backup has, but for what is left out and the numbers that were given away.
async fn is_as_in(system: &System, backup: &TestDb, tenant_id: &str) {
    let mut here = contents(&system.db, tenant_id).await;
    let mut there = contents(backup, tenant_id).await;
    for name in LEFT_OUT.into_iter().chain(["counters", "webhook_events"]) {
        here.remove(name).unwrap();
        there.remove(name).unwrap();
    }
    assert_eq!(here, there);
}

/// The counts of a run, but for messages: one that is due later may be dealt with between two runs.
fn lasting(told: &Value) -> Value {
    let mut tables = told["tables"].clone();
    let counts = tables.as_object_mut().unwrap();
    counts.retain(|name, _| !LEFT_OUT.contains(&name.as_str()));
    tables
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_tenant_comes_back_and_no_other_is_touched() {
    let system = System::start().await;
    let aurora = ready_shop(&system, "aurora").await;
    let borealis = ready_shop(&system, "borealis").await;
    system.is_settled().await;
    let backup = backup_of(&system).await;
    // What happens after the backup, of which one tenant's part goes wrong.
    assert_eq!(buy(&aurora).await, 1002);
    assert_eq!(buy(&borealis).await, 1002);
    system.is_settled().await;
    execute(
        &system.db,
        "update products set title = 'oops' where tenant_id = (select id from tenants where slug = 'aurora')",
    )
    .await;
    let wrong = contents(&system.db, &aurora.tenant_id).await;
    let other = contents(&system.db, &borealis.tenant_id).await;
    let one = ["--tenant", "aurora"];

    refused(
        &restore(&system, &backup, &one),
        "tenant restore: the tenant has rows here, such as in audit_changes: give --replace to \
         remove them first",
    );
    let trial = restore(
        &system,
        &backup,
        &["--tenant", "aurora", "--replace", "--dry-run"],
    );
    let trial = done(&trial);
    assert_eq!(trial["dry_run"], true);
    assert_eq!(
        trial["tables"]["orders"],
        json!({"removed": 2, "restored": 1})
    );
    assert_eq!(contents(&system.db, &aurora.tenant_id).await, wrong);

    // As a run that was killed leaves it.
    let left = "create policy one_tenant_restored on carts to stoa_owner using (true)";
    execute(&system.db, left).await;
    let told = done(&restore(
        &system,
        &backup,
        &["--tenant", "aurora", "--replace"],
    ));

    assert_eq!(told["id"], aurora.tenant_id.as_str());
    assert_eq!(lasting(&told), lasting(&trial));
    is_as_in(&system, &backup, &aurora.tenant_id).await;
    assert_eq!(contents(&system.db, &borealis.tenant_id).await, other);
    let left = "select count(*) from pg_policy where polname = 'one_tenant_restored'";
    assert_eq!(system.number(left).await, 0);
    let off = "select count(*) from pg_trigger where tgenabled <> 'O'";
    assert_eq!(system.number(off).await, 0);
    let unbalanced = "select count(*) from (select from ledger_postings
                       group by tenant_id, transaction_id having sum(amount) <> 0) wrong";
    assert_eq!(system.number(unbalanced).await, 0);

    // Both go on; a number that was given away is not given away again.
    assert_eq!(buy(&aurora).await, 1003);
    assert_eq!(buy(&borealis).await, 1003);
    system.is_quiet().await;
    system.close().await;
}

/// What the ledger has too much beside the provider, as the next comparison finds.
async fn difference(system: &System) -> i64 {
    // Everything is older than the lag by then.
    tokio::time::sleep(Duration::from_millis(2500)).await;
    loop {
        system
            .execute("update ledger_comparison set due_at = now()")
            .await;
        if let Some(positions) = system.app.billing.compare_with_provider().await.unwrap() {
            assert_eq!(positions.len(), 1, "{positions:?}");
            assert!(positions[0].ledger.minor > 0, "{positions:?}");
            return positions[0].difference_minor();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tenant_that_is_gone_comes_back_without_being_asked_twice() {
    let system = System::start().await;
    let aurora = ready_shop(&system, "aurora").await;
    let borealis = ready_shop(&system, "borealis").await;
    system.is_settled().await;
    let backup = backup_of(&system).await;
    assert_eq!(difference(&system).await, 0);
    let gone = "set session_replication_role = replica;
                do $$ declare t text; gone uuid; begin
                  select id into gone from tenants where slug = 'aurora';
                  for t in select c.relname from pg_class c
                             join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace loop
                    execute format('delete from %I where tenant_id = $1', t) using gone;
                  end loop;
                  delete from tenants where id = gone;
                  delete from staff where email = 'owner@aurora.test';
                end $$";
    execute(&system.db, gone).await;
    let other = contents(&system.db, &borealis.tenant_id).await;

    let told = done(&restore(&system, &backup, &["--tenant", "aurora"]));

    assert_eq!(
        told["tables"]["orders"],
        json!({"removed": 0, "restored": 1})
    );
    is_as_in(&system, &backup, &aurora.tenant_id).await;
    assert_eq!(contents(&system.db, &borealis.tenant_id).await, other);
    system.books_agree().await;
    assert_eq!(difference(&system).await, 0, "nothing is counted twice");
    aurora.sign_in("owner@aurora.test").await;
    assert_eq!(buy(&aurora).await, 1002);
    system.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_restored_is_refused_and_changes_nothing() {
    let system = System::start().await;
    let aurora = ready_shop(&system, "aurora").await;
    system.is_settled().await;
    let backup = backup_of(&system).await;
    let before = contents(&system.db, &aurora.tenant_id).await;
    let replace = ["--tenant", "aurora", "--replace"];

    refused(
        &restore(&system, &system.db, &replace),
        "tenant restore: the backup's address leads to the database that is to be restored into",
    );
    refused(
        &restore(&system, &backup, &["--tenant", "nobody"]),
        "tenant restore: the backup has no tenant nobody",
    );
    let mut clear = stoa(&system.db, 0);
    clear.env(
        "STOA_RESTORE_FROM",
        "postgres://stoa_owner:hunter2@db.example/stoa",
    );
    let clear = clear.args(["tenant", "restore"]).args(replace).output();
    refused(
        &clear.unwrap(),
        "STOA_RESTORE_FROM: another machine's database is reached with sslmode=verify-full only",
    );

    only_one_at_a_time(&system, &backup).await;

    execute(
        &backup,
        "delete from refinery_schema_history
          where version = (select max(version) from refinery_schema_history)",
    )
    .await;
    let told = restore(&system, &backup, &replace);
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(
        told.starts_with("tenant restore: the backup's schema has version "),
        "{told}"
    );
    assert!(
        told.ends_with(": run stoa migrate on the older\n"),
        "{told}"
    );

    // What belongs to somebody else by now is not taken away from them.
    let backup = backup_of(&system).await;
    execute(
        &system.db,
        "set session_replication_role = replica;
         update hosts set tenant_id = gen_random_uuid() where host = 'aurora.localhost'",
    )
    .await;
    let taken = restore(&system, &backup, &replace);
    refused(
        &taken,
        "tenant restore: hosts: what the backup has belongs to somebody else by now (hosts_pkey)",
    );
    execute(
        &system.db,
        "set session_replication_role = replica;
         update hosts set tenant_id = (select id from tenants where slug = 'aurora')
          where host = 'aurora.localhost'",
    )
    .await;
    assert_eq!(contents(&system.db, &aurora.tenant_id).await, before);
    system.settle().await;
}

async fn only_one_at_a_time(system: &System, backup: &TestDb) {
    let mut other = superuser(&system.db).await;
    sqlx::raw_sql("select pg_advisory_lock(7243114)")
        .execute(&mut other)
        .await
        .unwrap();
    let second = restore(system, backup, &["--tenant", "aurora", "--replace"]);
    let told = String::from_utf8_lossy(&second.stderr).into_owned();
    assert_eq!(told, "tenant restore: another tenant is being restored\n");
    assert_eq!(second.status.code(), Some(1));
    other.close().await.unwrap();
}
