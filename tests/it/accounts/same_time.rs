//! An address that is known is answered in the same time as one that is not, by every operation that takes one: medians
//! of interleaved tries, so that a busy machine slows both down alike, and a bound that only a difference in the work
//! can break.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use super::PASSWORD;
use crate::harness::{Shop, System, send};

/// Pairs of tries: 300 of each operation.
const PAIRS: usize = 150;
/// As many wrong codes of one address as are looked at. Another one is tried after it.
const WRONG_CODES: usize = 5;
/// The median of one kind may be so many times the other's: hashing a password or not is ten times as much.
const FACTOR: u32 = 3;
/// What a write of one row more may take on a slow disk.
const SLACK: Duration = Duration::from_millis(5);

/// Accounts, each with the address `known{n}@example.com`, and one order of each.
async fn people(system: &System, shop: &Shop<'_>) {
    shop.stock(&[("mug", 1490, 50)]).await;
    shop.member("known0@example.com").await;
    let cart = shop.ready_shopper(&[("mug", 1)]).await;
    let who = json!({"email": "known0@example.com"});
    send(cart.request(Method::PATCH, "").json(&who))
        .await
        .expect(200);
    cart.buy().await;
    system.is_quiet().await;
    system
        .execute(
            "insert into users (tenant_id, id, email, first_name, last_name, password_hash, email_verified_at,
                                created_at)
             select tenant_id, gen_random_uuid(), 'known' || n || '@example.com', first_name, last_name,
                    password_hash, email_verified_at, created_at
               from users, generate_series(1, 99) n",
        )
        .await;
}

/// Forgets that addresses were written to lately, that codes were tried, and what is still to be written: what is
/// done for the letters of one try must not hold up the next.
async fn a_fresh_start(superuser: &mut PgConnection) {
    sqlx::query(
        "with slots as (delete from mail_slots), told as (delete from outbox)
         update order_codes set tries_left = 5, expires_at = now() + interval '1 hour'",
    )
    .execute(superuser)
    .await
    .unwrap();
}

async fn timed(shop: &Shop<'_>, path: &str, body: &Value, status: u16) -> Duration {
    let path = format!("/storefront/v1/{path}");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.json(body);
    let began = Instant::now();
    let answer = send(request).await;
    let took = began.elapsed();
    assert_eq!(answer.status, status, "{path} {body}: {}", answer.text);
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Tries an operation with addresses that are known and others that are not, in turns.
async fn same_for_all(shop: &Shop<'_>, path: &str, status: u16, body: fn(&str) -> Value) {
    let mut superuser = PgConnection::connect(&shop.system.db.superuser_url())
        .await
        .unwrap();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for number in 0..PAIRS {
        a_fresh_start(&mut superuser).await;
        let person = number / WRONG_CODES % 100;
        let both = [
            (true, format!("known{person}@example.com")),
            (false, format!("nobody{person}@example.com")),
        ];
        // The one that comes second meets what the worker does for the first.
        let turns = if number % 2 == 0 { [0, 1] } else { [1, 0] };
        for turn in turns {
            let (is_known, email) = both[turn].clone();
            let took = timed(shop, path, &body(&email), status).await;
            if is_known {
                known.push(took);
            } else {
                unknown.push(took);
            }
        }
    }
    let (known, unknown) = (median(known), median(unknown));
    let (less, more) = (known.min(unknown), known.max(unknown));
    assert!(
        more <= less * FACTOR + SLACK,
        "{path}: {known:?} for known addresses, {unknown:?} for others"
    );
}

/// One of those who are known has an order.
fn buyer(email: &str) -> &str {
    if email.starts_with("known") {
        "known0@example.com"
    } else {
        email
    }
}

fn address(email: &str) -> Value {
    json!({"email": email})
}

#[tokio::test]
async fn letters_are_requested_in_the_same_time() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    people(&system, &shop).await;
    for path in [
        "auth/forgot-password",
        "auth/resend-verification",
        "auth/login-code",
    ] {
        same_for_all(&shop, path, 202, address).await;
    }
}

#[tokio::test]
async fn the_newsletter_and_order_codes_are_requested_in_the_same_time() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    people(&system, &shop).await;
    same_for_all(&shop, "newsletter/subscriptions", 202, address).await;
    let order = |email: &str| json!({"email": buyer(email), "number": 1001});
    same_for_all(&shop, "order-codes", 202, order).await;
}

#[tokio::test]
async fn codes_are_refused_in_the_same_time() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    people(&system, &shop).await;
    let code = |email: &str| json!({"email": email, "code": "00000000"});
    same_for_all(&shop, "auth/login-with-code", 401, code).await;
    // Of the order that there is, a code is on its way all the time.
    let asked = json!({"email": "known0@example.com", "number": 1001});
    timed(&shop, "order-codes", &asked, 202).await;
    system.is_quiet().await;
    assert_eq!(system.number("select count(*) from order_codes").await, 1);
    let guess = |email: &str| json!({"email": buyer(email), "number": 1001, "code": "not it"});
    same_for_all(&shop, "order-codes/redeem", 400, guess).await;
}

#[tokio::test]
async fn passwords_are_refused_in_the_same_time() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    people(&system, &shop).await;
    let wrong = |email: &str| json!({"email": email, "password": "not a password of anybody"});
    same_for_all(&shop, "auth/login", 401, wrong).await;
}

#[tokio::test]
async fn sign_ups_are_taken_in_the_same_time() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    people(&system, &shop).await;
    let wanted = |email: &str| json!({"email": email, "password": PASSWORD, "first_name": "Anna", "last_name": "Berg"});
    same_for_all(&shop, "auth/signup", 202, wanted).await;
}
