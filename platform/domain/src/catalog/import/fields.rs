//! What a row says of its product, of a variant and of a picture.

use std::collections::BTreeMap;

use kernel::Currency;
use kernel::picture;
use kernel::product::{NAME_MAX, ProductText, SEO_MAX, TAGS_MAX};

use super::header::Column;
use super::remarks::Remark;
use super::report::RowFault;
use super::row::{Row, is_rounded, one_line, truth};
use crate::catalog::draft::{
    CATEGORY_DEPTH_MAX, CATEGORY_NAME_MAX, PriceDraft, ProductStatus, StockDraft,
};
use crate::html::{self, Unclean};

/// The longest path or address of a picture, in characters.
const SOURCE_MAX: usize = 2_048;
/// The longest text in place of a picture, in characters.
const ALT_MAX: usize = 1_000;

/// What the first row of a product says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ProductFields {
    /// Cleaned.
    pub(super) text: ProductText,
    pub(super) status: ProductStatus,
    pub(super) category: Vec<String>,
}

/// What a row says of a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VariantFields {
    pub(super) values: [String; 3],
    pub(super) sku: Option<String>,
    pub(super) barcode: Option<String>,
    pub(super) weight_grams: i32,
    pub(super) requires_shipping: bool,
    pub(super) is_taxable: bool,
    pub(super) price: Option<PriceDraft>,
    pub(super) stock: StockDraft,
    pub(super) image: Option<String>,
}

/// What a row says of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ImageFields {
    pub(super) source: String,
    pub(super) alt: String,
    pub(super) alts: BTreeMap<String, String>,
    pub(super) position: Option<i32>,
}

/// Takes values, and keeps aside what is wrong with those that are none.
#[derive(Default)]
struct Taken(Vec<RowFault>);

impl Taken {
    fn take<T: Default>(&mut self, read: Result<T, RowFault>) -> T {
        read.unwrap_or_else(|fault| {
            self.0.push(fault);
            T::default()
        })
    }

    fn all<T>(self, value: T) -> Result<T, Vec<RowFault>> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self.0)
        }
    }
}

/// Reads the product's own cells of its first row.
pub(super) fn product(row: &Row<'_>) -> Result<ProductFields, Vec<RowFault>> {
    let mut taken = Taken::default();
    let fields = ProductFields {
        text: ProductText {
            title: taken.take(title(row)),
            description_html: taken.take(body(row)),
            vendor: taken.take(row.line_of_text(Column::Vendor, NAME_MAX)),
            product_type: taken.take(row.line_of_text(Column::Type, NAME_MAX)),
            tags: taken.take(tags(row)),
            seo_title: taken.take(row.optional_line(Column::SeoTitle, SEO_MAX)),
            seo_description: taken.take(seo_description(row)),
            // What files do not tell.
            ..ProductText::default()
        },
        status: status(row).unwrap_or_else(|fault| {
            taken.0.push(fault);
            ProductStatus::Draft
        }),
        category: taken.take(category(row)),
    };
    if taken.take(row.boolean(Column::GiftCard, false)) {
        let reason = "gift cards cannot be sold as products";
        taken
            .0
            .push(row.fault(Column::GiftCard, "gift_card_unsupported", reason));
    }
    taken.all(fields)
}

fn title(row: &Row<'_>) -> Result<String, RowFault> {
    if row.has(Column::Title) {
        row.line_of_text(Column::Title, NAME_MAX)
    } else {
        let reason = "the first row of a product must have its title";
        Err(row.fault(Column::Title, "title_missing", reason))
    }
}

/// The file is read on a thread of its own, which may take its time for the cleaning.
fn body(row: &Row<'_>) -> Result<String, RowFault> {
    let text = row.text(Column::Body);
    if has_embedded(text) {
        row.remark(Remark::Embedded);
    }
    html::clean(text).map_err(|why| {
        let code = match why {
            Unclean::TooLong => "cell_too_long",
            Unclean::TooNested => why.code(),
        };
        row.fault(Column::Body, code, why)
    })
}

/// Whether a description has what cleaning takes out although shoppers saw it.
fn has_embedded(html: &str) -> bool {
    let tags = html.split('<').skip(1);
    let names = tags.map(|tag| {
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
        tag.get(..end.unwrap_or(tag.len())).unwrap_or_default()
    });
    let embedded = ["iframe", "video", "audio", "embed", "object", "form"];
    names.into_iter().any(|name| {
        embedded
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
    })
}

fn tags(row: &Row<'_>) -> Result<Vec<String>, RowFault> {
    let mut tags: Vec<String> = Vec::new();
    for tag in one_line(row.text(Column::Tags)).split(',').map(str::trim) {
        if tag.chars().count() > NAME_MAX || tag.chars().any(char::is_control) {
            let reason = format!("tags of {NAME_MAX} characters at most, parted by commas");
            return Err(row.fault(Column::Tags, "tag_malformed", reason));
        }
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
        if tags.len() > TAGS_MAX {
            let reason = format!("{TAGS_MAX} tags at most");
            return Err(row.fault(Column::Tags, "too_many_tags", reason));
        }
    }
    Ok(tags)
}

/// A product that is active but not published on the online store is not for sale here.
fn status(row: &Row<'_>) -> Result<ProductStatus, RowFault> {
    let is_published = row.boolean(Column::Published, true)?;
    match row.text(Column::Status).to_ascii_lowercase().as_str() {
        "" | "active" if is_published => Ok(ProductStatus::Active),
        "" | "active" | "draft" | "unlisted" => Ok(ProductStatus::Draft),
        "archived" => Ok(ProductStatus::Archived),
        _ => Err(row.fault(
            Column::Status,
            "status_unknown",
            "active, draft or archived",
        )),
    }
}

/// Exports cut these anywhere, line ends included; for search engines they are one line.
fn seo_description(row: &Row<'_>) -> Result<Option<String>, RowFault> {
    let text = spaced(row.text(Column::SeoDescription));
    if text.chars().count() > SEO_MAX {
        let reason = format!("{SEO_MAX} characters at most");
        return Err(row.fault(Column::SeoDescription, "cell_too_long", reason));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// The place in the tree: `Kitchen > Mugs` of the category, or else the type.
fn category(row: &Row<'_>) -> Result<Vec<String>, RowFault> {
    let column = if row.has(Column::Category) {
        Column::Category
    } else {
        Column::Type
    };
    // A dash or a picture says that there is none.
    let path: Vec<String> = one_line(row.text(column))
        .split('>')
        .map(|name| name.trim().to_owned())
        .filter(|name| name.chars().any(char::is_alphanumeric))
        .collect();
    let is_name = |name: &String| {
        name.chars().count() <= CATEGORY_NAME_MAX && !name.chars().any(char::is_control)
    };
    if path.len() <= CATEGORY_DEPTH_MAX && path.iter().all(is_name) {
        Ok(path)
    } else if column == Column::Type {
        // The type is no path; it is only better than nothing.
        Ok(Vec::new())
    } else {
        let reason = format!(
            "a path such as Kitchen > Mugs of {CATEGORY_DEPTH_MAX} names at most, \
             each of {CATEGORY_NAME_MAX} characters at most"
        );
        Err(row.fault(column, "category_malformed", reason))
    }
}

/// Whether a further row of a product is about a variant; otherwise it brings a picture.
pub(super) fn is_about_a_variant(row: &Row<'_>) -> bool {
    (1..=3).any(|option| row.has(Column::OptionValue(option)))
        || [
            Column::Sku,
            Column::Price,
            Column::Barcode,
            Column::CompareAt,
        ]
        .iter()
        .any(|column| row.has(*column))
}

/// Reads the cells of a variant.
pub(super) fn variant(row: &Row<'_>, currency: Currency) -> Result<VariantFields, Vec<RowFault>> {
    let mut taken = Taken::default();
    let value = |option| row.line_of_text(Column::OptionValue(option), NAME_MAX);
    let fields = VariantFields {
        values: [
            taken.take(value(1)),
            taken.take(value(2)),
            taken.take(value(3)),
        ],
        sku: taken.take(row.code(Column::Sku, NAME_MAX)),
        barcode: taken.take(row.barcode(NAME_MAX)),
        weight_grams: taken.take(row.grams(Column::Grams)),
        requires_shipping: taken.take(row.boolean(Column::RequiresShipping, true)),
        is_taxable: taken.take(row.boolean(Column::Taxable, true)),
        price: taken.take(price(row, currency)),
        stock: stock(row).unwrap_or_else(|fault| {
            taken.0.push(fault);
            StockDraft::Untracked
        }),
        image: taken.take(row.optional_line(Column::VariantImage, SOURCE_MAX)),
    };
    let codes = [Column::Sku, Column::Barcode];
    if codes.iter().any(|column| is_rounded(row.text(*column))) {
        row.remark(Remark::Rounded);
    }
    taken.all(fields)
}

/// Without a price a variant is there but not for sale: nothing is given away by mistake.
fn price(row: &Row<'_>, currency: Currency) -> Result<Option<PriceDraft>, RowFault> {
    let compare_at_minor = row.amount(Column::CompareAt, currency)?;
    let amount = row.amount(Column::Price, currency)?;
    if amount.is_none() && compare_at_minor.is_some() {
        row.remark(Remark::Unpriced);
    }
    Ok(amount.map(|amount_minor| PriceDraft {
        amount_minor,
        compare_at_minor,
    }))
}

/// A tracked variant without a quantity keeps the one it has: shops with several locations export
/// none. Less than nothing is nothing, unless more may be sold than there is.
fn stock(row: &Row<'_>) -> Result<StockDraft, RowFault> {
    let policy = row.text(Column::Policy);
    let allow_backorder = match policy.to_ascii_lowercase().as_str() {
        "" | "deny" => false,
        "continue" => true,
        _ => truth(policy)
            .ok_or_else(|| row.fault(Column::Policy, "policy_unknown", "deny or continue"))?,
    };
    let on_hand = row.whole_number(Column::Quantity)?;
    if !row.has(Column::Tracker) {
        return Ok(StockDraft::Untracked);
    }
    Ok(StockDraft::Tracked {
        on_hand: on_hand.map(|units| if allow_backorder { units } else { units.max(0) }),
        allow_backorder,
    })
}

/// Reads the picture of a variant that the row does not name, if it has one.
pub(super) fn variant_image(row: &Row<'_>) -> Result<Option<ImageFields>, RowFault> {
    let source = row.optional_line(Column::VariantImage, SOURCE_MAX)?;
    Ok(source.map(|source| ImageFields {
        source,
        alt: String::new(),
        alts: BTreeMap::new(),
        position: None,
    }))
}

/// Reads the cells of a picture, if the row has one.
pub(super) fn image(row: &Row<'_>) -> Result<Option<ImageFields>, RowFault> {
    let Some(source) = row.optional_line(Column::Image, SOURCE_MAX)? else {
        return Ok(None);
    };
    let mut alts = BTreeMap::new();
    for (index, language) in row.languages().iter().enumerate() {
        let alt = alt(row, Column::ImageAltIn(index), picture::ALT_MAX)?;
        if !alt.is_empty() {
            alts.insert(language.clone(), alt);
        }
    }
    Ok(Some(ImageFields {
        source,
        alt: alt(row, Column::ImageAlt, ALT_MAX)?,
        alts,
        position: row.whole_number(Column::ImagePosition)?,
    }))
}

fn alt(row: &Row<'_>, column: Column, max: usize) -> Result<String, RowFault> {
    let alt = spaced(row.text(column));
    if alt.chars().count() > max {
        let reason = format!("{max} characters at most");
        return Err(row.fault(column, "cell_too_long", reason));
    }
    Ok(alt)
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
