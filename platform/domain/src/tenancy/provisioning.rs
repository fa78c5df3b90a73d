//! Creating tenants and giving them hosts: the work of operators.

use std::sync::Arc;
use std::time::Instant;

use db::{OperatorDb, OperatorTx, TenantTx};
use kernel::host::Host;
use kernel::ids::{MerchantId, TenantId};
use kernel::ports::{Clock, Ids};
use kernel::{Event, OperatorCaller, Permission};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

use super::draft::NewTenant;
use super::store::{self, TenantRow};
use super::storefronts::open_storefront;
use super::{CreateTenant, ProvisionedTenant, TenancyError, TenantPage, TenantStatus};
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
    pub(super) db: OperatorDb,
    pub(super) clock: Arc<dyn Clock>,
    passwords: Passwords,
    pub(super) platform: Arc<Platform>,
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
        let started = Instant::now();
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

        let mut tx = self.db.begin_as(caller).await?;
        if !store::insert_tenant(&mut tx, &row).await? {
            let found = found(tx, &row).await?;
            note(caller, "create_tenant", Some(found.tenant.tenant.id));
            return Ok(found);
        }
        let mut tx = tx.enter(row.id).await?;
        let is_owner_new = furnish(&mut tx, &new, &hash, row.created_at).await?;
        let tenant = read(&mut tx).await?;
        tx.commit().await?;
        note(caller, "create_tenant", Some(row.id));
        metrics::histogram!("tenant_provisioning_seconds").record(started.elapsed().as_secs_f64());
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
        note(caller, "list_tenants", None);
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
        let tenant = read(&mut tx.enter(tenant_id).await?).await?;
        note(caller, "get_tenant", Some(tenant_id));
        Ok(tenant)
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
            Some(tenant_id) => {
                let tenant = read(&mut tx.enter(tenant_id).await?).await?;
                note(caller, "find_tenant", Some(tenant_id));
                Ok(Some(tenant))
            }
            None => Ok(None),
        }
    }
}

/// Leaves a record of who did what to whom; the nil id is the command line.
pub(super) fn note(caller: &OperatorCaller, operation: &'static str, tenant_id: Option<TenantId>) {
    tracing::info!(
        operator.id = %caller.operator_id,
        operation,
        tenant.id = tenant_id.map(tracing::field::display),
        "an operator was here"
    );
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
    if open_storefront(tx, &new.opening, now).await?.is_none() {
        return Err(TenancyError::StorefrontNotFound);
    }
    for (index, merchant) in new.merchants.iter().enumerate() {
        let merchant_id = MerchantId::from_uuid(Ids.uuid());
        store::insert_merchant(tx, merchant_id, merchant, index == 0, now).await?;
        tx.publish(&Event::MerchantCreated { merchant_id }).await?;
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
pub(super) async fn read(tx: &mut TenantTx) -> Result<ProvisionedTenant, TenancyError> {
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

fn fingerprint(new: &NewTenant) -> Result<Vec<u8>, db::DbError> {
    let text = serde_json::to_vec(new).map_err(db::DbError::unreadable)?;
    Ok(Sha256::digest(text).to_vec())
}
