//! The first line of a Shopify product file: which column is where, in any of the three
//! generations of names.

use std::collections::BTreeMap;

use kernel::picture::is_language;

/// What a column holds, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    Handle,
    Title,
    Body,
    Vendor,
    Category,
    Type,
    Tags,
    Published,
    Status,
    OptionName(u8),
    OptionValue(u8),
    Sku,
    Barcode,
    Grams,
    Tracker,
    Quantity,
    Policy,
    Price,
    CompareAt,
    RequiresShipping,
    Taxable,
    Image,
    ImagePosition,
    ImageAlt,
    /// The same in one of the header's languages.
    ImageAltIn(usize),
    VariantImage,
    GiftCard,
    SeoTitle,
    SeoDescription,
}

/// The names of the columns that are read, in lower case.
const NAMES: [(&str, Column); 54] = [
    ("handle", Column::Handle),
    ("url handle", Column::Handle),
    ("title", Column::Title),
    ("body (html)", Column::Body),
    ("body html", Column::Body),
    ("description", Column::Body),
    ("vendor", Column::Vendor),
    ("product category", Column::Category),
    ("standard product type", Column::Category),
    ("standardized product type", Column::Category),
    ("type", Column::Type),
    ("custom product type", Column::Type),
    ("tags", Column::Tags),
    ("published", Column::Published),
    ("published on online store", Column::Published),
    ("status", Column::Status),
    ("option1 name", Column::OptionName(1)),
    ("option1 value", Column::OptionValue(1)),
    ("option2 name", Column::OptionName(2)),
    ("option2 value", Column::OptionValue(2)),
    ("option3 name", Column::OptionName(3)),
    ("option3 value", Column::OptionValue(3)),
    ("variant sku", Column::Sku),
    ("sku", Column::Sku),
    ("variant barcode", Column::Barcode),
    ("barcode", Column::Barcode),
    ("variant grams", Column::Grams),
    ("weight value (grams)", Column::Grams),
    ("variant inventory tracker", Column::Tracker),
    ("inventory tracker", Column::Tracker),
    ("variant inventory qty", Column::Quantity),
    ("inventory quantity", Column::Quantity),
    ("variant inventory policy", Column::Policy),
    ("continue selling when out of stock", Column::Policy),
    ("variant price", Column::Price),
    ("price", Column::Price),
    ("variant compare at price", Column::CompareAt),
    ("compare-at price", Column::CompareAt),
    ("compare at price", Column::CompareAt),
    ("variant requires shipping", Column::RequiresShipping),
    ("requires shipping", Column::RequiresShipping),
    ("variant taxable", Column::Taxable),
    ("charge tax", Column::Taxable),
    ("image src", Column::Image),
    ("product image url", Column::Image),
    ("image position", Column::ImagePosition),
    ("image alt text", Column::ImageAlt),
    ("variant image", Column::VariantImage),
    ("variant image url", Column::VariantImage),
    ("gift card", Column::GiftCard),
    ("seo title", Column::SeoTitle),
    ("seo description", Column::SeoDescription),
    ("variant image src", Column::VariantImage),
    ("image alt", Column::ImageAlt),
];

/// Columns of Shopify's own with settings that nobody misses.
const SETTINGS: [&str; 9] = [
    "variant fulfillment service",
    "fulfillment service",
    "variant weight unit",
    "weight unit for display",
    "template suffix",
    "published scope",
    "option1 linked to",
    "option2 linked to",
    "option3 linked to",
];

/// Columns of Shopify's own that are not kept: whoever has filled them is told.
const NOT_KEPT: [&str; 13] = [
    "variant tax code",
    "tax code",
    "cost per item",
    "variant cost",
    "collection",
    "unit price total measure",
    "unit price total measure unit",
    "unit price base measure",
    "unit price base measure unit",
    "packed length",
    "packed width",
    "packed height",
    "packed dimension unit",
];

/// How the columns are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Generation {
    /// `Handle`, `Body (HTML)`, `Variant SKU`.
    Legacy,
    /// The legacy names, and among them `Option1 Linked To`, unit prices or metafields.
    Middle,
    /// `URL handle`, `Description`, `SKU`.
    Current,
}

impl Generation {
    /// One word for reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Legacy => "legacy",
            Self::Middle => "middle",
            Self::Current => "current",
        }
    }
}

/// Which column is where.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// Whether amounts have decimal commas: spreadsheets that write semicolons write those.
    pub(super) has_decimal_commas: bool,
    /// How the columns are called.
    pub(super) generation: Generation,
    /// How many columns there are.
    pub(super) width: usize,
    /// Names that mean nothing to us.
    pub(super) unknown: Vec<String>,
    /// The languages that pictures are described in beside their own text, as the file writes their tags.
    pub(super) languages: Vec<String>,
    /// The first column with a name.
    first: usize,
    unnamed: Vec<usize>,
    /// Where columns are that say something only if they are filled, and what they are called.
    pub(super) not_kept: Vec<(usize, String)>,
    columns: BTreeMap<Column, (usize, String)>,
}

/// Why a line is not the header of a product file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoHeader {
    /// A column without which no product can be read.
    Missing(&'static str),
    /// Two columns that mean the same.
    Twice(String),
}

impl Header {
    /// Reads the names of the columns.
    pub(super) fn parse(names: &[String]) -> Result<Self, NoHeader> {
        let mut columns: BTreeMap<Column, (usize, String)> = BTreeMap::new();
        let (mut unknown, mut not_kept, mut unnamed) = (Vec::new(), Vec::new(), Vec::new());
        let (mut is_current, mut is_middle) = (false, false);
        let mut languages = Vec::new();
        for (index, name) in names.iter().map(|name| name.trim()).enumerate() {
            let lower = name.to_lowercase();
            is_current |= lower == "url handle";
            is_middle |= is_of_the_middle_years(&lower);
            let column = NAMES.iter().find(|(known, _)| *known == lower);
            let column = column.map(|(_, column)| *column);
            let column = column.or_else(|| alt_in(name, &lower, &mut languages));
            if let Some(column) = column {
                let twice = columns.insert(column, (index, name.to_owned()));
                if twice.is_some() {
                    return Err(NoHeader::Twice(name.to_owned()));
                }
            } else if name.is_empty() {
                unnamed.push(index);
                not_kept.push((index, format!("column {}", index + 1)));
            } else if is_not_kept(&lower) {
                not_kept.push((index, name.to_owned()));
            } else if !is_setting(&lower) {
                unknown.push(name.to_owned());
            }
        }
        let generation = match (is_current, is_middle) {
            (true, _) => Generation::Current,
            (false, true) => Generation::Middle,
            (false, false) => Generation::Legacy,
        };
        for (column, name) in [(Column::Handle, "Handle"), (Column::Title, "Title")] {
            if !columns.contains_key(&column) {
                return Err(NoHeader::Missing(name));
            }
        }
        Ok(Self {
            has_decimal_commas: false,
            generation,
            width: names.len(),
            unknown,
            languages,
            first: names
                .iter()
                .position(|name| !name.trim().is_empty())
                .unwrap_or(0),
            unnamed,
            not_kept,
            columns,
        })
    }

    /// Whether a column is the first one, where people leave notes, or one without a name, where
    /// programs number the rows.
    pub(super) fn may_be_note(&self, index: usize) -> bool {
        index == self.first || self.unnamed.contains(&index)
    }

    /// Where a column is, if the file has it.
    pub(super) fn index(&self, column: Column) -> Option<usize> {
        self.columns.get(&column).map(|(index, _)| *index)
    }

    /// What the file calls a column.
    pub(super) fn name(&self, column: Column) -> Option<&str> {
        self.columns.get(&column).map(|(_, name)| name.as_str())
    }

    /// The name of the known column at `index`.
    pub(super) fn name_at(&self, index: usize) -> Option<&str> {
        self.columns
            .values()
            .find(|(at, _)| *at == index)
            .map(|(_, name)| name.as_str())
    }

    /// The columns that the file has, always in the same order.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Column, usize)> + '_ {
        self.columns
            .iter()
            .map(|(column, (index, _))| (*column, *index))
    }
}

/// How many of `names` are columns of a product file: what tells delimiters apart.
pub(super) fn known_among(names: &[String]) -> usize {
    names
        .iter()
        .map(|name| name.trim().to_lowercase())
        .filter(|name| NAMES.iter().any(|(known, _)| known == name))
        .count()
}

/// The column of alternative texts in one language: `Image Alt Text (de)`, or `(de-AT)` for one country's.
fn alt_in(name: &str, lower: &str, languages: &mut Vec<String>) -> Option<Column> {
    let named = ["image alt text (", "image alt ("];
    let begin = named.iter().find(|begin| lower.starts_with(**begin))?;
    let tag = name.get(begin.len()..)?.strip_suffix(')')?.trim();
    if !is_language(tag) {
        return None;
    }
    let known = languages.iter().position(|known| known == tag);
    Some(Column::ImageAltIn(known.unwrap_or_else(|| {
        languages.push(tag.to_owned());
        languages.len() - 1
    })))
}

fn is_of_the_middle_years(name: &str) -> bool {
    name.ends_with(" linked to") || name.starts_with("unit price ") || is_metafield(name)
}

fn is_metafield(name: &str) -> bool {
    name.contains("(product.metafields.") || name.starts_with("metafield")
}

fn is_setting(name: &str) -> bool {
    SETTINGS.contains(&name) || name.starts_with("included / ")
}

fn is_not_kept(name: &str) -> bool {
    let markets = ["price / ", "compare at price / ", "compare-at price / "];
    NOT_KEPT.contains(&name)
        || name.starts_with("google shopping / ")
        || markets.iter().any(|market| name.starts_with(market))
        || is_metafield(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn case_and_blanks_do_not_matter() {
        let header = Header::parse(&names(" HANDLE ,title,Variant sku,,")).unwrap();

        assert_eq!(header.index(Column::Handle), Some(0));
        assert_eq!(header.index(Column::Sku), Some(2));
        assert_eq!(header.index(Column::Price), None);
        assert_eq!(header.name(Column::Handle), Some("HANDLE"));
        assert_eq!(header.name_at(2), Some("Variant sku"));
        assert_eq!((header.width, header.unknown.len()), (5, 0));
        let unnamed = [(3, "column 4".to_owned()), (4, "column 5".to_owned())];
        assert_eq!(header.not_kept, unnamed);
    }

    #[test]
    fn columns_of_shopify_are_tolerated_and_others_are_noted() {
        let header = Header::parse(&names(
            "Handle,Title,Google Shopping / Custom Label 4,Price / International,\
             Included / Europe,Compare At Price / Europe,Colour of the sea,\
             Pattern (product.metafields.custom.pattern),Cost per item",
        ))
        .unwrap();

        assert_eq!(header.unknown, ["Colour of the sea"]);
        let not_kept: Vec<&str> = header
            .not_kept
            .iter()
            .map(|(_, name)| name.as_str())
            .collect();
        assert_eq!(
            not_kept,
            [
                "Google Shopping / Custom Label 4",
                "Price / International",
                "Compare At Price / Europe",
                "Pattern (product.metafields.custom.pattern)",
                "Cost per item",
            ]
        );
        assert_eq!(header.generation, Generation::Middle);
    }

    #[test]
    fn alternative_texts_have_a_column_for_each_language() {
        let line = "Handle,Title,Image Alt Text (de),image alt (de-AT),Image Alt Text (German)";
        let header = Header::parse(&names(line)).unwrap();

        assert_eq!(header.languages, ["de", "de-AT"]);
        assert_eq!(header.index(Column::ImageAltIn(1)), Some(3));
        assert_eq!(header.unknown, ["Image Alt Text (German)"]);
        let twice = Header::parse(&names("Handle,Title,Image Alt (de),Image Alt Text (de)"));
        let name = "Image Alt Text (de)".to_owned();
        assert_eq!(twice.unwrap_err(), NoHeader::Twice(name));
    }

    #[test]
    fn a_line_without_handle_or_title_is_no_header() {
        for (line, missing) in [
            ("Title,Vendor", NoHeader::Missing("Handle")),
            ("Handle,Vendor", NoHeader::Missing("Title")),
            ("a,b,c", NoHeader::Missing("Handle")),
            (
                "Handle,Title,SKU,Variant SKU",
                NoHeader::Twice("Variant SKU".into()),
            ),
        ] {
            assert_eq!(Header::parse(&names(line)).unwrap_err(), missing);
        }
    }
}
