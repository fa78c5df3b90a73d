//! The settings of billing, and how patient it is.

use std::time::Duration;

use kernel::config::{Env, Secret};

/// How Stripe is reached. Nothing of it is logged.
#[derive(Debug, Clone)]
pub struct StripeSettings {
    /// `STRIPE_API_URL` (default `https://api.stripe.com`): plain `http` is for test keys only.
    pub api_url: String,
    /// `STRIPE_SECRET_KEY`: a secret or restricted key of the platform's account.
    pub secret_key: Secret<String>,
    /// `STRIPE_PUBLISHABLE_KEY`: what browsers and apps confirm payments with.
    pub publishable_key: String,
    /// `STRIPE_WEBHOOK_SECRETS`: signing secrets, separated by commas: one for each endpoint, and two
    /// while one is being replaced.
    pub webhook_secrets: Vec<Secret<String>>,
}

impl StripeSettings {
    /// Reads the settings. What is missing or contradicts itself is told by `env`.
    pub fn from_env(env: &mut Env) -> Self {
        // What is missing is told by itself.
        let has_webhook_secrets = env.optional::<String>("STRIPE_WEBHOOK_SECRETS").is_some();
        let settings = Self {
            api_url: env.or("STRIPE_API_URL", "https://api.stripe.com".to_owned()),
            secret_key: env.required(
                "STRIPE_SECRET_KEY",
                Secret::new("sk_test_absent".to_owned()),
            ),
            publishable_key: env.required("STRIPE_PUBLISHABLE_KEY", String::new()),
            webhook_secrets: env
                .required("STRIPE_WEBHOOK_SECRETS", String::new())
                .split(',')
                .map(str::trim)
                .filter(|secret| !secret.is_empty())
                .map(|secret| Secret::new(secret.to_owned()))
                .collect(),
        };
        let is_secret = |secret: &Secret<String>| secret.expose().starts_with("whsec_");
        let are_secrets =
            !settings.webhook_secrets.is_empty() && settings.webhook_secrets.iter().all(is_secret);
        if has_webhook_secrets && !are_secrets {
            env.refuse(
                "STRIPE_WEBHOOK_SECRETS",
                "must be signing secrets (whsec_…), separated by commas",
            );
        }
        if let Err(why) = settings.check() {
            env.refuse("STRIPE_SECRET_KEY", why);
        }
        settings
    }

    /// Whether the key moves real money.
    pub fn is_live(&self) -> bool {
        let key = self.secret_key.expose();
        key.starts_with("sk_live_") || key.starts_with("rk_live_")
    }

    /// Refuses what could leak a live key, or a key that is none.
    pub fn check(&self) -> Result<(), &'static str> {
        let key = self.secret_key.expose();
        if !(key.starts_with("sk_") || key.starts_with("rk_")) {
            return Err("must be a secret key (sk_…) or a restricted key (rk_…)");
        }
        if self.api_url.starts_with("https://") {
            return Ok(());
        }
        if self.is_live() {
            return Err("a live key is sent over https only");
        }
        if self.api_url.starts_with("http://") {
            Ok(())
        } else {
            Err("the API's address must start with https://")
        }
    }
}

/// How long billing waits, and when it looks again. Tests shorten it.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// How long one call to the provider may take.
    pub call_timeout: Duration,
    /// A call that was sent this recently belongs to whoever sent it.
    pub in_flight: Duration,
    /// When an operation or a payment is looked at for the first time.
    pub first_check: Duration,
    /// The longest time between two looks.
    pub longest_check: Duration,
    /// The time between two looks at a payment that waits to be captured.
    pub authorized_check: Duration,
    /// Unfinished business older than this is no longer looked at.
    pub give_up_after: Duration,
    /// How long the provider remembers an idempotency key; later, a call is only looked up.
    pub key_lifetime: Duration,
    /// The wait before a transfer or a reversal is tried a second time; it doubles from there.
    pub first_retry: Duration,
    /// The longest such wait.
    pub longest_retry: Duration,
    /// A share that is sent this long after its charge is searched at the provider first: a restored
    /// database does not know what was sent.
    pub transfer_search_after: Duration,
    /// How often a reversal is refused before the merchant owes the amount.
    pub reversal_attempts: u32,
    /// How often a webhook may fail before it is set aside for people.
    pub webhook_attempts: i32,
    /// How long a claimed webhook is left to whoever claimed it.
    pub webhook_lease: Duration,
    /// How long ago the moment is that the ledger and the provider's balance are compared at.
    pub comparison_lag: Duration,
    /// How often they are compared.
    pub comparison_period: Duration,
    /// How long a comparison is left to the worker that has begun it, from page to page.
    pub comparison_lease: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            call_timeout: Duration::from_secs(10),
            in_flight: Duration::from_secs(3),
            first_check: Duration::from_mins(1),
            longest_check: Duration::from_mins(10),
            authorized_check: Duration::from_hours(6),
            give_up_after: Duration::from_hours(24 * 30),
            key_lifetime: Duration::from_hours(23),
            first_retry: Duration::from_secs(30),
            longest_retry: Duration::from_hours(6),
            transfer_search_after: Duration::from_mins(1),
            reversal_attempts: 5,
            webhook_attempts: 12,
            webhook_lease: Duration::from_secs(30),
            comparison_lag: Duration::from_mins(15),
            comparison_period: Duration::from_hours(1),
            comparison_lease: Duration::from_mins(1),
        }
    }
}

impl Policy {
    /// The wait before attempt number `attempt`, which counts from 1.
    pub fn retry_after(&self, attempt: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(attempt.saturating_sub(1).min(20));
        self.first_retry
            .saturating_mul(doubled)
            .min(self.longest_retry)
    }

    /// The wait before the next look at something that is `age` old: half its age.
    pub fn check_after(&self, age: Duration) -> Duration {
        (age / 2).clamp(self.first_check, self.longest_check)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(api_url: &str, key: &str) -> StripeSettings {
        StripeSettings {
            api_url: api_url.to_owned(),
            secret_key: Secret::new(key.to_owned()),
            publishable_key: "pk_test_1".to_owned(),
            webhook_secrets: vec![],
        }
    }

    #[test]
    fn a_live_key_never_travels_in_the_clear() {
        assert!(
            settings("http://127.0.0.1:12111", "sk_test_1")
                .check()
                .is_ok()
        );
        assert!(
            settings("https://api.stripe.com", "rk_live_1")
                .check()
                .is_ok()
        );
        assert!(
            settings("http://127.0.0.1:12111", "sk_live_1")
                .check()
                .is_err()
        );
        assert!(settings("ftp://127.0.0.1", "sk_test_1").check().is_err());
        assert!(
            settings("https://api.stripe.com", "pk_test_1")
                .check()
                .is_err()
        );
    }

    #[test]
    fn waits_grow_and_end() {
        let policy = Policy::default();

        assert_eq!(policy.retry_after(1), Duration::from_secs(30));
        assert_eq!(policy.retry_after(3), Duration::from_mins(2));
        assert_eq!(policy.retry_after(60), Duration::from_hours(6));
        assert_eq!(policy.check_after(Duration::ZERO), Duration::from_mins(1));
        assert_eq!(
            policy.check_after(Duration::from_mins(8)),
            Duration::from_mins(4)
        );
        assert_eq!(
            policy.check_after(Duration::from_hours(9)),
            Duration::from_mins(10)
        );
    }
}
