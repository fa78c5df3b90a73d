//! Gives the framework's own errors the shape of ours, and keeps its words to ourselves.

use kernel::FieldFault;
use poem::Response;
use poem::error::{MethodNotAllowedError, NotFoundError, ReadBodyError};
use poem::http::header::{ALLOW, RETRY_AFTER, WWW_AUTHENTICATE};
use poem::http::{HeaderValue, StatusCode};
use poem_openapi::OperationId;
use poem_openapi::error::{
    AuthorizationError, ContentTypeError, ParseMultipartError, ParseParamError, ParsePathError,
    ParseRequestPayloadError,
};
use tracing::{debug, error};

use crate::body::Refused;
use crate::context::current_request_id;
use crate::document::ApiDocument;
use crate::idempotency;
use crate::problem::Problem;
use crate::told::Told;

/// What is still known about a request after its handler has taken it.
pub(crate) struct Asked<'a> {
    pub(crate) path: &'a str,
    pub(crate) has_idempotency_key: bool,
    pub(crate) is_known_method: bool,
    pub(crate) body: &'a [u8],
}

/// The answer to an error that is not a handler's own.
pub(crate) fn translate(error: poem::Error, asked: &Asked<'_>, document: &ApiDocument) -> Response {
    if error.is_from_response() {
        return error.into_response();
    }
    debug!(request.id = %current_request_id(), error = %error, "a request was refused");
    if error.is::<NotFoundError>() || error.is::<ParsePathError>() {
        // The framework knows no route for methods that no operation has.
        if !asked.is_known_method && !document.methods_of(asked.path).is_empty() {
            return method_not_allowed(asked, document);
        }
        return Problem::not_found().respond(StatusCode::NOT_FOUND);
    }
    if error.is::<MethodNotAllowedError>() {
        return method_not_allowed(asked, document);
    }
    if error.is::<AuthorizationError>() {
        return unauthenticated();
    }
    if let Some(ReadBodyError::PayloadTooLarge) = error.downcast_ref() {
        return too_large();
    }
    let operation = error
        .data::<OperationId>()
        .and_then(|id| document.operation(id.0));
    if let Some(refused) = error.downcast_ref::<ContentTypeError>() {
        let taken = operation.and_then(|it| ApiDocument::body_type(it));
        return content_type(refused, taken.unwrap_or("application/json"));
    }
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
    let mut response = Told::METHOD_NOT_ALLOWED.respond("This address does not take that method.");
    if let Ok(value) = HeaderValue::try_from(names.join(", ")) {
        response.headers_mut().insert(ALLOW, value);
    }
    response
}

/// No credentials, or such as cannot be read.
fn unauthenticated() -> Response {
    let mut response = Told::UNAUTHENTICATED
        .respond("This needs credentials, and none that could be read were sent.");
    response
        .headers_mut()
        .insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

fn content_type(refused: &ContentTypeError, taken: &str) -> Response {
    let what = match refused {
        ContentTypeError::NotSupported { .. } => "is of a type that is not taken here",
        ContentTypeError::ExpectContentType => "has no Content-Type",
    };
    Told::UNSUPPORTED_MEDIA_TYPE.respond(&format!("The body {what}; send {taken}."))
}

/// The body has more bytes than allowed.
pub(crate) fn too_large() -> Response {
    Told::BODY_TOO_LARGE.respond("The body is larger than is taken here.")
}

fn parameter(refused: &ParseParamError, asked: &Asked<'_>, rule: Option<String>) -> Response {
    if refused.name == idempotency::HEADER {
        return if asked.has_idempotency_key {
            Told::KEY_MALFORMED
                .respond("The header Idempotency-Key is not 1 to 255 visible ASCII characters.")
        } else {
            Told::KEY_MISSING.respond(
                "This needs the header Idempotency-Key: a new one for each thing that you want \
                 done, the same one when you send the request again.",
            )
        };
    }
    let rule = rule.unwrap_or_else(|| "not what belongs here".to_owned());
    invalid(vec![FieldFault::new(refused.name, "malformed", rule)])
}

fn invalid(faults: Vec<FieldFault>) -> Response {
    Told::INVALID_REQUEST
        .problem("Some fields of the request are not valid.")
        .with_errors(faults)
        .respond(Told::INVALID_REQUEST.status)
}

/// The answer to a body that was not taken.
pub(crate) fn refused_body(refused: Refused) -> Response {
    match refused {
        Refused::TooLarge => too_large(),
        Refused::Faulty(faults) => invalid(faults),
        Refused::TooComplex => {
            Told::BODY_TOO_COMPLEX.respond("The body has more than 150,000 values.")
        }
        Refused::Broken => Told::MALFORMED_BODY.respond("The body is incomplete."),
        Refused::TooSlow => Told::BODY_TOO_SLOW.respond("The body did not arrive in time."),
        Refused::NoRoom => {
            let mut response = Told::OVERLOADED
                .respond("Too many bodies are being received at the moment; try again soon.");
            let headers = response.headers_mut();
            headers.insert(RETRY_AFTER, HeaderValue::from_static("2"));
            response
        }
    }
}

fn malformed_json(why: &serde_json::Error, body: &[u8]) -> Response {
    if body.is_empty() {
        return Told::MALFORMED_JSON.respond("The body is empty; send JSON.");
    }
    let (line, column) = (why.line(), why.column());
    Told::MALFORMED_JSON.respond(&format!(
        "The body is not JSON: look at line {line}, column {column}."
    ))
}

fn other(error: &poem::Error) -> Response {
    let status = error.status();
    if status == StatusCode::NOT_FOUND {
        return Problem::not_found().respond(status);
    }
    if status.is_client_error() {
        return Told::INVALID_REQUEST.respond("The request cannot be understood.");
    }
    error!(request.id = %current_request_id(), error = %error, "a request failed");
    Problem::internal().respond(StatusCode::INTERNAL_SERVER_ERROR)
}
