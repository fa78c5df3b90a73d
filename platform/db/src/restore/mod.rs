//! One tenant, from a backup that was restored into a database of its own, into the one that is used.
//!
//! The rows are exchanged in one transaction of the owner: all of it or nothing. Row-level security is
//! what keeps the other tenants' rows out of its reach, since the owner sees no rows but those of
//! policies that are made for this one tenant and removed at the end. They let it see no more than that
//! while they are there, and a run that was killed leaves them to the next one to remove. The tables
//! are not locked meanwhile, but for the ledger's while its rows are exchanged, which happens last.
//!
//! Which tables there are, and in which order they are filled, is read from the catalogue of Postgres: a
//! table of a later migration is restored without a change here.

mod catalogue;
mod error;
mod ledger;
mod rows;

use std::collections::BTreeMap;

use kernel::ids::TenantId;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use uuid::Uuid;

pub use error::RestoreError;

use catalogue::Catalogue;

/// What is not brought back: it would do again what was done since, or let somebody in again.
pub const LEFT_OUT: [&str; 13] = [
    // Messages: e-mails and calls of the provider that have been made since.
    "outbox",
    "inbox",
    // Tokens that were used or taken back since. Shoppers sign in again.
    "sessions",
    "refresh_tokens",
    "signups",
    "signup_requests",
    "signup_links",
    "password_resets",
    "reset_links",
    "email_changes",
    "email_change_links",
    "mail_slots",
    // Documents of what products were; `stoa products rebuild` puts those of what they are.
    "product_documents",
];

/// How a tenant is restored.
#[derive(Debug, Clone, Copy, Default)]
pub struct RestoreOptions {
    /// Removes the rows that the tenant has; otherwise it must have none.
    pub replaces: bool,
    /// Does everything and keeps nothing.
    pub is_trial: bool,
}

/// What happened to a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RestoredTable {
    /// Rows of the tenant that were there.
    pub removed: i64,
    /// Rows that came from the backup.
    pub restored: i64,
}

/// What was done.
#[derive(Debug, Clone)]
pub struct Restored {
    /// The tenant.
    pub tenant_id: TenantId,
    /// Every table that has rows of it, here or in the backup.
    pub tables: BTreeMap<String, RestoredTable>,
}

/// Restores the tenant `slug` from the database `backup` into `target`, both as `stoa_owner`. Both
/// databases must have the same migrations.
pub async fn restore_tenant(
    backup: &mut PgConnection,
    target: &mut PgConnection,
    slug: &str,
    options: RestoreOptions,
) -> Result<Restored, RestoreError> {
    catalogue::are_alike(backup, target).await?;
    let tenant_id = catalogue::tenant(backup, slug)
        .await?
        .ok_or_else(|| RestoreError::NoTenant(slug.to_owned()))?;
    if let Some(here) = catalogue::tenant(target, slug).await?
        && here != tenant_id
    {
        return Err(RestoreError::OtherTenant(slug.to_owned()));
    }
    catalogue::claim(target).await?;
    let catalogue = Catalogue::read(target).await?;
    // What a run that was killed has left.
    catalogue::forget(target).await?;
    let exchanged = match catalogue::show(target, &catalogue.all, tenant_id).await {
        Ok(()) => exchange(backup, target, &catalogue, tenant_id, options).await,
        Err(error) => Err(error),
    };
    let forgotten = catalogue::forget(target).await;
    let tables = exchanged?;
    forgotten?;
    Ok(Restored {
        tenant_id: TenantId::from_uuid(tenant_id),
        tables,
    })
}

async fn exchange(
    backup: &mut PgConnection,
    target: &mut PgConnection,
    catalogue: &Catalogue,
    tenant_id: Uuid,
    options: RestoreOptions,
) -> Result<BTreeMap<String, RestoredTable>, RestoreError> {
    let mut target = target.begin().await?;
    let mut backup = backup.begin().await?;
    catalogue::show(&mut backup, &catalogue.all, tenant_id).await?;
    rows::bring(&mut backup, &mut target, catalogue, tenant_id).await?;
    backup.rollback().await?;
    let tables = rows::exchange(&mut target, catalogue, tenant_id, options.replaces).await?;
    ledger::check(&mut target, tenant_id).await?;
    // A trial finds what a commit would find.
    run(&mut target, "set constraints all immediate".to_owned()).await?;
    if options.is_trial {
        target.rollback().await?;
    } else {
        target.commit().await?;
    }
    Ok(tables)
}

/// Runs a statement that is put together from names of the catalogue and a typed id.
async fn run(conn: &mut PgConnection, statement: String) -> Result<u64, RestoreError> {
    let done = sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}

/// A number that a statement without parameters gives.
async fn number(conn: &mut PgConnection, statement: String) -> Result<i64, RestoreError> {
    let number = sqlx::query_scalar(AssertSqlSafe(statement));
    Ok(number.fetch_one(conn).await?)
}
