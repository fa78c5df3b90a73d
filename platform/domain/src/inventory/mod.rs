//! Inventory: how much there is of each variant, and what unpaid orders hold back.
//!
//! Owns `stock_levels` and `reservations`. Invariants:
//! - a variant without a stock level is not tracked: it can always be sold;
//! - what is on hand covers what is reserved, unless the variant may be sold before it is there;
//! - what an order holds back is given back or sold exactly once: the status of its reservation
//!   decides, so that every step here may be repeated;
//! - stock levels are locked in the order of their variants, so that two orders cannot wait for
//!   each other.
//!
//! Imports no other service.

mod error;
mod model;
mod store;

pub use error::InventoryError;
pub use model::{Stock, StockLevel};
pub use store::{convert, held, put_back, release, reserve, set_levels, take_stock, untrack};
