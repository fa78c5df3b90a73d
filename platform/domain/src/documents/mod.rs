//! Documents of orders: invoices, credit notes and packing slips.
//!
//! Owns `invoicing_settings` and `documents`. Invariants:
//! - an order has at most one invoice, and a refund at most one credit note, which names the order's invoice;
//! - the numbers of a tenant's invoices have no gap, nor do those of its credit notes: a number is taken in the
//!   transaction that adds the document;
//! - a document is a copy: it does not change when the order, the brand or the settings do, and the database takes
//!   no change of it;
//! - what is printed adds up: the lines, the shipping and what was taken off are the total, and the taxes of the
//!   rates are the tax; what does not add up is not issued.
//!
//! A packing slip has no number and no prices. It is made when it is asked for, and kept nowhere.
//!
//! Imports `analytics` for the tenant's time zone, `orders` for what was bought, `pricing` for its words and `tenancy`
//! for the brand.

mod content;
mod credit;
mod error;
mod format;
mod handlers;
mod invoice;
mod issue;
mod model;
mod packing;
mod service;
mod settings;
mod sheet;
mod store;
mod words;

pub use error::DocumentError;
pub use model::{Document, DocumentFile, DocumentKind, DocumentPage, ListDocuments};
pub use service::Documents;
pub use settings::{InvoicingDraft, InvoicingSettings, SellerField};
