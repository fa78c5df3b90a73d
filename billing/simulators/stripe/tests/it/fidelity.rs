//! `FIDELITY.md` names a test for each behaviour, and each test exists.

use std::path::Path;

const DOCUMENT: &str = include_str!("../../FIDELITY.md");

#[test]
fn every_test_that_the_document_names_exists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let quoted = DOCUMENT.split('`').skip(1).step_by(2);
    let named: Vec<_> = quoted.filter_map(|name| name.split_once("::")).collect();

    assert!(named.len() > 30, "the document names {} tests", named.len());
    for (module, test) in named {
        let file = folder.join(format!("{module}.rs"));
        let source = std::fs::read_to_string(&file).unwrap_or_default();
        let exists = match test {
            "*" => source.contains("#[tokio::test]"),
            test => source.contains(&format!("async fn {test}()")),
        };
        assert!(exists, "{module}::{test}");
    }
}
