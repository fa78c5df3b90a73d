//! The one layer in front of every handler.
//!
//! In this order: request id, deadline and panics, the storefront (by host or key), CORS, rate limits, the
//! body, the page cache, the handler; on the way back the shape of errors, headers, the access log
//! and the figures. One layer instead of ten, because each boxed layer costs every request.

use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::FutureExt;
use kernel::ids::RequestId;
use kernel::ports::{Authenticator, Ids, SharedLimits, StorefrontFinder, StorefrontRef};
use kernel::{FieldFault, Freshness};
use poem::http::header::ORIGIN;
use poem::http::{HeaderValue, Method};
use poem::{Endpoint, IntoResponse, Request, Response};
use poem_openapi::OperationId;
use serde_json::Value;
use tracing::Instrument;

use crate::access::{self, Refusal};
use crate::area::Area;
use crate::body::{self, Budget, Refused, Share};
use crate::client_ip::client_ip;
use crate::compression::{self, Encoding};
use crate::context::{RequestContext, Target, with_request_id};
use crate::contract::Cost;
use crate::document::{ApiDocument, Operation};
use crate::error::ApiError;
use crate::exchange::Exchange;
use crate::finder::{StorefrontCache, StorefrontKey};
use crate::limits::{Class, Limits};
use crate::page_cache::{self, PageCache, PageKey};
use crate::settings::GatewaySettings;
use crate::translate::{self, Asked, translate};
use crate::{card_number, cors, framing, giving_up, headers};

/// Bytes of a webhook at most; providers send a few thousand.
const WEBHOOK_BYTES: usize = 256 * 1024;

/// What the layer is made of; cheap to clone.
#[derive(Clone)]
pub struct Gateway(Arc<Shared>);

struct Shared {
    settings: GatewaySettings,
    authenticator: Arc<dyn Authenticator>,
    storefronts: StorefrontCache,
    limits: Limits,
    pages: PageCache,
    bodies: Arc<Budget>,
    document: Arc<ApiDocument>,
}

/// What the gateways of all processes have together; without anything each one is alone.
#[derive(Clone, Default)]
pub struct Nodes {
    /// Who counts for all of them.
    pub limits: Option<Arc<dyn SharedLimits>>,
    /// What this one is told of changes.
    pub freshness: Freshness,
}

impl Gateway {
    /// A gateway that finds storefronts with `storefronts` and callers with `authenticator`.
    pub fn new(
        settings: GatewaySettings,
        storefronts: Arc<dyn StorefrontFinder>,
        authenticator: Arc<dyn Authenticator>,
        document: Arc<ApiDocument>,
        nodes: Nodes,
    ) -> Self {
        let (ttl, bytes) = (settings.catalog_cache_ttl, settings.catalog_cache_bytes);
        Self(Arc::new(Shared {
            authenticator,
            storefronts: StorefrontCache::new(storefronts),
            limits: Limits::new(settings.rates, nodes.limits),
            pages: PageCache::new(ttl, bytes, nodes.freshness),
            bodies: Budget::new(settings.body_memory),
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

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let request_id = RequestId::from_uuid(Ids.uuid());
        let mut exchange = Exchange::new(request_id, request.method(), request.headers());
        let compresses = self.gateway.0.settings.compresses;
        exchange.encoding = compresses
            .then(|| Encoding::of(request.headers()))
            .flatten();
        // HEAD is GET, and the server leaves the body out (RFC 9110, 9.3.2).
        if *request.method() == Method::HEAD {
            request.set_method(Method::GET);
        }
        let span = exchange.span.clone();
        let answer = self.answer(request, &mut exchange).instrument(span);
        let mut response = with_request_id(request_id, answer).await;
        if compresses {
            compression::apply(&mut response, exchange.encoding).await;
        }
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
            Ok(Err(panic)) => giving_up::panicked(panic.as_ref()),
            Err(_) => giving_up::too_slow(),
        }
    }

    async fn admit(&self, mut request: Request, exchange: &mut Exchange) -> Response {
        let shared = &*self.gateway.0;
        let operation = shared.document.at(request.method(), request.uri().path());
        let context = match shared.enter(&request, operation, exchange).await {
            Ok(context) => context,
            Err(answer) => return *answer,
        };
        let mut share = shared.bodies.share(context.client_ip);
        let body = match shared
            .body(&mut request, operation, (&context, &mut share))
            .await
        {
            Ok(body) => body,
            Err(refused) => return translate::refused_body(refused),
        };
        let is_cached = operation.is_some_and(|it| it.is_cached);
        let page = match &context.target {
            Target::Storefront(storefront) if storefront.is_active && is_cached => {
                PageKey::of(&request, storefront)
            }
            Target::Storefront(_) | Target::Platform => None,
        };
        request.set_data(Arc::new(context));
        let handle = |request| self.handle(request, &body);
        let (response, is_cached) = shared
            .pages
            .answer(page, request, exchange.encoding, handle)
            .await;
        exchange.is_cached = is_cached;
        response
    }

    /// Calls the handler; its errors become answers here, where the body is still known.
    async fn handle(&self, request: Request, body: &Bytes) -> Response {
        // The handler takes the request; these few words of it are for explaining its errors.
        let path = request.uri().clone();
        let is_known_method = ApiDocument::has(request.method());
        let has_key = request.headers().contains_key(crate::idempotency::HEADER);
        // Boxed here, once, so that every future around it stays small.
        match Box::pin(self.endpoint.call(request)).await {
            Ok(answer) => answer.into_response(),
            Err(error) => {
                let asked = Asked {
                    path: path.path(),
                    has_idempotency_key: has_key,
                    is_known_method,
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
    /// The body, when the operation takes one and the request has the credential for it.
    async fn body(
        &self,
        request: &mut Request,
        operation: Option<&Operation>,
        (context, share): (&RequestContext, &mut Share),
    ) -> Result<Bytes, Refused> {
        let body = request.take_body();
        if body.is_empty() {
            return Ok(Bytes::new());
        }
        let Some(operation) = operation.filter(|it| it.takes_body) else {
            return Ok(Bytes::new());
        };
        let is_webhook = operation.class == Class::Webhook;
        let limit = if is_webhook {
            self.settings.body_limit.min(WEBHOOK_BYTES)
        } else {
            operation.body_limit.unwrap_or(self.settings.body_limit)
        };
        if let Some(credential) = &operation.credential
            && !Box::pin(access::is_admitted(request, context, credential)).await
        {
            return Ok(Bytes::new());
        }
        request.set_body(body);
        let bytes = body::read(request, limit, share).await?;
        // A provider's own JSON is what it is; its signature is checked over the very bytes.
        if !is_webhook && body::is_json(request) {
            self.check_body(operation, &bytes)?;
        }
        Ok(bytes)
    }

    /// Whether the body is what the document says: frameworks take some values of another type. What
    /// is no JSON is told by the handler's parser, with its place.
    fn check_body(&self, operation: &Operation, bytes: &Bytes) -> Result<(), Refused> {
        let Ok(body) = serde_json::from_slice::<Value>(bytes) else {
            return Ok(());
        };
        let faults = self.document.faults_of_body(operation, &body);
        if !faults.is_empty() {
            return Err(Refused::Faulty(faults));
        }
        if card_number::may_be_in(bytes)
            && let Some(pointer) = card_number::find(&body)
        {
            let rule = "no card number: it is entered at the payment provider only";
            let fault = FieldFault::new(pointer, "card_number", rule);
            return Err(Refused::Faulty(vec![fault]));
        }
        Ok(())
    }

    /// Finds the storefront, answers preflights and counts the request.
    async fn enter(
        &self,
        request: &Request,
        operation: Option<&Operation>,
        exchange: &mut Exchange,
    ) -> Result<RequestContext, Box<Response>> {
        let refuse = |error: ApiError| Box::new(error.into_response());
        framing::check(request).map_err(|refusal| refuse(refusal.into()))?;
        let client_ip = client_ip(request, &self.settings.trusted_proxies);
        let target = self.target(request, client_ip).await.map_err(refuse)?;
        exchange.enter(&target);
        let allow_http = self.settings.allow_http_origins;
        if cors::is_preflight(request) {
            let origin = self.preflight_origin(request, &target, client_ip).await;
            exchange.allowed_origin = origin;
            return Err(Box::new(cors::preflight(exchange.allowed_origin.is_some())));
        }
        if let Target::Storefront(storefront) = &target {
            exchange.allowed_origin = cors::allowed_origin(request, storefront, allow_http);
        }
        let unknown = || Class::of(request.method(), Cost::Ordinary);
        let class = operation.map_or_else(unknown, |it| it.class);
        let counting = self.limits.count(class, exchange.tenant_id, client_ip);
        let (headers, counted) = counting.await;
        exchange.rate = headers;
        if let Err(too_many) = counted {
            metrics::counter!("rate_limited_total", "class" => class.name()).increment(1);
            return Err(refuse(too_many.into()));
        }
        let authenticator = Arc::clone(&self.authenticator);
        let context = RequestContext::new(exchange.request_id, client_ip, target, authenticator);
        let is_change = *request.method() != Method::GET;
        Ok(match operation {
            Some(operation) => context.of_operation(operation.id, is_change),
            None => context,
        })
    }

    async fn target(&self, request: &Request, client: IpAddr) -> Result<Target, ApiError> {
        let area = Area::of(request.uri().path());
        if area == Area::Health {
            return Ok(Target::Platform);
        }
        let host = framing::host(request)?;
        let key = match framing::only(request, &headers::PUBLISHABLE_KEY)? {
            Some(key) => Some(key.to_str().map_err(|_| Refusal::NotFound)?),
            None => None,
        };
        let by_key = match key {
            Some(key) => Some(
                self.storefront(StorefrontKey::Key(key.to_owned()), client)
                    .await?,
            ),
            None => None,
        };
        let target = if self.settings.platform_hosts.contains(&host) {
            match (by_key, area) {
                (Some(storefront), Area::Storefront) => Target::Storefront(storefront),
                _ => Target::Platform,
            }
        } else {
            let storefront = self.storefront(StorefrontKey::Host(host), client).await?;
            // A key for another store than the host's is a mistake or an attack.
            if by_key.is_some_and(|other| other.storefront_id != storefront.storefront_id) {
                return Err(Refusal::NotFound.into());
            }
            Target::Storefront(storefront)
        };
        // A preflight cannot carry the key; what it may ask for is decided by its origin.
        match (&target, area) {
            (Target::Platform, Area::Storefront) if !cors::is_preflight(request) => {
                Err(Refusal::NotFound.into())
            }
            (Target::Storefront(_), Area::Platform) => Err(Refusal::NotFound.into()),
            _ => Ok(target),
        }
    }

    /// The storefront that `sign` leads to. Only asking the directory counts: whoever makes names up is
    /// held back before the database notices.
    async fn storefront(
        &self,
        sign: StorefrontKey,
        client: IpAddr,
    ) -> Result<Arc<StorefrontRef>, ApiError> {
        let mut found = self.storefronts.remembered(&sign).await;
        if found.is_none() {
            self.limits.count_here(Class::Read, None, client).1?;
            // Boxed, so that the requests that need not ask stay small.
            found = Some(Box::pin(self.storefronts.find(sign)).await?);
        }
        let storefront = found.flatten();
        storefront.ok_or_else(|| Refusal::NotFound.into())
    }

    /// The origin that a preflight is allowed for. On a host of the platform the storefront is the
    /// one whose page asks; the request itself must then bring that storefront's key.
    async fn preflight_origin(
        &self,
        request: &Request,
        target: &Target,
        client: IpAddr,
    ) -> Option<HeaderValue> {
        let allow_http = self.settings.allow_http_origins;
        if let Target::Storefront(storefront) = target {
            return cors::allowed_origin(request, storefront, allow_http);
        }
        let origin = request.headers().get(ORIGIN)?;
        let host = cors::origin_host(origin, allow_http)?;
        let storefront = self.storefront(StorefrontKey::Host(host), client).await;
        storefront.is_ok().then(|| origin.clone())
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
