//! The transaction without a tenant.

use sqlx::{PgConnection, Postgres, Transaction};
use time::OffsetDateTime;

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
        Ok(self.schema().await?.check())
    }

    /// Which migrations were applied, beside those of this program.
    pub async fn schema(&mut self) -> Result<Schema, DbError> {
        let is_visible: bool = sqlx::query_scalar(
            "select coalesce(
               has_table_privilege(to_regclass('refinery_schema_history'), 'select'), false)",
        )
        .fetch_one(self.conn())
        .await?;
        // None before the first migration, or before the one that lets this role see it.
        let applied: Vec<i32> = if is_visible {
            sqlx::query_scalar("select version from refinery_schema_history")
                .fetch_all(self.conn())
                .await?
        } else {
            Vec::new()
        };
        Ok(Schema::of(&applied, migrate::versions()))
    }

    /// What time it is for the database.
    pub async fn clock(&mut self) -> Result<OffsetDateTime, DbError> {
        let now = sqlx::query_scalar("select clock_timestamp()");
        Ok(now.fetch_one(self.conn()).await?)
    }
}

/// The migrations of a database, beside those of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// The last one that was applied; none before the first.
    pub applied: Option<i32>,
    /// The last one that this program has.
    pub newest: i32,
    /// Those of this program that were not applied, in their order.
    pub missing: Vec<i32>,
}

impl Schema {
    fn of(applied: &[i32], mut embedded: Vec<i32>) -> Self {
        embedded.sort_unstable();
        Self {
            applied: applied.iter().copied().max(),
            newest: embedded.last().copied().unwrap_or(0),
            missing: embedded
                .into_iter()
                .filter(|version| !applied.contains(version))
                .collect(),
        }
    }

    /// What keeps this program from working on it, in one line.
    pub fn check(&self) -> Result<(), String> {
        match (self.applied, self.missing.as_slice()) {
            (Some(_), []) => Ok(()),
            (None, _) => Err("the schema is not there yet: run stoa migrate".to_owned()),
            (Some(version), _) if version < self.newest => Err(format!(
                "the schema has version {version} and should have {}: run stoa migrate",
                self.newest
            )),
            (Some(_), [one, ..]) => Err(format!(
                "the schema lacks version {one}, though later ones were applied: run stoa migrate"
            )),
        }
    }

    /// Whether the schema is that of a later release.
    pub fn is_ahead(&self) -> bool {
        self.applied.is_some_and(|version| version > self.newest)
    }
}
