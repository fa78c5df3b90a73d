//! Sending a share to its merchant's account, once.

use db::TenantTx;
use kernel::ids::{MerchantId, TransferId};
use kernel::{Caller, Event};
use tracing::{debug, error, info, warn};

use super::found::Found;
use super::store;
use super::{Status, Transfer};
use crate::ledger::{Account, Fact, Posting, credit, debit, record};
use crate::operations::{Operation, Outcome, Purpose, Watch, finish};
use crate::providers::stripe::requests::{self, Marks};
use crate::providers::stripe::{CallError, answers};
use crate::{Billing, BillingError};

enum Step {
    /// Nothing is left to send.
    Over,
    /// The merchant's account cannot take it.
    Wait(MerchantId),
    /// The provider may have sent it already: it is to be searched there, for this account, among
    /// transfers that are not these.
    Search(Box<(Transfer, String, Vec<String>)>),
    Call(Box<(Transfer, Operation)>),
}

impl Billing {
    /// Sends a transfer that is due. What stands in the way is tried again later, with growing
    /// waits; a share is never dropped.
    pub(crate) async fn send_transfer(
        &self,
        caller: &Caller,
        transfer_id: TransferId,
        attempt: u32,
    ) -> Result<(), BillingError> {
        let mut step = self
            .prepare_transfer(caller, (transfer_id, attempt), false)
            .await?;
        if let Step::Search(search) = step {
            if !self.is_unsent(caller, &search, attempt).await? {
                return Ok(());
            }
            step = self
                .prepare_transfer(caller, (transfer_id, attempt), true)
                .await?;
        }
        let (transfer, operation) = match step {
            Step::Call(call) => *call,
            // The provider may have told of an account that is ready, and nobody heard. Whatever the
            // look brings, the next attempt is due; and a new account is no news.
            Step::Wait(merchant_id) if attempt > 0 => {
                if let Err(error) = self.look_at_account(caller, merchant_id).await {
                    debug!(merchant.id = %merchant_id, %error, "an account could not be looked at");
                }
                return Ok(());
            }
            Step::Wait(_) | Step::Over | Step::Search(_) => return Ok(()),
        };
        match self.perform::<answers::Transfer>(&operation).await {
            Ok(sent) => {
                self.record_transfer(caller, &transfer, &operation, &sent)
                    .await
            }
            Err(error) => {
                self.put_transfer_off(caller, &transfer, &operation, (error, attempt))
                    .await
            }
        }
    }

    async fn prepare_transfer(
        &self,
        caller: &Caller,
        (transfer_id, attempt): (TransferId, u32),
        is_searched: bool,
    ) -> Result<Step, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let Some(transfer) = store::lock(&mut tx, transfer_id).await? else {
            return Ok(Step::Over);
        };
        if !matches!(
            transfer.status,
            Status::Due | Status::Blocked | Status::Sending
        ) {
            return Ok(Step::Over);
        }
        // Only while it is being sent is there a call whose end nobody knows.
        if transfer.status == Status::Sending {
            let subject = (Purpose::Transfer, transfer.id.uuid());
            if let Some(operation) = self.resume_operation(&mut tx, subject).await? {
                tx.commit().await?;
                return Ok(Step::Call(Box::new((transfer, operation))));
            }
        }
        let Some(destination) = transfer.destination.clone() else {
            let why = "the merchant's account cannot take money yet";
            store::move_to(&mut tx, transfer.id, Status::Blocked, Some(why)).await?;
            self.retry_transfer(&mut tx, transfer.id, attempt).await?;
            tx.commit().await?;
            info!(transfer.id = %transfer.id, merchant.id = %transfer.merchant_id, "{why}");
            return Ok(Step::Wait(transfer.merchant_id));
        };
        if !is_searched && self.may_have_been_sent(&transfer) {
            let known = store::names(&mut tx, transfer.payment_id).await?;
            tx.commit().await?;
            return Ok(Step::Search(Box::new((transfer, destination, known))));
        }
        let operation = self
            .begin_transfer(&mut tx, &transfer, &destination)
            .await?;
        store::move_to(&mut tx, transfer.id, Status::Sending, None).await?;
        tx.commit().await?;
        Ok(Step::Call(Box::new((transfer, operation))))
    }

    /// Whether the provider shows nothing for the share. What it shows is dealt with.
    async fn is_unsent(
        &self,
        caller: &Caller,
        (transfer, destination, known): &(Transfer, String, Vec<String>),
        attempt: u32,
    ) -> Result<bool, BillingError> {
        let found = self.search_transfer(transfer, destination, known).await;
        match found.map_err(|error| BillingError::from_call(&error))? {
            Found::Nothing => return Ok(true),
            Found::Share(sent) => self.adopt_transfer(caller, transfer, &sent).await?,
            Found::Other(why) => {
                self.leave_to_operator(caller, (transfer, attempt), &why)
                    .await?;
            }
        }
        Ok(false)
    }

    async fn begin_transfer(
        &self,
        tx: &mut TenantTx,
        transfer: &Transfer,
        destination: &str,
    ) -> Result<Operation, BillingError> {
        let source = transfer.source.as_deref();
        if source.is_none() && !transfer.is_return {
            return Err(BillingError::Contradiction(
                "a share is due without a charge",
            ));
        }
        let marks = Marks::from([
            ("merchant_id".to_owned(), transfer.merchant_id.to_string()),
            ("order_id".to_owned(), transfer.order_id.to_string()),
            ("payment_id".to_owned(), transfer.payment_id.to_string()),
            ("transfer_id".to_owned(), transfer.id.to_string()),
        ]);
        let subject = (Purpose::Transfer, transfer.id.uuid());
        let group = transfer.order_id.to_string();
        let operation = self
            .begin_operation(tx, subject, Watch::Message, marks, |marks| {
                requests::transfer(transfer.amount, destination, source, group, marks)
            })
            .await?;
        Ok(operation)
    }

    async fn record_transfer(
        &self,
        caller: &Caller,
        transfer: &Transfer,
        operation: &Operation,
        sent: &answers::Transfer,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin_async_commit(caller).await?;
        self.book_transfer(&mut tx, transfer, sent).await?;
        let outcome = Outcome::Succeeded {
            object_id: &sent.id,
        };
        finish(&mut tx, operation.id, outcome, self.clock.now()).await?;
        // If this is lost, so is the message's end, and the same call has the same answer.
        tx.commit().await?;
        info!(
            transfer.id = %transfer.id, order.id = %transfer.order_id, amount = %transfer.amount,
            "transfer {} sent", transfer.id
        );
        Ok(())
    }

    /// Books a transfer that the provider has sent, if that is news.
    pub(super) async fn book_transfer(
        &self,
        tx: &mut TenantTx,
        transfer: &Transfer,
        sent: &answers::Transfer,
    ) -> Result<(), BillingError> {
        if !store::paid(tx, transfer.id, &sent.id).await? {
            return Ok(());
        }
        let amount = transfer.amount;
        let entries = [
            debit(Account::MerchantPayable(transfer.merchant_id), amount.minor),
            credit(Account::StripeClearing, amount.minor),
        ];
        let moved_at = answers::created(sent.balance_transaction.as_ref());
        let fact = Fact {
            kind: "transfer",
            external_key: format!("stripe:{}", sent.id),
            order_id: Some(transfer.order_id),
            source_id: sent.id.clone(),
            occurred_at: self.moment(moved_at.unwrap_or(sent.created)),
            posting: Posting::balanced(amount.currency, entries)?,
        };
        Ok(record(tx, vec![fact]).await?)
    }

    async fn put_transfer_off(
        &self,
        caller: &Caller,
        transfer: &Transfer,
        operation: &Operation,
        (error, attempt): (CallError, u32),
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        finish(&mut tx, operation.id, Outcome::of(&error), self.clock.now()).await?;
        let why = error.to_string();
        match &error {
            // Perhaps it was carried out: the same call will say.
            CallError::Unavailable { .. } | CallError::InUse => {
                warn!(transfer.id = %transfer.id, "{why}");
            }
            CallError::Lost => {
                store::move_to(&mut tx, transfer.id, Status::Due, Some(&why)).await?;
            }
            CallError::Refused { .. } => {
                error!(transfer.id = %transfer.id, merchant.id = %transfer.merchant_id, "{why}");
                store::move_to(&mut tx, transfer.id, Status::Blocked, Some(&why)).await?;
            }
        }
        self.retry_transfer(&mut tx, transfer.id, attempt).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(super) async fn retry_transfer(
        &self,
        tx: &mut TenantTx,
        transfer_id: TransferId,
        attempt: u32,
    ) -> Result<(), BillingError> {
        let attempt = attempt.saturating_add(1);
        let due = Event::TransferDue {
            transfer_id,
            attempt,
        };
        let at = self.clock.now() + self.policy.retry_after(attempt);
        Ok(tx.publish_at(&due, at).await?)
    }
}
