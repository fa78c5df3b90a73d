//! Import: the CSV that Shopify exports, of any generation, a product at a time.
//!
//! - `dialect`, `records`, `header`, `row`, `fields`, `group`, `products` read the file and know
//!   nothing of the catalogue;
//! - `media` finds the pictures beside the file;
//! - `run` reads on one thread and hands over to `writer`, which writes each product in a
//!   transaction of its own.
//!
//! A row that cannot go in is reported with its line and column, and harms no other. Importing the
//! same file again changes nothing: a product remembers the digest of the rows it is made of.

mod dialect;
mod error;
mod fields;
mod group;
mod header;
mod media;
mod parsed;
mod price;
mod products;
mod records;
mod report;
mod row;
mod run;
#[cfg(test)]
mod tests;
mod writer;

pub use error::ImportError;
pub use header::Generation;
pub use report::{FAULTS_KEPT, Faults, ImportReport, Progress, RowFault};
pub use run::ImportProducts;
