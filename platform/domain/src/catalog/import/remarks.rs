//! What is noted of rows that go in all the same.

use std::collections::BTreeMap;

/// How many lines are told of what a note is about.
const LINES_SHOWN: usize = 5;

/// Something about a row that its file's owner may want to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Remark {
    /// Nothing but its first cell is filled.
    FirstCell,
    /// A number can be read in two ways.
    Ambiguous,
    /// A cell has the word that programs write for nothing.
    Nothing,
    /// It says something of its product otherwise than the first row.
    Otherwise,
    /// A code has lost digits.
    Rounded,
    /// There is a price from before a reduction, and none after it.
    Unpriced,
    /// A description has what is not kept.
    Embedded,
}

impl Remark {
    /// What is told of it.
    const fn text(self) -> &'static str {
        match self {
            Self::FirstCell => "rows with nothing but a first cell, taken for notes",
            Self::Ambiguous => {
                "amounts with three digits after the point, which is taken for a decimal point and \
                 not for one of thousands"
            }
            Self::Nothing => "rows with nan, which is taken for an empty cell",
            Self::Otherwise => {
                "texts that a later row of a product has otherwise, of which the first are kept"
            }
            Self::Rounded => {
                "codes that a spreadsheet has rounded, such as 4.00638E+12, which are no barcodes"
            }
            Self::Unpriced => "compare-at prices without a price, which are not kept",
            Self::Embedded => "descriptions with films, frames or forms, which are not kept",
        }
    }
}

/// Everything that is noted of the rows of a file.
#[derive(Debug, Default)]
pub(super) struct Remarks(BTreeMap<Remark, Lines>);

impl Remarks {
    /// Notes something of the row on `line`.
    pub(super) fn note(&mut self, remark: Remark, line: u64) {
        let lines = self.0.entry(remark).or_default();
        if lines.last != Some(line) {
            lines.last = Some(line);
            lines.count += 1;
            if lines.first.len() < LINES_SHOWN {
                lines.first.push(line);
            }
        }
    }

    /// What the report says of them.
    pub(super) fn told(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().map(|(remark, lines)| {
            let shown: Vec<String> = lines.first.iter().map(u64::to_string).collect();
            let is_more = lines.count > shown.len();
            let (shown, more) = (shown.join(", "), if is_more { " …" } else { "" });
            let (text, count) = (remark.text(), lines.count);
            format!("{text}: {count} (lines {shown}{more})")
        })
    }
}

/// How many lines there are of something, and the first of them.
#[derive(Debug, Default)]
struct Lines {
    count: usize,
    first: Vec<u64>,
    last: Option<u64>,
}
