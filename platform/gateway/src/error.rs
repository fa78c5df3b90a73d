//! Turns every fault into an answer, once, at the boundary.

use kernel::{Fault, Kind, chain};
use poem::http::StatusCode;
use poem_openapi::ApiResponse;
use tracing::{debug, error};

use crate::problem::{Problem, ProblemJson};

/// What a handler answers.
pub type ApiResult<T> = Result<T, ApiError>;

/// The answers that are not what was asked for. Any [`Fault`] becomes one with `?`.
#[derive(Debug, ApiResponse)]
pub enum ApiError {
    /// The request is malformed; `errors` names the fields that are wrong.
    #[oai(status = 400)]
    Invalid(ProblemJson),
    /// No valid credentials were sent.
    #[oai(status = 401)]
    Unauthenticated(
        ProblemJson,
        /// How to authenticate.
        #[oai(header = "WWW-Authenticate")]
        String,
    ),
    /// The caller may not do this.
    #[oai(status = 403)]
    Forbidden(ProblemJson),
    /// There is nothing here, or it belongs to somebody else; both look the same.
    #[oai(status = 404)]
    NotFound(ProblemJson),
    /// The state of things forbids it: read again and decide.
    #[oai(status = 409)]
    Conflict(
        ProblemJson,
        /// Seconds to wait, when waiting helps.
        #[oai(header = "Retry-After")]
        Option<i32>,
    ),
    /// The request was understood and is refused.
    #[oai(status = 422)]
    Rejected(ProblemJson),
    /// Too many requests.
    #[oai(status = 429)]
    Throttled(
        ProblemJson,
        /// Seconds to wait.
        #[oai(header = "Retry-After")]
        Option<i32>,
    ),
    /// Something went wrong on our side.
    #[oai(status = 500)]
    Internal(ProblemJson),
    /// Something we depend on is out; nothing is lost, try again.
    #[oai(status = 503)]
    Unavailable(
        ProblemJson,
        /// Seconds to wait.
        #[oai(header = "Retry-After")]
        Option<i32>,
    ),
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
        let retry_after = fault
            .retry_after_seconds()
            .and_then(|seconds| i32::try_from(seconds).ok());
        match fault.kind() {
            Kind::Invalid => Self::Invalid(told(StatusCode::BAD_REQUEST, fault)),
            Kind::Unauthenticated => {
                Self::Unauthenticated(told(StatusCode::UNAUTHORIZED, fault), "Bearer".to_owned())
            }
            Kind::Forbidden => Self::Forbidden(told(StatusCode::FORBIDDEN, fault)),
            Kind::NotFound => Self::NotFound(Problem::not_found().into()),
            Kind::Conflict => Self::Conflict(told(StatusCode::CONFLICT, fault), retry_after),
            Kind::Rejected => Self::Rejected(told(StatusCode::UNPROCESSABLE_ENTITY, fault)),
            Kind::Throttled => Self::Throttled(
                told(StatusCode::TOO_MANY_REQUESTS, fault),
                retry_after.or(Some(1)),
            ),
            Kind::Unavailable => Self::Unavailable(
                told(StatusCode::SERVICE_UNAVAILABLE, fault),
                retry_after.or(Some(5)),
            ),
            Kind::Internal => Self::Internal(Problem::internal().into()),
        }
    }
}

fn told(status: StatusCode, fault: &dyn Fault) -> ProblemJson {
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
