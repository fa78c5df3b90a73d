//! The payment providers. Their SDKs and their words stay in here.

pub(crate) mod stripe;
