//! Import: the CSV that Shopify exports, of any generation and any length.
//!
//! - `dialect`, `quotes`, `records`, `header`, `row`, `fields`, `group`, `products` read the file and know
//!   nothing of the catalogue;
//! - `media` finds the pictures beside the file;
//! - `run` reads on one thread and hands over to `writer`, a chunk of products at a time;
//! - `prepare` finds out what a product is, `batch` writes many in one transaction and `left_out`
//!   takes away what they no longer have.
//!
//! A row that cannot go in is reported with its line and column, and harms no other. Importing the
//! same file again changes nothing: a product remembers the digest of the rows it is made of.

mod batch;
mod dialect;
mod error;
mod fields;
mod group;
mod header;
mod job;
mod left_out;
mod media;
mod parsed;
mod prepare;
mod price;
mod products;
mod quotes;
mod records;
mod report;
mod row;
mod run;
#[cfg(test)]
mod tests;
mod writer;

pub use error::ImportError;
pub use header::Generation;
pub use report::{FAULTS_KEPT, Faults, ImportReport, Notice, Progress, RowFault};
pub use run::ImportProducts;
