//! The document as the page shows it: with code samples, and its sections in groups.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

/// Code samples by operation and language.
pub type Samples = BTreeMap<String, BTreeMap<String, String>>;

/// The languages that integrators ask for first come first, in the colours that the page has for them.
const LANGUAGES: [(&str, &str); 5] = [
    ("curl", "Shell"),
    ("TypeScript", "JavaScript"),
    ("Python", "Python"),
    ("Go", "Go"),
    ("Rust", "Swift"),
];

/// Groups of sections by how their paths begin; the last one has everything else.
const GROUPS: [(&str, &str); 4] = [
    ("/storefront/", "Storefront"),
    ("/admin/", "Admin console"),
    ("/operator/", "Operator console"),
    ("/", "Platform"),
];

/// The document with what Redoc reads beside OpenAPI.
pub(super) fn shown(document: &Value, samples: &Samples) -> Value {
    let mut document = document.clone();
    add_samples(&mut document, samples);
    let groups = groups(&document);
    if let Some(tags) = document.get_mut("tags").and_then(Value::as_array_mut) {
        for tag in tags.iter_mut().filter_map(Value::as_object_mut) {
            let name = tag.get("name").and_then(Value::as_str).unwrap_or_default();
            let title = title(name);
            tag.insert("x-displayName".to_owned(), title.into());
        }
    }
    if let Some(document) = document.as_object_mut() {
        document.insert("x-tagGroups".to_owned(), groups);
    }
    document
}

fn add_samples(document: &mut Value, samples: &Samples) {
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    let items = paths.into_iter().flat_map(Map::values_mut);
    let methods = items.filter_map(Value::as_object_mut);
    for operation in methods.flat_map(Map::values_mut) {
        let id = operation.get("operationId").and_then(Value::as_str);
        let own = id.and_then(|id| samples.get(id)).map(listed);
        if let (Some(own), Some(operation)) = (own, operation.as_object_mut()) {
            operation.insert("x-codeSamples".to_owned(), own);
        }
    }
}

fn listed(samples: &BTreeMap<String, String>) -> Value {
    LANGUAGES
        .iter()
        .filter_map(|(label, coloured_as)| {
            let source = samples.get(*label)?;
            Some(json!({"label": label, "lang": coloured_as, "source": source}))
        })
        .collect()
}

/// Each section in the group of its first path.
fn groups(document: &Value) -> Value {
    let mut placed = BTreeSet::new();
    let mut groups = GROUPS.map(|(_, name)| (name, Vec::new()));
    let paths = document.get("paths").and_then(Value::as_object);
    for (start, (_, tags)) in GROUPS.map(|(start, _)| start).iter().zip(&mut groups) {
        for (path, item) in paths.into_iter().flatten() {
            if !path.starts_with(start) {
                continue;
            }
            let operations = item.as_object().into_iter().flat_map(Map::values);
            let named = operations.filter_map(|it| it.get("tags")?.as_array()?.first()?.as_str());
            tags.extend(named.filter(|tag| placed.insert((*tag).to_owned())));
        }
        tags.sort_unstable();
    }
    groups
        .iter()
        .filter(|(_, tags)| !tags.is_empty())
        .map(|(name, tags)| json!({"name": name, "tags": tags}))
        .collect()
}

/// `AdminApiKeys` as people read it below its group: API keys.
fn title(tag: &str) -> String {
    let own = ["Admin", "Operator"]
        .iter()
        .find_map(|prefix| tag.strip_prefix(prefix).filter(|rest| !rest.is_empty()))
        .unwrap_or(tag);
    let mut words = String::new();
    for letter in own.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
            words.extend(letter.to_lowercase());
        } else {
            words.push(letter);
        }
    }
    match words.as_str() {
        "Auth" | "Shopper auth" => "Sign-in".to_owned(),
        "Api keys" => "API keys".to_owned(),
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_operation_gets_its_samples_in_the_order_of_languages() {
        let document = json!({"paths": {"/a": {
            "get": {"operationId": "a"}, "post": {"operationId": "b"},
        }}});
        let own = [("Go", "go"), ("curl", "curl a"), ("Cobol", "ADD")];
        let own = own.map(|(label, source)| (label.to_owned(), source.to_owned()));
        let samples = Samples::from([("a".to_owned(), BTreeMap::from(own))]);

        let shown = shown(&document, &samples);

        let expected = json!([
            {"label": "curl", "lang": "Shell", "source": "curl a"},
            {"label": "Go", "lang": "Go", "source": "go"},
        ]);
        assert_eq!(shown["paths"]["/a"]["get"]["x-codeSamples"], expected);
        assert_eq!(shown["paths"]["/a"]["post"].get("x-codeSamples"), None);
    }

    #[test]
    fn sections_stand_in_groups_under_short_names() {
        let operation = |tag: &str| json!({"get": {"tags": [tag]}});
        let document = json!({
            "tags": [{"name": "AdminApiKeys"}, {"name": "Carts"}],
            "paths": {
                "/admin/v1/keys": operation("AdminApiKeys"),
                "/health/live": operation("Health"),
                "/storefront/v1/carts": operation("Carts"),
                "/webhooks/stripe": operation("Carts"),
            },
        });

        let shown = shown(&document, &Samples::new());

        let expected = json!([
            {"name": "Storefront", "tags": ["Carts"]},
            {"name": "Admin console", "tags": ["AdminApiKeys"]},
            {"name": "Platform", "tags": ["Health"]},
        ]);
        assert_eq!(shown["x-tagGroups"], expected);
        assert_eq!(shown["tags"][0]["x-displayName"], "API keys");
        assert_eq!(title("AdminAuth"), "Sign-in");
        assert_eq!(title("ShopperAuth"), "Sign-in");
        assert_eq!(title("ShopperOrders"), "Shopper orders");
    }
}
