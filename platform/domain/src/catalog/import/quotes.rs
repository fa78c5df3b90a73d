//! Whether the quotes of a record are where they may be.
//!
//! The reader forgives a quote that is missing: it goes on to the next one, and two products become
//! one with the price of the other. What it forgives is told here, and the record is not used.

/// Follows the bytes of one record after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quotes {
    delimiter: u8,
    place: Place,
    is_broken: bool,
}

/// Where in a cell the last byte was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    CellStart,
    Unquoted,
    Quoted,
    /// After a quote in a quoted cell: it ends the cell, or a second one makes it a quote.
    QuoteInQuoted,
}

impl Quotes {
    /// Follows cells that are parted by `delimiter`.
    pub(super) const fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            place: Place::CellStart,
            is_broken: false,
        }
    }

    /// A record begins.
    pub(super) const fn begin(&mut self) {
        self.place = Place::CellStart;
        self.is_broken = false;
    }

    /// Goes on with these bytes of the record.
    pub(super) fn note(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            let ends_cell = byte == self.delimiter || byte == b'\r' || byte == b'\n';
            self.place = match (self.place, byte) {
                (Place::Quoted, b'"') => Place::QuoteInQuoted,
                (Place::Quoted, _) | (Place::CellStart | Place::QuoteInQuoted, b'"') => {
                    Place::Quoted
                }
                (_, _) if ends_cell => Place::CellStart,
                (Place::QuoteInQuoted, _) => {
                    self.is_broken = true;
                    Place::Unquoted
                }
                (Place::CellStart | Place::Unquoted, _) => Place::Unquoted,
            };
        }
    }

    /// Whether the record that has ended was well formed.
    pub(super) fn are_closed(self) -> bool {
        !self.is_broken && self.place != Place::Quoted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_that_are_not_where_they_may_be_are_told() {
        for (record, are_closed) in [
            ("a,b\n", true),
            ("\"a\",\"b\"\r\n", true),
            ("\"a\"\"b\",c\n", true),
            ("\"\",\"\"\"\"\n", true),
            ("\"a\nb\",c", true),
            ("a\"b,5\" wide\n", true),
            (" \"a\",b\n", true),
            ("\"a\"b,c\n", false),
            ("\"a\" ,c\n", false),
            ("\"a,b\nc,\"d\",e\n", false),
            ("\"a,b\n", false),
            ("a,\"", false),
        ] {
            let mut quotes = Quotes::new(b',');
            quotes.begin();
            quotes.note(record.as_bytes());

            assert_eq!(quotes.are_closed(), are_closed, "{record:?}");
            quotes.begin();
            assert!(quotes.are_closed());
        }
    }
}
