//! The picture of a brand, from a file into the object store and the brand kit.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use domain::catalog::image_address;
use domain::tenancy::{ProvisionedTenant, Tenancy, TenancyError};
use kernel::Caller;
use kernel::ports::{ObjectStore, ObjectStoreError};
use sha2::{Digest, Sha256};

/// Why a picture is not a brand's.
#[derive(Debug, thiserror::Error)]
pub enum LogoError {
    /// Pictures are told by their ending.
    #[error("a logo is a webp, png or jpeg file")]
    Format,
    /// It could not be kept.
    #[error(transparent)]
    Store(#[from] ObjectStoreError),
    /// The brand kit could not be changed.
    #[error(transparent)]
    Tenancy(#[from] TenancyError),
}

/// Makes the picture the logo of the tenant's storefronts. Its address holds its hash, so browsers
/// may keep it for ever, and giving it again changes nothing.
pub async fn give_logo(
    tenancy: &Tenancy,
    objects: &Arc<dyn ObjectStore>,
    tenant: &ProvisionedTenant,
    name: &str,
    picture: Bytes,
) -> Result<(), LogoError> {
    let ending = Path::new(name).extension().and_then(|e| e.to_str());
    let (ending, content_type) = match ending {
        Some("webp") => ("webp", "image/webp"),
        Some("png") => ("png", "image/png"),
        Some("jpg" | "jpeg") => ("jpg", "image/jpeg"),
        _ => return Err(LogoError::Format),
    };
    let hash: String = hex::encode(Sha256::digest(&picture))
        .chars()
        .take(16)
        .collect();
    let key = format!("{}/logo-{hash}.{ending}", tenant.tenant.id);
    objects.put(&key, picture, content_type).await?;
    let caller = Caller::system(tenant.tenant.id);
    for open in &tenant.storefronts {
        let id = open.storefront.id;
        tenancy.set_logo(&caller, id, &image_address(&key)).await?;
    }
    Ok(())
}
