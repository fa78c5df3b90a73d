//! What events are about, which is the order that they are delivered in.

use super::Event;
use crate::contact::Email;
use crate::ids::{OrderId, ProductId};
use crate::news::OrderNews;

impl Event {
    /// What the event is about. Facts about one aggregate are delivered in their order; a reminder
    /// is an aggregate of its own, so that it holds nothing up.
    pub fn aggregate(&self) -> String {
        match self {
            Self::MerchantCreated { merchant_id } => merchant_id.to_string(),
            // A tenant's index is written by one message at a time, in their order.
            Self::ProductsChanged { .. }
            | Self::AvailabilityChanged { .. }
            | Self::SearchRebuildDue { .. } => "search".to_owned(),
            Self::ImageSizesDue { product_id } => format!("image-sizes/{product_id}"),
            Self::CategoryImageChanged { category_id } => format!("image-sizes/{category_id}"),
            // Their versions hold their order.
            Self::ProductDocumentsDue { product_ids } => documents(product_ids),
            // So are its reports.
            Self::OrderBooked { .. } | Self::ReportsRebuildDue { .. } => "reports".to_owned(),
            // What it adds to a day does not depend on what comes first.
            Self::FunnelStepTaken { step, cart_id, .. } => format!("funnel/{cart_id}/{step}"),
            Self::CheckoutRefused { cart_id, .. } => format!("funnel/{cart_id}"),
            Self::OrderCancelled { order_id }
            | Self::PaymentAuthorized { order_id, .. }
            | Self::PaymentSucceeded { order_id, .. }
            | Self::PaymentDeclined { order_id, .. }
            | Self::PaymentCancelled { order_id, .. }
            | Self::RefundSucceeded { order_id, .. }
            | Self::RefundFailed { order_id, .. }
            | Self::RefundFound { order_id, .. }
            | Self::DisputeOpened { order_id, .. } => order_id.to_string(),
            Self::StaffInvited { invitation_id, .. } => invitation_id.to_string(),
            Self::OperatorAccessOpened { access_id } => access_id.to_string(),
            Self::StaffNoticeDue { staff_id, .. } => format!("mail/{staff_id}"),
            Self::DisputeLetterDue { dispute_id, .. } => format!("mail/{dispute_id}"),
            Self::OrderLetterDue { order_id, .. } => format!("mail/{order_id}"),
            Self::OrderTextDue { order_id, news, .. } => text_message(*order_id, news),
            Self::NewOrderLetterDue { order_id, .. }
            | Self::AuthorizationLetterDue { order_id, .. } => format!("staff-mail/{order_id}"),
            Self::ReviewInvitationDue { order_id, .. } => format!("review-invitation/{order_id}"),
            Self::ReviewPicturesGone { keys, is_check } => review_pictures(keys, *is_check),
            Self::OrderExpiryDue { order_id } => format!("expiry/{order_id}"),
            Self::OrderDocumentsDue { order_id } => format!("documents-of/{order_id}"),
            Self::CaptureCheckDue { order_id } => format!("capture/{order_id}"),
            Self::AuthorizationEndDue { order_id } => format!("authorization/{order_id}"),
            Self::RefundRequested { refund_id, .. } => refund_id.to_string(),
            Self::UnitsRestocked { return_id, .. } => return_id.to_string(),
            Self::TransferDue {
                transfer_id: id,
                attempt,
            } => format!("{id}/{attempt}"),
            Self::ReversalDue {
                refund_id,
                merchant_id,
                attempt,
            } => format!("{refund_id}/{merchant_id}/{attempt}"),
            Self::OperationCheckDue { operation_id } => operation_id.to_string(),
            Self::PaymentCheckDue { payment_id } => format!("check/{payment_id}"),
            Self::SignupRequested { email, .. }
            | Self::PasswordForgotten { email, .. }
            | Self::StaffPasswordForgotten { email, .. }
            | Self::LoginCodeRequested { email, .. }
            | Self::OrderCodeRequested { email, .. }
            | Self::NewsletterRequested { email, .. }
            | Self::NewsletterConfirmed { email, .. }
            | Self::SubscriberDeleted { email, .. }
            | Self::AccountDeleted { email, .. } => mail_to(email),
            Self::StockLetterDue {} => "stock-letter".to_owned(),
            Self::SenderDomainCheckDue {
                sender_domain_id: id,
            } => format!("sender-domain/{id}"),
            Self::EmailResendDue { email_id, .. } => format!("resend/{email_id}"),
            Self::EmailChangeRequested { change_id, .. } => format!("mail/{change_id}"),
            Self::EmailChanged { change_id, .. } => change_id.to_string(),
            Self::EmailChangeSettled { change_id, .. } => format!("settled/{change_id}"),
            Self::AccountOpened { user_id, .. } => format!("account/{user_id}"),
            Self::PasswordChanged { user_id, .. }
            | Self::NewDeviceSignedIn { user_id, .. }
            | Self::SessionRevoked { user_id, .. } => user_id.to_string(),
        }
    }
}

fn documents(product_ids: &[ProductId]) -> String {
    match product_ids.first() {
        Some(first) => format!("documents/{first}"),
        None => "documents".to_owned(),
    }
}

fn review_pictures(keys: &[String], is_check: bool) -> String {
    format!("review-pictures/{is_check}/{}", keys.join("/"))
}

/// Text messages about an order are aggregates of their own: one that waits for the morning holds no other up.
fn text_message(order_id: OrderId, news: &OrderNews) -> String {
    match news {
        OrderNews::Shipped { fulfillment_id } => format!("text/{fulfillment_id}/shipped"),
        OrderNews::Delivered { fulfillment_id } => format!("text/{fulfillment_id}/delivered"),
        _ => format!("text/{order_id}"),
    }
}

fn mail_to(email: &Email) -> String {
    format!("mail/{}", email.as_str())
}
