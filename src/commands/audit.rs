//! `stoa audit`: the record of who changed what.

use std::sync::Arc;

use clap::{Args, Subcommand};
use db::{Db, DbError, PoolOptions};
use domain::audit::Audit;
use domain::tenancy::Tenancy;
use kernel::ids::TenantId;
use kernel::ports::SystemClock;
use uuid::Uuid;

use super::{CommandError, env_beside_dev, say};
use crate::app::check_app;
use crate::settings;

/// The record of who changed what
#[derive(Debug, Clone, Subcommand)]
pub enum AuditCommand {
    /// Compute every hash again, and tell where a chain was edited, shortened or added to
    Verify(Verify),
}

/// Whose chains. The command ends with 3 when one is broken.
#[derive(Debug, Clone, Args)]
pub struct Verify {
    /// Only this tenant's: its slug or its id
    #[arg(long)]
    tenant: Option<String>,
}

impl AuditCommand {
    /// Runs the command with the setting `DATABASE_URL` of the environment.
    pub async fn run(self) -> Result<(), CommandError> {
        let Self::Verify(verify) = self;
        let mut env = env_beside_dev();
        let url = settings::app_url(&mut env);
        env.finish()?;
        let unusable = |why: DbError| CommandError::Unusable(format!("DATABASE_URL: {why}"));
        let db = Db::connect(url.expose(), PoolOptions::default()).map_err(unusable)?;
        check_app(&db).await.map_err(CommandError::check_failed)?;
        let outcome = verify.run(&db).await;
        db.close().await;
        outcome
    }
}

impl Verify {
    async fn run(&self, db: &Db) -> Result<(), CommandError> {
        let audit = Audit::new(db.clone());
        let mut broken = Vec::new();
        if let Some(name) = &self.tenant {
            let tenancy = Tenancy::new(db.clone(), Arc::new(SystemClock));
            let found = tenancy.find_tenant(name).await;
            let found = found.map_err(|why| CommandError::failed("--tenant", why))?;
            let unknown = || CommandError::Unusable(format!("--tenant: there is no tenant {name}"));
            let tenant_id = found.ok_or_else(unknown)?;
            broken.extend(of_one(&audit, tenant_id, name).await?);
        } else {
            let mut after = TenantId::from_uuid(Uuid::nil());
            loop {
                let tenants = audit.tenants(after).await;
                let tenants = tenants.map_err(|why| CommandError::failed("audit verify", why))?;
                let Some(&(last, _)) = tenants.last() else {
                    break;
                };
                for (tenant_id, slug) in tenants {
                    broken.extend(of_one(&audit, tenant_id, &slug).await?);
                }
                after = last;
            }
        }
        if broken.is_empty() {
            Ok(())
        } else {
            Err(CommandError::Incomplete(broken.join("\n")))
        }
    }
}

/// Tells of a chain that holds; gives back the line about one that does not.
async fn of_one(
    audit: &Audit,
    tenant_id: TenantId,
    name: &str,
) -> Result<Option<String>, CommandError> {
    let found = audit.verify(tenant_id).await;
    let found = found.map_err(|why| CommandError::failed("audit verify", why))?;
    let Some(broken) = found.broken else {
        let hash = hex::encode(&found.hash);
        say(format!("{name}: {} entries hold {hash}", found.entries).trim_end());
        return Ok(None);
    };
    Ok(Some(format!("{name}: {broken}")))
}
