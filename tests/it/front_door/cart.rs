//! Carts, as a shopper's program sees them.

use poem::http::Method;
use serde_json::{Value, json};

use super::{House, address};

#[tokio::test]
async fn a_shopper_fills_a_cart_and_sees_what_it_comes_to() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;

    let made = house
        .ask(Method::POST, "/storefront/v1/carts")
        .send()
        .await
        .ok(201);
    let nothing = json!({"amount": 0, "currency": "EUR"});
    assert_eq!(
        made["totals"],
        json!({"items": nothing, "shipping": nothing, "tax": nothing, "total": nothing})
    );
    assert_eq!(
        (&made["lines"], &made["status"]),
        (&json!([]), &json!("open"))
    );
    let basket = house.cart().await;

    let cart = house.add(&basket, mug, 2).await;
    assert_eq!(cart.get("token"), None, "the token is shown once");
    let line = &cart["lines"][0];
    assert_eq!(line["variant_id"], json!(mug));
    assert_eq!(line["quantity"], 2);
    assert_eq!(
        line["unit_price"],
        json!({"amount": 1190, "currency": "EUR"})
    );
    assert_eq!(line["total"], json!({"amount": 2380, "currency": "EUR"}));
    assert_eq!(
        (&line["title"], &line["variant_title"]),
        (&json!("Mug"), &json!("Blue"))
    );
    assert_eq!(line["available"], true);
    assert_eq!(cart["requirements"][0]["pointer"], "/email");

    let options = house
        .ask_cart(Method::GET, &basket, "/shipping-options")
        .send()
        .await
        .ok(200);
    let option = &options["data"][0];
    assert!(option["price"]["amount"].is_i64() && option["name"].is_string());
    let cart = house
        .ask_cart(Method::PATCH, &basket, "")
        .json(&json!({
            "email": "Anna@Example.com",
            "shipping_address": address(),
            "shipping_option_id": option["id"],
        }))
        .send()
        .await
        .ok(200);
    assert_eq!(cart["email"], "anna@example.com");
    assert_eq!(cart["shipping_address"], address());
    assert_eq!(cart["shipping_option_id"], option["id"]);
    assert_eq!(cart["totals"]["shipping"], option["price"]);
    assert_eq!(cart["requirements"], json!([]));
    assert_eq!(
        house
            .ask_cart(Method::GET, &basket, "")
            .send()
            .await
            .ok(200),
        cart
    );
}

#[tokio::test]
async fn fields_are_emptied_and_lines_removed() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let (basket, _) = house.full_cart(&[(mug, 2)]).await;
    let cart = house
        .ask_cart(Method::GET, &basket, "")
        .send()
        .await
        .ok(200);
    let line_path = format!("/lines/{}", cart["lines"][0]["id"].as_str().unwrap());

    let cleared = house
        .ask_cart(Method::PATCH, &basket, "")
        .json(&json!({"shipping_address": null}))
        .send()
        .await
        .ok(200);
    assert_eq!(cleared.get("shipping_address"), None);
    assert_eq!(cleared["email"], "anna@example.com");

    let emptied = house
        .ask_cart(Method::PATCH, &basket, &line_path)
        .json(&json!({"quantity": 0}))
        .send()
        .await
        .ok(200);
    assert_eq!(emptied["lines"], json!([]));
}

#[tokio::test]
async fn more_than_there_is_is_refused_with_what_is_left() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(2)).await;
    let basket = house.cart().await;

    let refused = house
        .ask_cart(Method::POST, &basket, "/lines")
        .json(&json!({"variant_id": mug, "quantity": 3}))
        .send()
        .await;

    assert_eq!(refused.problem(), (409, "insufficient_stock"));
    assert_eq!(refused.body["available"], 2);
    assert_eq!(refused.body["variant_id"], json!(mug));
}

#[tokio::test]
async fn a_cart_that_is_being_paid_for_is_locked() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let (basket, total) = house.full_cart(&[(mug, 1)]).await;
    house.checkout(&basket, "key", &total).send().await.ok(201);

    for ask in [
        house
            .ask_cart(Method::POST, &basket, "/lines")
            .json(&json!({"variant_id": mug, "quantity": 1})),
        house
            .ask_cart(Method::PATCH, &basket, "")
            .json(&json!({"email": null})),
    ] {
        assert_eq!(ask.send().await.problem(), (409, "cart_locked"));
    }
    let cart = house
        .ask_cart(Method::GET, &basket, "")
        .send()
        .await
        .ok(200);
    assert_eq!(cart["status"], "completing");
}

#[tokio::test]
async fn what_is_absent_and_what_is_somebody_elses_look_the_same() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let basket = house.cart().await;
    house.add(&basket, mug, 1).await;
    let other = house.cart().await;
    let before = house.rows().await;
    let absent = house
        .ask(
            Method::GET,
            "/storefront/v1/carts/cart_00000000000000000000000001",
        )
        .header("Cart-Token", basket.token.clone())
        .send()
        .await
        .without_request_id();
    assert_eq!(absent.0, 404);

    let line = json!({"variant_id": mug, "quantity": 1});
    for ask in [
        house
            .ask_cart(Method::GET, &basket, "")
            .header("Cart-Token", other.token.clone()),
        house
            .ask_cart(Method::GET, &basket, "")
            .header("Cart-Token", ""),
        house
            .ask_cart(Method::GET, &basket, "")
            .header("Host", super::BOREALIS),
        house
            .ask(Method::GET, "/storefront/v1/carts/mug")
            .header("Cart-Token", "a"),
        house
            .ask_cart(Method::POST, &basket, "/lines")
            .header("Cart-Token", other.token.clone())
            .json(&line),
        house
            .ask_cart(Method::POST, &basket, "/lines")
            .header("Host", super::BOREALIS)
            .json(&line),
        house
            .ask_cart(
                Method::PATCH,
                &basket,
                "/lines/cln_00000000000000000000000001",
            )
            .json(&json!({"quantity": 1})),
        house
            .ask_cart(Method::GET, &basket, "/shipping-options")
            .header("Cart-Token", other.token.clone()),
    ] {
        let path = ask.path().to_owned();
        assert_eq!(ask.send().await.without_request_id(), absent, "{path}");
    }
    assert_eq!(house.rows().await, before);
}

/// 404 is for what the path names. What a body names is told by its pointer, absent or somebody else's alike.
#[tokio::test]
async fn what_a_body_names_and_is_not_there_is_told_by_its_field() {
    let house = House::new().await;
    let mug = house.sell("aurora", 1190, Some(5)).await;
    let foreign_mug = house.sell("borealis", 1190, Some(5)).await;
    let basket = house.cart().await;
    house.add(&basket, mug, 1).await;
    let before = house.rows().await;

    let add = async |variant_id: Value| {
        let ask = house.ask_cart(Method::POST, &basket, "/lines");
        let ask = ask.json(&json!({"variant_id": variant_id, "quantity": 1}));
        ask.send().await
    };
    let foreign = add(json!(foreign_mug)).await;
    let absent = add(json!("var_00000000000000000000000001")).await;
    assert_eq!(absent.problem(), (422, "variant_not_found"));
    assert_eq!(absent.fields(), [("/variant_id", "unknown")]);
    assert_eq!(foreign.without_request_id(), absent.without_request_id());
    let option = house
        .ask_cart(Method::PATCH, &basket, "")
        .json(&json!({"shipping_option_id": "shp_00000000000000000000000001"}))
        .send()
        .await;
    assert_eq!(option.problem(), (422, "shipping_option_not_found"));
    assert_eq!(option.fields(), [("/shipping_option_id", "unknown")]);
    assert_eq!(house.rows().await, before);
}
