//! What the provider says about a payment, applied: from whatever state, in whatever order, once.

use db::TenantTx;
use kernel::ids::{OperationId, PaymentId};
use kernel::{Caller, Event};
use tracing::{error, info};

use super::model::{Payment, Status, waiting};
use super::store;
use crate::operations::{Outcome, Purpose, belongs_to, finish};
use crate::providers::stripe::answers::{Intent, IntentStatus};
use crate::{Billing, BillingError};

/// The query with which a payment intent brings its charge and the charge's fee along.
pub(crate) const EXPANDED: &str = "?expand[]=latest_charge.balance_transaction";

/// What became of something the provider told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Applied {
    /// It is known now, or was before.
    Known,
    /// It is about something that is not ours, or contradicts what we know: nothing was changed but
    /// a note, and people should look.
    Quarantined(String),
}

/// What became of something the provider told about what follows a payment: money that left again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Followed {
    /// It is known now, or was before.
    Known,
    /// It contradicts what we know: nothing was changed, and people should look.
    Quarantined(String),
    /// The payment itself is not known to have succeeded yet.
    TooEarly,
    /// Something else has to end first, and will.
    Later(String),
}

impl Billing {
    /// Applies what the provider says about a payment. The intent must come from the provider
    /// itself, never from a message.
    pub(crate) async fn apply_intent(
        &self,
        caller: &Caller,
        payment_id: PaymentId,
        intent: &Intent,
    ) -> Result<Applied, BillingError> {
        let mut tx = self.db.begin_async_commit(caller).await?;
        let Some(payment) = store::lock(&mut tx, payment_id).await? else {
            return Ok(Applied::Quarantined(format!("there is no {payment_id}")));
        };
        if let Some(why) = self.is_foreign(&mut tx, &payment, intent).await? {
            return Ok(Applied::Quarantined(why));
        }
        let (applied, outcome) = match intent.status {
            IntentStatus::Succeeded => {
                let applied = self.apply_success(&mut tx, &payment, intent).await?;
                let is_new = applied == Applied::Known && payment.status != Status::Succeeded;
                (applied, is_new.then_some("succeeded"))
            }
            IntentStatus::RequiresCapture => {
                let is_new = self.apply_authorization(&mut tx, &payment, intent).await?;
                (Applied::Known, is_new.then_some("authorized"))
            }
            IntentStatus::Canceled => {
                let is_new = self.apply_cancellation(&mut tx, &payment).await?;
                (Applied::Known, is_new.then_some("cancelled"))
            }
            _ => {
                let is_new = apply_waiting(&mut tx, &payment, intent).await?;
                (Applied::Known, is_new.then_some("declined"))
            }
        };
        // A power failure that loses this loses the mark on the message too, which is then applied
        // again.
        tx.commit().await?;
        if let Some(outcome) = outcome {
            count(outcome);
        }
        Ok(applied)
    }

    /// Why the intent is not this payment's, if it is not.
    async fn is_foreign(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        intent: &Intent,
    ) -> Result<Option<String>, BillingError> {
        if intent.livemode != self.stripe.is_live() {
            return Ok(Some("live and test mode are mixed up".to_owned()));
        }
        if let Some(known) = &payment.provider_id {
            let is_other = *known != intent.id;
            return Ok(is_other.then(|| format!("{} is paid by {known}", payment.id)));
        }
        // Told before our own call was answered: the intent carries the operation that made it.
        let Some(operation_id) = intent.metadata.id::<OperationId>("op_id") else {
            return Ok(Some("it names no operation of ours".to_owned()));
        };
        let subject = (Purpose::OpenPayment, payment.id.uuid());
        if !belongs_to(tx, operation_id, subject).await? {
            return Ok(Some(format!("{operation_id} did not open it")));
        }
        store::opened(tx, payment.id, &intent.id, Status::Open).await?;
        let outcome = Outcome::Succeeded {
            object_id: &intent.id,
        };
        finish(tx, operation_id, outcome, self.clock.now()).await?;
        Ok(None)
    }

    async fn apply_success(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        intent: &Intent,
    ) -> Result<Applied, BillingError> {
        let charge = intent.latest_charge.as_ref().and_then(|it| it.object());
        let Some(charge) = charge else {
            return Ok(Applied::Quarantined(
                "it succeeded without a charge".to_owned(),
            ));
        };
        let is_exact = intent.amount_received == payment.taken_minor()
            && intent
                .currency
                .eq_ignore_ascii_case(payment.currency().code());
        let is_expected = !matches!(payment.status, Status::Cancelled | Status::Failed);
        if !is_exact || !is_expected {
            let why = format!(
                "{} {} was paid for {} that is {} for {}",
                intent.amount_received,
                intent.currency,
                payment.id,
                payment.status.name(),
                payment.taken(),
            );
            error!(payment.id = %payment.id, order.id = %payment.order_id, "{why}");
            self.keep_unapplied(tx, payment, intent, charge).await?;
            store::note_error(tx, payment.id, &why).await?;
            return Ok(Applied::Quarantined(why));
        }
        let mut facts = Vec::new();
        if payment.status != Status::Succeeded {
            self.sell(tx, payment, charge, &mut facts).await?;
        }
        let money = charge.balance_transaction.as_ref();
        if let (Some(money), None) = (money.and_then(|it| it.object()), payment.provider_fee_minor)
        {
            self.settle(tx, payment, (charge, money), &mut facts)
                .await?;
        }
        crate::ledger::record(tx, facts).await?;
        Ok(Applied::Known)
    }

    /// Whether the payment was not cancelled before.
    async fn apply_cancellation(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
    ) -> Result<bool, BillingError> {
        if !store::cancelled(tx, payment.id).await? {
            return Ok(false);
        }
        self.forget_left_out(tx, payment).await?;
        let (payment_id, order_id) = (payment.id, payment.order_id);
        tx.publish(&Event::PaymentCancelled {
            payment_id,
            order_id,
        })
        .await?;
        info!(payment.id = %payment_id, order.id = %order_id, "payment {payment_id} cancelled");
        Ok(true)
    }
}

/// Whether an attempt to pay was declined that we did not know of.
async fn apply_waiting(
    tx: &mut TenantTx,
    payment: &Payment,
    intent: &Intent,
) -> Result<bool, BillingError> {
    let Some(status) = waiting(intent.status) else {
        return Ok(false);
    };
    let failure = intent
        .last_payment_error
        .as_ref()
        .map(super::super::providers::stripe::answers::PaymentFailure::line);
    let has_moved = store::move_to(tx, payment.id, status, failure.as_deref()).await?;
    let is_new = failure.is_some() && failure != payment.last_error;
    let is_declined = has_moved && is_new && status == Status::Open;
    if is_declined {
        let (payment_id, order_id) = (payment.id, payment.order_id);
        tx.publish(&Event::PaymentDeclined {
            payment_id,
            order_id,
        })
        .await?;
        info!(payment.id = %payment_id, order.id = %order_id, "payment {payment_id} declined");
    }
    Ok(is_declined)
}

/// Counts what became of a payment, once it is committed.
pub(super) fn count(outcome: &'static str) {
    metrics::counter!("payments_total", "provider" => "stripe", "outcome" => outcome).increment(1);
}
