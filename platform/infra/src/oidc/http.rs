//! Asking an issuer: one answer, not long, not late, and from nowhere else.

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper::http::{Method, Request, Response, StatusCode};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use kernel::ports::OpenIdError;
use oauth2::AsyncHttpClient;
use serde::de::DeserializeOwned;
use tracing::debug;
use url::Url;

use super::address::{Reach, Resolver};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
/// From the request to the end of its answer.
const TIMEOUT: Duration = Duration::from_secs(5);
/// Issuers' keys and tokens are a few kilobytes.
const LONGEST_ANSWER: usize = 256 * 1024;

type Connector = HttpsConnector<HttpConnector<Resolver>>;

/// A client for issuers. It follows no redirect.
#[derive(Debug, Clone)]
pub(super) struct Http {
    reach: Reach,
    client: Client<Connector, Full<Bytes>>,
}

impl Http {
    pub(super) fn new(reach: Reach) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(Resolver(reach));
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(CONNECT_TIMEOUT));
        let tls = HttpsConnectorBuilder::new().with_webpki_roots();
        let tls = match reach {
            Reach::Public => tls.https_only(),
            Reach::Local => tls.https_or_http(),
        };
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(30))
            .build(tls.enable_http1().wrap_connector(tcp));
        Self { reach, client }
    }

    /// Takes an address that may be asked, or that browsers may be sent to.
    pub(super) fn parse(&self, text: &str) -> Result<Url, OpenIdError> {
        self.reach.parse(text)
    }

    /// Reads a document.
    pub(super) async fn get<T: DeserializeOwned>(&self, url: &Url) -> Result<T, OpenIdError> {
        let request = Request::builder()
            .method(Method::GET)
            .uri(url.as_str())
            .header("accept", "application/json")
            .body(Vec::new())
            .map_err(unavailable)?;
        let answer = self.send(request).await?;
        if answer.status() != StatusCode::OK {
            return Err(unavailable(format!("status {}", answer.status().as_u16())));
        }
        let unreadable = |_| OpenIdError::Unusable("what it publishes cannot be read".to_owned());
        serde_json::from_slice(answer.body()).map_err(unreadable)
    }

    async fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, OpenIdError> {
        // The addresses that a document names are looked at like the one that it came from.
        let url = self.reach.parse(&request.uri().to_string())?;
        let started = Instant::now();
        let answered = match tokio::time::timeout(TIMEOUT, self.exchange(request)).await {
            Ok(answered) => answered,
            Err(_) => Err(unavailable("no answer in time")),
        };
        let took = started.elapsed();
        metrics::histogram!("provider_call_duration_seconds", "provider" => "oidc")
            .record(took.as_secs_f64());
        let status = answered.as_ref().map_or(0, |it| it.status().as_u16());
        let (host, duration_ms) = (url.host_str().unwrap_or_default(), took.as_millis());
        debug!(host, status, duration_ms, "called an identity provider");
        answered
    }

    async fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, OpenIdError> {
        let request = request.map(|body| Full::new(Bytes::from(body)));
        let answer = self.client.request(request).await.map_err(unavailable)?;
        let (parts, body) = answer.into_parts();
        let body = Limited::new(body, LONGEST_ANSWER);
        let body = body.collect().await.map_err(unavailable)?.to_bytes();
        Ok(Response::from_parts(parts, body.into()))
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = OpenIdError;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Vec<u8>>, OpenIdError>> + Send + 'c>>;

    fn call(&'c self, request: Request<Vec<u8>>) -> Self::Future {
        Box::pin(self.send(request))
    }
}

fn unavailable(why: impl std::fmt::Display) -> OpenIdError {
    OpenIdError::Unavailable(why.to_string())
}
