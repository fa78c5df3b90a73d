//! Every statement about shoppers.

pub(crate) mod accounts;
pub(crate) mod addresses;
pub(super) mod codes;
pub(crate) mod consents;
pub(super) mod email_changes;
pub(super) mod identities;
pub(super) mod newsletter;
pub(super) mod providers;
pub(super) mod resets;
pub(super) mod sessions;
pub(super) mod sign_ins;
pub(super) mod signups;
pub(super) mod slots;
