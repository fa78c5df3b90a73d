//! Bodies are counted, whatever the client says about their length.

use futures_util::{StreamExt, stream};
use poem::Body;

use crate::support::{client, problem};

const MEBIBYTE: usize = 1024 * 1024;

fn json_of(size: usize) -> String {
    let mut text = "\"".to_owned();
    text.push_str(&"a".repeat(size - 2));
    text.push('"');
    text
}

#[tokio::test]
async fn a_body_of_the_limit_is_read_and_one_byte_more_is_not() {
    let client = client();

    for (size, status, code) in [
        (MEBIBYTE, 400, "invalid_request"),
        (MEBIBYTE + 1, 413, "body_too_large"),
    ] {
        for is_announced in [true, false] {
            let text = json_of(size);
            let mut request = client
                .post("/storefront/v1/carts/c/lines")
                .header("Host", "aurora.example")
                .content_type("application/json");
            if is_announced {
                request = request.header("Content-Length", size.to_string());
            }
            let pieces: Vec<_> = text
                .as_bytes()
                .chunks(10_000)
                .map(|piece| Ok::<_, std::io::Error>(piece.to_vec()))
                .collect();
            let body = Body::from_bytes_stream(stream::iter(pieces));

            let response = request.body(body).send().await;

            assert_eq!(
                problem(response).await,
                (status, code.into()),
                "{size} {is_announced}"
            );
        }
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_refused() {
    let pieces = vec![
        Ok(b"{\"quantity\"".to_vec()),
        Err(std::io::Error::other("the client went away")),
    ];

    let response = client()
        .post("/storefront/v1/carts/c/lines")
        .header("Host", "aurora.example")
        .content_type("application/json")
        .body(Body::from_bytes_stream(stream::iter(pieces)))
        .send()
        .await;

    assert_eq!(problem(response).await, (400, "malformed_body".into()));
}

/// A body that never comes: whoever waits for it has not seen that it is not wanted.
fn endless() -> Body {
    Body::from_bytes_stream(stream::pending::<Result<Vec<u8>, std::io::Error>>())
}

#[tokio::test]
async fn no_body_is_waited_for_that_no_operation_takes() {
    let client = client();

    for (request, status) in [
        (client.get("/storefront/v1/products"), 200),
        (client.post("/storefront/v1/nothing"), 404),
        (client.post("/storefront/v1/products"), 405),
    ] {
        let request = request.header("Host", "aurora.example").body(endless());
        assert_eq!(request.send().await.0.status().as_u16(), status);
    }
}

#[tokio::test]
async fn a_body_is_read_after_the_credentials() {
    let client = client();

    for token in [None, Some("Bearer wrong"), Some("Basic abc")] {
        let mut request = client
            .post("/admin/v1/lines")
            .header("Host", "aurora.example")
            .content_type("application/json");
        if let Some(token) = token {
            request = request.header("Authorization", token);
        }
        let response = request.body(endless()).send().await;
        assert_eq!(problem(response).await, (401, "unauthenticated".into()));
    }
}

#[tokio::test]
async fn json_with_very_many_values_is_refused_with_a_code_of_its_own() {
    let body = format!("[{}1]", "1,".repeat(150_001));
    let response = client()
        .post("/storefront/v1/carts/c/lines")
        .header("Host", "aurora.example")
        .content_type("application/json")
        .body(body)
        .send()
        .await;

    assert_eq!(problem(response).await, (413, "body_too_complex".into()));
}

#[tokio::test]
async fn what_is_received_at_once_is_bounded() {
    let mut settings = crate::support::settings();
    settings.body_memory = 1_000;
    settings.body_limit = 600;
    let client = poem::test::TestClient::new(crate::support::app(settings));
    let send = |size: usize, and_then| {
        let head = stream::iter([Ok::<_, std::io::Error>(vec![b' '; size])]);
        let pieces = head.chain(and_then);
        client
            .post("/storefront/v1/carts/c/lines")
            .header("Host", "aurora.example")
            .content_type("application/json")
            .body(Body::from_bytes_stream(pieces))
            .send()
    };

    let held = Box::pin(send(500, stream::pending().boxed()));
    let second = async {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        problem(send(500, stream::empty().boxed()).await).await
    };
    let second = tokio::select! {
        _ = held => panic!("it never ends"),
        second = second => second,
    };
    assert_eq!(second, (503, "overloaded".into()));
    // The first has gone, and what it held is given back.
    assert_eq!(
        problem(send(500, stream::empty().boxed()).await).await.0,
        400
    );
}
