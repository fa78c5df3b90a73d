//! The operations of the OpenAPI document, with what guards them.

use reqwest::Method;
use serde_json::Value;

/// What an operation asks of its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    /// Nothing: every visitor may.
    Open,
    /// The token of the cart.
    Cart,
    /// The token of the order.
    Order,
    /// A shopper who has signed in.
    Shopper,
    /// A member of the tenant's staff.
    Staff,
    /// One of the platform's own people.
    Operator,
}

/// One operation.
#[derive(Debug)]
pub(super) struct Operation {
    pub(super) id: String,
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) guard: Guard,
    /// The texts that its body can have.
    pub(super) texts: Vec<Text>,
    /// The texts that its query can have.
    pub(super) queries: Vec<String>,
}

/// A text in a body.
#[derive(Debug)]
pub(super) struct Text {
    /// Where it stands; lists have one item.
    pub(super) pointer: String,
    /// Whether it names something.
    pub(super) is_id: bool,
}

impl Operation {
    /// The names between braces in the path.
    pub(super) fn parameters(&self) -> Vec<&str> {
        self.path
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect()
    }

    /// Whether it can change something.
    pub(super) fn is_write(&self) -> bool {
        self.method != Method::GET
    }
}

/// Every operation of the document.
pub(super) fn operations() -> Vec<Operation> {
    let document = stoa::api::document().unwrap();
    let mut operations = Vec::new();
    for (path, item) in document.value()["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Some(id) = operation["operationId"].as_str() else {
                continue;
            };
            operations.push(Operation {
                id: id.to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                guard: guard(operation),
                texts: texts(document.value(), operation),
                queries: queries(operation),
            });
        }
    }
    assert!(
        operations.len() > 20,
        "the document has only {} operations",
        operations.len()
    );
    // Nobody who has ended all their sessions can show anything after that.
    operations.sort_by_key(|it| it.id == "storefront_end_all_sessions");
    operations
}

fn guard(operation: &Value) -> Guard {
    // A shopper's token may come, and need not.
    if operation["security"][0] == serde_json::json!({}) {
        return Guard::Open;
    }
    let schemes: Vec<String> = operation["security"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|scheme| scheme.as_object().unwrap().keys().cloned())
        .collect();
    match schemes
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => Guard::Open,
        ["CartToken"] | ["CartToken", "CartToken", "Shopper"] => Guard::Cart,
        ["OrderToken"] => Guard::Order,
        ["Shopper"] => Guard::Shopper,
        ["Staff"] => Guard::Staff,
        ["Operator"] => Guard::Operator,
        other => panic!(
            "{} asks for {other:?}, which no trial knows",
            operation["operationId"]
        ),
    }
}

/// Queries that could name something; a moment names nothing, nor does a country or a currency.
fn queries(operation: &Value) -> Vec<String> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters
        .filter(|parameter| parameter["in"] == "query" && parameter["schema"]["type"] == "string")
        .filter(|parameter| parameter["schema"]["format"] != "date-time")
        .filter(|parameter| parameter["schema"]["maxLength"] != 2)
        .filter(|parameter| parameter["schema"]["format"] != "iso-4217")
        .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
        .collect()
}

fn texts(document: &Value, operation: &Value) -> Vec<Text> {
    let mut texts = Vec::new();
    let schema = operation.pointer("/requestBody/content/application~1json/schema");
    if let Some(schema) = schema {
        gather(document, schema, "", &mut texts);
    }
    texts
}

fn gather(document: &Value, schema: &Value, pointer: &str, texts: &mut Vec<Text>) {
    if let Some(target) = schema["$ref"].as_str() {
        let target = document.pointer(target.trim_start_matches('#')).unwrap();
        gather(document, target, pointer, texts);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        gather(document, part, pointer, texts);
    }
    if schema["type"] == "string" {
        // What identity providers call a shop is no id of ours.
        let is_named = pointer.ends_with("_id") && !pointer.ends_with("/client_id");
        texts.push(Text {
            pointer: pointer.to_owned(),
            is_id: schema["format"] == "typeid" || is_named,
        });
    }
    if schema["type"] == "array" {
        gather(document, &schema["items"], &format!("{pointer}/0"), texts);
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        gather(document, property, &format!("{pointer}/{name}"), texts);
    }
}
