//! Units of a paid order that are cancelled: refunded, back in stock, told to the shopper, and never twice.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Bought, Shop, Shopper, System, text};

async fn seen(shop: &Shop<'_>, order: &Bought) -> Value {
    let path = format!("/orders/{}", order.order_id);
    shop.admin(Method::GET, &path, Value::Null)
        .await
        .expect(200)
}

/// What a refused request must leave as it is.
async fn everything(system: &System) -> [i64; 5] {
    let mut counts = [0; 5];
    let queries = [
        "select on_hand::bigint from stock_levels",
        "select count(*) from cancellations",
        "select count(*) from cancellation_lines",
        "select count(*) from refunds",
        "select sum(cancelled_quantity)::bigint from order_lines",
    ];
    for (count, query) in counts.iter_mut().zip(queries) {
        *count = system.number(query).await;
    }
    counts
}

async fn on_hand(system: &System) -> i64 {
    system.is_quiet().await;
    let level = "select on_hand::bigint from stock_levels";
    system.number(level).await
}

fn units(line: &str, quantity: i64) -> Value {
    json!([{"line_id": line, "quantity": quantity}])
}

#[tokio::test]
async fn cancelled_units_are_refunded_restocked_and_not_shipped() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let shopper: Shopper<'_> = shop.ready_shopper(&[("mug", 5)]).await;
    let order = shopper.buy().await;
    let id = order.order_id.as_str();
    let line = text(&seen(&shop, &order).await, "/lines/0/id");
    assert_eq!(on_hand(&system).await, 5);
    let letters = system.letters("anna@example.com").await.len();

    let body = json!({"lines": units(&line, 2), "reason": "two are broken"});
    let made = shop.cancel_units(id, "c-1", &body).await;
    assert_eq!(
        made.headers["location"],
        format!("/admin/v1/orders/{id}").as_str()
    );
    let made = made.expect(201);
    assert_eq!(made["lines"], units(&line, 2));
    assert_eq!(made["restocked"], true);
    let refund_id = text(&made, "/refund_id");
    let again = shop.cancel_units(id, "c-1", &body).await;
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert_eq!(again.expect(201), made);
    let other = json!({"lines": units(&line, 1)});
    let other = shop.cancel_units(id, "c-1", &other).await;
    assert_eq!(
        (other.status, other.code()),
        (422, "idempotency_key_reused")
    );
    assert_eq!(on_hand(&system).await, 7);

    let after = seen(&shop, &order).await;
    assert_eq!(after["status"], "paid");
    assert_eq!(after["payment_status"], "partially_refunded");
    assert_eq!(after["fulfillment_status"], "unfulfilled");
    assert_eq!(after["totals"]["refunded"]["amount"], 1800);
    assert_eq!(after["cancellations"], json!([made]));
    let refund = &after["refunds"][0];
    assert_eq!(refund["id"], refund_id.as_str());
    assert_eq!(
        (&refund["status"], &refund["reason"]),
        (&json!("succeeded"), &json!("two are broken"))
    );
    let own = shopper.order(&order).await;
    assert_eq!(own["lines"][0]["cancelled_quantity"], 2);
    let letters: Vec<_> = system.letters("anna@example.com").await.split_off(letters);
    let number = after["number"].as_i64().unwrap();
    let changed = format!("Order {number} at aurora was changed");
    let letter = letters.iter().find(|it| it.subject == changed).unwrap();
    assert!(letter.text.contains("2 × mug"), "{}", letter.text);
    assert!(
        letter.text.contains("We refund 18.00 EUR"),
        "{}",
        letter.text
    );
    system.settle().await;
}

#[tokio::test]
async fn a_unit_is_shipped_or_cancelled() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let order = shop.ready_shopper(&[("mug", 3)]).await.buy().await;
    let id = order.order_id.as_str();
    let line = text(&seen(&shop, &order).await, "/lines/0/id");

    // One is shipped, and one of the rest is cancelled: then the order is fulfilled with the last one.
    let one = json!({"lines": units(&line, 1)});
    shop.fulfill(id, "parcel-1", &one).await.expect(201);
    let free = json!({"lines": units(&line, 1), "refund": false, "restock": false});
    let unpaid = shop.cancel_units(id, "c-2", &free).await.expect(201);
    assert_eq!(unpaid.get("refund_id"), None);
    assert_eq!(on_hand(&system).await, 7);
    let status = |value: Value| value["fulfillment_status"].clone();
    assert_eq!(status(seen(&shop, &order).await), "partially_fulfilled");
    let before = everything(&system).await;
    let two = json!({"lines": units(&line, 2)});
    for (answer, code) in [
        (
            shop.fulfill(id, "parcel-2", &two).await,
            "fulfillment_too_large",
        ),
        (
            shop.cancel_units(id, "c-3", &two).await,
            "cancellation_too_large",
        ),
    ] {
        assert_eq!((answer.status, answer.code()), (422, code));
        assert_eq!(answer.body["errors"][0]["pointer"], "/lines/0/quantity");
    }
    assert_eq!(everything(&system).await, before);
    shop.fulfill(id, "parcel-3", &json!({})).await.expect(201);
    assert_eq!(status(seen(&shop, &order).await), "fulfilled");
    system.settle().await;
}

#[tokio::test]
async fn a_cancellation_of_everything_gives_everything_back() {
    let system = System::start().await;
    let shop = system
        .shop("aurora", &[("north", 1000), ("south", 500)])
        .await;
    shop.stock(&[("north/mug", 901, 10), ("south/bowl", 333, 10)])
        .await;
    let shopper = shop.ready_shopper(&[("mug", 3), ("bowl", 2)]).await;
    let order = shopper.buy().await;
    let lines = seen(&shop, &order).await["lines"].clone();
    let lines: Vec<Value> = lines
        .as_array()
        .unwrap()
        .iter()
        .map(|line| json!({"line_id": line["id"], "quantity": line["quantity"]}))
        .collect();
    let body = json!({"lines": lines, "shipping": true});
    let made = shop.cancel_units(&order.order_id, "all", &body).await;
    made.expect(201);
    system.is_quiet().await;

    let after = seen(&shop, &order).await;
    assert_eq!(after["status"], "refunded");
    assert_eq!(after["payment_status"], "refunded");
    assert_eq!(after["totals"]["refunded"]["amount"], order.total);
    let stock = "select sum(on_hand)::bigint from stock_levels";
    assert_eq!(system.number(stock).await, 20);
    let path = format!("/orders/{}/money", order.order_id);
    let money = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(money["sum"]["amount"], 0);
    assert_eq!(money["payment"]["refunded"]["amount"], order.total);
    for share in money["shares"].as_array().unwrap() {
        assert_eq!(share["commission"], share["commission_returned"]);
        assert_eq!(share["gross"], share["refunded"]);
    }
    system.settle().await;
}

#[tokio::test]
async fn of_ten_who_cancel_the_same_three_units_three_do() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    let shopper = shop.ready_shopper(&[("mug", 3)]).await;
    let order = shopper.buy().await;
    let line = text(&seen(&shop, &order).await, "/lines/0/id");
    let body = json!({"lines": units(&line, 1)});
    let keys: Vec<String> = (0..10).map(|n| format!("ten-{n}")).collect();

    let asked = keys
        .iter()
        .map(|key| shop.cancel_units(&order.order_id, key, &body));
    let answers = join_all(asked).await;

    let done = answers.iter().filter(|it| it.status == 201).count();
    let refused = answers
        .iter()
        .filter(|it| it.code() == "cancellation_too_large");
    assert_eq!((done, refused.count()), (3, 7));
    assert_eq!(on_hand(&system).await, 10);
    let after = seen(&shop, &order).await;
    assert_eq!(after["lines"][0]["cancelled_quantity"], 3);
    assert_eq!(after["totals"]["refunded"]["amount"], 2700);
    assert_eq!(after["refunds"].as_array().unwrap().len(), 3);
    system.settle().await;
}

#[tokio::test]
async fn only_what_is_paid_and_not_shipped_can_be_cancelled() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 20)]).await;
    let shopper = shop.ready_shopper(&[("mug", 2)]).await;
    let order = shopper.place().await;
    let id = order.order_id.as_str();
    let line = text(&seen(&shop, &order).await, "/lines/0/id");
    let one = json!({"lines": units(&line, 1)});
    let refused = async |key: &str, body: &Value, expected: (u16, &str)| {
        system.is_quiet().await;
        let before = everything(&system).await;
        let answer = shop.cancel_units(id, key, body).await;
        assert_eq!((answer.status, answer.code()), expected, "{key}");
        assert_eq!(everything(&system).await, before, "{key}");
        answer
    };

    refused("pending", &one, (409, "order_wrong_status")).await;
    shopper.pay(&order).await;
    let twice = json!({"lines": [
        {"line_id": line, "quantity": 1}, {"line_id": line, "quantity": 1},
    ]});
    refused("twice", &twice, (400, "invalid_request")).await;
    let stranger = json!({"lines": units("oln_00000000000000000000000000", 1)});
    refused("stranger", &stranger, (422, "order_line_not_found")).await;
    for quantity in [json!(0), json!(1000), json!(1.5), json!("1")] {
        let body = json!({"lines": [{"line_id": line, "quantity": quantity}]});
        refused("count", &body, (400, "invalid_request")).await;
    }
    refused("none", &json!({"lines": []}), (400, "invalid_request")).await;
    let three = json!({"lines": units(&line, 3)});
    refused("three", &three, (422, "cancellation_too_large")).await;
    let shipping = json!({"lines": units(&line, 1), "shipping": true, "refund": false});
    let answer = refused("shipping", &shipping, (400, "invalid_request")).await;
    assert_eq!(answer.body["errors"][0]["pointer"], "/shipping");

    // What is refunded already is not refunded again; without a refund it can be cancelled.
    let all = json!({"full": true});
    shop.refund(id, "full", &all).await.expect(201);
    system.is_quiet().await;
    refused("refunded", &one, (422, "refund_too_large")).await;
    let free = json!({"lines": units(&line, 1), "refund": false});
    shop.cancel_units(id, "free", &free).await.expect(201);
    assert_eq!(on_hand(&system).await, 19);
    assert_eq!(seen(&shop, &order).await["status"], "refunded");

    let unpaid = shop.ready_shopper(&[("mug", 1)]).await.place().await;
    let path = format!("/orders/{}/cancel", unpaid.order_id);
    shop.admin(Method::POST, &path, Value::Null)
        .await
        .expect(200);
    let line = text(&seen(&shop, &unpaid).await, "/lines/0/id");
    let body = json!({"lines": units(&line, 1)});
    let answer = shop.cancel_units(&unpaid.order_id, "c", &body).await;
    assert_eq!((answer.status, answer.code()), (409, "order_wrong_status"));
    let fulfilled = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    shop.fulfill(&fulfilled.order_id, "ship", &json!({}))
        .await
        .expect(201);
    let line = text(&seen(&shop, &fulfilled).await, "/lines/0/id");
    let body = json!({"lines": units(&line, 1)});
    let answer = shop.cancel_units(&fulfilled.order_id, "c", &body).await;
    assert_eq!(
        (answer.status, answer.code()),
        (422, "cancellation_too_large")
    );
    system.settle().await;
}
