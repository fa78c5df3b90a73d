//! Sweeps: what finishes the business that a crash or an outage left.

use kernel::ids::{OperationId, PaymentId, RefundId};
use kernel::{Caller, Event};
use tracing::{debug, error};

use crate::operations::{self, Operation, Outcome, Purpose};
use crate::payments::Reach;
use crate::{Billing, BillingError, payments, refunds};

impl Billing {
    /// Looks whether a recorded call is finished, makes it again if not, and comes back later. A
    /// refund that the provider has taken on is finished when the provider has decided about it.
    pub(crate) async fn check_operation(
        &self,
        caller: &Caller,
        operation_id: OperationId,
    ) -> Result<(), BillingError> {
        let Some(operation) = self.unfinished(caller, operation_id).await? else {
            return Ok(());
        };
        if let Err(error) = self.finish_what_it_began(caller, &operation).await {
            debug!(operation.id = %operation_id, %error, "operation {operation_id} is not over yet");
        }
        if self.unfinished(caller, operation_id).await?.is_none() {
            return Ok(());
        }
        let age = self.age(operation.created_at);
        if age > self.policy.give_up_after {
            error!(operation.id = %operation_id, "operation {operation_id} is given up");
            return Ok(());
        }
        let mut tx = self.db.begin(caller).await?;
        let next = self.clock.now() + self.policy.check_after(age);
        tx.publish_at(&Event::OperationCheckDue { operation_id }, next)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn unfinished(
        &self,
        caller: &Caller,
        operation_id: OperationId,
    ) -> Result<Option<Operation>, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let Some((operation, is_finished)) = operations::find(&mut tx, operation_id).await? else {
            return Ok(None);
        };
        let is_open = match operation.purpose {
            _ if !is_finished => true,
            Purpose::Refund => {
                let refund_id = RefundId::from_uuid(operation.subject_id);
                refunds::is_pending(&mut tx, refund_id).await?
            }
            Purpose::OpenPayment
            | Purpose::CapturePayment
            | Purpose::CancelPayment
            | Purpose::Transfer
            | Purpose::Reversal
            | Purpose::Account => false,
        };
        Ok(is_open.then_some(operation))
    }

    /// Goes the way that recorded the call once more; it finds the call where it stands.
    async fn finish_what_it_began(
        &self,
        caller: &Caller,
        operation: &Operation,
    ) -> Result<(), BillingError> {
        let subject = operation.subject_id;
        match operation.purpose {
            Purpose::CancelPayment => {
                let payment_id = PaymentId::from_uuid(subject);
                self.finish_cancellation(caller, operation, payment_id)
                    .await
            }
            Purpose::Refund => {
                self.resume_refund(caller, RefundId::from_uuid(subject))
                    .await
            }
            // A message or a payment's own check looks after these.
            Purpose::OpenPayment
            | Purpose::CapturePayment
            | Purpose::Transfer
            | Purpose::Reversal
            | Purpose::Account => Ok(()),
        }
    }

    /// Calls the payment off, unless that is no longer the question.
    async fn finish_cancellation(
        &self,
        caller: &Caller,
        operation: &Operation,
        payment_id: PaymentId,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let Some(payment) = payments::lock(&mut tx, payment_id).await? else {
            return Ok(());
        };
        if payment.status.is_waiting() {
            drop(tx);
            self.cancel_payment(caller, (payment.order_id, Reach::Waiting))
                .await?;
            return Ok(());
        }
        let outcome = Outcome::Failed {
            code: "moot",
            message: "the payment was decided otherwise",
        };
        operations::finish(&mut tx, operation.id, outcome, self.clock.now()).await?;
        tx.commit().await?;
        Ok(())
    }
}
