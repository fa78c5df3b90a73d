//! The rows of one handle become one product.

use std::collections::HashMap;

use kernel::Currency;
use kernel::goods::Slug;
use sha2::{Digest, Sha256};

use super::fields::{self, ImageFields, ProductFields, VariantFields};
use super::header::{Column, Header};
use super::parsed::{ImageCell, ParsedProduct};
use super::report::{Faults, RowFault};
use super::row::Row;
use crate::catalog::draft::{IMAGES_MAX, VARIANTS_MAX, VariantDraft};

/// The rows of one handle, as far as they have come.
pub(super) struct Group {
    /// The handle.
    pub(super) slug: Slug,
    /// The line it begins on.
    pub(super) line: u64,
    fields: Option<ProductFields>,
    is_refused: bool,
    is_partial: bool,
    are_images_lost: bool,
    option_names: [String; 3],
    variants: Vec<(u64, VariantFields)>,
    images: Vec<(ImageFields, ImageCell)>,
    faults: Faults,
    digest: Sha256,
}

/// What became of a group.
pub(super) enum Outcome {
    /// A product, though perhaps not with all of its rows.
    Product(Box<ParsedProduct>),
    /// No product; the faults say why.
    Refused(Faults),
}

impl Group {
    /// A group that begins on `line`.
    pub(super) fn new(slug: Slug, line: u64) -> Self {
        Self {
            slug,
            line,
            fields: None,
            is_refused: false,
            is_partial: false,
            are_images_lost: false,
            option_names: Default::default(),
            variants: Vec::new(),
            images: Vec::new(),
            faults: Faults::default(),
            digest: Sha256::new(),
        }
    }

    /// Notes a row that could not be read. Without its first row there is no product.
    pub(super) fn lose(&mut self, fault: RowFault) {
        self.faults.push(fault);
        self.is_partial = true;
        self.is_refused |= self.fields.is_none();
    }

    /// Notes that a row may be missing.
    pub(super) const fn note_loss(&mut self) {
        self.is_partial = true;
    }

    /// Takes one more row.
    pub(super) fn push(&mut self, row: &Row<'_>, currency: Currency) {
        self.note_digest(row);
        let is_first = self.fields.is_none() && !self.is_refused;
        if is_first {
            match fields::product(row) {
                Ok(fields) => self.fields = Some(fields),
                Err(faults) => {
                    self.refuse(faults);
                    return;
                }
            }
        }
        if self.is_refused {
            return;
        }
        self.note_option_names(row);
        if is_first || fields::is_about_a_variant(row) {
            self.push_variant(row, currency);
        }
        match fields::image(row) {
            Ok(Some(image)) => self.push_image(row, image),
            Ok(None) => {}
            Err(fault) => {
                self.are_images_lost = true;
                self.faults.push(fault);
            }
        }
    }

    fn refuse(&mut self, faults: Vec<RowFault>) {
        self.is_refused = true;
        for fault in faults {
            self.faults.push(fault);
        }
    }

    fn note_digest(&mut self, row: &Row<'_>) {
        for (column, text) in row.known_cells().filter(|(_, text)| !text.is_empty()) {
            self.digest.update(format!("{column:?}\0{}\0", text.len()));
            self.digest.update(text);
        }
        self.digest.update(b"\n");
    }

    /// The first name counts; most files say it once.
    fn note_option_names(&mut self, row: &Row<'_>) {
        for (option, name) in (1..).zip(&mut self.option_names) {
            let column = Column::OptionName(option);
            if name.is_empty() && row.has(column) {
                match row.line_of_text(column, crate::catalog::draft::NAME_MAX) {
                    Ok(text) => *name = text,
                    Err(fault) => self.faults.push(fault),
                }
            }
        }
    }

    fn push_variant(&mut self, row: &Row<'_>, currency: Currency) {
        let variant = match fields::variant(row, currency) {
            Ok(_) if self.variants.len() == VARIANTS_MAX => {
                let reason = format!("a product has {VARIANTS_MAX} variants at most");
                vec![row.fault(Column::Handle, "too_many_variants", reason)]
            }
            Ok(variant) => {
                self.variants.push((row.line, variant));
                return;
            }
            Err(faults) => faults,
        };
        self.is_partial = true;
        for fault in variant {
            self.faults.push(fault);
        }
    }

    fn push_image(&mut self, row: &Row<'_>, image: ImageFields) {
        if self
            .images
            .iter()
            .any(|(known, _)| known.source == image.source)
        {
            return;
        }
        if self.images.len() == IMAGES_MAX {
            let fault = row.fault(Column::Image, "too_many_images", too_many_images());
            self.faults.push(fault);
            return;
        }
        let cell = ImageCell {
            line: row.line,
            column: row.name(Column::Image),
            source: image.source.clone(),
            alt: image.alt.clone(),
        };
        self.images.push((image, cell));
    }

    /// Makes the product of its rows.
    pub(super) fn finish(mut self, header: &Header) -> ([u8; 32], Outcome) {
        let digest: [u8; 32] = self.digest.clone().finalize().into();
        let Some(fields) = self.fields.take().filter(|_| !self.is_refused) else {
            return (digest, Outcome::Refused(self.faults));
        };
        let options = self.options();
        let images = self.gallery(header);
        let (lines, variants) = self.variants(&options, &images, header);
        if variants.is_empty() {
            return (digest, Outcome::Refused(self.faults));
        }
        let product = ParsedProduct {
            line: self.line,
            slug: self.slug,
            fields,
            options: options.into_iter().map(|(_, name)| name).collect(),
            variants,
            lines,
            sku_column: header.name(Column::Sku).map(str::to_owned),
            images,
            is_partial: self.is_partial,
            are_images_lost: self.are_images_lost,
            faults: self.faults,
            digest,
        };
        (digest, Outcome::Product(Box::new(product)))
    }

    /// The options that variants have values for, and their names. The one that Shopify gives to
    /// products without options is none.
    fn options(&self) -> Vec<(usize, String)> {
        if let [(_, only)] = self.variants.as_slice()
            && only.values.iter().skip(1).all(String::is_empty)
            && only
                .values
                .first()
                .is_some_and(|value| value.eq_ignore_ascii_case("Default Title"))
        {
            return Vec::new();
        }
        let names = self.option_names.iter().enumerate();
        names
            .filter(|(option, _)| {
                let mut values = self.variants.iter().map(|(_, variant)| &variant.values);
                values.any(|values| values.get(*option).is_some_and(|value| !value.is_empty()))
            })
            .map(|(option, name)| match name.as_str() {
                "" => (option, format!("Option {}", option + 1)),
                name => (option, name.to_owned()),
            })
            .collect()
    }

    /// The pictures in the order of their positions; those that only variants have come last.
    fn gallery(&mut self, header: &Header) -> Vec<ImageCell> {
        let mut images = std::mem::take(&mut self.images);
        images.sort_by_key(|(image, _)| image.position.unwrap_or(i32::MAX));
        let mut gallery: Vec<ImageCell> = images.into_iter().map(|(_, cell)| cell).collect();
        for (line, variant) in &self.variants {
            let Some(source) = &variant.image else {
                continue;
            };
            if gallery.iter().any(|cell| cell.source == *source) {
                continue;
            }
            let cell = ImageCell {
                line: *line,
                column: header.name(Column::VariantImage).map(str::to_owned),
                source: source.clone(),
                alt: String::new(),
            };
            if gallery.len() < IMAGES_MAX {
                gallery.push(cell);
            } else {
                self.faults
                    .push(cell.fault("too_many_images", too_many_images()));
            }
        }
        gallery
    }

    /// The variants, each with the line it is from.
    fn variants(
        &mut self,
        options: &[(usize, String)],
        images: &[ImageCell],
        header: &Header,
    ) -> (Vec<u64>, Vec<VariantDraft>) {
        let mut known = Known::default();
        for (line, fields) in std::mem::take(&mut self.variants) {
            let draft = draft(fields, options, images);
            match known.conflict(&draft) {
                None => known.add(line, draft),
                Some(Conflict::Repeated) => {}
                Some(Conflict::Fault(column, code, reason)) => {
                    self.is_partial = true;
                    self.faults.push(RowFault {
                        line,
                        column: header.name(column).map(str::to_owned),
                        code,
                        reason,
                    });
                }
            }
        }
        (known.lines, known.drafts)
    }
}

/// The variants of a product so far.
#[derive(Default)]
struct Known {
    lines: Vec<u64>,
    drafts: Vec<VariantDraft>,
    by_values: HashMap<Vec<String>, usize>,
    by_sku: HashMap<String, u64>,
}

/// Why a variant is not added.
enum Conflict {
    /// It says nothing new: some exports repeat a variant for each of its pictures.
    Repeated,
    /// It cannot be.
    Fault(Column, &'static str, String),
}

impl Known {
    fn conflict(&self, draft: &VariantDraft) -> Option<Conflict> {
        if draft.option_values.iter().any(String::is_empty) {
            let reason = "a variant needs a value for each option of its product".to_owned();
            let column = Column::OptionValue(1);
            return Some(Conflict::Fault(column, "option_value_missing", reason));
        }
        if let Some(&index) = self.by_values.get(&draft.option_values) {
            let twin = self.drafts.get(index).map(|twin| VariantDraft {
                image: draft.image,
                ..twin.clone()
            });
            if twin.as_ref() == Some(draft) {
                return Some(Conflict::Repeated);
            }
            let first = self.lines.get(index).copied().unwrap_or_default();
            let reason = format!("line {first} has the same options and other details");
            let column = Column::OptionValue(1);
            return Some(Conflict::Fault(column, "duplicate_variant", reason));
        }
        let first = draft.sku.as_ref().and_then(|sku| self.by_sku.get(sku))?;
        let reason = format!("line {first} has the same stock keeping unit");
        Some(Conflict::Fault(Column::Sku, "duplicate_sku", reason))
    }

    fn add(&mut self, line: u64, draft: VariantDraft) {
        self.by_values
            .insert(draft.option_values.clone(), self.drafts.len());
        if let Some(sku) = &draft.sku {
            self.by_sku.insert(sku.clone(), line);
        }
        self.lines.push(line);
        self.drafts.push(draft);
    }
}

fn too_many_images() -> String {
    format!("a product has {IMAGES_MAX} pictures at most")
}

fn draft(fields: VariantFields, options: &[(usize, String)], images: &[ImageCell]) -> VariantDraft {
    let value = |(option, _): &(usize, String)| fields.values.get(*option).cloned();
    VariantDraft {
        option_values: options.iter().filter_map(value).collect(),
        image: fields
            .image
            .and_then(|source| images.iter().position(|cell| cell.source == source)),
        sku: fields.sku,
        barcode: fields.barcode,
        weight_grams: fields.weight_grams,
        requires_shipping: fields.requires_shipping,
        is_taxable: fields.is_taxable,
        price: fields.price,
        stock: fields.stock,
    }
}
