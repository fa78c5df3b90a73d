//! Customers whom staff create: nobody but the reader of the mailbox gets into the account.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, SHOPPERS_PASSWORD, Shop, System, send, text};

const CARL: &str = "carl@example.com";
const PASSWORD: &str = "copper violin nine meadows";

async fn create(shop: &Shop<'_>, body: Value) -> Answer {
    shop.admin(Method::POST, "/customers", body).await
}

async fn show(shop: &Shop<'_>, id: &str) -> Value {
    let path = format!("/customers/{id}");
    shop.admin(Method::GET, &path, Value::Null)
        .await
        .expect(200)
}

#[tokio::test]
async fn a_created_customer_chooses_a_password_by_letter_and_has_their_orders() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 5)]).await;
    let guest = shop.ready_shopper(&[("mug", 1)]).await;
    let contact = json!({"email": CARL});
    send(guest.request(Method::PATCH, "").json(&contact))
        .await
        .expect(200);
    let bought = guest.buy().await;
    system.is_quiet().await;
    let letters = system.letters(CARL).await.len();

    let body = json!({"email": "Carl@Example.com", "first_name": "Carl", "last_name": "Stahl", "note": "Met at the fair."});
    let created = create(&shop, body.clone()).await;
    let location = created.headers["location"].to_str().unwrap().to_owned();
    let customer = created.expect(201);
    let id = text(&customer, "/id");
    assert_eq!(location, format!("/admin/v1/customers/{id}"));
    assert_eq!(
        (
            &customer["email"],
            &customer["note"],
            customer.get("email_verified_at")
        ),
        (&json!(CARL), &json!("Met at the fair."), None)
    );
    create(&shop, body).await.refused(409, "customer_exists");
    // The guest's order is the account's, which staff see at once and the shopper once they are in.
    system.is_quiet().await;
    let orders = format!("/customers/{id}/orders");
    let orders = shop.admin(Method::GET, &orders, Value::Null).await;
    assert_eq!(text(&orders.expect(200), "/data/0/id"), bought.order_id);

    let letter = system.letter(CARL, letters + 1).await;
    assert_eq!(letter.subject, "Your account at aurora");
    let reset = json!({"token": letter.token(), "password": PASSWORD});
    send(shop.auth("reset-password", &reset)).await.expect(204);
    send(shop.auth("reset-password", &reset))
        .await
        .refused(400, "invalid_token");
    let session = shop.log_in(CARL, PASSWORD).await.expect(200);
    assert!(show(&shop, &id).await["email_verified_at"].is_string());
    let token = text(&session, "/access_token");
    let own = shop.account(&token, Method::GET, "/orders", Value::Null);
    assert_eq!(text(&own.await.expect(200), "/data/0/id"), bought.order_id);
    // From then on it is an account like any other.
    let reset = format!("/customers/{id}/password-reset");
    let sent = system.letters(CARL).await.len();
    let asked = shop.admin(Method::POST, &reset, Value::Null).await;
    assert_eq!(asked.status, 202);
    let letter = system.letter(CARL, sent + 1).await;
    assert_eq!(letter.subject, "Choose a new password for aurora");
    system.settle().await;
}

#[tokio::test]
async fn nobody_signs_in_to_a_created_account_without_its_mailbox() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let body = json!({"email": CARL, "first_name": "Carl", "send_invitation": false});
    let id = text(&create(&shop, body).await.expect(201), "/id");
    system.is_quiet().await;
    assert!(system.letters(CARL).await.is_empty());
    for password in ["", SHOPPERS_PASSWORD, CARL] {
        shop.log_in(CARL, password)
            .await
            .refused(401, "invalid_credentials");
    }
    // Who signs up with the address is told that there is an account, by letter.
    shop.sign_up(CARL, SHOPPERS_PASSWORD).await.expect(202);
    let letter = system.letter(CARL, 1).await;
    assert_eq!(letter.subject, "You already have an account at aurora");
    shop.log_in(CARL, SHOPPERS_PASSWORD)
        .await
        .refused(401, "invalid_credentials");
    assert!(show(&shop, &id).await.get("email_verified_at").is_none());

    // The invitation is sent when it is asked for, and a code lets in as well.
    let reset = format!("/customers/{id}/password-reset");
    shop.admin(Method::POST, &reset, Value::Null).await;
    let letter = system.letter(CARL, 2).await;
    assert_eq!(letter.subject, "Your account at aurora");
    system.a_minute_later().await;
    let email = json!({"email": CARL});
    send(shop.auth("login-code", &email)).await.expect(202);
    let letter = system.letter(CARL, 3).await;
    let code: String = letter
        .subject
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let code = json!({"email": CARL, "code": code});
    send(shop.auth("login-with-code", &code)).await.expect(200);
    assert!(show(&shop, &id).await["email_verified_at"].is_string());
    system.settle().await;
}

#[tokio::test]
async fn a_customer_is_found_by_name_phone_and_order() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 900, 5)]).await;
    let anna = shop.member("anna@example.com").await;
    let body = json!({"email": CARL, "first_name": "Carl", "last_name": "von  Stahl"});
    create(&shop, body).await.expect(201);
    let address = json!({"first_name": "Anna", "last_name": "Berg", "street_name": "Long Street 1", "city": "Berlin",
                         "postal_code": "10115", "country": "DE", "phone": "+49 (151) 2345-6789"});
    shop.account(
        &anna.access_token,
        Method::POST,
        "/addresses",
        json!({"address": address}),
    )
    .await
    .expect(201);
    shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let other = system.shop("borealis", &[]).await;

    for (search, expected) in [
        ("carl%20v", vec![CARL]),
        ("von stahl", vec![CARL]),
        ("VON STAHL CARL", vec![CARL]),
        ("stahl", vec![]),
        ("0151 23456789", vec!["anna@example.com"]),
        ("%2B4915123456789", vec!["anna@example.com"]),
        ("23456780", vec![]),
        ("1001", vec!["anna@example.com"]),
        ("%231001", vec!["anna@example.com"]),
        ("1002", vec![]),
    ] {
        for (store, expected) in [(&shop, expected), (&other, vec![])] {
            let path = format!("/customers?search={search}");
            let list = store.admin(Method::GET, &path, Value::Null).await;
            let list = list.expect(200);
            let list = list["data"].as_array().unwrap().iter();
            let found: Vec<_> = list.map(|it| it["email"].as_str().unwrap()).collect();
            assert_eq!(found, expected, "{search}");
        }
    }
    system.settle().await;
}

#[tokio::test]
async fn what_is_odd_creates_nobody() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    for (body, pointer) in [
        (json!({"first_name": "Carl"}), "/email"),
        (json!({"email": CARL}), "/first_name"),
        (json!({"email": "carl", "first_name": "Carl"}), "/email"),
        (json!({"email": CARL, "first_name": " "}), "/first_name"),
        (
            json!({"email": CARL, "first_name": "Carl", "last_name": "A\nB"}),
            "/last_name",
        ),
        (
            json!({"email": CARL, "first_name": "Carl", "note": "a\u{0}b"}),
            "/note",
        ),
        (
            json!({"email": CARL, "first_name": "Carl", "password": "x"}),
            "/password",
        ),
        (
            json!({"email": CARL, "first_name": "Carl", "send_invitation": "no"}),
            "/send_invitation",
        ),
    ] {
        let refused = create(&shop, body.clone()).await;
        assert_eq!(
            (refused.status, refused.code()),
            (400, "invalid_request"),
            "{body}"
        );
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{body}");
    }
    shop.enrol("clerk@aurora.test", "catalogue_manager").await;
    let clerk = shop.sign_in("clerk@aurora.test").await;
    let ask = system.request(Method::POST, &shop.host, "/admin/v1/customers");
    let body = json!({"email": CARL, "first_name": "Carl"});
    send(ask.bearer_auth(clerk).json(&body))
        .await
        .refused(403, "permission_denied");
    assert_eq!(system.number("select count(*) from users").await, 0);
    system.settle().await;
}
