//! Text messages that leave by Twilio: what its faults do, and what it tells afterwards.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use serde_json::json;
use testkit::{ProviderReply, ProviderServer};

use super::{ANNA, TYPED, agrees, order, ship, store, tell_again};
use crate::harness::{Answer, Bought, Shop, System, send};

pub(super) const TOKEN: &str = "twilios-token";

pub(super) async fn twilio(reply: ProviderReply) -> (System, ProviderServer) {
    let server = ProviderServer::start(reply).await;
    let url = format!("twilio://AC0a:{TOKEN}@{}?from=Aurora", server.address);
    (System::with(&[("SMS_URL", &url)]).await, server)
}

pub(super) fn accepted() -> ProviderReply {
    ProviderReply::Says(201, json!({"sid": "SM0a", "status": "queued"}))
}

/// A parcel that somebody who agreed is told of.
pub(super) async fn parcel(shop: &Shop<'_>) -> (Bought, String) {
    let anna = shop.member(ANNA).await;
    agrees(shop, &anna, true).await;
    let order = order(shop, ANNA, Some(TYPED)).await;
    let parcel = ship(shop, &order).await;
    (order, parcel)
}

/// Calls as Twilio does, with this token.
pub(super) async fn call(
    system: &System,
    query: &str,
    fields: &[(&str, &str)],
    token: &str,
) -> Answer {
    let mut signed = format!("https://localhost/webhooks/twilio?{query}");
    let mut sorted = fields.to_vec();
    sorted.sort_unstable();
    for (name, value) in sorted {
        signed.push_str(name);
        signed.push_str(value);
    }
    let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, token.as_bytes());
    let signature = STANDARD.encode(sign(&key, signed.as_bytes()));
    let path = format!("/webhooks/twilio?{query}");
    let request = system.request(Method::POST, "localhost", &path);
    send(request.header("x-twilio-signature", signature).form(fields)).await
}

/// The query of the address that Twilio was asked to call.
pub(super) fn query(server: &ProviderServer) -> String {
    let body = server.seen()[0].body.clone();
    let (_, callback) = url::form_urlencoded::parse(body.as_bytes())
        .find(|(name, _)| name == "StatusCallback")
        .unwrap();
    let (base, query) = callback.split_once('?').unwrap();
    assert_eq!(base, "https://localhost/webhooks/twilio");
    query.to_owned()
}

#[tokio::test]
async fn what_twilio_tells_moves_a_message_forward_and_never_back() {
    let (system, server) = twilio(accepted()).await;
    let shop = store(&system, "aurora").await;
    let other = system.shop("borealis", &[]).await;
    parcel(&shop).await;
    system.is_quiet().await;
    assert_eq!(server.seen().len(), 1);
    let query = query(&server);
    let told = |status: &'static str| [("MessageSid", "SM0a"), ("MessageStatus", status)];
    let sent = "select count(*) from text_messages where status = 'sent' and provider_id = 'SM0a'";
    assert_eq!(system.number(sent).await, 1);

    let forged = call(&system, &query, &told("failed"), "another token").await;
    forged.refused(400, "webhook_signature_invalid");
    let odd = call(&system, &query, &[("MessageSid", "SM0a")], TOKEN).await;
    odd.refused(400, "webhook_malformed");
    let (_, message) = query.split_once('&').unwrap();
    let theirs = format!("tenant_id={}&{message}", other.tenant_id);
    let (tenant, _) = query.split_once('&').unwrap();
    let unknown = format!("{tenant}&message_id=sms_00000000000000000000000001");
    for about in [&theirs, &unknown] {
        let answer = call(&system, about, &told("failed"), TOKEN).await;
        assert_eq!(answer.expect(200), json!({"received": true}));
    }
    let another = [("MessageSid", "SM0b"), ("MessageStatus", "failed")];
    call(&system, &query, &another, TOKEN).await.expect(200);
    call(&system, &query, &told("queued"), TOKEN)
        .await
        .expect(200);
    assert_eq!(system.number(sent).await, 1, "nothing has changed");

    for status in ["delivered", "sent", "failed"] {
        call(&system, &query, &told(status), TOKEN)
            .await
            .expect(200);
        let delivered = "select count(*) from text_messages
                          where status = 'delivered' and error_code is null";
        assert_eq!(system.number(delivered).await, 1, "{status}");
    }
    system.settle().await;

    let without = System::start().await;
    let unexpected = call(&without, &query, &told("sent"), TOKEN).await;
    unexpected.refused(404, "not_found");
    without.settle().await;
}

#[tokio::test]
async fn a_message_whose_answer_is_lost_is_not_sent_again() {
    let (system, server) = twilio(ProviderReply::Cut).await;
    let shop = store(&system, "aurora").await;
    let (order, parcel) = parcel(&shop).await;
    system.is_quiet().await;
    let sending = "select count(*) from text_messages where status = 'sending'";
    assert_eq!(system.number(sending).await, 1);
    server.reply(accepted());
    tell_again(&shop, &order, &parcel).await;
    assert_eq!(server.seen().len(), 1);
    assert_eq!(system.number(sending).await, 1);

    // Twilio had it after all.
    let failed = [
        ("MessageSid", "SM0a"),
        ("MessageStatus", "undelivered"),
        ("ErrorCode", "30003"),
    ];
    let query = query(&server);
    call(&system, &query, &failed, TOKEN).await.expect(200);
    let told = "select count(*) from text_messages
                 where status = 'failed' and provider_id = 'SM0a' and error_code = 30003";
    assert_eq!(system.number(told).await, 1);
    system.settle().await;
}

#[tokio::test]
async fn a_message_that_twilio_did_not_take_is_sent_later_and_a_refused_one_never() {
    let (system, server) = twilio(ProviderReply::Says(503, json!({"code": 20503}))).await;
    let shop = store(&system, "aurora").await;
    let anna = shop.member(ANNA).await;
    agrees(&shop, &anna, true).await;
    let first = order(&shop, ANNA, Some(TYPED)).await;
    ship(&shop, &first).await;
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while server.seen().is_empty() {
        assert!(std::time::Instant::now() < until, "Twilio is never asked");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    server.reply(accepted());
    system.is_quiet().await;
    let sent = "select count(*) from text_messages where status = 'sent' and provider_id = 'SM0a'";
    assert_eq!(system.number(sent).await, 1);
    assert_eq!(system.number("select count(*) from text_messages").await, 1);

    let said = json!({"code": 21211, "message": "+4915123456789 is not a valid phone number"});
    server.reply(ProviderReply::Says(400, said));
    let asked = server.seen().len();
    let second = order(&shop, ANNA, Some(TYPED)).await;
    let parcel = ship(&shop, &second).await;
    system.is_quiet().await;
    tell_again(&shop, &second, &parcel).await;
    assert_eq!(server.seen().len(), asked + 1);
    let refused = "select count(*) from text_messages
                    where status = 'failed' and provider_id is null and error_code = 21211";
    assert_eq!(system.number(refused).await, 1);
    assert_eq!(
        system.tables_with("3456789").await,
        ["carts", "order_terms", "orders"]
    );
    system.settle().await;
}
