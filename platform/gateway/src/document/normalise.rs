//! Brings the document that poem-openapi makes into the form that generators of clients expect.

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
            items.map(move |(_, operation)| (path.as_str(), operation))
        });
    for (path, operation) in operations {
        complete(path, operation);
    }
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
fn complete(path: &str, operation: &mut Value) {
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
    if has_body
        && let Some(problem) = responses
            .get("400")
            .and_then(|it| it.get("content"))
            .cloned()
    {
        for (status, description) in [
            ("413", "The body is larger than the limit."),
            ("415", "The body is not JSON."),
        ] {
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
    fn a_union_without_discriminator_is_refused() {
        let refused = normalise(json!({"components": {"a": {"anyOf": []}}}));

        assert_eq!(
            refused.unwrap_err().to_string(),
            "the OpenAPI document: /components/a is an anyOf, which generators merge into one \
             type; use oneOf"
        );
    }
}
