//! What was released stays: every difference between the released document and today's that could break a
//! client is declared in `openapi/CHANGES.md`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::watchdogs::root;

/// Schemas that refer to themselves end here.
const DEEPEST: usize = 12;

/// Which way a body goes decides what breaks whom: clients send the one, and read the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Sent,
    Answered,
}

/// A schema and what it refers to, in its document.
#[derive(Clone, Copy)]
struct Place<'a> {
    document: &'a Value,
    schema: &'a Value,
}

impl<'a> Place<'a> {
    /// The schemas that make this one up.
    fn parts(self) -> Vec<&'a Value> {
        let mut found = Vec::new();
        let mut open = vec![self.schema];
        while let Some(schema) = open.pop() {
            if let Some(target) = schema["$ref"].as_str() {
                let target = target.trim_start_matches('#');
                open.extend(self.document.pointer(target));
            } else {
                open.extend(schema["allOf"].as_array().into_iter().flatten());
                found.push(schema);
            }
        }
        found
    }

    fn at(self, schema: &'a Value) -> Self {
        Self { schema, ..self }
    }

    fn text(self, name: &str) -> Option<&'a str> {
        self.parts()
            .into_iter()
            .find_map(|part| part[name].as_str())
    }

    fn set(self, name: &str) -> BTreeSet<&'a str> {
        let parts = self.parts().into_iter();
        parts
            .flat_map(|part| part[name].as_array().into_iter().flatten())
            .filter_map(Value::as_str)
            .collect()
    }

    fn properties(self) -> Vec<(&'a String, &'a Value)> {
        let parts = self.parts().into_iter();
        parts
            .flat_map(|part| part["properties"].as_object().into_iter().flatten())
            .collect()
    }

    fn property(self, name: &str) -> Option<&'a Value> {
        let mut properties = self.properties().into_iter();
        properties
            .find(|(other, _)| *other == name)
            .map(|(_, schema)| schema)
    }

    fn items(self) -> Option<&'a Value> {
        self.parts().into_iter().find_map(|part| part.get("items"))
    }

    /// The variants of a union, by the tag that tells them apart.
    fn variants(self) -> Vec<(&'a String, Self)> {
        let mappings = self.parts().into_iter();
        mappings
            .filter_map(|part| part.pointer("/discriminator/mapping")?.as_object())
            .flatten()
            .filter_map(|(tag, target)| {
                let target = target.as_str()?.trim_start_matches('#');
                Some((tag, self.at(self.document.pointer(target)?)))
            })
            .collect()
    }

    fn is_nullable(self) -> bool {
        self.parts()
            .into_iter()
            .any(|part| part["nullable"] == true)
    }
}

/// What could break a client that was made for `old`.
fn breaking(old: &Value, new: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (path, items) in old["paths"].as_object().into_iter().flatten() {
        for (method, operation) in items.as_object().into_iter().flatten() {
            let id = operation["operationId"].as_str().unwrap_or_default();
            let today = &new["paths"][path][method];
            if today["operationId"] != operation["operationId"] {
                found.push(format!("{id}: {method} {path} is gone"));
                continue;
            }
            parameters(id, operation, today, &mut found);
            let body = "/requestBody/content/application~1json/schema";
            if let (Some(was), Some(is)) = (operation.pointer(body), today.pointer(body)) {
                let (was, is) = (place(old, was), place(new, is));
                compare((was, is), Way::Sent, &format!("{id} takes"), 0, &mut found);
            }
            for (status, answer) in operation["responses"].as_object().into_iter().flatten() {
                let name = format!("{id} {status}");
                if status.starts_with('2') && today["responses"].get(status).is_none() {
                    found.push(format!("{name}: is gone"));
                }
                let body = "/content/application~1json/schema";
                let is = today["responses"][status].pointer(body);
                if let (Some(was), Some(is)) = (answer.pointer(body), is) {
                    let (was, is) = (place(old, was), place(new, is));
                    compare((was, is), Way::Answered, &name, 0, &mut found);
                }
            }
        }
    }
    found
}

const fn place<'a>(document: &'a Value, schema: &'a Value) -> Place<'a> {
    Place { document, schema }
}

fn parameters(id: &str, old: &Value, new: &Value, found: &mut Vec<String>) {
    let names = |operation: &Value, is_required: bool| -> BTreeSet<String> {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        parameters
            .filter(|one| !is_required || one["required"] == true)
            .filter_map(|one| one["name"].as_str().map(str::to_lowercase))
            .collect()
    };
    for gone in names(old, false).difference(&names(new, false)) {
        found.push(format!("{id}: the parameter {gone} is gone"));
    }
    for wanted in names(new, true).difference(&names(old, true)) {
        found.push(format!("{id}: the parameter {wanted} is required"));
    }
}

fn compare(
    (old, new): (Place<'_>, Place<'_>),
    way: Way,
    name: &str,
    depth: usize,
    found: &mut Vec<String>,
) {
    if depth > DEEPEST {
        return;
    }
    for what in ["type", "format"] {
        let (was, is) = (old.text(what), new.text(what));
        if was != is {
            let told = |it: Option<&str>| it.unwrap_or("nothing").to_owned();
            found.push(format!(
                "{name}: its {what} was {}, and is {}",
                told(was),
                told(is)
            ));
        }
    }
    if way == Way::Answered && new.is_nullable() && !old.is_nullable() {
        found.push(format!("{name}: can be null"));
    }
    // Answers may bring new words; what was sent must still be taken.
    if way == Way::Sent {
        let (was, is) = (old.set("enum"), new.set("enum"));
        if !is.is_empty() {
            for word in was.difference(&is) {
                found.push(format!("{name}: {word} is no longer taken"));
            }
        }
    }
    let (was, is) = (old.set("required"), new.set("required"));
    for field in match way {
        Way::Sent => is.difference(&was),
        Way::Answered => was.difference(&is),
    } {
        let what = match way {
            Way::Sent => "is required",
            Way::Answered => "can be absent",
        };
        if new.property(field).is_some() {
            found.push(format!("{name}/{field}: {what}"));
        }
    }
    for (field, schema) in old.properties() {
        let name = format!("{name}/{field}");
        match new.property(field) {
            Some(today) => {
                let both = (old.at(schema), new.at(today));
                compare(both, way, &name, depth + 1, found);
            }
            None => found.push(format!("{name}: is gone")),
        }
    }
    let today = new.variants();
    for (tag, was) in old.variants() {
        match today.iter().find(|(other, _)| *other == tag) {
            Some((_, is)) => compare((was, *is), way, &format!("{name}/{tag}"), depth + 1, found),
            None => found.push(format!("{name}: {tag} is gone")),
        }
    }
    if let (Some(was), Some(is)) = (old.items(), new.items()) {
        let both = (old.at(was), new.at(is));
        compare(both, way, &format!("{name}/-"), depth + 1, found);
    }
}

#[test]
fn every_difference_that_breaks_clients_is_declared() {
    let read = |name: &str| std::fs::read_to_string(root().join("openapi").join(name)).unwrap();
    let released: Value = serde_json::from_str(&read("released.json")).unwrap();
    let declared = read("CHANGES.md");

    let undeclared: Vec<String> = breaking(&released, &super::document())
        .into_iter()
        .filter(|change| !declared.contains(change.as_str()))
        .collect();

    assert!(
        undeclared.is_empty(),
        "these break clients; take them back, or declare each in openapi/CHANGES.md:\n{}",
        undeclared.join("\n")
    );
}

fn small_document() -> Value {
    json!({
        "paths": {"/x": {"post": {
            "operationId": "x",
            "parameters": [{"name": "limit", "required": false}, {"name": "sort", "required": false}],
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Sent"}}}},
            "responses": {"201": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/Seen"},
            }}}},
        }}},
        "components": {"schemas": {
            "Sent": {"type": "object", "required": ["a"], "properties": {
                "a": {"type": "string", "enum": ["one", "two"]}, "b": {"type": "string"},
                "c": {"$ref": "#/components/schemas/Rate"},
            }},
            "Rate": {"discriminator": {"propertyName": "kind", "mapping": {
                "flat": "#/components/schemas/Flat", "free": "#/components/schemas/Free",
            }}},
            "Flat": {"type": "object", "properties": {"price": {"type": "integer"}}},
            "Free": {"type": "object"},
            "Seen": {"type": "object", "required": ["id", "list"], "properties": {
                "id": {"type": "string", "format": "typeid"},
                "list": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
            }},
            "Item": {"type": "object", "properties": {"total": {"type": "integer"}}},
        }},
    })
}

#[test]
fn each_sort_of_breaking_change_is_found() {
    let document = small_document();
    let changed = |pointer: &str, value: Value| {
        let mut document = document.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        document
    };
    let (post, schemas) = ("/paths/~1x/post", "/components/schemas");
    for (pointer, value, told) in [
        (
            format!("{post}/operationId"),
            json!("y"),
            "x: post /x is gone",
        ),
        (
            format!("{post}/parameters/1/name"),
            json!("order"),
            "x: the parameter sort is gone",
        ),
        (
            format!("{post}/parameters/0/required"),
            json!(true),
            "x: the parameter limit is required",
        ),
        (format!("{post}/responses"), json!({}), "x 201: is gone"),
        (
            format!("{schemas}/Sent/required"),
            json!(["a", "b"]),
            "x takes/b: is required",
        ),
        (
            format!("{schemas}/Sent/properties/a/enum"),
            json!(["one"]),
            "x takes/a: two is no longer taken",
        ),
        (
            format!("{schemas}/Sent/properties"),
            json!({"a": {"type": "string"}, "c": {"$ref": "#/components/schemas/Rate"}}),
            "x takes/b: is gone",
        ),
        (
            format!("{schemas}/Seen/required"),
            json!(["list"]),
            "x 201/id: can be absent",
        ),
        (
            format!("{schemas}/Seen/properties/id/format"),
            json!("uuid"),
            "x 201/id: its format was typeid, and is uuid",
        ),
        (
            format!("{schemas}/Item/properties"),
            json!({}),
            "x 201/list/-/total: is gone",
        ),
        (
            format!("{schemas}/Item/properties/total"),
            json!({"type": "integer", "nullable": true}),
            "x 201/list/-/total: can be null",
        ),
    ] {
        assert_eq!(breaking(&document, &changed(&pointer, value)), [told]);
    }
}

#[test]
fn what_breaks_a_variant_of_a_union_is_found() {
    let document = small_document();
    let schemas = "/components/schemas";
    for (pointer, value, told) in [
        (
            format!("{schemas}/Rate/discriminator/mapping"),
            json!({"flat": "#/components/schemas/Flat"}),
            "x takes/c: free is gone",
        ),
        (
            format!("{schemas}/Flat/properties/price/type"),
            json!("string"),
            "x takes/c/flat/price: its type was integer, and is string",
        ),
    ] {
        let mut changed = document.clone();
        *changed.pointer_mut(&pointer).unwrap() = value;
        assert_eq!(breaking(&document, &changed), [told]);
    }
}

#[test]
fn what_clients_take_is_no_breaking_change() {
    let document = small_document();
    let schemas = "/components/schemas";
    for (pointer, value) in [
        (format!("{schemas}/Sent/required"), json!([])),
        (format!("{schemas}/Seen/properties/new"), json!(null)),
        (
            format!("{schemas}/Sent/properties/a/enum"),
            json!(["one", "two", "three"]),
        ),
    ] {
        let mut new = document.clone();
        match new.pointer_mut(&pointer) {
            Some(place) => *place = value,
            None => {
                new["components"]["schemas"]["Seen"]["properties"]["new"] =
                    json!({"type": "string"});
            }
        }
        assert_eq!(breaking(&document, &new), [""; 0], "{pointer}");
    }
}
