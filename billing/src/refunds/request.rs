//! Asking for a refund: checked and counted under the payment's lock, then sent, once.

use db::TenantTx;
use kernel::ids::RefundId;
use kernel::ports::{RefundPayment, RefundShare, RefundState};
use kernel::{Caller, Event, Money};
use tracing::{error, warn};
use uuid::Uuid;

use super::facts::{EXPANDED, Told};
use super::parts::{Count, changes, check, new_part};
use super::store::{self, NewRefund};
use super::{Origin, Part, Refund, Status};
use crate::operations::{Operation, Outcome, Purpose, Watch, finish};
use crate::payments::{self, Payment, Share};
use crate::providers::stripe::requests::{self, Marks};
use crate::providers::stripe::{CallError, answers};
use crate::{Billing, BillingError};

/// A call that turns out lost, and a new one.
const ROUNDS: usize = 2;

enum Step {
    Known(Refund),
    Call(Refund, Operation),
}

impl Billing {
    /// Gives money back, or finds the refund that does.
    pub(crate) async fn refund_payment(
        &self,
        caller: &Caller,
        request: &RefundPayment,
    ) -> Result<RefundState, BillingError> {
        check(request)?;
        let step = self.prepare_refund(caller, request).await?;
        self.carry_out(caller, step).await
    }

    /// Finishes a refund that a crash or an outage left half done, or whose webhook was lost.
    pub(crate) async fn resume_refund(
        &self,
        caller: &Caller,
        refund_id: RefundId,
    ) -> Result<(), BillingError> {
        match self.take_up(caller, refund_id).await? {
            Some(Step::Known(refund)) if refund.status == Status::Pending => {
                self.look_at_refund(caller, &refund).await
            }
            Some(step) => self.carry_out(caller, step).await.map(|_| ()),
            None => Ok(()),
        }
    }

    /// Applies what the provider says about a refund now.
    async fn look_at_refund(&self, caller: &Caller, refund: &Refund) -> Result<(), BillingError> {
        let Some(name) = &refund.provider_id else {
            return Ok(());
        };
        let answer = self.stripe.get(&format!("/refunds/{name}{EXPANDED}")).await;
        let answer: answers::Refund = answer.map_err(|error| BillingError::from_call(&error))?;
        if let Told::Foreign(why) = self.apply_refund(caller, refund.id, &answer).await? {
            error!(refund.id = %refund.id, "{why}");
        }
        Ok(())
    }

    async fn take_up(
        &self,
        caller: &Caller,
        refund_id: RefundId,
    ) -> Result<Option<Step>, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        match store::lock(&mut tx, refund_id).await? {
            Some(refund) => Ok(Some(self.refund_step(tx, refund).await?)),
            None => Ok(None),
        }
    }

    async fn carry_out(
        &self,
        caller: &Caller,
        mut step: Step,
    ) -> Result<RefundState, BillingError> {
        for _ in 0..ROUNDS {
            let (refund, operation) = match step {
                Step::Known(refund) => return Ok(refund.state()),
                Step::Call(refund, operation) => (refund, operation),
            };
            if let Some(state) = self.call_refund(caller, &refund, &operation).await? {
                return Ok(state);
            }
            step = self
                .take_up(caller, refund.id)
                .await?
                .unwrap_or(Step::Known(refund));
        }
        Err(BillingError::Unavailable)
    }

    async fn prepare_refund(
        &self,
        caller: &Caller,
        request: &RefundPayment,
    ) -> Result<Step, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        if let Some(refund) = store::lock(&mut tx, request.refund_id).await? {
            return self.refund_step(tx, refund).await;
        }
        let payment = payments::lock_paid(&mut tx, request.order_id)
            .await?
            .ok_or(BillingError::NotFound(request.order_id))?;
        // Two requests for the same refund: the second has waited for the payment's lock.
        if let Some(refund) = store::lock(&mut tx, request.refund_id).await? {
            return self.refund_step(tx, refund).await;
        }
        self.note_request(&mut tx, &payment, (request, Origin::Stoa))
            .await?;
        let refund = Refund {
            id: request.refund_id,
            payment_id: payment.id,
            order_id: payment.order_id,
            intent: payment.provider_id,
            status: Status::Requested,
            amount: request.amount,
            provider_id: None,
            failure: None,
            is_accepted: false,
            has_left: false,
        };
        let operation = self.begin_refund(&mut tx, &refund).await?;
        tx.commit().await?;
        Ok(Step::Call(refund, operation))
    }

    /// Writes a refund that was asked for down, and counts it against the shares. The caller holds the payment's lock.
    pub(super) async fn note_request(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        (request, origin): (&RefundPayment, Origin),
    ) -> Result<(), BillingError> {
        let shares = payments::shares(tx, payment.id).await?;
        let parts = self.new_parts(payment, &shares, (request.amount, &request.shares))?;
        let new = NewRefund {
            id: request.refund_id,
            payment_id: payment.id,
            amount: request.amount,
            reason: &request.reason,
            origin,
            provider_id: None,
            parts: &parts,
        };
        store::insert(tx, &new, self.clock.now()).await?;
        let asked = changes(parts.iter().map(|it| &it.1), Count::Asked);
        payments::count_refund(tx, payment.id, &asked).await?;
        Ok(())
    }

    /// Checks each part against what is left of its share, and reckons the commission that goes
    /// back with it.
    pub(super) fn new_parts(
        &self,
        payment: &Payment,
        shares: &[Share],
        (amount, wanted): (Money, &[RefundShare]),
    ) -> Result<Vec<(Uuid, Part)>, BillingError> {
        let left = payment.amount.minor - payment.refunded_minor;
        if amount.currency != payment.currency() {
            return Err(BillingError::Contradiction(
                "a refund is in the currency of the payment",
            ));
        }
        if amount.minor > left {
            return Err(BillingError::TooMuch(Money::new(left, payment.currency())));
        }
        self.planned(payment, shares, wanted)
    }

    /// The parts that are to be given back of the shares, each with an id of its own.
    pub(super) fn planned(
        &self,
        payment: &Payment,
        shares: &[Share],
        wanted: &[RefundShare],
    ) -> Result<Vec<(Uuid, Part)>, BillingError> {
        wanted
            .iter()
            .map(|wanted| {
                let share = shares
                    .iter()
                    .find(|share| share.merchant_id == wanted.merchant_id)
                    .ok_or(BillingError::MerchantNotFound(wanted.merchant_id))?;
                Ok((self.ids.uuid(), new_part(payment, share, wanted)?))
            })
            .collect()
    }

    /// What is left to do for a refund that exists. Ends the transaction.
    async fn refund_step(&self, mut tx: TenantTx, refund: Refund) -> Result<Step, BillingError> {
        if refund.status != Status::Requested {
            return Ok(Step::Known(refund));
        }
        let subject = (Purpose::Refund, refund.id.uuid());
        let operation = match self.resume_operation(&mut tx, subject).await? {
            Some(operation) => operation,
            None => self.begin_refund(&mut tx, &refund).await?,
        };
        tx.commit().await?;
        Ok(Step::Call(refund, operation))
    }

    async fn begin_refund(
        &self,
        tx: &mut TenantTx,
        refund: &Refund,
    ) -> Result<Operation, BillingError> {
        let Some(intent) = &refund.intent else {
            return Err(BillingError::Contradiction("a paid payment has no name"));
        };
        let marks = Marks::from([
            ("order_id".to_owned(), refund.order_id.to_string()),
            ("payment_id".to_owned(), refund.payment_id.to_string()),
            ("refund_id".to_owned(), refund.id.to_string()),
        ]);
        let subject = (Purpose::Refund, refund.id.uuid());
        let operation = self
            .begin_operation(tx, subject, Watch::Reminder, marks, |marks| {
                requests::refund(intent, refund.amount, marks)
            })
            .await?;
        Ok(operation)
    }

    /// How far the refund is, or nothing when the call turned out to have never been carried out.
    async fn call_refund(
        &self,
        caller: &Caller,
        refund: &Refund,
        operation: &Operation,
    ) -> Result<Option<RefundState>, BillingError> {
        match self.perform::<answers::Refund>(operation).await {
            Ok(answer) => match self.apply_refund(caller, refund.id, &answer).await? {
                Told::State(state) => Ok(Some(state)),
                Told::Foreign(why) => Err(BillingError::Refused(why)),
            },
            Err(error @ CallError::Refused { .. }) => {
                let why = error.refusal();
                self.refuse_refund(caller, refund, operation, (&error, &why))
                    .await?;
                Ok(Some(RefundState::Failed(why)))
            }
            Err(error @ CallError::Lost) => {
                self.note_failure(caller, operation, error).await?;
                Ok(None)
            }
            Err(error) => Err(self.note_failure(caller, operation, error).await?),
        }
    }

    /// The provider refused: nothing has moved, and the amounts can be given back another time.
    async fn refuse_refund(
        &self,
        caller: &Caller,
        refund: &Refund,
        operation: &Operation,
        (error, why): (&CallError, &str),
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let locked = store::lock(&mut tx, refund.id).await?;
        if let Some(mut refund) = locked.filter(|refund| refund.status == Status::Requested) {
            refund.status = Status::Failed;
            refund.failure = Some(why.to_owned());
            store::update(&mut tx, &refund, None, self.clock.now()).await?;
            self.release(&mut tx, &refund).await?;
        }
        finish(&mut tx, operation.id, Outcome::of(error), self.clock.now()).await?;
        tx.commit().await?;
        warn!(refund.id = %refund.id, order.id = %refund.order_id, "{why}");
        Ok(())
    }

    /// Takes a refund that never was off the count, and says so.
    pub(super) async fn release(
        &self,
        tx: &mut TenantTx,
        refund: &Refund,
    ) -> Result<(), BillingError> {
        let parts = store::parts(tx, refund.id).await?;
        let refused = changes(&parts, Count::Refused);
        payments::count_refund(tx, refund.payment_id, &refused).await?;
        tx.publish(&Event::RefundFailed {
            refund_id: refund.id,
            order_id: refund.order_id,
            reason: refund.failure.clone().unwrap_or_default(),
        })
        .await?;
        Ok(())
    }
}
