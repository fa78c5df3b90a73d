//! One record of the file: its cells as text, and as what they stand for.

use std::borrow::Cow;
use std::cell::RefCell;

use kernel::Currency;
use unicode_normalization::UnicodeNormalization;

use super::header::{Column, Header};
use super::price::{is_ambiguous, minor_units, with_decimal_point};
use super::records::Record;
use super::remarks::Remark;
use super::report::RowFault;

/// A record whose cells are text.
pub(super) struct Row<'r> {
    /// The line it begins on.
    pub(super) line: u64,
    header: &'r Header,
    cells: Vec<&'r str>,
    remarks: RefCell<Vec<Remark>>,
}

/// What a record is, before anybody looks at what it means.
pub(super) enum Reading<'r> {
    /// A row.
    Row(Row<'r>),
    /// Nothing but blanks and at most the first cell: a note that somebody left, or an empty row.
    Note,
    /// Not to be read; the handle is given when at least that could be read.
    Broken(RowFault, Option<String>),
}

impl<'r> Row<'r> {
    /// Takes a record for a row, if its cells are text and not too many.
    pub(super) fn read(record: &Record<'r>, header: &'r Header) -> Reading<'r> {
        let line = record.line;
        let broken = |column: Option<usize>, code, reason: &str| {
            let column = column.and_then(|index| header.name_at(index));
            let handle = header
                .index(Column::Handle)
                .and_then(|index| record.cell(index));
            let handle = handle.and_then(|cell| std::str::from_utf8(cell).ok());
            let fault = RowFault {
                line,
                column: column.map(str::to_owned),
                code,
                reason: reason.to_owned(),
            };
            Reading::Broken(fault, handle.map(|text| text.trim().to_owned()))
        };
        if !record.is_closed {
            let reason = format!(
                "a quote is not closed, or not where a cell ends, so that the lines {line} to {} \
                 read as one row",
                record.last_line
            );
            return broken(None, "quote_unclosed", &reason);
        }
        if !record.is_whole {
            return broken(None, "row_too_long", "more than a row can hold");
        }
        let mut cells = Vec::with_capacity(header.width);
        let mut remarks = Vec::new();
        for (index, cell) in record.cells().enumerate() {
            match std::str::from_utf8(cell) {
                Ok(text) if text.contains('\0') => {
                    return broken(Some(index), "nul_character", "a zero byte is no text");
                }
                Ok(text) if is_nothing(text.trim()) => {
                    remarks.push(Remark::Nothing);
                    cells.push("");
                }
                Ok(text) => cells.push(text.trim()),
                Err(_) => return broken(Some(index), "not_utf8", "this is not UTF-8"),
            }
        }
        let mut filled = (0..).zip(&cells).filter(|(_, cell)| !cell.is_empty());
        if filled.all(|(index, _)| header.may_be_note(index)) {
            return Reading::Note;
        }
        if cells.iter().skip(header.width).any(|cell| !cell.is_empty()) {
            let reason = "more cells than there are columns; is a cell with a delimiter unquoted?";
            return broken(None, "too_many_cells", reason);
        }
        Reading::Row(Self {
            line,
            header,
            cells,
            remarks: RefCell::new(remarks),
        })
    }

    /// The text of a cell without blanks around it; empty when there is no such column or cell.
    pub(super) fn text(&self, column: Column) -> &'r str {
        self.header
            .index(column)
            .and_then(|index| self.cells.get(index).copied())
            .unwrap_or_default()
    }

    /// The languages that pictures are described in beside their own text.
    pub(super) fn languages(&self) -> &'r [String] {
        &self.header.languages
    }

    /// Whether a cell has text.
    pub(super) fn has(&self, column: Column) -> bool {
        !self.text(column).is_empty()
    }

    /// Every cell that is read, always in the same order: what a digest is made of.
    pub(super) fn known_cells(&self) -> impl Iterator<Item = (Column, &'r str)> + '_ {
        let columns = self.header.columns();
        columns.map(|(column, index)| (column, self.cells.get(index).copied().unwrap_or_default()))
    }

    /// What the file calls a column.
    pub(super) fn name(&self, column: Column) -> Option<String> {
        self.header.name(column).map(str::to_owned)
    }

    /// A fault of the cell in `column`.
    pub(super) fn fault(
        &self,
        column: Column,
        code: &'static str,
        reason: impl std::fmt::Display,
    ) -> RowFault {
        RowFault {
            line: self.line,
            column: self.name(column),
            code,
            reason: reason.to_string(),
        }
    }

    /// Whether there is something in the cell at `index`.
    pub(super) fn fills(&self, index: usize) -> bool {
        self.cells.get(index).is_some_and(|cell| !cell.is_empty())
    }

    /// Notes something that the owner of the file may want to know.
    pub(super) fn remark(&self, remark: Remark) {
        self.remarks.borrow_mut().push(remark);
    }

    /// What has been noted of it.
    pub(super) fn remarks(&self) -> Vec<Remark> {
        self.remarks.take()
    }

    /// The text of a cell with a number, with a decimal point. One with as many digits after it as
    /// a currency has is no doubtful one.
    fn number(&self, column: Column, digits: u32) -> Cow<'r, str> {
        let text = self.text(column);
        if digits != 3 && is_ambiguous(text) {
            self.remark(Remark::Ambiguous);
        }
        if self.header.has_decimal_commas {
            with_decimal_point(text)
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Text of at most `max` characters; line ends and tabs in it are blanks.
    pub(super) fn line_of_text(&self, column: Column, max: usize) -> Result<String, RowFault> {
        let text = one_line(self.text(column));
        if text.chars().count() > max {
            let reason = format!("{max} characters at most");
            Err(self.fault(column, "cell_too_long", reason))
        } else if text.chars().any(char::is_control) {
            let reason = "text without control characters";
            Err(self.fault(column, "control_character", reason))
        } else {
            Ok(text)
        }
    }

    /// The same, or nothing when the cell is empty.
    pub(super) fn optional_line(
        &self,
        column: Column,
        max: usize,
    ) -> Result<Option<String>, RowFault> {
        let text = self.line_of_text(column, max)?;
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// A code such as a stock keeping unit. Spreadsheets put an apostrophe before digits, to keep
    /// them from being taken for a number; it is no part of the code.
    pub(super) fn code(&self, column: Column, max: usize) -> Result<Option<String>, RowFault> {
        let text = self.optional_line(column, max)?;
        Ok(text.map(|text| match text.strip_prefix('\'') {
            Some(digits) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
                digits.to_owned()
            }
            _ => text,
        }))
    }

    /// A code that is a number to scanners. Spreadsheets take it for one too: a point and a zero
    /// behind it are no part of it, and one that they have rounded is none any more.
    pub(super) fn barcode(&self, max: usize) -> Result<Option<String>, RowFault> {
        let code = self.code(Column::Barcode, max)?;
        Ok(code.filter(|code| !is_rounded(code)).map(|code| {
            let digits = code.strip_suffix(".0").or(code.strip_suffix(",0"));
            let is_number = |digits: &&str| digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.filter(is_number).map_or(code.clone(), str::to_owned)
        }))
    }

    /// Yes or no; `default` when the cell is empty.
    pub(super) fn boolean(&self, column: Column, default: bool) -> Result<bool, RowFault> {
        if self.has(column) {
            truth(self.text(column))
                .ok_or_else(|| self.fault(column, "not_a_boolean", "TRUE or FALSE"))
        } else {
            Ok(default)
        }
    }

    /// An amount in minor units, if the cell is not empty.
    pub(super) fn amount(
        &self,
        column: Column,
        currency: Currency,
    ) -> Result<Option<i64>, RowFault> {
        let text = self.number(column, currency.exponent());
        if text.is_empty() {
            return Ok(None);
        }
        minor_units(&text, currency)
            .map(Some)
            .map_err(|why| self.fault(column, why.code(), why))
    }

    /// A whole number, if the cell is not empty. Spreadsheets write some with a point and zeros.
    pub(super) fn whole_number(&self, column: Column) -> Result<Option<i32>, RowFault> {
        let text = self.number(column, 0);
        if text.is_empty() {
            return Ok(None);
        }
        let digits = text.split_once('.').map_or(&*text, |(whole, fraction)| {
            let are_zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
            if are_zeros { whole } else { &text }
        });
        digits
            .parse()
            .map(Some)
            .map_err(|_| self.fault(column, "not_a_whole_number", "a whole number"))
    }

    /// A weight in grams, rounded to the nearest; 0 when the cell is empty.
    pub(super) fn grams(&self, column: Column) -> Result<i32, RowFault> {
        let text = self.number(column, 0);
        if text.is_empty() {
            return Ok(0);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let is_up = fraction.starts_with(['5', '6', '7', '8', '9']);
        whole
            .parse::<i32>()
            .ok()
            .filter(|_| are_digits(whole) && are_digits(fraction))
            .and_then(|grams| grams.checked_add(i32::from(is_up)))
            .ok_or_else(|| self.fault(column, "weight_malformed", "a weight in grams, such as 250"))
    }
}

/// The words for yes and no, as spreadsheets write them in the language of their owner.
const YES: [&str; 22] = [
    "TRUE",
    "YES",
    "1",
    "1.0",
    "WAHR",
    "VRAI",
    "VERDADERO",
    "VERO",
    "VERDADEIRO",
    "WAAR",
    "PRAWDA",
    "PRAVDA",
    "DOĞRU",
    "ΑΛΗΘΗΣ",
    "ΑΛΗΘΕΣ",
    "ИСТИНА",
    "SANT",
    "SAND",
    "SANN",
    "TOSI",
    "IGAZ",
    "ADEVĂRAT",
];
const NO: [&str; 20] = [
    "FALSE",
    "NO",
    "0",
    "0.0",
    "FALSCH",
    "FAUX",
    "FALSO",
    "ONWAAR",
    "FAŁSZ",
    "NEPRAVDA",
    "YANLIŞ",
    "ΨΕΥΔΗΣ",
    "ΨΕΥΔΕΣ",
    "ЛОЖЬ",
    "FALSKT",
    "FALSK",
    "USANN",
    "EPÄTOSI",
    "HAMIS",
    "FALS",
];

/// Yes or no, in any language that spreadsheets write them in.
pub(super) fn truth(text: &str) -> Option<bool> {
    let upper: String = text.nfc().collect::<String>().to_uppercase();
    let word = upper.as_str();
    YES.contains(&word)
        .then_some(true)
        .or_else(|| NO.contains(&word).then_some(false))
}

/// What programs write for nothing.
fn is_nothing(text: &str) -> bool {
    matches!(text, "nan" | "NaN" | "<NA>")
}

/// Whether a code is a large number of which a spreadsheet has left the first digits:
/// `4.00638E+12`.
pub(super) fn is_rounded(code: &str) -> bool {
    code.split_once(['E', 'e'])
        .is_some_and(|(digits, exponent)| {
            let are_digits =
                |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let (whole, rest) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
            whole.len() == 1
                && are_digits(whole)
                && are_digits(rest)
                && exponent.strip_prefix('+').is_some_and(are_digits)
        })
}

/// Text on one line, in Unicode's composed form: what ends lines is a blank.
pub(super) fn one_line(text: &str) -> String {
    let is_end = |c: char| (c.is_control() && c.is_whitespace()) || "\u{2028}\u{2029}".contains(c);
    let composed: String = text.nfc().collect();
    if !composed.contains(is_end) {
        return composed;
    }
    let parts = composed.split(is_end).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
