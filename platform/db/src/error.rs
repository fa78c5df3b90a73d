//! What can go wrong between us and Postgres.

use kernel::{Case, Fault};

/// A statement or a connection failed.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Postgres cannot be reached, has no connection left for us, or is shutting down.
    #[error("the database cannot be reached at the moment")]
    Unavailable(#[source] sqlx::Error),
    /// Somebody else held a row for too long, or two transactions stood in each other's way.
    #[error("the same data is being changed by another request")]
    Contended(#[source] sqlx::Error),
    /// A statement took longer than one may: a mistake of ours, and asking again costs as much again.
    #[error("a statement took too long")]
    TimedOut(#[source] sqlx::Error),
    /// A constraint refused the row.
    #[error("the constraint {constraint} refused the row")]
    Refused {
        /// The constraint's name.
        constraint: String,
        /// What Postgres said.
        #[source]
        source: sqlx::Error,
    },
    /// Anything else: a mistake of ours.
    #[error("a statement failed")]
    Failed(#[source] sqlx::Error),
    /// The setting that says where Postgres is cannot be read.
    #[error("not an address such as postgres://role:password@host/database")]
    Address(#[source] sqlx::Error),
    /// A row holds what this version of the program cannot read.
    #[error("a row cannot be read: {0}")]
    Unreadable(String),
}

impl DbError {
    /// A value in a row that has no meaning here.
    pub fn unreadable(what: impl std::fmt::Display) -> Self {
        Self::Unreadable(what.to_string())
    }

    /// The constraint that refused the row, if one did.
    pub fn constraint(&self) -> Option<&str> {
        match self {
            Self::Refused { constraint, .. } => Some(constraint),
            Self::Unavailable(_)
            | Self::Contended(_)
            | Self::TimedOut(_)
            | Self::Failed(_)
            | Self::Address(_)
            | Self::Unreadable(_) => None,
        }
    }
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        let (code, constraint) = match &error {
            sqlx::Error::Database(database) => (
                database.code().unwrap_or_default().into_owned(),
                database.constraint().map(str::to_owned),
            ),
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::BeginFailed => return Self::Unavailable(error),
            sqlx::Error::Configuration(_) => return Self::Address(error),
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                return Self::unreadable(error);
            }
            _ => return Self::Failed(error),
        };
        match (code.as_str(), constraint) {
            (code, Some(constraint)) if code.starts_with("23") => Self::Refused {
                constraint,
                source: error,
            },
            // serialization failure, deadlock, lock not available
            ("40001" | "40P01" | "55P03", _) => Self::Contended(error),
            ("57014", _) => {
                tracing::error!(error = %error, "a statement took too long and was cancelled");
                Self::TimedOut(error)
            }
            // connection exceptions, too many connections, shutdown, recovery, authorisation
            (code, _) if code.starts_with("08") || code.starts_with("28") => {
                Self::Unavailable(error)
            }
            ("53300" | "57P01" | "57P02" | "57P03" | "3D000", _) => Self::Unavailable(error),
            _ => Self::Failed(error),
        }
    }
}

impl DbError {
    /// Case of [`Unavailable`](Self::Unavailable).
    pub const DATABASE_UNAVAILABLE: Case = Case::unavailable("database_unavailable");
    /// Case of [`Contended`](Self::Contended).
    pub const DATABASE_BUSY: Case = Case::unavailable("database_busy");
    /// Case of [`TimedOut`](Self::TimedOut).
    pub const STATEMENT_TIMEOUT: Case = Case::unavailable("statement_timeout");
}

impl Fault for DbError {
    fn case(&self) -> Case {
        match self {
            Self::Unavailable(_) => Self::DATABASE_UNAVAILABLE,
            Self::Contended(_) => Self::DATABASE_BUSY,
            Self::TimedOut(_) => Self::STATEMENT_TIMEOUT,
            Self::Refused { .. } | Self::Failed(_) | Self::Address(_) | Self::Unreadable(_) => {
                Case::INTERNAL
            }
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Unavailable(_) => Some(2),
            Self::Contended(_) => Some(1),
            Self::TimedOut(_)
            | Self::Refused { .. }
            | Self::Failed(_)
            | Self::Address(_)
            | Self::Unreadable(_) => None,
        }
    }
}

/// Turns the refusal of a named constraint into a domain error.
pub trait OnConstraint<T> {
    /// The value, or `refused()` when the constraint `name` refused the row.
    fn on_constraint<E: From<DbError>>(
        self,
        name: &str,
        refused: impl FnOnce() -> E,
    ) -> Result<T, E>;
}

impl<T> OnConstraint<T> for Result<T, DbError> {
    fn on_constraint<E: From<DbError>>(
        self,
        name: &str,
        refused: impl FnOnce() -> E,
    ) -> Result<T, E> {
        self.map_err(|error| {
            if error.constraint() == Some(name) {
                refused()
            } else {
                E::from(error)
            }
        })
    }
}
