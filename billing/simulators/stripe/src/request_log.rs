//! The newest API calls with their answers, for `GET /_sim/log`.

use std::collections::VecDeque;

use serde::Serialize;

use crate::faults::Kind;

/// Longer bodies are cut, before they are copied.
const MAX_BODY: usize = 1500;

/// One call.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Entry {
    pub(crate) request_id: String,
    pub(crate) at_ms: i64,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) account: Option<String>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) request: String,
    /// 0 when the connection was cut.
    pub(crate) status: u16,
    pub(crate) response: String,
    pub(crate) replayed: bool,
    pub(crate) fault: Option<Kind>,
}

/// The log, bounded.
pub(crate) struct RequestLog {
    entries: VecDeque<Entry>,
    keep: usize,
}

impl RequestLog {
    pub(crate) fn new(keep: usize) -> Self {
        Self {
            entries: VecDeque::new(),
            keep,
        }
    }

    pub(crate) fn push(&mut self, entry: Entry) {
        if self.entries.len() >= self.keep {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
    }

    /// Newest first.
    pub(crate) fn newest(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().rev()
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }
}

/// A body as the log keeps it.
pub(crate) fn shortened(text: &str) -> String {
    if text.len() <= MAX_BODY {
        return text.to_owned();
    }
    let end = (0..=MAX_BODY)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    format!("{}…", text.get(..end).unwrap_or_default())
}
