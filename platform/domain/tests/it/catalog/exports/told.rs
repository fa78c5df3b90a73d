//! What a report tells of a line.

use domain::catalog::import::{ImportReport, RowFault};

/// A note that lets a text be missing, by the words that it begins with.
pub(super) const REMARKS: &str = "rows with nothing but a first cell";
pub(super) const OTHERWISE: &str = "texts that a later row of a product has otherwise";
pub(super) const ROUNDED: &str = "codes that a spreadsheet has rounded";
pub(super) const UNPRICED: &str = "compare-at prices without a price";
pub(super) const UNREAD: &str = "columns that were not read";

pub(super) struct Told<'r>(pub(super) &'r ImportReport);

impl Told<'_> {
    fn faults(&self, line: u64) -> impl Iterator<Item = &RowFault> {
        let faults = self.0.faults.kept().iter();
        faults.filter(move |fault| fault.line == line)
    }

    /// Whether a fault is told of a line.
    pub(super) fn fault(&self, line: u64) -> bool {
        self.faults(line).next().is_some()
    }

    /// Whether a fault of this kind is told of a line.
    pub(super) fn is(&self, line: u64, code: &str) -> bool {
        self.faults(line).any(|fault| fault.code == code)
    }

    /// Whether a fault of a picture is told of a line.
    pub(super) fn picture(&self, line: u64) -> bool {
        self.faults(line).any(|fault| {
            let column = fault.column.as_deref().unwrap_or_default().to_lowercase();
            column.contains("image")
        })
    }

    /// Whether the note that begins so names a line, or has more lines than it names.
    pub(super) fn noted(&self, about: &str, line: u64) -> bool {
        let notes = self.0.notes.iter().filter(|note| note.starts_with(about));
        let lines = notes.filter_map(|note| note.rsplit_once("(lines ")?.1.strip_suffix(')'));
        lines.into_iter().any(|lines| {
            let (named, more) = lines
                .strip_suffix(" …")
                .map_or((lines, false), |named| (named, true));
            more || named.split(", ").any(|named| named == line.to_string())
        })
    }

    /// Whether a column is named as one that was not read.
    pub(super) fn unread(&self, column: &str) -> bool {
        let mut notes = self.0.notes.iter().filter(|note| note.starts_with(UNREAD));
        notes.any(|note| note.contains(column))
    }
}
