//! Giving merchants back what a dispute had taken of their shares.

use db::TenantTx;
use kernel::Event;
use kernel::ids::{MerchantId, RefundId, TransferId};

use super::store::{self, NewTransfer, TakenPart};
use crate::ledger::{self, Account, Fact, Posting, credit, debit, record};
use crate::payments::Payment;
use crate::{Billing, BillingError};

impl Billing {
    /// Has what was taken of the shares sent to the merchants once more; what they owe is paid from it
    /// first. The caller holds the payment's lock, and gives each part that was taken.
    pub(crate) async fn return_shares(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        (taking, parts): (RefundId, &[TakenPart]),
    ) -> Result<(), BillingError> {
        let merchants: Vec<MerchantId> = parts.iter().map(|part| part.merchant_id).collect();
        store::lock_merchants(tx, &merchants).await?;
        let debts = ledger::receivables(tx, &merchants, payment.currency()).await?;
        let mut due = Vec::with_capacity(parts.len());
        let mut facts = Vec::new();
        for (part, debt) in parts.iter().zip(debts) {
            // Below zero it is owed: a fee came back that the merchant had paid already.
            let netted_minor = part.borne_minor.min(debt);
            let entries = [
                debit(Account::MerchantPayable(part.merchant_id), netted_minor),
                credit(Account::MerchantReceivable(part.merchant_id), netted_minor),
            ];
            facts.push(Fact {
                kind: "netting",
                external_key: format!("taking:{taking}:netting:{}", part.merchant_id),
                order_id: Some(payment.order_id),
                source_id: taking.to_string(),
                occurred_at: self.clock.now(),
                posting: Posting::balanced(payment.currency(), entries)?,
            });
            due.push(NewTransfer {
                id: TransferId::from_uuid(self.ids.uuid()),
                merchant_id: part.merchant_id,
                amount_minor: part.borne_minor - netted_minor,
                netted_minor: netted_minor.max(0),
            });
        }
        record(tx, facts).await?;
        store::insert(tx, payment, (Some(taking), &due), self.clock.now()).await?;
        for transfer in due.iter().filter(|transfer| transfer.amount_minor > 0) {
            tx.publish(&Event::TransferDue {
                transfer_id: transfer.id,
                attempt: 0,
            })
            .await?;
        }
        Ok(())
    }
}
