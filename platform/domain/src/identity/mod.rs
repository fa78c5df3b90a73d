//! Identity: who people are, how they prove it, and what their role lets them do.
//!
//! Owns `staff`, `memberships`, `roles`, `role_authorities`, `staff_invitations`, `staff_sessions`,
//! `staff_refresh_tokens`, `staff_reset_links`, `staff_switches`, `staff_security`, `staff_settings`, `operators`,
//! `operator_access`, `operator_access_uses` and `api_keys`,
//! and of shoppers `users`, `signup_requests`, `signup_links`, `reset_links`, `email_changes`,
//! `email_change_links`, `login_codes`, `identity_providers`, `linked_identities`,
//! `social_sign_ins`, `consents`, `newsletter_subscribers`, `newsletter_links`, `mail_slots`, `sessions`,
//! `refresh_tokens` and `addresses`. Invariants:
//! - a password is kept as an argon2id hash and nowhere else; whoever is unknown costs as much time
//!   and gets the same answer as whoever types it wrong;
//! - a password is guessed ten times for one account, from wherever, and then not for a while;
//! - an access token is good for one tenant (or the platform), for fifteen minutes, and only as long
//!   as the session and the membership behind it exist;
//! - a refresh token and a code of a second factor are good once;
//! - Casbin decides what a role may do, once, when the policy or the version of a role is loaded;
//!   whatever it does not allow is refused.
//!
//! Imports no other service.

mod access;
mod attempts;
mod customers;
mod error;
mod keys;
mod model;
mod operator_access;
mod operators;
mod password;
mod policy;
mod reseal;
mod roles;
mod service;
mod shopper;
mod staff;
mod store;
mod token;
mod totp;

pub(crate) use customers::is_blocked;
pub use customers::{
    Customer, CustomerChange, CustomerDetail, CustomerPage, ListCustomers, NewCustomer,
};
pub use error::IdentityError;
pub use kernel::role::{AssignedRole, Role};
pub use keys::{ApiKey, NewApiKey, PREFIX as SECRET_KEY_PREFIX};
pub use model::{Audience, SignIn, SignedIn, StaffMember};
pub use operator_access::{OpenOperatorAccess, OperatorAccess};
pub use operators::{Operator, OperatorProfile, OperatorSaved};
pub use password::{Password, PasswordHash, Passwords};
pub use policy::{Policy, PolicyError};
pub use roles::{BuiltInRole, OwnRole, RoleDraft, RoleSets};
pub use service::{Identity, Secrets};
pub(crate) use service::{NewOwner, enrol_owner};
pub use shopper::{
    AddressChange, ChangeEmail, ChangePassword, ConfirmEmail, Consent, ConsentChange,
    ConsentPurpose, ConsentSource, Consents, GivenConsents, IdentityProvider,
    IdentityProviderChange, LinkedIdentity, MAX_ADDRESSES, Mailing, NewAddress,
    NewIdentityProvider, NewPassword, NewsletterMailing, Profile, ProfileChange, ResetPassword,
    ReturnPath, SavedAddress, Session, ShopperSession, SignUp, SocialError, SocialReturn,
    SocialSession, SocialStart, Subscriber, User,
};
pub(crate) use shopper::{
    MailPurpose, account_of, hold_account, saved_address, settled_email_of, take_mail_slot,
};
pub use staff::{
    AcceptInvitation, Accepted, Colleague, FactorStatus, Invitation, OwnTenant, Position,
    StaffChange, StaffDevice, StaffError, StaffLetter, StaffSession, TenantSwitch,
};
pub(crate) use store::is_staff_address;
pub use token::{KeyError, PublicKey, TokenKeys, Tokens};
pub use totp::TotpSeed;
