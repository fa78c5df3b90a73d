//! Orders: what a shopper bought, frozen at the moment of purchase, and what was given back of it.
//!
//! Owns `orders`, `order_lines`, `order_shares`, `refunds`, `refund_lines` and `refund_shares`. Invariants:
//! - an order never changes its lines, prices or currency after it exists;
//! - one cart has at most one order that is not cancelled;
//! - status moves only along [`OrderStatus::may_become`];
//! - refunds that have not failed never come to more than was paid: per line, per merchant and in
//!   all; giving back every unit gives back every minor unit, whatever the steps were;
//! - a refund that somebody made at the payment provider is shown and counted like one of ours;
//! - an order is of the account that its address has, from the moment there is one.
//!
//! Imports `pricing` for its words and `identity` for accounts; orders know nothing of carts or of stock.

mod elsewhere;
mod error;
mod handlers;
mod model;
mod refund;
mod refunding;
mod service;
mod store;

pub use error::OrderError;
pub use model::{
    ListOrders, ListOwnOrders, NewOrder, NewOrderLine, Order, OrderDetails, OrderLine, OrderPage,
    OrderStatus, OrderSummary, PaymentStatus,
};
pub use refund::{Refund, RefundLine, RefundStatus, RequestRefund, Requested, WantedRefund};
pub(crate) use refunding::refund_late_payment;
pub use service::Orders;
pub(crate) use store::{
    cancel, find, find_by_cart, finish_key, insert, lines, lock, mark_paid, mark_paid_after_all,
    shares, unpaid,
};
