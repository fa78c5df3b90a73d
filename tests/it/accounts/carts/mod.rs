//! The cart of an account, and what a guest's cart leaves to it at every way to sign in.

mod rules;

use reqwest::Method;
use serde_json::{Value, json};
use testkit::OidcServer;

use super::{ANNA, PASSWORD};
use crate::harness::{Account, Answer, Shop, Shopper, System, send, text};

const GOODS: &[(&str, i64, i64)] = &[("mug", 1490, 2000), ("bowl", 2490, 2000), ("tray", 990, 3)];

/// What names a guest's cart.
fn named(cart: &Shopper<'_>) -> Value {
    json!({"id": cart.cart_id, "token": cart.cart_token})
}

/// A guest's cart that holds these.
async fn guest<'s>(shop: &'s Shop<'_>, goods: &[(&str, i64)]) -> Shopper<'s> {
    let cart = shop.shopper().await;
    for (slug, quantity) in goods {
        cart.add(&shop.variant(slug).await, *quantity)
            .await
            .expect(200);
    }
    cart
}

async fn log_in(shop: &Shop<'_>, cart: &Shopper<'_>) -> Value {
    let body = json!({"email": ANNA, "password": PASSWORD, "guest_cart": named(cart)});
    send(shop.auth("login", &body)).await.expect(200)
}

/// The account's cart that an answer tells of.
fn own<'s>(shop: &'s Shop<'_>, answer: &Value) -> Shopper<'s> {
    Shopper {
        shop,
        cart_id: text(answer, "/id"),
        cart_token: text(answer, "/token"),
    }
}

async fn open(shop: &Shop<'_>, account: &Account, body: Value) -> Answer {
    shop.account(&account.access_token, Method::POST, "/cart", body)
        .await
}

/// What a cart holds: titles and quantities.
async fn held(cart: &Shopper<'_>) -> Vec<(String, i64)> {
    lines(&cart.cart().await)
}

fn lines(cart: &Value) -> Vec<(String, i64)> {
    let lines = cart["lines"].as_array().unwrap().iter();
    let line = |line: &Value| (text(line, "/title"), line["quantity"].as_i64().unwrap());
    lines.map(line).collect()
}

fn of(goods: &[(&str, i64)]) -> Vec<(String, i64)> {
    goods
        .iter()
        .map(|(name, units)| ((*name).to_owned(), *units))
        .collect()
}

#[tokio::test]
async fn a_guests_cart_is_the_accounts_after_signing_in_and_follows_to_other_devices() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(GOODS).await;
    let anna = shop.member(ANNA).await;
    let cart = guest(&shop, &[("mug", 2), ("bowl", 1)]).await;
    cart.address().await;

    let session = log_in(&shop, &cart).await;
    let takeover = &session["cart"]["takeover"];
    assert_eq!(
        *takeover,
        json!({"outcome": "taken_over", "rule": "sum", "left_out": []})
    );
    let first = own(&shop, &session["cart"]);
    assert_ne!(first.cart_id, cart.cart_id);
    let seen = first.cart().await;
    assert_eq!(lines(&seen), of(&[("mug", 2), ("bowl", 1)]));
    assert_eq!(seen["email"], "anna@example.com");
    assert_eq!(seen["shipping_address"]["street_name"], "Lange Straße 1");
    assert_eq!(seen["requirements"], json!([]));
    // The guest's cart is empty, and names nobody.
    let emptied = cart.cart().await;
    assert_eq!(emptied["lines"], json!([]));
    assert!(emptied["email"].is_null() && emptied["shipping_address"].is_null());

    // Whoever lost the answer sends the same again, and nothing is doubled.
    let again = log_in(&shop, &cart).await;
    assert_eq!(again["cart"]["takeover"]["outcome"], "taken_over");
    assert_eq!(held(&first).await, of(&[("mug", 2), ("bowl", 1)]));
    // The session of another device has a token of its own for the same cart.
    let other = own(&shop, &open(&shop, &anna, json!({})).await.expect(200));
    assert_eq!(other.cart_id, first.cart_id);
    assert_ne!(other.cart_token, first.cart_token);
    other.add(&shop.variant("mug").await, 1).await.expect(200);
    assert_eq!(held(&first).await, of(&[("mug", 3), ("bowl", 1)]));
    let mine = log_in(&shop, &other).await;
    assert_eq!(mine["cart"]["takeover"]["outcome"], "already_own");

    // What is in it is told to its owner, and is bought like any other.
    let told = shop
        .account(&anna.access_token, Method::GET, "/export", Value::Null)
        .await
        .expect(200);
    assert_eq!(told["carts"][0]["id"], first.cart_id.as_str());
    assert_eq!(lines(&told["carts"][0]), of(&[("mug", 3), ("bowl", 1)]));
    first.buy().await;
    let next = open(&shop, &anna, json!({})).await.expect(200);
    assert_ne!(text(&next, "/id"), first.cart_id);
    // A token ends with its session.
    let signed_out = json!({"refresh_token": anna.refresh_token});
    let next = own(&shop, &next);
    next.cart().await;
    send(shop.auth("logout", &signed_out)).await.expect(204);
    send(next.request(Method::GET, ""))
        .await
        .refused(404, "not_found");
    system.settle().await;
}

#[tokio::test]
async fn every_way_to_sign_in_takes_the_cart_over_also_after_signing_up() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(GOODS).await;
    // A guest signs up, confirms the address and signs in: the cart that was there before is the account's.
    let cart = guest(&shop, &[("mug", 1)]).await;
    shop.sign_up(ANNA, PASSWORD).await.expect(202);
    let token = system.letter(ANNA, 1).await.token();
    send(shop.auth("verify-email", &json!({"token": token})))
        .await
        .expect(204);
    let session = log_in(&shop, &cart).await;
    let mine = own(&shop, &session["cart"]);
    assert_eq!(held(&mine).await, of(&[("mug", 1)]));

    system.a_minute_later().await;
    send(shop.auth("login-code", &json!({"email": ANNA})))
        .await
        .expect(202);
    let letter = system.letter(ANNA, 2).await;
    let code: String = letter
        .subject
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let cart = guest(&shop, &[("bowl", 2)]).await;
    let body = json!({"email": ANNA, "code": code, "guest_cart": named(&cart)});
    let session = send(shop.auth("login-with-code", &body)).await.expect(200);
    assert_eq!(session["cart"]["takeover"]["outcome"], "taken_over");
    assert_eq!(held(&mine).await, of(&[("mug", 1), ("bowl", 2)]));

    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    issuer.sign_in("berta-1", "berta@example.com");
    let trip = shop.trip(&provider).await;
    let cart = guest(&shop, &[("tray", 1)]).await;
    let mut body = trip.body();
    body["guest_cart"] = named(&cart);
    let session = shop.finish(&body).await.expect(200);
    let hers = &session["session"]["cart"];
    assert_eq!(hers["takeover"]["outcome"], "taken_over");
    assert_eq!(held(&own(&shop, hers)).await, of(&[("tray", 1)]));

    // Without a cart nothing is said of one.
    let plain = shop.log_in(ANNA, PASSWORD).await.expect(200);
    assert!(plain.get("cart").is_none(), "{plain}");
    system.settle().await;
}

#[tokio::test]
async fn a_cart_that_is_not_the_guests_or_is_being_paid_for_stays_and_nobody_is_kept_out() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let elsewhere = system.shop("borealis", &[]).await;
    shop.stock(GOODS).await;
    elsewhere.stock(GOODS).await;
    let anna = shop.member(ANNA).await;
    let berta = shop.member("berta@example.com").await;
    let mine = own(&shop, &open(&shop, &anna, json!({})).await.expect(200));
    mine.add(&shop.variant("mug").await, 1).await.expect(200);
    let hers = own(&shop, &open(&shop, &berta, json!({})).await.expect(200));
    hers.add(&shop.variant("bowl").await, 2).await.expect(200);
    let foreign = guest(&elsewhere, &[("mug", 4)]).await;
    let guests = guest(&shop, &[("tray", 1)]).await;
    let guessed = Shopper {
        shop: &shop,
        cart_id: guests.cart_id.clone(),
        cart_token: "0".repeat(64),
    };
    let paid = shop.ready_shopper(&[("mug", 1)]).await;
    paid.buy().await;
    let paying = shop.ready_shopper(&[("mug", 2)]).await;
    paying.place().await;

    for (cart, outcome) in [
        (&hers, "not_found"),
        (&foreign, "not_found"),
        (&guessed, "not_found"),
        (&paid, "completed"),
        (&paying, "locked"),
    ] {
        let session = log_in(&shop, cart).await;
        assert_eq!(session["cart"]["takeover"]["outcome"], outcome);
        assert_eq!(session["cart"]["id"], mine.cart_id.as_str());
        assert_eq!(session["account"]["email"], ANNA);
    }
    assert_eq!(held(&mine).await, of(&[("mug", 1)]));
    assert_eq!(held(&hers).await, of(&[("bowl", 2)]));
    assert_eq!(held(&foreign).await, of(&[("mug", 4)]));
    assert_eq!(held(&guests).await, of(&[("tray", 1)]));
    assert_eq!(held(&paying).await, of(&[("mug", 2)]));
    // Nobody reaches another account's cart with an own token.
    let crossed = Shopper {
        shop: &shop,
        cart_id: mine.cart_id.clone(),
        cart_token: hers.cart_token.clone(),
    };
    send(crossed.request(Method::GET, ""))
        .await
        .refused(404, "not_found");
    let odd = json!({"email": ANNA, "password": PASSWORD, "guest_cart": {"id": guests.cart_id, "token": "x"}});
    let refused = send(shop.auth("login", &odd)).await;
    refused.refused(400, "invalid_request");
    assert_eq!(refused.body["errors"][0]["pointer"], "/guest_cart/token");
    // A wrong password leaves the guest's cart as it is.
    let body = json!({"email": ANNA, "password": "not this one", "guest_cart": named(&guests)});
    send(shop.auth("login", &body))
        .await
        .refused(401, "invalid_credentials");
    assert_eq!(held(&guests).await, of(&[("tray", 1)]));
    system.settle().await;
}

#[tokio::test]
async fn whoever_leaves_has_no_cart_any_more() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(GOODS).await;
    let anna = shop.member(ANNA).await;
    let mine = own(&shop, &open(&shop, &anna, json!({})).await.expect(200));
    mine.add(&shop.variant("mug").await, 1).await.expect(200);
    let who = json!({"email": "somebody@else.test", "shipping_address": {
        "first_name": "Zora", "street_name": "Zimtgasse 17", "city": "Berlin", "postal_code": "10115",
        "country": "DE",
    }});
    send(mine.request(Method::PATCH, "").json(&who))
        .await
        .expect(200);

    let delete = json!({"password": PASSWORD});
    let gone = shop
        .account(&anna.access_token, Method::POST, "/delete", delete)
        .await;
    gone.expect(204);
    system.is_quiet().await;

    for personal in ["somebody@else.test", "Zimtgasse"] {
        assert_eq!(system.tables_with(personal).await, [""; 0], "{personal}");
    }
    assert_eq!(
        system
            .number("select count(*) from carts where user_id is not null")
            .await,
        0
    );
    assert_eq!(system.number("select count(*) from cart_tokens").await, 0);
    send(mine.request(Method::GET, ""))
        .await
        .refused(404, "not_found");
    system.settle().await;
}

/// Two devices that sign in at once: one cart, and each unit once.
#[tokio::test]
async fn two_sign_ins_at_once_come_to_one_cart() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(GOODS).await;
    shop.member(ANNA).await;
    let (one, other) = (
        guest(&shop, &[("mug", 1)]).await,
        guest(&shop, &[("mug", 2), ("bowl", 1)]).await,
    );

    let (first, second) = tokio::join!(log_in(&shop, &one), log_in(&shop, &other));

    assert_eq!(first["cart"]["id"], second["cart"]["id"]);
    let mut lines = held(&own(&shop, &first["cart"])).await;
    lines.sort();
    assert_eq!(lines, of(&[("bowl", 1), ("mug", 3)]));
    system.settle().await;
}
