//! Returns through the front door: asked for, decided, received in parts, put back into stock, and never twice.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Bought, Shop, Shopper, System, send, text};

/// A paid order of mugs, shipped and delivered unless told otherwise.
async fn bought(shop: &Shop<'_>, quantity: i64, is_delivered: bool) -> (Bought, String) {
    let shopper: Shopper<'_> = shop.ready_shopper(&[("mug", quantity)]).await;
    let order = shopper.buy().await;
    let key = format!("ship-{}", order.order_id);
    let parcel = shop.fulfill(&order.order_id, &key, &json!({})).await;
    let parcel = text(&parcel.expect(201), "/id");
    if is_delivered {
        let path = format!("/orders/{}/fulfillments/{parcel}/delivered", order.order_id);
        shop.admin(Method::POST, &path, Value::Null)
            .await
            .expect(200);
    }
    (order, parcel)
}

async fn number(shop: &Shop<'_>, order: &Bought) -> i64 {
    let path = format!("/orders/{}", order.order_id);
    let seen = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    seen["number"].as_i64().unwrap()
}

async fn line(shop: &Shop<'_>, order: &Bought) -> String {
    let path = format!("/orders/{}", order.order_id);
    let seen = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    text(&seen, "/lines/0/id")
}

/// A request of the shopper about the order's returns.
async fn own(
    shop: &Shop<'_>,
    order: &Bought,
    (method, path): (Method, &str),
    (key, body): (&str, Value),
) -> Answer {
    let path = format!("/storefront/v1/orders/{}/returns{path}", order.order_id);
    let request = shop.system.request(method, &shop.host, &path);
    let request = request
        .header("order-token", &order.order_token)
        .header("idempotency-key", key);
    send(if body.is_null() {
        request
    } else {
        request.json(&body)
    })
    .await
}

async fn ask(shop: &Shop<'_>, order: &Bought, key: &str, quantity: i64) -> Answer {
    let lines = json!([{"line_id": line(shop, order).await, "quantity": quantity}]);
    let body = json!({"reason": "does_not_fit", "note": "Too small.", "lines": lines});
    own(shop, order, (Method::POST, ""), (key, body)).await
}

async fn decide(shop: &Shop<'_>, id: &str, what: &str, message: &str) -> Answer {
    let path = format!("/returns/{id}/{what}");
    shop.admin(Method::POST, &path, json!({"message": message}))
        .await
}

/// Says how many came and went back into stock until now.
async fn receive(
    shop: &Shop<'_>,
    (id, line): (&str, &str),
    counts: (i64, i64),
    is_final: bool,
) -> Answer {
    let body = json!({
        "lines": [{"line_id": line, "received_quantity": counts.0, "restocked_quantity": counts.1}],
        "is_final": is_final,
    });
    shop.admin(Method::POST, &format!("/returns/{id}/receive"), body)
        .await
}

async fn on_hand(system: &System) -> i64 {
    system.is_quiet().await;
    system
        .number("select on_hand::bigint from stock_levels")
        .await
}

#[tokio::test]
async fn a_shopper_asks_once_for_no_more_than_came() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let (order, _) = bought(&shop, 3, true).await;
    let line = line(&shop, &order).await;

    let asked = ask(&shop, &order, "r-1", 2).await;
    assert_eq!(
        asked.headers["location"],
        format!("/storefront/v1/orders/{}/returns", order.order_id)
    );
    let asked = asked.expect(201);
    let id = text(&asked, "/id");
    assert_eq!(asked["status"], "requested");
    assert_eq!(
        asked["lines"],
        json!([{"line_id": line, "quantity": 2, "received_quantity": 0}])
    );
    // The same key again is the same return; another asks for more than is left.
    let again = ask(&shop, &order, "r-1", 2).await;
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert_eq!(again.expect(201)["id"], id.as_str());
    let more = ask(&shop, &order, "r-2", 2).await;
    assert_eq!((more.status, more.code()), (422, "return_too_large"));
    assert_eq!(more.body["errors"][0]["pointer"], "/lines/0/quantity");
    let other = ask(&shop, &order, "r-1", 1).await;
    assert_eq!(
        (other.status, other.code()),
        (422, "idempotency_key_reused")
    );

    system.settle().await;
}

#[tokio::test]
async fn what_comes_back_in_parts_goes_into_stock_once_and_the_shopper_is_told() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let (order, _) = bought(&shop, 3, true).await;
    let number = number(&shop, &order).await;
    let line = line(&shop, &order).await;
    system.is_quiet().await;
    let letters = system.letters("anna@example.com").await.len();
    let id = text(&ask(&shop, &order, "r-1", 2).await.expect(201), "/id");

    // Nothing is received before it is approved.
    let early = receive(&shop, (&id, &line), (1, 0), false).await;
    assert_eq!((early.status, early.code()), (409, "return_wrong_status"));
    let approved = decide(&shop, &id, "approve", "Send it to Dock 4.").await;
    assert_eq!(approved.expect(200)["status"], "approved");
    let letter = system.letter("anna@example.com", letters + 1).await;
    assert_eq!(
        letter.subject,
        format!("Return of order {number} at aurora is approved")
    );
    assert!(
        letter.text.contains("Send it to Dock 4."),
        "{}",
        letter.text
    );
    assert!(letter.text.contains("2 × "), "{}", letter.text);

    assert_eq!(on_hand(&system).await, 7);
    let first = receive(&shop, (&id, &line), (1, 1), false)
        .await
        .expect(200);
    assert_eq!(first["status"], "approved");
    receive(&shop, (&id, &line), (1, 1), false)
        .await
        .expect(200);
    assert_eq!(on_hand(&system).await, 8);
    let fewer = receive(&shop, (&id, &line), (0, 0), false).await;
    assert_eq!((fewer.status, fewer.code()), (400, "invalid_request"));
    // The second one came broken.
    let done = receive(&shop, (&id, &line), (2, 1), false)
        .await
        .expect(200);
    assert_eq!(done["status"], "received");
    assert_eq!(
        receive(&shop, (&id, &line), (2, 1), false)
            .await
            .expect(200),
        done
    );
    assert_eq!(on_hand(&system).await, 8);
    let letter = system.letter("anna@example.com", letters + 2).await;
    assert_eq!(
        letter.subject,
        format!("Return of order {number} at aurora has arrived")
    );

    let seen = own(&shop, &order, (Method::GET, ""), ("x", Value::Null)).await;
    let seen = seen.expect(200);
    assert_eq!(seen["data"][0]["message"], "Send it to Dock 4.");
    assert_eq!(seen["data"][0]["lines"][0]["received_quantity"], 2);
    // One unit is left, and the money goes back by a refund of the lines.
    ask(&shop, &order, "r-3", 1).await.expect(201);
    let lines = json!({"lines": [{"line_id": line, "quantity": 2}], "reason": "returned"});
    shop.refund(&order.order_id, "refund-1", &lines)
        .await
        .expect(201);
    system.settle().await;
}

#[tokio::test]
async fn the_window_opens_with_the_delivery_and_closes_by_the_stores_policy() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let (order, parcel) = bought(&shop, 1, false).await;
    let refused = |answer: &Answer| (answer.status, answer.code().to_owned());
    let closed = (409, "return_window_closed".to_owned());

    assert_eq!(refused(&ask(&shop, &order, "r-1", 1).await), closed);
    let path = format!("/orders/{}/fulfillments/{parcel}/delivered", order.order_id);
    shop.admin(Method::POST, &path, Value::Null)
        .await
        .expect(200);
    let path = format!("/orders/{}", order.order_id);
    let seen = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let storefront = text(&seen, "/storefront_id");
    let policy = format!("/storefronts/{storefront}/return-policy");
    let standard = shop
        .admin(Method::GET, &policy, Value::Null)
        .await
        .expect(200);
    assert_eq!(standard, json!({"window_days": 14}));
    for (days, is_open) in [(0, false), (3, false), (5, true)] {
        system
            .execute("update fulfillments set delivered_at = now() - interval '4 days'")
            .await;
        let body = json!({"window_days": days});
        shop.admin(Method::PUT, &policy, body).await.expect(200);
        let asked = ask(&shop, &order, &format!("d-{days}"), 1).await;
        if is_open {
            asked.expect(201);
        } else {
            assert_eq!(refused(&asked), closed, "{days}");
        }
    }
    for days in [json!(-1), json!(366), json!(1.5), json!("1")] {
        let answer = shop
            .admin(Method::PUT, &policy, json!({"window_days": days}))
            .await;
        assert_eq!(
            (answer.status, answer.code()),
            (400, "invalid_request"),
            "{days}"
        );
    }
    system.settle().await;
}

#[tokio::test]
async fn what_is_rejected_or_cancelled_can_come_back_in_another_return() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let (order, _) = bought(&shop, 1, true).await;
    let line = line(&shop, &order).await;

    let first = text(&ask(&shop, &order, "r-1", 1).await.expect(201), "/id");
    let path = format!("/{first}/cancel");
    let cancelled = own(&shop, &order, (Method::POST, &path), ("x", Value::Null)).await;
    assert_eq!(cancelled.expect(200)["status"], "cancelled");
    let second = text(&ask(&shop, &order, "r-2", 1).await.expect(201), "/id");
    let rejected = decide(&shop, &second, "reject", "Worn.").await.expect(200);
    assert_eq!(
        (&rejected["status"], &rejected["message"]),
        (&json!("rejected"), &json!("Worn."))
    );
    // Each transition from a state that is over is refused and changes nothing.
    for id in [&first, &second] {
        for what in ["approve", "reject"] {
            let answer = decide(&shop, id, what, "x").await;
            let is_same = id == &second && what == "reject";
            assert_eq!(
                answer.status,
                if is_same { 200 } else { 409 },
                "{id} {what}"
            );
        }
        let answer = receive(&shop, (id, &line), (1, 1), true).await;
        assert_eq!((answer.status, answer.code()), (409, "return_wrong_status"));
    }
    let third = text(&ask(&shop, &order, "r-3", 1).await.expect(201), "/id");
    decide(&shop, &third, "approve", "").await.expect(200);
    // Nothing came, and nothing will: the unit is free again.
    receive(&shop, (&third, &line), (0, 0), true)
        .await
        .expect(200);
    ask(&shop, &order, "r-4", 1).await.expect(201);
    let list = shop
        .admin(Method::GET, "/returns?status=rejected", Value::Null)
        .await;
    let list = list.expect(200);
    assert_eq!(list["data"].as_array().unwrap().len(), 1);
    assert_eq!(list["data"][0]["id"], second.as_str());
    system.settle().await;
}

#[tokio::test]
async fn staff_take_back_what_is_shipped_and_its_parcel_stays() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let (order, parcel) = bought(&shop, 2, false).await;
    let line = line(&shop, &order).await;
    let path = format!("/admin/v1/orders/{}/returns", order.order_id);
    let body = |quantity: i64| json!({"reason": "damaged", "lines": [{"line_id": line, "quantity": quantity}]});
    let create = |key: &'static str, body: Value| {
        let request = system.request(Method::POST, &shop.host, &path);
        let request = request.bearer_auth(&shop.owner_token);
        send(request.header("idempotency-key", key).json(&body))
    };

    let unknown = json!({"reason": "damaged", "lines": [{"line_id": "oln_00000000000000000000000000", "quantity": 1}]});
    let unknown = create("s-0", unknown).await;
    assert_eq!(
        (unknown.status, unknown.code()),
        (422, "order_line_not_found")
    );
    let made = create("s-1", body(1)).await.expect(201);
    assert_eq!(made["status"], "approved");
    assert!(made["requested_by"].as_str().unwrap().starts_with("stff_"));
    let too_many = create("s-2", body(2)).await;
    assert_eq!(
        (too_many.status, too_many.code()),
        (422, "return_too_large")
    );
    // The parcel of a unit that comes back was handed over.
    let cancel = format!("/orders/{}/fulfillments/{parcel}/cancel", order.order_id);
    let refused = shop.admin(Method::POST, &cancel, Value::Null).await;
    assert_eq!((refused.status, refused.code()), (409, "return_open"));
    let id = text(&made, "/id");
    let path = format!("/returns/{id}/cancel");
    shop.admin(Method::POST, &path, Value::Null)
        .await
        .expect(200);
    shop.admin(Method::POST, &cancel, Value::Null)
        .await
        .expect(200);
    system.settle().await;
}

#[tokio::test]
async fn of_four_who_return_the_same_unit_one_does() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let (order, _) = bought(&shop, 1, true).await;
    let keys: Vec<String> = (0..4).map(|n| format!("same-{n}")).collect();

    let asked = keys.iter().map(|key| ask(&shop, &order, key, 1));
    let mut statuses: Vec<u16> = join_all(asked).await.iter().map(|it| it.status).collect();
    statuses.sort_unstable();

    assert_eq!(statuses, [201, 409, 409, 409]);
    assert_eq!(system.number("select count(*) from returns").await, 1);
    assert_eq!(
        system
            .number("select returning_quantity::bigint from order_lines")
            .await,
        1
    );
    system.settle().await;
}
