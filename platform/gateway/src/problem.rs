//! The body of every error: RFC 9457 problem details with a stable code.

use std::borrow::Cow;

use kernel::FieldFault;
use poem::http::StatusCode;
use poem::{IntoResponse, Response};
use poem_openapi::Object;
use poem_openapi::payload::Payload;
use poem_openapi::registry::{MetaSchemaRef, Registry};
use poem_openapi::types::Type;
use serde::Serialize;

/// What went wrong with a request.
///
/// Some problems say more in further members, named in the description of their operation:
/// `current_total` of a cart that has changed, `available` of stock that is short.
#[derive(Debug, Clone, Serialize, Object)]
pub struct Problem {
    /// Identifies the kind of problem; ends with its `code`.
    #[serde(rename = "type")]
    #[oai(rename = "type")]
    pub kind: String,
    /// The kind of problem in a few words, the same for every problem with this status.
    pub title: String,
    /// The status of the response.
    pub status: i32,
    /// What a program tells this problem by. It never changes.
    pub code: String,
    /// What is wrong with this request, for people.
    pub detail: String,
    /// The fields that are wrong, when fields are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[oai(default, skip_serializing_if_is_empty)]
    pub errors: Vec<FieldProblem>,
    /// The id of the request; name it when you ask for help.
    pub request_id: String,
    /// Further facts that belong to the code.
    #[serde(flatten)]
    #[oai(skip)]
    pub members: serde_json::Map<String, serde_json::Value>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct FieldProblem {
    /// Where: a JSON pointer into the body (`/lines/0/quantity`), or the name of a parameter or
    /// header.
    pub pointer: String,
    /// What a program tells the fault by. It never changes.
    pub code: String,
    /// What would be right, for people.
    pub detail: String,
}

impl From<FieldFault> for FieldProblem {
    fn from(fault: FieldFault) -> Self {
        let FieldFault {
            pointer,
            code,
            detail,
        } = fault;
        Self {
            pointer,
            code: code.to_owned(),
            detail,
        }
    }
}

impl Problem {
    /// A problem of the request that is being answered.
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:problem-type:stoa:{code}"),
            title: title(status).into_owned(),
            status: i32::from(status.as_u16()),
            code: code.to_owned(),
            detail: detail.into(),
            errors: Vec::new(),
            request_id: crate::context::current_request_id().to_string(),
            members: serde_json::Map::new(),
        }
    }

    /// The one body of every 404: what is absent and what belongs to somebody else look the same.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "There is nothing here.")
    }

    /// The one body of every 500. What happened is in the log, under the request's id.
    pub fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side. It has been recorded under this request's id.",
        )
    }

    /// The same problem, naming the fields that are wrong.
    #[must_use]
    pub fn with_errors(mut self, errors: impl IntoIterator<Item = FieldFault>) -> Self {
        self.errors.extend(errors.into_iter().map(Into::into));
        self
    }

    /// A response with this problem and its status.
    pub fn respond(self, status: StatusCode) -> Response {
        let mut response = ProblemJson::from(self).into_response();
        response.set_status(status);
        response
    }
}

fn title(status: StatusCode) -> Cow<'static, str> {
    Cow::Borrowed(match status.as_u16() {
        400 => "Malformed request",
        401 => "Not authenticated",
        403 => "Not allowed",
        404 => "Not found",
        405 => "Method not allowed",
        408 => "Request took too long",
        409 => "Conflict",
        410 => "Gone",
        413 => "Request too large",
        415 => "Unsupported media type",
        422 => "Request refused",
        429 => "Too many requests",
        500 => "Internal error",
        503 => "Unavailable",
        _ => return Cow::Owned(status.canonical_reason().unwrap_or("Error").to_owned()),
    })
}

/// A [`Problem`] as `application/problem+json`.
#[derive(Debug, Clone)]
pub struct ProblemJson(Box<Problem>);

impl ProblemJson {
    /// The problem.
    pub fn problem(&self) -> &Problem {
        &self.0
    }
}

impl From<Problem> for ProblemJson {
    fn from(problem: Problem) -> Self {
        Self(Box::new(problem))
    }
}

impl Payload for ProblemJson {
    const CONTENT_TYPE: &'static str = "application/problem+json";

    fn schema_ref() -> MetaSchemaRef {
        Problem::schema_ref()
    }

    fn register(registry: &mut Registry) {
        Problem::register(registry);
    }
}

impl IntoResponse for ProblemJson {
    fn into_response(self) -> Response {
        // Strings, numbers and objects always become JSON; an empty body would still be an answer.
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        Response::builder()
            .content_type(Self::CONTENT_TYPE)
            .body(body)
    }
}
