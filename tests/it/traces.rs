//! Traces: what a collector is sent of a request, the work that it causes, and the call of a provider.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::trace::v1::Span;
use opentelemetry_proto::tonic::trace::v1::span::SpanKind;
use poem::listener::TcpAcceptor;
use poem::{Request, Response, Server};
use prost::Message;
use reqwest::Method;
use serde_json::json;
use tokio::net::TcpListener;

use crate::harness::{STAFF_PASSWORD, System, send};

/// How long spans may take to arrive.
const LONG: Duration = Duration::from_secs(30);

/// A collector that keeps what it is sent.
#[derive(Clone, Default)]
struct Collector {
    bodies: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Collector {
    async fn start() -> (Self, String) {
        let collector = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let endpoint = poem::endpoint::make({
            let collector = collector.clone();
            move |request: Request| collector.clone().take(request)
        });
        let server = Server::new_with_acceptor(TcpAcceptor::from_tokio(listener).unwrap());
        tokio::spawn(server.run(endpoint));
        (collector, address)
    }

    async fn take(self, mut request: Request) -> poem::Result<Response> {
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri().path(), "/v1/traces");
        assert_eq!(request.content_type(), Some("application/x-protobuf"));
        let body = request.take_body().into_vec().await?;
        self.bodies.lock().unwrap().push(body);
        Ok(Response::default())
    }

    fn spans(&self) -> Vec<Span> {
        let bodies = self.bodies.lock().unwrap();
        let decoded = bodies
            .iter()
            .map(|body| ExportTraceServiceRequest::decode(body.as_slice()).unwrap());
        decoded
            .flat_map(|sent| sent.resource_spans)
            .flat_map(|of_a_process| of_a_process.scope_spans)
            .flat_map(|of_a_library| of_a_library.spans)
            .collect()
    }

    /// The span of this name, when it has come.
    async fn span(&self, name: &str) -> Span {
        let until = Instant::now() + LONG;
        loop {
            let spans = self.spans();
            if let Some(span) = spans.iter().find(|it| it.name == name) {
                return span.clone();
            }
            let names: Vec<_> = spans.iter().map(|it| &it.name).collect();
            assert!(Instant::now() < until, "no {name} among {names:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// The attributes of a span, as text.
fn attributes(span: &Span) -> Vec<(String, String)> {
    let all = span.attributes.iter();
    all.map(|it| (it.key.clone(), format!("{:?}", it.value)))
        .collect()
}

#[tokio::test]
async fn a_trace_leads_from_the_request_through_the_outbox_to_the_provider() {
    let (collector, address) = Collector::start().await;
    let (system, mut processes) = System::in_processes(&[
        ("OTEL_EXPORTER_OTLP_ENDPOINT", &address),
        ("OTEL_TRACES_SAMPLER_ARG", "1"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"),
    ])
    .await;

    // Each merchant of the new tenant gets an account at Stripe, which the worker sees to.
    system.shop("traced", &[("traced-home", 500)]).await;

    let request = collector.span("POST /operator/v1/tenants").await;
    let message = collector.span("merchant.created").await;
    let call = collector.span("POST /v1/accounts").await;
    processes.end().await;

    assert_eq!(request.kind, i32::from(SpanKind::Server));
    assert_eq!(message.kind, i32::from(SpanKind::Consumer));
    assert_eq!(call.kind, i32::from(SpanKind::Client));
    assert_eq!(
        request.parent_span_id, [0_u8; 0],
        "nobody sent a traceparent"
    );
    assert_eq!(message.parent_span_id, request.span_id);
    assert_eq!(call.parent_span_id, message.span_id);
    for span in [&message, &call] {
        assert_eq!(span.trace_id, request.trace_id);
    }
    let lines = processes.log("serve");
    let line = lines
        .iter()
        .find(|line| line["route"] == "/operator/v1/tenants")
        .unwrap();
    assert_eq!(line["trace.id"], hex::encode(&request.trace_id));
    assert_eq!(line.get("span"), None, "traces are no part of the log");

    let known = [
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "message.id",
        "messaging.destination.name",
        "messaging.outcome",
        "peer.service",
        "request.id",
        "tenant.id",
        "url.template",
    ];
    for span in collector.spans() {
        for (name, value) in attributes(&span) {
            assert!(known.contains(&name.as_str()), "{name} = {value}");
        }
        assert!(span.events.is_empty() && span.links.is_empty(), "{span:?}");
    }
    let bodies = collector.bodies.lock().unwrap().concat();
    let sent = String::from_utf8_lossy(&bodies).into_owned();
    for private in [
        "owner@",
        ".test",
        STAFF_PASSWORD,
        "sk_test",
        "127.0.0.1",
        "idempotency",
    ] {
        assert!(!sent.contains(private), "{private}");
    }
    let written = processes.written();
    assert!(!written.contains("panicked"), "{written}");
    system.close().await;
}

#[tokio::test]
async fn a_clients_trace_is_joined_and_a_request_that_is_not_drawn_leaves_no_trace() {
    const THEIRS: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";
    for (share, is_sent) in [("1", true), ("0", false)] {
        let (collector, address) = Collector::start().await;
        let (system, mut processes) = System::in_processes(&[
            ("OTEL_EXPORTER_OTLP_ENDPOINT", &address),
            ("OTEL_TRACES_SAMPLER_ARG", share),
        ])
        .await;
        let token = system.operator_token().await;
        let list = system
            .request(Method::GET, "localhost", "/operator/v1/tenants")
            .bearer_auth(token)
            // The flag says the opposite of what our settings say.
            .header("traceparent", format!("{THEIRS}-0{}", u8::from(!is_sent)));
        send(list.json(&json!({}))).await.expect(200);

        // What is left is sent when the process ends.
        processes.end().await;

        let spans = collector.spans();
        let ours = spans
            .iter()
            .find(|it| it.name == "GET /operator/v1/tenants");
        assert_eq!(ours.is_some(), is_sent, "{spans:?}");
        if let Some(span) = ours {
            assert_eq!(
                hex::encode(&span.trace_id),
                "0af7651916cd43dd8448eb211c80319c"
            );
            assert_eq!(hex::encode(&span.parent_span_id), "b7ad6b7169203331");
        } else {
            assert!(spans.is_empty(), "{spans:?}");
        }
        system.close().await;
    }
}
