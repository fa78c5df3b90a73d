//! Headers that every answer carries, errors included.

use kernel::ids::RequestId;
use poem::http::header::{
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, SERVER, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use poem::http::{HeaderMap, HeaderName, HeaderValue};

/// The id of the request, made here.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Selects the storefront on a host of the platform.
pub const PUBLISHABLE_KEY: HeaderName = HeaderName::from_static("stoa-publishable-key");
/// The caller's trace (W3C Trace Context).
pub(crate) const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// Without `includeSubDomains`: a tenant's own domain has names that are not ours.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000");
const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");
const NO_REFERRER: HeaderValue = HeaderValue::from_static("no-referrer");
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// Puts the headers on an answer. A page may bring a `Content-Security-Policy` of its own.
pub(crate) fn apply(headers: &mut HeaderMap, request_id: RequestId) {
    headers.remove(SERVER);
    headers.insert(STRICT_TRANSPORT_SECURITY, HSTS);
    headers.insert(X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    headers.insert(REFERRER_POLICY, NO_REFERRER);
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(NOTHING);
    let id = HeaderValue::try_from(request_id.to_string());
    headers.insert(
        REQUEST_ID,
        id.unwrap_or(HeaderValue::from_static("unknown")),
    );
}
