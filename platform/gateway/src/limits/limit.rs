//! One limit, and what a client is told about it.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use kernel::ports::Bucket;
use kernel::{Case, Fault};
use poem::http::{HeaderMap, HeaderName, HeaderValue};

/// After so many checks, clients that have been quiet are forgotten: it bounds the memory.
const CHECKS_BETWEEN_SWEEPS: u32 = 50_000;

const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// A tenant (or none) and a client.
pub(super) type Key = (u128, u128);

/// How much each one may do.
pub(super) struct Limit {
    name: &'static str,
    interval: Duration,
    burst: NonZeroU32,
    policy: HeaderValue,
    checks: AtomicU32,
    clock: DefaultClock,
    limiter: RateLimiter<Key, DashMapStateStore<Key>, DefaultClock, StateInformationMiddleware>,
}

/// What a client is told about its limit.
#[derive(Debug, Clone)]
pub(crate) struct RateHeaders {
    pub(super) policy: HeaderValue,
    pub(super) state: HeaderValue,
}

impl RateHeaders {
    pub(crate) fn apply(self, headers: &mut HeaderMap) {
        headers.insert(RATE_LIMIT_POLICY, self.policy);
        headers.insert(RATE_LIMIT, self.state);
    }
}

/// A client has done too much.
#[derive(Debug, thiserror::Error)]
#[error("too many requests; try again in {retry_after_seconds} s")]
pub(crate) struct TooMany {
    retry_after_seconds: u32,
}

impl TooMany {
    pub(crate) const RATE_LIMITED: Case = Case::throttled("rate_limited");

    pub(super) fn after(wait: Duration) -> Self {
        // Rounded up: a client that waits so long gets through.
        let seconds = u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX);
        Self {
            retry_after_seconds: seconds.max(1),
        }
    }
}

impl Fault for TooMany {
    fn case(&self) -> Case {
        Self::RATE_LIMITED
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        Some(self.retry_after_seconds)
    }
}

/// What to tell the client, and whether it may go on.
pub(crate) type Answer = (Option<RateHeaders>, Result<(), TooMany>);

/// One request of somebody, and a limit that it counts for.
pub(super) struct Draw<'a> {
    pub(super) limit: &'a Limit,
    key: Key,
}

impl<'a> Draw<'a> {
    pub(super) const fn of(limit: &'a Limit, key: Key) -> Self {
        Self { limit, key }
    }

    pub(super) const fn bucket(&self) -> Bucket {
        Bucket {
            limit: self.limit.name,
            key: self.key,
            interval: self.limit.interval,
            burst: self.limit.burst,
        }
    }
}

pub(super) fn count_here(draws: &[Draw<'_>]) -> Answer {
    let mut answer = (None, Ok(()));
    for (place, draw) in draws.iter().enumerate() {
        let counted = draw.limit.count(draw.key);
        if counted.1.is_err() {
            return counted;
        }
        if place == 0 {
            answer = counted;
        }
    }
    answer
}

impl Limit {
    /// `count` requests in `period`, all of them at once if need be.
    pub(super) fn new(
        name: &'static str,
        count: Option<NonZeroU32>,
        period: Duration,
    ) -> Option<Self> {
        let count = count?;
        let interval = period.checked_div(count.get())?;
        let quota = Quota::with_period(interval)?.allow_burst(count);
        let policy = format!("\"{name}\";q={count};w={}", period.as_secs());
        Some(Self {
            name,
            interval,
            burst: count,
            policy: HeaderValue::from_str(&policy).ok()?,
            checks: AtomicU32::new(0),
            clock: DefaultClock::default(),
            limiter: RateLimiter::dashmap(quota).with_middleware(),
        })
    }

    fn count(&self, key: Key) -> Answer {
        let checks = self.checks.fetch_add(1, Ordering::Relaxed);
        if checks.is_multiple_of(CHECKS_BETWEEN_SWEEPS) {
            self.limiter.retain_recent();
        }
        match self.limiter.check_key(&key) {
            Ok(state) => (self.headers(state.remaining_burst_capacity(), None), Ok(())),
            Err(not_until) => {
                let refused = TooMany::after(not_until.wait_time_from(self.clock.now()));
                (self.headers(0, Some(&refused)), Err(refused))
            }
        }
    }

    pub(super) fn headers(&self, remaining: u32, refused: Option<&TooMany>) -> Option<RateHeaders> {
        let name = self.name;
        let state = match refused {
            None => format!("\"{name}\";r={remaining}"),
            Some(refused) => format!("\"{name}\";r=0;t={}", refused.retry_after_seconds),
        };
        Some(RateHeaders {
            policy: self.policy.clone(),
            state: HeaderValue::try_from(state).ok()?,
        })
    }
}
