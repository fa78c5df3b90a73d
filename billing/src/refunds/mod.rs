//! Refunds: money on its way back to a shopper, and each merchant's part of it.
//!
//! Owns `payment_refunds`, `payment_refund_shares`. Invariants:
//! - what was given back never exceeds what was paid, in all and for each merchant, whoever asks at
//!   the same moment;
//! - one refund is one id everywhere; asking again finds the same refund;
//! - from the moment the provider has accepted it, the merchants bear their parts, even if the money
//!   comes back later: then it is owed to the shopper, and stays in the books as that;
//! - a refund that somebody made at the provider is one like ours, its parts in proportion to what is
//!   left of each share; and so is what a dispute takes, except for the books, which `disputes` keeps.
//!
//! May use `operations`, `payments`, `ledger`, `split` and `transfers`.

mod facts;
mod found;
mod left_out;
mod parts;
mod preview;
mod request;
mod store;
mod takings;

pub(crate) use facts::{EXPANDED, Told};
pub(crate) use store::is_pending;
pub(crate) use takings::Taking;

use kernel::Money;
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId};
use kernel::ports::RefundState;

pub(crate) use kernel::ports::RefundStatus as Status;

/// Whose idea a refund was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Ours: it was asked for here.
    Stoa,
    /// Somebody's at the provider.
    Provider,
    /// A shopper's bank, whose dispute takes the money.
    Dispute,
    /// Ours, of a payment that was not captured yet: the capture leaves it out.
    LeftOut,
}

impl Origin {
    const fn name(self) -> &'static str {
        match self {
            Self::Stoa => "stoa",
            Self::Provider => "provider",
            Self::Dispute => "dispute",
            Self::LeftOut => "left_out",
        }
    }
}

/// Money on its way back, with the payment it came with.
#[derive(Debug, Clone)]
pub(crate) struct Refund {
    pub(crate) id: RefundId,
    pub(crate) payment_id: PaymentId,
    pub(crate) order_id: OrderId,
    /// What the provider calls the payment.
    pub(crate) intent: Option<String>,
    pub(crate) status: Status,
    pub(crate) amount: Money,
    pub(crate) provider_id: Option<String>,
    pub(crate) failure: Option<String>,
    pub(crate) is_accepted: bool,
    /// The money has left the platform's balance.
    pub(crate) has_left: bool,
}

impl Refund {
    fn state(&self) -> RefundState {
        match self.status {
            Status::Requested | Status::Pending => RefundState::Pending,
            Status::Succeeded => RefundState::Succeeded,
            Status::Failed => RefundState::Failed(self.failure.clone().unwrap_or_default()),
        }
    }
}

/// A merchant's part of a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Part {
    pub(crate) merchant_id: MerchantId,
    pub(crate) goods_net_minor: i64,
    pub(crate) gross_minor: i64,
    /// What of it comes from a refund that came back: the merchant gave it then.
    pub(crate) held_net_minor: i64,
    pub(crate) held_minor: i64,
    pub(crate) commission_minor: i64,
}

impl Part {
    /// What the merchant gives of it.
    const fn borne_minor(&self) -> i64 {
        self.gross_minor - self.held_minor - self.commission_minor
    }
}
