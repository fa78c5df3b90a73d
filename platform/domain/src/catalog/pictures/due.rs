//! Pictures from before something was made of them that is made of pictures now.

use db::DbError;
use kernel::ids::{CategoryId, ProductId};
use kernel::{Caller, Event};
use uuid::Uuid;

use crate::catalog::error::CatalogError;
use crate::catalog::service::Catalog;
use crate::catalog::store;

/// Messages that are published at once.
const AT_ONCE: i64 = 100;

impl Catalog {
    /// Has the worker make what pictures lack; tells how many products and categories have such pictures.
    pub async fn pictures_due(&self, caller: &Caller) -> Result<usize, CatalogError> {
        let (mut due, mut after) = (0, Uuid::nil());
        loop {
            let mut tx = self.db.begin(caller).await?;
            let products = store::pictures::unmade_products(&mut tx, after, AT_ONCE).await?;
            let Some(last) = products.last() else {
                break;
            };
            after = last.uuid();
            due += products.len();
            let due = |product_id: ProductId| Event::ImageSizesDue { product_id };
            publish(tx, products.into_iter().map(due).collect()).await?;
        }
        after = Uuid::nil();
        loop {
            let mut tx = self.db.begin(caller).await?;
            let found = store::category_images::unmade_categories(&mut tx, after, AT_ONCE).await?;
            let Some(last) = found.last() else {
                return Ok(due);
            };
            after = last.uuid();
            due += found.len();
            let due = |category_id: CategoryId| Event::CategoryImageChanged { category_id };
            publish(tx, found.into_iter().map(due).collect()).await?;
        }
    }
}

async fn publish(mut tx: db::TenantTx, due: Vec<Event>) -> Result<(), DbError> {
    let due: Vec<_> = due.iter().map(|event| (event, None)).collect();
    tx.publish_all(&due).await?;
    tx.commit().await
}
