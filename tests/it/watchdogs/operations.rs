//! What docs/OPERATIONS.md lists is what the program has.

use std::collections::BTreeSet;

use db::RETENTIONS;
use gateway::telemetry::METRICS;
use regex::Regex;

use super::source::{files, root};

fn page() -> String {
    std::fs::read_to_string(root().join("docs/OPERATIONS.md")).unwrap()
}

/// The rows of the table under a heading, without its head.
fn table_under<'a>(page: &'a str, heading: &str) -> Vec<&'a str> {
    let (_, section) = page.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with('|'));
    rows.skip(2).collect()
}

#[test]
fn the_page_lists_every_retention_as_it_is() {
    let expected: Vec<String> = RETENTIONS
        .iter()
        .map(|it| format!("| `{}` | {} | {} |", it.kind, it.what, it.when()))
        .collect();

    assert_eq!(
        table_under(&page(), "Retentions"),
        expected,
        "write into docs/OPERATIONS.md:\n{}",
        expected.join("\n")
    );
}

/// Labels of metrics. What is not here would need a look: each value of a label is a series of its own, and
/// there can be any number of tenants, shoppers and orders.
const LABELS: [&str; 13] = [
    "cache",
    "class",
    "currency",
    "http_request_method",
    "http_response_status_code",
    "http_route",
    "kind",
    "outcome",
    "pool",
    "provider",
    "queue",
    "reason",
    "state",
];

#[test]
fn labels_have_few_values_and_name_no_tenant() {
    let call = Regex::new(r"(?:gauge|counter|histogram)!\(([^;]*?)\)\s*\.").unwrap();
    let label = Regex::new(r#""([a-z_]+)" =>"#).unwrap();
    let mut labels = BTreeSet::new();
    for source in files(&[".rs"]) {
        if source.is_test() || source.path.contains("simulators") {
            continue;
        }
        for call in call.captures_iter(source.without_tests()) {
            labels.extend(label.captures_iter(&call[1]).map(|it| it[1].to_owned()));
        }
    }
    // A topic is one of the few of `kernel::Event`, the version one of this process.
    let known = LABELS.into_iter().chain(["topic", "version"]);
    assert_eq!(labels, known.map(str::to_owned).collect());
}

#[test]
fn the_page_lists_every_metric_and_no_other() {
    let macros = Regex::new(r#"(?:gauge|counter|histogram)!\(\s*"([a-z_]+)""#).unwrap();
    let gauges = Regex::new(r#"\bset\("([a-z_]+)","#).unwrap();
    let mut names = BTreeSet::new();
    for source in files(&[".rs"]) {
        if source.is_test() || source.path.contains("simulators") {
            continue;
        }
        let text = source.without_tests();
        names.extend(macros.captures_iter(text).map(|it| it[1].to_owned()));
        if source.path == "src/worker/loops.rs" {
            names.extend(gauges.captures_iter(text).map(|it| it[1].to_owned()));
        }
    }
    assert!(names.len() >= 10, "{names:?}");
    let name = Regex::new(r"^\| `([a-z_]+)").unwrap();
    let page = page();
    let listed: BTreeSet<String> = table_under(&page, "Metrics")
        .into_iter()
        .map(|row| name.captures(row).unwrap()[1].to_owned())
        .collect();

    assert_eq!(listed, names, "list it under Metrics in docs/OPERATIONS.md");
    let described: BTreeSet<String> = METRICS.iter().map(|it| it.0.to_owned()).collect();
    assert_eq!(described, names, "list it in gateway::telemetry::METRICS");
}
