//! Which trace the work at hand belongs to, for whoever hands work on. Whoever sends traces tells.

use std::sync::OnceLock;

/// The target of spans that are traced; no other span is.
pub const TARGET: &str = "traces";

static CURRENT: OnceLock<fn() -> Option<String>> = OnceLock::new();

/// From now on `current` tells the trace. Only the first call has an effect.
pub fn start(current: fn() -> Option<String>) {
    // A second one would be of the same process, and tell the same.
    let _ = CURRENT.set(current);
}

/// Whether anything is traced at all: if not, spans need not be made.
pub fn is_on() -> bool {
    CURRENT.get().is_some()
}

/// The `traceparent` (W3C Trace Context, version 00) of the work at hand, when it is traced.
pub fn current() -> Option<String> {
    CURRENT.get().and_then(|current| current())
}
