//! Who is calling, as arguments of handlers. Each one is a capability: a handler that takes a
//! [`Staff`] cannot be reached without a valid token for the host's tenant.

use std::net::IpAddr;

use kernel::ids::TenantId;
use kernel::{Actor, Caller, Case, Client, Fault, OperatorCaller};
use poem::http::HeaderName;
use poem::http::header::AUTHORIZATION;
use poem::web::headers::{self, Authorization, HeaderMapExt, UserAgent};
use poem::{FromRequest, Request, RequestBody};
use poem_openapi::SecurityScheme;
use poem_openapi::auth::{ApiKey, Bearer};

use crate::context::{Known, RequestContext, Target};
use crate::error::ApiError;

/// Why the gateway turns a request away.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No such host, path or thing on this host.
    #[error("there is nothing here")]
    NotFound,
    /// The tenant has been suspended; its shoppers are asked to come back.
    #[error("this store is closed at the moment")]
    Closed,
    /// The tenant has been suspended; its staff is told so.
    #[error("the tenant is suspended")]
    Suspended,
    /// A request of HTTP/1.1 without a host.
    #[error("the header Host is missing or cannot be read")]
    BadHost,
    /// A header that may stand in a request once stands in it twice.
    #[error("the header {0} may be sent once only")]
    Twice(HeaderName),
    /// The request has two lengths.
    #[error("Content-Length and Transfer-Encoding exclude each other")]
    TwoLengths,
    /// A handler was reached around the gateway.
    #[error("the request has no context: the gateway is not in front of this route")]
    NoContext,
}

impl Refusal {
    /// Case of [`BadHost`](Self::BadHost), [`Twice`](Self::Twice) and [`TwoLengths`](Self::TwoLengths).
    pub const MALFORMED_REQUEST: Case = Case::invalid("malformed_request");
    /// Case of [`Closed`](Self::Closed).
    pub const CLOSED: Case = Case::unavailable("tenant_suspended");
    /// Case of [`Suspended`](Self::Suspended).
    pub const SUSPENDED: Case = Case::forbidden("tenant_suspended");
}

impl Fault for Refusal {
    fn case(&self) -> Case {
        match self {
            Self::NotFound => Case::NOT_FOUND,
            Self::BadHost | Self::Twice(_) | Self::TwoLengths => Self::MALFORMED_REQUEST,
            Self::Closed => Self::CLOSED,
            Self::Suspended => Self::SUSPENDED,
            Self::NoContext => Case::INTERNAL,
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        matches!(self, Self::Closed).then_some(300)
    }
}

/// A visitor of the storefront that the host or the publishable key names.
#[derive(Debug, Clone)]
pub struct Visitor {
    caller: Caller,
    client_ip: IpAddr,
}

impl Visitor {
    /// Whom to call the services as.
    pub const fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Where the request comes from.
    pub const fn client_ip(&self) -> IpAddr {
        self.client_ip
    }
}

impl<'a> FromRequest<'a> for Visitor {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let context = RequestContext::of(request)?;
        let storefront = context.storefront()?;
        if !storefront.is_active {
            return Err(ApiError::from(Refusal::Closed).into());
        }
        Ok(Self {
            caller: context.authenticator.visitor(storefront),
            client_ip: context.client_ip,
        })
    }
}

/// A visitor, or the shopper whose access token came with the request: an operation that has another
/// credential does more for whoever is signed in. A token that is not valid is refused.
#[derive(Debug, Clone)]
pub struct Buyer(Caller);

impl Buyer {
    /// Whom to call the services as.
    pub const fn caller(&self) -> &Caller {
        &self.0
    }
}

impl<'a> FromRequest<'a> for Buyer {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        if !request.headers().contains_key(AUTHORIZATION) {
            let visitor = Visitor::from_request(request, body).await?;
            return Ok(Self(visitor.caller));
        }
        // Text that is no token is refused as one that is not valid.
        let sent = bearer(request);
        let token = sent.as_ref().map_or("", |sent| sent.token());
        Ok(Self(
            find_shopper(RequestContext::of(request)?, token).await?,
        ))
    }
}

/// The tenant that the host names, for operations that come before authentication.
#[derive(Debug, Clone, Copy)]
pub struct TenantHost(TenantId);

impl TenantHost {
    /// The tenant.
    pub const fn tenant_id(&self) -> TenantId {
        self.0
    }
}

impl<'a> FromRequest<'a> for TenantHost {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let storefront = RequestContext::of(request)?.storefront()?;
        if !storefront.is_active {
            return Err(ApiError::from(Refusal::Suspended).into());
        }
        Ok(Self(storefront.tenant_id))
    }
}

/// Proof that the request came through a host of the platform itself.
#[derive(Debug, Clone, Copy)]
pub struct PlatformHost(());

impl<'a> FromRequest<'a> for PlatformHost {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        platform_only(RequestContext::of(request)?)?;
        Ok(Self(()))
    }
}

fn platform_only(context: &RequestContext) -> Result<(), ApiError> {
    match context.target {
        Target::Platform => Ok(()),
        Target::Storefront(_) => Err(Refusal::NotFound.into()),
    }
}

/// What the browser or app calls itself; empty when it does not say.
#[derive(Debug, Clone)]
pub struct Device(String);

impl Device {
    /// The name as it came: anybody can send any.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl<'a> FromRequest<'a> for Device {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let name = request.headers().typed_get::<UserAgent>();
        Ok(Self(
            name.map(|it| it.as_str().to_owned()).unwrap_or_default(),
        ))
    }
}

/// Where the request comes from.
#[derive(Debug, Clone, Copy)]
pub struct ClientAddress(pub Client);

impl<'a> FromRequest<'a> for ClientAddress {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self(Client::of(RequestContext::of(request)?.client_ip)))
    }
}

/// The token that came with the cart.
#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "Cart-Token", key_in = "header")]
pub struct CartToken(pub ApiKey);

/// The token that came with the order.
#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "Order-Token", key_in = "header")]
pub struct OrderToken(pub ApiKey);

/// An access token of a shopper of the tenant that the host names.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", bearer_format = "JWT", checker = "shopper")]
pub struct Shopper(Caller);

impl Shopper {
    /// Whom to call the services as.
    pub const fn caller(&self) -> &Caller {
        &self.0
    }
}

async fn shopper(request: &Request, bearer: Bearer) -> poem::Result<Caller> {
    let context = RequestContext::of(request)?;
    if let Some(Known::Shopper(caller)) = context.known.get() {
        return Ok(caller.clone());
    }
    Ok(find_shopper(context, &bearer.token).await?)
}

async fn find_shopper(context: &RequestContext, token: &str) -> Result<Caller, ApiError> {
    let storefront = context.storefront()?;
    if !storefront.is_active {
        return Err(Refusal::Closed.into());
    }
    Ok(context.authenticator.shopper(storefront, token).await?)
}

/// An access token of a member of the tenant's staff, or a secret key (`stoa_sk_…`) of the tenant's.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", bearer_format = "JWT", checker = "staff")]
pub struct Staff(Caller);

impl Staff {
    /// Whom to call the services as.
    pub const fn caller(&self) -> &Caller {
        &self.0
    }
}

async fn staff(request: &Request, bearer: Bearer) -> poem::Result<Caller> {
    let context = RequestContext::of(request)?;
    if let Some(Known::Staff(caller)) = context.known.get() {
        return Ok(caller.clone());
    }
    Ok(find_staff(context, &bearer.token).await?)
}

async fn find_staff(context: &RequestContext, token: &str) -> Result<Caller, ApiError> {
    let storefront = context.storefront()?;
    let caller = {
        let authenticator = &context.authenticator;
        authenticator
            .staff(storefront.tenant_id, token, context.client_ip)
            .await?
    };
    if !storefront.is_active {
        return Err(Refusal::Suspended.into());
    }
    if let Actor::Operator(_) = caller.actor() {
        // What cannot be noted is not answered.
        let request = context.request.ok_or(Refusal::NoContext)?;
        context.authenticator.note(&caller, request).await?;
    }
    Ok(caller.recorded(context.recorded))
}

/// An access token of one of the platform's own people; valid on the platform's hosts only.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", bearer_format = "JWT", checker = "operator")]
pub struct Operator(OperatorCaller);

impl Operator {
    /// Whom to call the services as.
    pub const fn caller(&self) -> &OperatorCaller {
        &self.0
    }
}

async fn operator(request: &Request, bearer: Bearer) -> poem::Result<OperatorCaller> {
    let context = RequestContext::of(request)?;
    if let Some(Known::Operator(caller)) = context.known.get() {
        return Ok(caller.clone());
    }
    Ok(find_operator(context, &bearer.token).await?)
}

async fn find_operator(context: &RequestContext, token: &str) -> Result<OperatorCaller, ApiError> {
    platform_only(context)?;
    let caller = context.authenticator.operator(token).await?;
    Ok(OperatorCaller {
        request: context.recorded,
        ..caller
    })
}

/// The token that the request brings, read as poem's own `Bearer` is for handlers.
fn bearer(request: &Request) -> Option<Authorization<headers::authorization::Bearer>> {
    request.headers().typed_get()
}

/// Whether the request has the credential that its operation asks for. What is found out here is not
/// found out again by the handler; what is missing or wrong, the handler refuses.
pub(crate) async fn is_admitted(
    request: &Request,
    context: &RequestContext,
    credential: &str,
) -> bool {
    let has = |name: &str| request.headers().contains_key(name);
    let known = match credential {
        "CartToken" => return has("Cart-Token"),
        "OrderToken" => return has("Order-Token"),
        _ => {
            let Some(sent) = bearer(request) else {
                return false;
            };
            let token = sent.token();
            match credential {
                "Shopper" => find_shopper(context, token).await.map(Known::Shopper),
                "Staff" => find_staff(context, token).await.map(Known::Staff),
                "Operator" => find_operator(context, token).await.map(Known::Operator),
                // The handler knows what it is.
                _ => return true,
            }
        }
    };
    known.is_ok_and(|known| context.known.set(known).is_ok())
}
