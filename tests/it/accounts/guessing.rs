//! Passwords that are guessed: stopped by account, without locking its owner out.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::{ANNA, OTHER_PASSWORD, PASSWORD};
use crate::harness::{Answer, Shop, System, send};

const FROM_ANYWHERE: &[(&str, &str)] = &[("TRUSTED_PROXIES", "127.0.0.0/8")];

async fn try_from(shop: &Shop<'_>, client: usize, email: &str, password: &str) -> Answer {
    let body = json!({"email": email, "password": password});
    let request = shop.auth("login", &body);
    send(request.header("x-forwarded-for", format!("198.51.100.{client}"))).await
}

/// Fifty tries from as many addresses; how many of them were looked at.
async fn guesses(shop: &Shop<'_>, email: &str) -> usize {
    let mut looked_at = 0;
    for client in 0..50 {
        let answer = try_from(shop, client, email, "not a password of anybody").await;
        if answer.status == 429 {
            assert_eq!(answer.code(), "too_many_attempts");
            let seconds = answer.headers["retry-after"].to_str().unwrap();
            assert!((1..=901).contains(&seconds.parse::<u32>().unwrap()));
        } else {
            assert_eq!((answer.status, answer.code()), (401, "invalid_credentials"));
            looked_at += 1;
        }
    }
    looked_at
}

#[tokio::test]
async fn an_account_is_not_guessed_from_many_addresses_and_its_owner_still_signs_in() {
    let system = System::with(FROM_ANYWHERE).await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    // Signs in from 127.0.0.1.
    let anna = shop.member(ANNA).await;

    assert_eq!(guesses(&shop, ANNA).await, 10);
    // An address without an account gets the same answers.
    assert_eq!(guesses(&shop, "nobody@example.com").await, 10);
    let right = try_from(&shop, 77, ANNA, PASSWORD).await;
    assert_eq!(right.status, 429);

    shop.log_in(ANNA, PASSWORD).await.expect(200);
    assert_eq!(guesses(&other, ANNA).await, 10);

    // On the road, by a session that is refreshed there.
    let body = json!({"refresh_token": anna.refresh_token});
    let refresh = shop
        .auth("refresh", &body)
        .header("x-forwarded-for", "203.0.113.5");
    send(refresh).await.expect(200);
    let login = shop
        .auth("login", &json!({"email": ANNA, "password": PASSWORD}))
        .header("x-forwarded-for", "203.0.113.5");
    send(login).await.expect(200);

    // Or by the link in an e-mail, from anywhere.
    send(shop.auth("forgot-password", &json!({"email": ANNA})))
        .await
        .expect(202);
    let token = system.letter(ANNA, 2).await.token();
    let reset = shop
        .auth(
            "reset-password",
            &json!({"token": token, "password": OTHER_PASSWORD}),
        )
        .header("x-forwarded-for", "203.0.113.99");
    send(reset).await.expect(204);
    try_from(&shop, 77, ANNA, OTHER_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn tries_at_the_same_time_are_counted_too() {
    let system = System::with(FROM_ANYWHERE).await;
    let shop = system.shop("aurora", &[]).await;

    let tries = (0..40).map(|client| {
        let body = json!({"email": ANNA, "password": "not a password of anybody"});
        let request = shop.auth("login", &body);
        let request = request.header("x-forwarded-for", format!("198.51.100.{client}"));
        tokio::spawn(send(request))
    });
    let mut looked_at = 0;
    for answer in tries.collect::<Vec<_>>() {
        let status = answer.await.unwrap().status;
        assert!(matches!(status, 401 | 429 | 503), "{status}");
        looked_at += usize::from(status == 401);
    }
    assert!(looked_at <= 10, "{looked_at}");
}

#[tokio::test]
async fn the_password_of_a_stolen_session_is_not_guessed() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let change = |token: String, current: &'static str| {
        let body = json!({"current_password": current, "password": OTHER_PASSWORD});
        let shop = &shop;
        async move { shop.account(&token, Method::POST, "/password", body).await }
    };

    for _ in 0..10 {
        let wrong = change(anna.access_token.clone(), "not this one").await;
        assert_eq!((wrong.status, wrong.code()), (422, "wrong_password"));
    }
    let refused = change(anna.access_token.clone(), PASSWORD).await;
    assert_eq!((refused.status, refused.code()), (429, "too_many_attempts"));
    let delete = json!({"password": PASSWORD});
    let refused = shop
        .account(&anna.access_token, Method::POST, "/delete", delete)
        .await;
    assert_eq!(refused.status, 429);

    let own = shop.log_in(ANNA, PASSWORD).await.expect(200);
    let token = own["access_token"].as_str().unwrap().to_owned();
    change(token, PASSWORD).await.expect(204);
}

#[tokio::test]
async fn staff_and_operators_are_not_guessed_either() {
    let system = System::with(FROM_ANYWHERE).await;
    // Its owner and an operator have signed in from 127.0.0.1.
    let shop = system.shop("aurora", &[]).await;
    for (host, path, email) in [
        (
            shop.host.as_str(),
            "/admin/v1/auth/login",
            "owner@aurora.test",
        ),
        (
            shop.host.as_str(),
            "/admin/v1/auth/login",
            "nobody@aurora.test",
        ),
        ("localhost", "/operator/v1/auth/login", "operator@stoa.test"),
        ("localhost", "/operator/v1/auth/login", "nobody@stoa.test"),
    ] {
        let mut statuses = Vec::new();
        for client in 0..30 {
            let login = system
                .request(Method::POST, host, path)
                .header("x-forwarded-for", format!("198.51.100.{client}"))
                .json(&json!({"email": email, "password": "not a password of anybody"}));
            statuses.push(send(login).await.status);
        }
        assert_eq!(statuses[..10], [401; 10], "{email}");
        assert_eq!(statuses[10..], [429; 20], "{email}");
    }
    shop.sign_in("owner@aurora.test").await;
    let login = system
        .request(Method::POST, "localhost", "/operator/v1/auth/login")
        .json(&json!({"email": "operator@stoa.test", "password": crate::harness::STAFF_PASSWORD}));
    send(login).await.expect(200);
    assert_ne!(
        shop.admin(Method::GET, "/orders", Value::Null).await.status,
        429
    );
}

#[tokio::test]
async fn others_do_not_wait_while_the_strength_of_passwords_is_estimated() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    // Costly to estimate, and strong enough.
    let password = "1!|7+t$5s0o4@a3e2z%x9g6g8b({[<c".repeat(2);

    let began = Instant::now();
    let sign_ups = (0..12).map(|number| {
        let body = json!({
            "email": format!("shopper{number}@example.com"), "password": password,
            "first_name": "Anna", "last_name": "Berg",
        });
        tokio::spawn(send(shop.auth("signup", &body)))
    });
    let sign_ups: Vec<_> = sign_ups.collect();
    let mut slowest = Duration::ZERO;
    while !sign_ups.iter().all(JoinHandle::is_finished) {
        let asked = Instant::now();
        let live = system.request(Method::GET, "localhost", "/health/live");
        send(live).await.expect(200);
        slowest = slowest.max(asked.elapsed());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let all = began.elapsed();
    assert!(slowest * 4 < all, "{slowest:?} of {all:?}");
    for sign_up in sign_ups {
        let status = sign_up.await.unwrap().status;
        assert!(matches!(status, 202 | 503), "{status}");
    }
}
