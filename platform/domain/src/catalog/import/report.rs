//! What an import tells about itself.

use serde::Serialize;

use super::header::Generation;

/// How many faults are kept; all of them are counted.
pub const FAULTS_KEPT: usize = 1_000;
/// How many notes are kept.
const NOTES_KEPT: usize = 100;

/// One thing in the file that did not go in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowFault {
    /// The line that the row begins on, counted from 1.
    pub line: u64,
    /// The column, as the file calls it, when it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What a program tells the fault by. It never changes.
    pub code: &'static str,
    /// What is wrong, for people.
    pub reason: String,
}

/// Faults: the first of them, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    kept: Vec<RowFault>,
    count: u64,
}

impl Faults {
    /// Adds a fault.
    pub fn push(&mut self, fault: RowFault) {
        self.count += 1;
        if self.kept.len() < FAULTS_KEPT {
            self.kept.push(fault);
        }
    }

    /// Adds faults that were counted elsewhere.
    pub fn append(&mut self, other: Self) {
        self.count += other.count;
        let room = FAULTS_KEPT.saturating_sub(self.kept.len());
        self.kept.extend(other.kept.into_iter().take(room));
    }

    /// The first of them.
    pub fn kept(&self) -> &[RowFault] {
        &self.kept
    }

    /// How many there are.
    pub const fn count(&self) -> u64 {
        self.count
    }
}

/// A product whose address is not the handle that its file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Address {
    /// The line that the product begins on.
    pub line: u64,
    /// The handle in the file.
    pub handle: String,
    /// The last part of its address here.
    pub slug: String,
}

/// What came of an import, or what would come of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Whether nothing was written because nothing should be.
    pub is_dry_run: bool,
    /// How the file names its columns.
    pub generation: Option<Generation>,
    /// Records in the file, without the header.
    pub rows: u64,
    /// Products that are new.
    pub created: u64,
    /// Products that were there and are not what they were.
    pub updated: u64,
    /// Products that were there and had been imported from the same rows.
    pub unchanged: u64,
    /// Products that could not be imported.
    pub refused: u64,
    /// Variants of the products that were created, updated or unchanged.
    pub variants: u64,
    /// Pictures of the products that were created or updated and are kept here.
    pub pictures: u64,
    /// What did not go in.
    pub faults: Faults,
    /// Products whose address is not the handle in the file, the first thousand of them: links to
    /// the old addresses need a redirect.
    pub addresses: Vec<Address>,
    /// What was passed over, and why that is fine.
    pub notes: Vec<String>,
}

impl ImportReport {
    /// Whether nothing has happened yet.
    pub(super) const fn is_empty(&self) -> bool {
        self.created + self.updated + self.unchanged + self.refused + self.faults.count == 0
    }

    /// Adds a note, unless there are too many.
    pub(super) fn note(&mut self, note: String) {
        if self.notes.len() < NOTES_KEPT {
            self.notes.push(note);
        }
    }
}

/// What an import tells while it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice<'a> {
    /// How far it is.
    Progress(Progress),
    /// Something did not go in. Of one product, as many as a report keeps are told.
    Fault(&'a RowFault),
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file that have been read.
    pub bytes: u64,
    /// Products that have been dealt with.
    pub products: u64,
    /// Faults so far.
    pub faults: u64,
}
