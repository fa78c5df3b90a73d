//! The transport: pooled connections, one timeout, our idempotency key, errors sorted by what they
//! mean for the operation that was called.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE};
use hyper::{Method, Request, StatusCode};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use kernel::config::Secret;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::Semaphore;
use tracing::{Instrument, debug, error};

use super::answers::ErrorAnswer;
use super::breaker::Breaker;
use super::telemetry::{count, span};
use crate::config::StripeSettings;

/// Calls that are under way at the same time, at most.
const CONCURRENT_CALLS: usize = 64;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
pub(super) const LONGEST_ANSWER: usize = 8 * 1024 * 1024;

/// How a call ended that did not succeed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CallError {
    /// Nobody knows whether it was carried out: the same call may be made again with the same key.
    #[error("the provider cannot be reached: {why}")]
    Unavailable {
        /// What happened.
        why: String,
        /// The answer is one that the provider keeps and would give again.
        is_stored: bool,
    },
    /// A call with the same key is being carried out.
    #[error("the provider is working on the same call")]
    InUse,
    /// Understood and refused; nothing was done.
    #[error("the provider refused ({status}, {code}): {message}")]
    Refused {
        /// The status.
        status: u16,
        /// Stripe's code, such as `balance_insufficient`.
        code: String,
        /// What it says to people.
        message: String,
    },
    /// It turned out later that the call was never carried out; a new one may be made.
    #[error("the provider never carried out the call")]
    Lost,
}

impl CallError {
    /// What the provider says to people about a refusal.
    pub(crate) fn refusal(&self) -> String {
        match self {
            Self::Refused { message, .. } if !message.is_empty() => message.clone(),
            Self::Refused { code, .. } => code.clone(),
            Self::Unavailable { .. } | Self::InUse | Self::Lost => self.to_string(),
        }
    }

    pub(super) fn unavailable(why: impl std::fmt::Display) -> Self {
        Self::Unavailable {
            why: why.to_string(),
            is_stored: false,
        }
    }
}

type Http = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Stripe's API, as the platform's account.
#[derive(Clone)]
pub(crate) struct Stripe {
    inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) http: Http,
    base: String,
    secret: Secret<String>,
    is_live: bool,
    timeout: Duration,
    permits: Semaphore,
    breaker: Breaker,
}

impl Stripe {
    /// A client with these settings, which have been checked.
    pub(crate) fn new(settings: &StripeSettings, timeout: Duration) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(CONNECT_TIMEOUT));
        let tls = HttpsConnectorBuilder::new().with_webpki_roots();
        let tls = if settings.api_url.starts_with("https://") {
            tls.https_only()
        } else {
            tls.https_or_http()
        };
        let http = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_mins(1))
            .build(tls.enable_http1().wrap_connector(tcp));
        Self {
            inner: Arc::new(Inner {
                http,
                base: settings.api_url.trim_end_matches('/').to_owned(),
                secret: settings.secret_key.clone(),
                is_live: settings.is_live(),
                timeout,
                permits: Semaphore::new(CONCURRENT_CALLS),
                breaker: Breaker::default(),
            }),
        }
    }

    pub(super) fn inner(&self) -> &Inner {
        &self.inner
    }

    /// Whether the key moves real money; every object must agree.
    pub(crate) fn is_live(&self) -> bool {
        self.inner.is_live
    }

    /// Makes a call that changes something, under a key that makes repeating it harmless.
    pub(crate) async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &str,
        key: Option<&str>,
    ) -> Result<T, CallError> {
        self.call(Method::POST, path, Some((body, key))).await
    }

    /// Reads an object or a list. `path` may have a query.
    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, CallError> {
        self.call(Method::GET, path, None).await
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        form: Option<(&str, Option<&str>)>,
    ) -> Result<T, CallError> {
        let inner = &self.inner;
        if !inner.breaker.allows(Instant::now()) {
            count("not_made");
            return Err(CallError::unavailable("it did not answer lately"));
        }
        let request = inner.request(&method, path, form)?;
        // Waiting for a place of our own is no failure of the provider's.
        let permit = tokio::time::timeout(inner.timeout, inner.permits.acquire());
        let _permit = match permit.await {
            Ok(permit) => permit.map_err(CallError::unavailable)?,
            Err(_) => return Err(CallError::unavailable("too many calls are under way")),
        };
        let started = Instant::now();
        let span = span(&method, path);
        let exchange = inner.exchange(request).instrument(span.clone());
        let answered = match tokio::time::timeout(inner.timeout, exchange).await {
            Ok(answered) => answered,
            Err(_) => Err(CallError::unavailable("no answer in time")),
        };
        let status = answered.as_ref().map_or(0, |answer| answer.status.as_u16());
        span.record("http.response.status_code", status);
        if status == 0 || status >= 500 {
            span.record("otel.status_code", "ERROR");
        }
        drop(span);
        let took = started.elapsed();
        metrics::histogram!("provider_call_duration_seconds", "provider" => "stripe")
            .record(took.as_secs_f64());
        let duration_ms = took.as_millis();
        debug!(%method, path, status, duration_ms, "called Stripe");
        match answered {
            Ok(answer) => {
                if answer.status.is_server_error() {
                    inner.breaker.failed(Instant::now());
                } else {
                    inner.breaker.succeeded();
                }
                let read = answer.read();
                count(match &read {
                    Ok(_) => "ok",
                    Err(CallError::Refused { .. }) => "refused",
                    Err(CallError::Unavailable { .. } | CallError::InUse | CallError::Lost) => {
                        "failed"
                    }
                });
                read
            }
            Err(error) => {
                inner.breaker.failed(Instant::now());
                count("failed");
                Err(error)
            }
        }
    }
}

impl Inner {
    pub(super) fn request(
        &self,
        method: &Method,
        path: &str,
        form: Option<(&str, Option<&str>)>,
    ) -> Result<Request<Full<Bytes>>, CallError> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}/v1{path}", self.base))
            .header(AUTHORIZATION, format!("Bearer {}", self.secret.expose()))
            .header("Stripe-Version", stripe_shared::version::VERSION.as_str());
        let mut content = Bytes::new();
        if let Some((body, key)) = form {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
            if let Some(key) = key {
                request = request.header("Idempotency-Key", key);
            }
            content = Bytes::copy_from_slice(body.as_bytes());
        }
        request
            .body(Full::new(content))
            .map_err(CallError::unavailable)
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<Answer, CallError> {
        let response = self
            .http
            .request(request)
            .await
            .map_err(|error| CallError::unavailable(with_cause(&error)))?;
        let status = response.status();
        let is_replay = response
            .headers()
            .get("Idempotent-Replayed")
            .is_some_and(|value| value == "true");
        let body = Limited::new(response.into_body(), LONGEST_ANSWER)
            .collect()
            .await
            .map_err(CallError::unavailable)?
            .to_bytes();
        Ok(Answer {
            status,
            is_replay,
            body,
        })
    }
}

pub(super) fn with_cause(error: &dyn std::error::Error) -> String {
    error
        .source()
        .map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}

struct Answer {
    status: StatusCode,
    is_replay: bool,
    body: Bytes,
}

impl Answer {
    fn read<T: DeserializeOwned>(&self) -> Result<T, CallError> {
        if self.status.is_success() {
            return serde_json::from_slice(&self.body).map_err(CallError::unavailable);
        }
        let said = ErrorAnswer::deserialize_from(&self.body);
        Err(match self.status.as_u16() {
            409 if said.code == "idempotency_key_in_use" => CallError::InUse,
            // The key is right, and an account is no longer ours to look at.
            403 if said.code == "account_invalid" => CallError::Refused {
                status: 403,
                code: said.code,
                message: said.message,
            },
            // The key itself is wrong: a mistake of the installation, not of the payment.
            401 | 403 => {
                error!(
                    status = self.status.as_u16(),
                    "Stripe does not accept the secret key"
                );
                CallError::unavailable("the key is not accepted")
            }
            400 if said.kind == "idempotency_error" => {
                error!("an idempotency key was used for two different calls");
                CallError::unavailable(said.message)
            }
            409 | 429 | 500..=599 => CallError::Unavailable {
                why: format!("status {}", self.status.as_u16()),
                is_stored: self.is_replay,
            },
            status => CallError::Refused {
                status,
                code: said.code,
                message: said.message,
            },
        })
    }
}

impl ErrorAnswer {
    fn deserialize_from(body: &[u8]) -> Self {
        #[derive(Deserialize)]
        struct Envelope {
            error: ErrorAnswer,
        }
        serde_json::from_slice::<Envelope>(body).map_or_else(|_| Self::default(), |it| it.error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(status: u16, is_replay: bool, body: &str) -> CallError {
        let answer = Answer {
            status: StatusCode::from_u16(status).unwrap(),
            is_replay,
            body: Bytes::copy_from_slice(body.as_bytes()),
        };
        answer.read::<serde_json::Value>().unwrap_err()
    }

    #[test]
    fn answers_are_sorted_by_what_they_mean_for_the_operation() {
        let refused = r#"{"error":{"type":"card_error","code":"card_declined","message":"No."}}"#;
        let in_use = r#"{"error":{"type":"idempotency_error","code":"idempotency_key_in_use"}}"#;

        assert!(matches!(
            read(402, false, refused),
            CallError::Refused { status: 402, code, message } if code == "card_declined" && message == "No."
        ));
        assert!(matches!(read(409, false, in_use), CallError::InUse));
        let lost = r#"{"error":{"type":"invalid_request_error","code":"account_invalid"}}"#;
        assert!(matches!(
            read(403, false, lost),
            CallError::Refused { status: 403, code, .. } if code == "account_invalid"
        ));
        for status in [401, 403, 409, 429, 500, 503] {
            assert!(matches!(
                read(status, false, "<html>"),
                CallError::Unavailable {
                    is_stored: false,
                    ..
                }
            ));
        }
        assert!(matches!(
            read(500, true, "{}"),
            CallError::Unavailable {
                is_stored: true,
                ..
            }
        ));
    }
}
