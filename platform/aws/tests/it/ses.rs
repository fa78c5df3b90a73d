//! Mail by SES: what is handed over, what is refused, and what is an outage.

use std::time::Duration;

use aws_backends::{AccessKey, Limits, Ses};
use kernel::config::Secret;
use kernel::contact::Email;
use kernel::ids::TenantId;
use kernel::ports::{Ids, Mail, MailError, MailProvider, Mailer};
use serde_json::{Value, json};
use testkit::{Fault, FaultProxy, Moto, ProviderReply, ProviderServer};

const LIMITS: Limits = Limits {
    connect: Duration::from_secs(2),
    // The emulator takes its time for the first request.
    attempt: Duration::from_secs(8),
    whole: Duration::from_secs(10),
};

fn letter() -> Mail {
    Mail {
        id: Ids.uuid(),
        tenant_id: TenantId::from_uuid(Ids.uuid()),
        from_name: "Aurora, \"die Lampe\"".to_owned(),
        to: Email::parse("anna@example.com").unwrap(),
        subject: "Your lamps\r\nBcc: eve@example.com".to_owned(),
        text: "The lamps are lit.".to_owned(),
        html: "<p>The lamps are lit.</p>".to_owned(),
        unsubscribe: Some("https://aurora.example/unsubscribe?token=0a".to_owned()),
        reply_to: Some(Email::parse("help@aurora.example").unwrap()),
        sender: None,
    }
}

async fn ses(endpoint: &str) -> Ses {
    let line = format!("ses://eu-central-1?configuration_set=stoa&endpoint=http://{endpoint}");
    let key = AccessKey {
        id: "AKIDTEST".to_owned(),
        secret: Secret::new("hunter2".to_owned()),
    };
    let from = "no-reply@stoa.example";
    Ses::new(&line.parse().unwrap(), from, Some(key), LIMITS).await
}

#[tokio::test]
async fn a_letter_is_handed_over_with_whose_it_is() {
    let server = ProviderServer::start(ProviderReply::Says(200, json!({"MessageId": "1"}))).await;
    let mail = letter();

    let sent = ses(&server.address.to_string()).await.send(&mail).await;

    assert_eq!(sent.unwrap(), MailProvider::Ses);
    let seen = server.seen();
    let [asked] = seen.as_slice() else {
        panic!("one call was expected: {seen:?}");
    };
    assert_eq!(asked.method, "POST");
    assert!(
        asked.path.starts_with("/v2/email/outbound-emails"),
        "{}",
        asked.path
    );
    let signed = &asked.headers["authorization"];
    assert!(
        signed.contains("/eu-central-1/ses/aws4_request"),
        "{signed}"
    );
    let body: Value = serde_json::from_str(&asked.body).unwrap();
    let content = |text: &str| json!({"Data": text, "Charset": "UTF-8"});
    assert_eq!(
        body,
        json!({
            "FromEmailAddress": "=?UTF-8?B?QXVyb3JhLCAiZGllIExhbXBlIg==?= <no-reply@stoa.example>",
            "ReplyToAddresses": ["help@aurora.example"],
            "Destination": {"ToAddresses": ["anna@example.com"]},
            "Content": {"Simple": {
                "Subject": content("Your lamps  Bcc: eve@example.com"),
                "Body": {
                    "Text": content("The lamps are lit."),
                    "Html": content("<p>The lamps are lit.</p>"),
                },
                "Headers": [
                    {"Name": "List-Unsubscribe", "Value": "<https://aurora.example/unsubscribe?token=0a>"},
                    {"Name": "List-Unsubscribe-Post", "Value": "List-Unsubscribe=One-Click"},
                ],
            }},
            "EmailTags": [
                {"Name": "tenant_id", "Value": mail.tenant_id.to_string()},
                {"Name": "mail_id", "Value": mail.id.to_string()},
            ],
            "ConfigurationSetName": "stoa",
        })
    );
}

#[tokio::test]
async fn the_emulator_takes_it_from_a_sender_that_it_knows() {
    let moto = Moto::start().await;
    let ses = ses(&moto.address).await;

    // Whoever is not verified yet will be: that is no message's fault.
    let unknown = ses.send(&letter()).await.unwrap_err();
    assert!(
        matches!(&unknown, MailError::Unavailable(why) if why == "SES: it answers MessageRejected"),
        "{unknown}"
    );
    moto.make_mail_identity("stoa.example").await;
    ses.send(&letter()).await.unwrap();
    let taken = moto.mail().await;
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0]["body"], "<p>The lamps are lit.</p>");

    // Not even the emulator verifies a domain by itself.
    let told = ses.check().await.unwrap_err().to_string();
    assert!(
        told.ends_with("the domain of the sender is not verified yet"),
        "{told}"
    );
}

#[tokio::test]
async fn a_bad_message_is_refused_and_everything_else_is_an_outage() {
    let server = ProviderServer::start(ProviderReply::Cut).await;
    let ses = ses(&server.address.to_string()).await;
    let says = |status, kind: &str, why: &str| {
        ProviderReply::Says(status, json!({"__type": kind, "message": why}))
    };
    let why = "anna@example.com";
    for (reply, is_refused) in [
        (says(400, "BadRequestException", why), true),
        (says(400, "MessageRejected", why), true),
        (
            says(
                400,
                "MessageRejected",
                "Email address is not verified: a@b.test",
            ),
            false,
        ),
        (says(400, "AccountSuspendedException", why), false),
        (says(400, "SendingPausedException", why), false),
        (says(400, "MailFromDomainNotVerifiedException", why), false),
        (says(403, "AccessDeniedException", why), false),
        (says(404, "NotFoundException", why), false),
        (says(429, "TooManyRequestsException", why), false),
        (says(500, "InternalServiceErrorException", why), false),
        (ProviderReply::Cut, false),
        (ProviderReply::Late(Duration::from_mins(1)), false),
    ] {
        server.reply(reply.clone());
        let before = server.seen().len();
        let error = ses.send(&letter()).await.unwrap_err();
        let told = matches!(error, MailError::Refused(_));
        assert_eq!(told, is_refused, "{reply:?}: {error}");
        // Providers like to repeat the address, which no log may hold.
        assert!(!error.to_string().contains('@'), "{error}");
        // Asked again, SES would send it again.
        assert_eq!(server.seen().len(), before + 1, "{reply:?}");
    }
    let mut mail = letter();
    mail.to = Email::from_row("josé@example.com".to_owned());
    let refused = ses.send(&mail).await.unwrap_err();
    assert!(matches!(refused, MailError::Refused(_)), "{refused}");
}

#[tokio::test]
async fn what_networks_do_is_an_outage_that_ends() {
    let moto = Moto::start().await;
    moto.make_mail_identity("stoa.example").await;
    let proxy = FaultProxy::start(&moto.address).await;
    let ses = ses(&proxy.address.to_string()).await;
    for fault in [
        Fault::Slow(Duration::from_secs(30)),
        Fault::CutAfter(20),
        Fault::Refused,
        Fault::Answer(
            "HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\nlost".to_owned(),
        ),
        Fault::Answer(
            "HTTP/1.1 503 -\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_owned(),
        ),
    ] {
        proxy.be(fault.clone());
        let out = ses.send(&letter()).await.unwrap_err();
        assert!(matches!(out, MailError::Unavailable(_)), "{fault:?}: {out}");
    }
    proxy.be(Fault::None);
    ses.send(&letter()).await.unwrap();
}

#[tokio::test]
async fn the_check_asks_for_the_senders_domain() {
    let verified = json!({"IdentityType": "DOMAIN", "VerifiedForSendingStatus": true});
    let server = ProviderServer::start(ProviderReply::Says(200, verified)).await;
    ses(&server.address.to_string())
        .await
        .check()
        .await
        .unwrap();
    let path = &server.seen()[0].path;
    assert!(
        path.starts_with("/v2/email/identities/stoa.example"),
        "{path}"
    );
}
