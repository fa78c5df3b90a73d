//! Reaching a guest's order with its number, its address and a code from a mail.

use reqwest::Method;
use serde_json::{Value, json};

use super::ANNA;
use crate::harness::{Answer, Bought, Letter, Shop, System, send, text};

async fn post(shop: &Shop<'_>, path: &str, body: &Value) -> Answer {
    let path = format!("/storefront/v1/order-codes{path}");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    send(request.json(body)).await
}

async fn request(shop: &Shop<'_>, number: i64, email: &str) -> Answer {
    post(shop, "", &json!({"number": number, "email": email})).await
}

async fn redeem(shop: &Shop<'_>, named: (i64, &str), code: &str) -> Answer {
    let body = json!({"number": named.0, "email": named.1, "code": code});
    post(shop, "/redeem", &body).await
}

fn code(letter: &Letter) -> String {
    let digits = letter.subject.split(" is your code").next().unwrap();
    digits.chars().filter(char::is_ascii_digit).collect()
}

/// An order that a guest has bought, and its number.
async fn order(shop: &Shop<'_>) -> (Bought, i64) {
    let cart = shop.ready_shopper(&[("mug", 1)]).await;
    let bought = cart.buy().await;
    let seen = cart.order(&bought).await;
    (bought, seen["number"].as_i64().unwrap())
}

/// The newest code letter of the address, which has got `count` letters.
async fn sent(system: &System, count: usize) -> String {
    code(&system.letter(ANNA, count).await)
}

#[tokio::test]
async fn a_code_shows_the_order_once_and_no_other() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let elsewhere = system.shop("borealis", &[]).await;
    for shop in [&shop, &elsewhere] {
        shop.stock(&[("mug", 1490, 50)]).await;
    }
    let (bought, number) = order(&shop).await;
    let (_, other) = order(&shop).await;
    order(&elsewhere).await;
    let before = system.letters(ANNA).await.len();

    // Whatever is asked for, the answer is the same; a letter goes to the one order's address.
    for (number, email) in [
        (number, "nobody@example.com"),
        (4711, "berta@example.com"),
        (number, ANNA),
    ] {
        let asked = request(&shop, number, email).await;
        assert_eq!(
            (asked.status, asked.text.as_str()),
            (202, ""),
            "{number} {email}"
        );
    }
    let letter = system.letter(ANNA, before + 1).await;
    assert!(
        letter
            .subject
            .ends_with(&format!("is your code for order {number} at aurora")),
        "{}",
        letter.subject
    );
    let code = code(&letter);
    assert_eq!(code.len(), 8);
    for nobody in ["nobody@example.com", "berta@example.com"] {
        assert_eq!(system.letters(nobody).await.len(), 0);
    }
    assert_eq!(system.tables_with(&code).await, [""; 0]);

    for (shop, named) in [
        (&shop, (other, ANNA)),
        (&shop, (number, "nobody@example.com")),
        (&shop, (4711, ANNA)),
        (&elsewhere, (number, ANNA)),
    ] {
        redeem(shop, named, &code)
            .await
            .refused(400, "invalid_order_code");
    }
    let spaced = format!("{} {}", &code[..4], &code[4..]);
    let access = redeem(&shop, (number, " Anna@Example.com "), &spaced).await;
    let access = access.expect(200);
    assert_eq!(access["order_id"], bought.order_id.as_str());
    let path = format!("/storefront/v1/orders/{}", bought.order_id);
    let ask = |host: &str| {
        let request = system.request(Method::GET, host, &path);
        send(request.header("order-token", text(&access, "/token")))
    };
    assert_eq!(ask(&shop.host).await.expect(200)["number"], number);
    ask(&elsewhere.host).await.refused(404, "not_found");
    redeem(&shop, (number, ANNA), &code)
        .await
        .refused(400, "invalid_order_code");
    system.settle().await;
}

#[tokio::test]
async fn an_old_code_a_replaced_one_and_the_sixth_guess_show_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let (_, number) = order(&shop).await;
    let before = system.letters(ANNA).await.len();
    let named = (number, ANNA);

    request(&shop, number, ANNA).await.expect(202);
    let first = sent(&system, before + 1).await;
    // One letter in a minute.
    request(&shop, number, ANNA).await.expect(202);
    assert_eq!(system.letters(ANNA).await.len(), before + 1);
    system.a_minute_later().await;
    request(&shop, number, ANNA).await.expect(202);
    let second = sent(&system, before + 2).await;
    assert_ne!(first, second);
    redeem(&shop, named, &first)
        .await
        .refused(400, "invalid_order_code");

    system
        .execute("update order_codes set expires_at = expires_at - interval '11 minutes'")
        .await;
    redeem(&shop, named, &second)
        .await
        .refused(400, "invalid_order_code");
    system
        .execute("update order_codes set expires_at = expires_at + interval '11 minutes'")
        .await;
    for guess in ["", "00000000", &first, "no digits"] {
        redeem(&shop, named, guess)
            .await
            .refused(400, "invalid_order_code");
    }
    // Five were looked at: the right one comes too late, and the next letter's is good again.
    redeem(&shop, named, &second)
        .await
        .refused(400, "invalid_order_code");
    assert_eq!(system.number("select count(*) from order_links").await, 1);
    system.a_minute_later().await;
    request(&shop, number, ANNA).await.expect(202);
    let third = sent(&system, before + 3).await;
    redeem(&shop, named, &third).await.expect(200);
    system.settle().await;
}

#[tokio::test]
async fn what_names_no_order_is_a_problem_that_says_where() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    for (body, pointer) in [
        (json!({"number": 0, "email": ANNA}), "/number"),
        (json!({"number": 1, "email": "no address"}), "/email"),
        (json!({"number": 1}), "/email"),
        (json!({"number": "1", "email": ANNA}), "/number"),
    ] {
        let refused = post(&shop, "", &body).await;
        refused.refused(400, "invalid_request");
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{body}");
    }
    assert_eq!(system.number("select count(*) from mail_slots").await, 0);
    system.settle().await;
}
