//! Writes what a file holds into the catalogue, a chunk at a time, and keeps the report.

use std::collections::HashMap;

use kernel::ids::{MerchantId, ProductId};

use super::batch::Batches;
use super::error::ImportError;
use super::handle::Handle;
use super::job::{Fate, Job};
use super::media::Media;
use super::products::Parsed;
use super::report::{Faults, ImportReport, Notice, Progress, RowFault};
use super::shared::SharedSkus;
use crate::catalog::store;

/// The most products that wait for stock keeping units of others, and about how many bytes of them.
const DEFERRED_MAX: usize = 1_000;
const DEFERRED_BYTES_MAX: usize = 16 * 1024 * 1024;
/// How many changed addresses a note names; the report has more.
const ADDRESSES_NAMED: usize = 20;
/// How many of them are written at once in the end.
const DEFERRED_AT_ONCE: usize = 20;

/// Whom an import tells how it goes.
pub(super) type Listener<'a> = &'a (dyn Fn(Notice<'_>) + Send + Sync);

/// Writes products, and keeps the report.
pub(super) struct Writer<'a> {
    pub(super) batches: Batches<'a>,
    pub(super) default_merchant: MerchantId,
    pub(super) media: Media,
    /// Vendors that have come, and the merchants that they are.
    pub(super) merchants: HashMap<String, MerchantId>,
    /// The stock keeping units so far.
    pub(super) skus: SharedSkus,
    /// Products whose stock keeping units others may give free before the file ends.
    deferred: Vec<Job>,
    deferred_bytes: usize,
    report: ImportReport,
    listener: Listener<'a>,
}

/// A product of a chunk.
#[derive(Debug)]
pub(super) struct Slot {
    /// What is wrong with its rows.
    pub(super) faults: Faults,
    pub(super) job: Job,
    /// None while it is not decided.
    pub(super) fate: Option<Fate>,
}

/// One thing of a chunk, in the order of the file.
enum Entry {
    Product(Slot),
    Refused(Faults),
    Stray(RowFault),
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        batches: Batches<'a>,
        default_merchant: MerchantId,
        media: Media,
        listener: Listener<'a>,
    ) -> Self {
        let report = ImportReport {
            is_dry_run: batches.is_dry_run,
            ..ImportReport::default()
        };
        Self {
            batches,
            default_merchant,
            media,
            merchants: HashMap::new(),
            skus: SharedSkus::default(),
            deferred: Vec::new(),
            deferred_bytes: 0,
            report,
            listener,
        }
    }

    /// The report so far.
    pub(super) const fn report(&mut self) -> &mut ImportReport {
        &mut self.report
    }

    /// The report.
    pub(super) fn into_report(mut self) -> ImportReport {
        if let Some(note) = self.skus.note() {
            self.report.note(note);
        }
        let (addresses, count) = self.batches.addresses.into_report();
        let named = addresses.iter().take(ADDRESSES_NAMED);
        let named = named.map(|address| format!("{} → {}", address.handle, address.slug));
        let named: Vec<String> = named.collect();
        if count > 0 {
            let more = count - named.len();
            let more = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            self.report.note(format!(
                "addresses that are not the handles of the file: {}{more}",
                named.join(", ")
            ));
        }
        self.report.addresses = addresses;
        self.report
    }

    /// The last product that was written.
    pub(super) const fn last_written(&self) -> Option<ProductId> {
        self.batches.last
    }

    /// Tells how far it is, when so many bytes have been read.
    pub(super) fn tell_progress(&self, bytes: u64) {
        let report = &self.report;
        (self.listener)(Notice::Progress(Progress {
            bytes,
            products: report.created + report.updated + report.unchanged + report.refused,
            faults: report.faults.count(),
        }));
    }

    /// Deals with the next things in the file. When an error ends it, the report knows what has
    /// been written.
    pub(super) async fn take(&mut self, chunk: Vec<Parsed>) -> Result<(), ImportError> {
        let mut entries = Vec::with_capacity(chunk.len());
        for parsed in chunk {
            entries.push(match parsed {
                Parsed::Product(product) => Entry::Product(self.look(product).await?),
                Parsed::Refused(faults) => Entry::Refused(faults),
                Parsed::CameBack(handle, faults) => {
                    self.batches.left_out.keep(handle);
                    Entry::Refused(faults)
                }
                Parsed::Stray(fault) => Entry::Stray(fault),
            });
        }
        let slots = entries.iter_mut().filter_map(|entry| match entry {
            Entry::Product(slot) => Some(slot),
            Entry::Refused(_) | Entry::Stray(_) => None,
        });
        let outcome = self.decide(slots.collect()).await;
        for entry in entries {
            match entry {
                Entry::Product(slot) => {
                    self.note_faults(slot.faults);
                    self.note_fate(slot.job, slot.fate, true);
                }
                Entry::Refused(faults) => {
                    self.report.refused += 1;
                    self.note_faults(faults);
                }
                Entry::Stray(fault) => self.note_fault(fault),
            }
        }
        outcome
    }

    /// The file has been read to its end: what it leaves out goes, and what waited for that is
    /// tried once more.
    pub(super) async fn end(&mut self) -> Result<(), ImportError> {
        self.batches.remove_left_out().await?;
        let mut deferred = std::mem::take(&mut self.deferred).into_iter();
        loop {
            let jobs: Vec<Job> = deferred.by_ref().take(DEFERRED_AT_ONCE).collect();
            if jobs.is_empty() {
                break;
            }
            let mut fates = Vec::new();
            let all: Vec<&Job> = jobs.iter().collect();
            let outcome = self.batches.write_all(&all, true, &mut fates).await;
            let mut fates = fates.into_iter();
            for job in jobs {
                self.note_fate(job, fates.next(), false);
            }
            outcome?;
        }
        self.batches.remove_left_out().await
    }

    /// Decides the fate of products that have none yet.
    async fn decide(&mut self, slots: Vec<&mut Slot>) -> Result<(), ImportError> {
        let is_open = |slot: &&mut Slot| slot.fate.is_none();
        let mut open: Vec<&mut Slot> = slots.into_iter().filter(is_open).collect();
        if open.is_empty() {
            return Ok(());
        }
        let handles: Vec<&Handle> = open.iter().map(|slot| slot.job.handle()).collect();
        let texts: Vec<&str> = handles.iter().map(|handle| handle.text.as_str()).collect();
        let slugs: Vec<&str> = handles.iter().map(|handle| handle.slug.as_str()).collect();
        let mut tx = self.batches.catalog.db.begin(self.batches.caller).await?;
        let known = store::existing::imported(&mut tx, &texts, &slugs).await?;
        drop(tx);
        for slot in &mut open {
            let handle = slot.job.handle();
            let same = known.iter().find(|known| match &known.import_handle {
                Some(known) => *known == handle.text,
                None => known.slug == handle.slug.as_str(),
            });
            let same = same.filter(|known| known.import_digest.as_ref() == Some(&slot.job.digest));
            if let Some(same) = same {
                let (line, is_dry_run) = (slot.job.parsed.line, self.batches.is_dry_run);
                let addresses = &mut self.batches.addresses;
                addresses.note(handle, line, &same.slug, is_dry_run);
                slot.fate = Some(Fate::Unchanged);
            }
        }
        open.retain(|slot| slot.fate.is_none());
        self.keep_pictures(&mut open).await?;
        open.retain(|slot| slot.fate.is_none());

        let jobs: Vec<&Job> = open.iter().map(|slot| &slot.job).collect();
        let mut fates = Vec::with_capacity(jobs.len());
        let are_known = !known.is_empty();
        let outcome = self.batches.write_all(&jobs, are_known, &mut fates).await;
        for (slot, fate) in open.into_iter().zip(fates) {
            slot.fate = Some(fate);
        }
        outcome
    }

    /// Counts what became of a product.
    fn note_fate(&mut self, job: Job, fate: Option<Fate>, may_wait: bool) {
        let (variants, pictures) = (job.parsed.variants.len(), job.pictures.len());
        let counted = |count: usize| u64::try_from(count).unwrap_or(0);
        let report = &mut self.report;
        match fate {
            // An error came before it.
            None => return,
            Some(Fate::Taken(_))
                if may_wait
                    && self.deferred.len() < DEFERRED_MAX
                    && self.deferred_bytes < DEFERRED_BYTES_MAX =>
            {
                self.deferred_bytes += job.size();
                self.deferred.push(job);
                return;
            }
            Some(Fate::Refused(faults) | Fate::Taken(faults)) => {
                report.refused += 1;
                for fault in faults {
                    self.note_fault(fault);
                }
                return;
            }
            Some(Fate::Created) => report.created += 1,
            Some(Fate::Updated) => report.updated += 1,
            Some(Fate::Unchanged) => {
                report.unchanged += 1;
                report.variants += counted(variants);
                return;
            }
        }
        report.variants += counted(variants);
        report.pictures += counted(pictures);
    }

    fn note_fault(&mut self, fault: RowFault) {
        (self.listener)(Notice::Fault(&fault));
        self.report.faults.push(fault);
    }

    fn note_faults(&mut self, faults: Faults) {
        for fault in faults.kept() {
            (self.listener)(Notice::Fault(fault));
        }
        self.report.faults.append(faults);
    }
}
