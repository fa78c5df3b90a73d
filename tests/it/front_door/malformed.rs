//! Bodies that are not what they should be: every one is refused with the field that is wrong, and
//! nothing is written.

use poem::http::Method;
use serde_json::{Value, json};

use super::{Ask, House, address};

/// Sends each body to what `ask` makes, and expects 400 with that pointer.
async fn refused<'a>(ask: impl Fn() -> Ask<'a>, bodies: &[(Value, &str)]) {
    for (body, pointer) in bodies {
        let answer = ask().json(body).send().await;
        assert_eq!(answer.status, 400, "{body}: {}", answer.body);
        let pointers: Vec<&str> = answer.fields().iter().map(|field| field.0).collect();
        assert_eq!(pointers, [*pointer], "{body}: {}", answer.body);
    }
    for broken in ["", "{", "[]", "null", "\"text\"", "{\"a\": \u{0}}"] {
        let answer = ask().raw(broken).send().await;
        assert_eq!(answer.status, 400, "{broken:?}: {}", answer.body);
    }
}

#[tokio::test]
async fn lines_are_whole_numbers_of_variants() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let basket = house.cart().await;
    let cart = house.add(&basket, mug, 1).await;
    let line = format!("/lines/{}", cart["lines"][0]["id"].as_str().unwrap());
    let before = house.rows().await;

    let mut bodies = vec![
        (json!({"quantity": 1}), "/variant_id"),
        (json!({"variant_id": mug}), "/quantity"),
        (json!({"variant_id": "mug", "quantity": 1}), "/variant_id"),
        (json!({"variant_id": 7, "quantity": 1}), "/variant_id"),
        (json!({"variant_id": null, "quantity": 1}), "/variant_id"),
        (
            json!({"variant_id": "prod_00000000000000000000000001", "quantity": 1}),
            "/variant_id",
        ),
        (
            json!({"variant_id": mug, "quantity": 1, "price": 1}),
            "/price",
        ),
        (
            json!({"variant_id": mug, "quantity": 1, "unit_price": 1}),
            "/unit_price",
        ),
        (
            json!({"variant_id": mug, "quantity": 1, "tenant_id": "x"}),
            "/tenant_id",
        ),
    ];
    let wrong = [
        json!(0),
        json!(-1),
        json!(1000),
        json!(1.5),
        json!("1"),
        json!(null),
        json!([1]),
        json!(9_223_372_036_854_775_807_i64),
        json!(18_446_744_073_709_551_615_u64),
        json!(1e300),
    ];
    for quantity in &wrong {
        bodies.push((
            json!({"variant_id": mug, "quantity": quantity}),
            "/quantity",
        ));
    }
    refused(|| house.ask_cart(Method::POST, &basket, "/lines"), &bodies).await;

    let mut bodies: Vec<_> = wrong[1..]
        .iter()
        .map(|quantity| (json!({"quantity": quantity}), "/quantity"))
        .collect();
    bodies.push((json!({}), "/quantity"));
    bodies.push((json!({"quantity": 1, "variant_id": mug}), "/variant_id"));
    refused(|| house.ask_cart(Method::PATCH, &basket, &line), &bodies).await;

    assert_eq!(house.rows().await, before);
}

#[tokio::test]
async fn carts_are_addressed_to_people() {
    let house = House::new().await;
    let basket = house.cart().await;
    let before = house.rows().await;
    let with = |name: &str, value: Value| {
        let mut address = address();
        address[name] = value;
        json!({"shipping_address": address})
    };
    let without = |name: &str| {
        let mut address = address();
        address.as_object_mut().unwrap().remove(name);
        json!({"shipping_address": address})
    };

    let bodies = [
        (json!({"email": "anna"}), "/email"),
        (json!({"email": ["anna@example.com"]}), "/email"),
        (
            json!({"email": format!("{}@example.com", "a".repeat(300))}),
            "/email",
        ),
        (
            json!({"shipping_option_id": "standard"}),
            "/shipping_option_id",
        ),
        (json!({"shipping_option_id": 1}), "/shipping_option_id"),
        (json!({"status": "completed"}), "/status"),
        (json!({"totals": {"total": 1}}), "/totals"),
        (json!({"currency": "USD"}), "/currency"),
        (
            json!({"shipping_address": "Main street"}),
            "/shipping_address",
        ),
        (without("city"), "/shipping_address/city"),
        (
            with("first_name", json!("Anna\u{202e}")),
            "/shipping_address/first_name",
        ),
        (with("city", json!("a\nb")), "/shipping_address/city"),
        (
            with("city", json!("x".repeat(101))),
            "/shipping_address/city",
        ),
        (
            with("country", json!("Germany")),
            "/shipping_address/country",
        ),
        (with("country", json!("de")), "/shipping_address/country"),
        (with("planet", json!("Earth")), "/shipping_address/planet"),
    ];
    refused(|| house.ask_cart(Method::PATCH, &basket, ""), &bodies).await;

    assert_eq!(house.rows().await, before);
}

#[tokio::test]
async fn totals_are_money() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    let before = house.rows().await;
    let body = |total: Value| json!({"expected_total": total, "payment_provider": "stripe"});

    let bodies = [
        (json!({"expected_total": total}), "/payment_provider"),
        (json!({"payment_provider": "stripe"}), "/expected_total"),
        (
            json!({"expected_total": total, "payment_provider": 1}),
            "/payment_provider",
        ),
        (body(json!(1680)), "/expected_total"),
        (body(json!(null)), "/expected_total"),
        (body(json!({"amount": 1680})), "/expected_total/currency"),
        (
            body(json!({"amount": "1680", "currency": "EUR"})),
            "/expected_total/amount",
        ),
        (
            body(json!({"amount": 16.8, "currency": "EUR"})),
            "/expected_total/amount",
        ),
        (
            body(json!({"amount": i64::MAX, "currency": "EUR"})),
            "/expected_total/amount",
        ),
        (
            body(json!({"amount": 1680, "currency": "XXE"})),
            "/expected_total/currency",
        ),
        (
            body(json!({"amount": 1680, "currency": "EUR", "rate": 2})),
            "/expected_total/rate",
        ),
        (
            json!({"expected_total": total, "payment_provider": "stripe", "status": "paid"}),
            "/status",
        ),
    ];
    let ask = || {
        house
            .ask_cart(Method::POST, &basket, "/checkout")
            .header("Idempotency-Key", "key")
    };
    refused(ask, &bodies).await;

    assert_eq!(house.rows().await, before);
}

#[tokio::test]
async fn refunds_name_lines_or_everything() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let order = house.paid_order(&[(mug, 2)]).await;
    let owner = house.owner("aurora").await;
    let path = format!("/admin/v1/orders/{}", order["id"].as_str().unwrap());
    let shown = house
        .ask(Method::GET, &path)
        .header("Authorization", owner.clone())
        .send()
        .await
        .ok(200);
    let line = &shown["lines"][0]["id"];
    let before = house.rows().await;
    let units = |quantity: Value| json!({"lines": [{"line_id": line, "quantity": quantity}]});

    let bodies = [
        (json!({}), "/lines"),
        (json!({"lines": []}), "/lines"),
        (json!({"full": true, "shipping": true}), "/full"),
        (json!({"full": "yes"}), "/full"),
        (json!({"lines": [{"quantity": 1}]}), "/lines/0/line_id"),
        (json!({"lines": [{"line_id": line}]}), "/lines/0/quantity"),
        (
            json!({"lines": [{"line_id": "x", "quantity": 1}]}),
            "/lines/0/line_id",
        ),
        (units(json!(0)), "/lines/0/quantity"),
        (units(json!(-1)), "/lines/0/quantity"),
        (units(json!(1000)), "/lines/0/quantity"),
        (units(json!(1.5)), "/lines/0/quantity"),
        (json!({"full": true, "amount": 1}), "/amount"),
        (json!({"full": true, "reason": ["it broke"]}), "/reason"),
        (json!({"full": true, "reason": "a\nb"}), "/reason"),
        (json!({"full": true, "reason": "x".repeat(501)}), "/reason"),
        (
            json!({"lines": [{"line_id": line, "quantity": 1}, {"line_id": line, "quantity": 1}]}),
            "/lines/1/line_id",
        ),
    ];
    let ask = || {
        house
            .ask(Method::POST, &format!("{path}/refunds"))
            .header("Authorization", owner.clone())
            .header("Idempotency-Key", "key")
    };
    refused(ask, &bodies).await;

    assert_eq!(house.rows().await, before);
    assert!(house.payments.refunds().is_empty());
}
