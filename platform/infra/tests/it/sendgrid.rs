//! Mail by SendGrid's API, the second way when the first is out, and what SendGrid tells afterwards.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use infra::mail::{Failover, MailRoute, SendGrid, SendGridEvents};
use kernel::contact::Email;
use kernel::ids::TenantId;
use kernel::ports::{
    Ids, Mail, MailCall, MailError, MailEvent, MailEventKind, MailFeedback, MailFeedbackError,
    Mailer,
};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use testkit::{ProviderReply, ProviderServer};

fn letter() -> Mail {
    Mail {
        id: Ids.uuid(),
        tenant_id: TenantId::from_uuid(Ids.uuid()),
        from_name: "Aurora".to_owned(),
        to: Email::parse("anna@example.com").unwrap(),
        subject: "Your lamps".to_owned(),
        text: "The lamps are lit.".to_owned(),
        html: "<p>The lamps are lit.</p>".to_owned(),
        unsubscribe: None,
        reply_to: Some(Email::parse("help@aurora.example").unwrap()),
        sender: None,
    }
}

fn sendgrid(server: &ProviderServer) -> SendGrid {
    let url = format!("sendgrid://:SG.key@{}", server.address);
    let Ok(MailRoute::SendGrid(address)) = url.parse() else {
        panic!("{url} is SendGrid");
    };
    SendGrid::new(address, "no-reply@stoa.example")
}

fn accepted() -> ProviderReply {
    ProviderReply::Says(202, json!({}))
}

#[tokio::test]
async fn a_letter_is_handed_over_with_whose_it_is_and_nobody_is_followed() {
    let server = ProviderServer::start(accepted()).await;
    let mail = letter();

    sendgrid(&server).send(&mail).await.unwrap();

    let seen = server.seen();
    let [asked] = seen.as_slice() else {
        panic!("one call was expected: {seen:?}");
    };
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("POST", "/v3/mail/send")
    );
    assert_eq!(asked.headers["authorization"], "Bearer SG.key");
    assert_eq!(asked.headers["content-type"], "application/json");
    let body: Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!(
        body,
        json!({
            "personalizations": [{
                "to": [{"email": "anna@example.com"}],
                "custom_args": {"tenant_id": mail.tenant_id.to_string(), "mail_id": mail.id.to_string()},
            }],
            "from": {"email": "no-reply@stoa.example", "name": "Aurora"},
            "reply_to": {"email": "help@aurora.example"},
            "subject": "Your lamps",
            "headers": {"Message-ID": format!("<{}@stoa.example>", mail.id)},
            "content": [
                {"type": "text/plain", "value": "The lamps are lit."},
                {"type": "text/html", "value": "<p>The lamps are lit.</p>"},
            ],
            "tracking_settings": {
                "click_tracking": {"enable": false, "enable_text": false},
                "open_tracking": {"enable": false},
            },
        })
    );
}

#[tokio::test]
async fn a_letter_that_needs_a_consent_says_how_one_click_ends_it() {
    let server = ProviderServer::start(accepted()).await;
    let mut mail = letter();
    mail.unsubscribe = Some("https://aurora.example/unsubscribe?token=0a".to_owned());

    sendgrid(&server).send(&mail).await.unwrap();

    let body: Value = serde_json::from_str(&server.seen()[0].body).unwrap();
    assert_eq!(
        body["headers"],
        json!({
            "Message-ID": format!("<{}@stoa.example>", mail.id),
            "List-Unsubscribe": "<https://aurora.example/unsubscribe?token=0a>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        })
    );
}

#[tokio::test]
async fn a_bad_message_is_refused_and_everything_else_is_an_outage() {
    let server = ProviderServer::start(accepted()).await;
    let sendgrid = sendgrid(&server);
    let says =
        |status| ProviderReply::Says(status, json!({"errors": [{"message": "anna@example.com"}]}));
    for (reply, is_refused) in [
        (says(400), true),
        (says(413), true),
        (says(401), false),
        (says(403), false),
        (says(429), false),
        (says(500), false),
        (says(302), false),
        (ProviderReply::Cut, false),
        (ProviderReply::Late(Duration::from_mins(1)), false),
    ] {
        server.reply(reply.clone());
        let error = sendgrid.send(&letter()).await.unwrap_err();
        let told = matches!(error, MailError::Refused(_));
        assert_eq!(told, is_refused, "{reply:?}: {error}");
        // Providers like to repeat the address, which no log may hold.
        assert!(!error.to_string().contains("anna"), "{error}");
    }
}

#[tokio::test]
async fn the_second_way_takes_what_the_first_does_not_and_nothing_that_is_refused() {
    let (first, second) = (
        ProviderServer::start(accepted()).await,
        ProviderServer::start(accepted()).await,
    );
    let both = Failover::new(Arc::new(sendgrid(&first)), Arc::new(sendgrid(&second)));
    let counts = || (first.seen().len(), second.seen().len());

    both.send(&letter()).await.unwrap();
    assert_eq!(counts(), (1, 0));
    first.reply(ProviderReply::Says(503, json!({})));
    both.send(&letter()).await.unwrap();
    assert_eq!(counts(), (2, 1));
    first.reply(ProviderReply::Says(400, json!({})));
    let refused = both.send(&letter()).await.unwrap_err();
    assert!(matches!(refused, MailError::Refused(_)), "{refused}");
    assert_eq!(counts(), (3, 1));
    first.reply(ProviderReply::Cut);
    second.reply(ProviderReply::Says(500, json!({})));
    let out = both.send(&letter()).await.unwrap_err();
    assert!(matches!(out, MailError::Unavailable(_)), "{out}");
}

#[tokio::test]
async fn the_key_is_looked_at_before_it_is_needed() {
    let scopes = json!({"scopes": ["mail.batch.read", "mail.send"]});
    let server = ProviderServer::start(ProviderReply::Says(200, scopes)).await;
    let sendgrid = sendgrid(&server);
    sendgrid.check().await.unwrap();
    assert_eq!(server.seen()[0].path, "/v3/scopes");
    for reply in [
        ProviderReply::Says(200, json!({"scopes": ["mail.batch.read"]})),
        ProviderReply::Says(401, json!({})),
    ] {
        server.reply(reply);
        assert!(sendgrid.check().await.is_err());
    }
}

/// A pair of keys, and the public one as SendGrid shows it.
fn signer() -> (EcdsaKeyPair, SendGridEvents) {
    let random = SystemRandom::new();
    let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
    let pair = EcdsaKeyPair::from_pkcs8(algorithm, pkcs8.as_ref(), &random).unwrap();
    let header = hex::decode("3059301306072a8648ce3d020106082a8648ce3d030107034200").unwrap();
    let der = [header.as_slice(), pair.public_key().as_ref()].concat();
    let events = STANDARD.encode(der).parse().unwrap();
    (pair, events)
}

fn signed(pair: &EcdsaKeyPair, timestamp: &str, body: &str) -> String {
    let random = SystemRandom::new();
    let message = format!("{timestamp}{body}");
    STANDARD.encode(pair.sign(&random, message.as_bytes()).unwrap())
}

#[tokio::test]
async fn what_came_back_for_good_and_what_was_called_spam_is_told_and_nothing_else() {
    let (pair, events) = signer();
    let tenant_id = TenantId::from_uuid(Ids.uuid());
    let (tenant, mail_id) = (tenant_id.to_string(), Ids.uuid());
    let body = json!([
        {"event": "bounce", "type": "bounce", "email": "Anna@example.com", "status": "5.1.1",
         "reason": "550 anna@example.com is unknown", "tenant_id": tenant, "mail_id": mail_id},
        {"event": "bounce", "type": "blocked", "email": "berta@example.com", "tenant_id": tenant},
        {"event": "spamreport", "email": "carla@example.com", "tenant_id": tenant, "mail_id": "1"},
        {"event": "delivered", "email": "doris@example.com", "tenant_id": tenant},
        {"event": "bounce", "type": "bounce", "email": "emil@example.com"},
        {"event": "bounce", "type": "bounce", "email": "no address", "tenant_id": tenant},
        {"event": "bounce", "type": "bounce", "email": "frida@example.com", "status": "550 frida",
         "tenant_id": tenant},
    ])
    .to_string();
    let signature = signed(&pair, "1700000000", &body);
    let call = MailCall {
        timestamp: "1700000000",
        signature: &signature,
        body: body.as_bytes(),
    };
    let event = |to: &str, kind, status: Option<&str>| MailEvent {
        tenant_id,
        mail_id: None,
        to: Email::parse(to).unwrap(),
        kind,
        status: status.map(str::to_owned),
    };
    assert_eq!(
        events.read(&call).await,
        Ok(vec![
            MailEvent {
                mail_id: Some(mail_id),
                ..event("anna@example.com", MailEventKind::Bounced, Some("5.1.1"))
            },
            event("carla@example.com", MailEventKind::Complained, None),
            event("frida@example.com", MailEventKind::Bounced, None),
        ])
    );
}

#[tokio::test]
async fn what_is_not_signed_or_is_no_list_is_refused() {
    let (pair, events) = signer();
    let body = json!([{"event": "bounce", "email": "anna@example.com"}]).to_string();
    let signature = signed(&pair, "1700000000", &body);
    let call = MailCall {
        timestamp: "1700000000",
        signature: &signature,
        body: body.as_bytes(),
    };
    // It names no tenant of ours.
    assert_eq!(events.read(&call).await, Ok(Vec::new()));
    let (other, _) = signer();
    let of_another = signed(&other, "1700000000", &body);
    for forged in [
        MailCall {
            signature: &of_another,
            ..call
        },
        MailCall {
            timestamp: "1700000001",
            ..call
        },
        MailCall {
            body: b"[]",
            ..call
        },
        MailCall {
            signature: "",
            ..call
        },
        MailCall {
            signature: "not base64",
            ..call
        },
    ] {
        assert_eq!(events.read(&forged).await, Err(MailFeedbackError::Unsigned));
    }
    let signature = signed(&pair, "1700000000", "{}");
    let odd = MailCall {
        signature: &signature,
        body: b"{}",
        ..call
    };
    assert_eq!(events.read(&odd).await, Err(MailFeedbackError::Malformed));
    for text in ["", "AAAA", "not base64"] {
        assert!(text.parse::<SendGridEvents>().is_err(), "{text}");
    }
}
