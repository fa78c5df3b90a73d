//! Roles, audiences and the people who sign in.

use std::fmt;

use kernel::config::Secret;
use kernel::contact::Email;
use kernel::ids::{StaffId, TenantId};
use kernel::{Client, Permissions};
use time::OffsetDateTime;

use super::{AssignedRole, Password};

/// What a token is good for: a tenant's shop, its admin console, or the platform's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The shop of one tenant.
    Shop(TenantId),
    /// The admin console of one tenant.
    Admin(TenantId),
    /// The way from another tenant's admin console to that of one tenant.
    Switch(TenantId),
    /// The platform's own console.
    Operator,
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shop(tenant_id) => write!(f, "shop:{tenant_id}"),
            Self::Admin(tenant_id) => write!(f, "admin:{tenant_id}"),
            Self::Switch(tenant_id) => write!(f, "switch:{tenant_id}"),
            Self::Operator => f.write_str("operator"),
        }
    }
}

/// What somebody types to be let in.
#[derive(Debug)]
pub struct SignIn {
    /// The address, if what was typed is one.
    pub email: Option<Email>,
    /// The password.
    pub password: Password,
    /// A code of a second factor, if one was typed.
    pub code: Option<String>,
    /// What the browser or program calls itself.
    pub device: String,
    /// Where it comes from, if that is known.
    pub client: Option<Client>,
}

impl SignIn {
    /// Takes what was typed. Text that is no address belongs to nobody, which is found out the way
    /// every unknown address is.
    pub fn new(email: &str, password: &str) -> Self {
        Self {
            email: Email::parse(email).ok(),
            password: Password::typed(password),
            code: None,
            device: String::new(),
            client: None,
        }
    }

    /// The same with a code of a second factor, if there is one, on a device that calls itself so.
    #[must_use]
    pub fn with_code(self, code: Option<String>, device: &str) -> Self {
        Self {
            code,
            device: device.to_owned(),
            ..self
        }
    }

    /// The same from this client: one that signed in before is not held back by what others try.
    #[must_use]
    pub fn from_client(self, client: Client) -> Self {
        Self {
            client: Some(client),
            ..self
        }
    }
}

/// Somebody who was let in.
#[derive(Debug, Clone)]
pub struct SignedIn<P> {
    /// Who it is.
    pub person: P,
    /// What proves it from now on.
    pub access_token: Secret<String>,
    /// Until when.
    pub expires_at: OffsetDateTime,
    /// How long that is.
    pub expires_in_seconds: i64,
}

/// Somebody of a tenant's staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Who it is, in every tenant.
    pub id: StaffId,
    /// What the person is called.
    pub name: String,
    /// What the person is in this tenant.
    pub role: AssignedRole,
    /// What that allows.
    pub permissions: Permissions,
    /// Whether codes of a second factor are asked for.
    pub has_second_factor: bool,
}
