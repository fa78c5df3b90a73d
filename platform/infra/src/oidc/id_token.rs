//! What an ID token says, and whether that is to be believed (OpenID Connect Core 1.0, 3.1.3.7).

use std::sync::Arc;

use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyAlgorithm, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation};
use kernel::ports::{OpenIdClient, OpenIdError, OpenIdPerson};
use serde::Deserialize;
use time::{Duration, OffsetDateTime};
use url::Url;

use super::published::{Keys, Published};

/// No ID token is longer.
const LONGEST: usize = 16 * 1024;
/// How far two clocks may be apart.
const LEEWAY: Duration = Duration::seconds(60);
/// A code is redeemed at once: its token was made a moment ago.
const OLDEST: Duration = Duration::minutes(10);
const LONGEST_SUBJECT: usize = 255;
/// RSA keys of fewer bits are not believed: their modulus in base64.
const SHORTEST_MODULUS: usize = 2048 / 8 * 4 / 3;

/// One text or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// Some issuers write it as text.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Flag {
    Flag(bool),
    Text(String),
}

#[derive(Debug, Deserialize)]
pub(super) struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nonce: Option<String>,
    email: Option<String>,
    email_verified: Option<Flag>,
    given_name: Option<String>,
    family_name: Option<String>,
    name: Option<String>,
}

/// The key that signed a token, by its header, of those that the issuer publishes. Keys that the token brings along or
/// points at are not looked at.
pub(super) async fn key_of(
    token: &str,
    jwks_uri: &Url,
    published: &Published,
) -> Result<(Algorithm, DecodingKey), OpenIdError> {
    let header = header(token)?;
    let keys = published.keys(jwks_uri).await?;
    let found = match find(&header, &keys) {
        Some(key) => Some(key),
        None => published
            .newer_keys(jwks_uri, &keys)
            .await?
            .and_then(|newer: Arc<Keys>| find(&header, &newer)),
    };
    let key = found.ok_or_else(|| untrusted("it is signed with an unknown key"))?;
    Ok((header.alg, key))
}

/// What a token with this key's signature claims.
pub(super) fn claims(
    token: &str,
    (algorithm, key): &(Algorithm, DecodingKey),
) -> Result<Claims, OpenIdError> {
    let mut validation = Validation::new(*algorithm);
    validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    // Compared by ourselves: exactly, and with our own clock.
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    jsonwebtoken::decode::<Claims>(token, key, &validation)
        .map(|token| token.claims)
        .map_err(|_| untrusted("its signature or its form is wrong"))
}

impl Claims {
    /// Whoever it is about, if it was made by this issuer, for us and for this sign-in, a moment ago.
    pub(super) fn checked(
        self,
        client: &OpenIdClient,
        nonce: &str,
        now: OffsetDateTime,
    ) -> Result<OpenIdPerson, OpenIdError> {
        if self.iss != client.issuer {
            return Err(untrusted("it is another issuer's"));
        }
        let (is_ours, is_shared) = match &self.aud {
            Audience::One(one) => (*one == client.client_id, false),
            Audience::Several(all) => (all.contains(&client.client_id), all.len() > 1),
        };
        let is_party = match &self.azp {
            Some(party) => *party == client.client_id,
            None => !is_shared,
        };
        if !is_ours || !is_party {
            return Err(untrusted("it is for somebody else"));
        }
        let (now, leeway) = (now.unix_timestamp(), LEEWAY.whole_seconds());
        if self.exp.saturating_add(leeway) <= now {
            return Err(untrusted("it has expired"));
        }
        let is_recent = self.iat.saturating_sub(leeway) <= now
            && now <= self.iat.saturating_add(OLDEST.whole_seconds());
        if !is_recent {
            return Err(untrusted("it was not made now"));
        }
        if self.nonce.as_deref() != Some(nonce) {
            return Err(untrusted("it is for another sign-in"));
        }
        let subject = self.sub;
        if subject.is_empty() || subject.len() > LONGEST_SUBJECT || !subject.is_ascii() {
            return Err(untrusted("its subject is not one"));
        }
        Ok(OpenIdPerson {
            subject,
            email: self.email,
            is_email_verified: match self.email_verified {
                Some(Flag::Flag(flag)) => flag,
                Some(Flag::Text(text)) => text == "true",
                None => false,
            },
            given_name: self.given_name,
            family_name: self.family_name,
            name: self.name,
        })
    }
}

fn header(token: &str) -> Result<Header, OpenIdError> {
    if token.len() > LONGEST {
        return Err(untrusted("it is too long"));
    }
    // An algorithm that the library does not know, `none` among them, is no header.
    let header = jsonwebtoken::decode_header(token);
    let header = header.map_err(|_| untrusted("its header cannot be read"))?;
    match header.alg {
        Algorithm::RS256 | Algorithm::ES256 => Ok(header),
        _ => Err(untrusted("it is not signed with RS256 or ES256")),
    }
}

/// The key with the id of the header; without an id, the only one that it can be.
fn find(header: &Header, keys: &Keys) -> Option<DecodingKey> {
    let mut fitting = keys.keys.iter().filter(|key| {
        let is_named = header.kid.is_none() || key.common.key_id == header.kid;
        is_named && fits(key, header.alg)
    });
    let (key, further) = (fitting.next()?, fitting.next());
    match further {
        None => DecodingKey::from_jwk(key).ok(),
        Some(_) => None,
    }
}

/// Whether a key is one for signatures of this algorithm.
fn fits(key: &Jwk, algorithm: Algorithm) -> bool {
    let is_for_signing = matches!(
        key.common.public_key_use,
        None | Some(PublicKeyUse::Signature)
    );
    let declared = key.common.key_algorithm;
    let fits = match (&key.algorithm, algorithm) {
        (AlgorithmParameters::RSA(rsa), Algorithm::RS256) => {
            declared.is_none_or(|it| it == KeyAlgorithm::RS256) && rsa.n.len() >= SHORTEST_MODULUS
        }
        (AlgorithmParameters::EllipticCurve(curve), Algorithm::ES256) => {
            declared.is_none_or(|it| it == KeyAlgorithm::ES256)
                && curve.curve == EllipticCurve::P256
        }
        _ => false,
    };
    is_for_signing && fits
}

fn untrusted(why: &str) -> OpenIdError {
    OpenIdError::Untrusted(why.to_owned())
}
