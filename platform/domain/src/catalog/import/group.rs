//! The rows of one handle become one product.

use std::collections::BTreeMap;

use kernel::Currency;
use sha2::{Digest, Sha256};

use super::fields::{self, ImageFields, ProductFields, VariantFields};
use super::handle::{Handle, Source};
use super::header::{Column, Header};
use super::parsed::{ImageCell, ParsedProduct};
use super::products::hash;
use super::remarks::Remark;
use super::report::{Faults, RowFault};
use super::row::{Row, one_line};
use super::twins::{Conflict, Known, Origin};
use crate::catalog::draft::{IMAGES_MAX, VARIANTS_MAX, VariantDraft};

/// The rows of one handle, as far as they have come.
pub(super) struct Group {
    /// The handle.
    pub(super) handle: Handle,
    /// The line it begins on.
    pub(super) line: u64,
    /// What the handle is made of.
    pub(super) source: Source,
    fields: Option<ProductFields>,
    is_refused: bool,
    is_partial: bool,
    are_images_lost: bool,
    option_names: [String; 3],
    /// What the first row says of the product, by its hash.
    said: [u64; OF_PRODUCT.len()],
    variants: Vec<(Origin, VariantFields)>,
    images: Vec<(ImageFields, ImageCell)>,
    faults: Faults,
    digest: Sha256,
}

/// The columns of a product's own.
const OF_PRODUCT: [Column; 11] = [
    Column::Title,
    Column::Body,
    Column::Vendor,
    Column::Category,
    Column::Type,
    Column::Tags,
    Column::Published,
    Column::Status,
    Column::GiftCard,
    Column::SeoTitle,
    Column::SeoDescription,
];

/// What became of a group.
pub(super) enum Outcome {
    /// A product, though perhaps not with all of its rows.
    Product(Box<ParsedProduct>),
    /// No product; the faults say why.
    Refused(Faults),
}

impl Group {
    /// A group that begins on `line`.
    pub(super) fn new(handle: Handle, line: u64) -> Self {
        Self {
            handle,
            line,
            source: Source::File,
            fields: None,
            is_refused: false,
            is_partial: false,
            are_images_lost: false,
            option_names: Default::default(),
            said: [0; OF_PRODUCT.len()],
            variants: Vec::new(),
            images: Vec::new(),
            faults: Faults::default(),
            digest: Sha256::new(),
        }
    }

    /// Notes a row that could not be read. Without its first row there is no product.
    pub(super) fn lose(&mut self, fault: RowFault) {
        // Nobody knows whether it says the same as another one.
        self.digest.update(format!("lost {}\n", fault.line));
        self.faults.push(fault);
        self.is_partial = true;
        self.is_refused |= self.fields.is_none();
    }

    /// Notes what a row's handle is made of.
    pub(super) fn name_by(&mut self, source: Source) {
        if source == Source::Title {
            self.source = source;
        }
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
            self.said = OF_PRODUCT.map(|column| hash(row.text(column)));
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
        let otherwise = self.otherwise(row);
        if otherwise.is_some() {
            row.remark(Remark::Otherwise);
        }
        if is_first || fields::is_about_a_variant(row) {
            let line = row.line;
            self.push_variant(row, Origin { line, otherwise }, currency);
        } else {
            // The picture of a variant that the row does not name.
            self.push_image(row, Column::VariantImage, fields::variant_image(row));
        }
        self.push_image(row, Column::Image, fields::image(row));
    }

    fn refuse(&mut self, faults: Vec<RowFault>) {
        self.is_refused = true;
        for fault in faults {
            self.faults.push(fault);
        }
    }

    fn note_digest(&mut self, row: &Row<'_>) {
        for (column, text) in row.known_cells().filter(|(_, text)| !text.is_empty()) {
            if let Column::ImageAltIn(index) = column {
                let language = row.languages().get(index).map_or("", String::as_str);
                self.digest.update(language);
            }
            self.digest.update(format!("{column:?}\0{}\0", text.len()));
            self.digest.update(text);
        }
        self.digest.update(b"\n");
    }

    /// What a row says of the product otherwise than its first row.
    fn otherwise(&self, row: &Row<'_>) -> Option<u64> {
        let said = OF_PRODUCT.iter().zip(&self.said);
        let others: Vec<(Column, u64)> = said
            .filter(|(column, _)| row.has(**column))
            .map(|(column, said)| (*column, *said, hash(row.text(*column))))
            .filter(|(_, said, says)| said != says)
            .map(|(column, _, says)| (column, says))
            .collect();
        (!others.is_empty()).then(|| hash(&others))
    }

    /// The first name counts; most files say it once.
    fn note_option_names(&mut self, row: &Row<'_>) {
        for (option, name) in (1..).zip(&mut self.option_names) {
            let column = Column::OptionName(option);
            if name.is_empty() && row.has(column) {
                match row.line_of_text(column, kernel::product::NAME_MAX) {
                    Ok(text) => *name = text,
                    Err(fault) => self.faults.push(fault),
                }
            } else if row.has(column) && one_line(row.text(column)) != *name {
                row.remark(Remark::Otherwise);
            }
        }
    }

    fn push_variant(&mut self, row: &Row<'_>, origin: Origin, currency: Currency) {
        let variant = match fields::variant(row, currency) {
            Ok(_) if self.variants.len() == VARIANTS_MAX => {
                let reason = format!("a product has {VARIANTS_MAX} variants at most");
                vec![row.fault(Column::Handle, "too_many_variants", reason)]
            }
            Ok(variant) => {
                self.variants.push((origin, variant));
                return;
            }
            Err(faults) => faults,
        };
        self.is_partial = true;
        for fault in variant {
            self.faults.push(fault);
        }
    }

    fn push_image(
        &mut self,
        row: &Row<'_>,
        column: Column,
        image: Result<Option<ImageFields>, RowFault>,
    ) {
        let image = match image {
            Ok(Some(image)) => image,
            Ok(None) => return,
            Err(fault) => {
                self.are_images_lost = true;
                self.faults.push(fault);
                return;
            }
        };
        let known = self
            .images
            .iter_mut()
            .find(|(known, _)| known.source == image.source);
        if let Some((_, cell)) = known {
            if cell.alt.is_empty() {
                cell.alt = image.alt;
            } else if !image.alt.is_empty() && image.alt != cell.alt {
                row.remark(Remark::Otherwise);
            }
            for (language, alt) in image.alts {
                cell.alts.entry(language).or_insert(alt);
            }
            return;
        }
        if self.images.len() == IMAGES_MAX {
            let fault = row.fault(column, "too_many_images", too_many_images());
            self.faults.push(fault);
            return;
        }
        let cell = ImageCell {
            line: row.line,
            column: row.name(column),
            source: image.source.clone(),
            alt: image.alt.clone(),
            alts: image.alts.clone(),
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
            handle: self.handle,
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
        // Its row may be repeated.
        if self.variants.iter().all(|(_, variant)| is_default(variant)) {
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
        for (origin, variant) in &self.variants {
            let Some(source) = &variant.image else {
                continue;
            };
            if gallery.iter().any(|cell| cell.source == *source) {
                continue;
            }
            let cell = ImageCell {
                line: origin.line,
                column: header.name(Column::VariantImage).map(str::to_owned),
                source: source.clone(),
                alt: String::new(),
                alts: BTreeMap::new(),
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
        for (origin, fields) in std::mem::take(&mut self.variants) {
            let line = origin.line;
            let draft = draft(fields, options, images);
            match known.conflict(origin, &draft) {
                None => known.add(origin, draft),
                Some(Conflict::Repeated(index)) => known.repeat(index, &draft),
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
        let lines = known.origins.iter().map(|origin| origin.line);
        (lines.collect(), known.drafts)
    }
}

/// Whether a variant is that of a product without options.
fn is_default(variant: &VariantFields) -> bool {
    let [first, others @ ..] = &variant.values;
    first.eq_ignore_ascii_case("Default Title") && others.iter().all(String::is_empty)
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
