//! Making the days again, and messages that come twice.

use kernel::Event;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::System;

const REPORTS: [&str; 8] = [
    "sales",
    "products",
    "categories",
    "merchants",
    "storefronts",
    "countries",
    "customers",
    "cohorts",
];
const DAYS: &str = "from=2026-01-01&to=2030-12-31";

#[tokio::test]
async fn the_same_moment_gives_the_same_bytes_also_after_the_days_are_made_again() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500), ("two", 900)]).await;
    shop.stock(&[("one/mug", 1490, 10), ("two/hat", 777, 10)])
        .await;
    let order = shop
        .ready_shopper(&[("mug", 2), ("hat", 1)])
        .await
        .buy()
        .await;
    system.is_quiet().await;
    let refund = json!({"full": true});
    shop.refund(&order.order_id, "all", &refund)
        .await
        .expect(201);
    shop.ready_shopper(&[("hat", 3)]).await.buy().await;
    system.is_quiet().await;

    let mut before = Vec::new();
    for report in REPORTS {
        let path = format!("{report}?{DAYS}");
        let first = shop.ask_report(&path).await;
        assert_eq!(first.status, 200, "{}", first.body);
        assert_eq!(shop.ask_report(&path).await.text, first.text);
        before.push(first.body);
    }
    let total = &before[0]["totals"][0]["figures"];
    assert_eq!((&total["orders"], &total["units"]), (&json!(2), &json!(6)));
    // The mugs and hats of both parcels, each with 4.90 of shipping.
    assert_eq!(total["gross"]["amount"], 2 * 1490 + 4 * 777 + 2 * 490);
    assert_eq!(total["refunds"]["amount"], 2 * 1490 + 777 + 490);
    assert_eq!(total["total"]["amount"], 3 * 777 + 490);
    assert_eq!(before[0].get("previous_totals"), Some(&json!([])));

    // Told again, as a message of another id: nothing is counted twice.
    let caller = shop.system_caller();
    let mut tx = system.app.databases.app.begin(&caller).await.unwrap();
    let order_id = order.order_id.parse().unwrap();
    tx.publish(&Event::OrderBooked { order_id }).await.unwrap();
    tx.commit().await.unwrap();
    system.is_quiet().await;
    system
        .execute("update report_days set net_minor = net_minor + 1")
        .await;
    system.app.analytics.request_rebuild(&caller).await.unwrap();
    shop.is_counted().await;
    for (report, before) in REPORTS.iter().zip(before) {
        let mut after = shop.report(&format!("{report}?{DAYS}")).await;
        assert_ne!(after["as_of"], before["as_of"], "the moment moves");
        after["as_of"] = before["as_of"].clone();
        assert_eq!(after, before, "{report}");
    }
    system.settle().await;
}

/// What the migration that brings the categories asks the worker for.
const COUNT_AGAIN: &str = include_str!("../../../migrations/V101__report_categories.sql");

#[tokio::test]
async fn orders_of_before_are_counted_into_categories_while_reports_go_on() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 10)]).await;
    shop.ready_shopper(&[("mug", 2)]).await.buy().await;
    system.is_quiet().await;
    let path = format!("categories?{DAYS}");
    let mut before = shop.report(&path).await;
    assert_eq!(before["rows"].as_array().unwrap().len(), 1, "{before}");
    for forget in [
        "delete from report_entries where dimension = 'category'",
        "delete from report_days where dimension = 'category'",
    ] {
        system.execute(forget).await;
    }
    assert_eq!(shop.report(&path).await["rows"], json!([]));

    let begin = COUNT_AGAIN.find("insert into outbox").unwrap();
    let statement = COUNT_AGAIN[begin..].split(';').next().unwrap();
    system.execute(statement).await;
    // Nothing is refused meanwhile.
    shop.report(&path).await;
    system.is_quiet().await;
    let after = shop.report(&path).await;
    assert_ne!(after["as_of"], before["as_of"], "the moment moves");
    before["as_of"] = after["as_of"].clone();
    assert_eq!(after, before);
    system.settle().await;
}

#[tokio::test]
async fn while_the_days_are_made_again_there_are_no_reports() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.set_zone("UTC").await;

    system
        .execute("update report_states set is_rebuilding = true")
        .await;

    for report in REPORTS {
        let refused = shop.ask_report(&format!("{report}?{DAYS}")).await;
        assert_eq!(
            (refused.status, refused.code()),
            (409, "reports_rebuilding")
        );
    }
    let settings = shop.set_zone("UTC").await;
    assert_eq!(settings["is_rebuilding"], true);
    system.settle().await;
}

#[tokio::test]
async fn a_free_order_counts_without_money() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.import(
        "Handle,Title,Vendor,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,\
         Variant Inventory Policy,Variant Price,Variant Requires Shipping,Status\n\
         pattern,Pattern,one,pattern,shopify,3,deny,0.00,FALSE,active\n",
    )
    .await;
    let shopper = shop.shopper().await;
    shopper
        .add(&shop.variant("pattern").await, 2)
        .await
        .expect(200);
    let change = shopper.request(Method::PATCH, "");
    crate::harness::send(change.json(&json!({"email": "anna@example.com"})))
        .await
        .expect(200);
    let body = json!({"expected_total": {"amount": 0, "currency": "EUR"}});
    let place = shopper.request(Method::POST, "/checkout");
    crate::harness::send(place.header("idempotency-key", "free").json(&body))
        .await
        .expect(201);
    system.is_quiet().await;

    let report = shop.report(&format!("products?{DAYS}")).await;
    let rows: Vec<&Value> = report["rows"].as_array().unwrap().iter().collect();
    assert_eq!(rows.len(), 1, "{report}");
    let figures = &rows[0]["figures"];
    assert_eq!(
        (
            &figures["orders"],
            &figures["units"],
            &figures["gross"]["amount"]
        ),
        (&json!(1), &json!(2), &json!(0))
    );
    assert_eq!(figures.get("take_rate_bps"), None);
    system.settle().await;
}
