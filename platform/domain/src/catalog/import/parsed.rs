//! A product as the file has it: checked by itself, not yet against the catalogue.

use std::collections::{BTreeMap, HashMap};

use super::fields::ProductFields;
use super::handle::Handle;
use super::report::{Faults, RowFault};
use crate::catalog::draft::{ImageDraft, Picture, ProductDraft, VariantDraft};

/// A product as the file has it.
#[derive(Debug)]
pub(super) struct ParsedProduct {
    /// The line of its first row.
    pub(super) line: u64,
    /// Its handle.
    pub(super) handle: Handle,
    /// What its first row says of it.
    pub(super) fields: ProductFields,
    /// The names of its options.
    pub(super) options: Vec<String>,
    /// Its variants; their pictures are indices into `images`.
    pub(super) variants: Vec<VariantDraft>,
    /// The line of each variant.
    pub(super) lines: Vec<u64>,
    /// What the file calls the column of the stock keeping units.
    pub(super) sku_column: Option<String>,
    /// Its pictures, in the order in which they are shown.
    pub(super) images: Vec<ImageCell>,
    /// Whether rows were lost, so that what is missing may not be missing on purpose.
    pub(super) is_partial: bool,
    /// Whether cells of pictures were lost, so that what is missing may not be missing on purpose.
    pub(super) are_images_lost: bool,
    /// What is wrong with its rows.
    pub(super) faults: Faults,
    /// A digest of every cell that was read.
    pub(super) digest: [u8; 32],
}

/// A picture as the file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ImageCell {
    /// The line it is on.
    pub(super) line: u64,
    /// The column it is in.
    pub(super) column: Option<String>,
    /// A path, or an address.
    pub(super) source: String,
    /// What it shows.
    pub(super) alt: String,
    /// The same in other languages.
    pub(super) alts: BTreeMap<String, String>,
}

impl ImageCell {
    /// What is wrong with the picture.
    pub(super) fn fault(&self, code: &'static str, reason: String) -> RowFault {
        RowFault {
            line: self.line,
            column: self.column.clone(),
            code,
            reason,
        }
    }
}

/// What became of a picture that the file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ImageFate {
    /// It is left where it is.
    Linked,
    /// It is kept here.
    Kept(Picture),
    /// It cannot be shown.
    Dropped,
}

impl ParsedProduct {
    /// Leaves out the variants that share a stock keeping unit with an earlier one.
    pub(super) fn drop_shared_skus(&mut self, faults: &mut Faults) {
        let mut first: HashMap<String, u64> = HashMap::new();
        let all = std::mem::take(&mut self.lines)
            .into_iter()
            .zip(std::mem::take(&mut self.variants));
        for (line, variant) in all {
            if let Some(sku) = &variant.sku {
                if let Some(first) = first.get(sku) {
                    self.is_partial = true;
                    faults.push(RowFault {
                        line,
                        column: self.sku_column.clone(),
                        code: "duplicate_sku",
                        reason: format!("line {first} has the same stock keeping unit"),
                    });
                    continue;
                }
                first.insert(sku.clone(), line);
            }
            self.lines.push(line);
            self.variants.push(variant);
        }
    }

    /// What is to be written, given what became of each picture.
    pub(super) fn draft(&self, fates: &[ImageFate]) -> ProductDraft {
        let images = self
            .images
            .iter()
            .zip(fates)
            .map(|(cell, fate)| ImageDraft {
                source: cell.source.clone(),
                alt: cell.alt.clone(),
                alts: cell.alts.clone(),
                picture: match fate {
                    ImageFate::Kept(picture) => Some(picture.clone()),
                    ImageFate::Linked | ImageFate::Dropped => None,
                },
                is_missing: *fate == ImageFate::Dropped,
            });
        ProductDraft {
            slug: self.handle.slug.clone(),
            text: self.fields.text.clone(),
            status: self.fields.status,
            category: self.fields.category.clone(),
            options: self.options.clone(),
            variants: self.variants.clone(),
            images: images.collect(),
        }
    }
}
