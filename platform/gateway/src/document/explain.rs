//! Says which fields of a body are wrong, by comparing it with its schema.
//!
//! poem-openapi stops at the first fault, tells the type it occurred in and not the place, and takes
//! some values of another type. This walk takes some microseconds of a request with a body.

use kernel::{Currency, FieldFault};
use serde_json::Value;

use super::flat::{DEEPEST, Flat, rule};

/// Faults reported at most.
const MOST: usize = 20;
/// Everything that is wrong with `body`.
pub(super) fn faults(document: &Value, schema: &Value, body: &Value) -> Vec<FieldFault> {
    let mut walk = Walk {
        document,
        faults: Vec::new(),
    };
    walk.check(schema, body, "", 0);
    walk.faults.truncate(MOST);
    walk.faults
}

struct Walk<'a> {
    document: &'a Value,
    faults: Vec<FieldFault>,
}

impl<'a> Walk<'a> {
    fn check(&mut self, schema: &'a Value, value: &Value, pointer: &str, depth: usize) {
        if depth > DEEPEST || self.faults.len() >= MOST {
            return;
        }
        let mut flat = Flat::default();
        flat.add(self.document, schema, depth);
        if value.is_null() && flat.is_nullable {
            return;
        }
        if let Some(union) = flat.one_of {
            self.check_union(union, value, pointer, depth);
            return;
        }
        if !is_kind(flat.kind, value) {
            self.tell(pointer, "wrong_type", flat.rule());
            return;
        }
        if !flat.choices.is_empty() && !flat.choices.contains(&value) {
            self.tell(pointer, "unknown_value", flat.rule());
            return;
        }
        match value {
            Value::Object(fields) => self.check_fields(&flat, fields, pointer, depth),
            Value::Array(items) => {
                if !is_size(items.len(), flat.min_items, flat.max_items) {
                    self.tell(pointer, "out_of_range", flat.rule());
                }
                for (index, item) in items.iter().enumerate() {
                    if let Some(schema) = flat.items {
                        self.check(schema, item, &format!("{pointer}/{index}"), depth + 1);
                    }
                }
            }
            Value::String(text) => {
                if !is_size(text.chars().count(), flat.min_length, flat.max_length) {
                    self.tell(pointer, "out_of_range", flat.rule());
                }
                let is_currency = || text.parse::<Currency>().is_ok();
                if flat.id_prefix.is_some_and(|prefix| !is_id(prefix, text))
                    || (flat.format == Some("iso-4217") && !is_currency())
                {
                    self.tell(pointer, "malformed", flat.rule());
                }
            }
            Value::Number(number) => {
                let is_within = is_between(number.as_f64(), flat.minimum, flat.maximum);
                if !is_within || !flat.has_room(number) {
                    self.tell(pointer, "out_of_range", flat.rule());
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn check_fields(
        &mut self,
        flat: &Flat<'a>,
        fields: &serde_json::Map<String, Value>,
        pointer: &str,
        depth: usize,
    ) {
        for name in &flat.required {
            if fields.get(*name).is_none_or(Value::is_null) {
                let schema = flat.properties.iter().find(|(known, _)| known == name);
                let rule = schema.and_then(|(_, schema)| rule(self.document, schema));
                self.tell(&child(pointer, name), "missing", rule);
            }
        }
        for (name, value) in fields {
            let schema = flat.properties.iter().find(|(known, _)| known == name);
            match schema {
                // A required field that is null has been told of already.
                Some(_) if value.is_null() && flat.required.contains(&name.as_str()) => {}
                Some((_, schema)) => self.check(schema, value, &child(pointer, name), depth + 1),
                None if flat.is_open => {}
                None => self.tell(
                    &child(pointer, name),
                    "unknown_field",
                    Some("no field of this name".to_owned()),
                ),
            }
        }
    }

    fn check_union(&mut self, union: &'a Value, value: &Value, pointer: &str, depth: usize) {
        let Some(name) = union
            .pointer("/discriminator/propertyName")
            .and_then(Value::as_str)
        else {
            return;
        };
        let variants = union
            .pointer("/discriminator/mapping")
            .and_then(Value::as_object);
        let chosen = value.get(name).and_then(Value::as_str);
        let target = variants
            .zip(chosen)
            .and_then(|(variants, chosen)| variants.get(chosen))
            .and_then(Value::as_str);
        let schema =
            target.and_then(|target| self.document.pointer(target.trim_start_matches('#')));
        if let Some(schema) = schema {
            self.check(schema, value, pointer, depth + 1);
            return;
        }
        let names = variants
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str());
        let rule = format!("one of {}", names.collect::<Vec<_>>().join(", "));
        self.tell(&child(pointer, name), "unknown_value", Some(rule));
    }

    fn tell(&mut self, pointer: &str, code: &'static str, rule: Option<String>) {
        let detail = rule.unwrap_or_else(|| "not what belongs here".to_owned());
        self.faults.push(FieldFault::new(pointer, code, detail));
    }
}

fn child(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn is_kind(kind: Option<&str>, value: &Value) -> bool {
    match kind {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some(_) | None => true,
    }
}

/// Whether text is an id with this prefix: 26 letters of base 32 that hold 128 bits.
fn is_id(prefix: &str, text: &str) -> bool {
    let suffix = text
        .strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'));
    suffix.is_some_and(|suffix| {
        suffix.len() == 26
            && suffix.starts_with(|first: char| ('0'..='7').contains(&first))
            && suffix.bytes().all(|byte| {
                byte.is_ascii_digit() || (byte.is_ascii_lowercase() && !b"ilou".contains(&byte))
            })
    })
}

fn is_size(size: usize, least: Option<u64>, most: Option<u64>) -> bool {
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    least.is_none_or(|least| size >= least) && most.is_none_or(|most| size <= most)
}

fn is_between(number: Option<f64>, minimum: Option<&Value>, maximum: Option<&Value>) -> bool {
    let Some(number) = number else {
        return false;
    };
    let bound = |value: &Value| value.as_f64();
    minimum
        .and_then(bound)
        .is_none_or(|minimum| number >= minimum)
        && maximum
            .and_then(bound)
            .is_none_or(|maximum| number <= maximum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn told(schema: &Value, body: &Value) -> Vec<(String, &'static str, String)> {
        let document = json!({"components": {"schemas": {
            "Address": {
                "type": "object",
                "required": ["city"],
                "properties": {"city": {"type": "string", "minLength": 1, "maxLength": 3}},
            },
            "Card": {"type": "object", "properties": {"type": {"type": "string"}}},
        }}});
        faults(&document, schema, body)
            .into_iter()
            .map(|fault| (fault.pointer, fault.code, fault.detail))
            .collect()
    }

    fn one(pointer: &str, code: &'static str, detail: &str) -> Vec<(String, &'static str, String)> {
        vec![(pointer.to_owned(), code, detail.to_owned())]
    }

    #[test]
    fn every_kind_of_fault_is_told_with_its_place() {
        let schema = json!({
            "type": "object",
            "required": ["quantity"],
            "properties": {
                "quantity": {"type": "integer", "minimum": 0.0, "maximum": 999.0},
                "lines": {"type": "array", "maxItems": 2, "items": {"type": "boolean"}},
                "address": {"allOf": [
                    {"$ref": "#/components/schemas/Address"}, {"description": "Where to."},
                ]},
                "mode": {"type": "string", "enum": ["fast", "slow"]},
            },
        });

        for (body, expected) in [
            (
                json!({}),
                one("/quantity", "missing", "a whole number from 0 to 999"),
            ),
            (
                json!({"quantity": "5"}),
                one("/quantity", "wrong_type", "a whole number from 0 to 999"),
            ),
            (
                json!({"quantity": 1000}),
                one("/quantity", "out_of_range", "a whole number from 0 to 999"),
            ),
            (
                json!({"quantity": 1.5}),
                one("/quantity", "wrong_type", "a whole number from 0 to 999"),
            ),
            (
                json!({"quantity": 1, "a/b": 1}),
                one("/a~1b", "unknown_field", "no field of this name"),
            ),
            (
                json!({"quantity": 1, "lines": [true, 1]}),
                one("/lines/1", "wrong_type", "true or false"),
            ),
            (
                json!({"quantity": 1, "address": {"city": "Rome"}}),
                one("/address/city", "out_of_range", "text of 1 to 3 characters"),
            ),
            (
                json!({"quantity": 1, "mode": "quick"}),
                one("/mode", "unknown_value", "one of fast, slow"),
            ),
            (json!([]), one("", "wrong_type", "an object")),
            (
                json!({"quantity": 1, "address": null}),
                one("/address", "wrong_type", "an object"),
            ),
        ] {
            assert_eq!(told(&schema, &body), expected, "{body}");
        }
    }

    #[test]
    fn a_number_that_has_no_room_in_its_type_is_told() {
        let schema = json!({
            "type": "object",
            "properties": {
                "small": {"type": "integer", "format": "int32"},
                "large": {"type": "integer", "format": "int64", "minimum": 0},
            },
        });
        let small = "a whole number from -2147483648 to 2147483647";

        for (body, expected) in [
            (json!({"small": 2_147_483_647_i64}), vec![]),
            (
                json!({"small": 2_147_483_648_i64}),
                one("/small", "out_of_range", small),
            ),
            (
                json!({"small": -2_147_483_649_i64}),
                one("/small", "out_of_range", small),
            ),
            (json!({"large": i64::MAX}), vec![]),
            (
                json!({"large": 9_223_372_036_854_775_808_u64}),
                one("/large", "out_of_range", "a whole number of at least 0"),
            ),
        ] {
            assert_eq!(told(&schema, &body), expected, "{body}");
        }
    }

    #[test]
    fn a_schema_is_open_only_when_it_says_so() {
        for (additional, expected) in [
            (json!(true), vec![]),
            (json!({"type": "string"}), vec![]),
            (
                json!(false),
                one("/x", "unknown_field", "no field of this name"),
            ),
        ] {
            let schema = json!({"type": "object", "additionalProperties": additional});
            assert_eq!(told(&schema, &json!({"x": 1})), expected);
        }
    }

    #[test]
    fn a_union_is_explained_by_the_variant_that_was_chosen() {
        let schema = json!({
            "oneOf": [{"$ref": "#/components/schemas/Card"}],
            "discriminator": {
                "propertyName": "type",
                "mapping": {"card": "#/components/schemas/Card"},
            },
        });

        assert_eq!(told(&schema, &json!({"type": "card"})), vec![]);
        assert_eq!(
            told(&schema, &json!({"type": "cash"})),
            one("/type", "unknown_value", "one of card")
        );
        assert_eq!(
            told(&schema, &json!({"type": "card", "x": 1})),
            one("/x", "unknown_field", "no field of this name")
        );
    }
}
