//! Opening a payment: one payment intent for an order, however often it is asked for.

use std::collections::HashMap;

use db::{OnConstraint, TenantTx};
use kernel::ids::{MerchantId, PaymentId};
use kernel::ports::{OpenPayment, OpenedPayment, PaymentProvider};
use kernel::{Caller, Event};
use tracing::info;

use super::model::{NewShare, Payment, Status, waiting};
use super::{facts, store};
use crate::operations::{Operation, Outcome, Purpose, Watch, finish};
use crate::providers::stripe::CallError;
use crate::providers::stripe::amounts;
use crate::providers::stripe::answers::Intent;
use crate::providers::stripe::requests::{self, Marks};
use crate::{Billing, BillingError, split};

/// What is left to do after the transaction that prepares.
enum Step {
    /// Nothing: the provider has it.
    Known(Payment),
    /// To make this call.
    Call(Payment, Operation),
}

impl Billing {
    /// Opens the payment of an order, or finds the one that is open.
    pub(crate) async fn open_payment(
        &self,
        caller: &Caller,
        request: &OpenPayment,
    ) -> Result<OpenedPayment, BillingError> {
        check(request)?;
        match self.prepare_open(caller, request).await? {
            Step::Known(payment) => {
                let client_secret = self.fetch_client_secret(&payment).await?;
                self.present(&payment, client_secret)
            }
            Step::Call(payment, operation) => {
                let (opened, intent) = self.call_open(caller, &payment, &operation).await?;
                self.present(&opened, intent.client_secret)
            }
        }
    }

    /// Finishes opening a payment that a crash or an outage left half done.
    pub(super) async fn resume_open(
        &self,
        caller: &Caller,
        payment_id: PaymentId,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let Some(payment) = store::lock(&mut tx, payment_id).await? else {
            return Ok(());
        };
        match self.step(tx, payment).await? {
            Step::Known(_) => Ok(()),
            Step::Call(payment, operation) => {
                self.call_open(caller, &payment, &operation).await?;
                Ok(())
            }
        }
    }

    async fn prepare_open(
        &self,
        caller: &Caller,
        request: &OpenPayment,
    ) -> Result<Step, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        if let Some(payment) = store::lock_live(&mut tx, request.order_id).await? {
            if payment.amount != request.amount {
                return Err(BillingError::Contradiction(
                    "the order's payment is of another amount",
                ));
            }
            return self.step(tx, payment).await;
        }
        let now = self.clock.now();
        let payment = Payment {
            id: PaymentId::from_uuid(self.ids.uuid()),
            order_id: request.order_id,
            status: Status::Created,
            amount: request.amount,
            capture_method: request.capture,
            captured_minor: None,
            description: request.description.clone(),
            provider_id: None,
            provider_fee_minor: None,
            refunded_minor: 0,
            last_error: None,
            created_at: now,
        };
        let shares = new_shares(&mut tx, request).await?;
        store::insert(&mut tx, &payment, &shares)
            .await
            .on_constraint("payments_one_live_per_order", || BillingError::InProgress)?;
        let operation = self.begin_open(&mut tx, &payment).await?;
        // This one reminder looks after the call as well as after the payment it opens.
        let check = Event::PaymentCheckDue {
            payment_id: payment.id,
        };
        tx.publish_at(&check, now + self.policy.first_check).await?;
        tx.commit().await?;
        Ok(Step::Call(payment, operation))
    }

    /// What is left to do for a payment that exists. Ends the transaction.
    async fn step(&self, mut tx: TenantTx, payment: Payment) -> Result<Step, BillingError> {
        if payment.status != Status::Created {
            return Ok(Step::Known(payment));
        }
        let subject = (Purpose::OpenPayment, payment.id.uuid());
        let operation = match self.resume_operation(&mut tx, subject).await? {
            Some(operation) => operation,
            None => self.begin_open(&mut tx, &payment).await?,
        };
        tx.commit().await?;
        Ok(Step::Call(payment, operation))
    }

    async fn begin_open(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
    ) -> Result<Operation, BillingError> {
        let subject = (Purpose::OpenPayment, payment.id.uuid());
        let marks = Marks::from([
            ("order_id".to_owned(), payment.order_id.to_string()),
            ("payment_id".to_owned(), payment.id.to_string()),
        ]);
        let operation = self
            .begin_operation(tx, subject, Watch::Message, marks, |marks| {
                requests::open_payment(
                    (payment.amount, payment.capture_method),
                    &payment.description,
                    payment.order_id.to_string(),
                    marks,
                )
            })
            .await?;
        Ok(operation)
    }

    async fn call_open(
        &self,
        caller: &Caller,
        payment: &Payment,
        operation: &Operation,
    ) -> Result<(Payment, Intent), BillingError> {
        let answer = self.perform::<Intent>(operation).await;
        match answer {
            Ok(intent) => {
                let opened = self
                    .record_open(caller, payment.id, operation, &intent)
                    .await?;
                Ok((opened, intent))
            }
            Err(error @ CallError::Refused { .. }) => {
                let mut tx = self.db.begin(caller).await?;
                let now = self.clock.now();
                let why = error.to_string();
                store::move_to(&mut tx, payment.id, Status::Failed, Some(&why)).await?;
                finish(&mut tx, operation.id, Outcome::of(&error), now).await?;
                tx.commit().await?;
                facts::count("refused");
                Err(BillingError::from_call(&error))
            }
            Err(error) => Err(self.note_failure(caller, operation, error).await?),
        }
    }

    async fn record_open(
        &self,
        caller: &Caller,
        payment_id: PaymentId,
        operation: &Operation,
        intent: &Intent,
    ) -> Result<Payment, BillingError> {
        let mut tx = self.db.begin_async_commit(caller).await?;
        // Money that has moved meanwhile is for the provider's next answer to tell, not for this one.
        let status = waiting(intent.status).unwrap_or(Status::Open);
        let opened = store::opened(&mut tx, payment_id, &intent.id, status)
            .await?
            .ok_or(BillingError::Contradiction(
                "the payment belongs to another payment intent",
            ))?;
        let outcome = Outcome::Succeeded {
            object_id: &intent.id,
        };
        finish(&mut tx, operation.id, outcome, self.clock.now()).await?;
        // Losing this would lose nothing: the same call, made again, has the same answer.
        tx.commit().await?;
        facts::count("opened");
        info!(payment.id = %payment_id, order.id = %opened.order_id, "payment {payment_id} opened");
        Ok(opened)
    }

    /// What the shopper confirms a payment with that was opened before. Whoever has it can read the
    /// payment at the provider, so it is in no row of ours: the provider is asked for it again.
    async fn fetch_client_secret(&self, payment: &Payment) -> Result<Option<String>, BillingError> {
        if !payment.status.is_waiting() {
            return Ok(None);
        }
        let intent = self.fetch_intent(payment).await?;
        Ok(intent.client_secret)
    }

    fn present(
        &self,
        payment: &Payment,
        client_secret: Option<String>,
    ) -> Result<OpenedPayment, BillingError> {
        if payment.status == Status::Created {
            return Err(BillingError::InProgress);
        }
        Ok(OpenedPayment {
            payment_id: payment.id,
            provider: PaymentProvider::Stripe,
            status: payment.status,
            client_secret,
            publishable_key: self.settings.publishable_key.clone(),
            account: None,
        })
    }
}

fn check(request: &OpenPayment) -> Result<(), BillingError> {
    let PaymentProvider::Stripe = request.provider;
    if amounts::limits(request.amount.currency).is_none() {
        return Err(BillingError::Refused(format!(
            "payments in {} are not supported",
            request.amount.currency
        )));
    }
    let is_sound = request
        .shares
        .iter()
        .all(|share| (0..=share.gross_minor).contains(&share.goods_net_minor));
    let sum = request
        .shares
        .iter()
        .try_fold(0_i64, |sum, share| sum.checked_add(share.gross_minor));
    if !is_sound || sum != Some(request.amount.minor) || request.amount.minor <= 0 {
        return Err(BillingError::Contradiction(
            "the shares do not add up to the payment",
        ));
    }
    Ok(())
}

async fn new_shares(
    tx: &mut TenantTx,
    request: &OpenPayment,
) -> Result<Vec<NewShare>, BillingError> {
    let merchants: Vec<_> = request
        .shares
        .iter()
        .map(|share| share.merchant_id)
        .collect();
    let rates: HashMap<MerchantId, i32> = store::commissions(tx, &merchants)
        .await?
        .into_iter()
        .collect();
    request
        .shares
        .iter()
        .map(|share| {
            let bps = rates
                .get(&share.merchant_id)
                .ok_or(BillingError::MerchantNotFound(share.merchant_id))?;
            Ok(NewShare {
                merchant_id: share.merchant_id,
                goods_net_minor: share.goods_net_minor,
                gross_minor: share.gross_minor,
                commission_minor: split::commission(share.goods_net_minor, *bps)?,
            })
        })
        .collect()
}
