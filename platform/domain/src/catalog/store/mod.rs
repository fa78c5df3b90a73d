//! Every statement of the catalogue.

pub(super) mod admin;
pub(super) mod cards;
pub(super) mod categories;
pub(super) mod category_images;
pub(super) mod detail;
pub(super) mod document_rows;
pub(super) mod documents;
pub(super) mod durability;
pub(super) mod existing;
pub(super) mod images;
mod json;
pub(super) mod left_out;
pub(super) mod lists;
pub(super) mod pictures;
pub(super) mod prices;
mod searchable;
mod sellable;
pub(super) mod settings;
pub(super) mod sitemap;
pub(super) mod slugs;
pub(super) mod variants;
pub(super) mod write;

pub(super) use cards::cards;
pub use lists::categories_with;
pub use searchable::{products_of, searchable, searchable_after};
pub use sellable::sellable;
