//! What nobody may read in a log is in none: passwords, tokens, keys, card numbers, addresses and names.

use reqwest::Method;
use serde_json::json;

use crate::harness::{SHOPPERS_PASSWORD, STAFF_PASSWORD, System, send};

/// What only this test says. In the wrong place each of these would be logged as it is.
const EMAIL: &str = "canary.email@example.com";
const WRONG_PASSWORD: &str = "canary-wrong-password-17";
const NAME: &str = "Canaria";
const STREET: &str = "Canary Wharf 5";
const CARD: &str = "4242424242424242";
const QUERY: &str = "canary-query";
const BODY: &str = "canary-body";
const BEARER: &str = "canary-bearer-token";
const KEY: &str = "canary-idempotency-key";

/// Goes through everything that a shopper and the staff tell in confidence; returns what they were told.
async fn tell(system: &System) -> Vec<String> {
    let shop = system.shop("canary", &[("canary-home", 500)]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let account = shop.member(EMAIL).await;
    shop.log_in(EMAIL, WRONG_PASSWORD).await.expect(401);
    send(shop.auth("forgot-password", &json!({"email": EMAIL})))
        .await
        .expect(202);
    system.a_minute_later().await;
    let letters = system.letters(EMAIL).await;
    let mut told: Vec<String> = letters.iter().map(crate::harness::Letter::token).collect();

    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let who = json!({"email": EMAIL, "shipping_address": {
        "first_name": NAME, "last_name": NAME, "street_name": STREET,
        "city": "Berlin", "postal_code": "10115", "country": "DE",
    }});
    send(shopper.request(Method::PATCH, "").json(&who))
        .await
        .expect(200);
    let order = Box::pin(shopper.buy()).await;
    shop.refund(&order.order_id, KEY, &json!({"full": true, "reason": NAME}))
        .await
        .expect(201);

    refused(system, &shop.host).await;
    told.extend([
        account.access_token,
        account.refresh_token,
        shop.owner_token.clone(),
        shopper.cart_token.clone(),
        order.order_token,
        order.client_secret,
    ]);
    told
}

/// Requests that are refused: what was wrong with them is told to the client and to nobody else.
async fn refused(system: &System, host: &str) {
    let signup = "/storefront/v1/auth/signup";
    let card = json!({"email": EMAIL, "password": SHOPPERS_PASSWORD, "first_name": CARD});
    let requests = [
        system.request(Method::POST, host, signup).json(&card),
        system
            .request(Method::POST, host, signup)
            .header("content-type", "application/json")
            .body(format!("{{\"email\": \"{BODY}\"")),
        system
            .request(Method::POST, host, signup)
            .json(&json!({BODY: BODY})),
        system.request(
            Method::GET,
            host,
            &format!("/storefront/v1/products?sort={QUERY}"),
        ),
        system.request(Method::GET, host, &format!("/{QUERY}?token={QUERY}")),
        system
            .request(Method::GET, host, "/storefront/v1/account")
            .bearer_auth(BEARER),
        system
            .request(Method::GET, "localhost", "/operator/v1/tenants")
            .bearer_auth(BEARER),
        system
            .request(Method::POST, "localhost", "/webhooks/stripe")
            .header("stripe-signature", format!("t=1,v1={BEARER}"))
            .body(BODY),
    ];
    for request in requests {
        let answer = send(request).await;
        assert!((400..500).contains(&answer.status), "{answer:?}");
    }
}

#[tokio::test]
async fn no_log_has_a_secret_a_card_number_or_a_person() {
    // As much as an operator who looks for something would turn on.
    let (system, mut processes) = System::in_processes(&[("LOG", "debug")]).await;

    let mut told = tell(&system).await;
    system.is_quiet().await;
    processes.end().await;

    let secret = |name: &str| {
        let known = system.settings.iter().find(|it| it.0 == name);
        known.unwrap().1.clone()
    };
    told.extend(
        [
            "STRIPE_SECRET_KEY",
            "STRIPE_WEBHOOK_SECRETS",
            "DATABASE_URL",
        ]
        .map(secret),
    );
    told.push("MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v".to_owned());
    let canaries = [
        EMAIL,
        WRONG_PASSWORD,
        NAME,
        STREET,
        CARD,
        QUERY,
        BODY,
        BEARER,
        KEY,
        SHOPPERS_PASSWORD,
        STAFF_PASSWORD,
        "anna@example.com",
        "owner@canary.test",
        "operator@stoa.test",
    ];
    told.extend(canaries.map(str::to_owned));
    // The JSON of a line must not hide them either.
    let written = processes.written();
    let found: Vec<&String> = told.iter().filter(|it| written.contains(*it)).collect();
    let lines = written
        .lines()
        .filter(|line| found.iter().any(|it| line.contains(it.as_str())));
    let lines: Vec<&str> = lines.take(5).collect();
    assert!(found.is_empty(), "{found:?} in {lines:#?}");
    // The search looks where something is.
    let lines = processes.log("serve");
    let is_there = |route: &str| lines.iter().any(|line| line["route"] == route);
    assert!(is_there("/storefront/v1/auth/login") && is_there("/webhooks/stripe"));
    assert!(lines.iter().any(|line| line["level"] == "DEBUG"));
    assert!(processes.log("worker").len() > 3);
    system.close().await;
}
