//! The store that a page belongs to, as the API shows it to everybody.

use std::sync::Arc;
use std::time::Duration;

use gateway::{RequestContext, Visitor};
use kernel::ids::StorefrontId;
use moka::future::Cache;
use poem::http::{HeaderValue, StatusCode};
use poem::{Endpoint, FromRequest, Request, RequestBody, Response};
use serde::Deserialize;
use serde_json::value::RawValue;
use tracing::error;

use crate::page::{Alternate, Config};
use crate::theme::Brand;
use crate::{Services, document};
use crate::{preview, reads};

const PATH: &str = "/storefront/v1/store";
/// The most stores that are remembered.
const MOST_STORES: u64 = 20_000;

/// What pages need of a store.
pub(crate) struct Store {
    pub(crate) id: StorefrontId,
    pub(crate) json: Box<RawValue>,
    pub(crate) locale: String,
    pub(crate) brand: Brand,
    pub(crate) css: String,
    pub(crate) policy: String,
    pub(crate) origin: String,
    pub(crate) config: Config,
    /// Whether it shows the draft of its brand.
    pub(crate) is_preview: bool,
}

#[derive(Deserialize)]
struct Shown {
    locale: String,
    brand: Brand,
}

/// Stores that were read a moment ago.
pub(crate) struct Stores {
    cache: Option<Cache<StorefrontId, Arc<Store>>>,
    stripe_js: String,
}

impl Stores {
    pub(crate) fn new(fresh: Duration, stripe_js: &str) -> Self {
        let cache = (!fresh.is_zero()).then(|| {
            Cache::builder()
                .max_capacity(MOST_STORES)
                .time_to_live(fresh)
                .build()
        });
        Self {
            cache,
            stripe_js: stripe_js.to_owned(),
        }
    }

    /// The store that the request's host leads to, or the status that the API answers instead.
    pub(crate) async fn of<E>(
        &self,
        api: &E,
        services: &Services,
        request: &Request,
    ) -> Result<Arc<Store>, StatusCode>
    where
        E: Endpoint<Output = Response>,
    {
        let context = RequestContext::of(request).map_err(|_| StatusCode::NOT_FOUND)?;
        let storefront = context.storefront().map_err(|_| StatusCode::NOT_FOUND)?;
        let token = preview::token(request);
        let is_preview = token.is_some();
        let load = async {
            let mut store = self.load(api, services, request, token).await?;
            store.is_preview = is_preview;
            Ok(Arc::new(store))
        };
        match &self.cache {
            Some(cache) if storefront.is_active && !is_preview => cache
                .try_get_with(storefront.storefront_id, load)
                .await
                .map_err(|status| *status),
            Some(_) | None => load.await,
        }
    }

    async fn load<E>(
        &self,
        api: &E,
        services: &Services,
        request: &Request,
        preview: Option<HeaderValue>,
    ) -> Result<Store, StatusCode>
    where
        E: Endpoint<Output = Response>,
    {
        let context = RequestContext::of(request).map_err(|_| StatusCode::NOT_FOUND)?;
        let read = reads::read_previewed(api, context, PATH, preview).await;
        let Some(json) = read.body else {
            return Err(StatusCode::from_u16(read.status).unwrap_or(StatusCode::BAD_GATEWAY));
        };
        let shown: Shown = serde_json::from_str(json.get()).map_err(|why| {
            error!(error = %why, "a store is not what pages expect");
            StatusCode::INTERNAL_SERVER_ERROR
        })?;
        let visitor = Visitor::from_request(request, &mut RequestBody::default()).await;
        let caller = visitor.map_err(|error| error.status())?.caller().clone();
        let unavailable = |why: domain::tenancy::TenancyError| {
            error!(error = %why, "the hosts of a store cannot be read");
            StatusCode::SERVICE_UNAVAILABLE
        };
        let siblings = services
            .tenancy
            .siblings(&caller)
            .await
            .map_err(unavailable)?;
        let storefront = context.storefront().map_err(|_| StatusCode::NOT_FOUND)?;
        let own = siblings.iter().find(|it| it.id == storefront.storefront_id);
        let origin = own.map(|it| services.links.base(&it.host));
        let alternates = siblings.iter().map(|it| Alternate {
            locale: it.locale.clone(),
            url: services.links.base(&it.host),
        });
        let css = shown.brand.css();
        Ok(Store {
            id: storefront.storefront_id,
            json,
            policy: document::policy(&css, &self.stripe_js),
            css,
            locale: shown.locale,
            brand: shown.brand,
            origin: origin.unwrap_or_default(),
            config: Config {
                stripe_js: self.stripe_js.clone(),
                alternates: alternates.collect(),
            },
            is_preview: false,
        })
    }
}
