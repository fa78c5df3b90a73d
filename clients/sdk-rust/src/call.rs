//! A call of an operation, before it is sent.

use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::Duration;

use reqwest::header::HeaderMap;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::client::{Client, Received};
use crate::download::Download;
use crate::error::{Error, MalformedResponse, Result, request_id};
use crate::request::{Operation, encode, is_segment};
use crate::transport::HttpResponse;

/// A call that `.await` sends. Until then its optional parameters and options can be set.
#[must_use = "a call is sent by `.await`"]
pub struct Call<T, P = ()> {
    client: Client,
    prepared: Prepared,
    marker: PhantomData<fn() -> (T, P)>,
}

/// A response with its data and what came around it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ApiResponse<T> {
    /// What the operation returns.
    pub data: T,
    /// Status of the response.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Name it when you ask for help.
    pub request_id: Option<String>,
    /// The body as it came; empty when it is a file, which `data` has.
    pub text: String,
    /// How often the request was repeated.
    pub retries: u32,
}

#[derive(Clone)]
pub(crate) struct Prepared {
    pub(crate) operation: Operation,
    pub(crate) path: String,
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) headers: Vec<(&'static str, String)>,
    /// Its bytes and their type.
    pub(crate) body: Option<(Vec<u8>, &'static str)>,
    pub(crate) accept: &'static str,
    pub(crate) options: CallOptions,
    /// Why it cannot be sent.
    pub(crate) refused: Option<String>,
}

#[derive(Clone, Default)]
pub(crate) struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) access_token: Option<String>,
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl<T, P> Clone for Call<T, P> {
    fn clone(&self) -> Self {
        Self { client: self.client.clone(), prepared: self.prepared.clone(), marker: PhantomData }
    }
}

impl<T, P> std::fmt::Debug for Call<T, P> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // No headers and bodies: what is debugged ends in logs.
        let Operation { method, .. } = self.prepared.operation;
        formatter
            .debug_struct("Call")
            .field("method", &method)
            .field("path", &self.prepared.path)
            .finish_non_exhaustive()
    }
}

/// What generated code sets.
impl<T, P> Call<T, P> {
    pub(crate) fn new(client: &Client, operation: Operation) -> Self {
        let prepared = Prepared {
            path: operation.path.to_owned(),
            operation,
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            accept: "application/json",
            options: CallOptions::default(),
            refused: None,
        };
        Self { client: client.clone(), prepared, marker: PhantomData }
    }

    pub(crate) fn path<V: ToString + ?Sized>(mut self, name: &str, value: &V) -> Self {
        let value = value.to_string();
        if !is_segment(&value) {
            self.prepared.refused = Some(format!("`{name}` must not be empty"));
        }
        self.prepared.path = self.prepared.path.replace(&format!("{{{name}}}"), &encode(&value));
        self
    }

    pub(crate) fn query<V: ToString>(self, name: &'static str, value: V) -> Self {
        self.query_list(name, [value])
    }

    pub(crate) fn query_list<V: ToString>(mut self, name: &'static str, values: impl IntoIterator<Item = V>) -> Self {
        self.prepared.query.retain(|(other, _)| *other != name);
        self.prepared.query.extend(values.into_iter().map(|it| (name, it.to_string())));
        self
    }

    pub(crate) fn header_parameter<V: ToString + ?Sized>(mut self, name: &'static str, value: &V) -> Self {
        self.prepared.headers.push((name, value.to_string()));
        self
    }

    pub(crate) fn body(mut self, body: &impl Serialize) -> Self {
        match serde_json::to_vec(body) {
            Ok(json) => self.prepared.body = Some((json, "application/json")),
            Err(error) => self.prepared.refused = Some(format!("the body cannot be sent as JSON: {error}")),
        }
        self
    }

    pub(crate) fn file(mut self, file: impl Into<Vec<u8>>, file_type: &'static str) -> Self {
        self.prepared.body = Some((file.into(), file_type));
        self
    }

    #[allow(dead_code, reason = "a document may have no operation that returns a file")]
    pub(crate) fn download(mut self, accept: &'static str) -> Self {
        self.prepared.accept = accept;
        self
    }
}

/// Options of one call.
impl<T, P> Call<T, P> {
    /// For one attempt of this call.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.prepared.options.timeout = Some(limit);
        self
    }

    /// Attempts after the first.
    pub fn max_retries(mut self, most: u32) -> Self {
        self.prepared.options.max_retries = Some(most);
        self
    }

    /// Instead of the one that is made for each call. Ignored by operations that accept none.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.prepared.options.idempotency_key = Some(key.into());
        self
    }

    /// Instead of the client's token.
    pub fn access_token(mut self, token: impl Into<String>) -> Self {
        self.prepared.options.access_token = Some(token.into());
        self
    }

    /// A header of this call.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.prepared.options.headers.push((name, value.into()));
        self
    }
}

/// What a call returns: JSON, or a file.
pub trait Answer: Sized {
    /// Reads it, and returns it with the text of the body.
    #[doc(hidden)]
    fn read(response: &HttpResponse, accept: &str) -> std::result::Result<(Self, String), serde_json::Error>;
}

impl<T: DeserializeOwned> Answer for T {
    fn read(response: &HttpResponse, _: &str) -> std::result::Result<(Self, String), serde_json::Error> {
        let text = response.text();
        // What an operation without data returns is read from null.
        let data = serde_json::from_str(if text.is_empty() { "null" } else { &text })?;
        Ok((data, text))
    }
}

impl Answer for Download {
    fn read(response: &HttpResponse, accept: &str) -> std::result::Result<(Self, String), serde_json::Error> {
        let read = Self::read(&response.headers, &response.body, accept);
        let file = read.map_err(|it| serde::de::Error::custom(format!("its type is `{it}` and not {accept}")))?;
        Ok((file, String::new()))
    }
}

impl<T: Answer, P> Call<T, P> {
    /// Sends the call; returns the data and what came around it.
    pub async fn with_response(self) -> Result<ApiResponse<T>> {
        let Received { response, retries } = self.client.send(&self.prepared).await?;
        let request_id = request_id(&response.headers);
        let status = response.status;
        match T::read(&response, self.prepared.accept) {
            Ok((data, text)) => Ok(ApiResponse { data, status, headers: response.headers, request_id, text, retries }),
            Err(cause) => {
                let malformed = MalformedResponse { status, request_id, text: response.text(), cause };
                Err(Error::MalformedResponse(Box::new(malformed)))
            }
        }
    }
}

impl<T: Answer + Send + 'static, P: 'static> IntoFuture for Call<T, P> {
    type Output = Result<T>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async { Ok(self.with_response().await?.data) })
    }
}
