//! The widths that pictures are made in, by the worker.

use db::Message;
use kernel::ids::{ImageId, ProductId};
use kernel::{Caller, Event};

use super::sized_key;
use crate::catalog::error::CatalogError;
use crate::catalog::service::Catalog;
use crate::catalog::store;

/// Pictures that one message makes; the rest of the product's is left to another one.
const AT_ONCE: usize = 4;

impl Catalog {
    /// Reacts to a message: makes a product's pictures in several widths, and keeps documents in step with products.
    pub async fn handle(&self, message: &Message) -> Result<(), CatalogError> {
        let Event::ImageSizesDue { product_id } = message.event else {
            return self.follow(message).await;
        };
        let caller = Caller::system(message.tenant_id);
        for _ in 0..AT_ONCE {
            let mut tx = self.db.begin(&caller).await?;
            let next = store::pictures::next_unsized(&mut tx, product_id).await?;
            drop(tx);
            let Some((image_id, key)) = next else {
                return Ok(());
            };
            self.make_sizes(&caller, (product_id, image_id), &key)
                .await?;
        }
        self.go_on(&caller, product_id).await
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

    /// Makes a picture's widths and notes them. One that cannot be made, such as a huge one of an import,
    /// is shown as it is.
    async fn make_sizes(
        &self,
        caller: &Caller,
        (product_id, image_id): (ProductId, ImageId),
        key: &str,
    ) -> Result<(), CatalogError> {
        let object = self.objects.get(key).await?;
        let made = match object {
            Some(object) => imaging::sizes(object.bytes).await,
            None => None,
        };
        let (mut widths, mut size) = (Vec::new(), None);
        if let Some(made) = made {
            // The same bytes under the same keys, however often this is done.
            for form in made.forms {
                let place = sized_key(key, form.width, form.format.extension());
                let put = self
                    .objects
                    .put(&place, form.bytes, form.format.content_type());
                put.await?;
            }
            (widths, size) = (made.widths, Some(made.size));
        } else {
            tracing::warn!(key, "a picture cannot be made in other widths");
        }
        let mut tx = self.db.begin(caller).await?;
        store::documents::touch(&mut tx, product_id).await?;
        store::pictures::set_widths(&mut tx, (image_id, key), &widths, size).await?;
        tx.commit().await?;
        Ok(self.documents_due(caller, vec![product_id]).await?)
    }
}
