//! Taking what the shopper's bank has set aside: in one call, less what was cancelled meanwhile.

use db::TenantTx;
use kernel::Caller;
use kernel::Event;
use kernel::ports::{CaptureOutcome, CapturePayment};
use time::{Duration, OffsetDateTime};
use tracing::{info, warn};

use super::facts::Applied;
use super::model::{Payment, Status};
use super::store;
use crate::operations::{Operation, Purpose, Watch};
use crate::providers::stripe::answers::{Intent, IntentStatus};
use crate::providers::stripe::requests::{self, Marks};
use crate::{Billing, BillingError};

/// A call that turns out lost, and a new one.
const ROUNDS: usize = 2;
/// How long banks keep an amount aside when the provider does not say: the shortest that card networks grant.
const USUAL_PROMISE: Duration = Duration::days(5);

enum Step {
    Done(CaptureOutcome),
    Call(Box<(Payment, Operation)>),
}

impl Billing {
    /// Takes what was authorized for an order, less what is to be left out of it. A payment that is captured
    /// stays as it is.
    pub(crate) async fn capture_payment(
        &self,
        caller: &Caller,
        request: &CapturePayment,
    ) -> Result<CaptureOutcome, BillingError> {
        for _ in 0..ROUNDS {
            let (payment, operation) = match self.prepare_capture(caller, request).await? {
                Step::Done(outcome) => return Ok(outcome),
                Step::Call(call) => *call,
            };
            let intent = match self.call_intent(caller, &operation).await? {
                Some(intent) => intent,
                // Not carried out: the payment is not what we thought. What is it, then?
                None => self.fetch_intent(&payment).await?,
            };
            if let Applied::Quarantined(why) =
                self.apply_intent(caller, payment.id, &intent).await?
            {
                warn!(payment.id = %payment.id, "{why}");
                return Err(BillingError::Refused(why));
            }
            match intent.status {
                IntentStatus::Succeeded => {
                    let amount = payment.taken();
                    return Ok(CaptureOutcome::Captured { amount });
                }
                IntentStatus::Canceled => return Ok(CaptureOutcome::Cancelled),
                _ => {}
            }
        }
        Err(BillingError::Refused(
            "the payment provider did not capture the payment".to_owned(),
        ))
    }

    async fn prepare_capture(
        &self,
        caller: &Caller,
        request: &CapturePayment,
    ) -> Result<Step, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let Some(mut payment) = store::lock_live(&mut tx, request.order_id).await? else {
            return Ok(Step::Done(CaptureOutcome::Cancelled));
        };
        let intent = match (payment.status, payment.provider_id.clone()) {
            (Status::Succeeded, _) => {
                let amount = payment.taken();
                return Ok(Step::Done(CaptureOutcome::Captured { amount }));
            }
            (Status::Authorized, Some(intent)) => intent,
            _ => {
                return Err(BillingError::Refused(
                    "the payment is not authorized".to_owned(),
                ));
            }
        };
        let subject = (Purpose::CapturePayment, payment.id.uuid());
        let operation = if let Some(operation) = self.resume_operation(&mut tx, subject).await? {
            operation
        } else {
            let taken = self.leave_out(&mut tx, &payment, &request.left_out).await?;
            if taken <= 0 {
                return Err(BillingError::Contradiction("nothing is left to capture"));
            }
            store::capturing(&mut tx, payment.id, taken).await?;
            payment.captured_minor = Some(taken);
            let call = requests::capture_payment(&intent, taken);
            self.begin_operation(&mut tx, subject, Watch::Message, Marks::new(), |_| call)
                .await?
        };
        tx.commit().await?;
        Ok(Step::Call(Box::new((payment, operation))))
    }

    /// Whether it is news that the shopper's bank has set the money aside.
    pub(super) async fn apply_authorization(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        intent: &Intent,
    ) -> Result<bool, BillingError> {
        let charge = intent.latest_charge.as_ref().and_then(|it| it.object());
        let Some(charge) = charge else {
            return Ok(false);
        };
        let capture_before = charge.capture_before().map_or_else(
            || self.moment(charge.created) + USUAL_PROMISE,
            |seconds| self.moment(seconds),
        );
        if !store::authorized(tx, payment.id, &charge.id, capture_before).await? {
            return Ok(false);
        }
        self.tell_of_authorization(tx, payment, capture_before)
            .await?;
        Ok(true)
    }

    async fn tell_of_authorization(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        capture_before: OffsetDateTime,
    ) -> Result<(), BillingError> {
        let (payment_id, order_id) = (payment.id, payment.order_id);
        tx.publish(&Event::PaymentAuthorized {
            payment_id,
            order_id,
            amount: payment.amount,
            capture_before,
        })
        .await?;
        info!(
            payment.id = %payment_id, order.id = %order_id, amount = %payment.amount,
            "payment {payment_id} is authorized"
        );
        Ok(())
    }
}
