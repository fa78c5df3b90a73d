//! The OpenAPI document: what is served, what routes are called in figures, and what a body that
//! could not be read should have looked like.

mod explain;
mod flat;
mod normalise;

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use kernel::FieldFault;
use poem::http::Method;
use serde_json::Value;

pub use normalise::DocumentError;

/// Methods that an OpenAPI path can have.
const METHODS: [(&str, Method); 5] = [
    ("get", Method::GET),
    ("post", Method::POST),
    ("put", Method::PUT),
    ("patch", Method::PATCH),
    ("delete", Method::DELETE),
];

/// The OpenAPI document, normalised, and an index of its operations.
#[derive(Debug, Clone)]
pub struct ApiDocument {
    json: Bytes,
    value: Value,
    operations: HashMap<String, Arc<Operation>>,
}

/// One operation of the document.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Its path, with `{names}` in the place of values.
    pub(crate) route: Arc<str>,
    method: Method,
    item: Value,
}

impl ApiDocument {
    /// Takes the document that poem-openapi makes, and brings it into the form that generators of
    /// clients understand; an error when it uses what they do not.
    pub fn of(spec: &str) -> Result<Self, DocumentError> {
        let value = normalise::normalise(serde_json::from_str(spec)?)?;
        let mut json = serde_json::to_vec_pretty(&value)?;
        json.push(b'\n');
        Ok(Self {
            json: json.into(),
            operations: operations(&value),
            value,
        })
    }

    /// The document as JSON, with sorted keys and a line end: the bytes of `openapi/stoa.json`.
    pub fn json(&self) -> &Bytes {
        &self.json
    }

    /// The document as a value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    pub(crate) fn operation(&self, id: &str) -> Option<&Arc<Operation>> {
        self.operations.get(id)
    }

    /// The methods that `path` has, for the `Allow` header.
    pub(crate) fn methods_of(&self, path: &str) -> Vec<&Method> {
        let mut methods: Vec<&Method> = self
            .operations
            .values()
            .filter(|operation| is_match(&operation.route, path))
            .map(|operation| &operation.method)
            .collect();
        methods.sort_by_key(|method| method.as_str());
        methods.dedup();
        methods
    }

    /// What is wrong with a body that the operation could not take; nothing when the document
    /// cannot tell.
    pub(crate) fn faults_of_body(&self, operation: &Operation, body: &Value) -> Vec<FieldFault> {
        operation
            .item
            .pointer("/requestBody/content/application~1json/schema")
            .map(|schema| explain::faults(&self.value, schema, body))
            .unwrap_or_default()
    }

    /// What the parameter `name` of an operation should have been.
    pub(crate) fn rule_of_parameter(&self, operation: &Operation, name: &str) -> Option<String> {
        let parameters = operation.item.get("parameters")?.as_array()?;
        let parameter = parameters
            .iter()
            .find(|parameter| parameter.get("name").and_then(Value::as_str) == Some(name))?;
        flat::rule(&self.value, parameter.get("schema")?)
    }
}

fn operations(document: &Value) -> HashMap<String, Arc<Operation>> {
    let mut operations = HashMap::new();
    let paths = document.get("paths").and_then(Value::as_object);
    for (path, items) in paths.into_iter().flatten() {
        for (name, method) in METHODS {
            let Some(item) = items.get(name) else {
                continue;
            };
            let Some(id) = item.get("operationId").and_then(Value::as_str) else {
                continue;
            };
            let operation = Operation {
                route: path.as_str().into(),
                method,
                item: item.clone(),
            };
            operations.insert(id.to_owned(), Arc::new(operation));
        }
    }
    operations
}

fn is_match(route: &str, path: &str) -> bool {
    let mut route = route.split('/');
    let mut path = path.split('/');
    loop {
        match (route.next(), path.next()) {
            (None, None) => return true,
            (Some(name), Some(value)) if name.starts_with('{') && !value.is_empty() => {}
            (Some(name), Some(value)) if name == value => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_match_their_routes() {
        for (route, path, matches) in [
            ("/a/{id}/b", "/a/1/b", true),
            ("/a/{id}/b", "/a//b", false),
            ("/a/{id}", "/a/1/b", false),
            ("/a", "/a/", false),
        ] {
            assert_eq!(is_match(route, path), matches, "{route} {path}");
        }
    }
}
