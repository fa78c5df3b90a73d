//! Roles of a tenant's staff.

use std::fmt;
use std::str::FromStr;

use poem_openapi::registry::MetaSchema;

use crate::goods::Malformed;
use crate::ids::RoleId;
use crate::wire::wire_text;

crate::words! {
    /// Role of a staff member in a tenant.
    pub enum Role {
        /// Owns the tenant; there is always one.
        Owner = "owner",
        /// Has every permission but those of the owner.
        Administrator = "administrator",
        /// Manages the catalogue.
        CatalogueManager = "catalogue_manager",
        /// Manages orders and refunds.
        OrderManager = "order_manager",
        /// Supports shoppers: reads orders.
        Support = "support",
        /// Reads reports.
        Analyst = "analyst",
        /// Runs one merchant's part of the tenant: its goods, its orders and its money.
        MerchantOwner = "merchant_owner",
        /// Works for one merchant: its goods and its orders.
        MerchantStaff = "merchant_staff",
    }
}

impl Role {
    /// Whether it is held for one merchant of the tenant.
    pub const fn is_of_merchant(self) -> bool {
        matches!(self, Self::MerchantOwner | Self::MerchantStaff)
    }
}

/// Role of a staff member: a built-in one, or one that the tenant has made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignedRole {
    /// The same in every tenant.
    BuiltIn(Role),
    /// Made by the tenant.
    Own(RoleId),
}

impl AssignedRole {
    /// The role of a row, of whose two columns one is filled.
    pub fn of_row(role: Option<Role>, role_id: Option<RoleId>) -> Option<Self> {
        role.map(Self::BuiltIn).or(role_id.map(Self::Own))
    }

    /// Whether it is held for one merchant of the tenant.
    pub const fn is_of_merchant(self) -> bool {
        matches!(self, Self::BuiltIn(role) if role.is_of_merchant())
    }

    /// The two columns.
    pub const fn columns(self) -> (Option<Role>, Option<RoleId>) {
        match self {
            Self::BuiltIn(role) => (Some(role), None),
            Self::Own(id) => (None, Some(id)),
        }
    }
}

impl fmt::Display for AssignedRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(role) => f.write_str(role.name()),
            Self::Own(id) => write!(f, "{id}"),
        }
    }
}

impl FromStr for AssignedRole {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let built_in = text.parse().map(Self::BuiltIn);
        built_in.or_else(|_: Malformed| {
            text.parse().map(Self::Own).map_err(|_| Malformed {
                rule: "a built-in role such as `support`, or the id of a role of the tenant",
            })
        })
    }
}

wire_text!(
    AssignedRole,
    "role",
    MetaSchema {
        pattern: Some(format!(
            "^({}|role_[0-7][0-9a-hjkmnp-tv-z]{{25}})$",
            Role::ALL
                .iter()
                .map(|role| role.name())
                .collect::<Vec<_>>()
                .join("|")
        )),
        ..MetaSchema::new_with_format("string", "role")
    }
);
