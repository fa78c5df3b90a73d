//! Second factors of the platform's own people, and what they may do without one.

use std::process::Command;

use reqwest::{Client, Method};
use serde_json::{Value, json};

use super::second_factor::code;

use crate::harness::{Answer, STAFF_PASSWORD as PASSWORD, System, send, text};
use crate::nodes::Node;

const EMAIL: &str = "operator@stoa.test";

/// Asks this process of the platform's host.
async fn ask(node: &Node, token: &str, method: Method, path: &str, body: Value) -> Answer {
    let url = format!("http://{}/operator/v1{path}", node.address);
    let request = Client::new()
        .request(method, url)
        .header("host", "localhost")
        .bearer_auth(token);
    send(if body.is_null() {
        request
    } else {
        request.json(&body)
    })
    .await
}

async fn log_in(node: &Node, code: Option<&str>) -> Answer {
    let mut body = json!({"email": EMAIL, "password": PASSWORD});
    if let Some(code) = code {
        body["code"] = json!(code);
    }
    let url = format!("http://{}/operator/v1/auth/login", node.address);
    send(
        Client::new()
            .post(url)
            .header("host", "localhost")
            .json(&body),
    )
    .await
}

async fn mine(node: &Node, token: &str, path: &str, body: Value) -> Answer {
    let path = format!("/me/second-factor{path}");
    ask(node, token, Method::POST, &path, body).await
}

/// Enrols a second factor: its seed, and what its first code is answered with.
async fn enrol(system: &System, node: &Node, token: &str) -> (String, Value) {
    let begun = mine(node, token, "", json!({"password": PASSWORD})).await;
    let begun = begun.expect(200);
    let seed = text(&begun, "/secret");
    let uri = text(&begun, "/uri");
    assert!(uri.starts_with("otpauth://totp/Stoa:operator"), "{uri}");
    let first = code(system, &seed, 0).await;
    let confirmed = mine(node, token, "/confirm", json!({"code": first})).await;
    (seed, confirmed.expect(200))
}

/// What `stoa operator remove-second-factor` answers for an address.
fn remove(system: &System, email: &str) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_stoa"))
        .env_clear()
        .envs(system.settings.clone())
        .args(["operator", "remove-second-factor", "--email", email])
        .output()
        .unwrap();
    let told = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8(told).unwrap().trim().to_owned(),
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_second_factor_an_operator_may_only_enrol_one() {
    let system = System::start().await;
    system.operator_token().await;
    let node = Node::with(&system, &[("OPERATOR_SECOND_FACTOR", "true")]).await;
    let session = log_in(&node, None).await.expect(200);
    let token = text(&session, "/access_token");

    let me = ask(&node, &token, Method::GET, "/me", Value::Null).await;
    let me = me.expect(200);
    assert_eq!(
        (
            &me["email"],
            &me["requires_second_factor"],
            &me["recovery_codes_left"]
        ),
        (&json!(EMAIL), &json!(true), &json!(0))
    );
    let tenants = ask(&node, &token, Method::GET, "/tenants", Value::Null).await;
    tenants.refused(403, "step_up_required");
    let tenant = json!({
        "slug": "aurora", "name": "Aurora",
        "owner": {"email": "owner@aurora.test", "password": PASSWORD},
        "storefront": {"currency": "EUR", "country": "DE"},
    });
    let made = ask(&node, &token, Method::POST, "/tenants", tenant.clone()).await;
    made.refused(403, "step_up_required");
    assert_eq!(system.number("select count(*) from tenants").await, 0);

    let (seed, confirmed) = enrol(&system, &node, &token).await;
    assert_eq!(system.tables_with(&seed).await, Vec::<String>::new());
    // The token from before proves no more than it did.
    let tenants = ask(&node, &token, Method::GET, "/tenants", Value::Null).await;
    tenants.refused(403, "step_up_required");
    let given = text(&confirmed, "/session/access_token");
    ask(&node, &given, Method::POST, "/tenants", tenant)
        .await
        .expect(201);
    let next = code(&system, &seed, 1).await;
    let session = log_in(&node, Some(&next)).await.expect(200);
    let token = text(&session, "/access_token");
    let tenants = ask(&node, &token, Method::GET, "/tenants", Value::Null).await;
    assert_eq!(tenants.expect(200)["data"][0]["slug"], "aurora");

    let (is_done, told) = remove(&system, "nobody@stoa.test");
    assert!(
        !is_done && told.contains("no operator has this address"),
        "{told}"
    );
    let (is_done, told) = remove(&system, EMAIL);
    assert!(is_done, "{told}");
    let session = log_in(&node, None).await.expect(200);
    let token = text(&session, "/access_token");
    let tenants = ask(&node, &token, Method::GET, "/tenants", Value::Null).await;
    tenants.refused(403, "step_up_required");
    node.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn codes_of_an_operators_second_factor_are_good_once() {
    let system = System::start().await;
    let token = system.operator_token().await;
    let node = Node::with(&system, &[]).await;
    let wrong = mine(&node, &token, "", json!({"password": "not the password"})).await;
    wrong.refused(422, "wrong_password");
    let early = mine(&node, &token, "/confirm", json!({"code": "000000"})).await;
    early.refused(409, "no_second_factor");
    let (seed, confirmed) = enrol(&system, &node, &token).await;
    let recovery: Vec<String> =
        serde_json::from_value(confirmed["recovery_codes"].clone()).unwrap();
    assert_eq!(recovery.len(), 10);
    let again = mine(&node, &token, "", json!({"password": PASSWORD})).await;
    again.refused(409, "has_second_factor");

    log_in(&node, None)
        .await
        .refused(401, "second_factor_required");
    let used = code(&system, &seed, 0).await;
    let used = log_in(&node, Some(&used)).await;
    used.refused(401, "invalid_second_factor");
    log_in(&node, Some(&recovery[0])).await.expect(200);
    let used = log_in(&node, Some(&recovery[0])).await;
    used.refused(401, "invalid_second_factor");
    let renewed = mine(
        &node,
        &token,
        "/recovery-codes",
        json!({"code": recovery[1]}),
    )
    .await;
    let renewed = renewed.expect(200);
    for _ in 0..3 {
        let old = log_in(&node, Some(&recovery[2])).await;
        old.refused(401, "invalid_second_factor");
    }
    // Five wrong codes were looked at; a right one is not.
    let new = renewed["recovery_codes"][0].as_str().unwrap();
    log_in(&node, Some(new))
        .await
        .refused(429, "too_many_attempts");
    let left = "select cardinality(recovery_hashes)::bigint from operators";
    assert_eq!(system.number(left).await, 10);
    node.end().await;

    let node = Node::with(&system, &[]).await;
    let removed = mine(&node, &token, "/remove", json!({"code": new})).await;
    assert_eq!(removed.status, 204, "{}", removed.text);
    log_in(&node, None).await.expect(200);
    node.end().await;
}
