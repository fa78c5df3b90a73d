//! Refunds that were made at the provider: by people in its dashboard, or by programs other than ours.

use db::TenantTx;
use kernel::ids::{OrderId, RefundId};
use kernel::ports::RefundShare;
use kernel::{Caller, Event, Money};
use tracing::info;

use super::parts::{Count, changes, proportional};
use super::store::{self, NewRefund};
use super::{Origin, Refund, Status, Told};
use crate::payments::{self, Followed, Payment};
use crate::providers::stripe::answers::{self, Expandable};
use crate::{Billing, BillingError};

/// What is written down as the reason when the provider was told none.
const NO_REASON: &str = "made at the payment provider";

impl Billing {
    /// Applies what the provider says about a refund of a payment of ours that we did not ask for. It
    /// becomes a refund like our own. It must come from the provider itself, never from a message.
    pub(crate) async fn adopt_refund(
        &self,
        caller: &Caller,
        answer: &answers::Refund,
    ) -> Result<Followed, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let intent = answer.payment_intent.as_ref().map_or("", Expandable::id);
        let Some(payment) = payments::lock_by_provider_id(&mut tx, intent).await? else {
            return Ok(Followed::Quarantined(format!(
                "{} gives money back of a payment that is not known",
                answer.id
            )));
        };
        if let Some(id) = store::find_by_provider_id(&mut tx, &answer.id).await? {
            drop(tx);
            return Ok(match self.apply_refund(caller, id, answer).await? {
                Told::State(_) => Followed::Known,
                Told::Foreign(why) => Followed::Quarantined(why),
            });
        }
        if payment.status != payments::Status::Succeeded {
            return Ok(Followed::TooEarly);
        }
        if is_what_was_left_out(&payment, answer) {
            return Ok(Followed::Known);
        }
        if let Some(obstacle) = self.obstacle(&mut tx, &payment, answer).await? {
            return Ok(obstacle);
        }
        let mut refund = self.write_down(&mut tx, &payment, answer).await?;
        self.advance(&mut tx, &mut refund, answer).await?;
        tx.commit().await?;
        info!(
            refund.id = %refund.id, order.id = %refund.order_id, amount = %refund.amount,
            "{} of the order were given back at the provider", refund.amount
        );
        Ok(Followed::Known)
    }

    /// Why the refund cannot be written down, if it cannot.
    async fn obstacle(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        answer: &answers::Refund,
    ) -> Result<Option<Followed>, BillingError> {
        let currency = payment.currency();
        if !answer.currency.eq_ignore_ascii_case(currency.code()) || answer.amount <= 0 {
            return Ok(Some(Followed::Quarantined(format!(
                "{} gives {} {} back of a payment in {currency}",
                answer.id, answer.amount, answer.currency
            ))));
        }
        let left = payment.amount.minor - payment.refunded_minor;
        if answer.amount <= left {
            return Ok(None);
        }
        // A refund of our own that the provider will refuse now, and that is free again then.
        if store::is_asked(tx, payment.id).await? {
            let why = "a refund of the same payment is being asked for".to_owned();
            return Ok(Some(Followed::Later(why)));
        }
        Ok(Some(Followed::Quarantined(format!(
            "{} gives {} {} back, and only {left} are left",
            answer.id, answer.amount, answer.currency
        ))))
    }

    async fn write_down(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        answer: &answers::Refund,
    ) -> Result<Refund, BillingError> {
        let shares = payments::shares(tx, payment.id).await?;
        let wanted = proportional(&shares, answer.amount)?;
        let parts = self.planned(payment, &shares, &wanted)?;
        let reason = answer.reason.as_deref().unwrap_or(NO_REASON);
        let new = NewRefund {
            id: RefundId::from_uuid(self.ids.uuid()),
            payment_id: payment.id,
            amount: Money::new(answer.amount, payment.currency()),
            reason,
            origin: Origin::Provider,
            provider_id: Some(&answer.id),
            parts: &parts,
        };
        store::insert(tx, &new, self.moment(answer.created)).await?;
        let asked = changes(parts.iter().map(|it| &it.1), Count::Asked);
        payments::count_refund(tx, payment.id, &asked).await?;
        tx.publish(&Event::RefundFound {
            refund_id: new.id,
            order_id: payment.order_id,
            amount: new.amount,
            reason: reason.to_owned(),
        })
        .await?;
        Ok(Refund {
            id: new.id,
            payment_id: payment.id,
            order_id: payment.order_id,
            intent: payment.provider_id.clone(),
            status: Status::Requested,
            amount: new.amount,
            provider_id: Some(answer.id.clone()),
            failure: None,
            is_accepted: false,
            has_left: false,
        })
    }

    /// What of each merchant's part of an order went back without being asked for here.
    pub(crate) async fn taken_elsewhere(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<Vec<RefundShare>, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        Ok(store::elsewhere(&mut tx, order_id).await?)
    }
}

/// Whether the provider calls it a refund that a capture took less than was authorized: it moved no money, and is in
/// the books with the capture.
fn is_what_was_left_out(payment: &Payment, answer: &answers::Refund) -> bool {
    let left_out = payment.amount.minor - payment.taken_minor();
    left_out > 0 && answer.amount == left_out && answer.balance_transaction.is_none()
}
