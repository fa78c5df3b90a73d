//! Products over the admin API, at the edges of what a body may hold.

use poem::http::Method;
use serde_json::{Value, json};

use super::House;

/// The largest product that is allowed, with everything that a variant can have.
fn largest() -> Value {
    let variants: Vec<Value> = (0..2_048)
        .map(|number: u32| {
            json!({
                "sku": format!("SKU-{number}"),
                "barcode": "4006381333931",
                "options": [format!("a{}", number / 128), format!("b{}", number / 8 % 16), format!("c{}", number % 8)],
                "price": {"amount": 1_000 + number, "currency": "EUR"},
                "on_hand": number,
                "allow_backorder": true,
                "requires_shipping": true,
                "taxable": true,
                "weight_grams": 300
            })
        })
        .collect();
    json!({
        "title": "Shelf",
        "status": "active",
        "options": ["Width", "Height", "Wood"],
        "tags": (0..50).map(|tag| format!("tag{tag}")).collect::<Vec<_>>(),
        "variants": variants
    })
}

#[tokio::test]
async fn the_largest_product_that_is_allowed_can_be_sent() {
    let house = House::new().await;
    let owner = house.owner("aurora").await;

    let made = house
        .ask(Method::POST, "/admin/v1/products")
        .header("Authorization", owner)
        .json(&largest())
        .send()
        .await
        .ok(201);

    assert_eq!(made["variants"].as_array().unwrap().len(), 2_048);
}

/// The document says what is taken: a number is no text, and nothing is no boolean.
#[tokio::test]
async fn values_of_another_type_are_refused_with_their_place() {
    let house = House::new().await;
    let owner = house.owner("aurora").await;
    let variant = json!({"price": {"amount": 100, "currency": "EUR"}});
    let product = |changes: Value| {
        let mut body = json!({"title": "Mug", "status": "active", "variants": [variant.clone()]});
        for (name, value) in changes.as_object().unwrap() {
            body[name] = value.clone();
        }
        body
    };
    let send = async |body: Value| {
        house
            .ask(Method::POST, "/admin/v1/products")
            .header("Authorization", owner.clone())
            .json(&body)
            .send()
            .await
    };

    for (changes, pointer, code) in [
        (
            json!({"description": 5.2e-246}),
            "/description",
            "wrong_type",
        ),
        (json!({"vendor": null}), "/vendor", "wrong_type"),
        (
            json!({"variants": [{"allow_backorder": null}]}),
            "/variants/0/allow_backorder",
            "wrong_type",
        ),
        (
            json!({"variants": [{"taxable": "yes"}]}),
            "/variants/0/taxable",
            "wrong_type",
        ),
        (
            json!({"title": "Call 4242 4242 4242 4242"}),
            "/title",
            "card_number",
        ),
    ] {
        let answer = send(product(changes)).await;
        assert_eq!(answer.problem(), (400, "invalid_request"), "{pointer}");
        assert_eq!(answer.fields(), [(pointer, code)]);
    }
    send(product(json!({}))).await.ok(201);
}

/// A line below the title: set, shown, refused when it is none, and taken away.
#[tokio::test]
async fn a_subtitle_is_shown_below_the_title() {
    let house = House::new().await;
    let owner = house.owner("aurora").await;
    let variant = json!({"price": {"amount": 100, "currency": "EUR"}});
    let body =
        json!({"title": "Mug", "subtitle": "For tea", "status": "active", "variants": [variant]});
    let made = house.ask(Method::POST, "/admin/v1/products");
    let made = made.header("Authorization", &owner).json(&body);
    let made = made.send().await.ok(201);
    assert_eq!(made["subtitle"], "For tea");
    let path = format!("/admin/v1/products/{}", made["id"].as_str().unwrap());
    let change = async |subtitle: Value| {
        let change = house.ask(Method::PATCH, &path);
        let change = change.header("Authorization", &owner);
        change.json(&json!({"subtitle": subtitle})).send().await
    };
    let kept = async || {
        let product = house.ask(Method::GET, &path);
        let product = product.header("Authorization", &owner);
        product.send().await.ok(200)["subtitle"].clone()
    };

    let shown = house.ask(Method::GET, "/storefront/v1/products/mug");
    assert_eq!(shown.send().await.ok(200)["subtitle"], "For tea");
    let refused = change(json!("two\nlines")).await;
    assert_eq!(refused.problem(), (400, "invalid_request"));
    assert_eq!(refused.fields(), [("/subtitle", "malformed")]);
    assert_eq!(kept().await, "For tea");
    assert_eq!(change(json!("For coffee")).await.ok(200)["version"], 2);
    assert_eq!(kept().await, "For coffee");
    change(Value::Null).await.ok(200);
    assert_eq!(kept().await, Value::Null);
}
