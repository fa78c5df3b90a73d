//! Listing documents and printing them.

use std::sync::Arc;

use db::{Db, TenantTx};
use kernel::ids::{DocumentId, FulfillmentId, OrderId};
use kernel::ports::{Clock, Ids, PrintError, Printer};
use kernel::sheet::Sheet;
use kernel::{Caller, Permission};
use tokio::sync::Semaphore;

use super::packing::{self, Packing};
use super::{Document, DocumentError, DocumentFile, DocumentPage, ListDocuments, sheet, store};
use crate::orders::{self, OrderError};

/// The most documents that a list shows at once.
const MAX_PAGE: u32 = 100;
/// Documents that are printed at once, each on a core: requests keep the others.
const PRINTED_AT_ONCE: usize = 2;

/// Documents of orders.
#[derive(Clone)]
pub struct Documents {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Ids,
    printer: Arc<dyn Printer>,
    places: Arc<Semaphore>,
}

impl Documents {
    /// Documents in `db`, which `printer` makes files of.
    pub fn new(db: Db, clock: Arc<dyn Clock>, ids: Ids, printer: Arc<dyn Printer>) -> Self {
        Self {
            db,
            clock,
            ids,
            printer,
            places: Arc::new(Semaphore::new(PRINTED_AT_ONCE)),
        }
    }

    /// All documents, the newest first.
    pub async fn list(
        &self,
        caller: &Caller,
        query: ListDocuments,
    ) -> Result<DocumentPage, DocumentError> {
        caller.require(Permission::OrdersRead)?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let mut documents = store::list(&mut tx, &query, i64::from(limit) + 1).await?;
        let size = usize::try_from(limit).unwrap_or(usize::MAX);
        let has_more = documents.len() > size;
        documents.truncate(size);
        let last = documents.last().map(|document| document.id);
        Ok(DocumentPage {
            next: last.filter(|_| has_more),
            documents,
        })
    }

    /// The documents of an order, the first first.
    pub async fn of_order(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<Document>, DocumentError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        orders::find(&mut tx, order_id)
            .await?
            .ok_or(OrderError::NotFound(order_id))?;
        Ok(store::of_order(&mut tx, order_id).await?)
    }

    /// The documents of an order that a visitor has the token of.
    pub async fn of_own_order(
        &self,
        caller: &Caller,
        (order_id, token): (OrderId, &str),
    ) -> Result<Vec<Document>, DocumentError> {
        caller.require(Permission::OrdersPlace)?;
        let mut tx = self.db.begin(caller).await?;
        orders::opened(&mut tx, caller, (order_id, token)).await?;
        Ok(store::of_order(&mut tx, order_id).await?)
    }

    /// The documents of an order of the caller's account.
    pub async fn of_account(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<Document>, DocumentError> {
        let user_id = orders::own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        orders::of_account(&mut tx, user_id, order_id).await?;
        Ok(store::of_order(&mut tx, order_id).await?)
    }

    /// An invoice or a credit note as a file.
    pub async fn file(
        &self,
        caller: &Caller,
        id: DocumentId,
    ) -> Result<DocumentFile, DocumentError> {
        caller.require(Permission::OrdersRead)?;
        let tx = self.db.begin(caller).await?;
        self.print_document(tx, id, None).await
    }

    /// The same of an order that a visitor has the token of.
    pub async fn own_file(
        &self,
        caller: &Caller,
        (order_id, token): (OrderId, &str),
        id: DocumentId,
    ) -> Result<DocumentFile, DocumentError> {
        caller.require(Permission::OrdersPlace)?;
        let mut tx = self.db.begin(caller).await?;
        orders::opened(&mut tx, caller, (order_id, token)).await?;
        self.print_document(tx, id, Some(order_id)).await
    }

    /// The same of an order of the caller's account.
    pub async fn file_of_account(
        &self,
        caller: &Caller,
        order_id: OrderId,
        id: DocumentId,
    ) -> Result<DocumentFile, DocumentError> {
        let user_id = orders::own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        orders::of_account(&mut tx, user_id, order_id).await?;
        self.print_document(tx, id, Some(order_id)).await
    }

    /// The packing slip of a parcel, or of what is left to ship.
    pub async fn packing_slip(
        &self,
        caller: &Caller,
        order_id: OrderId,
        fulfillment_id: Option<FulfillmentId>,
    ) -> Result<DocumentFile, DocumentError> {
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let packing = Packing::read(&mut tx, order_id, fulfillment_id, self.clock.now()).await?;
        drop(tx);
        let name = format!("packing-slip-{}.pdf", packing.order_number());
        let bytes = self.print(packing::sheet(&packing)).await?;
        Ok(DocumentFile { name, bytes })
    }

    async fn print_document(
        &self,
        mut tx: TenantTx,
        id: DocumentId,
        of: Option<OrderId>,
    ) -> Result<DocumentFile, DocumentError> {
        let (document, content) = store::find(&mut tx, id)
            .await?
            .filter(|(document, _)| of.is_none_or(|order_id| order_id == document.order_id))
            .ok_or(DocumentError::NotFound(id))?;
        // Nobody waits for the connection while the document is printed.
        drop(tx);
        let bytes = self.print(sheet::sheet(&document, &content)).await?;
        let name = format!("{}.pdf", document.number.replace('/', "-"));
        Ok(DocumentFile { name, bytes })
    }

    async fn print(&self, sheet: Sheet) -> Result<Vec<u8>, PrintError> {
        let failed = |why: &dyn std::error::Error| PrintError(why.to_string());
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(|why| failed(&why))?;
        let printer = Arc::clone(&self.printer);
        let done = tokio::task::spawn_blocking(move || {
            // Given back when the work is done, also if nobody waits for it any more.
            let _place = place;
            printer.print(&sheet)
        });
        done.await.map_err(|why| failed(&why))?
    }
}
