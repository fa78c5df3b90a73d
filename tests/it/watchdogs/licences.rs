//! What the program is built from: licences that allow it to be shipped, and no second TLS.
//!
//! `cargo deny` knows more, and has to be built for minutes on each new machine; this runs with every test.

use std::process::Command;

use serde_json::Value;

use super::source::root;

/// Licences whose terms are kept by naming the authors, which the list of components does, or that have none. MPL
/// asks for changes of its files, and none is changed.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "MPL-2.0+",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// TLS is rustls on ring, everywhere.
const BANNED: &[&str] = &[
    "aws-lc-rs",
    "aws-lc-sys",
    "native-tls",
    "openssl",
    "openssl-sys",
];

/// Whether an SPDX expression can be kept: of alternatives one is enough.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    alternatives(&expression).iter().any(|one| {
        let parts = split(one, " AND ");
        parts.iter().all(|part| {
            let part = part.trim();
            match part.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
                Some(inner) => is_allowed(inner),
                None => ALLOWED.contains(&part),
            }
        })
    })
}

fn alternatives(expression: &str) -> Vec<String> {
    split(expression, " OR ")
}

/// Splits outside parentheses.
fn split(expression: &str, at: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for part in expression.split(at) {
        let last = found.last_mut().unwrap();
        let is_open = last.matches('(').count() > last.matches(')').count();
        if is_open {
            last.push_str(at);
        } else if !last.is_empty() {
            found.push(String::new());
        }
        found.last_mut().unwrap().push_str(part);
    }
    found
}

#[test]
fn every_library_may_be_shipped() {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        metadata.status.success(),
        "{}",
        String::from_utf8_lossy(&metadata.stderr)
    );
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 300, "only {} packages", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| {
            let is_banned = BANNED.contains(&package["name"].as_str().unwrap());
            is_banned || !is_allowed(package["license"].as_str().unwrap_or_default())
        })
        .map(|package| {
            format!(
                "{} {}: {}",
                package["name"], package["version"], package["license"]
            )
        })
        .collect();
    assert!(refused.is_empty(), "these may not be shipped: {refused:#?}");
}

#[test]
fn of_licences_one_alternative_is_enough_and_every_part_is_needed() {
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("", false),
        ("GPL-3.0 OR MIT", true),
        ("MIT/GPL-3.0", true),
        ("MIT AND GPL-3.0", false),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
        ("(GPL-2.0 OR GPL-3.0) AND MIT", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
    ] {
        assert_eq!(is_allowed(expression), expected, "{expression}");
    }
}
