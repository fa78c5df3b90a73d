//! Turns every fault into an answer, once, at the boundary.

use kernel::{Fault, Kind, chain};
use poem::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use poem::http::{HeaderValue, StatusCode};
use poem::{IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::payload::Payload;
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use tracing::{debug, error};

use crate::problem::{Problem, ProblemJson};
use crate::told;

/// What a handler answers.
pub type ApiResult<T> = Result<T, ApiError>;

/// An answer that is not what was asked for. Any [`Fault`] becomes one with `?`.
///
/// Which of them an operation can answer is in its [`Contract`](crate::Contract).
#[derive(Debug)]
pub struct ApiError {
    status: StatusCode,
    retry_after_seconds: Option<u32>,
    problem: ProblemJson,
}

impl<E: Fault> From<E> for ApiError {
    fn from(fault: E) -> Self {
        Self::of(&fault)
    }
}

impl ApiError {
    /// The answer to `fault`, which is logged here and nowhere else.
    pub fn of(fault: &dyn Fault) -> Self {
        log(fault);
        let kind = fault.kind();
        let status = told::status(kind);
        let retry_after = fault.retry_after_seconds();
        Self {
            status,
            retry_after_seconds: match kind {
                Kind::Throttled => retry_after.or(Some(1)),
                Kind::Unavailable => retry_after.or(Some(5)),
                Kind::Conflict => retry_after,
                Kind::Invalid
                | Kind::Unauthenticated
                | Kind::Forbidden
                | Kind::NotFound
                | Kind::Gone
                | Kind::Rejected
                | Kind::Internal => None,
            },
            problem: match kind {
                Kind::NotFound => Problem::not_found().into(),
                Kind::Internal => Problem::internal().into(),
                Kind::Invalid
                | Kind::Unauthenticated
                | Kind::Forbidden
                | Kind::Gone
                | Kind::Conflict
                | Kind::Rejected
                | Kind::Throttled
                | Kind::Unavailable => explained(status, fault),
            },
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.problem.into_response();
        response.set_status(self.status);
        let headers = response.headers_mut();
        if let Some(seconds) = self.retry_after_seconds {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<ApiError> for poem::Error {
    fn from(error: ApiError) -> Self {
        Self::from_response(error.into_response())
    }
}

impl ApiResponse for ApiError {
    /// The one that every operation has: it brings the schema along. The contracts of the operations
    /// say which others there are.
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "",
                status: Some(500),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: ProblemJson::CONTENT_TYPE,
                    schema: ProblemJson::schema_ref(),
                }],
                headers: Vec::new(),
            }],
        }
    }

    fn register(registry: &mut Registry) {
        ProblemJson::register(registry);
    }
}

fn explained(status: StatusCode, fault: &dyn Fault) -> ProblemJson {
    let mut problem = Problem::new(status, fault.code(), sentence(&fault.to_string()))
        .with_errors(fault.fields().into_owned());
    for (name, value) in fault.members() {
        problem.members.insert(name.to_owned(), value);
    }
    problem.into()
}

/// Errors are written as clauses; people read sentences.
fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let mut sentence: String = match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => return String::new(),
    };
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

fn log(fault: &dyn Fault) {
    let request_id = crate::context::current_request_id();
    let code = fault.code();
    if fault.kind() == Kind::Internal {
        error!(request.id = %request_id, code, error = chain(fault), "a request failed");
    } else {
        debug!(request.id = %request_id, code, error = chain(fault), "a request was refused");
    }
}
