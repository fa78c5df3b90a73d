//! What a store keeps about a shopper, for the shopper.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Account, Shop, System};

async fn export(shop: &Shop<'_>, account: &Account) -> Value {
    let token = &account.access_token;
    let answer = shop
        .account(token, Method::GET, "/export", Value::Null)
        .await;
    answer.expect(200)
}

#[tokio::test]
async fn an_export_holds_all_of_ones_own_and_nothing_of_others() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let anna = shop.member("anna@example.com").await;
    let berta = shop.member("berta@example.com").await;
    let empty = export(&shop, &anna).await;
    for list in ["addresses", "orders", "reviews"] {
        assert_eq!(empty[list], json!([]), "{list}");
    }
    let address = json!({"address": {
        "first_name": "Anna", "street_name": "Zimtgasse 17", "city": "Berlin",
        "postal_code": "10115", "country": "DE",
    }});
    let saved = shop
        .account(&anna.access_token, Method::POST, "/addresses", address)
        .await
        .expect(201);
    let agreed = json!({"terms_version": "7", "marketing_email": true});
    shop.account(&anna.access_token, Method::PATCH, "/consents", agreed)
        .await
        .expect(200);
    let mut numbers = Vec::new();
    for _ in 0..2 {
        let cart = shop.ready_shopper(&[("mug", 2)]).await;
        numbers.push(cart.buy().await.order_id);
    }
    system.is_quiet().await;

    let told = export(&shop, &anna).await;
    assert_eq!(told["account"]["email"], "anna@example.com");
    assert_eq!(told["addresses"], json!([saved]));
    assert_eq!(told["consents"]["terms_version"], "7");
    assert_eq!(told["sessions"].as_array().unwrap().len(), 1);
    let orders: Vec<&Value> = told["orders"].as_array().unwrap().iter().collect();
    numbers.reverse();
    let ids: Vec<&str> = orders.iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, numbers);
    for order in orders {
        let path = format!("/orders/{}", order["id"].as_str().unwrap());
        let shown = shop
            .account(&anna.access_token, Method::GET, &path, Value::Null)
            .await;
        assert_eq!(*order, shown.expect(200));
    }
    let kinds: Vec<&str> = told["emails"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["order_confirmed", "order_confirmed", "confirm_email"]
    );
    assert_eq!(told["emails"][0]["order_id"], numbers[0].as_str());
    assert_eq!(told["emails"][0]["outcome"], "sent");
    let others = export(&shop, &berta).await.to_string();
    assert!(
        !others.contains("anna@example.com") && !others.contains("Zimtgasse"),
        "{others}"
    );
    system.settle().await;
}
