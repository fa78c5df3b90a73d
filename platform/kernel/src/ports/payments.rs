//! How an order is paid, given back or called off. Implemented by `billing`.

use std::str::FromStr;

use async_trait::async_trait;

use crate::caller::Caller;
use crate::fault::{AnyFault, Fault, Kind};
use crate::goods::Malformed;
use crate::ids::{MerchantId, OrderId, PaymentId, RefundId};
use crate::money::Money;

/// Who takes the shopper's money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentProvider {
    /// Stripe.
    Stripe,
}

impl PaymentProvider {
    /// Every provider that shoppers can choose.
    pub const ALL: &'static [Self] = &[Self::Stripe];

    /// The name on the wire and in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stripe => "stripe",
        }
    }
}

impl FromStr for PaymentProvider {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        match text {
            "stripe" => Ok(Self::Stripe),
            _ => Err(Malformed {
                rule: "the name of a payment provider: stripe",
            }),
        }
    }
}

/// One merchant's part of an order, in minor units of the order's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Whose part it is.
    pub merchant_id: MerchantId,
    /// Goods without tax: what commission is reckoned on.
    pub goods_net_minor: i64,
    /// Goods, shipping and their taxes: the merchant's part of what the shopper pays.
    pub gross_minor: i64,
}

/// The wish to be paid for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPayment {
    /// The order. Opening it again finds the same payment.
    pub order_id: OrderId,
    /// The provider that the shopper chose.
    pub provider: PaymentProvider,
    /// What the shopper pays: the sum of the shares.
    pub amount: Money,
    /// What the shopper reads on the statement, such as `Aurora order 1001`.
    pub description: String,
    /// Each merchant's part; their `gross_minor` add up to `amount`.
    pub shares: Vec<Share>,
}

/// A payment that waits for the shopper's confirmation, or is past it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedPayment {
    /// Its id.
    pub payment_id: PaymentId,
    /// The provider.
    pub provider: PaymentProvider,
    /// `open`, `action_required`, `processing`, `succeeded`, `cancelled` or `failed`.
    pub status: String,
    /// What the shopper's browser or app confirms the payment with.
    pub client_secret: Option<String>,
    /// The provider's key for browsers and apps.
    pub publishable_key: String,
    /// The provider's account that the payment belongs to, when it is not the platform's own.
    pub account: Option<String>,
}

/// How calling a payment off ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelOutcome {
    /// No money has moved, and none will.
    Cancelled,
    /// Too late: the shopper has paid.
    AlreadySucceeded,
}

/// One merchant's part of a refund, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefundShare {
    /// Whose part it is.
    pub merchant_id: MerchantId,
    /// Goods without tax that are given back: commission goes back in proportion.
    pub goods_net_minor: i64,
    /// Everything that the shopper gets back of this merchant's part.
    pub gross_minor: i64,
}

/// The wish to give money back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundPayment {
    /// One refund is one id everywhere. Asking again finds the same refund.
    pub refund_id: RefundId,
    /// The order it is for.
    pub order_id: OrderId,
    /// What the shopper gets: the sum of the shares.
    pub amount: Money,
    /// Why, for the books.
    pub reason: String,
    /// Each merchant's part.
    pub shares: Vec<RefundShare>,
}

/// How far a refund is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefundState {
    /// The provider has it and will say more.
    Pending,
    /// The money is on its way to the shopper.
    Succeeded,
    /// The provider refused; the text says why.
    Failed(String),
}

/// Why a payment could not be opened, called off or given back.
#[derive(Debug, thiserror::Error)]
pub enum PaymentsError {
    /// The provider is out or slow. Nothing is lost; the same request may be made again.
    #[error("the payment provider cannot be reached at the moment")]
    Unavailable,
    /// Another request for the same order or refund is talking to the provider right now.
    #[error("the same payment is being worked on by another request")]
    InProgress,
    /// The provider understood and refused.
    #[error("the payment provider refused: {0}")]
    Refused(String),
    /// More than has been paid and not given back.
    #[error("the refund exceeds the {0} that can still be given back")]
    TooMuch(Money),
    /// There is no payment for that.
    #[error("there is no payment for {0}")]
    NotFound(OrderId),
    /// The rows could not be read or written.
    #[error("the payment could not be recorded")]
    Storage(#[source] AnyFault),
}

impl Fault for PaymentsError {
    fn kind(&self) -> Kind {
        match self {
            Self::Unavailable => Kind::Unavailable,
            Self::InProgress => Kind::Conflict,
            Self::Refused(_) | Self::TooMuch(_) => Kind::Rejected,
            Self::NotFound(_) => Kind::NotFound,
            Self::Storage(fault) => fault.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Unavailable => "payment_provider_unavailable",
            Self::InProgress => "completion_in_progress",
            Self::Refused(_) => "payment_failed",
            Self::TooMuch(_) => "refund_too_large",
            Self::NotFound(_) => "payment_not_found",
            Self::Storage(fault) => fault.code(),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Unavailable => Some(5),
            Self::InProgress => Some(1),
            Self::Storage(fault) => fault.retry_after_seconds(),
            Self::Refused(_) | Self::TooMuch(_) | Self::NotFound(_) => None,
        }
    }
}

/// Payments, as the rest of Stoa sees them. All of it is safe to repeat.
#[async_trait]
pub trait Payments: Send + Sync {
    /// Opens the payment of an order, or finds the one that is open. Records the provider call
    /// before it is made and never holds a transaction while it is.
    async fn open(
        &self,
        caller: &Caller,
        wish: OpenPayment,
    ) -> Result<OpenedPayment, PaymentsError>;

    /// Calls off the live payment of an order. An order without one is called off already.
    async fn cancel(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<CancelOutcome, PaymentsError>;

    /// Gives money back and takes the merchants' parts back from their accounts.
    async fn refund(
        &self,
        caller: &Caller,
        wish: RefundPayment,
    ) -> Result<RefundState, PaymentsError>;
}
