//! Sends one request over the network.

use std::future::Future;
use std::pin::Pin;

use reqwest::header::{HOST, HeaderMap, HeaderValue};
use reqwest::{Method, Url};

use crate::error::BoxError;

/// A request, ready to be sent.
#[derive(Debug, Clone)]
pub struct HttpRequest {
    /// `GET`, `POST`, …
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, if it has one.
    pub body: Option<Vec<u8>>,
}

/// A response with its whole body.
#[derive(Debug, Clone, Default)]
pub struct HttpResponse {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

impl HttpResponse {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What a [`Transport`] returns.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<HttpResponse, BoxError>> + Send + 'a>>;

/// Anything that can send a request: for tests, caches, or another library than reqwest.
///
/// An error means that no whole response came. The client waits no longer than its timeout for it.
pub trait Transport: Send + Sync {
    /// Sends `request` and reads the whole response.
    fn send(&self, request: HttpRequest) -> Sending<'_>;
}

impl<F: Fn(HttpRequest) -> Result<HttpResponse, BoxError> + Send + Sync> Transport for F {
    fn send(&self, request: HttpRequest) -> Sending<'_> {
        let response = self(request);
        Box::pin(async { response })
    }
}

/// The default. `ReqwestTransport::from(client)` takes a client with settings of your own, such as a proxy.
#[derive(Debug, Clone)]
pub struct ReqwestTransport(reqwest::Client);

impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl ReqwestTransport {
    /// Rustls with ring, and the certificate authorities that Mozilla trusts.
    pub fn new() -> Result<Self, BoxError> {
        let roots: rustls::RootCertStore = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
        let tls = rustls::ClientConfig::builder_with_provider(rustls::crypto::ring::default_provider().into())
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            // The client decides about both.
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .build()?;
        Ok(Self(client))
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: HttpRequest) -> Sending<'_> {
        Box::pin(async move {
            let HttpRequest { method, url, mut headers, body } = request;
            let url = on_this_machine(Url::parse(&url)?, &mut headers)?;
            let method = Method::from_bytes(method.as_bytes())?;
            let mut sending = self.0.request(method, url).headers(headers);
            if let Some(body) = body {
                sending = sending.body(body);
            }
            let mut response = sending.send().await?;
            Ok(HttpResponse {
                status: response.status().as_u16(),
                headers: std::mem::take(response.headers_mut()),
                body: response.bytes().await?.into(),
            })
        })
    }
}

/// By RFC 6761 every name below `localhost` is this machine; the system's resolver often does not know it.
fn on_this_machine(mut url: Url, headers: &mut HeaderMap) -> Result<Url, BoxError> {
    let host = url.host_str().unwrap_or_default();
    if url.scheme() != "http" || !host.ends_with(".localhost") {
        return Ok(url);
    }
    let authority = url.port().map_or(host.to_owned(), |port| format!("{host}:{port}"));
    headers.entry(HOST).or_insert(HeaderValue::from_str(&authority)?);
    url.set_host(Some("127.0.0.1"))?;
    Ok(url)
}
