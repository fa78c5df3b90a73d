//! Tokens that are wrong in one way, and in one way only: every one gets the same answer.

use crate::HERE;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, Mac};
use kernel::ids::TenantId;
use kernel::ports::{Authenticator, Ids};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::house::House;
use crate::identity::{assert_unauthenticated, token};

/// Makes tokens with the house's own key.
struct Forge {
    house: House,
    tenant_id: TenantId,
    key: SigningKey,
    header: Value,
    claims: Value,
}

impl Forge {
    async fn new() -> Self {
        let house = House::new().await;
        let tenant_id = house.tenant("aurora").await;
        let good = token(&house, tenant_id, "aurora").await;
        let claims = good.split('.').nth(1).unwrap();
        let claims = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
        let bytes: Vec<u8> = (0..32).collect();
        let key = SigningKey::from_bytes(&bytes.try_into().unwrap());
        let digest = Sha256::digest(key.verifying_key().as_bytes());
        let id: String = hex::encode(digest).chars().take(16).collect();
        let forge = Self {
            house,
            tenant_id,
            key,
            header: json!({"alg": "EdDSA", "typ": "at+jwt", "kid": id}),
            claims,
        };
        let good = sign(&forge.key, &forge.header, &forge.claims);
        let answer = forge.house.identity.staff(tenant_id, &good, HERE).await;
        assert!(answer.is_ok(), "a forged token is as good as a real one");
        forge
    }

    fn good(&self) -> String {
        sign(&self.key, &self.header, &self.claims)
    }

    /// With another value in the claims or the header.
    fn claiming(&self, name: &str, value: Value) -> String {
        let mut claims = self.claims.clone();
        claims[name] = value;
        sign(&self.key, &self.header, &claims)
    }

    fn headed(&self, name: &str, value: Value) -> Value {
        let mut header = self.header.clone();
        header[name] = value;
        header
    }

    async fn assert_refused(&self, cases: impl IntoIterator<Item = (&str, String)>) {
        for (case, token) in cases {
            let answer = self
                .house
                .identity
                .staff(self.tenant_id, &token, HERE)
                .await;
            assert_unauthenticated(answer, case);
        }
    }
}

fn sign(key: &SigningKey, header: &Value, claims: &Value) -> String {
    let message = message(header, claims);
    let signature = URL_SAFE_NO_PAD.encode(key.sign(message.as_bytes()).to_bytes());
    format!("{message}.{signature}")
}

fn message(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", part(header), part(claims))
}

fn lacking(value: &Value, name: &str) -> Value {
    let mut value = value.clone();
    value.as_object_mut().unwrap().remove(name).unwrap();
    value
}

#[tokio::test]
async fn what_is_not_signed_with_our_key_and_our_algorithm_is_refused() {
    let forge = Forge::new().await;
    let stranger = SigningKey::from_bytes(&[7; 32]);
    let public = forge.key.verifying_key();
    let hs256 = message(&forge.headed("alg", json!("HS256")), &forge.claims);
    let mut mac = Hmac::<Sha256>::new_from_slice(public.as_bytes()).unwrap();
    mac.update(hs256.as_bytes());
    let tag = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
    let none = forge.headed("alg", json!("none"));
    let mut brought = forge.headed("kid", json!("mine"));
    brought["jwk"] = json!({"kty": "OKP", "crv": "Ed25519",
        "x": URL_SAFE_NO_PAD.encode(stranger.verifying_key())});
    let mut pointed = forge.header.clone();
    pointed["jku"] = json!("https://evil.example/keys");
    let signed = |header: &Value| sign(&forge.key, header, &forge.claims);

    forge
        .assert_refused([
            ("alg none", format!("{}.", message(&none, &forge.claims))),
            ("alg none, signed", signed(&none)),
            ("signed with the public key", format!("{hs256}.{tag}")),
            ("no kid", signed(&lacking(&forge.header, "kid"))),
            ("unknown kid", signed(&forge.headed("kid", json!("x")))),
            (
                "kid of another type",
                signed(&forge.headed("kid", json!(1))),
            ),
            ("no typ", signed(&lacking(&forge.header, "typ"))),
            ("another typ", signed(&forge.headed("typ", json!("JWT")))),
            (
                "a stranger's key",
                sign(&stranger, &forge.header, &forge.claims),
            ),
            (
                "a key it brings along",
                sign(&stranger, &brought, &forge.claims),
            ),
            (
                "a key it points at",
                sign(&stranger, &pointed, &forge.claims),
            ),
        ])
        .await;
}

#[tokio::test]
async fn claims_that_are_absent_or_for_elsewhere_are_refused() {
    let forge = Forge::new().await;
    let stranger = TenantId::from_uuid(Ids.uuid()).to_string();

    let absent = ["iss", "aud", "sub", "tid", "iat", "nbf", "exp"].map(|name| {
        let claims = lacking(&forge.claims, name);
        (name, sign(&forge.key, &forge.header, &claims))
    });
    forge.assert_refused(absent).await;
    let audience = forge.claims["aud"].clone();
    forge
        .assert_refused([
            ("wrong iss", forge.claiming("iss", json!("elsewhere.test"))),
            ("wrong aud", forge.claiming("aud", json!("operator"))),
            (
                "two audiences",
                forge.claiming("aud", json!([audience, "operator"])),
            ),
            ("wrong tid", forge.claiming("tid", json!(stranger))),
            (
                "sub of another kind",
                forge.claiming("sub", json!(stranger)),
            ),
            ("sub that is no text", forge.claiming("sub", json!(1))),
        ])
        .await;
}

#[tokio::test]
async fn times_that_are_wrong_are_refused() {
    let forge = Forge::new().await;
    let now = forge.claims["iat"].as_i64().unwrap();

    forge
        .assert_refused([
            ("exp as text", forge.claiming("exp", json!("4102444800"))),
            ("exp huge", forge.claiming("exp", json!(i64::MAX))),
            (
                "exp larger than huge",
                forge.claiming("exp", json!(u64::MAX)),
            ),
            ("exp with a fraction", forge.claiming("exp", json!(1e300))),
            ("exp negative", forge.claiming("exp", json!(-1))),
            ("exp 61 seconds ago", forge.claiming("exp", json!(now - 61))),
            ("exp null", forge.claiming("exp", Value::Null)),
            ("nbf as text", forge.claiming("nbf", json!("0"))),
            ("nbf in the future", forge.claiming("nbf", json!(now + 61))),
            ("iat in the future", forge.claiming("iat", json!(now + 61))),
            (
                "iat smaller than small",
                forge.claiming("iat", json!(i64::MIN)),
            ),
            (
                "good for too long",
                forge.claiming("iat", json!(now - 3600)),
            ),
        ])
        .await;
}

#[tokio::test]
async fn what_is_no_token_is_refused() {
    let forge = Forge::new().await;
    let good = forge.good();
    let mut flipped = good.clone().into_bytes();
    let middle = flipped.len() - 20;
    flipped[middle] = if flipped[middle] == b'A' { b'B' } else { b'A' };

    forge
        .assert_refused([
            ("empty", String::new()),
            ("dots", "..".to_owned()),
            ("words", "a.b.c".to_owned()),
            ("two parts", good.rsplit_once('.').unwrap().0.to_owned()),
            ("four parts", format!("{good}.{good}")),
            (
                "no signature",
                format!("{}.", good.rsplit_once('.').unwrap().0),
            ),
            ("changed", String::from_utf8(flipped).unwrap()),
            ("very long", format!("{good}{}", "A".repeat(4000))),
            ("not of this alphabet", format!("{good}é")),
        ])
        .await;
}
