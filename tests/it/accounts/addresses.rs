//! The address book: what it keeps, what is a default, and what carts and orders take from it.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use super::ANNA;
use crate::harness::{Account, Answer, Shop, System, send, text};

fn berlin() -> Value {
    json!({
        "first_name": "Anna", "last_name": "Berg", "street_name": "Lange Straße 1",
        "city": "Berlin", "postal_code": "10115", "country": "DE",
    })
}

fn austin() -> Value {
    json!({
        "first_name": "Ann", "company": "Lee & Sons", "street_name": "Congress Avenue 1",
        "city": "Austin", "region": "Texas", "postal_code": "78701", "country": "US",
    })
}

async fn ask(shop: &Shop<'_>, whose: &Account, method: Method, path: &str, body: Value) -> Answer {
    let path = format!("/addresses{path}");
    shop.account(&whose.access_token, method, &path, body).await
}

async fn add(shop: &Shop<'_>, whose: &Account, body: Value) -> Answer {
    ask(shop, whose, Method::POST, "", body).await
}

/// Each address of the book: its city, and whether it is shipped to and billed by default.
async fn book(shop: &Shop<'_>, whose: &Account) -> Vec<(String, bool, bool)> {
    let list = ask(shop, whose, Method::GET, "", Value::Null).await;
    let list = list.expect(200);
    let entries = list["data"].as_array().unwrap().iter();
    entries
        .map(|it| {
            let is = |name: &str| it[name].as_bool().unwrap();
            let city = text(it, "/address/city");
            (city, is("is_default_shipping"), is("is_default_billing"))
        })
        .collect()
}

#[tokio::test]
async fn an_address_book_keeps_addresses_and_one_default_of_each_kind() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    assert_eq!(book(&shop, &anna).await, []);

    let first = add(&shop, &anna, json!({"address": berlin()})).await;
    let id = text(&first.body, "/id");
    let location = format!("/storefront/v1/account/addresses/{id}");
    assert_eq!(
        (first.status, first.headers["location"].to_str().unwrap()),
        (201, location.as_str())
    );
    assert_eq!(first.body["address"], berlin());
    let kept = ask(&shop, &anna, Method::GET, &format!("/{id}"), Value::Null).await;
    assert_eq!(kept.expect(200), first.body);
    let second = add(
        &shop,
        &anna,
        json!({"address": austin(), "is_default_billing": true}),
    )
    .await
    .expect(201);
    assert_eq!(second["address"]["region"], "TX");
    assert_eq!(
        book(&shop, &anna).await,
        [
            ("Berlin".into(), true, false),
            ("Austin".into(), false, true)
        ]
    );

    let second = format!("/{}", text(&second, "/id"));
    let change = json!({"is_default_shipping": true, "is_default_billing": false});
    ask(&shop, &anna, Method::PATCH, &second, change)
        .await
        .expect(200);
    assert_eq!(
        book(&shop, &anna).await,
        [
            ("Berlin".into(), false, false),
            ("Austin".into(), true, false)
        ]
    );
    let moved = json!({"address": {
        "first_name": "Anna", "street_name": "Ring 2", "city": "Wien", "postal_code": "1010", "country": "AT",
    }});
    let moved = ask(&shop, &anna, Method::PATCH, &format!("/{id}"), moved).await;
    assert_eq!(moved.expect(200)["address"].get("last_name"), None);

    ask(&shop, &anna, Method::DELETE, &second, Value::Null)
        .await
        .expect(204);
    ask(&shop, &anna, Method::DELETE, &second, Value::Null)
        .await
        .expect(404);
    assert_eq!(book(&shop, &anna).await, [("Wien".into(), false, false)]);
}

#[tokio::test]
async fn an_address_that_its_country_does_not_know_is_told_and_not_kept() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let id = text(
        &add(&shop, &anna, json!({"address": berlin()}))
            .await
            .expect(201),
        "/id",
    );
    let before = book(&shop, &anna).await;
    let with = |name: &str, value: Value| {
        let mut address = austin();
        address[name] = value;
        address
    };
    for (address, pointer, code) in [
        (
            with("region", json!("Bavaria")),
            "/address/region",
            "malformed",
        ),
        (with("region", json!(" ")), "/address/region", "required"),
        (
            with("postal_code", json!("ABC")),
            "/address/postal_code",
            "malformed",
        ),
        (with("city", json!("  ")), "/address/city", "required"),
        (
            with("country", json!("us")),
            "/address/country",
            "malformed",
        ),
        (
            with("phone", json!("call me")),
            "/address/phone",
            "malformed",
        ),
        (
            with("street_name", json!("a\nb")),
            "/address/street_name",
            "malformed",
        ),
    ] {
        let body = json!({"address": address});
        let path = format!("/{id}");
        for refused in [
            add(&shop, &anna, body.clone()).await,
            ask(&shop, &anna, Method::PATCH, &path, body.clone()).await,
        ] {
            let fault = &refused.body["errors"][0];
            assert_eq!(refused.status, 400, "{body}: {}", refused.body);
            assert_eq!(
                (&fault["pointer"], &fault["code"]),
                (&json!(pointer), &json!(code))
            );
        }
    }
    let absent = add(&shop, &anna, json!({"is_default_shipping": true})).await;
    assert_eq!(
        (absent.status, &absent.body["errors"][0]["pointer"]),
        (400, &json!("/address"))
    );
    assert_eq!(book(&shop, &anna).await, before);
}

#[tokio::test]
async fn an_address_book_holds_fifty_and_never_two_defaults_whoever_is_first() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let wanted = json!({"address": berlin(), "is_default_shipping": true});
    let made = join_all((0..52).map(|_| add(&shop, &anna, wanted.clone()))).await;
    let full: Vec<_> = made.iter().filter(|answer| answer.status == 409).collect();
    assert_eq!((made.len(), full.len()), (52, 2));
    assert_eq!(full[0].code(), "too_many_addresses");
    let book = book(&shop, &anna).await;
    let defaults = book.iter().filter(|(_, is_shipping, _)| *is_shipping);
    assert_eq!((book.len(), defaults.count()), (50, 1));
}

#[tokio::test]
async fn a_cart_takes_saved_addresses_and_its_order_keeps_copies() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let anna = shop.member(ANNA).await;
    let berta = shop.member("berta@example.com").await;
    let save = async |whose: &Account, address: Value| {
        let made = add(&shop, whose, json!({"address": address})).await;
        text(&made.expect(201), "/id")
    };
    let (home, office) = (save(&anna, berlin()).await, save(&anna, austin()).await);
    let others = save(&berta, berlin()).await;
    let cart = shop.ready_shopper(&[("mug", 1)]).await;
    let change = async |token: Option<&str>, body: Value| {
        let request = cart.request(Method::PATCH, "").json(&body);
        send(match token {
            Some(token) => request.bearer_auth(token),
            None => request,
        })
        .await
    };
    let own = Some(anna.access_token.as_str());
    let before = cart.cart().await;

    for (who, token, id) in [
        ("nobody who is signed in", None, &home),
        ("another shopper", Some(berta.access_token.as_str()), &home),
        ("the id of another's address", own, &others),
    ] {
        for field in ["shipping_address_id", "billing_address_id"] {
            let refused = change(token, json!({field: id})).await;
            let told = (refused.status, refused.code());
            assert_eq!(told, (422, "address_not_found"), "{who}");
            let pointer = &refused.body["errors"][0]["pointer"];
            assert_eq!(pointer, &json!(format!("/{field}")), "{who}");
        }
    }
    let both = json!({"shipping_address": austin(), "shipping_address_id": home});
    let both = change(own, both).await;
    let fault = &both.body["errors"][0];
    assert_eq!((both.status, &fault["code"]), (400, &json!("conflict")));
    let odd = change(Some("e30.e30.e30"), json!({"shipping_address_id": home})).await;
    assert_eq!((odd.status, odd.code()), (401, "unauthenticated"));
    assert_eq!(cart.cart().await, before);

    let saved = json!({"shipping_address_id": home, "billing_address_id": office});
    let changed = change(own, saved).await.expect(200);
    assert_eq!(changed["shipping_address"], berlin());
    assert_eq!(changed["billing_address"]["region"], "TX");
    let bought = cart.buy().await;
    let path = format!("/{office}");
    ask(&shop, &anna, Method::DELETE, &path, Value::Null)
        .await
        .expect(204);
    let order = cart.order(&bought).await;
    assert_eq!(order["shipping_address"], berlin());
    assert_eq!(order["billing_address"]["company"], "Lee & Sons");
    let path = format!("/orders/{}", bought.order_id);
    let seen = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(seen["billing_address"], order["billing_address"]);
}

#[tokio::test]
async fn the_shipping_address_is_billed_unless_there_is_another() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let cart = shop.ready_shopper(&[("mug", 1)]).await;
    let change = async |body: Value| send(cart.request(Method::PATCH, "").json(&body)).await;

    let other = change(json!({"billing_address": austin()}))
        .await
        .expect(200);
    assert_eq!(other["billing_address"]["city"], "Austin");
    let wrong = change(json!({"billing_address": {"street_name": "x", "country": "DE"}})).await;
    assert_eq!(wrong.status, 400);
    assert_eq!(
        wrong.body["errors"][0]["pointer"],
        "/billing_address/first_name"
    );
    let cleared = change(json!({"billing_address": null})).await.expect(200);
    assert_eq!(cleared.get("billing_address"), None);
    let bought = cart.buy().await;
    let order = cart.order(&bought).await;
    assert_eq!(order["billing_address"], order["shipping_address"]);
    assert_eq!(order["billing_address"]["city"], "Berlin");
}

#[tokio::test]
async fn a_deleted_account_takes_its_address_book_along() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    add(&shop, &anna, json!({"address": berlin()}))
        .await
        .expect(201);
    assert_eq!(system.number("select count(*) from addresses").await, 1);
    let body = json!({"password": super::PASSWORD});
    shop.account(&anna.access_token, Method::POST, "/delete", body)
        .await
        .expect(204);
    assert_eq!(system.number("select count(*) from addresses").await, 0);
}
