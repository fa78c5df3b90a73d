//! What can go wrong with staff, roles and invitations.

use std::borrow::Cow;

use db::DbError;
use kernel::ports::KeyRingError;
use kernel::{Case, Denied, Fault, FieldFault};

use crate::identity::{IdentityError, PolicyError};

/// Why staff or roles do not change.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// No such role, staff member or invitation.
    #[error("there is no such role, staff member or invitation")]
    NotFound,
    /// Fields that do not have the form they must have.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The request names a role that the tenant does not have.
    #[error("there is no such role")]
    RoleNotFound,
    /// The request names a merchant that the tenant does not have.
    #[error("there is no such merchant")]
    MerchantNotFound,
    /// The caller does not hold what the role allows.
    #[error("nobody grants or takes authorities that they do not hold")]
    NotHeld(FieldFault),
    /// Another role has the name.
    #[error("another role has this name")]
    RoleNameTaken,
    /// Staff members have the role.
    #[error("staff members have this role; give them another one first")]
    RoleInUse,
    /// The tenant has as many roles as it may.
    #[error("the tenant has 100 roles of its own; delete one first")]
    TooManyRoles,
    /// Nobody would own the tenant.
    #[error("a tenant has at least one owner who is not suspended")]
    LastOwner,
    /// The address belongs to a staff member.
    #[error("the person with this e-mail address is a staff member already")]
    AlreadyMember,
    /// The tenant has as many open invitations as it may.
    #[error("the tenant has 100 open invitations; revoke one first")]
    TooManyInvitations,
    /// The account behind the invitation is new, and needs a name and a password.
    #[error("the invited person has no account yet: `name` and `password` are needed")]
    AccountNeeded(Vec<FieldFault>),
    /// The caller has no second factor.
    #[error("you have no second factor yet; enrol one first")]
    NoSecondFactor,
    /// The caller has a second factor.
    #[error("you have a second factor already; remove it first")]
    HasSecondFactor,
    /// The code is not one of the caller's second factor, or was used.
    #[error("the code is wrong, was used, or is too old")]
    WrongCode,
    /// The second factor could not be decrypted.
    #[error(transparent)]
    Keys(#[from] KeyRingError),
    /// Credentials could not be handled.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// Casbin does not take the role.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the staff could not be read or written")]
    Db(#[from] DbError),
}

impl StaffError {
    /// Case of [`RoleNotFound`](Self::RoleNotFound).
    pub const ROLE_NOT_FOUND: Case = Case::rejected("role_not_found");
    /// Case of [`MerchantNotFound`](Self::MerchantNotFound).
    pub const MERCHANT_NOT_FOUND: Case = Case::rejected("merchant_not_found");
    /// Case of [`NotHeld`](Self::NotHeld).
    pub const AUTHORITY_NOT_HELD: Case = IdentityError::AUTHORITY_NOT_HELD;
    /// Case of [`RoleNameTaken`](Self::RoleNameTaken).
    pub const ROLE_NAME_TAKEN: Case = Case::conflict("role_name_taken");
    /// Case of [`RoleInUse`](Self::RoleInUse).
    pub const ROLE_IN_USE: Case = Case::conflict("role_in_use");
    /// Case of [`TooManyRoles`](Self::TooManyRoles).
    pub const TOO_MANY_ROLES: Case = Case::conflict("too_many_roles");
    /// Case of [`LastOwner`](Self::LastOwner).
    pub const LAST_OWNER: Case = Case::conflict("last_owner");
    /// Case of [`AlreadyMember`](Self::AlreadyMember).
    pub const ALREADY_MEMBER: Case = Case::conflict("already_member");
    /// Case of [`TooManyInvitations`](Self::TooManyInvitations).
    pub const TOO_MANY_INVITATIONS: Case = Case::conflict("too_many_invitations");
    /// Case of [`AccountNeeded`](Self::AccountNeeded).
    pub const ACCOUNT_NEEDED: Case = Case::rejected("account_needed");
    /// Case of [`NoSecondFactor`](Self::NoSecondFactor).
    pub const NO_SECOND_FACTOR: Case = Case::conflict("no_second_factor");
    /// Case of [`HasSecondFactor`](Self::HasSecondFactor).
    pub const HAS_SECOND_FACTOR: Case = Case::conflict("has_second_factor");
    /// Case of [`WrongCode`](Self::WrongCode).
    pub const WRONG_CODE: Case = Case::rejected("wrong_code");

    /// The error of a statement that names the merchant of a membership or an invitation.
    pub(in crate::identity) fn of_merchant(error: DbError) -> Self {
        match error.constraint() {
            Some("memberships_merchant_fkey" | "staff_invitations_merchant_fkey") => {
                Self::MerchantNotFound
            }
            _ => Self::Db(error),
        }
    }

    /// The error of a statement about roles.
    pub(in crate::identity) fn of_roles(error: DbError) -> Self {
        match error.constraint() {
            Some("roles_name") => Self::RoleNameTaken,
            Some("memberships_role_id_fkey") => Self::RoleInUse,
            _ => Self::Db(error),
        }
    }
}

impl Fault for StaffError {
    fn case(&self) -> Case {
        match self {
            Self::NotFound => Case::NOT_FOUND,
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::RoleNotFound => Self::ROLE_NOT_FOUND,
            Self::MerchantNotFound => Self::MERCHANT_NOT_FOUND,
            Self::NotHeld(_) => Self::AUTHORITY_NOT_HELD,
            Self::RoleNameTaken => Self::ROLE_NAME_TAKEN,
            Self::RoleInUse => Self::ROLE_IN_USE,
            Self::TooManyRoles => Self::TOO_MANY_ROLES,
            Self::LastOwner => Self::LAST_OWNER,
            Self::AlreadyMember => Self::ALREADY_MEMBER,
            Self::TooManyInvitations => Self::TOO_MANY_INVITATIONS,
            Self::AccountNeeded(_) => Self::ACCOUNT_NEEDED,
            Self::NoSecondFactor => Self::NO_SECOND_FACTOR,
            Self::HasSecondFactor => Self::HAS_SECOND_FACTOR,
            Self::WrongCode => Self::WRONG_CODE,
            Self::Keys(error) => error.case(),
            Self::Identity(error) => error.case(),
            Self::Policy(_) => Case::INTERNAL,
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(fields) | Self::AccountNeeded(fields) => Cow::Borrowed(fields),
            Self::NotHeld(field) => Cow::Borrowed(std::slice::from_ref(field)),
            Self::RoleNotFound => Cow::Owned(vec![FieldFault::new(
                "/role",
                "not_found",
                "a built-in role, or the id of a role of this tenant",
            )]),
            Self::WrongCode => Cow::Owned(vec![FieldFault::new(
                "/code",
                "wrong_code",
                "the six digits that the app shows now, or a recovery code that was not used",
            )]),
            Self::Identity(error) => error.fields(),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Identity(error) => error.retry_after_seconds(),
            Self::Db(error) => error.retry_after_seconds(),
            _ => None,
        }
    }
}
