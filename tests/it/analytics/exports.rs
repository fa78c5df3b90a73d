//! Reports as files: the same rows and figures as the reports themselves.

use std::collections::HashMap;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::System;

const DAYS: &str = "from=2026-01-01&to=2030-12-31&interval=month";
const AMOUNTS: [&str; 10] = [
    "gross",
    "net",
    "shipping",
    "tax",
    "refunds",
    "disputes",
    "total",
    "commission",
    "fees",
    "earnings",
];

fn table(text: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// An amount of euros as the file writes it.
fn decimal(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", minor.abs() / 100, minor.abs() % 100)
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn a_file_has_the_rows_and_figures_of_its_report() {
    let system = System::start().await;
    let shop = system
        .shop("aurora", &[("kiln", 1_000), ("loom", 500)])
        .await;
    shop.stock(&[("kiln/mug", 1490, 50), ("loom/rug", 9905, 50)])
        .await;
    let first = shop.ready_shopper(&[("mug", 2)]).await.buy().await;
    shop.ready_shopper(&[("mug", 1), ("rug", 1)])
        .await
        .buy()
        .await;
    let body = json!({"amount": {"amount": 705, "currency": "EUR"}, "reason": "damaged"});
    let refunded = shop.refund(&first.order_id, "refund-0001", &body).await;
    assert!(refunded.status < 300, "{}", refunded.text);
    system.is_quiet().await;
    shop.is_counted().await;

    for (kind, member) in [
        ("sales", "starts_on"),
        ("products", "product_id"),
        ("categories", "category_id"),
        ("merchants", "merchant_id"),
        ("storefronts", "storefront_id"),
        ("countries", "country"),
    ] {
        let report = shop.report(&format!("{kind}?{DAYS}")).await;
        let path = format!("/reports/export.csv?report={kind}&{DAYS}");
        let file = shop.admin(Method::GET, &path, Value::Null).await;
        assert_eq!(file.status, 200, "{kind}: {}", file.text);
        let disposition = format!("attachment; filename=\"{kind}.csv\"");
        assert_eq!(file.headers["content-disposition"], disposition.as_str());
        let rows = table(&file.text);
        let expected = report["rows"].as_array().unwrap();
        assert!(
            !rows.is_empty() && rows.len() == expected.len(),
            "{kind}: {}",
            file.text
        );
        for (row, expected) in rows.iter().zip(expected) {
            assert_eq!(
                row[member],
                expected[member].as_str().unwrap_or_default(),
                "{kind}"
            );
            assert_eq!(row["currency"], expected["currency"].as_str().unwrap());
            let figures = &expected["figures"];
            for name in AMOUNTS {
                let minor = figures[name]["amount"].as_i64().unwrap();
                assert_eq!(row[name], decimal(minor), "{kind} {name}");
            }
            for name in ["orders", "units"] {
                assert_eq!(row[name], figures[name].to_string(), "{kind} {name}");
            }
        }
    }
    for (path, columns) in [
        (
            "customers?interval=month",
            vec!["customers", "new_customers", "repeat_rate_bps", "orders"],
        ),
        ("cohorts?", vec!["starts_on"]),
    ] {
        let (kind, query) = path.split_once('?').unwrap();
        let days = "from=2026-01-01&to=2030-12-31";
        let report = shop.report(&format!("{kind}?{days}&{query}")).await;
        let path = format!("/reports/export.csv?report={kind}&{days}&{query}");
        let file = shop.admin(Method::GET, &path, Value::Null).await;
        assert_eq!(file.status, 200, "{kind}: {}", file.text);
        let rows = table(&file.text);
        // Both orders are of one address.
        assert_eq!(rows.len(), 1, "{kind}: {}", file.text);
        let expected = match kind {
            "customers" => &report["rows"][0],
            _ => &report["cohorts"][0],
        };
        for column in columns {
            let text = expected[column].to_string();
            assert_eq!(rows[0][column], text.trim_matches('"'), "{kind} {column}");
        }
        if kind == "cohorts" {
            let sales = &expected["months"][0]["sales"][0];
            let gross = decimal(sales["gross"]["amount"].as_i64().unwrap());
            let found = (
                &*rows[0]["orders"],
                &*rows[0]["gross"],
                &*rows[0]["retention_bps"],
            );
            assert_eq!(found, ("2", gross.as_str(), "10000"));
        }
    }
    let wrong = shop
        .ask_report("export.csv?report=visits&from=2026-01-01&to=2026-12-31")
        .await;
    wrong.refused(400, "invalid_request");
    let missing = shop
        .ask_report("export.csv?report=sales&to=2026-12-31")
        .await;
    assert_eq!(missing.status, 400, "{}", missing.text);
    system.settle().await;
}
