//! The provider's fee is known: each merchant bears its part, and its share is due.

use db::TenantTx;
use kernel::Event;
use kernel::ids::{MerchantId, TransferId};
use tracing::error;

use super::model::{Payment, Share};
use super::store;
use crate::ledger::{self, Account, Fact, Posting, credit, debit};
use crate::providers::stripe::answers::{BalanceTransaction, Charge};
use crate::split::{self, Claim, Settlement};
use crate::transfers::{self, NewTransfer};
use crate::{Billing, BillingError};

impl Billing {
    /// Books the provider's fee, and writes down what is to be transferred to whom.
    pub(super) async fn settle(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        (charge, money): (&Charge, &BalanceTransaction),
        facts: &mut Vec<Fact>,
    ) -> Result<(), BillingError> {
        let is_same = money.amount == payment.taken_minor()
            && money
                .currency
                .eq_ignore_ascii_case(payment.currency().code());
        if !is_same {
            let why = format!(
                "settled as {} {}: shares are transferred in the currency of the sale only",
                money.amount, money.currency
            );
            error!(payment.id = %payment.id, order.id = %payment.order_id, "{why}");
            store::note_error(tx, payment.id, &why).await?;
            return Ok(());
        }
        let shares = store::shares(tx, payment.id).await?;
        let claims: Vec<Claim> = shares
            .iter()
            .map(|share| Claim {
                gross_minor: share.gross_minor,
                commission_minor: share.commission_minor,
                taken_back_minor: share.taken_back_minor,
            })
            .collect();
        let settlements = split::settle(money.fee, &claims)?;
        let parts: Vec<(MerchantId, Settlement)> = shares
            .iter()
            .map(|share: &Share| share.merchant_id)
            .zip(settlements)
            .collect();
        let fees: Vec<(MerchantId, i64)> = parts
            .iter()
            .map(|(merchant, settlement)| (*merchant, settlement.fee_minor))
            .collect();
        store::settled(tx, payment.id, (&money.id, money.fee), &fees).await?;
        facts.push(self.fee_fact(payment, (charge, money), &fees)?);
        self.make_transfers(tx, payment, &parts, facts).await
    }

    fn fee_fact(
        &self,
        payment: &Payment,
        (charge, money): (&Charge, &BalanceTransaction),
        fees: &[(MerchantId, i64)],
    ) -> Result<Fact, BillingError> {
        let borne = fees
            .iter()
            .map(|&(merchant, fee)| debit(Account::MerchantPayable(merchant), fee));
        let taken = credit(Account::StripeClearing, money.fee);
        Ok(Fact {
            kind: "provider_fee",
            external_key: format!("stripe:{}:fee", money.id),
            order_id: Some(payment.order_id),
            source_id: money.id.clone(),
            // The charge and its fee are one movement of the provider's balance.
            occurred_at: self.moment(charge.created),
            posting: Posting::balanced(payment.currency(), borne.chain([taken]))?,
        })
    }

    async fn make_transfers(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        parts: &[(MerchantId, Settlement)],
        facts: &mut Vec<Fact>,
    ) -> Result<(), BillingError> {
        let merchants: Vec<MerchantId> = parts.iter().map(|&(merchant, _)| merchant).collect();
        let debts = debts(tx, payment, &merchants).await?;
        let mut due = Vec::with_capacity(parts.len());
        for (&(merchant_id, settlement), debt) in parts.iter().zip(debts) {
            let owed = settlement.owed_minor;
            let netted_minor = owed.min(debt).max(0);
            // Both ways through the same two accounts: a debt paid from the share, or a share that
            // does not even cover the fee.
            let moved = if owed < 0 { owed } else { netted_minor };
            let entries = [
                debit(Account::MerchantPayable(merchant_id), moved),
                credit(Account::MerchantReceivable(merchant_id), moved),
            ];
            let kind = if owed < 0 { "merchant_debt" } else { "netting" };
            facts.push(Fact {
                kind,
                external_key: format!("payment:{}:{kind}:{merchant_id}", payment.id),
                order_id: Some(payment.order_id),
                source_id: payment.id.to_string(),
                occurred_at: self.clock.now(),
                posting: Posting::balanced(payment.currency(), entries)?,
            });
            due.push(NewTransfer {
                id: TransferId::from_uuid(self.ids.uuid()),
                merchant_id,
                amount_minor: owed.max(0) - netted_minor,
                netted_minor,
            });
        }
        transfers::insert(tx, payment, (None, &due), self.clock.now()).await?;
        let events: Vec<Event> = due
            .iter()
            .filter(|transfer| transfer.amount_minor > 0)
            .map(|transfer| Event::TransferDue {
                transfer_id: transfer.id,
                attempt: 0,
            })
            .collect();
        let events: Vec<_> = events.iter().map(|event| (event, None)).collect();
        Ok(tx.publish_all(&events).await?)
    }
}

/// What each merchant owes. Merchants that owe something are locked, so that two payments do not
/// settle the same debt; the others, nearly all, are not.
async fn debts(
    tx: &mut TenantTx,
    payment: &Payment,
    merchants: &[MerchantId],
) -> Result<Vec<i64>, BillingError> {
    let debts = ledger::receivables(tx, merchants, payment.currency()).await?;
    if debts.iter().all(|&debt| debt <= 0) {
        return Ok(debts);
    }
    transfers::lock_merchants(tx, merchants).await?;
    Ok(ledger::receivables(tx, merchants, payment.currency()).await?)
}
