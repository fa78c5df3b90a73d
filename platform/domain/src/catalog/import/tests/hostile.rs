//! Files that are no product files, and files that mean harm.

use std::io::{self, Read};

use kernel::{Currency, Fault};

use super::super::products::{Parsed, Products};
use super::{legacy, read, try_read};

#[test]
fn broken_text_loses_its_row_and_no_other() {
    let file = legacy(
        "mug,Mug,,,,Colour,Blue,,M1,,,,,12,,,,\n\
         mug,,,,,,Gr?n,,M2,,,,,12,,,,\n\
         mug,,,,,,Red,,M3,,,,,12,,,,\n\
         cup,C?p,,,,,,,M4,,,,,12,,,,\n\
         cup,,,,,,Large,,M5,,,,,12,,,,\n\
         ?,Pot,,,,,,,M6,,,,,12,,,,\n\
         jar,J#r,,,,,,,M7,,,,,12,,,,\n\
         tin,Tin,,,,,,,M8,,,,,12,,,,\n",
    );
    let bytes: Vec<u8> = file
        .bytes()
        .map(|byte| match byte {
            b'?' => 0xfc,
            b'#' => 0,
            byte => byte,
        })
        .collect();

    let contents = read(bytes);

    assert_eq!(contents.slugs(), ["mug", "tin"]);
    assert_eq!(contents.products[0].variants.len(), 2);
    assert!(contents.products[0].is_partial);
    assert_eq!(
        contents.told(),
        [
            "3 Option1 Value not_utf8",
            "7 Handle not_utf8",
            "5 Title not_utf8",
            "8 Title nul_character",
        ]
    );
}

#[test]
fn cells_of_a_megabyte_are_refused() {
    let long = "a".repeat(1_000_000);
    let longer = "a".repeat(2_000_000);
    let file = legacy(&format!(
        "mug,Mug,{long},,,,,,M1,,,,,12,,,,\n\
         cup,{long},,,,,,,M2,,,,,12,,,,\n\
         pot,Pot,,,,,,,{long},,,,,12,,,,\n\
         jar,Jar,{longer},,,,,,M3,,,,,12,,,,\n\
         tin,Tin,,,,,,,M4,,,,,12,,,,\n"
    ));

    let contents = read(file);

    assert_eq!(contents.slugs(), ["tin"]);
    assert_eq!(
        contents.told(),
        [
            "2 Body (HTML) cell_too_long",
            "3 Title cell_too_long",
            "4 Variant SKU cell_too_long",
            "5 - row_too_long",
        ]
    );
}

#[test]
fn a_product_cannot_have_ten_thousand_variants_nor_a_file_as_many_columns() {
    let row = |number| format!("mug,Mug,,,,Number,{number},,M{number},,,,,12,,,,\n");
    let rows: Vec<String> = (0..10_000).map(row).collect();

    let contents = read(legacy(&rows.concat()));

    assert_eq!(contents.products[0].variants.len(), 2_048);
    assert_eq!(contents.faults.count(), 10_000 - 2_048);
    assert_eq!(contents.faults.kept().len(), 1_000);
    assert_eq!(contents.told()[0], "2050 Handle too_many_variants");

    let columns = |count| {
        let names: Vec<String> = (4..count).map(|n| format!(",Option{n} Name")).collect();
        names.concat()
    };
    let columns_of_many = columns(10_000);
    let error = try_read(format!("Handle,Title{columns_of_many}\nmug,Mug\n")).unwrap_err();
    assert_eq!(error.code(), "column_missing");
    let columns_of_some = columns(1_000);
    let contents = read(format!("Handle,Title{columns_of_some}\nmug,Mug\n"));
    assert_eq!(contents.slugs(), ["mug"]);
    assert!(contents.notes[0].ends_with("Option23 Name and 976 more"));
}

#[test]
fn an_unquoted_delimiter_and_an_open_quote_are_told() {
    let contents = read("Handle,Title\nmug,Mug, blue\ncup,Cup\npot,\"Pot\njar,Jar\ntin,Tin\n");

    assert_eq!(contents.slugs(), ["cup"]);
    assert_eq!(
        contents.told(),
        ["2 - too_many_cells", "4 - quote_unclosed"]
    );
}

#[test]
fn a_quote_that_is_missing_does_not_give_a_product_the_price_of_another() {
    let header = "Handle,Title,Body (HTML),Vendor,Variant SKU,Variant Price\n";
    let contents = read(format!(
        "{header}mug,Mug,\"<p>A mug</p>,Kiln,M1,12\ncup,Cup,\"<p>A cup</p>\",Forge,C1,9\n\
         pot,Pot,,Kiln,P1,30\n"
    ));

    assert_eq!(contents.slugs(), ["pot"]);
    assert_eq!(contents.refused, 1);
    assert_eq!(contents.told(), ["2 - quote_unclosed"]);
    assert_eq!(
        contents.faults.kept()[0].reason,
        "a quote is not closed, or not where a cell ends, so that the lines 2 to 3 read as one row"
    );

    // In the middle of a product it takes only its own rows with it.
    let contents = read(legacy(
        "mug,Mug,,,,Colour,Blue,,M1,,,,,12,,,,\n\
         mug,,,,,,\"Red,,M2,,,,,12,,,,\n\
         mug,,,,,,\"Green\",,M3,,,,,12,,,,\n\
         mug,,,,,,Black,,M4,,,,,12,,,,\n",
    ));
    assert_eq!(contents.told(), ["3 - quote_unclosed"]);
    let mug = &contents.products[0];
    assert_eq!((mug.lines.as_slice(), mug.is_partial), (&[2, 5][..], true));

    let error = try_read("Handle,\"Title,Variant Price\nmug,\"Mug\",12\n").unwrap_err();
    assert_eq!(error.code(), "column_missing");
    let error = try_read("Handle,Title,\"Mood\" x,Price\nmug,Mug,,12\n").unwrap_err();
    assert_eq!(error.code(), "file_not_csv");
}

#[test]
fn files_that_are_not_csv_are_told_apart() {
    for (bytes, code) in [
        (b"".as_slice(), "file_empty"),
        (b"\xef\xbb\xbf", "file_empty"),
        (b"\xff\xfeH\0a\0", "file_not_utf8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file_not_csv"),
        (b"<html><body>Sign in</body></html>", "column_missing"),
        (b"Handle|Title|Price\nmug|Mug|12\n", "column_missing"),
        (b"mug,Mug,12\ncup,Cup,13\n", "column_missing"),
        (b"Handle,Vendor\nmug,Aurora\n", "column_missing"),
        (b"Handle,Title,Title\nmug,Mug,Mug\n", "column_twice"),
    ] {
        assert_eq!(try_read(bytes).unwrap_err().code(), code, "{bytes:?}");
    }
    assert_eq!(read("Handle,Title\n").rows, 0);
}

/// A file that is never all in memory: so many products with two variants each.
struct Endless {
    products: u32,
    next: u32,
    left: Vec<u8>,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left.is_empty() && self.next < self.products {
            let n = self.next;
            self.next += 1;
            self.left = format!(
                "product-{n},Product {n},<p>Number {n}</p>,,,Colour,Blue,,B{n},,shopify,5,,12.5,,,,\n\
                 product-{n},,,,,,Red,,R{n},,shopify,5,,12.5,,,,\n"
            )
            .into_bytes();
        }
        let length = into.len().min(self.left.len());
        into[..length].copy_from_slice(&self.left[..length]);
        self.left.drain(..length);
        Ok(length)
    }
}

/// What the process has in memory, where the system tells it.
fn resident_kilobytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn two_hundred_thousand_rows_are_read_in_little_memory() {
    let input = Endless {
        products: 100_000,
        next: 0,
        left: legacy("").into_bytes(),
    };
    let before = resident_kilobytes();
    let mut file = Products::open(input, Currency::Eur).unwrap();

    let mut variants = 0;
    while let Some(parsed) = file.next().unwrap() {
        match parsed {
            Parsed::Product(product) => variants += product.variants.len(),
            other => panic!("{other:?}"),
        }
    }

    assert_eq!((variants, file.rows()), (200_000, 200_000));
    if let (Some(before), Some(after)) = (before, resident_kilobytes()) {
        let grown = after.saturating_sub(before);
        assert!(grown < 24 * 1024, "{grown} kB more than before");
    }
}
