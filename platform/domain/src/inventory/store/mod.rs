//! Every statement of the inventory.

pub(super) mod counting;
mod levels;
pub(super) mod locations;
pub(super) mod policy;
mod reservations;
mod sales;

pub use levels::{set_levels, take_stock, untrack};
pub use reservations::{held, release, reserve};
pub use sales::{convert, put_back};
