//! The rows of a shop as Shopify's export writes them, before any tool prints them.

use super::columns::{COLUMNS, Field, MISSED, SETTINGS};
use super::dice::Dice;
use super::shop::{Product, Shop, Variant};

/// A cell as a spreadsheet knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    /// So many units, of which ten to the power of the second number make one.
    Number(i64, u32),
    /// What Shopify writes as digits, and spreadsheets take for a number.
    Digits(String),
    Truth(bool),
}

/// Rows below the names of their columns.
pub(super) struct Sheet {
    pub(super) names: Vec<String>,
    pub(super) fields: Vec<Option<Field>>,
    pub(super) rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Generation {
    Legacy,
    Middle,
    Current,
}

impl Sheet {
    /// Writes a shop down.
    pub(super) fn of(shop: &Shop, generation: Generation, dice: &mut Dice) -> Self {
        let mut names: Vec<String> = Vec::new();
        let mut fields = Vec::new();
        for (field, legacy, current) in COLUMNS {
            let is_current = generation == Generation::Current;
            names.push(if is_current { current } else { legacy }.to_owned());
            fields.push(Some(field));
        }
        for name in others(generation, dice) {
            names.push(name.to_owned());
            fields.push(None);
        }
        let mut sheet = Self {
            names,
            fields,
            rows: Vec::new(),
        };
        for product in &shop.products {
            let rows = product.variants.len().max(product.pictures.len());
            for number in 0..rows {
                let row = sheet.row(shop, product, number, dice);
                sheet.rows.push(row);
            }
        }
        sheet
    }

    fn row(&self, shop: &Shop, product: &Product, number: usize, dice: &mut Dice) -> Vec<Cell> {
        let columns = self.fields.iter().zip(&self.names);
        columns
            .map(|(field, name)| match field {
                Some(field) => cell(shop, product, number, *field),
                None => other(name, number, dice),
            })
            .collect()
    }

    /// Where a field is.
    pub(super) fn place(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|known| *known == Some(field))
    }

    pub(super) fn cell(&self, row: usize, field: Field) -> &Cell {
        let place = self.place(field);
        place.map_or(&Cell::Empty, |place| &self.rows[row][place])
    }

    pub(super) fn set(&mut self, row: usize, field: Field, cell: Cell) {
        if let Some(place) = self.place(field) {
            self.rows[row][place] = cell;
        }
    }

    /// Takes columns into another order, and leaves out those that are not named.
    pub(super) fn pick(&mut self, places: &[usize]) {
        self.names = places
            .iter()
            .map(|&place| self.names[place].clone())
            .collect();
        self.fields = places.iter().map(|&place| self.fields[place]).collect();
        for row in &mut self.rows {
            *row = places.iter().map(|&place| row[place].clone()).collect();
        }
    }
}

/// Further columns of a generation, and of whoever worked on the file.
fn others(generation: Generation, dice: &mut Dice) -> Vec<&'static str> {
    let mut names = match generation {
        Generation::Legacy => vec![SETTINGS[0], SETTINGS[1]],
        Generation::Middle => vec![
            SETTINGS[0],
            SETTINGS[1],
            SETTINGS[4],
            SETTINGS[5],
            MISSED[0],
        ],
        Generation::Current => vec![SETTINGS[2], SETTINGS[3], SETTINGS[4], MISSED[0]],
    };
    for name in &MISSED[1..] {
        if dice.once_in(6) {
            names.push(name);
        }
    }
    names
}

fn other(name: &str, number: usize, dice: &mut Dice) -> Cell {
    match name {
        "Variant Fulfillment Service" | "Fulfillment service" => text("manual"),
        "Variant Weight Unit" | "Weight unit for display" => text("g"),
        "Included / Europe" if number == 0 => Cell::Truth(true),
        "Option1 Linked To" | "Included / Europe" => Cell::Empty,
        _ if dice.once_in(2) => Cell::Empty,
        _ if name.contains("Price") || name.contains("Cost") => Cell::Number(1_150, 2),
        _ => text("gepunktet, 100 %"),
    }
}

pub(super) fn text(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text.to_owned())
    }
}

/// Text, or what is taken for a number.
fn code(code: &str) -> Cell {
    if !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()) {
        Cell::Digits(code.to_owned())
    } else {
        text(code)
    }
}

fn cell(shop: &Shop, product: &Product, number: usize, field: Field) -> Cell {
    let cell = match field {
        Field::Handle => return text(&product.handle),
        Field::Title => text(&product.title),
        Field::Body => text(&product.body),
        Field::Vendor => text(&product.vendor),
        Field::Category => text(&product.category),
        Field::Type => text(&product.kind),
        Field::Tags => text(&product.tags),
        Field::Published => Cell::Truth(product.is_published),
        Field::Status => text(product.status),
        Field::GiftCard => Cell::Truth(product.is_gift_card),
        Field::SeoTitle => text(&product.seo_title),
        Field::SeoDescription => text(&product.seo_description),
        Field::OptionName(0) if product.options.is_empty() => text("Title"),
        Field::OptionName(option) => text(product.options.get(option).unwrap_or(&"")),
        Field::Image | Field::Position | Field::Alt => return picture(product, number, field),
        _ => {
            let variant = product.variants.get(number);
            return variant.map_or(Cell::Empty, |variant| variant_cell(shop, variant, field));
        }
    };
    if number == 0 { cell } else { Cell::Empty }
}

fn picture(product: &Product, number: usize, field: Field) -> Cell {
    let Some(picture) = product.pictures.get(number) else {
        return Cell::Empty;
    };
    match field {
        Field::Image => text(&picture.source),
        Field::Alt => text(&picture.alt),
        _ => Cell::Number(i64::try_from(number + 1).unwrap(), 0),
    }
}

fn variant_cell(shop: &Shop, variant: &Variant, field: Field) -> Cell {
    let digits = shop.language.currency.exponent();
    let amount =
        |minor: Option<i64>| minor.map_or(Cell::Empty, |minor| Cell::Number(minor, digits));
    match field {
        Field::OptionValue(0) if variant.values.is_empty() => text("Default Title"),
        Field::OptionValue(option) => text(variant.values.get(option).map_or("", String::as_str)),
        Field::Sku => code(&variant.sku),
        Field::Barcode => code(&variant.barcode),
        Field::Grams => Cell::Number(variant.grams, 0),
        Field::Tracker => text(variant.tracker),
        Field::Quantity => Cell::Number(variant.quantity, 0),
        Field::Policy => text(variant.policy),
        Field::Price => amount(variant.price),
        Field::CompareAt => amount(variant.compare_at),
        Field::Shipping => Cell::Truth(variant.is_shipped),
        Field::Taxable => Cell::Truth(variant.is_taxable),
        Field::VariantImage => text(&variant.picture),
        _ => Cell::Empty,
    }
}
