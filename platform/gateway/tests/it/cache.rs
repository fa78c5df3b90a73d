//! Catalogue answers are kept for a moment, for their own storefront only.

use std::time::Duration;

use poem::test::{TestClient, TestResponse};

use crate::support::{App, app, read, settings};

fn cached(ttl: Duration) -> TestClient<App> {
    let mut settings = settings();
    settings.catalog_cache_ttl = ttl;
    TestClient::new(app(settings))
}

async fn get(client: &TestClient<App>, host: &str, query: &str) -> TestResponse {
    let path = format!("/storefront/v1/products{query}");
    client.get(path).header("Host", host).send().await
}

/// Which call of the handler made the answer.
async fn call(response: TestResponse) -> String {
    let (status, body) = read(response).await;
    assert_eq!(status, 200);
    let what = body["what"].as_str().unwrap();
    what.rsplit(' ').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_answer_is_kept_for_its_storefront_and_its_query() {
    let client = cached(Duration::from_mins(1));

    assert_eq!(call(get(&client, "aurora.example", "").await).await, "1");
    assert_eq!(call(get(&client, "aurora.example", "").await).await, "1");
    assert_eq!(call(get(&client, "borealis.example", "").await).await, "2");
    assert_eq!(
        call(get(&client, "aurora.example", "?sort=a&x=1").await).await,
        "3"
    );
    assert_eq!(
        call(get(&client, "aurora.example", "?x=1&sort=a").await).await,
        "3"
    );
    assert_eq!(call(get(&client, "borealis.example", "").await).await, "2");
}

#[tokio::test]
async fn host_and_key_of_one_storefront_share_its_answers() {
    let client = cached(Duration::from_mins(1));

    assert_eq!(call(get(&client, "aurora.example", "").await).await, "1");
    let keyed = client
        .get("/storefront/v1/products")
        .header("Host", "api.example")
        .header("Stoa-Publishable-Key", "pk_aurora")
        .send()
        .await;
    assert_eq!(call(keyed).await, "1");
}

#[tokio::test]
async fn a_known_answer_is_not_sent_again() {
    let client = cached(Duration::from_mins(1));
    let first = get(&client, "aurora.example", "").await;
    first.assert_header("Cache-Control", "public, max-age=60");
    first.assert_header(
        "Vary",
        "Host, Stoa-Publishable-Key, Origin, Accept-Encoding",
    );
    let etag = first.0.header("ETag").unwrap().to_owned();

    let again = client
        .get("/storefront/v1/products")
        .header("Host", "aurora.example")
        .header("If-None-Match", etag.clone())
        .send()
        .await;

    assert_eq!(again.0.status().as_u16(), 304);
    again.assert_header("ETag", etag);
    assert!(again.0.into_body().into_vec().await.unwrap().is_empty());
}

#[tokio::test]
async fn of_many_requests_at_once_one_reaches_the_handler() {
    let client = cached(Duration::from_mins(1));

    let answers = futures_util::future::join_all(
        (0..20).map(|_| async { call(get(&client, "aurora.example", "").await).await }),
    )
    .await;

    assert_eq!(answers, vec!["1"; 20]);
}

#[tokio::test]
async fn an_answer_gets_old() {
    let client = cached(Duration::from_millis(50));

    assert_eq!(call(get(&client, "aurora.example", "").await).await, "1");
    tokio::time::sleep(Duration::from_millis(80)).await;
    assert_eq!(call(get(&client, "aurora.example", "").await).await, "2");
}

#[tokio::test]
async fn without_a_time_to_live_nothing_is_kept() {
    let client = cached(Duration::ZERO);

    assert_eq!(call(get(&client, "aurora.example", "").await).await, "1");
    let second = get(&client, "aurora.example", "").await;
    second.assert_header("Cache-Control", "private, no-store");
    assert_eq!(call(second).await, "2");
}

#[tokio::test]
async fn errors_are_not_kept() {
    let client = cached(Duration::from_mins(1));

    let mut ids = Vec::new();
    for _ in 0..2 {
        let path = "/storefront/v1/products/unknown";
        let response = client
            .get(path)
            .header("Host", "aurora.example")
            .send()
            .await;
        response.assert_header("Cache-Control", "private, no-store");
        ids.push(read(response).await.1["request_id"].take());
    }

    assert_ne!(ids[0], ids[1]);
}

/// A client that reads compressed answers gets them, under a tag of their own; others get the bytes.
#[tokio::test]
async fn a_file_is_compressed_for_those_who_read_it() {
    let client = TestClient::new(app(settings()));
    let get = async |accepted: Option<&'static str>, tag: Option<&str>| {
        let mut request = client.get("/docs/redoc.js").header("Host", "api.example");
        if let Some(accepted) = accepted {
            request = request.header("Accept-Encoding", accepted);
        }
        if let Some(tag) = tag {
            request = request.header("If-None-Match", tag);
        }
        request.send().await.0
    };
    let plain = get(None, None).await;
    assert!(!plain.headers().contains_key("content-encoding"));
    let plain = plain.into_body().into_vec().await.unwrap();

    for (accepted, encoding) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
        let answer = get(Some(accepted), None).await;
        assert_eq!(answer.headers()["content-encoding"], encoding);
        let vary = answer.headers().get_all("vary").iter();
        assert!(
            vary.map(|value| value.to_str().unwrap())
                .any(|value| value.contains("Accept-Encoding"))
        );
        let small = answer.into_body().into_vec().await.unwrap();
        assert!(small.len() < plain.len() / 2, "{encoding}: {}", small.len());
    }
}
