//! Asking a provider over HTTPS: one answer, not long and not late.

use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper::http::request::Builder;
use hyper::http::{Request, Response, StatusCode, header};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use serde_json::Value;
use tracing::debug;
use url::{Host, Url};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
/// From the request to the end of its answer.
const TIMEOUT: Duration = Duration::from_secs(10);
const LONGEST_ANSWER: usize = 256 * 1024;

/// A client of one provider's API. It follows no redirect.
#[derive(Debug, Clone)]
pub(crate) struct Http {
    provider: &'static str,
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
}

/// What a provider answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    /// The body, if it is JSON.
    pub(crate) body: Value,
}

/// There was no answer.
#[derive(Debug, thiserror::Error)]
#[error("{why}")]
pub(crate) struct NoAnswer {
    why: String,
    /// Whether the request may have reached the provider all the same.
    pub(crate) may_have_arrived: bool,
}

impl Http {
    /// A client that metrics know as `provider`.
    pub(crate) fn new(provider: &'static str) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(CONNECT_TIMEOUT));
        // Addresses were looked at when they were set: in the clear is for this machine only.
        let tls = HttpsConnectorBuilder::new().with_webpki_roots();
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(30))
            .build(tls.https_or_http().enable_http1().wrap_connector(tcp));
        Self { provider, client }
    }

    /// What is at an address, as it is.
    pub(crate) async fn get(&self, url: &str) -> Result<(StatusCode, Vec<u8>), NoAnswer> {
        let request = Request::get(url).body(Full::default());
        let answer = self.exchange(request).await?;
        Ok((answer.status(), answer.into_body().to_vec()))
    }

    /// Sends one request.
    pub(crate) async fn send(
        &self,
        request: Builder,
        (content_type, body): (&'static str, Vec<u8>),
    ) -> Result<Answer, NoAnswer> {
        let request = request
            .header(header::CONTENT_TYPE, content_type)
            .body(Full::new(Bytes::from(body)));
        let answer = self.exchange(request).await?;
        Ok(Answer {
            status: answer.status(),
            body: serde_json::from_slice(answer.body()).unwrap_or_default(),
        })
    }

    async fn exchange(
        &self,
        request: Result<Request<Full<Bytes>>, hyper::http::Error>,
    ) -> Result<Response<Bytes>, NoAnswer> {
        let failed = |why: &dyn std::fmt::Display| NoAnswer {
            why: why.to_string(),
            may_have_arrived: true,
        };
        let request = request.map_err(|e| NoAnswer {
            may_have_arrived: false,
            ..failed(&e)
        })?;
        let started = Instant::now();
        let exchange = async {
            let answer = self.client.request(request).await;
            let answer = answer.map_err(|e| NoAnswer {
                may_have_arrived: !e.is_connect(),
                ..failed(&e)
            })?;
            let (parts, body) = answer.into_parts();
            let body = Limited::new(body, LONGEST_ANSWER).collect().await;
            let body = body.map_err(|e| failed(&e))?.to_bytes();
            Ok(Response::from_parts(parts, body))
        };
        let answered = match tokio::time::timeout(TIMEOUT, exchange).await {
            Ok(answered) => answered,
            Err(_) => Err(failed(&"no answer in time")),
        };
        let took = started.elapsed();
        metrics::histogram!("provider_call_duration_seconds", "provider" => self.provider)
            .record(took.as_secs_f64());
        let status = answered.as_ref().map_or(0, |it| it.status().as_u16());
        debug!(
            status,
            duration_ms = took.as_millis(),
            "called {}",
            self.provider
        );
        answered
    }
}

/// Whether what is sent to this address stays on this machine.
pub(crate) fn is_this_machine(url: &Url) -> bool {
    // A host that is not special to URLs is taken as it is written.
    let name = url.host_str().unwrap_or_default();
    match Host::parse(name) {
        Ok(Host::Ipv4(address)) => address.is_loopback(),
        Ok(Host::Ipv6(address)) => address.is_loopback(),
        Ok(Host::Domain(name)) => name == "localhost",
        Err(_) => false,
    }
}
