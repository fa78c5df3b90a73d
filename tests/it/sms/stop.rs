//! A shopper who answers STOP to a text message has withdrawn consent, whichever way Twilio tells it.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::ProviderReply;

use super::twilio::{TOKEN, accepted, call, parcel, query, twilio};
use super::{ANNA, TYPED, agrees, order, ship, store};
use crate::harness::{Account, Shop};

async fn consents(shop: &Shop<'_>, account: &Account) -> Value {
    let token = &account.access_token;
    let answer = shop
        .account(token, Method::GET, "/consents", Value::Null)
        .await;
    answer.expect(200)
}

#[tokio::test]
async fn a_refusal_for_stop_withdraws_consent_and_a_new_one_counts_again() {
    let (system, server) = twilio(accepted()).await;
    let shop = store(&system, "aurora").await;
    let anna = shop.member(ANNA).await;
    agrees(&shop, &anna, true).await;
    let said = json!({"code": 21610, "message": "Attempt to send to unsubscribed recipient"});
    server.reply(ProviderReply::Says(400, said));
    let first = order(&shop, ANNA, Some(TYPED)).await;
    ship(&shop, &first).await;
    system.is_quiet().await;

    let now = consents(&shop, &anna).await;
    assert_eq!(now["order_updates_sms"], false);
    let last = &now["history"][0];
    assert_eq!(
        (&last["purpose"], &last["is_given"], &last["source"]),
        (
            &json!("order_updates_sms"),
            &json!(false),
            &json!("text_message")
        )
    );
    server.reply(accepted());
    let asked = server.seen().len();
    let second = order(&shop, ANNA, Some(TYPED)).await;
    ship(&shop, &second).await;
    system.is_quiet().await;
    assert_eq!(server.seen().len(), asked);

    // Who says so in the account wants them again.
    agrees(&shop, &anna, true).await;
    let third = order(&shop, ANNA, Some(TYPED)).await;
    ship(&shop, &third).await;
    system.is_quiet().await;
    assert_eq!(server.seen().len(), asked + 1);
    system.settle().await;
}

#[tokio::test]
async fn a_later_word_of_stop_withdraws_consent_once_and_another_failure_does_not() {
    let (system, server) = twilio(accepted()).await;
    let shop = store(&system, "aurora").await;
    parcel(&shop).await;
    system.is_quiet().await;
    let answers = "select count(*) from consents where source = 'text_message'";
    let failed = |code: &'static str| {
        [
            ("MessageSid", "SM0a"),
            ("MessageStatus", "undelivered"),
            ("ErrorCode", code),
        ]
    };
    let forged = call(&system, &query(&server), &failed("21610"), "another token").await;
    forged.refused(400, "webhook_signature_invalid");
    assert_eq!(system.number(answers).await, 0);
    for _ in 0..2 {
        call(&system, &query(&server), &failed("21610"), TOKEN)
            .await
            .expect(200);
        assert_eq!(system.number(answers).await, 1);
    }

    let (system, server) = twilio(accepted()).await;
    let shop = store(&system, "aurora").await;
    parcel(&shop).await;
    system.is_quiet().await;
    call(&system, &query(&server), &failed("30003"), TOKEN)
        .await
        .expect(200);
    assert_eq!(system.number(answers).await, 0);
}
