//! The commands of the program, one file for each.

pub mod analytics;
pub mod audit;
pub mod healthcheck;
pub mod import;
pub mod keys;
pub mod migrate;
pub mod openapi;
pub mod outbox;
pub mod products;
pub mod search;
pub mod serve;
mod set_aside;
pub mod signals;
pub mod webhooks;
pub mod worker;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use kernel::config::{ConfigError, Env};
use kernel::{Fault, Kind};
use tracing::warn;

use crate::app::{App, BuildError, CheckError};
use crate::dev;

/// The settings for a command that works beside a running installation: those of the environment,
/// or, when that names no database, those that `stoa dev` keeps in its folder.
pub fn env_beside_dev() -> Env {
    let own: BTreeMap<String, String> = std::env::vars().collect();
    if own.contains_key("DATABASE_URL") {
        return Env::of(own);
    }
    let folder = own.get("STOA_DATA_DIR").map_or(".stoa", String::as_str);
    let kept = std::fs::read_to_string(Path::new(folder).join(dev::SETTINGS)).unwrap_or_default();
    let kept = kept
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    Env::of(kept.chain(own))
}

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

    /// The database cannot be worked with.
    pub fn check_failed(why: CheckError) -> Self {
        match why {
            CheckError::Refused(setting, why) => BuildError::Setting(setting, why).into(),
            CheckError::Unreachable(setting, error) => Self::failed(setting, error),
        }
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

/// Refuses to work as a role that could go round row-level security, or on a schema that is older
/// than the program. Waits so long for a database that is away for a moment.
pub async fn check(app: &App, patience: Duration) -> Result<(), CommandError> {
    let until = tokio::time::Instant::now() + patience;
    loop {
        match app.databases.check().await {
            Ok(()) => return Ok(()),
            Err(CheckError::Unreachable(setting, error))
                if error.kind() == Kind::Unavailable && tokio::time::Instant::now() < until =>
            {
                warn!(setting, error = %error, "waiting for the database");
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
            Err(unfit) => return Err(CommandError::check_failed(unfit)),
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
