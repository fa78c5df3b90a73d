//! Logs as JSON lines, and figures on a port of their own.

mod figures;
pub mod traces;

use std::net::SocketAddr;
use std::str::FromStr;

use kernel::config::Env;
use kernel::goods::Malformed;
use opentelemetry_sdk::trace::SdkTracer;
use tracing::{Dispatch, error, warn};
use tracing_subscriber::filter::{FilterExt, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::time::SystemTime;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

pub use figures::{Kind, METRICS, start_metrics};
use traces::TraceSettings;

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
    /// Where traces are sent, if anywhere.
    pub traces: Option<TraceSettings>,
}

/// `METRICS_ADDR`, for a command that needs no other settings; none when it is `off`.
pub fn metrics_address(env: &mut Env) -> Option<SocketAddr> {
    let metrics: String = env.or("METRICS_ADDR", "127.0.0.1:9464".to_owned());
    match metrics.as_str() {
        "off" => None,
        address => match address.parse() {
            Ok(address) => Some(address),
            Err(why) => {
                env.refuse("METRICS_ADDR", why);
                None
            }
        },
    }
}

impl TelemetrySettings {
    /// Reads the settings; what is wrong with them is told by [`Env::finish`].
    pub fn from_env(env: &mut Env) -> Self {
        let metrics = metrics_address(env);
        let log: String = env.or("LOG", "info,sqlx=warn".to_owned());
        if let Err(why) = EnvFilter::try_new(&log) {
            env.refuse("LOG", why);
        }
        Self {
            log_format: env.or("LOG_FORMAT", LogFormat::Json),
            log,
            metrics,
            traces: TraceSettings::from_env(env),
        }
    }
}

/// Starts the log and the traces of this process, panics included, from within its runtime. Only the first
/// call has an effect.
pub fn start_logs(settings: &TelemetrySettings) {
    let tracer = settings.traces.as_ref().map(traces::start).transpose();
    let (tracer, failure) = match tracer {
        Ok(tracer) => (tracer, None),
        Err(why) => (None, Some(why)),
    };
    let log = match tracer {
        Some(tracer) => log_and_trace(settings, std::io::stdout, tracer),
        None => log_to(settings, std::io::stdout),
    };
    let is_first = log.try_init().is_ok();
    if let Some(why) = failure {
        warn!(error = %why, "there are no traces");
    }
    if is_first {
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

/// The same log; and spans of the traces' target go to `tracer` and are in no line.
fn log_and_trace<W>(settings: &TelemetrySettings, writer: W, tracer: SdkTracer) -> Dispatch
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let log = tracing_subscriber::fmt::layer()
        .with_timer(SystemTime)
        .with_writer(writer);
    let log = match settings.log_format {
        LogFormat::Json => log
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .boxed(),
        LogFormat::Text => log.boxed(),
    };
    let wanted = EnvFilter::try_new(&settings.log).unwrap_or_default();
    let is_line = filter_fn(|it| it.target() != kernel::trace::TARGET);
    tracing_subscriber::registry()
        .with(log.with_filter(wanted.and(is_line)))
        .with(traces::layer(tracer))
        .into()
}
