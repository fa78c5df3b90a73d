//! What a document is.

use kernel::Currency;
use kernel::ids::{DocumentId, OrderId, RefundId};
use time::OffsetDateTime;

kernel::words! {
    /// Kind of a document.
    pub enum DocumentKind {
        /// What an order costs.
        Invoice = "invoice",
        /// What was refunded of an invoice.
        CreditNote = "credit_note",
    }
}

impl DocumentKind {
    /// The counter that its numbers come from.
    pub(super) const fn counter(self) -> &'static str {
        match self {
            Self::Invoice => "invoices",
            Self::CreditNote => "credit_notes",
        }
    }
}

/// A document, without what is printed on it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// Its number, with the prefix.
    pub number: String,
    /// The order.
    pub order_id: OrderId,
    /// The refund that a credit note is for.
    pub refund_id: Option<RefundId>,
    /// The invoice that a credit note is for.
    pub invoice_id: Option<DocumentId>,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The tax in the total.
    pub tax_minor: i64,
    /// What it comes to.
    pub total_minor: i64,
    /// When it was issued.
    pub issued_at: OffsetDateTime,
}

/// Which documents to list, the newest first.
#[derive(Debug, Clone, Default)]
pub struct ListDocuments {
    /// Of this kind; all without it.
    pub kind: Option<DocumentKind>,
    /// Issued at this time or later.
    pub issued_from: Option<OffsetDateTime>,
    /// Issued before this time.
    pub issued_before: Option<OffsetDateTime>,
    /// Behind this one.
    pub after: Option<DocumentId>,
    /// How many, 1 to 100.
    pub limit: u32,
}

/// One page of documents.
#[derive(Debug, Clone)]
pub struct DocumentPage {
    /// The documents.
    pub documents: Vec<Document>,
    /// The last of them, if more follow.
    pub next: Option<DocumentId>,
}

/// A printed document.
#[derive(Debug, Clone)]
pub struct DocumentFile {
    /// Its name, without what browsers could not keep it under.
    pub name: String,
    /// The PDF file.
    pub bytes: Vec<u8>,
}
