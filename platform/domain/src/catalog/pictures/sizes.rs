//! The widths that pictures are made in, by the worker.

use db::Message;
use kernel::ids::{CategoryId, ImageId, ProductId};
use kernel::{Caller, Event};

use super::sized_key;
use crate::catalog::error::CatalogError;
use crate::catalog::service::Catalog;
use crate::catalog::store;

/// Pictures that one message makes; the rest of the product's is left to another one.
const AT_ONCE: usize = 4;

/// What was made of a picture: nothing, when it could not be.
#[derive(Debug, Default)]
pub(in crate::catalog) struct Made {
    /// The widths it has now.
    pub(in crate::catalog) widths: Vec<i32>,
    /// Its size as it is shown.
    pub(in crate::catalog) size: Option<(i32, i32)>,
    /// A few colours to show until it is there.
    pub(in crate::catalog) blurhash: Option<String>,
}

impl Catalog {
    /// Reacts to a message: makes a product's pictures in several widths, and keeps documents in step with products.
    pub async fn handle(&self, message: &Message) -> Result<(), CatalogError> {
        let caller = Caller::system(message.tenant_id);
        match message.event {
            Event::ImageSizesDue { product_id } => self.make_some(&caller, product_id).await,
            Event::CategoryImageChanged { category_id } => {
                self.make_of_category(&caller, category_id).await
            }
            _ => self.follow(message).await,
        }
    }

    /// Makes the widths of some of a product's pictures.
    async fn make_some(&self, caller: &Caller, product_id: ProductId) -> Result<(), CatalogError> {
        for _ in 0..AT_ONCE {
            let mut tx = self.db.begin(caller).await?;
            let next = store::pictures::next_unsized(&mut tx, product_id).await?;
            drop(tx);
            let Some((image_id, key)) = next else {
                return Ok(());
            };
            self.make_sizes(caller, (product_id, image_id), &key)
                .await?;
        }
        self.go_on(caller, product_id).await
    }

    /// Leaves what is left to another message.
    async fn go_on(&self, caller: &Caller, product_id: ProductId) -> Result<(), CatalogError> {
        let mut tx = self.db.begin(caller).await?;
        let next = store::pictures::next_unsized(&mut tx, product_id).await?;
        if next.is_some() {
            tx.publish(&Event::ImageSizesDue { product_id }).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Makes a picture's widths and notes them.
    async fn make_sizes(
        &self,
        caller: &Caller,
        (product_id, image_id): (ProductId, ImageId),
        key: &str,
    ) -> Result<(), CatalogError> {
        let made = self.make(key).await?;
        let mut tx = self.db.begin(caller).await?;
        store::documents::touch(&mut tx, product_id).await?;
        store::pictures::set_widths(&mut tx, (image_id, key), &made).await?;
        tx.commit().await?;
        Ok(self.documents_due(caller, vec![product_id]).await?)
    }

    /// The same for a category's picture, unless they are there.
    async fn make_of_category(
        &self,
        caller: &Caller,
        category_id: CategoryId,
    ) -> Result<(), CatalogError> {
        let mut tx = self.db.begin(caller).await?;
        let unsized_key = store::category_images::unsized_key(&mut tx, category_id).await?;
        drop(tx);
        let Some(key) = unsized_key else {
            return Ok(());
        };
        let made = self.make(&key).await?;
        let mut tx = self.db.begin(caller).await?;
        store::category_images::set_widths(&mut tx, (category_id, &key), &made).await?;
        Ok(tx.commit().await?)
    }

    /// Keeps a picture in its widths. One that cannot be made, such as a huge one of an import, is shown as it is.
    async fn make(&self, key: &str) -> Result<Made, CatalogError> {
        let object = self.objects.get(key).await?;
        let made = match object {
            Some(object) => imaging::sizes(object.bytes).await,
            None => None,
        };
        let Some(made) = made else {
            tracing::warn!(key, "a picture cannot be made in other widths");
            return Ok(Made::default());
        };
        // The same bytes under the same keys, however often this is done.
        for form in made.forms {
            let place = sized_key(key, form.width, form.format.extension());
            let put = self
                .objects
                .put(&place, form.bytes, form.format.content_type());
            put.await?;
        }
        Ok(Made {
            widths: made.widths,
            size: Some(made.size),
            blurhash: Some(made.blurhash),
        })
    }
}
