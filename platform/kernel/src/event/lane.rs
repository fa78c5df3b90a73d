//! Where the worker handles each event.

use super::Event;
use crate::lane::Lane;

impl Event {
    /// Where the worker handles it.
    pub const fn lane(&self) -> Lane {
        match self {
            Self::SignupRequested { .. }
            | Self::PasswordForgotten { .. }
            | Self::PasswordChanged { .. }
            | Self::EmailChangeRequested { .. }
            | Self::EmailChanged { .. }
            | Self::AccountDeleted { .. }
            | Self::DisputeLetterDue { .. }
            | Self::StaffInvited { .. }
            | Self::StaffPasswordForgotten { .. }
            | Self::StaffNoticeDue { .. }
            | Self::OperatorAccessOpened { .. }
            | Self::LoginCodeRequested { .. }
            | Self::OrderCodeRequested { .. }
            | Self::NewsletterRequested { .. }
            | Self::NewsletterConfirmed { .. }
            | Self::SubscriberDeleted { .. }
            | Self::EmailResendDue { .. }
            | Self::NewDeviceSignedIn { .. }
            | Self::OrderLetterDue { .. }
            | Self::OrderTextDue { .. }
            | Self::NewOrderLetterDue { .. }
            | Self::AuthorizationLetterDue { .. }
            | Self::StockLetterDue {}
            | Self::SenderDomainCheckDue { .. }
            | Self::ReviewInvitationDue { .. }
            | Self::SessionRevoked { .. } => Lane::Mail,
            Self::ProductsChanged { .. }
            | Self::AvailabilityChanged { .. }
            | Self::OrderBooked { .. }
            | Self::FunnelStepTaken { .. }
            | Self::CheckoutRefused { .. }
            | Self::ReportsRebuildDue { .. }
            | Self::SearchRebuildDue { .. } => Lane::Search,
            Self::ImageSizesDue { .. }
            | Self::CategoryImageChanged { .. }
            | Self::ReviewPicturesGone { .. } => Lane::Pictures,
            Self::ProductDocumentsDue { .. } => Lane::Documents,
            Self::MerchantCreated { .. }
            | Self::UnitsRestocked { .. }
            | Self::OrderExpiryDue { .. }
            | Self::OrderDocumentsDue { .. }
            | Self::CaptureCheckDue { .. }
            | Self::AuthorizationEndDue { .. }
            | Self::OrderCancelled { .. }
            | Self::PaymentAuthorized { .. }
            | Self::PaymentSucceeded { .. }
            | Self::PaymentDeclined { .. }
            | Self::PaymentCancelled { .. }
            | Self::TransferDue { .. }
            | Self::RefundRequested { .. }
            | Self::RefundSucceeded { .. }
            | Self::RefundFailed { .. }
            | Self::RefundFound { .. }
            | Self::DisputeOpened { .. }
            | Self::ReversalDue { .. }
            | Self::OperationCheckDue { .. }
            | Self::PaymentCheckDue { .. }
            | Self::EmailChangeSettled { .. }
            | Self::AccountOpened { .. } => Lane::Orders,
        }
    }
}
