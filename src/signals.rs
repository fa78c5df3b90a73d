//! SIGTERM and Ctrl-C.

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tracing::error;

/// A token that is cancelled by the first SIGTERM or SIGINT. The second one ends the process at
/// once, for people who press Ctrl-C twice.
pub fn stop() -> CancellationToken {
    let token = CancellationToken::new();
    let stop = token.clone();
    tokio::spawn(async move {
        let (Ok(mut terminate), Ok(mut interrupt)) = (
            signal(SignalKind::terminate()),
            signal(SignalKind::interrupt()),
        ) else {
            error!("signals cannot be heard");
            return;
        };
        for is_first in [true, false] {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            if is_first {
                stop.cancel();
            }
        }
        std::process::exit(130);
    });
    token
}
