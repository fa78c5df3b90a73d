//! Which tenant a request reaches: the host's, or the key's, and never another.

use crate::support::{client, problem, read, tenant};

const LINES: &str = "/storefront/v1/carts/c/lines";

#[tokio::test]
async fn the_host_names_the_tenant() {
    let client = client();

    for (host, number) in [("aurora.example", 1), ("Borealis.Example:8080", 2)] {
        let response = client
            .post("/admin/v1/auth/login")
            .header("Host", host)
            .send()
            .await;
        assert_eq!(read(response).await.1["what"], tenant(number).to_string());
    }
}

#[tokio::test]
async fn an_unknown_host_is_a_constant_404_on_every_path() {
    let client = client();
    let mut bodies = Vec::new();

    for path in [
        "/storefront/v1/products",
        "/admin/v1/me",
        "/docs",
        "/nowhere",
    ] {
        for host in ["unknown.example", "not a host", "[::1]:80"] {
            let response = client.get(path).header("Host", host).send().await;
            let (status, mut body) = read(response).await;
            assert_eq!(status, 404, "{host}{path}");
            body["request_id"].take();
            bodies.push(body);
        }
    }

    bodies.dedup();
    assert_eq!(
        bodies,
        [serde_json::json!({
            "type": "urn:problem-type:stoa:not_found",
            "title": "Not found",
            "status": 404,
            "code": "not_found",
            "detail": "There is nothing here.",
            "request_id": null,
        })]
    );
}

#[tokio::test]
async fn a_request_without_a_host_reaches_nobody() {
    let response = client().get("/storefront/v1/products").send().await;

    assert_eq!(problem(response).await, (400, "malformed_request".into()));
}

#[tokio::test]
async fn forwarded_hosts_and_tenant_headers_have_no_effect() {
    let response = client()
        .post("/admin/v1/auth/login")
        .header("Host", "aurora.example")
        .header("X-Forwarded-Host", "borealis.example")
        .header("Forwarded", "host=borealis.example")
        .header("X-Tenant-Id", tenant(2).to_string())
        .send()
        .await;

    assert_eq!(read(response).await.1["what"], tenant(1).to_string());
}

#[tokio::test]
async fn on_a_platform_host_the_key_selects_the_storefront() {
    let client = client();
    let login = |key: &'static str| {
        client
            .post("/admin/v1/auth/login")
            .header("Host", "api.example")
            .header("Stoa-Publishable-Key", key)
            .send()
    };

    assert_eq!(
        read(login("pk_borealis").await).await.1["what"],
        tenant(2).to_string()
    );
    assert_eq!(
        problem(login("pk_unknown").await).await,
        (404, "not_found".into())
    );
    let without = client
        .post("/admin/v1/auth/login")
        .header("Host", "api.example")
        .send();
    assert_eq!(problem(without.await).await, (404, "not_found".into()));
}

#[tokio::test]
async fn host_and_key_must_agree() {
    let client = client();

    for (key, status) in [
        ("pk_aurora", 200),
        ("pk_borealis", 404),
        ("pk_unknown", 404),
    ] {
        let response = client
            .post("/admin/v1/auth/login")
            .header("Host", "aurora.example")
            .header("Stoa-Publishable-Key", key)
            .send()
            .await;
        assert_eq!(response.0.status().as_u16(), status, "{key}");
    }
}

#[tokio::test]
async fn platform_and_storefront_paths_are_apart() {
    let client = client();

    for (host, path, status) in [
        ("api.example", "/openapi.json", 200),
        ("api.example", "/docs", 200),
        ("api.example", "/operator/v1/me", 401),
        ("api.example", "/storefront/v1/products", 404),
        ("aurora.example", "/openapi.json", 404),
        ("aurora.example", "/docs", 404),
        ("aurora.example", "/operator/v1/me", 404),
        ("aurora.example", "/admin/v1/me", 401),
        ("aurora.example", "/storefront/v1/products", 200),
    ] {
        let response = client.get(path).header("Host", host).send().await;
        assert_eq!(response.0.status().as_u16(), status, "{host}{path}");
    }
}

#[tokio::test]
async fn a_token_is_good_at_its_own_tenant_only() {
    let client = client();
    let me = |host: &'static str, token: &'static str| {
        let bearer = format!("Bearer {token}");
        client
            .get("/admin/v1/me")
            .header("Host", host)
            .header("Authorization", bearer)
            .send()
    };

    assert_eq!(read(me("aurora.example", "staff-of-1").await).await.0, 200);
    for (host, token) in [
        ("borealis.example", "staff-of-1"),
        ("aurora.example", "nonsense"),
    ] {
        let response = me(host, token).await;
        response.assert_header("WWW-Authenticate", "Bearer");
        assert_eq!(problem(response).await, (401, "unauthenticated".into()));
    }
}

#[tokio::test]
async fn an_operators_token_is_good_on_platform_hosts_only() {
    let client = client();
    let me = |host: &'static str| {
        client
            .get("/operator/v1/me")
            .header("Host", host)
            .header("Authorization", "Bearer operator")
            .send()
    };

    assert_eq!(read(me("api.example").await).await.0, 200);
    assert_eq!(
        problem(me("aurora.example").await).await,
        (404, "not_found".into())
    );
}

#[tokio::test]
async fn a_suspended_tenant_is_closed() {
    let client = client();
    let host = ("Host", "closed.example");

    let shop = client
        .get("/storefront/v1/products")
        .header(host.0, host.1)
        .send()
        .await;
    shop.assert_header("Retry-After", "300");
    assert_eq!(problem(shop).await, (503, "tenant_suspended".into()));
    let staff = client
        .get("/admin/v1/me")
        .header(host.0, host.1)
        .header("Authorization", "Bearer staff-of-3")
        .send()
        .await;
    assert_eq!(problem(staff).await, (403, "tenant_suspended".into()));
}

#[tokio::test]
async fn a_directory_that_is_out_is_no_unknown_host() {
    let response = client()
        .post(LINES)
        .header("Host", "broken.example")
        .send()
        .await;

    response.assert_header("Retry-After", "5");
    assert_eq!(
        problem(response).await,
        (503, "payment_provider_unavailable".into())
    );
}
