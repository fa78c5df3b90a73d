//! A product of the file that has been looked at, and what becomes of it.

use std::path::PathBuf;

use kernel::ids::MerchantId;

use super::handle::Handle;
use super::parsed::{ImageFate, ParsedProduct};
use super::report::RowFault;
use crate::catalog::draft::{Picture, ProductDraft};
use crate::catalog::plan::Lost;

/// A product that can be written.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) parsed: Box<ParsedProduct>,
    /// What became of each of its pictures.
    pub(super) fates: Vec<ImageFate>,
    /// Those beside the file, to be kept before the product is written.
    pub(super) pictures: Vec<(PathBuf, Picture)>,
    /// Who sells it.
    pub(super) merchant_id: MerchantId,
    /// The digest that tells whether anything has changed.
    pub(super) digest: Vec<u8>,
}

/// What became of a product.
#[derive(Debug)]
pub(super) enum Fate {
    Created,
    Updated,
    Unchanged,
    /// It cannot be written.
    Refused(Vec<RowFault>),
    /// Other products of the catalogue have its stock keeping units, perhaps not for long.
    Taken(Vec<RowFault>),
}

impl Job {
    /// What is to be written.
    pub(super) fn draft(&self) -> ProductDraft {
        self.parsed.draft(&self.fates)
    }

    /// What is missing in it by mistake.
    pub(super) const fn lost(&self) -> Lost {
        Lost {
            rows: self.parsed.is_partial,
            images: self.parsed.are_images_lost,
        }
    }

    /// Its handle, which tells it from all others.
    pub(super) const fn handle(&self) -> &Handle {
        &self.parsed.handle
    }

    /// Its stock keeping units.
    pub(super) fn skus(&self) -> impl Iterator<Item = &str> {
        let variants = self.parsed.variants.iter();
        variants.filter_map(|variant| variant.sku.as_deref())
    }

    /// A fault for each of its stock keeping units that is taken.
    pub(super) fn taken(&self, is_taken: impl Fn(&str) -> bool) -> Vec<RowFault> {
        let variants = self.parsed.lines.iter().zip(&self.parsed.variants);
        variants
            .filter_map(|(line, variant)| Some((*line, variant.sku.as_deref()?)))
            .filter(|(_, sku)| is_taken(sku))
            .map(|(line, sku)| RowFault {
                line,
                column: self.parsed.sku_column.clone(),
                code: "sku_taken",
                reason: format!("another product has the stock keeping unit {sku}"),
            })
            .collect()
    }

    /// A fault of the product as a whole.
    pub(super) fn fault(&self, code: &'static str, reason: &str) -> RowFault {
        RowFault {
            line: self.parsed.line,
            column: None,
            code,
            reason: reason.to_owned(),
        }
    }

    /// About how much room it takes, in bytes.
    pub(super) fn size(&self) -> usize {
        self.parsed.fields.text.description_html.len() + 1_000 * (1 + self.parsed.variants.len())
    }
}
