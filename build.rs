//! Puts the demo catalogues into the program, so that `stoa dev` works wherever it is built to. Without the feature `demo` there
//! are none: what serves real shops carries no pictures of invented ones.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("demo_files.rs");
    if std::env::var_os("CARGO_FEATURE_DEMO").is_none() {
        return fs::write(out, "&[]\n");
    }
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let demo = folder.join("demo");
    writeln_cargo(&format!("cargo::rerun-if-changed={}", demo.display()))?;
    let mut files = Vec::new();
    for brand in folders(&demo)? {
        for file in ["brand.json", "products.csv"] {
            files.push(brand.join(file));
        }
        let mut media: Vec<PathBuf> = fs::read_dir(brand.join("media"))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<_>>()?;
        media.sort();
        files.extend(media);
    }
    let mut list = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(&demo).map_err(io::Error::other)?;
        let (name, file) = (name.display().to_string(), file.display().to_string());
        writeln!(list, "    ({name:?}, include_bytes!({file:?})),").map_err(io::Error::other)?;
    }
    list.push_str("]\n");
    fs::write(out, list)
}

/// The folders that hold a brand, sorted.
fn folders(demo: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(demo)? {
        let path = entry?.path();
        if path.join("brand.json").exists() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Cargo listens to the output of this program.
fn writeln_cargo(line: &str) -> io::Result<()> {
    use io::Write;
    writeln!(io::stdout(), "{line}")
}
