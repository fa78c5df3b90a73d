//! The time, as an argument.

use time::OffsetDateTime;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// This moment, in UTC.
    fn now(&self) -> OffsetDateTime;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    fn now(&self) -> OffsetDateTime {
        // As Postgres keeps it: what is answered now is what is read back later.
        OffsetDateTime::now_utc().truncate_to_microsecond()
    }
}
