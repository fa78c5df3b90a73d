//! Payments: one attempt to be paid for an order, and the shares it falls into.
//!
//! Owns `payments`, `payment_shares`. Invariants:
//! - an order has at most one payment that is neither cancelled nor failed;
//! - `succeeded` is said by the provider, never by a browser, for exactly the amount and currency
//!   that were asked for, and is never left again;
//! - shares add up to the payment, and are frozen when it is opened.
//!
//! May use `operations`, `ledger` and `split`; `transfers::store` to write down what is due.

mod cancel;
mod capture;
mod check;
mod facts;
mod model;
mod open;
mod sale;
mod settle;
mod store;

pub(crate) use cancel::Reach;
pub(crate) use facts::{Applied, EXPANDED, Followed};
pub(crate) use model::{Payment, Share, ShareChange, Status};
pub(crate) use store::{
    count_refund, description, find_by_provider_id, lock, lock_by_provider_id, lock_paid, shares,
};
