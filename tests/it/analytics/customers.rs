//! Customers and cohorts against orders and the ledger, over random histories that change afterwards.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Event;
use kernel::ids::OrderId;
use kernel::ports::{Clock, SystemClock};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};
use time::{Date, Duration, Month, OffsetDateTime};
use uuid::Uuid;

use super::ledger::day;
use crate::harness::{SHOPPERS_PASSWORD, Shop, System, send};

const SEED: u64 = 102;
const DAYS: &str = "from=2025-01-01&to=2026-12-31";
const ZONE: &str = "Asia/Kathmandu";
/// 2025-01-01 18:15 UTC, midnight in Nepal.
const START: i64 = 1_735_755_300;
const SALES_OF: &str = "\
    select t.id, t.order_id, coalesce(o.user_id::text, o.email) as customer, t.occurred_at as moment,
           o.currency::text as currency, (select sum(p.amount)::bigint from ledger_postings p
                                     where p.transaction_id = t.id and p.amount > 0) as gross
      from ledger_transactions t
      join orders o on o.tenant_id = t.tenant_id and o.id = t.order_id
     where t.kind = 'sale_captured'";

#[derive(sqlx::FromRow)]
struct Sale {
    id: Uuid,
    order_id: Uuid,
    customer: String,
    moment: OffsetDateTime,
    currency: String,
    gross: i64,
}

async fn superuser(system: &System) -> PgConnection {
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    sqlx::query("set session_replication_role = replica")
        .execute(&mut superuser)
        .await
        .unwrap();
    superuser
}

async fn sales(system: &System) -> Vec<Sale> {
    let mut superuser = superuser(system).await;
    let found = sqlx::query_as(SALES_OF).fetch_all(&mut superuser).await;
    found.unwrap()
}

fn start_of(interval: &str, day: Date) -> Date {
    match interval {
        "day" => day,
        "week" => day - Duration::days(i64::from(day.weekday().number_days_from_monday())),
        _ => day.replace_day(1).unwrap(),
    }
}

fn month_number(date: Date) -> i32 {
    date.year() * 12 + i32::from(u8::from(date.month()))
}

/// Compares both reports with what the sales say.
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn agrees(shop: &Shop<'_>, when: &str) {
    let sales = sales(shop.system).await;
    let days: Vec<(&Sale, Date)> = sales
        .iter()
        .map(|sale| (sale, day(ZONE, sale.moment)))
        .collect();
    let mut firsts: BTreeMap<&str, Date> = BTreeMap::new();
    for (sale, day) in &days {
        let first = firsts.entry(&sale.customer).or_insert(*day);
        *first = (*first).min(*day);
    }
    for interval in ["day", "week", "month"] {
        let mut periods: BTreeMap<Date, (BTreeSet<&str>, BTreeSet<&str>, i64)> = BTreeMap::new();
        for (sale, day) in &days {
            let start = start_of(interval, *day);
            let period = periods.entry(start).or_default();
            period.0.insert(&sale.customer);
            if start_of(interval, firsts[&*sale.customer]) == start {
                period.1.insert(&sale.customer);
            }
            period.2 += 1;
        }
        let expected: Vec<Value> = periods
            .iter()
            .map(|(start, (customers, new, orders))| {
                let (customers, new) = (many(customers.len()), many(new.len()));
                json!({
                    "starts_on": start.to_string(), "customers": customers, "new_customers": new,
                    "returning_customers": customers - new,
                    "repeat_rate_bps": (customers - new) * 10_000 / customers,
                    "orders": orders, "orders_per_customer_bps": orders * 10_000 / customers,
                })
            })
            .collect();
        let report = shop
            .report(&format!("customers?{DAYS}&interval={interval}"))
            .await;
        assert_eq!(report["rows"], json!(expected), "{interval} {when}");
        assert_eq!(
            (&report["interval"], &report["time_zone"]),
            (&json!(interval), &json!(ZONE))
        );
    }
    let mut cohorts: BTreeMap<Date, BTreeMap<i32, Vec<&Sale>>> = BTreeMap::new();
    for (sale, day) in &days {
        let first = start_of("month", firsts[&*sale.customer]);
        let number = month_number(*day) - month_number(first);
        let cohort = cohorts.entry(first).or_default();
        cohort.entry(number).or_default().push(sale);
    }
    let count = |sales: &[&Sale]| {
        let customers: BTreeSet<&str> = sales.iter().map(|sale| &*sale.customer).collect();
        many(customers.len())
    };
    let expected: Vec<Value> = cohorts
        .iter()
        .map(|(start, months)| {
            let size = count(&months[&0]);
            let months: Vec<Value> = months
                .iter()
                .map(|(number, sales)| {
                    let mut by_currency: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
                    for sale in sales {
                        let sums = by_currency.entry(&sale.currency).or_default();
                        *sums = (sums.0 + 1, sums.1 + sale.gross);
                    }
                    let by_currency: Vec<Value> = by_currency
                        .iter()
                        .map(|(currency, (orders, gross))| {
                            json!({
                                "currency": currency, "orders": orders,
                                "gross": {"amount": gross, "currency": currency},
                            })
                        })
                        .collect();
                    json!({
                        "month": number, "customers": count(sales), "orders": sales.len(),
                        "retention_bps": count(sales) * 10_000 / size, "sales": by_currency,
                    })
                })
                .collect();
            json!({"starts_on": start.to_string(), "customers": size, "months": months})
        })
        .collect();
    let report = shop.report(&format!("cohorts?{DAYS}")).await;
    assert_eq!(report["cohorts"], json!(expected), "cohorts {when}");
}

/// Has these orders counted again, as messages about them do.
async fn count_again(shop: &Shop<'_>, orders: &[Uuid]) {
    let caller = shop.system_caller();
    let mut tx = shop.system.app.databases.app.begin(&caller).await.unwrap();
    for order in orders {
        let order_id = OrderId::from_uuid(*order);
        tx.publish(&Event::OrderBooked { order_id }).await.unwrap();
    }
    tx.commit().await.unwrap();
    shop.system.is_quiet().await;
}

async fn buys(shop: &Shop<'_>, email: &str, units: i64) -> Uuid {
    let shopper = shop.ready_shopper(&[("mug", units)]).await;
    send(
        shopper
            .request(Method::PATCH, "")
            .json(&json!({"email": email})),
    )
    .await
    .expect(200);
    let order = shopper.buy().await;
    order.order_id.parse::<OrderId>().unwrap().uuid()
}

/// Changes an order or its sale directly in the database: what comes of it shows when it is counted again.
async fn change(system: &System, sale: &Sale, random: &mut StdRng) {
    let mut superuser = superuser(system).await;
    let statement = match random.random_range(0..6) {
        0 => "update orders set email = 'g1@example.com', user_id = null where id = $1",
        1 => "update orders set email = 'g9@example.com', user_id = null where id = $1",
        // Its sale is no more.
        2 => {
            "update ledger_transactions set kind = 'transfer' where order_id = $1 and kind = 'sale_captured'"
        }
        _ => "",
    };
    if statement.is_empty() {
        let seconds =
            START + random.random_range(0..700) * 86_400 + [-1, 0, 1][random.random_range(0..3)];
        sqlx::query(
            "update ledger_transactions set occurred_at = to_timestamp($2::bigint) where id = $1",
        )
        .bind(sale.id)
        .bind(seconds)
        .execute(&mut superuser)
        .await
        .unwrap();
    } else {
        sqlx::query(statement)
            .bind(sale.order_id)
            .execute(&mut superuser)
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn customers_and_cohorts_are_those_of_the_orders_whatever_changes() {
    let given = kernel::config::Env::of_process().optional("STOA_TEST_SEED");
    let seed: u64 = given.unwrap_or(SEED);
    println!("STOA_TEST_SEED={seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 500)]).await;
    shop.set_zone(ZONE).await;
    shop.is_counted().await;
    for _ in 0..14 {
        let email = format!("g{}@example.com", random.random_range(0..5));
        let units = random.random_range(1..4);
        buys(&shop, &email, units).await;
    }
    system.is_quiet().await;
    // One order has another currency: a cohort counts a customer of both once.
    let all = sales(&system).await;
    let mut superuser = superuser(&system).await;
    sqlx::query("update orders set currency = 'USD' where id = $1")
        .bind(all[0].order_id)
        .execute(&mut superuser)
        .await
        .unwrap();
    for sale in &all {
        let seconds = START + random.random_range(0..700) * 86_400;
        sqlx::query(
            "update ledger_transactions set occurred_at = to_timestamp($2::bigint) where id = $1",
        )
        .bind(sale.id)
        .bind(seconds)
        .execute(&mut superuser)
        .await
        .unwrap();
    }
    let orders: Vec<Uuid> = all.iter().map(|sale| sale.order_id).collect();
    count_again(&shop, &orders).await;
    agrees(&shop, "after the first count").await;
    for round in 0..12 {
        let sale = &all[random.random_range(0..all.len())];
        let other = &all[random.random_range(0..all.len())];
        change(&system, sale, &mut random).await;
        change(&system, other, &mut random).await;
        count_again(&shop, &[other.order_id, sale.order_id, other.order_id]).await;
        agrees(&shop, &format!("in round {round}")).await;
    }
    let caller = shop.system_caller();
    system.app.analytics.request_rebuild(&caller).await.unwrap();
    shop.is_counted().await;
    agrees(&shop, "after a rebuild").await;
    system.close().await;
}

#[tokio::test]
async fn guests_who_become_members_are_one_customer_and_who_leaves_is_not_kept() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 50)]).await;
    buys(&shop, "zora@example.com", 1).await;
    system.is_quiet().await;
    let guest = system
        .number("select count(distinct customer) from report_customer_orders")
        .await;
    assert_eq!(guest, 1);

    let zora = shop.member("zora@example.com").await;
    buys(&shop, "zora@example.com", 2).await;
    system.is_quiet().await;
    let year = SystemClock.now().year();
    let query = format!("from={year}-01-01&to={}-12-31&interval=month", year + 1);
    let report = shop.report(&format!("customers?{query}")).await;
    let rows = report["rows"].as_array().unwrap();
    let new: i64 = rows
        .iter()
        .map(|row| row["new_customers"].as_i64().unwrap())
        .sum();
    let orders: i64 = rows.iter().map(|row| row["orders"].as_i64().unwrap()).sum();
    assert_eq!((new, orders), (1, 2), "{report}");
    let id: kernel::ids::UserId = zora.id.parse().unwrap();
    let id = id.uuid().to_string();
    assert!(
        system
            .tables_with(&id)
            .await
            .contains(&"report_customer_orders".to_owned())
    );

    let gone = json!({"password": SHOPPERS_PASSWORD});
    let gone = shop.account(&zora.access_token, Method::POST, "/delete", gone);
    let gone = gone.await;
    assert!(gone.status < 300, "{}", gone.text);
    system.is_quiet().await;
    for text in [id.as_str(), "zora@example.com"] {
        let tables = system.tables_with(text).await;
        assert!(
            !tables.iter().any(|table| table.starts_with("report_")),
            "{tables:?}"
        );
    }
    let after = shop.report(&format!("customers?{query}")).await;
    assert_eq!(after["rows"], report["rows"], "still one customer");
    system.settle().await;
}

#[test]
fn the_first_day_in_nepal_is_what_the_histories_begin_with() {
    let first = OffsetDateTime::from_unix_timestamp(START).unwrap();
    let midnight = Date::from_calendar_date(2025, Month::January, 2).unwrap();
    assert_eq!(day(ZONE, first), midnight);
    assert_eq!(
        day(ZONE, first - Duration::SECOND),
        midnight.previous_day().unwrap()
    );
}

fn many(count: usize) -> i64 {
    i64::try_from(count).unwrap()
}
