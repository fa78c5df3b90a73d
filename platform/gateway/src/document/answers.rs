//! Writes into each operation the problems that it can answer: those of its contract, and those of the
//! gateway that apply to what it takes. Each status has the codes that come with it.

use std::collections::{BTreeMap, BTreeSet};

use db::DbError;
use kernel::{Case, Denied};
use poem::http::StatusCode;
use serde_json::{Map, Value, json};

use crate::access::Refusal;
use crate::contract::{Contract, Cost};
use crate::idempotency;
use crate::limits::TooMany;
use crate::told::Told;

const PROBLEM: &str = "application/problem+json";

/// Shorter names of codes that come together, or often.
const WORDS: [(&[&str], &str); 6] = [
    (
        &["invalid_request", "malformed_body", "malformed_json"],
        "Body",
    ),
    (&["invalid_request"], "Parameter"),
    (
        &["idempotency_key_malformed", "idempotency_key_missing"],
        "Key",
    ),
    (&["database_busy"], "Busy"),
    (&["tenant_suspended"], "Suspended"),
    (&["unauthenticated"], ""),
];

/// Adds the problems of one operation to its answers.
pub(super) fn add(path: &str, method: &str, contract: &Contract, operation: &mut Value) {
    let mut answers: BTreeMap<StatusCode, BTreeSet<&str>> = BTreeMap::new();
    for Told { status, code } in all(path, method, contract, operation) {
        answers.entry(status).or_default().insert(code);
    }
    let responses = operation.get_mut("responses");
    let Some(responses) = responses.and_then(Value::as_object_mut) else {
        return;
    };
    for (status, codes) in answers {
        let mut answer = answer(status, &codes);
        let mut own = responses.remove(status.as_str());
        // The same status with a body of its own: a process that is not ready.
        let content = own.as_mut().and_then(|own| own.get_mut("content"));
        if let Some(content) = content.and_then(Value::as_object_mut)
            && let Some(Value::Object(all)) = answer.get_mut("content")
        {
            content.remove(PROBLEM);
            all.append(content);
        }
        responses.insert(status.as_str().to_owned(), answer);
    }
}

/// Every problem of the operation.
fn all(path: &str, method: &str, contract: &Contract, operation: &Value) -> Vec<Told> {
    let is_health = path.starts_with("/health/");
    let credential = operation
        .pointer("/security/0")
        .and_then(Value::as_object)
        .and_then(|schemes| schemes.keys().next())
        .map(String::as_str);
    let mut cases = vec![
        Refusal::MALFORMED_REQUEST,
        TooMany::RATE_LIMITED,
        Case::INTERNAL,
    ];
    cases.extend(contract.cases);
    if !is_health {
        // The host, if nothing else, is looked up.
        cases.extend([
            Case::NOT_FOUND,
            DbError::DATABASE_UNAVAILABLE,
            DbError::STATEMENT_TIMEOUT,
        ]);
    }
    if method != "get" {
        cases.push(DbError::DATABASE_BUSY);
    }
    if path.starts_with("/storefront/") {
        cases.push(Refusal::CLOSED);
    }
    if path.starts_with("/admin/") {
        cases.push(Refusal::SUSPENDED);
    }
    // What visitors and shoppers may do is the same for all of them.
    if !contract.authority.is_empty() && matches!(credential, Some("Staff" | "Operator")) {
        cases.push(Denied::PERMISSION_DENIED);
        // Any of them: a second factor may be demanded for everything.
        cases.push(Denied::STEP_UP_REQUIRED);
    }
    let mut told: Vec<Told> = cases.into_iter().map(Told::of).collect();
    told.push(Told::DEADLINE_EXCEEDED);
    let has_credential = credential.is_some() || contract.takes_shopper;
    told.extend(has_credential.then_some(Told::UNAUTHENTICATED));
    told.extend(of_what_it_takes(contract, operation));
    told
}

/// What is said to parameters and bodies that cannot be taken.
fn of_what_it_takes(contract: &Contract, operation: &Value) -> Vec<Told> {
    let mut told = Vec::new();
    let parameters = operation.get("parameters").and_then(Value::as_array);
    for parameter in parameters.into_iter().flatten() {
        let text = |name: &str| parameter.get(name).and_then(Value::as_str);
        if text("in") == Some("query") {
            told.push(Told::INVALID_REQUEST);
        }
        if text("name").is_some_and(|name| name.eq_ignore_ascii_case(idempotency::HEADER)) {
            told.push(Told::KEY_MALFORMED);
            let is_required = parameter.get("required").and_then(Value::as_bool) == Some(true);
            told.extend(is_required.then_some(Told::KEY_MISSING));
        }
    }
    if operation.get("requestBody").is_none() {
        return told;
    }
    told.extend([
        Told::MALFORMED_BODY,
        Told::BODY_TOO_SLOW,
        Told::BODY_TOO_LARGE,
        Told::BODY_TOO_COMPLEX,
        Told::UNSUPPORTED_MEDIA_TYPE,
        Told::OVERLOADED,
    ]);
    // What a provider sends is taken as it is, and so is a file.
    let kinds = operation.pointer("/requestBody/content");
    let mut kinds = kinds.and_then(Value::as_object).into_iter().flatten();
    let is_json = kinds.any(|(kind, _)| kind.starts_with("application/json"));
    if contract.cost != Cost::Webhook && is_json {
        told.extend([Told::MALFORMED_JSON, Told::INVALID_REQUEST]);
    }
    told
}

fn answer(status: StatusCode, codes: &BTreeSet<&str>) -> Value {
    let header = |name: &str, description: &str, kind: Value| {
        Some(json!({name: {"description": description, "schema": kind}}))
    };
    let seconds = json!({"type": "integer", "format": "int32"});
    let (description, headers) = match status.as_u16() {
        400 => (
            "The request is malformed; `errors` names the fields that are wrong.",
            None,
        ),
        401 => (
            "No valid credentials were sent.",
            header(
                "WWW-Authenticate",
                "How to authenticate.",
                json!({"type": "string"}),
            ),
        ),
        403 => ("The caller may not do this.", None),
        404 => (
            "Not found, or another tenant's: both get the same response.",
            None,
        ),
        408 => ("The body did not arrive in time.", None),
        409 => (
            "The state of things forbids it: read again and decide.",
            header(
                "Retry-After",
                "Seconds to wait, when waiting helps.",
                seconds,
            ),
        ),
        413 => ("The body is larger than the limit.", None),
        415 => ("The body is of another type than is taken here.", None),
        422 => ("The request was understood and is refused.", None),
        429 => (
            "Too many requests.",
            header("Retry-After", "Seconds to wait.", seconds),
        ),
        503 => (
            "Something we depend on is out; nothing is lost, try again.",
            header("Retry-After", "Seconds to wait.", seconds),
        ),
        _ => ("Something went wrong on our side.", None),
    };
    let mut answer = json!({
        "description": description,
        "content": {PROBLEM: {"schema": {"allOf": [
            {"$ref": "#/components/schemas/Problem"},
            {"type": "object", "properties": {"code": {"type": "string", "enum": codes}}},
        ]}}},
    });
    if let (Some(answer), Some(headers)) = (answer.as_object_mut(), headers) {
        answer.insert("headers".to_owned(), headers);
    }
    answer
}

/// Puts answers that several operations have among the components. They are called after their status
/// and the codes that not every answer with this status has.
pub(super) fn share(document: &mut Value) {
    let mut uses: BTreeMap<String, Vec<(BTreeSet<String>, usize)>> = BTreeMap::new();
    each(document, |status, answer| {
        let Some(codes) = codes(answer) else { return };
        let of_status = uses.entry(status.to_owned()).or_default();
        match of_status.iter_mut().find(|(known, _)| *known == codes) {
            Some((_, count)) => *count += 1,
            None => of_status.push((codes, 1)),
        }
    });
    let mut shared = Map::new();
    each(document, |status, answer| {
        let Some(codes) = codes(answer) else { return };
        let all = uses.get(status).map(Vec::as_slice).unwrap_or_default();
        if all
            .iter()
            .any(|(known, count)| *known == codes && *count > 1)
        {
            let name = name(status, &codes, all);
            let reference = json!({"$ref": format!("#/components/responses/{name}")});
            shared.insert(name, std::mem::replace(answer, reference));
        }
    });
    if let Some(components) = document
        .get_mut("components")
        .and_then(Value::as_object_mut)
    {
        components.insert("responses".to_owned(), Value::Object(shared));
    }
}

/// Goes through the answers of all operations.
fn each(document: &mut Value, mut visit: impl FnMut(&str, &mut Value)) {
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for items in paths.into_iter().flat_map(Map::values_mut) {
        for operation in items.as_object_mut().into_iter().flat_map(Map::values_mut) {
            let responses = operation.get_mut("responses");
            for (status, answer) in responses
                .and_then(Value::as_object_mut)
                .into_iter()
                .flatten()
            {
                visit(status, answer);
            }
        }
    }
}

/// The codes of an answer that is a problem and nothing else.
fn codes(answer: &Value) -> Option<BTreeSet<String>> {
    let content = answer.get("content")?.as_object()?;
    let codes = content
        .get(PROBLEM)?
        .pointer("/schema/allOf/1/properties/code/enum")?;
    let codes = codes.as_array()?.iter().filter_map(Value::as_str);
    (content.len() == 1).then(|| codes.map(str::to_owned).collect())
}

fn name(status: &str, codes: &BTreeSet<String>, all: &[(BTreeSet<String>, usize)]) -> String {
    let mut name = match status {
        "400" => "BadRequest",
        "401" => "Unauthenticated",
        "403" => "Forbidden",
        "404" => "NotFound",
        "408" => "RequestTimeout",
        "409" => "Conflict",
        "410" => "Gone",
        "413" => "TooLarge",
        "415" => "UnsupportedMediaType",
        "422" => "Rejected",
        "429" => "RateLimited",
        "503" => "Unavailable",
        _ => "InternalError",
    }
    .to_owned();
    // Answers that only one operation has stand in it, and need no name.
    let shared = || all.iter().filter(|(_, count)| *count > 1);
    let is_own = |code: &&String| shared().any(|(other, _)| !other.contains(*code));
    let mut own: BTreeSet<&str> = codes.iter().filter(is_own).map(String::as_str).collect();
    for (group, word) in WORDS {
        if group.iter().all(|code| own.contains(code)) {
            own.retain(|code| !group.contains(code));
            name.push_str(word);
        }
    }
    for word in own.iter().flat_map(|code| code.split('_')) {
        let (first, rest) = word.split_at(word.len().min(1));
        name.push_str(&first.to_ascii_uppercase());
        name.push_str(rest);
    }
    name
}
