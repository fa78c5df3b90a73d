//! The texts and legal pages of a brand file, published as the first version of the brand kit.

use domain::tenancy::{BrandDraft, KitDraft, ProvisionedTenant, Tenancy, TenancyError};
use kernel::Caller;

use super::BrandKit;

/// Publishes what the file says, unless the merchant has published something since.
pub async fn give_kit(
    tenancy: &Tenancy,
    tenant: &ProvisionedTenant,
    file: &BrandKit,
) -> Result<(), TenancyError> {
    if file.texts.is_empty() && file.pages.is_empty() {
        return Ok(());
    }
    let caller = Caller::system(tenant.tenant.id);
    for open in &tenant.storefronts {
        let id = open.storefront.id;
        let (version, kit) = tenancy.kit_state(&caller, id).await?.published;
        if version.version > 0 {
            continue;
        }
        let brand = kit.brand;
        let draft = KitDraft {
            brand: BrandDraft {
                name: Some(brand.name),
                logo_url: brand.logo_url,
                favicon_url: brand.favicon_url,
                colors: Some(brand.colors),
                fonts: Some(brand.fonts),
                radius: Some(brand.radius),
            },
            texts: file.texts.clone(),
            pages: file.pages.clone(),
        };
        let (saved, _) = tenancy.save_draft(&caller, id, draft).await?;
        tenancy.publish_kit(&caller, id, saved.version).await?;
    }
    Ok(())
}
