//! Checks requests and answers against Stripe's published `OpenAPI` document.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context;
use jsonschema::{
    JsonType, Registry, ValidationError, Validator,
    error::{TypeKind, ValidationErrorKind},
};
use serde::Serialize;
use serde_json::{Value, json};

const ROOT: &str = "urn:stripe:openapi";
const MAX_KEPT: usize = 100;
/// Of one answer; the first ones say what is wrong.
const MAX_PROBLEMS: usize = 5;

/// Something that the document does not allow.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Violation {
    /// `request`, `response` or `event`.
    pub(crate) side: &'static str,
    pub(crate) operation: String,
    pub(crate) problems: Vec<String>,
}

/// What has been checked so far.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Report {
    pub(crate) requests_checked: u64,
    pub(crate) responses_checked: u64,
    pub(crate) events_checked: u64,
    /// Answers of operations that the document does not have.
    pub(crate) not_described: u64,
    pub(crate) response_violations: u64,
    pub(crate) request_violations: u64,
    pub(crate) event_violations: u64,
    pub(crate) newest: Vec<Violation>,
}

pub(crate) struct Schema {
    document: Value,
    registry: Registry<'static>,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
    report: Mutex<Report>,
}

impl Schema {
    /// Reads the document.
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        let mut document: Value = serde_json::from_str(&text)
            .with_context(|| format!("{} is not JSON", path.display()))?;
        to_json_schema(&mut document);
        allow_newer_values(&mut document);
        let registry = Registry::new().add(ROOT, document.clone())?.prepare()?;
        Ok(Self {
            document,
            registry,
            validators: Mutex::default(),
            report: Mutex::default(),
        })
    }

    /// What has been found so far.
    pub(crate) fn report(&self) -> Report {
        self.report
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Counts a request that was accepted, and what the document says against it. The document may
    /// be older than the simulated version, so this refuses nothing.
    pub(crate) fn check_request(&self, method: &str, path: &str, params: &Value) {
        if method != "POST" {
            return;
        }
        let Some((operation, pointer)) = self.operation(method, path) else {
            return;
        };
        let body = "requestBody/content/application~1x-www-form-urlencoded/schema";
        let pointer = format!("{pointer}/{body}");
        let Some(schema) = self.document.pointer(&pointer) else {
            return;
        };
        let problems = self.problems(&pointer, &self.coerce(params, schema));
        let mut report = self.report.lock().unwrap_or_else(PoisonError::into_inner);
        report.requests_checked = report.requests_checked.saturating_add(1);
        if !problems.is_empty() {
            report.request_violations = report.request_violations.saturating_add(1);
            keep(&mut report, "request", operation, &problems);
        }
    }

    /// The problems of an answer.
    pub(crate) fn check_response(
        &self,
        method: &str,
        path: &str,
        status: u16,
        answer: &Value,
    ) -> Vec<String> {
        let found = self.operation(method, path);
        let mut report = self.report.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((operation, pointer)) = found else {
            report.not_described = report.not_described.saturating_add(1);
            return Vec::new();
        };
        let case = if status == 200 { "200" } else { "default" };
        let pointer = format!("{pointer}/responses/{case}/content/application~1json/schema");
        let problems = self.problems(&pointer, answer);
        report.responses_checked = report.responses_checked.saturating_add(1);
        if !problems.is_empty() {
            report.response_violations = report.response_violations.saturating_add(1);
            tracing::error!("{operation} answered {status} against its schema: {problems:?}");
            keep(&mut report, "response", operation, &problems);
        }
        problems
    }

    /// Counts an event that is sent, and what the document says against it and the object in it.
    pub(crate) fn check_event(&self, kind: &str, body: &str) {
        let event = serde_json::from_str(body).unwrap_or_default();
        let mut problems = self.problems("/components/schemas/event", &event);
        let object = event.pointer("/data/object").unwrap_or(&Value::Null);
        match self.described(object) {
            Some(pointer) => problems.extend(self.problems(&pointer, object)),
            None => problems.push(format!("/data/object: {object} is not described")),
        }
        let mut report = self.report.lock().unwrap_or_else(PoisonError::into_inner);
        report.events_checked = report.events_checked.saturating_add(1);
        if !problems.is_empty() {
            report.event_violations = report.event_violations.saturating_add(1);
            tracing::error!("{kind} is sent against its schema: {problems:?}");
            keep(&mut report, "event", kind.to_owned(), &problems);
        }
    }

    /// The described operation that a method and a path mean, and where it stands.
    fn operation(&self, method: &str, path: &str) -> Option<(String, String)> {
        let method = method.to_ascii_lowercase();
        let paths = self.document.get("paths")?.as_object()?;
        let template = paths
            .iter()
            .filter(|(_, item)| item.get(&method).is_some())
            .map(|(template, _)| template)
            .find(|template| is_instance(path, template))?;
        let escaped = template.replace('~', "~0").replace('/', "~1");
        Some((
            format!("{method} {template}"),
            format!("/paths/{escaped}/{method}"),
        ))
    }

    fn problems(&self, pointer: &str, value: &Value) -> Vec<String> {
        let validator = match self.validator(pointer) {
            Ok(validator) => validator,
            Err(problem) => return vec![problem],
        };
        let mut problems = Vec::new();
        for error in validator.iter_errors(value) {
            let at = error.instance_path();
            match self.expanded(&error) {
                None => problems.push(format!("{at}: {error}")),
                Some(pointer) => {
                    let inner = self.problems(&pointer, error.instance());
                    problems.extend(inner.iter().map(|problem| format!("{at}{problem}")));
                }
            }
        }
        problems.truncate(MAX_PROBLEMS);
        problems
    }

    /// Where the object is described that stands where the document has its id only: the document
    /// does not say what `expand[]` puts there.
    fn expanded(&self, error: &ValidationError<'_>) -> Option<String> {
        let wants_text = matches!(
            error.kind(),
            ValidationErrorKind::Type {
                kind: TypeKind::Single(JsonType::String)
            }
        );
        wants_text
            .then(|| self.described(error.instance()))
            .flatten()
    }

    /// Where an object is described, by its `object` member.
    fn described(&self, object: &Value) -> Option<String> {
        let kind = object.get("object")?.as_str()?;
        let pointer = format!("/components/schemas/{kind}");
        self.document.pointer(&pointer).map(|_| pointer)
    }

    fn validator(&self, pointer: &str) -> Result<Arc<Validator>, String> {
        let mut validators = self
            .validators
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(validator) = validators.get(pointer) {
            return Ok(Arc::clone(validator));
        }
        let fragment = pointer.replace('{', "%7B").replace('}', "%7D");
        let schema = json!({ "$ref": format!("{ROOT}#{fragment}") });
        let built = jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .with_registry(&self.registry)
            .build(&schema)
            .map_err(|error| format!("{pointer}: {error}"))?;
        let built = Arc::new(built);
        validators.insert(pointer.to_owned(), Arc::clone(&built));
        Ok(built)
    }

    /// Texts turned into what the schema wants them to be.
    fn coerce(&self, value: &Value, schema: &Value) -> Value {
        let schema = self.resolve(schema);
        let schema = schema.get("then").unwrap_or(schema);
        if let Some(Value::Array(choices)) = schema.get("anyOf") {
            let fits = choices
                .iter()
                .map(|choice| self.coerce(value, choice))
                .find(|typed| {
                    choices.iter().any(|choice| {
                        let choice = self.resolve(choice);
                        jsonschema::is_valid(choice, typed)
                    })
                });
            return fits.unwrap_or_else(|| value.clone());
        }
        match value {
            Value::String(text) => coerce_text(text, schema),
            Value::Array(items) => {
                let item = schema.get("items").unwrap_or(&Value::Null);
                Value::Array(items.iter().map(|value| self.coerce(value, item)).collect())
            }
            Value::Object(members) => {
                let known = schema.get("properties");
                let other = schema.get("additionalProperties").unwrap_or(&Value::Null);
                let typed = members.iter().map(|(name, value)| {
                    let schema = known.and_then(|known| known.get(name)).unwrap_or(other);
                    (name.clone(), self.coerce(value, schema))
                });
                Value::Object(typed.collect())
            }
            other => other.clone(),
        }
    }

    fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        let reference = schema.get("$ref").and_then(Value::as_str);
        let pointer = reference.and_then(|reference| reference.strip_prefix('#'));
        pointer
            .and_then(|pointer| self.document.pointer(pointer))
            .unwrap_or(schema)
    }
}

fn keep(report: &mut Report, side: &'static str, operation: String, problems: &[String]) {
    if report.newest.len() >= MAX_KEPT {
        report.newest.remove(0);
    }
    report.newest.push(Violation {
        side,
        operation,
        problems: problems.to_vec(),
    });
}

fn coerce_text(text: &str, schema: &Value) -> Value {
    let wanted = schema.get("type");
    let wants = |kind: &str| match wanted {
        Some(Value::String(wanted)) => wanted == kind,
        Some(Value::Array(kinds)) => kinds.iter().any(|wanted| wanted == kind),
        _ => false,
    };
    if wants("integer")
        && let Ok(number) = text.parse::<i64>()
    {
        return json!(number);
    }
    match text {
        "true" | "false" if wants("boolean") => json!(text == "true"),
        _ => json!(text),
    }
}

fn is_instance(path: &str, template: &str) -> bool {
    let mut wanted = template.split('/');
    let fits = path.trim_end_matches('/').split('/').all(|segment| {
        wanted
            .next()
            .is_some_and(|want| want == segment || want.starts_with('{'))
    });
    fits && wanted.next().is_none()
}

/// `nullable: true` becomes "if it is not null, then"; a choice of one becomes that one. Both keep
/// the report about the member that is wrong.
fn to_json_schema(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(to_json_schema),
        Value::Object(members) => {
            members.values_mut().for_each(to_json_schema);
            let nullable = members.remove("nullable") == Some(json!(true));
            if let Some(Value::Array(choices)) = members.get_mut("anyOf")
                && choices.len() == 1
                && let Some(only) = choices.pop()
            {
                *members = only.as_object().cloned().unwrap_or_default();
            }
            if nullable {
                let schema = Value::Object(std::mem::take(members));
                members.insert("if".to_owned(), json!({ "not": { "type": "null" } }));
                members.insert("then".to_owned(), schema);
            }
        }
        _ => {}
    }
}

/// Values that Stripe has added since the document was published.
fn allow_newer_values(document: &mut Value) {
    let kinds = document.pointer_mut("/components/schemas/account/properties/type/enum");
    if let Some(Value::Array(kinds)) = kinds {
        kinds.push(json!("none"));
    }
}
