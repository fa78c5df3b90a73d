//! What is left of an account that is deleted: its orders, and nothing else in any table.

use reqwest::Method;
use serde_json::{Value, json};

use super::PASSWORD;
use crate::harness::{Account, Shop, System, send};

const ZORA: &str = "zora@example.com";
const ZELDA: &str = "zelda@example.com";
const BERTA: &str = "berta@example.com";
const STREET: &str = "Zimtgasse 17";

async fn own(shop: &Shop<'_>, account: &Account, method: Method, path: &str, body: Value) {
    let answer = shop
        .account(&account.access_token, method, path, body)
        .await;
    assert!(answer.status < 300, "{path}: {}", answer.text);
}

fn address() -> Value {
    json!({
        "first_name": "Zora", "last_name": "Zander", "street_name": STREET, "city": "Berlin",
        "postal_code": "10115", "country": "DE",
    })
}

/// An account that is in every table where one can be, and a cart that was left.
async fn member(shop: &Shop<'_>, email: &str) -> Account {
    let system = shop.system;
    let account = shop.member(email).await;
    let name = json!({"first_name": "Zora", "last_name": "Zander"});
    own(shop, &account, Method::PATCH, "", name).await;
    let saved = json!({"address": address()});
    own(shop, &account, Method::POST, "/addresses", saved).await;
    let agreed = json!({"terms_version": "1", "marketing_email": true});
    own(shop, &account, Method::PATCH, "/consents", agreed).await;
    let other = json!({"email": format!("new.{email}"), "password": PASSWORD});
    own(shop, &account, Method::POST, "/email", other).await;
    let berta = Account::of(&shop.log_in(BERTA, PASSWORD).await.expect(200));
    let wanted = json!({"email": email, "password": PASSWORD});
    own(shop, &berta, Method::POST, "/email", wanted).await;
    let forgotten = shop.auth("forgot-password", &json!({"email": email}));
    send(forgotten).await.expect(202);
    // The second is sent no letter, and waits.
    for _ in 0..2 {
        shop.sign_up(email, PASSWORD).await.expect(202);
    }
    let cart = shop.ready_shopper(&[("mug", 1)]).await;
    let who = json!({"email": email, "shipping_address": address(), "billing_address": address()});
    send(cart.request(Method::PATCH, "").json(&who))
        .await
        .expect(200);
    let path = format!("/customers/{}", account.id);
    let note = json!({"note": format!("{email} lives in {STREET}")});
    shop.admin(Method::PATCH, &path, note).await.expect(200);
    system.is_quiet().await;
    for text in [email, STREET, "Zander"] {
        assert_ne!(system.tables_with(text).await, [""; 0], "{text}");
    }
    account
}

/// What is planned for a minute, or days, later happens now.
async fn later(system: &System) {
    system.is_quiet().await;
    system
        .execute("update outbox set available_at = now() where dead_at is null")
        .await;
    system.is_quiet().await;
}

#[tokio::test]
async fn whoever_leaves_is_in_no_table_any_more() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    shop.member(BERTA).await;

    let zora = member(&shop, ZORA).await;
    own(
        &shop,
        &zora,
        Method::POST,
        "/delete",
        json!({"password": PASSWORD}),
    )
    .await;
    let zelda = member(&shop, ZELDA).await;
    let path = format!("/customers/{}", zelda.id);
    shop.admin(Method::DELETE, &path, Value::Null)
        .await
        .expect(204);
    later(&system).await;

    for text in [ZORA, ZELDA, STREET, "Zander"] {
        assert_eq!(system.tables_with(text).await, [""; 0], "{text}");
    }
    for email in [ZORA, ZELDA] {
        let last = system.letters(email).await.pop().unwrap();
        assert_eq!(last.subject, "Your account at aurora was deleted");
    }
    // Nobody else's is touched.
    shop.log_in(BERTA, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn orders_stay_and_nothing_beside_them() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let zora = shop.member(ZORA).await;
    let cart = shop.ready_shopper(&[("mug", 1)]).await;
    let who = json!({"email": ZORA, "shipping_address": address()});
    send(cart.request(Method::PATCH, "").json(&who))
        .await
        .expect(200);
    let order = cart.buy().await;
    own(
        &shop,
        &zora,
        Method::POST,
        "/delete",
        json!({"password": PASSWORD}),
    )
    .await;
    later(&system).await;

    assert_eq!(system.tables_with(ZORA).await, ["orders"]);
    assert_eq!(system.tables_with(STREET).await, ["orders"]);
    assert_eq!(cart.order(&order).await["email"], ZORA);
}
