//! Faults that tests order: the next calls that match are cut, refused, delayed or garbled.

use std::time::Duration;

use rand::{Rng, SeedableRng, rngs::StdRng};
use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The connection is cut and nothing was done.
    DropBefore,
    /// It was done, and the connection is cut.
    DropAfterCommit,
    /// 500, nothing was done; kept under the idempotency key.
    #[serde(rename = "error_500_before")]
    Error500Before,
    /// 500 although it was done; kept under the idempotency key.
    #[serde(rename = "error_500_after_commit")]
    Error500AfterCommit,
    /// 429, nothing was done, nothing is kept.
    TooManyRequests,
    /// 409, nothing was done, nothing is kept.
    Conflict,
    /// It was done, and the answer's JSON breaks off.
    CorruptJson,
    /// It takes longer; the idempotency key is in use meanwhile.
    DelayMs,
}

fn once() -> u64 {
    1
}

/// An order for a fault, as `POST /_sim/faults` takes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFault {
    #[serde(default)]
    method: Option<String>,
    #[serde(default)]
    path_contains: Option<String>,
    #[serde(default)]
    key_contains: Option<String>,
    kind: Kind,
    /// For `delay_ms`.
    #[serde(default, alias = "delay_ms")]
    ms: u64,
    /// How often it strikes; 0 is without end.
    #[serde(default = "once")]
    times: u64,
    /// The chance that a matching call is struck.
    #[serde(default)]
    probability: Option<f64>,
    /// Makes the chance repeatable.
    #[serde(default)]
    seed: Option<u64>,
}

/// A fault in wait.
#[derive(Debug, Serialize)]
pub(crate) struct Fault {
    pub(crate) id: u64,
    method: Option<String>,
    path_contains: Option<String>,
    key_contains: Option<String>,
    kind: Kind,
    ms: u64,
    /// How often it still strikes; `None` is without end.
    left: Option<u64>,
    struck: u64,
    probability: Option<f64>,
    #[serde(skip)]
    chance: StdRng,
}

/// A fault that strikes the current call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Strike {
    pub(crate) kind: Kind,
    pub(crate) delay: Duration,
}

/// The faults in wait, in the order they were ordered.
#[derive(Default)]
pub(crate) struct Faults {
    waiting: Vec<Fault>,
    next: u64,
}

impl Faults {
    /// Puts a fault in wait and returns its number.
    pub(crate) fn add(&mut self, new: NewFault) -> u64 {
        self.next = self.next.saturating_add(1);
        self.waiting.push(Fault {
            id: self.next,
            method: new.method.map(|method| method.to_ascii_uppercase()),
            path_contains: new.path_contains,
            key_contains: new.key_contains,
            kind: new.kind,
            ms: new.ms,
            left: (new.times > 0).then_some(new.times),
            struck: 0,
            probability: new.probability.map(|chance| chance.clamp(0.0, 1.0)),
            chance: StdRng::seed_from_u64(new.seed.unwrap_or_else(|| rand::rng().random())),
        });
        self.next
    }

    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }

    pub(crate) fn waiting(&self) -> &[Fault] {
        &self.waiting
    }

    /// The first fault that strikes this call, if any does.
    pub(crate) fn strike(&mut self, method: &str, path: &str, key: Option<&str>) -> Option<Strike> {
        let mut waiting = self.waiting.iter_mut();
        let struck = waiting.find_map(|fault| fault.hits(method, path, key).then_some(fault))?;
        struck.struck = struck.struck.saturating_add(1);
        struck.left = struck.left.map(|left| left.saturating_sub(1));
        let strike = Strike {
            kind: struck.kind,
            delay: Duration::from_millis(struck.ms),
        };
        self.waiting.retain(|fault| fault.left != Some(0));
        Some(strike)
    }
}

impl Fault {
    fn hits(&mut self, method: &str, path: &str, key: Option<&str>) -> bool {
        let matches = self.method.as_ref().is_none_or(|wanted| wanted == method)
            && self
                .path_contains
                .as_ref()
                .is_none_or(|part| path.contains(part.as_str()))
            && self
                .key_contains
                .as_ref()
                .is_none_or(|part| key.is_some_and(|key| key.contains(part.as_str())));
        matches
            && self
                .probability
                .is_none_or(|chance| self.chance.random_bool(chance))
    }
}
