//! What shoppers are told about returns before they ask for one, and what the signed in can do without a link.

use kernel::ports::{Clock, SystemClock};
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

use crate::harness::{Account, Answer, Bought, Shop, Shopper, System, send, text};

/// The order's only line as its shopper sees it: how many, until when, and why none.
async fn told(shopper: &Shopper<'_>, order: &Bought) -> (i64, Option<OffsetDateTime>, Value) {
    let line = shopper.order(order).await["lines"][0].clone();
    let until = line["returnable_until"].as_str();
    (
        line["returnable_quantity"].as_i64().unwrap(),
        until.map(|it| OffsetDateTime::parse(it, &Rfc3339).unwrap()),
        line["not_returnable_reason"].clone(),
    )
}

/// Ships units in a parcel that is delivered.
async fn deliver(shop: &Shop<'_>, order: &Bought, (key, line, quantity): (&str, &str, i64)) {
    let body = json!({"lines": [{"line_id": line, "quantity": quantity}]});
    let parcel = shop.fulfill(&order.order_id, key, &body).await.expect(201);
    let path = format!(
        "/orders/{}/fulfillments/{}/delivered",
        order.order_id,
        text(&parcel, "/id")
    );
    shop.admin(Method::POST, &path, Value::Null)
        .await
        .expect(200);
}

/// Says of the parcels when each was delivered, the first first.
async fn delivered_at(system: &System, moments: &[OffsetDateTime]) {
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    sqlx::query(
        "update fulfillments f set delivered_at = m.at
           from (select id, row_number() over (order by id) as n from fulfillments) as it
           join unnest($1::timestamptz[]) with ordinality as m (at, n) on m.n = it.n
          where f.id = it.id",
    )
    .bind(moments)
    .execute(&mut superuser)
    .await
    .unwrap();
}

#[tokio::test]
async fn each_line_says_how_many_units_can_be_returned_until_when_and_why_not() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let shopper = shop.ready_shopper(&[("mug", 3)]).await;
    let order = shopper.place().await;
    let none = |why: &str| (0, None, json!(why));

    assert_eq!(told(&shopper, &order).await, none("not_delivered"));
    shopper.pay(&order).await;
    assert_eq!(told(&shopper, &order).await, none("not_delivered"));
    let path = format!("/orders/{}", order.order_id);
    let seen = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let line = text(&seen, "/lines/0/id");
    deliver(&shop, &order, ("first", &line, 2)).await;
    let now = SystemClock.now().replace_nanosecond(0).unwrap();
    let (four_days_ago, yesterday) = (now - Duration::days(4), now - Duration::DAY);
    delivered_at(&system, &[four_days_ago]).await;
    let days = Duration::days;
    assert_eq!(
        told(&shopper, &order).await,
        (2, Some(four_days_ago + days(14)), Value::Null)
    );
    deliver(&shop, &order, ("second", &line, 1)).await;
    delivered_at(&system, &[four_days_ago, yesterday]).await;
    // All three until the first parcel's window closes.
    assert_eq!(
        told(&shopper, &order).await,
        (3, Some(four_days_ago + days(14)), Value::Null)
    );
    let storefront = text(&seen, "/storefront_id");
    let policy = format!("/storefronts/{storefront}/return-policy");
    for (window_days, expected) in [
        (3, (1, Some(yesterday + days(3)), Value::Null)),
        (0, none("not_offered")),
        (1, none("window_closed")),
        (5, (3, Some(four_days_ago + days(5)), Value::Null)),
    ] {
        let body = json!({"window_days": window_days});
        shop.admin(Method::PUT, &policy, body).await.expect(200);
        let moments = if window_days == 1 {
            [four_days_ago, yesterday - Duration::MINUTE]
        } else {
            [four_days_ago, yesterday]
        };
        delivered_at(&system, &moments).await;
        assert_eq!(told(&shopper, &order).await, expected, "{window_days}");
    }
    // What is told is what can be asked for: two go back, and the newest parcel's unit is left.
    for (key, quantity, left) in [
        ("two", 2, (1, Some(yesterday + days(5)), Value::Null)),
        ("one", 1, none("nothing_left")),
    ] {
        let (most, ..) = told(&shopper, &order).await;
        let ask = |key: &str, quantity: i64| {
            let path = format!("/storefront/v1/orders/{}/returns", order.order_id);
            let request = system.request(Method::POST, &shop.host, &path);
            let lines = json!([{"line_id": line, "quantity": quantity}]);
            send(
                request
                    .header("order-token", &order.order_token)
                    .header("idempotency-key", key)
                    .json(&json!({"reason": "other", "lines": lines})),
            )
        };
        let more = ask(&format!("more-{key}"), most + 1).await;
        assert_eq!((more.status, more.code()), (422, "return_too_large"));
        ask(key, quantity).await.expect(201);
        assert_eq!(told(&shopper, &order).await, left, "{key}");
    }
    system.settle().await;
}

/// A request of the signed in about the returns of an order.
async fn own(
    shop: &Shop<'_>,
    account: &Account,
    (method, path): (Method, &str),
    (key, body): (&str, Value),
) -> Answer {
    let path = format!("/storefront/v1/account/orders/{path}");
    let request = shop.system.request(method, &shop.host, &path);
    let request = request
        .bearer_auth(&account.access_token)
        .header("idempotency-key", key);
    send(if body.is_null() {
        request
    } else {
        request.json(&body)
    })
    .await
}

#[tokio::test]
async fn the_signed_in_return_units_of_their_own_orders_without_a_token() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let anna = shop.member("anna@example.com").await;
    let berta = shop.member("berta@example.com").await;
    let shopper = shop.ready_shopper(&[("mug", 2)]).await;
    let order = shopper.buy().await;
    let seen = shopper.order(&order).await;
    let line = text(&seen, "/lines/0/id");
    let id = order.order_id.as_str();
    let returns = format!("{id}/returns");
    let body = json!({"reason": "damaged", "lines": [{"line_id": line, "quantity": 1}]});
    let ask = |who, key| own(&shop, who, (Method::POST, &returns), (key, body.clone()));
    let list = |who| own(&shop, who, (Method::GET, &returns), ("-", Value::Null));

    let early = ask(&anna, "early").await;
    assert_eq!((early.status, early.code()), (409, "return_window_closed"));
    deliver(&shop, &order, ("parcel", &line, 2)).await;
    let account_order = own(&shop, &anna, (Method::GET, id), ("-", Value::Null)).await;
    assert_eq!(
        account_order.expect(200)["lines"][0]["returnable_quantity"],
        2
    );
    // Another shopper finds no such order, and nothing is asked for.
    let strange = ask(&berta, "r-1").await;
    assert_eq!((strange.status, strange.code()), (404, "not_found"));
    assert_eq!(list(&berta).await.status, 404);
    assert_eq!(system.number("select count(*) from returns").await, 0);

    let asked = ask(&anna, "r-1").await;
    assert_eq!(
        asked.headers["location"],
        format!("/storefront/v1/account/orders/{id}/returns")
    );
    let asked = asked.expect(201);
    assert_eq!(asked["status"], "requested");
    let again = ask(&anna, "r-1").await;
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert_eq!(again.expect(201), asked);
    assert_eq!(list(&anna).await.expect(200)["data"], json!([asked]));

    let cancel = format!("{returns}/{}/cancel", text(&asked, "/id"));
    let strange = own(&shop, &berta, (Method::POST, &cancel), ("-", Value::Null)).await;
    assert_eq!(strange.status, 404);
    assert_eq!(list(&anna).await.expect(200)["data"], json!([asked]));
    let cancelled = own(&shop, &anna, (Method::POST, &cancel), ("-", Value::Null)).await;
    assert_eq!(cancelled.expect(200)["status"], "cancelled");
    let seen = shopper.order(&order).await;
    assert_eq!(seen["lines"][0]["returning_quantity"], 0);
    system.settle().await;
}

#[tokio::test]
async fn what_was_sold_as_final_sale_is_not_returned_by_shoppers_and_is_by_staff() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let before = shop.ready_shopper(&[("mug", 1)]).await;
    let bought_before = before.buy().await;
    let list = shop.admin(Method::GET, "/products", Value::Null).await;
    let path = format!("/products/{}", text(&list.expect(200), "/data/0/id"));
    let change = json!({"final_sale": true});
    let changed = shop.admin(Method::PATCH, &path, change).await.expect(200);
    assert_eq!(changed["final_sale"], true);
    let seen = send(system.request(Method::GET, &shop.host, "/storefront/v1/products/mug")).await;
    assert_eq!(seen.expect(200)["final_sale"], true);

    let after = shop.ready_shopper(&[("mug", 1)]).await;
    let bought_after = after.buy().await;
    for (order, key) in [(&bought_before, "first"), (&bought_after, "second")] {
        let path = format!("/orders/{}", order.order_id);
        let seen = shop.admin(Method::GET, &path, Value::Null).await;
        let line = text(&seen.expect(200), "/lines/0/id");
        deliver(&shop, order, (key, &line, 1)).await;
    }
    // What was ordered before keeps its right.
    assert_eq!(told(&before, &bought_before).await.0, 1);
    let none = (0, None, json!("final_sale"));
    assert_eq!(told(&after, &bought_after).await, none);

    let line = after.order(&bought_after).await["lines"][0].clone();
    assert_eq!(line["final_sale"], true);
    let body = json!({"reason": "other", "lines": [{"line_id": line["id"], "quantity": 1}]});
    let path = format!("/storefront/v1/orders/{}/returns", bought_after.order_id);
    let ask = system.request(Method::POST, &shop.host, &path);
    let ask = ask.header("order-token", &bought_after.order_token);
    let refused = send(ask.header("idempotency-key", "ask").json(&body)).await;
    refused.refused(409, "return_window_closed");
    let path = format!("/admin/v1/orders/{}/returns", bought_after.order_id);
    let take = system.request(Method::POST, &shop.host, &path);
    let take = take.bearer_auth(&shop.owner_token);
    let taken = send(take.header("idempotency-key", "take").json(&body)).await;
    taken.expect(201);
    system.settle().await;
}
