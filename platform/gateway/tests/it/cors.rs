//! Pages of the storefront's own hosts may call; no others.

use poem::http::{HeaderValue, Method};
use poem::test::TestClient;

use crate::support::{app, client, settings};

const PATH: &str = "/storefront/v1/products";

#[tokio::test]
async fn only_the_storefronts_own_pages_may_read_answers() {
    let client = client();

    for (origin, is_allowed) in [
        (&b"https://aurora.example"[..], true),
        (b"https://borealis.example", false),
        (b"https://aurora.example.evil.example", false),
        (b"http://aurora.example", false),
        (b"null", false),
        (b"https://aur\xf6ra.example", false),
    ] {
        let origin = HeaderValue::from_bytes(origin).unwrap();
        let response = client
            .get(PATH)
            .header("Host", "aurora.example")
            .header("Origin", origin.clone())
            .send()
            .await;

        response.assert_status_is_ok();
        let allowed = response.0.headers().get("Access-Control-Allow-Origin");
        assert_eq!(allowed, is_allowed.then_some(&origin), "{origin:?}");
        assert!(response.0.header("Vary").unwrap().contains("Origin"));
        assert!(
            response
                .0
                .header("Access-Control-Allow-Credentials")
                .is_none()
        );
    }
}

#[tokio::test]
async fn preflights_are_answered_for_the_storefronts_own_pages() {
    let client = client();
    let ask = |host: &'static str, origin: &'static str| {
        client
            .request(Method::OPTIONS, "/storefront/v1/carts")
            .header("Host", host)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,cart-token")
            .send()
    };

    for host in ["aurora.example", "api.example"] {
        let allowed = ask(host, "https://aurora.example").await;
        assert_eq!(allowed.0.status().as_u16(), 204);
        allowed.assert_header("Access-Control-Allow-Origin", "https://aurora.example");
        allowed.assert_header("Access-Control-Max-Age", "600");
        let headers = allowed.0.header("Access-Control-Allow-Headers").unwrap();
        assert!(headers.contains("Cart-Token") && headers.contains("Idempotency-Key"));

        let refused = ask(host, "https://evil.example").await;
        assert_eq!(refused.0.status().as_u16(), 204);
        assert!(refused.0.header("Access-Control-Allow-Origin").is_none());
        assert!(refused.0.header("Access-Control-Allow-Methods").is_none());
    }
}

#[tokio::test]
async fn a_page_needs_its_own_storefronts_key_on_a_platform_host() {
    let client = client();
    let get = |key: &'static str| {
        client
            .get(PATH)
            .header("Host", "api.example")
            .header("Origin", "https://aurora.example")
            .header("Stoa-Publishable-Key", key)
            .send()
    };

    let own = get("pk_aurora").await;
    own.assert_header("Access-Control-Allow-Origin", "https://aurora.example");
    let foreign = get("pk_borealis").await;
    assert!(foreign.0.header("Access-Control-Allow-Origin").is_none());
}

#[tokio::test]
async fn errors_can_be_read_by_the_page_as_well() {
    let response = client()
        .get("/storefront/v1/orders/x")
        .header("Host", "aurora.example")
        .header("Origin", "https://aurora.example")
        .send()
        .await;

    assert_eq!(response.0.status().as_u16(), 404);
    response.assert_header("Access-Control-Allow-Origin", "https://aurora.example");
}

#[tokio::test]
async fn development_allows_http_and_any_port() {
    let mut settings = settings();
    settings.allow_http_origins = true;
    let client = TestClient::new(app(settings));

    let response = client
        .get(PATH)
        .header("Host", "aurora.example")
        .header("Origin", "http://aurora.example:5173")
        .send()
        .await;

    response.assert_header("Access-Control-Allow-Origin", "http://aurora.example:5173");
}
