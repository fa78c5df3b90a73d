//! Orders: what a shopper bought, frozen at the moment of purchase, what of it is shipped and what was given back.
//!
//! Owns `orders`, `order_lines`, `order_shares`, `refunds`, `refund_lines`, `refund_shares`, `fulfillments`,
//! `fulfillment_lines`, `cancellations`, `cancellation_lines`, `order_notes`, `order_tags`, `order_terms`, `order_links`
//! and `order_codes`. Invariants:
//! - an order never changes its lines, prices or currency after it exists;
//! - one cart has at most one order that is not cancelled;
//! - status moves only along [`OrderStatus::may_become`];
//! - refunds that have not failed never come to more than was paid: per line, per merchant and in
//!   all; giving back every unit gives back every minor unit, whatever the steps were;
//! - fulfillments that are not cancelled never come to more units than were ordered; each is of one
//!   merchant, who ships by itself; the order's fulfillment status is written with its lines and
//!   nowhere else. Stock leaves the shelf when an order is paid: shipping changes none;
//! - a refund that somebody made at the payment provider is shown and counted like one of ours;
//! - a letter about an order is due once, in the transaction of what it tells; its link has a token of its
//!   own, because of the token that came with the order only a hash is kept;
//! - an order is of the account that its address has, from the moment there is one.
//!
//! Imports `pricing` for its words, `identity` for accounts and `tenancy` for merchants; orders know nothing of carts or of stock.

mod cancellation;
mod capture;
mod codes;
mod elsewhere;
mod error;
mod filing;
mod fulfillment;
mod handlers;
mod letters;
mod list;
mod model;
mod notes;
mod of_merchant;
mod planning;
mod refund;
mod refunding;
mod returns;
mod service;
mod store;
mod terms;
mod timeline;

pub use cancellation::{CancelUnits, Cancellation, CancellationLine, CancelledUnits};
pub(crate) use cancellation::{NewCancellation, cancel_units};
pub(crate) use capture::{LeaveOut, capturable, captured, leave_out, left_out};
pub use codes::{OrderCode, OrderNamed};
pub use error::OrderError;
pub use filing::{BulkAction, BulkOrders, BulkProblem, BulkResult, Filed, MOST_TAGS, OrdersAction};
pub(crate) use fulfillment::of_order as fulfillments;
pub use fulfillment::{
    BadTracking, CreateFulfillment, Fulfilled, Fulfillment, FulfillmentLine, FulfillmentStatus,
    ShippedGoods, Tracking,
};
pub use letters::{OrderLetter, OrderMailing, OrderText};
pub(crate) use letters::{tell, tell_of_authorization, tell_of_payment};
pub use list::{ListOrders, ListOwnOrders, OrderPage, Position};
pub use model::{
    CaptureRule, NewOrder, NewOrderLine, Order, OrderDetails, OrderFulfillment, OrderLine,
    OrderSort, OrderStatus, OrderSummary, PaymentAction, PaymentStatus,
};
pub use notes::OrderNote;
pub use of_merchant::{ListMerchantOrders, MerchantOrder, MerchantOrderSummary, PaidOrder};
pub use planning::RefundPreview;
pub use refund::{Refund, RefundLine, RefundStatus, RequestRefund, Requested, WantedRefund};
pub(crate) use refunding::refund_late_payment;
pub use returns::{
    ListReturns, NotReturnable, Received, RequestReturn, RequestedReturn, Return, ReturnError,
    ReturnLine, ReturnPage, ReturnReason, ReturnStatus, ReturnableLine,
};
pub use service::Orders;
pub(crate) use service::{of_account, opened, own};
pub(crate) use store::{
    RefundedLine, cancel, find, find_by_cart, finish_key, insert, insert_link, lines, lock,
    mark_authorized, mark_let_go, mark_paid, mark_paid_after_all, refunded_lines, refunds,
    set_payment_action, shares, unpaid,
};
pub use timeline::{
    NotAPosition, Timeline, TimelineEvent, TimelineKind, TimelinePosition, TimelineVisibility,
};
