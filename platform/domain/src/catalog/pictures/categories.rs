//! What staff does with the pictures of categories: each has one or none.

use bytes::Bytes;
use kernel::ids::CategoryId;
use kernel::{Caller, Event, Permission};
use uuid::Uuid;

use super::uploads::{Kept, look_at};
use super::{Image, ImageChange};
use crate::catalog::cursor::Position;
use crate::catalog::error::CatalogError;
use crate::catalog::model::{Category, ListCategories, Page};
use crate::catalog::service::{Catalog, limit, page, position};
use crate::catalog::store::category_images as store;

/// Changes of a category's picture; what is not given stays.
#[derive(Debug, Clone)]
pub struct ChangeCategoryImage {
    /// The category.
    pub category_id: CategoryId,
    /// What is said of it from now on.
    pub change: ImageChange,
}

impl Catalog {
    /// A page of all categories, the oldest first.
    pub async fn list_categories(
        &self,
        caller: &Caller,
        query: ListCategories,
    ) -> Result<Page<Category>, CatalogError> {
        caller.require(Permission::ProductsRead)?;
        let limit = limit(query.limit)?;
        let list = format!("{}/categories", caller.tenant_id());
        let after = match &query.cursor {
            Some(text) => position(text, &list)?.id,
            None => Uuid::nil(),
        };
        let mut tx = self.db.begin(caller).await?;
        let found = store::categories_after(&mut tx, after, limit + 1).await?;
        let end = |category: &Category| Position {
            id: category.id.uuid(),
            minor: 0,
            title: String::new(),
        };
        Ok(page(found, limit, |category| end(category).encode(&list)))
    }

    /// The picture of a category.
    pub async fn category_image(
        &self,
        caller: &Caller,
        category_id: CategoryId,
    ) -> Result<Image, CatalogError> {
        caller.require(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        let found = store::find(&mut tx, category_id).await?;
        found.ok_or(CatalogError::ImageNotFound)
    }

    /// Gives a category a picture instead of the one it has, and tells whether it is new: the one that it has already
    /// stays what it is. The address of the one before goes on working.
    pub async fn set_category_image(
        &self,
        caller: &Caller,
        category_id: CategoryId,
        bytes: Bytes,
    ) -> Result<(Image, bool), CatalogError> {
        caller.require(Permission::ProductsWrite)?;
        // Looked at before there is anything to pay for. Categories are never deleted.
        let mut tx = self.db.begin(caller).await?;
        if !store::is_category(&mut tx, category_id).await? {
            return Err(CatalogError::CategoryNotFound);
        }
        drop(tx);
        let Kept { picture, bytes } = look_at(caller, bytes).await?;
        self.objects
            .put(&picture.key, bytes, picture.content_type)
            .await?;

        let mut tx = self.db.begin(caller).await?;
        let is_new = store::put(&mut tx, category_id, &picture).await?;
        if is_new {
            tx.publish(&Event::CategoryImageChanged { category_id })
                .await?;
        }
        let image = store::find(&mut tx, category_id).await?;
        let image = image.ok_or(CatalogError::ImageNotFound)?;
        tx.commit().await?;
        Ok((image, is_new))
    }

    /// Changes what is said of a category's picture.
    pub async fn change_category_image(
        &self,
        caller: &Caller,
        command: ChangeCategoryImage,
    ) -> Result<Image, CatalogError> {
        caller.require(Permission::ProductsWrite)?;
        let category_id = command.category_id;
        let said = command.change.check()?;
        let mut tx = self.db.begin(caller).await?;
        let changed = store::change(&mut tx, category_id, &said).await?;
        let image = changed.ok_or(CatalogError::ImageNotFound)?;
        tx.publish(&Event::CategoryImageChanged { category_id })
            .await?;
        tx.commit().await?;
        Ok(image)
    }

    /// Takes the picture of a category away. Its address goes on working, for pages that show it still.
    pub async fn remove_category_image(
        &self,
        caller: &Caller,
        category_id: CategoryId,
    ) -> Result<(), CatalogError> {
        caller.require(Permission::ProductsWrite)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::remove(&mut tx, category_id).await? {
            return Err(CatalogError::ImageNotFound);
        }
        tx.publish(&Event::CategoryImageChanged { category_id })
            .await?;
        Ok(tx.commit().await?)
    }
}
