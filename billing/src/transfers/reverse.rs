//! Taking a merchant's part of a refund back.

use db::TenantTx;
use kernel::ids::{MerchantId, RefundId};
use kernel::{Caller, Event};
use tracing::{error, info, warn};

use super::decide::Decision;
use super::store;
use super::{Part, Reversal};
use crate::ledger::{Account, Fact, Posting, credit, debit, record};
use crate::operations::{Operation, Outcome, Purpose, Watch, finish, refusals};
use crate::providers::stripe::requests::{self, Marks};
use crate::providers::stripe::{CallError, answers};
use crate::{Billing, BillingError};

/// A merchant's part of a refund, and how often it has been tried to take it back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReversalTry {
    pub(crate) refund_id: RefundId,
    pub(crate) merchant_id: MerchantId,
    pub(crate) attempt: u32,
}

impl Billing {
    /// Takes a merchant's part of a refund back, as far as that goes; the rest is owed.
    pub(crate) async fn take_back(
        &self,
        caller: &Caller,
        request: ReversalTry,
    ) -> Result<(), BillingError> {
        let Some((part, operation)) = self.prepare_reversal(caller, request).await? else {
            return Ok(());
        };
        match self.perform::<answers::Reversal>(&operation).await {
            Ok(reversal) => {
                self.record_reversal(caller, &part, &operation, &reversal)
                    .await
            }
            Err(error) => {
                self.reversal_failed(caller, (&part, request), &operation, &error)
                    .await
            }
        }
    }

    async fn prepare_reversal(
        &self,
        caller: &Caller,
        request: ReversalTry,
    ) -> Result<Option<(Part, Operation)>, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let part = store::lock_part(&mut tx, request.refund_id, request.merchant_id).await?;
        let Some(mut part) = part else {
            return Ok(None);
        };
        let decision = match part.reversal {
            Reversal::Undecided => self.decide(&mut tx, &part).await?,
            Reversal::Due => Decision::Fetch(part.reversal_minor),
            Reversal::Over => Decision::Done,
        };
        let minor = match decision {
            Decision::Fetch(minor) => minor,
            Decision::Wait => {
                self.retry_reversal(&mut tx, request).await?;
                tx.commit().await?;
                return Ok(None);
            }
            Decision::Done => {
                tx.commit().await?;
                return Ok(None);
            }
        };
        part.reversal_minor = minor;
        let operation = match self
            .resume_operation(&mut tx, (Purpose::Reversal, part.id))
            .await?
        {
            Some(operation) => operation,
            None => self.begin_reversal(&mut tx, &part).await?,
        };
        tx.commit().await?;
        Ok(Some((part, operation)))
    }

    async fn begin_reversal(
        &self,
        tx: &mut TenantTx,
        part: &Part,
    ) -> Result<Operation, BillingError> {
        let Some(transfer) = &part.transfer_name else {
            return Err(BillingError::Contradiction(
                "a part is to be taken back of a transfer that was never sent",
            ));
        };
        let marks = Marks::from([
            ("order_id".to_owned(), part.order_id.to_string()),
            ("refund_id".to_owned(), part.refund_id.to_string()),
            ("transfer_id".to_owned(), part.transfer_id.to_string()),
        ]);
        let subject = (Purpose::Reversal, part.id);
        let operation = self
            .begin_operation(tx, subject, Watch::Message, marks, |marks| {
                requests::reversal(transfer, part.reversal_minor, marks)
            })
            .await?;
        Ok(operation)
    }

    async fn record_reversal(
        &self,
        caller: &Caller,
        part: &Part,
        operation: &Operation,
        reversal: &answers::Reversal,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin_async_commit(caller).await?;
        if store::reversed(&mut tx, part, &reversal.id).await? {
            let entries = [
                debit(Account::StripeClearing, part.reversal_minor),
                credit(
                    Account::MerchantPayable(part.merchant_id),
                    part.reversal_minor,
                ),
            ];
            let moved_at = answers::created(reversal.balance_transaction.as_ref());
            let fact = Fact {
                kind: "transfer_reversal",
                external_key: format!("stripe:{}", reversal.id),
                order_id: Some(part.order_id),
                source_id: reversal.id.clone(),
                occurred_at: self.moment(moved_at.unwrap_or(reversal.created)),
                posting: Posting::balanced(part.left.currency, entries)?,
            };
            record(&mut tx, vec![fact]).await?;
        }
        let outcome = Outcome::Succeeded {
            object_id: &reversal.id,
        };
        finish(&mut tx, operation.id, outcome, self.clock.now()).await?;
        tx.commit().await?;
        info!(
            refund.id = %part.refund_id, merchant.id = %part.merchant_id,
            amount_minor = part.reversal_minor, "took {} back", part.refund_id
        );
        Ok(())
    }

    async fn reversal_failed(
        &self,
        caller: &Caller,
        (part, request): (&Part, ReversalTry),
        operation: &Operation,
        error: &CallError,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        finish(&mut tx, operation.id, Outcome::of(error), self.clock.now()).await?;
        let refused = refusals(&mut tx, (Purpose::Reversal, part.id)).await?;
        if refused < i64::from(self.policy.reversal_attempts) {
            warn!(refund.id = %part.refund_id, merchant.id = %part.merchant_id, "{error}");
            self.retry_reversal(&mut tx, request).await?;
        } else if let Some(part) = self.still_due(&mut tx, request).await? {
            error!(
                refund.id = %part.refund_id, merchant.id = %part.merchant_id,
                "refused {refused} times, now a debt of the merchant: {error}"
            );
            store::unreserve(&mut tx, &part).await?;
            self.owe(&mut tx, &part, ("unreversed", part.reversal_minor))
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    async fn still_due(
        &self,
        tx: &mut TenantTx,
        request: ReversalTry,
    ) -> Result<Option<Part>, BillingError> {
        let part = store::lock_part(tx, request.refund_id, request.merchant_id).await?;
        Ok(part.filter(|part| part.reversal == Reversal::Due))
    }

    async fn retry_reversal(
        &self,
        tx: &mut TenantTx,
        request: ReversalTry,
    ) -> Result<(), BillingError> {
        let attempt = request.attempt.saturating_add(1);
        let due = Event::ReversalDue {
            refund_id: request.refund_id,
            merchant_id: request.merchant_id,
            attempt,
        };
        let at = self.clock.now() + self.policy.retry_after(attempt);
        Ok(tx.publish_at(&due, at).await?)
    }
}
