//! Creating tenants and giving them hosts: the work of operators.

use std::sync::Arc;

use db::{OperatorDb, OperatorTx, TenantTx};
use kernel::host::Host;
use kernel::ids::{MerchantId, ShippingOptionId, StorefrontId, TenantId};
use kernel::ports::{Clock, Ids};
use kernel::{Event, OperatorCaller, Permission};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

use super::draft::NewTenant;
use super::store::{self, TenantRow};
use super::{
    CreateTenant, OpenStorefront, ProvisionedTenant, TenancyError, TenantPage, TenantStatus,
};
use crate::identity::{NewOwner, PasswordHash, Passwords, enrol_owner};

const MOST_ON_A_PAGE: i64 = 100;

/// The names that the platform itself goes by.
#[derive(Debug, Clone)]
pub struct Platform {
    /// The domain below which every tenant gets a host.
    pub domain: Host,
    /// The platform's own hosts, which no storefront may have.
    pub hosts: Vec<Host>,
}

/// Creates tenants, as the role of the database that may.
#[derive(Clone)]
pub struct Provisioning {
    db: OperatorDb,
    clock: Arc<dyn Clock>,
    passwords: Passwords,
    platform: Arc<Platform>,
}

/// A tenant, and how it came to be there.
#[derive(Debug, Clone)]
pub struct Provisioned {
    /// The tenant.
    pub tenant: ProvisionedTenant,
    /// How it came to be there.
    pub origin: Origin,
    /// Whether the owner's account was created with it, so that the password holds.
    pub is_owner_new: bool,
}

/// How a tenant that was asked for came to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// This request created it.
    Created,
    /// An earlier request with the same key did.
    SameKey,
    /// Another request that asked for the same did.
    SameContent,
}

/// Which page of the tenants.
#[derive(Debug, Clone, Copy, Default)]
pub struct ListTenants {
    /// The last tenant of the page before.
    pub after: Option<TenantId>,
    /// How many, at most 100.
    pub limit: i64,
}

/// A further host for a storefront.
#[derive(Debug, Clone)]
pub struct AddHost {
    /// The tenant.
    pub tenant_id: TenantId,
    /// Its storefront; the first one unless given.
    pub storefront_id: Option<StorefrontId>,
    /// The host.
    pub host: String,
    /// Whether it becomes the one that links lead to.
    pub is_primary: bool,
}

impl Provisioning {
    /// Tenants of this platform.
    pub fn new(
        db: OperatorDb,
        clock: Arc<dyn Clock>,
        passwords: Passwords,
        platform: Platform,
    ) -> Self {
        Self {
            db,
            clock,
            passwords,
            platform: Arc::new(platform),
        }
    }

    /// Creates a tenant with everything it needs to sell, in one transaction. Asking again for the
    /// same finds the same tenant, also when two ask at once: of two rows with one slug or one
    /// key, the database keeps one, and the other request waits for it and compares.
    pub async fn create_tenant(
        &self,
        caller: &OperatorCaller,
        command: CreateTenant,
    ) -> Result<Provisioned, TenancyError> {
        caller.require(Permission::TenantsWrite)?;
        let new = command.draft.parse(&self.platform)?;
        // By far the slowest step, so it comes before the transaction and not inside it.
        let password = new.owner_password.clone();
        let hash = self
            .passwords
            .hash(password)
            .await
            .map_err(TenancyError::Owner)?;
        let row = TenantRow {
            id: TenantId::from_uuid(Ids.uuid()),
            slug: &new.slug,
            name: &new.name,
            created_at: self.clock.now(),
            created_by: caller.operator_id,
            creation_key: command.idempotency_key.as_deref(),
            creation_sha256: fingerprint(&new)?,
        };

        let mut tx = self.db.begin().await?;
        if !store::insert_tenant(&mut tx, &row).await? {
            return found(tx, &row).await;
        }
        let mut tx = tx.enter(row.id).await?;
        let is_owner_new = furnish(&mut tx, &new, &hash, row.created_at).await?;
        let tenant = read(&mut tx).await?;
        tx.commit().await?;
        tracing::info!(tenant.id = %row.id, "tenant {} created", row.slug);
        Ok(Provisioned {
            tenant,
            origin: Origin::Created,
            is_owner_new,
        })
    }

    /// The tenants, the oldest first.
    pub async fn list_tenants(
        &self,
        caller: &OperatorCaller,
        query: ListTenants,
    ) -> Result<TenantPage, TenancyError> {
        caller.require(Permission::TenantsRead)?;
        let limit = query.limit.clamp(1, MOST_ON_A_PAGE);
        let mut tx = self.db.begin().await?;
        let mut tenants = store::list_tenants(&mut tx, query.after, limit + 1).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let has_more = tenants.len() > limit;
        tenants.truncate(limit);
        Ok(TenantPage { tenants, has_more })
    }

    /// One tenant with its storefronts, hosts and merchants.
    pub async fn get_tenant(
        &self,
        caller: &OperatorCaller,
        tenant_id: TenantId,
    ) -> Result<ProvisionedTenant, TenancyError> {
        caller.require(Permission::TenantsRead)?;
        let tx = self.db.begin().await?;
        read(&mut tx.enter(tenant_id).await?).await
    }

    /// The tenant with this slug, if there is one.
    pub async fn find_tenant(
        &self,
        caller: &OperatorCaller,
        slug: &str,
    ) -> Result<Option<ProvisionedTenant>, TenancyError> {
        caller.require(Permission::TenantsRead)?;
        let mut tx = self.db.begin().await?;
        match store::tenant_by_slug(&mut tx, slug).await? {
            Some(tenant_id) => read(&mut tx.enter(tenant_id).await?).await.map(Some),
            None => Ok(None),
        }
    }

    /// Lets a host lead to a storefront. Asking again changes nothing.
    pub async fn add_host(
        &self,
        caller: &OperatorCaller,
        command: AddHost,
    ) -> Result<OpenStorefront, TenancyError> {
        caller.require(Permission::TenantsWrite)?;
        let host = self.platform.admit(&command.host).map_err(|rule| {
            TenancyError::Malformed(vec![kernel::FieldFault::new("/host", "malformed", rule)])
        })?;
        let mut tx = self.db.begin().await?.enter(command.tenant_id).await?;
        let tenant = read(&mut tx).await?;
        let storefront_id = tenant
            .storefronts
            .iter()
            .map(|open| open.storefront.id)
            .find(|&id| command.storefront_id.is_none_or(|wanted| wanted == id))
            .ok_or(TenancyError::StorefrontNotFound)?;
        let now = self.clock.now();
        if !store::put_host(&mut tx, storefront_id, &host, false, now).await? {
            let host = Host::parse(&host.host).map_err(db::DbError::unreadable)?;
            return Err(TenancyError::HostTaken(host));
        }
        if command.is_primary {
            store::make_primary(&mut tx, storefront_id, &host.host).await?;
        }
        let tenant = read(&mut tx).await?;
        tx.commit().await?;
        tenant
            .storefronts
            .into_iter()
            .find(|open| open.storefront.id == storefront_id)
            .ok_or(TenancyError::StorefrontNotFound)
    }
}

/// The tenant that stood in the way of a new one, if it is what was asked for.
async fn found(mut tx: OperatorTx, wanted: &TenantRow<'_>) -> Result<Provisioned, TenancyError> {
    let rivals = store::rivals(&mut tx, wanted).await?;
    let taken = || TenancyError::SlugTaken(wanted.slug.to_owned());
    let rival = match rivals.iter().find(|rival| rival.has_same_key) {
        Some(rival) if rival.creation_sha256 == wanted.creation_sha256 => rival,
        Some(_) => return Err(TenancyError::KeyReused),
        None => rivals.first().ok_or_else(taken)?,
    };
    if rival.creation_sha256 != wanted.creation_sha256 {
        return Err(taken());
    }
    let tenant = read(&mut tx.enter(rival.id).await?).await?;
    let origin = if rival.has_same_key {
        Origin::SameKey
    } else {
        Origin::SameContent
    };
    Ok(Provisioned {
        tenant,
        origin,
        is_owner_new: false,
    })
}

/// Everything that a new tenant starts with; tells whether its owner's account is new.
async fn furnish(
    tx: &mut TenantTx,
    new: &NewTenant,
    hash: &PasswordHash,
    now: OffsetDateTime,
) -> Result<bool, TenancyError> {
    let storefront_id = StorefrontId::from_uuid(Ids.uuid());
    store::insert_storefront(tx, storefront_id, &new.storefront, now).await?;
    for (index, host) in new.hosts.iter().enumerate() {
        if !store::put_host(tx, storefront_id, host, index == 0, now).await? {
            let host = Host::parse(&host.host).map_err(db::DbError::unreadable)?;
            return Err(TenancyError::HostTaken(host));
        }
    }
    store::insert_publishable_key(tx, storefront_id, &publishable_key(), now).await?;
    for (index, merchant) in new.merchants.iter().enumerate() {
        let merchant_id = MerchantId::from_uuid(Ids.uuid());
        store::insert_merchant(tx, merchant_id, merchant, index == 0, now).await?;
        tx.publish(&Event::MerchantCreated { merchant_id }).await?;
    }
    for (position, option) in (0..).zip(&new.shipping_options) {
        let id = ShippingOptionId::from_uuid(Ids.uuid());
        let currency = new.storefront.currency;
        store::insert_shipping_option(tx, id, storefront_id, currency, position, option).await?;
    }
    store::start_counters(tx).await?;
    let owner = NewOwner {
        email: &new.owner_email,
        name: &new.owner_name,
        hash,
    };
    Ok(enrol_owner(tx, &owner, now).await?)
}

/// The transaction's tenant with everything it has.
async fn read(tx: &mut TenantTx) -> Result<ProvisionedTenant, TenancyError> {
    let tenant = store::tenant(tx)
        .await?
        .filter(|tenant| tenant.status != TenantStatus::Closed)
        .ok_or(TenancyError::TenantNotFound)?;
    Ok(ProvisionedTenant {
        tenant,
        storefronts: store::open_storefronts(tx).await?,
        merchants: store::merchants(tx).await?,
    })
}

/// 128 random bits: a key is no secret, but nobody should find a tenant by trying.
fn publishable_key() -> String {
    let token: String = Ids.token().chars().take(32).collect();
    format!("pk_{token}")
}

fn fingerprint(new: &NewTenant) -> Result<Vec<u8>, db::DbError> {
    let text = serde_json::to_vec(new).map_err(db::DbError::unreadable)?;
    Ok(Sha256::digest(text).to_vec())
}
