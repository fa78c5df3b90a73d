//! What callers may set for a client.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use crate::error::{BoxError, Error, Result};
use crate::generated::version::VERSION;
use crate::transport::{ReqwestTransport, Transport};

type TokenFuture = Pin<Box<dyn Future<Output = std::result::Result<Option<String>, BoxError>> + Send>>;
type TokenCallback = Arc<dyn Fn(Option<String>) -> TokenFuture + Send + Sync>;
type AttemptCallback = Arc<dyn Fn(&Attempt) + Send + Sync>;

/// Where a client's tokens come from.
#[derive(Clone)]
pub(crate) enum Token {
    Fixed(String),
    Callback(TokenCallback),
}

/// Where the API is, with whose rights it is called, and how.
#[derive(Clone, Default)]
pub struct Options {
    address: String,
    publishable_key: Option<String>,
    secret_key: Option<String>,
    access_token: Option<Token>,
    timeout: Option<Duration>,
    max_retries: Option<u32>,
    retry_delay: Option<Duration>,
    transport: Option<Arc<dyn Transport>>,
    headers: Vec<(String, String)>,
    app_info: Option<String>,
    on_attempt: Option<AttemptCallback>,
}

/// One attempt of a call, without its bodies and tokens.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Attempt {
    /// `GET`, `POST`, …
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// 0 for the first.
    pub retry: u32,
    /// How long it took.
    pub duration: Duration,
    /// `None` when no response came.
    pub status: Option<u16>,
    /// Name it when you ask for help.
    pub request_id: Option<String>,
}

impl Options {
    /// The store's host: `shop.example` is short for `https://shop.example`.
    pub fn host(host: &str) -> Self {
        Self::base_url(&format!("https://{host}"))
    }

    /// Where the API is: `https://shop.example`, or a host of the platform together with a publishable key.
    pub fn base_url(address: &str) -> Self {
        Self { address: address.to_owned(), ..Self::default() }
    }

    /// Names the storefront on a host of the platform. Not secret.
    #[must_use]
    pub fn publishable_key(mut self, key: impl Into<String>) -> Self {
        self.publishable_key = Some(key.into());
        self
    }

    /// A secret key, sent as a bearer token.
    #[must_use]
    pub fn secret_key(mut self, key: impl Into<String>) -> Self {
        self.secret_key = Some(key.into());
        self
    }

    /// The access token of a shopper or staff member.
    #[must_use]
    pub fn access_token(mut self, token: impl Into<String>) -> Self {
        self.access_token = Some(Token::Fixed(token.into()));
        self
    }

    /// Returns the token to send. After a 401 it is called once more, with the token that was rejected.
    #[must_use]
    pub fn token_callback<F, Fut>(mut self, callback: F) -> Self
    where
        F: Fn(Option<String>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = std::result::Result<Option<String>, BoxError>> + Send + 'static,
    {
        let boxed: TokenCallback = Arc::new(move |rejected| Box::pin(callback(rejected)));
        self.access_token = Some(Token::Callback(boxed));
        self
    }

    /// For one attempt, its body included. Default 30 s.
    #[must_use]
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = Some(limit);
        self
    }

    /// Attempts after the first. Default 2. Only safe methods and calls with an idempotency key are repeated.
    #[must_use]
    pub fn max_retries(mut self, most: u32) -> Self {
        self.max_retries = Some(most);
        self
    }

    /// Before the first retry, when the server names no time; doubled for each one after. Default 500 ms.
    #[must_use]
    pub fn retry_delay(mut self, first: Duration) -> Self {
        self.retry_delay = Some(first);
        self
    }

    /// Sends requests; default reqwest with rustls. `ReqwestTransport::from(client)` takes a client of your own.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// A header of every request.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Added to the user agent: `my-shop/1.2`.
    #[must_use]
    pub fn app_info(mut self, name: &str) -> Self {
        self.app_info = Some(name.to_owned());
        self
    }

    /// Called after every attempt, for logs and metrics.
    #[must_use]
    pub fn on_attempt(mut self, callback: impl Fn(&Attempt) + Send + Sync + 'static) -> Self {
        self.on_attempt = Some(Arc::new(callback));
        self
    }

    pub(crate) fn read(self) -> Result<Settings> {
        let token = match (self.secret_key, self.access_token) {
            (Some(_), Some(_)) => {
                return Err(Error::Usage("set either a secret key or an access token".to_owned()));
            }
            (Some(key), None) => Some(Token::Fixed(key)),
            (None, token) => token,
        };
        let timeout = self.timeout.unwrap_or(Duration::from_secs(30));
        if timeout.is_zero() {
            return Err(Error::Usage("the timeout must not be zero".to_owned()));
        }
        let mut headers = HeaderMap::new();
        let agent = format!("stoa-sdk-rust/{VERSION} reqwest");
        let agent = self.app_info.map_or(agent.clone(), |app| format!("{agent} {app}"));
        insert(&mut headers, USER_AGENT.as_str(), &agent)?;
        if let Some(key) = &self.publishable_key {
            insert(&mut headers, "stoa-publishable-key", key)?;
        }
        for (name, value) in &self.headers {
            insert(&mut headers, name, value)?;
        }
        let transport = match self.transport {
            Some(own) => own,
            None => Arc::new(ReqwestTransport::new().map_err(|it| Error::Usage(it.to_string()))?),
        };
        Ok(Settings {
            base_url: read_base_url(&self.address)?,
            token,
            timeout,
            max_retries: self.max_retries.unwrap_or(2),
            retry_delay: self.retry_delay.unwrap_or(Duration::from_millis(500)),
            transport,
            headers,
            on_attempt: self.on_attempt,
        })
    }
}

impl std::fmt::Debug for Options {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // No keys and tokens: what is debugged ends in logs.
        formatter.debug_struct("Options").field("address", &self.address).finish_non_exhaustive()
    }
}

pub(crate) struct Settings {
    pub(crate) base_url: String,
    pub(crate) token: Option<Token>,
    pub(crate) timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) retry_delay: Duration,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) headers: HeaderMap,
    pub(crate) on_attempt: Option<AttemptCallback>,
}

impl Settings {
    pub(crate) async fn token(&self, rejected: Option<String>) -> Result<Option<String>> {
        match &self.token {
            None => Ok(None),
            Some(Token::Fixed(token)) => Ok(Some(token.clone())),
            Some(Token::Callback(callback)) => callback(rejected).await.map_err(Error::Token),
        }
    }
}

pub(crate) fn insert(headers: &mut HeaderMap, name: &str, value: &str) -> Result<()> {
    let refused = || Error::Usage(format!("`{name}` cannot be sent as a header with this value"));
    let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| refused())?;
    let value = HeaderValue::from_str(value).map_err(|_| refused())?;
    headers.insert(key, value);
    Ok(())
}

fn read_base_url(address: &str) -> Result<String> {
    let url = Url::parse(address).ok().filter(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
    });
    let refused = || format!("`{address}` is not an address without a query: write it like https://shop.example");
    let url = url.ok_or_else(|| Error::Usage(refused()))?;
    Ok(url.as_str().trim_end_matches('/').to_owned())
}
