//! Stripe's error object, and whether the operation had begun when it arose: what is refused
//! before execution is not kept under the idempotency key.

use serde_json::{Map, Value, json};

use crate::publishable;

/// An answer that is not 200.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) code: Option<&'static str>,
    pub(crate) param: Option<String>,
    pub(crate) message: String,
    /// Further members of the error object: `decline_code`, `payment_intent` and the like.
    pub(crate) more: Vec<(&'static str, Value)>,
    /// Whether the operation had begun.
    pub(crate) executed: bool,
}

/// What an operation gives.
pub(crate) type Outcome<T> = Result<T, Refusal>;

impl Refusal {
    /// The operation began and could not be done: 400.
    pub(crate) fn failed(code: Option<&'static str>, message: impl Into<String>) -> Self {
        Self {
            status: 400,
            kind: "invalid_request_error",
            code,
            param: None,
            message: message.into(),
            more: Vec::new(),
            executed: true,
        }
    }

    /// The parameters are wrong, so nothing was begun: 400.
    pub(crate) fn invalid(
        code: Option<&'static str>,
        param: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        let mut refusal = Self::failed(code, message);
        refusal.param = Some(param.into());
        refusal.executed = false;
        refusal
    }

    /// An object named in the body does not exist: 400.
    pub(crate) fn missing(noun: &str, id: &str, param: &str) -> Self {
        Self::failed(Some("resource_missing"), format!("No such {noun}: '{id}'")).about(param)
    }

    /// The object named in the path does not exist: 404.
    pub(crate) fn not_found(noun: &str, id: &str, param: &str) -> Self {
        let mut refusal = Self::missing(noun, id, param);
        refusal.status = 404;
        refusal
    }

    /// Another status and type, refused before anything began.
    pub(crate) fn early(
        status: u16,
        kind: &'static str,
        code: Option<&'static str>,
        message: impl Into<String>,
    ) -> Self {
        let mut refusal = Self::failed(code, message);
        refusal.status = status;
        refusal.kind = kind;
        refusal.executed = false;
        refusal
    }

    /// Something that Stripe does and the simulator does not.
    pub(crate) fn not_simulated(what: &str) -> Self {
        Self::invalid(
            Some("not_simulated"),
            what,
            format!("The Stripe simulator does not know '{what}': see its FIDELITY.md"),
        )
    }

    /// Names the parameter to blame.
    pub(crate) fn about(mut self, param: &str) -> Self {
        self.param = Some(param.to_owned());
        self
    }

    /// Adds a member to the error object.
    pub(crate) fn with(mut self, name: &'static str, value: Value) -> Self {
        self.more.push((name, value));
        self
    }

    /// Leaves of the objects in it what a browser may see of them.
    pub(crate) fn cut_for_browsers(&mut self) {
        for (name, object) in &mut self.more {
            if *name == "payment_intent" {
                publishable::cut(object);
            }
        }
    }

    /// The answer's body.
    pub(crate) fn json(&self, request_id: &str) -> Value {
        let mut error: Map<String, Value> = self
            .more
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        error.insert("message".into(), json!(self.message));
        error.insert("type".into(), json!(self.kind));
        error.insert(
            "request_log_url".into(),
            json!(format!(
                "https://dashboard.stripe.com/test/logs/{request_id}"
            )),
        );
        if let Some(code) = self.code {
            error.insert("code".into(), json!(code));
            error.insert(
                "doc_url".into(),
                json!(format!(
                    "https://stripe.com/docs/error-codes/{}",
                    code.replace('_', "-")
                )),
            );
        }
        if let Some(param) = &self.param {
            error.insert("param".into(), json!(param));
        }
        json!({ "error": error })
    }
}
