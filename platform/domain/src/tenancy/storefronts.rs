//! Further storefronts of a tenant, and further hosts of a storefront: the work of operators.

use db::TenantTx;
use kernel::host::Host;
use kernel::ids::{ShippingOptionId, StorefrontId, TenantId};
use kernel::ports::Ids;
use kernel::{Event, FieldFault, OperatorCaller, Permission};
use time::OffsetDateTime;

use super::checks::another_storefront;
use super::draft::{NewHost, NewStorefront, Opening};
use super::provisioning::{note, read};
use super::{
    AddStorefront, OpenStorefront, ProvisionedTenant, Provisioning, Storefront, Tax, TenancyError,
    store,
};

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
    /// Opens another storefront of a tenant. Asking again for the same finds it; tells whether it
    /// is new.
    pub async fn add_storefront(
        &self,
        caller: &OperatorCaller,
        command: AddStorefront,
    ) -> Result<(OpenStorefront, bool), TenancyError> {
        caller.require(Permission::TenantsWrite)?;
        let tx = self.db.begin_as(caller).await?;
        let mut tx = tx.enter(command.tenant_id).await?;
        let tenant = read(&mut tx).await?.tenant;
        let tenant_id = tenant.id;
        let opening = another_storefront(command, &tenant, &self.platform)?;
        if let Some(id) = open_storefront(&mut tx, &opening, self.clock.now()).await? {
            let open = one(read(&mut tx).await?, |storefront| storefront.id == id)?;
            // Products are found in its language and currency from now on.
            tx.publish(&Event::SearchRebuildDue { after: None }).await?;
            tx.commit().await?;
            note(caller, "add_storefront", Some(tenant_id));
            return Ok((open, true));
        }
        let slug = &opening.storefront.slug;
        let rival = one(read(&mut tx).await?, |storefront| storefront.slug == *slug)?;
        if opening.storefront.is(&rival.storefront) {
            note(caller, "add_storefront", Some(tenant_id));
            Ok((rival, false))
        } else {
            Err(TenancyError::StorefrontSlugTaken(slug.clone()))
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
            TenancyError::Malformed(vec![FieldFault::new("/host", "malformed", rule)])
        })?;
        let tx = self.db.begin_as(caller).await?;
        let mut tx = tx.enter(command.tenant_id).await?;
        let tenant = read(&mut tx).await?;
        let storefront_id = tenant
            .storefronts
            .iter()
            .map(|open| open.storefront.id)
            .find(|&id| command.storefront_id.is_none_or(|wanted| wanted == id))
            .ok_or_else(unknown_storefront)?;
        lead(&mut tx, storefront_id, &host, false, self.clock.now()).await?;
        if command.is_primary {
            store::make_primary(&mut tx, storefront_id, &host.host).await?;
        }
        let open = one(read(&mut tx).await?, |storefront| {
            storefront.id == storefront_id
        })?;
        tx.commit().await?;
        note(caller, "add_host", Some(command.tenant_id));
        Ok(open)
    }
}

/// One of the tenant's storefronts.
fn one(
    tenant: ProvisionedTenant,
    is_meant: impl Fn(&Storefront) -> bool,
) -> Result<OpenStorefront, TenancyError> {
    let mut storefronts = tenant.storefronts.into_iter();
    storefronts
        .find(|open| is_meant(&open.storefront))
        .ok_or(TenancyError::StorefrontNotFound)
}

/// Adds a storefront with its hosts, keys and shipping options; none when the tenant has one with the
/// same slug.
pub(super) async fn open_storefront(
    tx: &mut TenantTx,
    opening: &Opening,
    now: OffsetDateTime,
) -> Result<Option<StorefrontId>, TenancyError> {
    let id = StorefrontId::from_uuid(Ids.uuid());
    if !store::insert_storefront(tx, id, &opening.storefront, now).await? {
        return Ok(None);
    }
    for (index, host) in opening.hosts.iter().enumerate() {
        lead(tx, id, host, index == 0, now).await?;
    }
    store::insert_publishable_key(tx, id, &publishable_key(), now).await?;
    for (position, option) in (0..).zip(&opening.shipping_options) {
        let option_id = ShippingOptionId::from_uuid(Ids.uuid());
        let currency = opening.storefront.currency;
        store::insert_shipping_option(tx, option_id, id, currency, position, option).await?;
    }
    Ok(Some(id))
}

/// Lets a host lead to the storefront, unless it leads elsewhere.
async fn lead(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    host: &NewHost,
    is_primary: bool,
    now: OffsetDateTime,
) -> Result<(), TenancyError> {
    if store::put_host(tx, storefront_id, host, is_primary, now).await? {
        return Ok(());
    }
    let host = Host::parse(&host.host).map_err(db::DbError::unreadable)?;
    Err(TenancyError::HostTaken(host))
}

fn unknown_storefront() -> TenancyError {
    let rule = "a storefront of this tenant";
    TenancyError::StorefrontUnknown(FieldFault::new("/storefront_id", "unknown", rule))
}

/// 128 random bits: a key is no secret, but nobody should find a tenant by trying.
fn publishable_key() -> String {
    let token: String = Ids.token().chars().take(32).collect();
    format!("pk_{token}")
}

impl NewStorefront {
    /// Whether the storefront that exists is the one that was asked for. Its logo may have been
    /// changed since.
    fn is(&self, storefront: &Storefront) -> bool {
        let tax = Tax {
            is_included: self.tax.included,
            rate_ppm: self.tax.rate_ppm,
            name: self.tax.name.clone(),
        };
        self.name == storefront.name
            && self.tagline == storefront.tagline
            && self.locale == storefront.locale
            && self.country == storefront.country
            && self.currency == storefront.currency
            && tax == storefront.tax
            && self.brand.name == storefront.brand.name
            && self.brand.colors == storefront.brand.colors
            && self.brand.fonts == storefront.brand.fonts
    }
}
