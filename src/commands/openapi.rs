//! `stoa openapi`: writes the document that describes the API.

use std::path::{Path, PathBuf};

use super::{CommandError, say};
use crate::api;

/// What `stoa openapi` is told on the command line.
#[derive(Debug, Clone, clap::Args)]
pub struct OpenApi {
    /// Change nothing; fail when the file differs from the code
    #[arg(long)]
    pub check: bool,
    /// The file
    #[arg(long, default_value = "openapi/stoa.json")]
    pub file: PathBuf,
}

impl OpenApi {
    /// Writes the document, or compares it.
    pub fn run(&self) -> Result<(), CommandError> {
        let file = self.file.display();
        let document = api::document().map_err(|why| CommandError::failed("openapi", why))?;
        if self.check {
            let written = std::fs::read(&self.file)
                .map_err(|why| CommandError::failed(&file.to_string(), why))?;
            return if written == *document.json() {
                Ok(())
            } else {
                Err(CommandError::Failed(format!(
                    "{file} differs from the code; run `make gen`"
                )))
            };
        }
        let folder = self.file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&self.file, document.json()))
            .map_err(|why| CommandError::failed(&file.to_string(), why))?;
        say(&format!("{file} written"));
        Ok(())
    }
}
