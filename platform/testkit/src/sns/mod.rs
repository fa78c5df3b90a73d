//! A topic of Amazon SNS for tests: signs its calls with a key of its own, and shows the certificate over HTTP.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use serde_json::{Value, json};

use crate::{ProviderReply, ProviderServer};

const CERTIFICATE: &str = include_str!("certificate.pem");
/// Signs in tests and nowhere else.
const KEY: &str = include_str!("key.pem");
const ARN: &str = "arn:aws:sns:eu-central-1:123456789012:stoa-feedback";
/// Fields that are signed, in their order.
const SIGNED: &[&str] = &[
    "Message",
    "MessageId",
    "Subject",
    "SubscribeURL",
    "Timestamp",
    "Token",
    "TopicArn",
    "Type",
];

/// A topic, and the place where its certificate is.
pub struct SnsServer {
    /// What it was asked, and what it answers.
    pub server: ProviderServer,
    pair: RsaKeyPair,
}

impl SnsServer {
    /// Starts one on a free port.
    pub async fn start() -> Self {
        let text: String = KEY.lines().filter(|it| !it.starts_with('-')).collect();
        let der = STANDARD.decode(text).expect("the key is base64");
        let server = ProviderServer::start(certificate()).await;
        Self {
            server,
            pair: RsaKeyPair::from_pkcs8(&der).expect("the key is one of RSA"),
        }
    }

    /// The topic, as settings name it.
    pub fn address(&self) -> String {
        let endpoint = self.server.address;
        format!("sns://123456789012/stoa-feedback?region=eu-central-1&endpoint=http://{endpoint}")
    }

    /// A call that tells `message`.
    pub fn notification(&self, message: &Value) -> Value {
        let mut call = self.call("Notification", &message.to_string());
        self.sign(&mut call);
        call
    }

    /// A call that asks whether the topic may call.
    pub fn confirmation(&self) -> Value {
        let mut call = self.call("SubscriptionConfirmation", "You have chosen to subscribe");
        let (base, token) = (self.server.address, "2336412f37fb687f5d51e6e2425e");
        let url = format!("http://{base}/?Action=ConfirmSubscription&TopicArn={ARN}&Token={token}");
        set(&mut call, "SubscribeURL", &url);
        set(&mut call, "Token", token);
        self.sign(&mut call);
        call
    }

    /// Signs a call as it is now.
    pub fn sign(&self, call: &mut Value) {
        let mut signed = String::new();
        for name in SIGNED {
            if let Some(value) = call.get(*name).and_then(Value::as_str) {
                signed.extend([*name, "\n", value, "\n"]);
            }
        }
        let mut signature = vec![0; self.pair.public().modulus_len()];
        let (random, message) = (SystemRandom::new(), signed.as_bytes());
        let made = self
            .pair
            .sign(&RSA_PKCS1_SHA256, &random, message, &mut signature);
        made.expect("the key signs");
        set(call, "Signature", &STANDARD.encode(signature));
    }

    fn call(&self, kind: &str, message: &str) -> Value {
        let url = format!(
            "http://{}/SimpleNotificationService-0123456789abcdef.pem",
            self.server.address
        );
        json!({
            "Type": kind, "MessageId": "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324", "TopicArn": ARN,
            "Message": message, "Timestamp": "2026-01-01T00:00:00.000Z", "SignatureVersion": "2",
            "SigningCertURL": url,
        })
    }
}

/// The answer of a server that has the certificate.
fn certificate() -> ProviderReply {
    ProviderReply::Text(200, CERTIFICATE.to_owned())
}

fn set(call: &mut Value, name: &str, value: &str) {
    call.as_object_mut()
        .expect("a call is an object")
        .insert(name.to_owned(), value.into());
}
