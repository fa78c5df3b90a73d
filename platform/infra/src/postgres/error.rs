//! Why a local PostgreSQL could not be found, started or stopped. Each message is one line that
//! says what to do.

use std::{io, path::PathBuf};

/// What stands between the caller and a running local server.
#[derive(Debug, thiserror::Error)]
pub enum LocalPostgresError {
    /// No folder with `initdb` and `postgres` was found.
    #[error(
        "PostgreSQL 15 or newer is not installed: run `apt-get install postgresql`, \
         or name the folder of its binaries in STOA_POSTGRES_BIN"
    )]
    NotInstalled,
    /// The folder that was named holds no server, or one that does not run.
    #[error("{} holds no working `postgres` and `initdb`", .0.display())]
    NotAServer(PathBuf),
    /// The server is older than what the migrations need.
    #[error("PostgreSQL {found} in {} is too old: 15 or newer is needed", .folder.display())]
    TooOld {
        /// Where it was found.
        folder: PathBuf,
        /// Its major version.
        found: u32,
    },
    /// The data were written by another major version.
    #[error(
        "the data in {} were written by PostgreSQL {written_by}, and {found} cannot read them: \
         name the older server in STOA_POSTGRES_BIN, or remove the folder",
        .folder.display()
    )]
    OtherVersion {
        /// The data.
        folder: PathBuf,
        /// The version that made them.
        written_by: u32,
        /// The version at hand.
        found: u32,
    },
    /// Somebody else listens where the server was told to listen.
    #[error(
        "port {0} of 127.0.0.1 is taken: stop the program that listens there, or choose another port"
    )]
    PortTaken(u16),
    /// Two owners of one folder would stop each other's server.
    #[error("{} is in use: another Stoa runs from this folder", .0.display())]
    InUse(PathBuf),
    /// The folder belongs to another user, and only root may act for others.
    #[error("{} belongs to user {owner}: start as that user, or remove the folder", .folder.display())]
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// The owner's number.
        owner: u32,
    },
    /// Started by root, and there is nobody less powerful to run the server as.
    #[error(
        "PostgreSQL refuses to run as root, and there is neither a user `postgres` nor `nobody`"
    )]
    NoUnprivilegedUser,
    /// The unprivileged user cannot reach data that already exist.
    #[error(
        "user {user} may not enter {}, which leads to the data: run `chmod o+x` on it, or move the folder",
        .blocked_by.display()
    )]
    Unreachable {
        /// Who runs the server.
        user: String,
        /// The folder that stops them.
        blocked_by: PathBuf,
    },
    /// The data exist but their password is gone.
    #[error("{} is missing, so the data beside it cannot be opened: restore it, or remove the folder", .0.display())]
    PasswordMissing(PathBuf),
    /// `initdb` failed.
    #[error("PostgreSQL could not create its data: {0}")]
    Init(String),
    /// The server ended before it was ready.
    #[error("PostgreSQL did not start: {0}")]
    Start(String),
    /// The server neither ended nor became ready.
    #[error("PostgreSQL was not ready after {seconds} seconds: see {}", .log.display())]
    Slow {
        /// How long we waited.
        seconds: u64,
        /// Its log.
        log: PathBuf,
    },
    /// A server that does not obey.
    #[error("PostgreSQL (process {0}) does not stop")]
    Stubborn(i32),
    /// A file or a program could not be used.
    #[error("cannot {action} {}: {source}", .path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Names the file and the deed in an input or output error.
pub(super) trait Context<T> {
    fn context(self, action: &'static str, path: &std::path::Path)
    -> Result<T, LocalPostgresError>;
}

impl<T> Context<T> for io::Result<T> {
    fn context(
        self,
        action: &'static str,
        path: &std::path::Path,
    ) -> Result<T, LocalPostgresError> {
        self.map_err(|source| LocalPostgresError::Io {
            action,
            path: path.to_owned(),
            source,
        })
    }
}
