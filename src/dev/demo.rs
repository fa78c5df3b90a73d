//! The demo brands: tenants made of the files that are part of this program.

use std::collections::BTreeMap;

use bytes::Bytes;
use domain::catalog::import::ImportProducts;
use domain::tenancy::{CreateTenant, OwnerDraft, ProvisionedTenant};
use kernel::config::Secret;
use kernel::{Caller, OperatorCaller};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tracing::warn;

use super::DevError;
use super::folder::Folder;
use super::secrets::Secrets;
use crate::app::App;
use crate::provision::{BrandFile, give_kit, give_logo};

/// Every file below `demo/` that a tenant is made of: its path, and what is in it.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/demo_files.rs"));

/// What has been imported, so that a further start need not.
const IMPORTED: &str = "demo.json";

/// One brand.
pub(super) struct Demo {
    pub(super) slug: &'static str,
    files: Vec<(&'static str, &'static [u8])>,
}

/// A tenant that was made of a brand.
pub(super) struct DemoTenant {
    pub(super) tenant: ProvisionedTenant,
    pub(super) owner_email: String,
}

/// Which files a tenant was filled from.
#[derive(Default, Serialize, Deserialize, PartialEq, Eq, Clone)]
struct Imported {
    tenant_id: String,
    files_sha256: String,
}

impl Demo {
    /// Every brand that is part of this program.
    pub(super) fn all() -> Vec<Self> {
        let mut brands: BTreeMap<&str, Vec<(&str, &[u8])>> = BTreeMap::new();
        for (path, bytes) in FILES {
            if let Some((slug, rest)) = path.split_once('/') {
                brands.entry(slug).or_default().push((rest, bytes));
            }
        }
        brands
            .into_iter()
            .map(|(slug, files)| Self { slug, files })
            .collect()
    }

    fn file(&self, name: &str) -> Option<&'static [u8]> {
        let found = self.files.iter().find(|(path, _)| *path == name);
        found.map(|(_, bytes)| *bytes)
    }

    /// The tenant of this brand: the one that is there, or a new one.
    pub(super) async fn provision(
        &self,
        app: &App,
        secrets: &Secrets,
    ) -> Result<DemoTenant, DevError> {
        let refused = |source| DevError::Tenant {
            slug: self.slug.to_owned(),
            source,
        };
        let owner_email = format!("owner@{}.example", self.slug);
        let provisioning = &app.provisioning;
        let caller = OperatorCaller::command_line();
        let found = provisioning
            .find_tenant(&caller, self.slug)
            .await
            .map_err(refused)?;
        if let Some(tenant) = found {
            return Ok(DemoTenant {
                tenant,
                owner_email,
            });
        }
        let owner = OwnerDraft {
            email: owner_email.clone(),
            password: Secret::new(secrets.owner(self.slug).to_owned()),
            name: None,
        };
        let command = CreateTenant {
            draft: self.brand()?.into_draft(owner),
            idempotency_key: None,
        };
        let made = provisioning
            .create_tenant(&caller, command)
            .await
            .map_err(refused)?;
        Ok(DemoTenant {
            tenant: made.tenant,
            owner_email,
        })
    }

    /// Fills the tenant with the brand's logo and catalogue, unless that was done with the same
    /// files before. An import that was cut short is done again, which changes nothing twice.
    pub(super) async fn fill(
        &self,
        app: &App,
        folder: &Folder,
        demo: &DemoTenant,
    ) -> Result<(), DevError> {
        let now = Imported {
            tenant_id: demo.tenant.tenant.id.to_string(),
            files_sha256: self.digest(),
        };
        let mut done: BTreeMap<String, Imported> = folder
            .read(IMPORTED)?
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        if done.get(self.slug) == Some(&now) {
            return Ok(());
        }
        let failed = |what: &str, why: &dyn std::fmt::Display| {
            DevError::Start(format!("the demo tenant {}: {what}: {why}", self.slug))
        };
        if let Some(name) = self.brand()?.logo()
            && let Some(picture) = self.file(name)
        {
            let picture = Bytes::from_static(picture);
            give_logo(&app.tenancy, &app.objects, &demo.tenant, name, picture)
                .await
                .map_err(|why| failed("its logo", &why))?;
        }
        if let Some(kit) = self.brand()?.brand {
            give_kit(&app.tenancy, &demo.tenant, &kit)
                .await
                .map_err(|why| failed("its pages", &why))?;
        }
        self.import(app, folder, demo)
            .await
            .map_err(|why| failed("its catalogue", &why))?;
        done.insert(self.slug.to_owned(), now);
        let text = serde_json::to_string_pretty(&done).map_err(|why| failed("its notes", &why))?;
        folder.write(IMPORTED, &text)
    }

    /// Imports the catalogue the way `stoa import products` does: from files in a folder.
    async fn import(
        &self,
        app: &App,
        folder: &Folder,
        demo: &DemoTenant,
    ) -> Result<(), anyhow::Error> {
        let media = folder.file("demo").join(self.slug);
        for (path, bytes) in &self.files {
            let file = media.join(path);
            if let Some(parent) = file.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(file, bytes)?;
        }
        let products = self.file("products.csv").unwrap_or_default();
        let command = ImportProducts {
            currency: None,
            media: Some(media),
            is_dry_run: false,
        };
        let caller = Caller::system(demo.tenant.tenant.id);
        let report = app
            .catalog
            .import(&caller, products, command, |_| {})
            .await?;
        if report.faults.count() > 0 {
            warn!(
                tenant = self.slug,
                "rows of the demo catalogue: {:?}",
                report.faults.kept()
            );
        }
        Ok(())
    }

    fn brand(&self) -> Result<BrandFile, DevError> {
        let text = self.file("brand.json").unwrap_or_default();
        serde_json::from_slice(text)
            .map_err(|why| DevError::Start(format!("demo/{}/brand.json: {why}", self.slug)))
    }

    fn digest(&self) -> String {
        let mut digest = Sha256::new();
        for (path, bytes) in &self.files {
            digest.update(path);
            digest.update(Sha256::digest(bytes));
        }
        hex::encode(digest.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_brands_are_part_of_the_program() {
        let demos = Demo::all();

        let slugs: Vec<&str> = demos.iter().map(|demo| demo.slug).collect();
        assert_eq!(slugs, ["aurora", "meridian"]);
        for demo in &demos {
            let brand = demo.brand().unwrap();
            assert_eq!(brand.slug.as_deref(), Some(demo.slug));
            assert!(demo.file(brand.logo().unwrap()).is_some());
            assert!(demo.file("products.csv").unwrap().len() > 10_000);
        }
    }
}
