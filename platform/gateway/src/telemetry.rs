//! Logs as JSON lines, and figures on a port of their own.

use std::net::SocketAddr;
use std::str::FromStr;

use kernel::config::Env;
use kernel::goods::Malformed;
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder};
use tracing::{Dispatch, error};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::time::SystemTime;
use tracing_subscriber::util::SubscriberInitExt;

/// Upper bounds of the histograms, in seconds.
const BUCKETS: [f64; 13] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0,
];

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// One JSON object in a line.
    Json,
    /// Text for a terminal.
    Text,
}

impl FromStr for LogFormat {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        match text {
            "json" => Ok(Self::Json),
            "text" => Ok(Self::Text),
            _ => Err(Malformed {
                rule: "json or text",
            }),
        }
    }
}

/// What is logged and counted.
#[derive(Debug, Clone)]
pub struct TelemetrySettings {
    /// `LOG_FORMAT` (default `json`): `json` or `text`.
    pub log_format: LogFormat,
    /// `LOG` (default `info,sqlx=warn`): what is logged, as `tracing` writes filters;
    /// `access=off` leaves out the line for each request.
    pub log: String,
    /// `METRICS_ADDR` (default `127.0.0.1:9464`, `off` is without): where figures are served.
    pub metrics: Option<SocketAddr>,
}

impl TelemetrySettings {
    /// Reads the settings; what is wrong with them is told by [`Env::finish`].
    pub fn from_env(env: &mut Env) -> Self {
        let metrics: String = env.or("METRICS_ADDR", "127.0.0.1:9464".to_owned());
        let metrics = match metrics.as_str() {
            "off" => None,
            address => match address.parse() {
                Ok(address) => Some(address),
                Err(why) => {
                    env.refuse("METRICS_ADDR", why);
                    None
                }
            },
        };
        let log: String = env.or("LOG", "info,sqlx=warn".to_owned());
        if let Err(why) = EnvFilter::try_new(&log) {
            env.refuse("LOG", why);
        }
        Self {
            log_format: env.or("LOG_FORMAT", LogFormat::Json),
            log,
            metrics,
        }
    }
}

/// Starts the log of this process, panics included. Only the first call has an effect.
pub fn start_logs(settings: &TelemetrySettings) {
    if log_to(settings, std::io::stdout).try_init().is_ok() {
        std::panic::set_hook(Box::new(|panic| {
            let place = panic.location().map(ToString::to_string);
            error!(place, "a task panicked");
        }));
    }
}

/// A log that writes to `writer`. A line says in which span it was written, so that what is found
/// wrong deep inside the work on a message names the message.
pub fn log_to<W>(settings: &TelemetrySettings, writer: W) -> Dispatch
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_new(&settings.log).unwrap_or_default())
        .with_timer(SystemTime)
        .with_writer(writer);
    match settings.log_format {
        LogFormat::Json => log
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .into(),
        LogFormat::Text => log.into(),
    }
}

/// Serves the figures of this process, from within its runtime.
pub fn start_metrics(address: SocketAddr) -> Result<(), BuildError> {
    PrometheusBuilder::new()
        .set_buckets(&BUCKETS)?
        .with_http_listener(address)
        .install()?;
    metrics::describe_histogram!(
        "http_server_request_duration_seconds",
        metrics::Unit::Seconds,
        "How long requests took, by method, route and status."
    );
    metrics::describe_counter!("cache_requests_total", "Look-ups in a cache, by outcome.");
    metrics::describe_counter!("rate_limited_total", "Requests refused by a rate limit.");
    Ok(())
}
