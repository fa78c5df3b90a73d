//! Who is calling, and for which storefront: what the gateway asks of the services.

use std::net::IpAddr;

use async_trait::async_trait;

use crate::caller::{Caller, OperatorCaller, RecordedRequest};
use crate::fault::AnyFault;
use crate::host::Host;
use crate::ids::{StorefrontId, TenantId};

/// Where a host or a publishable key leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorefrontRef {
    /// The tenant.
    pub tenant_id: TenantId,
    /// The storefront.
    pub storefront_id: StorefrontId,
    /// Whether the tenant is open for business; a suspended one answers 503 to shoppers.
    pub is_active: bool,
    /// Every host of the storefront: the origins that browsers may call from.
    pub hosts: Vec<Host>,
}

/// Finds the storefront of a request before its tenant is known.
#[async_trait]
pub trait StorefrontFinder: Send + Sync {
    /// The storefront of a host name; none for an unknown host.
    async fn by_host(&self, host: &Host) -> Result<Option<StorefrontRef>, AnyFault>;

    /// The storefront of a publishable key; none for an unknown or revoked one.
    async fn by_publishable_key(&self, key: &str) -> Result<Option<StorefrontRef>, AnyFault>;
}

/// Turns credentials into callers. Wrong, foreign and expired ones all get the same fault, of the
/// kind [`Unauthenticated`](crate::Kind::Unauthenticated).
#[async_trait]
pub trait Authenticator: Send + Sync {
    /// A visitor of a storefront.
    fn visitor(&self, storefront: &StorefrontRef) -> Caller;

    /// A shopper who has signed in, by access token.
    async fn shopper(&self, storefront: &StorefrontRef, token: &str) -> Result<Caller, AnyFault>;

    /// A member of the tenant's staff by access token, or a program of the tenant's by secret key. A key may
    /// be good for some addresses only.
    async fn staff(
        &self,
        tenant_id: TenantId,
        token: &str,
        client: IpAddr,
    ) -> Result<Caller, AnyFault>;

    /// Notes that an operator who was let into a tenant makes a request there. It is not answered otherwise.
    async fn note(&self, caller: &Caller, request: RecordedRequest) -> Result<(), AnyFault>;

    /// One of the platform's own people, by access token.
    async fn operator(&self, token: &str) -> Result<OperatorCaller, AnyFault>;
}
