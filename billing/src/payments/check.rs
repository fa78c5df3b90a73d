//! Looking after payments that are not final: a lost answer or a lost webhook only costs time.

use kernel::ids::PaymentId;
use kernel::{Caller, Event};
use tracing::{debug, error};

use super::facts::Applied;
use super::model::{Payment, Status};
use super::store;
use crate::{Billing, BillingError};

impl Billing {
    /// Compares a payment with the provider's, and comes back later unless it is final.
    pub(crate) async fn check_payment(
        &self,
        caller: &Caller,
        payment_id: PaymentId,
    ) -> Result<(), BillingError> {
        let Some(payment) = self.find_payment(caller, payment_id).await? else {
            return Ok(());
        };
        if payment.is_final() {
            return Ok(());
        }
        // Whatever the look brings, the next one is due: an error must not be the last of it.
        if let Err(error) = self.look_at(caller, &payment).await {
            debug!(payment.id = %payment_id, %error, "payment {payment_id} could not be looked at");
        }
        let Some(payment) = self.find_payment(caller, payment_id).await? else {
            return Ok(());
        };
        if payment.is_final() {
            return Ok(());
        }
        let age = self.age(payment.created_at);
        if age > self.policy.give_up_after {
            error!(
                payment.id = %payment_id, order.id = %payment.order_id,
                "payment {payment_id} is still {} and no longer looked at", payment.status.name()
            );
            return Ok(());
        }
        let mut tx = self.db.begin(caller).await?;
        let wait = match payment.status {
            // It waits for people; the provider tells what becomes of it, and this is for news that were lost.
            Status::Authorized => self.policy.authorized_check,
            _ => self.policy.check_after(age),
        };
        let next = self.clock.now() + wait;
        tx.publish_at(&Event::PaymentCheckDue { payment_id }, next)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn find_payment(
        &self,
        caller: &Caller,
        payment_id: PaymentId,
    ) -> Result<Option<Payment>, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        Ok(store::lock(&mut tx, payment_id).await?)
    }

    async fn look_at(&self, caller: &Caller, payment: &Payment) -> Result<(), BillingError> {
        if payment.status == Status::Created {
            return self.resume_open(caller, payment.id).await;
        }
        let intent = self.fetch_intent(payment).await?;
        if let Applied::Quarantined(why) = self.apply_intent(caller, payment.id, &intent).await? {
            error!(payment.id = %payment.id, "{why}");
        }
        Ok(())
    }
}
