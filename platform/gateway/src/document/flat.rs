//! A schema and everything that it refers to, as one, and in words.

use serde_json::{Number, Value};

/// A schema that refers to itself ends here.
pub(super) const DEEPEST: usize = 32;

/// What a value of `schema` looks like, in words.
pub(super) fn rule(document: &Value, schema: &Value) -> Option<String> {
    let mut flat = Flat::default();
    flat.add(document, schema, 0);
    flat.rule()
}

/// A schema and everything that it refers to, as one.
#[derive(Default)]
pub(super) struct Flat<'a> {
    pub(super) kind: Option<&'a str>,
    pub(super) is_nullable: bool,
    pub(super) properties: Vec<(&'a str, &'a Value)>,
    pub(super) required: Vec<&'a str>,
    pub(super) is_open: bool,
    pub(super) choices: Vec<&'a Value>,
    pub(super) items: Option<&'a Value>,
    pub(super) one_of: Option<&'a Value>,
    pub(super) minimum: Option<&'a Value>,
    pub(super) maximum: Option<&'a Value>,
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
    pub(super) min_items: Option<u64>,
    pub(super) max_items: Option<u64>,
    pub(super) format: Option<&'a str>,
    pub(super) id_prefix: Option<&'a str>,
}

impl<'a> Flat<'a> {
    pub(super) fn add(&mut self, document: &'a Value, schema: &'a Value, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            if let Some(schema) = document.pointer(target.trim_start_matches('#')) {
                self.add(document, schema, depth + 1);
            }
            return;
        }
        for part in schema
            .get("allOf")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            self.add(document, part, depth + 1);
        }
        let text = |name: &str| schema.get(name).and_then(Value::as_str);
        let number = |name: &str| schema.get(name).and_then(Value::as_u64);
        self.kind = self.kind.or(text("type"));
        self.format = self.format.or(text("format"));
        self.is_nullable |= schema.get("nullable").and_then(Value::as_bool) == Some(true);
        let additional = schema.get("additionalProperties");
        self.is_open |= additional.is_some_and(|allowed| allowed.as_bool() != Some(false));
        self.items = self.items.or(schema.get("items"));
        self.one_of = self.one_of.or(schema.get("oneOf").map(|_| schema));
        self.minimum = self.minimum.or(schema.get("minimum"));
        self.maximum = self.maximum.or(schema.get("maximum"));
        self.min_length = self.min_length.or(number("minLength"));
        self.max_length = self.max_length.or(number("maxLength"));
        self.min_items = self.min_items.or(number("minItems"));
        self.max_items = self.max_items.or(number("maxItems"));
        if text("format") == Some("typeid") {
            let pattern = text("pattern").and_then(|pattern| pattern.strip_prefix('^'));
            self.id_prefix = pattern.and_then(|pattern| pattern.split('_').next());
        }
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            self.properties.extend(
                properties
                    .iter()
                    .map(|(name, schema)| (name.as_str(), schema)),
            );
        }
        let list = |name: &str| {
            schema
                .get(name)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
        };
        self.required
            .extend(list("required").filter_map(Value::as_str));
        self.choices.extend(list("enum"));
    }

    /// Whether a whole number has room in the type that the format names.
    pub(super) fn has_room(&self, number: &Number) -> bool {
        match self.format {
            Some("int32") => number.as_i64().is_some_and(|it| i32::try_from(it).is_ok()),
            Some("int64") => number.as_i64().is_some(),
            _ => true,
        }
    }

    pub(super) fn rule(&self) -> Option<String> {
        if !self.choices.is_empty() {
            let names: Vec<&str> = self.choices.iter().filter_map(|one| one.as_str()).collect();
            return Some(format!("one of {}", names.join(", ")));
        }
        if let Some(prefix) = self.id_prefix {
            return Some(format!("an id of the form {prefix}_…"));
        }
        if self.format == Some("iso-4217") {
            return Some("a currency code of ISO 4217, such as EUR".to_owned());
        }
        let kind = self.kind?;
        Some(match kind {
            "integer" | "number" => {
                let what = if kind == "integer" {
                    "a whole number"
                } else {
                    "a number"
                };
                let (minimum, maximum) = match (self.minimum, self.maximum, self.format) {
                    (None, None, Some("int32")) => (Some(i32::MIN.into()), Some(i32::MAX.into())),
                    (None, None, Some("int64")) => (Some(i64::MIN.into()), Some(i64::MAX.into())),
                    (minimum, maximum, _) => (minimum.cloned(), maximum.cloned()),
                };
                format!("{what}{}", between(minimum.as_ref(), maximum.as_ref()))
            }
            "string" => format!(
                "text{}",
                sized(self.min_length, self.max_length, "characters")
            ),
            "array" => format!("a list{}", sized(self.min_items, self.max_items, "items")),
            "boolean" => "true or false".to_owned(),
            _ => "an object".to_owned(),
        })
    }
}

fn between(minimum: Option<&Value>, maximum: Option<&Value>) -> String {
    let whole = |bound: &Value| bound.to_string().trim_end_matches(".0").to_owned();
    match (minimum.map(whole), maximum.map(whole)) {
        (Some(minimum), Some(maximum)) => format!(" from {minimum} to {maximum}"),
        (Some(minimum), None) => format!(" of at least {minimum}"),
        (None, Some(maximum)) => format!(" of at most {maximum}"),
        (None, None) => String::new(),
    }
}

fn sized(least: Option<u64>, most: Option<u64>, unit: &str) -> String {
    match (least, most) {
        (Some(least), Some(most)) if least == most => format!(" of exactly {least} {unit}"),
        (Some(least), Some(most)) => format!(" of {least} to {most} {unit}"),
        (Some(least), None) => format!(" of at least {least} {unit}"),
        (None, Some(most)) => format!(" of at most {most} {unit}"),
        (None, None) => String::new(),
    }
}
