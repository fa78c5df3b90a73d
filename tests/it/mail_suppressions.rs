//! Addresses that get no mail: what SendGrid tells, what staff say, and that nothing is written to them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

use crate::harness::{Answer, Shop, System, send, text};

const ANNA: &str = "anna@example.com";

/// SendGrid, which signs what it tells.
pub(crate) struct SendGrid(EcdsaKeyPair);

impl SendGrid {
    pub(crate) fn new() -> Self {
        let (random, algorithm) = (SystemRandom::new(), &ECDSA_P256_SHA256_ASN1_SIGNING);
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        Self(EcdsaKeyPair::from_pkcs8(algorithm, pkcs8.as_ref(), &random).unwrap())
    }

    /// The key, as its console shows it.
    pub(crate) fn key(&self) -> String {
        let header = hex::decode("3059301306072a8648ce3d020106082a8648ce3d030107034200").unwrap();
        STANDARD.encode([header.as_slice(), self.0.public_key().as_ref()].concat())
    }

    pub(crate) async fn tell(&self, system: &System, events: &Value) -> Answer {
        let (body, timestamp) = (events.to_string(), "1700000000");
        let message = format!("{timestamp}{body}");
        let signature = self.0.sign(&SystemRandom::new(), message.as_bytes());
        let signature = STANDARD.encode(signature.unwrap());
        call(system, &signature, timestamp, body).await
    }
}

async fn call(system: &System, signature: &str, timestamp: &str, body: String) -> Answer {
    let request = system.request(Method::POST, "localhost", "/webhooks/sendgrid");
    let request = request
        .header("x-twilio-email-event-webhook-signature", signature)
        .header("x-twilio-email-event-webhook-timestamp", timestamp)
        .header("content-type", "application/json");
    send(request.body(body)).await
}

fn bounce(shop: &Shop<'_>, email: &str) -> Value {
    json!([{
        "event": "bounce", "type": "bounce", "status": "5.1.1", "email": email,
        "tenant_id": shop.tenant_id, "reason": format!("550 {email} is unknown"),
    }])
}

async fn listed(shop: &Shop<'_>, query: &str) -> Vec<Value> {
    let path = format!("/mail-suppressions{query}");
    let list = shop.admin(Method::GET, &path, Value::Null).await;
    list.expect(200)["data"].as_array().unwrap().clone()
}

/// Asks for a code to sign in with, and waits until it is sent or left.
async fn ask_for_code(shop: &Shop<'_>) -> usize {
    let asked = send(shop.auth("login-code", &json!({"email": ANNA}))).await;
    assert_eq!(asked.status, 202, "{}", asked.text);
    shop.system.is_quiet().await;
    shop.system.letters(ANNA).await.len()
}

#[tokio::test]
async fn an_address_that_mail_came_back_from_gets_none_until_staff_say_so() {
    let sendgrid = SendGrid::new();
    let system = System::with(&[("SENDGRID_WEBHOOK_KEY", &sendgrid.key())]).await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("meridian", &[]).await;
    shop.member(ANNA).await;
    other.member(ANNA).await;
    system.is_quiet().await;
    let before = system.letters(ANNA).await.len();

    let told = sendgrid
        .tell(&system, &bounce(&shop, "Anna@example.com"))
        .await;
    assert_eq!(told.expect(200), json!({"received": true}));
    let again = sendgrid.tell(&system, &bounce(&shop, ANNA)).await;
    again.expect(200);
    let list = listed(&shop, "").await;
    assert_eq!(list.len(), 1);
    assert_eq!(
        (&list[0]["email"], &list[0]["reason"], &list[0]["detail"]),
        (&json!(ANNA), &json!("bounced"), &json!("5.1.1"))
    );
    assert_eq!(listed(&shop, "?email=anna@example.com").await, list);
    assert!(listed(&shop, "?email=berta@example.com").await.is_empty());
    // It is this tenant that does not write any more.
    assert!(listed(&other, "").await.is_empty());
    assert_eq!(ask_for_code(&shop).await, before);
    assert_eq!(ask_for_code(&other).await, before + 1);

    let path = format!("/mail-suppressions/{}", text(&list[0], "/id"));
    let foreign = other.admin(Method::DELETE, &path, Value::Null).await;
    foreign.refused(404, "not_found");
    let removed = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!(removed.status, 204);
    assert!(listed(&shop, "").await.is_empty());
    let gone = shop.admin(Method::DELETE, &path, Value::Null).await;
    gone.refused(404, "not_found");
    system.execute("delete from mail_slots").await;
    assert_eq!(ask_for_code(&shop).await, before + 2);
    system.settle().await;
}

#[tokio::test]
async fn staff_add_addresses_and_what_is_added_twice_stays_as_it_is() {
    let sendgrid = SendGrid::new();
    let system = System::with(&[("SENDGRID_WEBHOOK_KEY", &sendgrid.key())]).await;
    let shop = system.shop("aurora", &[]).await;
    let add = async |email: &str| {
        let body = json!({"email": email});
        shop.admin(Method::POST, "/mail-suppressions", body).await
    };

    let made = add("Berta@Example.com").await.expect(201);
    assert_eq!(made["reason"], "manual");
    assert_eq!(add("berta@example.com").await.expect(201), made);
    let spam = json!([{
        "event": "spamreport", "email": "berta@example.com", "tenant_id": shop.tenant_id,
    }]);
    sendgrid.tell(&system, &spam).await.expect(200);
    assert_eq!(listed(&shop, "").await, [made]);
    let refused = add("no address").await;
    refused.refused(400, "invalid_request");
    assert_eq!(refused.body["errors"][0]["pointer"], "/email");

    add("carla@example.com").await.expect(201);
    let first = shop
        .admin(Method::GET, "/mail-suppressions?limit=1", Value::Null)
        .await;
    let first = first.expect(200);
    assert_eq!(first["data"][0]["email"], "carla@example.com");
    let rest = format!("?limit=1&cursor={}", text(&first, "/next_cursor"));
    let rest = listed(&shop, &rest).await;
    assert_eq!(rest[0]["email"], "berta@example.com");
    system.settle().await;
}

#[tokio::test]
async fn what_sendgrid_did_not_sign_or_nobody_expects_changes_nothing() {
    let sendgrid = SendGrid::new();
    let system = System::with(&[("SENDGRID_WEBHOOK_KEY", &sendgrid.key())]).await;
    let shop = system.shop("aurora", &[]).await;
    let body = bounce(&shop, ANNA);

    let forged = SendGrid::new().tell(&system, &body).await;
    forged.refused(400, "webhook_signature_invalid");
    let unsigned = call(&system, "", "", body.to_string()).await;
    unsigned.refused(400, "webhook_signature_invalid");
    let odd = sendgrid.tell(&system, &json!({"event": "bounce"})).await;
    odd.refused(400, "webhook_malformed");
    // Of a tenant that is not there, and of mail that is not ours.
    let nobody = json!([
        {"event": "bounce", "email": ANNA, "tenant_id": "tnt_00000000000000000000000001"},
        {"event": "bounce", "email": ANNA},
    ]);
    sendgrid.tell(&system, &nobody).await.expect(200);
    assert_eq!(
        system
            .number("select count(*) from mail_suppressions")
            .await,
        0
    );

    let without = System::with(&[("SENDGRID_WEBHOOK_KEY", "")]).await;
    let unexpected = sendgrid.tell(&without, &body).await;
    unexpected.refused(404, "not_found");
    without.settle().await;
    system.settle().await;
}
