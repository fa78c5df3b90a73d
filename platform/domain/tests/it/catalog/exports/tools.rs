//! The tools that files come out of, and how each prints a sheet.

use super::dice::Dice;
use super::rows::{Cell, Sheet};
use super::words::Language;

/// What wrote a file last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tool {
    /// As it was downloaded.
    Shopify,
    /// `read_csv` and `to_csv`, with or without the index, with or without `nan`.
    Pandas { has_index: bool, writes_nan: bool },
    /// «CSV UTF-8», in the language of the machine.
    Excel { is_local: bool, has_mark: bool },
    /// «CSV» without more, in the encoding of western Europe.
    OldExcel,
    /// «Unicode text», with tabs in UTF-16.
    UnicodeText,
    /// As a download, with tabs or commas.
    Sheets { has_tabs: bool },
    /// With every cell in quotes.
    LibreOffice { has_semicolons: bool },
}

/// How a tool prints.
struct Style {
    delimiter: char,
    line_end: &'static str,
    has_mark: bool,
    quotes_all: bool,
    has_decimal_commas: bool,
    truth: (&'static str, &'static str),
}

/// What pandas takes a column for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Mixed,
    Numbers,
    /// Numbers, of which some are missing.
    Floats,
}

impl Column {
    fn of<'a>(cells: impl Iterator<Item = &'a Cell>) -> Self {
        let (mut is_mixed, mut has_holes) = (false, false);
        for cell in cells {
            is_mixed |= matches!(cell, Cell::Text(_) | Cell::Truth(_));
            has_holes |= *cell == Cell::Empty;
        }
        match (is_mixed, has_holes) {
            (true, _) => Self::Mixed,
            (false, true) => Self::Floats,
            (false, false) => Self::Numbers,
        }
    }
}

impl Tool {
    pub(super) fn pick(dice: &mut Dice) -> Self {
        match dice.number(1, 24) {
            1..=5 => Self::Shopify,
            6..=10 => Self::Pandas {
                has_index: dice.once_in(2),
                writes_nan: dice.once_in(2),
            },
            11..=15 => Self::Excel {
                is_local: dice.once_in(2),
                has_mark: !dice.once_in(3),
            },
            16 => Self::OldExcel,
            17 if dice.once_in(3) => Self::UnicodeText,
            17..=20 => Self::Sheets {
                has_tabs: dice.once_in(3),
            },
            _ => Self::LibreOffice {
                has_semicolons: dice.once_in(3),
            },
        }
    }

    /// Whether it keeps barcodes and other digits as they are.
    pub(super) const fn keeps_digits(self) -> bool {
        matches!(self, Self::Shopify | Self::LibreOffice { .. })
    }

    fn style(self, language: &Language) -> Style {
        let plain = Style {
            delimiter: ',',
            line_end: "\n",
            has_mark: false,
            quotes_all: false,
            has_decimal_commas: false,
            truth: ("TRUE", "FALSE"),
        };
        match self {
            Self::Shopify => Style {
                truth: ("true", "false"),
                ..plain
            },
            Self::Pandas { .. } => Style {
                truth: ("True", "False"),
                ..plain
            },
            Self::Excel { is_local, has_mark } if is_local && language.has_commas => Style {
                delimiter: ';',
                line_end: "\r\n",
                has_mark,
                has_decimal_commas: true,
                truth: language.truth,
                ..plain
            },
            Self::Excel { has_mark, .. } => Style {
                line_end: "\r\n",
                has_mark,
                ..plain
            },
            Self::OldExcel => Style {
                line_end: "\r\n",
                ..plain
            },
            Self::UnicodeText => Style {
                delimiter: '\t',
                line_end: "\r\n",
                ..plain
            },
            Self::Sheets { has_tabs } => Style {
                delimiter: if has_tabs { '\t' } else { ',' },
                line_end: "\r\n",
                ..plain
            },
            Self::LibreOffice { has_semicolons } => Style {
                delimiter: if has_semicolons { ';' } else { ',' },
                quotes_all: true,
                ..plain
            },
        }
    }

    /// The file.
    pub(super) fn print(self, sheet: &Sheet, language: &Language) -> Vec<u8> {
        let style = self.style(language);
        let mut text = String::new();
        let has_index = matches!(
            self,
            Self::Pandas {
                has_index: true,
                ..
            }
        );
        let line = |cells: Vec<String>, text: &mut String| {
            let cells: Vec<String> = cells.iter().map(|cell| style.quoted(cell)).collect();
            text.push_str(&cells.join(&style.delimiter.to_string()));
            text.push_str(style.line_end);
        };
        let index = |index: String| has_index.then_some(index).into_iter();
        line(
            index(String::new())
                .chain(sheet.names.iter().cloned())
                .collect(),
            &mut text,
        );
        let columns: Vec<Column> = (0..sheet.names.len())
            .map(|column| Column::of(sheet.rows.iter().map(|row| &row[column])))
            .collect();
        for (number, row) in sheet.rows.iter().enumerate() {
            let cells = row.iter().zip(&columns);
            let cells = cells.map(|(cell, column)| self.cell(cell, *column, &style));
            line(index(number.to_string()).chain(cells).collect(), &mut text);
        }
        match self {
            Self::OldExcel => text.chars().map(western).collect(),
            Self::UnicodeText => {
                let units = std::iter::once(0xfeff).chain(text.encode_utf16());
                units.flat_map(u16::to_le_bytes).collect()
            }
            _ if style.has_mark => format!("\u{feff}{text}").into_bytes(),
            _ => text.into_bytes(),
        }
    }

    fn cell(self, cell: &Cell, column: Column, style: &Style) -> String {
        match (cell, self) {
            (
                Cell::Empty,
                Self::Pandas {
                    writes_nan: true, ..
                },
            ) => "nan".to_owned(),
            (Cell::Empty, _) => String::new(),
            (Cell::Text(text), _) => text.clone(),
            (Cell::Truth(is_set), _) => if *is_set {
                style.truth.0
            } else {
                style.truth.1
            }
            .to_owned(),
            (Cell::Number(units, 0), Self::Pandas { .. }) if column == Column::Floats => {
                format!("{units}.0")
            }
            (Cell::Number(units, digits), Self::Shopify | Self::LibreOffice { .. }) => {
                decimal(*units, *digits)
            }
            (Cell::Number(units, digits), Self::Pandas { .. }) if *digits > 0 => {
                let short = short(*units, *digits);
                if short.contains('.') {
                    short
                } else {
                    format!("{short}.0")
                }
            }
            (Cell::Number(units, digits), _) if style.has_decimal_commas => {
                short(*units, *digits).replace('.', ",")
            }
            (Cell::Number(units, digits), _) => short(*units, *digits),
            (Cell::Digits(digits), _) if self.keeps_digits() => digits.clone(),
            (Cell::Digits(digits), Self::Pandas { .. }) => match column {
                Column::Mixed => digits.clone(),
                Column::Floats => format!("{}.0", without_zeros(digits)),
                Column::Numbers => without_zeros(digits).to_owned(),
            },
            (Cell::Digits(digits), Self::Excel { .. } | Self::OldExcel)
                if without_zeros(digits).len() > 11 =>
            {
                rounded(without_zeros(digits), style)
            }
            (Cell::Digits(digits), _) => without_zeros(digits).to_owned(),
        }
    }
}

impl Style {
    fn quoted(&self, cell: &str) -> String {
        let special = [self.delimiter, '"', '\r', '\n'];
        if self.quotes_all || cell.contains(special) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    }
}

/// With all digits of the currency.
pub(super) fn decimal(units: i64, digits: u32) -> String {
    let one = 10_i64.pow(digits);
    match usize::try_from(digits).unwrap() {
        0 => units.to_string(),
        width => format!("{}.{:0width$}", units / one, units % one),
    }
}

/// With no more digits than needed.
fn short(units: i64, digits: u32) -> String {
    let text = decimal(units, digits);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

fn without_zeros(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    }
}

/// `4006381333931` as `4.00638E+12`.
fn rounded(digits: &str, style: &Style) -> String {
    let mark = if style.has_decimal_commas { ',' } else { '.' };
    format!(
        "{}{mark}{}E+{}",
        &digits[..1],
        &digits[1..6],
        digits.len() - 1
    )
}

/// A letter in the encoding of western Europe; a question mark for what it does not have.
fn western(letter: char) -> u8 {
    match letter {
        '€' => 0x80,
        '„' => 0x84,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '™' => 0x99,
        _ => u8::try_from(u32::from(letter))
            .ok()
            .filter(|byte| !(0x80..0xa0).contains(byte))
            .unwrap_or(b'?'),
    }
}
