//! The OpenAPI document: what is served, what routes are called in figures, and what a body that
//! could not be read should have looked like.

mod answers;
mod error;
mod explain;
mod flat;
mod normalise;
mod routes;
mod unions;

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use kernel::FieldFault;
use poem::http::Method;
use serde_json::Value;

use crate::contract::Contract;
use crate::limits::Class;
use routes::Routes;

pub use error::DocumentError;

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
    routes: Routes,
}

/// One operation of the document.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: &'static str,
    /// Its path, with `{names}` in the place of values.
    pub(crate) route: Arc<str>,
    method: Method,
    pub(crate) takes_body: bool,
    /// Bytes of its body at most, if that is a matter of its own.
    pub(crate) body_limit: Option<usize>,
    /// What a request to it is counted as.
    pub(crate) class: Class,
    /// Whether answers to visitors are kept for a moment.
    pub(crate) is_cached: bool,
    /// The name of the credential that it asks for.
    pub(crate) credential: Option<String>,
    item: Value,
}

impl Operation {
    fn new(route: &str, method: Method, contract: &Contract, item: Value) -> Self {
        Self {
            id: contract.operation(),
            route: route.into(),
            takes_body: item.get("requestBody").is_some(),
            body_limit: contract.body_limit,
            class: Class::of(&method, contract.cost),
            is_cached: contract.is_cached,
            credential: item
                .pointer("/security/0")
                .and_then(Value::as_object)
                .and_then(|schemes| schemes.keys().next().cloned()),
            method,
            item,
        }
    }
}

impl ApiDocument {
    /// Takes the document that poem-openapi makes and the contracts of its operations, and brings it
    /// into the form that generators of clients understand; an error when it uses what they do not,
    /// or when an operation has no contract or a contract no operation.
    pub fn of(spec: &str, contracts: &[Contract]) -> Result<Self, DocumentError> {
        let value = normalise::normalise(serde_json::from_str(spec)?, contracts)?;
        let mut json = serde_json::to_vec_pretty(&value)?;
        json.push(b'\n');
        let operations = operations(&value, contracts);
        Ok(Self {
            json: json.into(),
            routes: Routes::of(operations.values()),
            operations,
            value,
        })
    }

    /// Whether an operation can have the method.
    pub(crate) fn has(method: &Method) -> bool {
        METHODS.iter().any(|(_, known)| known == method)
    }

    /// What kind of body the operation takes.
    pub(crate) fn body_type(operation: &Operation) -> Option<&str> {
        let content = operation.item.pointer("/requestBody/content")?;
        content.as_object()?.keys().next().map(String::as_str)
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

    /// The operation at this address.
    pub(crate) fn at(&self, method: &Method, path: &str) -> Option<&Operation> {
        let operations = self.routes.at(path).iter();
        operations
            .map(Arc::as_ref)
            .find(|operation| operation.method == *method)
    }

    /// The methods that `path` has, for the `Allow` header. What can be read can be asked about.
    pub(crate) fn methods_of(&self, path: &str) -> Vec<&Method> {
        let operations = self.routes.at(path).iter();
        let mut methods: Vec<&Method> = operations.map(|operation| &operation.method).collect();
        if methods.contains(&&Method::GET) {
            methods.push(&Method::HEAD);
        }
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

fn operations(document: &Value, contracts: &[Contract]) -> HashMap<String, Arc<Operation>> {
    let mut operations = HashMap::new();
    let paths = document.get("paths").and_then(Value::as_object);
    for (path, items) in paths.into_iter().flatten() {
        for (name, method) in METHODS {
            let Some(item) = items.get(name) else {
                continue;
            };
            let id = item.get("operationId").and_then(Value::as_str);
            let contract = contracts.iter().find(|it| Some(it.operation) == id);
            if let Some(contract) = contract {
                let operation = Operation::new(path, method, contract, item.clone());
                operations.insert(contract.operation.to_owned(), Arc::new(operation));
            }
        }
    }
    operations
}
