//! Gives the framework's own errors the shape of ours, and keeps its words to ourselves.

use kernel::FieldFault;
use poem::Response;
use poem::error::{MethodNotAllowedError, NotFoundError, ReadBodyError};
use poem::http::header::{ALLOW, WWW_AUTHENTICATE};
use poem::http::{HeaderValue, StatusCode};
use poem_openapi::OperationId;
use poem_openapi::error::{
    AuthorizationError, ContentTypeError, ParseMultipartError, ParseParamError, ParsePathError,
    ParseRequestPayloadError,
};
use tracing::{debug, error};

use crate::context::current_request_id;
use crate::document::ApiDocument;
use crate::idempotency;
use crate::problem::Problem;

/// What is still known about a request after its handler has taken it.
pub(crate) struct Asked<'a> {
    pub(crate) path: &'a str,
    pub(crate) has_idempotency_key: bool,
    pub(crate) body: &'a [u8],
}

/// The answer to an error that is not a handler's own.
pub(crate) fn translate(error: poem::Error, asked: &Asked<'_>, document: &ApiDocument) -> Response {
    if error.is_from_response() {
        return error.into_response();
    }
    debug!(request.id = %current_request_id(), error = %error, "a request was refused");
    if error.is::<NotFoundError>() || error.is::<ParsePathError>() {
        return Problem::not_found().respond(StatusCode::NOT_FOUND);
    }
    if error.is::<MethodNotAllowedError>() {
        return method_not_allowed(asked, document);
    }
    if error.is::<AuthorizationError>() {
        return unauthenticated();
    }
    if let Some(refused) = error.downcast_ref::<ContentTypeError>() {
        return content_type(refused);
    }
    if let Some(ReadBodyError::PayloadTooLarge) = error.downcast_ref() {
        return too_large();
    }
    let operation = error
        .data::<OperationId>()
        .and_then(|id| document.operation(id.0));
    if let Some(refused) = error.downcast_ref::<ParseParamError>() {
        let rule = operation.and_then(|it| document.rule_of_parameter(it, refused.name));
        return parameter(refused, asked, rule);
    }
    if error.is::<ParseRequestPayloadError>() {
        return match serde_json::from_slice(asked.body) {
            Ok(body) => {
                invalid(operation.map_or_else(Vec::new, |it| document.faults_of_body(it, &body)))
            }
            Err(why) => malformed_json(&why, asked.body),
        };
    }
    if error.is::<ParseMultipartError>() {
        return invalid(Vec::new());
    }
    other(&error)
}

fn method_not_allowed(asked: &Asked<'_>, document: &ApiDocument) -> Response {
    let methods = document.methods_of(asked.path);
    let names: Vec<&str> = methods.iter().map(|method| method.as_str()).collect();
    let mut response = Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "This address does not take that method.",
    )
    .respond(StatusCode::METHOD_NOT_ALLOWED);
    if let Ok(value) = HeaderValue::try_from(names.join(", ")) {
        response.headers_mut().insert(ALLOW, value);
    }
    response
}

/// No credentials, or such as cannot be read.
fn unauthenticated() -> Response {
    let mut response = Problem::new(
        StatusCode::UNAUTHORIZED,
        "unauthenticated",
        "This needs credentials, and none that could be read were sent.",
    )
    .respond(StatusCode::UNAUTHORIZED);
    response
        .headers_mut()
        .insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

fn content_type(refused: &ContentTypeError) -> Response {
    let (code, detail) = match refused {
        ContentTypeError::NotSupported { .. } => (
            "unsupported_media_type",
            "The body is of a type that is not taken here; send application/json.",
        ),
        ContentTypeError::ExpectContentType => (
            "unsupported_media_type",
            "The body has no Content-Type; send application/json.",
        ),
    };
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, code, detail)
        .respond(StatusCode::UNSUPPORTED_MEDIA_TYPE)
}

/// The body has more bytes than allowed.
pub(crate) fn too_large() -> Response {
    Problem::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "body_too_large",
        "The body is larger than is taken here.",
    )
    .respond(StatusCode::PAYLOAD_TOO_LARGE)
}

fn parameter(refused: &ParseParamError, asked: &Asked<'_>, rule: Option<String>) -> Response {
    if refused.name == idempotency::HEADER {
        let (code, detail) = if asked.has_idempotency_key {
            (
                "idempotency_key_malformed",
                "The header Idempotency-Key is not 1 to 255 visible ASCII characters.",
            )
        } else {
            (
                "idempotency_key_missing",
                "This needs the header Idempotency-Key: a new one for each thing that you want \
                 done, the same one when you send the request again.",
            )
        };
        return Problem::new(StatusCode::BAD_REQUEST, code, detail)
            .respond(StatusCode::BAD_REQUEST);
    }
    let rule = rule.unwrap_or_else(|| "not what belongs here".to_owned());
    invalid(vec![FieldFault::new(refused.name, "malformed", rule)])
}

fn invalid(faults: Vec<FieldFault>) -> Response {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "invalid_request",
        "Some fields of the request are not valid.",
    )
    .with_errors(faults)
    .respond(StatusCode::BAD_REQUEST)
}

/// The body ended early, or is nested beyond reason.
pub(crate) fn malformed_body() -> Response {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "malformed_body",
        "The body is incomplete, nested more than 64 deep, or has too many values.",
    )
    .respond(StatusCode::BAD_REQUEST)
}

fn malformed_json(why: &serde_json::Error, body: &[u8]) -> Response {
    let detail = if body.is_empty() {
        "The body is empty; send JSON.".to_owned()
    } else {
        format!(
            "The body is not JSON: look at line {}, column {}.",
            why.line(),
            why.column()
        )
    };
    Problem::new(StatusCode::BAD_REQUEST, "malformed_json", detail).respond(StatusCode::BAD_REQUEST)
}

fn other(error: &poem::Error) -> Response {
    let status = error.status();
    if status == StatusCode::NOT_FOUND {
        return Problem::not_found().respond(status);
    }
    if status.is_client_error() {
        return Problem::new(status, "bad_request", "The request cannot be understood.")
            .respond(status);
    }
    error!(request.id = %current_request_id(), error = %error, "a request failed");
    Problem::internal().respond(StatusCode::INTERNAL_SERVER_ERROR)
}
