//! SIGTERM and Ctrl-C.

use std::io;

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use super::CommandError;

/// A token that is cancelled by the first SIGTERM or SIGINT. The second one ends the process at
/// once, for people who press Ctrl-C twice. Signals are heard from the moment this returns: a
/// process that asks first, before it answers anybody, is never killed by the request to stop.
pub fn stop() -> Result<CancellationToken, CommandError> {
    let deaf = |why: io::Error| CommandError::failed("signals cannot be heard", why);
    let mut terminate = signal(SignalKind::terminate()).map_err(deaf)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(deaf)?;
    let token = CancellationToken::new();
    let stop = token.clone();
    tokio::spawn(async move {
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
    Ok(token)
}
