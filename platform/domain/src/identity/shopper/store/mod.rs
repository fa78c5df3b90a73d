//! Every statement about shoppers.

pub(crate) mod accounts;
pub(super) mod sessions;
