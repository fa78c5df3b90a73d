//! Every error has one shape, stable codes, and tells nothing of what is inside.

use std::time::Duration;

use poem::test::TestClient;
use serde_json::{Value, json};

use crate::support::{app, client, problem, read, settings};

const VARIANT: &str = "var_00000000000000000000000001";

async fn get(path: &str) -> poem::test::TestResponse {
    client()
        .get(path)
        .header("Host", "aurora.example")
        .send()
        .await
}

async fn add_line(body: &str) -> (u16, Value) {
    let response = client()
        .post("/storefront/v1/carts/c/lines")
        .header("Host", "aurora.example")
        .content_type("application/json")
        .body(body.to_owned())
        .send()
        .await;
    read(response).await
}

#[tokio::test]
async fn absent_foreign_and_malformed_look_the_same() {
    let mut bodies = Vec::new();

    for path in [
        "/storefront/v1/orders/ord_00000000000000000000000002",
        "/storefront/v1/orders/ord_x",
        "/storefront/v1/orders/cart_00000000000000000000000001",
        "/storefront/v1/orders/1",
        "/storefront/v1/products/unknown",
        "/storefront/v1/nothing",
        "/nothing",
    ] {
        let (status, mut body) = read(get(path).await).await;
        assert_eq!(status, 404, "{path}");
        assert!(
            body["request_id"]
                .take()
                .as_str()
                .unwrap()
                .starts_with("req_")
        );
        bodies.push(body);
    }

    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:?}");
    let found = get("/storefront/v1/orders/ord_00000000000000000000000001").await;
    found.assert_status_is_ok();
}

#[tokio::test]
async fn what_happens_inside_stays_inside() {
    for path in [
        "/storefront/v1/products/internal",
        "/storefront/v1/products/panic",
    ] {
        let response = get(path).await;
        let id = response.0.header("X-Request-Id").unwrap().to_owned();

        let (status, body) = read(response).await;

        assert_eq!(status, 500);
        assert_eq!(
            body,
            json!({
                "type": "urn:problem-type:stoa:internal",
                "title": "Internal error",
                "status": 500,
                "code": "internal",
                "detail": "Something went wrong on our side. It has been recorded under this \
                           request's id.",
                "request_id": id,
            })
        );
    }
}

#[tokio::test]
async fn a_fault_tells_its_members_and_when_to_try_again() {
    let (status, body) = read(get("/storefront/v1/products/changed").await).await;
    assert_eq!(status, 409);
    assert_eq!(body["code"], "cart_changed");
    assert_eq!(body["detail"], "The cart has changed.");
    assert_eq!(body["current_total"], json!({"amount": 5}));

    let response = get("/storefront/v1/products/out").await;
    response.assert_header("Retry-After", "5");
    assert_eq!(
        problem(response).await,
        (503, "payment_provider_unavailable".into())
    );
}

#[tokio::test]
async fn a_request_is_given_up_at_its_deadline() {
    let mut settings = settings();
    settings.deadline = Duration::from_millis(50);
    let client = TestClient::new(app(settings));

    let slow = client
        .get("/storefront/v1/products/slow")
        .header("Host", "aurora.example");
    let response = slow.send().await;

    response.assert_header("Retry-After", "5");
    assert_eq!(problem(response).await, (503, "deadline_exceeded".into()));
}

#[tokio::test]
async fn a_body_that_is_wrong_is_explained_by_field() {
    for (body, errors) in [
        (
            json!({"variant_id": VARIANT, "quantity": "5"}),
            json!([{"pointer": "/quantity", "code": "wrong_type",
                    "detail": "a whole number from 1 to 999"}]),
        ),
        (
            json!({"variant_id": VARIANT, "quantity": 0}),
            json!([{"pointer": "/quantity", "code": "out_of_range",
                    "detail": "a whole number from 1 to 999"}]),
        ),
        (
            json!({"variant_id": VARIANT, "quantity": 99_999_999_999_999_u64}),
            json!([{"pointer": "/quantity", "code": "out_of_range",
                    "detail": "a whole number from 1 to 999"}]),
        ),
        (
            json!({"quantity": 1}),
            json!([{"pointer": "/variant_id", "code": "missing",
                    "detail": "an id of the form var_…"}]),
        ),
        (
            json!({"variant_id": VARIANT, "quantity": 1, "tenant_id": "x"}),
            json!([{"pointer": "/tenant_id", "code": "unknown_field",
                    "detail": "no field of this name"}]),
        ),
        (
            json!({"variant_id": "var_x", "quantity": 1}),
            json!([{"pointer": "/variant_id", "code": "malformed",
                    "detail": "an id of the form var_…"}]),
        ),
        (
            json!({"variant_id": VARIANT, "quantity": 1, "note": "wrong"}),
            json!([{"pointer": "/note", "code": "malformed", "detail": "anything else"}]),
        ),
        (
            json!({"variant_id": VARIANT, "quantity": 1, "price": {"amount": 1, "currency": "€"}}),
            json!([{"pointer": "/price/currency", "code": "malformed",
                    "detail": "a currency code of ISO 4217, such as EUR"}]),
        ),
        (
            json!({"quantity": null, "x": 1}),
            json!([
                {"pointer": "/quantity", "code": "missing",
                 "detail": "a whole number from 1 to 999"},
                {"pointer": "/variant_id", "code": "missing",
                    "detail": "an id of the form var_…"},
                {"pointer": "/x", "code": "unknown_field", "detail": "no field of this name"},
            ]),
        ),
    ] {
        let (status, answer) = add_line(&body.to_string()).await;

        assert_eq!(
            (status, &answer["code"]),
            (400, &json!("invalid_request")),
            "{body}"
        );
        let mut told = answer["errors"].as_array().unwrap().clone();
        told.sort_by_key(|error| error["pointer"].to_string());
        assert_eq!(json!(told), errors, "{body}");
    }
}

#[tokio::test]
async fn what_is_not_json_is_told_with_its_place() {
    for (body, detail) in [
        ("", "The body is empty; send JSON."),
        (
            "{\n \"a\": }",
            "The body is not JSON: look at line 2, column 7.",
        ),
        (
            "\u{feff}{}",
            "The body is not JSON: look at line 1, column 1.",
        ),
    ] {
        let (status, answer) = add_line(body).await;
        assert_eq!(
            (status, &answer["code"]),
            (400, &json!("malformed_json")),
            "{body}"
        );
        assert_eq!(answer["detail"], detail);
    }
    // The parser stops at 128 levels.
    let deep = format!("{}{}", "[".repeat(129), "]".repeat(129));
    let (status, answer) = add_line(&deep).await;
    assert_eq!((status, &answer["code"]), (400, &json!("malformed_json")));
}

#[tokio::test]
async fn other_media_types_are_refused() {
    let client = client();
    let lines = || {
        client
            .post("/storefront/v1/carts/c/lines")
            .header("Host", "aurora.example")
    };

    let text = lines().content_type("text/plain").body("{}").send().await;
    assert_eq!(problem(text).await, (415, "unsupported_media_type".into()));
    let none = lines().body("{}").send().await;
    assert_eq!(problem(none).await, (415, "unsupported_media_type".into()));
}

#[tokio::test]
async fn another_method_is_refused_with_the_ones_there_are() {
    let response = client()
        .delete("/storefront/v1/carts/c/lines")
        .header("Host", "aurora.example")
        .send()
        .await;

    response.assert_header("Allow", "POST");
    assert_eq!(problem(response).await, (405, "method_not_allowed".into()));
}

#[tokio::test]
async fn credentials_and_parameters_are_asked_for_by_name() {
    let client = client();
    let checkout = |token: &'static str, key: &'static str, query: &'static str| {
        let path = format!("/storefront/v1/carts/c/checkout{query}");
        let mut request = client.post(path).header("Host", "aurora.example");
        if !token.is_empty() {
            request = request.header("Cart-Token", token);
        }
        if !key.is_empty() {
            request = request.header("Idempotency-Key", key);
        }
        request.send()
    };

    assert_eq!(
        problem(checkout("", "k", "").await).await,
        (401, "unauthenticated".into())
    );
    let missing = problem(checkout("t", "", "").await).await;
    assert_eq!(missing, (400, "idempotency_key_missing".into()));
    let malformed = problem(checkout("t", "a b", "").await).await;
    assert_eq!(malformed, (400, "idempotency_key_malformed".into()));
    assert_eq!(read(checkout("t", "k", "?limit=100").await).await.0, 200);
    for query in ["?limit=101", "?limit=x"] {
        let (status, body) = read(checkout("t", "k", query).await).await;
        assert_eq!((status, &body["code"]), (400, &json!("invalid_request")));
        assert_eq!(
            body["errors"],
            json!([{"pointer": "limit", "code": "malformed",
                    "detail": "a whole number of at most 100"}])
        );
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect() {
    for (path, host) in [
        ("/storefront/v1/products", "aurora.example"),
        ("/storefront/v1/products/internal", "aurora.example"),
        ("/nothing", "nobody.example"),
        ("/docs", "api.example"),
    ] {
        let response = client().get(path).header("Host", host).send().await;
        response.assert_header("Strict-Transport-Security", "max-age=31536000");
        response.assert_header("X-Content-Type-Options", "nosniff");
        response.assert_header("Referrer-Policy", "no-referrer");
        let policy = response.0.header("Content-Security-Policy").unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(response.0.header("Server").is_none());
        assert!(
            response
                .0
                .header("X-Request-Id")
                .unwrap()
                .starts_with("req_")
        );
    }
}

#[tokio::test]
async fn a_clients_request_id_is_not_taken_over() {
    let response = client()
        .get("/storefront/v1/products")
        .header("Host", "aurora.example")
        .header("X-Request-Id", "mine")
        .send()
        .await;

    assert_ne!(response.0.header("X-Request-Id"), Some("mine"));
}

#[tokio::test]
async fn answers_are_not_kept_unless_they_say_so() {
    let response = client()
        .get("/admin/v1/me")
        .header("Host", "aurora.example")
        .header("Authorization", "Bearer staff-of-1")
        .send()
        .await;

    response.assert_header("Cache-Control", "private, no-store");
}

/// Whatever can be read can be asked about, with the same headers and no body.
#[tokio::test]
async fn head_is_get_without_the_body() {
    let client = client();
    for path in ["/storefront/v1/products", "/docs"] {
        let host = if path == "/docs" {
            "api.example"
        } else {
            "aurora.example"
        };
        let get = client.get(path).header("Host", host).send().await.0;
        let head = client.head(path).header("Host", host).send().await.0;
        assert_eq!(head.status(), 200, "{path}");
        for name in ["etag", "cache-control", "content-type", "vary"] {
            assert_eq!(
                head.headers().get(name),
                get.headers().get(name),
                "{path} {name}"
            );
        }
        if let Some(tag) = get.headers().get("etag") {
            let known = client
                .head(path)
                .header("Host", host)
                .header("If-None-Match", tag);
            assert_eq!(known.send().await.0.status(), 304, "{path}");
        }
    }
}

#[tokio::test]
async fn every_method_that_an_address_does_not_take_is_answered_alike() {
    let client = client();
    for method in ["TRACE", "DELETE", "PROPFIND", "PUT"] {
        let method = poem::http::Method::from_bytes(method.as_bytes()).unwrap();
        let request = client.request(method.clone(), "/storefront/v1/products");
        let response = request.header("Host", "aurora.example").send().await;
        let allow = response.0.headers().get("allow").cloned();
        assert_eq!(
            problem(response).await,
            (405, "method_not_allowed".into()),
            "{method}"
        );
        assert_eq!(allow.unwrap(), "GET, HEAD");
    }
}
