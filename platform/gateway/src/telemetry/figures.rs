//! Figures for Prometheus, on a port of their own: what there is, and what each means.

use std::net::SocketAddr;

use metrics::{describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder};

/// Upper bounds of the histograms, in seconds.
const BUCKETS: [f64; 13] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0,
];

/// What kind of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Only grows.
    Counter,
    /// Goes up and down.
    Gauge,
    /// How often what took how long.
    Histogram,
}

/// Every metric of the program, with what it means. A test holds this, docs/OPERATIONS.md and the code
/// equal; the checks of alerts and dashboards read the page.
pub const METRICS: &[(&str, Kind, &str)] = &[
    (
        "auth_failures_total",
        Kind::Counter,
        "Sign-ins that were refused, by reason.",
    ),
    (
        "books_compared_timestamp_seconds",
        Kind::Gauge,
        "The moment that the last comparison of ledger and provider looked at, by currency.",
    ),
    (
        "books_minus_provider_minor_units",
        Kind::Gauge,
        "Ledger minus the provider's balance, by currency.",
    ),
    (
        "build_info",
        Kind::Gauge,
        "1, with the version of the program.",
    ),
    (
        "cache_requests_total",
        Kind::Counter,
        "Look-ups in a cache, by cache and outcome.",
    ),
    (
        "cart_takeovers_total",
        Kind::Counter,
        "Carts of guests who signed in, by what became of them.",
    ),
    (
        "connections_refused_total",
        Kind::Counter,
        "Connections closed because there was no place left.",
    ),
    (
        "db_client_connections_max",
        Kind::Gauge,
        "Connections that a pool may have, by pool.",
    ),
    (
        "db_client_connections_pending",
        Kind::Gauge,
        "Transactions that wait for a connection, by pool.",
    ),
    (
        "db_client_connections_timeouts_total",
        Kind::Counter,
        "Transactions that were given no connection in time, by pool.",
    ),
    (
        "db_client_connections_usage",
        Kind::Gauge,
        "Connections to the database, by pool and state.",
    ),
    (
        "http_server_request_duration_seconds",
        Kind::Histogram,
        "How long requests took, by method, route and status.",
    ),
    (
        "job_duration_seconds",
        Kind::Histogram,
        "How long messages of the outbox took, by queue.",
    ),
    (
        "jobs_processed_total",
        Kind::Counter,
        "Messages of the outbox that were handled, by queue, topic and outcome.",
    ),
    (
        "mail_failover_total",
        Kind::Counter,
        "E-mails that the first provider did not take.",
    ),
    (
        "mail_total",
        Kind::Counter,
        "E-mails handed to the mail server, by outcome.",
    ),
    (
        "money_without_order_seconds",
        Kind::Gauge,
        "How long ago the oldest payment succeeded whose order was not told of it.",
    ),
    (
        "documents_refused_total",
        Kind::Counter,
        "Invoices and credit notes that were not issued because amounts do not add up.",
    ),
    (
        "orders_paid_too_late_total",
        Kind::Counter,
        "Orders that were cancelled when their payment came; it is given back.",
    ),
    (
        "orders_shipped_unpaid_total",
        Kind::Counter,
        "Orders of which units were shipped when the authorization of their payment ended.",
    ),
    (
        "orders_placed_total",
        Kind::Counter,
        "Orders that were placed.",
    ),
    ("outbox_dead", Kind::Gauge, "Messages that were set aside."),
    (
        "outbox_oldest_pending_seconds",
        Kind::Gauge,
        "Age of the oldest message that should have been handled by now.",
    ),
    (
        "outbox_pending",
        Kind::Gauge,
        "Messages that should have been handled by now.",
    ),
    (
        "page_render_seconds",
        Kind::Histogram,
        "How long rendering a page of a web shop took.",
    ),
    (
        "pages_rendered_total",
        Kind::Counter,
        "Pages of web shops that were made, by outcome.",
    ),
    (
        "payments_total",
        Kind::Counter,
        "Payments, by provider and outcome.",
    ),
    (
        "payments_without_order",
        Kind::Gauge,
        "Payments that succeeded five minutes ago or earlier, and whose orders do not know it.",
    ),
    (
        "provider_call_duration_seconds",
        Kind::Histogram,
        "How long calls of the payment provider took, by provider.",
    ),
    (
        "provider_calls_total",
        Kind::Counter,
        "Calls of the payment provider, by provider and outcome.",
    ),
    (
        "product_document_lag_seconds",
        Kind::Histogram,
        "Time from a product's change until its document was put.",
    ),
    (
        "product_document_reads_total",
        Kind::Counter,
        "Products that storefronts were shown, by whether a document was read.",
    ),
    (
        "rate_limited_total",
        Kind::Counter,
        "Requests refused by a rate limit, by class.",
    ),
    (
        "rate_limits_counted_total",
        Kind::Counter,
        "Requests counted while Redis should count for all processes, by outcome.",
    ),
    (
        "redis_connected",
        Kind::Gauge,
        "1 while Redis counts for all processes, 0 while this one counts by itself.",
    ),
    (
        "render_engine_bytes",
        Kind::Gauge,
        "Memory of the JavaScript engine that rendered last.",
    ),
    (
        "rows_forgotten_total",
        Kind::Counter,
        "Rows deleted by housekeeping, by kind.",
    ),
    (
        "sms_total",
        Kind::Counter,
        "Text messages about parcels, by outcome.",
    ),
    (
        "tenant_provisioning_seconds",
        Kind::Histogram,
        "How long creating a tenant took.",
    ),
    (
        "webhooks_applied_total",
        Kind::Counter,
        "Webhooks that were worked on, by outcome.",
    ),
    (
        "webhooks_oldest_waiting_seconds",
        Kind::Gauge,
        "Age of the oldest webhook that was not applied yet.",
    ),
    (
        "webhooks_received_total",
        Kind::Counter,
        "Webhooks that came, by outcome.",
    ),
    (
        "webhooks_set_aside",
        Kind::Gauge,
        "Webhooks that were set aside.",
    ),
    (
        "webhooks_waiting",
        Kind::Gauge,
        "Webhooks that were not applied yet.",
    ),
    (
        "work_queue_outages_total",
        Kind::Counter,
        "Times that a worker went on without its queue for a while, by queue.",
    ),
];

/// Serves the figures of this process, from within its runtime.
pub fn start_metrics(address: SocketAddr) -> Result<(), BuildError> {
    PrometheusBuilder::new()
        .set_buckets(&BUCKETS)?
        .with_http_listener(address)
        .install()?;
    for &(name, kind, meaning) in METRICS {
        match kind {
            Kind::Counter => describe_counter!(name, meaning),
            Kind::Gauge => describe_gauge!(name, meaning),
            Kind::Histogram => describe_histogram!(name, metrics::Unit::Seconds, meaning),
        }
    }
    metrics::gauge!("build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    begin_at_zero();
    Ok(())
}

/// What alerts compare over time begins at 0: a series that begins with its first event hides that
/// event from `increase`, and one that does not exist hides that nothing happens.
fn begin_at_zero() {
    metrics::counter!("orders_placed_total").increment(0);
    metrics::counter!("orders_paid_too_late_total").increment(0);
    metrics::counter!("orders_shipped_unpaid_total").increment(0);
    metrics::counter!("documents_refused_total").increment(0);
    for outcome in [
        "opened",
        "authorized",
        "succeeded",
        "declined",
        "cancelled",
        "refused",
    ] {
        metrics::counter!("payments_total", "provider" => "stripe", "outcome" => outcome)
            .increment(0);
    }
    for outcome in ["ok", "refused", "failed", "not_made"] {
        metrics::counter!("provider_calls_total", "provider" => "stripe", "outcome" => outcome)
            .increment(0);
    }
    for outcome in ["rendered", "failed", "unread"] {
        metrics::counter!("pages_rendered_total", "outcome" => outcome).increment(0);
    }
    metrics::counter!("mail_failover_total").increment(0);
    for outcome in ["sent", "refused", "unavailable", "suppressed"] {
        metrics::counter!("mail_total", "outcome" => outcome).increment(0);
    }
    for outcome in [
        "sent",
        "refused",
        "unavailable",
        "unknown",
        "put_off",
        "over_limit",
        "not_a_number",
    ] {
        metrics::counter!("sms_total", "outcome" => outcome).increment(0);
    }
    for outcome in ["stored", "ignored", "refused", "failed"] {
        metrics::counter!("webhooks_received_total", "outcome" => outcome).increment(0);
    }
    for pool in ["app", "relay", "operator"] {
        metrics::counter!("db_client_connections_timeouts_total", "pool" => pool).increment(0);
    }
}
