//! What people do to a file before they upload it.

use super::columns::Field;
use super::dice::Dice;
use super::rows::{Cell, Sheet, text};

/// What was done to a sheet.
#[derive(Debug, Default)]
pub(super) struct Habits {
    pub(super) done: Vec<&'static str>,
    /// Whether something of it cannot go in, so that the report must have faults or may.
    pub(super) may_fail: bool,
}

type Habit = (&'static str, usize, bool, fn(&mut Sheet, &mut Dice));

/// A name, how often it is met, whether something may not go in, and what it does.
const HABITS: [Habit; 17] = [
    ("columns left out", 4, false, leave_columns_out),
    ("columns shuffled", 3, false, shuffle_columns),
    ("option names on every row", 4, false, repeat_option_names),
    ("product cells filled down", 8, false, fill_down),
    ("titles of variants", 15, false, title_variants),
    ("another option name", 20, false, rename_option),
    ("rows repeated", 6, false, repeat_rows),
    (
        "repeated rows with further pictures",
        10,
        false,
        repeat_for_pictures,
    ),
    (
        "alternative texts changed on a second row",
        15,
        false,
        change_alt,
    ),
    ("a product again at the end", 10, false, repeat_product),
    ("prices as people write them", 12, true, misspell_prices),
    ("no handle", 20, true, remove_handle),
    ("a title on a later row", 15, true, move_title),
    ("rows in another order", 10, true, reorder),
    ("trailing blanks", 4, false, add_blanks),
    ("empty rows", 4, false, add_empty_rows),
    ("a remark", 15, false, add_remark),
];

const OF_PRODUCT: [Field; 11] = [
    Field::Title,
    Field::Body,
    Field::Vendor,
    Field::Category,
    Field::Type,
    Field::Tags,
    Field::Published,
    Field::Status,
    Field::GiftCard,
    Field::SeoTitle,
    Field::SeoDescription,
];

impl Habits {
    pub(super) fn pick(sheet: &mut Sheet, dice: &mut Dice) -> Self {
        let mut habits = Self::default();
        for (name, times, may_fail, habit) in HABITS {
            if dice.once_in(times) {
                habit(sheet, dice);
                habits.done.push(name);
                habits.may_fail |= may_fail;
            }
        }
        habits
    }
}

/// Whether two rows are of one product.
fn are_together(sheet: &Sheet, one: usize, other: usize) -> bool {
    sheet.cell(one, Field::Handle) == sheet.cell(other, Field::Handle)
}

/// The rows that follow one of the same product.
fn later_rows(sheet: &Sheet) -> Vec<usize> {
    let rows = 1..sheet.rows.len();
    rows.filter(|&row| are_together(sheet, row - 1, row))
        .collect()
}

fn leave_columns_out(sheet: &mut Sheet, dice: &mut Dice) {
    let kept = [Field::Handle, Field::Title, Field::Price];
    let mut places: Vec<usize> = (0..sheet.names.len()).collect();
    places.retain(|&place| match sheet.fields[place] {
        Some(Field::OptionName(_) | Field::OptionValue(_)) | None => true,
        Some(field) => kept.contains(&field) || !dice.once_in(5),
    });
    sheet.pick(&places);
}

fn shuffle_columns(sheet: &mut Sheet, dice: &mut Dice) {
    let mut places: Vec<usize> = (0..sheet.names.len()).collect();
    dice.shuffle(&mut places);
    sheet.pick(&places);
}

fn copy_down(sheet: &mut Sheet, fields: &[Field]) {
    for row in later_rows(sheet) {
        for &field in fields {
            let above = sheet.cell(row - 1, field).clone();
            sheet.set(row, field, above);
        }
    }
}

fn repeat_option_names(sheet: &mut Sheet, _: &mut Dice) {
    copy_down(sheet, &[0, 1, 2].map(Field::OptionName));
}

fn fill_down(sheet: &mut Sheet, _: &mut Dice) {
    copy_down(sheet, &OF_PRODUCT);
}

fn title_variants(sheet: &mut Sheet, _: &mut Dice) {
    for row in later_rows(sheet) {
        if let Cell::Text(value) = sheet.cell(row, Field::OptionValue(0)) {
            let title = text(&format!("Title of {value}"));
            sheet.set(row, Field::Title, title);
        }
    }
}

fn rename_option(sheet: &mut Sheet, dice: &mut Dice) {
    for row in later_rows(sheet) {
        if *sheet.cell(row, Field::OptionValue(0)) != Cell::Empty && dice.once_in(3) {
            sheet.set(row, Field::OptionName(0), text("Another name"));
        }
    }
}

fn repeat_rows(sheet: &mut Sheet, dice: &mut Dice) {
    let rows = std::mem::take(&mut sheet.rows);
    for row in rows {
        let times = if dice.once_in(4) { 2 } else { 1 };
        sheet.rows.extend(std::iter::repeat_n(row, times));
    }
}

/// Some exports repeat a variant for each of its pictures.
fn repeat_for_pictures(sheet: &mut Sheet, dice: &mut Dice) {
    let mut number = sheet.rows.len();
    while number > 0 {
        number -= 1;
        if dice.once_in(4) {
            let again = sheet.rows[number].clone();
            sheet.rows.insert(number + 1, again);
            let source = format!("https://cdn.example/again/{number}.jpg");
            let field = dice.number(0, 2);
            if field > 0 {
                sheet.set(number + 1, Field::Image, text(&source));
                sheet.set(number + 1, Field::Position, Cell::Empty);
            }
            if field < 2 {
                sheet.set(number + 1, Field::VariantImage, text(&source));
            }
        }
    }
}

fn repeat_product(sheet: &mut Sheet, _: &mut Dice) {
    let rows = 0..sheet.rows.len();
    let first: Vec<_> = rows
        .take_while(|&row| are_together(sheet, 0, row))
        .map(|row| sheet.rows[row].clone())
        .collect();
    sheet.rows.extend(first);
}

fn change_alt(sheet: &mut Sheet, dice: &mut Dice) {
    let rows: Vec<usize> = (0..sheet.rows.len()).rev().collect();
    for row in rows {
        if *sheet.cell(row, Field::Image) != Cell::Empty && dice.once_in(2) {
            let again = sheet.rows[row].clone();
            sheet.rows.insert(row + 1, again);
            sheet.set(row + 1, Field::Alt, text("Seen from the other side"));
            if dice.once_in(2) {
                sheet.set(row, Field::Alt, Cell::Empty);
            }
        }
    }
}

fn misspell_prices(sheet: &mut Sheet, dice: &mut Dice) {
    for row in 0..sheet.rows.len() {
        if *sheet.cell(row, Field::Price) != Cell::Empty && dice.once_in(4) {
            let price = [
                "€ 12,50",
                "12.50 USD",
                "1,234.50",
                "-5",
                "12.",
                "on request",
                "19.990000000000002",
            ];
            let price = text(dice.of(&price));
            sheet.set(row, Field::Price, price);
        }
    }
}

fn remove_handle(sheet: &mut Sheet, dice: &mut Dice) {
    let row = dice.number(0, sheet.rows.len() - 1);
    let rows = 0..sheet.rows.len();
    let all: Vec<usize> = rows
        .filter(|&other| are_together(sheet, row, other))
        .collect();
    for row in all {
        sheet.set(row, Field::Handle, Cell::Empty);
    }
}

fn move_title(sheet: &mut Sheet, dice: &mut Dice) {
    for row in later_rows(sheet) {
        if dice.once_in(4) {
            sheet.rows.swap(row - 1, row);
        }
    }
}

fn reorder(sheet: &mut Sheet, dice: &mut Dice) {
    match dice.number(1, 3) {
        1 => dice.shuffle(&mut sheet.rows),
        2 => sort(sheet, Field::Sku),
        _ => sort(sheet, Field::Title),
    }
}

fn sort(sheet: &mut Sheet, field: Field) {
    if let Some(place) = sheet.place(field) {
        sheet.rows.sort_by_key(|row| format!("{:?}", row[place]));
    }
}

fn add_blanks(sheet: &mut Sheet, dice: &mut Dice) {
    for row in &mut sheet.rows {
        for cell in row {
            if let Cell::Text(text) = cell
                && dice.once_in(6)
            {
                text.push_str(dice.of(&[" ", "  ", "\u{a0}", "\t", "\n"]));
                if dice.once_in(3) {
                    text.insert(0, ' ');
                }
            }
        }
    }
}

fn add_empty_rows(sheet: &mut Sheet, dice: &mut Dice) {
    let empty = vec![Cell::Empty; sheet.names.len()];
    for _ in 0..dice.number(1, 4) {
        let row = dice.number(0, sheet.rows.len());
        sheet.rows.insert(row, empty.clone());
    }
    if dice.once_in(2) {
        sheet.rows.extend(std::iter::repeat_n(empty, 3));
    }
}

fn add_remark(sheet: &mut Sheet, dice: &mut Dice) {
    let mut remark = vec![Cell::Empty; sheet.names.len()];
    remark[0] = text("Stand: 5. März, bitte prüfen");
    let row = dice.number(0, sheet.rows.len());
    sheet.rows.insert(row, remark);
}
