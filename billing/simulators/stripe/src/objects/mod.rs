//! The objects of the API: how each looks on the wire, and the operations on it.

pub(crate) mod account;
pub(crate) mod account_link;
pub(crate) mod balance;
pub(crate) mod capture;
pub(crate) mod charge;
pub(crate) mod confirm;
pub(crate) mod create;
pub(crate) mod dispute;
pub(crate) mod event;
pub(crate) mod payment_intent;
pub(crate) mod refund;
pub(crate) mod reversal;
pub(crate) mod reverse;
pub(crate) mod shipping;
pub(crate) mod transfer;
pub(crate) mod webhook_endpoint;
