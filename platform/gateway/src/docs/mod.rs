//! The OpenAPI document and a page that shows it with code samples. The page is Redoc, whose bundle comes along
//! (`scripts/vendor-redoc.sh`), so that it works without the internet and asks no other host.

mod shown;

pub use shown::Samples;

use std::io::Read;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use flate2::read::GzDecoder;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use poem::http::{HeaderValue, Method};
use poem::{Body, Endpoint, Request, Response};
use serde_json::Value;

use crate::document::{ApiDocument, DocumentError};

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const SCRIPT: HeaderValue = HeaderValue::from_static("text/javascript; charset=utf-8");
const REVALIDATE: HeaderValue = HeaderValue::from_static("public, max-age=60");
/// Scripts are files of this host. Redoc writes its styles into the page, and searches in a worker that it makes.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; \
     connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
);
const REDOC: &[u8] = include_bytes!("redoc.js.gz");

/// Serves `/docs` and `/openapi.json` beside an API. What is large is made when somebody asks for it first.
pub struct WithDocs<E> {
    endpoint: E,
    document: Arc<ApiDocument>,
    samples: fn() -> Result<Samples, DocumentError>,
    shown: OnceLock<Bytes>,
    redoc: OnceLock<Bytes>,
}

impl<E: Endpoint> WithDocs<E> {
    /// Puts the pages about `document` beside `endpoint`.
    pub const fn new(
        endpoint: E,
        document: Arc<ApiDocument>,
        samples: fn() -> Result<Samples, DocumentError>,
    ) -> Self {
        Self {
            endpoint,
            document,
            samples,
            shown: OnceLock::new(),
            redoc: OnceLock::new(),
        }
    }

    fn content(&self, path: &str) -> Option<(HeaderValue, Bytes)> {
        Some(match path {
            "/openapi.json" => (JSON, self.document.json().clone()),
            "/docs" | "/docs/" => (HTML, page(&self.document).into()),
            "/docs/redoc.js" => (SCRIPT, self.redoc.get_or_init(redoc).clone()),
            "/docs/start.js" => (SCRIPT, Bytes::from_static(include_bytes!("start.js"))),
            "/docs/document.json" => (JSON, self.shown.get_or_init(|| self.shown()).clone()),
            _ => return None,
        })
    }

    /// The document with code samples; without them where they cannot be read.
    fn shown(&self) -> Bytes {
        let samples = (self.samples)().unwrap_or_else(|why| {
            tracing::error!(error = %why, "the code samples of the API cannot be read");
            Samples::new()
        });
        let shown = shown::shown(self.document.value(), &samples);
        shown.to_string().into()
    }

    fn file(&self, request: &Request) -> Option<Response> {
        if *request.method() != Method::GET {
            return None;
        }
        let (kind, content) = self.content(request.uri().path())?;
        let mut response = Response::default();
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, REVALIDATE);
        if kind == HTML {
            headers.insert(CONTENT_SECURITY_POLICY, POLICY);
        }
        headers.insert(CONTENT_TYPE, kind);
        response.set_body(Body::from_bytes(content));
        Some(response)
    }
}

/// The script, which a test unpacks too.
fn redoc() -> Bytes {
    let mut redoc = Vec::new();
    if let Err(why) = GzDecoder::new(REDOC).read_to_end(&mut redoc) {
        tracing::error!(error = %why, "the script of the API's page cannot be unpacked");
    }
    redoc.into()
}

impl<E: Endpoint<Output = Response>> Endpoint for WithDocs<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        match self.file(&request) {
            Some(file) => Ok(file),
            None => self.endpoint.call(request).await,
        }
    }
}

fn page(document: &ApiDocument) -> String {
    let title = document
        .value()
        .pointer("/info/title")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    include_str!("page.html").replacen("{title}", &title, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_the_documents_title_and_asks_no_other_host() {
        let spec = r#"{"info": {"title": "Mine <b>"}, "paths": {}}"#;
        let document = ApiDocument::of(spec, &[]).unwrap();

        let page = page(&document);

        assert!(page.contains("<title>Mine &lt;b> API</title>"), "{page}");
        assert!(!page.contains("http:") && !page.contains("https:"));
    }

    #[test]
    fn the_bundle_loads_nothing_from_elsewhere() {
        let mut redoc = String::new();
        GzDecoder::new(REDOC).read_to_string(&mut redoc).unwrap();

        assert!(redoc.contains("ReDoc - OpenAPI") && !redoc.contains("cdn.redoc.ly"));
    }
}
