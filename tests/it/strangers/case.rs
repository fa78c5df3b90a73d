//! What one operation is sent.

use std::collections::HashMap;

use serde_json::Value;

use super::document::{Guard, Operation};

pub(super) type Named = HashMap<&'static str, String>;

/// One operation's case.
pub(super) struct Case {
    pub(super) operation: &'static str,
    /// Queries that name something that could be somebody else's, between braces.
    pub(super) queries: &'static [&'static str],
    /// The body, made of ids; none for operations without one.
    pub(super) body: Option<fn(&Named) -> Value>,
    /// Whether the body names something that could be somebody else's.
    pub(super) names_things: bool,
    /// The body of an operation that takes a file.
    pub(super) file: Option<fn() -> Vec<u8>>,
}

pub(super) const fn bare(operation: &'static str) -> Case {
    Case {
        operation,
        queries: &[],
        body: None,
        names_things: false,
        file: None,
    }
}

pub(super) const fn asking(operation: &'static str, queries: &'static [&'static str]) -> Case {
    Case {
        operation,
        queries,
        body: None,
        names_things: false,
        file: None,
    }
}

pub(super) const fn with(operation: &'static str, body: fn(&Named) -> Value) -> Case {
    Case {
        operation,
        queries: &[],
        body: Some(body),
        names_things: false,
        file: None,
    }
}

pub(super) const fn naming(operation: &'static str, body: fn(&Named) -> Value) -> Case {
    Case {
        operation,
        queries: &[],
        body: Some(body),
        names_things: true,
        file: None,
    }
}

pub(super) const fn sending(operation: &'static str, file: fn() -> Vec<u8>) -> Case {
    Case {
        operation,
        queries: &[],
        body: None,
        names_things: false,
        file: Some(file),
    }
}

impl Case {
    /// Fails when the document has an id, or a query that leads to something, which is not tried.
    pub(super) fn sends_every_id(&self, operation: &Operation, ids: &Named) {
        let sent = self.body.map(|body| body(ids)).unwrap_or_default();
        for text in operation.texts.iter().filter(|text| text.is_id) {
            let is_sent = self.names_things && sent.pointer(&text.pointer).is_some();
            assert!(
                is_sent,
                "{}: no case sends {}",
                self.operation, text.pointer
            );
        }
        // Operators see every tenant.
        let is_tried = |name: &String| {
            let tried = |query: &&str| query.contains(&format!("{name}={{"));
            operation.guard == Guard::Operator || self.queries.iter().any(tried)
        };
        for name in &operation.queries {
            assert!(
                is_tried(name),
                "{}: no case asks with {name}",
                self.operation
            );
        }
    }
}
