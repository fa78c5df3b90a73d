//! What a check found, for people and for scripts.

use std::fmt;

use serde::Serialize;
use serde_json::json;
use time::{Duration, OffsetDateTime};

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Status {
    /// As it should be.
    Ok,
    /// The program works; somebody should look at it.
    Warn,
    /// The program does not start, or a part of it does not work.
    Fail,
}

/// One line.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Finding {
    pub(super) status: Status,
    check: &'static str,
    says: String,
    #[serde(rename = "do", skip_serializing_if = "Option::is_none")]
    todo: Option<String>,
}

impl Finding {
    pub(super) fn ok(check: &'static str, says: impl Into<String>) -> Self {
        Self::new(Status::Ok, check, says)
    }

    pub(super) fn warn(check: &'static str, says: impl Into<String>) -> Self {
        Self::new(Status::Warn, check, says)
    }

    pub(super) fn fail(check: &'static str, says: impl Into<String>) -> Self {
        Self::new(Status::Fail, check, says)
    }

    fn new(status: Status, check: &'static str, says: impl Into<String>) -> Self {
        Self {
            status,
            check,
            says: says.into(),
            todo: None,
        }
    }

    /// Adds what to do about it.
    pub(super) fn advise(mut self, todo: impl Into<String>) -> Self {
        self.todo = Some(todo.into());
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = match self.status {
            Status::Ok => "ok",
            Status::Warn => "warn",
            Status::Fail => "fail",
        };
        // A database's message may have lines of its own.
        let says = self.says.replace('\n', " ");
        write!(f, "{status:<4}  {}: {says}", self.check)?;
        match &self.todo {
            Some(todo) => write!(f, ". To do: {todo}"),
            None => Ok(()),
        }
    }
}

/// The findings as one object.
pub(super) fn as_json(findings: &[Finding]) -> String {
    let worst = findings.iter().map(|it| it.status).max();
    let status = worst.unwrap_or(Status::Ok);
    format!("{:#}", json!({"status": status, "checks": findings}))
}

/// Clocks that are apart by more make tokens and leases end at the wrong time.
const APART: Duration = Duration::seconds(2);
/// By more than this, Stripe's signatures are refused for their age, and tokens before their time.
const TOO_FAR_APART: Duration = Duration::seconds(60);

/// How far another clock is from ours. `precision` is how exactly it can be read.
pub(super) fn clocks(
    check: &'static str,
    theirs: OffsetDateTime,
    ours: OffsetDateTime,
    precision: Duration,
) -> Finding {
    let apart = theirs - ours;
    let amount = apart.abs().saturating_sub(precision).max(Duration::ZERO);
    if amount <= APART {
        return Finding::ok(check, "agrees with the clock of this machine");
    }
    let way = if apart.is_negative() {
        "behind"
    } else {
        "ahead of"
    };
    let says = format!(
        "is {} s {way} the clock of this machine",
        apart.abs().whole_seconds()
    );
    let finding = if amount > TOO_FAR_APART {
        Finding::fail(check, says)
    } else {
        Finding::warn(check, says)
    };
    finding.advise("synchronise the clocks (NTP)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_may_be_apart_by_as_much_as_nobody_notices() {
        let ours = OffsetDateTime::UNIX_EPOCH;
        let told = |apart: i64| {
            let theirs = ours + Duration::seconds(apart);
            clocks("clock", theirs, ours, Duration::seconds(1)).to_string()
        };

        assert_eq!(
            told(3),
            "ok    clock: agrees with the clock of this machine"
        );
        assert_eq!(
            told(-4),
            "warn  clock: is 4 s behind the clock of this machine. To do: synchronise the clocks (NTP)"
        );
        assert_eq!(
            told(62),
            "fail  clock: is 62 s ahead of the clock of this machine. To do: synchronise the clocks (NTP)"
        );
    }
}
