//! Refunds: money on its way back to a shopper, and each merchant's part of it.
//!
//! Owns `payment_refunds`, `payment_refund_shares`. Invariants:
//! - what was given back never exceeds what was paid, in all and for each merchant, whoever asks at
//!   the same moment;
//! - one refund is one id everywhere; asking again finds the same refund;
//! - from the moment the provider has accepted it, the merchants bear their parts, even if the money
//!   comes back later: then it is owed to the shopper, and stays in the books as that.
//!
//! May use `operations`, `payments`, `ledger`, `split` and `transfers`.

mod facts;
mod parts;
mod request;
mod store;

pub(crate) use facts::Told;
pub(crate) use store::is_pending;

use kernel::Money;
use kernel::ids::{MerchantId, OrderId, PaymentId, RefundId};
use kernel::ports::RefundState;

/// How far a refund is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Written down; the provider may or may not know it.
    Requested,
    /// The provider has it and will say more.
    Pending,
    /// The money is on its way to the shopper.
    Succeeded,
    /// The provider did not carry it out, or the money came back.
    Failed,
}

impl Status {
    const ALL: [Self; 4] = [
        Self::Requested,
        Self::Pending,
        Self::Succeeded,
        Self::Failed,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Pending => "pending",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
        }
    }

    fn parse(name: &str) -> Result<Self, db::DbError> {
        Self::ALL
            .into_iter()
            .find(|status| status.name() == name)
            .ok_or_else(|| db::DbError::unreadable(name))
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) merchant_id: MerchantId,
    pub(crate) goods_net_minor: i64,
    pub(crate) gross_minor: i64,
    /// What of it comes from a refund that came back: the merchant gave it then.
    pub(crate) held_net_minor: i64,
    pub(crate) held_minor: i64,
    pub(crate) commission_minor: i64,
}
