//! Operations: every call that changes something at a provider, written down before it is made.
//!
//! Owns `provider_operations`. Invariants:
//! - the row, with its key and its exact body, is committed before the call is made;
//! - the same call is sent with the same key and the same bytes, whoever sends it again;
//! - a call whose key the provider may have forgotten is never sent again, only looked up.
//!
//! The flows in `payments`, `refunds`, `transfers` and `accounts` all go the same way: *begin* (or
//! *resume*) inside the transaction that prepares, *perform* with no transaction open, *finish*
//! inside the transaction that records the effect.

mod perform;
mod store;

pub(crate) use store::{Outcome, belongs_to, find, finish, refusals};

use std::time::Duration;

use db::{DbError, TenantTx};
use kernel::Event;
use kernel::ids::OperationId;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::providers::stripe::requests::{Call, Marks};
use crate::{Billing, BillingError};

kernel::words! {
    /// What a call is for.
    pub(crate) enum Purpose {
        /// To take an order's money.
        OpenPayment = "open_payment",
        /// To take an order's money that the shopper's bank has set aside.
        CapturePayment = "capture_payment",
        /// To give an open payment up.
        CancelPayment = "cancel_payment",
        /// To give money back.
        Refund = "refund",
        /// To send a merchant its share.
        Transfer = "transfer",
        /// To take a share back.
        Reversal = "reversal",
        /// To open a merchant's account.
        Account = "account",
    }
}

/// A recorded call.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    pub(crate) id: OperationId,
    pub(crate) purpose: Purpose,
    /// What it changes: a payment, a refund, a transfer, a refund's share, a merchant.
    pub(crate) subject_id: Uuid,
    pub(crate) key: String,
    pub(crate) call: Call,
    pub(crate) attempts: i32,
    pub(crate) created_at: OffsetDateTime,
    pub(crate) sent_at: OffsetDateTime,
}

/// Who will notice when the call's sender dies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Watch {
    /// A message stands behind the call: it is delivered again until it has been handled.
    Message,
    /// A reminder is published together with the row.
    Reminder,
}

impl Billing {
    /// Writes a new call down as sent: once this transaction is committed, it may be made. `marks`
    /// gets the operation's id and the tenant's added, so that the object tells where it belongs.
    pub(crate) async fn begin_operation(
        &self,
        tx: &mut TenantTx,
        (purpose, subject_id): (Purpose, Uuid),
        watch: Watch,
        mut marks: Marks,
        call: impl FnOnce(Marks) -> Call,
    ) -> Result<Operation, DbError> {
        let id = OperationId::from_uuid(self.ids.uuid());
        marks.insert("tenant_id".to_owned(), tx.tenant_id().to_string());
        marks.insert("op_id".to_owned(), id.to_string());
        let now = self.clock.now();
        let operation = Operation {
            id,
            purpose,
            subject_id,
            key: format!("{}:{}", purpose.name(), id.uuid()),
            call: call(marks),
            attempts: 1,
            created_at: now,
            sent_at: now,
        };
        store::insert(tx, &operation).await?;
        if watch == Watch::Reminder {
            let check = Event::OperationCheckDue { operation_id: id };
            tx.publish_at(&check, now + self.policy.first_check).await?;
        }
        Ok(operation)
    }

    /// Takes over the unfinished call for a subject, if there is one, to make it again. Refuses
    /// while somebody else may still be making it. The caller holds the subject's lock.
    pub(crate) async fn resume_operation(
        &self,
        tx: &mut TenantTx,
        (purpose, subject_id): (Purpose, Uuid),
    ) -> Result<Option<Operation>, BillingError> {
        let Some((mut operation, is_sent)) =
            store::find_unfinished(tx, purpose, subject_id).await?
        else {
            return Ok(None);
        };
        let now = self.clock.now();
        if is_sent && now - operation.sent_at < self.policy.in_flight {
            return Err(BillingError::InProgress);
        }
        operation.attempts += 1;
        operation.sent_at = now;
        store::sent_again(tx, &operation).await?;
        Ok(Some(operation))
    }

    /// How old the operation is.
    pub(crate) fn age(&self, since: OffsetDateTime) -> Duration {
        Duration::try_from(self.clock.now() - since).unwrap_or_default()
    }
}
