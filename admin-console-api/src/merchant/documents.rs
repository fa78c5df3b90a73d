//! Invoices, credit notes and packing slips of the tenant's orders.

use domain::documents::{self, DocumentError, DocumentKind, ListDocuments};
use domain::orders::OrderError;
use gateway::json::Money;
use gateway::{ApiResult, Contract, CsvFile, CsvRow, Cursor, Limit, List, Page, PdfFile, Staff};
use kernel::ids::{DocumentId, FulfillmentId, OrderId, RefundId};
use kernel::{Currency, Money as Amount, Permission};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::json::decimal;
use crate::{App, Tag};

/// Rows that are read at once.
const PART: u32 = 100;
const HEADER: [&str; 9] = [
    "id",
    "kind",
    "number",
    "order_id",
    "refund_id",
    "currency",
    "tax",
    "total",
    "issued_at",
];

pub(crate) struct DocumentsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_documents").needs(&[Permission::OrdersRead]),
    Contract::of("admin_export_documents").needs(&[Permission::OrdersRead]),
    Contract::of("admin_list_order_documents").needs(&[Permission::OrdersRead]),
    Contract::of("admin_issue_invoice")
        .needs(&[Permission::OrdersWrite])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            DocumentError::SELLER_INCOMPLETE,
        ]),
    Contract::of("admin_download_document").needs(&[Permission::OrdersRead]),
    Contract::of("admin_download_packing_slip")
        .needs(&[Permission::OrdersRead])
        .fails(&[
            OrderError::ORDER_WRONG_STATUS,
            OrderError::FULFILLMENT_WRONG_STATUS,
            DocumentError::NOTHING_TO_PACK,
        ]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminOrders")]
impl DocumentsApi {
    /// List documents
    ///
    /// Invoices and credit notes of all orders, newest first.
    #[oai(
        path = "/documents",
        method = "get",
        operation_id = "admin_list_documents"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn list(
        &self,
        staff: Staff,
        /// Only documents of this kind.
        kind: Query<Option<DocumentKind>>,
        /// Only documents issued at this time or later.
        issued_from: Query<Option<OffsetDateTime>>,
        /// Only documents issued before this time.
        issued_before: Query<Option<OffsetDateTime>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<Document>>> {
        let (from, before) = (issued_from.0, issued_before.0);
        let tenant = staff.caller().tenant_id();
        let list = format!("documents/{tenant}/{:?}/{from:?}/{before:?}", kind.0);
        let query = ListDocuments {
            kind: kind.0,
            issued_from: from,
            issued_before: before,
            after: cursor.0.read(&list)?,
            limit: limit.0.get(),
        };
        let page = self.0.documents.list(staff.caller(), query).await?;
        Ok(Json(Page::behind(page.documents, &list, page.next)))
    }

    /// Export documents
    ///
    /// The same list as CSV in UTF-8, with the columns `id`, `kind`, `number`, `order_id`, `refund_id`, `currency`, `tax`,
    /// `total` and `issued_at`. Amounts are decimals of the currency, such as `12.05`. The file is written as it is read.
    #[expect(clippy::unused_async, reason = "an operation is asynchronous")]
    #[oai(
        path = "/documents.csv",
        method = "get",
        operation_id = "admin_export_documents"
    )]
    async fn export(
        &self,
        staff: Staff,
        /// Only documents of this kind.
        kind: Query<Option<DocumentKind>>,
        /// Only documents issued at this time or later.
        issued_from: Query<Option<OffsetDateTime>>,
        /// Only documents issued before this time.
        issued_before: Query<Option<OffsetDateTime>>,
    ) -> ApiResult<CsvFile> {
        let (documents, caller) = (self.0.documents.clone(), staff.caller().clone());
        caller
            .require(Permission::OrdersRead)
            .map_err(DocumentError::from)?;
        let (kind, from, before) = (kind.0, issued_from.0, issued_before.0);
        Ok(CsvFile::stream("documents.csv", &HEADER, move |after| {
            let (documents, caller) = (documents.clone(), caller.clone());
            let query = ListDocuments {
                kind,
                issued_from: from,
                issued_before: before,
                after,
                limit: PART,
            };
            async move {
                let page = documents.list(&caller, query).await?;
                let rows = page.documents.iter().map(row).collect();
                Ok::<_, DocumentError>((rows, page.next))
            }
        }))
    }

    /// List documents of an order
    ///
    /// Its invoice and the credit notes of its refunds, oldest first.
    #[oai(
        path = "/orders/:order_id/documents",
        method = "get",
        operation_id = "admin_list_order_documents"
    )]
    async fn of_order(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<List<Document>>> {
        let documents = self
            .0
            .documents
            .of_order(staff.caller(), order_id.0)
            .await?;
        Ok(Json(List::of(documents)))
    }

    /// Issue an invoice
    ///
    /// Of a paid order, and the credit notes of its refunds; what was issued before stays as it is, so repeating it
    /// changes nothing and returns 200. Numbers have no gap. An unpaid order returns 409 `order_wrong_status`; if the
    /// invoicing settings lack something, the answer is 409 `seller_incomplete` with `missing`.
    #[oai(
        path = "/orders/:order_id/invoice",
        method = "post",
        operation_id = "admin_issue_invoice"
    )]
    async fn issue(&self, staff: Staff, order_id: Path<OrderId>) -> ApiResult<InvoiceIssued> {
        let documents = &self.0.documents;
        let (invoice, is_new) = documents.issue_invoice(staff.caller(), order_id.0).await?;
        let location = format!("/admin/v1/documents/{}/pdf", invoice.id);
        let invoice = Json(invoice.into());
        Ok(if is_new {
            InvoiceIssued::Created(invoice, location)
        } else {
            InvoiceIssued::Found(invoice)
        })
    }

    /// Download a document
    ///
    /// An invoice or a credit note as PDF. It is printed from what was copied when it was issued: each download is the
    /// same file.
    #[oai(
        path = "/documents/:document_id/pdf",
        method = "get",
        operation_id = "admin_download_document"
    )]
    async fn download(&self, staff: Staff, document_id: Path<DocumentId>) -> ApiResult<PdfFile> {
        let file = self.0.documents.file(staff.caller(), document_id.0).await?;
        Ok(PdfFile::new(&file.name, file.bytes))
    }

    /// Download a packing slip
    ///
    /// Of a fulfillment, or of all that is neither shipped nor cancelled: quantities, stock keeping units and titles
    /// without prices, as PDF. It has no number and is not kept. Returns 409 `nothing_to_pack` when nothing is left.
    #[oai(
        path = "/orders/:order_id/packing-slip.pdf",
        method = "get",
        operation_id = "admin_download_packing_slip"
    )]
    async fn packing_slip(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        /// Which fulfillment; without it, what is left to ship.
        fulfillment_id: Query<Option<FulfillmentId>>,
    ) -> ApiResult<PdfFile> {
        let documents = &self.0.documents;
        let of = (order_id.0, fulfillment_id.0);
        let file = documents.packing_slip(staff.caller(), of.0, of.1).await?;
        Ok(PdfFile::new(&file.name, file.bytes))
    }
}

fn row(document: &documents::Document) -> CsvRow {
    let decimal = |minor: i64| decimal(Amount::new(minor, document.currency));
    let refund = document.refund_id.map(|id| id.to_string());
    vec![
        document.id.to_string(),
        document.kind.to_string(),
        document.number.clone(),
        document.order_id.to_string(),
        refund.unwrap_or_default(),
        document.currency.to_string(),
        decimal(document.tax_minor),
        decimal(document.total_minor),
        document.issued_at.format(&Rfc3339).unwrap_or_default(),
    ]
}

/// Response of issue-invoice.
#[derive(ApiResponse)]
enum InvoiceIssued {
    /// The invoice, which was issued before.
    #[oai(status = 200)]
    Found(Json<Document>),
    /// The new invoice.
    #[oai(status = 201)]
    Created(
        Json<Document>,
        /// URL of its PDF file.
        #[oai(header = "Location")]
        String,
    ),
}

/// An invoice or a credit note.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminDocument"
)]
struct Document {
    /// Document id.
    id: DocumentId,
    /// What it is.
    kind: DocumentKind,
    /// Number, with its prefix; without gaps within a kind.
    number: String,
    /// Order.
    order_id: OrderId,
    /// Refund that a credit note is for; absent for an invoice.
    refund_id: Option<RefundId>,
    /// Invoice that a credit note is for; absent for an invoice.
    invoice_id: Option<DocumentId>,
    /// Currency of its amounts.
    currency: Currency,
    /// Tax in the total.
    tax: Money,
    /// Total charged or credited.
    total: Money,
    /// When it was issued.
    issued_at: OffsetDateTime,
}

impl From<documents::Document> for Document {
    fn from(document: documents::Document) -> Self {
        let money = |minor| Amount::new(minor, document.currency).into();
        Self {
            id: document.id,
            kind: document.kind,
            tax: money(document.tax_minor),
            total: money(document.total_minor),
            number: document.number,
            order_id: document.order_id,
            refund_id: document.refund_id,
            invoice_id: document.invoice_id,
            currency: document.currency,
            issued_at: document.issued_at,
        }
    }
}
