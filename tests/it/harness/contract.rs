//! Holds every answer that a test receives against the document: an operation answers what it says
//! that it can, and nothing else.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

/// The codes of each status of an operation; none where the answer is no problem.
type Statuses = BTreeMap<u16, Vec<String>>;

struct Operation {
    id: String,
    /// Whether what it changes is recorded.
    is_recorded: bool,
    method: String,
    route: Vec<String>,
    statuses: Statuses,
}

/// The document never changes while the tests run.
static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| {
    let document = stoa::api::document().unwrap();
    let document = document.value();
    let mut operations = Vec::new();
    for (path, items) in document["paths"].as_object().unwrap() {
        for (method, operation) in items.as_object().unwrap() {
            operations.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                is_recorded: method != "get"
                    && ["Staff", "Operator"]
                        .iter()
                        .any(|scheme| operation["security"][0].get(scheme).is_some()),
                method: method.to_uppercase(),
                route: path.split('/').map(str::to_owned).collect(),
                statuses: statuses(document, operation),
            });
        }
    }
    operations
});

fn statuses(document: &Value, operation: &Value) -> Statuses {
    let answers = operation["responses"].as_object().unwrap().iter();
    answers
        .map(|(status, answer)| {
            let answer = resolved(document, answer);
            let code = "/content/application~1problem+json/schema/allOf/1/properties/code/enum";
            let codes = answer.pointer(code).and_then(Value::as_array);
            let codes = codes.into_iter().flatten().filter_map(Value::as_str);
            (status.parse().unwrap(), codes.map(str::to_owned).collect())
        })
        .collect()
}

/// What an answer of the document is, or refers to.
pub(crate) fn resolved<'a>(document: &'a Value, answer: &'a Value) -> &'a Value {
    match answer["$ref"].as_str() {
        Some(target) => document.pointer(target.trim_start_matches('#')).unwrap(),
        None => answer,
    }
}

impl Operation {
    fn is_at(&self, method: &str, path: &str) -> bool {
        let method = if method == "HEAD" { "GET" } else { method };
        let segments: Vec<&str> = path.split('/').collect();
        let is_match = |(name, value): (&String, &&str)| {
            (name.starts_with('{') && !value.is_empty()) || name == value
        };
        self.method == method
            && self.route.len() == segments.len()
            && self.route.iter().zip(&segments).all(is_match)
    }
}

/// Fails when the operation at this address, if there is one, does not say that it can answer this.
#[track_caller]
pub(crate) fn check(method: &str, path: &str, status: u16, body: &Value) {
    // A page that is still good has no body.
    let found = OPERATIONS.iter().find(|it| it.is_at(method, path));
    let Some(operation) = found.filter(|_| status != 304) else {
        return;
    };
    let id = &operation.id;
    let Some(codes) = operation.statuses.get(&status) else {
        panic!("{id} is not documented to answer {status}: {body}");
    };
    // Of HEAD there is no body.
    if let Some(code) = body["code"].as_str() {
        let is_listed = codes.iter().any(|listed| listed == code);
        assert!(
            is_listed,
            "{id} is not documented to answer {status} {code}"
        );
    }
}

/// The operation at this address, if it changes something for staff, programs or operators.
pub(crate) fn recorded(method: &str, path: &str) -> Option<&'static str> {
    let found = OPERATIONS.iter().find(|it| it.is_at(method, path));
    found
        .filter(|it| it.is_recorded)
        .map(|operation| operation.id.as_str())
}

#[test]
#[should_panic(expected = "storefront_get_cart is not documented to answer 422 cart_full")]
fn an_answer_with_an_undocumented_code_is_found() {
    let body = serde_json::json!({"code": "cart_full"});
    check("GET", "/storefront/v1/carts/cart_x", 422, &body);
}

#[test]
#[should_panic(expected = "storefront_get_store is not documented to answer 409")]
fn an_answer_with_an_undocumented_status_is_found() {
    check("HEAD", "/storefront/v1/store", 409, &Value::Null);
}

#[test]
fn a_documented_answer_passes() {
    let body = serde_json::json!({"code": "cart_full"});
    check("POST", "/storefront/v1/carts/cart_x/lines", 422, &body);
    check("GET", "/storefront/v1/store", 200, &Value::Null);
    check("GET", "/nothing/here", 404, &Value::Null);
}
