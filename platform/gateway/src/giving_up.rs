//! Answers of a request that came to no end of its own.

use std::any::Any;

use poem::Response;
use poem::http::header::RETRY_AFTER;
use poem::http::{HeaderMap, HeaderValue, StatusCode};
use tracing::error;

use crate::problem::Problem;
use crate::told::Told;

pub(crate) fn panicked(panic: &(dyn Any + Send)) -> Response {
    let message = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("something that is not text");
    error!(request.id = %crate::context::current_request_id(), message, "a handler panicked");
    Problem::internal().respond(StatusCode::INTERNAL_SERVER_ERROR)
}

pub(crate) fn too_slow() -> Response {
    let mut response =
        Told::DEADLINE_EXCEEDED.respond("The request took too long and was given up.");
    retry_after(response.headers_mut());
    response
}

fn retry_after(headers: &mut HeaderMap) {
    headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
}
