//! Bodies are counted, whatever the client says about their length.

use futures_util::stream;
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
