//! Text messages by Twilio's API, and what Twilio tells afterwards.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use infra::sms::{SmsRoute, Twilio, TwilioAddress, TwilioStatus};
use kernel::contact::Phone;
use kernel::ids::{TenantId, TextMessageId};
use kernel::ports::{
    Ids, SentText, TextCall, TextError, TextEvent, TextEventKind, TextFeedback, TextFeedbackError,
    TextMessage, Texter,
};
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use serde_json::json;
use testkit::{ProviderReply, ProviderServer};
use url::form_urlencoded;

const CALLBACK: &str = "https://api.stoa.example/webhooks/twilio";

fn message() -> TextMessage {
    TextMessage {
        id: TextMessageId::from_uuid(Ids.uuid()),
        tenant_id: TenantId::from_uuid(Ids.uuid()),
        from_name: "Aurora".to_owned(),
        to: Phone::parse("01512 3456789", "DE").unwrap(),
        text: "Aurora: the lamps & more are lit.".to_owned(),
    }
}

fn address(host: &str, sender: &str) -> TwilioAddress {
    let url = format!("twilio://AC0a:to%2Fken@{host}?{sender}");
    let Ok(SmsRoute::Twilio(address)) = url.parse() else {
        panic!("{url} is Twilio");
    };
    address
}

fn twilio(server: &ProviderServer, sender: &str) -> Twilio {
    Twilio::new(address(&server.address.to_string(), sender), CALLBACK)
}

fn accepted() -> ProviderReply {
    ProviderReply::Says(201, json!({"sid": "SM0a", "status": "queued"}))
}

#[tokio::test]
async fn a_message_is_handed_over_with_where_to_tell_of_it() {
    let server = ProviderServer::start(accepted()).await;
    let message = message();

    let sent = twilio(&server, "from=%2B4930123456").send(&message).await;
    let provider_id = Some("SM0a".to_owned());
    assert_eq!(sent, Ok(SentText { provider_id }));
    let by_service = twilio(&server, "service=MG0a").send(&message).await;
    assert!(by_service.is_ok());

    let seen = server.seen();
    let path = "/2010-04-01/Accounts/AC0a/Messages.json";
    let credentials = STANDARD.encode("AC0a:to/ken");
    for asked in &seen {
        assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", path));
        assert_eq!(
            asked.headers["authorization"],
            format!("Basic {credentials}")
        );
        assert_eq!(
            asked.headers["content-type"],
            "application/x-www-form-urlencoded"
        );
    }
    let callback = format!(
        "https%3A%2F%2Fapi.stoa.example%2Fwebhooks%2Ftwilio%3Ftenant_id%3D{}%26message_id%3D{}",
        message.tenant_id, message.id
    );
    let form = |sender: &str| {
        format!(
            "To=%2B4915123456789&{sender}&Body=Aurora%3A+the+lamps+%26+more+are+lit.&StatusCallback={callback}"
        )
    };
    let bodies: Vec<&str> = seen.iter().map(|asked| asked.body.as_str()).collect();
    assert_eq!(
        bodies,
        [form("From=%2B4930123456"), form("MessagingServiceSid=MG0a")]
    );
}

#[tokio::test]
async fn each_fault_says_whether_the_message_may_be_sent_again() {
    let server = ProviderServer::start(accepted()).await;
    let twilio = twilio(&server, "from=Aurora");
    let says = |status, code| {
        let text = "The 'To' number +4915123456789 is not a valid phone number.";
        ProviderReply::Says(status, json!({"code": code, "message": text}))
    };
    for (reply, expected) in [
        (says(400, 21211), "refused"),
        (says(400, 21610), "refused"),
        (says(401, 20003), "unavailable"),
        (says(403, 20005), "unavailable"),
        (says(404, 20404), "unavailable"),
        (says(429, 20429), "unavailable"),
        (says(500, 20500), "unavailable"),
        (says(503, 20503), "unavailable"),
        (says(302, 0), "unavailable"),
        (says(502, 0), "unknown"),
        (says(504, 0), "unknown"),
        (ProviderReply::Cut, "unknown"),
        (ProviderReply::Late(Duration::from_mins(1)), "unknown"),
    ] {
        server.reply(reply.clone());
        let error = twilio.send(&message()).await.unwrap_err();
        let told = match &error {
            TextError::Refused { code } => {
                assert!(matches!(code, Some(21211 | 21610)), "{code:?}");
                "refused"
            }
            TextError::Unavailable(_) => "unavailable",
            TextError::Unknown(_) => "unknown",
        };
        assert_eq!(told, expected, "{reply:?}: {error}");
        // Twilio repeats the number, which no log may hold.
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("3456789"), "{shown}");
        assert!(!shown.contains("to/ken"), "{shown}");
    }
    // Nobody listens there: nothing can have arrived.
    let nobody = Twilio::new(address("127.0.0.1:1", "from=Aurora"), CALLBACK);
    let error = nobody.send(&message()).await.unwrap_err();
    assert!(matches!(error, TextError::Unavailable(_)), "{error}");
}

#[tokio::test]
async fn the_account_is_looked_at_before_it_is_needed() {
    let server = ProviderServer::start(ProviderReply::Says(200, json!({"status": "active"}))).await;
    let twilio = twilio(&server, "from=Aurora");
    twilio.check().await.unwrap();
    assert_eq!(server.seen()[0].path, "/2010-04-01/Accounts/AC0a.json");
    for reply in [
        ProviderReply::Says(200, json!({"status": "suspended"})),
        ProviderReply::Says(401, json!({"code": 20003})),
    ] {
        server.reply(reply);
        assert!(twilio.check().await.is_err());
    }
}

/// A call as Twilio signs it.
struct Signed {
    tenant_id: TenantId,
    message_id: TextMessageId,
    signature: String,
    body: String,
}

impl Signed {
    fn new(token: &str, fields: &[(&str, &str)]) -> Self {
        let message = message();
        let (tenant_id, message_id) = (message.tenant_id, message.id);
        let mut text = format!("{CALLBACK}?tenant_id={tenant_id}&message_id={message_id}");
        let mut sorted = fields.to_vec();
        sorted.sort_unstable();
        for (name, value) in sorted {
            text.push_str(name);
            text.push_str(value);
        }
        let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, token.as_bytes());
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        Self {
            tenant_id,
            message_id,
            signature: STANDARD.encode(sign(&key, text.as_bytes())),
            body,
        }
    }

    fn call(&self) -> TextCall<'_> {
        TextCall {
            tenant_id: self.tenant_id,
            message_id: self.message_id,
            signature: &self.signature,
            body: self.body.as_bytes(),
        }
    }
}

#[test]
fn what_became_of_a_message_is_told_by_twilio_alone() {
    let status = TwilioStatus::new(&address("api.twilio.com", "from=Aurora"), CALLBACK);
    let of = |word: &str, code: &str| {
        let fields = [
            ("To", "+4915123456789"),
            ("MessageSid", "SM0a"),
            ("MessageStatus", word),
            ("ErrorCode", code),
            ("AccountSid", "AC0a"),
        ];
        status.read(&Signed::new("to/ken", &fields).call())
    };
    let event = |kind| {
        let provider_id = "SM0a".to_owned();
        Ok(Some(TextEvent { provider_id, kind }))
    };
    for word in ["accepted", "queued", "sending", "scheduled", "odd"] {
        assert_eq!(of(word, ""), Ok(None), "{word}");
    }
    assert_eq!(of("sent", ""), event(TextEventKind::Sent));
    assert_eq!(of("delivered", ""), event(TextEventKind::Delivered));
    assert_eq!(of("read", ""), event(TextEventKind::Delivered));
    for word in ["undelivered", "failed"] {
        assert_eq!(of(word, "30003"), event(TextEventKind::Failed(Some(30003))));
    }
    assert_eq!(of("canceled", ""), event(TextEventKind::Failed(None)));

    let fields = [("MessageSid", "SM0a"), ("MessageStatus", "delivered")];
    let good = Signed::new("to/ken", &fields);
    assert!(status.read(&good.call()).is_ok());
    let of_another = Signed::new("another", &fields);
    for forged in [
        of_another.call(),
        TextCall {
            message_id: of_another.message_id,
            ..good.call()
        },
        TextCall {
            tenant_id: of_another.tenant_id,
            ..good.call()
        },
        TextCall {
            body: b"MessageSid=SM0a&MessageStatus=failed",
            ..good.call()
        },
        TextCall {
            signature: "",
            ..good.call()
        },
        TextCall {
            signature: "not base64",
            ..good.call()
        },
    ] {
        assert_eq!(status.read(&forged), Err(TextFeedbackError::Unsigned));
    }
    let odd = Signed::new("to/ken", &[("MessageSid", "SM0a")]);
    assert_eq!(status.read(&odd.call()), Err(TextFeedbackError::Malformed));
}
