//! Identity: who people are, how they prove it, and what their role lets them do.
//!
//! Owns `staff`, `memberships` and `operators`, and of shoppers `users`, `signups`, `password_resets`,
//! `sessions` and `refresh_tokens`. Invariants:
//! - a password is kept as an argon2id hash and nowhere else; whoever is unknown costs as much time
//!   and gets the same answer as whoever types it wrong;
//! - an access token is good for one tenant (or the platform), for fifteen minutes, and only as long
//!   as the membership behind it exists;
//! - Casbin decides what a role may do, once, when the policy is loaded; whatever the policy does
//!   not allow is refused.
//!
//! Imports no other service.

mod access;
mod error;
mod model;
mod password;
mod policy;
mod service;
mod shopper;
mod store;
mod token;

pub use error::IdentityError;
pub use model::{Audience, Operator, Role, SignIn, SignedIn, StaffMember};
pub use password::{Password, PasswordHash, Passwords};
pub use policy::{Policy, PolicyError};
pub use service::{Identity, OperatorSaved};
pub(crate) use service::{NewOwner, enrol_owner};
pub(crate) use shopper::account_of;
pub use shopper::{
    ChangePassword, Mailing, NewPassword, Profile, ProfileChange, ResetPassword, Session,
    ShopperSession, SignUp, User,
};
pub use token::{KeyError, PublicKey, TokenKeys, Tokens};
