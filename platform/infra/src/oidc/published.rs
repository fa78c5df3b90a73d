//! What issuers publish: where their endpoints are, and the keys that they sign with. Both are kept for a while.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jsonwebtoken::jwk::Jwk;
use kernel::ports::OpenIdError;
use moka::future::Cache;
use oauth2::AuthType;
use serde::Deserialize;
use serde_json::Value;
use url::Url;

use super::http::Http;

/// How long it is kept.
const FRESH: Duration = Duration::from_hours(1);
/// Of so many issuers.
const MOST: u64 = 1000;
/// So many keys of one issuer are looked at.
const MOST_KEYS: usize = 100;

/// An issuer's own description (OpenID Connect Discovery 1.0).
#[derive(Debug, Clone)]
pub(super) struct Metadata {
    pub(super) authorization_endpoint: Url,
    pub(super) token_endpoint: Url,
    pub(super) jwks_uri: Url,
    pub(super) auth_type: AuthType,
    /// Whether it names itself whenever it sends a browser back (RFC 9207).
    pub(super) names_itself: bool,
}

/// An issuer's keys, as they were read.
#[derive(Debug)]
pub(super) struct Keys {
    pub(super) keys: Vec<Jwk>,
    read_at: Instant,
}

#[derive(Deserialize)]
struct Document {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

#[derive(Deserialize)]
struct KeyDocument {
    keys: Vec<Value>,
}

/// What issuers publish.
#[derive(Debug, Clone)]
pub(super) struct Published {
    http: Http,
    metadata: Cache<String, Metadata>,
    keys: Cache<Url, Arc<Keys>>,
    refetch_after: Duration,
}

impl Published {
    pub(super) fn new(http: Http, refetch_after: Duration) -> Self {
        Self {
            http,
            metadata: Cache::builder()
                .max_capacity(MOST)
                .time_to_live(FRESH)
                .build(),
            keys: Cache::builder()
                .max_capacity(MOST)
                .time_to_live(FRESH)
                .build(),
            refetch_after,
        }
    }

    pub(super) async fn metadata(&self, issuer: &str) -> Result<Metadata, OpenIdError> {
        let read = self.read(issuer);
        let found = self.metadata.try_get_with_by_ref(issuer, read).await;
        found.map_err(|error| OpenIdError::clone(&error))
    }

    /// The same, and not from what is kept.
    pub(super) async fn read_anew(&self, issuer: &str) -> Result<Metadata, OpenIdError> {
        let metadata = self.read(issuer).await?;
        self.metadata
            .insert(issuer.to_owned(), metadata.clone())
            .await;
        Ok(metadata)
    }

    pub(super) async fn keys(&self, url: &Url) -> Result<Arc<Keys>, OpenIdError> {
        let found = self
            .keys
            .try_get_with_by_ref(url, self.read_keys(url))
            .await;
        found.map_err(|error| OpenIdError::clone(&error))
    }

    /// Keys that may be newer than those in which something was not found: nothing when they were read a moment ago.
    pub(super) async fn newer_keys(
        &self,
        url: &Url,
        than: &Keys,
    ) -> Result<Option<Arc<Keys>>, OpenIdError> {
        if than.read_at.elapsed() < self.refetch_after {
            return Ok(None);
        }
        let kept = self.keys(url).await?;
        if kept.read_at == than.read_at {
            self.keys.invalidate(url).await;
        }
        self.keys(url).await.map(Some)
    }

    async fn read(&self, issuer: &str) -> Result<Metadata, OpenIdError> {
        let url = self.http.parse(issuer)?;
        if url.query().is_some() {
            return Err(unusable("an issuer has no query"));
        }
        let base = issuer.trim_end_matches('/');
        let url = self
            .http
            .parse(&format!("{base}/.well-known/openid-configuration"))?;
        let document: Document = self.http.get(&url).await?;
        if document.issuer != issuer {
            return Err(unusable("it calls itself another issuer"));
        }
        Ok(Metadata {
            authorization_endpoint: self.http.parse(&document.authorization_endpoint)?,
            token_endpoint: self.http.parse(&document.token_endpoint)?,
            jwks_uri: self.http.parse(&document.jwks_uri)?,
            auth_type: auth_type(document.token_endpoint_auth_methods_supported.as_deref())?,
            names_itself: document.authorization_response_iss_parameter_supported,
        })
    }

    async fn read_keys(&self, url: &Url) -> Result<Arc<Keys>, OpenIdError> {
        let document: KeyDocument = self.http.get(url).await?;
        // Kinds of keys that nobody here knows are no reason to do without the others.
        let keys = document.keys.into_iter().take(MOST_KEYS);
        let keys = keys.filter_map(|key| serde_json::from_value(key).ok());
        Ok(Arc::new(Keys {
            keys: keys.collect(),
            read_at: Instant::now(),
        }))
    }
}

/// How the client says who it is: by HTTP's own way unless the issuer takes the secret in the form only.
fn auth_type(methods: Option<&[String]>) -> Result<AuthType, OpenIdError> {
    let takes = |wanted: &str| {
        methods.is_none_or(|methods| methods.iter().any(|method| method.as_str() == wanted))
    };
    if takes("client_secret_basic") {
        Ok(AuthType::BasicAuth)
    } else if takes("client_secret_post") {
        Ok(AuthType::RequestBody)
    } else {
        Err(unusable("it takes no client secret"))
    }
}

fn unusable(why: &str) -> OpenIdError {
    OpenIdError::Unusable(why.to_owned())
}
