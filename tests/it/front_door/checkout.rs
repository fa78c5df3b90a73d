//! Placing orders, as a shopper's program sees it: the completion contract.

use poem::http::Method;
use serde_json::{Value, json};
use testkit::Trouble;

use super::House;

#[tokio::test]
async fn an_order_is_placed_once_and_its_answer_can_be_had_again() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let (basket, total) = house.full_cart(&[(mug, 2)]).await;

    let first = house.checkout(&basket, "key", &total).send().await;

    assert_eq!((first.status, &first.replayed), (201, &None));
    let order = &first.body["order"];
    assert_eq!(order["status"], "pending_payment");
    assert_eq!(order["total"], total);
    assert!(order["number"].is_i64() && order["token"].is_string());
    let payment = &first.body["payment"];
    assert_eq!(
        (&payment["provider"], &payment["status"]),
        (&json!("stripe"), &json!("open"))
    );
    assert!(payment["client_secret"].is_string() && payment["publishable_key"].is_string());
    assert_eq!(payment.get("account"), None);

    let again = house.checkout(&basket, "key", &total).send().await;
    assert_eq!(
        (again.status, again.replayed.as_deref()),
        (201, Some("true"))
    );
    assert_eq!(again.bytes, first.bytes);

    let another = house.checkout(&basket, "another", &total).send().await;
    assert_eq!((another.status, &another.replayed), (200, &None));
    assert_eq!(another.body, first.body);
    let another = house.checkout(&basket, "another", &total).send().await;
    assert_eq!(
        (another.status, another.replayed.as_deref()),
        (200, Some("true"))
    );
    assert_eq!(house.payments.opened(), 1);
}

#[tokio::test]
async fn a_key_that_was_used_for_something_else_is_refused() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    house.checkout(&basket, "key", &total).send().await.ok(201);

    let other_total = json!({"amount": 1, "currency": "EUR"});
    let refused = house.checkout(&basket, "key", &other_total).send().await;

    assert_eq!(refused.problem(), (422, "idempotency_key_reused"));
}

#[tokio::test]
async fn a_total_that_was_not_shown_is_refused_with_the_one_that_is() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let before = house.rows().await;

    for expected in [
        json!({"amount": 1, "currency": "EUR"}),
        json!({"amount": total["amount"], "currency": "USD"}),
        json!({"amount": -1, "currency": "EUR"}),
        json!({"amount": 9_007_199_254_740_991_i64, "currency": "EUR"}),
    ] {
        let refused = house.checkout(&basket, "key", &expected).send().await;
        assert_eq!(refused.problem(), (409, "cart_changed"));
        assert_eq!(refused.body["current_total"], total);
    }
    assert_eq!(house.rows().await, before);
}

#[tokio::test]
async fn what_is_missing_is_told_as_the_cart_tells_it() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let basket = house.cart().await;
    let cart = house.add(&basket, mug, 1).await;

    let refused = house
        .checkout(&basket, "key", &cart["totals"]["total"])
        .send()
        .await;

    assert_eq!(refused.problem(), (422, "checkout_incomplete"));
    assert_eq!(refused.body["errors"], cart["requirements"]);
    assert_eq!(
        refused.fields(),
        [
            ("/email", "required"),
            ("/shipping_address", "required"),
            ("/shipping_option_id", "required")
        ]
    );
}

#[tokio::test]
async fn of_two_shoppers_one_gets_the_last_mug() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(1)).await;
    let (anna, total) = house.full_cart(&[(mug, 1)]).await;
    let (ben, _) = house.full_cart(&[(mug, 1)]).await;

    let (first, second) = tokio::join!(
        house.checkout(&anna, "key", &total).send(),
        house.checkout(&ben, "key", &total).send(),
    );

    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    let refused = if first.status == 409 { first } else { second };
    assert_eq!(refused.problem(), (409, "insufficient_stock"));
    assert_eq!(
        (&refused.body["available"], &refused.body["variant_id"]),
        (&json!(0), &json!(mug))
    );
}

#[tokio::test]
async fn a_provider_that_is_out_leaves_the_cart_intact_and_says_when_to_come_back() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(1)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    house.payments.set_trouble(Some(Trouble::Down));

    let refused = house.checkout(&basket, "key", &total).send().await;

    assert_eq!(refused.problem(), (503, "payment_provider_unavailable"));
    assert_eq!(refused.retry_after.as_deref(), Some("5"));
    let cart = house
        .ask_cart(Method::GET, &basket, "")
        .send()
        .await
        .ok(200);
    assert_eq!(cart["status"], "open");
    assert_eq!(cart["totals"]["total"], total);
    assert_eq!(cart["requirements"], json!([]));

    house.payments.set_trouble(None);
    let placed = house.checkout(&basket, "key", &total).send().await;
    assert_eq!((placed.status, &placed.replayed), (201, &None));
    assert_eq!(placed.body["order"]["number"], 1001);
}

#[tokio::test]
async fn a_provider_that_refuses_leaves_the_cart_open_and_its_stock_free() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(1)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let (other, _) = house.full_cart(&[(mug, 1)]).await;
    house.payments.set_trouble(Some(Trouble::Refuses));

    let refused = house.checkout(&basket, "key", &total).send().await;

    assert_eq!(refused.problem(), (422, "payment_failed"));
    assert_eq!(refused.retry_after, None);
    let cart = house.ask_cart(Method::GET, &basket, "").send().await;
    let cart = cart.ok(200);
    assert_eq!(
        (&cart["status"], &cart["totals"]["total"]),
        (&json!("open"), &total)
    );
    assert_eq!(house.payments.opened(), 0);

    house.payments.set_trouble(None);
    let again = house.checkout(&basket, "key", &total).send().await;
    assert_eq!(
        again.problem(),
        (422, "payment_failed"),
        "the same key, the same answer"
    );
    let placed = house.checkout(&other, "key", &total).send().await;
    assert_eq!((placed.status, &placed.replayed), (201, &None));
    let late = house.checkout(&basket, "key2", &total).send().await;
    assert_eq!(late.problem(), (409, "insufficient_stock"));
}

#[tokio::test]
async fn a_request_whose_client_gives_up_says_so_to_the_next_one() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(1)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    house.payments.hold();

    let first = house.checkout(&basket, "key", &total).send();
    let waited = tokio::time::timeout(std::time::Duration::from_millis(300), first).await;
    assert!(waited.is_err());
    let second = house.checkout(&basket, "key", &total).send().await;
    house.payments.let_go();

    assert_eq!(second.problem(), (409, "completion_in_progress"));
    assert_eq!(second.retry_after.as_deref(), Some("1"));
    let third = house.checkout(&basket, "another-key", &total).send().await;
    assert_eq!(third.status, 200);
}

#[tokio::test]
async fn a_request_without_a_key_a_token_or_the_right_cart_does_nothing() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(1)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let other = house.cart().await;
    let body = json!({"expected_total": total, "payment_provider": "stripe"});
    let before = house.rows().await;

    let keyless = house
        .ask_cart(Method::POST, &basket, "/checkout")
        .json(&body);
    assert_eq!(
        keyless.send().await.problem(),
        (400, "idempotency_key_missing")
    );
    let long = house
        .checkout(&basket, &"k".repeat(256), &total)
        .send()
        .await;
    assert_eq!(long.problem(), (400, "idempotency_key_malformed"));
    let tokenless = house
        .ask(Method::POST, &format!("{}/checkout", basket.path()))
        .header("Idempotency-Key", "key")
        .json(&body);
    assert_eq!(tokenless.send().await.status, 401);
    for stranger in [
        house
            .checkout(&basket, "key", &total)
            .header("Cart-Token", other.token.clone()),
        house
            .checkout(&basket, "key", &total)
            .header("Host", super::BOREALIS),
    ] {
        assert_eq!(stranger.send().await.problem(), (404, "not_found"));
    }
    let provider = house
        .ask_cart(Method::POST, &basket, "/checkout")
        .header("Idempotency-Key", "key")
        .json(&json!({"expected_total": total, "payment_provider": "barter"}))
        .send()
        .await;
    assert_eq!(provider.status, 400);
    assert_eq!(provider.fields()[0].0, "/payment_provider");
    assert_eq!(house.rows().await, before);
    assert_eq!(house.payments.opened(), 0);
    // One character is a key.
    house.checkout(&basket, "k", &total).send().await.ok(201);
}

#[tokio::test]
async fn a_cart_that_was_paid_for_is_answered_with_its_order() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(3)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let placed = house.checkout(&basket, "key", &total).send().await.ok(201);
    let order_id = placed["order"]["id"].as_str().unwrap().parse().unwrap();
    house.payments.succeed(order_id);

    let again = house
        .checkout(&basket, "another", &total)
        .send()
        .await
        .ok(200);

    assert_eq!(again["order"]["id"], placed["order"]["id"]);
    assert_eq!(again["order"]["token"], placed["order"]["token"]);
    assert_eq!(again["payment"]["status"], "succeeded");
    assert_ne!(again, Value::Null);
    assert_eq!(house.payments.opened(), 1);
}
