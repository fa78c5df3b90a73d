//! Import: the CSV that Shopify exports, of any generation and any length.
//!
//! - `dialect`, `quotes`, `records`, `header`, `row`, `fields`, `group`, `twins`, `products` read the file
//!   and know nothing of the catalogue; `remarks` keeps what is noted of rows that go in all the same;
//! - `media` finds the pictures beside the file;
//! - `run` reads on one thread and hands over to `writer`, a chunk of products at a time;
//! - `prepare` finds out what a product is, `place` at which address it is, `batch` writes many in one
//!   transaction and `left_out` takes away what they no longer have.
//!
//! Products are told apart by their handles as the file writes them, and those without one by their
//! titles.
//!
//! Whatever a file says of a product, a variant, a price, an option or a picture is in the catalogue
//! afterwards, or the report says that it is not: a fault where something cannot go in, a note where
//! it is passed over. Nothing else is in the catalogue.
//!
//! A row that cannot go in is reported with its line and column, and harms no other. Importing the
//! same file again changes nothing: a product remembers the digest of the rows it is made of.

mod batch;
mod dialect;
mod error;
mod fields;
mod group;
mod handle;
mod header;
mod job;
mod left_out;
mod media;
mod parsed;
mod place;
mod prepare;
mod price;
mod products;
mod quotes;
mod records;
mod remarks;
mod report;
mod retry;
mod row;
mod run;
mod shared;
#[cfg(test)]
mod tests;
mod twins;
mod writer;

pub use error::ImportError;
pub use header::Generation;
pub use report::{Address, FAULTS_KEPT, Faults, ImportReport, Notice, Progress, RowFault};
pub use run::ImportProducts;
