//! Roles, audiences and the people who sign in.

use std::fmt;
use std::str::FromStr;

use kernel::Permissions;
use kernel::config::Secret;
use kernel::contact::Email;
use kernel::goods::Malformed;
use kernel::ids::{OperatorId, StaffId, TenantId};
use time::OffsetDateTime;

use super::Password;

macro_rules! roles {
    ($($(#[$doc:meta])* $variant:ident $name:literal),* $(,)?) => {
        /// What somebody is in a tenant. The policy says what that allows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $variant),* }

        impl Role {
            /// Every role, the most powerful first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in rows, policies and JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }

        impl FromStr for Role {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                match text {
                    $($name => Ok(Self::$variant),)*
                    _ => Err(Malformed { rule: "the name of a role" }),
                }
            }
        }
    };
}

roles! {
    /// Holds the tenant; there is always one.
    Owner "owner",
    /// Runs the shop in the owner's place.
    Administrator "administrator",
    /// Keeps the catalogue.
    CatalogueManager "catalogue_manager",
    /// Keeps the orders, and gives money back.
    OrderManager "order_manager",
    /// Answers shoppers.
    Support "support",
    /// Reads the figures.
    Analyst "analyst",
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a token is good for: a tenant's shop, its admin console, or the platform's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The shop of one tenant.
    Shop(TenantId),
    /// The admin console of one tenant.
    Admin(TenantId),
    /// The platform's own console.
    Operator,
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shop(tenant_id) => write!(f, "shop:{tenant_id}"),
            Self::Admin(tenant_id) => write!(f, "admin:{tenant_id}"),
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
}

impl SignIn {
    /// Takes what was typed. Text that is no address belongs to nobody, which is found out the way
    /// every unknown address is.
    pub fn new(email: &str, password: &str) -> Self {
        Self {
            email: Email::parse(email).ok(),
            password: Password::typed(password),
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
    pub role: Role,
    /// What that allows.
    pub permissions: Permissions,
}

/// One of the platform's own people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Who it is.
    pub id: OperatorId,
    /// What the person is called.
    pub name: String,
}
