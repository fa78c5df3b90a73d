//! From a host or a publishable key to a storefront: the first thing every request needs. The
//! gateway remembers the answers.

use async_trait::async_trait;
use db::{DbError, DirectoryTx};
use kernel::AnyFault;
use kernel::host::Host;
use kernel::ids::TenantId;
use kernel::ports::{StorefrontFinder, StorefrontRef};

use super::{Tenancy, TenancyError, store};

/// Keys are not longer than this; longer text is not looked up.
const LONGEST_KEY: usize = 67;

#[async_trait]
impl StorefrontFinder for Tenancy {
    async fn by_host(&self, host: &Host) -> Result<Option<StorefrontRef>, AnyFault> {
        let mut tx = self.directory().await?;
        told(store::storefront_by_host(&mut tx, host).await)
    }

    async fn by_publishable_key(&self, key: &str) -> Result<Option<StorefrontRef>, AnyFault> {
        if !key.starts_with("pk_") || key.len() > LONGEST_KEY {
            return Ok(None);
        }
        let mut tx = self.directory().await?;
        told(store::storefront_by_key(&mut tx, key).await)
    }
}

impl Tenancy {
    /// The tenant with this slug or this id, for whoever works on the machine itself.
    pub async fn find_tenant(&self, name: &str) -> Result<Option<TenantId>, TenancyError> {
        let mut tx = self.db.directory().await?;
        Ok(store::tenant_called(&mut tx, name, name.parse().ok()).await?)
    }

    /// Every tenant, the oldest first, for the same.
    pub async fn every_tenant(&self) -> Result<Vec<TenantId>, TenancyError> {
        let mut tx = self.db.directory().await?;
        Ok(store::every_tenant(&mut tx).await?)
    }

    async fn directory(&self) -> Result<DirectoryTx, AnyFault> {
        told(self.db.directory().await)
    }
}

fn told<T>(answer: Result<T, DbError>) -> Result<T, AnyFault> {
    answer.map_err(|error| AnyFault::new(TenancyError::Db(error)))
}
