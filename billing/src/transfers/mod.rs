//! Transfers: merchants' shares on their way to the merchants' accounts, and back.
//!
//! Owns `transfers`. Invariants:
//! - a share is transferred once, and never more of it than the merchant is owed;
//! - what a refund takes back is reserved on the transfer before the provider is asked, so that two
//!   refunds cannot take back the same cent;
//! - what cannot be taken back is a debt of the merchant, which its next shares pay.
//!
//! May use `operations`, `ledger` and `split`, and asks `accounts` to look at one that is not ready.

mod decide;
mod reverse;
mod send;
mod store;

pub(crate) use reverse::ReversalTry;
pub(crate) use store::{NewTransfer, blocked, exist, insert, lock_merchants, reversed_minor};

use kernel::Money;
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId, TransferId};
use uuid::Uuid;

/// How far a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// To be sent.
    Due,
    /// The provider has been asked, and has not answered yet.
    Sending,
    /// Waits for the merchant's account, or for people.
    Blocked,
    /// The merchant has it.
    Paid,
    /// The merchant has it but for what refunds took back.
    PartiallyReversed,
    /// All of it was taken back.
    Reversed,
    /// Nothing is left to send.
    Cancelled,
}

impl Status {
    const ALL: [Self; 7] = [
        Self::Due,
        Self::Sending,
        Self::Blocked,
        Self::Paid,
        Self::PartiallyReversed,
        Self::Reversed,
        Self::Cancelled,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Sending => "sending",
            Self::Blocked => "blocked",
            Self::Paid => "paid",
            Self::PartiallyReversed => "partially_reversed",
            Self::Reversed => "reversed",
            Self::Cancelled => "cancelled",
        }
    }

    fn parse(name: &str) -> Result<Self, db::DbError> {
        Self::ALL
            .into_iter()
            .find(|status| status.name() == name)
            .ok_or_else(|| db::DbError::unreadable(name))
    }
}

/// A transfer, and what is needed to send it.
#[derive(Debug, Clone)]
pub(crate) struct Transfer {
    pub(crate) id: TransferId,
    pub(crate) payment_id: PaymentId,
    pub(crate) order_id: OrderId,
    pub(crate) merchant_id: MerchantId,
    pub(crate) status: Status,
    pub(crate) amount: Money,
    pub(crate) charge_id: Option<String>,
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
