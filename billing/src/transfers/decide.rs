//! Deciding where a merchant's part of a refund comes from: from a share that has not been sent,
//! from the merchant's account, or from what the merchant will earn.

use db::TenantTx;
use tracing::info;

use super::store;
use super::{Part, Status};
use crate::ledger::{Account, Fact, Posting, credit, debit, record};
use crate::{Billing, BillingError, split};

/// What is to be done about a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// The transfer is on its way; only when it has arrived can something be taken back.
    Wait,
    /// So much is to be fetched from the merchant's account.
    Fetch(i64),
    /// Nothing is left to do.
    Done,
}

impl Billing {
    /// Decides, and writes the decision down. The caller holds the locks of part and transfer.
    pub(super) async fn decide(
        &self,
        tx: &mut TenantTx,
        part: &Part,
    ) -> Result<Decision, BillingError> {
        let taken = split::take_back(part.wanted_minor, part.left.minor);
        let decision = match part.transfer {
            Status::Sending => return Ok(Decision::Wait),
            Status::Due | Status::Blocked => {
                store::shrink(tx, part, taken.from_share_minor).await?;
                Decision::Done
            }
            Status::Paid | Status::PartiallyReversed | Status::Reversed | Status::Cancelled => {
                store::reserve(tx, part, taken.from_share_minor).await?;
                if taken.from_share_minor > 0 {
                    Decision::Fetch(taken.from_share_minor)
                } else {
                    Decision::Done
                }
            }
        };
        self.owe(tx, part, ("debt", taken.debt_minor)).await?;
        Ok(decision)
    }

    /// Books what the merchant owes from now on; its next shares pay it.
    pub(super) async fn owe(
        &self,
        tx: &mut TenantTx,
        part: &Part,
        (name, minor): (&str, i64),
    ) -> Result<(), BillingError> {
        if minor == 0 {
            return Ok(());
        }
        let entries = [
            debit(Account::MerchantReceivable(part.merchant_id), minor),
            credit(Account::MerchantPayable(part.merchant_id), minor),
        ];
        let fact = Fact {
            kind: "merchant_debt",
            external_key: format!("refund:{}:{name}:{}", part.refund_id, part.merchant_id),
            order_id: Some(part.order_id),
            source_id: part.refund_id.to_string(),
            occurred_at: self.clock.now(),
            posting: Posting::balanced(part.left.currency, entries)?,
        };
        record(tx, vec![fact]).await?;
        info!(
            refund.id = %part.refund_id, merchant.id = %part.merchant_id, amount_minor = minor,
            "{} owes a part of {}", part.merchant_id, part.refund_id
        );
        Ok(())
    }
}
