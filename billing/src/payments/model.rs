//! A payment and its shares, as rows.

use db::DbError;
use kernel::ids::{MerchantId, OrderId, PaymentId};
use kernel::{Currency, Money};
use time::OffsetDateTime;

use crate::providers::stripe::answers::IntentStatus;

/// How far a payment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Written down; the provider may or may not know it.
    Created,
    /// Waits for the shopper.
    Open,
    /// Waits for something the shopper's bank asks.
    ActionRequired,
    /// The provider is working on it.
    Processing,
    /// Paid.
    Succeeded,
    /// Called off before any money moved.
    Cancelled,
    /// The provider refused to open it.
    Failed,
}

impl Status {
    const ALL: [Self; 7] = [
        Self::Created,
        Self::Open,
        Self::ActionRequired,
        Self::Processing,
        Self::Succeeded,
        Self::Cancelled,
        Self::Failed,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Open => "open",
            Self::ActionRequired => "action_required",
            Self::Processing => "processing",
            Self::Succeeded => "succeeded",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    pub(super) fn parse(name: &str) -> Result<Self, DbError> {
        Self::ALL
            .into_iter()
            .find(|status| status.name() == name)
            .ok_or_else(|| DbError::unreadable(name))
    }

    /// Whether the shopper may still pay.
    pub(crate) const fn is_waiting(self) -> bool {
        matches!(self, Self::Open | Self::ActionRequired | Self::Processing)
    }

    /// Where a payment that waits for the shopper is, by what the provider says; `None` when it
    /// waits no longer, or the word is new to us.
    pub(super) const fn waiting(status: IntentStatus) -> Option<Self> {
        match status {
            IntentStatus::RequiresPaymentMethod | IntentStatus::RequiresConfirmation => {
                Some(Self::Open)
            }
            IntentStatus::RequiresAction => Some(Self::ActionRequired),
            IntentStatus::Processing => Some(Self::Processing),
            IntentStatus::Canceled | IntentStatus::Succeeded | IntentStatus::Other => None,
        }
    }
}

/// One attempt to be paid for an order.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    pub(crate) id: PaymentId,
    pub(crate) order_id: OrderId,
    pub(crate) status: Status,
    pub(crate) amount: Money,
    pub(crate) description: String,
    pub(crate) provider_id: Option<String>,
    pub(crate) client_secret: Option<String>,
    pub(crate) provider_fee_minor: Option<i64>,
    pub(crate) refunded_minor: i64,
    pub(crate) last_error: Option<String>,
    pub(crate) created_at: OffsetDateTime,
}

impl Payment {
    pub(crate) const fn currency(&self) -> Currency {
        self.amount.currency
    }

    /// Whether the provider can still tell us something: about the payment, or about its fee.
    pub(crate) const fn is_final(&self) -> bool {
        match self.status {
            Status::Created | Status::Open | Status::ActionRequired | Status::Processing => false,
            Status::Succeeded => self.provider_fee_minor.is_some(),
            Status::Cancelled | Status::Failed => true,
        }
    }
}

/// A merchant's part of a payment.
#[derive(Debug, Clone)]
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
            assert_eq!(Status::parse(status.name()).unwrap(), status);
        }
        assert!(Status::parse("paid").is_err());
    }
}
