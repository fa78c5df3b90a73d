//! Brings the document that poem-openapi makes into the form that generators of clients expect.

use std::collections::BTreeSet;

use poem::http::StatusCode;
use serde_json::{Map, Value, json};

use super::{DocumentError, answers, unions};
use crate::contract::Contract;

/// The normalised document, with sorted keys.
pub(super) fn normalise(document: Value, contracts: &[Contract]) -> Result<Value, DocumentError> {
    let mut document = named(sorted(document));
    let mut left: BTreeSet<&str> = contracts.iter().map(|it| it.operation).collect();
    let mut sent = Vec::new();
    let operations = document
        .get_mut("paths")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten()
        .flat_map(|(path, items)| {
            let items = items.as_object_mut().into_iter().flatten();
            items.map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
        });
    for (path, method, operation) in operations {
        let id = operation.get("operationId").and_then(Value::as_str);
        let contract = contracts.iter().find(|it| Some(it.operation) == id);
        let contract = contract.ok_or_else(|| {
            let id = id.unwrap_or("an operation without an id");
            DocumentError::Unfit(format!("{method} {path} has no contract for {id}"))
        })?;
        left.remove(contract.operation);
        answers::add(path, method, contract, operation);
        complete(path, contract, operation);
        sent.extend(operation.get("requestBody").cloned());
    }
    if let Some(id) = left.first() {
        let text = format!("the contract of {id} is of no operation");
        return Err(DocumentError::Unfit(text));
    }
    tidy(&mut document, "")?;
    answers::share(&mut document);
    unions::flatten(&mut document)?;
    close(&mut document, &sent);
    Ok(sorted(document))
}

/// A list or page of something is called after it: `Page_TenantSummary` is a `TenantPage`.
fn named(document: Value) -> Value {
    const SCHEMAS: &str = "#/components/schemas/";
    let name = |name: &str| {
        let (kind, thing) = name.split_once('_')?;
        let thing = thing.strip_suffix("Summary").unwrap_or(thing);
        matches!(kind, "List" | "Page").then(|| format!("{thing}{kind}"))
    };
    match document {
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(key, value)| (name(&key).unwrap_or(key), named(value)))
                .collect(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(named).collect()),
        Value::String(text) => Value::String(
            text.strip_prefix(SCHEMAS)
                .and_then(name)
                .map_or(text.clone(), |name| format!("{SCHEMAS}{name}")),
        ),
        other => other,
    }
}

fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields.into_iter().collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            let fields = fields
                .into_iter()
                .map(|(name, value)| (name, sorted(value)));
            Value::Object(fields.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

/// Goes through every object of the document once.
fn tidy(value: &mut Value, pointer: &str) -> Result<(), DocumentError> {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("anyOf") {
                return Err(DocumentError::Unfit(format!(
                    "{pointer} is an anyOf, which generators merge into one type; use oneOf"
                )));
            }
            if let Some(Value::Object(content)) = fields.get_mut("content") {
                *content = without_parameters(std::mem::take(content));
            }
            if let Some(Value::Object(headers)) = fields.get_mut("headers") {
                *headers = spelled(std::mem::take(headers));
            }
            // `uint32` is no format of OpenAPI: say the same with a bound.
            if let Some(format) = fields.get("format").and_then(Value::as_str)
                && let Some(signed) = format.strip_prefix('u').filter(|f| f.starts_with("int"))
            {
                let signed = Value::from(signed);
                fields.insert("format".to_owned(), signed);
                fields.entry("minimum").or_insert_with(|| json!(0));
            }
            // A client that was generated today meets the words of tomorrow.
            if fields.contains_key("enum") {
                fields.insert("x-extensible-enum".to_owned(), json!(true));
            }
            for (name, value) in fields {
                tidy(value, &format!("{pointer}/{name}"))?;
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                tidy(item, &format!("{pointer}/{index}"))?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    Ok(())
}

/// Bodies of requests are refused when they have a field that is not known: says so of every object
/// that `sent` leads to.
fn close(document: &mut Value, sent: &[Value]) {
    let mut names = BTreeSet::new();
    for body in sent {
        reach(document, body, &mut names);
    }
    for name in names {
        let schema = document
            .pointer_mut(&format!("/components/schemas/{name}"))
            .and_then(Value::as_object_mut);
        if let Some(schema) = schema.filter(|schema| schema.contains_key("properties")) {
            schema
                .entry("additionalProperties")
                .or_insert_with(|| json!(false));
        }
    }
}

/// The names of the schemas that `value` refers to, directly or not.
fn reach(document: &Value, value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let target = fields.get("$ref").and_then(Value::as_str);
            if let Some(name) = target.and_then(|to| to.strip_prefix("#/components/schemas/"))
                && names.insert(name.to_owned())
                && let Some(schema) = document.pointer(&format!("/components/schemas/{name}"))
            {
                reach(document, schema, names);
            }
            fields
                .values()
                .for_each(|value| reach(document, value, names));
        }
        Value::Array(items) => items.iter().for_each(|item| reach(document, item, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// `application/json; charset=utf-8` is `application/json` to a generator.
fn without_parameters(content: Map<String, Value>) -> Map<String, Value> {
    content
        .into_iter()
        .map(|(kind, schema)| match kind.split_once(';') {
            Some((kind, _)) => (kind.trim().to_owned(), schema),
            None => (kind, schema),
        })
        .collect()
}

/// `RETRY-AFTER` as people write it.
fn spelled(headers: Map<String, Value>) -> Map<String, Value> {
    let spell = |name: String| match name.as_str() {
        "ETAG" => "ETag".to_owned(),
        "WWW-AUTHENTICATE" => "WWW-Authenticate".to_owned(),
        _ => name
            .split('-')
            .map(|word| {
                let (first, rest) = word.split_at(word.len().min(1));
                format!("{first}{}", rest.to_ascii_lowercase())
            })
            .collect::<Vec<_>>()
            .join("-"),
    };
    headers
        .into_iter()
        .map(|(name, value)| (spell(name), value))
        .collect()
}

/// Adds what an operation says of itself beside its types.
fn complete(path: &str, contract: &Contract, operation: &mut Value) {
    let Some(operation) = operation.as_object_mut() else {
        return;
    };
    // Said of those that need no credentials as well: an omission looks the same.
    operation.entry("security").or_insert_with(|| json!([]));
    if contract.takes_shopper
        && let Some(Value::Array(security)) = operation.get_mut("security")
    {
        if security.is_empty() {
            // Without credentials, or with a shopper's.
            security.push(json!({}));
        }
        let both = security.first().and_then(Value::as_object).cloned();
        let mut both = both.unwrap_or_default();
        both.insert("Shopper".to_owned(), json!([]));
        security.push(Value::Object(both));
    }
    operation.insert("x-cost".to_owned(), contract.cost.name().into());
    if contract.is_cached {
        operation.insert("x-cached".to_owned(), true.into());
    }
    if !contract.authority.is_empty() {
        let authority: Vec<&str> = contract.authority.iter().map(|it| it.name()).collect();
        operation.insert("x-authority".to_owned(), authority.into());
    }
    if contract.is_for_merchants {
        operation.insert("x-merchant-staff".to_owned(), true.into());
    }
    if path.starts_with("/storefront/")
        && let Value::Array(parameters) = operation.entry("parameters").or_insert_with(|| json!([]))
    {
        parameters.push(json!({
            "name": "Stoa-Publishable-Key",
            "in": "header",
            "required": false,
            "description": "Selects the storefront for programs that call a host of the platform. \
                            On a storefront's own host it is not needed.",
            "schema": {"type": "string"},
        }));
    }
    let responses = operation.get_mut("responses");
    for (status, response) in responses
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten()
    {
        let Some(response) = response.as_object_mut() else {
            continue;
        };
        let description = response.get("description").and_then(Value::as_str);
        if description.is_none_or(str::is_empty) {
            response.insert("description".to_owned(), reason(status).into());
        }
    }
}

fn reason(status: &str) -> &'static str {
    status
        .parse()
        .ok()
        .and_then(|status| StatusCode::from_u16(status).ok())
        .and_then(|status| status.canonical_reason())
        .unwrap_or("Answer")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_becomes_what_generators_understand() {
        let document = json!({"paths": {"/storefront/v1/x": {"post": {
            "operationId": "x",
            "responses": {
                "200": {
                    "description": "",
                    "headers": {"RETRY-AFTER": {}, "ETAG": {}},
                    "content": {"application/json; charset=utf-8": {"schema": {
                        "type": "integer", "format": "uint32",
                    }}},
                },
            },
            "requestBody": {"content": {"application/json; charset=utf-8": {}}},
        }}}});

        let normal = normalise(document, &[Contract::of("x")]).unwrap();

        let operation = normal.pointer("/paths/~1storefront~1v1~1x/post").unwrap();
        let at = |pointer: &str| operation.pointer(pointer).cloned().unwrap_or_default();
        assert_eq!(at("/responses/200/description"), "OK");
        assert_eq!(
            at("/responses/200/content/application~1json/schema"),
            json!({"type": "integer", "format": "int32", "minimum": 0})
        );
        assert_eq!(
            at("/responses/200/headers"),
            json!({"ETag": {}, "Retry-After": {}})
        );
        assert_eq!(
            at("/responses/413"),
            json!({
                "description": "The body is larger than the limit.",
                "content": {"application/problem+json": {"schema": {"allOf": [
                    {"$ref": "#/components/schemas/Problem"},
                    {"type": "object", "properties": {"code": {
                        "type": "string",
                        "enum": ["body_too_complex", "body_too_large"],
                        "x-extensible-enum": true,
                    }}},
                ]}}},
            })
        );
        assert_eq!(at("/parameters/0/name"), "Stoa-Publishable-Key");
        assert_eq!(at("/requestBody/content"), json!({"application/json": {}}));
    }

    #[test]
    fn what_is_sent_is_closed_and_may_be_null_where_it_says_so() {
        let document = json!({
            "paths": {"/admin/v1/x": {"patch": {
                "operationId": "change",
                "responses": {},
                "requestBody": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Change"},
                }}},
            }, "get": {
                "operationId": "see",
                "responses": {"200": {"schema": {"$ref": "#/components/schemas/Seen"}}},
            }, "delete": {
                "operationId": "delete",
                "responses": {},
            }}},
            "components": {"schemas": {
                "Change": {"type": "object", "properties": {
                    "email": {"type": "string", "nullable": true, "description": "Whose. Never `null`."},
                    "address": {"allOf": [{"$ref": "#/components/schemas/Address"}], "nullable": true},
                    "name": {"type": "string", "description": "Not `null`."},
                }},
                "Address": {"type": "object", "properties": {}},
                "Seen": {"type": "object", "properties": {}},
            }},
        });

        let contracts = ["change", "see", "delete"].map(Contract::of);
        let normal = normalise(document, &contracts).unwrap();

        let schema = |name: &str| &normal["components"]["schemas"][name];
        for (name, closed) in [
            ("Change", json!(false)),
            ("Address", json!(false)),
            ("Seen", Value::Null),
        ] {
            assert_eq!(schema(name)["additionalProperties"], closed, "{name}");
        }
        let change = &schema("Change")["properties"];
        assert_eq!(change["email"]["nullable"], true);
        assert_eq!(change["address"]["nullable"], true);
        assert_eq!(change["name"]["nullable"], Value::Null);
        let item = &normal["paths"]["/admin/v1/x"];
        assert!(
            item["patch"]["responses"]["413"]["content"]["application/problem+json"].is_object()
        );
        assert_eq!(item["delete"]["responses"]["413"], Value::Null);
    }

    #[test]
    fn every_operation_has_a_contract_and_every_contract_an_operation() {
        let document = json!({"paths": {"/x": {"get": {"operationId": "x", "responses": {}}}}});
        let refused = |contracts: &[Contract]| {
            let refused = normalise(document.clone(), contracts);
            refused.map_err(|why| why.to_string())
        };

        assert!(refused(&[Contract::of("x")]).is_ok());
        assert_eq!(
            refused(&[]).unwrap_err(),
            "the OpenAPI document: get /x has no contract for x"
        );
        assert_eq!(
            refused(&[Contract::of("x"), Contract::of("y")]).unwrap_err(),
            "the OpenAPI document: the contract of y is of no operation"
        );
    }

    #[test]
    fn a_union_without_discriminator_is_refused() {
        let refused = normalise(json!({"components": {"a": {"anyOf": []}}}), &[]);

        assert_eq!(
            refused.unwrap_err().to_string(),
            "the OpenAPI document: /components/a is an anyOf, which generators merge into one \
             type; use oneOf"
        );
    }
}
