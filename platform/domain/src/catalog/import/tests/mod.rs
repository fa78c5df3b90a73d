//! The parser on files of every generation, with every odd row, and on files that mean harm.

mod generations;
mod habits;
mod hostile;
mod odd_rows;
mod repeated_rows;
mod round_trip;
mod spreadsheets;

use kernel::Currency;

use super::error::ImportError;
use super::parsed::ParsedProduct;
use super::products::{Parsed, Products};
use super::report::{Faults, RowFault};

/// Everything that a file holds.
#[derive(Debug, Default)]
struct Contents {
    products: Vec<ParsedProduct>,
    refused: usize,
    faults: Faults,
    notes: Vec<String>,
    rows: u64,
}

impl Contents {
    /// The faults as `line column code`.
    fn told(&self) -> Vec<String> {
        self.faults.kept().iter().map(told).collect()
    }

    fn slugs(&self) -> Vec<&str> {
        self.products
            .iter()
            .map(|product| product.handle.slug.as_str())
            .collect()
    }
}

fn told(fault: &RowFault) -> String {
    let column = fault.column.as_deref().unwrap_or("-");
    format!("{} {column} {}", fault.line, fault.code)
}

fn read(text: impl AsRef<[u8]>) -> Contents {
    try_read(text).unwrap()
}

fn try_read(text: impl AsRef<[u8]>) -> Result<Contents, ImportError> {
    let mut file = Products::open(text.as_ref(), Currency::Eur)?;
    let mut contents = Contents::default();
    while let Some(parsed) = file.next()? {
        match parsed {
            Parsed::Product(mut product) => {
                contents.faults.append(std::mem::take(&mut product.faults));
                contents.products.push(*product);
            }
            Parsed::Refused(faults) | Parsed::CameBack(_, faults) => {
                contents.refused += 1;
                contents.faults.append(faults);
            }
            Parsed::Stray(fault) => contents.faults.push(fault),
        }
    }
    contents.notes = file.notes();
    contents.rows = file.rows();
    assert!(file.next()?.is_none(), "the end of a file stays its end");
    Ok(contents)
}

/// A file with a few columns of the legacy names.
fn legacy(rows: &str) -> String {
    format!(
        "Handle,Title,Body (HTML),Vendor,Published,Option1 Name,Option1 Value,Option2 Value,\
         Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,\
         Variant Inventory Policy,Variant Price,Image Src,Image Position,Variant Image,Status\n{rows}"
    )
}
