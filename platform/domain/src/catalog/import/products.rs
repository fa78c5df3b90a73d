//! Reads a file a product at a time.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Chain, Cursor, Read};

use kernel::Currency;

use super::dialect::{LOOK_AHEAD, detect};
use super::error::ImportError;
use super::group::{Group, Outcome};
use super::handle::{Handle, Source};
use super::header::{Column, Generation, Header, NoHeader};
use super::parsed::ParsedProduct;
use super::records::Records;
use super::remarks::{Remark, Remarks};
use super::report::{Faults, RowFault};
use super::row::{Reading, Row};

/// The products of a file, one after the other.
pub(super) struct Products<R> {
    records: Records<Chain<Cursor<Vec<u8>>, R>>,
    header: Header,
    currency: Currency,
    current: Option<Group>,
    /// Sixteen bytes for each handle so far: its hash, and the hash of its rows.
    seen: HashMap<u64, u64>,
    rows: u64,
    remarks: Remarks,
    /// Whether there is something in each of the columns that are not kept.
    filled: Vec<bool>,
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
        let mut header = Header::parse(&names).map_err(|why| match why {
            NoHeader::Missing(column) => ImportError::ColumnMissing(column),
            NoHeader::Twice(column) => ImportError::ColumnTwice(column),
        })?;
        header.has_decimal_commas = dialect.delimiter == b';';
        beginning.drain(..dialect.skip);
        let mut records = Records::new(Cursor::new(beginning).chain(input), dialect.delimiter);
        // The header, which has been read already.
        let names = records.next().map_err(ImportError::Unreadable)?;
        if names.is_some_and(|names| !names.is_closed) {
            let why = "a quote in its first line is not closed, or not where a cell ends";
            return Err(ImportError::NotCsv(why));
        }
        let filled = vec![false; header.not_kept.len()];
        Ok(Self {
            records,
            header,
            currency,
            current: None,
            seen: HashMap::new(),
            rows: 0,
            remarks: Remarks::default(),
            filled,
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
        let not_kept = self.header.not_kept.iter().zip(&self.filled);
        let not_kept = not_kept.filter_map(|((_, name), is_filled)| is_filled.then_some(name));
        let unread: Vec<&str> = self
            .header
            .unknown
            .iter()
            .chain(not_kept)
            .map(String::as_str)
            .collect();
        if !unread.is_empty() {
            let shown: Vec<&str> = unread.iter().take(20).copied().collect();
            let more = unread.len() - shown.len();
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
        notes.extend(self.remarks.told());
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
                    self.remarks.note(Remark::FirstCell, record.line);
                    None
                }
                Reading::Row(row) => match handle(&row) {
                    Ok((handle, source)) => {
                        note_filled(&mut self.filled, &self.header, &row);
                        let before = self
                            .current
                            .take_if(|group| group.source != source && row.has(Column::Title));
                        let finished = before.or(enter(&mut self.current, handle, row.line));
                        if let Some(group) = &mut self.current {
                            group.name_by(source);
                            group.push(&row, self.currency);
                        }
                        for remark in row.remarks() {
                            self.remarks.note(remark, row.line);
                        }
                        finished.and_then(|group| self.finish(group))
                    }
                    Err(fault) => Some(stray(&mut self.current, fault)),
                },
                Reading::Broken(fault, handle) => match broken(handle) {
                    Some(handle) => {
                        let finished = enter(&mut self.current, handle, fault.line);
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
        let key = hash(group.handle.text.as_str());
        let (handle, line) = (group.handle.text.clone(), group.line);
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
                        "{handle} has come before; the rows of a product must follow each other"
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

/// Goes on with the group of a handle; gives the one before it when it is another.
fn enter(current: &mut Option<Group>, handle: Handle, line: u64) -> Option<Group> {
    if current.as_ref().is_some_and(|group| group.handle == handle) {
        None
    } else {
        current.replace(Group::new(handle, line))
    }
}

/// Notes in which of the columns that are not kept a row has something.
fn note_filled(filled: &mut [bool], header: &Header, row: &Row<'_>) {
    for ((index, _), is_filled) in header.not_kept.iter().zip(filled) {
        *is_filled |= row.fills(*index);
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
fn handle(row: &Row<'_>) -> Result<(Handle, Source), RowFault> {
    let found = if row.has(Column::Handle) {
        Handle::of(row.text(Column::Handle)).map(|handle| (handle, Source::File))
    } else if row.has(Column::Title) {
        Handle::of_title(row.text(Column::Title)).map(|handle| (handle, Source::Title))
    } else {
        None
    };
    found.ok_or_else(|| {
        let reason = "a row must name the handle of its product";
        row.fault(Column::Handle, "handle_missing", reason)
    })
}

/// The handle of a row of which not all can be read.
fn broken(text: Option<String>) -> Option<Handle> {
    text.filter(|text| !text.is_empty())
        .and_then(|text| Handle::of(&text))
}

/// A hash to remember something by.
pub(super) fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
