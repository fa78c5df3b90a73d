//! What disputes do to the books.

use kernel::money::allocate;

use super::Dispute;
use crate::ledger::{Account, Entry, Fact, Posting, credit, debit};
use crate::payments::{Payment, Share};
use crate::providers::stripe::answers::DisputeMovement;
use crate::refunds::Taking;
use crate::{Billing, BillingError};

impl Billing {
    /// The provider has moved money: the amount waits in suspense for the bank's decision, and the fee is
    /// a debt of the merchants, which is smaller again when the provider gives it back.
    pub(super) fn moved(
        &self,
        payment: &Payment,
        shares: &[Share],
        movement: &DisputeMovement,
    ) -> Result<Fact, BillingError> {
        let weights: Vec<i64> = shares.iter().map(|share| share.gross_minor).collect();
        let fees = allocate(movement.fee.abs(), &weights)?;
        let fees = shares.iter().zip(fees).map(|(share, fee)| {
            let account = Account::MerchantReceivable(share.merchant_id);
            debit(account, fee * movement.fee.signum())
        });
        let net = movement.amount - movement.fee;
        let entries = fees.chain([
            debit(Account::StripeClearing, net),
            credit(Account::DisputeSuspense, movement.amount),
        ]);
        Ok(Fact {
            kind: if movement.amount < 0 {
                "dispute_withdrawn"
            } else {
                "dispute_reinstated"
            },
            external_key: format!("stripe:{}", movement.id),
            order_id: Some(payment.order_id),
            source_id: movement.id.clone(),
            occurred_at: self.moment(movement.created),
            posting: Posting::balanced(payment.currency(), entries)?,
        })
    }

    /// The dispute is lost: the merchants bear their parts, commission goes back with them, and what no
    /// share could give is the platform's loss.
    pub(super) fn lost(
        &self,
        payment: &Payment,
        (dispute, taking): (&Dispute, Option<&Taking>),
        out_minor: i64,
    ) -> Result<Fact, BillingError> {
        Ok(Fact {
            kind: "dispute_lost",
            external_key: format!("{}:lost", name(dispute, taking)),
            order_id: Some(payment.order_id),
            source_id: dispute.provider_id.clone(),
            occurred_at: self.clock.now(),
            posting: Posting::balanced(payment.currency(), borne(taking, out_minor))?,
        })
    }

    /// What was booked as lost has come back after all.
    pub(super) fn lost_no_more(
        &self,
        payment: &Payment,
        (dispute, taking): (&Dispute, Option<&Taking>),
        out_minor: i64,
    ) -> Result<Fact, BillingError> {
        let entries = borne(taking, out_minor).into_iter().map(|entry| Entry {
            minor: -entry.minor,
            ..entry
        });
        Ok(Fact {
            kind: "dispute_loss_undone",
            external_key: format!("{}:lost:undone", name(dispute, taking)),
            order_id: Some(payment.order_id),
            source_id: dispute.provider_id.clone(),
            occurred_at: self.clock.now(),
            posting: Posting::balanced(payment.currency(), entries)?,
        })
    }
}

/// One dispute can take more than once, each time something of its own.
fn name(dispute: &Dispute, taking: Option<&Taking>) -> String {
    match taking {
        Some(taking) => format!("dispute:{}:{}", dispute.id, taking.id),
        None => format!("dispute:{}", dispute.id),
    }
}

/// Who bears `out_minor` that is in suspense.
fn borne(taking: Option<&Taking>, out_minor: i64) -> Vec<Entry> {
    let parts = taking.map_or(&[][..], |taking| &taking.parts);
    let taken: i64 = parts.iter().map(|part| part.gross_minor).sum();
    let commission: i64 = parts.iter().map(|part| part.commission_minor).sum();
    let held: i64 = parts.iter().map(|part| part.held_minor).sum();
    parts
        .iter()
        .map(|part| {
            let borne = part.gross_minor - part.held_minor - part.commission_minor;
            debit(Account::MerchantPayable(part.merchant_id), borne)
        })
        .chain([
            debit(Account::PlatformFeeRevenue, commission),
            debit(Account::CustomerRefundPayable, held),
            debit(Account::DisputeLoss, out_minor - taken),
            credit(Account::DisputeSuspense, out_minor),
        ])
        .collect()
}
