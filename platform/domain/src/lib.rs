//! The services: what the product does, one folder each.
//!
//! A service folder has the same files everywhere: `mod.rs` says what it owns, which invariants it
//! keeps and whom it may import; `model.rs` holds pure types and rules, `service.rs` the use cases,
//! `store.rs` every statement, `error.rs` what can be wrong, `handlers.rs` reactions to events.

pub mod analytics;
pub mod audit;
pub mod cart;
pub mod catalog;
pub mod checkout;
pub mod documents;
mod html;
pub mod identity;
pub mod inventory;
pub mod notifications;
pub mod orders;
pub mod pricing;
pub mod reviews;
pub mod search;
pub mod senders;
pub mod tenancy;
