//! What is printed on a sheet of paper: texts in their places, before anything is measured.

use time::Date;

/// A document of one or more pages: a letterhead, who it is for, a table, what it comes to, and what is small
/// at the foot of each page. All texts are in the reader's language already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The language of the texts, as BCP 47 writes it.
    pub language: String,
    /// What it is called; also the title that readers of the file show.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// The day it is from.
    pub dated: Date,
    /// What the letterhead says.
    pub brand: String,
    /// Colour of the brand: red, green, blue.
    pub color: [u8; 3],
    /// The sender in one line, above the recipient.
    pub sender: String,
    /// Who it is for, line by line.
    pub recipient: Vec<String>,
    /// Facts beside the recipient: what each is called, and what it is.
    pub facts: Vec<(String, String)>,
    /// Blocks between the title and the table, beside each other.
    pub blocks: Vec<SheetBlock>,
    /// The table. Its header is repeated on each page that it goes on to.
    pub table: SheetTable,
    /// What the table comes to, row by row.
    pub totals: Vec<SheetTotal>,
    /// A second, small table, below the totals; it is not divided.
    pub summary: Option<SheetTable>,
    /// Paragraphs at the end.
    pub notes: Vec<String>,
    /// Columns at the foot of each page, line by line.
    pub footer: Vec<Vec<String>>,
    /// What comes before and between the numbers in `Page 1 of 2`.
    pub page_words: [String; 2],
}

/// A heading and lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetBlock {
    /// What it is.
    pub heading: String,
    /// What it says.
    pub lines: Vec<String>,
}

/// Rows below a header.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetTable {
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// A text for each column. What comes after a line end is smaller.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// What its header says.
    pub title: String,
    /// Its part of the width, in proportion to the others'.
    pub share: u16,
    /// Whether its texts end at the same place, as numbers do.
    pub is_number: bool,
}

/// A row of the totals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetTotal {
    /// What it is.
    pub label: String,
    /// How much.
    pub value: String,
    /// Whether it is what counts in the end.
    pub is_main: bool,
}
