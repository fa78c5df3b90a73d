//! Every statement of the inventory.

mod levels;
mod reservations;

pub use levels::{set_levels, take_stock, untrack};
pub use reservations::{convert, held, put_back, release, reserve};
