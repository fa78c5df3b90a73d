//! Units that come back.
//!
//! Invariants:
//! - a unit is in one return at most that is not rejected or cancelled: the database's line counts them;
//! - what was received is neither received nor put back into stock again;
//! - shoppers can ask for what was delivered within the storefront's window, staff for what was shipped.
//!
//! Money goes back by a refund of the lines, which is a decision of its own.

mod account;
mod error;
mod model;
mod plan;
mod service;
mod store;
mod window;

pub use error::ReturnError;
pub use model::{
    ListReturns, NotReturnable, Received, RequestReturn, RequestedReturn, Return, ReturnLine,
    ReturnPage, ReturnReason, ReturnStatus, ReturnableLine,
};
pub(super) use store::find as find_return;
pub(super) use window::returnable_lines;
