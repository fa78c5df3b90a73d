//! Malformed requests to every operation with a body: 400 or 415 as a problem that says where, and
//! nothing is written.

use reqwest::RequestBuilder;
use serde_json::{Map, Value, json};

use super::document::{Guard, Operation};
use super::trials::credential;
use super::world::{World, body};
use super::{case, digest, document};
use crate::harness::{Answer, System, send};

#[tokio::test]
async fn malformed_bodies_get_a_problem_that_says_where() {
    let system = System::start().await;
    let world = World::new(&system).await;
    let before = digest::of(&system).await;

    for operation in document::operations() {
        let Some(of) = case(&operation).and_then(|case| case.body) else {
            continue;
        };
        if operation.path.starts_with("/webhooks/") {
            continue; // its body is bytes under a signature, and is tried as such
        }
        let good = body(of, &world.ours.ids);
        for (what, bad, pointer) in bad_bodies(&good) {
            let answer = sent(&world, &operation, "application/json", bad.clone()).await;
            assert_problem(&answer, 400, &operation, &format!("{what}: {bad}"));
            if let Some(pointer) = pointer {
                let pointers: Vec<&str> = answer.body["errors"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|error| error["pointer"].as_str())
                    .collect();
                assert!(
                    pointers.iter().any(|found| found.starts_with(&pointer)),
                    "{}: {what} {bad} is not said to be at {pointer}: {}",
                    operation.id,
                    answer.body
                );
            }
        }
        let form = sent(&world, &operation, "text/plain", good.to_string()).await;
        assert_problem(&form, 415, &operation, "text instead of JSON");
        // Ten thousand rows are more than others may send.
        let mebibytes = if operation.id == "admin_adjust_stock" {
            2
        } else {
            1
        };
        let large = json!({"padding": "x".repeat(mebibytes * 1024 * 1024 + 1)}).to_string();
        let answer = sent(&world, &operation, "application/json", large).await;
        assert_problem(&answer, 413, &operation, "more than may be sent");
    }
    assert_eq!(
        digest::of(&system).await,
        before,
        "a malformed request wrote something"
    );
}

/// Bodies that are wrong in one way each, and the pointer that must be named.
fn bad_bodies(good: &Value) -> Vec<(&'static str, String, Option<String>)> {
    let mut bodies = vec![
        ("half a body", "{\"a\":".to_owned(), None),
        ("no JSON", "hello".to_owned(), None),
        ("a list", "[]".to_owned(), None),
        (
            "broken UTF-8 escape",
            "{\"a\":\"\\ud800\"}".to_owned(),
            None,
        ),
    ];
    let mut more = good.as_object().cloned().unwrap_or_default();
    more.insert("is_admin".to_owned(), json!(true));
    bodies.push((
        "an unknown field",
        Value::Object(more).to_string(),
        Some("/is_admin".to_owned()),
    ));
    for (name, value) in good.as_object().unwrap_or(&Map::new()) {
        let wrong = if value.is_object() {
            json!("text")
        } else {
            json!({"un": "expected"})
        };
        let mut changed = good.clone();
        changed[name] = wrong;
        bodies.push((
            "a field of another type",
            changed.to_string(),
            Some(format!("/{name}")),
        ));
    }
    bodies
}

async fn sent(world: &World<'_>, operation: &Operation, kind: &str, body: String) -> Answer {
    let mut path = operation.path.clone();
    for name in operation.parameters() {
        path = path.replace(&format!("{{{name}}}"), &world.ours.ids[name]);
    }
    let host = match operation.guard {
        Guard::Operator => "localhost",
        _ if operation.path.starts_with("/operator/") => "localhost",
        _ => world.ours.host.as_str(),
    };
    let mut request: RequestBuilder = world
        .system
        .request(operation.method.clone(), host, &path)
        .header("content-type", kind)
        .header("idempotency-key", &kernel::ports::Ids.token()[..32])
        .body(body);
    if let Some((header, value)) = credential(world, operation.guard) {
        request = request.header(header, value);
    }
    send(request).await
}

#[track_caller]
fn assert_problem(answer: &Answer, status: u16, operation: &Operation, what: &str) {
    assert_eq!(
        answer.status, status,
        "{} for {what}: {}",
        operation.id, answer.body
    );
    assert_eq!(
        answer.headers["content-type"], "application/problem+json",
        "{}",
        operation.id
    );
    for member in ["type", "title", "status", "code", "request_id"] {
        assert!(
            !answer.body[member].is_null(),
            "{}: no {member} in {}",
            operation.id,
            answer.body
        );
    }
}
