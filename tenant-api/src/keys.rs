//! The keys that access tokens can be checked with.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::identity::PublicKey;
use gateway::{ApiResult, Contract, PlatformHost};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use crate::{App, Tag};

/// A new key is believed for so long, at least, before it signs.
const FRESH: &str = "public, max-age=300";

pub(crate) struct KeysApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("well_known_signing_keys")];

#[OpenApi(tag = "Tag::Keys")]
impl KeysApi {
    /// List the signing keys
    ///
    /// As a JSON Web Key Set (RFC 7517, RFC 8037), on the platform's hosts: a program
    /// that receives an access token verifies it with the key that its `kid` names. The signing key is the first.
    #[expect(clippy::unused_async, reason = "an operation is asynchronous")]
    #[oai(
        path = "/.well-known/jwks.json",
        method = "get",
        operation_id = "well_known_signing_keys"
    )]
    async fn list_keys(&self, _host: PlatformHost) -> ApiResult<KeySet> {
        let keys = self.0.identity.public_keys();
        let keys = keys.iter().map(SigningKey::from).collect();
        Ok(KeySet::Found(Json(Keys { keys }), FRESH.to_owned()))
    }
}

#[derive(ApiResponse)]
enum KeySet {
    /// Public keys, the signing key first.
    #[oai(status = 200)]
    Found(
        Json<Keys>,
        /// How long the keys may be cached.
        #[oai(header = "Cache-Control")]
        String,
    ),
}

/// A JSON Web Key Set.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "JsonWebKeySet")]
struct Keys {
    /// Public keys.
    keys: Vec<SigningKey>,
}

/// The public half of an Ed25519 key.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "JsonWebKey")]
struct SigningKey {
    /// Always `OKP`.
    kty: String,
    /// Always `Ed25519`.
    crv: String,
    /// Public key, base64url without padding.
    x: String,
    /// Key id, named by the `kid` header of tokens.
    kid: String,
    /// Always `EdDSA`.
    alg: String,
    /// Always `sig`.
    #[oai(rename = "use")]
    usage: String,
}

impl From<&PublicKey> for SigningKey {
    fn from(key: &PublicKey) -> Self {
        Self {
            kty: "OKP".to_owned(),
            crv: "Ed25519".to_owned(),
            x: URL_SAFE_NO_PAD.encode(key.bytes),
            kid: key.id.clone(),
            alg: "EdDSA".to_owned(),
            usage: "sig".to_owned(),
        }
    }
}
