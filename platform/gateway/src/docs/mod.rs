//! The OpenAPI document and a page that shows it. The page brings everything along, so it works
//! without the internet.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use poem::http::{HeaderValue, Method};
use poem::{Body, Endpoint, Request, Response};
use poem_openapi::OpenApiService;
use sha2::{Digest, Sha256};

use crate::document::ApiDocument;

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const REVALIDATE: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// Serves `/docs` and `/openapi.json` beside an API.
pub struct WithDocs<E> {
    endpoint: E,
    json: Bytes,
    page: Bytes,
    page_policy: HeaderValue,
}

impl<E: Endpoint> WithDocs<E> {
    /// Puts the pages about `document` beside `endpoint`.
    pub fn new(endpoint: E, document: &ApiDocument) -> Self {
        let page = page(document);
        let page_policy = HeaderValue::try_from(policy(&page));
        Self {
            endpoint,
            json: document.json().clone(),
            page_policy: page_policy.unwrap_or(HeaderValue::from_static("default-src 'none'")),
            page: page.into(),
        }
    }

    fn page_of(&self, request: &Request) -> Option<Response> {
        if *request.method() != Method::GET {
            return None;
        }
        let mut response = Response::default();
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, REVALIDATE);
        match request.uri().path() {
            "/openapi.json" => {
                headers.insert(CONTENT_TYPE, JSON);
                response.set_body(Body::from_bytes(self.json.clone()));
            }
            "/docs" | "/docs/" => {
                headers.insert(CONTENT_TYPE, HTML);
                headers.insert(CONTENT_SECURITY_POLICY, self.page_policy.clone());
                response.set_body(Body::from_bytes(self.page.clone()));
            }
            _ => return None,
        }
        Some(response)
    }
}

impl<E: Endpoint<Output = Response>> Endpoint for WithDocs<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        match self.page_of(&request) {
            Some(page) => Ok(page),
            None => self.endpoint.call(request).await,
        }
    }
}

/// Swagger UI as poem-openapi brings it, with our normalised document in the place of its own.
fn page(document: &ApiDocument) -> String {
    let empty = OpenApiService::new((), "", "");
    // Inside a script, `</` could end it.
    let json = String::from_utf8_lossy(document.json()).replace("</", "<\\/");
    let title = document
        .value()
        .pointer("/info/title")
        .and_then(|title| title.as_str())
        .unwrap_or_default();
    empty
        .swagger_ui_html()
        .replacen(
            "<title>Swagger UI</title>",
            &format!("<title>{title}</title>"),
            1,
        )
        .replacen(
            &format!("let spec = {};", empty.spec()),
            &format!("let spec = {json};"),
            1,
        )
}

/// Allows the scripts that stand in the page, by their hashes, and nothing else to run.
fn policy(page: &str) -> String {
    let hashes: Vec<String> = scripts(page)
        .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script))))
        .collect();
    format!(
        "default-src 'none'; script-src {}; style-src 'unsafe-inline'; img-src data:; \
         connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        hashes.join(" ")
    )
}

/// The text of each script element. A script may itself speak of scripts, so the next element is
/// looked for after the end of the one before.
fn scripts(page: &str) -> impl Iterator<Item = &str> {
    let mut rest = page;
    std::iter::from_fn(move || {
        let (_, element) = rest.split_once("<script")?;
        let (script, after) = element.split_once('>')?.1.split_once("</script>")?;
        rest = after;
        Some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_holds_our_document_and_its_policy_knows_both_scripts() {
        let spec = r#"{"info": {"title": "Mine </script>"}, "paths": {}}"#;
        let document = ApiDocument::of(spec, &[]).unwrap();

        let page = page(&document);

        assert!(page.contains("let spec = {\n  \"info\""));
        assert!(page.contains("Mine <\\/script>"));
        let [bundle, ours] = scripts(&page).collect::<Vec<_>>()[..] else {
            panic!("two scripts were expected");
        };
        assert!(bundle.contains("SwaggerUIBundle") && ours.contains("SwaggerUIBundle({"));
        assert_eq!(policy(&page).matches("sha256-").count(), 2);
    }

    #[test]
    fn a_script_that_speaks_of_scripts_is_one_script() {
        let page = "<script a>x('<script>')</script><p></p><script>y</script>";

        assert_eq!(scripts(page).collect::<Vec<_>>(), ["x('<script>')", "y"]);
    }
}
