//! The catalogue: imports, storefront reads, what staff changes.

mod admin;
mod descriptions;
mod documents;
mod exports;
mod handles;
mod import;
mod import_moves;
mod import_trouble;
mod listing;
mod samples;
mod shelf;
