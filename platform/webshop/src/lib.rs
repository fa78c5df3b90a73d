//! The web shop: each storefront's pages, on each of its hosts.
//!
//! React renders them in this process, from what the storefront API answers in this process; a browser
//! goes on from there. What is rendered for one visitor is the same for all: carts, accounts and orders
//! are read by the browser alone. When rendering fails or takes too long, the page goes out empty and the
//! browser renders it.

mod bundle;
mod cache;
mod document;
mod page;
mod pages;
mod preview;
mod reads;
mod renderer;
mod settings;
mod site_files;
mod store;
mod theme;

use std::sync::Arc;

use domain::catalog::Catalog;
use domain::notifications::StorefrontLinks;
use domain::tenancy::Tenancy;
use kernel::Freshness;
use poem::http::header::CACHE_CONTROL;
use poem::http::{HeaderValue, Method};
use poem::{Endpoint, Request, Response};

pub use bundle::{BadBundle, Bundle};
pub use renderer::Limits;
pub use settings::WebShopSettings;

use pages::Pages;

/// A file under `/assets` has a hash of its content in its name.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// What pages are made from besides the API.
#[derive(Clone)]
pub struct Services {
    /// Storefronts.
    pub tenancy: Tenancy,
    /// Products, for the sitemap.
    pub catalog: Catalog,
    /// Where storefronts are.
    pub links: StorefrontLinks,
    /// What this process is told of changes.
    pub freshness: Freshness,
}

/// Serves pages beside an API. Without a built web shop there are none.
pub struct WithWebShop<E> {
    api: E,
    shop: Option<Arc<Shop>>,
}

struct Shop {
    bundle: Bundle,
    pages: Pages,
    services: Services,
    compresses: bool,
}

impl<E: Endpoint<Output = Response>> WithWebShop<E> {
    /// Puts the pages of `bundle` beside `api`.
    pub fn new(
        api: E,
        bundle: Option<Bundle>,
        services: Services,
        settings: &WebShopSettings,
    ) -> Self {
        let shop = bundle.map(|bundle| {
            Arc::new(Shop {
                pages: Pages::new(&bundle, settings, &services.freshness),
                bundle,
                services,
                compresses: settings.compresses,
            })
        });
        Self { api, shop }
    }
}

impl<E: Endpoint<Output = Response>> Endpoint for WithWebShop<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let is_page = *request.method() == Method::GET && gateway::is_page(request.uri().path());
        match &self.shop {
            Some(shop)
                if is_page && gateway::RequestContext::of(&request)?.storefront().is_ok() =>
            {
                shop.answer(&self.api, request).await
            }
            _ => self.api.call(request).await,
        }
    }
}

impl Shop {
    async fn answer<E>(&self, api: &E, request: Request) -> poem::Result<Response>
    where
        E: Endpoint<Output = Response>,
    {
        let path = request.uri().path();
        if path.starts_with("/assets/") {
            return match self.bundle.asset(path) {
                Some(asset) => {
                    let mut response = asset.respond(request.headers(), self.compresses).await;
                    response.headers_mut().insert(CACHE_CONTROL, FOR_EVER);
                    Ok(response)
                }
                None => api.call(request).await,
            };
        }
        if let Some(file) = site_files::SiteFile::of(path) {
            return file.answer(self, api, &request).await;
        }
        if let Some(response) = preview::begin(&request, self.services.links.is_in_the_clear()) {
            return Ok(response);
        }
        self.pages.answer(self, api, &request).await
    }
}
