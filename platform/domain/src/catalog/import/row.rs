//! One record of the file: its cells as text, and as what they stand for.

use kernel::Currency;

use super::header::{Column, Header};
use super::price::minor_units;
use super::records::Record;
use super::report::RowFault;

/// A record whose cells are text.
pub(super) struct Row<'r> {
    /// The line it begins on.
    pub(super) line: u64,
    header: &'r Header,
    cells: Vec<&'r str>,
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
        for (index, cell) in record.cells().enumerate() {
            match std::str::from_utf8(cell) {
                Ok(text) if text.contains('\0') => {
                    return broken(Some(index), "nul_character", "a zero byte is no text");
                }
                Ok(text) => cells.push(text.trim()),
                Err(_) => return broken(Some(index), "not_utf8", "this is not UTF-8"),
            }
        }
        if cells.iter().skip(1).all(|cell| cell.is_empty()) {
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
        })
    }

    /// The text of a cell without blanks around it; empty when there is no such column or cell.
    pub(super) fn text(&self, column: Column) -> &'r str {
        self.header
            .index(column)
            .and_then(|index| self.cells.get(index).copied())
            .unwrap_or_default()
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

    /// Text on one line of at most `max` characters.
    pub(super) fn line_of_text(&self, column: Column, max: usize) -> Result<String, RowFault> {
        let text = self.text(column);
        if text.chars().count() > max {
            let reason = format!("{max} characters at most");
            Err(self.fault(column, "cell_too_long", reason))
        } else if text.chars().any(char::is_control) {
            let reason = "text on one line; is there a quote that is never closed?";
            Err(self.fault(column, "control_character", reason))
        } else {
            Ok(text.to_owned())
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

    /// Yes or no; `default` when the cell is empty.
    pub(super) fn boolean(&self, column: Column, default: bool) -> Result<bool, RowFault> {
        match self.text(column).to_ascii_lowercase().as_str() {
            "" => Ok(default),
            "true" | "yes" | "1" => Ok(true),
            "false" | "no" | "0" => Ok(false),
            _ => Err(self.fault(column, "not_a_boolean", "TRUE or FALSE")),
        }
    }

    /// An amount in minor units, if the cell is not empty.
    pub(super) fn amount(
        &self,
        column: Column,
        currency: Currency,
    ) -> Result<Option<i64>, RowFault> {
        match self.text(column) {
            "" => Ok(None),
            text => minor_units(text, currency)
                .map(Some)
                .map_err(|why| self.fault(column, why.code(), why)),
        }
    }

    /// A whole number, if the cell is not empty. Spreadsheets write some with a point and zeros.
    pub(super) fn whole_number(&self, column: Column) -> Result<Option<i32>, RowFault> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        let digits = text.split_once('.').map_or(text, |(whole, fraction)| {
            let are_zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
            if are_zeros { whole } else { text }
        });
        digits
            .parse()
            .map(Some)
            .map_err(|_| self.fault(column, "not_a_whole_number", "a whole number"))
    }

    /// A weight in grams, rounded to the nearest; 0 when the cell is empty.
    pub(super) fn grams(&self, column: Column) -> Result<i32, RowFault> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(0);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
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
