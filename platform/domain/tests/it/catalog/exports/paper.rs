//! A file as it stands on the disk, read without the importer's help.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::columns::{Field, field, is_setting};

/// A file.
pub(super) struct Paper {
    pub(super) has_decimal_commas: bool,
    /// Records below the first, empty lines left out.
    pub(super) records: usize,
    pub(super) lines: Vec<Line>,
    /// Columns with something in them that nobody reads, by name or by number.
    pub(super) missed: Vec<String>,
}

/// A row.
pub(super) struct Line {
    /// The line that it begins on, counted from 1.
    pub(super) number: u64,
    /// None of its cells has anything but the first.
    pub(super) is_remark: bool,
    /// Some of it is no text.
    pub(super) is_garbled: bool,
    cells: BTreeMap<Field, String>,
}

impl Line {
    /// A cell without blanks around it.
    pub(super) fn get(&self, field: Field) -> &str {
        self.cells.get(&field).map_or("", String::as_str)
    }

    pub(super) fn has(&self, field: Field) -> bool {
        !self.get(field).is_empty()
    }

    /// Whether another row says the same.
    pub(super) fn says_as(&self, other: &Self) -> bool {
        !self.is_garbled && !other.is_garbled && self.cells == other.cells
    }

    /// The handle, if that is text.
    pub(super) fn handle(&self) -> String {
        self.get(Field::Handle).nfc().collect()
    }

    pub(super) fn values(&self) -> [String; 3] {
        [0, 1, 2].map(|option| plain(self.get(Field::OptionValue(option))))
    }

    /// Whether it says something of a variant.
    pub(super) fn has_variant(&self) -> bool {
        self.values().iter().any(|value| !value.is_empty())
            || [Field::Sku, Field::Price, Field::Barcode, Field::CompareAt]
                .iter()
                .any(|field| self.has(*field))
    }
}

/// Text in composed form with single blanks.
pub(super) fn plain(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Paper {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let delimiter = delimiter(bytes);
        let mut records = records(bytes, delimiter).into_iter();
        let (_, names) = records.next().unwrap();
        let names: Vec<String> = names.iter().map(|name| words(name).unwrap()).collect();
        let records: Vec<_> = records.collect();
        let mut missed = Vec::new();
        let lines = records
            .iter()
            .map(|(number, cells)| line(*number, cells, &names));
        let lines: Vec<Line> = lines.collect();
        for (index, name) in names.iter().enumerate() {
            let is_filled = records.iter().zip(&lines).any(|((_, cells), line)| {
                let has_handle = line.has(Field::Handle) || line.has(Field::Title);
                let is_row = has_handle && !line.is_garbled && !line.is_remark;
                let cell = cells.get(index).and_then(|cell| words(cell));
                is_row && cell.is_some_and(|cell| !cell.is_empty())
            });
            if is_filled && field(name).is_none() && !is_setting(name) {
                let number = || format!("column {}", index + 1);
                missed.push(if name.is_empty() {
                    number()
                } else {
                    name.clone()
                });
            }
        }
        Self {
            has_decimal_commas: delimiter == b';',
            records: records.len(),
            lines,
            missed,
        }
    }

    /// The lines that have anything to say.
    pub(super) fn filled(&self) -> impl Iterator<Item = &Line> {
        self.lines
            .iter()
            .filter(|line| line.is_garbled || !line.cells.is_empty())
    }

    /// An amount in minor units of a currency with so many digits.
    pub(super) fn amount(&self, text: &str, digits: u32) -> Option<i64> {
        let mut text = text.to_owned();
        if self.has_decimal_commas && text.contains(',') {
            text = text.replace('.', "").replace(',', ".");
        }
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let width = usize::try_from(digits).unwrap();
        let rest = format!("{:0<width$}", rest.trim_end_matches('0'));
        if whole.is_empty() || rest.len() > width || text.ends_with('.') {
            return None;
        }
        format!("{whole}{rest}")
            .parse()
            .ok()
            .filter(|minor| *minor >= 0)
    }
}

fn line(number: u64, cells: &[Vec<u8>], names: &[String]) -> Line {
    let is_named = |index: &usize| names.get(*index).is_none_or(|name| !name.is_empty());
    let first = (0..names.len()).find(is_named);
    let filled: Vec<usize> = (0..cells.len())
        .filter(is_named)
        .filter(|&index| words(&cells[index]).is_none_or(|text| !text.is_empty()))
        .collect();
    let known = names.iter().zip(cells).filter_map(|(name, cell)| {
        let text = words(cell).filter(|text| !text.is_empty())?;
        Some((field(name)?, text))
    });
    Line {
        number,
        is_remark: filled.iter().all(|&index| Some(index) == first),
        is_garbled: cells.iter().any(|cell| words(cell).is_none()),
        cells: known.collect(),
    }
}

/// A cell without blanks around it, if it is text. What pandas writes for nothing is nothing.
fn words(cell: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(cell).ok()?.trim();
    Some(
        if matches!(text, "nan" | "NaN") {
            ""
        } else {
            text
        }
        .to_owned(),
    )
}

fn delimiter(bytes: &[u8]) -> u8 {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap();
    let times = |delimiter: u8| first.split(|byte| *byte == delimiter).count();
    let all = [b',', b';', b'\t'];
    all.into_iter()
        .max_by_key(|delimiter| times(*delimiter))
        .unwrap()
}

/// The records that are more than an empty line, with the lines they begin on.
fn records(bytes: &[u8], delimiter: u8) -> Vec<(u64, Vec<Vec<u8>>)> {
    let mut records = Vec::new();
    let (mut line, mut began) = (1, 1);
    let (mut cells, mut cell): (Vec<Vec<u8>>, Vec<u8>) = (Vec::new(), Vec::new());
    let mut is_quoted = false;
    let mut was_quoted = false;
    for (index, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(index + 1);
        let ends_line = byte == b'\n' || (byte == b'\r' && next != Some(&b'\n'));
        line += u64::from(ends_line);
        match byte {
            b'"' if is_quoted => {
                is_quoted = false;
                was_quoted = true;
            }
            b'"' if was_quoted => {
                cell.push(b'"');
                is_quoted = true;
                was_quoted = false;
            }
            b'"' if cell.is_empty() => is_quoted = true,
            _ if is_quoted => cell.push(byte),
            b'\r' if !ends_line => {}
            _ if byte == delimiter || ends_line => {
                cells.push(std::mem::take(&mut cell));
                was_quoted = false;
                if ends_line {
                    let record = std::mem::take(&mut cells);
                    if record.len() > 1 || !record[0].is_empty() {
                        records.push((began, record));
                    }
                    began = line;
                }
            }
            _ => cell.push(byte),
        }
    }
    records
}
