//! Every statement of the inventory.

mod levels;
mod reservations;

pub use levels::{set_levels, untrack};
pub use reservations::{convert, held, release, reserve};
