//! Orders, as the shopper who placed them sees them.

use poem::http::Method;
use serde_json::json;

use super::{House, address};

#[tokio::test]
async fn a_shopper_sees_the_order_with_its_token() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let order = house.paid_order(&[(mug, 2)]).await;
    let path = format!("/storefront/v1/orders/{}", order["id"].as_str().unwrap());

    let seen = house
        .ask(Method::GET, &path)
        .header("Order-Token", order["token"].as_str().unwrap())
        .send()
        .await
        .ok(200);

    assert_eq!(seen["number"], order["number"]);
    assert_eq!(
        (&seen["status"], &seen["payment_status"]),
        (&json!("paid"), &json!("paid"))
    );
    assert_eq!(
        seen["totals"]["items"],
        json!({"amount": 2380, "currency": "EUR"})
    );
    assert_eq!(seen["totals"]["total"], order["total"]);
    assert_eq!(seen["shipping_address"], address());
    assert_eq!(seen["lines"][0]["title"], "Mug");
    assert_eq!(seen["lines"][0]["quantity"], 2);
    assert_eq!(
        seen["lines"][0]["total"],
        json!({"amount": 2380, "currency": "EUR"})
    );
    for inner in ["shares", "merchant_id", "cart_id", "quote_hash", "token"] {
        assert_eq!(seen.get(inner), None, "{inner}");
        assert_eq!(seen["lines"][0].get(inner), None, "{inner}");
    }
}

#[tokio::test]
async fn nobody_else_sees_it() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let order = house.paid_order(&[(mug, 1)]).await;
    let other = house.paid_order(&[(mug, 1)]).await;
    let path = format!("/storefront/v1/orders/{}", order["id"].as_str().unwrap());
    let token = |order: &serde_json::Value| order["token"].as_str().unwrap().to_owned();
    let absent = house
        .ask(
            Method::GET,
            "/storefront/v1/orders/ord_00000000000000000000000001",
        )
        .header("Order-Token", token(&order))
        .send()
        .await
        .without_request_id();
    assert_eq!(absent.0, 404);

    for ask in [
        house
            .ask(Method::GET, &path)
            .header("Order-Token", token(&other)),
        house.ask(Method::GET, &path).header("Order-Token", "guess"),
        house
            .ask(Method::GET, &path)
            .header("Order-Token", token(&order))
            .header("Host", super::BOREALIS),
    ] {
        assert_eq!(ask.send().await.without_request_id(), absent);
    }
    assert_eq!(house.ask(Method::GET, &path).send().await.status, 401);
}
