//! Why a tenant was not restored; nothing was changed then.

use crate::DbError;

/// Why a tenant was not restored; nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// Both addresses lead to one database.
    #[error("the backup's address leads to the database that is to be restored into")]
    SameDatabase,
    /// One restore at a time.
    #[error("another tenant is being restored")]
    Busy,
    /// Rows of one would not fit into the other.
    #[error(
        "the backup's schema has version {backup} and this one {here}: run stoa migrate on the older"
    )]
    OtherSchema {
        /// The backup's last migration.
        backup: i32,
        /// The last migration here.
        here: i32,
    },
    /// The backup does not have the tenant.
    #[error("the backup has no tenant {0}")]
    NoTenant(String),
    /// Somebody else has the name by now.
    #[error("{0} is another tenant here than in the backup")]
    OtherTenant(String),
    /// The tenant is there.
    #[error("the tenant has rows here, such as in {0}: give --replace to remove them first")]
    HasRows(String),
    /// A host, a key or an e-mail address of the tenant belongs to somebody else by now.
    #[error("{table}: what the backup has belongs to somebody else by now ({constraint})")]
    Taken {
        /// The table.
        table: String,
        /// The constraint that refused the row.
        constraint: String,
    },
    /// Tables that refer to each other in a circle can be filled in no order.
    #[error("the tables {0} refer to each other in a circle")]
    Circle(String),
    /// What was written is not what the backup has.
    #[error("{table} has {here} rows of the tenant afterwards, and the backup {backup}")]
    Differs {
        /// The table.
        table: String,
        /// Rows here.
        here: i64,
        /// Rows of the backup.
        backup: i64,
    },
    /// The ledger would not add up.
    #[error("the ledger's sum would not be zero")]
    Unbalanced,
    /// A statement failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<sqlx::Error> for RestoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Db(error.into())
    }
}
