//! What requests need of tenancy: the storefront they came through, and the tenant's merchants.

use std::sync::Arc;
use std::time::Duration;

use db::Db;
use kernel::host::Host;
use kernel::ids::{StorefrontId, TenantId};
use kernel::ports::Clock;
use kernel::{Caller, FieldFault, Permission};
use moka::sync::Cache;

use super::brand::{ADDRESS_RULE, is_address};
use super::{BrandKit, KitVersion, Merchant, Sibling, Storefront, TenancyError, store};

/// How old the settings of a storefront may be.
const FRESH: Duration = Duration::from_secs(5);
const MOST_STOREFRONTS: u64 = 20_000;
/// How much memory brand kits may take.
const KITS_BYTES: u64 = 32 * 1024 * 1024;

/// Storefronts, the hosts and keys that lead to them, and merchants.
#[derive(Clone)]
pub struct Tenancy {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    storefronts: Cache<(TenantId, StorefrontId), Arc<Storefront>>,
    pub(super) kits: Cache<(TenantId, StorefrontId), Arc<(KitVersion, BrandKit)>>,
}

impl Tenancy {
    /// Tenancy behind the role that serves requests.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        Self {
            db,
            clock,
            storefronts: Cache::builder()
                .time_to_live(FRESH)
                .max_capacity(MOST_STOREFRONTS)
                .build(),
            kits: Cache::builder()
                .time_to_live(FRESH)
                .max_capacity(KITS_BYTES)
                .weigher(|_, kept: &Arc<(KitVersion, BrandKit)>| kept.1.weight())
                .build(),
        }
    }

    /// Reads a storefront anew, and not from what is remembered.
    pub(super) fn forget(&self, tenant_id: TenantId, storefront_id: StorefrontId) {
        self.storefronts.invalidate(&(tenant_id, storefront_id));
        self.kits.invalidate(&(tenant_id, storefront_id));
    }

    /// The storefront that the caller visits; at most five seconds old.
    pub async fn visited(&self, caller: &Caller) -> Result<Arc<Storefront>, TenancyError> {
        caller.require(Permission::StorefrontRead)?;
        let storefront_id = caller
            .storefront_id()
            .ok_or(TenancyError::StorefrontNotFound)?;
        let key = (caller.tenant_id(), storefront_id);
        if let Some(storefront) = self.storefronts.get(&key) {
            return Ok(storefront);
        }
        let mut tx = self.db.begin(caller).await?;
        let storefront = store::storefront(&mut tx, storefront_id)
            .await?
            .ok_or(TenancyError::StorefrontNotFound)?;
        let storefront = Arc::new(storefront);
        self.storefronts.insert(key, Arc::clone(&storefront));
        Ok(storefront)
    }

    /// The host that the caller's storefront is known by.
    pub async fn primary_host(&self, caller: &Caller) -> Result<Host, TenancyError> {
        caller.require(Permission::StorefrontRead)?;
        let storefront_id = caller
            .storefront_id()
            .ok_or(TenancyError::StorefrontNotFound)?;
        let mut tx = self.db.begin(caller).await?;
        store::primary_host(&mut tx, storefront_id)
            .await?
            .ok_or(TenancyError::StorefrontNotFound)
    }

    /// All storefronts of the caller's tenant that have a host, the visited one among them.
    pub async fn siblings(&self, caller: &Caller) -> Result<Vec<Sibling>, TenancyError> {
        caller.require(Permission::StorefrontRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::siblings(&mut tx).await?)
    }

    /// Gives a storefront another picture: an `https` address, or a path on its own host.
    pub async fn set_logo(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        logo_url: &str,
    ) -> Result<(), TenancyError> {
        caller.require(Permission::StorefrontWrite)?;
        if !is_address(logo_url) {
            let fault = FieldFault::new("/logo_url", "malformed", ADDRESS_RULE);
            return Err(TenancyError::Malformed(vec![fault]));
        }
        let mut tx = self.db.begin(caller).await?;
        if !store::set_logo(&mut tx, storefront_id, logo_url).await? {
            return Err(TenancyError::StorefrontNotFound);
        }
        tx.commit().await?;
        self.forget(caller.tenant_id(), storefront_id);
        Ok(())
    }

    /// The tenant's merchants, the default one first.
    pub async fn merchants(&self, caller: &Caller) -> Result<Vec<Merchant>, TenancyError> {
        caller.require_in_scope(Permission::MerchantsRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::merchants(&mut tx).await?)
    }
}
