//! What the links of e-mails open, and for how long.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, OTHER_PASSWORD, PASSWORD};
use crate::harness::{Answer, Shop, System, send};

const STRANGERS_PASSWORD: &str = "mallory likes seven boats";

async fn confirm(shop: &Shop<'_>, body: Value) -> Answer {
    send(shop.auth("verify-email", &body)).await
}

async fn resend(shop: &Shop<'_>) {
    let body = json!({"email": ANNA});
    send(shop.auth("resend-verification", &body))
        .await
        .expect(202);
}

async fn reset(shop: &Shop<'_>, token: &str, password: &str) -> Answer {
    let body = json!({"token": token, "password": password});
    send(shop.auth("reset-password", &body)).await
}

async fn forgotten(shop: &Shop<'_>, letters: usize) -> String {
    shop.system.a_minute_later().await;
    send(shop.auth("forgot-password", &json!({"email": ANNA})))
        .await
        .expect(202);
    shop.system.letter(ANNA, letters).await.token()
}

#[tokio::test]
async fn a_link_confirms_the_sign_up_that_it_was_sent_for() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.sign_up(ANNA, PASSWORD).await.expect(202);
    let annas = system.letter(ANNA, 1).await.token();
    system.a_minute_later().await;
    shop.sign_up(ANNA, STRANGERS_PASSWORD).await.expect(202);
    let strangers = system.letter(ANNA, 2).await.token();

    confirm(&shop, json!({"token": annas})).await.expect(204);
    shop.log_in(ANNA, STRANGERS_PASSWORD).await.expect(401);
    shop.log_in(ANNA, PASSWORD).await.expect(200);
    let void = confirm(&shop, json!({"token": strangers})).await;
    assert_eq!((void.status, void.code()), (400, "invalid_token"));
    shop.log_in(ANNA, STRANGERS_PASSWORD).await.expect(401);
}

#[tokio::test]
async fn with_a_password_a_link_confirms_nobody_elses_sign_up() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    // The stranger was first, so that the owner's own sign-up gets no e-mail within the minute.
    shop.sign_up(ANNA, STRANGERS_PASSWORD).await.expect(202);
    shop.sign_up(ANNA, PASSWORD).await.expect(202);
    let link = system.letter(ANNA, 1).await.token();

    let wrong = confirm(&shop, json!({"token": link, "password": OTHER_PASSWORD})).await;
    assert_eq!((wrong.status, wrong.code()), (422, "wrong_password"));
    shop.log_in(ANNA, STRANGERS_PASSWORD).await.expect(401);
    confirm(&shop, json!({"token": link, "password": PASSWORD}))
        .await
        .expect(204);
    shop.log_in(ANNA, STRANGERS_PASSWORD).await.expect(401);
    shop.log_in(ANNA, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn a_link_that_is_sent_again_asks_which_of_several_sign_ups_is_meant() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.sign_up(ANNA, PASSWORD).await.expect(202);
    let first = system.letter(ANNA, 1).await.token();
    system.a_minute_later().await;
    resend(&shop).await;
    let second = system.letter(ANNA, 2).await.token();
    assert_ne!(first, second);
    shop.sign_up(ANNA, STRANGERS_PASSWORD).await.expect(202);
    system.a_minute_later().await;
    resend(&shop).await;
    let third = system.letter(ANNA, 3).await.token();

    let unclear = confirm(&shop, json!({"token": third})).await;
    assert_eq!((unclear.status, unclear.code()), (422, "password_required"));
    assert_eq!(unclear.body["errors"][0]["pointer"], "/password");
    confirm(&shop, json!({"token": third, "password": PASSWORD}))
        .await
        .expect(204);
    shop.log_in(ANNA, PASSWORD).await.expect(200);
    shop.log_in(ANNA, STRANGERS_PASSWORD).await.expect(401);
    for over in [first, second] {
        let over = confirm(&shop, json!({"token": over})).await;
        assert_eq!((over.status, over.code()), (400, "invalid_token"));
    }
}

#[tokio::test]
async fn further_requests_of_strangers_leave_a_link_as_it_is() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.sign_up(ANNA, PASSWORD).await.expect(202);
    let annas = system.letter(ANNA, 1).await.token();
    for _ in 0..12 {
        shop.sign_up(ANNA, STRANGERS_PASSWORD).await.expect(202);
    }
    confirm(&shop, json!({"token": annas})).await.expect(204);
    shop.log_in(ANNA, PASSWORD).await.expect(200);

    let first = forgotten(&shop, 2).await;
    forgotten(&shop, 3).await;
    reset(&shop, &first, OTHER_PASSWORD).await.expect(204);
    shop.log_in(ANNA, OTHER_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn no_link_outlives_a_change_of_the_password_a_reset_or_the_account() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let is_void = async |token: &str| {
        let void = reset(&shop, token, STRANGERS_PASSWORD).await;
        assert_eq!((void.status, void.code()), (400, "invalid_token"));
        shop.log_in(ANNA, STRANGERS_PASSWORD).await.expect(401);
    };

    let before_the_change = forgotten(&shop, 2).await;
    let change = json!({"current_password": PASSWORD, "password": OTHER_PASSWORD});
    shop.account(&anna.access_token, Method::POST, "/password", change)
        .await
        .expect(204);
    system.letter(ANNA, 3).await;
    is_void(&before_the_change).await;

    let before_the_reset = forgotten(&shop, 4).await;
    let used = forgotten(&shop, 5).await;
    reset(&shop, &used, PASSWORD).await.expect(204);
    is_void(&before_the_reset).await;

    system.letter(ANNA, 6).await;
    let before_the_end = forgotten(&shop, 7).await;
    let anna = shop.log_in(ANNA, PASSWORD).await.expect(200);
    let token = anna["access_token"].as_str().unwrap();
    let delete = json!({"password": PASSWORD});
    shop.account(token, Method::POST, "/delete", delete)
        .await
        .expect(204);
    is_void(&before_the_end).await;
}

#[tokio::test]
async fn the_own_address_is_no_password_wherever_one_is_chosen() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = shop.member(ANNA).await;
    let token = forgotten(&shop, 2).await;

    for own in [ANNA, "ANNA@example.com", " anna@Example.com "] {
        let refused = reset(&shop, &token, own).await;
        assert_eq!((refused.status, refused.code()), (422, "weak_password"));
        let change = json!({"current_password": PASSWORD, "password": own});
        let refused = shop
            .account(&anna.access_token, Method::POST, "/password", change)
            .await;
        assert_eq!((refused.status, refused.code()), (422, "weak_password"));
    }
    let long = "a.very.long.address.of.a.person.with.many.names.and.more@copper-violin.example";
    let refused = shop.sign_up(long, long).await;
    assert_eq!((refused.status, refused.code()), (422, "weak_password"));
    shop.log_in(ANNA, PASSWORD).await.expect(200);
}
