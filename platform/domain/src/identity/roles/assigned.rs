//! Which role a staff member has.

use std::fmt;
use std::str::FromStr;

use kernel::ids::RoleId;

use crate::identity::Role;

/// A built-in role, or one of the tenant's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignedRole {
    /// The same in every tenant.
    BuiltIn(Role),
    /// Made by the tenant.
    Own(RoleId),
}

impl AssignedRole {
    /// The role of a row, of whose two columns one is filled.
    pub(in crate::identity) fn of_row(role: Option<Role>, role_id: Option<RoleId>) -> Option<Self> {
        role.map(Self::BuiltIn).or(role_id.map(Self::Own))
    }

    /// The two columns.
    pub(in crate::identity) const fn columns(self) -> (Option<Role>, Option<RoleId>) {
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
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let built_in = text.parse().map(Self::BuiltIn);
        built_in.or_else(|_| text.parse().map(Self::Own).map_err(|_| ()))
    }
}
