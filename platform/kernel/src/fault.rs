//! What every error of a use case can say about itself, so that one place can turn it into an answer.

use std::borrow::Cow;

/// The kind of a fault decides its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The request cannot be understood. 400.
    Invalid,
    /// Who are you? 401.
    Unauthenticated,
    /// You may know that it exists, but not do this. 403.
    Forbidden,
    /// Absent, or another tenant's. 404.
    NotFound,
    /// It was there for everybody to see, and does not come back by itself. 410.
    Gone,
    /// The state of things forbids it; read again and decide. 409.
    Conflict,
    /// Understood and refused. 422.
    Rejected,
    /// Too much at once. 429.
    Throttled,
    /// Something we depend on is out. 503.
    Unavailable,
    /// A mistake of ours. 500; its text never leaves the process.
    Internal,
}

/// One way to fail, as callers see it. Each error type names its cases as constants, and an operation
/// of the API lists those that it can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// Decides the status.
    pub kind: Kind,
    /// What a program tells this fault by. It never changes.
    pub code: &'static str,
}

impl Case {
    /// The one case of everything that is absent or another tenant's: callers cannot tell them apart.
    pub const NOT_FOUND: Self = Self::new(Kind::NotFound, "not_found");
    /// The one case of every mistake of ours.
    pub const INTERNAL: Self = Self::new(Kind::Internal, "internal");
    /// Some fields are wrong, and the problem names them.
    pub const INVALID_REQUEST: Self = Self::invalid("invalid_request");

    const fn new(kind: Kind, code: &'static str) -> Self {
        Self { kind, code }
    }

    /// A case of the kind [`Kind::Invalid`].
    pub const fn invalid(code: &'static str) -> Self {
        Self::new(Kind::Invalid, code)
    }

    /// A case of the kind [`Kind::Unauthenticated`].
    pub const fn unauthenticated(code: &'static str) -> Self {
        Self::new(Kind::Unauthenticated, code)
    }

    /// A case of the kind [`Kind::Forbidden`].
    pub const fn forbidden(code: &'static str) -> Self {
        Self::new(Kind::Forbidden, code)
    }

    /// A case of the kind [`Kind::Gone`].
    pub const fn gone(code: &'static str) -> Self {
        Self::new(Kind::Gone, code)
    }

    /// A case of the kind [`Kind::Conflict`].
    pub const fn conflict(code: &'static str) -> Self {
        Self::new(Kind::Conflict, code)
    }

    /// A case of the kind [`Kind::Rejected`].
    pub const fn rejected(code: &'static str) -> Self {
        Self::new(Kind::Rejected, code)
    }

    /// A case of the kind [`Kind::Throttled`].
    pub const fn throttled(code: &'static str) -> Self {
        Self::new(Kind::Throttled, code)
    }

    /// A case of the kind [`Kind::Internal`], told apart in the log only.
    pub const fn internal(code: &'static str) -> Self {
        Self::new(Kind::Internal, code)
    }

    /// A case of the kind [`Kind::Unavailable`].
    pub const fn unavailable(code: &'static str) -> Self {
        Self::new(Kind::Unavailable, code)
    }
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// Where: a JSON pointer (`/lines/0/quantity`), or the name of a parameter or header.
    pub pointer: String,
    /// A stable code.
    pub code: &'static str,
    /// What would be right.
    pub detail: String,
}

impl FieldFault {
    /// A fault of the field that `pointer` names.
    pub fn new(pointer: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code,
            detail: detail.into(),
        }
    }
}

/// Collects what is wrong with a command, so that all of it is told at once.
#[derive(Debug, Default)]
pub struct Check(Vec<FieldFault>);

impl Check {
    /// The field that `pointer` names must be as `rule` says.
    pub fn unless(&mut self, is_fine: bool, pointer: impl Into<String>, rule: impl Into<String>) {
        if !is_fine {
            self.0.push(FieldFault::new(pointer, "malformed", rule));
        }
    }

    /// A line that is not empty.
    pub fn name(&mut self, text: &str, max: usize, pointer: impl Into<String>) {
        let is_name = !text.trim().is_empty() && is_line(text, max);
        self.unless(
            is_name,
            pointer,
            format!("1 to {max} characters on one line"),
        );
    }

    /// A line, perhaps empty.
    pub fn line(&mut self, text: &str, max: usize, pointer: impl Into<String>) {
        self.unless(
            is_line(text, max),
            pointer,
            format!("at most {max} characters on one line"),
        );
    }

    /// The faults, if there are any.
    pub fn done(self) -> Result<(), Vec<FieldFault>> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(self.0)
        }
    }
}

/// Whether it has at most `max` characters, and no end of a line or other control character.
pub fn is_line(text: &str, max: usize) -> bool {
    text.chars().count() <= max && !text.chars().any(char::is_control)
}

/// An error that knows its case: its kind and its stable code.
///
/// `Display` is what the caller may read, unless the kind is [`Kind::Internal`].
pub trait Fault: std::error::Error + Send + Sync + 'static {
    /// Its kind and its code.
    fn case(&self) -> Case;

    /// Decides the status.
    fn kind(&self) -> Kind {
        self.case().kind
    }

    /// What a program tells this fault by. It never changes.
    fn code(&self) -> &'static str {
        self.case().code
    }

    /// The fields that are wrong, when fields are.
    fn fields(&self) -> Cow<'_, [FieldFault]> {
        Cow::Borrowed(&[])
    }

    /// When to try again, in seconds; only for [`Kind::Throttled`], [`Kind::Unavailable`] and
    /// conflicts that pass by themselves.
    fn retry_after_seconds(&self) -> Option<u32> {
        None
    }

    /// Whether the same again can only fail again, so that a worker need not retry: a mail server
    /// that refuses a recipient for good, for example.
    fn is_permanent(&self) -> bool {
        false
    }

    /// Further facts for the caller, as members of the problem: `("current_total", …)`.
    fn members(&self) -> Vec<(&'static str, serde_json::Value)> {
        Vec::new()
    }
}

/// An error and its causes, as one line. A cause that its error has told already is left out.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let why = error.to_string();
        if !text.contains(&why) {
            text.push_str(": ");
            text.push_str(&why);
        }
        cause = error.source();
    }
    text.replace('\n', " ")
}

/// Any fault at all, for a port whose adapters have errors of their own. It says what the fault
/// says, and has the causes that the fault has.
#[derive(Debug)]
pub struct AnyFault(Box<dyn Fault>);

impl std::fmt::Display for AnyFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for AnyFault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl AnyFault {
    /// Hides which fault it is, not what it says.
    pub fn new(fault: impl Fault) -> Self {
        Self(Box::new(fault))
    }
}

impl Fault for AnyFault {
    fn case(&self) -> Case {
        self.0.case()
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        self.0.fields()
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        self.0.retry_after_seconds()
    }

    fn is_permanent(&self) -> bool {
        self.0.is_permanent()
    }

    fn members(&self) -> Vec<(&'static str, serde_json::Value)> {
        self.0.members()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the shop is\nshut")]
    struct Shut(#[source] Night);

    #[derive(Debug, thiserror::Error)]
    #[error("{}", .0)]
    struct Night(#[source] std::fmt::Error);

    #[test]
    fn causes_are_told_once_and_in_one_line() {
        let error = Shut(Night(std::fmt::Error));
        let cause = std::fmt::Error.to_string();

        assert_eq!(chain(&error), format!("the shop is shut: {cause}"));
    }
}
