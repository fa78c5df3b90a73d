//! One request and its answer, as logs and figures see them. Nothing about people goes in here.

use std::sync::Arc;
use std::time::Instant;

use kernel::ids::{RequestId, TenantId};
use kernel::trace::TARGET;
use metrics::SharedString;
use poem::http::header::HeaderName;
use poem::http::{HeaderMap, HeaderValue, Method, StatusCode};
use tracing::field::Empty;
use tracing::{Span, info, info_span};

use crate::compression::Encoding;
use crate::context::{Target, with_request_id_now};
use crate::headers::{REQUEST_ID, TRACEPARENT};
use crate::limits::RateHeaders;
use crate::telemetry::traces;

/// What is noted about a request on its way.
pub(crate) struct Exchange {
    pub(crate) request_id: RequestId,
    pub(crate) tenant_id: Option<TenantId>,
    pub(crate) allowed_origin: Option<HeaderValue>,
    pub(crate) is_storefront: bool,
    pub(crate) rate: Option<RateHeaders>,
    pub(crate) route: Option<Arc<str>>,
    pub(crate) is_cached: bool,
    /// What the client reads, when answers are compressed.
    pub(crate) encoding: Option<Encoding>,
    method: Method,
    trace_id: String,
    correlation: Option<String>,
    started: Instant,
    /// What is traced of the request, if anything.
    pub(crate) span: Span,
}

impl Exchange {
    pub(crate) fn new(request_id: RequestId, method: &Method, headers: &HeaderMap) -> Self {
        let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let span = with_request_id_now(request_id, || {
            traces::begin(
                text(&TRACEPARENT).filter(|it| trace_id(it).is_some()),
                || {
                    info_span!(
                        target: TARGET,
                        "http.request",
                        otel.kind = "server",
                            otel.status_code = Empty,
                        http.request.method = method_name(method),
                        http.route = Empty,
                        http.response.status_code = Empty,
                        request.id = %request_id,
                        tenant.id = Empty,
                    )
                },
            )
        });
        Self {
            request_id,
            tenant_id: None,
            allowed_origin: None,
            is_storefront: false,
            rate: None,
            route: None,
            is_cached: false,
            encoding: None,
            method: method.clone(),
            trace_id: text(&TRACEPARENT)
                .and_then(trace_id)
                .map_or_else(|| request_id.uuid().simple().to_string(), str::to_owned),
            correlation: text(&REQUEST_ID)
                .filter(|id| is_correlation(id))
                .map(str::to_owned),
            started: Instant::now(),
            span,
        }
    }

    pub(crate) fn enter(&mut self, target: &Target) {
        if let Target::Storefront(storefront) = target {
            self.tenant_id = Some(storefront.tenant_id);
            self.is_storefront = true;
        }
    }

    /// Writes the line and counts the figures. Labels never name a tenant: there can be too many.
    pub(crate) fn record(&self, status: StatusCode) {
        let took = self.started.elapsed();
        let route = self.route.clone().unwrap_or_else(|| Arc::from("unmatched"));
        let method = method_name(&self.method);
        let tenant_id = self.tenant_id.map(tracing::field::display);
        let duration_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        info!(
            target: "access",
            {
                request.id = %self.request_id,
                trace.id = %self.trace_id,
                tenant.id = tenant_id,
                correlation = self.correlation.as_deref(),
                method,
                route = %route,
                status = status.as_u16(),
                duration_ms,
                cached = self.is_cached,
            },
            "request answered"
        );
        self.end_span(method, &route, status);
        metrics::histogram!(
            "http_server_request_duration_seconds",
            "http_request_method" => method,
            "http_route" => SharedString::from(route),
            "http_response_status_code" => status_name(status),
        )
        .record(took.as_secs_f64());
    }
}

impl Exchange {
    fn end_span(&self, method: &str, route: &str, status: StatusCode) {
        if self.span.is_none() {
            return;
        }
        traces::rename(&self.span, format!("{method} {route}"));
        self.span.record("http.route", route);
        let code = status.as_u16();
        self.span.record("http.response.status_code", code);
        if let Some(tenant_id) = self.tenant_id {
            self.span
                .record("tenant.id", tracing::field::display(tenant_id));
        }
        if status.is_server_error() {
            self.span.record("otel.status_code", "ERROR");
        }
    }
}

/// The trace id of a valid `traceparent`, version 00.
fn trace_id(traceparent: &str) -> Option<&str> {
    let is_hex = |text: &str| {
        text.bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && text.bytes().any(|byte| byte != b'0')
    };
    let mut parts = traceparent.split('-');
    let (version, trace, parent, flags) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_valid = version == "00"
        && parts.next().is_none()
        && trace.len() == 32
        && parent.len() == 16
        && flags.len() == 2
        && is_hex(trace)
        && is_hex(parent);
    is_valid.then_some(trace)
}

/// A client's own id is noted beside ours when it cannot be anything but an id.
fn is_correlation(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// Methods come from the wire; only known ones become labels.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}

fn status_name(status: StatusCode) -> SharedString {
    match status.as_u16() {
        200 => SharedString::const_str("200"),
        201 => SharedString::const_str("201"),
        204 => SharedString::const_str("204"),
        304 => SharedString::const_str("304"),
        404 => SharedString::const_str("404"),
        other => SharedString::from(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_valid_trace_is_continued() {
        let trace = "0af7651916cd43dd8448eb211c80319c";
        assert_eq!(
            trace_id("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            Some(trace)
        );
        for wrong in [
            "",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
        ] {
            assert_eq!(trace_id(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_clients_id_is_noted_when_it_is_an_id() {
        assert!(is_correlation("abc-DEF_123"));
        for wrong in ["", "a b", "a\"b", "ü", &"a".repeat(65)] {
            assert!(!is_correlation(wrong), "{wrong}");
        }
    }
}
