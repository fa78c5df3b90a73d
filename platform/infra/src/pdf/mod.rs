//! PDF files, made by [krilla](https://docs.rs/krilla): the fonts are part of the program, and of each file only the
//! letters that it has.

mod draw;
mod font;
mod layout;
mod length;
mod pages;
#[cfg(test)]
mod tests;

use kernel::ports::{PrintError, Printer};
use kernel::sheet::Sheet;

use self::font::FACES;

/// Prints on A4.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pdf;

impl Printer for Pdf {
    fn print(&self, sheet: &Sheet) -> Result<Vec<u8>, PrintError> {
        let faces = FACES.as_ref();
        let (regular, bold) = faces.ok_or_else(|| PrintError("no font can be read".to_owned()))?;
        let pages = layout::lay_out(sheet, (regular, bold));
        draw::draw(sheet, &pages, (regular, bold))
    }
}
