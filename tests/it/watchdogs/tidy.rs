//! Small files, honest names, nothing left lying about.

use regex::Regex;

use super::source::files;

const MAX_LINES: usize = 400;

#[test]
fn files_are_small() {
    for source in files(&[".rs", ".sql", ".sh", ".py", ".ftl"]) {
        let lines = source.text.lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines", source.path);
    }
}

#[test]
fn files_are_named_after_what_is_in_them() {
    let banned = [
        "utils", "util", "helpers", "helper", "common", "misc", "stuff", "manager",
    ];
    for source in files(&[".rs"]) {
        let stem = source
            .path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs");
        assert!(
            !banned.contains(&stem),
            "{} says nothing about what is in it",
            source.path
        );
    }
}

#[test]
fn types_do_not_hide_behind_empty_words() {
    let banned =
        Regex::new(r"\b(?:struct|enum|trait) (\w*(?:Manager|Helper|Utils|Impl|Info|Processor))\b")
            .unwrap();
    for source in files(&[".rs"]) {
        if let Some(found) = banned.captures(&source.text) {
            panic!("{}: {} does not say what it is", source.path, &found[1]);
        }
    }
}

#[test]
fn every_file_says_first_what_it_is() {
    for source in files(&[".rs"]) {
        assert!(
            source.text.starts_with("//! "),
            "{} does not begin with //!",
            source.path
        );
    }
}

#[test]
fn nothing_is_left_for_later() {
    // Written so that this file does not find itself.
    let left = Regex::new(&["TO", "DO|FIX", "ME|todo", r"!\(|unimplemented", r"!\("].concat());
    let left = left.unwrap();
    for source in files(&[".rs", ".sql", ".md", ".sh", ".toml"]) {
        if let Some(found) = left.find(&source.text) {
            panic!("{} leaves {:?} behind", source.path, found.as_str());
        }
    }
}

/// Connections plan every statement once, for whatever its values may be: not keeping one is not enough to have it
/// planned for its own.
#[test]
fn what_is_not_kept_is_planned_anew() {
    for source in files(&[".rs"]) {
        if source.is_test() {
            continue;
        }
        let count = |text: &str| source.text.matches(text).count();
        assert_eq!(
            count(".persistent(false)"),
            count(".planning_anew()"),
            "{}",
            source.path
        );
    }
}
