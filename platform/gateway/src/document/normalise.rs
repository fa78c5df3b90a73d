//! Brings the document that poem-openapi makes into the form that generators of clients expect.

use std::collections::BTreeSet;

use poem::http::StatusCode;
use serde_json::{Map, Value, json};

/// Why a document cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Not JSON.
    #[error("the OpenAPI document is not JSON")]
    Json(#[from] serde_json::Error),
    /// Something that generators of clients get wrong.
    #[error("the OpenAPI document: {0}")]
    Unfit(String),
}

/// The normalised document, with sorted keys.
pub(super) fn normalise(document: Value) -> Result<Value, DocumentError> {
    let mut document = sorted(document);
    tidy(&mut document, "")?;
    let operations = document
        .get_mut("paths")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten()
        .flat_map(|(path, items)| {
            let items = items.as_object_mut().into_iter().flatten();
            items.map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
        });
    let mut sent = Vec::new();
    for (path, method, operation) in operations {
        complete(path, method, operation);
        sent.extend(operation.get("requestBody").cloned());
    }
    close(&mut document, &sent);
    Ok(sorted(document))
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
            if let Some(Value::Object(properties)) = fields.get_mut("properties") {
                properties.values_mut().for_each(allow_null);
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

/// A property that takes `null` says so in its description: the type it is declared with is lost.
fn allow_null(property: &mut Value) {
    let Some(property) = property.as_object_mut() else {
        return;
    };
    let description = property.get("description").and_then(Value::as_str);
    if description.is_some_and(|description| description.contains("`null`")) {
        property.insert("nullable".to_owned(), json!(true));
        // Beside a reference OpenAPI 3.0 takes `nullable` only together with a type.
        property.entry("type").or_insert_with(|| json!("object"));
    }
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

/// Adds what holds for every operation and is decided in front of it.
fn complete(path: &str, method: &str, operation: &mut Value) {
    let Some(operation) = operation.as_object_mut() else {
        return;
    };
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
    let has_body = operation.contains_key("requestBody");
    let Some(Value::Object(responses)) = operation.get_mut("responses") else {
        return;
    };
    let problem = responses.values().find_map(|response| {
        let content = response.get("content")?;
        content
            .get("application/problem+json")
            .map(|_| content.clone())
    });
    // A body is read before it is known whether the operation wants one.
    let too_large = matches!(method, "post" | "put" | "patch")
        .then_some(("413", "The body is larger than the limit."));
    let other_kind = has_body.then_some(("415", "The body is not JSON."));
    if let Some(problem) = problem {
        for (status, description) in too_large.into_iter().chain(other_kind) {
            responses
                .entry(status)
                .or_insert_with(|| json!({"description": description, "content": problem}));
        }
    }
    for (status, response) in responses {
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
            "responses": {
                "200": {
                    "description": "",
                    "headers": {"RETRY-AFTER": {}, "ETAG": {}},
                    "content": {"application/json; charset=utf-8": {"schema": {
                        "type": "integer", "format": "uint32",
                    }}},
                },
                "400": {"description": "Bad.", "content": {"application/problem+json": {}}},
            },
            "requestBody": {"content": {"application/json; charset=utf-8": {}}},
        }}}});

        let normal = normalise(document).unwrap();

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
                "content": {"application/problem+json": {}},
            })
        );
        assert_eq!(at("/parameters/0/name"), "Stoa-Publishable-Key");
        assert_eq!(at("/requestBody/content"), json!({"application/json": {}}));
    }

    #[test]
    fn what_is_sent_is_closed_and_may_be_null_where_it_says_so() {
        let document = json!({
            "paths": {"/admin/v1/x": {"patch": {
                "responses": {"409": {"content": {"application/problem+json": {"a": 1}}}},
                "requestBody": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Change"},
                }}},
            }, "get": {
                "responses": {"200": {"schema": {"$ref": "#/components/schemas/Seen"}}},
            }, "delete": {
                "responses": {"409": {"content": {"application/problem+json": {"a": 1}}}},
            }}},
            "components": {"schemas": {
                "Change": {"type": "object", "properties": {
                    "email": {"type": "string", "description": "Whose; `null` empties it."},
                    "address": {
                        "allOf": [{"$ref": "#/components/schemas/Address"}],
                        "description": "Where; `null` empties it.",
                    },
                    "name": {"type": "string", "description": "What it is called."},
                }},
                "Address": {"type": "object", "properties": {}},
                "Seen": {"type": "object", "properties": {}},
            }},
        });

        let normal = normalise(document).unwrap();

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
        assert_eq!(change["address"]["type"], "object");
        assert_eq!(change["name"]["nullable"], Value::Null);
        let item = &normal["paths"]["/admin/v1/x"];
        assert_eq!(
            item["patch"]["responses"]["413"]["content"],
            json!({"application/problem+json": {"a": 1}})
        );
        assert_eq!(item["delete"]["responses"]["413"], Value::Null);
    }

    #[test]
    fn a_union_without_discriminator_is_refused() {
        let refused = normalise(json!({"components": {"a": {"anyOf": []}}}));

        assert_eq!(
            refused.unwrap_err().to_string(),
            "the OpenAPI document: /components/a is an anyOf, which generators merge into one \
             type; use oneOf"
        );
    }
}
