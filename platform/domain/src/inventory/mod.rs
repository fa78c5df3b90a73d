//! Inventory: how much there is of each variant, and what unpaid orders hold back.
//!
//! Owns `stock_levels`, `reservations`, `locations`, `location_stock`, `stock_movements`, `stock_settings`, `stock_displays` and
//! `stock_alerts`. Invariants:
//! - a variant without a stock level is not tracked: it can always be sold;
//! - what is on hand covers what is reserved, unless the variant may be sold before it is there; then as far as its
//!   limit goes;
//! - what can be sold is the column `sellable`, and [`Stock::sellable`] says the same of a row that is locked; alerts are written by the database when it crosses
//!   zero or the threshold;
//! - what an order holds back is given back or sold exactly once: the status of its reservation
//!   decides, so that every step here may be repeated;
//! - what is on hand of a variant is the sum of what its locations hold, and that the sum of their movements, which nobody
//!   changes or deletes: the database sees to it, and books what was not said to have moved at the default location;
//! - stock levels are locked in the order of their variants, so that two orders cannot wait for
//!   each other.
//!
//! Imports no other service.

mod counting;
mod error;
mod locations;
mod model;
mod policy;
mod stock_error;
mod store;

pub use counting::{
    ADJUSTMENTS_MAX, AdjustStock, Adjustment, Allocation, CountStock, LocationStock, MovementCause,
    StockMovement, VariantStock,
};
pub use error::InventoryError;
pub use locations::{Inventory, Location, LocationChange};
pub use model::{ShownStock, Stock, StockDisplay, StockLevel, StockState};
pub use policy::{
    AllocationRule, Scarce, ScarceVariant, StockAlert, StockAlertKind, StockPolicyChange,
    StockSettings, reservation,
};
pub use stock_error::StockError;
pub use store::{convert, held, put_back, release, reserve, set_levels, take_stock, untrack};
