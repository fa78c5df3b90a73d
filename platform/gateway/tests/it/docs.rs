//! The page of the API: its files, and that a browser may load nothing else.

use poem::test::TestClient;

use crate::support::{app, settings};

#[tokio::test]
async fn the_page_and_its_files_come_from_the_platforms_host() {
    let client = TestClient::new(app(settings()));
    for (path, kind) in [
        ("/docs", "text/html; charset=utf-8"),
        ("/docs/", "text/html; charset=utf-8"),
        ("/docs/redoc.js", "text/javascript; charset=utf-8"),
        ("/docs/start.js", "text/javascript; charset=utf-8"),
        ("/docs/document.json", "application/json"),
        ("/openapi.json", "application/json"),
    ] {
        let answer = client.get(path).header("Host", "api.example").send().await;
        answer.assert_status_is_ok();
        answer.assert_header("Content-Type", kind);
        let shop = client.get(path).header("Host", "aurora.example");
        shop.send()
            .await
            .assert_status(poem::http::StatusCode::NOT_FOUND);
    }
    let other = client.get("/docs/other.js").header("Host", "api.example");
    other
        .send()
        .await
        .assert_status(poem::http::StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_browser_may_run_the_pages_own_scripts_and_ask_its_own_host() {
    let client = TestClient::new(app(settings()));
    let page = client
        .get("/docs")
        .header("Host", "api.example")
        .send()
        .await;

    page.assert_header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; \
         connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
    );
    let page = page.0.into_body().into_string().await.unwrap();
    assert_eq!(page.matches("<script").count(), 2);
    assert!(!page.contains("//"), "{page}");
}
