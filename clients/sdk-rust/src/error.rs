//! Every way in which a call can fail, as a type.

use std::fmt;
use std::time::Duration;

use reqwest::header::HeaderMap;
use serde::Deserialize;

use crate::Extra;

/// An error of something else than this crate.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What every operation returns.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a call failed. The variants with an [`ApiError`] tell the status of the server's answer, its `code` the reason.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// This crate was used wrongly; nothing was sent.
    Usage(String),
    /// The callback that returns tokens failed.
    Token(BoxError),
    /// No response came: the address is unknown, the connection was refused or broke.
    Connection(BoxError),
    /// No response came in this time.
    Timeout(Duration),
    /// The response says success, but is not what the document says: something else may have answered.
    MalformedResponse(Box<MalformedResponse>),
    /// 400: the request is malformed; `errors` names the fields.
    InvalidRequest(Box<ApiError>),
    /// 401: no valid credentials were sent.
    Authentication(Box<ApiError>),
    /// 403: the caller may not do this.
    PermissionDenied(Box<ApiError>),
    /// 404: it does not exist, or is not the caller's.
    NotFound(Box<ApiError>),
    /// 409: the state of things forbids it; read again and decide.
    Conflict(Box<ApiError>),
    /// 422: understood and refused.
    Rejected(Box<ApiError>),
    /// 429: too many requests.
    RateLimit(Box<ApiError>),
    /// 5xx: the server, or something that it depends on, failed.
    Server(Box<ApiError>),
    /// Any other status.
    Api(Box<ApiError>),
}

impl Error {
    pub(crate) fn of(error: ApiError) -> Self {
        let status = error.status;
        let error = Box::new(error);
        match status {
            400 => Self::InvalidRequest(error),
            401 => Self::Authentication(error),
            403 => Self::PermissionDenied(error),
            404 => Self::NotFound(error),
            409 => Self::Conflict(error),
            422 => Self::Rejected(error),
            429 => Self::RateLimit(error),
            500.. => Self::Server(error),
            _ => Self::Api(error),
        }
    }

    /// The server's refusal, if it is one.
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Self::InvalidRequest(it)
            | Self::Authentication(it)
            | Self::PermissionDenied(it)
            | Self::NotFound(it)
            | Self::Conflict(it)
            | Self::Rejected(it)
            | Self::RateLimit(it)
            | Self::Server(it)
            | Self::Api(it) => Some(it),
            _ => None,
        }
    }

    /// Whether it is the server's refusal with this code.
    pub fn has_code(&self, code: &str) -> bool {
        self.api().is_some_and(|it| it.code == code)
    }

    /// Name it when you ask for help.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::MalformedResponse(it) => it.request_id.as_deref(),
            other => other.api()?.request_id.as_deref(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) => formatter.write_str(text),
            Self::Token(_) => formatter.write_str("the callback that returns tokens failed"),
            Self::Connection(_) => formatter.write_str("no response came"),
            Self::Timeout(limit) => write!(formatter, "no response within {} ms", limit.as_millis()),
            Self::MalformedResponse(it) => {
                write!(formatter, "the response with status {} is not what the document says", it.status)
            }
            other => other.api().map_or(Ok(()), |it| it.fmt(formatter)),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Token(cause) | Self::Connection(cause) => Some(cause.as_ref()),
            Self::MalformedResponse(it) => Some(&it.cause),
            _ => None,
        }
    }
}

/// A response that says success and cannot be read.
#[derive(Debug)]
pub struct MalformedResponse {
    /// Status of the response.
    pub status: u16,
    /// Name it when you ask for help.
    pub request_id: Option<String>,
    /// The body as it came.
    pub text: String,
    /// Where reading stopped.
    pub cause: serde_json::Error,
}

/// The server refused the request.
#[derive(Debug)]
#[non_exhaustive]
pub struct ApiError {
    /// Status of the response.
    pub status: u16,
    /// The stable reason, such as `cart_changed`; empty when something else than Stoa answered.
    pub code: String,
    /// The reason, for people.
    pub detail: String,
    /// Name it when you ask for help.
    pub request_id: Option<String>,
    /// The fields that are wrong, if fields are.
    pub errors: Vec<FieldError>,
    /// The whole body (RFC 9457); members such as `current_total` are in it.
    pub problem: Extra,
    /// How long the server asks to wait, if it does.
    pub retry_after: Option<Duration>,
    /// Headers of the response.
    pub headers: HeaderMap,
    /// The body as it came.
    pub text: String,
    /// How often the request was repeated.
    pub retries: u32,
}

/// A field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct FieldError {
    /// A JSON pointer into the body (`/lines/0/quantity`), or the name of a parameter or header.
    pub pointer: String,
    /// Stable, for programs.
    pub code: String,
    /// What would be right, for people.
    pub detail: String,
}

impl ApiError {
    pub(crate) fn read(
        status: u16,
        headers: HeaderMap,
        text: String,
        retries: u32,
        retry_after: Option<Duration>,
    ) -> Self {
        // A proxy's page is not JSON; the status alone then says what happened.
        let problem: Extra = serde_json::from_str(&text).unwrap_or_default();
        let member = |name: &str| problem.get(name)?.as_str().map(str::to_owned);
        let errors = problem.get("errors").cloned().unwrap_or_default();
        Self {
            status,
            code: member("code").unwrap_or_default(),
            detail: member("detail").or(member("title")).unwrap_or_default(),
            request_id: member("request_id").or_else(|| request_id(&headers)),
            errors: serde_json::from_value(errors).unwrap_or_default(),
            problem,
            retry_after,
            headers,
            text,
            retries,
        }
    }

    /// What is wrong with the field at `pointer`, if it is.
    pub fn field(&self, pointer: &str) -> Option<&FieldError> {
        self.errors.iter().find(|it| it.pointer == pointer)
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.status)?;
        if !self.code.is_empty() {
            write!(formatter, " {}", self.code)?;
        }
        match self.detail.as_str() {
            "" => formatter.write_str(" the response has no explanation"),
            detail => write!(formatter, " {detail}"),
        }
    }
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    Some(headers.get("x-request-id")?.to_str().ok()?.to_owned())
}
