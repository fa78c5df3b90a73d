//! What staff does with a product's pictures, one at a time.

use bytes::Bytes;
use db::TenantTx;
use imaging::{Unfit, clean};
use kernel::ids::{ImageId, ProductId};
use kernel::ports::Ids;
use kernel::{Caller, Event, Permission};
use sha2::{Digest, Sha256};

use super::UPLOADS_MAX;
use crate::catalog::admin::{changed, read};
use crate::catalog::commands::invalid;
use crate::catalog::draft::Picture;
use crate::catalog::error::CatalogError;
use crate::catalog::model::ProductRecord;
use crate::catalog::pictures::{Image, ImageChange};
use crate::catalog::service::Catalog;
use crate::catalog::store;

/// Changes of a product's picture; what is not given stays.
#[derive(Debug, Clone)]
pub struct ChangeImage {
    /// The product.
    pub product_id: ProductId,
    /// Its picture.
    pub image_id: ImageId,
    /// What is said of it from now on.
    pub change: ImageChange,
    /// Its place among the product's pictures, counted from 1; the last one for more.
    pub position: Option<i32>,
}

/// A picture as it is kept.
pub(super) struct Kept {
    pub(super) picture: Picture,
    pub(super) bytes: Bytes,
}

impl Catalog {
    /// A picture of a product.
    pub async fn image(
        &self,
        caller: &Caller,
        product_id: ProductId,
        image_id: ImageId,
    ) -> Result<Image, CatalogError> {
        caller.require_in_scope(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        find(read(&mut tx, product_id).await?, image_id)
    }

    /// Adds a picture behind the product's others, and tells whether it is new: one that the product has
    /// already stays what it is.
    pub async fn add_image(
        &self,
        caller: &Caller,
        product_id: ProductId,
        bytes: Bytes,
    ) -> Result<(ImageId, Image, bool), CatalogError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        // Looked at before there is anything to pay for.
        let mut tx = self.db.begin(caller).await?;
        let product = read(&mut tx, product_id).await?;
        drop(tx);
        if product.images.len() > UPLOADS_MAX {
            return Err(CatalogError::TooManyImages);
        }
        let Kept { picture, bytes } = look_at(caller, bytes).await?;
        self.objects
            .put(&picture.key, bytes, picture.content_type)
            .await?;

        let mut tx = self.locked(caller, product_id).await?;
        if let Some(known) = store::pictures::with_key(&mut tx, product_id, &picture.key).await? {
            let product = read(&mut tx, product_id).await?;
            return Ok((known, find(product, known)?, false));
        }
        if store::pictures::of_product(&mut tx, product_id)
            .await?
            .len()
            >= UPLOADS_MAX
        {
            return Err(CatalogError::TooManyImages);
        }
        let image_id = ImageId::from_uuid(Ids.uuid());
        store::pictures::add(&mut tx, product_id, image_id, &picture).await?;
        tx.publish(&Event::ImageSizesDue { product_id }).await?;
        let product = self.finish(tx, product_id).await?;
        Ok((image_id, find(product, image_id)?, true))
    }

    /// Changes what is said of a product's picture, or its place.
    pub async fn change_image(
        &self,
        caller: &Caller,
        command: ChangeImage,
    ) -> Result<ProductRecord, CatalogError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        let ChangeImage {
            product_id,
            image_id,
            change,
            position,
        } = command;
        let said = change.check()?;
        if position.is_some_and(|position| position < 1) {
            return Err(invalid("/position", "out_of_range", "1 or more"));
        }

        let mut tx = self.locked(caller, product_id).await?;
        let mut images = store::pictures::of_product(&mut tx, product_id).await?;
        let place = place(&images, image_id)?;
        store::pictures::say(&mut tx, image_id, &said).await?;
        if let Some(position) = position {
            images.remove(place);
            let wanted = usize::try_from(position).unwrap_or(1) - 1;
            images.insert(wanted.min(images.len()), image_id);
            store::pictures::arrange(&mut tx, &images).await?;
        }
        self.finish(tx, product_id).await
    }

    /// Takes a picture away from a product. Its address stays, for pages that show it still.
    pub async fn remove_image(
        &self,
        caller: &Caller,
        product_id: ProductId,
        image_id: ImageId,
    ) -> Result<(), CatalogError> {
        caller.require_in_scope(Permission::ProductsWrite)?;
        let mut tx = self.locked(caller, product_id).await?;
        let images = store::pictures::of_product(&mut tx, product_id).await?;
        place(&images, image_id)?;
        store::pictures::remove(&mut tx, product_id, image_id).await?;
        self.finish(tx, product_id).await.map(|_| ())
    }

    async fn locked(
        &self,
        caller: &Caller,
        product_id: ProductId,
    ) -> Result<TenantTx, CatalogError> {
        let mut tx = self.db.begin(caller).await?;
        if store::pictures::lock_product(&mut tx, product_id).await? {
            Ok(tx)
        } else {
            Err(CatalogError::ProductNotFound)
        }
    }

    async fn finish(
        &self,
        mut tx: TenantTx,
        product_id: ProductId,
    ) -> Result<ProductRecord, CatalogError> {
        store::admin::touch(&mut tx, product_id, self.clock.now()).await?;
        changed(&mut tx, product_id).await?;
        let product = read(&mut tx, product_id).await?;
        tx.commit().await?;
        Ok(product)
    }
}

/// The picture as it is kept, under the digest of its bytes.
pub(super) async fn look_at(caller: &Caller, bytes: Bytes) -> Result<Kept, CatalogError> {
    let tenant_id = caller.tenant_id();
    let cleaned = clean(bytes).await.map_err(|unfit| match unfit {
        Unfit::Unsupported => CatalogError::ImageUnsupported,
        Unfit::Unreadable => CatalogError::ImageUnreadable,
        Unfit::TooLarge => CatalogError::ImageTooLarge,
    })?;
    let digest = hex::encode(Sha256::digest(&cleaned.bytes));
    let picture = Picture {
        key: format!("{tenant_id}/{digest}.{}", cleaned.format.extension()),
        content_type: cleaned.format.content_type(),
        width: cleaned.width,
        height: cleaned.height,
    };
    Ok(Kept {
        picture,
        bytes: cleaned.bytes,
    })
}

fn place(images: &[ImageId], image_id: ImageId) -> Result<usize, CatalogError> {
    let place = images.iter().position(|id| *id == image_id);
    place.ok_or(CatalogError::ImageNotFound)
}

fn find(product: ProductRecord, image_id: ImageId) -> Result<Image, CatalogError> {
    let mut images = product.images.into_iter();
    let found = images.find(|(id, _)| *id == image_id);
    found
        .map(|(_, image)| image)
        .ok_or(CatalogError::ImageNotFound)
}
