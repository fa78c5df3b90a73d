//! Why `stoa dev` cannot go on, each in one line that says what to do.

use std::io;
use std::path::{Path, PathBuf};

use db::bootstrap::BootstrapError;
use domain::identity::IdentityError;
use domain::tenancy::TenancyError;
use infra::postgres::LocalPostgresError;
use kernel::chain;

/// Why `stoa dev` cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum DevError {
    /// This program is for real shops.
    #[error(
        "this program was built without the demo stores: build it with `cargo build --features demo`"
    )]
    NoDemo,
    /// Two of them would use one database and one set of ports.
    #[error("another `stoa dev` runs from {}", .0.display())]
    AlreadyRunning(PathBuf),
    /// Somebody else listens where a part must listen.
    #[error(
        "port {port} of 127.0.0.1 is taken: stop the program that listens there, \
         or choose another port with {option}"
    )]
    PortTaken {
        /// The port.
        port: u16,
        /// The option that chooses another.
        option: &'static str,
    },
    /// The database server could not be started.
    #[error("{0}")]
    Postgres(#[from] LocalPostgresError),
    /// The database could not be made or migrated.
    #[error("the database could not be prepared: {}", chain(.0))]
    Database(#[from] BootstrapError),
    /// The simulator's program is not where it is built.
    #[error("{} is missing: run `cargo build --package stripe-sim`", .0.display())]
    NoSimulator(PathBuf),
    /// The simulator ended or did not say that it is ready.
    #[error("the Stripe simulator did not start: {why} (see {})", .log.display())]
    Simulator {
        /// What it said.
        why: String,
        /// All that it said.
        log: PathBuf,
    },
    /// What was kept of an earlier start cannot be used.
    #[error("{} cannot be used: {why}; remove {} to begin anew", .path.display(), .folder.display())]
    Kept {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
        /// What to remove.
        folder: PathBuf,
    },
    /// The operator's account could not be made.
    #[error("the operator's account could not be made: {}", chain(.0))]
    Operator(#[from] IdentityError),
    /// A demo tenant could not be made.
    #[error("the demo tenant {slug} could not be made: {}", chain(.source))]
    Tenant {
        /// Its slug.
        slug: String,
        /// Why.
        #[source]
        source: TenancyError,
    },
    /// The rest of the program could not be started.
    #[error("{0}")]
    Start(String),
    /// A file or a program could not be used.
    #[error("cannot {action} {}: {source}", .path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// Names the file and the deed in an input or output error.
pub(super) trait Doing<T> {
    fn doing(self, action: &'static str, path: &Path) -> Result<T, DevError>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, action: &'static str, path: &Path) -> Result<T, DevError> {
        self.map_err(|source| DevError::Io {
            action,
            path: path.to_owned(),
            source,
        })
    }
}
