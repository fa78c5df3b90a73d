//! What shoppers have agreed to, and what stores see of it.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ANNA, PASSWORD};
use crate::harness::{Account, Shop, System, send, text};

async fn signed_up(shop: &Shop<'_>, consents: Value) -> Account {
    let mut body = json!({
        "email": ANNA, "password": PASSWORD, "first_name": "Anna", "last_name": "Berg",
    });
    let fields = consents.as_object().unwrap().clone();
    body.as_object_mut().unwrap().extend(fields);
    let sent = shop.system.letters(ANNA).await.len();
    send(shop.auth("signup", &body)).await.expect(202);
    let token = shop.system.letter(ANNA, sent + 1).await.token();
    send(shop.auth("verify-email", &json!({"token": token})))
        .await
        .expect(204);
    Account::of(&shop.log_in(ANNA, PASSWORD).await.expect(200))
}

async fn consents(shop: &Shop<'_>, account: &Account) -> Value {
    shop.account(&account.access_token, Method::GET, "/consents", Value::Null)
        .await
        .expect(200)
}

async fn change(shop: &Shop<'_>, account: &Account, body: Value) -> Value {
    shop.account(&account.access_token, Method::PATCH, "/consents", body)
        .await
        .expect(200)
}

/// Purpose, answer, version and source of each answer.
fn history(consents: &Value) -> Vec<Value> {
    let answers = consents["history"].as_array().unwrap().iter();
    answers
        .map(|it| {
            json!([
                it["purpose"],
                it["is_given"],
                it["terms_version"],
                it["source"]
            ])
        })
        .collect()
}

#[tokio::test]
async fn what_is_agreed_to_when_signing_up_is_the_accounts() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let given =
        json!({"terms_version": " 2026-11 ", "marketing_email": true, "marketing_sms": false});
    let anna = signed_up(&shop, given).await;

    let seen = consents(&shop, &anna).await;
    assert_eq!(seen["terms_version"], "2026-11");
    assert_eq!(seen["marketing_email"], true);
    assert_eq!(seen["marketing_sms"], false);
    assert_eq!(seen["order_updates_sms"], false);
    assert_eq!(
        history(&seen),
        [
            json!(["marketing_email", true, null, "sign_up"]),
            json!(["terms", true, "2026-11", "sign_up"]),
        ]
    );
    let signup = "select count(*) from consents c join users u on u.id = c.user_id
                   where c.recorded_at < u.created_at";
    assert_eq!(system.number(signup).await, 2);

    let path = format!("/customers/{}", anna.id);
    let shown = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(shown["consents"], seen);
    assert_eq!(
        text(&shown, "/consents/history/0/storefront_id")
            .split_once('_')
            .unwrap()
            .0,
        "stf"
    );
}

#[tokio::test]
async fn answers_are_added_and_never_changed() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = signed_up(&shop, json!({})).await;
    let before = consents(&shop, &anna).await;
    assert_eq!(
        before,
        json!({
            "marketing_email": false, "marketing_sms": false, "order_updates_sms": false,
            "history": [],
        })
    );

    // What changes nothing is no answer.
    let same = change(&shop, &anna, json!({"marketing_email": false})).await;
    assert_eq!(same, before);
    change(
        &shop,
        &anna,
        json!({"marketing_email": true, "marketing_sms": true}),
    )
    .await;
    change(&shop, &anna, json!({"marketing_email": true})).await;
    change(&shop, &anna, json!({"marketing_email": false})).await;
    change(&shop, &anna, json!({"terms_version": "1"})).await;
    change(&shop, &anna, json!({"terms_version": "2"})).await;
    change(&shop, &anna, json!({"order_updates_sms": true})).await;
    let seen = change(&shop, &anna, json!({"terms_version": "2"})).await;

    assert_eq!(seen["terms_version"], "2");
    assert_eq!(seen["marketing_email"], false);
    assert_eq!(seen["marketing_sms"], true);
    assert_eq!(seen["order_updates_sms"], true);
    assert_eq!(
        history(&seen),
        [
            json!(["order_updates_sms", true, null, "account"]),
            json!(["terms", true, "2", "account"]),
            json!(["terms", true, "1", "account"]),
            json!(["marketing_email", false, null, "account"]),
            json!(["marketing_sms", true, null, "account"]),
            json!(["marketing_email", true, null, "account"]),
        ]
    );
    assert_eq!(consents(&shop, &anna).await, seen);
}

#[tokio::test]
async fn consents_are_one_shoppers_and_go_with_the_account() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let anna = signed_up(&shop, json!({"marketing_sms": true})).await;
    let berta = shop.member("berta@example.com").await;
    assert_eq!(consents(&shop, &berta).await["history"], json!([]));

    for (body, pointer) in [
        (json!({"terms_version": ""}), "/terms_version"),
        (json!({"terms_version": "1\u{7}"}), "/terms_version"),
        (json!({"terms_version": "x".repeat(51)}), "/terms_version"),
        (json!({"marketing_post": true}), "/marketing_post"),
    ] {
        let path = "/consents";
        let refused = shop
            .account(&anna.access_token, Method::PATCH, path, body.clone())
            .await;
        assert_eq!(refused.status, 400, "{body}");
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{body}");
    }
    assert_eq!(system.number("select count(*) from consents").await, 1);
    let body = json!({"password": PASSWORD});
    shop.account(&anna.access_token, Method::POST, "/delete", body)
        .await
        .expect(204);
    assert_eq!(system.number("select count(*) from consents").await, 0);
}
