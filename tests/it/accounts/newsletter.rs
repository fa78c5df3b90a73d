//! The newsletter: asked for, confirmed by a letter, ended with one click, and seen by the staff.

use reqwest::Method;
use reqwest::redirect::Policy;
use serde_json::{Value, json};

use super::{ANNA, PASSWORD};
use crate::harness::{Answer, Shop, System, send, text};

const READER: &str = "reader@example.com";

async fn post(shop: &Shop<'_>, path: &str, body: &Value) -> Answer {
    let path = format!("/storefront/v1/newsletter/{path}");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    send(request.json(body)).await
}

async fn subscribe(shop: &Shop<'_>, email: &str) {
    let asked = post(shop, "subscriptions", &json!({"email": email})).await;
    assert_eq!((asked.status, asked.text.as_str()), (202, ""), "{email}");
}

/// One click of a mail program: a form, to the address of the header, without any credential.
async fn click(shop: &Shop<'_>, token: &str) -> Answer {
    let path = format!("/storefront/v1/newsletter/unsubscribe?token={token}");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let form = request.header("content-type", "application/x-www-form-urlencoded");
    send(form.body("List-Unsubscribe=One-Click")).await
}

/// Addresses that get the newsletter, with where each said so.
async fn readers(shop: &Shop<'_>) -> Vec<(String, String)> {
    let path = "/newsletter/subscribers?limit=100";
    let list = shop.admin(Method::GET, path, Value::Null).await.expect(200);
    let of = |it: &Value| (text(it, "/email"), text(it, "/source"));
    list["data"].as_array().unwrap().iter().map(of).collect()
}

fn reader(email: &str, source: &str) -> (String, String) {
    (email.to_owned(), source.to_owned())
}

#[tokio::test]
async fn an_address_gets_the_newsletter_when_its_reader_confirms_and_until_one_click() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let elsewhere = system.shop("borealis", &[]).await;

    subscribe(&shop, " Reader@Example.com ").await;
    let letter = system.letter(READER, 1).await;
    assert_eq!(letter.subject, "Confirm the newsletter of aurora");
    assert!(
        letter.text.contains("/newsletter/confirm?token="),
        "{}",
        letter.text
    );
    // Nothing is recorded before: whoever typed the address may be anybody.
    assert_eq!(readers(&shop).await, []);
    assert_eq!(system.number("select count(*) from consents").await, 0);
    let confirm = json!({"token": letter.token()});
    post(&elsewhere, "confirm", &confirm)
        .await
        .refused(400, "invalid_token");
    let confirmed = post(&shop, "confirm", &confirm).await;
    assert_eq!((confirmed.status, confirmed.text.as_str()), (204, ""));
    post(&shop, "confirm", &confirm)
        .await
        .refused(400, "invalid_token");
    assert_eq!(readers(&shop).await, [reader(READER, "newsletter")]);
    assert_eq!(readers(&elsewhere).await, []);

    let welcome = system.letter(READER, 2).await;
    assert_eq!(welcome.subject, "You get the newsletter of aurora");
    let link = welcome.unsubscribe.clone().unwrap();
    let token = welcome.token();
    assert_eq!(
        link,
        format!("http://aurora.localhost:8080/storefront/v1/newsletter/unsubscribe?token={token}")
    );
    // Whoever looks at the link is asked, and nothing changes.
    let path = format!("/storefront/v1/newsletter/unsubscribe?token={token}");
    let look = system.request(Method::GET, &shop.host, &path);
    let (_, look) = look.build_split();
    let browser = reqwest::Client::builder().redirect(Policy::none());
    let seen = browser.build().unwrap().execute(look.unwrap()).await;
    let seen = seen.unwrap();
    assert_eq!(seen.status().as_u16(), 303);
    let page = format!("http://aurora.localhost:8080/newsletter/unsubscribe?token={token}");
    assert_eq!(seen.headers()["location"], page.as_str());
    assert_eq!(readers(&shop).await.len(), 1);
    // Whoever gets it already is not asked again, and nobody can tell.
    system.a_minute_later().await;
    subscribe(&shop, READER).await;
    assert_eq!(system.letters(READER).await.len(), 2);

    click(&elsewhere, &token)
        .await
        .refused(400, "invalid_token");
    click(&shop, "0").await.refused(400, "invalid_token");
    assert_eq!(readers(&shop).await.len(), 1);
    for _ in 0..2 {
        let done = click(&shop, &token).await;
        assert_eq!((done.status, done.text.as_str()), (204, ""));
        assert_eq!(readers(&shop).await, []);
    }
    assert_eq!(system.number("select count(*) from consents").await, 2);
    // And may come back.
    system.a_minute_later().await;
    shop.reader(READER).await;
    assert_eq!(readers(&shop).await.len(), 1);
    system.settle().await;
}

#[tokio::test]
async fn an_accounts_answer_is_its_consent_wherever_it_was_said() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    // Said before there was an account: it is the account's then.
    shop.reader(ANNA).await;
    let anna = shop.member(ANNA).await;
    let consents = || async {
        let token = &anna.access_token;
        let seen = shop.account(token, Method::GET, "/consents", Value::Null);
        seen.await.expect(200)
    };
    let seen = consents().await;
    assert_eq!(seen["marketing_email"], true);
    assert_eq!(seen["history"][0]["source"], "newsletter");
    assert_eq!(readers(&shop).await, [reader(ANNA, "newsletter")]);
    assert_eq!(
        system
            .number("select count(*) from newsletter_subscribers")
            .await,
        0
    );

    // Taken back in the account, given again by a letter, and taken back with its link.
    let no = json!({"marketing_email": false});
    shop.account(&anna.access_token, Method::PATCH, "/consents", no)
        .await
        .expect(200);
    assert_eq!(readers(&shop).await, []);
    system.a_minute_later().await;
    let token = shop.reader(ANNA).await;
    assert_eq!(consents().await["marketing_email"], true);
    assert_eq!(click(&shop, &token).await.status, 204);
    let seen = consents().await;
    assert_eq!(seen["marketing_email"], false);
    assert_eq!(seen["history"][0]["source"], "unsubscribe_link");
    assert_eq!(seen["history"].as_array().unwrap().len(), 4);

    // Whoever is blocked gets none.
    system.a_minute_later().await;
    shop.reader(ANNA).await;
    let path = format!("/customers/{}", anna.id);
    let blocked = json!({"is_blocked": true});
    shop.admin(Method::PATCH, &path, blocked).await.expect(200);
    assert_eq!(readers(&shop).await, []);
    system.settle().await;
}

#[tokio::test]
async fn an_old_link_and_a_request_that_was_taken_back_confirm_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    subscribe(&shop, READER).await;
    let old = system.letter(READER, 1).await;
    system
        .execute("update newsletter_links set expires_at = expires_at - interval '25 hours'")
        .await;
    post(&shop, "confirm", &json!({"token": old.token()}))
        .await
        .refused(400, "invalid_token");
    // The link of the header in the letter that asks ends the request.
    system.a_minute_later().await;
    subscribe(&shop, READER).await;
    let letter = system.letter(READER, 2).await;
    let link = letter.unsubscribe.clone().unwrap();
    let (_, token) = link.split_once("token=").unwrap();
    assert_eq!(click(&shop, token).await.status, 204);
    for token in [letter.token(), token.to_owned(), String::new()] {
        post(&shop, "confirm", &json!({"token": token}))
            .await
            .refused(400, "invalid_token");
    }
    assert_eq!(readers(&shop).await, []);
    assert_eq!(system.number("select count(*) from consents").await, 0);
    for body in [json!({}), json!({"email": "no address"})] {
        let refused = post(&shop, "subscriptions", &body).await;
        refused.refused(400, "invalid_request");
        assert_eq!(refused.body["errors"][0]["pointer"], "/email");
    }
    system.settle().await;
}

#[tokio::test]
async fn the_staff_lists_and_exports_readers() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    other.reader("foreign@example.com").await;
    let anna = shop.member(ANNA).await;
    shop.reader(ANNA).await;
    for email in ["=cmd@example.com", "zoe@example.com"] {
        shop.reader(email).await;
    }

    let mut seen = Vec::new();
    let mut path = "/newsletter/subscribers?limit=1".to_owned();
    loop {
        let page = shop
            .admin(Method::GET, &path, Value::Null)
            .await
            .expect(200);
        seen.push(text(&page, "/data/0/email"));
        let Some(cursor) = page["next_cursor"].as_str() else {
            break;
        };
        path = format!("/newsletter/subscribers?limit=1&cursor={cursor}");
    }
    let mut expected = vec![ANNA, "=cmd@example.com", "zoe@example.com"];
    expected.sort_by_key(|email| email.replace('=', ""));
    seen.sort_by_key(|email| email.replace('=', ""));
    assert_eq!(seen, expected);

    let path = "/newsletter/subscribers.csv";
    let file = shop.admin(Method::GET, path, Value::Null).await;
    assert_eq!(file.status, 200, "{}", file.text);
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(
        file.headers["content-disposition"],
        "attachment; filename=\"newsletter-subscribers.csv\""
    );
    let lines: Vec<&str> = file.text.lines().collect();
    assert_eq!(
        lines[0],
        "email,customer_id,subscriber_id,source,storefront_id,subscribed_at"
    );
    assert_eq!(lines.len(), 4, "{}", file.text);
    let line = |begins: &str| *lines.iter().find(|line| line.starts_with(begins)).unwrap();
    assert!(line(ANNA).contains(&anna.id), "{}", file.text);
    // No spreadsheet runs it.
    assert!(
        line("'=cmd@example.com,").contains(",nls_"),
        "{}",
        file.text
    );
    assert!(!file.text.contains("foreign"));
    system.settle().await;
}

#[tokio::test]
async fn readers_are_forgotten_by_the_staff_and_with_their_account() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    for email in [ANNA, "zoe@example.com", READER] {
        shop.reader(email).await;
    }
    let list = shop
        .admin(
            Method::GET,
            "/newsletter/subscribers?limit=100",
            Value::Null,
        )
        .await
        .expect(200);
    let zoe = list["data"].as_array().unwrap().iter();
    let zoe = zoe.clone().find(|it| it["email"] == "zoe@example.com");
    let path = format!(
        "/newsletter/subscribers/{}",
        text(zoe.unwrap(), "/subscriber_id")
    );
    let gone = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!(gone.status, 204, "{}", gone.text);
    shop.admin(Method::DELETE, &path, Value::Null)
        .await
        .refused(404, "not_found");
    assert_eq!(system.tables_with("zoe@example.com").await, [""; 0]);

    // An account that goes takes its answer and its links along.
    let delete = json!({"password": PASSWORD});
    shop.account(&anna.access_token, Method::POST, "/delete", delete)
        .await
        .expect(204);
    // What is told once more a minute later is told now.
    system
        .execute("update outbox set available_at = now() where dead_at is null")
        .await;
    system.is_quiet().await;
    assert_eq!(system.tables_with(ANNA).await, [""; 0]);
    assert_eq!(readers(&shop).await.len(), 1);
    system.settle().await;
}
