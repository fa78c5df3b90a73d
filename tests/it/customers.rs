//! Customers as the staff sees them: found, noted about, blocked, helped and deleted.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{SHOPPERS_PASSWORD, Shop, System, send, text};

const ANNA: &str = "anna@example.com";
const BERTA: &str = "berta@example.com";

async fn found(shop: &Shop<'_>, query: &str) -> Vec<String> {
    let path = format!("/customers?{query}");
    let list = shop.admin(Method::GET, &path, Value::Null).await;
    let list = list.expect(200);
    let customers = list["data"].as_array().unwrap().iter();
    customers.map(|it| text(it, "/email")).collect()
}

#[tokio::test]
async fn customers_are_listed_searched_and_shown_with_their_orders() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 5)]).await;
    let anna = shop.member(ANNA).await;
    let berta = shop.member(BERTA).await;
    let names = json!({"first_name": "Berta", "last_name": "Wolf"});
    let path = format!("/customers/{}", berta.id);
    shop.admin(Method::PATCH, &path, names).await.expect(200);
    let other = system.shop("meridian", &[]).await;
    other.member("carla@example.com").await;

    assert_eq!(found(&shop, "").await, [BERTA, ANNA]);
    for (search, expected) in [
        ("an", vec![ANNA]),
        ("ANNA%40ex", vec![ANNA]),
        ("wolf", vec![BERTA]),
        ("nna", vec![]),
        ("carla", vec![]),
        ("%25", vec![]),
        ("_", vec![]),
        ("", vec![BERTA, ANNA]),
    ] {
        let seen = found(&shop, &format!("search={search}")).await;
        assert_eq!(seen, expected, "{search}");
    }
    let change =
        json!({"first_name": "Öl", "last_name": "Äpfel", "note": "Calls on Mondays.\nLikes mugs."});
    let path = format!("/customers/{}", anna.id);
    let changed = shop.admin(Method::PATCH, &path, change).await.expect(200);
    assert_eq!(found(&shop, "search=%C3%A4pf").await, [ANNA]);
    assert_eq!(found(&shop, "search=%C3%96").await, [ANNA]);

    let address = json!({"first_name": "Anna", "last_name": "Berg", "street_name": "Long Street 1",
                         "city": "Berlin", "postal_code": "10115", "country": "DE"});
    let body = json!({"address": address});
    let saved = shop
        .account(&anna.access_token, Method::POST, "/addresses", body)
        .await;
    saved.expect(201);
    let shown = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(shown["note"], "Calls on Mondays.\nLikes mugs.");
    assert_eq!(shown["addresses"][0]["address"]["city"], "Berlin");
    assert_eq!(shown["addresses"][0]["is_default_shipping"], true);
    assert_eq!(changed["first_name"], "Öl");
    // The customer sees the name, and not the note.
    let own = shop.account(&anna.access_token, Method::GET, "", Value::Null);
    let own = own.await.expect(200);
    assert_eq!(own["first_name"], "Öl");
    assert!(!own.to_string().contains("Mondays"));

    let orders = format!("{path}/orders");
    let none = shop
        .admin(Method::GET, &orders, Value::Null)
        .await
        .expect(200);
    assert_eq!(none["data"], json!([]));
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let bought = shopper.buy().await;
    let list = shop
        .admin(Method::GET, &orders, Value::Null)
        .await
        .expect(200);
    assert_eq!(list["data"][0]["id"], bought.order_id.as_str());
    assert_eq!(list["has_more"], false);
    let foreign = other.admin(Method::GET, &path, Value::Null).await;
    assert_eq!((foreign.status, foreign.code()), (404, "not_found"));
    system.settle().await;
}

#[tokio::test]
async fn a_page_ends_where_the_next_begins() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.member(ANNA).await;
    shop.member(BERTA).await;

    let first = shop
        .admin(Method::GET, "/customers?limit=1", Value::Null)
        .await;
    let first = first.expect(200);
    assert_eq!(first["data"][0]["email"], BERTA);
    let cursor = text(&first, "/next_cursor");
    let path = format!("/customers?limit=1&cursor={cursor}");
    let second = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(second["data"][0]["email"], ANNA);
    assert_eq!(second["has_more"], false);
    let path = format!("/customers?limit=1&search=a&cursor={cursor}");
    let other_list = shop.admin(Method::GET, &path, Value::Null).await;
    assert_eq!(
        (other_list.status, other_list.code()),
        (400, "invalid_request")
    );
    system.settle().await;
}

#[tokio::test]
async fn who_is_blocked_is_signed_out_cannot_sign_in_and_cannot_order() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 5)]).await;
    let anna = shop.member(ANNA).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let path = format!("/customers/{}", anna.id);

    let blocked = shop
        .admin(Method::PATCH, &path, json!({"is_blocked": true}))
        .await;
    let blocked = blocked.expect(200);
    let since = text(&blocked, "/blocked_at");
    let own = shop
        .account(&anna.access_token, Method::GET, "", Value::Null)
        .await;
    assert_eq!((own.status, own.code()), (401, "unauthenticated"));
    let refresh = json!({"refresh_token": anna.refresh_token});
    let refreshed = send(shop.auth("refresh", &refresh)).await;
    assert_eq!(
        (refreshed.status, refreshed.code()),
        (401, "unauthenticated")
    );
    let in_again = shop.log_in(ANNA, SHOPPERS_PASSWORD).await;
    assert_eq!((in_again.status, in_again.code()), (403, "account_blocked"));
    // Nobody who does not know the password learns that the account is blocked.
    let wrong = shop.log_in(ANNA, "velvet canyon drum ninety").await;
    assert_eq!((wrong.status, wrong.code()), (401, "invalid_credentials"));
    let order = shopper.checkout("blocked", 1390).await;
    assert_eq!((order.status, order.code()), (403, "customer_blocked"));
    assert_eq!(found(&shop, "is_blocked=true").await, [ANNA]);
    assert!(found(&shop, "is_blocked=false").await.is_empty());
    // Blocked again, they are blocked since the first time.
    let again = shop
        .admin(Method::PATCH, &path, json!({"is_blocked": true}))
        .await;
    assert_eq!(again.expect(200)["blocked_at"], since.as_str());

    let free = shop
        .admin(Method::PATCH, &path, json!({"is_blocked": false}))
        .await;
    assert_eq!(free.expect(200)["blocked_at"], Value::Null);
    shop.log_in(ANNA, SHOPPERS_PASSWORD).await.expect(200);
    shopper.buy().await;
    system.settle().await;
}

#[tokio::test]
async fn a_customer_is_sent_a_reset_and_deleted_with_a_letter() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let before = system.letters(ANNA).await.len();
    let path = format!("/customers/{}", anna.id);

    let reset_path = format!("{path}/password-reset");
    let sent = shop.admin(Method::POST, &reset_path, Value::Null).await;
    assert_eq!(sent.status, 202);
    let letter = system.letter(ANNA, before + 1).await;
    assert_eq!(letter.subject, "Choose a new password for aurora");
    let password = "copper violin nine meadows";
    let reset = json!({"token": letter.token(), "password": password});
    send(shop.auth("reset-password", &reset)).await.expect(204);
    let session = shop.log_in(ANNA, password).await.expect(200);

    let deleted = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!(deleted.status, 204);
    let token = text(&session, "/access_token");
    let own = shop.account(&token, Method::GET, "", Value::Null).await;
    assert_eq!(own.status, 401);
    let again = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!((again.status, again.code()), (404, "not_found"));
    assert!(found(&shop, "").await.is_empty());
    let letter = system.letter(ANNA, before + 3).await;
    assert_eq!(letter.subject, "Your account at aurora was deleted");
    // A new account's orders are looked for once more a minute later, by its address.
    system
        .execute("update outbox set available_at = now()")
        .await;
    system.is_quiet().await;
    assert_eq!(system.tables_with(ANNA).await, Vec::<String>::new());
    system.settle().await;
}

#[tokio::test]
async fn what_is_odd_is_refused_and_changes_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let path = format!("/customers/{}", anna.id);
    let before = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);

    for (body, pointer) in [
        (json!({"note": "a\u{0}b"}), "/note"),
        (json!({"note": "x".repeat(5_001)}), "/note"),
        (json!({"first_name": ""}), "/first_name"),
        (json!({"first_name": "A\nB"}), "/first_name"),
        (json!({"is_blocked": "yes"}), "/is_blocked"),
        (json!({"email": "other@example.com"}), "/email"),
    ] {
        let refused = shop.admin(Method::PATCH, &path, body.clone()).await;
        assert_eq!(
            (refused.status, refused.code()),
            (400, "invalid_request"),
            "{body}"
        );
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{body}");
    }
    let long = format!("/customers?search={}", "x".repeat(256));
    let refused = shop.admin(Method::GET, &long, Value::Null).await;
    assert_eq!((refused.status, refused.code()), (400, "invalid_request"));
    let after = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(after, before);
    system.settle().await;
}
