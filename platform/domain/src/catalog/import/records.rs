//! Reads a delimited file a record at a time, in bounded memory whatever is in it.

use std::io::{self, BufRead, BufReader, Read};

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::quotes::Quotes;

/// The most bytes of one record that are kept; the rest of a longer one is skipped.
const RECORD_MAX: usize = 1024 * 1024;
/// The most cells of one record that are kept.
const CELLS_MAX: usize = 2_000;
/// Room for what is skipped.
const SPILL: usize = 4 * 1024;

/// The records of a file, one after the other.
pub(super) struct Records<R> {
    input: BufReader<R>,
    core: csv_core::Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    lines: LineCount,
    quotes: Quotes,
    bytes: u64,
}

/// One record.
pub(super) struct Record<'r> {
    /// The line it begins on, counted from 1.
    pub(super) line: u64,
    /// The line it ends on.
    pub(super) last_line: u64,
    /// Whether its quotes are where they may be. If not, it may be several records in one.
    pub(super) is_closed: bool,
    /// Whether all of it is here. A quote that is never closed makes the rest of a file one record.
    pub(super) is_whole: bool,
    text: &'r [u8],
    ends: &'r [usize],
}

impl<R: Read> Records<R> {
    /// The records of `input`, whose cells are parted by `delimiter`.
    pub(super) fn new(input: R, delimiter: u8) -> Self {
        Self {
            input: BufReader::with_capacity(64 * 1024, input),
            core: ReaderBuilder::new().delimiter(delimiter).build(),
            text: vec![0; SPILL],
            ends: vec![0; 64],
            lines: LineCount::default(),
            quotes: Quotes::new(delimiter),
            bytes: 0,
        }
    }

    /// How many bytes have been read.
    pub(super) const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The next record that is not an empty line.
    pub(super) fn next(&mut self) -> io::Result<Option<Record<'_>>> {
        self.skip_line_ends()?;
        self.quotes.begin();
        let line = self.lines.ended + 1;
        let (mut text, mut ends) = (0, 0);
        // What is kept of a record that is too long: the cells that were complete before.
        let mut kept = None;
        loop {
            let input = self.input.fill_buf()?;
            let (result, read, wrote, ended) = self.core.read_record(
                input,
                self.text.get_mut(text..).unwrap_or_default(),
                self.ends.get_mut(ends..).unwrap_or_default(),
            );
            let consumed = input.get(..read).unwrap_or_default();
            self.lines.note(consumed);
            self.quotes.note(consumed);
            self.bytes += u64::try_from(read).unwrap_or(0);
            self.input.consume(read);
            text += wrote;
            ends += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.text.len() < RECORD_MAX + SPILL => {
                    self.text
                        .resize((self.text.len() * 2).min(RECORD_MAX + SPILL), 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < CELLS_MAX => {
                    self.ends.resize((self.ends.len() * 2).min(CELLS_MAX), 0);
                }
                ReadRecordResult::OutputFull => {
                    kept.get_or_insert(ends);
                    text = RECORD_MAX;
                }
                ReadRecordResult::OutputEndsFull => {
                    kept.get_or_insert(ends);
                    ends = CELLS_MAX / 2;
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
            }
        }
        let ends = kept.map_or(ends, |kept| kept.min(CELLS_MAX / 2));
        let ends = self.ends.get(..ends).unwrap_or_default();
        // What lies beyond has been written over by what was skipped.
        let intact = ends.partition_point(|&end| kept.is_none() || end <= RECORD_MAX);
        Ok(Some(Record {
            line,
            last_line: self.lines.last(),
            is_closed: self.quotes.are_closed(),
            is_whole: kept.is_none(),
            text: &self.text,
            ends: ends.get(..intact).unwrap_or_default(),
        }))
    }

    /// Empty lines are no records, but they count as lines.
    fn skip_line_ends(&mut self) -> io::Result<()> {
        loop {
            let input = self.input.fill_buf()?;
            let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
            let skipped = input.iter().take_while(is_end).count();
            let is_done = input.is_empty() || skipped < input.len();
            self.lines.note(input.get(..skipped).unwrap_or_default());
            self.bytes += u64::try_from(skipped).unwrap_or(0);
            self.input.consume(skipped);
            if is_done {
                return Ok(());
            }
        }
    }
}

impl<'r> Record<'r> {
    /// The cell at `index`, if the record has so many.
    pub(super) fn cell(&self, index: usize) -> Option<&'r [u8]> {
        let start = match index.checked_sub(1) {
            Some(previous) => *self.ends.get(previous)?,
            None => 0,
        };
        self.text.get(start..*self.ends.get(index)?)
    }

    /// Every cell, in order.
    pub(super) fn cells(&self) -> impl Iterator<Item = &'r [u8]> + use<'_, 'r> {
        (0..self.ends.len()).filter_map(|index| self.cell(index))
    }
}

/// Counts line ends of every kind: `\n`, `\r\n` and `\r`.
#[derive(Default)]
struct LineCount {
    ended: u64,
    is_after_return: bool,
    is_within: bool,
}

impl LineCount {
    fn note(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if byte == b'\r' || (byte == b'\n' && !self.is_after_return) {
                self.ended += 1;
            }
            self.is_after_return = byte == b'\r';
            self.is_within = !matches!(byte, b'\r' | b'\n');
        }
    }

    /// The line of the last byte.
    fn last(&self) -> u64 {
        self.ended + u64::from(self.is_within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Vec<(u64, bool, Vec<String>)> {
        let mut records = Records::new(text, b',');
        let mut found = Vec::new();
        while let Some(record) = records.next().unwrap() {
            let cells = record
                .cells()
                .map(|cell| String::from_utf8_lossy(cell).into_owned());
            found.push((record.line, record.is_whole, cells.collect()));
        }
        assert_eq!(records.bytes(), u64::try_from(text.len()).unwrap());
        found
    }

    fn record(line: u64, cells: &[&str]) -> (u64, bool, Vec<String>) {
        (
            line,
            true,
            cells.iter().map(|&cell| cell.to_owned()).collect(),
        )
    }

    #[test]
    fn lines_are_counted_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "c,\"d", "e\"", "", "", "f,g"].join(end);

            assert_eq!(
                read(text.as_bytes()),
                [
                    record(1, &["a", "b"]),
                    record(3, &["c", &format!("d{end}e")]),
                    record(7, &["f", "g"]),
                ],
                "{end:?}"
            );
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_one_long_record() {
        let text = format!("a,b\nc,\"{}", "x\n".repeat(2 * RECORD_MAX));

        let found = read(text.as_bytes());

        assert_eq!(
            found,
            [record(1, &["a", "b"]), (2, false, vec!["c".to_owned()])]
        );
    }

    #[test]
    fn a_record_with_too_much_is_skipped_and_the_next_one_is_read() {
        let long = "y".repeat(RECORD_MAX + 10 * SPILL);
        let many = ",".repeat(3 * CELLS_MAX);

        let found = read(format!("a,{long},b\nc,d\ne{many}\nf\n").as_bytes());

        assert_eq!(found.len(), 4);
        assert_eq!(found[0], (1, false, vec!["a".to_owned()]));
        assert_eq!(found[1], record(2, &["c", "d"]));
        assert_eq!((found[2].0, found[2].1), (3, false));
        assert_eq!(found[2].2[0], "e");
        assert_eq!(found[3], record(4, &["f"]));
    }

    #[test]
    fn the_lines_of_a_record_with_a_quote_too_few_are_told() {
        let text = "a,\"b,c\nd,\"e\",f\r\ng,\"h\ni\"\n\"j\nk\n";
        let mut records = Records::new(text.as_bytes(), b',');
        let mut found = Vec::new();
        while let Some(record) = records.next().unwrap() {
            found.push((record.line, record.last_line, record.is_closed));
        }

        assert_eq!(found, [(1, 2, false), (3, 4, true), (5, 6, false)]);
    }

    #[test]
    fn an_empty_file_has_no_records() {
        assert_eq!(read(b""), []);
        assert_eq!(read(b"\n\r\n\n"), []);
    }
}
