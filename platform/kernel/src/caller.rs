//! Whoever makes a request, and what that allows.

use std::net::IpAddr;

use crate::fault::{Case, Fault};
use crate::ids::{
    ApiKeyId, MerchantId, OperatorAccessId, OperatorId, RequestId, SessionId, StaffId,
    StorefrontId, TenantId, UserId,
};
use crate::permission::{Permission, Permissions};

/// Where requests come from: an IPv4 address, or an IPv6 network of 64 bits, which is what one
/// household gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Client(u128);

impl Client {
    /// The client behind an address.
    pub const fn of(address: IpAddr) -> Self {
        Self(match address {
            IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
            IpAddr::V6(v6) if v6.to_ipv4_mapped().is_some() => v6.to_bits(),
            IpAddr::V6(v6) => v6.to_bits() & (u128::MAX << 64),
        })
    }

    /// The client as a number, to count it by.
    pub const fn bits(self) -> u128 {
        self.0
    }
}

/// Who is acting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A visitor of a storefront who has not signed in.
    Anonymous,
    /// A shopper who has signed in, on the device of this session.
    Shopper(UserId, SessionId),
    /// Somebody of the tenant's staff.
    Staff(StaffId),
    /// A program of the tenant's, with this key.
    ApiKey(ApiKeyId),
    /// Somebody who runs the installation, provisioning this tenant.
    Operator(OperatorId),
    /// Stoa itself: the worker, a sweep, an import from the command line.
    System,
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Anonymous => f.write_str("anonymous"),
            Self::Shopper(id, _) => write!(f, "{id}"),
            Self::Staff(id) => write!(f, "{id}"),
            Self::ApiKey(id) => write!(f, "{id}"),
            Self::Operator(id) => write!(f, "{id}"),
            Self::System => f.write_str("system"),
        }
    }
}

/// The request that somebody of the staff, a program or an operator changes something with. What it changes is
/// recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordedRequest {
    /// The operation of the API.
    pub operation: &'static str,
    /// The request's id.
    pub request_id: RequestId,
}

/// Whoever makes a request: the tenant it is confined to, who it is, and what it may do.
#[derive(Debug, Clone)]
pub struct Caller {
    tenant_id: TenantId,
    storefront_id: Option<StorefrontId>,
    actor: Actor,
    permissions: Permissions,
    /// Of these, what needs a second factor that was given a moment ago.
    locked: Permissions,
    session: Option<SessionId>,
    merchant_id: Option<MerchantId>,
    operator_access: Option<OperatorAccessId>,
    request: Option<RecordedRequest>,
}

impl Caller {
    /// A visitor of `storefront_id`, with the permissions that the policy gives to visitors.
    pub const fn visitor(
        tenant_id: TenantId,
        storefront_id: StorefrontId,
        permissions: Permissions,
    ) -> Self {
        Self {
            tenant_id,
            storefront_id: Some(storefront_id),
            actor: Actor::Anonymous,
            permissions,
            locked: Permissions::empty(),
            session: None,
            merchant_id: None,
            operator_access: None,
            request: None,
        }
    }

    /// A shopper who has signed in at `storefront_id`, with the permissions that the policy gives
    /// to shoppers.
    pub const fn shopper(
        tenant_id: TenantId,
        storefront_id: StorefrontId,
        (user_id, session_id): (UserId, SessionId),
        permissions: Permissions,
    ) -> Self {
        Self {
            tenant_id,
            storefront_id: Some(storefront_id),
            actor: Actor::Shopper(user_id, session_id),
            permissions,
            locked: Permissions::empty(),
            session: None,
            merchant_id: None,
            operator_access: None,
            request: None,
        }
    }

    /// Stoa itself, working for one storefront of a tenant. It may do everything there.
    pub fn system_at(tenant_id: TenantId, storefront_id: StorefrontId) -> Self {
        Self {
            storefront_id: Some(storefront_id),
            ..Self::system(tenant_id)
        }
    }

    /// Somebody of the tenant's staff, with the permissions of the role held in it.
    pub const fn staff(tenant_id: TenantId, staff_id: StaffId, permissions: Permissions) -> Self {
        Self {
            tenant_id,
            storefront_id: None,
            actor: Actor::Staff(staff_id),
            permissions,
            locked: Permissions::empty(),
            session: None,
            merchant_id: None,
            operator_access: None,
            request: None,
        }
    }

    /// A program of the tenant's, with a key that has these permissions.
    pub const fn api_key(tenant_id: TenantId, id: ApiKeyId, permissions: Permissions) -> Self {
        Self {
            tenant_id,
            storefront_id: None,
            actor: Actor::ApiKey(id),
            permissions,
            locked: Permissions::empty(),
            session: None,
            merchant_id: None,
            operator_access: None,
            request: None,
        }
    }

    /// An operator whom an access lets into one tenant, with what it allows there.
    pub fn operator_in(
        tenant_id: TenantId,
        (operator_id, access_id): (OperatorId, OperatorAccessId),
        permissions: Permissions,
    ) -> Self {
        Self {
            actor: Actor::Operator(operator_id),
            operator_access: Some(access_id),
            permissions,
            ..Self::system(tenant_id)
        }
    }

    /// The access that lets an operator in.
    pub const fn operator_access(&self) -> Option<OperatorAccessId> {
        self.operator_access
    }

    /// Stoa itself, working for one tenant. It may do everything there.
    pub fn system(tenant_id: TenantId) -> Self {
        Self {
            tenant_id,
            storefront_id: None,
            actor: Actor::System,
            permissions: Permissions::all(),
            locked: Permissions::empty(),
            session: None,
            merchant_id: None,
            operator_access: None,
            request: None,
        }
    }

    /// The same caller, in this session of theirs; what is `locked` needs their second factor first.
    #[must_use]
    pub const fn in_session(self, session: SessionId, locked: Permissions) -> Self {
        Self {
            session: Some(session),
            locked,
            ..self
        }
    }

    /// The same caller, confined to what is this merchant's.
    #[must_use]
    pub const fn of_merchant(self, merchant_id: MerchantId) -> Self {
        Self {
            merchant_id: Some(merchant_id),
            ..self
        }
    }

    /// The one merchant of the tenant that the caller works for; none for the tenant's own staff.
    pub const fn merchant_id(&self) -> Option<MerchantId> {
        self.merchant_id
    }

    /// The same person, who may do nothing but see to their own credentials.
    #[must_use]
    pub const fn as_person(&self) -> Self {
        Self {
            tenant_id: self.tenant_id,
            storefront_id: self.storefront_id,
            actor: self.actor,
            permissions: Permissions::empty(),
            locked: Permissions::empty(),
            session: self.session,
            merchant_id: None,
            operator_access: self.operator_access,
            request: self.request,
        }
    }

    /// The session of a staff member who has signed in.
    pub const fn session(&self) -> Option<SessionId> {
        self.session
    }

    /// The same caller, whose changes are recorded as made by this request.
    #[must_use]
    pub const fn recorded(self, request: Option<RecordedRequest>) -> Self {
        Self { request, ..self }
    }

    /// The request that the caller's changes are recorded with, if they are.
    pub const fn request(&self) -> Option<&RecordedRequest> {
        self.request.as_ref()
    }

    /// The one tenant that this caller can reach.
    pub const fn tenant_id(&self) -> TenantId {
        self.tenant_id
    }

    /// The storefront that the caller visits, if it visits one.
    pub const fn storefront_id(&self) -> Option<StorefrontId> {
        self.storefront_id
    }

    /// What the caller may do.
    pub const fn permissions(&self) -> Permissions {
        self.permissions
    }

    /// Who it is.
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// The account of a shopper who has signed in and holds `permission`. Nobody else has one.
    pub fn account(&self, permission: Permission) -> Result<UserId, Denied> {
        self.require(permission)?;
        match self.actor {
            Actor::Shopper(user_id, _) => Ok(user_id),
            Actor::Anonymous
            | Actor::Staff(_)
            | Actor::ApiKey(_)
            | Actor::Operator(_)
            | Actor::System => Err(Denied::missing(permission)),
        }
    }

    /// Whether the caller holds `permission` for the whole tenant.
    pub fn may(&self, permission: Permission) -> bool {
        self.merchant_id.is_none() && self.permissions.contains(permission)
    }

    /// Refuses the caller unless it holds `permission` for the whole tenant, and has given a second factor
    /// a moment ago if that needs one.
    pub fn require(&self, permission: Permission) -> Result<(), Denied> {
        hold(permission, self.may(permission), self.locked)
    }

    /// The same, and lets a merchant's own staff pass who hold `permission` for their merchant. For use cases
    /// that reach tenant data through transactions of the caller's only: these show what is the merchant's.
    pub fn require_in_scope(&self, permission: Permission) -> Result<(), Denied> {
        let is_held = self.permissions.contains(permission);
        hold(permission, is_held, self.locked)
    }
}

/// The caller may not do this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.why())]
pub struct Denied {
    /// What it would have needed.
    pub permission: Permission,
    /// Whether the caller holds it, and would have had to give a second factor a moment ago.
    pub needs_step_up: bool,
}

impl Denied {
    /// Its case.
    pub const PERMISSION_DENIED: Case = Case::forbidden("permission_denied");
    /// Its case when only a second factor is missing.
    pub const STEP_UP_REQUIRED: Case = Case::forbidden("step_up_required");

    const fn missing(permission: Permission) -> Self {
        Self {
            permission,
            needs_step_up: false,
        }
    }

    fn why(self) -> String {
        let name = self.permission.name();
        if self.needs_step_up {
            format!(
                "the permission {name} needs a second factor that was given less than 10 minutes ago"
            )
        } else {
            format!("this needs the permission {name}")
        }
    }
}

impl Fault for Denied {
    fn case(&self) -> Case {
        if self.needs_step_up {
            Self::STEP_UP_REQUIRED
        } else {
            Self::PERMISSION_DENIED
        }
    }
}

/// One of the platform's own people: confined to no tenant, and able to reach none's data.
#[derive(Debug, Clone)]
pub struct OperatorCaller {
    /// Who it is.
    pub operator_id: OperatorId,
    /// What it may do.
    pub permissions: Permissions,
    /// What of that needs a second factor, which it has not given.
    pub locked: Permissions,
    /// The request that its changes are recorded with, if they are.
    pub request: Option<RecordedRequest>,
}

impl OperatorCaller {
    /// Whoever has the command line of the machine that Stoa runs on. It may do everything an
    /// operator may.
    pub fn command_line() -> Self {
        Self {
            operator_id: OperatorId::from_uuid(uuid::Uuid::nil()),
            permissions: Permission::TenantsRead | Permission::TenantsWrite,
            locked: Permissions::empty(),
            request: None,
        }
    }

    /// Refuses the caller unless it holds `permission`.
    pub fn require(&self, permission: Permission) -> Result<(), Denied> {
        let is_held = self.permissions.contains(permission);
        hold(permission, is_held, self.locked)
    }
}

fn hold(permission: Permission, is_held: bool, locked: Permissions) -> Result<(), Denied> {
    if !is_held {
        Err(Denied::missing(permission))
    } else if locked.contains(permission) {
        Err(Denied {
            permission,
            needs_step_up: true,
        })
    } else {
        Ok(())
    }
}
