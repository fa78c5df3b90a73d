//! Another e-mail address for an account: asked for, confirmed and taken back.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, OTHER_PASSWORD, PASSWORD, is_signed_in, refresh};
use crate::harness::{Account, Answer, Shop, System, send, text};

const NEW: &str = "anna.new@example.com";
const BERTA: &str = "berta@example.com";

async fn change(shop: &Shop<'_>, account: &Account, email: &str, password: &str) -> Answer {
    let body = json!({"email": email, "password": password});
    shop.account(&account.access_token, Method::POST, "/email", body)
        .await
}

async fn confirm(shop: &Shop<'_>, token: &str) -> Answer {
    send(shop.auth("confirm-email-change", &json!({"token": token}))).await
}

async fn undo(shop: &Shop<'_>, token: &str) -> Answer {
    send(shop.auth("undo-email-change", &json!({"token": token}))).await
}

#[track_caller]
fn assert_void(answer: &Answer) {
    assert_eq!((answer.status, answer.code()), (400, "invalid_token"));
}

async fn email_of(shop: &Shop<'_>, account: &Account) -> String {
    let account = shop
        .account(&account.access_token, Method::GET, "", Value::Null)
        .await
        .expect(200);
    text(&account, "/email")
}

/// The account has the new address; tells the token that takes the change back.
async fn changed(shop: &Shop<'_>, account: &Account, email: &str) -> String {
    let had = email_of(shop, account).await;
    let (to_old, to_new) = (
        shop.system.letters(&had).await.len(),
        shop.system.letters(email).await.len(),
    );
    let asked = change(shop, account, email, PASSWORD).await;
    assert_eq!((asked.status, asked.text.as_str()), (202, ""));
    let token = shop.system.letter(email, to_new + 1).await.token();
    confirm(shop, &token).await.expect(204);
    shop.system.letter(&had, to_old + 1).await.token()
}

#[tokio::test]
async fn an_address_changes_when_whoever_reads_the_new_one_says_so() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let phone = Account::of(&shop.log_in(ANNA, PASSWORD).await.expect(200));

    let wrong = change(&shop, &anna, NEW, "not this one").await;
    assert_eq!((wrong.status, wrong.code()), (422, "wrong_password"));
    let same = change(&shop, &anna, "ANNA@example.com", PASSWORD).await;
    assert_eq!((same.status, same.code()), (422, "email_unchanged"));
    assert_eq!(same.body["errors"][0]["pointer"], "/email");
    assert_eq!(system.letters(NEW).await.len(), 0);

    // Whoever makes the request says which host it is for; the letter does not repeat it.
    let asked = system
        .request(Method::POST, &shop.host, "/storefront/v1/account/email")
        .bearer_auth(&anna.access_token)
        .header("x-forwarded-host", "evil.example")
        .header("forwarded", "host=evil.example")
        .json(&json!({"email": NEW, "password": PASSWORD}));
    send(asked).await.expect(202);
    let letter = system.letter(NEW, 1).await;
    assert_eq!(letter.subject, "Confirm your new e-mail address at aurora");
    let link = format!(
        "http://aurora.localhost:8080/account/confirm-email?token={}",
        letter.token()
    );
    assert!(letter.text.contains(&link), "{}", letter.text);
    assert!(letter.text.starts_with("Hello,\n"), "{}", letter.text);
    for part in [&letter.text, &letter.html] {
        assert!(!part.contains("evil.example"), "{part}");
    }
    assert_eq!(email_of(&shop, &anna).await, ANNA);
    shop.log_in(NEW, PASSWORD).await.expect(401);

    send(shop.auth("forgot-password", &json!({"email": ANNA})))
        .await
        .expect(202);
    let reset = system.letter(ANNA, 2).await.token();
    let confirmed = confirm(&shop, &letter.token()).await;
    assert_eq!((confirmed.status, confirmed.text.as_str()), (204, ""));
    assert_void(&confirm(&shop, &letter.token()).await);
    assert_eq!(email_of(&shop, &anna).await, NEW);
    assert!(is_signed_in(&shop, &phone.access_token).await);
    shop.log_in(ANNA, PASSWORD).await.expect(401);
    shop.log_in(NEW, PASSWORD).await.expect(200);
    // What the old address was sent before is worth nothing.
    let void = json!({"token": reset, "password": OTHER_PASSWORD});
    assert_void(&send(shop.auth("reset-password", &void)).await);

    let told = system.letter(ANNA, 3).await;
    assert_eq!(told.subject, "Your e-mail address at aurora was changed");
    assert!(told.text.starts_with("Hello Anna,\n"), "{}", told.text);
    assert!(!told.text.contains(NEW), "{}", told.text);
    let link = format!(
        "http://aurora.localhost:8080/account/undo-email?token={}",
        told.token()
    );
    assert!(told.text.contains(&link), "{}", told.text);
}

#[tokio::test]
async fn whoever_reads_the_old_address_takes_a_change_back() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let first = changed(&shop, &anna, NEW).await;
    let second = changed(&shop, &anna, BERTA).await;
    change(&shop, &anna, "carla@example.com", PASSWORD)
        .await
        .expect(202);
    let pending = system.letter("carla@example.com", 1).await.token();

    let undone = undo(&shop, &first).await;
    assert_eq!((undone.status, undone.text.as_str()), (204, ""));
    assert!(!is_signed_in(&shop, &anna.access_token).await);
    refresh(&shop, &anna.refresh_token).await.expect(401);
    for email in [ANNA, NEW, BERTA] {
        shop.log_in(email, PASSWORD).await.expect(401);
    }
    for token in [&first, &second] {
        assert_void(&undo(&shop, token).await);
    }
    assert_void(&confirm(&shop, &pending).await);
    assert_eq!(system.number("select count(*) from email_changes").await, 0);

    let letter = system.letter(ANNA, 3).await;
    assert_eq!(letter.subject, "Choose a new password for aurora");
    let reset = json!({"token": letter.token(), "password": OTHER_PASSWORD});
    send(shop.auth("reset-password", &reset)).await.expect(204);
    let session = shop.log_in(ANNA, OTHER_PASSWORD).await.expect(200);
    assert_eq!(text(&session, "/account/id"), anna.id);
}

#[tokio::test]
async fn nobody_learns_whether_an_address_has_an_account() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    shop.member(BERTA).await;

    let known = change(&shop, &anna, BERTA, PASSWORD).await;
    let free = change(&shop, &anna, NEW, PASSWORD).await;
    assert_eq!((known.status, &known.text), (202, &free.text));
    assert_eq!(free.status, 202);
    let told = system.letter(BERTA, 2).await;
    assert_eq!(told.subject, "You already have an account at aurora");
    assert!(!told.text.contains("?token="), "{}", told.text);
    // A further request within the minute sends nothing, and leaves the link that there is.
    change(&shop, &anna, NEW, PASSWORD).await.expect(202);
    let token = system.letter(NEW, 1).await.token();

    // Who has got the address meanwhile keeps it.
    shop.member(NEW).await;
    assert_void(&confirm(&shop, &token).await);
    assert_eq!(email_of(&shop, &anna).await, ANNA);
    shop.log_in(NEW, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn a_link_is_good_once_in_time_for_its_purpose_and_at_its_store() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    let anna = shop.member(ANNA).await;
    change(&shop, &anna, BERTA, PASSWORD).await.expect(202);
    let older = system.letter(BERTA, 1).await.token();
    change(&shop, &anna, NEW, PASSWORD).await.expect(202);
    let token = system.letter(NEW, 1).await.token();

    assert_void(&confirm(&shop, &older).await);
    assert_void(&confirm(&other, &token).await);
    assert_void(&undo(&shop, &token).await);
    assert_void(&confirm(&shop, &"0".repeat(64)).await);
    for path in ["verify-email", "reset-password"] {
        let mut body = json!({"token": token});
        if path == "reset-password" {
            body["password"] = json!(OTHER_PASSWORD);
        }
        assert_void(&send(shop.auth(path, &body)).await);
    }
    let late = "update email_changes set expires_at = expires_at - interval '24 hours'";
    system.execute(late).await;
    assert_void(&confirm(&shop, &token).await);
    assert_eq!(email_of(&shop, &anna).await, ANNA);

    system.a_minute_later().await;
    let back = changed(&shop, &anna, NEW).await;
    assert_void(&confirm(&shop, &back).await);
    assert_void(&undo(&other, &back).await);
    let late = "update email_changes set expires_at = expires_at - interval '72 hours'";
    system.execute(late).await;
    assert_void(&undo(&shop, &back).await);
    assert!(is_signed_in(&shop, &anna.access_token).await);
    assert_eq!(email_of(&shop, &anna).await, NEW);
}

#[tokio::test]
async fn orders_of_the_new_address_come_when_the_change_is_beyond_undoing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let guest = shop.ready_shopper(&[("mug", 1)]).await;
    let email = guest
        .request(Method::PATCH, "")
        .json(&json!({"email": NEW}));
    send(email).await.expect(200);
    guest.buy().await;
    let anna = shop.member(ANNA).await;
    changed(&shop, &anna, NEW).await;
    let orders = async || {
        system.is_quiet().await;
        let list = shop
            .account(&anna.access_token, Method::GET, "/orders", Value::Null)
            .await
            .expect(200);
        list["data"].as_array().unwrap().len()
    };

    assert_eq!(orders().await, 0);
    let settle = "update outbox set available_at = now() where topic = 'email_change.settled'";
    system.execute(settle).await;
    assert_eq!(orders().await, 0, "the change can still be taken back");

    change(&shop, &anna, ANNA, PASSWORD).await.expect(202);
    let token = system.letters(ANNA).await.last().unwrap().token();
    confirm(&shop, &token).await.expect(204);
    system.a_minute_later().await;
    changed(&shop, &anna, NEW).await;
    system
        .execute("update email_changes set expires_at = expires_at - interval '72 hours'")
        .await;
    system.execute(settle).await;
    assert_eq!(orders().await, 1);
}
