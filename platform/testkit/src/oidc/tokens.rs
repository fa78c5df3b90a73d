//! ID tokens, signed as they should be and as they should not.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::rsa::PublicKeyComponents;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair,
};
use ring::{digest, hmac};
use serde_json::{Value, json};

use super::OidcFault;

/// A key that signs ID tokens in tests and nowhere else: making one takes half a minute without optimisations.
const RSA: &str = include_str!("rsa.b64");

/// Text for URLs.
pub(super) fn base64url(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

/// The digest of a verifier (RFC 7636).
pub(super) fn digest(verifier: &str) -> String {
    base64url(digest::digest(&digest::SHA256, verifier.as_bytes()))
}

/// What an issuer signs with.
pub(super) struct Keys {
    id: String,
    curve: EcdsaKeyPair,
    other: EcdsaKeyPair,
    rsa: RsaKeyPair,
}

impl Keys {
    pub(super) fn new() -> Self {
        let curve = generated();
        let id = digest(&hex::encode(curve.public_key()));
        let der: String = RSA.split_whitespace().collect();
        let der = STANDARD.decode(der).expect("a key");
        Self {
            id,
            curve,
            other: generated(),
            rsa: RsaKeyPair::from_der(&der).expect("a key"),
        }
    }

    /// The public keys, with one of a kind that nobody knows.
    pub(super) fn published(&self) -> Value {
        let point = self.curve.public_key().as_ref();
        let (x, y) = point.get(1..).expect("a point").split_at(32);
        let rsa = PublicKeyComponents::<Vec<u8>>::from(self.rsa.public());
        json!({"keys": [
            {"kty": "EC", "crv": "P-256", "kid": self.id, "use": "sig", "alg": "ES256",
             "x": base64url(x), "y": base64url(y)},
            {"kty": "RSA", "kid": format!("{}-rsa", self.id), "use": "sig",
             "n": base64url(rsa.n), "e": base64url(rsa.e)},
            {"kty": "NEW", "kid": "new"},
        ]})
    }

    pub(super) fn sign(&self, fault: OidcFault, claims: &Value) -> String {
        let (algorithm, id) = match fault {
            OidcFault::Unsigned => ("none", self.id.clone()),
            OidcFault::HmacWithPublicKey => ("HS256", self.id.clone()),
            OidcFault::SignsWithRsa => ("RS256", format!("{}-rsa", self.id)),
            OidcFault::UnknownKey => ("ES256", "unknown".to_owned()),
            _ => ("ES256", self.id.clone()),
        };
        let header = json!({"alg": algorithm, "kid": id, "typ": "JWT"}).to_string();
        let message = format!("{}.{}", base64url(header), base64url(claims.to_string()));
        let signature = match fault {
            OidcFault::Unsigned => Vec::new(),
            OidcFault::HmacWithPublicKey => {
                let key = hmac::Key::new(hmac::HMAC_SHA256, self.curve.public_key().as_ref());
                hmac::sign(&key, message.as_bytes()).as_ref().to_vec()
            }
            OidcFault::SignsWithRsa => self.with_rsa(&message),
            OidcFault::SwappedKey => with(&self.other, &message),
            _ => with(&self.curve, &message),
        };
        format!("{message}.{}", base64url(signature))
    }

    fn with_rsa(&self, message: &str) -> Vec<u8> {
        let mut signature = vec![0; self.rsa.public().modulus_len()];
        let random = SystemRandom::new();
        self.rsa
            .sign(
                &RSA_PKCS1_SHA256,
                &random,
                message.as_bytes(),
                &mut signature,
            )
            .expect("it signs");
        signature
    }
}

fn generated() -> EcdsaKeyPair {
    let (kind, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
    let key = EcdsaKeyPair::generate_pkcs8(kind, &random).expect("a key");
    EcdsaKeyPair::from_pkcs8(kind, key.as_ref(), &random).expect("a key")
}

fn with(key: &EcdsaKeyPair, message: &str) -> Vec<u8> {
    let signed = key.sign(&SystemRandom::new(), message.as_bytes());
    signed.expect("it signs").as_ref().to_vec()
}
