//! Trying again what somebody else is changing at the same moment.

use std::time::Duration;

/// How often it is tried.
pub(super) const ATTEMPTS: u32 = 5;

/// Waits a little longer each time.
pub(super) async fn pause(attempt: u32) {
    tokio::time::sleep(Duration::from_millis(50) * attempt).await;
}
