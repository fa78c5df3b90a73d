//! What billing does when something has happened, or is due.

use db::Message;
use kernel::{Caller, Event};

use crate::transfers::ReversalTry;
use crate::{Billing, BillingError};

impl Billing {
    /// Handles a message, or ignores one that is not billing's. Handling it again is harmless; an
    /// error means: deliver it again later.
    pub async fn handle(&self, message: &Message) -> Result<(), BillingError> {
        let caller = &Caller::system(message.tenant_id);
        match message.event {
            Event::MerchantCreated { merchant_id } => self.make_account(caller, merchant_id).await,
            Event::TransferDue {
                transfer_id,
                attempt,
            } => self.send_transfer(caller, transfer_id, attempt).await,
            Event::ReversalDue {
                refund_id,
                merchant_id,
                attempt,
            } => {
                let request = ReversalTry {
                    refund_id,
                    merchant_id,
                    attempt,
                };
                self.take_back(caller, request).await
            }
            Event::OperationCheckDue { operation_id } => {
                self.check_operation(caller, operation_id).await
            }
            Event::PaymentCheckDue { payment_id } => self.check_payment(caller, payment_id).await,
            Event::OrderExpiryDue { .. }
            | Event::OrderCancelled { .. }
            | Event::PaymentSucceeded { .. }
            | Event::PaymentDeclined { .. }
            | Event::PaymentCancelled { .. }
            | Event::RefundRequested { .. }
            | Event::RefundSucceeded { .. }
            | Event::RefundFailed { .. }
            | Event::RefundFound { .. }
            | Event::DisputeOpened { .. }
            | Event::DisputeLetterDue { .. }
            | Event::OrderLetterDue { .. }
            | Event::NewOrderLetterDue { .. }
            | Event::SignupRequested { .. }
            | Event::AccountOpened { .. }
            | Event::AccountDeleted { .. }
            | Event::PasswordForgotten { .. }
            | Event::PasswordChanged { .. }
            | Event::SessionRevoked { .. } => Ok(()),
        }
    }
}
