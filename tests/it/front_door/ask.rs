//! One request to the front door, and its answer.

use poem::http::Method;
use poem::{Endpoint, Request, Response};
use serde_json::Value;

use super::House;
use crate::harness::contract;

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) bytes: Vec<u8>,
    pub(crate) retry_after: Option<String>,
    pub(crate) replayed: Option<String>,
}

impl Answer {
    /// The body, if this is what was asked for.
    #[track_caller]
    pub(crate) fn ok(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }

    /// The status and the code of a problem.
    pub(crate) fn problem(&self) -> (u16, &str) {
        (self.status, self.body["code"].as_str().unwrap_or_default())
    }

    /// The pointers and codes of the fields that are wrong.
    pub(crate) fn fields(&self) -> Vec<(&str, &str)> {
        let errors = self.body["errors"].as_array();
        errors
            .into_iter()
            .flatten()
            .map(|error| {
                let text = |name: &str| error[name].as_str().unwrap_or_default();
                (text("pointer"), text("code"))
            })
            .collect()
    }

    /// Everything but what differs from one request to the next.
    pub(crate) fn without_request_id(&self) -> (u16, Value) {
        let mut body = self.body.clone();
        body["request_id"].take();
        (self.status, body)
    }
}

/// A request that is being put together.
pub(crate) struct Ask<'a> {
    house: &'a House,
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<Vec<u8>>,
}

impl<'a> Ask<'a> {
    pub(crate) fn new(house: &'a House, method: Method, path: &str) -> Self {
        Self {
            house,
            method,
            path: path.to_owned(),
            headers: Vec::new(),
            body: None,
        }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.raw(body.to_string())
    }

    pub(crate) fn raw(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("Content-Type", "application/json")
    }

    pub(crate) async fn send(self) -> Answer {
        let mut request = Request::builder().method(self.method).uri_str(&self.path);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let request = request.body(self.body.unwrap_or_default());
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let answer = read(self.house.endpoint.get_response(request).await).await;
        contract::check(method.as_str(), &path, answer.status, &answer.body);
        answer
    }
}

async fn read(response: Response) -> Answer {
    let header = |name: &str| response.header(name).map(str::to_owned);
    let (retry_after, replayed) = (header("Retry-After"), header("Idempotent-Replayed"));
    let status = response.status().as_u16();
    let bytes = response.into_body().into_vec().await.unwrap();
    Answer {
        status,
        body: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        bytes,
        retry_after,
        replayed,
    }
}
