//! No circles: in these crates no two files import from each other, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::source::files;

/// Crates without circles, by their folder.
const OPEN: &[&str] = &["billing/simulators/stripe/src/"];

/// What each file imports, by the names of their modules; `""` is the crate.
type Imports = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_file_imports_itself_through_others() {
    for folder in OPEN {
        let circle = circles(imports(folder));
        assert!(circle.is_empty(), "in {folder} these go round: {circle:?}");
    }
}

#[test]
fn imports_are_read_as_they_are_written() {
    let found = imports("billing/simulators/stripe/src/");
    let arrow = |from: &str, to: &str| found[from].contains(to);

    assert!(arrow("sim", "webhooks") && arrow("delivery", "sim"));
    assert!(arrow("objects::create", "objects::confirm") && arrow("rows", "store::table"));
    assert!(arrow("store", "store::journal") && arrow("", "config"));
    assert!(!arrow("webhooks", "sim") && !arrow("objects::payment_intent", "objects::confirm"));
}

#[test]
fn a_circle_is_found_and_what_leads_to_it_is_not_blamed() {
    let arrows = |arrows: &[(&str, &str)]| {
        let mut found = Imports::new();
        for (from, to) in arrows {
            found.entry((*to).to_owned()).or_default();
            let from = found.entry((*from).to_owned()).or_default();
            from.insert((*to).to_owned());
        }
        circles(found).into_keys().collect::<Vec<_>>()
    };
    assert!(arrows(&[("a", "b"), ("b", "c"), ("a", "c")]).is_empty());
    assert_eq!(
        arrows(&[("x", "a"), ("a", "b"), ("b", "a"), ("b", "y")]),
        ["a", "b"]
    );
    assert_eq!(
        flat("{auth, objects::{charge, event as it}, sim::Sim}"),
        ["auth", "objects::charge", "objects::event", "sim::Sim"]
    );
}

/// Leaves what goes round.
fn circles(mut arrows: Imports) -> Imports {
    loop {
        let imported: BTreeSet<String> = arrows.values().flatten().cloned().collect();
        let before = arrows.len();
        arrows.retain(|file, imports| !imports.is_empty() && imported.contains(file));
        let left: BTreeSet<String> = arrows.keys().cloned().collect();
        for imports in arrows.values_mut() {
            imports.retain(|it| left.contains(it));
        }
        if arrows.len() == before && arrows.values().all(|imports| !imports.is_empty()) {
            return arrows;
        }
    }
}

fn imports(folder: &str) -> Imports {
    let import = r"(?m)^\s*(?:pub(?:\(\w+\))? )?use ([^;]+);|\b((?:crate|super)(?:::\w+)+)";
    let import = Regex::new(import).unwrap();
    let files: BTreeMap<String, String> = files(&[".rs"])
        .iter()
        .filter_map(|source| {
            let module = source.path.strip_prefix(folder)?.strip_suffix(".rs")?;
            let module = module.strip_suffix("/mod").unwrap_or(module);
            let module = if module == "lib" { "" } else { module };
            Some((module.replace('/', "::"), source.without_tests().to_owned()))
        })
        .filter(|(module, _)| module != "main")
        .collect();
    files
        .iter()
        .map(|(module, text)| {
            let found = import.captures_iter(text);
            let found = found.flat_map(|it| flat(it.get(1).or(it.get(2)).unwrap().as_str()));
            let found = found.filter_map(|import| resolve(&import, module, &files));
            let found = found.filter(|it| it != module).collect();
            (module.clone(), found)
        })
        .collect()
}

/// The file that a path leads to, if it is one of the crate's.
fn resolve(path: &str, module: &str, files: &BTreeMap<String, String>) -> Option<String> {
    let parent = module.rsplit_once("::").map_or("", |(parent, _)| parent);
    let (first, rest) = path.split_once("::").unwrap_or((path, ""));
    let whole = match first {
        "crate" => rest.to_owned(),
        "self" => format!("{module}::{rest}"),
        "super" => format!("{parent}::{rest}"),
        _ if files.contains_key(format!("{module}::{first}").trim_start_matches("::")) => {
            format!("{module}::{path}")
        }
        _ => return None,
    };
    let mut whole = whole.trim_start_matches("::");
    while !files.contains_key(whole) {
        whole = whole.rsplit_once("::").map_or("", |(above, _)| above);
    }
    Some(whole.to_owned())
}

/// `a::{b, c::D}` as `a::b` and `a::c::D`.
fn flat(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, inside)) = tree.split_once('{') else {
        let path = tree.split_whitespace().next().unwrap_or_default();
        return vec![path.to_owned()];
    };
    let inside = inside.strip_suffix('}').unwrap_or(inside);
    let (mut depth, mut parts) = (0_usize, vec![String::new()]);
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts
        .flat_map(|part| flat(&format!("{before}{}", part.trim())))
        .collect()
}
