//! A store of product documents: products as storefronts show them, without prices and stock.

use async_trait::async_trait;

use crate::fault::Case;
use crate::ids::{ProductId, TenantId};

/// The most documents that are asked for at once.
pub const PRODUCT_DOCUMENTS_MAX: usize = 100;

/// A product's document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductDocument {
    /// The product.
    pub product_id: ProductId,
    /// Grows with each change of the product.
    pub version: i64,
    /// Which fields the body has. A program puts the newest it knows, and reads no other.
    pub schema: i32,
    /// JSON; none when the product is not for sale. It stays as a marker, so that a late document of before does not bring
    /// the product back.
    pub body: Option<String>,
}

/// Keeps a document for each product. No tenant's documents can be asked for with another tenant's id.
#[async_trait]
pub trait ProductDocuments: Send + Sync {
    /// Those of the products' documents that there are, in no particular order; at most [`PRODUCT_DOCUMENTS_MAX`] are
    /// asked for. One may be missing that was put a moment ago.
    async fn get(
        &self,
        tenant_id: TenantId,
        products: &[ProductId],
    ) -> Result<Vec<ProductDocument>, ProductDocumentsError>;

    /// Puts documents, each unless the one that is there has a higher version, or the same one and no lower schema. Tells
    /// how many were put.
    async fn put(
        &self,
        tenant_id: TenantId,
        documents: &[ProductDocument],
    ) -> Result<usize, ProductDocumentsError>;

    /// Deletes everything of a tenant; tells how many documents that were.
    async fn remove_all(&self, tenant_id: TenantId) -> Result<usize, ProductDocumentsError>;
}

/// The store cannot be used at the moment.
#[derive(Debug, thiserror::Error)]
#[error("the store of product documents cannot be used: {0}")]
pub struct ProductDocumentsError(pub String);

impl ProductDocumentsError {
    /// Case of every one of them.
    pub const DOCUMENTS_UNAVAILABLE: Case = Case::unavailable("product_documents_unavailable");
}
