//! A circuit breaker: when the provider is out, requests learn it at once instead of waiting.

use std::sync::Mutex;
use std::time::{Duration, Instant};

/// After this many failures in a row, calls are not made for a while.
const FAILURES: u32 = 8;
const PAUSE: Duration = Duration::from_secs(1);

/// Counts failures in a row.
#[derive(Debug, Default)]
pub(super) struct Breaker {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    failures: u32,
    retry_at: Option<Instant>,
}

impl Breaker {
    /// Whether a call may be made. After a pause one call may find out whether the provider is back.
    pub(super) fn allows(&self, now: Instant) -> bool {
        let Ok(mut state) = self.state.lock() else {
            return true;
        };
        match state.retry_at {
            Some(moment) if now < moment => false,
            Some(_) => {
                state.retry_at = Some(now + PAUSE);
                true
            }
            None => true,
        }
    }

    /// The provider answered, whatever it said of the call.
    pub(super) fn succeeded(&self) {
        if let Ok(mut state) = self.state.lock() {
            *state = State::default();
        }
    }

    /// The provider did not answer, or failed itself.
    pub(super) fn failed(&self, now: Instant) {
        if let Ok(mut state) = self.state.lock() {
            state.failures = state.failures.saturating_add(1);
            if state.failures >= FAILURES {
                state.retry_at = Some(now + PAUSE);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_stop_after_failures_in_a_row_and_one_tries_again() {
        let breaker = Breaker::default();
        let start = Instant::now();

        for _ in 0..FAILURES {
            assert!(breaker.allows(start));
            breaker.failed(start);
        }

        assert!(!breaker.allows(start));
        assert!(breaker.allows(start + PAUSE), "one call may try");
        assert!(!breaker.allows(start + PAUSE), "the others wait for it");
        breaker.succeeded();
        assert!(breaker.allows(start + PAUSE));
    }
}
