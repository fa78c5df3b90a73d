//! An import: the file is read on a thread of its own, and written a chunk at a time.

use std::io::Read;
use std::path::PathBuf;

use kernel::ids::{MerchantId, ProductId};
use kernel::{Caller, Currency, Permission};
use tokio::sync::mpsc;

use super::batch::Batches;
use super::error::ImportError;
use super::header::Generation;
use super::media::Media;
use super::products::{Parsed, Products};
use super::report::{ImportReport, Notice};
use super::writer::Writer;
use crate::catalog::{Catalog, store};
use crate::tenancy;

/// How many chunks are read ahead of what is written.
const READ_AHEAD: usize = 2;
/// A chunk ends with so many products, variants or bytes of the file, whichever comes first.
const PRODUCTS: usize = 100;
const VARIANTS: usize = 1_000;
const BYTES: u64 = 2 * 1024 * 1024;

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
    Chunk {
        parsed: Vec<Parsed>,
        rows: u64,
        bytes: u64,
    },
    Ended {
        rows: u64,
        bytes: u64,
        notes: Vec<String>,
    },
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
        listener: impl Fn(Notice<'_>) + Send + Sync,
    ) -> Result<ImportReport, ImportError> {
        caller.require(Permission::ProductsWrite)?;
        let media = Media::open(command.media, caller.tenant_id())?;
        let (currency, default_merchant, are_unique) = self.terms(caller, command.currency).await?;
        let (send, mut told) = mpsc::channel(READ_AHEAD);
        let reader = tokio::task::spawn_blocking(move || read(source, currency, &send));

        let batches = Batches::new(self, caller, currency, command.is_dry_run, are_unique);
        let mut writer = Writer::new(batches, default_merchant, media, &listener);
        let mut outcome = write_all(&mut writer, &mut told).await;
        // The reader stops at once when nobody listens any more.
        drop(told);
        if let Err(error) = reader.await {
            let stopped = ImportError::Unreadable(std::io::Error::other(error));
            outcome = outcome.and(Err(stopped));
        }
        if let Some(product_id) = writer.last_written() {
            let settled = self.settle(caller, product_id).await;
            outcome = outcome.and(settled);
        }
        let report = writer.into_report();
        match outcome {
            Ok(()) => Ok(report),
            Err(error) => Err(error.after(report)),
        }
    }

    /// The currency of the prices, who sells what names no seller, and whether stock keeping units
    /// are unique.
    async fn terms(
        &self,
        caller: &Caller,
        currency: Option<Currency>,
    ) -> Result<(Currency, MerchantId, bool), ImportError> {
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
            store::settings::unique_skus(&mut tx).await?,
        ))
    }

    /// Waits until everything that was written is on the disk, and can be read as fast as ever.
    async fn settle(&self, caller: &Caller, product_id: ProductId) -> Result<(), ImportError> {
        let mut tx = self.db.begin(caller).await?;
        store::durability::settle(&mut tx, product_id).await?;
        store::durability::gather_first_statistics(&mut tx).await?;
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
        let (parsed, last) = chunk(&mut products);
        if !parsed.is_empty() {
            let (rows, bytes) = (products.rows(), products.bytes());
            is_heard = tell(Told::Chunk {
                parsed,
                rows,
                bytes,
            });
        }
        if let Some(last) = last {
            tell(last);
            return;
        }
    }
}

/// The next products of the file, and how it ended, if it has.
fn chunk<R: Read>(products: &mut Products<R>) -> (Vec<Parsed>, Option<Told>) {
    let (mut chunk, mut variants) = (Vec::new(), 0);
    let end = products.bytes() + BYTES;
    while chunk.len() < PRODUCTS && variants < VARIANTS && products.bytes() < end {
        match products.next() {
            Ok(Some(parsed)) => {
                if let Parsed::Product(product) = &parsed {
                    variants += product.variants.len();
                }
                chunk.push(parsed);
            }
            Ok(None) => {
                let ended = Told::Ended {
                    rows: products.rows(),
                    bytes: products.bytes(),
                    notes: products.notes(),
                };
                return (chunk, Some(ended));
            }
            Err(error) => return (chunk, Some(Told::Failed(error))),
        }
    }
    (chunk, None)
}

async fn write_all(
    writer: &mut Writer<'_>,
    told: &mut mpsc::Receiver<Told>,
) -> Result<(), ImportError> {
    while let Some(told) = told.recv().await {
        match told {
            Told::Opened(generation) => writer.report().generation = Some(generation),
            Told::Chunk {
                parsed,
                rows,
                bytes,
            } => {
                writer.report().rows = rows;
                writer.take(parsed).await?;
                writer.tell_progress(bytes);
            }
            Told::Ended { rows, bytes, notes } => {
                writer.report().rows = rows;
                for note in notes {
                    writer.report().note(note);
                }
                writer.end().await?;
                writer.tell_progress(bytes);
            }
            Told::Failed(error) => return Err(error),
        }
    }
    Ok(())
}
