//! Who is calling, as arguments of handlers. Each one is a capability: a handler that takes a
//! [`Staff`] cannot be reached without a valid token for the host's tenant.

use kernel::ids::TenantId;
use kernel::{AnyFault, Caller, Fault, Kind, OperatorCaller};
use poem::{FromRequest, Request, RequestBody};
use poem_openapi::SecurityScheme;
use poem_openapi::auth::{ApiKey, Bearer};

use crate::context::{Entrance, RequestContext};
use crate::error::ApiError;

/// Why the gateway turns a request away.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No such host, path or thing for this door.
    #[error("there is nothing here")]
    NotFound,
    /// The tenant has been suspended; its shoppers are asked to come back.
    #[error("this store is closed at the moment")]
    Closed,
    /// The tenant has been suspended; its staff is told so.
    #[error("the tenant is suspended")]
    Suspended,
    /// A handler was reached around the gateway.
    #[error("the request has no context: the gateway is not in front of this route")]
    NoContext,
}

impl Fault for Refusal {
    fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Closed => Kind::Unavailable,
            Self::Suspended => Kind::Forbidden,
            Self::NoContext => Kind::Internal,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Closed | Self::Suspended => "tenant_suspended",
            Self::NoContext => "internal",
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        matches!(self, Self::Closed).then_some(300)
    }
}

/// A visitor of the storefront that the host or the publishable key names.
#[derive(Debug, Clone)]
pub struct Visitor(Caller);

impl Visitor {
    /// Whom to call the services as.
    pub const fn caller(&self) -> &Caller {
        &self.0
    }
}

impl<'a> FromRequest<'a> for Visitor {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let context = RequestContext::of(request)?;
        let door = context.door()?;
        if !door.is_active {
            return Err(ApiError::from(Refusal::Closed).into());
        }
        Ok(Self(context.authenticator.visitor(door)))
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
        let door = RequestContext::of(request)?.door()?;
        if !door.is_active {
            return Err(ApiError::from(Refusal::Suspended).into());
        }
        Ok(Self(door.tenant_id))
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
    match context.entrance {
        Entrance::Platform => Ok(()),
        Entrance::Storefront(_) => Err(Refusal::NotFound.into()),
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
        let name = request.headers().get(poem::http::header::USER_AGENT);
        let name = name.and_then(|name| name.to_str().ok());
        Ok(Self(name.unwrap_or_default().to_owned()))
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
    let door = context.door()?;
    if !door.is_active {
        return Err(ApiError::from(Refusal::Closed).into());
    }
    context
        .authenticator
        .shopper(door, &bearer.token)
        .await
        .map_err(refused)
}

/// An access token of a member of the tenant's staff.
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
    let door = context.door()?;
    let caller = context
        .authenticator
        .staff(door.tenant_id, &bearer.token)
        .await
        .map_err(refused)?;
    if door.is_active {
        Ok(caller)
    } else {
        Err(ApiError::from(Refusal::Suspended).into())
    }
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
    platform_only(context)?;
    context
        .authenticator
        .operator(&bearer.token)
        .await
        .map_err(refused)
}

fn refused(fault: AnyFault) -> poem::Error {
    ApiError::from(fault).into()
}
