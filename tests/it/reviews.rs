//! Shoppers are asked for reviews once, write them without signing in or with their account, and are forgotten.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Bought, Letter, SHOPPERS_PASSWORD, Shop, System, send, text};

const ANNA: &str = "anna@example.com";

fn settings(sends_invitations: bool) -> Value {
    json!({
        "is_moderated": false, "sends_invitations": sends_invitations, "invitation_delay_days": 3,
        "edit_window_days": 30,
    })
}

async fn set(shop: &Shop<'_>, settings: &Value) {
    let set = shop.admin(Method::PUT, "/review-settings", settings.clone());
    assert_eq!(set.await.expect(200), *settings);
}

/// Ships what is left of an order and says that it has arrived.
async fn deliver(shop: &Shop<'_>, order: &Bought, key: &str, body: &Value) {
    let parcel = shop.fulfill(&order.order_id, key, body).await.expect(201);
    let path = format!(
        "/orders/{}/fulfillments/{}/delivered",
        order.order_id,
        text(&parcel, "/id")
    );
    for _ in 0..2 {
        let delivered = shop.admin(Method::POST, &path, Value::Null).await;
        delivered.expect(200);
    }
}

/// Lets so many days pass for invitations.
async fn days_later(system: &System, days: i32) {
    system.is_quiet().await;
    for _ in 0..days {
        system
            .execute(
                "update outbox set available_at = available_at - interval '1 day'
                  where topic = 'review.invitation_due'",
            )
            .await;
    }
    system.is_quiet().await;
}

/// The first line of an order.
async fn line(shop: &Shop<'_>, order: &Bought) -> String {
    let path = format!("/orders/{}", order.order_id);
    let seen = shop.admin(Method::GET, &path, Value::Null).await;
    text(&seen.expect(200), "/lines/0/id")
}

fn invitations(letters: &[Letter]) -> Vec<&Letter> {
    let is_one = |letter: &&Letter| letter.subject.starts_with("How do you like");
    letters.iter().filter(is_one).collect()
}

async fn reviews(
    shop: &Shop<'_>,
    (method, order_id): (Method, &str),
    token: &str,
    body: Value,
) -> Answer {
    let path = format!("/storefront/v1/orders/{order_id}/reviews");
    let request = shop.system.request(method, &shop.host, &path);
    let request = request.header("order-token", token);
    send(if body.is_null() {
        request
    } else {
        request.json(&body)
    })
    .await
}

#[tokio::test]
async fn a_guest_is_asked_once_when_everything_has_arrived_and_needs_no_sign_in() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10), ("bowl", 990, 10)]).await;
    let silent = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    deliver(&shop, &silent, "all", &json!({})).await;
    system.is_quiet().await;
    set(&shop, &settings(true)).await;
    let order = shop
        .ready_shopper(&[("mug", 2), ("bowl", 1)])
        .await
        .buy()
        .await;
    let path = format!("/orders/{}", order.order_id);
    let seen = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let line = text(&seen, "/lines/0/id");

    let half = json!({"lines": [{"line_id": line, "quantity": 1}]});
    deliver(&shop, &order, "half", &half).await;
    days_later(&system, 4).await;
    assert!(
        invitations(&system.letters(ANNA).await).is_empty(),
        "half is missing"
    );
    deliver(&shop, &order, "rest", &json!({})).await;
    days_later(&system, 2).await;
    assert!(
        invitations(&system.letters(ANNA).await).is_empty(),
        "three days"
    );
    days_later(&system, 1).await;
    let letters = system.letters(ANNA).await;
    let asked = invitations(&letters);
    assert_eq!(asked.len(), 1, "of two orders the setting was on for one");
    assert_eq!(
        asked[0].subject,
        "How do you like what you bought at aurora?"
    );
    let told = format!("your order {} has arrived: mug, bowl.", seen["number"]);
    assert!(asked[0].text.contains(&told), "{}", asked[0].text);
    let page = format!("http://{}:8080/orders/{}#token=", shop.host, order.order_id);
    let (_, rest) = asked[0]
        .text
        .split_once(&page)
        .expect("a link to the order");
    let token = rest.split_whitespace().next().unwrap();

    let body = json!({"order_line_id": line, "rating": 5, "author_name": "Anna"});
    let at = (Method::POST, order.order_id.as_str());
    let written = reviews(&shop, at.clone(), token, body.clone())
        .await
        .expect(201);
    assert_eq!(written["status"], "published");
    let other = reviews(&shop, (Method::POST, &silent.order_id), token, body.clone()).await;
    assert_eq!(other.status, 404, "another order");
    let at_neighbour = system.shop("borealis", &[]).await;
    let elsewhere = reviews(&at_neighbour, at, token, body).await;
    assert_eq!(elsewhere.status, 404, "another store's host");
    days_later(&system, 30).await;
    assert_eq!(invitations(&system.letters(ANNA).await).len(), 1);
    system.settle().await;
}

#[tokio::test]
async fn nobody_is_asked_about_what_was_given_back_or_when_the_store_has_changed_its_mind() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    set(&shop, &settings(true)).await;
    let (refunded, kept) = (
        shop.ready_shopper(&[("mug", 1)]).await.buy().await,
        shop.ready_shopper(&[("mug", 1)]).await.buy().await,
    );
    // Both are planned, one after the other, and then the first is refunded.
    for order in [&refunded, &kept] {
        deliver(&shop, order, &order.order_id, &json!({})).await;
        system.is_quiet().await;
    }
    let full = json!({"full": true});
    let refund = shop.refund(&refunded.order_id, "refund", &full).await;
    refund.expect(201);
    system.is_quiet().await;
    let planned = "select count(*) from outbox where topic = 'review.invitation_due'";
    assert_eq!(system.number(planned).await, 2);

    system
        .execute(
            "update outbox set available_at = now()
              where topic = 'review.invitation_due'
                and payload->>'order_id' = (select payload->>'order_id' from outbox
                                             where topic = 'review.invitation_due'
                                             order by id limit 1)",
        )
        .await;
    assert!(
        invitations(&system.letters(ANNA).await).is_empty(),
        "it was refunded"
    );
    set(&shop, &settings(false)).await;
    days_later(&system, 3).await;
    assert_eq!(system.number(planned).await, 0);
    assert!(invitations(&system.letters(ANNA).await).is_empty());

    // What was given back was bought: a refund silences nobody.
    let path = format!("/orders/{}", refunded.order_id);
    let seen = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let body = json!({"order_line_id": text(&seen, "/lines/0/id"), "rating": 1});
    let at = (Method::POST, refunded.order_id.as_str());
    let written = reviews(&shop, at, &refunded.order_token, body).await;
    assert_eq!(written.expect(201)["status"], "published");
    system.settle().await;
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn an_account_reviews_its_own_orders_and_leaves_without_its_name() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    set(&shop, &settings(false)).await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let guest = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    let account = shop.member(ANNA).await;
    let stranger = shop.member("berta@example.com").await;
    system.is_quiet().await;
    let (line_id, guests) = (line(&shop, &order).await, line(&shop, &guest).await);
    let body = json!({
        "order_line_id": line_id, "rating": 3, "text": "A mug", "author_name": "Annabella Berg",
    });

    let token = stranger.access_token.as_str();
    let refused = shop
        .account(token, Method::POST, "/reviews", body.clone())
        .await;
    assert_eq!(
        (refused.status, refused.code()),
        (422, "order_line_not_found")
    );
    let token = account.access_token.as_str();
    let written = shop
        .account(token, Method::POST, "/reviews", body)
        .await
        .expect(201);
    let of_merchant = json!({
        "order_line_id": line_id, "subject": "merchant", "rating": 2, "author_name": "Annabella Berg",
    });
    for status in [201, 409] {
        let body = of_merchant.clone();
        let answer = shop.account(token, Method::POST, "/reviews", body).await;
        assert_eq!(answer.status, status);
    }
    let by_token = json!({"order_line_id": guests, "rating": 5, "author_name": "Annabella Berg"});
    let at = (Method::POST, guest.order_id.as_str());
    reviews(&shop, at, &guest.order_token, by_token)
        .await
        .expect(201);
    let page = shop
        .account(token, Method::GET, "/reviews?limit=1", Value::Null)
        .await;
    let page = page.expect(200);
    assert_eq!(
        (&page["has_more"], &page["data"][0]["rating"]),
        (&json!(true), &json!(5))
    );
    let path = format!("/reviews/{}", text(&written, "/id"));
    for (method, body) in [
        (Method::PUT, json!({"rating": 1})),
        (Method::DELETE, Value::Null),
    ] {
        let theirs = &stranger.access_token;
        let refused = shop.account(theirs, method, &path, body).await;
        assert_eq!(refused.status, 404);
    }
    let edit = json!({"rating": 4, "text": "A good mug", "author_name": "Annabella Berg"});
    let edited = shop.account(token, Method::PUT, &path, edit).await;
    assert_eq!(edited.expect(200)["rating"], 4);
    assert_eq!(system.tables_with("Annabella").await, ["reviews"]);

    let leave = json!({"password": SHOPPERS_PASSWORD});
    let left = shop.account(token, Method::POST, "/delete", leave).await;
    assert_eq!(left.status, 204);
    system.is_quiet().await;

    assert_eq!(system.tables_with("Annabella").await, [""; 0]);
    let with_address = system.tables_with(ANNA).await;
    assert!(
        with_address.iter().all(|table| !table.contains("review")),
        "{with_address:?}"
    );
    are_without_names(&shop).await;
    system.settle().await;
}

/// The reviews stay, and say nobody's name.
async fn are_without_names(shop: &Shop<'_>) {
    for (of, rating) in [
        ("products/mug", json!({"average": "4.50", "count": 2})),
        ("merchants/aurora", json!({"average": "2.00", "count": 1})),
    ] {
        let path = format!("/storefront/v1/{of}/reviews");
        let list = shop.system.request(Method::GET, &shop.host, &path);
        let list = send(list).await.expect(200);
        assert_eq!(list["rating"], rating, "{of}");
        let data = list["data"].as_array().unwrap();
        assert!(data.iter().all(|it| it.get("author_name").is_none()));
    }
}
