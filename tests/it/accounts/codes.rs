//! Signing in with a code from an e-mail, and letters about new devices.

use reqwest::Method;
use serde_json::{Value, json};

use super::PASSWORD;
use crate::harness::{Answer, Letter, Shop, System, send};

const ANNA: &str = "anna@example.com";

async fn request(shop: &Shop<'_>, email: &str) -> Answer {
    send(shop.auth("login-code", &json!({"email": email}))).await
}

async fn enter(shop: &Shop<'_>, email: &str, code: &str) -> Answer {
    let body = json!({"email": email, "code": code});
    send(shop.auth("login-with-code", &body)).await
}

fn code(letter: &Letter) -> String {
    letter
        .subject
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

#[tokio::test]
async fn a_code_is_good_once_for_its_account_at_its_store() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let elsewhere = system.shop("meridian", &[]).await;
    shop.member(ANNA).await;
    shop.member("berta@example.com").await;
    elsewhere.member(ANNA).await;
    let before = system.letters(ANNA).await.len();
    system.a_minute_later().await;

    for email in [ANNA, "nobody@example.com"] {
        let asked = request(&shop, email).await;
        assert_eq!((asked.status, asked.text.as_str()), (202, ""), "{email}");
    }
    let letter = system.letter(ANNA, before + 1).await;
    let code = code(&letter);
    assert_eq!(code.len(), 8, "{}", letter.subject);
    assert!(letter.subject.ends_with("is your code for aurora"));
    assert_eq!(system.letters("nobody@example.com").await.len(), 0);

    enter(&elsewhere, ANNA, &code)
        .await
        .refused(401, "invalid_credentials");
    for email in ["berta@example.com", "nobody@example.com"] {
        enter(&shop, email, &code)
            .await
            .refused(401, "invalid_credentials");
    }
    enter(&shop, "no address", &code)
        .await
        .refused(400, "invalid_request");
    let spaced = format!(" {} {} ", &code[..4], &code[4..]);
    let session = enter(&shop, ANNA, &spaced).await.expect(200);
    assert_eq!(session["account"]["email"], ANNA);
    let token = session["access_token"].as_str().unwrap();
    let own = shop.account(token, Method::GET, "", Value::Null).await;
    own.expect(200);
    enter(&shop, ANNA, &code)
        .await
        .refused(401, "invalid_credentials");
    system.settle().await;
}

#[tokio::test]
async fn an_old_code_a_replaced_one_and_the_sixth_guess_open_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.member(ANNA).await;
    let before = system.letters(ANNA).await.len();
    system.a_minute_later().await;
    request(&shop, ANNA).await.expect(202);
    let first = code(&system.letter(ANNA, before + 1).await);
    system.a_minute_later().await;
    request(&shop, ANNA).await.expect(202);
    let second = code(&system.letter(ANNA, before + 2).await);
    assert_ne!(first, second);

    enter(&shop, ANNA, &first)
        .await
        .refused(401, "invalid_credentials");
    system
        .execute("update login_codes set expires_at = expires_at - interval '11 minutes'")
        .await;
    enter(&shop, ANNA, &second)
        .await
        .refused(401, "invalid_credentials");
    system
        .execute("update login_codes set expires_at = expires_at + interval '11 minutes'")
        .await;
    for guess in ["", "00000000", &first] {
        enter(&shop, ANNA, guess)
            .await
            .refused(401, "invalid_credentials");
    }
    enter(&shop, ANNA, &second)
        .await
        .refused(429, "too_many_attempts");
    // The password is counted by itself.
    shop.log_in(ANNA, PASSWORD).await.expect(200);
    system.settle().await;
}

#[tokio::test]
async fn a_sign_in_on_a_new_device_is_told_to_whoever_is_signed_in_elsewhere() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.member(ANNA).await;
    let before = system.letters(ANNA).await.len();
    let on = async |device: &str| {
        let body = json!({"email": ANNA, "password": PASSWORD});
        let request = shop.auth("login", &body).header("user-agent", device);
        send(request).await.expect(200);
        system.is_quiet().await;
    };

    on("Telephone").await;
    let told = system.letter(ANNA, before + 1).await;
    assert_eq!(told.subject, "New sign-in at aurora");
    assert!(told.text.contains("Telephone"), "{}", told.text);
    // A device that the account is signed in on is no news.
    on("Telephone").await;
    assert_eq!(system.letters(ANNA).await.len(), before + 1);
    system.settle().await;
}

#[tokio::test]
async fn a_code_ends_when_the_password_changes() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let before = system.letters(ANNA).await.len();
    system.a_minute_later().await;
    request(&shop, ANNA).await;
    let code = code(&system.letter(ANNA, before + 1).await);

    let change = json!({"current_password": PASSWORD, "password": "copper violin nine meadows"});
    let changed = shop
        .account(&anna.access_token, Method::POST, "/password", change)
        .await;
    assert_eq!(changed.status, 204, "{}", changed.text);

    enter(&shop, ANNA, &code)
        .await
        .refused(401, "invalid_credentials");
    system.settle().await;
}
