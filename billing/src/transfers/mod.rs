//! Transfers: merchants' shares on their way to the merchants' accounts, and back.
//!
//! Owns `transfers`. Invariants:
//! - a share is transferred once, and never more of it than the merchant is owed, also when the database
//!   has gone back to a backup since;
//! - what a refund takes back is reserved on the transfer before the provider is asked, so that two
//!   refunds cannot take back the same cent;
//! - what cannot be taken back is a debt of the merchant, which its next shares pay;
//! - what a dispute took is sent again once when the money has come back, and pays debts first.
//!
//! May use `operations`, `ledger` and `split`, and asks `accounts` to look at one that is not ready.

mod decide;
mod found;
mod give_back;
mod reverse;
mod send;
mod store;

pub(crate) use reverse::ReversalTry;
pub(crate) use store::{
    Holding, NewTransfer, TakenPart, blocked, exist, holdings, insert, lock_merchants,
    reversed_minor, taken_parts,
};

use kernel::Money;
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId, TransferId};
use time::OffsetDateTime;
use uuid::Uuid;

kernel::words! {
    /// Transfer status.
    pub enum TransferStatus {
        /// To be sent.
        Due = "due",
        /// Sent to the provider, which has not answered yet.
        Sending = "sending",
        /// Waits for the merchant's account, or for an operator.
        Blocked = "blocked",
        /// Paid to the merchant.
        Paid = "paid",
        /// Paid, and reversed in part.
        PartiallyReversed = "partially_reversed",
        /// Reversed in full.
        Reversed = "reversed",
        /// Cancelled: nothing is left to send.
        Cancelled = "cancelled",
    }
}

pub(crate) use TransferStatus as Status;

/// A transfer, and what is needed to send it.
#[derive(Debug, Clone)]
pub(crate) struct Transfer {
    pub(crate) id: TransferId,
    pub(crate) payment_id: PaymentId,
    pub(crate) order_id: OrderId,
    pub(crate) merchant_id: MerchantId,
    pub(crate) status: Status,
    pub(crate) amount: Money,
    /// The charge that it comes out of. What a dispute gives back comes out of the platform's balance:
    /// of the charge no more than its amount can be sent.
    pub(crate) source: Option<String>,
    /// When the charge was made, as the provider says.
    pub(crate) charged_at: Option<OffsetDateTime>,
    /// It gives back what a dispute had taken.
    pub(crate) is_return: bool,
    /// The merchant's account, when it can take money.
    pub(crate) destination: Option<String>,
}

/// A merchant's part of a refund, with the transfer that it is taken back from.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) id: Uuid,
    pub(crate) refund_id: RefundId,
    pub(crate) merchant_id: MerchantId,
    pub(crate) order_id: OrderId,
    /// What the merchant gives back in all.
    pub(crate) wanted_minor: i64,
    /// What of it is fetched from its account.
    pub(crate) reversal_minor: i64,
    pub(crate) reversal: Reversal,
    pub(crate) transfer_id: TransferId,
    pub(crate) transfer_name: Option<String>,
    pub(crate) transfer: Status,
    /// What the transfer still holds.
    pub(crate) left: Money,
}

/// How far taking a part back is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reversal {
    /// It is not decided where the part comes from.
    Undecided,
    /// An amount is reserved on the transfer; the provider is to be asked.
    Due,
    /// Done, or given up.
    Over,
}

impl Reversal {
    fn of(status: &str) -> Self {
        match status {
            "none" => Self::Undecided,
            "due" => Self::Due,
            _ => Self::Over,
        }
    }
}
