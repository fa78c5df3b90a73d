//! The outside world, one folder per system: adapters behind the ports of `kernel`, and the local
//! servers that development and tests run on.

pub mod dns;
mod http;
pub mod keys;
pub mod mail;
pub mod objects;
pub mod oidc;
pub mod pdf;
pub mod postgres;
pub mod redis;
pub mod sms;
