//! Sends operations: credentials, keys, retries, errors.

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use time::OffsetDateTime;

use crate::call::Prepared;
use crate::error::{ApiError, Error, Result, request_id};
use crate::options::{Attempt, Options, Settings, insert};
use crate::request::{encode, new_idempotency_key};
use crate::retry::{delay, is_worth_repeating, may_repeat, read_retry_after};
use crate::transport::{HttpRequest, HttpResponse};

/// What the clients of all audiences share.
#[derive(Clone)]
pub(crate) struct Client {
    settings: Arc<Settings>,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Client").field("base_url", &self.settings.base_url).finish_non_exhaustive()
    }
}

/// A successful response and how it came.
pub(crate) struct Received {
    pub(crate) response: HttpResponse,
    pub(crate) retries: u32,
}

impl Client {
    pub(crate) fn new(options: Options) -> Result<Self> {
        Ok(Self { settings: Arc::new(options.read()?) })
    }

    pub(crate) async fn send(&self, prepared: &Prepared) -> Result<Received> {
        if let Some(refused) = &prepared.refused {
            return Err(Error::Usage(refused.clone()));
        }
        let (operation, options) = (&prepared.operation, &prepared.options);
        // Made once, before the first attempt: the server knows by it that a retry is the same request.
        let key = operation
            .accepts_idempotency_key
            .then(|| options.idempotency_key.clone().unwrap_or_else(new_idempotency_key));
        let mut request = self.request(prepared, key.as_deref())?;
        let token = match &options.access_token {
            _ if !operation.takes_token => None,
            Some(token) => Some(token.clone()),
            None => self.settings.token(None).await?,
        };
        if let Some(token) = &token {
            authorize(&mut request.headers, token)?;
        }
        let mut received = self.repeat(&request, key.as_deref(), prepared).await?;
        if let (401, Some(token), None) = (received.response.status, token, &options.access_token) {
            let renewed = self.settings.token(Some(token.clone())).await?;
            if let Some(renewed) = renewed.filter(|it| *it != token) {
                authorize(&mut request.headers, &renewed)?;
                received = self.repeat(&request, key.as_deref(), prepared).await?;
            }
        }
        if (200..300).contains(&received.response.status) {
            return Ok(received);
        }
        let text = received.response.text();
        let Received { response: HttpResponse { status, headers, .. }, retries } = received;
        let retry_after = read_retry_after(&headers, OffsetDateTime::now_utc());
        Err(Error::of(ApiError::read(status, headers, text, retries, retry_after)))
    }

    fn request(&self, prepared: &Prepared, key: Option<&str>) -> Result<HttpRequest> {
        let query: Vec<String> =
            prepared.query.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static(prepared.accept));
        if let Some((_, body_type)) = &prepared.body {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(body_type));
        }
        for (name, value) in &self.settings.headers {
            headers.insert(name, value.clone());
        }
        let own = prepared.headers.iter().chain(&prepared.options.headers);
        for (name, value) in own {
            insert(&mut headers, name, value)?;
        }
        if let Some(key) = key {
            insert(&mut headers, "idempotency-key", key)?;
        }
        Ok(HttpRequest {
            method: prepared.operation.method,
            url: format!("{}{}{mark}{}", self.settings.base_url, prepared.path, query.join("&")),
            headers,
            body: prepared.body.as_ref().map(|(bytes, _)| bytes.clone()),
        })
    }

    async fn repeat(&self, request: &HttpRequest, key: Option<&str>, prepared: &Prepared) -> Result<Received> {
        let settings = &self.settings;
        let timeout = prepared.options.timeout.unwrap_or(settings.timeout);
        let most = if may_repeat(request.method, key) {
            prepared.options.max_retries.unwrap_or(settings.max_retries)
        } else {
            0
        };
        let mut retries = 0;
        loop {
            let attempt = self.attempt(request, retries, timeout).await;
            let mut retry_after = None;
            match attempt {
                Ok(response) => {
                    retry_after = read_retry_after(&response.headers, OffsetDateTime::now_utc());
                    if retries >= most || !is_worth_repeating(response.status, retry_after) {
                        return Ok(Received { response, retries });
                    }
                }
                Err(error) if retries >= most => return Err(error),
                Err(_) => {}
            }
            tokio::time::sleep(delay(retries, settings.retry_delay, retry_after)).await;
            retries += 1;
        }
    }

    async fn attempt(&self, request: &HttpRequest, retry: u32, timeout: Duration) -> Result<HttpResponse> {
        let started = Instant::now();
        let sending = self.settings.transport.send(request.clone());
        let result = match tokio::time::timeout(timeout, sending).await {
            Ok(answered) => answered.map_err(Error::Connection),
            Err(_) => Err(Error::Timeout(timeout)),
        };
        if let Some(callback) = &self.settings.on_attempt {
            let response = result.as_ref().ok();
            callback(&Attempt {
                method: request.method,
                url: request.url.clone(),
                retry,
                duration: started.elapsed(),
                status: response.map(|it| it.status),
                request_id: response.and_then(|it| request_id(&it.headers)),
            });
        }
        result
    }
}

fn authorize(headers: &mut HeaderMap, token: &str) -> Result<()> {
    let mut value = HeaderValue::from_str(&format!("Bearer {token}"))
        .map_err(|_| Error::Usage("a token has only letters that a header may have".to_owned()))?;
    value.set_sensitive(true);
    headers.insert(AUTHORIZATION, value);
    Ok(())
}
