//! A payment and its shares, as rows.

use kernel::ids::{MerchantId, OrderId, PaymentId};
use kernel::ports::CaptureMethod;
pub(crate) use kernel::ports::PaymentStatus as Status;
use kernel::{Currency, Money};
use time::OffsetDateTime;

use crate::providers::stripe::answers::IntentStatus;

/// Where a payment that waits for the shopper is, by what the provider says; `None` when it
/// waits no longer, or the word is new to us.
pub(super) const fn waiting(status: IntentStatus) -> Option<Status> {
    match status {
        IntentStatus::RequiresPaymentMethod | IntentStatus::RequiresConfirmation => {
            Some(Status::Open)
        }
        IntentStatus::RequiresAction => Some(Status::ActionRequired),
        IntentStatus::Processing => Some(Status::Processing),
        IntentStatus::RequiresCapture
        | IntentStatus::Canceled
        | IntentStatus::Succeeded
        | IntentStatus::Other => None,
    }
}

/// One attempt to be paid for an order.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    pub(crate) id: PaymentId,
    pub(crate) order_id: OrderId,
    pub(crate) status: Status,
    pub(crate) amount: Money,
    pub(crate) capture_method: CaptureMethod,
    /// What was asked to be captured of a payment that waits for it.
    pub(crate) captured_minor: Option<i64>,
    pub(crate) description: String,
    pub(crate) provider_id: Option<String>,
    pub(crate) provider_fee_minor: Option<i64>,
    pub(crate) refunded_minor: i64,
    pub(crate) last_error: Option<String>,
    pub(crate) created_at: OffsetDateTime,
}

impl Payment {
    pub(crate) const fn currency(&self) -> Currency {
        self.amount.currency
    }

    /// What the provider takes, less than the amount when some of it was left out.
    pub(crate) fn taken_minor(&self) -> i64 {
        self.captured_minor.unwrap_or(self.amount.minor)
    }

    /// The same as money.
    pub(crate) fn taken(&self) -> Money {
        Money::new(self.taken_minor(), self.currency())
    }

    /// Whether the provider can still tell us something: about the payment, or about its fee.
    pub(crate) const fn is_final(&self) -> bool {
        match self.status {
            Status::Created
            | Status::Open
            | Status::ActionRequired
            | Status::Processing
            | Status::Authorized => false,
            Status::Succeeded => self.provider_fee_minor.is_some(),
            Status::Cancelled | Status::Failed => true,
        }
    }
}

/// A merchant's part of a payment.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Share {
    pub(crate) merchant_id: MerchantId,
    pub(crate) goods_net_minor: i64,
    pub(crate) gross_minor: i64,
    pub(crate) commission_minor: i64,
    pub(crate) refunded_net_minor: i64,
    pub(crate) refunded_minor: i64,
    /// Taken from the merchant for refunds that came back, and the shopper's still.
    pub(crate) held_net_minor: i64,
    pub(crate) held_minor: i64,
    pub(crate) commission_back_minor: i64,
    /// What refunds that the provider has accepted took from the merchant.
    pub(crate) taken_back_minor: i64,
}

/// By how much a refund changes what is counted against a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ShareChange {
    pub(crate) merchant_id: MerchantId,
    pub(crate) refunded_net_minor: i64,
    pub(crate) refunded_minor: i64,
    pub(crate) held_net_minor: i64,
    pub(crate) held_minor: i64,
    pub(crate) commission_back_minor: i64,
}

/// A share that is about to be written down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewShare {
    pub(crate) merchant_id: MerchantId,
    pub(crate) goods_net_minor: i64,
    pub(crate) gross_minor: i64,
    pub(crate) commission_minor: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_reads_back() {
        for status in Status::ALL {
            assert_eq!(status.name().parse::<Status>().unwrap(), *status);
        }
        assert!("paid".parse::<Status>().is_err());
    }
}
