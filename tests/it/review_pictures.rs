//! Pictures of reviews: written anew, shown with published reviews, and gone with the review or the account.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Bought, SHOPPERS_PASSWORD, Shop, System, send, text};
use crate::pictures::files::{from_a_camera, halves, jpeg};

const ANNA: &str = "anna@example.com";

/// A shop, and a paid order of one mug.
async fn bought(system: &System, days: i32, is_moderated: bool) -> (Shop<'_>, Bought) {
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let settings = json!({
        "is_moderated": is_moderated, "sends_invitations": false, "invitation_delay_days": 7,
        "edit_window_days": days,
    });
    let set = shop.admin(Method::PUT, "/review-settings", settings).await;
    set.expect(200);
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    (shop, order)
}

/// The line of an order.
async fn line(shop: &Shop<'_>, order: &Bought) -> String {
    let path = format!("/orders/{}", order.order_id);
    let seen = shop.admin(Method::GET, &path, Value::Null).await;
    text(&seen.expect(200), "/lines/0/id")
}

/// The id of a review of an order.
async fn review(shop: &Shop<'_>, order: &Bought, subject: &str) -> String {
    let path = format!("/storefront/v1/orders/{}/reviews", order.order_id);
    let line = line(shop, order).await;
    let write = shop.system.request(Method::POST, &shop.host, &path);
    let write = write.header("order-token", &order.order_token);
    let body = json!({"order_line_id": line, "subject": subject, "rating": 4});
    text(&send(write.json(&body)).await.expect(201), "/id")
}

/// Sends a request about a review of an order, with a file if there is one.
async fn of(
    shop: &Shop<'_>,
    order: &Bought,
    (method, rest): (Method, &str),
    file: &[u8],
) -> Answer {
    let path = format!("/storefront/v1/orders/{}/reviews/{rest}", order.order_id);
    let request = shop.system.request(method, &shop.host, &path);
    let request = request.header("order-token", &order.order_token);
    send(if file.is_empty() {
        request
    } else {
        let request = request.header("content-type", "image/jpeg");
        request.body(file.to_vec())
    })
    .await
}

async fn add(shop: &Shop<'_>, order: &Bought, id: &str, file: &[u8]) -> Answer {
    let path = format!("{id}/pictures");
    of(shop, order, (Method::POST, &path), file).await
}

async fn publish(shop: &Shop<'_>, id: &str) {
    let path = format!("/reviews/{id}/publish");
    let published = shop.admin(Method::POST, &path, Value::Null).await;
    published.expect(200);
}

async fn listed(shop: &Shop<'_>, of: &str) -> Value {
    let path = format!("/storefront/v1/{of}/reviews");
    let list = shop.system.request(Method::GET, &shop.host, &path);
    // Answers that are kept for a moment are passed by.
    let list = list.header("authorization", "Bearer nobody");
    send(list).await.expect(200)
}

/// The status that the address of a picture is answered with.
async fn status(shop: &Shop<'_>, url: &str) -> u16 {
    let request = shop.system.request(Method::GET, &shop.host, url);
    request.send().await.unwrap().status().as_u16()
}

/// Looks now, and not in an hour, at what was uploaded.
async fn an_hour_later(system: &System) {
    system
        .execute("update outbox set available_at = now() where topic = 'review.pictures_gone'")
        .await;
    system.is_quiet().await;
}

#[tokio::test]
async fn a_picture_is_written_anew_and_shown_with_its_published_review() {
    let system = System::start().await;
    let (shop, order) = bought(&system, 30, true).await;
    let id = review(&shop, &order, "product").await;
    let camera = from_a_camera(&halves(40, 20), "Kreuzberg");
    let added = add(&shop, &order, &id, &camera).await.expect(201);
    assert_eq!(added["status"], "pending");
    let picture = added["pictures"][0].clone();
    assert_eq!(
        (&picture["width"], &picture["height"]),
        (&json!(20), &json!(40))
    );
    let url = text(&picture, "/url");
    let place = format!("/media/{}/review-", shop.tenant_id);
    assert!(url.starts_with(&place), "{url}");
    let seen = shop.system.request(Method::GET, &shop.host, &url);
    let seen = seen.send().await.unwrap();
    assert_eq!(seen.headers()["content-type"], "image/jpeg");
    assert_eq!(seen.headers()["cache-control"], "public, max-age=300");
    let bytes = seen.bytes().await.unwrap();
    assert!(!bytes.windows(9).any(|part| part == b"Kreuzberg"));

    assert_eq!(listed(&shop, "products/mug").await["data"], json!([]));
    publish(&shop, &id).await;
    let shown = listed(&shop, "products/mug").await;
    assert_eq!(shown["data"][0]["pictures"], json!([picture]));
    let path = format!("/reviews/{id}");
    let staff = shop.admin(Method::GET, &path, Value::Null);
    assert_eq!(
        staff.await.expect(200)["review"]["pictures"],
        json!([picture])
    );

    // Another one has it looked at again; four are the most, and what is no picture is none.
    let again = add(&shop, &order, &id, &jpeg(&halves(30, 20))).await;
    assert_eq!(again.expect(201)["status"], "pending");
    let after = listed(&shop, "products/mug").await;
    assert_eq!((&after["data"], after.get("rating")), (&json!([]), None));
    let odd = add(&shop, &order, &id, b"GIF89a, perhaps").await;
    odd.refused(422, "image_unsupported");
    for _ in 0..2 {
        let more = add(&shop, &order, &id, &jpeg(&halves(30, 20))).await;
        more.expect(201);
    }
    let fifth = add(&shop, &order, &id, &jpeg(&halves(30, 20))).await;
    fifth.refused(409, "too_many_pictures");
    assert_eq!(
        system.number("select count(*) from review_pictures").await,
        4
    );
    system.settle().await;
}

#[tokio::test]
async fn what_is_removed_is_removed_from_the_store_too() {
    let system = System::start().await;
    let (shop, order) = bought(&system, 30, false).await;
    let id = review(&shop, &order, "merchant").await;
    let mut pictures = Vec::new();
    for width in [30, 32, 34] {
        let added = add(&shop, &order, &id, &jpeg(&halves(width, 20))).await;
        let added = added.expect(201);
        assert_eq!(added["status"], "published", "nobody checks");
        pictures = added["pictures"].as_array().unwrap().clone();
    }
    let shown = listed(&shop, "merchants/aurora").await;
    assert_eq!(shown["data"][0]["pictures"], json!(pictures));
    let urls: Vec<String> = pictures.iter().map(|it| text(it, "/url")).collect();
    let ids: Vec<String> = pictures.iter().map(|it| text(it, "/id")).collect();

    // One is taken away by its author, and one was put and never noted.
    let path = format!("{id}/pictures/{}", ids[0]);
    let removed = of(&shop, &order, (Method::DELETE, &path), b"").await;
    assert_eq!(removed.status, 204);
    let again = of(&shop, &order, (Method::DELETE, &path), b"").await;
    again.refused(404, "not_found");
    system
        .execute("delete from review_pictures where width = 32")
        .await;
    an_hour_later(&system).await;
    let mut found = Vec::new();
    for url in &urls {
        found.push(status(&shop, url).await);
    }
    assert_eq!(found, [404, 404, 200]);
    let shown = listed(&shop, "merchants/aurora").await;
    assert_eq!(shown["data"][0]["pictures"], json!([pictures[2]]));

    let gone = of(&shop, &order, (Method::DELETE, &id), b"").await;
    assert_eq!(gone.status, 204);
    system.is_quiet().await;
    assert_eq!(status(&shop, &urls[2]).await, 404);
    assert_eq!(
        system.number("select count(*) from review_pictures").await,
        0
    );
    system.settle().await;
}

#[tokio::test]
async fn pictures_go_with_the_account() {
    let system = System::start().await;
    let (shop, order) = bought(&system, 30, false).await;
    let account = shop.member(ANNA).await;
    system.is_quiet().await;
    let id = review(&shop, &order, "product").await;
    let token = account.access_token.as_str();
    let path = format!("/storefront/v1/account/reviews/{id}/pictures");
    let mut urls = Vec::new();
    for width in [30, 32] {
        let request = shop.system.request(Method::POST, &shop.host, &path);
        let request = request.bearer_auth(token);
        let request = request.header("content-type", "image/jpeg");
        let added = send(request.body(jpeg(&halves(width, 20))))
            .await
            .expect(201);
        let pictures = added["pictures"].as_array().unwrap();
        urls = pictures
            .iter()
            .map(|it| (text(it, "/id"), text(it, "/url")))
            .collect();
    }
    let one = format!("/reviews/{id}/pictures/{}", urls[0].0);
    let removed = shop.account(token, Method::DELETE, &one, Value::Null).await;
    assert_eq!(removed.status, 204);
    assert_eq!(status(&shop, &urls[1].1).await, 200);

    let leave = json!({"password": SHOPPERS_PASSWORD});
    let left = shop.account(token, Method::POST, "/delete", leave).await;
    assert_eq!(left.status, 204);
    system.is_quiet().await;

    for (_, url) in &urls {
        assert_eq!(status(&shop, url).await, 404);
    }
    assert_eq!(
        system.number("select count(*) from review_pictures").await,
        0
    );
    let shown = listed(&shop, "products/mug").await;
    assert_eq!(shown["data"][0]["pictures"], json!([]), "the review stays");
    system.settle().await;
}

#[tokio::test]
async fn pictures_are_added_while_a_review_is_pending_or_may_be_changed() {
    let system = System::start().await;
    let (shop, order) = bought(&system, 0, true).await;
    let id = review(&shop, &order, "product").await;
    let file = jpeg(&halves(30, 20));
    add(&shop, &order, &id, &file).await.expect(201);
    publish(&shop, &id).await;

    let late = add(&shop, &order, &id, &file).await;

    late.refused(409, "review_edit_window_over");
    assert_eq!(
        system.number("select count(*) from review_pictures").await,
        1
    );
    system.settle().await;
}
