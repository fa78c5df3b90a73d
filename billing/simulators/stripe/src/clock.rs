//! The simulator's time: the machine's clock plus what `/_sim/clock` has added. Nothing else asks
//! the machine for the time.

use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970 by the machine's clock.
pub(crate) fn real_seconds() -> i64 {
    i64::try_from(since_epoch().as_secs()).unwrap_or(i64::MAX)
}

/// Milliseconds since 1970 by the machine's clock.
pub(crate) fn real_milliseconds() -> i64 {
    i64::try_from(since_epoch().as_millis()).unwrap_or(i64::MAX)
}

fn since_epoch() -> std::time::Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}
