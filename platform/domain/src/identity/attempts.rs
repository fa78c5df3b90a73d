//! How often a password may be guessed: counted by account, in this process.
//!
//! Ten wrong passwords for an account within a quarter of an hour, from wherever they come, and no
//! further one is looked at until the quarter is over. An owner is not locked out by strangers: a
//! client that has signed in to an account, or refreshed a session of it, or reset its password, has
//! ten tries there of its own. Of a second factor five codes are looked at. Whether there is an account plays no part.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration as Idle;

use kernel::Client;
use kernel::contact::Email;
use kernel::ids::{OperatorId, SessionId, StaffId, TenantId};
use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};

use super::IdentityError;

/// So many wrong passwords in one window.
const MOST_FAILURES: u32 = 10;
/// So many wrong codes, of a second factor or from a mail.
const MOST_WRONG_CODES: u32 = 5;
/// A window begins with its first try.
const WINDOW: Duration = Duration::minutes(15);
/// Memory is bounded: beyond so many, what was not used for longest is forgotten.
const MOST_COUNTED: u64 = 100_000;
const MOST_KNOWN: u64 = 500_000;
/// A client that did not come for so long is a stranger again.
const KNOWN_FOR: Idle = Idle::from_hours(30 * 24);

/// What passwords are tried for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Target {
    digest: [u8; 32],
    most: u32,
}

impl Target {
    /// A shopper's account at a tenant.
    pub(super) fn shopper(tenant_id: TenantId, email: &Email) -> Self {
        Self::of("shopper", &[&tenant_id.to_string(), email.as_str()])
    }

    /// A staff member's account, as one tenant's admin console sees it.
    pub(super) fn staff(tenant_id: TenantId, email: &Email) -> Self {
        Self::of("staff", &[&tenant_id.to_string(), email.as_str()])
    }

    /// The codes that a shopper's account gets by mail.
    pub(super) fn code(tenant_id: TenantId, email: &Email) -> Self {
        Self {
            most: MOST_WRONG_CODES,
            ..Self::of("code", &[&tenant_id.to_string(), email.as_str()])
        }
    }

    /// An operator's account.
    pub(super) fn operator(email: &Email) -> Self {
        Self::of("operator", &[email.as_str()])
    }

    /// The password of whoever is signed in already. A stolen session uses up no tries but its own.
    pub(super) fn session(session_id: SessionId) -> Self {
        Self::of("session", &[&session_id.to_string()])
    }

    /// The second factor of a staff member whose password is known.
    pub(super) fn factor(staff_id: StaffId) -> Self {
        Self {
            most: MOST_WRONG_CODES,
            ..Self::of("factor", &[&staff_id.to_string()])
        }
    }

    /// The password of an operator who is signed in already.
    pub(super) fn operator_password(operator_id: OperatorId) -> Self {
        Self::of("operator password", &[&operator_id.to_string()])
    }

    /// The second factor of an operator whose password is known.
    pub(super) fn operator_factor(operator_id: OperatorId) -> Self {
        Self {
            most: MOST_WRONG_CODES,
            ..Self::of("operator factor", &[&operator_id.to_string()])
        }
    }

    fn of(kind: &str, parts: &[&str]) -> Self {
        let mut hash = Sha256::new_with_prefix(kind);
        for part in parts {
            hash.update([0]);
            hash.update(part);
        }
        Self {
            digest: hash.finalize().into(),
            most: MOST_FAILURES,
        }
    }
}

#[derive(Debug)]
struct Window {
    ends_at: OffsetDateTime,
    failures: u32,
}

/// Counts wrong passwords.
#[derive(Debug, Clone)]
pub(super) struct Attempts {
    windows: Cache<(Target, Option<Client>), Arc<Mutex<Window>>>,
    known: Cache<(Target, Client), ()>,
}

/// A try that has begun. Unless it is taken back it counts as a wrong one, also when its caller went
/// away before the password was checked.
#[derive(Debug)]
#[must_use]
pub(super) struct Attempt {
    window: Arc<Mutex<Window>>,
}

impl Attempts {
    pub(super) fn new() -> Self {
        let idle = Idle::from_secs(WINDOW.whole_seconds().unsigned_abs());
        Self {
            windows: Cache::builder()
                .max_capacity(MOST_COUNTED)
                .eviction_policy(EvictionPolicy::lru())
                .time_to_idle(idle)
                .build(),
            known: Cache::builder()
                .max_capacity(MOST_KNOWN)
                .eviction_policy(EvictionPolicy::lru())
                .time_to_idle(KNOWN_FOR)
                .build(),
        }
    }

    /// Begins a try, before any work is done for it: tries at the same time count, too.
    pub(super) fn begin(
        &self,
        target: Target,
        client: Option<Client>,
        now: OffsetDateTime,
    ) -> Result<Attempt, IdentityError> {
        let known = client.filter(|client| self.known.contains_key(&(target, *client)));
        let window = self.windows.get_with((target, known), || {
            Arc::new(Mutex::new(Window {
                ends_at: now + WINDOW,
                failures: 0,
            }))
        });
        {
            let mut counted = window.lock().unwrap_or_else(PoisonError::into_inner);
            if counted.ends_at <= now {
                (counted.ends_at, counted.failures) = (now + WINDOW, 0);
            }
            if counted.failures >= target.most {
                let seconds = (counted.ends_at - now).whole_seconds() + 1;
                return Err(IdentityError::TooManyAttempts {
                    retry_after_seconds: u32::try_from(seconds).unwrap_or(1),
                });
            }
            counted.failures += 1;
        }
        Ok(Attempt { window })
    }

    /// Remembers that a client has shown that an account is its own.
    pub(super) fn remember(&self, target: Target, client: Option<Client>) {
        if let Some(client) = client {
            // Read, too, so that it counts as used.
            self.known.get_with((target, client), || ());
        }
    }

    /// Forgets the wrong passwords for an account: it has another one now.
    pub(super) fn forget(&self, target: Target, client: Option<Client>) {
        self.windows.invalidate(&(target, None));
        if client.is_some() {
            self.windows.invalidate(&(target, client));
        }
    }
}

impl Attempt {
    /// The password was right, or it could not be checked: the try does not count.
    pub(super) fn take_back(self) {
        let mut counted = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        counted.failures = counted.failures.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Fault;

    const START: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    fn target(name: &str) -> Target {
        Target::operator(&Email::from_row(format!("{name}@stoa.test")))
    }

    fn client(last: u8) -> Client {
        Client::of([192, 0, 2, last].into())
    }

    #[test]
    fn ten_wrong_passwords_end_a_window_from_wherever_they_come() {
        let attempts = Attempts::new();
        for from in 0..10 {
            assert!(
                attempts
                    .begin(target("ops"), Some(client(from)), START)
                    .is_ok()
            );
        }

        let refused = attempts
            .begin(
                target("ops"),
                Some(client(99)),
                START + Duration::minutes(5),
            )
            .unwrap_err();
        assert_eq!(refused.code(), "too_many_attempts");
        assert_eq!(refused.retry_after_seconds(), Some(601));
        assert!(
            attempts
                .begin(target("other"), Some(client(99)), START)
                .is_ok()
        );
        let later = START + WINDOW;
        assert!(
            attempts
                .begin(target("ops"), Some(client(99)), later)
                .is_ok()
        );
    }

    #[test]
    fn a_client_that_signed_in_before_has_tries_of_its_own() {
        let attempts = Attempts::new();
        attempts.remember(target("ops"), Some(client(1)));
        for _ in 0..20 {
            drop(attempts.begin(target("ops"), Some(client(2)), START));
        }

        for _ in 0..20 {
            let right = attempts.begin(target("ops"), Some(client(1)), START);
            right.unwrap().take_back();
        }
        for _ in 0..10 {
            assert!(
                attempts
                    .begin(target("ops"), Some(client(1)), START)
                    .is_ok()
            );
        }
        assert!(
            attempts
                .begin(target("ops"), Some(client(1)), START)
                .is_err()
        );

        attempts.forget(target("ops"), Some(client(1)));
        assert!(
            attempts
                .begin(target("ops"), Some(client(1)), START)
                .is_ok()
        );
        assert!(
            attempts
                .begin(target("ops"), Some(client(2)), START)
                .is_ok()
        );
    }
}
