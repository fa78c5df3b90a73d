//! The names of events.

use super::Event;

impl Event {
    /// The name by which consumers subscribe.
    pub const fn topic(&self) -> &'static str {
        match self {
            Self::MerchantCreated { .. } => "merchant.created",
            Self::ProductsChanged { .. } => "products.changed",
            Self::ProductDocumentsDue { .. } => "products.documents_due",
            Self::ImageSizesDue { .. } => "images.sizes_due",
            Self::AvailabilityChanged { .. } => "stock.availability_changed",
            Self::SearchRebuildDue { .. } => "search.rebuild_due",
            Self::OrderBooked { .. } => "order.booked",
            Self::ReportsRebuildDue { .. } => "reports.rebuild_due",
            Self::OrderExpiryDue { .. } => "order.expiry_due",
            Self::UnitsRestocked { .. } => "stock.restocked",
            Self::OrderCancelled { .. } => "order.cancelled",
            Self::PaymentSucceeded { .. } => "payment.succeeded",
            Self::PaymentDeclined { .. } => "payment.declined",
            Self::PaymentCancelled { .. } => "payment.cancelled",
            Self::TransferDue { .. } => "transfer.due",
            Self::RefundRequested { .. } => "refund.requested",
            Self::RefundSucceeded { .. } => "refund.succeeded",
            Self::RefundFailed { .. } => "refund.failed",
            Self::RefundFound { .. } => "refund.found",
            Self::DisputeOpened { .. } => "dispute.opened",
            Self::DisputeLetterDue { .. } => "dispute.letter_due",
            Self::OrderLetterDue { .. } => "order.letter_due",
            Self::OrderTextDue { .. } => "order.text_due",
            Self::NewOrderLetterDue { .. } => "order.staff_letter_due",
            Self::ReviewInvitationDue { .. } => "review.invitation_due",
            Self::ReviewPicturesGone { .. } => "review.pictures_gone",
            Self::ReversalDue { .. } => "reversal.due",
            Self::OperationCheckDue { .. } => "operation.check_due",
            Self::PaymentCheckDue { .. } => "payment.check_due",
            Self::SignupRequested { .. } => "signup.requested",
            Self::AccountOpened { .. } => "account.opened",
            Self::PasswordForgotten { .. } => "password.forgotten",
            Self::PasswordChanged { .. } => "password.changed",
            Self::EmailChangeRequested { .. } => "email_change.requested",
            Self::EmailChanged { .. } => "email.changed",
            Self::EmailChangeSettled { .. } => "email_change.settled",
            Self::AccountDeleted { .. } => "account.deleted",
            Self::StaffInvited { .. } => "staff.invited",
            Self::StaffPasswordForgotten { .. } => "staff.password_forgotten",
            Self::StaffNoticeDue { .. } => "staff.notice_due",
            Self::LoginCodeRequested { .. } => "login_code.requested",
            Self::OrderCodeRequested { .. } => "order_code.requested",
            Self::NewsletterRequested { .. } => "newsletter.requested",
            Self::NewsletterConfirmed { .. } => "newsletter.confirmed",
            Self::NewDeviceSignedIn { .. } => "session.new_device",
            Self::OperatorAccessOpened { .. } => "operator_access.opened",
            Self::SessionRevoked { .. } => "session.revoked",
        }
    }
}
