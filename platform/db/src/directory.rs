//! The transaction without a tenant.

use sqlx::{PgConnection, Postgres, Transaction};

/// A transaction without a tenant. Tenant tables are empty in it; what it can read is the global
/// tables that lead from a host, a key or an e-mail address to a tenant.
#[must_use = "dropping a transaction rolls it back"]
#[derive(Debug)]
pub struct DirectoryTx {
    pub(crate) tx: Transaction<'static, Postgres>,
}

impl DirectoryTx {
    /// The connection, to run a statement on.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.tx
    }
}
