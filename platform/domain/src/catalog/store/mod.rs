//! Every statement of the catalogue.

mod sellable;

pub use sellable::sellable;
