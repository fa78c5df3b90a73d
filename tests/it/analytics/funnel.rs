//! The funnel: what browsers tell, what the server knows, and what is refused.

use kernel::ports::{Clock, SystemClock};
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use crate::harness::{Answer, Shop, System, send, text};

impl Shop<'_> {
    async fn tell(&self, body: &Value) -> Answer {
        let request = self
            .system
            .request(Method::POST, &self.host, "/storefront/v1/events");
        send(request.json(body)).await
    }

    async fn funnel(&self) -> Value {
        let year = SystemClock.now().year();
        let days = format!("from={}-01-01&to={}-12-31", year - 1, year + 1);
        self.report(&format!("funnel?{days}")).await
    }

    async fn product(&self, slug: &str) -> String {
        let path = format!("/storefront/v1/products/{slug}");
        let shown = self.system.request(Method::GET, &self.host, &path);
        text(&send(shown).await.expect(200), "/id")
    }

    /// What the store tells its web shop and apps.
    async fn asks_for_consent(&self) -> bool {
        let path = "/storefront/v1/store";
        let shown = self.system.request(Method::GET, &self.host, path);
        let shown = send(shown).await.expect(200);
        shown["events_need_consent"].as_bool().unwrap()
    }

    async fn wants_consent(&self, is_needed: bool) {
        let body = json!({"time_zone": "UTC", "events_need_consent": is_needed});
        let set = self.admin(Method::PUT, "/analytics/settings", body).await;
        assert_eq!(set.expect(200)["events_need_consent"], is_needed);
    }
}

fn visit(number: usize) -> String {
    format!("visit-of-this-day-{number:04}")
}

fn seen(visit: &str, products: &[&str]) -> Value {
    let seen = |id: &&str| json!({"kind": "product_viewed", "product_id": id});
    let events: Vec<Value> = products.iter().map(seen).collect();
    json!({"visit": visit, "consent": true, "events": events})
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn visits_carts_orders_and_payments_are_counted_with_the_reasons_of_refusals() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 50), ("one/hat", 777, 50)])
        .await;
    let (mug, hat) = (shop.product("mug").await, shop.product("hat").await);

    for number in 0..4 {
        let answer = shop.tell(&seen(&visit(number), &[&mug, &hat])).await;
        assert_eq!(
            answer.expect(202),
            json!({"counted": 2, "unknown_products": []})
        );
        // The same visit again: two more events of one visit.
        shop.tell(&seen(&visit(number), &[&mug, &mug]))
            .await
            .expect(202);
    }
    let begins = json!({
        "visit": visit(0), "consent": true, "events": [{"kind": "checkout_started"}],
    });
    shop.tell(&begins).await.expect(202);

    // Four carts: one without goods, one that is abandoned, one that is not paid, one that is.
    shop.shopper().await;
    let abandoned = shop.shopper().await;
    abandoned
        .add(&shop.variant("mug").await, 1)
        .await
        .expect(200);
    abandoned
        .add(&shop.variant("hat").await, 1)
        .await
        .expect(200);
    let refused = abandoned.checkout("key-00000001", 2267).await;
    refused.refused(422, "checkout_incomplete");
    let unpaid = shop.ready_shopper(&[("mug", 1)]).await;
    unpaid
        .checkout("key-00000002", 1)
        .await
        .refused(409, "cart_changed");
    unpaid.place().await;
    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    system.is_quiet().await;

    let funnel = shop.funnel().await;
    let names = [
        "product_views",
        "visits",
        "carts",
        "checkout_visits",
        "orders_placed",
        "orders_paid",
        "cart_rate_bps",
        "checkout_rate_bps",
        "paid_rate_bps",
        "conversion_rate_bps",
    ];
    let found = names.map(|name| funnel[name].as_i64().unwrap());
    assert_eq!(
        found,
        [16, 4, 3, 1, 2, 1, 7_500, 6_666, 5_000, 2_500],
        "{funnel}"
    );
    assert_eq!(
        funnel["refusals"],
        json!([
            {"reason": "cart_changed", "times": 1},
            {"reason": "email.required", "times": 1},
            {"reason": "shipping_address.required", "times": 1},
            {"reason": "shipping_option_id.required", "times": 1},
        ])
    );
    assert_eq!(
        shop.funnel().await,
        funnel,
        "the same revision, the same answer"
    );
    shop.tell(&begins).await.expect(202);
    let later = shop.funnel().await;
    assert!(later["revision"].as_i64() > funnel["revision"].as_i64());
    assert_eq!(later["checkout_visits"], 1);

    // A rebuild makes nothing of it again, and takes nothing away.
    let caller = shop.system_caller();
    system.app.analytics.request_rebuild(&caller).await.unwrap();
    shop.is_counted().await;
    assert_eq!(shop.funnel().await, later);
    for word in [visit(0), mug, hat] {
        let tables = system.tables_with(&word).await;
        assert!(
            !tables.iter().any(|table| table.starts_with("report_")),
            "{tables:?}"
        );
    }
    system.settle().await;
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn events_that_cannot_be_are_refused_and_change_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    let other = system.shop("borealis", &[("two", 500)]).await;
    shop.stock(&[("one/mug", 1490, 50)]).await;
    other.stock(&[("two/hat", 777, 50)]).await;
    let (mug, foreign) = (shop.product("mug").await, other.product("hat").await);
    let absent = "prod_01h455vb4pex5vsknk084sn02q";

    // Invented and foreign products do not count; the one that is sold does.
    let answer = shop.tell(&seen(&visit(1), &[&foreign, &mug, absent])).await;
    assert_eq!(
        answer.expect(202),
        json!({"counted": 1, "unknown_products": [0, 2]})
    );
    let before = shop.funnel().await;
    let refused = shop.tell(&seen(&visit(1), &[&foreign, absent])).await;
    refused.refused(422, "product_not_found");
    assert_eq!(refused.body["errors"][1]["pointer"], "/events/1/product_id");
    assert_eq!(
        (&before["product_views"], &before["visits"]),
        (&json!(1), &json!(1))
    );

    let many: Vec<&str> = vec![&mug; 51];
    for (body, pointer) in [
        (seen("short", &[&mug]), "/visit"),
        (seen("anna@example.com-is-me", &[&mug]), "/visit"),
        (seen(&visit(1), &[]), "/events"),
        (
            json!({"visit": visit(1), "consent": true, "events": [{"kind": "product_viewed"}]}),
            "/events/0/product_id",
        ),
        (
            json!({
                "visit": visit(1), "consent": true,
                "events": [{"kind": "checkout_started", "product_id": mug}],
            }),
            "/events/0/product_id",
        ),
    ] {
        let refused = shop.tell(&body).await;
        assert_eq!(
            (refused.status, refused.code()),
            (400, "invalid_request"),
            "{refused:?}"
        );
        assert_eq!(refused.body["errors"][0]["pointer"], pointer);
    }
    for body in [
        seen(&visit(1), &many),
        seen(&"x".repeat(65), &[&mug]),
        json!({"visit": visit(1), "consent": true, "events": [{"kind": "order_paid"}]}),
        json!({"visit": visit(1), "consent": true, "events": [], "user_id": "usr_1"}),
        json!({"visit": visit(1), "consent": true, "events": [{"kind": "product_viewed", "product_id": "mug"}]}),
    ] {
        assert_eq!(shop.tell(&body).await.status, 400, "{body}");
    }
    // Without consent nothing is counted, until the store says that it needs none.
    let mut silent = seen(&visit(2), &[&mug]);
    silent["consent"] = json!(false);
    shop.tell(&silent).await.refused(422, "consent_required");
    silent.as_object_mut().unwrap().remove("consent");
    shop.tell(&silent).await.refused(422, "consent_required");
    assert_eq!(shop.funnel().await, before);
    shop.wants_consent(false).await;
    assert!(!shop.asks_for_consent().await);
    assert!(other.asks_for_consent().await);
    shop.tell(&silent).await.expect(202);
    // Who sets the zone alone leaves it as it is.
    shop.set_zone("UTC").await;
    shop.tell(&silent).await.expect(202);
    assert_eq!(shop.funnel().await["product_views"], 3);
    shop.wants_consent(true).await;
    shop.tell(&silent).await.refused(422, "consent_required");

    let stores = other.admin(Method::GET, "/storefronts", Value::Null).await;
    let foreign = text(&stores.expect(200), "/data/0/id");
    let query = format!("funnel?from=2025-01-01&to=2025-01-02&storefront_id={foreign}");
    let refused = shop.ask_report(&query).await;
    assert_eq!(
        refused.body["errors"][0]["pointer"], "storefront_id",
        "{refused:?}"
    );
    assert_eq!(other.funnel().await["product_views"], 0);
    system.settle().await;
}

/// However many visits are invented, a day has 65 rows of a storefront and a step.
#[tokio::test]
async fn invented_visits_are_estimated_and_take_no_more_room() {
    const VISITS: usize = 3_000;
    let system = System::start().await;
    let shop = system.shop("aurora", &[("one", 500)]).await;
    shop.stock(&[("one/mug", 1490, 50)]).await;
    let mug = shop.product("mug").await;
    for number in 0..VISITS {
        shop.tell(&seen(&visit(number), &[&mug])).await.expect(202);
    }
    let visits = shop.funnel().await["visits"].as_i64().unwrap();
    assert!((2_940..=3_060).contains(&visits), "{visits}");
    let rows = "select (select count(*) from report_visit_marks) + (select count(*) from report_funnel_days)";
    assert_eq!(system.number(rows).await, 65);

    // Two days later the bits go, and the figures stay.
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    for statement in [
        "update report_visit_marks set day = day - 2",
        "update report_funnel_days set day = day - 2",
    ] {
        sqlx::query(statement)
            .execute(&mut superuser)
            .await
            .unwrap();
    }
    shop.tell(&seen(&visit(1), &[&mug])).await.expect(202);
    assert_eq!(
        system
            .number("select count(*) from report_visit_marks")
            .await,
        1
    );
    assert_eq!(shop.funnel().await["visits"], visits + 1);
    system.settle().await;
}
