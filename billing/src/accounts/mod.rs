//! Accounts: where each merchant's shares are transferred to.
//!
//! Owns `connected_accounts`. Invariants:
//! - a merchant has one account at the provider, made when the merchant is;
//! - shares are transferred only to an account that the provider says can take them.
//!
//! May use `operations`, and `transfers` to tell shares that waited.

mod onboarding;
mod service;
mod store;

pub use onboarding::{OnboardingLink, OnboardingUrls, ReturnUrl};

use kernel::ids::MerchantId;

kernel::words! {
    /// Status of a merchant's account at the payment provider.
    pub enum AccountStatus as "MerchantAccountStatus" {
        /// Requested from the provider.
        Requested = "requested",
        /// Awaits the merchant's details: see onboarding links.
        Onboarding = "onboarding",
        /// Takes transfers.
        Active = "active",
        /// Paused by the provider, which tells the merchant why.
        Restricted = "restricted",
    }
}

/// A merchant's account at the payment provider.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ConnectedAccount {
    /// The merchant.
    pub merchant_id: MerchantId,
    /// What the provider calls the account, once it has one.
    pub account_id: Option<String>,
    /// Whether it takes shares.
    pub status: AccountStatus,
}
