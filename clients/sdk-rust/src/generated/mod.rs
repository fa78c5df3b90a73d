// Generated from the API document by `make gen`. Do not edit.

pub mod admin;
pub mod codes;
pub(crate) mod currencies;
pub mod models;
pub mod operator;
pub mod storefront;
pub(crate) mod version;

pub use admin::Admin;
pub use operator::Operator;
pub use storefront::Storefront;
