//! Versions of a brand kit: one is a draft, one is published, the others were.

use std::sync::Arc;
use std::time::Duration;

use kernel::host::Host;
use kernel::ids::StorefrontId;
use kernel::ports::Ids;
use kernel::{Caller, FieldFault, Permission};
use time::OffsetDateTime;

use super::kit::{BrandKit, KitDraft, KitStatus, KitVersion, LegalPage};
use super::{OpenStorefront, Storefront, Tenancy, TenancyError, store};

/// How long a preview can be looked at.
const PREVIEW: Duration = Duration::from_hours(24);

/// A storefront's kit and what there is beside it.
#[derive(Debug, Clone)]
pub struct KitState {
    /// What shoppers see.
    pub published: (KitVersion, BrandKit),
    /// What is being worked on.
    pub draft: Option<(KitVersion, BrandKit)>,
}

/// Where a draft can be looked at.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The host of the storefront.
    pub host: Host,
    /// What the address has to bring along.
    pub token: String,
    /// Until when.
    pub expires_at: OffsetDateTime,
}

impl Tenancy {
    /// The tenant's storefronts with their hosts, the first one first.
    pub async fn storefronts(&self, caller: &Caller) -> Result<Vec<OpenStorefront>, TenancyError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::open_storefronts(&mut tx).await?)
    }

    /// The kit that shoppers see, and the draft.
    pub async fn kit_state(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
    ) -> Result<KitState, TenancyError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let storefront = found(store::storefront(&mut tx, storefront_id).await?)?;
        Ok(KitState {
            published: published(&mut tx, &storefront).await?,
            draft: store::kit(&mut tx, storefront_id, KitStatus::Draft).await?,
        })
    }

    /// The versions of a kit, the latest first.
    pub async fn kit_versions(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
    ) -> Result<Vec<KitVersion>, TenancyError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        found(store::storefront(&mut tx, storefront_id).await?)?;
        Ok(store::kit_versions(&mut tx, storefront_id).await?)
    }

    /// Saves the draft, in the place of the one before.
    pub async fn save_draft(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        draft: KitDraft,
    ) -> Result<(KitVersion, BrandKit), TenancyError> {
        caller.require(Permission::StorefrontWrite)?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let name = found(store::lock_storefront(&mut tx, storefront_id).await?)?;
        let kit = draft.parse(&name)?;
        let version = store::save_draft(&mut tx, storefront_id, &kit, now).await?;
        tx.commit().await?;
        let saved = KitVersion {
            version,
            status: KitStatus::Draft,
            saved_at: now,
            published_at: None,
        };
        Ok((saved, kit))
    }

    /// Deletes the draft, if there is one.
    pub async fn discard_draft(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
    ) -> Result<(), TenancyError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        found(store::lock_storefront(&mut tx, storefront_id).await?)?;
        store::delete_draft(&mut tx, storefront_id).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Makes a token with which whoever has it sees the draft; the one before stops working.
    pub async fn preview_draft(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
    ) -> Result<Preview, TenancyError> {
        caller.require(Permission::StorefrontWrite)?;
        let token = Ids.token();
        let expires_at = self.clock.now() + PREVIEW;
        let mut tx = self.db.begin(caller).await?;
        found(store::lock_storefront(&mut tx, storefront_id).await?)?;
        let host = found(store::primary_host(&mut tx, storefront_id).await?)?;
        if !store::set_preview(&mut tx, storefront_id, &Ids::token_hash(&token), expires_at).await?
        {
            return Err(TenancyError::NoDraft);
        }
        tx.commit().await?;
        Ok(Preview {
            host,
            token,
            expires_at,
        })
    }

    /// Shows a version to shoppers: the draft, or one that was published before.
    pub async fn publish_kit(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        version: i32,
    ) -> Result<KitState, TenancyError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        found(store::lock_storefront(&mut tx, storefront_id).await?)?;
        if !store::publish(&mut tx, storefront_id, version, self.clock.now()).await? {
            let fault = FieldFault::new("/version", "not_found", "a version of this brand");
            return Err(TenancyError::VersionNotFound(vec![fault]));
        }
        let storefront = found(store::storefront(&mut tx, storefront_id).await?)?;
        let state = KitState {
            published: published(&mut tx, &storefront).await?,
            draft: store::kit(&mut tx, storefront_id, KitStatus::Draft).await?,
        };
        tx.commit().await?;
        self.forget(caller.tenant_id(), storefront_id);
        Ok(state)
    }

    /// The kit that the caller sees at the storefront it visits; at most five seconds old.
    pub async fn visited_kit(
        &self,
        caller: &Caller,
    ) -> Result<Arc<(KitVersion, BrandKit)>, TenancyError> {
        let storefront = self.visited(caller).await?;
        let key = (caller.tenant_id(), storefront.id);
        if let Some(kit) = self.kits.get(&key) {
            return Ok(kit);
        }
        let mut tx = self.db.begin(caller).await?;
        let kit = Arc::new(published(&mut tx, &storefront).await?);
        self.kits.insert(key, Arc::clone(&kit));
        Ok(kit)
    }

    /// A legal page of the storefront that the caller visits.
    pub async fn legal_page(&self, caller: &Caller, slug: &str) -> Result<LegalPage, TenancyError> {
        let kit = self.visited_kit(caller).await?;
        let mut pages = kit.1.pages.iter();
        let page = pages.find(|page| page.slug == slug).cloned();
        page.ok_or(TenancyError::PageNotFound)
    }

    /// The draft that a preview's token shows, for a visitor of its storefront.
    pub async fn previewed_kit(
        &self,
        caller: &Caller,
        token: &str,
    ) -> Result<Option<(KitVersion, BrandKit)>, TenancyError> {
        let storefront = self.visited(caller).await?;
        let mut tx = self.db.begin(caller).await?;
        let now = self.clock.now();
        Ok(store::kit_previewed(&mut tx, storefront.id, &Ids::token_hash(token), now).await?)
    }
}

fn found<T>(thing: Option<T>) -> Result<T, TenancyError> {
    thing.ok_or(TenancyError::StorefrontNotFound)
}

/// The published kit. Before the first one is published, it is the brand that the storefront was
/// created with.
async fn published(
    tx: &mut db::TenantTx,
    storefront: &Storefront,
) -> Result<(KitVersion, BrandKit), TenancyError> {
    if let Some((version, kit)) = store::kit(tx, storefront.id, KitStatus::Published).await? {
        let brand = storefront.brand.clone();
        return Ok((version, BrandKit { brand, ..kit }));
    }
    let created_at = store::created_at(tx, storefront.id).await?;
    let version = KitVersion {
        version: 0,
        status: KitStatus::Published,
        saved_at: created_at,
        published_at: Some(created_at),
    };
    let kit = BrandKit {
        brand: storefront.brand.clone(),
        texts: std::collections::BTreeMap::new(),
        pages: Vec::new(),
    };
    Ok((version, kit))
}
