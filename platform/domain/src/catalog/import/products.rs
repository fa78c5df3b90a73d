//! Reads a file a product at a time.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Chain, Cursor, Read};

use kernel::Currency;
use kernel::goods::Slug;

use super::dialect::{LOOK_AHEAD, detect};
use super::error::ImportError;
use super::group::{Group, Outcome};
use super::header::{Column, Generation, Header, NoHeader};
use super::parsed::ParsedProduct;
use super::records::Records;
use super::report::{Faults, RowFault};
use super::row::{Reading, Row};

/// How many notes are told with their lines.
const NOTES_SHOWN: usize = 5;

/// The products of a file, one after the other.
pub(super) struct Products<R> {
    records: Records<Chain<Cursor<Vec<u8>>, R>>,
    header: Header,
    currency: Currency,
    current: Option<Group>,
    /// Sixteen bytes for each handle so far: its hash, and the hash of its rows.
    seen: HashMap<u64, u64>,
    rows: u64,
    skipped_notes: u64,
    /// The lines of the first notes.
    note_lines: Vec<u64>,
    repeated: u64,
    is_done: bool,
}

/// The next thing that a file holds.
#[derive(Debug)]
pub(super) enum Parsed {
    /// A product, though perhaps not with all of its rows.
    Product(Box<ParsedProduct>),
    /// The rows of a handle that make no product.
    Refused(Faults),
    /// Rows of a handle that had come before; its hash.
    CameBack(u64, Faults),
    /// A row that belongs to no handle.
    Stray(RowFault),
}

impl<R: Read> Products<R> {
    /// Reads the first line, which names the columns. Prices are in `currency`.
    pub(super) fn open(mut input: R, currency: Currency) -> Result<Self, ImportError> {
        let mut beginning = Vec::with_capacity(LOOK_AHEAD);
        let limit = u64::try_from(LOOK_AHEAD).unwrap_or(u64::MAX);
        let read = input.by_ref().take(limit).read_to_end(&mut beginning);
        read.map_err(ImportError::Unreadable)?;
        let (dialect, names) = detect(&beginning)?;
        let header = Header::parse(&names).map_err(|why| match why {
            NoHeader::Missing(column) => ImportError::ColumnMissing(column),
            NoHeader::Twice(column) => ImportError::ColumnTwice(column),
        })?;
        beginning.drain(..dialect.skip);
        let mut records = Records::new(Cursor::new(beginning).chain(input), dialect.delimiter);
        // The header, which has been read already.
        let names = records.next().map_err(ImportError::Unreadable)?;
        if names.is_some_and(|names| !names.is_closed) {
            let why = "a quote in its first line is not closed, or not where a cell ends";
            return Err(ImportError::NotCsv(why));
        }
        Ok(Self {
            records,
            header,
            currency,
            current: None,
            seen: HashMap::new(),
            rows: 0,
            skipped_notes: 0,
            note_lines: Vec::new(),
            repeated: 0,
            is_done: false,
        })
    }

    /// How the columns are called.
    pub(super) const fn generation(&self) -> Generation {
        self.header.generation
    }

    /// Bytes read so far.
    pub(super) const fn bytes(&self) -> u64 {
        self.records.bytes()
    }

    /// Rows read so far.
    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    /// What was passed over, and why that is fine.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.header.unknown.is_empty() {
            let shown: Vec<String> = self.header.unknown.iter().take(20).cloned().collect();
            let more = self.header.unknown.len() - shown.len();
            let more = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            notes.push(format!(
                "columns that were not read: {}{more}",
                shown.join(", ")
            ));
        }
        if self.skipped_notes > 0 {
            let lines: Vec<String> = self.note_lines.iter().map(u64::to_string).collect();
            let more = self.skipped_notes > u64::try_from(lines.len()).unwrap_or(0);
            notes.push(format!(
                "rows with nothing but a first cell, taken for notes: {} (lines {}{})",
                self.skipped_notes,
                lines.join(", "),
                if more { " …" } else { "" }
            ));
        }
        if self.repeated > 0 {
            notes.push(format!(
                "products repeated word for word: {}",
                self.repeated
            ));
        }
        notes
    }

    /// The next thing in the file; none at its end.
    pub(super) fn next(&mut self) -> Result<Option<Parsed>, ImportError> {
        while !self.is_done {
            let Some(record) = self.records.next().map_err(ImportError::Unreadable)? else {
                self.is_done = true;
                break;
            };
            self.rows += 1;
            let parsed = match Row::read(&record, &self.header) {
                Reading::Note => {
                    self.skipped_notes += 1;
                    if self.note_lines.len() < NOTES_SHOWN {
                        self.note_lines.push(record.line);
                    }
                    None
                }
                Reading::Row(row) => match handle(&row) {
                    Ok(slug) => {
                        let finished = enter(&mut self.current, slug, row.line);
                        if let Some(group) = &mut self.current {
                            group.push(&row, self.currency);
                        }
                        finished.and_then(|group| self.finish(group))
                    }
                    Err(fault) => Some(stray(&mut self.current, fault)),
                },
                Reading::Broken(fault, handle) => match handle.and_then(|text| slug_of(&text)) {
                    Some(slug) => {
                        let finished = enter(&mut self.current, slug, fault.line);
                        if let Some(group) = &mut self.current {
                            group.lose(fault);
                        }
                        finished.and_then(|group| self.finish(group))
                    }
                    None => Some(stray(&mut self.current, fault)),
                },
            };
            if parsed.is_some() {
                return Ok(parsed);
            }
        }
        let last = self.current.take();
        Ok(last.and_then(|group| self.finish(group)))
    }

    /// The product of a group; nothing when the file had it before, word for word.
    fn finish(&mut self, group: Group) -> Option<Parsed> {
        let key = hash(group.slug.as_str());
        let (slug, line) = (group.slug.clone(), group.line);
        let (digest, outcome) = group.finish(&self.header);
        let digest = hash(&digest);
        match self.seen.get(&key) {
            Some(known) if *known == digest => {
                self.repeated += 1;
                None
            }
            Some(_) => {
                let mut faults = Faults::default();
                faults.push(RowFault {
                    line,
                    column: self.header.name(Column::Handle).map(str::to_owned),
                    code: "duplicate_handle",
                    reason: format!(
                        "{slug} has come before; the rows of a product must follow each other"
                    ),
                });
                Some(Parsed::CameBack(key, faults))
            }
            None => {
                self.seen.insert(key, digest);
                Some(match outcome {
                    Outcome::Product(product) => Parsed::Product(product),
                    Outcome::Refused(faults) => Parsed::Refused(faults),
                })
            }
        }
    }
}

/// Goes on with the group of `slug`; gives the one before it when it is another.
fn enter(current: &mut Option<Group>, slug: Slug, line: u64) -> Option<Group> {
    if current.as_ref().is_some_and(|group| group.slug == slug) {
        None
    } else {
        current.replace(Group::new(slug, line))
    }
}

/// A row that belongs to no handle may have been one of the group that it stands in.
fn stray(current: &mut Option<Group>, fault: RowFault) -> Parsed {
    if let Some(group) = current {
        group.note_loss();
    }
    Parsed::Stray(fault)
}

/// The handle of a row. A first row without one has that of its title.
fn handle(row: &Row<'_>) -> Result<Slug, RowFault> {
    let column = if row.has(Column::Handle) {
        Column::Handle
    } else {
        Column::Title
    };
    if !row.has(column) {
        let reason = "a row must name the handle of its product";
        return Err(row.fault(Column::Handle, "handle_missing", reason));
    }
    slug_of(row.text(column)).ok_or_else(|| {
        let reason = "a handle is made of letters, digits and hyphens, 255 at most";
        row.fault(column, "handle_malformed", reason)
    })
}

fn slug_of(text: &str) -> Option<Slug> {
    Slug::parse(text).or_else(|_| Slug::of(text)).ok()
}

/// A hash to remember something by.
pub(super) fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
