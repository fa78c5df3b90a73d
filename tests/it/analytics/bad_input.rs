//! Questions that have no answer, and people who get none.

use serde_json::{Value, json};

use crate::harness::{Answer, System, send, text};

#[track_caller]
fn is_refused(answer: &Answer, field: &str) {
    assert_eq!(
        (answer.status, answer.code()),
        (400, "invalid_request"),
        "{answer:?}"
    );
    assert_eq!(answer.body["errors"][0]["pointer"], field, "{answer:?}");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn periods_and_filters_that_cannot_be_are_refused_with_the_field() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    let stores = other.admin(reqwest::Method::GET, "/storefronts", Value::Null);
    let foreign = text(&stores.await.expect(200), "/data/0/id");

    for report in [
        "sales",
        "products",
        "categories",
        "merchants",
        "storefronts",
        "countries",
    ] {
        for (query, field) in [
            ("from=2025-01-02&to=2025-01-01".to_owned(), "to"),
            ("from=2000-01-01&to=2999-12-31".to_owned(), "to"),
            ("from=2020-01-01&to=2025-01-01".to_owned(), "to"),
            ("from=1999-12-31&to=2000-01-01".to_owned(), "from"),
            ("from=2025-02-30&to=2025-03-01".to_owned(), "from"),
            ("from=%00&to=2025-03-01".to_owned(), "from"),
            ("from=2025-01-01&to=%00".to_owned(), "to"),
            (
                format!("from=2025-01-01&to=2025-01-01&storefront_id={foreign}"),
                "storefront_id",
            ),
        ] {
            is_refused(&shop.ask_report(&format!("{report}?{query}")).await, field);
        }
        for query in [
            "to=2025-01-01",
            "from=2025-01-01",
            "from=2025-01-01&to=2025-01-02&currency=EURO",
            "from=2025-01-01&to=2025-01-02&storefront_id=%00",
        ] {
            let refused = shop.ask_report(&format!("{report}?{query}")).await;
            assert_eq!(refused.status, 400, "{query}: {}", refused.body);
        }
    }
    for report in ["customers", "cohorts"] {
        for (query, field) in [
            ("from=2025-01-02&to=2025-01-01", "to"),
            ("from=2020-01-01&to=2025-01-01", "to"),
            ("from=1999-12-31&to=2000-01-01", "from"),
            ("from=2025-02-30&to=2025-03-01", "from"),
            ("to=2025-03-01", "from"),
            ("from=2025-03-01", "to"),
        ] {
            is_refused(&shop.ask_report(&format!("{report}?{query}")).await, field);
        }
        for field in ["storefront_id", "currency"] {
            let value = if field == "currency" {
                "EUR"
            } else {
                &*foreign
            };
            let query = format!("report={report}&from=2025-01-01&to=2025-01-01&{field}={value}");
            is_refused(
                &shop.ask_report(&format!("export.csv?{query}")).await,
                field,
            );
        }
    }
    for limit in ["0", "501", "-1", "x"] {
        let query = format!("products?from=2025-01-01&to=2025-01-02&limit={limit}");
        assert_eq!(shop.ask_report(&query).await.status, 400, "{limit}");
    }
    // Five years with a leap day, and a single day, are fine.
    for query in [
        "from=2020-01-01&to=2024-12-31",
        "from=2024-02-29&to=2024-02-29",
    ] {
        let report = shop.report(&format!("sales?{query}")).await;
        assert_eq!(
            (&report["rows"], &report["totals"]),
            (&json!([]), &json!([]))
        );
        assert_eq!(report.get("as_of"), None);
        assert_eq!(report["time_zone"], "UTC");
    }
    system.settle().await;
}

#[tokio::test]
async fn zones_that_do_not_exist_are_refused_and_change_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    for zone in [
        "",
        "Mars/Olympus",
        "europe/berlin",
        "EST5EDT4",
        "+02:00",
        "posix/UTC",
        "Europe/Berlin\0",
        "Europe/Berlin'; drop table orders",
        "../etc/passwd",
    ] {
        let body = json!({"time_zone": zone});
        let refused = shop.admin(reqwest::Method::PUT, "/analytics/settings", body);
        is_refused(&refused.await, "/time_zone");
    }
    let settings = shop.admin(reqwest::Method::GET, "/analytics/settings", Value::Null);
    assert_eq!(
        settings.await.expect(200),
        json!({"time_zone": "UTC", "events_need_consent": true, "is_rebuilding": false})
    );
    shop.set_zone("Europe/Berlin").await;
    shop.is_counted().await;
    let report = shop.report("sales?from=2025-01-01&to=2025-01-01").await;
    assert_eq!(report["time_zone"], "Europe/Berlin");
    system.settle().await;
}

#[tokio::test]
async fn analysts_read_reports_and_only_administrators_change_their_zone() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let path = "/admin/v1/reports/sales?from=2025-01-01&to=2025-01-01";
    for (role, may_read, may_set) in [
        ("analyst", 200, 403),
        ("support", 403, 403),
        ("catalogue_manager", 403, 403),
        ("administrator", 200, 200),
    ] {
        let email = format!("{role}@aurora.test");
        shop.enrol(&email, role).await;
        let token = shop.sign_in(&email).await;
        let ask = |method, path| system.request(method, &shop.host, path).bearer_auth(&token);
        let read = send(ask(reqwest::Method::GET, path)).await;
        let set = ask(reqwest::Method::PUT, "/admin/v1/analytics/settings");
        let set = send(set.json(&json!({"time_zone": "UTC"}))).await;
        assert_eq!((read.status, set.status), (may_read, may_set), "{role}");
    }
    system.settle().await;
}
