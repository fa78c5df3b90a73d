//! `stoa tenant restore`: one tenant out of a backup, without touching another.

use clap::Args;
use db::restore::{RestoreError, RestoreOptions, Restored, restore_tenant};
use kernel::config::{Env, Secret};
use serde_json::{Map, Value, json};
use sqlx::{Connection, PgConnection};

use crate::commands::{CommandError, env_beside_dev, say};
use crate::settings;

/// What `stoa tenant restore` is told. It works as `stoa_owner`, with `DATABASE_OWNER_URL`.
#[derive(Debug, Clone, Args)]
pub struct RestoreTenant {
    /// The address of the database that the backup was restored into, as its owner
    #[arg(long, env = "STOA_RESTORE_FROM", hide_env_values = true)]
    from: Secret<String>,
    /// The tenant, by the first part of its host
    #[arg(long = "tenant", value_name = "SLUG")]
    slug: String,
    /// Remove the rows that the tenant has
    #[arg(long)]
    replace: bool,
    /// Do everything and keep nothing
    #[arg(long)]
    dry_run: bool,
}

impl RestoreTenant {
    /// Restores the tenant, all of it or nothing.
    pub async fn run(self) -> Result<(), CommandError> {
        let from = ("STOA_RESTORE_FROM".to_owned(), self.from.expose().clone());
        let mut from = Env::of([from]);
        let backup = settings::backup_url(&mut from);
        from.finish()?;
        let mut env = env_beside_dev();
        let owner = settings::owner_url(&mut env);
        env.finish()?;
        let mut backup = connect("STOA_RESTORE_FROM", &backup).await?;
        let mut owner = connect("DATABASE_OWNER_URL", &owner).await?;
        let options = RestoreOptions {
            replaces: self.replace,
            is_trial: self.dry_run,
        };
        let restored = restore_tenant(&mut backup, &mut owner, &self.slug, options)
            .await
            .map_err(refused)?;
        say(&format!("{:#}", self.told(&restored)));
        Ok(())
    }

    fn told(&self, restored: &Restored) -> Value {
        let tables: Map<String, Value> = restored
            .tables
            .iter()
            .map(|(name, table)| {
                let told = json!({"removed": table.removed, "restored": table.restored});
                (name.clone(), told)
            })
            .collect();
        json!({
            "id": restored.tenant_id.to_string(),
            "slug": self.slug,
            "dry_run": self.dry_run,
            "tables": tables,
        })
    }
}

async fn connect(setting: &str, url: &Secret<String>) -> Result<PgConnection, CommandError> {
    PgConnection::connect(url.expose())
        .await
        .map_err(|why| CommandError::failed(setting, why))
}

/// What somebody must decide or do first ends with 2; what may pass with 1.
fn refused(error: RestoreError) -> CommandError {
    match error {
        RestoreError::Db(_)
        | RestoreError::Busy
        | RestoreError::Differs { .. }
        | RestoreError::Unbalanced
        | RestoreError::Circle(_) => CommandError::failed("tenant restore", error),
        other => CommandError::Unusable(format!("tenant restore: {other}")),
    }
}
