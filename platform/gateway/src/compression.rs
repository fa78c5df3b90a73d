//! Answers in fewer bytes, for clients that can read them.

use std::io::Write;

use bytes::Bytes;
use poem::http::header::{
    ACCEPT_ENCODING, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG,
    VARY,
};
use poem::http::{HeaderMap, HeaderValue, StatusCode};
use poem::{Body, Response};
use tokio::sync::OnceCell;

/// Smaller answers fit into a packet anyway.
const LEAST: usize = 1024;
/// Larger answers are compressed where they keep no request waiting.
const LARGE: usize = 64 * 1024;
const BROTLI_QUALITY: u32 = 5;
const BROTLI_WINDOW: u32 = 20;

/// A coding of RFC 9110.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// The coding that the client reads and that makes the answer smallest; none when it reads none.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let (mut brotli, mut gzip) = (0_u16, 0_u16);
        for value in headers.get_all(ACCEPT_ENCODING) {
            for part in value.to_str().unwrap_or_default().split(',') {
                let (name, weight) = part.split_once(';').unwrap_or((part, ""));
                let weight = thousandths(weight);
                match name.trim().to_ascii_lowercase().as_str() {
                    "br" => brotli = weight,
                    "gzip" | "x-gzip" => gzip = weight,
                    _ => {}
                }
            }
        }
        match (brotli, gzip) {
            (0, 0) => None,
            (brotli, gzip) if brotli >= gzip => Some(Self::Brotli),
            _ => Some(Self::Gzip),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    fn compress(self, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut small = Vec::with_capacity(bytes.len() / 4);
        match self {
            Self::Brotli => {
                let quality = (BROTLI_QUALITY, BROTLI_WINDOW);
                let mut writer =
                    brotli::CompressorWriter::new(&mut small, 4096, quality.0, quality.1);
                writer.write_all(bytes)?;
                writer.flush()?;
            }
            Self::Gzip => {
                let level = flate2::Compression::new(5);
                let mut writer = flate2::write::GzEncoder::new(&mut small, level);
                writer.write_all(bytes)?;
                writer.finish()?;
            }
        }
        Ok(small)
    }
}

/// `q=0.5` in thousandths; 1 when it is not said.
fn thousandths(parameter: &str) -> u16 {
    let Some(weight) = parameter.trim().strip_prefix("q=") else {
        return 1000;
    };
    let mut digits = weight.trim().chars().filter(char::is_ascii_digit);
    (0..4).fold(0, |sum, _| {
        let digit = digits.next().and_then(|digit| digit.to_digit(10));
        sum * 10 + u16::try_from(digit.unwrap_or(0)).unwrap_or(0)
    })
}

/// Bytes that are compressed at most once for each coding.
#[derive(Debug, Default)]
pub(crate) struct Compressed {
    brotli: OnceCell<Option<Bytes>>,
    gzip: OnceCell<Option<Bytes>>,
}

impl Compressed {
    /// `bytes` in the coding; none when that is not smaller.
    pub(crate) async fn get(&self, encoding: Encoding, bytes: &Bytes) -> Option<Bytes> {
        let kept = match encoding {
            Encoding::Brotli => &self.brotli,
            Encoding::Gzip => &self.gzip,
        };
        kept.get_or_init(|| compressed(encoding, bytes.clone()))
            .await
            .clone()
    }
}

async fn compressed(encoding: Encoding, bytes: Bytes) -> Option<Bytes> {
    if bytes.len() < LEAST {
        return None;
    }
    let small = if bytes.len() < LARGE {
        encoding.compress(&bytes)
    } else {
        let length = bytes.len();
        let work = tokio::task::spawn_blocking(move || encoding.compress(&bytes));
        let small = work.await.ok()?;
        return small
            .ok()
            .filter(|small| small.len() < length)
            .map(Bytes::from);
    };
    small
        .ok()
        .filter(|small| small.len() < bytes.len())
        .map(Bytes::from)
}

/// Gives the answer the compressed body, and a tag of its own: other bytes are another representation.
pub(crate) fn encode(response: &mut Response, encoding: Encoding, small: Bytes) {
    response.set_body(Body::from_bytes(small));
    let headers = response.headers_mut();
    headers.remove(CONTENT_LENGTH);
    headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
    if let Some(tag) = headers.get(ETAG) {
        let tag = tagged(tag, encoding);
        headers.insert(ETAG, tag);
    }
}

/// The tag of the same page in the coding.
pub(crate) fn tagged(tag: &HeaderValue, encoding: Encoding) -> HeaderValue {
    let text = tag.to_str().unwrap_or_default();
    let text = text.strip_suffix('"').unwrap_or(text);
    HeaderValue::try_from(format!("{text}-{}\"", encoding.name())).unwrap_or_else(|_| tag.clone())
}

/// Says that the answer depends on what the client reads, unless it says so already.
fn vary(headers: &mut HeaderMap) {
    let is_said = headers.get_all(VARY).iter().any(|value| {
        let names = value.to_str().unwrap_or_default();
        names.ends_with("Accept-Encoding")
    });
    if !is_said {
        headers.append(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
}

/// Compresses an answer that is text, long enough and not compressed yet.
pub(crate) async fn apply(response: &mut Response, encoding: Option<Encoding>) {
    let headers = response.headers();
    let is_text = headers.get(CONTENT_TYPE).is_some_and(is_text);
    // A file is sent while it is read, so there is nothing whole to compress.
    let is_done =
        headers.contains_key(CONTENT_ENCODING) || headers.contains_key(CONTENT_DISPOSITION);
    if is_done || !is_text || response.status() == StatusCode::NOT_MODIFIED {
        return;
    }
    vary(response.headers_mut());
    let Some(encoding) = encoding else {
        return;
    };
    let Ok(bytes) = response.take_body().into_bytes().await else {
        *response = Response::builder()
            .status(StatusCode::INTERNAL_SERVER_ERROR)
            .finish();
        return;
    };
    match compressed(encoding, bytes.clone()).await {
        Some(small) => encode(response, encoding, small),
        None => response.set_body(Body::from_bytes(bytes)),
    }
}

pub(crate) fn is_text(content_type: &HeaderValue) -> bool {
    let kind = content_type.to_str().unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.starts_with("text/")
        || kind.ends_with("json")
        || kind.ends_with("javascript")
        || kind == "image/svg+xml"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_says_what_it_reads() {
        for (accepted, encoding) in [
            ("gzip, deflate, br, zstd", Some(Encoding::Brotli)),
            ("gzip", Some(Encoding::Gzip)),
            ("br;q=0.5, gzip;q=0.8", Some(Encoding::Gzip)),
            ("br;q=0, gzip", Some(Encoding::Gzip)),
            ("gzip;q=0", None),
            ("identity", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(accepted));
            assert_eq!(Encoding::of(&headers), encoding, "{accepted}");
        }
        assert_eq!(Encoding::of(&HeaderMap::new()), None);
    }

    #[tokio::test]
    async fn short_answers_and_those_that_do_not_shrink_stay_as_they_are() {
        assert_eq!(
            compressed(Encoding::Gzip, Bytes::from_static(b"short")).await,
            None
        );
        let text = Bytes::from("the same again, ".repeat(500));
        for encoding in [Encoding::Gzip, Encoding::Brotli] {
            let small = compressed(encoding, text.clone()).await.unwrap();
            assert!(small.len() < 200, "{encoding:?}: {}", small.len());
        }
    }
}
