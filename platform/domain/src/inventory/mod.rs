//! Inventory: how much there is of each variant.
//!
//! Owns `stock_levels`. Invariants:
//! - a variant without a row is not tracked: it can always be sold;
//! - what is on hand covers what is reserved, unless the variant may be sold before it is there.
//!
//! Imports no other service.

mod model;
mod store;

pub use model::{Stock, StockLevel};
pub use store::{set_levels, untrack};
