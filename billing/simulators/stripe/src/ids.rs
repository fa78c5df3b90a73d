//! Object ids in Stripe's shape: a prefix that names the kind, and random letters and digits.

use rand::distr::{Alphanumeric, SampleString};

/// The account that owns the secret key.
pub(crate) const PLATFORM: &str = "acct_1SimulatedPlatform";

/// A new id such as `pi_3a…`; never handed out twice.
pub(crate) fn new(prefix: &str) -> String {
    format!("{prefix}_{}", random(24))
}

/// Random letters and digits, for secrets and tokens.
pub(crate) fn random(length: usize) -> String {
    Alphanumeric.sample_string(&mut rand::rng(), length)
}
