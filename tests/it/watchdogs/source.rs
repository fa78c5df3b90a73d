//! The repository's own files, for the watchdogs to read.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// A file of the repository.
pub(crate) struct Source {
    /// Relative to the root, with `/`.
    pub(crate) path: String,
    /// What is in it.
    pub(crate) text: String,
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Every file whose name ends with one of `endings`, sorted by path.
pub(crate) fn files(endings: &[&str]) -> Vec<Source> {
    // `generated`: the parts of the clients that nobody writes or reads by hand.
    let skipped = [
        "target",
        ".git",
        ".stoa",
        "node_modules",
        "vendor",
        "generated",
    ];
    let mut found: Vec<Source> = WalkDir::new(root())
        .into_iter()
        .filter_entry(|entry| !skipped.contains(&entry.file_name().to_string_lossy().as_ref()))
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| {
            endings
                .iter()
                .any(|end| entry.file_name().to_string_lossy().ends_with(end))
        })
        .filter_map(|entry| {
            let path = entry
                .path()
                .strip_prefix(root())
                .ok()?
                .to_string_lossy()
                .replace('\\', "/");
            let text = std::fs::read_to_string(entry.path()).ok()?;
            Some(Source { path, text })
        })
        .collect();
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no file ends with {endings:?}");
    found
}

impl Source {
    /// Whether the file is a test.
    pub(crate) fn is_test(&self) -> bool {
        ["/tests/", "/benches/"]
            .iter()
            .any(|room| format!("/{}", self.path).contains(room))
    }

    /// The text before the unit tests at the end of the file.
    pub(crate) fn without_tests(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }
}
