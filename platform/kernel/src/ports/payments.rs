//! How an order is paid, given back or called off. Implemented by `billing`.

use async_trait::async_trait;

use crate::caller::Caller;
use crate::fault::{AnyFault, Case, Fault};
use crate::ids::{MerchantId, OrderId, PaymentId, RefundId};
use crate::money::{Currency, Money};

crate::words! {
    /// Payment provider.
    pub enum PaymentProvider {
        /// Stripe.
        Stripe = "stripe",
    }
}

crate::words! {
    /// Payment status.
    pub enum PaymentStatus {
        /// Recorded; the provider may or may not know it.
        Created = "created",
        /// Awaits the shopper's confirmation.
        Open = "open",
        /// Awaits an action that the shopper's bank requires.
        ActionRequired = "action_required",
        /// Being processed by the provider.
        Processing = "processing",
        /// The bank has set the amount aside; it is not taken until it is captured.
        Authorized = "authorized",
        /// Paid.
        Succeeded = "succeeded",
        /// Cancelled before any money moved.
        Cancelled = "cancelled",
        /// The provider refused to open it.
        Failed = "failed",
    }
}

impl PaymentStatus {
    /// Whether the shopper may still pay.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Open | Self::ActionRequired | Self::Processing)
    }
}

crate::words! {
    /// When the amount that the bank set aside is taken.
    #[derive(Default)]
    pub enum CaptureMethod {
        /// At once.
        #[default]
        Automatic = "automatic",
        /// When it is captured, and not before.
        Manual = "manual",
    }
}

crate::words! {
    /// Refund status.
    pub enum RefundStatus {
        /// Recorded; not yet at the payment provider.
        Requested = "requested",
        /// Being processed by the payment provider.
        Pending = "pending",
        /// The money is on its way to the shopper.
        Succeeded = "succeeded",
        /// Refused by the provider, or returned; it can be requested again.
        Failed = "failed",
    }
}

impl RefundStatus {
    /// The only legal moves. Providers may find out days later that money did not arrive.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Requested, Self::Pending)
                | (Self::Requested | Self::Pending, Self::Succeeded)
                | (
                    Self::Requested | Self::Pending | Self::Succeeded,
                    Self::Failed
                )
        )
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

/// The request to be paid for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPayment {
    /// The order. Opening it again finds the same payment.
    pub order_id: OrderId,
    /// The provider that the shopper chose.
    pub provider: PaymentProvider,
    /// What the shopper pays: the sum of the shares.
    pub amount: Money,
    /// When it is taken.
    pub capture: CaptureMethod,
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
    /// How far it is.
    pub status: PaymentStatus,
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
    /// Too late: the shopper's bank has set the money aside. It can be let go.
    Authorized,
}

/// The request to take what the bank has set aside for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturePayment {
    /// The order.
    pub order_id: OrderId,
    /// What is not taken of it: refunds that the provider carries out by leaving them out. Nothing else is left out.
    pub left_out: Vec<RefundPayment>,
}

/// How capturing a payment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaptureOutcome {
    /// The money is taken, less what was left out; now or before.
    Captured {
        /// What was taken.
        amount: Money,
    },
    /// There is nothing to take any more: the payment was cancelled, or the bank's promise has run out.
    Cancelled,
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

/// The request to give money back.
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

/// What a refund would move, and what would be left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundEffect {
    /// What each merchant bears.
    pub parts: Vec<RefundPart>,
    /// What of the payment could still be given back.
    pub left: Money,
    /// The provider's fee of the payment, which it keeps; none until it is known.
    pub provider_fee: Option<Money>,
}

/// One merchant's part of a refund, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefundPart {
    /// Whose part it is.
    pub merchant_id: MerchantId,
    /// What the shopper gets of it.
    pub gross_minor: i64,
    /// What of that is there from an earlier refund that came back.
    pub held_minor: i64,
    /// The commission that the platform gives back.
    pub commission_minor: i64,
    /// What of the merchant's part is withheld from a share that is not transferred yet.
    pub withheld_minor: i64,
    /// What is reversed from the merchant's account.
    pub reversed_minor: i64,
    /// What the merchant owes from then on.
    pub debt_minor: i64,
    /// What the merchant is owed afterwards, less what it owes.
    pub balance_minor: i64,
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

impl PaymentsError {
    /// Case of [`Unavailable`](Self::Unavailable).
    pub const PAYMENT_PROVIDER_UNAVAILABLE: Case =
        Case::unavailable("payment_provider_unavailable");
    /// Case of [`InProgress`](Self::InProgress).
    pub const COMPLETION_IN_PROGRESS: Case = Case::conflict("completion_in_progress");
    /// Case of [`Refused`](Self::Refused).
    pub const PAYMENT_FAILED: Case = Case::rejected("payment_failed");
    /// Case of [`TooMuch`](Self::TooMuch).
    pub const REFUND_TOO_LARGE: Case = Case::rejected("refund_too_large");
}

impl Fault for PaymentsError {
    fn case(&self) -> Case {
        match self {
            Self::Unavailable => Self::PAYMENT_PROVIDER_UNAVAILABLE,
            Self::InProgress => Self::COMPLETION_IN_PROGRESS,
            Self::Refused(_) => Self::PAYMENT_FAILED,
            Self::TooMuch(_) => Self::REFUND_TOO_LARGE,
            Self::NotFound(_) => Case::NOT_FOUND,
            Self::Storage(fault) => fault.case(),
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

/// What a provider takes in one payment, in minor units of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountLimits {
    /// No less.
    pub least: i64,
    /// No more.
    pub most: i64,
}

/// Payments, as the rest of Stoa sees them. All of it is safe to repeat.
#[async_trait]
pub trait Payments: Send + Sync {
    /// What `provider` takes in `currency`; `None` when it takes nothing in it. Asks nobody.
    fn limits(&self, provider: PaymentProvider, currency: Currency) -> Option<AmountLimits>;

    /// Opens the payment of an order, or finds the one that is open. Records the provider call
    /// before it is made and never holds a transaction while it is.
    async fn open(
        &self,
        caller: &Caller,
        request: OpenPayment,
    ) -> Result<OpenedPayment, PaymentsError>;

    /// Calls off the live payment of an order, as far as it waits for the shopper. An order without one is called
    /// off already.
    async fn cancel(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<CancelOutcome, PaymentsError>;

    /// The same, and an authorized payment is called off, too: the shopper's bank lets the money go.
    async fn let_go(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<CancelOutcome, PaymentsError>;

    /// Takes what the bank has set aside for an order. A payment that is captured already stays as it is.
    async fn capture(
        &self,
        caller: &Caller,
        request: CapturePayment,
    ) -> Result<CaptureOutcome, PaymentsError>;

    /// What of each merchant's part of an order is gone by other ways than the refunds that were asked
    /// for here: given back at the provider itself, or taken by the shopper's bank. Asks nobody.
    async fn gone_elsewhere(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<RefundShare>, PaymentsError>;

    /// What giving these parts back would move: the same arithmetic as [`refund`](Self::refund). Asks nobody and
    /// changes nothing.
    async fn preview_refund(
        &self,
        caller: &Caller,
        order_id: OrderId,
        shares: &[RefundShare],
    ) -> Result<RefundEffect, PaymentsError>;

    /// Gives money back and takes the merchants' parts back from their accounts.
    async fn refund(
        &self,
        caller: &Caller,
        request: RefundPayment,
    ) -> Result<RefundState, PaymentsError>;
}
