//! Every statement about orders.

mod capture;
mod changes;
mod codes;
mod links;
mod list;
mod orders;
mod refunds;
mod shares;
mod unpaid;

pub(super) use capture::{give_left_out_back, left_out};
pub(crate) use capture::{mark_authorized, mark_captured, mark_let_go, set_payment_action};
pub(crate) use changes::{cancel, finish_key, insert, mark_paid, mark_paid_after_all};
pub(super) use changes::{claim, release};
pub(super) use codes::{drop_code, find_named, put_code, try_code};
pub(super) use links::has_link;
pub(crate) use links::insert_link;
pub(super) use list::{list, list_of};
pub(crate) use orders::{find, find_by_cart, lines, lock, shares};
pub(super) use orders::{find_with_token, is_of, user_of};
pub(super) use refunds::{
    NewRefund, find_refund, give_units_back, insert_refund, move_refund, refundable,
    refundable_shipping, set_refunded,
};
pub(crate) use refunds::{RefundedLine, refunded_lines, refunds};
pub(super) use shares::{insert_found, refund_shares, refunded_of_return, remainders};
pub(crate) use unpaid::unpaid;
