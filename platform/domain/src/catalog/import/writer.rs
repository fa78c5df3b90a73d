//! Writes what a file holds into the catalogue: each product in a transaction of its own.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::time::Duration;

use db::{DbError, TenantTx};
use kernel::goods::Slug;
use kernel::ids::{CategoryId, MerchantId, ProductId};
use kernel::{Caller, Currency};
use sha2::{Digest, Sha256};

use super::error::ImportError;
use super::media::{Found, Media};
use super::parsed::{ImageFate, ParsedProduct};
use super::products::Parsed;
use super::report::{ImportReport, Progress, RowFault};
use crate::catalog::draft::{Picture, ProductDraft};
use crate::catalog::plan::Plan;
use crate::catalog::store::write::Provenance;
use crate::catalog::{Catalog, store, write};
use crate::tenancy;

/// How often a product is tried that somebody else is changing at the same moment.
const ATTEMPTS: u32 = 5;

/// Writes products, and keeps the report.
pub(super) struct Writer<'a> {
    catalog: &'a Catalog,
    caller: &'a Caller,
    currency: Currency,
    default_merchant: MerchantId,
    media: Media,
    report: ImportReport,
    /// Vendors that have come, and the merchants that they are.
    merchants: HashMap<String, MerchantId>,
    /// Paths of categories that are known to be there.
    categories: HashMap<Vec<String>, Vec<CategoryId>>,
    /// Hashes of the stock keeping units so far: no two products of a file share one.
    skus: HashSet<u64>,
    last: Option<ProductId>,
}

/// What became of a product.
enum Fate {
    Created,
    Updated,
    Unchanged,
    Refused(Vec<RowFault>),
}

/// A product that is ready to be written, or known to be unchanged.
struct Ready<'p> {
    parsed: &'p ParsedProduct,
    digest: Vec<u8>,
    fates: Vec<ImageFate>,
    /// Pictures beside the file, to be kept before the product is written.
    pictures: Vec<(PathBuf, Picture)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        catalog: &'a Catalog,
        caller: &'a Caller,
        currency: Currency,
        default_merchant: MerchantId,
        media: Media,
        is_dry_run: bool,
    ) -> Self {
        Self {
            catalog,
            caller,
            currency,
            default_merchant,
            media,
            report: ImportReport {
                is_dry_run,
                ..ImportReport::default()
            },
            merchants: HashMap::new(),
            categories: HashMap::new(),
            skus: HashSet::new(),
            last: None,
        }
    }

    /// The report so far.
    pub(super) const fn report(&mut self) -> &mut ImportReport {
        &mut self.report
    }

    /// The report.
    pub(super) fn into_report(self) -> ImportReport {
        self.report
    }

    /// The last product that was written.
    pub(super) const fn last_written(&self) -> Option<ProductId> {
        self.last
    }

    /// How far it is, when so many bytes have been read.
    pub(super) const fn progress(&self, bytes: u64) -> Progress {
        let report = &self.report;
        Progress {
            bytes,
            products: report.created + report.updated + report.unchanged + report.refused,
            faults: report.faults.count(),
        }
    }

    /// Deals with the next thing in the file.
    pub(super) async fn take(&mut self, parsed: Parsed) -> Result<(), ImportError> {
        let mut product = match parsed {
            Parsed::Product(product) => product,
            Parsed::Refused(faults) => {
                self.report.refused += 1;
                self.report.faults.append(faults);
                return Ok(());
            }
            Parsed::Stray(fault) => {
                self.report.faults.push(fault);
                return Ok(());
            }
        };
        self.report
            .faults
            .append(std::mem::take(&mut product.faults));
        let fate = self.import(&product).await?;
        let variants = u64::try_from(product.variants.len()).unwrap_or(0);
        match fate {
            Fate::Created => self.report.created += 1,
            Fate::Updated => self.report.updated += 1,
            Fate::Unchanged => self.report.unchanged += 1,
            Fate::Refused(faults) => {
                self.report.refused += 1;
                for fault in faults {
                    self.report.faults.push(fault);
                }
                return Ok(());
            }
        }
        self.report.variants += variants;
        Ok(())
    }

    async fn import(&mut self, parsed: &ParsedProduct) -> Result<Fate, ImportError> {
        let taken = self.taken_in_file(parsed);
        if !taken.is_empty() {
            return Ok(Fate::Refused(taken));
        }
        let ready = self.ready(parsed).await?;
        if self.is_unchanged(&ready).await? {
            return Ok(Fate::Unchanged);
        }
        if let Some(fault) = self.keep_pictures(&ready).await? {
            return Ok(Fate::Refused(vec![fault]));
        }
        let fate = self.persist(&ready).await?;
        if matches!(fate, Fate::Created | Fate::Updated) {
            self.report.pictures += u64::try_from(ready.pictures.len()).unwrap_or(0);
        }
        Ok(fate)
    }

    async fn persist(&mut self, ready: &Ready<'_>) -> Result<Fate, ImportError> {
        let mut attempt = 1;
        loop {
            match self.write(ready).await {
                // Somebody else makes or changes the same product: it is there in the next round.
                Err(error) if attempt < ATTEMPTS && is_passing(&error) => {
                    tokio::time::sleep(Duration::from_millis(50) * attempt).await;
                    attempt += 1;
                }
                Ok(fate) => return Ok(fate),
                Err(error) => return refusal(error, ready.parsed),
            }
        }
    }

    /// Looks at the pictures, and makes the digest that tells whether anything has changed.
    async fn ready<'p>(&mut self, parsed: &'p ParsedProduct) -> Result<Ready<'p>, ImportError> {
        let mut digest = Sha256::new();
        digest.update(parsed.digest);
        digest.update(self.currency.code());
        digest.update([u8::from(parsed.is_partial)]);
        let (mut fates, mut pictures) = (Vec::new(), Vec::new());
        for cell in &parsed.images {
            let fate = match self.media.find(cell).await {
                Ok(Found::Elsewhere) => ImageFate::Linked,
                Ok(Found::Beside(path, picture)) => {
                    digest.update(&picture.key);
                    pictures.push((path, picture.clone()));
                    ImageFate::Kept(picture)
                }
                Err(fault) => {
                    digest.update(fault.code);
                    self.report.faults.push(fault);
                    ImageFate::Dropped
                }
            };
            fates.push(fate);
        }
        let merchant = self.merchant(&parsed.fields.vendor).await?;
        digest.update(merchant.uuid());
        Ok(Ready {
            parsed,
            digest: digest.finalize().to_vec(),
            fates,
            pictures,
        })
    }

    async fn is_unchanged(&self, ready: &Ready<'_>) -> Result<bool, ImportError> {
        let mut tx = self.catalog.db.begin(self.caller).await?;
        let known = store::existing::digest(&mut tx, ready.parsed.slug.as_str()).await?;
        Ok(known.flatten().as_ref() == Some(&ready.digest))
    }

    /// Keeps the pictures before the product that shows them is written. One that nothing shows in
    /// the end does no harm: it is kept under what it is, and found again.
    async fn keep_pictures(&self, ready: &Ready<'_>) -> Result<Option<RowFault>, ImportError> {
        let pictures = if self.report.is_dry_run {
            &[]
        } else {
            ready.pictures.as_slice()
        };
        for (path, picture) in pictures {
            let Some(bytes) = self.media.read(path.clone(), picture).await else {
                return Ok(Some(RowFault {
                    line: ready.parsed.line,
                    column: None,
                    code: "image_changed",
                    reason: "a picture was changed while it was imported".to_owned(),
                }));
            };
            let objects = &self.catalog.objects;
            objects
                .put(&picture.key, bytes, picture.content_type)
                .await?;
        }
        Ok(None)
    }

    async fn write(&mut self, ready: &Ready<'_>) -> Result<Fate, DbError> {
        let parsed = ready.parsed;
        let draft = parsed.draft(&ready.fates);
        let merchant_id = self.merchant(&draft.vendor).await?;
        let mut tx = self.catalog.db.begin(self.caller).await?;
        store::durability::relax(&mut tx).await?;
        let existing = store::existing::lock(&mut tx, draft.slug.as_str()).await?;
        let product_id = existing.as_ref().map(|existing| existing.id);
        let taken = taken_elsewhere(&mut tx, parsed, &draft, product_id).await?;
        if !taken.is_empty() {
            return Ok(Fate::Refused(taken));
        }
        let plan = Plan::of(&draft, existing.as_ref(), parsed.is_partial);
        let categories = match self.categories.get(&draft.category) {
            Some(known) => known.clone(),
            None => store::categories::ensure_path(&mut tx, &draft.category).await?,
        };
        let provenance = Provenance {
            merchant_id,
            digest: Some(&ready.digest),
            now: self.catalog.clock.now(),
        };
        write::write(
            &mut tx,
            &plan,
            &draft,
            self.currency,
            &categories,
            provenance,
        )
        .await?;
        if !self.report.is_dry_run {
            tx.commit().await?;
            self.last = Some(plan.product_id);
            self.categories.insert(draft.category, categories);
        }
        Ok(if plan.is_new {
            Fate::Created
        } else {
            Fate::Updated
        })
    }

    /// Who sells the goods of a vendor.
    async fn merchant(&mut self, vendor: &str) -> Result<MerchantId, DbError> {
        if let Some(known) = self.merchants.get(vendor) {
            return Ok(*known);
        }
        let merchant = match Slug::of(vendor) {
            Ok(slug) => {
                let mut tx = self.catalog.db.begin(self.caller).await?;
                tenancy::merchant_by_vendor(&mut tx, &slug).await?
            }
            Err(_) => None,
        };
        let merchant_id = merchant.map_or(self.default_merchant, |merchant| merchant.id);
        self.merchants.insert(vendor.to_owned(), merchant_id);
        Ok(merchant_id)
    }

    /// Stock keeping units that an earlier product of the same file has.
    fn taken_in_file(&mut self, parsed: &ParsedProduct) -> Vec<RowFault> {
        let mut taken = Vec::new();
        let mut fresh = Vec::new();
        for (line, sku) in skus(parsed) {
            let hash = super::products::hash(sku);
            if self.skus.contains(&hash) {
                taken.push(sku_taken(parsed, line, sku));
            }
            fresh.push(hash);
        }
        if taken.is_empty() {
            self.skus.extend(fresh);
        }
        taken
    }
}

/// Stock keeping units that other products of the catalogue have.
async fn taken_elsewhere(
    tx: &mut TenantTx,
    parsed: &ParsedProduct,
    draft: &ProductDraft,
    product_id: Option<ProductId>,
) -> Result<Vec<RowFault>, DbError> {
    let wanted = draft
        .variants
        .iter()
        .filter_map(|variant| variant.sku.as_deref());
    let wanted: Vec<&str> = wanted.collect();
    let taken = store::existing::taken_skus(tx, &wanted, product_id).await?;
    let is_taken = |(_, sku): &(u64, &str)| taken.iter().any(|taken| taken == sku);
    Ok(skus(parsed)
        .filter(is_taken)
        .map(|(line, sku)| sku_taken(parsed, line, sku))
        .collect())
}

/// The stock keeping units of a product, each with its line.
fn skus(parsed: &ParsedProduct) -> impl Iterator<Item = (u64, &str)> {
    let variants = parsed.lines.iter().zip(&parsed.variants);
    variants.filter_map(|(line, variant)| Some((*line, variant.sku.as_deref()?)))
}

fn sku_taken(parsed: &ParsedProduct, line: u64, sku: &str) -> RowFault {
    RowFault {
        line,
        column: parsed.sku_column.clone(),
        code: "sku_taken",
        reason: format!("another product has the stock keeping unit {sku}"),
    }
}

/// Whether trying again may help.
fn is_passing(error: &DbError) -> bool {
    matches!(error, DbError::Contended(_))
        || matches!(
            error.constraint(),
            Some(
                "products_tenant_id_slug_key"
                    | "variants_sku_key"
                    | "categories_tenant_id_slug_key"
            )
        )
}

/// What a constraint says of a product is a fault of the product; anything else ends the import.
fn refusal(error: DbError, parsed: &ParsedProduct) -> Result<Fate, ImportError> {
    let (code, reason) = match error.constraint() {
        Some("variants_sku_key") => (
            "sku_taken",
            "another product has a stock keeping unit of it",
        ),
        Some("variants_options_key") => (
            "duplicate_variant",
            "a variant that the file leaves out has the same options",
        ),
        Some("stock_levels_not_oversold") => (
            "stock_reserved",
            "orders hold back more units than the file counts",
        ),
        Some(_) => (
            "product_refused",
            "the catalogue's rules do not allow this product",
        ),
        None => return Err(error.into()),
    };
    Ok(Fate::Refused(vec![RowFault {
        line: parsed.line,
        column: None,
        code,
        reason: reason.to_owned(),
    }]))
}
