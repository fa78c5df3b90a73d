//! Reads bodies, counting bytes: what a client says about the length is not believed.

use bytes::Bytes;
use poem::error::ReadBodyError;
use poem::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use poem::{Body, Request};

/// Nesting of JSON at most.
const DEEPEST: usize = 64;
/// Names and items of JSON at most, all levels together.
const MOST_VALUES: usize = 20_000;

/// A body that is not taken.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// More bytes than allowed.
    TooLarge,
    /// JSON that is nested too deeply, or has too many values.
    TooComplex,
    /// The client stopped sending, or sent what HTTP does not allow.
    Broken,
}

/// Reads the whole body, puts it back into the request, and gives it out as well.
pub(crate) async fn read(request: &mut Request, limit: usize) -> Result<Bytes, Refused> {
    let body = request.take_body();
    if body.is_empty() {
        return Ok(Bytes::new());
    }
    let announced = request.headers().get(CONTENT_LENGTH);
    let announced = announced.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(Refused::TooLarge);
    }
    // Boxed: the buffer inside is 4 KiB, which requests without a body need not carry.
    let bytes = match Box::pin(body.into_bytes_limit(limit)).await {
        Ok(bytes) => bytes,
        Err(ReadBodyError::PayloadTooLarge) => return Err(Refused::TooLarge),
        Err(_) => return Err(Refused::Broken),
    };
    let content_type = request.headers().get(CONTENT_TYPE);
    let is_json = content_type.is_some_and(|kind| {
        kind.as_bytes()
            .windows(4)
            .any(|word| word.eq_ignore_ascii_case(b"json"))
    });
    if is_json && !is_simple(&bytes) {
        return Err(Refused::TooComplex);
    }
    request.set_body(Body::from_bytes(bytes.clone()));
    Ok(bytes)
}

/// Whether JSON stays within bounds. What is not JSON is left to the parser.
fn is_simple(json: &[u8]) -> bool {
    let (mut depth, mut values) = (0_usize, 0_usize);
    let (mut is_in_string, mut is_escaped) = (false, false);
    for byte in json {
        if is_in_string {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' => is_in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => is_in_string = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' | b':' => values += 1,
            _ => {}
        }
        if depth > DEEPEST || values > MOST_VALUES {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_and_numbers_are_bounded() {
        let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));

        assert!(is_simple(nested(64).as_bytes()));
        assert!(!is_simple(nested(65).as_bytes()));
        assert!(!is_simple(format!("[{}1]", "1,".repeat(20_001)).as_bytes()));
        assert!(is_simple(
            format!("\"{}\\\"[\"", "[".repeat(100)).as_bytes()
        ));
        assert!(is_simple(br#"{"a": {"b": []}}"#));
    }
}
