//! The built web shop: a folder with scripts, styles and fonts for browsers, and one script that
//! renders pages on the server.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gateway::kept::Kept;
use poem::http::HeaderValue;
use serde::Deserialize;

const RENDER: &str = "render.js";
const MANIFEST: &str = "shop.json";
/// What browsers may load; each file's name holds a hash of its content.
const ASSETS: &str = "public/assets";

/// Why the folder is no built web shop.
#[derive(Debug, thiserror::Error)]
pub enum BadBundle {
    /// A file cannot be read.
    #[error("{}: {error}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The manifest is not what the build writes.
    #[error("{MANIFEST}: {0}")]
    Manifest(#[from] serde_json::Error),
    /// The manifest names a file that is not there.
    #[error("{MANIFEST} names {0}, which is not in {ASSETS}")]
    Missing(String),
}

/// What a page loads, as the build names it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Manifest {
    /// Path of the script.
    pub(crate) entry: String,
    /// Paths of the style sheets.
    pub(crate) styles: Vec<String>,
    /// Paths of scripts that the entry imports at once.
    #[serde(default)]
    pub(crate) preload: Vec<String>,
}

/// A built web shop, read into memory.
#[derive(Debug, Clone)]
pub struct Bundle {
    pub(crate) render: Arc<str>,
    pub(crate) manifest: Arc<Manifest>,
    assets: Arc<HashMap<String, Kept>>,
}

impl Bundle {
    /// Reads the folder that the build wrote.
    pub fn read(folder: &Path) -> Result<Self, BadBundle> {
        let render = read(&folder.join(RENDER))?;
        let manifest: Manifest = serde_json::from_slice(&read(&folder.join(MANIFEST))?)?;
        let assets = assets(&folder.join(ASSETS))?;
        let named = [&manifest.entry].into_iter();
        for path in named.chain(&manifest.styles).chain(&manifest.preload) {
            if !assets.contains_key(path) {
                return Err(BadBundle::Missing(path.clone()));
            }
        }
        Ok(Self {
            render: String::from_utf8_lossy(&render).into(),
            manifest: Arc::new(manifest),
            assets: Arc::new(assets),
        })
    }

    /// The file that browsers load from `path`.
    pub(crate) fn asset(&self, path: &str) -> Option<&Kept> {
        self.assets.get(path)
    }
}

fn read(path: &Path) -> Result<Vec<u8>, BadBundle> {
    fs::read(path).map_err(|error| unreadable(path, error))
}

fn unreadable(path: &Path, error: std::io::Error) -> BadBundle {
    BadBundle::Unreadable {
        path: path.to_owned(),
        error,
    }
}

fn assets(folder: &Path) -> Result<HashMap<String, Kept>, BadBundle> {
    let mut assets = HashMap::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let (Some(name), Some(kind)) = (name, content_type(&path)) else {
            continue;
        };
        assets.insert(
            format!("/assets/{name}"),
            Kept::new(read(&path)?.into(), kind),
        );
    }
    Ok(assets)
}

fn content_type(path: &Path) -> Option<HeaderValue> {
    let kind = match path.extension()?.to_str()? {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        _ => return None,
    };
    Some(HeaderValue::from_static(kind))
}
