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

/// A merchant's account at the payment provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectedAccount {
    /// The merchant.
    pub merchant_id: MerchantId,
    /// What the provider calls the account, once it has one.
    pub account_id: Option<String>,
    /// `requested`, `onboarding`, `active` or `restricted`.
    pub status: String,
}
