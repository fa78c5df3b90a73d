//! The transaction without a tenant.

use sqlx::{PgConnection, Postgres, Transaction};

use crate::{DbError, migrate};

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

    /// What is wrong with the schema, in one line: a program that is newer than the schema cannot
    /// work. The other way round it can, because migrations keep the version before working.
    pub async fn check_schema(&mut self) -> Result<Result<(), String>, DbError> {
        let newest = migrate::newest();
        let applied = self.schema_version().await?;
        Ok(match applied {
            Some(version) if version >= newest => Ok(()),
            Some(version) => Err(format!(
                "the schema has version {version} and should have {newest}: run stoa migrate"
            )),
            None => Err("the schema is not there yet: run stoa migrate".to_owned()),
        })
    }

    /// The last migration that was applied; none before the first, or before the one that lets this
    /// role see it.
    async fn schema_version(&mut self) -> Result<Option<i32>, DbError> {
        let is_visible: bool = sqlx::query_scalar(
            "select coalesce(
               has_table_privilege(to_regclass('refinery_schema_history'), 'select'), false)",
        )
        .fetch_one(self.conn())
        .await?;
        if !is_visible {
            return Ok(None);
        }
        let last = sqlx::query_scalar("select max(version) from refinery_schema_history");
        Ok(last.fetch_one(self.conn()).await?)
    }
}
