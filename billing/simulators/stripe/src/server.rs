//! HTTP: reads a request, finds who answers it, writes the answer, or cuts the connection.

use std::sync::Arc;

use poem::{
    Body, Endpoint, Request, Response,
    http::{Method, StatusCode},
};
use serde_json::json;

use crate::{
    api, control,
    exchange::{Answer, Received},
    pages,
    sim::Sim,
};

const MAX_BODY: usize = 1024 * 1024;

/// Why a connection's task was ended on purpose.
struct ConnectionCut;

/// The only endpoint.
pub(crate) struct Front(pub(crate) Arc<Sim>);

impl Endpoint for Front {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let (request, body) = request.into_parts();
        let body = body.into_bytes_limit(MAX_BODY).await;
        let Ok(body) = body else {
            return Ok(plain(
                StatusCode::PAYLOAD_TOO_LARGE,
                "The request is too large",
            ));
        };
        let Ok(body) = String::from_utf8(body.into()) else {
            return Ok(plain(StatusCode::BAD_REQUEST, "The request is not UTF-8"));
        };
        if request.method == Method::OPTIONS {
            return Ok(preflight());
        }
        let received = Received {
            method: request.method.as_str().to_owned(),
            path: request.uri.path().to_owned(),
            query: request.uri.query().unwrap_or_default().to_owned(),
            headers: request.headers,
            body,
        };
        let answer = if received.path.starts_with("/_sim/") {
            control::answer(&self.0, &received)
        } else if received.path.starts_with("/setup/") {
            pages::onboarding(&self.0, &received)
        } else if received.path == "/v3/" {
            pages::script()
        } else {
            api::answer(&self.0, received).await
        };
        Ok(match answer {
            Answer::Send {
                status,
                headers,
                body,
            } => respond(status, headers, body),
            Answer::Cut => cut(),
        })
    }
}

/// Ends the connection's task without an answer. Unwinding is the one way out of a request that
/// makes the server drop the socket instead of writing something; the panic hook is not called.
fn cut() -> Response {
    std::panic::resume_unwind(Box::new(ConnectionCut))
}

fn respond(status: u16, headers: Vec<(&'static str, String)>, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(name, value);
    }
    response.body(Body::from_string(body))
}

fn plain(status: StatusCode, message: &str) -> Response {
    let error = json!({ "error": { "type": "invalid_request_error", "message": message } });
    Response::builder()
        .status(status)
        .header("content-type", "application/json")
        .body(error.to_string())
}

fn preflight() -> Response {
    Response::builder()
        .status(StatusCode::OK)
        .header("access-control-allow-origin", "*")
        .header(
            "access-control-allow-methods",
            "GET, HEAD, PUT, PATCH, POST, DELETE",
        )
        .header(
            "access-control-allow-headers",
            "authorization, content-type, idempotency-key, stripe-account, stripe-version",
        )
        .header("access-control-max-age", "300")
        .finish()
}
