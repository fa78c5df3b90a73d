//! What is found out about a product, and done with its pictures, before it is written.

use db::DbError;
use futures_util::future::join_all;
use kernel::goods::Slug;
use kernel::ids::MerchantId;
use sha2::{Digest, Sha256};

use super::error::ImportError;
use super::job::{Fate, Job};
use super::media::Found;
use super::parsed::{ImageFate, ParsedProduct};
use super::writer::{Slot, Writer};
use crate::catalog::draft::Picture;
use crate::tenancy;

/// How many pictures are looked at or kept at the same time.
const PICTURES_AT_ONCE: usize = 4;

impl Writer<'_> {
    /// Looks at the pictures, and makes the digest that tells whether anything has changed.
    pub(super) async fn look(&mut self, mut parsed: Box<ParsedProduct>) -> Result<Slot, DbError> {
        let mut faults = std::mem::take(&mut parsed.faults);
        if self.batches.are_skus_unique {
            parsed.drop_shared_skus(&mut faults);
        }
        let mut digest = Sha256::new();
        digest.update(parsed.digest);
        digest.update(self.batches.currency.code());
        digest.update([u8::from(parsed.is_partial)]);
        let (mut fates, mut pictures) = (Vec::new(), Vec::new());
        for cells in parsed.images.chunks(PICTURES_AT_ONCE) {
            for found in join_all(cells.iter().map(|cell| self.media.find(cell))).await {
                fates.push(match found {
                    Ok(Found::Elsewhere) => ImageFate::Linked,
                    Ok(Found::Beside(path, picture)) => {
                        digest.update(&picture.key);
                        pictures.push((path, picture.clone()));
                        ImageFate::Kept(picture)
                    }
                    Err(fault) => {
                        digest.update(fault.code);
                        faults.push(fault);
                        ImageFate::Dropped
                    }
                });
            }
        }
        let merchant_id = self.merchant(&parsed.fields.text.vendor).await?;
        digest.update(merchant_id.uuid());
        let job = Job {
            parsed,
            fates,
            pictures,
            merchant_id,
            digest: digest.finalize().to_vec(),
        };
        let fate = self.taken_in_file(&job);
        Ok(Slot { faults, job, fate })
    }

    /// Who sells the goods of a vendor.
    async fn merchant(&mut self, vendor: &str) -> Result<MerchantId, DbError> {
        if let Some(known) = self.merchants.get(vendor) {
            return Ok(*known);
        }
        let merchant = match Slug::of(vendor) {
            Ok(slug) => {
                let mut tx = self.batches.catalog.db.begin(self.batches.caller).await?;
                tenancy::merchant_by_vendor(&mut tx, &slug).await?
            }
            Err(_) => None,
        };
        let merchant_id = merchant.map_or(self.default_merchant, |merchant| merchant.id);
        self.merchants.insert(vendor.to_owned(), merchant_id);
        Ok(merchant_id)
    }

    /// Refuses a product with stock keeping units that an earlier one of the same file has, where
    /// the tenant wants them unique.
    fn taken_in_file(&mut self, job: &Job) -> Option<Fate> {
        if self.batches.are_skus_unique {
            let taken = job.taken(|sku| self.skus.contains(sku));
            if !taken.is_empty() {
                return Some(Fate::Refused(taken));
            }
        }
        let variants = job.parsed.lines.iter().zip(&job.parsed.variants);
        for (line, variant) in variants {
            if let Some(sku) = &variant.sku {
                self.skus.add(sku, *line);
            }
        }
        None
    }

    /// Keeps the pictures before the products that show them are written. One that nothing shows in
    /// the end does no harm: it is kept under what it is, and found again.
    pub(super) async fn keep_pictures(&self, slots: &mut [&mut Slot]) -> Result<(), ImportError> {
        if self.batches.is_dry_run {
            return Ok(());
        }
        for slot in slots {
            let pictures = slot.job.pictures.chunks(PICTURES_AT_ONCE);
            let mut are_kept = true;
            for some in pictures {
                let kept = join_all(some.iter().map(|(path, picture)| self.keep(path, picture)));
                for is_kept in kept.await {
                    are_kept &= is_kept?;
                }
            }
            if !are_kept {
                let reason = "a picture was changed while it was imported";
                slot.fate = Some(Fate::Refused(vec![slot.job.fault("image_changed", reason)]));
            }
        }
        Ok(())
    }

    /// Keeps a picture; `false` when it is another one by now.
    async fn keep(&self, path: &std::path::Path, picture: &Picture) -> Result<bool, ImportError> {
        let Some(bytes) = self.media.read(path.to_owned(), picture).await else {
            return Ok(false);
        };
        let objects = &self.batches.catalog.objects;
        objects
            .put(&picture.key, bytes, picture.content_type)
            .await?;
        Ok(true)
    }
}
