//! Every statement about shoppers.

pub(super) mod accounts;
pub(super) mod sessions;
