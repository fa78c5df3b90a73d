//! The one layer in front of every handler.
//!
//! In this order: request id, deadline and panics, the door (host or key), CORS, rate limits, the
//! body, the page cache, the handler; on the way back the shape of errors, headers, the access log
//! and the figures. One layer instead of ten, because each boxed layer costs every request.

use std::any::Any;
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::FutureExt;
use kernel::host::Host;
use kernel::ids::RequestId;
use kernel::ports::{Authenticator, Door, Doors, Ids};
use poem::http::header::{HOST, ORIGIN, RETRY_AFTER};
use poem::http::{HeaderMap, HeaderValue, StatusCode};
use poem::{Endpoint, IntoResponse, Request, Response};
use poem_openapi::OperationId;
use tracing::error;

use crate::access::Refusal;
use crate::body::{self, Refused};
use crate::client_ip::client_ip;
use crate::context::{Entrance, RequestContext, with_request_id};
use crate::document::ApiDocument;
use crate::doors::{DoorCache, Sign};
use crate::error::ApiError;
use crate::exchange::Exchange;
use crate::limits::{Class, Limits};
use crate::page_cache::{self, PageCache, PageKey};
use crate::problem::Problem;
use crate::settings::GatewaySettings;
use crate::translate::{Asked, malformed_body, too_large, translate};
use crate::{cors, headers};

/// Which part of the platform a path belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Area {
    /// For load balancers: served on every host, and says nothing of any tenant.
    Health,
    /// For the platform's own hosts.
    Platform,
    /// For storefronts' hosts, and for the platform's with a publishable key.
    Storefront,
}

impl Area {
    fn of(path: &str) -> Self {
        if path.starts_with("/health/") {
            Self::Health
        } else if path.starts_with("/storefront/")
            || path.starts_with("/admin/")
            || path.starts_with("/media/")
        {
            Self::Storefront
        } else {
            Self::Platform
        }
    }
}

/// What the layer is made of; cheap to clone.
#[derive(Clone)]
pub struct Gateway(Arc<Shared>);

struct Shared {
    settings: GatewaySettings,
    authenticator: Arc<dyn Authenticator>,
    doors: DoorCache,
    limits: Limits,
    pages: PageCache,
    document: ApiDocument,
}

impl Gateway {
    /// A gateway that finds storefronts with `doors` and callers with `authenticator`.
    pub fn new(
        settings: GatewaySettings,
        doors: Arc<dyn Doors>,
        authenticator: Arc<dyn Authenticator>,
        document: ApiDocument,
    ) -> Self {
        Self(Arc::new(Shared {
            authenticator,
            doors: DoorCache::new(doors),
            limits: Limits::new(settings.rates),
            pages: PageCache::new(settings.catalog_cache_ttl, settings.catalog_cache_bytes),
            document,
            settings,
        }))
    }

    /// Puts the gateway in front of `endpoint`.
    pub fn guard<E: Endpoint>(&self, endpoint: E) -> Guarded<E> {
        Guarded {
            gateway: self.clone(),
            endpoint,
        }
    }
}

/// An endpoint behind the gateway. It never fails: every error is an answer by now.
pub struct Guarded<E> {
    gateway: Gateway,
    endpoint: E,
}

impl<E: Endpoint> Endpoint for Guarded<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let request_id = RequestId::from_uuid(Ids.uuid());
        let mut exchange = Exchange::new(request_id, request.method(), request.headers());
        let answer = self.answer(request, &mut exchange);
        let mut response = with_request_id(request_id, answer).await;
        self.gateway.0.finish(&mut response, &mut exchange);
        exchange.record(response.status());
        Ok(response)
    }
}

impl<E: Endpoint> Guarded<E> {
    /// The answer, whatever happens: no panic and no delay of a handler gets past here.
    async fn answer(&self, request: Request, exchange: &mut Exchange) -> Response {
        let deadline = self.gateway.0.settings.deadline;
        let work = AssertUnwindSafe(self.admit(request, exchange)).catch_unwind();
        match tokio::time::timeout(deadline, work).await {
            Ok(Ok(response)) => response,
            Ok(Err(panic)) => panicked(panic.as_ref()),
            Err(_) => too_slow(),
        }
    }

    async fn admit(&self, mut request: Request, exchange: &mut Exchange) -> Response {
        let shared = &*self.gateway.0;
        let context = match shared.enter(&request, exchange).await {
            Ok(context) => context,
            Err(answer) => return *answer,
        };
        let body = match body::read(&mut request, shared.settings.body_limit).await {
            Ok(body) => body,
            Err(Refused::TooLarge) => return too_large(),
            Err(Refused::TooComplex | Refused::Broken) => return malformed_body(),
        };
        let page = match &context.entrance {
            Entrance::Storefront(door) if door.is_active => {
                PageKey::of(&request, door.storefront_id)
            }
            Entrance::Storefront(_) | Entrance::Platform => None,
        };
        request.set_data(Arc::new(context));
        let handle = |request| self.handle(request, &body);
        let (response, is_cached) = shared.pages.answer(page, request, handle).await;
        exchange.is_cached = is_cached;
        response
    }

    /// Calls the handler; its errors become answers here, where the body is still known.
    async fn handle(&self, request: Request, body: &Bytes) -> Response {
        // The handler takes the request; these few words of it are for explaining its errors.
        let path = request.uri().clone();
        let has_key = request.headers().contains_key(crate::idempotency::HEADER);
        // Boxed here, once, so that every future around it stays small.
        match Box::pin(self.endpoint.call(request)).await {
            Ok(answer) => answer.into_response(),
            Err(error) => {
                let asked = Asked {
                    path: path.path(),
                    has_idempotency_key: has_key,
                    body,
                };
                let operation = error.data::<OperationId>().copied();
                let mut response = translate(error, &asked, &self.gateway.0.document);
                if let Some(operation) = operation {
                    response.set_data(operation);
                }
                response
            }
        }
    }
}

impl Shared {
    /// Finds the door, answers preflights and counts the request.
    async fn enter(
        &self,
        request: &Request,
        exchange: &mut Exchange,
    ) -> Result<RequestContext, Box<Response>> {
        let refuse = |error: ApiError| Box::new(error.into_response());
        let client_ip = client_ip(request, &self.settings.trusted_proxies);
        let entrance = self.entrance(request, client_ip).await.map_err(refuse)?;
        exchange.enter(&entrance);
        let allow_http = self.settings.allow_http_origins;
        if cors::is_preflight(request) {
            let origin = self.preflight_origin(request, &entrance, client_ip).await;
            exchange.allowed_origin = origin;
            return Err(Box::new(cors::preflight(exchange.allowed_origin.is_some())));
        }
        if let Entrance::Storefront(door) = &entrance {
            exchange.allowed_origin = cors::allowed_origin(request, door, allow_http);
        }
        if let Some(class) = Class::of(request.method(), request.uri().path()) {
            let (headers, counted) = self.limits.count(class, exchange.tenant_id, client_ip);
            exchange.rate = headers;
            if let Err(too_many) = counted {
                metrics::counter!("rate_limited_total").increment(1);
                return Err(refuse(too_many.into()));
            }
        }
        Ok(RequestContext {
            request_id: exchange.request_id,
            client_ip,
            entrance,
            authenticator: Arc::clone(&self.authenticator),
        })
    }

    async fn entrance(&self, request: &Request, client: IpAddr) -> Result<Entrance, ApiError> {
        let area = Area::of(request.uri().path());
        if area == Area::Health {
            return Ok(Entrance::Platform);
        }
        let host = host(request).ok_or(Refusal::NotFound)?;
        let key = match request.headers().get(&headers::PUBLISHABLE_KEY) {
            Some(key) => Some(key.to_str().map_err(|_| Refusal::NotFound)?),
            None => None,
        };
        let by_key = match key {
            Some(key) => Some(self.door(Sign::Key(key.to_owned()), client).await?),
            None => None,
        };
        let entrance = if self.settings.platform_hosts.contains(&host) {
            match (by_key, area) {
                (Some(door), Area::Storefront) => Entrance::Storefront(door),
                _ => Entrance::Platform,
            }
        } else {
            let door = self.door(Sign::Host(host), client).await?;
            // A key for another store than the host's is a mistake or an attack.
            if by_key.is_some_and(|other| other.storefront_id != door.storefront_id) {
                return Err(Refusal::NotFound.into());
            }
            Entrance::Storefront(door)
        };
        // A preflight cannot carry the key; what it may ask for is decided by its origin.
        match (&entrance, area) {
            (Entrance::Platform, Area::Storefront) if !cors::is_preflight(request) => {
                Err(Refusal::NotFound.into())
            }
            (Entrance::Storefront(_), Area::Platform) => Err(Refusal::NotFound.into()),
            _ => Ok(entrance),
        }
    }

    /// The door that `sign` leads to. Only asking the directory counts: whoever makes names up is
    /// held back before the database notices.
    async fn door(&self, sign: Sign, client: IpAddr) -> Result<Arc<Door>, ApiError> {
        let mut found = self.doors.remembered(&sign).await;
        if found.is_none() {
            self.limits.count(Class::Read, None, client).1?;
            // Boxed, so that the requests that need not ask stay small.
            found = Some(Box::pin(self.doors.find(sign)).await?);
        }
        let door = found.flatten();
        door.ok_or_else(|| Refusal::NotFound.into())
    }

    /// The origin that a preflight is allowed for. On a host of the platform the storefront is the
    /// one whose page asks; the request itself must then bring that storefront's key.
    async fn preflight_origin(
        &self,
        request: &Request,
        entrance: &Entrance,
        client: IpAddr,
    ) -> Option<HeaderValue> {
        let allow_http = self.settings.allow_http_origins;
        if let Entrance::Storefront(door) = entrance {
            return cors::allowed_origin(request, door, allow_http);
        }
        let origin = request.headers().get(ORIGIN)?;
        let host = cors::origin_host(origin, allow_http)?;
        let door = self.door(Sign::Host(host), client).await;
        door.is_ok().then(|| origin.clone())
    }

    fn finish(&self, response: &mut Response, exchange: &mut Exchange) {
        exchange.route = response
            .data::<OperationId>()
            .and_then(|id| self.document.operation(id.0))
            .map(|operation| Arc::clone(&operation.route));
        let answer = response.headers_mut();
        headers::apply(answer, exchange.request_id);
        page_cache::forbid_by_default(answer);
        cors::apply(answer, exchange.allowed_origin.take());
        if let Some(rate) = exchange.rate.take() {
            rate.apply(answer);
        }
    }
}

/// The host that the request names: in HTTP/2 the authority, otherwise the `Host` header.
fn host(request: &Request) -> Option<Host> {
    let authority = request
        .uri()
        .authority()
        .map(poem::http::uri::Authority::as_str);
    let named = || request.headers().get(HOST)?.to_str().ok();
    Host::parse(authority.or_else(named)?).ok()
}

fn panicked(panic: &(dyn Any + Send)) -> Response {
    let message = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("something that is not text");
    error!(request.id = %crate::context::current_request_id(), message, "a handler panicked");
    Problem::internal().respond(StatusCode::INTERNAL_SERVER_ERROR)
}

fn too_slow() -> Response {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let mut response = Problem::new(
        status,
        "deadline_exceeded",
        "The request took too long and was given up.",
    )
    .respond(status);
    retry_after(response.headers_mut());
    response
}

fn retry_after(headers: &mut HeaderMap) {
    headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
}
