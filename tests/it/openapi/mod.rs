//! The committed document is the code's, and generators of clients understand it.

mod changes;
mod contracts;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::contract::resolved;
use crate::watchdogs::root;

fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, items)| {
            let items = items.as_object().unwrap();
            items
                .iter()
                .map(move |(method, operation)| (format!("{method} {path}"), operation))
        })
        .collect()
}

fn schemas(document: &Value) -> impl Iterator<Item = (&String, &Value)> {
    document["components"]["schemas"]
        .as_object()
        .unwrap()
        .iter()
}

fn document() -> Value {
    stoa::api::document().unwrap().value().clone()
}

#[test]
fn the_committed_document_equals_the_code() {
    let committed = std::fs::read(root().join("openapi/stoa.json")).unwrap_or_default();

    let document = stoa::api::document().unwrap();

    assert!(
        committed == *document.json(),
        "openapi/stoa.json is old; run `make gen`"
    );
}

/// Whether an operation succeeds, and does not only lead elsewhere.
fn succeeds(operation: &Value) -> bool {
    let responses = operation["responses"].as_object().unwrap();
    responses.keys().any(|status| status.starts_with('2'))
}

#[test]
fn every_operation_of_the_clients_is_shown_in_five_languages() {
    let document = document();
    let samples = stoa::api::samples().unwrap();
    let of_clients = operations(&document).into_iter().filter_map(|(name, it)| {
        let area = name.split('/').nth(1).unwrap();
        let id = it["operationId"].as_str().unwrap().to_owned();
        let is_called = ["storefront", "admin", "operator"].contains(&area);
        // Browsers and mail programs follow redirects.
        (is_called && succeeds(it)).then_some(id)
    });
    let ids: BTreeSet<String> = of_clients.collect();

    assert_eq!(ids, samples.keys().cloned().collect(), "run `make gen`");
    for (id, own) in &samples {
        let languages: Vec<_> = own.keys().map(String::as_str).collect();
        let expected = ["Go", "Python", "Rust", "TypeScript", "curl"];
        assert_eq!(languages, expected, "{id}");
    }
}

#[test]
fn every_operation_has_an_id_a_summary_and_a_place() {
    let document = document();
    let mut ids = BTreeSet::new();

    for (name, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let (area, path) = (
            id.split('_').next().unwrap(),
            name.split(' ').nth(1).unwrap(),
        );
        let prefix = match area {
            "storefront" => "/storefront/v1/",
            "admin" => "/admin/v1/",
            "operator" => "/operator/v1/",
            "webhook" => "/webhooks/",
            "health" => "/health/",
            "well" => "/.well-known/",
            other => panic!("{name}: {id} begins with {other}"),
        };
        let is_media = id == "storefront_get_picture" && path.starts_with("/media/");
        assert!(path.starts_with(prefix) || is_media, "{name}: {id}");
        assert!(ids.insert(id.to_owned()), "{id} is there twice");
        assert!(operation["summary"].is_string(), "{name} has no summary");
        assert!(operation["tags"].is_array(), "{name} is in no chapter");
    }
}

fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str));
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let mut found = BTreeSet::new();

    references(&document, &mut found);

    assert!(found.contains("#/components/schemas/Problem"));
    for target in found {
        let is_there = document.pointer(target.trim_start_matches('#')).is_some();
        assert!(is_there, "{target}");
    }
}

#[test]
fn every_operation_describes_its_answers() {
    let document = document();

    for (name, operation) in operations(&document) {
        for (status, answer) in operation["responses"].as_object().unwrap() {
            let answer = resolved(&document, answer);
            let description = answer["description"].as_str().unwrap();
            assert!(!description.is_empty(), "{name} {status}");
            for kind in answer["content"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(kind, _)| kind)
            {
                let is_problem = status.starts_with(['4', '5']);
                // A process that is not ready says what is failing.
                let is_health = name == "get /health/ready" && status == "503";
                let expected = if is_problem && !(is_health && kind == "application/json") {
                    "application/problem+json"
                } else {
                    "application/json"
                };
                let files = [
                    "image/*",
                    "text/csv",
                    "application/pdf",
                    "application/vnd.apache.parquet",
                ];
                let is_file = files.contains(&kind.as_str());
                assert!(kind == expected || is_file, "{name} {status}: {kind}");
            }
        }
    }
}

#[test]
fn every_operation_outside_the_shop_window_asks_for_credentials() {
    let document = document();

    for (name, operation) in operations(&document) {
        let asks = operation["security"]
            .as_array()
            .is_some_and(|schemes| !schemes.is_empty());
        let must_ask = (name.contains("/admin/") || name.contains("/operator/"))
            && !name.contains("/admin/v1/auth/")
            && !name.ends_with("/auth/login")
            && !name.ends_with("/staff-invitations/accept");
        assert!(asks || !must_ask, "{name} can be called by everybody");
    }
}

/// The fields of a document, and those that nothing is said about or whose names are no snake case.
fn fields(document: &Value) -> (usize, Vec<String>) {
    let mut count = 0;
    let mut unfit = Vec::new();
    for (schema, value) in schemas(document) {
        for (field, described) in value["properties"].as_object().into_iter().flatten() {
            let is_snake = field
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            let is_described = described["description"]
                .as_str()
                .is_some_and(|text| !text.trim().is_empty());
            count += 1;
            if !is_snake || !is_described {
                unfit.push(format!("{schema}.{field}"));
            }
        }
    }
    (count, unfit)
}

#[test]
fn every_field_is_described_and_in_snake_case() {
    let wrong = json!({ "components": { "schemas": { "Order": { "properties": {
        "id": { "type": "string", "description": "Which one." },
        "total": { "type": "integer" },
        "number": { "type": "string", "description": " " },
        "placedAt": { "type": "string", "description": "When." },
    } } } } });

    let (count, unfit) = fields(&document());

    assert_eq!(unfit, [""; 0]);
    assert!(count > 400, "the document has {count} fields");
    let (_, found) = fields(&wrong);
    assert_eq!(found, ["Order.number", "Order.placedAt", "Order.total"]);
}

#[test]
fn fields_that_take_null_say_so() {
    let document = document();

    let mut nullable = Vec::new();
    for (schema, value) in schemas(&document) {
        for (field, property) in value["properties"].as_object().into_iter().flatten() {
            if property["nullable"] == true {
                assert!(property["type"].is_string(), "{schema}.{field}");
                nullable.push(format!("{schema}.{field}"));
            }
        }
    }

    assert_eq!(
        nullable,
        [
            "ChangeCart.billing_address",
            "ChangeCart.email",
            "ChangeCart.shipping_address",
            "ChangeCart.shipping_option_id",
            "ChangeProduct.seo_description",
            "ChangeProduct.seo_title",
            "ChangeProduct.subtitle",
            "CreateProduct.seo_description",
            "CreateProduct.seo_title",
            "CreateProduct.subtitle",
            "UpdateCategoryImage.focal_point",
            "UpdateImage.focal_point",
            "UpdateVariantStock.backorder_limit",
            "UpdateVariantStock.low_stock_threshold",
        ]
    );
}

#[test]
fn what_is_sent_says_that_it_has_no_other_fields() {
    let document = document();

    for name in [
        "ChangeCart",
        "Address",
        "CreateTenant",
        "CreateTax",
        "Money",
    ] {
        let schema = &document["components"]["schemas"][name];
        assert_eq!(schema["additionalProperties"], false, "{name}");
    }
    let page = &document["components"]["schemas"]["ProductPage"];
    assert_eq!(page["additionalProperties"], Value::Null);
}

#[test]
fn whatever_can_be_too_large_says_so() {
    let document = document();

    for (name, operation) in operations(&document) {
        let takes_body = operation["requestBody"].is_object();
        for status in ["408", "413", "415"] {
            let is_listed = operation["responses"][status].is_object();
            assert_eq!(is_listed, takes_body, "{name} {status}");
        }
        let may_take_one = ["post ", "put ", "patch "]
            .iter()
            .any(|method| name.starts_with(method));
        assert!(may_take_one || !takes_body, "{name}");
    }
}

/// A client that made something knows where to find it. A page at the payment provider is not one of ours.
#[test]
fn what_was_created_says_where_it_is() {
    let document = document();
    for (name, operation) in operations(&document) {
        let Some(created) = operation["responses"].get("201") else {
            continue;
        };
        let is_elsewhere = operation["operationId"] == "admin_create_onboarding_link";
        let location = created.pointer("/headers/Location");
        assert_eq!(location.is_none(), is_elsewhere, "{name}");
    }
}

/// Ids, currencies and closed sets are types of the document, not texts that people explain.
#[test]
fn ids_currencies_and_states_are_types() {
    // What others call their things, and words of the payment provider's, which are not ours to close.
    let theirs = [
        "MerchantAccount/id",
        "JsonWebKey/kid",
        "OrderDispute/status",
        "OrderDispute/reason",
    ];
    let document = document();
    for (schema, body) in schemas(&document) {
        for (field, property) in body["properties"].as_object().into_iter().flatten() {
            let name = format!("{schema}/{field}");
            let is_text = property["type"] == "string" && property.get("enum").is_none();
            if !is_text || theirs.contains(&name.as_str()) {
                continue;
            }
            let format = property["format"].as_str();
            match field.as_str() {
                "provider_id" | "request_id" | "client_id" => {}
                field if field == "id" || field.ends_with("_id") => {
                    assert_eq!(format, Some("typeid"), "{name}");
                }
                "currency" => assert_eq!(format, Some("iso-4217"), "{name}"),
                "role" => assert_eq!(format, Some("role"), "{name}"),
                "status" | "payment_status" | "provider" | "payment_provider" => {
                    panic!("{name} is a bare text");
                }
                _ => {}
            }
        }
    }
}
