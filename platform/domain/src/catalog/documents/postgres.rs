//! Documents in the database that everything else is in.

use async_trait::async_trait;
use db::{Db, DbError};
use kernel::ids::{ProductId, TenantId};
use kernel::ports::{ProductDocument, ProductDocuments, ProductDocumentsError};
use kernel::{Caller, chain};

use crate::catalog::store;

/// A table of documents.
#[derive(Debug, Clone)]
pub struct PostgresDocuments {
    db: Db,
}

impl PostgresDocuments {
    /// The table behind the role that serves requests.
    pub const fn new(db: Db) -> Self {
        Self { db }
    }

    async fn try_get(
        &self,
        tenant_id: TenantId,
        products: &[ProductId],
    ) -> Result<Vec<ProductDocument>, DbError> {
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        store::document_rows::get(&mut tx, products).await
    }

    async fn try_put(
        &self,
        tenant_id: TenantId,
        documents: &[ProductDocument],
    ) -> Result<u64, DbError> {
        // What a power failure loses is read from the products' own tables until it is put again.
        let mut tx = self
            .db
            .begin_async_commit(&Caller::system(tenant_id))
            .await?;
        let put = store::document_rows::put(&mut tx, documents).await?;
        tx.commit().await?;
        Ok(put)
    }

    async fn try_remove_all(&self, tenant_id: TenantId) -> Result<u64, DbError> {
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        let removed = store::document_rows::remove_all(&mut tx).await?;
        tx.commit().await?;
        Ok(removed)
    }
}

fn out(why: &DbError) -> ProductDocumentsError {
    ProductDocumentsError(chain(why))
}

fn number(rows: u64) -> usize {
    usize::try_from(rows).unwrap_or(usize::MAX)
}

#[async_trait]
impl ProductDocuments for PostgresDocuments {
    async fn get(
        &self,
        tenant_id: TenantId,
        products: &[ProductId],
    ) -> Result<Vec<ProductDocument>, ProductDocumentsError> {
        let found = self.try_get(tenant_id, products).await;
        found.map_err(|why| out(&why))
    }

    async fn put(
        &self,
        tenant_id: TenantId,
        documents: &[ProductDocument],
    ) -> Result<usize, ProductDocumentsError> {
        let put = self.try_put(tenant_id, documents).await;
        put.map(number).map_err(|why| out(&why))
    }

    async fn remove_all(&self, tenant_id: TenantId) -> Result<usize, ProductDocumentsError> {
        let removed = self.try_remove_all(tenant_id).await;
        removed.map(number).map_err(|why| out(&why))
    }
}
