//! The ledger and the provider's balance, as of a moment in the past.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use billing::{Policy, Position};
use serde_json::json;
use sqlx::{Connection, PgConnection};

use crate::house::{House, Plan};

/// A house that compares at any time, as of `lag` ago, and that settles charges after `settle`.
async fn house(lag: Duration, settle: Duration) -> House {
    let plan = Plan::default();
    House::build(Plan {
        settle,
        policy: Policy {
            comparison_lag: lag,
            comparison_period: Duration::ZERO,
            ..plan.policy
        },
        ..plan
    })
    .await
}

async fn quick_house() -> House {
    house(Duration::from_secs(1), Duration::from_millis(20)).await
}

impl House {
    /// The comparison as of a moment after everything that has happened so far.
    async fn compare(&self) -> Position {
        tokio::time::sleep(Duration::from_millis(2100)).await;
        let found = self.billing.compare_with_provider().await.unwrap();
        let found = found.expect("the comparison is due");
        assert_eq!(found, self.billing.provider_positions().await.unwrap());
        assert_eq!(found.len(), 1, "{found:?}");
        found[0]
    }

    async fn pay_behind_our_back(&self) {
        let form = "amount=1190&currency=eur&automatic_payment_methods[enabled]=true&confirm=true\
                    &payment_method=pm_card_visa&return_url=https%3A%2F%2Fshop.example";
        let paid = self.sim.api("POST", "/payment_intents", form).await;
        assert_eq!(paid["status"], "succeeded");
    }

    /// Books `count` facts of one euro each on the clearing account, dated now.
    async fn book(&self, conn: &mut PgConnection, name: &str, count: i64) {
        sqlx::query(
            "with facts as (
               insert into ledger_transactions
                 (tenant_id, id, kind, external_key, source_id, occurred_at)
               select $1, gen_random_uuid(), 'test', $2 || n, 'test', now()
                 from generate_series(1, $3) n
               returning id
             )
             insert into ledger_postings (tenant_id, transaction_id, line, account_id, currency, amount)
             select $1, facts.id, line, account.id, 'EUR', amount
               from facts
              cross join (values (1::smallint, 'stripe_clearing', 100),
                                 (2::smallint, 'platform_fee_revenue', -100)) entry (line, code, amount)
               join ledger_accounts account
                 on account.tenant_id = $1 and account.code = entry.code and account.currency = 'EUR'",
        )
        .bind(self.tenant.uuid())
        .bind(name)
        .bind(count)
        .execute(conn)
        .await
        .unwrap();
    }

    /// Compares until everything booked so far is in the running total: transactions of other
    /// databases of the same server hold it back.
    async fn compare_until_kept(&self) {
        let began = Instant::now();
        loop {
            self.compare().await;
            let left: i64 = self
                .value(
                    "select count(*) from ledger_transactions
                      where tenant_id = $1
                        and created_xid >= (select horizon from ledger_comparison)",
                )
                .await;
            if left == 0 {
                return;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "{left} are left");
        }
    }
}

#[tokio::test]
async fn both_sides_agree_and_each_movement_is_read_once() {
    let house = quick_house().await;
    let order = house.sell(&[(1000, 1190), (500, 595)]).await;

    let first = house.compare().await;
    assert_eq!(first.ledger, first.provider);
    assert_eq!(first.ledger.minor, house.sim.held().await);
    assert_eq!(first.differed, 0);

    house
        .refund(&house.refund_request(order, &[(500, 595)]))
        .await
        .unwrap();
    house.settle().await;
    let second = house.compare().await;
    assert!(second.as_of > first.as_of);
    assert_ne!(second.ledger, first.ledger);
    assert_eq!(second.ledger, second.provider);
    assert_eq!(second.ledger.minor, house.sim.held().await);
}

/// Money that moved at the provider, or by a bank, is booked with the provider's date, fee included.
#[tokio::test]
async fn what_others_move_has_one_date_on_both_sides() {
    let house = quick_house().await;
    let parts = [(1000, 1190), (500, 595)];
    let order = house.sell_with(&parts, "pm_card_bypassPending").await;
    house.refund_there(order, 300).await;
    let dispute = house.dispute(order, &json!({"amount": 500})).await;
    house.settle().await;
    let taken = house.compare().await;
    assert_eq!(taken.ledger, taken.provider);
    assert_eq!(taken.ledger.minor, house.sim.held().await);

    house.decide(&dispute, &json!({"outcome": "won"})).await;
    let given_back = house.compare().await;
    assert_ne!(given_back.ledger, taken.ledger);
    assert_eq!(given_back.ledger, given_back.provider);
    assert_eq!(given_back.ledger.minor, house.sim.held().await);
}

#[tokio::test]
async fn a_payment_behind_our_back_is_an_alarm_and_keeps_its_figure() {
    let house = quick_house().await;
    house.sell(&[(1000, 1190)]).await;
    house.pay_behind_our_back().await;
    house.settle().await;

    let first = house.compare().await;
    assert_eq!((first.difference_minor(), first.differed), (-1125, 1));
    assert!(!first.is_alarming());

    house.sell(&[(1000, 1190)]).await;
    for differed in 2..4 {
        let next = house.compare().await;
        assert_eq!((next.difference_minor(), next.differed), (-1125, differed));
        assert!(next.is_alarming());
    }
}

#[tokio::test]
async fn steady_load_is_no_alarm() {
    // Charges are booked later than they are made, and the seconds in between are cut through.
    let house = house(Duration::from_secs(4), Duration::from_millis(900)).await;
    let is_over = AtomicBool::new(false);
    // It sells no faster than it books, so that nothing is under way for longer than the lag.
    let sell = async {
        while !is_over.load(Ordering::Relaxed) {
            let request = house.request(&[(1000, 1190), (500, 595)]);
            let secret = house.open(&request).await.unwrap().client_secret.unwrap();
            assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
            while house.work().await > 0 {}
        }
    };
    let compare = async {
        let began = Instant::now();
        let mut seen = 0;
        while began.elapsed() < Duration::from_secs(14) {
            if let Some(found) = house.billing.compare_with_provider().await.unwrap() {
                for position in found {
                    assert!(!position.is_alarming(), "{position:?}");
                    seen += i32::from(position.ledger.minor != 0);
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        is_over.store(true, Ordering::Relaxed);
        seen
    };

    let ((), seen) = tokio::join!(sell, compare);

    assert!(seen >= 5, "only {seen} comparisons of something");
    house.settle().await;
    let last = house.compare().await;
    assert_eq!(last.ledger, last.provider);
    house.assert_sound().await;
}

#[tokio::test]
async fn one_worker_makes_the_comparison_and_the_list_is_read_by_it_alone() {
    let plan = Plan::default();
    let policy = Policy {
        comparison_lag: Duration::from_secs(1),
        ..plan.policy
    };
    let house = House::build(Plan { policy, ..plan }).await;
    house.sell(&[(1000, 1190)]).await;
    tokio::time::sleep(Duration::from_millis(2100)).await;

    let compare = || house.billing.compare_with_provider();
    let (a, b, c) = tokio::join!(compare(), compare(), compare());

    let made = [a, b, c].map(|found| found.unwrap().is_some());
    assert_eq!(made.iter().filter(|&&is_made| is_made).count(), 1);
    // What is settled, and what came late.
    assert_eq!(house.sim.calls("GET", "/balance_transactions").await, 2);
    // As of the same moment there is nothing new to find.
    let mut superuser = house.superuser().await;
    sqlx::query("update ledger_comparison set as_of = now() - interval '1 ms', due_at = now()")
        .execute(&mut superuser)
        .await
        .unwrap();
    assert_eq!(compare().await.unwrap(), None);
}

#[tokio::test]
async fn a_provider_that_is_out_changes_nothing() {
    let house = quick_house().await;
    house.sell(&[(1000, 1190)]).await;
    let before = house.compare().await;
    let fault = serde_json::json!({
        "method": "GET", "path_contains": "/balance_transactions",
        "kind": "error_500_before", "times": 1,
    });
    house.sim.control("faults", &fault).await;
    tokio::time::sleep(Duration::from_millis(2100)).await;

    assert!(house.billing.compare_with_provider().await.is_err());

    assert_eq!(
        house.billing.provider_positions().await.unwrap(),
        [before],
        "the last comparison stays"
    );
    // It is left alone for the time of a lease, and then made.
    assert_eq!(house.billing.compare_with_provider().await.unwrap(), None);
    let due = "update ledger_comparison set due_at = now()";
    let mut superuser = house.superuser().await;
    sqlx::query(due).execute(&mut superuser).await.unwrap();
    assert_eq!(house.compare().await.ledger, before.ledger);
}

/// A database transaction that is older than the comparison commits after it.
#[tokio::test]
async fn what_commits_late_is_counted_by_the_next_comparison() {
    let house = quick_house().await;
    house.sell(&[(1000, 1190)]).await;
    let sold = house.compare().await.ledger.minor;
    let mut slow = house.superuser().await;
    let mut slow = slow.begin().await.unwrap();
    house.book(&mut slow, "slow", 3).await;
    house.book(&mut house.superuser().await, "quick", 2).await;

    assert_eq!(house.compare().await.ledger.minor, sold + 200);
    slow.commit().await.unwrap();
    assert_eq!(house.compare().await.ledger.minor, sold + 500);
    assert_eq!(house.compare().await.ledger.minor, sold + 500);
}

/// A backup brings running totals along that mean nothing in the cluster it is restored to.
#[tokio::test]
async fn a_horizon_that_the_cluster_has_not_reached_is_not_believed() {
    let house = quick_house().await;
    house.sell(&[(1000, 1190)]).await;
    house.compare_until_kept().await;
    let held = house.sim.held().await;
    let mut superuser = house.superuser().await;
    for restored in [
        "update ledger_comparison set horizon = '4611686018427387904'",
        "update ledger_totals set minor = 5",
    ] {
        sqlx::query(restored).execute(&mut superuser).await.unwrap();
    }

    assert_eq!(house.compare().await.ledger.minor, held);
    assert_eq!(house.compare().await.ledger.minor, held);
}

/// The provider's list is read again from its beginning when there is no checkpoint.
#[tokio::test]
async fn without_a_checkpoint_everything_is_counted_again() {
    let house = quick_house().await;
    house.sell(&[(1000, 1190)]).await;
    let before = house.compare().await;
    sqlx::query("update ledger_comparison set as_of = null")
        .execute(&mut house.superuser().await)
        .await
        .unwrap();

    let after = house.compare().await;

    assert_eq!(after.provider, before.provider);
    assert_eq!(after.ledger, before.ledger);
}

#[tokio::test]
async fn the_cost_does_not_grow_with_what_was_booked_before() {
    let house = quick_house().await;
    house.sell(&[(1000, 1190)]).await;
    let mut read = Vec::new();
    for (name, booked) in [("few", 100), ("many", 20_000)] {
        house.book(&mut house.superuser().await, name, booked).await;
        house.compare_until_kept().await;
        let mut conn = house.superuser().await;
        sqlx::query("analyze").execute(&mut conn).await.unwrap();
        house.book(&mut conn, &format!("{name} since"), 10).await;
        // A session counts what it has read itself; this one has read nothing yet.
        let mut fresh = house.superuser().await;
        let mut tx = fresh.begin().await.unwrap();
        sqlx::query("select * from ledger_clearing_as_of(now() - interval '1 s')")
            .fetch_all(&mut *tx)
            .await
            .unwrap();
        let rows: i64 = sqlx::query_scalar(
            "select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint
               from pg_stat_xact_user_tables
              where relname in ('ledger_accounts', 'ledger_transactions', 'ledger_postings')",
        )
        .fetch_one(&mut *tx)
        .await
        .unwrap();
        tx.rollback().await.unwrap();
        read.push(rows);
    }

    let (few, many) = (read[0], read[1]);
    // Ten facts, two postings of each and their accounts.
    assert!((10..=100).contains(&few), "{few} rows are read");
    assert!(
        (10..=100).contains(&many),
        "{many} rows are read, not {few}"
    );
}

/// Only sums leave the function, and only for the role that compares.
#[tokio::test]
async fn nobody_else_can_ask_and_nobody_sees_a_row() {
    let house = quick_house().await;
    house.sell(&[(1000, 1190)]).await;
    for (url, statement) in [
        (
            house.test.app_url(),
            "select * from ledger_clearing_as_of(now())",
        ),
        (
            house.test.operator_url(),
            "select * from ledger_clearing_as_of(now())",
        ),
        (house.test.app_url(), "select * from ledger_positions"),
        (house.test.relay_url(), "select * from ledger_totals"),
        (house.test.relay_url(), "select * from ledger_postings"),
        (
            house.test.relay_url(),
            "update ledger_comparison set horizon = '0'",
        ),
    ] {
        let mut conn = PgConnection::connect(&url).await.unwrap();
        let refused = sqlx::query(statement).execute(&mut conn).await.unwrap_err();
        let code = refused.into_database_error().unwrap();
        assert_eq!(code.code().unwrap(), "42501", "{statement}");
    }
}
