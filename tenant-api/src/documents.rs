//! Invoices and credit notes, for the shopper they are for.

use domain::documents::{self, DocumentKind};
use gateway::json::Money;
use gateway::{ApiResult, Contract, List, OrderToken, PdfFile, Shopper, Visitor};
use kernel::Permission;
use kernel::ids::{DocumentId, OrderId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use crate::json::money;
use crate::{App, Tag};

pub(crate) struct DocumentsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_order_documents").needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_download_document").needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_list_own_order_documents").needs(&[Permission::AccountManage]),
    Contract::of("storefront_download_own_document").needs(&[Permission::AccountManage]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Orders")]
impl DocumentsApi {
    /// List documents of an order
    ///
    /// Its invoice and the credit notes of its refunds, oldest first; none if the store issues none. Needs the order's
    /// token.
    #[oai(
        path = "/orders/:order_id/documents",
        method = "get",
        operation_id = "storefront_list_order_documents"
    )]
    async fn list(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<List<OrderDocument>>> {
        let of = (order_id.0, token.0.key.as_str());
        let documents = self.0.documents.of_own_order(visitor.caller(), of).await?;
        Ok(Json(List::of(documents)))
    }

    /// Download a document of an order
    ///
    /// As PDF. Needs the order's token.
    #[oai(
        path = "/orders/:order_id/documents/:document_id/pdf",
        method = "get",
        operation_id = "storefront_download_document"
    )]
    async fn download(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
        document_id: Path<DocumentId>,
    ) -> ApiResult<PdfFile> {
        let of = (order_id.0, token.0.key.as_str());
        let documents = &self.0.documents;
        let file = documents
            .own_file(visitor.caller(), of, document_id.0)
            .await?;
        Ok(PdfFile::new(&file.name, file.bytes))
    }

    /// List documents of an order of the account
    ///
    /// Returns 404 for an order of another shopper.
    #[oai(
        path = "/account/orders/:order_id/documents",
        method = "get",
        operation_id = "storefront_list_own_order_documents"
    )]
    async fn list_own(
        &self,
        shopper: Shopper,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<List<OrderDocument>>> {
        let documents = &self.0.documents;
        let found = documents.of_account(shopper.caller(), order_id.0).await?;
        Ok(Json(List::of(found)))
    }

    /// Download a document of an order of the account
    ///
    /// As PDF. Returns 404 for an order of another shopper.
    #[oai(
        path = "/account/orders/:order_id/documents/:document_id/pdf",
        method = "get",
        operation_id = "storefront_download_own_document"
    )]
    async fn download_own(
        &self,
        shopper: Shopper,
        order_id: Path<OrderId>,
        document_id: Path<DocumentId>,
    ) -> ApiResult<PdfFile> {
        let documents = &self.0.documents;
        let file = documents
            .file_of_account(shopper.caller(), order_id.0, document_id.0)
            .await?;
        Ok(PdfFile::new(&file.name, file.bytes))
    }
}

/// An invoice or a credit note of an order.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OrderDocument {
    /// Document id.
    id: DocumentId,
    /// What it is.
    kind: DocumentKind,
    /// Number, as it is printed.
    number: String,
    /// Tax in the total.
    tax: Money,
    /// Total charged or credited.
    total: Money,
    /// When it was issued.
    issued_at: OffsetDateTime,
}

impl From<documents::Document> for OrderDocument {
    fn from(document: documents::Document) -> Self {
        Self {
            id: document.id,
            kind: document.kind,
            number: document.number,
            tax: money(document.tax_minor, document.currency),
            total: money(document.total_minor, document.currency),
            issued_at: document.issued_at,
        }
    }
}
