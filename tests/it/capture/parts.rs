//! Less is taken than was promised: what was cancelled meanwhile, and what staff leave.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use super::{booked, euros, intent, on_hand, statuses};
use crate::harness::{System, text};

#[tokio::test]
async fn what_was_cancelled_before_is_never_taken() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("north", 1000)]).await;
    shop.stock(&[("north/mug", 901, 10)]).await;
    shop.captures("manual").await;
    let shopper = shop.ready_shopper(&[("mug", 5)]).await;
    let order = shopper.buy_later().await;
    let id = order.order_id.as_str();
    let line = text(&shop.shown_to_staff(&order).await, "/lines/0/id");
    let units = |quantity: i64| json!({"lines": [{"line_id": line, "quantity": quantity}]});

    for (key, quantity) in [("c-1", 1), ("c-2", 2)] {
        let made = shop.cancel_units(id, key, &units(quantity)).await;
        assert!(made.expect(201)["refund_id"].is_string());
    }
    let before = shop.shown_to_staff(&order).await;
    assert_eq!(statuses(&before), ["authorized", "authorized"]);
    assert_eq!(before["totals"]["refunded"]["amount"], 0);
    for refund in before["refunds"].as_array().unwrap() {
        assert_eq!(
            (&refund["status"], &refund["left_out"]),
            (&json!("requested"), &json!(true))
        );
    }
    system.is_settled().await;
    assert_eq!(on_hand(&system).await, 8);

    let after = shop.capture(&order, json!({})).await.expect(200);
    system.is_settled().await;
    let left = 5 * 901 + 490 - 3 * 901;
    assert_eq!(intent(&system, &order).await["amount_received"], left);
    assert_eq!(after["status"], "paid");
    let after = shop.shown_to_staff(&order).await;
    assert_eq!(statuses(&after), ["paid", "partially_refunded"]);
    assert_eq!(after["totals"]["refunded"]["amount"], 3 * 901);
    assert_eq!(
        (
            booked(&system, "sale").await,
            booked(&system, "refund").await
        ),
        (1, 2)
    );
    // The merchant's share is of what was taken.
    let path = format!("/orders/{id}/money");
    let money = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(money["sum"]["amount"], 0, "{money:#}");
    // The letters of a refund are for money that comes back.
    let letters = system.letters("anna@example.com").await;
    assert!(
        letters
            .iter()
            .all(|it| !it.subject.ends_with("was refunded"))
    );
    let changed = letters
        .iter()
        .filter(|it| it.subject.ends_with("was changed"));
    for letter in changed {
        assert!(
            letter.text.contains("You are not charged for it"),
            "{}",
            letter.text
        );
    }

    // What is left is given back like any other money, to the last cent.
    shop.refund(id, "r-1", &json!({"full": true}))
        .await
        .expect(201);
    system.is_settled().await;
    assert_eq!(
        statuses(&shop.shown_to_staff(&order).await),
        ["refunded", "refunded"]
    );
    system.settle().await;
}

#[tokio::test]
async fn staff_take_less_and_the_rest_is_let_go() {
    let system = System::start().await;
    let shop = system
        .shop("aurora", &[("north", 1000), ("south", 500)])
        .await;
    shop.stock(&[("north/mug", 900, 10), ("south/bowl", 1100, 10)])
        .await;
    shop.captures("manual").await;
    let order = shop
        .ready_shopper(&[("mug", 1), ("bowl", 1)])
        .await
        .buy_later()
        .await;
    let total = 900 + 1100 + 490;

    for (body, status, code) in [
        (euros(0), 422, "capture_too_large"),
        (euros(total + 1), 422, "capture_too_large"),
        (
            json!({"amount": {"amount": 100, "currency": "USD"}}),
            400,
            "invalid_request",
        ),
    ] {
        let refused = shop.capture(&order, body).await;
        assert_eq!((refused.status, refused.code()), (status, code));
    }
    let untouched = shop.shown_to_staff(&order).await;
    assert_eq!(
        (statuses(&untouched), &untouched["refunds"]),
        (["authorized"; 2], &json!([]))
    );

    shop.capture(&order, euros(1500)).await.expect(200);
    system.is_settled().await;
    assert_eq!(intent(&system, &order).await["amount_received"], 1500);
    let seen = shop.shown_to_staff(&order).await;
    assert_eq!(statuses(&seen), ["paid", "partially_refunded"]);
    assert_eq!(seen["totals"]["refunded"]["amount"], total - 1500);
    assert_eq!(seen["refunds"][0]["left_out"], true);
    system.settle().await;
}

#[tokio::test]
async fn ten_captures_at_once_take_the_money_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    shop.captures("manual").await;
    let order = shop.ready_shopper(&[("mug", 2)]).await.buy_later().await;

    let answers = join_all((0..10).map(|_| shop.capture(&order, json!({})))).await;

    for answer in &answers {
        let known = [
            (200, ""),
            (409, "completion_in_progress"),
            (409, "request_in_progress"),
        ];
        let code = if answer.status == 200 {
            ""
        } else {
            answer.code()
        };
        assert!(known.contains(&(answer.status, code)), "{}", answer.text);
    }
    system.is_settled().await;
    assert_eq!(
        statuses(&shop.shown_to_staff(&order).await),
        ["paid", "paid"]
    );
    assert_eq!(
        (
            booked(&system, "sale").await,
            booked(&system, "transfer").await
        ),
        (1, 1)
    );
    system.settle().await;
}

#[tokio::test]
async fn units_that_are_cancelled_one_by_one_end_the_order() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 10)]).await;
    shop.captures("manual").await;
    let shopper = shop.ready_shopper(&[("mug", 2)]).await;
    let order = shopper.buy_later().await;
    let id = order.order_id.as_str();
    let line = text(&shop.shown_to_staff(&order).await, "/lines/0/id");

    let one = json!({"lines": [{"line_id": line, "quantity": 1}]});
    shop.cancel_units(id, "c-1", &one).await.expect(201);
    let rest = json!({"lines": [{"line_id": line, "quantity": 1}], "shipping": true});
    shop.cancel_units(id, "c-2", &rest).await.expect(201);

    shopper.becomes(&order, "cancelled").await;
    system.is_settled().await;
    let seen = shop.shown_to_staff(&order).await;
    assert_eq!(statuses(&seen), ["cancelled", "unpaid"]);
    assert!(
        seen["refunds"]
            .as_array()
            .unwrap()
            .iter()
            .all(|it| it["status"] == "failed")
    );
    assert_eq!(intent(&system, &order).await["status"], "canceled");
    assert_eq!(
        (booked(&system, "sale").await, on_hand(&system).await),
        (0, 10)
    );
    system.settle().await;
}
