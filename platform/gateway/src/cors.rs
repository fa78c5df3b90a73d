//! Which pages may call from a browser: those of the storefront's own hosts, and no others.
//!
//! Credentials are tokens in headers, never cookies, so `Access-Control-Allow-Credentials` is
//! never sent.

use kernel::host::Host;
use kernel::ports::StorefrontRef;
use poem::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN,
    VARY,
};
use poem::http::{HeaderMap, HeaderValue, Method, StatusCode};
use poem::{Request, Response};

const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, POST, PATCH, PUT, DELETE");
const REQUEST_HEADERS: HeaderValue = HeaderValue::from_static(
    "Authorization, Cart-Token, Content-Type, Idempotency-Key, If-Match, If-None-Match, \
     Order-Token, Stoa-Publishable-Key, X-Request-Id, traceparent",
);
const RESPONSE_HEADERS: HeaderValue = HeaderValue::from_static(
    "ETag, Idempotent-Replayed, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id",
);
const REMEMBER: HeaderValue = HeaderValue::from_static("600");
const VARY_ORIGIN: HeaderValue = HeaderValue::from_static("Origin");

/// The host of a page's origin, when it has one: `https://shop.example`, or in development
/// `http://shop.localhost:5173`. `null` and anything that is not ASCII have none.
pub(crate) fn origin_host(origin: &HeaderValue, allow_http: bool) -> Option<Host> {
    let origin = origin.to_str().ok()?;
    let authority = match origin.strip_prefix("https://") {
        Some(authority) => authority,
        None if allow_http => origin.strip_prefix("http://")?,
        None => return None,
    };
    let host = Host::parse(authority).ok()?;
    // Exactly as browsers write it: no port, no trailing dot, no capitals.
    (allow_http || authority == host.as_str()).then_some(host)
}

/// The origin of the request when it is one of the storefront's own.
pub(crate) fn allowed_origin(
    request: &Request,
    storefront: &StorefrontRef,
    allow_http: bool,
) -> Option<HeaderValue> {
    let origin = request.headers().get(ORIGIN)?;
    let host = origin_host(origin, allow_http)?;
    storefront.hosts.contains(&host).then(|| origin.clone())
}

/// Whether a browser asks if it may send a request.
pub(crate) fn is_preflight(request: &Request) -> bool {
    *request.method() == Method::OPTIONS
        && request.headers().contains_key(ORIGIN)
        && request
            .headers()
            .contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

/// The answer to a preflight. Without an allowed origin it allows nothing.
pub(crate) fn preflight(is_allowed: bool) -> Response {
    let mut response = Response::builder().status(StatusCode::NO_CONTENT).finish();
    if is_allowed {
        let headers = response.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        headers.insert(ACCESS_CONTROL_MAX_AGE, REMEMBER);
    }
    response
}

/// Says on an answer which page may read it.
pub(crate) fn apply(headers: &mut HeaderMap, allowed: Option<HeaderValue>) {
    headers.entry(VARY).or_insert(VARY_ORIGIN);
    if let Some(origin) = allowed {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host_of(origin: &[u8], allow_http: bool) -> Option<String> {
        origin_host(&HeaderValue::from_bytes(origin).unwrap(), allow_http)
            .map(|host| host.as_str().to_owned())
    }

    #[test]
    fn only_an_exact_https_origin_has_a_host() {
        assert_eq!(
            host_of(b"https://shop.example", false).as_deref(),
            Some("shop.example")
        );
        for origin in [
            &b"null"[..],
            b"",
            b"http://shop.example",
            b"https://shop.example:8443",
            b"https://shop.example.",
            b"https://shop.example/",
            b"https://SHOP.example",
            b"https://user@shop.example",
            b"https://sh\xf6p.example",
            b"file://",
        ] {
            assert_eq!(host_of(origin, false), None, "{origin:?}");
        }
    }

    #[test]
    fn development_may_use_http_and_any_port() {
        assert_eq!(
            host_of(b"http://shop.localhost:5173", true).as_deref(),
            Some("shop.localhost")
        );
        assert_eq!(host_of(b"null", true), None);
        assert_eq!(host_of(b"sh\xf6p.localhost", true), None);
    }
}
