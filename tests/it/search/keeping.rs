//! The index follows the catalogue.

use reqwest::Method;
use serde_json::json;

use super::{made, titles};
use crate::harness::{System, text};

#[tokio::test]
async fn what_changes_is_found_as_it_is_now() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[made("Brass Lamp", json!({}))]).await;
    let lamp = shop
        .admin(Method::GET, "/products?q=brass", json!(null))
        .await
        .expect(200);
    let id = text(&lamp, "/data/0/id");
    let product = shop
        .admin(Method::GET, &format!("/products/{id}"), json!(null))
        .await
        .expect(200);
    let variant = text(&product, "/variants/0/id");
    let change = async |method: Method, path: &str, body| {
        shop.admin(method, path, body).await.expect(200);
        system.is_quiet().await;
    };
    let path = format!("/products/{id}");

    change(Method::PATCH, &path, json!({"title": "Copper Lantern"})).await;
    assert_eq!(shop.titles("brass").await, [""; 0]);
    assert_eq!(shop.titles("copper").await, ["Copper Lantern"]);
    assert_eq!(shop.suggest("la").await["terms"], json!(["lantern"]));

    let price = json!({"price": {"amount": 7_700, "currency": "EUR"}});
    change(Method::PUT, &format!("/variants/{variant}/price"), price).await;
    let found = shop.find(&[("price_min", "7700")]).await;
    assert_eq!(titles(&found), ["Copper Lantern"]);

    change(
        Method::PUT,
        &format!("/variants/{variant}/stock"),
        json!({"on_hand": 0}),
    )
    .await;
    assert_eq!(shop.find(&[("available", "false")]).await["total"], 1);

    change(Method::PATCH, &path, json!({"status": "archived"})).await;
    assert_eq!(shop.titles("copper").await, [""; 0]);
    assert_eq!(shop.suggest("la").await["terms"], json!([]));
    assert_eq!(system.number("select count(*) from search_terms").await, 0);
    system.settle().await;
}

#[tokio::test]
async fn the_last_unit_that_is_sold_or_given_back_is_noticed() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("lamp", 1_000, 1), ("vase", 1_000, 2)]).await;
    system.is_quiet().await;
    let available = async |is_available: &str| {
        titles(
            &shop
                .find(&[("available", is_available), ("sort", "title")])
                .await,
        )
    };
    assert_eq!(available("true").await, ["lamp", "vase"]);

    let shopper = shop.ready_shopper(&[("lamp", 1), ("vase", 1)]).await;
    let order = shopper.place().await;
    system.is_quiet().await;
    assert_eq!(available("true").await, ["vase"]);
    assert_eq!(available("false").await, ["lamp"]);

    let cancel = format!("/orders/{}/cancel", order.order_id);
    shop.admin(Method::POST, &cancel, json!({"reason": "test"}))
        .await;
    system.is_quiet().await;
    assert_eq!(available("true").await, ["lamp", "vase"]);
    system.settle().await;
}

#[tokio::test]
async fn a_rebuild_makes_the_index_from_nothing_and_leaves_no_gap() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[made("Lamp", json!({})), made("Vase", json!({}))])
        .await;
    let terms = "select sum(documents)::bigint from search_terms";
    let before = system.number(terms).await;
    system
        .execute("delete from search_documents where title = 'Vase'")
        .await;
    system.execute("delete from search_terms").await;
    system
        .execute("update search_documents set lexemes = '', words = '{}'")
        .await;
    assert_eq!(shop.titles("lamp").await, [""; 0]);

    system
        .app
        .search
        .request_rebuild(&shop.system_caller())
        .await
        .unwrap();
    system.is_quiet().await;

    assert_eq!(shop.titles("lamp").await, ["Lamp"]);
    assert_eq!(shop.titles("vase").await, ["Vase"]);
    assert_eq!(system.number(terms).await, before);
    // Again, with shoppers looking: what is there is found all the while.
    system
        .app
        .search
        .request_rebuild(&shop.system_caller())
        .await
        .unwrap();
    for _ in 0..20 {
        assert_eq!(shop.titles("lamp").await, ["Lamp"]);
    }
    system.is_quiet().await;
    assert_eq!(system.number(terms).await, before);
    system.settle().await;
}

#[tokio::test]
async fn another_storefront_finds_in_its_own_language_and_currency() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[made(
        "Kaffeetassen",
        json!({"variants": [{"price": {"amount": 500, "currency": "EUR"}}]}),
    )])
    .await;
    let token = system.operator_token().await;
    let path = format!("/operator/v1/tenants/{}/storefronts", shop.tenant_id);
    let storefront = json!({
        "slug": "de",
        "storefront": {
            "currency": "EUR", "country": "DE", "locale": "de",
            "tax": {"included": true, "rate_ppm": 190_000, "name": "MwSt."},
        },
        "shipping_options": [{
            "name": "Paket", "rate": {"kind": "flat", "price": {"amount": 490, "currency": "EUR"}},
        }],
    });
    let request = system
        .request(Method::POST, "localhost", &path)
        .bearer_auth(token)
        .header("idempotency-key", "another")
        .json(&storefront);
    let made = crate::harness::send(request).await;
    assert_eq!(made.status, 201, "{}", made.body);
    system.is_quiet().await;

    let host = text(&made.body, "/host");
    let request = system.request(Method::GET, &host, "/storefront/v1/search?q=tasse");
    let found = crate::harness::send(request).await.expect(200);

    assert_eq!(titles(&found), ["Kaffeetassen"]);
    assert_eq!(shop.titles("kaffeetasse").await, ["Kaffeetassen"]);
    system.settle().await;
}
