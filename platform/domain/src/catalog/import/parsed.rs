//! A product as the file has it: checked by itself, not yet against the catalogue.

use kernel::goods::Slug;

use super::fields::ProductFields;
use super::report::{Faults, RowFault};
use crate::catalog::draft::{ImageDraft, Picture, ProductDraft, VariantDraft};
use crate::catalog::html;

/// A product as the file has it.
#[derive(Debug)]
pub(super) struct ParsedProduct {
    /// The line of its first row.
    pub(super) line: u64,
    /// Its handle.
    pub(super) slug: Slug,
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
    /// What is to be written, given what became of each picture.
    pub(super) fn draft(&self, fates: &[ImageFate]) -> ProductDraft {
        let mut images = Vec::new();
        // Where each picture of the file is among those that are left.
        let mut places = Vec::with_capacity(fates.len());
        for (cell, fate) in self.images.iter().zip(fates) {
            let picture = match fate {
                ImageFate::Linked => None,
                ImageFate::Kept(picture) => Some(picture.clone()),
                ImageFate::Dropped => {
                    places.push(None);
                    continue;
                }
            };
            places.push(Some(images.len()));
            images.push(ImageDraft {
                source: cell.source.clone(),
                alt: cell.alt.clone(),
                picture,
            });
        }
        let variants = self.variants.iter().map(|variant| VariantDraft {
            image: variant
                .image
                .and_then(|image| places.get(image).copied().flatten()),
            ..variant.clone()
        });
        ProductDraft {
            slug: self.slug.clone(),
            title: self.fields.title.clone(),
            description_html: html::clean(&self.fields.body),
            vendor: self.fields.vendor.clone(),
            product_type: self.fields.product_type.clone(),
            tags: self.fields.tags.clone(),
            status: self.fields.status,
            seo_title: self.fields.seo_title.clone(),
            seo_description: self.fields.seo_description.clone(),
            category: self.fields.category.clone(),
            options: self.options.clone(),
            variants: variants.collect(),
            images,
        }
    }
}
