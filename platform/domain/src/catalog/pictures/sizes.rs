//! The widths that pictures are made in, by the worker.

use bytes::Bytes;
use db::Message;
use kernel::ids::{ImageId, ProductId};
use kernel::{Caller, Event};

use super::sized_key;
use crate::catalog::error::CatalogError;
use crate::catalog::service::Catalog;
use crate::catalog::store;
use crate::pictures::{Format, SIZED, decode, encode, one_at_a_time, scaled, widths};

/// Pictures that one message makes; the rest of the product's is left to another one.
const AT_ONCE: usize = 4;

/// A picture in all its widths.
struct Sized {
    forms: Vec<Form>,
    widths: Vec<i32>,
    size: (i32, i32),
}

/// A picture in one width and one format.
struct Form {
    width: i32,
    format: Format,
    bytes: Bytes,
}

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
            Some(object) => {
                let made = one_at_a_time(move || make(&object.bytes)).await;
                made.flatten()
            }
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

/// Every form of a picture that is not the picture itself; none when it cannot be made.
fn make(bytes: &[u8]) -> Option<Sized> {
    let (format, picture) = decode(bytes).ok()?;
    let mut made = Sized {
        forms: Vec::new(),
        widths: Vec::new(),
        size: (
            i32::try_from(picture.width()).ok()?,
            i32::try_from(picture.height()).ok()?,
        ),
    };
    for width in widths(picture.width()) {
        let is_own = width == picture.width();
        let in_width = if is_own {
            None
        } else {
            Some(scaled(&picture, width).ok()?)
        };
        let shown = in_width.as_ref().unwrap_or(&picture);
        let width = i32::try_from(width).ok()?;
        for of in [Format::Webp, format] {
            let is_there = (is_own && of == format)
                || made
                    .forms
                    .iter()
                    .any(|form| form.width == width && form.format == of);
            if !is_there {
                let bytes = encode(shown, of, SIZED).ok()?;
                made.forms.push(Form {
                    width,
                    format: of,
                    bytes,
                });
            }
        }
        made.widths.push(width);
    }
    Some(made)
}
