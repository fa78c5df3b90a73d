//! Access tokens: signed with Ed25519, good for one audience and fifteen minutes.

use std::fmt;
use std::sync::Arc;

use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use kernel::config::Secret;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};

use super::{Audience, IdentityError};

/// How long a token is good for.
pub(super) const LIFETIME: Duration = Duration::minutes(15);
/// How far two clocks may be apart.
const LEEWAY: Duration = Duration::seconds(30);
/// The type of RFC 9068, so that no other kind of token is taken for one of these.
const TYPE: &str = "at+jwt";
/// No token of ours is longer.
const LONGEST: usize = 2048;

/// Text that holds no signing key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// There is no key in it.
    #[error("there is no `PRIVATE KEY` in PEM form")]
    Missing,
    /// There is one, of another kind.
    #[error("a signing key must be Ed25519 in PKCS#8 form: {0}")]
    Unreadable(String),
}

/// The keys that tokens are signed with: the first signs, all are believed. To change the key, put
/// the new one first and take the old one away a quarter of an hour later.
#[derive(Clone)]
pub struct TokenKeys {
    signing: (String, EncodingKey),
    believed: Vec<Believed>,
}

#[derive(Clone)]
struct Believed {
    key: DecodingKey,
    public: PublicKey,
}

/// What others check our tokens with: the public half of an Ed25519 key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// The `kid` of the tokens that it signs.
    pub id: String,
    /// The key itself (RFC 8032).
    pub bytes: [u8; 32],
}

impl TokenKeys {
    /// Reads one or more keys in PEM form.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        let (mut signing, mut believed) = (None, Vec::new());
        for block in blocks(pem) {
            let unreadable = |why: String| KeyError::Unreadable(why);
            let key = SigningKey::from_pkcs8_pem(block).map_err(|e| unreadable(e.to_string()))?;
            let id = key_id(&key);
            if signing.is_none() {
                let der = key.to_pkcs8_der().map_err(|e| unreadable(e.to_string()))?;
                signing = Some((id.clone(), EncodingKey::from_ed_der(der.as_bytes())));
            }
            let public = key.verifying_key();
            believed.push(Believed {
                key: DecodingKey::from_ed_der(public.as_bytes()),
                public: PublicKey {
                    id,
                    bytes: public.to_bytes(),
                },
            });
        }
        let signing = signing.ok_or(KeyError::Missing)?;
        Ok(Self { signing, believed })
    }
}

impl fmt::Debug for TokenKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self.believed.iter();
        let ids: Vec<&str> = keys.map(|believed| believed.public.id.as_str()).collect();
        f.debug_tuple("TokenKeys").field(&ids).finish()
    }
}

/// Every block from its `BEGIN` to the next one's.
fn blocks(pem: &str) -> impl Iterator<Item = &str> {
    const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
    let starts: Vec<usize> = pem.match_indices(BEGIN).map(|(start, _)| start).collect();
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([pem.len()]).collect();
    starts
        .into_iter()
        .zip(ends)
        .filter_map(|(start, end)| pem.get(start..end))
        .map(str::trim_end)
}

fn key_id(key: &SigningKey) -> String {
    let digest = Sha256::digest(key.verifying_key().as_bytes());
    hex::encode(digest).chars().take(16).collect()
}

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    iat: i64,
    nbf: i64,
    exp: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    tid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sid: Option<String>,
    /// How the person proved who they are, in the words of RFC 8176, where that is more than a password.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    amr: Vec<String>,
}

/// The method of a token that was given for a code of an app.
const ONE_TIME_CODE: &str = "otp";

/// Whose a token is, and which of the person's sessions it belongs to, if it belongs to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) id: String,
    pub(super) session: Option<String>,
    /// Whether a second factor was given for it. Sessions of staff know that themselves.
    pub(super) has_factor: bool,
}

impl Subject {
    /// A session of a person.
    pub(super) fn in_session(id: impl fmt::Display, session: impl fmt::Display) -> Self {
        Self {
            session: Some(session.to_string()),
            ..Self::person(id)
        }
    }

    /// Somebody whose tokens belong to no session.
    pub(super) fn person(id: impl fmt::Display) -> Self {
        Self {
            id: id.to_string(),
            session: None,
            has_factor: false,
        }
    }
}

/// Makes access tokens and knows its own again.
#[derive(Debug, Clone)]
pub struct Tokens {
    keys: Arc<TokenKeys>,
    issuer: String,
}

impl Tokens {
    /// Tokens of the installation `issuer`, for example the platform's domain.
    pub fn new(keys: TokenKeys, issuer: impl Into<String>) -> Self {
        Self {
            keys: Arc::new(keys),
            issuer: issuer.into(),
        }
    }

    /// The keys that our tokens can be checked with, the signing one first.
    pub fn public_keys(&self) -> Vec<PublicKey> {
        let keys = self.keys.believed.iter();
        keys.map(|believed| believed.public.clone()).collect()
    }

    /// A token for `subject`, good from `now`.
    pub(super) fn issue(
        &self,
        subject: Subject,
        audience: Audience,
        now: OffsetDateTime,
    ) -> Result<Secret<String>, IdentityError> {
        self.issue_for(subject, audience, now, LIFETIME)
    }

    /// The same, good for less.
    pub(super) fn issue_for(
        &self,
        subject: Subject,
        audience: Audience,
        now: OffsetDateTime,
        lifetime: Duration,
    ) -> Result<Secret<String>, IdentityError> {
        let (id, key) = &self.keys.signing;
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TYPE.to_owned());
        header.kid = Some(id.clone());
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: audience.to_string(),
            sub: subject.id,
            sid: subject.session,
            iat: now.unix_timestamp(),
            nbf: now.unix_timestamp(),
            exp: (now + lifetime.min(LIFETIME)).unix_timestamp(),
            tid: tenant_of(audience),
            amr: if subject.has_factor {
                vec!["pwd".to_owned(), ONE_TIME_CODE.to_owned()]
            } else {
                Vec::new()
            },
        };
        jsonwebtoken::encode(&header, &claims, key)
            .map(Secret::new)
            .map_err(|why| IdentityError::Broken(why.to_string()))
    }

    /// The subject of a token that is one of ours, for `audience`, and good at `now`. Whatever is
    /// wrong with it, the answer is the same.
    pub(super) fn subject(
        &self,
        token: &str,
        audience: Audience,
        now: OffsetDateTime,
    ) -> Result<Subject, IdentityError> {
        self.opened(token, audience, now)
            .map(|(subject, _)| subject)
    }

    /// The same, and when the token was given.
    pub(super) fn opened(
        &self,
        token: &str,
        audience: Audience,
        now: OffsetDateTime,
    ) -> Result<(Subject, OffsetDateTime), IdentityError> {
        let claims = self.open(token, audience)?;
        let (now, leeway) = (now.unix_timestamp(), LEEWAY.whole_seconds());
        let is_good = claims.tid == tenant_of(audience)
            && claims.iat <= claims.exp
            && claims.exp.saturating_sub(claims.iat) <= LIFETIME.whole_seconds()
            && claims.iat.saturating_sub(leeway) <= now
            && claims.nbf.saturating_sub(leeway) <= now
            && now < claims.exp.saturating_add(leeway);
        if is_good {
            let issued_at = OffsetDateTime::from_unix_timestamp(claims.iat);
            let subject = Subject {
                id: claims.sub,
                session: claims.sid,
                has_factor: claims.amr.iter().any(|method| method == ONE_TIME_CODE),
            };
            Ok((subject, issued_at.map_err(|_| IdentityError::BadToken)?))
        } else {
            Err(IdentityError::BadToken)
        }
    }

    /// The claims of a token whose signature, issuer and audience are right.
    fn open(&self, token: &str, audience: Audience) -> Result<Claims, IdentityError> {
        let refused = || IdentityError::BadToken;
        if token.len() > LONGEST {
            return Err(refused());
        }
        let header = jsonwebtoken::decode_header(token).map_err(|_| refused())?;
        // The key is one of ours, chosen by its id: keys that the token brings along or points at
        // are not looked at.
        let id = header.kid.ok_or_else(refused)?;
        let mut known = self.keys.believed.iter();
        let known = known.find(|believed| believed.public.id == id);
        let key = &known.ok_or_else(refused)?.key;
        if header.typ.as_deref() != Some(TYPE) {
            return Err(refused());
        }
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[audience.to_string()]);
        // The times are compared with our own clock, not the library's.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        jsonwebtoken::decode::<Claims>(token, key, &validation)
            .map(|token| token.claims)
            .map_err(|_| refused())
    }
}

fn tenant_of(audience: Audience) -> Option<String> {
    match audience {
        Audience::Shop(tenant_id) | Audience::Admin(tenant_id) | Audience::Switch(tenant_id) => {
            Some(tenant_id.to_string())
        }
        Audience::Operator => None,
    }
}
