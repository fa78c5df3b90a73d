//! Numbers without gaps and sums that agree, whatever is ordered, refunded, done at once or undone.

use futures_util::future::join_all;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use super::{buy, documents, sell, seller, set, shop_of};
use crate::harness::{Bought, Shop, System, text};

/// Orders of one run.
const ORDERS: usize = 12;

/// A random part of an order goes back, or all of it.
async fn refund(shop: &Shop<'_>, order: &Bought, random: &mut StdRng) {
    let path = format!("/orders/{}", order.order_id);
    let seen = shop.admin(Method::GET, &path, Value::Null).await;
    let seen = seen.expect(200);
    for step in 0..random.random_range(0..4) {
        let line = &seen["lines"][0];
        let body = match random.random_range(0..4) {
            0 => json!({"full": true, "reason": "all"}),
            1 => {
                json!({"amount": {"amount": random.random_range(1..400), "currency": "EUR"}, "reason": "some"})
            }
            2 => {
                json!({"lines": [{"line_id": line["id"], "quantity": 1}], "shipping": true, "reason": "one"})
            }
            _ => json!({"lines": [{"line_id": line["id"], "quantity": 1}], "reason": "one"}),
        };
        let key = format!("{}-{step}", order.order_id);
        let answer = shop.refund(&order.order_id, &key, &body).await;
        // What is more than is left is refused, and changes nothing.
        assert!([201, 409, 422].contains(&answer.status), "{}", answer.text);
    }
}

/// Takes the next number in a transaction that comes to nothing.
async fn undone(shop: &Shop<'_>, counter: &str) {
    let caller = shop.system_caller();
    let mut tx = shop.system.app.databases.app.begin(&caller).await.unwrap();
    tx.next_number(counter).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    drop(tx);
}

#[tokio::test]
async fn numbers_have_no_gaps_and_sums_agree_with_orders_and_refunds() {
    let seed = std::env::vars()
        .find(|(key, _)| key == "STOA_DOCUMENTS_SEED")
        .map(|(_, seed)| seed);
    let seed = seed.map_or_else(rand::random, |seed| seed.parse().unwrap());
    println!("STOA_DOCUMENTS_SEED={seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let included = random.random();
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", included).await;
    set(&shop, seller(false)).await;
    let titles = ["mug", "bowl", "plate"];
    for title in titles {
        sell(&shop, title, random.random_range(1..20_000), "EUR").await;
    }
    let mut orders = Vec::new();
    for _ in 0..ORDERS {
        let mut chosen = titles;
        chosen.shuffle(&mut random);
        let mut products = Vec::new();
        for title in chosen.iter().take(random.random_range(1..=3)) {
            products.push((*title, random.random_range(1..7)));
        }
        orders.push(buy(&shop, &products).await);
    }
    for order in &orders {
        refund(&shop, order, &mut random).await;
    }
    system.is_quiet().await;

    // All at once, some twice, among transactions that are rolled back.
    let issue = orders.iter().chain(&orders).map(|order| {
        let (shop, path) = (&shop, format!("/orders/{}/invoice", order.order_id));
        async move { shop.admin(Method::POST, &path, Value::Null).await.status }
    });
    let undo = (0..20).map(|index| undone(&shop, ["invoices", "credit_notes"][index % 2]));
    let (statuses, _) = tokio::join!(join_all(issue), join_all(undo));
    let created = statuses.iter().filter(|status| **status == 201).count();
    assert_eq!(created, ORDERS, "each order has one invoice: {statuses:?}");
    assert!(statuses.iter().all(|status| [200, 201].contains(status)));

    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    for kind in ["invoice", "credit_note"] {
        let found: Vec<i64> =
            sqlx::query_scalar("select sequence from documents where kind = $1 order by sequence")
                .bind(kind)
                .fetch_all(&mut superuser)
                .await
                .unwrap();
        let count = i64::try_from(found.len()).unwrap();
        assert_eq!(found, (1001..1001 + count).collect::<Vec<_>>(), "{kind}");
    }
    for order in &orders {
        agrees(&shop, order).await;
    }
    let unlike = "select count(*) from documents d
         where (select sum((t ->> 'tax_minor')::bigint) from jsonb_array_elements(content -> 'taxes') t) <> tax_minor
            or (select sum((t ->> 'tax_minor')::bigint + (t ->> 'net_minor')::bigint)
                  from jsonb_array_elements(content -> 'taxes') t) <> total_minor
            or (select sum((l ->> 'tax_minor')::bigint + (l ->> 'net_minor')::bigint)
                  from (select jsonb_array_elements(content -> 'lines') union all
                        select content -> 'shipping' where content -> 'shipping' <> 'null') x (l)) <> total_minor";
    assert_eq!(system.number(unlike).await, 0);
    system.settle().await;
}

/// The invoice is the order; the credit notes are what went back.
async fn agrees(shop: &Shop<'_>, order: &Bought) {
    let path = format!("/orders/{}", order.order_id);
    let seen = shop.admin(Method::GET, &path, Value::Null).await;
    let seen = seen.expect(200);
    let found = documents(shop, order).await;
    let sum = |kind: &str, field: &str| -> i64 {
        let mine = found.iter().filter(|it| it["kind"] == kind);
        mine.map(|it| it[field]["amount"].as_i64().unwrap()).sum()
    };
    let (total, tax) = (
        &seen["totals"]["total"]["amount"],
        &seen["totals"]["tax"]["amount"],
    );
    assert_eq!(sum("invoice", "total"), *total, "{seen}");
    assert_eq!(sum("invoice", "tax"), *tax, "{seen}");
    let refunded = &seen["totals"]["refunded"]["amount"];
    assert_eq!(sum("credit_note", "total"), *refunded, "{seen}");
    if refunded == total {
        assert_eq!(sum("credit_note", "tax"), *tax, "{seen}");
    }
    let refunds = seen["refunds"].as_array().unwrap().iter();
    let refunds = refunds.filter(|it| it["status"] == "succeeded").count();
    assert_eq!(found.len(), 1 + refunds, "{seen}");
}

#[tokio::test]
async fn the_database_takes_no_change_of_a_document() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    sell(&shop, "mug", 1190, "EUR").await;
    let order = buy(&shop, &[("mug", 1)]).await;
    let before = documents(&shop, &order).await;
    assert_eq!(text(&before[0], "/number"), "INV-1001");

    for change in [
        "update documents set number = 'X'",
        "delete from documents",
        "update documents set content = '{}'",
    ] {
        let caller = shop.system_caller();
        let mut tx = system.app.databases.app.begin(&caller).await.unwrap();
        let refused = sqlx::query(change).execute(tx.conn()).await.unwrap_err();
        let code = refused.into_database_error().unwrap();
        assert_eq!(code.code().as_deref(), Some("42501"), "{change}");
    }
    assert_eq!(documents(&shop, &order).await, before);
    system.settle().await;
}
