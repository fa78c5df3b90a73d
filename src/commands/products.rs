//! `stoa products`: the documents that storefronts read products from, and what is made of pictures.

use std::sync::Arc;

use clap::{Args, Subcommand};
use db::{Db, PoolOptions};
use domain::catalog::{Catalog, Documents, Rebuilt};
use domain::tenancy::Tenancy;
use kernel::Caller;
use kernel::config::Secret;
use kernel::host::Host;
use kernel::ids::TenantId;
use kernel::ports::{Clock, SystemClock};

use super::{CommandError, env_beside_dev, say};
use crate::app::{check_app, document_store, object_store};
use crate::settings::{MediaSettings, ProductDocumentsSettings};

/// Product documents, and what is made of pictures
#[derive(Debug, Clone, Subcommand)]
pub enum ProductsCommand {
    /// Put the document of every product that has no current one; products can be read all the while
    Rebuild(Rebuild),
    /// Delete the documents of a tenant; its products stay, and are read from the database
    RemoveDocuments(RemoveDocuments),
    /// Have the worker make what pictures lack: widths and preview colours of those that are older than these
    Pictures(Pictures),
}

/// What `stoa products rebuild` is told.
#[derive(Debug, Clone, Args)]
pub struct Rebuild {
    /// The tenant: its slug or its id; every tenant unless given
    #[arg(long)]
    tenant: Option<String>,
}

/// What `stoa products remove-documents` is told.
#[derive(Debug, Clone, Args)]
pub struct RemoveDocuments {
    /// The tenant: its slug or its id
    #[arg(long)]
    tenant: String,
}

/// What `stoa products pictures` is told.
#[derive(Debug, Clone, Args)]
pub struct Pictures {
    /// The tenant: its slug or its id; every tenant unless given
    #[arg(long)]
    tenant: Option<String>,
}

impl ProductsCommand {
    /// Runs the command with the settings of the environment: `DATABASE_URL`, and for documents `PRODUCT_DOCUMENTS`.
    pub async fn run(self) -> Result<(), CommandError> {
        let mut env = env_beside_dev();
        let url = env.required("DATABASE_URL", Secret::new(String::new()));
        let domain = env.or("PLATFORM_DOMAIN", Host::localhost());
        let media = MediaSettings::from_env(&mut env, &domain);
        let place = ProductDocumentsSettings::from_env(&mut env);
        env.finish()?;
        if place.is_none() && !matches!(self, Self::Pictures(_)) {
            let why = "PRODUCT_DOCUMENTS: must name the store that documents are kept in";
            return Err(CommandError::Unusable(why.to_owned()));
        }
        let db = Db::connect(url.expose(), PoolOptions::default())
            .map_err(|why| CommandError::Unusable(format!("DATABASE_URL: {why}")))?;
        check_app(&db).await.map_err(CommandError::check_failed)?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let tenancy = Tenancy::new(db.clone(), Arc::clone(&clock));
        let objects = object_store(&media).await;
        let documents = match &place {
            Some(place) => Some(Documents::new(document_store(place, &db).await)),
            None => None,
        };
        let catalog =
            Catalog::new(db.clone(), tenancy.clone(), clock, objects).with_documents(documents);
        let outcome = match self {
            Self::Rebuild(rebuild) => rebuild.run(&catalog, &tenancy).await,
            Self::RemoveDocuments(remove) => remove.run(&catalog, &tenancy).await,
            Self::Pictures(pictures) => pictures.run(&catalog, &tenancy).await,
        };
        db.close().await;
        outcome
    }
}

impl Rebuild {
    async fn run(&self, catalog: &Catalog, tenancy: &Tenancy) -> Result<(), CommandError> {
        let tenants = tenants(tenancy, self.tenant.as_deref()).await?;
        let mut all = Rebuilt::default();
        for &tenant_id in &tenants {
            let rebuilt = catalog.rebuild_documents(&Caller::system(tenant_id)).await;
            let rebuilt = rebuilt.map_err(|why| {
                let done = told(all, "so far ");
                CommandError::failed(&format!("products rebuild ({done})"), why)
            })?;
            all.products += rebuilt.products;
            all.documents += rebuilt.documents;
        }
        say(&told(all, ""));
        Ok(())
    }
}

impl RemoveDocuments {
    async fn run(&self, catalog: &Catalog, tenancy: &Tenancy) -> Result<(), CommandError> {
        let tenant_id = tenant(tenancy, &self.tenant).await?;
        let removed = catalog.remove_documents(&Caller::system(tenant_id)).await;
        let removed =
            removed.map_err(|why| CommandError::failed("products remove-documents", why))?;
        say(&format!("{} deleted", counted(removed, "document")));
        Ok(())
    }
}

impl Pictures {
    async fn run(&self, catalog: &Catalog, tenancy: &Tenancy) -> Result<(), CommandError> {
        let mut due = 0;
        for tenant_id in tenants(tenancy, self.tenant.as_deref()).await? {
            let asked = catalog.pictures_due(&Caller::system(tenant_id)).await;
            due += asked.map_err(|why| CommandError::failed("products pictures", why))?;
        }
        say(&format!("{} of pictures to make", counted(due, "message")));
        Ok(())
    }
}

async fn tenants(tenancy: &Tenancy, name: Option<&str>) -> Result<Vec<TenantId>, CommandError> {
    let failed = |why| CommandError::failed("--tenant", why);
    match name {
        Some(name) => Ok(vec![tenant(tenancy, name).await?]),
        None => tenancy.every_tenant().await.map_err(failed),
    }
}

async fn tenant(tenancy: &Tenancy, name: &str) -> Result<TenantId, CommandError> {
    let found = tenancy.find_tenant(name).await;
    let found = found.map_err(|why| CommandError::failed("--tenant", why))?;
    let missing = || CommandError::Unusable(format!("--tenant: there is no tenant {name}"));
    found.ok_or_else(missing)
}

fn told(rebuilt: Rebuilt, since: &str) -> String {
    let current = rebuilt.products.saturating_sub(rebuilt.documents);
    format!(
        "{since}{} put, {current} current already",
        counted(rebuilt.documents, "document")
    )
}

fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
