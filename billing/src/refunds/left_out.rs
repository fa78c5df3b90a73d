//! Refunds of what the shopper's bank has only set aside: the capture leaves them out, and no other money moves.
//!
//! In the books they are a sale and a refund of the same moment: the lines, the shares and the commission are
//! those of any other refund, and the provider's balance is moved by what was taken.

use db::TenantTx;
use kernel::ports::RefundPayment;

use super::facts::{Source, accepted};
use super::parts::{Count, changes, check};
use super::store;
use super::{Origin, Status};
use crate::ledger::Fact;
use crate::payments::{self, Payment};
use crate::providers::stripe::answers::Charge;
use crate::{Billing, BillingError};

/// Why a refund came to nothing whose payment was cancelled.
const NOTHING_TAKEN: &str = "the payment was cancelled: nothing was taken";

impl Billing {
    /// Writes down what a capture is to leave out, and tells what is left to capture. What was written down for
    /// an earlier attempt stays. The caller holds the payment's lock.
    pub(crate) async fn leave_out(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        wanted: &[RefundPayment],
    ) -> Result<i64, BillingError> {
        let mut payment = payment.clone();
        for request in wanted {
            check(request)?;
            if store::lock(tx, request.refund_id).await?.is_some() {
                continue;
            }
            self.note_request(tx, &payment, (request, Origin::LeftOut))
                .await?;
            payment.refunded_minor += request.amount.minor;
        }
        Ok(payment.amount.minor - payment.refunded_minor)
    }

    /// The payment is captured, and what was left out of it is given back with that.
    pub(crate) async fn complete_left_out(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        charge: &Charge,
        facts: &mut Vec<Fact>,
    ) -> Result<(), BillingError> {
        for id in store::left_out(tx, payment.id).await? {
            let Some(mut refund) = store::lock(tx, id).await? else {
                continue;
            };
            let parts = store::parts(tx, id).await?;
            // The provider has no name for it.
            let name = id.to_string();
            let source = Source {
                name: &name,
                object_id: &charge.id,
                occurred_at: self.moment(charge.created),
                has_left: true,
            };
            facts.push(accepted(&refund, &parts, &source)?);
            refund.status = Status::Succeeded;
            refund.is_accepted = true;
            refund.provider_id = Some(name.clone());
            store::update(tx, &refund, None, self.clock.now()).await?;
            self.tell(tx, &refund).await?;
        }
        Ok(())
    }

    /// The payment was cancelled: there is nothing to leave out of it.
    pub(crate) async fn forget_left_out(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
    ) -> Result<(), BillingError> {
        for id in store::left_out(tx, payment.id).await? {
            let Some(mut refund) = store::lock(tx, id).await? else {
                continue;
            };
            refund.status = Status::Failed;
            refund.failure = Some(NOTHING_TAKEN.to_owned());
            store::update(tx, &refund, None, self.clock.now()).await?;
            let parts = store::parts(tx, id).await?;
            let refused = changes(&parts, Count::Refused);
            payments::count_refund(tx, payment.id, &refused).await?;
        }
        Ok(())
    }
}
