//! A character that Postgres cannot keep, in every text that a request can have: it is the request
//! that is wrong, never the server, and nothing is written.

use reqwest::{Method, RequestBuilder};
use serde_json::Value;

use super::document::{Guard, Operation};
use super::trials::credential;
use super::world::{World, body};
use super::{case, digest, document};
use crate::harness::{Answer, System, send};

#[tokio::test]
async fn a_nul_in_any_text_is_the_requests_fault() {
    let system = System::start().await;
    let world = World::new(&system).await;
    let before = digest::of(&system).await;

    for operation in document::operations() {
        let good = case(&operation).and_then(|case| case.body);
        let good = good.map(|of| body(of, &world.ours.ids));
        let path = path(&world, &operation, None);
        for text in &operation.texts {
            let mut bad = good.clone().unwrap_or_default();
            let Some(place) = bad.pointer_mut(&text.pointer) else {
                panic!("{}: no case sends {}", operation.id, text.pointer);
            };
            *place = Value::String(format!("{}\0", place.as_str().unwrap()));
            let answer = sent(&world, &operation, &path, Some(bad)).await;
            assert_refused(&answer, &operation, &text.pointer);
        }
        for name in operation.parameters() {
            let path = self::path(&world, &operation, Some(name));
            let answer = sent(&world, &operation, &path, good.clone()).await;
            assert_refused(&answer, &operation, &path);
        }
        for name in &operation.queries {
            let path = format!("{path}?{name}=a%00b");
            let answer = sent(&world, &operation, &path, good.clone()).await;
            if name == "category" {
                // Like one that nobody has.
                assert_eq!(answer.clone().expect(200)["data"], Value::Array(Vec::new()));
            } else {
                assert_refused(&answer, &operation, &path);
            }
        }
    }

    assert_eq!(digest::of(&system).await, before);
}

#[track_caller]
fn assert_refused(answer: &Answer, operation: &Operation, place: &str) {
    assert!(
        (400..500).contains(&answer.status),
        "{} with a NUL at {place}: {} {}",
        operation.id,
        answer.status,
        answer.text
    );
}

/// The operation's path with our own ids, but for one that nothing can have.
fn path(world: &World<'_>, operation: &Operation, broken: Option<&str>) -> String {
    let mut path = operation.path.clone();
    for name in operation.parameters() {
        let id = match broken {
            Some(broken) if broken == name => "a%00b",
            _ => &world.ours.ids[name],
        };
        path = path.replace(&format!("{{{name}}}"), id);
    }
    path
}

async fn sent(world: &World<'_>, operation: &Operation, path: &str, body: Option<Value>) -> Answer {
    let host = match operation.guard {
        Guard::Operator => "localhost",
        _ if operation.path.starts_with("/operator/") => "localhost",
        _ => world.ours.host.as_str(),
    };
    let mut request: RequestBuilder = world.system.request(operation.method.clone(), host, path);
    if let Some((header, value)) = credential(world, operation.guard) {
        request = request.header(header, value);
    }
    if operation.method != Method::GET {
        let key = kernel::ports::Ids.token();
        request = request.header("idempotency-key", &key[..32]);
    }
    if let Some(body) = body {
        request = request.json(&body);
    }
    send(request).await
}
