//! Keeping documents in step with products.

use db::{DbError, Message};
use kernel::ids::ProductId;
use kernel::ports::{ProductDocument, ProductDocumentsError};
use kernel::{Caller, Event};

use super::{Documents, SCHEMA};
use crate::catalog::error::CatalogError;
use crate::catalog::service::Catalog;
use crate::catalog::store;

/// How many documents are put with one look at the database.
const AT_ONCE: i64 = 100;

/// What a rebuild has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Products that were looked at.
    pub products: usize,
    /// Documents that were put: the others were there already.
    pub documents: usize,
}

impl Catalog {
    /// The same, where products have documents. A storefront is shown the same with them as without.
    #[must_use]
    pub fn with_documents(self, documents: Option<Documents>) -> Self {
        Self { documents, ..self }
    }

    /// Reacts to a message about products. Safe to repeat, in any order.
    pub(in crate::catalog) async fn follow(&self, message: &Message) -> Result<(), CatalogError> {
        let Some(documents) = &self.documents else {
            return Ok(());
        };
        let caller = Caller::system(message.tenant_id);
        match &message.event {
            // By a message of its own, so that nothing else waits for the store.
            Event::ProductsChanged { product_ids } => {
                Ok(self.documents_due(&caller, product_ids.clone()).await?)
            }
            Event::ProductDocumentsDue { product_ids } => {
                for some in product_ids.chunks(usize::try_from(AT_ONCE).unwrap_or(1)) {
                    let put = self.put_documents(documents, &caller, some).await?;
                    self.measure(&put);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Has the worker put documents, if there are any.
    pub(in crate::catalog) async fn documents_due(
        &self,
        caller: &Caller,
        product_ids: Vec<ProductId>,
    ) -> Result<(), DbError> {
        if self.documents.is_none() {
            return Ok(());
        }
        let mut tx = self.db.begin(caller).await?;
        tx.publish(&Event::ProductDocumentsDue { product_ids })
            .await?;
        tx.commit().await
    }

    /// Puts the documents of all products of a tenant. Each can be read all the while.
    pub async fn rebuild_documents(&self, caller: &Caller) -> Result<Rebuilt, CatalogError> {
        let documents = self.documents.as_ref().ok_or_else(no_store)?;
        let (mut rebuilt, mut after) = (Rebuilt::default(), None);
        loop {
            let mut tx = self.db.begin(caller).await?;
            let products = store::searchable_after(&mut tx, after, AT_ONCE).await?;
            drop(tx);
            let Some(&last) = products.last() else {
                return Ok(rebuilt);
            };
            let put = self.put_documents(documents, caller, &products).await?;
            rebuilt.products += products.len();
            rebuilt.documents += put.count;
            after = Some(last);
        }
    }

    /// Deletes all documents of a tenant; tells how many. Its products stay, and are read from the database.
    pub async fn remove_documents(&self, caller: &Caller) -> Result<usize, CatalogError> {
        let documents = self.documents.as_ref().ok_or_else(no_store)?;
        Ok(documents.store.remove_all(caller.tenant_id()).await?)
    }

    /// Puts documents of products as these are now.
    async fn put_documents(
        &self,
        documents: &Documents,
        caller: &Caller,
        products: &[ProductId],
    ) -> Result<Put, CatalogError> {
        let mut tx = self.db.begin(caller).await?;
        let sources = store::documents::sources(&mut tx, products).await?;
        drop(tx);
        let newest = sources.iter().map(|source| source.version).max();
        let mut made = Vec::with_capacity(sources.len());
        for source in sources {
            let body = source.body.map(|body| serde_json::to_string(&body.0));
            made.push(ProductDocument {
                product_id: source.id,
                version: source.version,
                schema: SCHEMA,
                body: body.transpose().map_err(DbError::unreadable)?,
            });
        }
        let count = documents.store.put(caller.tenant_id(), &made).await?;
        Ok(Put { count, newest })
    }

    /// Tells how late documents are. A version is the time of the change.
    fn measure(&self, put: &Put) {
        let changed_at = put.newest.filter(|&version| version > 0 && put.count > 0);
        let changed_at = changed_at.and_then(|version| u64::try_from(version).ok());
        let now = self.clock.now().unix_timestamp_nanos() / 1_000;
        if let (Some(changed_at), Ok(now)) = (changed_at, u64::try_from(now)) {
            let lag = std::time::Duration::from_micros(now.saturating_sub(changed_at));
            metrics::histogram!("product_document_lag_seconds").record(lag.as_secs_f64());
        }
    }
}

/// What was put.
struct Put {
    count: usize,
    newest: Option<i64>,
}

fn no_store() -> ProductDocumentsError {
    ProductDocumentsError("the settings name none".to_owned())
}
