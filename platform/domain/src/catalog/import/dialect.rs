//! Which kind of file it is: encoding and delimiter, told from its first bytes.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::error::ImportError;
use super::header::known_among;

/// How much of a file is looked at. Its first line must end within.
pub(super) const LOOK_AHEAD: usize = 64 * 1024;

/// What parts the cells of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// The delimiter.
    pub(super) delimiter: u8,
    /// How many bytes at the beginning say nothing but the encoding.
    pub(super) skip: usize,
}

/// Tells the dialect from the beginning of a file, and reads its first record.
pub(super) fn detect(beginning: &[u8]) -> Result<(Dialect, Vec<String>), ImportError> {
    let utf16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];
    if utf16.iter().any(|mark| beginning.starts_with(mark)) {
        return Err(ImportError::Utf16);
    }
    let skip = if beginning.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    };
    let text = beginning.get(skip..).unwrap_or_default();
    if text.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    if text.starts_with(b"PK\x03\x04") {
        return Err(ImportError::NotCsv(
            "it is an archive, such as a workbook of Excel",
        ));
    }
    let best = [b',', b';', b'\t']
        .into_iter()
        .map(|delimiter| (delimiter, first_record(text, delimiter)))
        .max_by_key(|(delimiter, names)| {
            // The comma when nothing tells them apart.
            let known = names.as_ref().map_or(0, |names| known_among(names));
            (known, *delimiter == b',')
        });
    match best {
        Some((delimiter, Some(names))) if known_among(&names) > 0 => {
            Ok((Dialect { delimiter, skip }, names))
        }
        _ => Err(strange(text)),
    }
}

/// Why nothing in the first line is known.
fn strange(text: &[u8]) -> ImportError {
    let is_control = |byte: &u8| byte.is_ascii_control() && !b"\t\r\n\x0c".contains(byte);
    if text.iter().take(1024).any(is_control) {
        ImportError::NotCsv("it holds bytes that are no text")
    } else {
        ImportError::ColumnMissing("Handle")
    }
}

/// The cells of the first record, if it ends within what is there and is text.
fn first_record(text: &[u8], delimiter: u8) -> Option<Vec<String>> {
    let mut core = ReaderBuilder::new().delimiter(delimiter).build();
    let (mut cells, mut ends) = (vec![0; LOOK_AHEAD], vec![0; 2_000]);
    let (mut read, mut wrote, mut ended) = (0, 0, 0);
    loop {
        let (result, nin, nout, nend) = core.read_record(
            text.get(read..)?,
            cells.get_mut(wrote..)?,
            ends.get_mut(ended..)?,
        );
        (read, wrote, ended) = (read + nin, wrote + nout, ended + nend);
        match result {
            ReadRecordResult::Record => break,
            // Once more with nothing, which is how the end is told, unless the file goes on.
            ReadRecordResult::InputEmpty if text.len() < LOOK_AHEAD - 3 => {}
            _ => return None,
        }
    }
    let mut names = Vec::with_capacity(ended);
    let mut start = 0;
    for &end in ends.get(..ended)? {
        names.push(std::str::from_utf8(cells.get(start..end)?).ok()?.to_owned());
        start = end;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_told_from_the_names_of_the_columns() {
        for (text, delimiter, skip) in [
            ("Handle,Title\n", b',', 0),
            ("Handle;Title;\"Body, (HTML)\"", b';', 0),
            ("\u{feff}Handle\tTitle\r\n", b'\t', 3),
            ("\r\n\"Handle\",\"Title\"\r\n", b',', 0),
        ] {
            let (dialect, names) = detect(text.as_bytes()).unwrap();

            assert_eq!(dialect, Dialect { delimiter, skip }, "{text}");
            assert_eq!(names[..2], ["Handle", "Title"]);
        }
    }

    #[test]
    fn whatever_is_no_product_file_is_told_apart() {
        let long = "x".repeat(2 * LOOK_AHEAD);
        let utf16: Vec<u8> = "Handle,Title"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for (bytes, code) in [
            (b"".as_slice(), "file_empty"),
            (b"\xef\xbb\xbf\r\n\r\n", "file_empty"),
            (b"\xff\xfeH\0", "file_not_utf8"),
            (b"\xfe\xff\0H", "file_not_utf8"),
            (utf16.as_slice(), "file_not_csv"),
            (b"PK\x03\x04\x14\0", "file_not_csv"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file_not_csv"),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "column_missing"),
            (b"{\"products\": []}", "column_missing"),
            (b"Name|Price\nMug|12", "column_missing"),
            (long.as_bytes(), "column_missing"),
        ] {
            let error = detect(&bytes[..bytes.len().min(LOOK_AHEAD)]).unwrap_err();

            assert_eq!(kernel::Fault::code(&error), code, "{bytes:?}");
        }
    }
}
