//! Calling a payment off, unless the shopper was faster.

use kernel::Caller;
use kernel::ids::OrderId;
use kernel::ports::{CancelOutcome, CaptureMethod};
use tracing::warn;

use super::facts::{Applied, EXPANDED};
use super::model::{Payment, Status};
use super::store;
use crate::operations::{Operation, Outcome, Purpose, Watch, finish};
use crate::providers::stripe::CallError;
use crate::providers::stripe::answers::{Intent, IntentStatus};
use crate::providers::stripe::requests::{self, Marks};
use crate::{Billing, BillingError};

/// Opening it first, a call that turns out lost, and a new one.
const ROUNDS: usize = 3;

/// How far a payment may be that is called off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It waits for the shopper.
    Waiting,
    /// Or the shopper's bank has set the money aside.
    Authorized,
}

enum Step {
    Done(CancelOutcome),
    /// The provider may know it under a name that we do not know yet.
    Unopened(Payment),
    Call(Payment, Operation),
}

impl Billing {
    /// Calls off the live payment of an order. An order without one is called off already.
    pub(crate) async fn cancel_payment(
        &self,
        caller: &Caller,
        (order_id, reach): (OrderId, Reach),
    ) -> Result<CancelOutcome, BillingError> {
        for _ in 0..ROUNDS {
            match self.prepare_cancel(caller, (order_id, reach)).await? {
                Step::Done(outcome) => return Ok(outcome),
                Step::Unopened(payment) => self.resume_open(caller, payment.id).await?,
                Step::Call(payment, operation) => {
                    let intent = match self.call_intent(caller, &operation).await? {
                        Some(intent) => intent,
                        // Not carried out: the payment is not what we thought. What is it, then?
                        None => self.fetch_intent(&payment).await?,
                    };
                    if let Some(outcome) = self.conclude_cancel(caller, &payment, &intent).await? {
                        return Ok(outcome);
                    }
                }
            }
        }
        Err(BillingError::Unavailable)
    }

    async fn prepare_cancel(
        &self,
        caller: &Caller,
        (order_id, reach): (OrderId, Reach),
    ) -> Result<Step, BillingError> {
        if reach == Reach::Waiting {
            self.look_for_authorization(caller, order_id).await?;
        }
        let mut tx = self.db.begin(caller).await?;
        let Some(payment) = store::lock_live(&mut tx, order_id).await? else {
            return Ok(Step::Done(CancelOutcome::Cancelled));
        };
        let intent = match (payment.status, &payment.provider_id) {
            (Status::Succeeded, _) => {
                return Ok(Step::Done(CancelOutcome::AlreadySucceeded));
            }
            (Status::Authorized, _) if reach == Reach::Waiting => {
                return Ok(Step::Done(CancelOutcome::Authorized));
            }
            (_, None) => return Ok(Step::Unopened(payment)),
            (_, Some(intent)) => intent,
        };
        let subject = (Purpose::CancelPayment, payment.id.uuid());
        let operation = if let Some(operation) = self.resume_operation(&mut tx, subject).await? {
            operation
        } else {
            let call = requests::cancel_payment(intent);
            self.begin_operation(&mut tx, subject, Watch::Reminder, Marks::new(), |_| call)
                .await?
        };
        tx.commit().await?;
        Ok(Step::Call(payment, operation))
    }

    /// Of a payment that is captured later the provider would call an authorization off without a word: whether there
    /// is one is asked first.
    async fn look_for_authorization(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let payment = store::lock_live(&mut tx, order_id).await?;
        drop(tx);
        let Some(payment) = payment.filter(|it| {
            it.capture_method == CaptureMethod::Manual
                && it.status.is_waiting()
                && it.provider_id.is_some()
        }) else {
            return Ok(());
        };
        let intent = self.fetch_intent(&payment).await?;
        if let Applied::Quarantined(why) = self.apply_intent(caller, payment.id, &intent).await? {
            warn!(payment.id = %payment.id, "{why}");
        }
        Ok(())
    }

    /// The intent as the call has left it, or nothing when the provider refused.
    pub(super) async fn call_intent(
        &self,
        caller: &Caller,
        operation: &Operation,
    ) -> Result<Option<Intent>, BillingError> {
        let (intent, outcome) = match self.perform::<Intent>(operation).await {
            Ok(intent) => (Some(intent), None),
            Err(error @ (CallError::Refused { .. } | CallError::Lost)) => (None, Some(error)),
            Err(error) => return Err(self.note_failure(caller, operation, error).await?),
        };
        let mut tx = self.db.begin_async_commit(caller).await?;
        let outcome = match (&intent, &outcome) {
            (_, Some(error)) => Outcome::of(error),
            (Some(intent), None) => Outcome::Succeeded {
                object_id: &intent.id,
            },
            (None, None) => return Ok(None),
        };
        finish(&mut tx, operation.id, outcome, self.clock.now()).await?;
        tx.commit().await?;
        Ok(intent)
    }

    /// How it ended, or nothing when the payment is still open.
    async fn conclude_cancel(
        &self,
        caller: &Caller,
        payment: &Payment,
        intent: &Intent,
    ) -> Result<Option<CancelOutcome>, BillingError> {
        if let Applied::Quarantined(why) = self.apply_intent(caller, payment.id, intent).await? {
            warn!(payment.id = %payment.id, "{why}");
            return Err(BillingError::Refused(why));
        }
        match intent.status {
            IntentStatus::Canceled => Ok(Some(CancelOutcome::Cancelled)),
            IntentStatus::Succeeded => Ok(Some(CancelOutcome::AlreadySucceeded)),
            IntentStatus::Processing => Err(BillingError::Refused(
                "the payment is being processed".to_owned(),
            )),
            _ => Ok(None),
        }
    }

    /// The payment as the provider has it now.
    pub(super) async fn fetch_intent(&self, payment: &Payment) -> Result<Intent, BillingError> {
        let Some(id) = &payment.provider_id else {
            return Err(BillingError::Unavailable);
        };
        self.stripe
            .get(&format!("/payment_intents/{id}{EXPANDED}"))
            .await
            .map_err(|error| BillingError::from_call(&error))
    }
}
