//! The commands of the program, one file for each.

pub mod import;
pub mod migrate;
pub mod openapi;
pub mod serve;
pub mod worker;

use std::io::Write;
use std::process::ExitCode;

use kernel::config::ConfigError;

use crate::app::BuildError;

/// Why a command ended early.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The settings cannot be used; nothing was started.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// One setting turned out to be wrong when it was used.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// What the command was told to work on cannot be used; nothing was done.
    #[error("{0}")]
    Unusable(String),
    /// The command did its work, but for some parts that it has told.
    #[error("{0}")]
    Incomplete(String),
    /// Anything else that ends a command, as one line.
    #[error("{0}")]
    Failed(String),
}

impl CommandError {
    /// A failure, with all its causes in one line.
    pub fn failed(what: &str, why: impl Into<anyhow::Error>) -> Self {
        Self::Failed(format!("{what}: {:#}", why.into()))
    }

    /// 2 for what the person who started the program must change, 3 for what was done in part, 1
    /// for everything else.
    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Config(_) | Self::Build(BuildError::Setting(..)) | Self::Unusable(_) => {
                ExitCode::from(2)
            }
            Self::Incomplete(_) => ExitCode::from(3),
            Self::Build(_) | Self::Failed(_) => ExitCode::FAILURE,
        }
    }
}

/// Tells how a command ended, to the person and to the shell.
pub fn report(outcome: Result<(), CommandError>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody reads it when standard error is closed.
            let _ = writeln!(std::io::stderr(), "{error}");
            error.exit_code()
        }
    }
}

/// Writes lines for whoever started the command.
pub fn say(text: &str) {
    // Nobody reads it when standard output is closed.
    let _ = writeln!(std::io::stdout(), "{text}");
}
