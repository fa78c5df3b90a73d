//! Pictures that a store uploads for its brand.
//!
//! What is kept was read and written anew, under the digest of what it became: its address never shows anything else. A
//! brand names the address, so one that is deleted here goes on working where it is named.

use std::sync::Arc;

use bytes::Bytes;
use db::{Db, DbError, TenantTx};
use imaging::{Unfit, clean};
use kernel::ids::{BrandImageId, StorefrontId};
use kernel::ports::{Clock, Ids, ObjectStore, ObjectStoreError};
use kernel::{Caller, Case, Denied, Fault, Permission};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

use super::store::{brand_images as store, storefront};

/// Pictures of a storefront at most.
const MOST: i64 = 100;

/// A picture of a storefront's brand.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct BrandImage {
    /// Its id.
    pub id: BrandImageId,
    /// Where the file is.
    pub object_key: String,
    /// Its media type.
    pub content_type: String,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
    /// When it was uploaded.
    pub created_at: OffsetDateTime,
}

impl BrandImage {
    /// Its address on the storefront's host.
    pub fn url(&self) -> String {
        format!("/media/{}", self.object_key)
    }
}

/// Why a picture of a brand is not kept or not found.
#[derive(Debug, thiserror::Error)]
pub enum BrandImageError {
    /// There is no such storefront.
    #[error("there is no such storefront")]
    StorefrontNotFound,
    /// There is no such picture.
    #[error("the storefront has no such image")]
    NotFound,
    /// The storefront has as many as it may.
    #[error("the storefront has 100 images; delete one first")]
    TooMany,
    /// It is no picture, or too large.
    #[error(transparent)]
    Picture(#[from] Unfit),
    /// Pictures cannot be kept.
    #[error("pictures cannot be kept at the moment")]
    Media(#[from] ObjectStoreError),
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the images could not be read or written")]
    Db(#[from] DbError),
}

impl BrandImageError {
    /// Case of [`TooMany`](Self::TooMany).
    pub const TOO_MANY_IMAGES: Case = Case::conflict("too_many_images");
    /// Case of [`Media`](Self::Media).
    pub const MEDIA_UNAVAILABLE: Case = Case::unavailable("media_unavailable");
    /// How an upload can fail.
    pub const UPLOAD: [Case; 5] = [
        Unfit::IMAGE_UNSUPPORTED,
        Unfit::IMAGE_UNREADABLE,
        Unfit::IMAGE_TOO_LARGE,
        Self::TOO_MANY_IMAGES,
        Self::MEDIA_UNAVAILABLE,
    ];
}

impl Fault for BrandImageError {
    fn case(&self) -> Case {
        match self {
            Self::StorefrontNotFound | Self::NotFound => Case::NOT_FOUND,
            Self::TooMany => Self::TOO_MANY_IMAGES,
            Self::Picture(unfit) => unfit.case(),
            Self::Media(_) => Self::MEDIA_UNAVAILABLE,
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Db(error) => error.retry_after_seconds(),
            _ => None,
        }
    }
}

/// Pictures of brands, for staff.
#[derive(Clone)]
pub struct BrandImages {
    db: Db,
    clock: Arc<dyn Clock>,
    objects: Arc<dyn ObjectStore>,
}

impl BrandImages {
    /// Pictures whose rows are in `db`, and whose files are in `objects`.
    pub fn new(db: Db, clock: Arc<dyn Clock>, objects: Arc<dyn ObjectStore>) -> Self {
        Self { db, clock, objects }
    }

    /// The pictures of a storefront, the latest first.
    pub async fn list(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
    ) -> Result<Vec<BrandImage>, BrandImageError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        is_there(&mut tx, storefront_id).await?;
        Ok(store::list(&mut tx, storefront_id).await?)
    }

    /// Keeps a picture, and tells whether it is new: one that the storefront has already stays what it is.
    pub async fn add(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        bytes: Bytes,
    ) -> Result<(BrandImage, bool), BrandImageError> {
        caller.require(Permission::StorefrontWrite)?;
        // Looked at before there is anything to pay for.
        let mut tx = self.db.begin(caller).await?;
        is_there(&mut tx, storefront_id).await?;
        drop(tx);
        let cleaned = clean(bytes).await?;
        let digest = hex::encode(Sha256::digest(&cleaned.bytes));
        let (extension, content_type) = (cleaned.format.extension(), cleaned.format.content_type());
        let image = BrandImage {
            id: BrandImageId::from_uuid(Ids.uuid()),
            object_key: format!("{}/{digest}.{extension}", caller.tenant_id()),
            content_type: content_type.to_owned(),
            width: cleaned.width,
            height: cleaned.height,
            created_at: self.clock.now(),
        };
        let mut tx = self.db.begin(caller).await?;
        if let Some(known) = known(&mut tx, storefront_id, &image.object_key).await? {
            return Ok((known, false));
        }
        drop(tx);
        self.objects
            .put(&image.object_key, cleaned.bytes, content_type)
            .await?;
        let mut tx = self.db.begin(caller).await?;
        store::lock(&mut tx, storefront_id).await?;
        if let Some(known) = known(&mut tx, storefront_id, &image.object_key).await? {
            return Ok((known, false));
        }
        store::insert(&mut tx, storefront_id, &image).await?;
        tx.commit().await?;
        Ok((image, true))
    }

    /// Forgets a picture; its address goes on working.
    pub async fn delete(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        id: BrandImageId,
    ) -> Result<(), BrandImageError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::delete(&mut tx, storefront_id, id).await? {
            return Err(BrandImageError::NotFound);
        }
        Ok(tx.commit().await?)
    }
}

/// The picture, if the storefront has it; an error when it has not, and no place for it.
async fn known(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    object_key: &str,
) -> Result<Option<BrandImage>, BrandImageError> {
    let known = store::with_key(tx, storefront_id, object_key).await?;
    if known.is_none() && store::count(tx, storefront_id).await? >= MOST {
        return Err(BrandImageError::TooMany);
    }
    Ok(known)
}

async fn is_there(tx: &mut TenantTx, storefront_id: StorefrontId) -> Result<(), BrandImageError> {
    match storefront(tx, storefront_id).await? {
        Some(_) => Ok(()),
        None => Err(BrandImageError::StorefrontNotFound),
    }
}
