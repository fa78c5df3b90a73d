//! What is counted and traced of calls: where they go and how they end, never what is in them.

use hyper::Method;
use kernel::trace::TARGET;
use tracing::field::Empty;
use tracing::{Span, info_span};

/// What is traced of a call: where it goes, and not which object it is about.
pub(super) fn span(method: &Method, path: &str) -> Span {
    if !kernel::trace::is_on() {
        return Span::none();
    }
    let route = route(path);
    info_span!(
        target: TARGET,
        "provider.call",
        otel.kind = "client",
        otel.name = format!("{method} {route}"),
        otel.status_code = Empty,
        http.request.method = method.as_str(),
        http.response.status_code = Empty,
        url.template = route,
        peer.service = "stripe",
    )
}

/// A path of Stripe's, without its query and the ids in it: every second part is one.
fn route(path: &str) -> String {
    let parts = path.split('?').next().unwrap_or_default().split('/');
    let parts: Vec<&str> = parts
        .skip(1)
        .enumerate()
        .map(|(place, part)| if place % 2 == 1 { "{id}" } else { part })
        .collect();
    format!("/v1/{}", parts.join("/"))
}

/// Counts a call by how it ended.
pub(super) fn count(outcome: &'static str) {
    metrics::counter!("provider_calls_total", "provider" => "stripe", "outcome" => outcome)
        .increment(1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_names_no_object() {
        for (path, expected) in [
            ("/payment_intents", "/v1/payment_intents"),
            (
                "/payment_intents/pi_1?expand[]=latest_charge",
                "/v1/payment_intents/{id}",
            ),
            ("/transfers/tr_1/reversals", "/v1/transfers/{id}/reversals"),
            (
                "/transfers/tr_1/reversals/trr_1",
                "/v1/transfers/{id}/reversals/{id}",
            ),
            (
                "/balance_transactions?limit=100",
                "/v1/balance_transactions",
            ),
        ] {
            assert_eq!(route(path), expected);
        }
    }
}
