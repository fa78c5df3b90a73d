//! Migrations, embedded in the program and applied under a lock.
//!
//! refinery decides what to apply and keeps the history; the statements go through sqlx. Migrations
//! roll forward only. Two programs that migrate at once are safe: the second waits, then finds
//! nothing to do.

use std::time::Duration;

use kernel::chain;
use refinery::Migration;
use refinery_core::traits::r#async::{AsyncMigrate, AsyncQuery, AsyncTransaction};
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::DbError;

mod embedded {
    refinery::embed_migrations!("../../migrations");
}

const LOCK: i64 = 7_243_112;

/// Why the schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A migration failed or the history has another text for it.
    #[error("a migration could not be applied: {0}")]
    Migration(String),
    /// Postgres could not be reached.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Applies what is missing, as `stoa_owner`; tells how many migrations that were.
pub async fn run(owner: &mut PgConnection) -> Result<usize, MigrateError> {
    // Polled, not waited for: a session that blocks in `pg_advisory_lock` holds a snapshot, and
    // `create index concurrently` in the other one waits for that snapshot for ever.
    while !sqlx::query_scalar::<_, bool>("select pg_try_advisory_lock($1)")
        .bind(LOCK)
        .fetch_one(&mut *owner)
        .await
        .map_err(DbError::from)?
    {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let report = embedded::migrations::runner()
        .run_async(&mut Session(owner))
        .await;
    sqlx::query("select pg_advisory_unlock($1)")
        .bind(LOCK)
        .execute(&mut *owner)
        .await
        .map_err(DbError::from)?;
    match report {
        Ok(report) => Ok(report.applied_migrations().len()),
        Err(error) => Err(MigrateError::Migration(chain(&error))),
    }
}

/// The versions of all embedded migrations.
pub fn versions() -> Vec<i32> {
    let runner = embedded::migrations::runner();
    runner
        .get_migrations()
        .iter()
        .map(Migration::version)
        .collect()
}

/// A digest of every migration's name and text: what a template of the schema is known by.
pub fn fingerprint() -> String {
    use sha2::Digest;
    let mut digest = sha2::Sha256::new();
    let mut migrations = embedded::migrations::runner().get_migrations().clone();
    migrations.sort();
    for migration in &migrations {
        digest.update(migration.to_string());
        digest.update(migration.sql().unwrap_or_default());
    }
    hex::encode(digest.finalize()).chars().take(16).collect()
}

struct Session<'c>(&'c mut PgConnection);

impl AsyncTransaction for Session<'_> {
    type Error = sqlx::Error;

    async fn execute<'a, T: Iterator<Item = &'a str> + Send + 'a>(
        &'a mut self,
        queries: T,
    ) -> Result<usize, sqlx::Error> {
        let queries: Vec<String> = queries.map(str::to_owned).collect();
        let mut tx = self.0.begin().await?;
        let count = queries.len();
        for query in queries {
            sqlx::raw_sql(AssertSqlSafe(query))
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        Ok(count)
    }
}

impl AsyncQuery<Vec<Migration>> for Session<'_> {
    async fn query<'a>(&'a mut self, query: &'a str) -> Result<Vec<Migration>, sqlx::Error> {
        let rows = sqlx::raw_sql(AssertSqlSafe(query.to_owned()))
            .fetch_all(&mut *self.0)
            .await?;
        rows.iter()
            .map(|row| {
                let unreadable = |why: String| sqlx::Error::Decode(why.into());
                let applied_on: String = row.try_get(2)?;
                let checksum: String = row.try_get(3)?;
                Ok(Migration::applied(
                    row.try_get(0)?,
                    row.try_get(1)?,
                    OffsetDateTime::parse(&applied_on, &Rfc3339)
                        .map_err(|why| unreadable(why.to_string()))?,
                    checksum.parse().map_err(|_| unreadable(checksum.clone()))?,
                ))
            })
            .collect()
    }
}

impl AsyncMigrate for Session<'_> {}
