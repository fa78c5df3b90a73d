//! A representation that is answered again and again: its bytes, its tag, and what is compressed of it.

use std::sync::Arc;

use bytes::Bytes;
use poem::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use poem::http::{HeaderMap, HeaderValue, StatusCode};
use poem::{Body, Response};
use sha2::{Digest, Sha256};

use crate::compression::{self, Compressed, Encoding};

/// Bytes with a strong tag. Compressed at most once for each coding; cheap to clone.
#[derive(Debug, Clone)]
pub struct Kept(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    body: Bytes,
    content_type: HeaderValue,
    etag: HeaderValue,
    compressed: Compressed,
}

impl Kept {
    /// Keeps `body`.
    pub fn new(body: Bytes, content_type: HeaderValue) -> Self {
        let digest = Sha256::digest(&body);
        let tag = digest.get(..16).unwrap_or_default();
        let etag = HeaderValue::try_from(format!("\"{}\"", hex::encode(tag)));
        Self(Arc::new(Inner {
            body,
            content_type,
            etag: etag.unwrap_or(HeaderValue::from_static("\"\"")),
            compressed: Compressed::default(),
        }))
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.0.body.len()
    }

    /// The answer to a request with these headers: the bytes in a coding that the client reads, or 304.
    pub async fn respond(&self, request: &HeaderMap, compresses: bool) -> Response {
        let encoding = compresses.then(|| Encoding::of(request)).flatten();
        self.present(request.get(IF_NONE_MATCH), encoding).await
    }

    /// The bytes in a coding that the client reads, whatever the client has already.
    pub async fn whole(&self, request: &HeaderMap, compresses: bool) -> Response {
        let encoding = compresses.then(|| Encoding::of(request)).flatten();
        self.present(None, encoding).await
    }

    pub(crate) async fn present(
        &self,
        if_none_match: Option<&HeaderValue>,
        encoding: Option<Encoding>,
    ) -> Response {
        let Inner {
            body,
            content_type,
            etag,
            compressed,
        } = &*self.0;
        let small = match encoding {
            Some(encoding) if compression::is_text(content_type) => {
                compressed.get(encoding, body).await.zip(Some(encoding))
            }
            Some(_) | None => None,
        };
        let tag = match &small {
            Some((_, encoding)) => compression::tagged(etag, *encoding),
            None => etag.clone(),
        };
        let mut response = Response::default();
        if if_none_match.is_some_and(|tags| is_known(tags, &tag)) {
            response.headers_mut().insert(ETAG, tag);
            response.set_status(StatusCode::NOT_MODIFIED);
            return response;
        }
        let headers = response.headers_mut();
        headers.insert(ETAG, etag.clone());
        headers.insert(CONTENT_TYPE, content_type.clone());
        match small {
            Some((small, encoding)) => compression::encode(&mut response, encoding, small),
            None => response.set_body(Body::from_bytes(body.clone())),
        }
        response
    }
}

/// Whether `If-None-Match` names the tag; the comparison is the weak one (RFC 9110, 13.1.2).
pub(crate) fn is_known(tags: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(tags), Ok(etag)) = (tags.to_str(), etag.to_str()) else {
        return false;
    };
    tags.split(',')
        .map(|tag| tag.trim().trim_start_matches("W/"))
        .any(|tag| tag == "*" || tag == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_weakly() {
        let etag = HeaderValue::from_static("\"abc\"");

        for (tags, known) in [
            ("\"abc\"", true),
            ("W/\"abc\"", true),
            ("\"x\", \"abc\"", true),
            ("*", true),
            ("\"ab\"", false),
        ] {
            assert_eq!(
                is_known(&HeaderValue::from_static(tags), &etag),
                known,
                "{tags}"
            );
        }
    }
}
