//! Traces: a span for each request, each message of the outbox and each call of a provider, sent to a
//! collector by OTLP. Off unless a collector is named; then a request that is not drawn costs a span that
//! nobody records.
//!
//! Spans of the target [`TARGET`] are traced and nothing else, so that no library adds what it likes.
//! They hold ids, routes and outcomes; never a person, a body, a query or an error's text.

use std::sync::OnceLock;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use kernel::config::Env;
use kernel::trace::TARGET;
use opentelemetry::trace::{
    Link, SpanContext, SpanId, SpanKind, TraceContextExt, TraceFlags, TraceId, TraceState,
    TracerProvider,
};
use opentelemetry::{Context, KeyValue};
use opentelemetry_http::{HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{
    ExporterBuildError, Protocol, SpanExporter, WithExportConfig, WithHttpConfig,
};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{
    IdGenerator, RandomIdGenerator, Sampler, SamplingDecision, SamplingResult, SdkTracer,
    SdkTracerProvider, ShouldSample,
};
use tokio::runtime::Handle;
use tracing::{Span, Subscriber, warn};
use tracing_opentelemetry::OpenTelemetrySpanExt;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::{Layer, registry::LookupSpan};

use crate::context::current_request_id;

/// How long the collector may take; what it does not take is dropped.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long the last spans may take when the process ends.
const FAREWELL: Duration = Duration::from_secs(3);
/// What a collector answers is a few bytes.
const LONGEST_ANSWER: usize = 64 * 1024;

static PROVIDER: OnceLock<SdkTracerProvider> = OnceLock::new();

/// Where traces go, and of how many requests.
#[derive(Debug, Clone)]
pub struct TraceSettings {
    /// `OTEL_EXPORTER_OTLP_ENDPOINT`: the collector, without the path.
    pub endpoint: String,
    /// `OTEL_TRACES_SAMPLER_ARG` (default 0.05): the share of requests that are traced.
    pub share: f64,
}

impl TraceSettings {
    /// Reads the settings; without a collector there are no traces.
    pub(super) fn from_env(env: &mut Env) -> Option<Self> {
        let endpoint: String = env.or("OTEL_EXPORTER_OTLP_ENDPOINT", String::new());
        let share = env.or("OTEL_TRACES_SAMPLER_ARG", 0.05);
        if !(0.0..=1.0).contains(&share) {
            env.refuse("OTEL_TRACES_SAMPLER_ARG", "must be between 0 and 1");
        }
        let endpoint = endpoint.trim_end_matches('/').to_owned();
        if !endpoint.is_empty() && !is_collector(&endpoint) {
            let rule = "must be http://host:port or https://host:port";
            env.refuse("OTEL_EXPORTER_OTLP_ENDPOINT", rule);
        }
        (!endpoint.is_empty()).then_some(Self { endpoint, share })
    }
}

fn is_collector(endpoint: &str) -> bool {
    endpoint.parse::<hyper::Uri>().is_ok_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.host().is_some_and(|host| !host.is_empty())
            && uri.query().is_none()
            && !uri.authority().is_some_and(|it| it.as_str().contains('@'))
    })
}

/// Begins to send traces, from within the runtime that sends them.
pub(super) fn start(settings: &TraceSettings) -> Result<SdkTracer, ExporterBuildError> {
    let exporter = SpanExporter::builder()
        .with_http()
        .with_http_client(Collector::new())
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{}/v1/traces", settings.endpoint))
        .with_timeout(PATIENCE)
        .build()?;
    let resource = Resource::builder_empty()
        .with_attributes([
            KeyValue::new("service.name", "stoa"),
            KeyValue::new("service.version", env!("CARGO_PKG_VERSION")),
        ])
        .build();
    let provider = SdkTracerProvider::builder()
        .with_sampler(Draw(Sampler::TraceIdRatioBased(settings.share)))
        .with_id_generator(RequestIds(RandomIdGenerator::default()))
        .with_resource(resource)
        .with_batch_exporter(exporter)
        .build();
    let tracer = provider.tracer("stoa");
    if PROVIDER.set(provider).is_ok() {
        kernel::trace::start(current);
    }
    Ok(tracer)
}

/// Sends what is left, when a process ends.
pub async fn stop() {
    let Some(provider) = PROVIDER.get() else {
        return;
    };
    // It waits for the exporter's thread, and that for this runtime.
    let stopped = tokio::task::spawn_blocking(|| provider.shutdown_with_timeout(FAREWELL));
    if let Ok(Err(error)) = stopped.await {
        warn!(%error, "the last traces could not be sent");
    }
}

/// What hands our spans to the exporter.
pub(super) fn layer<S>(tracer: SdkTracer) -> impl Layer<S>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    tracing_opentelemetry::layer()
        .with_tracer(tracer)
        .with_location(false)
        .with_threads(false)
        .with_tracked_inactivity(false)
        .with_level(false)
        .with_target(false)
        .with_filter(filter_fn(|it| it.is_span() && it.target() == TARGET))
}

/// The span that `open` makes, inside the trace that `traceparent` names; without one, and without a
/// collector, there is nothing to trace.
pub fn resume(traceparent: Option<&str>, open: impl FnOnce() -> Span) -> Span {
    match traceparent
        .filter(|_| kernel::trace::is_on())
        .and_then(remote)
    {
        Some(parent) => within(parent, open()),
        None => Span::none(),
    }
}

/// The span that `open` makes, in the trace of the client if it names one.
pub(crate) fn begin(traceparent: Option<&str>, open: impl FnOnce() -> Span) -> Span {
    if !kernel::trace::is_on() {
        return Span::none();
    }
    match traceparent.and_then(remote) {
        Some(parent) => within(parent, open()),
        None => open(),
    }
}

/// Gives a span that has begun another name.
pub(crate) fn rename(span: &Span, name: String) {
    span.context().span().update_name(name);
}

fn within(parent: Context, span: Span) -> Span {
    if let Err(error) = span.set_parent(parent) {
        warn!(%error, "a span has no parent");
    }
    span
}

/// The context of a `traceparent` of version 00.
fn remote(traceparent: &str) -> Option<Context> {
    let mut parts = traceparent.split('-').skip(1);
    let (trace, span, flags) = (parts.next()?, parts.next()?, parts.next()?);
    let context = SpanContext::new(
        TraceId::from_hex(trace).ok()?,
        SpanId::from_hex(span).ok()?,
        TraceFlags::new(u8::from_str_radix(flags, 16).ok()?),
        true,
        TraceState::default(),
    );
    let is_valid = context.is_valid();
    is_valid.then(|| Context::new().with_remote_span_context(context))
}

/// The `traceparent` of the span that is entered; `None` when it is not kept.
fn current() -> Option<String> {
    let context = Context::current();
    let span = context.span();
    let span = span.span_context();
    span.is_sampled()
        .then(|| format!("00-{}-{}-01", span.trace_id(), span.span_id()))
}

/// Draws lots for requests; what follows a request is kept if the request is. Neither the id nor the flag
/// that a client sends decides: whoever wants every request traced would fill the collector.
#[derive(Debug, Clone)]
struct Draw(Sampler);

impl ShouldSample for Draw {
    fn should_sample(
        &self,
        parent: Option<&Context>,
        _: TraceId,
        name: &str,
        kind: &SpanKind,
        attributes: &[KeyValue],
        links: &[Link],
    ) -> SamplingResult {
        if *kind == SpanKind::Server {
            let lot = RandomIdGenerator::default().new_trace_id();
            return self
                .0
                .should_sample(None, lot, name, kind, attributes, links);
        }
        let is_kept = parent.is_some_and(|it| it.span().span_context().is_sampled());
        SamplingResult {
            decision: if is_kept {
                SamplingDecision::RecordAndSample
            } else {
                SamplingDecision::Drop
            },
            attributes: Vec::new(),
            trace_state: TraceState::default(),
        }
    }
}

/// A trace that begins with a request has the request's id, which is the `trace.id` of its log line.
#[derive(Debug)]
struct RequestIds(RandomIdGenerator);

impl IdGenerator for RequestIds {
    fn new_trace_id(&self) -> TraceId {
        let id = current_request_id().uuid();
        if id.is_nil() {
            self.0.new_trace_id()
        } else {
            TraceId::from_bytes(*id.as_bytes())
        }
    }

    fn new_span_id(&self) -> SpanId {
        self.0.new_span_id()
    }
}

/// The way to the collector: the exporter has a thread of its own, the connections belong to the runtime.
#[derive(Debug, Clone)]
struct Collector {
    http: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    runtime: Handle,
}

impl Collector {
    fn new() -> Self {
        let connector = HttpsConnectorBuilder::new()
            .with_webpki_roots()
            .https_or_http()
            .enable_http1()
            .build();
        Self {
            http: Client::builder(TokioExecutor::new()).build(connector),
            runtime: Handle::current(),
        }
    }
}

#[async_trait]
impl HttpClient for Collector {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let http = self.http.clone();
        let exchange = async move {
            let (parts, body) = http.request(request.map(Full::new)).await?.into_parts();
            let body = Limited::new(body, LONGEST_ANSWER).collect().await?;
            Ok::<_, HttpError>(Response::from_parts(parts, body.to_bytes()))
        };
        // The timer, too, is the runtime's: whoever calls has none.
        let sent = async { tokio::time::timeout(PATIENCE, exchange).await };
        self.runtime.spawn(sent).await??
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: &[(&str, &str)]) -> (Option<TraceSettings>, Result<(), String>) {
        let values = values
            .iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned()));
        let mut env = Env::of(values);
        let settings = TraceSettings::from_env(&mut env);
        (settings, env.finish().map_err(|why| why.to_string()))
    }

    #[test]
    fn there_are_no_traces_without_a_collector() {
        let (settings, read) = read(&[]);

        assert!(settings.is_none());
        assert_eq!(read, Ok(()));
    }

    #[test]
    fn a_collector_is_an_address_and_a_share_is_between_none_and_all() {
        for address in ["http://127.0.0.1:4318", "https://collector.example/"] {
            let (settings, read) = read(&[("OTEL_EXPORTER_OTLP_ENDPOINT", address)]);
            assert_eq!(read, Ok(()));
            let endpoint = settings.map(|it| it.endpoint);
            assert_eq!(endpoint.as_deref(), Some(address.trim_end_matches('/')));
        }
        for address in [
            "collector:4318",
            "ftp://collector",
            "http://",
            "http://a:b@collector",
        ] {
            let (_, read) = read(&[("OTEL_EXPORTER_OTLP_ENDPOINT", address)]);
            assert!(
                read.unwrap_err()
                    .contains("OTEL_EXPORTER_OTLP_ENDPOINT: must be"),
                "{address}"
            );
        }
        for share in ["-0.1", "1.1", "NaN", "often"] {
            let (_, read) = read(&[("OTEL_TRACES_SAMPLER_ARG", share)]);
            assert!(
                read.unwrap_err().contains("OTEL_TRACES_SAMPLER_ARG: "),
                "{share}"
            );
        }
    }

    #[test]
    fn a_request_is_drawn_whatever_its_client_says_and_what_follows_it_is_kept_with_it() {
        let kept = remote("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        let dropped = remote("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        let draw = |share, parent: &Option<Context>, kind| {
            let draw = Draw(Sampler::TraceIdRatioBased(share));
            let trace = TraceId::from_bytes([7; 16]);
            draw.should_sample(parent.as_ref(), trace, "", &kind, &[], &[])
                .decision
        };

        for parent in [&None, &kept, &dropped] {
            let (never, always) = (SamplingDecision::Drop, SamplingDecision::RecordAndSample);
            assert_eq!(draw(0.0, parent, SpanKind::Server), never);
            assert_eq!(draw(1.0, parent, SpanKind::Server), always);
        }
        assert_eq!(
            draw(0.0, &kept, SpanKind::Consumer),
            SamplingDecision::RecordAndSample
        );
        assert_eq!(
            draw(1.0, &dropped, SpanKind::Client),
            SamplingDecision::Drop
        );
        assert_eq!(draw(1.0, &None, SpanKind::Client), SamplingDecision::Drop);
    }
}
