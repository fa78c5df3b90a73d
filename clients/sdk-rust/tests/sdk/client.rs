//! What only this client has: transports, callbacks, options that cannot be right.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use stoa::models::{ChangeCart, Money};
use stoa::{Error, HttpRequest, HttpResponse, Nullable, Options, Storefront, codes};

use crate::mock::Mock;

fn answer(body: &str) -> HttpResponse {
    HttpResponse { status: 200, body: body.into(), ..HttpResponse::default() }
}

#[tokio::test]
async fn any_transport_can_be_used_and_null_is_not_absent() {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&sent);
    let transport = move |request: HttpRequest| {
        seen.lock().unwrap().push(request);
        Ok(answer("<html>"))
    };
    let shop = Storefront::new(Options::host("shop.example").transport(transport)).unwrap();
    let change = ChangeCart { email: Nullable::Null, ..Default::default() };
    let error = shop.update_cart("cart_1", "secret", &change).await.unwrap_err();

    assert!(matches!(&error, Error::MalformedResponse(it) if it.text == "<html>"), "{error}");
    let sent = sent.lock().unwrap();
    assert_eq!(sent[0].url, "https://shop.example/storefront/v1/carts/cart_1");
    assert_eq!(sent[0].body.as_deref(), Some(br#"{"email":null}"#.as_slice()));
}

#[tokio::test]
async fn every_attempt_is_reported() {
    let attempts = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&attempts);
    let count = AtomicU32::new(0);
    let transport = move |_: HttpRequest| match count.fetch_add(1, Ordering::Relaxed) {
        0 => Err("broken".into()),
        _ => Ok(answer("{}")),
    };
    let options = Options::host("shop.example").transport(transport).retry_delay(Duration::from_millis(1));
    let shop = Storefront::new(options.on_attempt(move |it| seen.lock().unwrap().push((it.retry, it.status)))).unwrap();
    let _ = shop.get_store().await;

    assert_eq!(*attempts.lock().unwrap(), [(0, None), (1, Some(200))]);
}

#[tokio::test]
async fn every_reason_has_a_constant() {
    let refuse = |_: HttpRequest| Ok(HttpResponse { status: 409, ..answer(r#"{"code": "cart_full"}"#) });
    let shop = Storefront::new(Options::host("shop.example").transport(refuse)).unwrap();
    let error = shop.create_cart().await.unwrap_err();

    assert!(error.has_code(codes::CART_FULL) && !error.has_code(codes::CART_CHANGED), "{error}");
}

#[tokio::test]
async fn a_call_that_is_dropped_stops() {
    let mock = Mock::start();
    let run = mock.run("a slow response is a timeout");
    let shop = Storefront::new(Options::base_url(&run.base_url)).unwrap();
    let started = Instant::now();
    let outcome = tokio::time::timeout(Duration::from_millis(50), shop.get_store().into_future()).await;

    assert!(outcome.is_err() && started.elapsed() < Duration::from_secs(1));
    assert_eq!(run.seen().await.len(), 1);
}

#[tokio::test]
async fn a_callback_that_fails_is_an_error() {
    let options = Options::host("shop.example").token_callback(|_| async { Err("the vault is closed".into()) });
    let error = stoa::Admin::new(options).unwrap().list_merchants().await.unwrap_err();

    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(matches!(error, Error::Token(_)) && cause == "the vault is closed");
}

#[tokio::test]
async fn a_name_below_localhost_is_this_machine() {
    let mock = Mock::start();
    let run = mock.run("one request");
    let address = run.base_url.replace("127.0.0.1", "aurora.localhost");
    let store = Storefront::new(Options::base_url(&address)).unwrap().get_store().await.unwrap();

    assert_eq!(store.name, "Aurora");
    let host = run.seen().await[0]["headers"]["host"].as_str().unwrap().to_owned();
    assert!(host.starts_with("aurora.localhost:"), "{host}");
}

#[test]
fn options_that_cannot_be_right_are_refused() {
    let host = || Options::host("shop.example");
    for wrong in [
        Options::base_url("shop.example"),
        Options::base_url("ftp://shop.example"),
        Options::base_url("https://shop.example/?a=1"),
        Options::host(""),
        host().secret_key("sk_1").access_token("token"),
        host().timeout(Duration::ZERO),
        host().header("two words", "x"),
        host().publishable_key("line\nbreak"),
    ] {
        assert!(matches!(Storefront::new(wrong), Err(Error::Usage(_))));
    }
}

#[test]
fn clients_can_be_shared_and_show_no_secrets() {
    fn is_shared<T: Send + Sync + Clone>(_: &T) {}
    let options = Options::host("shop.example").secret_key("sk_secret");
    let text = format!("{options:?}");
    let admin = stoa::Admin::new(options).unwrap();
    is_shared(&admin);
    assert!(!text.contains("sk_secret") && !format!("{admin:?}").contains("sk_secret"));
    let call = admin.list_merchants().access_token("sk_other");
    assert!(!format!("{call:?}").contains("sk_other"));
}

#[test]
fn fields_of_a_newer_server_are_kept() {
    let text = r#"{"amount":1,"currency":"EUR","rounded":true}"#;
    let money: Money = serde_json::from_str(text).unwrap();
    assert_eq!(money.extra["rounded"], true);
    assert_eq!(serde_json::to_string(&money).unwrap(), text);
}
