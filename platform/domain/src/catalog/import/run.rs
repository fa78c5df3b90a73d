//! An import: the file is read on a thread of its own, and written a product at a time.

use std::io::Read;
use std::path::PathBuf;

use kernel::ids::{MerchantId, ProductId};
use kernel::{Caller, Currency, Permission};
use tokio::sync::mpsc;

use super::error::ImportError;
use super::header::Generation;
use super::media::Media;
use super::products::{Parsed, Products};
use super::report::{ImportReport, Progress};
use super::writer::Writer;
use crate::catalog::{Catalog, store};
use crate::tenancy;

/// How many products are read ahead of what is written.
const READ_AHEAD: usize = 4;

/// How a file is to be imported.
#[derive(Debug, Clone, Default)]
pub struct ImportProducts {
    /// The currency of its prices; that of the tenant's first storefront unless given.
    pub currency: Option<Currency>,
    /// The folder that paths of pictures are relative to.
    pub media: Option<PathBuf>,
    /// Whether to tell what would come of it, and write nothing.
    pub is_dry_run: bool,
}

/// What the reading thread tells.
enum Told {
    Opened(Generation),
    Parsed(Parsed, u64),
    Ended { rows: u64, notes: Vec<String> },
    Failed(ImportError),
}

impl Catalog {
    /// Imports the products of a Shopify export. A row that cannot go in is reported and harms no
    /// other; an error means that the file could not be read to its end or the catalogue could
    /// not be written, and what had gone in stays. Importing a file again changes nothing.
    pub async fn import(
        &self,
        caller: &Caller,
        source: impl Read + Send + 'static,
        command: ImportProducts,
        progress: impl Fn(Progress) + Send + Sync,
    ) -> Result<ImportReport, ImportError> {
        caller.require(Permission::ProductsWrite)?;
        let (currency, default_merchant) = self.terms(caller, command.currency).await?;
        let (send, mut told) = mpsc::channel(READ_AHEAD);
        let reader = tokio::task::spawn_blocking(move || read(source, currency, &send));

        let media = Media::new(command.media, caller.tenant_id());
        let is_dry_run = command.is_dry_run;
        let mut writer = Writer::new(self, caller, currency, default_merchant, media, is_dry_run);
        let written = write_all(&mut writer, &mut told, &progress).await;
        // The reader stops at once when nobody listens any more.
        drop(told);
        let stopped = reader.await;
        let last = writer.last_written();
        if let Some(product_id) = last {
            self.settle(caller, product_id).await?;
        }
        written?;
        stopped.map_err(|error| ImportError::Unreadable(std::io::Error::other(error)))?;
        Ok(writer.into_report())
    }

    /// The currency of the prices, and who sells what names no seller.
    async fn terms(
        &self,
        caller: &Caller,
        currency: Option<Currency>,
    ) -> Result<(Currency, MerchantId), ImportError> {
        let mut tx = self.db.begin(caller).await?;
        let currency = match currency {
            Some(currency) => Some(currency),
            None => tenancy::first_currency(&mut tx).await?,
        };
        let merchants = tenancy::merchants(&mut tx).await?;
        let merchant = merchants.iter().find(|merchant| merchant.is_default);
        Ok((
            currency.ok_or(ImportError::NoCurrency)?,
            merchant.ok_or(ImportError::NoMerchant)?.id,
        ))
    }

    /// Waits until everything that was written is on the disk.
    async fn settle(&self, caller: &Caller, product_id: ProductId) -> Result<(), ImportError> {
        let mut tx = self.db.begin(caller).await?;
        store::durability::settle(&mut tx, product_id).await?;
        Ok(tx.commit().await?)
    }
}

/// Reads the file to its end, or until nobody listens.
fn read(source: impl Read, currency: Currency, send: &mpsc::Sender<Told>) {
    let tell = |told| send.blocking_send(told).is_ok();
    let mut products = match Products::open(source, currency) {
        Ok(products) => products,
        Err(error) => {
            tell(Told::Failed(error));
            return;
        }
    };
    let mut is_heard = tell(Told::Opened(products.generation()));
    while is_heard {
        is_heard = match products.next() {
            Ok(Some(parsed)) => tell(Told::Parsed(parsed, products.bytes())),
            Ok(None) => {
                let (rows, notes) = (products.rows(), products.notes());
                tell(Told::Ended { rows, notes });
                return;
            }
            Err(error) => {
                tell(Told::Failed(error));
                return;
            }
        };
    }
}

async fn write_all(
    writer: &mut Writer<'_>,
    told: &mut mpsc::Receiver<Told>,
    progress: &(impl Fn(Progress) + Send + Sync),
) -> Result<(), ImportError> {
    while let Some(told) = told.recv().await {
        match told {
            Told::Opened(generation) => writer.report().generation = Some(generation),
            Told::Parsed(parsed, bytes) => {
                writer.take(parsed).await?;
                progress(writer.progress(bytes));
            }
            Told::Ended { rows, notes } => {
                let report = writer.report();
                report.rows = rows;
                for note in notes {
                    report.note(note);
                }
            }
            Told::Failed(error) => return Err(error),
        }
    }
    Ok(())
}
