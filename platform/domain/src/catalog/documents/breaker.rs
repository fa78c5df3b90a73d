//! Whoever finds the store out keeps all others from waiting for it.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long nobody asks the store after it failed. Then one request tries it.
const PAUSE: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
pub(super) struct Breaker {
    /// When the store may be tried; none while it answers.
    retry_at: Mutex<Option<Instant>>,
}

impl Breaker {
    /// Whether the store may be asked. After a pause one request may find out whether it is back.
    pub(super) fn allows(&self, now: Instant) -> bool {
        let mut retry_at = self.retry_at.lock().unwrap_or_else(PoisonError::into_inner);
        match *retry_at {
            Some(moment) if now < moment => false,
            Some(_) => {
                *retry_at = Some(now + PAUSE);
                true
            }
            None => true,
        }
    }

    /// The store has answered.
    pub(super) fn succeeded(&self) {
        *self.retry_at.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The store has not answered; whether that is news.
    pub(super) fn failed(&self, now: Instant) -> bool {
        let mut retry_at = self.retry_at.lock().unwrap_or_else(PoisonError::into_inner);
        retry_at.replace(now + PAUSE).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_failure_nobody_asks_for_a_second_and_then_one() {
        let breaker = Breaker::default();
        let start = Instant::now();
        assert!(breaker.allows(start));
        assert!(breaker.failed(start));
        assert!(!breaker.failed(start), "those who had asked before it");

        assert!(!breaker.allows(start + PAUSE / 2));
        assert!(breaker.allows(start + PAUSE));
        assert!(!breaker.allows(start + PAUSE), "one is enough");

        breaker.succeeded();
        assert!(breaker.allows(start + PAUSE));
        assert!(breaker.failed(start + PAUSE));
    }
}
