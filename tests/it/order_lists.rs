//! Lists of many orders read the rows that they show, and few more.

use std::time::Duration;

use reqwest::Method;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::harness::System;

const ORDERS: i64 = 20_000;

/// Rows of orders that were read so far, as far as those who read them have said so.
async fn rows_read(system: &System) -> i64 {
    tokio::time::sleep(Duration::from_millis(100)).await;
    system
        .number(
            "select (seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint
               from pg_stat_user_tables where relname = 'orders'",
        )
        .await
}

#[tokio::test]
async fn lists_of_many_orders_read_what_they_show() {
    // One connection, so that it is this one that tells.
    let system = System::with(&[("DATABASE_POOL_MAX", "1")]).await;
    let shop = system.shop("aurora", &[]).await;
    let seed = include_str!("../../benches/system/orders.sql");
    let seed = seed.replace(":orders", &ORDERS.to_string());
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    sqlx::raw_sql(AssertSqlSafe(seed))
        .execute(&mut superuser)
        .await
        .unwrap();
    sqlx::raw_sql("analyze orders; analyze order_tags; analyze order_terms; analyze order_lines")
        .execute(&mut superuser)
        .await
        .unwrap();

    tokio::time::sleep(Duration::from_millis(1_100)).await;
    shop.admin(Method::GET, "/orders?limit=1", Value::Null)
        .await
        .expect(200);
    let mut before = rows_read(&system).await;
    for (query, most) in [
        ("limit=20", 200),
        ("limit=20&payment_status=refunded", 200),
        ("limit=20&sort=payment_status", 400),
        ("limit=20&archived=true&sort=oldest", 400),
        ("limit=20&tag=rare", 200),
        ("search=%231015001", 50),
        ("search=shopper-12345", 50),
        ("search=last1234", 200),
        ("search=first7%20last1007", 200),
        ("search=030%20015%20001", 50),
        ("search=sku-1234", 200),
        ("search=sku7", 800),
        ("limit=20&country=SE&sort=oldest", 1_000),
        ("limit=20&sort=largest", 400),
        ("limit=20&currency=EUR&total_from=30000", 400),
        ("limit=20&search=last1", 1_000),
    ] {
        let path = format!("/orders?{query}");
        for _ in 0..2 {
            // A connection tells at the end of a transaction, once a second at most.
            tokio::time::sleep(Duration::from_millis(1_100)).await;
            let list = shop
                .admin(Method::GET, &path, Value::Null)
                .await
                .expect(200);
            assert!(!list["data"].as_array().unwrap().is_empty(), "{query}");
        }
        let now = rows_read(&system).await;
        let read = now - before;
        before = now;
        assert!((1..=2 * most).contains(&read), "{query} read {read} rows");
    }
    system.close().await;
}
