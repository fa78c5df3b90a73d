//! `stoa analytics`: the days that reports are made of.

use std::sync::Arc;

use clap::{Args, Subcommand};
use db::{Db, PoolOptions};
use domain::analytics::Analytics;
use domain::tenancy::Tenancy;
use kernel::Caller;
use kernel::config::Secret;
use kernel::ports::{Clock, SystemClock};

use super::{CommandError, env_beside_dev, say};
use crate::app::check_app;

/// The days that reports are made of
#[derive(Debug, Clone, Subcommand)]
pub enum AnalyticsCommand {
    /// Have the worker count all orders again; until it has, the tenant has no reports
    Rebuild(Rebuild),
}

/// What `stoa analytics rebuild` is told.
#[derive(Debug, Clone, Args)]
pub struct Rebuild {
    /// The tenant: its slug or its id; every tenant unless given
    #[arg(long)]
    tenant: Option<String>,
}

impl AnalyticsCommand {
    /// Runs the command with the settings of the environment: `DATABASE_URL`.
    pub async fn run(self) -> Result<(), CommandError> {
        let Self::Rebuild(rebuild) = self;
        let mut env = env_beside_dev();
        let url = env.required("DATABASE_URL", Secret::new(String::new()));
        env.finish()?;
        let db = Db::connect(url.expose(), PoolOptions::default())
            .map_err(|why| CommandError::Unusable(format!("DATABASE_URL: {why}")))?;
        check_app(&db).await.map_err(CommandError::check_failed)?;
        let outcome = rebuild.run(&db).await;
        db.close().await;
        outcome
    }
}

impl Rebuild {
    async fn run(&self, db: &Db) -> Result<(), CommandError> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let tenancy = Tenancy::new(db.clone(), Arc::clone(&clock));
        let failed = |why| CommandError::failed("analytics rebuild", why);
        let tenants = match &self.tenant {
            Some(name) => {
                let found = tenancy.find_tenant(name).await.map_err(failed)?;
                vec![found.ok_or_else(|| {
                    CommandError::Unusable(format!("--tenant: there is no tenant {name}"))
                })?]
            }
            None => tenancy.every_tenant().await.map_err(failed)?,
        };
        let analytics = Analytics::new(db.clone(), clock);
        for &tenant_id in &tenants {
            let asked = analytics.request_rebuild(&Caller::system(tenant_id)).await;
            asked.map_err(|why| CommandError::failed("analytics rebuild", why))?;
        }
        let plural = if tenants.len() == 1 { "" } else { "s" };
        say(&format!(
            "the worker counts the orders of {} tenant{plural} again",
            tenants.len()
        ));
        Ok(())
    }
}
