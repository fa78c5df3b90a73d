//! One line for each request, with ids and nothing about people.

use std::io;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{client, tenant};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn a_line_names_the_request_and_tells_nothing_of_the_person() {
    let lines = Lines::default();
    let log = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_writer(lines.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(log);

    let response = client()
        .get("/storefront/v1/orders/ord_secretsecretsecretsecretse?email=anna@example.com")
        .header("Host", "aurora.example")
        .header("Order-Token", "token-of-anna")
        .header("X-Request-Id", "from-the-app-1")
        .header(
            "traceparent",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        )
        .send()
        .await;

    let text = lines.text();
    let line: Value = serde_json::from_str(text.trim()).unwrap();
    assert_eq!(
        line["request.id"],
        response.0.header("X-Request-Id").unwrap()
    );
    assert_eq!(line["correlation"], "from-the-app-1");
    assert_eq!(line["trace.id"], "0af7651916cd43dd8448eb211c80319c");
    assert_eq!(line["tenant.id"], tenant(1).to_string());
    assert_eq!(line["method"], "GET");
    assert_eq!(line["route"], "/storefront/v1/orders/{id}");
    assert_eq!(line["status"], 404);
    assert!(line["duration_ms"].is_u64());
    for private in ["anna", "secret", "email"] {
        assert!(!text.contains(private), "{text}");
    }
}

#[tokio::test]
async fn a_failure_is_logged_once_with_its_causes() {
    let lines = Lines::default();
    let log = tracing_subscriber::fmt()
        .json()
        .with_writer(lines.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(log);

    let path = "/storefront/v1/products/internal";
    client()
        .get(path)
        .header("Host", "aurora.example")
        .send()
        .await;

    let text = lines.text();
    let errors: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("\"ERROR\""))
        .collect();
    assert_eq!(errors.len(), 1, "{text}");
    assert!(
        errors[0].contains("select secret from vault failed"),
        "{text}"
    );
    assert!(errors[0].contains("req_"), "{text}");
}
