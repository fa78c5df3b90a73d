//! Reads of the storefront API for a page, in this process and without the network: the same operations,
//! the same callers, the same answers.

use std::sync::Arc;
use std::time::Duration;

use gateway::RequestContext;
use poem::http::{HeaderName, HeaderValue, Method, StatusCode, Uri};
use poem::{Endpoint, Request, Response};
use serde_json::value::RawValue;

use crate::page::Read;

/// The API's part that pages are made from. Nothing in it knows who asks.
const READABLE: &str = "/storefront/v1/";
/// How long a page waits for a read.
const PATIENCE: Duration = Duration::from_secs(3);

/// Selects the draft of a brand.
const PREVIEW: HeaderName = HeaderName::from_static("stoa-brand-preview");

/// The answer to a GET as a visitor without a cart or an account.
pub(crate) async fn read<E>(api: &E, context: &Arc<RequestContext>, path: &str) -> Read
where
    E: Endpoint<Output = Response>,
{
    read_previewed(api, context, path, None).await
}

/// The same, with the draft of the brand that the token shows.
pub(crate) async fn read_previewed<E>(
    api: &E,
    context: &Arc<RequestContext>,
    path: &str,
    preview: Option<HeaderValue>,
) -> Read
where
    E: Endpoint<Output = Response>,
{
    let asking = ask(api, context, path, preview);
    match tokio::time::timeout(PATIENCE, asking).await {
        Ok(read) => read,
        Err(_) => Read::failed(StatusCode::GATEWAY_TIMEOUT),
    }
}

async fn ask<E>(
    api: &E,
    context: &Arc<RequestContext>,
    path: &str,
    preview: Option<HeaderValue>,
) -> Read
where
    E: Endpoint<Output = Response>,
{
    let uri = path.parse::<Uri>();
    let (true, Ok(uri)) = (path.starts_with(READABLE), uri) else {
        return Read::failed(StatusCode::NOT_FOUND);
    };
    let mut request = Request::builder().method(Method::GET).uri(uri).finish();
    request.set_data(Arc::clone(context));
    if let Some(token) = preview {
        request.headers_mut().insert(PREVIEW, token);
    }
    let mut response = match api.call(request).await {
        Ok(response) => response,
        Err(error) => return Read::failed(error.status()),
    };
    if response.status() != StatusCode::OK {
        return Read::failed(response.status());
    }
    let body = response.take_body().into_string().await;
    match body.ok().and_then(|body| RawValue::from_string(body).ok()) {
        Some(body) => Read {
            status: 200,
            body: Some(body),
        },
        None => Read::failed(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

impl Read {
    pub(crate) fn failed(status: StatusCode) -> Self {
        Self {
            status: status.as_u16(),
            body: None,
        }
    }

    /// Whether the read failed on our side.
    pub(crate) const fn is_outage(&self) -> bool {
        self.status >= 500
    }
}
