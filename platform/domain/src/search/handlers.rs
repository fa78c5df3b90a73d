//! Keeping the index in step with the catalogue.

use std::collections::BTreeSet;

use db::Message;
use kernel::ids::ProductId;
use kernel::{Caller, Event};

use super::Language;
use super::document::document;
use super::engine::Market;
use super::error::SearchError;
use super::service::Search;
use crate::{catalog, tenancy};

/// How many products one message puts into the index.
const AT_ONCE: i64 = 200;

impl Search {
    /// Reacts to a message; one that is none of search's business is ignored. Safe to repeat.
    pub async fn handle(&self, message: &Message) -> Result<(), SearchError> {
        let caller = Caller::system(message.tenant_id);
        match &message.event {
            Event::ProductsChanged { product_ids } => self.index(&caller, product_ids).await,
            Event::AvailabilityChanged { variant_ids } => {
                let mut tx = self.db.begin(&caller).await?;
                let products = catalog::products_of(&mut tx, variant_ids).await?;
                drop(tx);
                self.index(&caller, &products).await
            }
            Event::SearchRebuildDue { after } => self.rebuild(&caller, *after).await,
            _ => Ok(()),
        }
    }

    /// Has the worker put all of a tenant's products into the index again. Each can be found all the while.
    pub async fn request_rebuild(&self, caller: &Caller) -> Result<(), SearchError> {
        let mut tx = self.db.begin(caller).await?;
        tx.publish(&Event::SearchRebuildDue { after: None }).await?;
        Ok(tx.commit().await?)
    }

    /// Puts products into the index as they are now, and takes those out that are not for sale.
    async fn index(&self, caller: &Caller, products: &[ProductId]) -> Result<(), SearchError> {
        let mut tx = self.db.begin(caller).await?;
        let markets: BTreeSet<Market> = tenancy::markets(&mut tx)
            .await?
            .into_iter()
            .map(|(locale, currency)| Market {
                language: Language::of_locale(&locale),
                currency,
            })
            .collect();
        let found = catalog::searchable(&mut tx, products).await?;
        drop(tx);
        let documents: Vec<_> = found
            .iter()
            .flat_map(|product| {
                markets
                    .iter()
                    .filter_map(|&market| document(product, market))
            })
            .collect();
        Ok(self.engine.put(caller, products, &documents).await?)
    }

    /// Indexes the products behind `after`, some at a time.
    async fn rebuild(&self, caller: &Caller, after: Option<ProductId>) -> Result<(), SearchError> {
        let mut tx = self.db.begin(caller).await?;
        let products = catalog::searchable_after(&mut tx, after, AT_ONCE).await?;
        drop(tx);
        let Some(&last) = products.last() else {
            return Ok(());
        };
        self.index(caller, &products).await?;
        let mut tx = self.db.begin(caller).await?;
        let after = Some(last);
        tx.publish(&Event::SearchRebuildDue { after }).await?;
        Ok(tx.commit().await?)
    }
}
