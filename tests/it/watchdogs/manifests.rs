//! What crates depend on: each library is named in the code of the crate that asks for it.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::source::{Source, files, root};

/// The libraries of each section of a manifest whose name ends with `dependencies`.
fn sections(manifest: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut section = String::new();
    for line in manifest.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']').to_owned();
        } else if section.ends_with("dependencies")
            && line.starts_with(|first: char| first.is_ascii_lowercase())
        {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            found.entry(section.clone()).or_default().push(name.into());
        }
    }
    found
}

/// What code calls a library; Stripe's are named otherwise than their packages.
fn name_in_code(package: &str) -> String {
    package.trim_start_matches("async-").replace('-', "_")
}

fn names(text: &str, package: &str) -> bool {
    let names = [package.replace('-', "_"), name_in_code(package)].join("|");
    let path = format!(r"\b({names})\b(::|!|;| as |\{{)");
    Regex::new(&path).unwrap().is_match(text)
}

/// The code in these folders of a crate.
fn code(sources: &[Source], folder: &str, rooms: &[&str]) -> String {
    let prefix = match folder {
        "." => String::new(),
        folder => format!("{folder}/"),
    };
    let is_here = |source: &&Source| {
        let rest = source.path.strip_prefix(&prefix);
        rest.is_some_and(|rest| rooms.iter().any(|room| rest.starts_with(room)))
    };
    let here = sources.iter().filter(is_here);
    here.map(|source| source.text.as_str()).collect()
}

#[test]
fn every_library_that_a_crate_asks_for_is_used_by_it() {
    let sources = files(&[".rs"]);
    let manifests = files(&["Cargo.toml"]);
    let mut unused = Vec::new();
    let mut asked_for = BTreeSet::new();
    for manifest in &manifests {
        // What integrators use has its own list of libraries.
        if manifest.path.starts_with("clients/") {
            continue;
        }
        let folder = manifest
            .path
            .rsplit_once('/')
            .map_or(".", |(folder, _)| folder);
        for (section, packages) in sections(&manifest.text) {
            let rooms: &[&str] = match section.as_str() {
                "workspace.dependencies" => continue,
                "dependencies" => &["src/"],
                "build-dependencies" => &["build.rs"],
                _ => &["src/", "tests/", "benches/"],
            };
            let text = code(&sources, folder, rooms);
            for package in packages {
                if !names(&text, &package) {
                    unused.push(format!("{}: {section}: {package}", manifest.path));
                }
                asked_for.insert(package);
            }
        }
    }
    assert!(unused.is_empty(), "nobody uses {unused:#?}");
    let workspace = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let offered = sections(&workspace).remove("workspace.dependencies");
    let offered = offered.unwrap().into_iter();
    let idle: Vec<_> = offered.filter(|it| !asked_for.contains(it)).collect();
    assert!(idle.is_empty(), "no crate asks for {idle:?}");
}
