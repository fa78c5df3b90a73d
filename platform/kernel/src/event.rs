//! What happened, told to whoever cares: the messages of the outbox.
//!
//! An event carries ids and facts, never a row. Consumers are idempotent and know nothing of the
//! publisher. The ones called `…Due` are reminders: published now, delivered at their time.

use serde::{Deserialize, Serialize};

use crate::contact::Email;
use crate::ids::{
    MerchantId, OperationId, OrderId, PaymentId, ProductId, RefundId, StorefrontId, TransferId,
    UserId,
};
use crate::money::Money;

/// A fact, or a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are named after the ids they hold")]
pub enum Event {
    /// A merchant was added, and needs an account at the payment provider.
    MerchantCreated { merchant_id: MerchantId },
    /// A product, its variants, prices or pictures are not what they were.
    ProductChanged { product_id: ProductId },
    /// The time that an unpaid order has is over.
    OrderExpiryDue { order_id: OrderId },
    /// An order was cancelled and its stock given back.
    OrderCancelled { order_id: OrderId },
    /// The shopper's money has been taken.
    PaymentSucceeded {
        payment_id: PaymentId,
        order_id: OrderId,
        amount: Money,
    },
    /// An attempt to pay was declined; another may follow.
    PaymentDeclined {
        payment_id: PaymentId,
        order_id: OrderId,
    },
    /// A payment was cancelled before any money moved.
    PaymentCancelled {
        payment_id: PaymentId,
        order_id: OrderId,
    },
    /// A merchant's share should be transferred, now or again. `attempt` counts from 0.
    TransferDue {
        transfer_id: TransferId,
        attempt: u32,
    },
    /// Money is to be given back; whoever asked for it may be doing so already.
    RefundRequested {
        refund_id: RefundId,
        order_id: OrderId,
    },
    /// The shopper has the money back, or the provider says it is on its way.
    RefundSucceeded {
        refund_id: RefundId,
        order_id: OrderId,
    },
    /// The provider could not give the money back.
    RefundFailed {
        refund_id: RefundId,
        order_id: OrderId,
        reason: String,
    },
    /// A merchant's part of a refund should be taken back, now or again. `attempt` counts from 0.
    ReversalDue {
        refund_id: RefundId,
        merchant_id: MerchantId,
        attempt: u32,
    },
    /// A recorded provider call should be finished by now; look whether it is.
    OperationCheckDue { operation_id: OperationId },
    /// A payment that is still not final should be compared with the provider's.
    PaymentCheckDue { payment_id: PaymentId },
    /// Somebody asked for an account with this address, or for the mail about it again. Whether the
    /// address has one already is found out by whoever writes the mail, not by whoever asked.
    SignupRequested {
        email: Email,
        storefront_id: StorefrontId,
    },
    /// Somebody has shown that an address is theirs, and has an account for it; told once more a
    /// minute later, for what was on its way to the address meanwhile.
    AccountOpened { user_id: UserId, email: Email },
    /// Somebody says that the password of this address is forgotten; it may have no account.
    PasswordForgotten {
        email: Email,
        storefront_id: StorefrontId,
    },
    /// A shopper's password was changed.
    PasswordChanged {
        user_id: UserId,
        storefront_id: StorefrontId,
    },
    /// A shopper has deleted the own account; there is nothing else left to write to them by.
    AccountDeleted {
        user_id: UserId,
        email: Email,
        first_name: String,
        storefront_id: StorefrontId,
    },
    /// A refresh token was used a second time: somebody else may have it.
    SessionRevoked {
        user_id: UserId,
        storefront_id: StorefrontId,
    },
}

impl Event {
    /// The name by which consumers subscribe.
    pub const fn topic(&self) -> &'static str {
        match self {
            Self::MerchantCreated { .. } => "merchant.created",
            Self::ProductChanged { .. } => "product.changed",
            Self::OrderExpiryDue { .. } => "order.expiry_due",
            Self::OrderCancelled { .. } => "order.cancelled",
            Self::PaymentSucceeded { .. } => "payment.succeeded",
            Self::PaymentDeclined { .. } => "payment.declined",
            Self::PaymentCancelled { .. } => "payment.cancelled",
            Self::TransferDue { .. } => "transfer.due",
            Self::RefundRequested { .. } => "refund.requested",
            Self::RefundSucceeded { .. } => "refund.succeeded",
            Self::RefundFailed { .. } => "refund.failed",
            Self::ReversalDue { .. } => "reversal.due",
            Self::OperationCheckDue { .. } => "operation.check_due",
            Self::PaymentCheckDue { .. } => "payment.check_due",
            Self::SignupRequested { .. } => "signup.requested",
            Self::AccountOpened { .. } => "account.opened",
            Self::PasswordForgotten { .. } => "password.forgotten",
            Self::PasswordChanged { .. } => "password.changed",
            Self::AccountDeleted { .. } => "account.deleted",
            Self::SessionRevoked { .. } => "session.revoked",
        }
    }

    /// What the event is about. Facts about one aggregate are delivered in their order; a reminder
    /// is an aggregate of its own, so that it holds nothing up.
    pub fn aggregate(&self) -> String {
        match self {
            Self::MerchantCreated { merchant_id } => merchant_id.to_string(),
            Self::ProductChanged { product_id } => product_id.to_string(),
            Self::OrderCancelled { order_id }
            | Self::PaymentSucceeded { order_id, .. }
            | Self::PaymentDeclined { order_id, .. }
            | Self::PaymentCancelled { order_id, .. }
            | Self::RefundSucceeded { order_id, .. }
            | Self::RefundFailed { order_id, .. } => order_id.to_string(),
            Self::OrderExpiryDue { order_id } => format!("expiry/{order_id}"),
            Self::RefundRequested { refund_id, .. } => refund_id.to_string(),
            Self::TransferDue {
                transfer_id,
                attempt,
            } => format!("{transfer_id}/{attempt}"),
            Self::ReversalDue {
                refund_id,
                merchant_id,
                attempt,
            } => format!("{refund_id}/{merchant_id}/{attempt}"),
            Self::OperationCheckDue { operation_id } => operation_id.to_string(),
            Self::PaymentCheckDue { payment_id } => format!("check/{payment_id}"),
            Self::SignupRequested { email, .. }
            | Self::PasswordForgotten { email, .. }
            | Self::AccountDeleted { email, .. } => {
                format!("mail/{}", email.as_str())
            }
            Self::AccountOpened { user_id, .. } => format!("account/{user_id}"),
            Self::PasswordChanged { user_id, .. } | Self::SessionRevoked { user_id, .. } => {
                user_id.to_string()
            }
        }
    }
}
