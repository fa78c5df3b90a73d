//! Answers a page: plan it, read what it shows, render it, keep it for a moment.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use futures_util::future::join_all;
use gateway::RequestContext;
use gateway::kept::Kept;
use kernel::Freshness;
use percent_encoding::percent_decode_str;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION, RETRY_AFTER};
use poem::http::{HeaderName, HeaderValue, StatusCode};
use poem::{Endpoint, Request, Response};
use sha2::{Digest, Sha256};
use tracing::{error, warn};

use crate::bundle::Bundle;
use crate::cache::{Key, Made, Outcome, PageCaches};
use crate::document::{Frame, document};
use crate::page::{Input, Kind, Plan, PlanInput, Read, Rendered};
use crate::renderer::{RenderError, Renderer};
use crate::settings::WebShopSettings;
use crate::store::{Store, Stores};
use crate::{Shop, reads};

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const NOT_KEPT: HeaderValue = HeaderValue::from_static("no-store");
const ONE_VISITOR: HeaderValue = HeaderValue::from_static("private, no-cache");
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
/// No storefront has a page there.
const NOT_FOUND: &str = "/404";
/// Longer addresses are nobody's pages.
const LONGEST_ADDRESS: usize = 2048;
/// More reads than any page has.
const MOST_READS: usize = 8;

/// The pages of all storefronts.
pub(crate) struct Pages {
    renderer: Renderer,
    stores: Stores,
    caches: PageCaches,
    everybody: HeaderValue,
}

/// Why an address has no plan.
#[derive(Debug, thiserror::Error)]
enum NoPlan {
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error("the script's plan is malformed: {0}")]
    Malformed(#[from] serde_json::Error),
}

impl Pages {
    pub(crate) fn new(bundle: &Bundle, settings: &WebShopSettings, freshness: &Freshness) -> Self {
        // What is not told of changes keeps nothing for longer than without being told.
        let untold = freshness.elsewhere(settings.fresh);
        let seconds = untold.as_millis().div_ceil(1000);
        let everybody = format!(
            "public, max-age=0, s-maxage={seconds}, stale-while-revalidate=10, must-revalidate"
        );
        Self {
            renderer: Renderer::new(Arc::clone(&bundle.render), settings.limits.clone()),
            stores: Stores::new(untold, &settings.stripe_js),
            caches: PageCaches::new(settings.fresh, settings.cache_bytes, freshness.clone()),
            everybody: HeaderValue::try_from(everybody).unwrap_or(ONE_VISITOR),
        }
    }

    pub(crate) async fn store<E>(
        &self,
        shop: &Shop,
        api: &E,
        request: &Request,
    ) -> Result<Arc<Store>, StatusCode>
    where
        E: Endpoint<Output = Response>,
    {
        self.stores.of(api, &shop.services, request).await
    }

    /// The page at the request's address.
    pub(crate) async fn answer<E>(
        &self,
        shop: &Shop,
        api: &E,
        request: &Request,
    ) -> poem::Result<Response>
    where
        E: Endpoint<Output = Response>,
    {
        let store = match self.store(shop, api, request).await {
            Ok(store) => store,
            Err(status) => return Ok(closed(status)),
        };
        let context = RequestContext::of(request)?;
        let asked = request.uri();
        let (path, query) = readable(asked.path(), asked.query().unwrap_or_default());
        let page = Page {
            pages: self,
            bundle: &shop.bundle,
            store: &store,
            context,
            path: &path,
            query,
        };
        let Some(plan) = page.plan().await else {
            let state = page.state(asked.path(), page.query, BTreeMap::new());
            let made = page.empty(Outcome::Failed, &state, StatusCode::OK);
            return Ok(self.respond(shop, request, &store, &made, false).await);
        };
        if let (Kind::Redirect, Some(location)) = (plan.kind, &plan.location) {
            return Ok(redirect(location));
        }
        let key: Key = (store.id, plan.canonical.as_str().into());
        let tenant_id = context.storefront()?.tenant_id;
        let made = if store.is_preview {
            Box::pin(page.make(api, &plan, key)).await
        } else {
            let make = page.make(api, &plan, key.clone());
            Box::pin(self.caches.page(tenant_id, key, make)).await
        };
        Ok(self
            .respond(shop, request, &store, &made, plan.shared)
            .await)
    }

    async fn respond(
        &self,
        shop: &Shop,
        request: &Request,
        store: &Store,
        made: &Made,
        is_shared: bool,
    ) -> Response {
        let mut response = if made.status == StatusCode::OK {
            made.kept.respond(request.headers(), shop.compresses).await
        } else {
            // Only a good page is confirmed by its tag.
            let mut response = made.kept.whole(request.headers(), shop.compresses).await;
            response.set_status(made.status);
            response
        };
        let headers = response.headers_mut();
        let policy = HeaderValue::try_from(&store.policy);
        headers.insert(
            CONTENT_SECURITY_POLICY,
            policy.unwrap_or(HeaderValue::from_static("default-src 'none'")),
        );
        let kept = match (made.outcome, made.status.is_server_error()) {
            (Outcome::Rendered, false) if store.is_preview => NOT_KEPT,
            (Outcome::Rendered, false) if is_shared => self.everybody.clone(),
            (Outcome::Rendered, false) => ONE_VISITOR,
            _ => NOT_KEPT,
        };
        headers.insert(CACHE_CONTROL, kept);
        if store.is_preview {
            headers.insert(ROBOTS, HeaderValue::from_static("noindex"));
        }
        if made.status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}

/// One page that is asked for.
struct Page<'a> {
    pages: &'a Pages,
    bundle: &'a Bundle,
    store: &'a Store,
    context: &'a Arc<RequestContext>,
    path: &'a str,
    query: &'a str,
}

impl Page<'_> {
    /// What the address needs; none when the script cannot tell.
    async fn plan(&self) -> Option<Arc<Plan>> {
        let address: Key = (
            self.store.id,
            format!("{}?{}", self.path, self.query).into(),
        );
        let ask = async {
            self.ask_for_plan()
                .await
                .inspect_err(|why| {
                    error!(error = %why, "the web shop's script cannot plan a page");
                    count(Outcome::Failed);
                })
                .ok()
        };
        self.pages.caches.plan(address, ask).await
    }

    async fn ask_for_plan(&self) -> Result<Arc<Plan>, NoPlan> {
        let input = serde_json::to_string(&PlanInput {
            path: self.path,
            query: self.query,
            store: &self.store.json,
        })?;
        let plan = self.pages.renderer.call("plan", input).await?;
        Ok(Arc::new(serde_json::from_str(&plan)?))
    }

    /// Reads what the page shows, and renders it unless nothing changed since it was rendered last.
    async fn make<E>(&self, api: &E, plan: &Plan, key: Key) -> Arc<Made>
    where
        E: Endpoint<Output = Response>,
    {
        let requests = plan.requests.iter().take(MOST_READS);
        let read = |path| async move { (path, reads::read(api, self.context, path).await) };
        let data: BTreeMap<&str, Read> = join_all(requests.map(|path| read(path.as_str())))
            .await
            .into_iter()
            .collect();
        let is_unread = data.values().any(Read::is_outage);
        let (path, query) = address(plan);
        let state = self.state(path, query, data);
        if is_unread {
            count(Outcome::Unread);
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return Arc::new(self.empty(Outcome::Unread, &state, status));
        }
        let source: [u8; 32] = Sha256::digest(&state).into();
        if let Some(made) = self.pages.caches.rendered(&key, &source).await {
            return made;
        }
        let made = Arc::new(self.render(&state, source).await);
        if made.outcome == Outcome::Rendered {
            let caches = &self.pages.caches;
            caches.keep_rendered(key, Arc::clone(&made)).await;
        }
        made
    }

    /// What the page at an address is rendered from, here or in the browser.
    fn state(&self, address: &str, query: &str, data: BTreeMap<&str, Read>) -> String {
        let input = Input {
            path: &decoded(address).unwrap_or(Cow::Borrowed(address)),
            query,
            origin: &self.store.origin,
            store: &self.store.json,
            config: &self.store.config.at(address),
            data,
        };
        serde_json::to_string(&input).unwrap_or_default()
    }

    async fn render(&self, state: &str, source: [u8; 32]) -> Made {
        let began = std::time::Instant::now();
        let output = self.pages.renderer.call("render", state.to_owned()).await;
        metrics::histogram!("page_render_seconds").record(began.elapsed());
        let rendered = output.map_err(|why| why.to_string()).and_then(|output| {
            let page: Rendered = serde_json::from_str(&output).map_err(|why| why.to_string())?;
            let status = StatusCode::from_u16(page.status).map_err(|why| why.to_string())?;
            Ok((page, status))
        });
        match rendered {
            Ok((page, status)) => {
                count(Outcome::Rendered);
                self.made(Outcome::Rendered, state, Some(&page), (status, source))
            }
            Err(why) => {
                warn!(
                    error = why,
                    "a page was not rendered; the browser renders it"
                );
                count(Outcome::Failed);
                self.empty(Outcome::Failed, state, StatusCode::OK)
            }
        }
    }

    /// The page without content: the browser renders it.
    fn empty(&self, outcome: Outcome, state: &str, status: StatusCode) -> Made {
        self.made(outcome, state, None, (status, [0; 32]))
    }

    fn made(
        &self,
        outcome: Outcome,
        state: &str,
        page: Option<&Rendered>,
        (status, source): (StatusCode, [u8; 32]),
    ) -> Made {
        let frame = Frame {
            manifest: &self.bundle.manifest,
            css: &self.store.css,
            brand_name: &self.store.brand.name,
            locale: &self.store.locale,
            theme_color: self.store.brand.frame().1,
            state,
        };
        Made {
            kept: Kept::new(document(&frame, page).into(), HTML),
            status,
            outcome,
            source,
        }
    }
}

/// The path, decoded, and the query; what nobody's page can be is the address of the page that is not there.
fn readable<'a>(path: &'a str, query: &'a str) -> (Cow<'a, str>, &'a str) {
    match decoded(path) {
        Some(decoded) if path.len() + query.len() <= LONGEST_ADDRESS => (decoded, query),
        _ => (Cow::Borrowed(NOT_FOUND), ""),
    }
}

/// The letters that a path stands for: a slug may have some of every script.
fn decoded(path: &str) -> Option<Cow<'_, str>> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    (!decoded.contains(char::is_control)).then_some(decoded)
}

/// What a page is rendered for: an address without the parameters that make no difference.
fn address(plan: &Plan) -> (&str, &str) {
    plan.canonical
        .split_once('?')
        .unwrap_or((&plan.canonical, ""))
}

fn count(outcome: Outcome) {
    let outcome = match outcome {
        Outcome::Rendered => "rendered",
        Outcome::Failed => "failed",
        Outcome::Unread => "unread",
    };
    metrics::counter!("pages_rendered_total", "outcome" => outcome).increment(1);
}

/// Another address of this storefront; the script names no other.
fn redirect(location: &str) -> Response {
    let is_path = location.starts_with('/') && !location.starts_with("//");
    let header = HeaderValue::try_from(location);
    let (true, Ok(location)) = (is_path, header) else {
        return closed(StatusCode::NOT_FOUND);
    };
    let mut response = Response::builder()
        .status(StatusCode::MOVED_PERMANENTLY)
        .finish();
    response.headers_mut().insert(LOCATION, location);
    response
}

/// What is shown when not even the store's name can be read.
pub(crate) fn closed(status: StatusCode) -> Response {
    let (status, title, text) = if status == StatusCode::NOT_FOUND {
        (status, "Not found", "There is nothing at this address.")
    } else {
        let text = "This store is closed for the moment. Please try again in a few minutes.";
        (StatusCode::SERVICE_UNAVAILABLE, "Closed", text)
    };
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
    );
    let mut response = Response::builder()
        .status(status)
        .content_type("text/html; charset=utf-8")
        .body(page);
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, NOT_KEPT);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("60"));
    }
    response
}
