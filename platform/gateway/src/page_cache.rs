//! Answers of the catalogue for anonymous visitors, kept for a moment in this process. Operations say
//! in their contract that theirs are.
//!
//! An answer is kept under the storefront, the path and the query, so no storefront ever gets
//! another's. Of many requests for one page only the first reaches the handler.

use std::sync::Arc;
use std::time::{Duration, Instant};

use kernel::Freshness;
use kernel::ids::{StorefrontId, TenantId};
use kernel::ports::StorefrontRef;
use moka::future::Cache;
use poem::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, IF_NONE_MATCH, VARY};
use poem::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use poem::{Request, Response};
use poem_openapi::OperationId;

use crate::compression::Encoding;
use crate::kept::Kept;
use crate::problem::Problem;

/// Shows the draft of a brand, to those who have a link to it.
const PREVIEW: HeaderName = HeaderName::from_static("stoa-brand-preview");
/// A longer query is answered, and not kept.
const LONGEST_QUERY: usize = 512;
/// What an entry costs besides its bytes.
const OVERHEAD: usize = 512;

const VARY_BY: HeaderValue =
    HeaderValue::from_static("Host, Stoa-Publishable-Key, Origin, Accept-Encoding");

/// Which page of which storefront.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PageKey {
    tenant: TenantId,
    storefront: StorefrontId,
    path: Box<str>,
    query: Box<str>,
}

impl PageKey {
    /// The key of a request to an operation whose answers are kept; none when this one must not be.
    pub(crate) fn of(request: &Request, storefront: &StorefrontRef) -> Option<Self> {
        let query = request.uri().query().unwrap_or_default();
        let is_kept = *request.method() == Method::GET
            && query.len() <= LONGEST_QUERY
            && !request.headers().contains_key(AUTHORIZATION)
            && !request.headers().contains_key(PREVIEW);
        is_kept.then(|| Self {
            tenant: storefront.tenant_id,
            storefront: storefront.storefront_id,
            path: request.uri().path().into(),
            query: canonical(query),
        })
    }
}

/// The same parameters in another order are the same page. Parameters of one name keep theirs.
fn canonical(query: &str) -> Box<str> {
    if !query.contains('&') {
        return query.into();
    }
    let mut pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.sort_by_key(|pair| pair.split('=').next());
    pairs.join("&").into()
}

/// An answer as it is kept.
#[derive(Debug)]
struct Page {
    /// When the handler was asked for it.
    made: Instant,
    kept: Kept,
    operation: Option<OperationId>,
}

/// The first of several requests got an answer that is not kept; each of the others asks itself.
#[derive(Debug)]
struct NotKept;

/// The cache. Without a time to live it keeps nothing.
pub(crate) struct PageCache {
    pages: Option<Cache<PageKey, Arc<Page>>>,
    cache_control: HeaderValue,
    freshness: Freshness,
}

impl PageCache {
    pub(crate) fn new(ttl: Duration, bytes: u64, freshness: Freshness) -> Self {
        let seconds = freshness.elsewhere(ttl).as_millis().div_ceil(1000);
        let cache_control = format!("public, max-age={seconds}");
        let pages = (!ttl.is_zero() && bytes > 0).then(|| {
            Cache::builder()
                .max_capacity(bytes)
                .weigher(|key: &PageKey, page: &Arc<Page>| {
                    // As large again with what is compressed of it.
                    let size =
                        page.kept.size() * 3 / 2 + key.path.len() + key.query.len() + OVERHEAD;
                    u32::try_from(size).unwrap_or(u32::MAX)
                })
                .time_to_live(ttl)
                .build()
        });
        Self {
            pages,
            cache_control: HeaderValue::try_from(cache_control)
                .unwrap_or(HeaderValue::from_static("no-store")),
            freshness,
        }
    }

    /// The kept answer; one that something has changed in since is forgotten.
    async fn fresh(&self, pages: &Cache<PageKey, Arc<Page>>, key: &PageKey) -> Option<Arc<Page>> {
        let page = pages.get(key).await?;
        if self.freshness.holds(key.tenant, page.made) {
            return Some(page);
        }
        pages.invalidate(key).await;
        None
    }

    /// The kept answer, or `work`'s, which is kept when it is a 200. Says whether it was kept.
    pub(crate) async fn answer<F, W>(
        &self,
        key: Option<PageKey>,
        request: Request,
        encoding: Option<Encoding>,
        work: W,
    ) -> (Response, bool)
    where
        W: Fn(Request) -> F,
        F: Future<Output = Response>,
    {
        let (Some(pages), Some(key)) = (&self.pages, key) else {
            return (work(request).await, false);
        };
        let if_none_match = request.headers().get(IF_NONE_MATCH).cloned();
        if let Some(page) = self.fresh(pages, &key).await {
            metrics::counter!("cache_requests_total", "cache" => "page", "outcome" => "hit")
                .increment(1);
            let page = self.present(&page, if_none_match.as_ref(), encoding).await;
            return (page, true);
        }
        metrics::counter!("cache_requests_total", "cache" => "page", "outcome" => "miss")
            .increment(1);
        // Boxed, so that the requests whose answer is there stay small.
        let found = Box::pin(find(pages, key, request, work)).await;
        let response = match found {
            Ok(page) => self.present(&page, if_none_match.as_ref(), encoding).await,
            Err(answer) => *answer,
        };
        (response, false)
    }

    async fn present(
        &self,
        page: &Page,
        if_none_match: Option<&HeaderValue>,
        encoding: Option<Encoding>,
    ) -> Response {
        let mut response = page.kept.present(if_none_match, encoding).await;
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, self.cache_control.clone());
        headers.insert(VARY, VARY_BY);
        if let Some(operation) = page.operation {
            response.set_data(operation);
        }
        response
    }
}

/// The page that `work` makes of the request, or that another request is making right now; an
/// answer of its own when that is not one to keep.
async fn find<F, W>(
    pages: &Cache<PageKey, Arc<Page>>,
    key: PageKey,
    request: Request,
    work: W,
) -> Result<Arc<Page>, Box<Response>>
where
    W: Fn(Request) -> F,
    F: Future<Output = Response>,
{
    // The request goes to the handler once: in here, or below when another one's answer is not
    // kept.
    let mut request = Some(request);
    let mut answered = None;
    let found = pages
        .try_get_with(key, async {
            let request = request.take().ok_or(NotKept)?;
            let made = Instant::now();
            keep(work(request).await, made).await.map_err(|answer| {
                answered = Some(answer);
                NotKept
            })
        })
        .await;
    match (found, answered, request) {
        (Ok(page), ..) => Ok(page),
        (Err(_), Some(answer), _) => Err(answer),
        (Err(_), None, Some(request)) => Err(Box::new(work(request).await)),
        // Whoever takes the request leaves an answer.
        (Err(_), None, None) => Err(Box::new(
            Problem::internal().respond(StatusCode::INTERNAL_SERVER_ERROR),
        )),
    }
}

/// Reads an answer to keep it, or gives it back when it is not one to keep.
async fn keep(mut response: Response, made: Instant) -> Result<Arc<Page>, Box<Response>> {
    let content_type = response.headers().get(CONTENT_TYPE).cloned();
    let (StatusCode::OK, Some(content_type)) = (response.status(), content_type) else {
        return Err(Box::new(response));
    };
    let operation = response.data::<OperationId>().copied();
    let Ok(body) = response.take_body().into_bytes().await else {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        return Err(Box::new(Problem::internal().respond(status)));
    };
    Ok(Arc::new(Page {
        made,
        kept: Kept::new(body, content_type),
        operation,
    }))
}

/// Says on an answer without a word about caching that it must not be kept.
pub(crate) fn forbid_by_default(headers: &mut HeaderMap) {
    const NOT_KEPT: HeaderValue = HeaderValue::from_static("private, no-store");
    headers.entry(CACHE_CONTROL).or_insert(NOT_KEPT);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_parameters_does_not_matter() {
        assert_eq!(&*canonical("b=2&a=1"), "a=1&b=2");
        assert_eq!(&*canonical("a=2&&a=1"), "a=2&a=1");
        assert_eq!(&*canonical("a=1"), "a=1");
    }
}
